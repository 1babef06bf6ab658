"""The agreement grid: of every two texts, on how many questions they agree, and on how many they disagree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.judge.holder import Holder, identities, ordered
from argmap.view.comparison.comparison_context import ComparisonContext
from argmap.view.comparison.disputed_questions import DisputedQuestions
from argmap.view.tables import AgreementGrid, PairCell
from argmap.wording.english import counted


class _Numbers(NamedTuple):
    shared: int = 0
    agreed: int = 0
    disagreed: int = 0
    cannot: int = 0


def agreement_of(disputed: DisputedQuestions, context: ComparisonContext) -> AgreementGrid:
    """Texts in an order in which neighbours agree; above the diagonal agreement, below it disagreement."""
    authors = disputed.authors
    numbers = _numbers(disputed)
    pairs = [found for found in numbers.values() if found.shared]
    agreed = sum(found.agreed for found in pairs)
    counts = f"{context.texts(authors)}, each beside those with which it agrees most · "
    counts += f"{counted(len(pairs), 'pair')} with a question in common: "
    counts += f"{counted(agreed, 'agreement')}, {counted(disputed.on_questions, 'disagreement')}"
    over = len(disputed.over_links)
    left_out = f"Not in this picture: {counted(over, 'disagreement')} over claims that a link joins."
    return AgreementGrid(
        title="How far any two agree",
        subtitle=(counts,),
        description=f"How far any two agree: {counts}. A cell for each two texts: above the diagonal, on how many of "
        "the questions that both answer they agree; below it, on how many they disagree.",
        heads=tuple(map(context.head, authors)),
        rows=tuple(tuple(_cells(row, numbers, disputed, context)) for row in range(len(authors))),
        closing=left_out if over else "",
    )


def _numbers(disputed: DisputedQuestions) -> dict[tuple[Holder, Holder], _Numbers]:
    found: dict[tuple[Holder, Holder], _Numbers] = {}
    for pairs in disputed.pairs.values():
        for pair in pairs:
            before = found.get((pair.one, pair.other), _Numbers())
            found[pair.one, pair.other] = _Numbers(
                before.shared + 1,
                before.agreed + pair.verdict.is_agreement,
                before.disagreed + pair.is_disagreement,
                before.cannot + pair.verdict.is_cannot,
            )
    return found


def _cells(
    row: int,
    numbers: dict[tuple[Holder, Holder], _Numbers],
    disputed: DisputedQuestions,
    context: ComparisonContext,
) -> Iterator[PairCell | None]:
    mine = disputed.authors[row]
    names = frozenset(identities(mine, context.corpus))
    for column, yours in enumerate(disputed.authors):
        if row == column:
            yield None
            continue
        same = not names.isdisjoint(identities(yours, context.corpus))
        found = numbers.get(ordered(mine, yours), _Numbers())
        above = column > row
        yield PairCell(
            id=f"{mine.document}/{yours.document}",
            count=found.agreed if above else found.disagreed,
            shared=found.shared,
            cannot=0 if above else found.cannot,
            same_author=same,
            sentence=_sentence(context.name(mine), context.name(yours), found, above=above, same=same),
        )


def _sentence(mine: str, yours: str, found: _Numbers, *, above: bool, same: bool) -> str:
    if same:
        return f"{mine} and {yours} have an author in common"
    if not found.shared:
        return f"{mine} and {yours} answer no question in common"
    of = f"{mine} and {yours}: of {counted(found.shared, 'question')} that both answer,"
    if above:
        return f"{of} they agree on {found.agreed}"
    cannot = f", and on {found.cannot} of these both cannot hold" if found.cannot else ""
    return f"{of} they disagree on {found.disagreed}{cannot}"
