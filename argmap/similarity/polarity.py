"""Words that may set two texts on one matter against each other."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import attrs

from argmap.similarity.clashes import Clash, PolarityKind, word_clashes
from argmap.similarity.clause import Clause, Part, Word, are_alike, are_apart, is_among
from argmap.similarity.clauses import clauses_of
from argmap.similarity.quantities import (
    MEASURES,
    Quantifier,
    Quantity,
    clash,
    is_numeral,
    quantifiers_of,
    quantities_of,
)
from argmap.similarity.tokens import Token, is_english, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.similarity.wordnet import WordNet

__all__ = ["PolarityCue", "PolarityKind", "polarity_cues"]


@attrs.frozen(kw_only=True)
class PolarityCue:
    """The words that triggered it, as they stand in each text; one can be empty, where the other alone has it."""

    kind: PolarityKind
    first: str
    second: str


class _Reading(NamedTuple):
    """A text as it was read."""

    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    quantities: tuple[Quantity, ...]
    quantifiers: tuple[Quantifier, ...]
    is_english: bool

    def clause_at(self, position: int) -> Clause | None:
        return next((clause for clause in self.clauses if clause.begin <= position < clause.end), None)

    def dates_in(self, clause: Clause) -> tuple[Quantity, ...]:
        return tuple(each for each in self.quantities if each.is_date and clause.begin <= each.position < clause.end)


def polarity_cues(first: str, second: str, wordnet: WordNet) -> tuple[PolarityCue, ...]:
    """What may set two texts on one matter against each other, in the order of the first text.

    A cue needs clauses that are otherwise alike: the words around it have to be shared.  What is said on a condition,
    asked, or only named, gives none, and neither do two negations that cancel.  The cues are for English; two texts of
    which one is in another language get none but of numbers and dates.  Of a text longer than a claim, the beginning
    is read.
    """
    one, other = _read(first, wordnet), _read(second, wordnet)
    if [token.form for token in one.tokens] == [token.form for token in other.tokens]:
        return ()
    found = set(_quantity_clashes(one, other, wordnet))
    if one.is_english and other.is_english and not _on_other_conditions(one, other):
        quantified = set(_quantifier_clashes(one, other, wordnet))
        found |= quantified
        for a in one.clauses:
            for b in other.clauses:
                if (
                    not a.keys.isdisjoint(b.keys)
                    and not are_apart(a, b, wordnet)
                    and not _at_other_times(one, a, other, b)
                ):
                    found |= {cue for cue in word_clashes(a, b) if not any(_overlap(cue, of) for of in quantified)}
    return tuple(
        PolarityCue(kind=cue.kind, first=first[slice(*cue.first)], second=second[slice(*cue.second)])
        for cue in sorted(found)
    )


@lru_cache(maxsize=4096)
def _read(text: str, wordnet: WordNet) -> _Reading:
    tokens = tokens_of(text)
    return _Reading(
        tokens,
        clauses_of(tokens, wordnet),
        quantities_of(tokens, text, wordnet),
        quantifiers_of(tokens, wordnet),
        is_english(tokens, wordnet),
    )


def _overlap(cue: Clash, other: Clash) -> bool:
    return any(
        mine[0] < theirs[1] and theirs[0] < mine[1]
        for mine, theirs in ((cue.first, other.first), (cue.second, other.second))
    )


def _at_other_times(one: _Reading, a: Clause, other: _Reading, b: Clause) -> bool:
    dates, others = one.dates_in(a), other.dates_in(b)
    return bool(dates) and bool(others) and all(date.excludes(against) for date in dates for against in others)


def _on_other_conditions(one: _Reading, other: _Reading) -> bool:
    """Whether both texts name conditions, but not the same: *if it comes* and *if it does not come*."""
    mine, theirs = _conditions(one), _conditions(other)
    if not mine or not theirs:
        return False
    words = [word for clause in mine for word in clause.words]
    others = [word for clause in theirs for word in clause.words]
    return (
        sum(len(clause.negators) for clause in mine) % 2 != sum(len(clause.negators) for clause in theirs) % 2
        or not all(is_among(word, others) for word in words)
        or not all(is_among(word, words) for word in others)
    )


def _conditions(reading: _Reading) -> list[Clause]:
    return [clause for clause in reading.clauses if any(word.supposed for word in clause.words)]


def _quantity_clashes(one: _Reading, other: _Reading, wordnet: WordNet) -> Iterator[Clash]:
    for mine in one.quantities:
        for theirs in other.quantities:
            a, b = one.clause_at(mine.position), other.clause_at(theirs.position)
            if a is None or b is None or not _differ(mine, theirs) or are_apart(a, b, wordnet):
                continue
            if any(word.supposed for word in (*a.words, *b.words)):
                continue
            if any(not _differ(each, theirs) and _comparable(each, theirs) for each in _beside(one, a, mine)):
                continue
            if any(not _differ(mine, each) and _comparable(mine, each) for each in _beside(other, b, theirs)):
                continue
            if _concern_one_thing(one, mine, other, theirs):
                kind = PolarityKind.DATE if mine.is_date else PolarityKind.NUMBER
                yield Clash((mine.start, mine.end), (theirs.start, theirs.end), kind)


def _comparable(first: Quantity, second: Quantity) -> bool:
    if first.is_date or second.is_date:
        return first.is_date and second.is_date
    if first.share_of and second.share_of and first.share_of.isdisjoint(second.share_of):
        return False
    return not first.unit.isdisjoint(second.unit)


def _differ(first: Quantity, second: Quantity) -> bool:
    return _comparable(first, second) and first.excludes(second)


def _beside(reading: _Reading, clause: Clause, but: Quantity) -> Iterator[Quantity]:
    return (each for each in reading.quantities if each != but and clause.begin <= each.position < clause.end)


_COPULAS = frozenset(
    "consist comprise include number count total contain amount reach stand rise grow fall drop increase decrease "
    "cost".split()
)


def _concern_one_thing(one: _Reading, mine: Quantity, other: _Reading, theirs: Quantity) -> bool:
    a, b = one.clause_at(mine.position), other.clause_at(theirs.position)
    if a is None or b is None:
        return False
    words, others = _words_beside(a, mine), _words_beside(b, theirs)
    if any(word.is_negated for word in (*words, *others)) or _modals(a.words) != _modals(b.words):
        return False
    near, other_near = _words_before(words, mine), _words_before(others, theirs)
    if mine.is_date:
        rest = [each for each in _beside(one, a, mine) if not each.is_date]
        other_rest = [each for each in _beside(other, b, theirs) if not each.is_date]
        if any(_differ(each, against) for each in rest for against in other_rest):
            return False
        near, other_near = near[-2:] or words[:3], other_near[-2:] or others[:3]
        most, least, fewest = 0.6, 0.3, 2
    else:
        if _at_other_times(one, a, other, b):
            return False
        words, others = _without_copulas(words), _without_copulas(others)
        near, other_near = _without_copulas(near[-1:]), _without_copulas(other_near[-1:])
        most, least, fewest = 0.8, 0.6, 1
    if not mine.is_date and mine.unit.isdisjoint(MEASURES) and not _are_counted_alike(a, mine, b, theirs):
        return False
    return (
        all(is_among(word, others) for word in near)
        and all(is_among(word, words) for word in other_near)
        and sum(is_among(word, others) for word in words) >= fewest
        and are_alike(Part(a, words), Part(b, others), most, least)
    )


def _modals(words: tuple[Word, ...]) -> set[str]:
    """What makes of words something that can or ought to be, and so may not be."""
    return {word.modal for word in words} & {"can", "duty", "may"}


def _are_counted_alike(a: Clause, mine: Quantity, b: Clause, theirs: Quantity) -> bool:
    """Whether no attribute narrows what is counted in one clause only, as in *two youngest children*."""
    words, others = (
        [word for word in clause.words if part.start <= word.start < part.end and not is_numeral(word.form)]
        for clause, part in ((a, mine), (b, theirs))
    )
    return all(is_among(word, others) for word in words) and all(is_among(word, words) for word in others)


def _without_copulas(words: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(word for word in words if _COPULAS.isdisjoint(word.lemmas))


def _words_before(words: tuple[Word, ...], quantity: Quantity) -> tuple[Word, ...]:
    return tuple(word for word in words if word.position < quantity.position)


def _quantifier_clashes(one: _Reading, other: _Reading, wordnet: WordNet) -> Iterator[Clash]:
    for mine in one.quantifiers:
        for theirs in other.quantifiers:
            a, b = one.clause_at(mine.position), other.clause_at(theirs.position)
            if a is None or b is None or not clash(mine, theirs) or are_apart(a, b, wordnet):
                continue
            words, others = _words_beside(a, mine), _words_beside(b, theirs)
            if any(word.supposed for word in (*words, *others) if "not all" not in {mine.amount, theirs.amount}):
                continue
            if _modals(words) != _modals(others):
                continue
            then = tuple(word for word in words if word.start > mine.start)[:2]
            other_then = tuple(word for word in others if word.start > theirs.start)[:2]
            if not all(is_among(word, others) for word in then) or not all(
                is_among(word, words) for word in other_then
            ):
                continue
            if _negations_beside(a, mine) == _negations_beside(b, theirs) and are_alike(
                Part(a, words), Part(b, others), 0.5, 0.3
            ):
                yield Clash((mine.start, mine.end), (theirs.start, theirs.end), PolarityKind.QUANTIFIER)


def _negations_beside(clause: Clause, quantifier: Quantifier) -> int:
    return sum(not quantifier.start <= negator.start < quantifier.end for negator in clause.negators)


def _words_beside(clause: Clause, part: Quantity | Quantifier) -> tuple[Word, ...]:
    """The words of a clause outside a quantity or quantifier."""
    return tuple(word for word in clause.words if word.end <= part.start or word.start >= part.end)
