"""The verdicts on two who speak on one question, and what decides for each."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What may be said of two holders, or of two assertions.

    The order is that in which the strongest of several counts (see `argmap.judge.holders`).
    """

    CONTRADICTION = "contradiction"
    """No estimate and no assignment of duties fits both, on one position or on two of which just one is right."""
    CONTRARIETY = "contrariety"
    """Nothing fits both, on positions that exclude each other: one at most is right, perhaps neither."""
    OPPOSED = "opposed"
    """They pull apart, and something fits both; or something keeps it from being said that nothing does."""
    CONDITIONAL = "conditional"
    """They clash only on a condition that the other does not grant, or but for an exception that the other holds."""
    TENSION = "tension"
    """One says what ought to be and the other what is, or the analyst marks that the answers pull apart."""
    AGREEMENT = "agreement"
    """Both give the same answer, about as firmly; or both leave it open."""
    QUALIFIED = "qualified"
    """Both give the same answer, with a difference (see `Qualification`)."""
    EMPHASIS = "emphasis"
    """Each stresses another half of what one person could say in one breath."""
    UNDECIDED = "undecided"
    """One leaves open what the other answers."""
    OVERTAKEN = "overtaken"
    """A forecast, and a fact of its date or what supersedes it."""
    SUPERSEDED = "superseded"
    """Facts of two times: it changed, or one is wrong."""
    OTHER_TIMES = "other-times"
    """They speak of different times."""
    COMPATIBLE = "compatible"
    """They say different things that can stand together."""
    MIXED = "mixed"
    """A holder gives two answers that cannot both be right, and the other shares one of them."""
    ONE_SIDED = "one-sided"
    """The other is silent."""

    @property
    def is_cannot(self) -> bool:
        """Whether both cannot be right, or nobody can do or hold both."""
        return self in (Verdict.CONTRADICTION, Verdict.CONTRARIETY)

    @property
    def is_disagreement(self) -> bool:
        """Whether the two part, whether or not both can be right."""
        return self.is_cannot or self in (Verdict.OPPOSED, Verdict.CONDITIONAL)

    @property
    def is_agreement(self) -> bool:
        """Whether they agree, qualified or not."""
        return self in (Verdict.AGREEMENT, Verdict.QUALIFIED)

    @property
    def rank(self) -> int:
        """Its place in the order: of several verdicts on two holders the first counts."""
        return _RANKS[self]


_RANKS = {verdict: place for place, verdict in enumerate(Verdict)}


class Reason(StrEnum):
    """What decides for a verdict, where the verdict alone does not say it; it chooses the sentence that is told."""

    BALANCED = "balanced"
    """Opposed: an even chance against what is said outright."""
    GRANTED = "granted"
    """Opposed: one side only grants it, and rests nothing on it."""
    YEARS = "years"
    """Opposed: one speaks of a time that was over when the other was said, so they clash unless it changed."""
    SO_FAR = "so-far"
    """Opposed: a fact against a forecast whose date is not reached, or that names none."""
    NEEDED = "needed"
    """Opposed: what one says is needed, the other grants."""
    CONDITION = "condition"
    """Conditional: one depends on something that the other does not speak of."""
    REJECTED = "rejected"
    """Conditional: one depends on something that the other rejects; the disagreement turns wholly on that."""
    EXCEPTION = "exception"
    """Conditional: the other holds the exception."""
    CASES = "cases"
    """Compatible: they speak of cases that exclude each other."""
    SCALES = "scales"
    """Tension: what ought to be against what is."""
    DECLARED = "declared"
    """Tension: the analyst marks it."""
    LINK = "link"
    """Overtaken or superseded: a link says so."""


class Qualification(StrEnum):
    """What keeps an agreement from being one without reserve."""

    STRENGTH = "strength"
    """More than a step lies between the strengths."""
    SCALE = "scale"
    """One says what is, the other what ought to be: the strengths cannot be compared."""
    CONDITION = "condition"
    """One depends on a condition, the other does not."""
    CONCESSION = "concession"
    """One only grants it in passing."""
