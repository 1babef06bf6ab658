"""What came of forecasts, as far as facts of their time tell."""

from collections.abc import Callable

import pytest

from argmap.compare import forecasts as room
from argmap.compare.comparison import Comparison
from argmap.compare.forecasts import Forecast, Outcome, counts, forecasts

Compared = Callable[..., Comparison]

SHARED = """issue flood: Will the river flood?
  position yes: It will
  position no: It will not
  position partly: It will come over one bank
issue bare: Will it?
  position yes: It will
  position no: It will not
  exhaustive: yes, no
"""
YEARS = ("2015", "2024")


def foretold(
    position: str = "yes", *, until: str = "2020", word: str = "", issue: str = "flood", more: str = ""
) -> str:
    strength = f" ({word})" if word else ""
    date = f"  until: {until}\n" if until else ""
    return f"claims said{strength}: It comes.\n  answers {issue}: {position}\n  kind: prediction\n{date}{more}"


def fact(position: str, when: str, *, name: str = "seen", verb: str = "claims", issue: str = "flood") -> str:
    return f"{verb} {name}: It is so.\n  answers {issue}: {position}\n  kind: fact\n  as-of: {when}\n"


def only(found: Comparison) -> Forecast:
    (one,) = forecasts(found)
    return one


@pytest.mark.parametrize(
    ("forecast", "seen", "outcome"),
    [
        (foretold(), fact("yes", "2020"), Outcome.BORNE_OUT),
        (foretold(), fact("yes", "2023"), Outcome.BORNE_OUT),
        (foretold(), fact("no", "2020"), Outcome.FAILED),
        (foretold(), fact("partly", "2020"), Outcome.FAILED),
        (foretold(word="possible"), fact("yes", "2020"), Outcome.CAME_ABOUT),
        (foretold(word="possible"), fact("no", "2020"), Outcome.DID_NOT_COME),
        (foretold("not yes"), fact("no", "2020", issue="bare"), Outcome.NOT_KNOWN),
        (foretold("not yes"), fact("no", "2020"), Outcome.BORNE_OUT),
        (foretold("not yes"), fact("not no", "2020"), Outcome.NOT_KNOWN),
        (foretold("not yes", issue="bare"), fact("no", "2020", issue="bare"), Outcome.BORNE_OUT),
        (foretold(), fact("yes", "2019"), Outcome.SO_FAR_FOR),
        (foretold(), fact("no", "2020-01"), Outcome.SO_FAR_AGAINST),
        (foretold(until=""), fact("no", "2020"), Outcome.SO_FAR_AGAINST),
        (foretold(), fact("yes", "2014"), Outcome.NOT_KNOWN),
        (foretold(), fact("yes", "2015"), Outcome.NOT_KNOWN),
        (foretold(until="2030"), "", Outcome.OPEN),
        (foretold(until=""), "", Outcome.OPEN),
        (foretold(), fact("yes", "2020") + fact("no", "2021", name="too"), Outcome.DISPUTED),
        (foretold(), fact("no", "2018") + fact("yes", "2020", name="too"), Outcome.BORNE_OUT),
        (foretold(), fact("yes", "2020", verb="reports").replace(": It", " from envoy: It"), Outcome.BORNE_OUT),
        (foretold(), fact("yes", "2020").replace("seen:", "seen (possible):"), Outcome.NOT_KNOWN),
        (foretold(), fact("yes", "2020", verb="supposes"), Outcome.NOT_KNOWN),
        (foretold(more="  if rain: It rains.\n"), fact("no", "2020"), Outcome.NOT_TESTED),
        (foretold(more="  if rain: It rains.\n"), fact("no", "2020") + "claims wet: Wet.\n", Outcome.NOT_TESTED),
    ],
)
def test_what_came_of_it(compared: Compared, forecast: str, seen: str, outcome: Outcome) -> None:
    assert only(compared(forecast, seen, shared=SHARED, dates=YEARS)).outcome is outcome


