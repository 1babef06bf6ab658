"""Dates and spans of any precision: which surely comes first, and of which time an assertion speaks.

A year does not precede its own months, and nothing surely precedes or follows what is not dated.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from argmap.language.words import Kind
from argmap.model.claim import Claim, Period

_DAYS = {"02": "29", "04": "30", "06": "30", "09": "30", "11": "30"}


def precedes(one: str, other: str) -> bool:
    """Whether one date is surely earlier: a year does not precede its own months, nor an unknown date anything."""
    precision = min(len(one), len(other))
    return one[:precision] < other[:precision]


def ends_before(one: str, other: str) -> bool:
    """Whether one date is over before the other is: January is over before its year.  An open end never is."""
    return bool(one) and (not other or _last_day(one) < _last_day(other))


def _last_day(date: str) -> str:
    """The last day of a year, a month or a day; every month may have 31, since only the order counts."""
    if len(date) == len("2020-02-29"):
        month = date[: len("2020-02")]
        return f"{month}-31" if date[-2:] == _DAYS.get(date[5:7], "31") else date
    return f"{date}-31" if len(date) == len("2020-02") else f"{date}-12-31"


def years_between(one: str, other: str) -> int:
    """How many whole years surely lie between two dates; 0 where one is unknown."""
    if not one or not other:
        return 0
    early, late = sorted((one, other))
    years = int(late[:4]) - int(early[:4])
    precision = min(len(early), len(late))
    return max(0, years - (late[4:precision] < early[4:precision]))


class Time(NamedTuple):
    """Of which time an assertion speaks.

    Attributes:
        kind: ``fact`` where it is a fact with a time of its own, ``prediction`` where it is one; None for all else,
            which is undated and speaks from when it was said on.
        start: For a fact, the beginning of its time; else when it was said.
        end: For a fact, the end of its time; for a prediction, by when it will be known.  Empty where that is open.
    """

    kind: Kind | None
    start: str
    end: str = ""

    @property
    def is_fact(self) -> bool:
        """Whether it is a fact of a time of its own."""
        return self.kind is Kind.FACT

    @property
    def is_prediction(self) -> bool:
        """Whether it is a forecast."""
        return self.kind is Kind.PREDICTION

    @property
    def period(self) -> Period | None:
        """The time of a dated fact; None for all else."""
        return Period(self.start, self.end) if self.is_fact else None


def time_of(claim: Claim, date: str) -> Time:
    """Of which time a claim of a document with a date speaks."""
    if claim.kind is Kind.FACT and claim.as_of is not None:
        return Time(Kind.FACT, claim.as_of.start, claim.as_of.end)
    said = claim.said or (claim.as_of.start if claim.as_of is not None else date)
    if claim.kind is Kind.PREDICTION:
        return Time(Kind.PREDICTION, said, claim.until)
    return Time(None, said)


class Apart(StrEnum):
    """How two assertions speak of different times."""

    FACTS = "facts"
    """Two dated facts of times that do not meet."""
    TIMES = "times"
    """What one speaks of is over before what the other speaks of begins."""
    ONE_DATED = "one-dated"
    """One is of a time that was over when the other, which bears none of its own, was said."""


def apart(one: Time, other: Time, *, changes: bool | None, same_document: bool) -> Apart | None:
    """Whether what two assertions speak of surely lies apart in time; the same from both sides.

    Args:
        one: An assertion's time.
        other: Another's.
        changes: Whether the issue's answer changes with time (see `argmap.model.issue.Issue`).
        same_document: Whether both stand in one document, in which just two dated facts part.
    """
    if changes is False:
        return None
    if one.is_fact and other.is_fact:
        return Apart.FACTS if precedes(one.end, other.start) or precedes(other.end, one.start) else None
    if same_document:
        return None
    if _is_over(one, other, changes=changes) or _is_over(other, one, changes=changes):
        dated = changes or (one.kind is not None and other.kind is not None)
        return Apart.TIMES if dated or one.is_prediction or other.is_prediction else Apart.ONE_DATED
    return None


def _is_over(one: Time, other: Time, *, changes: bool | None) -> bool:
    """Whether the time of one had ended when that of the other began.

    What is undated speaks from when it was said on, and so never ends; on an issue that changes, of that time alone.
    """
    end = one.end if one.kind is not None else one.start if changes else ""
    return bool(end) and precedes(end, other.start)


def tests(fact: Time, prediction: Time) -> bool:
    """Whether a fact surely begins after a forecast was made, and so speaks to it."""
    if not (fact.is_fact and prediction.is_prediction):
        return False
    return precedes(prediction.start, fact.start) or precedes(prediction.end, fact.start)


def is_reached(fact: Time, prediction: Time) -> bool:
    """Whether the forecast's date had come when the fact held: January does not reach the end of its year."""
    return bool(prediction.end) and not ends_before(fact.end, prediction.end)
