"""Say what is wrong, doubtful or untidy in argument files. Exit code 1 where there are errors."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.api.checking import Checked

FORMATS = ("full", "concise", "json", "github", "sarif")
_FOR_PEOPLE = ("full", "concise")
_CLEARED = "\x1b[H\x1b[2J\x1b[3J"
_GRAVITY = ("error", "warning", "note")


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; by default the whole project")
    parser.add_argument(
        "--staged", "--cached", action="store_true", help="check what is staged, which `git commit` would take"
    )
    parser.add_argument("--sources", metavar="DIR", help="prove the cues against the source texts in this folder")
    parser.add_argument(
        "--drafted",
        action="store_true",
        help="hold documents to harder rules, as drafts of a model; PATH may be an id",
    )
    parser.add_argument("--format", choices=FORMATS, default="full", help="how findings are shown (default: full)")
    parser.add_argument(
        "--fail-on",
        choices=_GRAVITY,
        default="error",
        help="the mildest finding that makes exit code 1 (default: error)",
    )
    parser.add_argument("--watch", action="store_true", help="check again whenever a file changes, until Ctrl+C")
    parser.add_argument("--schema", action="store_true", help="print the JSON Schema of --format json instead")
    parser.add_argument("--no-cache", action="store_true", help="neither use nor keep results of other runs")


def run(arguments: Namespace) -> int:
    """Check, show, and say how it went."""
    if arguments.schema:
        from argmap.cli.output import write_output
        from argmap.records.findings_json import FINDINGS
        from argmap.records.schema import schema_text

        return write_output(None, schema_text(FINDINGS).encode())
    if arguments.watch:
        return _watch(arguments)
    from argmap.api.checking import check
    from argmap.cli.terminal import notify, say

    paths = arguments.paths
    if arguments.drafted:
        from argmap.cli.chosen import file_of

        paths = [file_of(word) for word in paths]
    checked = check(
        paths,
        sources=arguments.sources,
        cached=not arguments.no_cache,
        staged=arguments.staged,
        as_drafts=arguments.drafted,
    )
    if checked.uncached:
        say(f"argmap: {checked.uncached}")
    notify(checked.notices)
    _print(checked, arguments.format)
    grave = _GRAVITY[: _GRAVITY.index(arguments.fail_on) + 1]
    return int(any(finding.severity.value in grave for finding in checked.findings))


def _print(checked: Checked, form: str) -> None:
    from argmap.cli.terminal import say

    print(shown(checked, form), end="")
    if form in _FOR_PEOPLE:
        if checked.findings and form == "full":
            say("")
        say(_summary(checked))
        if not checked.documents:
            say("there is no document yet: `argmap new` starts one")


def _watch(arguments: Namespace) -> int:
    """Check again and again, each time with a screen to itself."""
    import gc
    import sys
    from pathlib import Path

    from argmap.api.checking import watch
    from argmap.cli.terminal import say
    from argmap.workspace.project_files import find_root

    if arguments.drafted:
        say("argmap: a draft is checked once, and not watched")
        return 2
    folder = Path(arguments.paths[0] if arguments.paths else ".")
    if (
        len(arguments.paths) > 1
        or not folder.is_dir()
        or arguments.staged
        or arguments.drafted
        or arguments.format not in _FOR_PEOPLE
    ):
        say("argmap: what is watched is one project, its files on the disk, and shown to people")
        return 2
    if arguments.sources and not Path(arguments.sources).is_dir():
        raise FileNotFoundError(arguments.sources)
    # What is checked again and again leaves circles behind, unlike a command that ends.
    gc.enable()
    try:
        for checked in watch(find_root(folder), Path(arguments.sources) if arguments.sources else None):
            if sys.stdout.isatty():
                print(_CLEARED, end="")
            _print(checked, arguments.format)
            sys.stdout.flush()
    except KeyboardInterrupt:
        say("")
    return 0


def shown(checked: Checked, form: str) -> str:
    """The findings in one of the formats."""
    from argmap.cli.terminal import palette, width

    findings, texts = checked.findings, checked.texts
    if form == "full":
        if not findings:
            return ""
        from argmap.report.findings.full import full

        return full(findings, texts, palette(), width())
    if form == "concise":
        from argmap.report.findings.finding_lines import concise

        return concise(findings, texts)
    if form == "json":
        from argmap.records.findings_json import findings_json

        return findings_json(findings, texts)
    if form == "github":
        from argmap.report.findings.finding_annotations import github

        return github(findings, texts)
    from argmap.report.findings.finding_annotations import Rule, sarif
    from argmap.source.codes import SEVERITIES, page, title

    return sarif(findings, texts, {code: Rule(title(code), page(code)) for code in SEVERITIES})


def _summary(checked: Checked) -> str:
    from argmap.report.findings.finding_lines import summary_line

    read = f"{counted(checked.documents, 'document')}, {counted(checked.claims, 'claim')}"
    if checked.cues is not None:
        read += f", {counted(checked.cues, 'cue')} looked up"
    line = f"{read}: {summary_line(checked.findings)}"
    if checked.switched_off:
        # What the settings leave out is no finding, and still nobody should take its absence for more.
        codes = ", ".join(sorted(set(checked.switched_off)))
        line += f", and {len(checked.switched_off)} switched off by the settings ({codes})"
    if checked.findings:
        gravest = min(checked.findings, key=lambda finding: _GRAVITY.index(finding.severity.value))
        line += f"; `argmap explain {gravest.code}` says more"
    return line


def counted(number: int, thing: str) -> str:
    """A number of things, in words."""
    return f"{number} {thing}{'' if number == 1 else 's'}"