def test_a_granted_condition_falls_away(compared: Compared) -> None:
    made = foretold(more="  if rain: It rains.\n")
    seen = fact("no", "2020") + "claims wet: It rains.\n"
    found = only(compared(made, seen, shared=SHARED + "link a.rain same-as b.wet\n", dates=YEARS))
    assert found.outcome is Outcome.FAILED


def test_whoever_states_the_fact_it_tests(compared: Compared) -> None:
    own = compared(foretold() + fact("no", "2020"), "", shared=SHARED, dates=YEARS)
    assert only(own).tests[0].holder.id == "a"
    older = compared(foretold(), fact("no", "2020"), shared=SHARED, dates=("2015", ""), since="2010")
    assert older.left_out and only(older).outcome is Outcome.FAILED


def test_it_tells_what_was_foretold_and_until_when(compared: Compared) -> None:
    found = only(compared(foretold(), fact("no", "2020"), shared=SHARED, dates=YEARS))
    assert (found.holder.id, found.issue, found.position, found.said, found.until) == (
        "a",
        "flood",
        "yes",
        "2015",
        "2020",
    )
    (test,) = found.tests
    assert (test.holder.id, test.assertion.claim, test.says_the_same, test.reached) == ("b", "b.seen", False, True)


def test_what_is_only_granted_or_leaves_it_open_is_no_forecast(compared: Compared) -> None:
    granted = "claims main: M.\n  despite said: It comes.\n    answers flood: yes\n    kind: prediction\n"
    assert not list(forecasts(compared(granted, foretold("open"), shared=SHARED, dates=YEARS)))


@pytest.mark.parametrize(
    ("link", "outcome"),
    [
        ("b.seen same-as a.said", Outcome.BORNE_OUT),
        ("a.said contradicts b.seen", Outcome.FAILED),
        ("b.seen contrary-to a.said", Outcome.FAILED),
        ("b.seen entails a.said", Outcome.BORNE_OUT),
        ("a.said entails b.seen", Outcome.NOT_KNOWN),
        ("b.seen supersedes a.said", Outcome.FAILED),
        ("a.said supersedes b.seen", Outcome.NOT_KNOWN),
    ],
)
def test_facts_that_a_link_joins_test_what_answers_no_issue(compared: Compared, link: str, outcome: Outcome) -> None:
    made = "claims said: It comes.\n  kind: prediction\n  until: 2020\n"
    seen = "claims seen: It is so.\n  kind: fact\n  as-of: 2021\n"
    found = only(compared(made, seen, shared=f"link {link}\n", dates=YEARS))
    assert found.outcome is outcome and found.issue is None


def test_what_takes_its_place_settles_it(compared: Compared) -> None:
    made, seen = foretold(word="possible", until=""), fact("no", "2020")
    found = compared(made, seen, shared=SHARED + "link b.seen supersedes a.said\n", dates=YEARS)
    assert only(found).outcome is Outcome.DID_NOT_COME


def test_counts_follow_the_outcomes(compared: Compared) -> None:
    both = foretold() + foretold("no", until="2030").replace("said", "other")
    found = list(forecasts(compared(both, fact("yes", "2020"), shared=SHARED, dates=YEARS)))
    (by_outcome,) = counts(found).values()
    assert dict(by_outcome) == {Outcome.BORNE_OUT: 1, Outcome.SO_FAR_AGAINST: 1}


def test_past_the_bound_that_is_told(compared: Compared, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = "".join(fact("yes", str(year), name=f"in-{year}") for year in range(2016, 2022))
    corpus = compared(foretold(), seen, shared=SHARED, dates=YEARS)
    assert only(corpus).is_whole
    monkeypatch.setattr(room, "MOST_FACTS", 2)
    monkeypatch.setattr(room, "MOST_TESTS", 1)
    found = only(corpus)
    assert (found.is_whole, found.outcome, len(found.tests), found.tests_left_out) == (False, Outcome.BORNE_OUT, 1, 1)
