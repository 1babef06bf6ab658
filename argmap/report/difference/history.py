"""What became of one thing, commit by commit, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from argmap.diff.change_subject import Subject
from argmap.report.difference.difference_report import DiffReport
from argmap.report.difference.entries import followers_of
from argmap.report.terminal import LEVELS, NARROWEST, hanging
from argmap.report.terminal_text import PLAIN, Palette, Role
from argmap.report.visible import visible
from argmap.wording.changes import headline
from argmap.wording.names import DifferenceNames
from argmap.wording.rules import SIGNS

_SHOWN = 10
"""Digits of a commit's id that are enough for people."""


@attrs.frozen(kw_only=True)
class Episode:
    """What one commit did to a thing.

    Attributes:
        commit: Its full id; empty for what is not committed yet.
        date: The day on which it was written, ISO 8601.
        author: The name of whoever wrote it.
        title: The first paragraph of its message.
        subject: The thing, by the name that it had after the commit.
        told: The changes to it, and what follows from them.
    """

    commit: str = ""
    date: str = ""
    author: str = ""
    title: str = ""
    subject: Subject
    told: DiffReport


def episode_text(episode: Episode, palette: Palette = PLAIN, width: int = 100) -> str:
    """An episode in lines of at most `width` cells (but never fewer than 40): the commit, then what it changed.

    What follows from a change stands deeper under it, and begins with ``so:``.
    """
    width = max(width, NARROWEST)
    begin = episode.commit[:_SHOWN] if episode.commit else "not committed yet"
    said = f" {episode.date}, {episode.author}: {episode.title}" if episode.commit else ""
    lines = hanging(begin + said, "", "  ", width)
    lines[0] = palette.paint(Role.FRAME, begin) + lines[0].removeprefix(begin)
    for file in episode.told.partial:
        lines += hanging(f"partial: {visible(file)} could not be read whole, before or after", "  ", "    ", width)
    lines += _changes(episode.told, palette, width)
    return "".join(f"{line}\n" for line in lines)


def _changes(report: DiffReport, palette: Palette, width: int) -> Iterator[str]:
    names = DifferenceNames.of(report.difference)
    below = followers_of(report.judged)
    follow = {number for numbers in below.values() for number in numbers}
    waiting = [(number, 1) for number in reversed(range(len(report.judged))) if number not in follow]
    while waiting:
        number, depth = waiting.pop()
        judged = report.judged[number]
        sign = f"{SIGNS[judged.significance]} {judged.significance}[{judged.change.rule}]"
        sentence = headline(judged.change, report.difference, names)
        first = f"{'  ' * depth}{'so: ' if number in follow else ''}"
        lines = hanging(f"{sign}: {sentence}", first, " " * len(first) + "  ", width)
        yield lines[0].replace(sign, palette.paint(LEVELS[judged.significance], sign), 1)
        yield from lines[1:]
        waiting += [(each, depth + 1) for each in reversed(below.get(number, ()))]
