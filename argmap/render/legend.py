"""The legend of an outline: what the marks mean that occur in it, and no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.model.inference import StepRole
from argmap.render.heading import LegendEntry, box_entry, word_entry
from argmap.render.outline_cards import STEPS_WIDTH, steps_drawn
from argmap.render.styles import Dashes, Tone, face_of_row, look_of
from argmap.view.outline import Asserted, Effect, Fate, Form, Row, Stress
from argmap.wording.relations import AND, CONNECTIVES

_MEANINGS: Mapping[StepRole | str, str] = {
    AND: "thick line: only taken together",
    StepRole.BECAUSE: "speaks for the card above it, one step left",
    StepRole.DESPITE: "speaks against it, and is conceded",
    StepRole.OBJECTION: "speaks against it, and is left open",
    StepRole.UNLESS: "then it does not hold",
    StepRole.UNDERCUT: "whether that step holds",
    StepRole.IF: "then it holds",
    StepRole.ONLY_IF: "else it does not hold",
    StepRole.EXPLANATION: "why it is so",
    StepRole.PARTS: "spells it out",
    StepRole.BACKGROUND: "sets the scene",
}
_OF_GRAPH: Mapping[StepRole | str, str] = {
    **_MEANINGS,
    AND: "lines that meet: only taken together",
    StepRole.BECAUSE: "speaks for what it points at",
}
_TINTS = {
    Effect.AGAINST: "counts against the claim at the top",
    Effect.NEITHER: "neither for nor against it",
}


_SIGNS = {"≁": "they point opposite ways", "→": "stands under that one, too"}
_FATES = {Fate.CHANGED: "changed", Fate.NEW: "new", Fate.GONE: "gone, struck through"}


def legend_of(rows: Sequence[Row], *, graph: bool = False) -> list[LegendEntry]:
    """Cards and words first, then tints, outlines and notes; of a graph, its lines are told."""
    return [
        *_words(rows, _OF_GRAPH if graph else _MEANINGS),
        *_tints(rows),
        *_fates(rows),
        *_outlines(rows),
        *_notes(rows),
    ]


def _words(rows: Sequence[Row], meanings: Mapping[StepRole | str, str]) -> Iterator[LegendEntry]:
    if any(row.form is Form.THESIS for row in rows):
        yield box_entry(Tone.THESIS, Tone.THESIS, "the thesis")
    found = {row.role for row in rows if not row.linked}
    for role in StepRole:
        if role in found:
            yield word_entry(CONNECTIVES[role], look_of(role).ink, meanings[role])
        if role is StepRole.BECAUSE and any(row.linked for row in rows):
            yield word_entry(AND, Tone.FOR_INK, meanings[AND])


def _tints(rows: Iterable[Row]) -> Iterator[LegendEntry]:
    found = {row.effect for row in rows if row.is_card and row.fate is Fate.SAME and row.form is not Form.ANSWER}
    for effect, meaning in _TINTS.items():
        if effect in found:
            face = face_of_row(Form.CARD, effect, Fate.SAME)
            yield box_entry(face.fill, face.outline, meaning)
    if any(row.form is Form.ANSWER and row.effect is Effect.NEITHER for row in rows):
        yield box_entry(Tone.NEITHER_TINT, Tone.NEITHER, "somebody whom a text reports")


def _fates(rows: Iterable[Row]) -> Iterator[LegendEntry]:
    found = {row.fate for row in rows if row.is_card}
    for fate, meaning in _FATES.items():
        if fate in found:
            face = face_of_row(Form.CARD, Effect.FOR, fate)
            yield box_entry(face.fill, face.outline, meaning)


def _outlines(rows: Sequence[Row]) -> Iterator[LegendEntry]:
    cards = [row for row in rows if row.is_card]
    for asserted, dashes, meaning in (
        (Asserted.UNSAID, Dashes.DASHED, "left unsaid, and supplied"),
        (Asserted.SUPPOSED, Dashes.DOTTED, "supposed, not asserted"),
    ):
        if any(row.asserted is asserted for row in cards):
            yield box_entry(Tone.CARD, Tone.NEITHER, meaning, dashes=dashes.value)
    if any(row.reported for row in rows):
        yield word_entry("X: “…”", Tone.INK, "X says so, not the author")


def _notes(rows: Sequence[Row]) -> Iterator[LegendEntry]:
    notes = [note for row in rows for note in row.notes]
    if any(note.firmness for note in notes):
        yield LegendEntry(STEPS_WIDTH, lambda x, base: steps_drawn(x, base, 3), "how firmly, whichever way")
    if any(note.stress is Stress.CONFLICT for note in notes):
        yield word_entry("≠", Tone.CONFLICT, "cannot both hold")
    if any(note.text.startswith("in tension") for note in notes):
        yield word_entry("in tension", Tone.QUIET, "both may stand, but pull apart", bold=False)
    for sign, meaning in _SIGNS.items():
        if any(note.text.startswith(f"{sign} ") for note in notes):
            yield word_entry(sign, Tone.QUIET, meaning)
    if any(note.text.startswith("+") and note.text.split()[1:2] == ["more"] for note in notes):
        yield word_entry("+ … more", Tone.LINK, "not drawn here", bold=False)
    if any(row.form is Form.REFERENCE for row in rows):
        yield word_entry("see id", Tone.LINK, "drawn elsewhere, with that id at the lower right")
    if any(row.weights is not None for row in rows):
        yield box_entry(Tone.FOR, Tone.FOR, "claims that speak for the claim at the top")
        yield box_entry(Tone.NEITHER, Tone.NEITHER, "that do neither")
        yield box_entry(Tone.AGAINST, Tone.AGAINST, "that speak against it")
