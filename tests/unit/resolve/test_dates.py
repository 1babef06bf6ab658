"""Which days there are, as files say them."""

from collections.abc import Callable

import pytest

from argmap.model.corpus import Corpus
from argmap.model.ids import DocumentId
from argmap.source.finding import Finding

Understand = Callable[..., tuple[Corpus, list[Finding]]]
LAST = {1: 31, 2: 28, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}


def dated(understand: Understand, date: str) -> bool:
    """Whether it is taken as the date of a document."""
    corpus, findings = understand(f"document d: D\n  author a: A\n  date: {date}\nclaims x: X\n")
    kept = corpus.documents[DocumentId("d")].date == date
    assert kept == (not findings)
    return kept


@pytest.mark.parametrize(("month", "last"), LAST.items())
def test_a_month_has_its_days_and_no_more(understand: Understand, month: int, last: int) -> None:
    assert dated(understand, f"2021-{month:02}-01")
    assert dated(understand, f"2021-{month:02}-{last}")
    assert not dated(understand, f"2021-{month:02}-{last + 1}")
    assert not dated(understand, f"2021-{month:02}-00")


@pytest.mark.parametrize(("year", "leap"), [(2020, True), (2021, False), (1900, False), (2000, True), (2100, False)])
def test_leap_years_are_those_of_the_gregorian_calendar(understand: Understand, year: int, leap: bool) -> None:
    assert dated(understand, f"{year}-02-29") == leap
    assert not dated(understand, f"{year}-02-30")


def test_there_are_twelve_months(understand: Understand) -> None:
    assert dated(understand, "2021-12") and dated(understand, "2021-01") and dated(understand, "2021")
    assert not dated(understand, "2021-13") and not dated(understand, "2021-00")
