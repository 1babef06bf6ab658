"""What the signs of a picture mean: only those that occur in it."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model.inference import StepRole
from argmap.render.header import Sample
from argmap.render.theme import MARK_MEANINGS, MARKS, OUTLINES, STROKES, Tone, face_of
from argmap.view.picture import CardRole, Picture, Side


def legend_of(picture: Picture) -> Iterator[Sample]:
    """Lines first, then tints, then signs and outlines."""
    roles = {edge.role for edge in picture.edges}
    for role in StepRole:
        if role in roles:
            stroke = STROKES[role]
            yield Sample(stroke.sample, stroke.tone, stroke.meaning)
    joined = [junction for junction in picture.junctions if junction.role is not StepRole.UNDERCUT]
    if joined:
        yield Sample("●", STROKES[joined[0].role].tone, "a step: premises taken together, or what a doubt points at")
    yield from _tints(picture)
    attitudes = {card.attitude for card in picture.cards if card.role is not CardRole.SECTION}
    for attitude, meaning in MARK_MEANINGS.items():
        if attitude in attitudes:
            yield (
                Sample(MARKS.get(attitude, ""), Tone.INK, meaning, None)
                if attitude in MARKS
                else Sample("╌╌" if OUTLINES[attitude].value == "dashed" else "···", Tone.INK, meaning)
            )


def _tints(picture: Picture) -> Iterator[Sample]:
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
