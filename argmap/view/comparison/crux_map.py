"""What conflicts turn on: each conflict, the deeper ones beneath it by weight, and the claims that carry these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.comparison import Comparison
from argmap.compare.cruxes import Beneath, Crux, CruxEffect
from argmap.compare.turns import WHOLE
from argmap.model.ids import ClaimId
from argmap.view.comparison.comparison_cards import claim_card, column_panels, verdict_part
from argmap.view.comparison.comparison_context import ComparisonContext, Kind, Subject
from argmap.view.comparison.side_by_side import side_by_side_subject
from argmap.view.tables_and_trees import ComparisonCard, ComparisonNode, ComparisonRole, LegendKey, Part, Tree
from argmap.wording.english import counted
from argmap.wording.stance_sentences import takes
from argmap.wording.verdict_reasons import share_words, turns_on
from argmap.wording.verdicts import (
    conflict_text,
    subject,
    support_lost,
    support_lost_above,
    verdict,
    verdict_sign,
)

_PAGE = 7
"""How many conflicts stand on one page."""
_BENEATH = 4
"""How many cruxes are drawn beneath one conflict."""
_FURTHER = 8
"""How many of those that are not drawn are named."""
_PREMISES = 2
"""How many claims are drawn of each side of a deeper conflict."""


class DeepConflict(NamedTuple):
    """A disagreement and what is beneath it."""

    conflict: Alignment
    beneath: Beneath

    @property
    def cruxes(self) -> tuple[Crux, ...]:
        """The deeper disagreements on which it turns, that on which most turns first."""
        return self.beneath.cruxes


@attrs.frozen
class CruxPage:
    """Conflicts that stand on one page.

    Attributes:
        number: Of the page, from 1.
        pages: How many there are.
        conflicts: How many conflicts were looked at, for all pages.
        whole: Whether these are all there are.
        turning: How many of these turn on another.
        in_part: How many of those only in part.
    """

    number: int
    pages: int
    conflicts: int
    whole: bool
    turning: int
    in_part: int
    shown: tuple[DeepConflict, ...]

    @property
    def subject(self) -> Subject:
        """What the page is called."""
        return Subject.page(Kind.CRUXES, self.number)


def crux_pages(conflicts: Iterable[Alignment], comparison: Comparison, *, whole: bool = True) -> tuple[CruxPage, ...]:
    """The conflicts with something beneath them, those on which most hangs first; none where there are none."""
    looked = tuple(conflicts)
    found = [DeepConflict(each, comparison.beneath(each)) for each in looked]
    deep = [each for each in found if each.cruxes or each.beneath.rejected]
    deep.sort(key=_hangs)
    turning = sum(bool(each.cruxes) for each in deep)
    in_part = sum(bool(each.cruxes) and not any(crux.is_whole for crux in each.cruxes) for each in deep)
    starts = range(0, len(deep), _PAGE)
    return tuple(
        CruxPage(number, len(starts), len(looked), whole, turning, in_part, tuple(deep[start : start + _PAGE]))
        for number, start in enumerate(starts, start=1)
    )


def _hangs(deep: DeepConflict) -> tuple[object, ...]:
    """That on which most turns first, then that with which most falls."""
    most = max((crux.size for crux in deep.cruxes), default=WHOLE)
    return (-most, -max((crux.weight for crux in deep.cruxes), default=0), deep.conflict.order)


def crux_map_of(page: CruxPage, context: ComparisonContext) -> Tree:
    """Conflicts at the left, what is beneath them in the middle, and the claims that carry that at the right."""
    nodes = [node for number, deep in enumerate(page.shown, start=1) for node in _tree(number, deep, context)]
    rest = page.conflicts - page.turning
    first = "" if page.whole else "the first "
    counts = f"{first}{counted(page.conflicts, 'disagreement')} between authors · {page.turning} turn on a deeper one"
    counts += f", {page.in_part} of these only in part" if page.in_part else ""
    counts += f" · {rest} on none: no deeper disagreement was found" if rest else ""
    counts += f" · page {page.number} of {page.pages}" if page.pages > 1 else ""
    meaning = (
        "A disagreement turns on another where a side's answer loses all its support without what it says there; in "
        "part, where it loses one of several reasons."
    )
    titles = [("conflicts", "They disagree on"), ("cruxes", "and beneath it"), ("claims", "as these claims say")]
    titles = titles if any(deep.cruxes for deep in page.shown) else titles[:2]
    return Tree(
        title="What the disagreements turn on",
        subtitle=(counts, meaning),
        description=f"What the disagreements turn on: {counts}. {meaning}",
        keys=(LegendKey(Part.FIRST, "the author named first"), LegendKey(Part.SECOND, "the author named second")),
        links=context.links(
            ("Who holds what", Subject(Kind.MATRIX)),
            ("previous page", Subject.page(Kind.CRUXES, page.number - 1)),
            ("next page", Subject.page(Kind.CRUXES, page.number + 1)),
        ),
        nodes=tuple(nodes),
        panels=column_panels(titles),
    )


def _tree(number: int, deep: DeepConflict, context: ComparisonContext) -> Iterator[ComparisonNode]:
    top = _conflict(f"conflict/{number}", deep.conflict, context, words=())
    yield ComparisonNode(card=top)
    for claim in deep.beneath.rejected[:_PREMISES]:
        card = _condition(f"{top.id}/condition/{claim}", claim, context)
        joining = f"The disagreement on {subject(deep.conflict)} turns wholly on a condition"
        yield ComparisonNode(card=card, column=1, parent=top.id, role=ComparisonRole.TURNS_ON, joining=joining)
    for place, crux in enumerate(deep.cruxes[:_BENEATH], start=1):
        words = (f"CRUX {place}", support_lost(crux)) if crux.weight else (f"CRUX {place}",)
        card = _conflict(f"{top.id}/{place}", crux.conflict, context, words=words)
        role = ComparisonRole.TURNS_ON if crux.is_whole else ComparisonRole.TURNS_IN_PART
        joining = f"The disagreement on {subject(deep.conflict)} {turns_on(crux)}"
        yield ComparisonNode(card=card, column=1, parent=top.id, role=role, joining=joining)
        for part, effect in ((Part.FIRST, crux.one), (Part.SECOND, crux.other)):
            yield from _carrying(card.id, part, effect, context)
    further = deep.cruxes[_BENEATH:]
    if further:
        role = ComparisonRole.TURNS_ON if further[0].is_whole else ComparisonRole.TURNS_IN_PART
        card = _further(f"{top.id}/further", further, context)
        joining = f"The disagreement on {subject(deep.conflict)} turns on more"
        yield ComparisonNode(card=card, column=1, parent=top.id, role=role, joining=joining)


def _further(name: str, cruxes: Sequence[Crux], context: ComparisonContext) -> ComparisonCard:
    """The cruxes for which there is no room, in one card."""
    issues, conflicts = context.corpus.issues, [crux.conflict for crux in cruxes]
    asked = [issues[each.issue].question if each.issue is not None else subject(each) for each in conflicts]
    more = f"and {len(asked) - _FURTHER} more" if len(asked) > _FURTHER else ""
    said = f"turns on {len(asked)} more"
    return ComparisonCard(
        id=name,
        words=("FURTHER CRUXES", said),
        notes=(*asked[:_FURTHER], more),
        sentence=f"It also {said}: {'; '.join(asked)}",
    )


def _condition(name: str, claim: ClaimId, context: ComparisonContext) -> ComparisonCard:
    """A condition that the other side rejects."""
    card = claim_card(name, claim, context)
    return attrs.evolve(card, words=("CONDITION", "rejected by the other"))


def _conflict(name: str, conflict: Alignment, context: ComparisonContext, *, words: tuple[str, ...]) -> ComparisonCard:
    text = conflict_text(conflict, context.corpus)
    notes = tuple(f"{context.name(side.holder)}: {takes(side)}" for side in (conflict.one, conflict.other))
    link = context.link(side_by_side_subject(conflict)) or context.issue_link(conflict.issue)
    said = verdict(conflict)
    return ComparisonCard(
        id=name,
        part=verdict_part(conflict),
        words=words or (f"{verdict_sign(conflict)} {said}",),
        text=text,
        notes=notes,
        clashes=(f"{verdict_sign(conflict)} {said}",) if words else (),
        weighty=not words,
        link=link,
        sentence=f"{'; '.join((*words, said))}: {text} {'; '.join(notes)}",
    )


def _carrying(parent: str, part: Part, hold: CruxEffect, context: ComparisonContext) -> Iterator[ComparisonNode]:
    """The claims of one side that carry a deeper conflict, as far as they stand beneath the upper one."""
    shown = hold.premises[:_PREMISES]
    more = len(hold.premises) - len(shown)
    share = f"carries {share_words(hold.turn).replace('its only', 'the only')}" if hold.turn.size else ""
    for premise in shown:
        rest = f"and {counted(more, 'more claim')}" if more and premise == shown[-1] else ""
        notes = (share, support_lost_above(hold), rest)
        card = claim_card(f"{parent}/{part}/{premise}", premise, context, notes=notes)
        claim = context.corpus.claims[premise]
        yield ComparisonNode(
            card=attrs.evolve(card, part=part),
            column=2,
            parent=parent,
            role=ComparisonRole.RESTS_ON,
            joining=f"{f'`{claim.name}`' if claim.named else 'A premise'} carries the deeper disagreement",
        )
