"""Fitting trees into columns: long ways between what changed are folded, and what is still too deep begins anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from argmap.view.changes.sheet import ChangeCard, Fate, Twig, plain
from argmap.wording.english import counted

COLUMNS = 5
"""How many columns of cards fit on a screen."""
_NAMED = 3


def in_columns(twigs: Iterable[Twig]) -> tuple[Twig, ...]:
    """The twigs, each right of its parent, in no more columns than fit.

    Args:
        twigs: Parents before what leads to them.
    """
    return tuple(_begun_anew(_folded(tuple(twigs))))


def _folded(twigs: Sequence[Twig]) -> Iterator[Twig]:
    """Two or more conclusions in a row that did not change become one card, but for the last before what did."""
    below: dict[str, list[Twig]] = {}
    for twig in twigs:
        below.setdefault(twig.parent, []).append(twig)

    def is_passing(twig: Twig) -> bool:
        plain = twig.fate is Fate.SAME and twig.card.fate is Fate.SAME and not twig.joint
        return bool(twig.parent) and plain and not twig.card.near and len(below.get(twig.card.id, ())) == 1

    runs: dict[str, list[Twig]] = {}
    for twig in twigs:
        if is_passing(twig):
            runs[twig.card.id] = [*runs.pop(twig.parent, []), twig]
    inside = {twig.card.id: run for run in runs.values() if len(run) > 1 for twig in run}
    for twig in twigs:
        run = inside.get(twig.card.id)
        if run is None:
            parent = inside.get(twig.parent)
            yield attrs.evolve(twig, parent=_fold_id(parent)) if parent is not None else twig
        elif run[0] is twig:
            yield _fold(run)


def _fold_id(run: Sequence[Twig]) -> str:
    return f"{run[0].card.id}/between"


def _fold(run: Sequence[Twig]) -> Twig:
    names = [twig.card.words[0] for twig in run if twig.card.words]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    card = ChangeCard(
        id=_fold_id(run),
        text=plain(f"⋯ {counted(len(run), 'conclusion')} between, unchanged"),
        notes=(f"{', '.join(names[:_NAMED])}{more}",) if names else (),
        sentence=f"{counted(len(run), 'conclusion')} between that did not change: {', '.join(names)}",
    )
    return attrs.evolve(run[0], card=card)


def _begun_anew(twigs: Iterable[Twig]) -> Iterator[Twig]:
    """What would stand beyond the last column stands below the tree, beside a card that names its conclusion."""
    columns: dict[str, int] = {}
    cards: dict[str, ChangeCard] = {}
    below: dict[str, Twig] = {}
    for twig in twigs:
        card, parent = twig.card, twig.parent
        cards[card.id] = card
        column = columns[parent] + 1 if parent else 0
        if column >= COLUMNS:
            again = _again(cards[parent])
            below.setdefault(again.id, Twig(card=again))
            parent, column = again.id, 1
        columns[card.id] = column
        placed = attrs.evolve(twig, parent=parent, column=column)
        if parent in below:
            below[card.id] = placed
        else:
            yield placed
    yield from below.values()


def _again(card: ChangeCard) -> ChangeCard:
    return ChangeCard(
        id=f"{card.id}/again",
        words=card.words,
        text=card.text,
        notes=("▸ its card stands above",),
        sentence=card.sentence,
    )
