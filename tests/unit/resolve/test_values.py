import pytest

from argmap.resolve.values import is_backwards, is_date, period, strength, unknown_degree


@pytest.mark.parametrize("text", ["2021", "2021-07", "2021-07-09", "2020-02-29", "2000-02-29", "0001"])
def test_dates(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    "text",
    ["", "21", "2021-7", "2021-00", "2021-13", "2021-02-29", "1900-02-29", "2021-04-31", "2021-07-09T12", "２０２１"],
)
def test_what_is_no_date(text: str) -> None:
    assert not is_date(text)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("2021-07", ("2021-07", "2021-07")),
        ("2009..2017", ("2009", "2017")),
        ("..2021-08", ("", "2021-08")),
        ("2017..", ("2017", "")),
        ("2009 .. 2017", ("2009", "2017")),
    ],
)
def test_periods(text: str, ends: tuple[str, str]) -> None:
    found = period(text)
    assert found is not None and (found.start, found.end) == ends


@pytest.mark.parametrize("text", ["..", "", "2021..x", "2021-13..2022", "2009..2010..2011", "2009-2017"])
def test_what_is_no_period(text: str) -> None:
    assert period(text) is None


def test_a_period_ends_after_it_begins_as_far_as_both_are_precise() -> None:
    for text, backwards in {
        "2021..2009": True,
        "2021-07..2021": False,
        "2021..2021-01": False,
        "2021..": False,
    }.items():
        found = period(text)
        assert found is not None and is_backwards(found) is backwards


def test_strengths() -> None:
    assert str(strength("likely")) == "likely"
    assert str(strength("unlikely..even-chance")) == "unlikely..even-chance"
    assert str(strength("could..must")) == "could..must"
    for text in ("even-chance..unlikely", "could..likely", "likely..likely", "unlikely..even-chance..likely"):
        assert strength(text) is None
    assert unknown_degree("unlikely..evens") == "evens"
    assert unknown_degree("..likely") == ""
    assert unknown_degree("should") is None
