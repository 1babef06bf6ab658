"""Words with a value: strengths, dates, periods, numbers."""

from __future__ import annotations

import re

from argmap.language.words import Degree
from argmap.model.claim import Period, Strength

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
DEGREES = {degree.value: degree for degree in Degree}


def unknown_degree(text: str) -> str | None:
    """The first word of a strength that is no degree, if any."""
    return next((word for word in text.split("..") if word not in DEGREES), None)


def strength(text: str) -> Strength | None:
    """A degree, or a range of two on one scale, the lower one first; None where it is neither.

    All of its words are known (see `unknown_degree`).
    """
    low, dots, high = text.partition("..")
    if ".." in high:
        return None
    if not dots:
        return Strength(DEGREES[low], DEGREES[low])
    one, other = DEGREES[low], DEGREES[high]
    if one.is_duty != other.is_duty or one.rank <= other.rank:
        return None
    return Strength(one, other)


def is_date(text: str) -> bool:
    """Whether it is a year, a month or a day of the Gregorian calendar (ISO 8601)."""
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    year, month, day = (int(part) if part else None for part in match.groups())
    if month is None:
        return True
    if not 1 <= month <= 12:
        return False
    if day is None:
        return True
    leap = year is not None and (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return 1 <= day <= (28 if month == 2 and not leap else _DAYS[month - 1])


_TIME = re.compile(r"T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?")
_SHARE = re.compile(r"0(\.[0-9]{1,6})?|1(\.0{1,6})?")


def is_moment(text: str) -> bool:
    """Whether it is a date, or a day with a time (ISO 8601)."""
    date, _, time = text.partition("T")
    return is_date(date) and (not time or (len(date) == len("2020-01-01") and _TIME.fullmatch(f"T{time}") is not None))


def is_share(text: str) -> bool:
    """Whether it is a number from 0 to 1, with at most six places."""
    return _SHARE.fullmatch(text) is not None


def period(text: str) -> Period | None:
    """A date, or two with dots between them, of which one may be left out; None where it is neither."""
    start, dots, end = (part.strip() for part in text.partition(".."))
    if not dots:
        return Period(start, start) if is_date(start) else None
    if not (start or end) or any(part and not is_date(part) for part in (start, end)):
        return None
    return Period(start, end)


def is_backwards(span: Period) -> bool:
    """Whether it ends before it starts, as far as both are precise."""
    if not span.start or not span.end:
        return False
    precision = min(len(span.start), len(span.end))
    return span.end[:precision] < span.start[:precision]
