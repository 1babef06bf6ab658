"""Declared links between claims, in the few words that fit a card."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.language.words import Relation
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId

_FROM = {
    Relation.SAME_AS: "same as",
    Relation.ENTAILS: "entails",
    Relation.CONTRADICTS: "contradicts",
    Relation.CONTRARY_TO: "contrary to",
    Relation.IN_TENSION_WITH: "in tension with",
    Relation.SUPERSEDES: "supersedes",
}
"""What a link says of the claim that stands first; that two claims are unrelated is nothing that a map shows."""
_TO = _FROM | {Relation.ENTAILS: "entailed by", Relation.SUPERSEDES: "superseded by"}
"""What it says of the other one."""


def relations_of(corpus: Corpus) -> Mapping[ClaimId, tuple[str, ...]]:
    """The links of every claim that has some, in the order in which they are declared."""
    found: dict[ClaimId, dict[str, None]] = {}
    for link in corpus.links:
        source, target = link.source, link.target
        if not isinstance(source, ClaimId) or not isinstance(target, ClaimId) or link.relation not in _FROM:
            continue
        for claim, words, other in ((source, _FROM, target), (target, _TO, source)):
            if claim in corpus.claims and other in corpus.claims:
                near = corpus.claims[claim].document == corpus.claims[other].document
                name = corpus.claims[other].name if near else other
                found.setdefault(claim, {})[f"⇄ {words[link.relation]} {name}"] = None
    return {claim: tuple(lines) for claim, lines in found.items()}
