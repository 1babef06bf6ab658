"""Check everything, then draw what changed into renders/. Exit code 1 where there are errors, or stale renders.

With --staged, what will be committed is drawn; then exit code 1 also says that a render will not be committed with it.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.api.building import Built
    from argmap.workspace.renders import Change


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("folder", nargs="?", default=".", metavar="DIR", help="a folder of the project (default: here)")
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 where a render is not fresh")
    parser.add_argument(
        "--staged",
        "--cached",
        action="store_true",
        help="draw what is staged, which `git commit` would take; exit code 1 where a render is not staged with it",
    )
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="name every file that is written, removed, stale or not staged"
    )
    parser.add_argument("--no-cache", action="store_true", help="neither use nor keep results of other runs")


def run(arguments: Namespace) -> int:
    """Build, and say what was done."""
    from argmap.api.building import build
    from argmap.cli.check import counted, shown
    from argmap.cli.terminal import Meter, notify, say, tell

    meter = Meter()
    try:
        built = build(
            arguments.folder,
            only_check=arguments.check,
            cached=not arguments.no_cache,
            staged=arguments.staged,
            progress=lambda done, total, name: meter.show(f"drawing {done + 1} of {total}: {name}", done / total),
        )
    finally:
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
    ours = [change for change in built.changes if not change.state.stays]
    foreign = [change for change in built.changes if change.state.stays]
    for change in foreign:
        say(f"renders/{change.name} is {change.state.value}, and stays as it is; {_REMEDIES[change.state.name]}")
    listed = len(ours) if arguments.verbose else _FIRST if arguments.check else 0
    for change in ours[:listed]:
        tell(f"renders/{change.name} {change.state.value if arguments.check else _done(change)}")
    if arguments.check and len(ours) > listed:
        tell(f"... and {len(ours) - listed} more, which --verbose names")
    if built.checked.findings:
        say(f"{_summary(built)}; `argmap check{' --staged' if arguments.staged else ''}` shows them")
    say(_closing(built, only_check=arguments.check))
    if any(built.undrawn):
        pictures, unseen = built.undrawn
        more = f", and all that {counted(unseen, 'more disagreement')} would show" if unseen else ""
        say(
            f"not drawn, since others weigh more: {counted(pictures, 'picture')} of questions and disputes{more}; "
            "`argmap compare --issue ID -o FILE.svg` draws a question, `argmap compare A B -o FILE.svg` a dispute"
        )
    if built.links_left_out:
        say("links that cannot all hold are left out of the comparison")
    mended = sum(change.in_conflict for change in ours)
    if mended and not arguments.check:
        say(f"{mended} of them git had left in conflict; `git add` says that they are settled")
    if built.unstaged:
        _say_unstaged(built.unstaged, len(built.unstaged) if arguments.verbose else _FIRST)
    wrong = built.failures or foreign or built.unstaged or built.links_left_out
    return int(bool(wrong) or (arguments.check and bool(built.changes)))


def _say_unstaged(unstaged: Mapping[str, str], listed: int) -> None:
    from argmap.cli.terminal import say

    for name, why in islice(unstaged.items(), listed):
        say(f"renders/{name} {why}")
    if len(unstaged) > listed:
        say(f"... and {len(unstaged) - listed} more, which --verbose names")
    say("renders/ would not be committed as drawn: stage them with `git add`, and commit again")


_FIRST = 10
"""How many files that are stale, or not staged, are named unasked."""
_REMEDIES = {
    "FOREIGN": "move it away to have it",
    "CONFLICT": "no picture or text of this project is called so: settle it, or remove it",
}


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
    if only_check and built.changes:
        return f"{count}: {len(built.changes)} not fresh; run `argmap build`"
    return f"{count}: {'all fresh' if only_check else _what_was_done(built)}{_to_open(built)}"


def _what_was_done(built: Built) -> str:
    """How many files were drawn, written and removed."""
    from collections import Counter

    numbers = Counter(_done(change) for change in built.changes if not change.state.stays)
    return ", ".join(f"{number} {done}" for done, number in sorted(numbers.items())) or "nothing to do"


def _to_open(built: Built) -> str:
    """The file to look at first, as it is called from here."""
    import os.path
    from pathlib import Path

    if built.first is None:
        return ""
    try:
        path = Path(os.path.relpath(built.first))
    except ValueError:
        # On Windows no way leads from one drive to another.
        path = built.first
    return f"; open {path.as_posix()}"
