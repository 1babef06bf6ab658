"""Follow one claim through its history: which commits changed it, its reasons, or whose it is, and how.

The newest come first, what is not committed yet before all. A declared rename (`was`) is followed, and so is a claim
that moved to another file; of a merge, what it brought to its branch. Exit code 2 where nothing has, or had, the name.
"""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from itertools import islice
from typing import TYPE_CHECKING

from argmap.cli.output import PAGE_FORMATS, add_format

if TYPE_CHECKING:
    from argmap.api.history import History
    from argmap.cli.terminal import Meter


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "name",
        nargs="?",
        metavar="CLAIM",
        help="document.claim, or claim where one document has it; or a document, issue, author, actor, DOC/ACTOR",
    )
    parser.add_argument("--since", default="", metavar="REF", help="leave out what this revision already had")
    parser.add_argument("-n", "--number", type=_count, metavar="N", help="tell the newest N commits only")
    add_format(parser, (*PAGE_FORMATS, "json"))
    parser.add_argument("--schema", action="store_true", help="print the JSON Schema of --format json instead")
    parser.add_argument("--width", type=int, metavar="COLUMNS", help="default: that of the terminal")


def run(arguments: Namespace) -> int:
    """Tell the history, each commit as soon as it is known."""
    from argmap.cli.output import write_output

    if arguments.schema:
        from argmap.records.history_json import HISTORY
        from argmap.records.schema import schema_text

        return write_output(None, schema_text(HISTORY).encode())
    if arguments.name is None:
        from argmap.cli.terminal import say

        say("argmap log: name a claim: document.claim, or claim where one document alone has it")
        return 2
    from argmap.api.history import log
    from argmap.cli.chosen import typed
    from argmap.cli.terminal import Meter, notify
    from argmap.language.ids import normal

    meter = Meter()

    def progress(done: int, total: int) -> None:
        meter.show(f"reading commit {done + 1} of {total}")

    try:
        with log(normal(typed(arguments.name)), since=arguments.since, progress=progress) as found:
            notify(found.notices)
            if arguments.format == "json":
                return _json(found, arguments.number, meter)
            return _page(found, arguments, meter)
    finally:
        meter.clear()


def _count(word: str) -> int:
    if not (word.isascii() and word.isdigit() and len(word) < 10 and int(word)):
        raise ArgumentTypeError(f"`{word}` is no number from 1 on")
    return int(word)


def _json(found: History, most: int | None, meter: Meter) -> int:
    from argmap.cli.output import write_output
    from argmap.records.history_json import history_json

    episodes = tuple(islice(found.episodes, most))
    meter.clear()
    cut = found.cut.id if found.cut is not None and (most is None or len(episodes) < most) else ""
    return write_output(None, history_json(found.subject, episodes, cut).encode("utf-8", "replace"))


def _page(found: History, arguments: Namespace, meter: Meter) -> int:
    """Each commit as soon as it is known, and what there is to say about all of them."""
    from argmap.api.history import report
    from argmap.cli.output import write_output
    from argmap.cli.terminal import palette, width

    parts = report(
        found, arguments.format, arguments.number, palette=palette(), width=max(40, arguments.width or width())
    )
    told = 0
    for part in parts:
        told += 1
        meter.clear()
        write_output(None, part.encode("utf-8", "replace"))
    meter.clear()
    if arguments.format == "text" and told != arguments.number:
        _tell_the_end(found, arguments, told)
    return 0


def _tell_the_end(found: History, arguments: Namespace, told: int) -> None:
    """Say what a text has no place for: that there is nothing, or how far back it goes."""
    from argmap.cli.terminal import say

    if not told:
        since = f" since {arguments.since}" if arguments.since else ""
        say(f"nothing changed about {found.subject.kind.value} `{found.subject.name}`{since}")
    if found.cut is not None:
        say(f"here the history of this clone is cut, at {found.cut.id[:10]} of {found.cut.date}; the rest of it:")
        say("  git fetch --unshallow")
