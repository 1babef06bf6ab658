"""Say where authors disagree, where they agree, and what it turns on."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from argmap.cli.output import OutputPath, add_format, format_by_ending

if TYPE_CHECKING:
    from argmap.api.comparing import Lack, Question
    from argmap.project.corpus_loader import Loaded
    from argmap.report.comparison.comparison_report import ComparisonReport

_PICTURES = ("svg", "png", "pdf")
_DOCX = "docx"
_IN_PART = 3
"""The exit code where links were left out."""
_MOST_SHOWN = 10
_FORMATS = ("text", "markdown", "json", "csv", "html", _DOCX, *_PICTURES)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "holders",
        nargs="*",
        metavar="WHO",
        help="two documents, authors, actors, or DOC/ACTOR to put beside each other (default: all authors)",
    )
    parser.add_argument("--issue", metavar="ID", help="only this issue")
    parser.add_argument("--author", metavar="ID", help="this author, or document, beside all others")
    parser.add_argument("--since", metavar="DATE", help="leave out what is older: a year, a month or a day")
    add_format(parser, _FORMATS, "default: the ending of FILE, else text")
    parser.add_argument(
        "-o",
        "--output",
        type=OutputPath,
        metavar="FILE",
        help="a file, or for pictures a folder for all of them",
    )
    lengths = parser.add_mutually_exclusive_group()
    lengths.add_argument("--full", action="store_true", help="everything, with all reasons")
    lengths.add_argument("--brief", action="store_true", help="at most 40 lines")
    parser.add_argument("--width", type=int, metavar="COLUMNS", help="default: that of the terminal")
    parser.add_argument("--schema", action="store_true", help="print the JSON Schema of --format json instead")


def run(arguments: Namespace) -> int:
    """Compare, unless there are errors in the files; links that cannot all hold are left out."""
    from argmap.cli.output import refused, write_output
    from argmap.cli.terminal import notify, say

    if arguments.schema:
        from argmap.records.comparison_json import COMPARISON
        from argmap.records.schema import schema_text

        return write_output(arguments.output, schema_text(COMPARISON).encode())
    question = _question(arguments)
    if question is None:
        return 2
    from argmap.api.comparing import UnknownNameError, compare, missing
    from argmap.api.loaded_corpus import load

    loaded = load(".")
    notify(loaded.notices)
    errors = loaded.errors_of_reading
    if errors:
        return refused(errors, loaded, "nothing is compared, since it would lack what could not be read")
    try:
        told = compare(loaded.corpus, question, loaded.links_left_out)
    except UnknownNameError as error:
        say(f"argmap: {error}")
        say("there are: " + ", ".join(sorted(loaded.corpus.issues if error.is_issue else loaded.corpus.documents)))
        return 2
    lack = missing(told)
    if lack is not None:
        say(f"argmap: {_lacking(lack, since=arguments.since)}")
        return 2
    if loaded.errors:
        _say_left_out(loaded)
    form = arguments.format or format_by_ending(arguments.output, _FORMATS)
    code = _draw(arguments.output, told, form) if form in _PICTURES else _write(arguments, form, told, loaded)
    return code or (_IN_PART if loaded.errors else 0)


def _say_left_out(loaded: Loaded) -> None:
    import sys

    from argmap.cli.terminal import palette, say, width
    from argmap.report.findings.full import full

    shown = loaded.errors[:_MOST_SHOWN]
    print(full(shown, loaded.texts, palette(sys.stderr), width()), file=sys.stderr)
    if len(loaded.errors) > len(shown):
        say(f"and {len(loaded.errors) - len(shown)} more: `argmap check` says all")
    say("argmap: links that cannot all hold are left out, and the rest is compared")


def _write(arguments: Namespace, wanted: str, told: ComparisonReport, loaded: Loaded) -> int:
    import sys

    from argmap.api.comparing import Form, Length, report, word_document
    from argmap.cli.output import write_output
    from argmap.cli.terminal import palette, width
    from argmap.report.terminal_text import PLAIN

    usual = Length.REPORT if wanted == _DOCX else Length.FIRST
    length = Length.FULL if arguments.full else Length.BRIEF if arguments.brief else usual
    if wanted == _DOCX:
        return write_output(arguments.output, word_document(told, loaded.texts, length))
    to_terminal = arguments.output in (None, "-")
    text = report(
        told,
        Form(wanted),
        texts=loaded.texts,
        length=length,
        width=max(40, arguments.width or width()),
        palette=palette(sys.stdout) if to_terminal else PLAIN,
    )
    return write_output(arguments.output, text.encode("utf-8", "replace"))


def _draw(output: str | None, told: ComparisonReport, form: str) -> int:
    import os
    from pathlib import Path

    from argmap.api.comparing import drawn, pictures
    from argmap.cli.output import output_folder, write_output
    from argmap.cli.terminal import say, tell

    found = pictures(told)
    if not found:
        say("argmap: there is no picture of this: nobody disagrees with reasons on both sides, and nobody changed")
        return 2
    if output is not None and (output.endswith(("/", os.sep)) or Path(output).is_dir()):
        folder = output_folder(output)
        for picture in found:
            path = folder / f"{picture.name.rpartition('/')[2]}.{form}"
            write_output(str(path), drawn(picture, form))
            tell(str(path))
        return 0
    if len(found) > 1:
        say(f"this is the first picture; there are {len(found) - 1} more: give a folder, as in `-o maps/`, for all")
    return write_output(output, drawn(found[0], form))


def _question(arguments: Namespace) -> Question | None:
    """What is asked; None after saying why it is no question."""
    from argmap.api.comparing import Question
    from argmap.cli.chosen import typed
    from argmap.cli.terminal import say
    from argmap.language.ids import normal
    from argmap.resolve.values import is_date
    from argmap.source.loosened import loosened

    holders = [normal(typed(word)) for word in arguments.holders]
    if len(holders) not in (0, 2):
        say("argmap: two are put beside each other, or all: name two, or none, or one with `--author`")
        return None
    if holders and arguments.author is not None:
        say("argmap: `--author` puts one beside all others; name two without it, or one with it")
        return None
    if holders and loosened(holders[0]) == loosened(holders[1]):
        say(f"argmap: `{holders[0]}` is named twice; `--author` puts one beside all others")
        return None
    if arguments.since is not None and not is_date(arguments.since):
        date = typed(arguments.since)
        say(f"argmap: `{date}` is no date; write a year, a month or a day: 2021, 2021-07 or 2021-07-09")
        return None
    one, other = holders or (normal(typed(arguments.author or "")), "")
    return Question(one=one, other=other, issue=normal(typed(arguments.issue or "")), since=arguments.since or "")


def _lacking(lack: Lack, *, since: str | None) -> str:
    from argmap.api.comparing import Lack

    match lack:
        case Lack.NO_DOCUMENT if since:
            return f"no document is of {since} or later, so there is nothing to compare"
        case Lack.NO_DOCUMENT:
            return "there is no document yet, so there is nothing to compare; `argmap new` starts one"
        case Lack.ONE_HOLDER:
            return (
                "fewer than two holders take a stance, so there is nothing to compare; `answers ISSUE: POSITION` under "
                "claims of two documents, or a `link` between them, is needed"
            )
        case Lack.NOTHING_SHARED:
            return (
                "no two holders answer the same issue, so there is nothing to compare; `answers` lines on a shared "
                "`issue`, or a `link` between two claims, are needed"
            )
