"""Say which stances, disputes and grounds changed between two sides: files, folders or revisions of a project.

With neither OLD nor NEW, what changed since the last commit (HEAD) in the working tree; with OLD alone, from there to
the working tree; with --staged, from HEAD or OLD to what will be committed next. Exit code 1 where --fail-on or
--exit-code ask for it, 3 where a side could not be read whole.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from argmap.cli.output import OutputPath, add_format, format_by_ending

if TYPE_CHECKING:
    from argmap.api.diffing import Diffed
    from argmap.diff.rule import Rule
    from argmap.source.finding import Finding
    from argmap.source.text import SourceText
    from argmap.workspace.accepted import Accepted

_FORMATS = ("text", "oneline", "json", "markdown", "github", "sarif", "html", "svg", "png", "pdf")
_SIGNIFICANCES = ("high", "medium", "low")
_NEVER = "never"
_MOST_SHOWN = 5
"""Errors of the sides that are shown; `argmap check` shows all."""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.usage = "argmap diff [OPTIONS] [OLD [NEW]] [--] [PATH ...]"
    parser.add_argument(
        "words",
        nargs="*",
        metavar="OLD [NEW] [PATH ...]",
        help="each side is a file, a folder, a revision (REF), REF:path, :path in the index, or - for standard input; "
        "a range (A..B, A...B, REF^!) is both sides; OLD is HEAD and NEW the working tree if left out; PATHs, after "
        "two sides or after --, are the files and folders to report on",
    )
    parser.add_argument(
        "--against",
        nargs="?",
        const="",
        metavar="REF",
        help="as for a pull request: OLD is where HEAD (or NEW) left REF, by default the default branch",
    )
    parser.add_argument(
        "--staged", "--cached", action="store_true", help="NEW is what is staged, which `git commit` would take"
    )
    add_format(parser, _FORMATS, "default: the ending of FILE, else text")
    parser.add_argument("-o", "--output", type=OutputPath, metavar="FILE", help="write to a file")
    parser.add_argument(
        "--full",
        action="store_true",
        help="a sentence for each change, where text, markdown and html tell in one what is one edit or consequence",
    )
    parser.add_argument(
        "--fail-on",
        choices=(*_SIGNIFICANCES, _NEVER),
        default=_NEVER,
        help="the least significance that makes exit code 1 (default: never)",
    )
    parser.add_argument("--exit-code", action="store_true", help="exit code 1 where anything is reported")
    parser.add_argument("--only", action="append", default=[], metavar="RULE,...", help="report only such changes")
    parser.add_argument("--ignore", action="append", default=[], metavar="RULE,...", help="leave such changes out")
    parser.add_argument("--accept", metavar="FILE", help="a file of changes that somebody accepted, by fingerprint")
    parser.add_argument("--width", type=int, metavar="COLUMNS", help="default: that of the terminal")
    parser.add_argument("--schema", action="store_true", help="print the JSON Schema of --format json instead")


def run(arguments: Namespace) -> int:
    """Compare, say what changed, and whether that is too much."""
    from argmap.cli.output import write_output

    if arguments.schema:
        from argmap.records.difference_json import DIFFERENCE
        from argmap.records.schema import schema_text

        return write_output(arguments.output, schema_text(DIFFERENCE).encode())
    from argmap.api.diffing import Form, accept, diff, report, told
    from argmap.cli.terminal import palette, say, width
    from argmap.diff.significance import Significance
    from argmap.report.terminal_text import PLAIN

    only, ignored = (_rules(words) for words in (arguments.only, arguments.ignore))
    old, new, paths = _sides(arguments)
    diffed = diff(old, new, paths, against=arguments.against, staged=arguments.staged)
    accepted = accept(arguments.accept, diffed) if arguments.accept else None
    _warn(diffed, accepted)
    difference = told(diffed, only=only, ignored=ignored, accepted=accepted)
    failing = None if arguments.fail_on == _NEVER else Significance(arguments.fail_on)
    to_terminal = arguments.output in (None, "-")
    form = Form(arguments.format or format_by_ending(arguments.output, _FORMATS))
    if form.is_picture or form in (Form.ONELINE, Form.SARIF):
        # What these forms have no place for is said beside them.
        for notice in difference.notices:
            say(f"argmap: {notice}")
    data = report(
        difference,
        form,
        width=max(40, arguments.width or width()),
        palette=palette(sys.stdout) if to_terminal else PLAIN,
        failing=failing,
        links=_links(diffed) if form is Form.MARKDOWN else None,
        full=arguments.full,
    )
    code = write_output(arguments.output, data)
    if code:
        return code
    if diffed.partial:
        return 3
    too_much = failing is not None and difference.reaches(failing)
    return int(too_much or (arguments.exit_code and bool(difference.judged)))


def _sides(arguments: Namespace) -> tuple[str, str | None, list[str]]:
    """Which of the words are sides, and which are paths."""
    from argmap.workspace.errors import RefusedError

    words = list(arguments.words)
    if "" in words:
        raise RefusedError("one of the words is empty, as an unset variable is", "leave it out, or name what is meant")
    behind = arguments.behind
    sides, paths = words[: len(words) - behind], words[len(words) - behind :]
    count = 2 - (arguments.against is not None) - arguments.staged
    if behind and len(sides) > count:
        raise RefusedError(f"there are {len(sides)} words before `--`, and {count or 'none'} can be sides")
    sides, paths = sides[:count], sides[count:] + paths
    if arguments.against is not None and not arguments.staged:
        return "", sides[0] if sides else None, paths
    return sides[0] if sides else "", sides[1] if len(sides) > 1 else None, paths


def _rules(words: list[str]) -> frozenset[Rule]:
    from argmap.diff.rule import Rule
    from argmap.source.nearest import suggestion
    from argmap.workspace.errors import RefusedError

    names = [name.strip() for word in words for name in word.split(",") if name.strip()]
    for name in names:
        if name not in set(Rule):
            raise RefusedError(
                f"`{name}` is no kind of change{suggestion(name, set(Rule))}", f"there are: {', '.join(Rule)}"
            )
    return frozenset(map(Rule, names))


def _links(diffed: Diffed) -> Callable[[str, int, bool], str] | None:
    import os

    from argmap.git.sides import line_links

    return line_links(diffed.sides, os.environ)


def _warn(diffed: Diffed, accepted: Accepted | None) -> None:
    """Say what is wrong with what was read, beside the outcome."""
    from argmap.cli.terminal import say

    if accepted is not None:
        _show((*accepted.findings, *diffed.stale(accepted)), {accepted.source.name: accepted.source})
    shown: set[Finding] = set()
    for side, called in ((diffed.new, diffed.sides.new.name), (diffed.old, diffed.sides.old.name)):
        errors = [error for error in side.errors if error not in shown]
        if errors:
            shown.update(errors)
            say(f"argmap: {called} could not be read whole; the rest is compared")
            _show(errors[:_MOST_SHOWN], {**side.texts, **side.originals})
            if len(errors) > _MOST_SHOWN:
                say(f"and {len(errors) - _MOST_SHOWN} more: `argmap check` says all")


def _show(findings: Sequence[Finding], texts: Mapping[str, SourceText]) -> None:
    from argmap.cli.terminal import palette, width
    from argmap.report.findings.full import full

    if findings:
        print(full(findings, texts, palette(sys.stderr), width()), file=sys.stderr)
