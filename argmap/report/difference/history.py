"""What became of one thing, commit by commit, for a terminal and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from argmap.diff.change_subject import Subject
from argmap.diff.significance import Significance
from argmap.report.cells import cells, wrap
from argmap.report.difference.account import told_under
from argmap.report.difference.names import Names
from argmap.report.difference.painted import flat
from argmap.report.difference.records import changes
from argmap.report.difference.signs import SIGNS
from argmap.report.difference.told import Told
from argmap.report.difference.words import headline
from argmap.report.json_text import json_text
from argmap.report.palette import PLAIN, Palette, Role
from argmap.report.visible import visible

VERSION = 1
"""Counts up whenever a reader of the old JSON would misread the new one."""

_SHOWN = 10
"""Digits of a commit's id that are enough for people."""
_NARROWEST = 40
_ROLES = {Significance.HIGH: Role.ERROR, Significance.MEDIUM: Role.WARNING, Significance.LOW: Role.NOTE}


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
    told: Told


def episode_text(episode: Episode, palette: Palette = PLAIN, width: int = 100) -> str:
    """An episode in lines of at most `width` cells (but never fewer than 40): the commit, then what it changed.

    What follows from a change stands deeper under it, and begins with ``so:``.
    """
    width = max(width, _NARROWEST)
    begin = episode.commit[:_SHOWN] if episode.commit else "not committed yet"
    said = f" {episode.date}, {episode.author}: {episode.title}" if episode.commit else ""
    lines = _wrapped(begin + said, "", "  ", width)
    lines[0] = palette.paint(Role.FRAME, begin) + lines[0].removeprefix(begin)
    for file in episode.told.partial:
        lines += _wrapped(f"partial: {file} could not be read whole, before or after", "  ", "    ", width)
    lines += _changes(episode.told, palette, width)
    return "".join(f"{line}\n" for line in lines)


def history_records(subject: Subject, episodes: Iterable[Episode], cut: str = "") -> str:
    """A history as JSON, as `history.schema.json` beside this file says.

    Args:
        subject: The thing, by the name that it has now, or had last.
        episodes: The newest first.
        cut: The full id of the commit before which nothing is known; empty where all is told that was asked for.
    """
    record = {
        "version": VERSION,
        "subject": _thing(subject),
        "cut": cut or None,
        "episodes": [
            {
                "commit": {
                    "id": episode.commit,
                    "date": episode.date,
                    "author": episode.author,
                    "title": episode.title,
                }
                if episode.commit
                else None,
                "subject": _thing(episode.subject),
                "partial": episode.told.partial,
                "changes": changes(episode.told),
            }
            for episode in episodes
        ],
    }
    return json_text(record) + "\n"


def _thing(subject: Subject) -> dict[str, str]:
    return {"kind": subject.kind.value, "id": subject.name}


def _changes(told: Told, palette: Palette, width: int) -> Iterator[str]:
    names = Names.of(told.difference)
    below = told_under(told.judged)
    follow = {number for numbers in below.values() for number in numbers}
    waiting = [(number, 1) for number in reversed(range(len(told.judged))) if number not in follow]
    while waiting:
        number, depth = waiting.pop()
        judged = told.judged[number]
        sign = f"{SIGNS[judged.significance]} {judged.significance}[{judged.change.rule}]"
        sentence = headline(judged.change, told.difference, names)
        first = f"{'  ' * depth}{'so: ' if number in follow else ''}"
        lines = _wrapped(f"{sign}: {sentence}", first, " " * len(first) + "  ", width)
        yield lines[0].replace(sign, palette.paint(_ROLES[judged.significance], sign), 1)
        yield from lines[1:]
        waiting += [(each, depth + 1) for each in reversed(below.get(number, ()))]


def _wrapped(text: str, first: str, hang: str, width: int) -> list[str]:
    lines = wrap(visible(flat(text)), width - max(cells(first), cells(hang)))
    return [(hang if number else first) + line for number, line in enumerate(lines)]
