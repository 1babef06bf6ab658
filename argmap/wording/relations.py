"""Declared links in words: the relation between two claims or answers, from either end, and why it sets them apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from argmap.language.words import Relation
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId
from argmap.model.link import Link
from argmap.wording.english import one_line


class RelationWords(NamedTuple):
    """How one relation is said.

    Attributes:
        verb: Between its two ends.
        change: Likewise, in a sentence about what a link says now or no longer.
        meaning: What the link says of both, as a clause.
        source: On a map, at the claim that stands first; empty where a map does not show it.
        target: On a map, at the other one.
    """

    verb: str
    change: str
    meaning: str
    source: str = ""
    target: str = ""


RELATIONS: Mapping[Relation, RelationWords] = {
    Relation.SAME_AS: RelationWords(
        verb="says the same as",
        change="says the same as",
        meaning="a link says that the two say the same",
        source="same as",
        target="same as",
    ),
    Relation.ENTAILS: RelationWords(
        verb="entails",
        change="entails",
        meaning="a link says that whoever holds the first is bound to the second",
        source="entails",
        target="entailed by",
    ),
    Relation.CONTRADICTS: RelationWords(
        verb="contradicts",
        change="contradicts",
        meaning="a link says that just one of the two is true",
        source="contradicts",
        target="contradicts",
    ),
    Relation.CONTRARY_TO: RelationWords(
        verb="excludes",
        change="cannot be true beside",
        meaning="a link says that no more than one of the two is true",
        source="contrary to",
        target="contrary to",
    ),
    Relation.IN_TENSION_WITH: RelationWords(
        verb="pulls against",
        change="is in tension with",
        meaning="a link says that the two pull apart, though neither excludes the other",
        source="in tension with",
        target="in tension with",
    ),
    Relation.SUPERSEDES: RelationWords(
        verb="replaces",
        change="replaces, as the newer fact,",
        meaning="a link says that the newer fact replaces the older one",
        source="supersedes",
        target="superseded by",
    ),
    Relation.UNRELATED_TO: RelationWords(
        verb="is unrelated to",
        change="has nothing to do with",
        meaning="a link says that the two have nothing to do with each other",
    ),
}


def link_text(link: Link) -> str:
    """A link as it is written, without its reason."""
    return f"{link.source} {link.relation} {link.target}"


def link_as_written(link: Link | None) -> str:
    """A link in the words of the language, with all that it says; empty where there is none."""
    if link is None:
        return ""
    return f"link {link_text(link)}{sure(link)}{f': {one_line(link.why)}' if link.why else ''}"


def sure(link: Link) -> str:
    """How sure the annotator is of a link, in brackets; empty where that is not said."""
    return "" if link.confidence is None else f" ({link.confidence:g})"


def reason_of(link: Link) -> str:
    """Why a link holds, as the annotator says, without a full stop; empty where that is not said."""
    return one_line(link.why).rstrip(".") if link.why else ""


def relations_of(corpus: Corpus) -> Mapping[ClaimId, tuple[str, ...]]:
    """The links of every claim that has some, as lines of its card, in the order in which they are declared."""
    found: dict[ClaimId, dict[str, None]] = {}
    for link in corpus.links:
        said = RELATIONS[link.relation]
        if link.between_positions or not said.source:
            continue
        source, target = ClaimId(link.source), ClaimId(link.target)
        for claim, words, other in ((source, said.source, target), (target, said.target, source)):
            if claim in corpus.claims and other in corpus.claims:
                near = corpus.claims[claim].document == corpus.claims[other].document
                name = corpus.claims[other].name if near else other
                found.setdefault(claim, {})[f"⇄ {words} {name}"] = None
    return {claim: tuple(lines) for claim, lines in found.items()}
