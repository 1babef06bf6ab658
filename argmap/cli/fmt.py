"""Write argument files in their canonical form. It has no options of style and never changes what a file says."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
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


def run(arguments: Namespace) -> int:
    """Format, and write only what changed."""
    from argmap.cli.terminal import say

    if arguments.paths == ["-"]:
        return _standard_input(arguments)
    if "-" in arguments.paths:
        say("argmap: `-` is standard input, and stands alone")
        return 2
    changed = unreadable = count = 0
    for formatted in _all(arguments):
        count += 1
        unreadable += bool(formatted.findings)
        if formatted.findings:
            say(_left(formatted))
        if not formatted.changed:
            continue
        changed += 1
        if arguments.diff:
            print(_diff(formatted), end="")
        elif arguments.check:
            print(f"{formatted.before.name} would change")
        else:
            _write(formatted)
            print(f"{formatted.before.name} formatted")
    would = "would change" if arguments.check or arguments.diff else "changed"
    say(f"{count} {'file' if count == 1 else 'files'}, {changed} {would}")
    return int(bool(unreadable) or (bool(changed) and (arguments.check or arguments.diff)))


def _all(arguments: Namespace) -> Iterator[Formatted]:
    from argmap.api.formatting import fmt

    return fmt(arguments.paths)


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
        print(_diff(formatted), end="")
    elif not arguments.check:
        sys.stdout.buffer.write(formatted.after.encode())
    if formatted.findings:
        say(_left(formatted))
    return int(bool(formatted.findings) or (formatted.changed and (arguments.check or arguments.diff)))


def _left(formatted: Formatted) -> str:
    count = len(formatted.findings)
    return (
        f"{formatted.before.name}: {count} {'place' if count == 1 else 'places'} could not be read, and "
        f"{'is' if count == 1 else 'are'} left as {'it is' if count == 1 else 'they are'}; `argmap check` says why"
    )


def _diff(formatted: Formatted) -> str:
    from difflib import unified_diff

    from argmap.report.visible import visible

    name = formatted.before.name
    before, after = (text.split("\n") for text in (formatted.before.text, formatted.after))
    lines = unified_diff(before, after, f"{name} (now)", f"{name} (formatted)", lineterm="")
    return "".join(f"{visible(line)}\n" for line in lines)


def _write(formatted: Formatted) -> None:
    from argmap.workspace.writing import write_atomically

    assert formatted.path is not None
    real = formatted.path.resolve()
    data = formatted.path.read_bytes()
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    write_atomically(real, mark + formatted.after.encode(), real.parent)
