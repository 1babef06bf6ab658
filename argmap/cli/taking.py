"""Taking what `argmap suggest` showed: accepting writes its lines, rejecting notes that it is not so."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.api.suggestion_taking import Taken


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--accept",
        nargs="+",
        default=[],
        metavar="N[=CHOICE]",
        help="write what was suggested under these numbers: 3, its second candidate 3b, another position 3b=no; a "
        "number means what the last `argmap suggest` of this project showed under it, whatever was written since, "
        "and is refused where its texts were reworded since",
    )
    parser.add_argument(
        "--reject",
        nargs="+",
        default=[],
        metavar="N",
        help="note that these are not so: `silent: ISSUE` under the document for an answer, `unrelated-to` for two "
        "claims or names, and for one candidate (3b) of an answer",
    )
    parser.add_argument("--dry-run", action="store_true", help="with these two: print what would change, write nothing")


def is_asked(arguments: Namespace) -> bool:
    """Whether suggestions are to be taken, and none shown."""
    return bool(arguments.accept or arguments.reject or arguments.dry_run)


def run(arguments: Namespace) -> int:
    """Take what was shown, and tell what was written and where; the exit code."""
    from argmap.api.formatting import write_all
    from argmap.api.suggestion_taking import take
    from argmap.cli.fmt import diff_of
    from argmap.cli.terminal import say
    from argmap.wording.english import counted

    if not (arguments.accept or arguments.reject):
        say("argmap: `--dry-run` goes with `--accept` or `--reject`")
        return 2
    taken = take(arguments.accept, arguments.reject)
    if arguments.dry_run:
        for file in taken.files:
            print(diff_of(file, "taken"), end="")
    else:
        write_all(taken.files)
    count = _tell_lines(taken, shown=not arguments.dry_run)
    for line in taken.there:
        say(f"it stands there already: {line}")
    for finding in taken.findings:
        say(f"{finding.severity.value}[{finding.code}]: {finding.message}")
    done = "would be written" if arguments.dry_run else "written"
    say(f"{counted(count, 'line')} {done} into {counted(len(taken.files), 'file')}")
    return 0


def _tell_lines(taken: Taken, *, shown: bool) -> int:
    """Tell every line that is new or longer, with its place; how many there are."""
    from argmap.api.formatting import line_changes
    from argmap.cli.terminal import tell

    count = 0
    for file in taken.files:
        moved = 0
        for change in line_changes(file.before.text, file.after):
            for number, line in enumerate(change.lines, change.start + moved + 1):
                if line.strip():
                    count += 1
                    if shown:
                        tell(f"{file.before.name}:{number}: {line.strip()}")
            moved += len(change.lines) - (change.end - change.start)
    return count
