"""``argmap``: find the command, run it, and turn what the world does to us into a sentence and an exit code."""

from __future__ import annotations

import gc
import os
import sys
from argparse import ArgumentParser, HelpFormatter, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import NoReturn, Protocol, cast

from argmap import __version__
from argmap.cli.terminal import width

COMMANDS = {
    "build": "check everything, then draw what changed into renders/",
    "check": "say what is wrong, doubtful or untidy",
    "fmt": "write argument files in their canonical form",
    "render": "draw one document, as SVG or DOT",
    "show": "print the argument of a document as text",
    "compare": "say where authors disagree, where they agree, and what it turns on",
    "suggest": "show where authors may answer, agree or conflict, and nobody has marked it",
    "source": "print the text of a source in which cues are looked up",
    "prompt": "print what to give to a language model that is to draft an encoding",
    "page": "write a project as one HTML page, which fetches nothing",
    "serve": "show that page live, beside whoever edits the files",
    "diff": "say which stances, conflicts and grounds changed, between files or revisions",
    "log": "follow one claim through its history, from commit to commit",
    "git": "tell git what argument files are: hunk headers, diffs and merges",
    "import": "make argument files of what other tools keep: tables, annotations, maps",
    "export": "give all records to other tools",
    "new": "start the file of a document",
    "lsp": "serve an editor, which starts this itself",
    "editor": "write what an editor needs: colours, and what starts the language server",
    "explain": "say what a code or a kind of change means, or print the language reference",
    "completion": "print a script for the completion of your shell",
}
"""Every command with what it does, in the order in which people meet them."""


_MODULES = {"import": "import_files"}
"""The modules of commands that are called by a word of Python."""


class Command(Protocol):
    """A module of this room that is a command."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""

    def run(self, arguments: Namespace) -> int:
        """Do it; the exit code."""


def command(name: str) -> Command:
    """The module of a command, imported now."""
    return cast(Command, import_module(f"argmap.cli.{_MODULES.get(name, name)}"))


OK, USAGE = 0, 2
"""Exit codes: all is well; the command could not be understood or done.  A command itself gives 1 for findings."""
_BUG = 70
_MOST_NAMED = 10
"""Files that are named where a command ended in the middle of its work."""
_LITERAL = "\0"
"""Marks a word behind `--` while the words are parsed, so that none is taken for an option; no word can hold it."""
_INTERRUPTED = 130


class _Parser(ArgumentParser):
    def _get_formatter(self) -> HelpFormatter:
        # Left to itself, a formatter asks for the width of the terminal at every argument, and imports shutil for it.
        return self.formatter_class(prog=self.prog, width=width())  # type: ignore[call-arg]

    def error(self, message: str) -> NoReturn:
        from argmap.cli.terminal import say

        self.print_usage(sys.stderr)
        say(f"{self.prog}: {message.replace(repr(_LITERAL)[1:-1], '').replace(_LITERAL, '')}")
        self.exit(USAGE)


def whole_parser() -> ArgumentParser:
    """A parser that knows all arguments of all commands."""
    parser = _outer()
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, does in COMMANDS.items():
        module = command(name)
        module.add_arguments(commands.add_parser(name, help=does, description=module.__doc__))
    return parser


def _outer() -> ArgumentParser:
    listed = "\n".join(f"  {name:<11} {does}" for name, does in COMMANDS.items())
    parser = _Parser(
        prog="argmap",
        usage="argmap COMMAND [ARGUMENTS]",
        description="Say precisely what several authors argue, and where they part.",
        epilog=f"commands:\n{listed}\n\n`argmap COMMAND --help` says more about one of them.",
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"argmap {__version__}")
    return parser


def entry() -> NoReturn:
    """The program: like `main`, and then gone at once.

    Taking the interpreter down object by object takes as long as checking a file, and nothing is left to be done.
    """
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line; the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    # Records hold ids, not each other: there is no circle to collect, and looking for one takes a third of the time.
    gc.disable()
    _open_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(words)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        print("argmap: interrupted", file=sys.stderr)
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough; nothing may be flushed into the closed pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as error:
        return _explained(error)


def _open_streams() -> None:
    """Fill the place of each standard stream that was closed, so that no file is opened in it and written to."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - open to the end


