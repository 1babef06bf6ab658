"""The closed vocabularies of argument mapping, shared by the language and the model."""

from __future__ import annotations

from enum import StrEnum


class Attitude(StrEnum):
    """What an author does with a claim (commitment); the value is the verb that says so."""

    CLAIMS = "claims"
    DENIES = "denies"
    REPORTS = "reports"
    ENDORSES = "endorses"
    DOUBTS = "doubts"
    SUPPOSES = "supposes"
    IMPLIES = "implies"

    @property
    def accepts(self) -> bool:
        """Whether the author takes the claim for true, or for right."""
        return self in (Attitude.CLAIMS, Attitude.ENDORSES, Attitude.IMPLIES)


class Degree(StrEnum):
    """Strength words: belief as in ICD 203 (estimative language, US Office of the DNI, 2015), then duty."""

    CERTAIN = "certain"
    VERY_LIKELY = "very-likely"
    LIKELY = "likely"
    POSSIBLE = "possible"
    EVEN_CHANCE = "even-chance"
    UNLIKELY = "unlikely"
    VERY_UNLIKELY = "very-unlikely"
    NO_CHANCE = "no-chance"
    MUST = "must"
    SHOULD = "should"
    COULD = "could"
    SHOULD_NOT = "should-not"
    MUST_NOT = "must-not"

    @property
    def is_duty(self) -> bool:
        """Whether the word says what ought to be, not what is."""
        return self in _DUTY

    @property
    def rank(self) -> int:
        """Place on its scale, counted from the firm end."""
        return (_DUTY if self.is_duty else _BELIEF).index(self)


_DUTY = (Degree.MUST, Degree.SHOULD, Degree.COULD, Degree.SHOULD_NOT, Degree.MUST_NOT)
_BELIEF = tuple(degree for degree in Degree if degree not in _DUTY)


class Kind(StrEnum):
    """What sort of claim it is."""

    FACT = "fact"
    PREDICTION = "prediction"
    VALUE = "value"
    POLICY = "policy"


class Relation(StrEnum):
    """What a declared link says of two claims, or of two positions."""

    SAME_AS = "same-as"
    ENTAILS = "entails"
    CONTRADICTS = "contradicts"
    CONTRARY_TO = "contrary-to"
    IN_TENSION_WITH = "in-tension-with"
    SUPERSEDES = "supersedes"
    UNRELATED_TO = "unrelated-to"


SCHEMES = tuple(
    "authority example cause sign analogy consequence precedent definition classification explanation"
    " parts background".split()
)
"""Argumentation schemes (Walton, Reed and Macagno 2008) that every project knows; settings may add more."""

WITHOUT_SUPPORT = frozenset({"explanation", "parts", "background"})
"""Schemes of steps that tell why, spell out or set the scene, and do not argue that."""

OPEN = "open"
"""The position that every issue has: the holder says that it is undecided."""

VERBS = frozenset(attitude.value for attitude in Attitude)
DEGREES = frozenset(degree.value for degree in Degree)
STEPS = frozenset({"because", "and", "despite", "undercut", "unless", "if", "only-if"})
NAMED = frozenset({"document", "issue", "position", "actor", "term", "author"})
STATEMENTS = VERBS | {"document", "section", "issue", "actor", "term", "link"}
FIELDS = frozenset(
    "author date publisher source language thesis note was position order compatible also speaks-for at cites answers"
    " kind as-of tags".split()
)
KEYWORDS = STATEMENTS | STEPS | FIELDS
RESERVED = KEYWORDS | {"from", "quoting", "not", OPEN}
"""Words that are never ids."""
