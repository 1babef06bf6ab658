"""Relations in words: what a declared link says of two claims or answers, and what premises do to a conclusion.

What they do is a role: a reason, a concession, an exception, an undercut, a condition, an explanation.  Whatever shows
an argument to readers joins its claims by the same connectives.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from argmap.language.words import Relation
from argmap.model.inference import StepRole
from argmap.model.link import AnyLink
from argmap.wording.english import one_line


class RelationWords(NamedTuple):
    """How one relation is said.

    Attributes:
        verb: Between its two ends.
        change: Likewise, in a sentence about what a link says now or no longer.
        meaning: That which the link says of both, as a clause.
        reverse: As `verb`, from its second end to its first; empty where that is the same.
    """

    verb: str
    change: str
    meaning: str
    reverse: str = ""


RELATIONS: Mapping[Relation, RelationWords] = {
    Relation.SAME_AS: RelationWords("says the same as", "says the same as", "the two say the same"),
    Relation.ENTAILS: RelationWords("entails", "entails", "the second follows from the first", "follows from"),
    Relation.CONTRADICTS: RelationWords("contradicts", "contradicts", "just one of the two is true"),
    Relation.CONTRARY_TO: RelationWords("excludes", "cannot be true beside", "no more than one of the two is true"),
    Relation.IN_TENSION_WITH: RelationWords(
        "is in tension with", "is in tension with", "the two are in tension, though neither excludes the other"
    ),
    Relation.SUPERSEDES: RelationWords(
        "replaces", "replaces, as the newer fact,", "the newer fact replaces the older one", "is replaced by"
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
        part: As what a premise counts: ``as a reason for``.
    """

    one: str
    several: str
    part: str


ROLES: Mapping[StepRole, RoleWords] = {
    StepRole.BECAUSE: RoleWords("supports", "together support", "as a reason for"),
    StepRole.DESPITE: RoleWords("is conceded against", "are together conceded against", "as a concession against"),
    StepRole.OBJECTION: RoleWords(
        "is an objection, left open, to", "together are an objection, left open, to", "as an objection against"
    ),
    StepRole.UNLESS: RoleWords("is an exception to", "together are an exception to", "as an exception to"),
    StepRole.UNDERCUT: RoleWords(
        "casts doubt on the step to", "together cast doubt on the step to", "as a doubt about"
    ),
    StepRole.IF: RoleWords(
        "is a sufficient condition of", "together are a sufficient condition of", "as a condition for"
    ),
    StepRole.ONLY_IF: RoleWords(
        "is a necessary condition of", "together are a necessary condition of", "as a necessary condition for"
    ),
    StepRole.EXPLANATION: RoleWords("explains", "together explain", "as an explanation of"),
    StepRole.PARTS: RoleWords("spells out a part of", "spell out", "as a part of"),
    StepRole.BACKGROUND: RoleWords("sets the scene for", "set the scene for", "as background to"),
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


def link_text(link: AnyLink) -> str:
    """A link as it is written, without its reason."""
    return f"{link.source} {link.relation} {link.target}"


def link_as_written(link: AnyLink) -> str:
    """A link in the words of the language, with all that it says."""
    return f"link {link_text(link)}{sure(link)}{f': {one_line(link.why)}' if link.why else ''}"


def sure(link: AnyLink) -> str:
    """How sure the analyst is of a link, in brackets; empty where that is not said."""
    return "" if link.confidence is None else f" ({link.confidence:g})"


def reason_of(link: AnyLink) -> str:
    """Why a link holds, as the analyst says, without a full stop; empty where that is not said."""
    return one_line(link.why).rstrip(".") if link.why else ""
