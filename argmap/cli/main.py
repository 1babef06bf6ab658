"""``argmap``: find the command, run it, and turn what the world does to us into a sentence and an exit code."""

from __future__ import annotations

import gc
import os
import sys
from argparse import ArgumentParser, HelpFormatter, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from argmap import __version__
from argmap.cli.commands import COMMANDS, command
from argmap.cli.terminal import width

OK, USAGE = 0, 2
"""Exit codes: all is well; the command could not be understood or done.  A command itself gives 1 for findings."""
_BUG = 70
_INTERRUPTED = 130


class _Parser(ArgumentParser):
    def _get_formatter(self) -> HelpFormatter:
        # Left to itself, a formatter asks for the width of the terminal at every argument, and imports shutil for it.
        return self.formatter_class(prog=self.prog, width=width())  # type: ignore[call-arg]

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{self.prog}: {message}\n")


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
    if not words or words[0].startswith("-"):
        parser = _outer()
        parser.parse_args(words)
        parser.print_help(sys.stderr)
        return USAGE
    name = words[0]
    if name not in COMMANDS:
        from argmap.source.nearest import suggestion

        print(f"argmap: `{name}` is no command{suggestion(name, COMMANDS)}", file=sys.stderr)
        print("`argmap --help` lists all commands", file=sys.stderr)
        return USAGE
    module = command(name)
    parser = _Parser(prog=f"argmap {name}", description=module.__doc__)
    module.add_arguments(parser)
    # What a `--` separates can be told from the words as they came, and no longer from those that were parsed.
    arguments: Namespace = parser.parse_intermixed_args(words[1:], Namespace(raw=words[1:]))
    return module.run(arguments)


def _explained(error: Exception) -> int:
    """A sentence for what went wrong in the world; for a bug of ours, where to look."""
    from argmap.render.engine import EngineError
    from argmap.workspace.project import NoProjectError
    from argmap.workspace.refusal import RefusedError

    if isinstance(error, RefusedError):
        from argmap.report.visible import visible

        for line in (f"argmap: {error}", *error.help):
            print(visible(line), file=sys.stderr)
        return USAGE
    if isinstance(error, NoProjectError):
        print(f"argmap: {error}", file=sys.stderr)
        print("go to a folder of a project, or name files; `argmap new` starts one", file=sys.stderr)
        return USAGE
    if isinstance(error, FileNotFoundError) and not error.strerror:
        print(f"argmap: there is no `{error}`", file=sys.stderr)
        return USAGE
    if isinstance(error, FileNotFoundError) and error.filename is None:
        print("argmap: the folder that this was started in is gone", file=sys.stderr)
        return USAGE
    if isinstance(error, OSError):
        print(f"argmap: {_said_by_the_system(error)}", file=sys.stderr)
        return USAGE
    if isinstance(error, EngineError):
        print(f"argmap: {error}", file=sys.stderr)
        return USAGE
    if isinstance(error, UnicodeEncodeError) and error.encoding != "utf-8":
        print(f"argmap: this locale ({error.encoding}) cannot name a file of the project", file=sys.stderr)
        print("choose a UTF-8 locale, or set PYTHONUTF8=1", file=sys.stderr)
        return USAGE
    if os.environ.get("ARGMAP_TRACEBACK"):
        raise error
    kind = type(error).__name__
    print(f"argmap: a bug of argmap ({kind}: {error}); no file was changed by it", file=sys.stderr)
    print("please report it, with what `ARGMAP_TRACEBACK=1` shows", file=sys.stderr)
    return _BUG


def _said_by_the_system(error: OSError) -> str:
    if error.strerror is None:
        return str(error)
    said = error.strerror[:1].lower() + error.strerror[1:]
    return said if error.filename is None else f"{error.filename}: {said}"
