"""Make argument files of what other tools keep: tables, annotations, maps of other programs.

What became of each part is told: what was kept, what was changed and why, and what was left out.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.api.importing import Imported
    from argmap.exchange.formats import Format
    from argmap.exchange.loss import LossReport

_MOST_SHOWN = 20
"""Findings of one import that are told."""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="[FORMAT] PATH",
        help="files or folders, and before them their format (default: told from the content)",
    )
    parser.add_argument("--list", action="store_true", help="list the formats instead")
    parser.add_argument("-o", "--output", default=".", metavar="DIR", help="the folder of the project (default: here)")
    parser.add_argument("--sources", metavar="DIR", help="the folder of source texts, to prove quotes and choose cues")
    parser.add_argument("--title", metavar="TEXT", help="what the whole is called, where the files do not say")
    parser.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="an option of the format; may be repeated"
    )
    parser.add_argument("--dry-run", action="store_true", help="tell what would be written, and write nothing")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="of what is told (default: text)")


def run(arguments: Namespace) -> int:
    """Import, and tell what became of each part."""
    from pathlib import Path

    from argmap.api.importing import FORMATS, MissingExtraError, NotThisFormatError, import_files, place_of
    from argmap.api.importing import write_imported as write
    from argmap.cli.terminal import say

    if arguments.list:
        tell_formats((name, one) for name, one in FORMATS.items() if one.reads)
        return 0
    paths = list(arguments.paths)
    form = paths.pop(0) if len(paths) > 1 and paths[0] in FORMATS else ""
    options = dict(option.split("=", 1) for option in arguments.set if "=" in option)
    if not paths or len(options) < len(arguments.set):
        say("argmap: name a file to import" if not paths else "argmap: an option is written `--set NAME=VALUE`")
        return 2
    into = Path(arguments.output)
    try:
        imported = import_files(
            [Path(path) for path in paths],
            into.resolve(),
            form=form,
            sources=Path(arguments.sources) if arguments.sources else None,
            title=arguments.title or "",
            options=options,
        )
    except NotThisFormatError as error:
        say(f"argmap: {place_of(error)}: {error.message}" + (f"; {error.help}" if error.help else ""))
        return 1
    except MissingExtraError as error:
        say(f"argmap: {error}")
        return 2
    if not arguments.dry_run:
        write(imported, into.resolve())
    if arguments.format == "json":
        _tell_json(imported)
    else:
        _tell(imported, into, written=not arguments.dry_run)
    return 0


def tell_formats(formats: Iterable[tuple[str, Format]]) -> None:
    """Tell what formats are called and what they are."""
    from argmap.cli.terminal import tell

    for name, one in formats:
        tell(f"{name:12} {one.title}" + (f" (needs `argmap[{one.extra}]`)" if one.extra else ""))


def _tell(imported: Imported, into: object, *, written: bool) -> None:
    from argmap.cli.terminal import tell
    from argmap.wording.english import counted

    done = "written" if written else "would be written"
    tell(f"{counted(len(imported.files), 'file')} {done} into {into}, read as {imported.format}")
    tell_losses(imported.loss)
    findings = [one for one in imported.loaded.findings if one.place.file in imported.files]
    if findings:
        tell(f"`argmap check` finds in them: {counted(len(findings), 'finding')}")
        by_code: dict[str, int] = {}
        for finding in findings:
            by_code[finding.code] = by_code.get(finding.code, 0) + 1
        from argmap.source.codes import page

        for code, count in sorted(by_code.items())[:_MOST_SHOWN]:
            title = page(code).partition("\n")[0].lstrip("# ")
            tell(f"  {title}: {count}")


def tell_losses(loss: LossReport) -> None:
    """Tell what became of each part."""
    from argmap.cli.terminal import tell
    from argmap.exchange.loss import Fate

    for fate in Fate:
        losses = list(loss.losses(fate))
        if losses:
            tell(f"{fate.value}:")
        for one in losses:
            tell(f"  {one}")


def _tell_json(imported: Imported) -> None:
    import json

    from argmap.records.findings_json import findings_json
    from argmap.report.visible import json_text

    findings = [one for one in imported.loaded.findings if one.place.file in imported.files]
    told = {
        "format": imported.format,
        "files": sorted(imported.files),
        "parts": imported.loss.records(),
        "findings": json.loads(findings_json(findings, imported.loaded.texts)),
    }
    print(json_text(told))
