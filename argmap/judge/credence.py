"""Credence: the bounds that a strength word puts on the probability of what it qualifies.

Words have a band, that of ICD 203 (Analytic Standards, US Office of the Director of National Intelligence, 2015), and
a bound.  Verdicts rest on the bound, the literal, "at least" meaning of a word on a scale, as in the IPCC's ``likely``,
66 to 100 % (Mastrandrea and others 2010): that whoever says ``likely`` does not mean ``certain`` is only suggested, can
be cancelled, and refutes nobody (Horn 1972).  Bounds are whole thousandths, so that comparing them is exact.
"""

from __future__ import annotations

from typing import NamedTuple

from argmap.language.words import Degree
from argmap.model.claim import Strength

WHOLE = 1000
PLAIN = 800
"""What is stated outright is held for at least very likely."""
_AT_LEAST = {
    Degree.CERTAIN: 950,
    Degree.VERY_LIKELY: PLAIN,
    Degree.LIKELY: 550,
    Degree.POSSIBLE: 51,
    Degree.EVEN_CHANCE: 450,
}
_AT_MOST = {Degree.EVEN_CHANCE: 550, Degree.LIKELY: 800, Degree.VERY_LIKELY: 950}
"""Where the band of a word ends, for ranges that cross even; above all others there is nothing."""
_MIRRORED = {Degree.UNLIKELY: Degree.LIKELY, Degree.VERY_UNLIKELY: Degree.VERY_LIKELY, Degree.NO_CHANCE: Degree.CERTAIN}


class Credence(NamedTuple):
    """Least and greatest probability of a position, in thousandths."""

    low: int = 0
    high: int = WHOLE

    @property
    def mirrored(self) -> Credence:
        """The same, of the negation."""
        return Credence(WHOLE - self.high, WHOLE - self.low)

    @property
    def is_firm(self) -> bool:
        """Whether it is as firm as what is stated outright, for or against."""
        return self.low >= PLAIN or self.high <= WHOLE - PLAIN

    @property
    def leans(self) -> bool:
        """Whether it rules out that the opposite is likely."""
        return self.low >= _AT_LEAST[Degree.EVEN_CHANCE] or self.high <= _AT_MOST[Degree.EVEN_CHANCE]


def is_below_even(degree: Degree) -> bool:
    """Whether a word says that something is rather not so: then the text already says the negative."""
    return degree in _MIRRORED


def crosses_even(strength: Strength) -> bool:
    """Whether a range has one end on each side of even: it has no direction then."""
    ends = (strength.low, strength.high)
    return any(is_below_even(end) for end in ends) and any(
        not is_below_even(end) and end is not Degree.EVEN_CHANCE for end in ends
    )


def has_direction(strength: Strength | None) -> bool:
    """Whether it says more for than against, or the other way round: an even chance does neither."""
    return strength is None or not (strength.low is strength.high is Degree.EVEN_CHANCE or crosses_even(strength))


def asserted(strength: Strength | None) -> Credence:
    """What a text with a strength of belief says of the position that it answers.

    A word below even counts as its mirror image, since such a text, read whole, already says the negative.  Of a range
    the end next to even counts; one that crosses even has both ends.
    """
    if strength is None:
        return Credence(PLAIN)
    if crosses_even(strength):
        below, above = sorted((strength.low, strength.high), key=is_below_even, reverse=True)
        return Credence(WHOLE - _AT_MOST.get(_MIRRORED[below], WHOLE), _AT_MOST.get(above, WHOLE))
    if not has_direction(strength):
        return Credence(_AT_LEAST[Degree.EVEN_CHANCE], _AT_MOST[Degree.EVEN_CHANCE])
    return Credence(min(_AT_LEAST[_MIRRORED.get(end, end)] for end in (strength.low, strength.high)))


def band(strength: Strength) -> Credence:
    """The band of a strength of belief, of a range from the lower end to the upper: of what the words themselves say.

    The text itself says the negative where it has a word below even; what that is for its answer `asserted` says.
    """
    ends = (_band(strength.low), _band(strength.high))
    return Credence(min(end.low for end in ends), max(end.high for end in ends))


def _band(degree: Degree) -> Credence:
    if is_below_even(degree):
        return _band(_MIRRORED[degree]).mirrored
    return Credence(_AT_LEAST[degree], _AT_MOST.get(degree, WHOLE))


def denied(strength: Strength | None) -> Credence:
    """What is left where that is denied: to deny a plain text is to assert its negation, else just the word is denied.

    Nothing is left to say where it has no direction.
    """
    if strength is None:
        return Credence(high=WHOLE - PLAIN)
    return Credence(high=asserted(strength).low - 1) if has_direction(strength) else Credence()


def doubted(strength: Strength | None) -> Credence:
    """What is left where that is doubted: a doubt is no counter-standpoint (van Eemeren and Grootendorst 1984)."""
    return Credence(high=max(asserted(strength).low, PLAIN) - 1) if has_direction(strength) else Credence()


def feasible(one: Credence, other: Credence) -> bool:
    """Whether one probability meets both (their credal sets intersect: Levi 1980, Walley 1991)."""
    return max(one.low, other.low) <= min(one.high, other.high)


def feasible_exclusive(one: Credence, other: Credence) -> bool:
    """Whether two positions of which one at most is right can have these probabilities."""
    return one.low + other.low <= WHOLE


def feasible_exhaustive(one: Credence, other: Credence) -> bool:
    """Whether two positions of which just one is right can have these probabilities."""
    return feasible(one, other.mirrored)
