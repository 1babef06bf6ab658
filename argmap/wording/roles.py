"""What the premises of a step do to its conclusion, in words: a reason, an exception, an undercut, a condition."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

CONDITIONS = frozenset({"if", "only-if"})
"""The roles whose premises are supposed: nobody says that they hold."""


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


_ROLES: Mapping[str, RoleWords] = {
    "because": RoleWords(
        one="supports",
        several="together support",
        short="supports",
        changing="{} supports",
        several_changing="together {} support",
        part="as a reason for",
        opening="because",
    ),
    "despite": RoleWords(
        one="speaks, as the author concedes, against",
        several="together speak, as the author concedes, against",
        short="speaks against",
        changing="is {} conceded against",
        several_changing="are {} together conceded against",
        part="as a concession against",
        opening="in spite of",
    ),
    "unless": RoleWords(
        one="is an exception to",
        several="together are an exception to",
        short="is an exception to",
        changing="is {} an exception to",
        several_changing="are {} together an exception to",
        part="as an exception to",
        opening="unless",
    ),
    "undercut": RoleWords(
        one="casts doubt on the step to",
        several="together cast doubt on the step to",
        short="doubts a step to",
        changing="{} casts doubt on",
        several_changing="together {} cast doubt on",
        part="as a doubt about",
        opening="a doubt about this step",
    ),
    "if": RoleWords(
        one="is a sufficient condition of",
        several="together are a sufficient condition of",
        short="is enough for",
        changing="is {} a condition for",
        several_changing="are {} together a condition for",
        part="as a condition for",
        opening="if",
    ),
    "only-if": RoleWords(
        one="is a necessary condition of",
        several="together are a necessary condition of",
        short="is needed for",
        changing="is {} a necessary condition for",
        several_changing="are {} together a necessary condition for",
        part="as a necessary condition for",
        opening="only if",
    ),
    "explanation": RoleWords(
        one="explains",
        several="together explain",
        short="explains",
        changing="{} explains",
        several_changing="together {} explain",
        part="as an explanation of",
        opening="explained by",
    ),
    "parts": RoleWords(
        one="spells out a part of",
        several="spell out",
        short="is a part of",
        changing="{} spells out",
        several_changing="together {} spell out",
        part="as a part of",
        opening="consists of",
    ),
    "background": RoleWords(
        one="sets the scene for",
        several="set the scene for",
        short="is background to",
        changing="{} sets the scene for",
        several_changing="{} set the scene for",
        part="as background to",
        opening="background",
    ),
}
_OTHER_NAMES = {
    "support": "because",
    "reason": "because",
    "concession": "despite",
    "exception": "unless",
    "condition": "if",
    "sufficient": "if",
    "necessary": "only-if",
    "necessary-condition": "only-if",
    "part": "parts",
}
"""What other rooms call a role that the language calls by the word on the right."""


def words_of_role(role: str) -> RoleWords:
    """The words for a role, by its word in the language."""
    return _ROLES[_OTHER_NAMES.get(role, role)]


def is_condition(role: str) -> bool:
    """Whether a role takes its premises as supposed."""
    return _OTHER_NAMES.get(role, role) in CONDITIONS
