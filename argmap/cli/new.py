"""Start the file of a document under arguments/. On a terminal it asks for what the options leave open.

With --example it writes a whole project instead, texts and all, into a new folder.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

_QUESTIONS = {
    "id": "An id for the document, such as smith-2021",
    "title": "Its title",
    "author": "Its author (several: separated by semicolons)",
    "date": "Its date (2021, 2021-07 or 2021-07-09; empty if unknown)",
    "publisher": "Its publisher (empty if unknown)",
    "source": "Its file name or URL (empty if none)",
}
_NEEDED = ("id", "title", "author")


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "id",
        nargs="?",
        metavar="ID",
        help="the id of the document; the file is arguments/ID.argmap (with --example: the folder)",
    )
    parser.add_argument(
        "--example",
        metavar="NAME",
        help="write a project into a new folder: bike-lanes, two short texts on one question, or federalist",
    )
    parser.add_argument("--title", metavar="TEXT")
    parser.add_argument("--author", metavar="NAME", help="several: separated by semicolons")
    parser.add_argument("--date", metavar="DATE", help="a year, a month or a day: 2021-07-09")
    parser.add_argument("--publisher", metavar="NAME")
    parser.add_argument("--source", metavar="FILE", help="the file name or URL of the text")
    parser.add_argument("--language", metavar="CODE", help="such as en")


def run(arguments: Namespace) -> int:
    """Ask, and write a file that is not there yet."""
    from argmap.api.starting import Start, new
    from argmap.cli.chosen import typed
    from argmap.cli.output import output_folder
    from argmap.cli.terminal import say, tell
    from argmap.workspace.reader import SUFFIX

    if arguments.example is not None:
        return _example(arguments)
    try:
        for name in _QUESTIONS:
            _check(name, typed(getattr(arguments, name) or "").strip())
    except ValueError as error:
        say(f"argmap: {error}")
        return 2
    if sys.stdin.isatty():
        _ask(arguments)
    for name in (*_QUESTIONS, "language"):
        setattr(arguments, name, typed(getattr(arguments, name) or "").strip())
    authors = _authors(arguments.author)
    required = {"ID": arguments.id, "--title": arguments.title, "--author": authors}
    missing = [option for option, given in required.items() if not given]
    if missing:
        say("argmap: still missing: " + ", ".join(missing))
        return 2
    try:
        text = new(
            Start(
                id=arguments.id,
                title=arguments.title,
                authors=authors,
                date=arguments.date,
                publisher=arguments.publisher,
                source=arguments.source,
                language=arguments.language,
            )
        )
    except ValueError as error:
        say(f"argmap: {error}")
        return 2
    folder = _folder()
    path = folder / f"{arguments.id}{SUFFIX}"
    output_folder(str(folder))
    try:
        # "x": whatever is there already stays.
        with path.open("xb") as file:
            file.write(text.encode())
    except FileExistsError:
        say(f"argmap: {_there_already(path)}")
        return 2
    tell(str(path))
    say("open it in your editor, and run `argmap check` as you go")
    return 0


def _example(arguments: Namespace) -> int:
    """Write an example project into a folder that is empty or not there yet."""
    from argmap.api.starting import example
    from argmap.cli.chosen import typed
    from argmap.cli.output import output_folder
    from argmap.cli.terminal import say, tell

    others = [name for name in (*_QUESTIONS, "language") if name != "id" and getattr(arguments, name) is not None]
    if others:
        say(f"argmap: --{others[0]} is of a document of your own, and an example has none")
        return 2
    try:
        files = example(typed(arguments.example))
    except ValueError as error:
        say(f"argmap: {error}")
        return 2
    folder = Path(arguments.id or arguments.example)
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        say(f"argmap: {_there_already(folder)}")
        return 2
    for name, data in files.items():
        path = folder / name
        output_folder(str(path.parent))
        with path.open("xb") as file:
            file.write(data)
    tell(str(folder))
    say("run `argmap build` in that folder: it draws the example and says which file to open")
    return 0


def _folder() -> Path:
    from argmap.workspace.errors import NoProjectError
    from argmap.workspace.project_files import find_project
    from argmap.workspace.reader import FOLDER

    try:
        folder = find_project(Path.cwd()).root / FOLDER
    except NoProjectError:
        return Path(FOLDER)
    here = Path.cwd().resolve()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder


def _ask(arguments: Namespace) -> None:
    """Ask for what the options leave open, again and again until an answer will do."""
    from argmap.cli.terminal import say

    if not _folder().is_dir():
        say("this starts a project; `argmap new --example bike-lanes` writes one with two texts and a question")
    for name, question in _QUESTIONS.items():
        while getattr(arguments, name) is None:
            try:
                answer = input(f"{question}: ").strip()
            except EOFError:
                return
            try:
                _check_asked(name, answer)
            except ValueError as error:
                say(str(error))
            else:
                setattr(arguments, name, answer)


def _check_asked(name: str, answer: str) -> None:
    """See that what somebody typed will do.

    Raises:
        ValueError: It will not.
    """
    from argmap.workspace.reader import SUFFIX

    if name in _NEEDED and not answer.strip("; "):
        raise ValueError("this cannot be left out")
    _check(name, answer)
    if name == "id" and (_folder() / f"{answer}{SUFFIX}").exists():
        raise ValueError(f"{_there_already(_folder() / f'{answer}{SUFFIX}')}; choose another id")


def _check(name: str, answer: str) -> None:
    """See that an answer, or what an option says, can stand in the file.

    Raises:
        ValueError: It cannot.
    """
    from argmap.api.starting import author_id, check_id
    from argmap.resolve.values import is_date

    if name == "id" and answer:
        check_id(answer)
    elif name == "author":
        for author in _authors(answer):
            author_id(author)
    elif name == "date" and answer and not is_date(answer):
        raise ValueError(f"`{answer}` is no date; write a year, a month or a day: 2021, 2021-07 or 2021-07-09")


def _authors(text: str) -> list[str]:
    return list(dict.fromkeys(name.strip() for name in text.split(";") if name.strip()))


def _there_already(path: Path) -> str:
    return f"{path} is there already, and stays as it is"
