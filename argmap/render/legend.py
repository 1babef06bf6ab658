"""What the signs of a picture mean, in the order and the lines of its legend: only those that occur in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from argmap.model.inference import StepRole
from argmap.render.edge_styles import STROKES, stroke_of
from argmap.render.styles import MANNER_SIGNS, MARK_MEANINGS, MARKS, OUTLINES, SMALL, Line, Tone, face_of
from argmap.render.text_lines import width
from argmap.view.picture import ArgumentMap, CardRole, Side
from argmap.view.tables_and_trees import ComparisonCard, ComparisonRole, Manner

SWATCH = 20
"""How wide the sign of a colour is."""
_AFTER_SIGN = 6
_AFTER_SAMPLE = 26


@attrs.frozen
class Sample:
    """One entry of a legend.

    Attributes:
        sign: What it looks like, in characters; empty for a swatch.
        fill: Of the swatch.
    """

    sign: str
    tone: Tone
    meaning: str
    fill: Tone | None = None

    @property
    def sign_width(self) -> float:
        """The room for the sign and a little more."""
        return _AFTER_SIGN + (width(self.sign, SMALL, bold=True) if self.sign else SWATCH)

    @property
    def width(self) -> float:
        """The room for all of it."""
        return self.sign_width + width(self.meaning, SMALL) + _AFTER_SAMPLE


JOINED = Sample("●", Tone.FOR, "premises taken together")


def legend_lines(legend: Iterable[Sample], room: float) -> list[list[Sample]]:
    """The entries of a legend in lines no wider than `room`."""
    lines: list[list[Sample]] = []
    left = 0.0
    for sample in legend:
        if not lines or sample.width > left:
            lines.append([])
            left = room
        lines[-1].append(sample)
        left -= sample.width
    return lines


def edge_samples(roles: Iterable[StepRole | ComparisonRole]) -> Iterator[Sample]:
    """The lines that occur, and what they mean."""
    found = set(roles)
    known: tuple[StepRole | ComparisonRole, ...] = (*StepRole, *ComparisonRole)
    for role in known:
        if role in found:
            stroke = stroke_of(role)
            yield Sample(stroke.sample, stroke.tone, stroke.meaning)


def manner_samples(cards: Iterable[ComparisonCard]) -> Iterator[Sample]:
    """The manners that occur, and what they mean."""
    found = {card.manner for card in cards}
    for manner in Manner:
        if manner in found and manner in MANNER_SIGNS:
            sign, meaning = MANNER_SIGNS[manner]
            yield Sample(sign, Tone.INK, meaning)


def legend_of(picture: ArgumentMap) -> Iterator[Sample]:
    """Lines first, then tints, then signs and outlines."""
    yield from edge_samples(edge.role for edge in picture.edges)
    joined = [junction for junction in picture.junctions if junction.role is not StepRole.UNDERCUT]
    if joined:
        yield Sample("●", STROKES[joined[0].role].tone, "a step: premises taken together, or what a doubt points at")
    yield from _tints(picture)
    attitudes = {card.attitude for card in picture.cards if card.role is not CardRole.SECTION}
    for attitude, meaning in MARK_MEANINGS.items():
        if attitude in attitudes:
            outline = "╌╌" if OUTLINES.get(attitude) is Line.DASHED else "···"
            yield Sample(MARKS.get(attitude, outline), Tone.INK, meaning)


def _tints(picture: ArgumentMap) -> Iterator[Sample]:
    tinted = {
        face_of(card.role, card.side, card.attitude)
        for card in picture.cards
        if card.role in (CardRole.MAIN, CardRole.CLAIM, CardRole.FOREIGN)
    }
    meanings = {
        Side.FOR: "helps the main claim that it leads to",
        Side.AGAINST: "counts against it",
        Side.NEITHER: "neither, or not accepted",
    }
    if not picture.edges:
        return
    for side, meaning in meanings.items():
        face = face_of(CardRole.CLAIM, side)
        if face in tinted:
            yield Sample("", face.outline, meaning, face.fill)
    if any(card.role is CardRole.STUB for card in picture.cards):
        stub = face_of(CardRole.STUB, Side.NEITHER)
        yield Sample("", stub.outline, "drawn in full elsewhere", stub.fill)
