"""Check everything, then draw what changed into renders/. Exit code 1 where there are errors, or stale renders."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.api.building import Built
    from argmap.workspace.renders import Change


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("folder", nargs="?", default=".", metavar="DIR", help="a folder of the project (default: here)")
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 where a render is not fresh")
    parser.add_argument("--no-cache", action="store_true", help="neither use nor keep results of other runs")


def run(arguments: Namespace) -> int:
    """Build, and say what was done."""
    from argmap.api.building import build
    from argmap.cli.check import shown
    from argmap.cli.meter import Meter
    from argmap.cli.terminal import notify, say, tell

    meter = Meter()
    built = build(
        arguments.folder,
        only_check=arguments.check,
        cached=not arguments.no_cache,
        progress=lambda done, total, name: meter.show(f"drawing {done + 1} of {total}: {name}"),
    )
    meter.clear()
    if built.checked.uncached:
        say(f"argmap: {built.checked.uncached}")
    notify(built.checked.notices)
    if built.refused:
        print(shown(built.checked, "full"))
        say(f"{_summary(built)}: nothing is drawn")
        return 1
    for name, why in built.failures.items():
        say(f"renders/{name} could not be {'drawn' if name.endswith('.svg') else 'written'}: {why}")
    foreign = 0
    for change in built.changes:
        state = change.state.value
        if change.state.name == "FOREIGN":
            foreign += 1
            say(f"renders/{change.name} is {state}, and stays as it is; move it away to have it")
        else:
            tell(f"renders/{change.name} {state if arguments.check else _done(change)}")
    if built.checked.findings:
        say(f"{_summary(built)}; `argmap check` shows them")
    say(_closing(built, only_check=arguments.check))
    return int(bool(built.failures) or bool(foreign) or (arguments.check and bool(built.changes)))


def _done(change: Change) -> str:
    if change.state.name == "LEFT_OVER":
        return "removed"
    return "drawn" if change.name.endswith(".svg") else "written"


def _summary(built: Built) -> str:
    from argmap.report.findings.finding_lines import summary_line

    return summary_line(built.checked.findings)


def _closing(built: Built, *, only_check: bool) -> str:
    from argmap.cli.check import counted

    checked = built.checked
    counts = ((checked.documents, "document"), (checked.claims, "claim"), (built.pictures, "picture"))
    count = ", ".join(counted(number, thing) for number, thing in counts)
    if only_check:
        return f"{count}: " + (f"{len(built.changes)} not fresh; run `argmap build`" if built.changes else "all fresh")
    changed = len([change for change in built.changes if change.state.name != "FOREIGN"])
    return f"{count}: " + (f"{changed} changed in renders/" if changed else "nothing to do")
