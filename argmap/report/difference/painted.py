"""A text in lines for a terminal, with the words painted that changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from argmap.report.cells import wrap
from argmap.report.palette import Palette, Role
from argmap.report.visible import visible
from argmap.wording.english import single_spaced
from argmap.wording.text_changes import Run, runs


@attrs.frozen
class Side:
    """How the lines of one side look.

    Attributes:
        sign: What they begin with.
        plain: The colour of words that both sides have.
        marked: The colour of words that only this side has.
    """

    sign: str
    plain: Role
    marked: Role


OLD = Side("-", Role.REMOVED, Role.REMOVED_WORDS)
NEW = Side("+", Role.ADDED, Role.ADDED_WORDS)


def compared(before: Sequence[str], after: Sequence[str], palette: Palette, width: int) -> Iterator[str]:
    """Texts of both sides, the old ones first; where each has just one, the words are marked that changed.

    Texts that are the same on both sides have no sign.
    """
    if before == after:
        for text in after:
            yield from (f"  {line}" for line in wrap(visible(single_spaced(text)), width - 2))
        return
    if len(before) == len(after) == 1:
        old, new = runs(single_spaced(before[0]), single_spaced(after[0]))
        yield from (*_lines(old, OLD, palette, width), *_lines(new, NEW, palette, width))
        return
    for side, texts in ((OLD, before), (NEW, after)):
        for text in texts:
            yield from _lines((Run(single_spaced(text), False),), side, palette, width)


def _lines(parts: tuple[Run, ...], side: Side, palette: Palette, width: int) -> Iterator[str]:
    shown = [(visible(part.text), part.changed) for part in parts]
    flags = [changed for piece, changed in shown for letter in piece if letter != " "]
    done = 0
    for number, line in enumerate(wrap("".join(piece for piece, _ in shown), width - 2)):
        letters = len(line.replace(" ", ""))
        sign = " " if number else palette.paint(side.plain, side.sign)
        pieces = _pieces(line, flags[done : done + letters])
        done += letters
        yield f"{sign} {''.join(palette.paint(side.marked if marked else side.plain, each) for each, marked in pieces)}"


def _pieces(line: str, flags: Sequence[bool]) -> Iterator[tuple[str, bool]]:
    """A line in parts of which all letters are marked, or none; a space goes with what stands before it."""
    piece, state, at = "", False, 0
    for letter in line:
        now = state
        if letter != " ":
            now = flags[at]
            at += 1
        if now is not state and piece:
            yield piece, state
            piece = ""
        piece, state = piece + letter, now
    if piece:
        yield piece, state
