"""What the premises of a step do to its conclusion, in words: a reason, an exception, an undercut, a condition."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from argmap.model.inference import StepRole


class RoleWords(NamedTuple):
    """How one role is said.

    Attributes:
        one: What a single premise does: ``supports``.
        several: What linked premises do: ``together support``.
        short: What it does in a few words, before the name of the conclusion.
        changing: As `one`, with room for an adverb: ``{} supports``.
        several_changing: As `several`, likewise.
        part: As what a premise counts: ``as a reason for``.
        opening: What stands before a premise in a list under its conclusion: ``because``.
    """

    one: str
    several: str
    short: str
    changing: str
    several_changing: str
    part: str
    opening: str


_ROLES: Mapping[StepRole, RoleWords] = {
    StepRole.BECAUSE: RoleWords(
        one="supports",
        several="together support",
        short="supports",
        changing="{} supports",
        several_changing="together {} support",
        part="as a reason for",
        opening="because",
    ),
    StepRole.DESPITE: RoleWords(
        one="speaks, as the author concedes, against",
        several="together speak, as the author concedes, against",
        short="speaks against",
        changing="is {} conceded against",
        several_changing="are {} together conceded against",
        part="as a concession against",
        opening="in spite of",
    ),
    StepRole.UNLESS: RoleWords(
        one="is an exception to",
        several="together are an exception to",
        short="is an exception to",
        changing="is {} an exception to",
        several_changing="are {} together an exception to",
        part="as an exception to",
        opening="unless",
    ),
    StepRole.UNDERCUT: RoleWords(
        one="casts doubt on the step to",
        several="together cast doubt on the step to",
        short="doubts a step to",
        changing="{} casts doubt on",
        several_changing="together {} cast doubt on",
        part="as a doubt about",
        opening="a doubt about this step",
    ),
    StepRole.IF: RoleWords(
        one="is a sufficient condition of",
        several="together are a sufficient condition of",
        short="is enough for",
        changing="is {} a condition for",
        several_changing="are {} together a condition for",
        part="as a condition for",
        opening="if",
    ),
    StepRole.ONLY_IF: RoleWords(
        one="is a necessary condition of",
        several="together are a necessary condition of",
        short="is needed for",
        changing="is {} a necessary condition for",
        several_changing="are {} together a necessary condition for",
        part="as a necessary condition for",
        opening="only if",
    ),
    StepRole.EXPLANATION: RoleWords(
        one="explains",
        several="together explain",
        short="explains",
        changing="{} explains",
        several_changing="together {} explain",
        part="as an explanation of",
        opening="explained by",
    ),
    StepRole.PARTS: RoleWords(
        one="spells out a part of",
        several="spell out",
        short="is a part of",
        changing="{} spells out",
        several_changing="together {} spell out",
        part="as a part of",
        opening="consists of",
    ),
    StepRole.BACKGROUND: RoleWords(
        one="sets the scene for",
        several="set the scene for",
        short="is background to",
        changing="{} sets the scene for",
        several_changing="{} set the scene for",
        part="as background to",
        opening="background",
    ),
}


def words_of_role(role: StepRole) -> RoleWords:
    """The words for a role."""
    return _ROLES[role]
