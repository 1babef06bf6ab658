"""Claims of two documents that may say the same, follow from one another, or conflict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from heapq import nsmallest
from typing import NamedTuple

import attrs

from argmap.language.words import Attitude, Relation
from argmap.model.claim import Claim
from argmap.model.ids import ClaimId, DocumentId
from argmap.similarity.match import Band, Match
from argmap.similarity.polarity import PolarityCue
from argmap.similarity.words import words
from argmap.source.loosened import loosened
from argmap.source.scripts import WORD
from argmap.suggest.additions import link, linked
from argmap.suggest.compared_texts import ComparedTexts
from argmap.suggest.material import Material, Pending
from argmap.suggest.suggestion import Choice, LinkSuggestion

_TOP = 20
"""Claims of other documents that are looked at beside each claim."""
_MOST = 2_000
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
    """Two claims that are alike."""

    first: Claim
    second: Claim
    match: Match

    @property
    def order(self) -> tuple[float, str, str]:
        """Sorts pairs, the likeliest first."""
        return (-self.match.probability, self.first.id, self.second.id)


def links(material: Material, texts: ComparedTexts) -> tuple[list[Pending], list[Pending]]:
    """Claims that may say the same, or follow from one another, and those that may conflict.

    Pairs that a link joins or keeps apart, and those that an issue compares, are left out.
    """
    same: list[Pending] = []
    conflicts: list[Pending] = []
    for pair in nsmallest(_MOST, _pairs(material, texts), key=lambda pair: pair.order):
        cues = tuple(material.polarity(pair.first.text, pair.second.text))
        pending = Pending(pair.order, partial(_suggested, texts, pair, cues))
        (conflicts if cues else same).append(pending)
    return same, conflicts


def _pairs(material: Material, texts: ComparedTexts) -> Iterator[_Pair]:
    claims = [material.corpus.claims[name] for name in texts.claims]
    counts = Counter(claim.document for claim in claims)
    for scored in texts.space.pairs([claim.document for claim in claims], _TOP):
        first, second = claims[scored.first], claims[scored.second]
        match = material.likeness.match(scored, counterparts(counts, first.document, second.document))
        if words(first.text) == words(second.text):
            # Of these nothing has to be measured.
            match = attrs.evolve(match, probability=1.0, band=Band.STRONG, right=None)
        if match.band is not Band.WEAK and _is_wanted(material, first, second):
            yield _Pair(first, second, match)


def counterparts(counts: Mapping[DocumentId, int], one: DocumentId, other: DocumentId) -> int:
    """Among how many claims of other documents the counterpart of a claim is: of two documents, among the fewer.

    Args:
        counts: How many claims each document has.
        one: A document.
        other: Another.
    """
    return sum(counts.values()) - max(counts[one], counts[other])


def _is_wanted(material: Material, first: Claim, second: Claim) -> bool:
    """Whether a link can name both, and nothing says yet how they stand to each other.

    Of one document, it beside all others is asked for; of several, those beside each other.
    """
    asked = [claim.document in material.documents for claim in (first, second)]
    if not (all(asked) or (any(asked) and len(material.documents) == 1)):
        return False
    if not (_can_be_linked(first) and _can_be_linked(second)):
        return False
    mine, yours = ({answer.issue for answer in claim.answers} for claim in (first, second))
    if material.issue is not None and material.issue not in mine | yours:
        return False
    return mine.isdisjoint(yours) and not material.are_linked(first.id, second.id)


def _can_be_linked(claim: Claim) -> bool:
    return claim.named and claim.attitude is not Attitude.SUPPOSES


def _suggested(texts: ComparedTexts, pair: _Pair, cues: tuple[PolarityCue, ...]) -> LinkSuggestion:
    one, other = pair.first.id, pair.second.id
    relation, choices = Relation.CONTRARY_TO, _conflicts(one, other)
    if not cues:
        stronger = _stronger(pair)
        relation = Relation.SAME_AS if stronger is None else Relation.ENTAILS
        choices = _agreements(one, other, stronger)
    return LinkSuggestion(
        first=one,
        second=other,
        relation=relation,
        match=texts.with_shared(pair.match),
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
