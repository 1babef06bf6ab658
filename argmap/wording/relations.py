"""Relations in words: what a declared link says of two claims or answers, and what premises do to a conclusion.

What they do is a role: a reason, a concession, an exception, an undercut, a condition, an explanation.  Whatever shows
an argument to readers joins its claims by the same connectives.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from argmap.language.words import Relation
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole
from argmap.model.link import Link
from argmap.wording.english import one_line


class RelationWords(NamedTuple):
    """How one relation is said.

    Attributes:
        verb: Between its two ends.
        change: Likewise, in a sentence about what a link says now or no longer.
        meaning: That which the link says of both, as a clause.
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
        "says the same as", "says the same as", "the two say the same", "same as", "same as"
    ),
    Relation.ENTAILS: RelationWords(
        "entails", "entails", "whoever holds the first is bound to the second", "entails", "entailed by"
    ),
    Relation.CONTRADICTS: RelationWords(
        "contradicts", "contradicts", "just one of the two is true", "contradicts", "contradicts"
    ),
    Relation.CONTRARY_TO: RelationWords(
        "excludes", "cannot be true beside", "no more than one of the two is true", "contrary to", "contrary to"
    ),
    Relation.IN_TENSION_WITH: RelationWords(
        "pulls against",
        "is in tension with",
        "the two pull apart, though neither excludes the other",
        "in tension with",
        "in tension with",
    ),
    Relation.SUPERSEDES: RelationWords(
        "replaces",
        "replaces, as the newer fact,",
        "the newer fact replaces the older one",
        "supersedes",
        "superseded by",
    ),
    Relation.UNRELATED_TO: RelationWords(
        "is unrelated to", "has nothing to do with", "the two have nothing to do with each other"
    ),
}


CONNECTIVES: Mapping[StepRole, str] = {
    StepRole.BECAUSE: "because",
    StepRole.DESPITE: "although",
    StepRole.OBJECTION: "but",
    StepRole.UNLESS: "unless",
    StepRole.UNDERCUT: "doubted",
    StepRole.IF: "if",
    StepRole.ONLY_IF: "only if",
    StepRole.EXPLANATION: "explained by",
    StepRole.PARTS: "namely",
    StepRole.BACKGROUND: "background",
}
"""What stands between a conclusion and the premise below it: what is conceded comes after "although", what is left open
after "but", and what doubts the step itself after "doubted"; the last three do not argue."""

AND = "and"
"""What stands before a premise taken together with the one above it."""


def connective(role: StepRole, *, linked: bool) -> str:
    """The word before a premise: that of its role, or of one linked to the premise above it."""
    return AND if linked else CONNECTIVES[role]


class RoleWords(NamedTuple):
    """How one role of the premises of a step is said.

    Attributes:
        one: What a single premise does: ``supports``.
        several: What linked premises do: ``together support``.
        short: What it does in a few words, before the name of the conclusion.
        part: As what a premise counts: ``as a reason for``.
        card: What stands on the card of a premise; empty where that needs no word.
    """

    one: str
    several: str
    short: str
    part: str
    card: str = ""


ROLES: Mapping[StepRole, RoleWords] = {
    StepRole.BECAUSE: RoleWords("supports", "together support", "supports", "as a reason for"),
    StepRole.DESPITE: RoleWords(
        "speaks, as the author concedes, against",
        "together speak, as the author concedes, against",
        "speaks against",
        "as a concession against",
        "CONCEDED",
    ),
    StepRole.OBJECTION: RoleWords(
        "speaks, as an open objection, against",
        "together speak, as an open objection, against",
        "objects to",
        "as an objection against",
        "OBJECTION",
    ),
    StepRole.UNLESS: RoleWords(
        "is an exception to",
        "together are an exception to",
        "is an exception to",
        "as an exception to",
        "EXCEPTION",
    ),
    StepRole.UNDERCUT: RoleWords(
        "casts doubt on the step to",
        "together cast doubt on the step to",
        "doubts a step to",
        "as a doubt about",
        "UNDERCUT",
    ),
    StepRole.IF: RoleWords(
        "is a sufficient condition of",
        "together are a sufficient condition of",
        "is enough for",
        "as a condition for",
        "IF",
    ),
    StepRole.ONLY_IF: RoleWords(
        "is a necessary condition of",
        "together are a necessary condition of",
        "is needed for",
        "as a necessary condition for",
        "ONLY IF",
    ),
    StepRole.EXPLANATION: RoleWords("explains", "together explain", "explains", "as an explanation of", "EXPLAINS"),
    StepRole.PARTS: RoleWords("spells out a part of", "spell out", "is a part of", "as a part of", "PART"),
    StepRole.BACKGROUND: RoleWords(
        "sets the scene for", "set the scene for", "is background to", "as background to", "BACKGROUND"
    ),
}

ROLE_CHANGES: Mapping[StepRole, tuple[str, str]] = {
    StepRole.BECAUSE: ("{} supports", "together {} support"),
    StepRole.DESPITE: ("is {} conceded against", "are {} together conceded against"),
    StepRole.OBJECTION: ("is {} an objection to", "are {} together an objection to"),
    StepRole.UNLESS: ("is {} an exception to", "are {} together an exception to"),
    StepRole.UNDERCUT: ("{} casts doubt on", "together {} cast doubt on"),
    StepRole.IF: ("is {} a condition for", "are {} together a condition for"),
    StepRole.ONLY_IF: ("is {} a necessary condition for", "are {} together a necessary condition for"),
    StepRole.EXPLANATION: ("{} explains", "together {} explain"),
    StepRole.PARTS: ("{} spells out", "together {} spell out"),
    StepRole.BACKGROUND: ("{} sets the scene for", "{} set the scene for"),
}
"""What a single premise, and what linked ones do, with room for an adverb."""


def link_text(link: Link) -> str:
    """A link as it is written, without its reason."""
    return f"{link.source} {link.relation} {link.target}"


def link_as_written(link: Link) -> str:
    """A link in the words of the language, with all that it says."""
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