def _run(words: list[str]) -> int:
    try:
        return _dispatch(words)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else USAGE


def _dispatch(words: list[str]) -> int:
    if words[:1] == ["--"]:
        words = words[1:]
    if not words or words[0].startswith("-"):
        parser = _outer()
        parser.parse_args(words)
        parser.print_help(sys.stderr)
        return USAGE
    name = words[0]
    if name not in COMMANDS:
        from argmap.cli.terminal import say
        from argmap.source.nearest import suggestion

        say(f"argmap: `{name}` is no command{suggestion(name, COMMANDS)}")
        say("`argmap --help` lists all commands")
        return USAGE
    module = command(name)
    parser = _Parser(prog=f"argmap {name}", description=module.__doc__)
    module.add_arguments(parser)
    return module.run(_parsed(parser, words[1:]))


def _parsed(parser: ArgumentParser, words: list[str]) -> Namespace:
    """The arguments, and as `behind` how many of them came behind a `--`, where nothing is an option."""
    end = words.index("--") if "--" in words else len(words)
    behind = words[end + 1 :]
    given = parser.parse_intermixed_args([*words[: end + 1], *(_LITERAL + word for word in behind)])
    values = {name: _without_marks(value) for name, value in vars(given).items()}
    return Namespace(**values, behind=len(behind))


def _without_marks(value: object) -> object:
    if isinstance(value, list):
        return [_without_marks(one) for one in value]
    # What an option has made of a word is no longer a plain text, and stays as it is.
    return value.removeprefix(_LITERAL) if type(value) is str else value


def _explained(error: Exception) -> int:
    """Say in a sentence what went wrong in the world, or, of a bug of ours, where to look; the exit code."""
    from argmap.cli.terminal import say

    lines = _reasons(error)
    for line in lines or _bug(error):
        say(line)
    return USAGE if lines else _BUG


def _reasons(error: Exception) -> list[str]:
    """What in the world is in the way, and what to do; nothing where the fault is argmap's own."""
    from argmap.render.engine import EngineError
    from argmap.workspace.errors import NoProjectError, RefusedError

    if isinstance(error, RefusedError):
        return [f"argmap: {error}", *error.help]
    if isinstance(error, NoProjectError):
        return [f"argmap: {error}", "go to a folder of a project, or name files; `argmap new` starts one"]
    if isinstance(error, FileNotFoundError) and not error.strerror:
        return [f"argmap: there is no `{error}`"]
    if isinstance(error, FileNotFoundError) and error.filename is None:
        return ["argmap: the folder that this was started in is gone"]
    if isinstance(error, OSError):
        return [f"argmap: {_said_by_the_system(error)}", *_written()]
    if isinstance(error, EngineError):
        return [f"argmap: {error}"]
    if isinstance(error, UnicodeEncodeError) and error.encoding != "utf-8":
        return [
            f"argmap: this locale ({error.encoding}) cannot name a file of the project",
            "choose a UTF-8 locale, or set PYTHONUTF8=1",
        ]
    return []


def _bug(error: Exception) -> list[str]:
    if os.environ.get("ARGMAP_TRACEBACK"):
        raise error
    return [
        f"argmap: a bug of argmap ({type(error).__name__}: {error})",
        *(_written() or ["no file was changed by it"]),
        "please report it, with what `ARGMAP_TRACEBACK=1` shows",
    ]


def _written() -> list[str]:
    """What this process changed before it ended."""
    writing = sys.modules.get("argmap.workspace.writing")
    paths = [str(path) for path in writing.written] if writing is not None else []
    if not paths:
        return []
    more = f" and {len(paths) - _MOST_NAMED} more" if len(paths) > _MOST_NAMED else ""
    return [f"written before that: {', '.join(paths[:_MOST_NAMED])}{more}"]


def _said_by_the_system(error: OSError) -> str:
    from argmap.workspace.reader import reason_of

    said = reason_of(error)
    return said if error.strerror is None or error.filename is None else f"{error.filename}: {said}"
