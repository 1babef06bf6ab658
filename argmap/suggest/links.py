"""Claims of two documents that may say the same, follow from one another, or conflict."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import nsmallest
from itertools import combinations
from typing import NamedTuple

from argmap.language.words import Relation
from argmap.model.claim import Claim
from argmap.model.ids import ClaimId, DocumentId
from argmap.similarity.match import Match
from argmap.source.loosened import loosened
from argmap.source.scripts import WORD
from argmap.suggest.additions import link, linked
from argmap.suggest.compared_texts import ComparedTexts
from argmap.suggest.material import Material
from argmap.suggest.suggestion import Choice, LinkSuggestion

_TOP = 3
"""Claims of another document that are looked at beside each claim."""
_MOST = 5_000
"""Pairs of claims that are looked at closely, the likeliest."""
_FEWEST_SHARED = 3
"""Telling words of a claim that is to follow from another because all of them are in that, too."""
_SMALL = frozenset("a an the of to in on at by for with from as and that this it its is are be been was were".split())
_QUANTIFIERS = {
    word: rank
    for rank, words in enumerate(("all every each always everybody", "most mostly", "many often", "some sometimes"))
    for word in words.split()
}
"""The stronger has the lower number: what holds of all holds of some."""


class _Pair(NamedTuple):
    """Two claims, and their score.

    Attributes:
        among: Of how many the second is one.
    """

    first: Claim
    second: Claim
    score: float
    among: int
    match: Match


def links(material: Material, texts: ComparedTexts) -> Iterator[LinkSuggestion]:
    """All of a corpus, the likeliest first: pairs that a link joins or keeps apart, or an issue compares, are none."""
    found = nsmallest(
        _MOST,
        _pairs(material, texts),
        key=lambda pair: (-pair.match.probability, pair.first.id, pair.second.id),
    )
    return (_suggested(material, texts, pair) for pair in found)


def _pairs(material: Material, texts: ComparedTexts) -> Iterator[_Pair]:
    named = {document: _named(material, document) for document in sorted(material.corpus.documents)}
    for one, other in combinations(named, 2):
        first, second = named[one], named[other]
        if not first or not second or not _is_wanted(material, one, other):
            continue
        by_number = {texts.claims[claim.id]: claim for claim in (*first, *second)}
        mine, yours = ([texts.claims[claim.id] for claim in claims] for claims in (first, second))
        for scored in texts.space.best(mine, yours, _TOP):
            match = material.likeness.match(scored, len(second))
            if material.is_worth_a_look(match):
                one_claim, other_claim = by_number[scored.first], by_number[scored.second]
                pair = _Pair(one_claim, other_claim, scored.score, len(second), match)
                if not _is_settled(material, pair):
                    yield pair


def _is_wanted(material: Material, one: DocumentId, other: DocumentId) -> bool:
    """Of one document, it beside all others; of several, those beside each other."""
    return {one, other} <= set(material.documents) or (
        len(material.documents) == 1 and material.documents[0] in (one, other)
    )


def _named(material: Material, document: DocumentId) -> list[Claim]:
    """The claims that a link can name, of one issue where only that is asked for."""
    return [
        claim
        for claim in material.claims(document)
        if claim.named and (material.issue is None or any(answer.issue == material.issue for answer in claim.answers))
    ]


def _is_settled(material: Material, pair: _Pair) -> bool:
    """Whether it is known how two claims stand to each other: by a link, or since both answer one issue."""
    mine, yours = ({answer.issue for answer in claim.answers} for claim in (pair.first, pair.second))
    return not mine.isdisjoint(yours) or material.is_apart(pair.first.id, pair.second.id)


def _suggested(material: Material, texts: ComparedTexts, pair: _Pair) -> LinkSuggestion:
    one, other = pair.first.id, pair.second.id
    cues = tuple(material.polarity(pair.first.text, pair.second.text))
    relation, choices = Relation.CONTRARY_TO, _conflicts(one, other)
    if not cues:
        stronger = _stronger(pair)
        relation = Relation.SAME_AS if stronger is None else Relation.ENTAILS
        choices = _agreements(one, other, stronger)
    return LinkSuggestion(
        first=one,
        second=other,
        relation=relation,
        match=texts.match(texts.claims[one], texts.claims[other], pair.score, pair.among),
        cues=cues,
        choices=choices,
        rejection=link(one, Relation.UNRELATED_TO, other, one.document, other.document),
    )


def _conflicts(one: ClaimId, other: ClaimId) -> tuple[Choice, ...]:
    relations = (Relation.CONTRARY_TO, Relation.CONTRADICTS, Relation.IN_TENSION_WITH)
    return tuple(linked(one, relation, other) for relation in relations)


def _agreements(one: ClaimId, other: ClaimId, stronger: ClaimId | None) -> tuple[Choice, ...]:
    same = linked(one, Relation.SAME_AS, other)
    forth, back = linked(one, Relation.ENTAILS, other), linked(other, Relation.ENTAILS, one, "entailed-by")
    if stronger is None:
        return same, forth, back
    return (forth, same, back) if stronger == one else (back, same, forth)


def _stronger(pair: _Pair) -> ClaimId | None:
    """The claim from which the other one seems to follow; None where no words show it.

    It says all that the other says and more, or the same with a stronger quantifier.
    """
    first, second = (_telling(claim.text) for claim in (pair.first, pair.second))
    mine, yours = (_quantifier(words) for words in (first, second))
    if mine is not None and yours is not None and mine != yours:
        first, second = first - _QUANTIFIERS.keys(), second - _QUANTIFIERS.keys()
        return None if first != second else pair.first.id if mine < yours else pair.second.id
    if mine != yours:
        return None
    if second < first and len(second) >= _FEWEST_SHARED:
        return pair.first.id
    if first < second and len(first) >= _FEWEST_SHARED:
        return pair.second.id
    return None


def _telling(text: str) -> frozenset[str]:
    return frozenset(word.removesuffix("'s") for word in WORD.findall(loosened(text))) - _SMALL


def _quantifier(words: frozenset[str]) -> int | None:
    return min((_QUANTIFIERS[word] for word in words if word in _QUANTIFIERS), default=None)
