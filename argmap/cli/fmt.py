"""Write argument files in their canonical form. It has no options of style and never changes what a file says."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.api.formatting import Formatted


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and folders, by default the whole project; - for standard input"
    )
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 where a file would change")
    parser.add_argument("--diff", action="store_true", help="write nothing; print what would change")
    parser.add_argument(
        "--upgrade",
        action="store_true",
        help="instead, write the whole project in this version of the language: what was meant by names is declared",
    )


def run(arguments: Namespace) -> int:
    """Format, and write only what changed; each file is written as soon as it is done."""
    from argmap.api.formatting import fmt, write
    from argmap.cli.terminal import say, tell

    if arguments.upgrade:
        return _upgrade(arguments)
    if arguments.paths == ["-"]:
        return _standard_input(arguments)
    if "-" in arguments.paths:
        say("argmap: `-` is standard input, and stands alone")
        return 2
    only_look = arguments.check or arguments.diff
    changed = wrong = count = 0
    for found in fmt(arguments.paths):
        formatted = found if only_look else write(found)
        count += 1
        wrong += bool(formatted.findings or formatted.failure)
        _say_what_is_wrong(formatted)
        if not formatted.changed or formatted.failure:
            continue
        changed += 1
        if arguments.diff:
            print(diff_of(formatted), end="")
        elif arguments.check:
            tell(f"{formatted.before.name} would change")
        else:
            tell(f"{formatted.before.name} formatted")
    if not count:
        say("argmap: no argument file is on the disk here; what a checkout leaves out stays as it is")
    say(f"{count} {'file' if count == 1 else 'files'}, {changed} {'would change' if only_look else 'changed'}")
    return int(bool(wrong) or (bool(changed) and only_look))


def _upgrade(arguments: Namespace) -> int:
    """Upgrade the project, all files or none."""
    from argmap.api.formatting import write_all
    from argmap.api.upgrading import VERSION, upgrade
    from argmap.cli.terminal import say, tell

    folders = arguments.paths
    if len(folders) > 1 or not all(Path(folder).is_dir() for folder in folders):
        say("argmap: an upgrade is of a whole project: name its folder, or nothing where you stand in it")
        return 2
    files = upgrade(*folders)
    only_look = arguments.check or arguments.diff
    if not only_look:
        write_all(files)
    for file in files:
        if arguments.diff:
            print(diff_of(file, "upgraded"), end="")
        else:
            tell(f"{file.before.name} {'would change' if arguments.check else 'upgraded'}")
    if not files:
        say(f"the project is written in version {VERSION} of the language already")
    else:
        count = f"{len(files)} {'file' if len(files) == 1 else 'files'}"
        say(f"{count} {'would change' if only_look else 'upgraded'}; what they mean stays the same")
    return int(bool(files) and only_look)


def _standard_input(arguments: Namespace) -> int:
    from argmap.api.formatting import fmt_text
    from argmap.cli.terminal import say
    from argmap.workspace.reader import decode

    data = sys.stdin.buffer.read()
    reading = decode("-", data)
    if not reading.intact:
        # What is no text goes through as it came.
        if not (arguments.check or arguments.diff):
            sys.stdout.buffer.write(data)
        say(f"argmap: {reading.findings[0].message}")
        return 1
    formatted = fmt_text(reading.source.text)
    if arguments.diff:
        print(diff_of(formatted), end="")
    elif not arguments.check:
        sys.stdout.buffer.write(formatted.after.encode())
    _say_what_is_wrong(formatted)
    wrong = bool(formatted.findings or formatted.failure)
    return int(wrong or (formatted.changed and (arguments.check or arguments.diff)))


def _say_what_is_wrong(formatted: Formatted) -> None:
    from argmap.cli.terminal import say

    name, count = formatted.before.name, len(formatted.findings)
    if formatted.failure:
        say(f"{name} is left as it is: {formatted.failure}")
    elif count:
        say(
            f"{name}: {count} {'place' if count == 1 else 'places'} could not be read, and "
            f"{'is' if count == 1 else 'are'} left as {'it is' if count == 1 else 'they are'}; `argmap check` says why"
        )


def diff_of(formatted: Formatted, how: str = "formatted") -> str:
    """What a file would change, as a unified diff."""
    from difflib import unified_diff

    from argmap.report.visible import visible

    name = visible(formatted.before.name)
    before, after = (text.split("\n") for text in (formatted.before.text, formatted.after))
    lines = unified_diff(before, after, f"{name} (now)", f"{name} ({how})", lineterm="")
    return "".join(f"{visible(line)}\n" for line in lines)
