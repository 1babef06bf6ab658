"""Cards that several pictures of a comparison have: for a stance, for all stances in a cell, and for a claim."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from argmap.compare.alignment import Alignment
from argmap.compare.stance import Acceptance, Stance
from argmap.model.ids import ClaimId, PositionId
from argmap.model.inference import StepRole
from argmap.model.issue import Issue
from argmap.view.comparison.comparison_context import ComparisonContext
from argmap.view.tables_and_trees import ColumnPanel, ComparisonCard, Manner, Part
from argmap.wording.claim_cards import place_of, words_of
from argmap.wording.claim_sentences import sentence_of
from argmap.wording.names import position_label
from argmap.wording.stance_sentences import (
    short_answer,
    stance_note,
    stance_sentence,
)

_ANSWER_PARTS = (Part.FIRST, Part.SECOND, Part.THIRD, Part.FOURTH)


def _manner(stance: Stance) -> Manner:
    """How a stance is known."""
    if stance.acceptance is Acceptance.OPEN:
        return Manner.OPEN
    return Manner.IMPLIED if stance.implied or stance.unsaid else Manner.STATED


def part_of(position: PositionId, issue: Issue) -> Part:
    """The part of a position among those of its issue."""
    ids = [each.id for each in issue.positions]
    place = ids.index(position) if position in ids else len(_ANSWER_PARTS)
    return _ANSWER_PARTS[place] if place < len(_ANSWER_PARTS) else Part.FIFTH


def verdict_part(alignment: Alignment) -> Part:
    """Whether a verdict is a conflict, an agreement or neither."""
    if alignment.verdict.is_cannot:
        return Part.CONFLICT
    return Part.ACCORD if alignment.verdict.is_agreement else Part.PLAIN


def stance_card(name: str, stance: Stance, context: ComparisonContext) -> ComparisonCard:
    """One stance: the position, whether it is taken or excluded, how firmly, and how that is known."""
    issue = context.corpus.issues[stance.issue]
    text = position_label(stance.position, issue)
    return ComparisonCard(
        id=name,
        part=part_of(stance.position, issue),
        manner=_manner(stance),
        words=(short_answer(stance),),
        text=f"not: {text}" if stance.acceptance is Acceptance.REJECTED else text,
        notes=(stance_note(stance),),
        sentence=stance_sentence(stance, context.name(stance.holder), context.corpus),
    )


def claim_card(
    name: str,
    claim: ClaimId,
    context: ComparisonContext,
    *,
    uses: Collection[StepRole] = (),
    notes: tuple[str, ...] = (),
) -> ComparisonCard:
    """A claim of a document, with its attitude and its place."""
    record = context.corpus.claims[claim]
    words = words_of(record, context.corpus, uses=uses)
    return ComparisonCard(
        id=name,
        words=(record.name if record.named else "", *words, place_of(record)),
        text=record.text,
        notes=notes,
        link=context.homes.get(claim, ""),
        sentence=sentence_of(record, context.corpus),
    )


def column_panels(titles: Iterable[tuple[str, str]]) -> tuple[ColumnPanel, ...]:
    """A heading above each column: names and titles, from the left."""
    return tuple(
        ColumnPanel(id=f"panel/{name}", title=title, first=column, last=column)
        for column, (name, title) in enumerate(titles)
    )
