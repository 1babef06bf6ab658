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

    @property
    def needs_holder(self) -> bool:
        """Whether somebody has to be named who holds it."""
        return self in (Attitude.REPORTS, Attitude.ENDORSES)


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
    """What a declared link says of two claims, or of two positions; the last one also of other things."""

    SAME_AS = "same-as"
    ENTAILS = "entails"
    CONTRADICTS = "contradicts"
    CONTRARY_TO = "contrary-to"
    IN_TENSION_WITH = "in-tension-with"
    SUPERSEDES = "supersedes"
    UNRELATED_TO = "unrelated-to"

    @property
    def is_directed(self) -> bool:
        """Whether it says something else from its other end."""
        return self in (Relation.ENTAILS, Relation.SUPERSEDES)


SCHEMES = tuple(
    "authority example cause sign analogy consequence precedent definition classification explanation"
    " parts background".split()
)
"""Argumentation schemes (Walton, Reed and Macagno 2008) that every project knows; settings may add more."""

WITHOUT_SUPPORT = frozenset({"explanation", "parts", "background"})
"""Schemes of steps that tell why, spell out or set the scene, and do not argue that."""

OPEN = "open"
"""The position that every issue has: the holder says that it is undecided."""

FROM, QUOTING, NOT = "from", "quoting", "not"
"""The words that stand inside a line and mean something there: before holders, between them, and before a position."""

YES_OR_NO = ("yes", "no")
"""Positions that were exhaustive in the first version of the language where an issue has just these."""

VERBS = frozenset(attitude.value for attitude in Attitude)
DEGREES = frozenset(degree.value for degree in Degree)
_STEPS = ("because", "and", "despite", "objection", "undercut", "unless", "if", "only-if")
STEPS = frozenset(_STEPS)
_STEP_FIELDS = ("step-at", "step-note")
STEP_FIELDS = frozenset(_STEP_FIELDS)
"""Fields of a step: they stand at its level, since what stands under a premise concerns the premise."""
JOINING = frozenset({"and", "undercut"}) | STEP_FIELDS
"""First words of lines that belong to the step above them, at its level."""
NAMED = frozenset({"document", "issue", "position", "actor", "term", "author"})
STATEMENTS = VERBS | {"document", "section", "issue", "actor", "term", "link"}
_ENCODED = ("by", "sure")
_UNDER_A_CLAIM = (
    *(*_STEPS, *_STEP_FIELDS, "answers", "at", "kind", "as-of", "until", "said", "cites", "tags"),
    *(*_ENCODED, "note", "was"),
)
UNDER: dict[str, tuple[str, ...]] = {
    **dict.fromkeys((*VERBS, *_STEPS), _UNDER_A_CLAIM),
    "document": (
        *("author", "date", "publisher", "source", "language", "short", "thesis", "silent"),
        *(*_ENCODED, "note", "was"),
    ),
    "author": ("was",),
    "section": ("level", "note"),
    "issue": (
        *("position", "order", "compatible", "exhaustive", "kind", "changes", "short", "topic"),
        *("note", "was"),
    ),
    "position": ("short", "note", "was"),
    "actor": ("also", "speaks-for", "short", "note", "was"),
    "term": ("also", "at", "cites", "note", "was"),
    "link": (*_ENCODED, "note"),
}
"""The words that can begin a line under a line, by that line's first word: here a field has its place."""
FIELDS = frozenset(word for words in UNDER.values() for word in words) - STEPS
CLAIM_FIELDS = FIELDS.difference(STEP_FIELDS, *(words for above, words in UNDER.items() if above not in VERBS | STEPS))
"""Fields of claims alone."""
CUED = ("at", "step-at")
"""Fields that quote the source."""
KEYWORDS = STATEMENTS | STEPS | FIELDS


class Value(StrEnum):
    """What a field is set to, where that is no prose."""

    DATE = "a date"
    SHARE = "a number from 0 to 1"
    LEVEL = "a level"
    KIND = "a kind"
    YES_OR_NO = "yes or no"
    CLAIM = "a claim"
    ACTOR = "an actor"
    ISSUES = "issues"
    POSITIONS = "positions"
    SCALE = "positions in an order"
    OLD_IDS = "ids that were"


VALUES: dict[str, Value] = {
    **dict.fromkeys(("date", "as-of", "until", "said"), Value.DATE),
    "sure": Value.SHARE,
    "level": Value.LEVEL,
    "kind": Value.KIND,
    "changes": Value.YES_OR_NO,
    "thesis": Value.CLAIM,
    "speaks-for": Value.ACTOR,
    "silent": Value.ISSUES,
    **dict.fromkeys(("compatible", "exhaustive"), Value.POSITIONS),
    "order": Value.SCALE,
    "was": Value.OLD_IDS,
}
"""By field, what stands after its colon; after that of any other stands prose."""
_NO_MORE_RESERVED = STEP_FIELDS | frozenset(
    "objection until said by sure short silent exhaustive changes topic level".split()
)
"""Words that came later: where a line has its first word, none of them can be taken for an id, so they may be ids."""
RESERVED = (KEYWORDS | {FROM, QUOTING, NOT, OPEN}) - _NO_MORE_RESERVED
"""Words that are never ids."""
