from collections.abc import Callable

import pytest

from argmap.compare.comparison import Comparison
from argmap.compare.cruxes import Crux
from argmap.judge.holder import Holder
from argmap.model.ids import ActorId, DocumentId, IssueId

Compared = Callable[..., Comparison]
A, B = Holder(DocumentId("a")), Holder(DocumentId("b"))
AGAINST = "claims not-it: T.\n  answers go: no\n\nclaims no-city: T.\n  answers lead: not city\n\n"
SLOW = "claims late: T.\n  answers pace: slow"
CITY, FAST = "\n    answers lead: city", "\n    answers pace: fast"


@pytest.fixture
def cruxes(compared: Compared):
    def function(one: str, other: str = AGAINST + SLOW, shared: str = "", holder: Holder = A) -> tuple[Crux, ...]:
        comparison = compared(one, other, shared=shared)
        conflict = comparison.align(holder, B, IssueId("go"))
        assert conflict is not None
        found = comparison.cruxes(conflict)
        mirrored = comparison.cruxes(conflict.mirrored())
        assert [(crux.other, crux.one) for crux in mirrored] == [(crux.one, crux.other) for crux in found]
        return found

    return function


def subjects(found: tuple[Crux, ...]) -> list[str]:
    return [crux.conflict.issue or "link" for crux in found]


def argued(*lines: str) -> str:
    return "claims it: T.\n  answers go: yes\n" + "\n".join(lines)


def test_one(cruxes) -> None:
    (crux,) = cruxes(argued("  because local: T." + CITY))
    assert crux.conflict.issue == "lead"
    assert (crux.one.premises, crux.one.lost_support, crux.depth, crux.weight) == (("a.local",), ("a.it",), 1, 1)
    assert crux.other.premises == crux.other.lost_support == ()
    assert not crux.turns_both


def test_nested_the_deepest_first(cruxes) -> None:
    found = cruxes(argued("  because local: T." + CITY, "    because quick: T.\n      answers pace: fast"))
    assert [(crux.conflict.issue, crux.depth, crux.weight) for crux in found] == [("pace", 2, 2), ("lead", 1, 1)]


def test_linked_premises_are_cruxes_each(cruxes) -> None:
    assert subjects(cruxes(argued("  because local: T." + CITY, "  and quick: T." + FAST))) == ["lead", "pace"]


def test_a_linked_premise_further_down(cruxes) -> None:
    body = argued("  because middle: T.", "    because local: T.\n      answers lead: city", "    and other: T.")
    (crux,) = cruxes(body)
    assert crux.one.lost_support == ("a.it", "a.middle")


def test_a_convergent_reason_further_down(cruxes) -> None:
    body = argued("  because middle: T.", "    because local: T.\n      answers lead: city", "    because other: T.")
    assert cruxes(body) == ()


def test_convergent_reasons_are_none(cruxes, compared: Compared) -> None:
    body = argued("  because local: T." + CITY, "  because quick: T." + FAST)
    assert cruxes(body) == ()
    comparison = compared(body, AGAINST + SLOW)
    conflict = comparison.align(A, B, IssueId("go"))
    assert subjects(comparison.contested(conflict)) == ["lead", "pace"]


def test_one_conflict_beneath_both_convergent_reasons(cruxes) -> None:
    body = argued("  because local: T." + CITY, "  because near: T." + CITY)
    (crux,) = cruxes(body)
    assert crux.one.premises == ("a.local", "a.near")


def test_a_premise_shared_by_two_steps(cruxes) -> None:
    body = argued("  because one: T.\n    because local", "  because two: T.\n    because local")
    (crux,) = cruxes(f"{body}\n\nclaims local: T.{CITY.replace('    ', '  ')}")
    assert crux.one.lost_support == ("a.it", "a.one", "a.two")
    assert crux.depth == 2


def test_both_sides_can_turn_on_one(cruxes) -> None:
    other = "claims not-it: T.\n  answers go: no\n  because no-city: T.\n    answers lead: not city"
    (crux,) = cruxes(argued("  because local: T." + CITY), other)
    assert crux.turns_both
    assert crux.weight == 2


@pytest.mark.parametrize(
    "step",
    [
        "  because (explanation) local: T.\n    answers lead: city",
        "  because (parts) local: T.\n    answers lead: city",
        "  despite local: T.\n    answers lead: city",
        "  if local: T.\n    answers lead: city",
        "  because x: T.\n    despite local: T.\n      answers lead: city",
    ],
)
def test_what_carries_no_support(cruxes, step: str) -> None:
    assert cruxes(argued(step)) == ()


def test_a_conclusion_never_argued_for_has_none(cruxes) -> None:
    assert cruxes("claims it: T.\n  answers go: yes\n\nclaims local: T.\n  answers lead: city") == ()
    assert cruxes("claims it: T.\n  answers go: yes\n  answers lead: city") == ()


def test_two_claims_for_one_stance_must_both_fall(cruxes) -> None:
    both = argued("  because local") + "\n\nclaims again: T.\n  answers go: yes\n  because "
    local = "\n\nclaims local: T.\n  answers lead: city"
    assert subjects(cruxes(f"{both}local{local}")) == ["lead"]
    assert cruxes(f"{both}other: T.{local}") == ()


def test_what_is_only_reported_gives_no_more_than_the_report(cruxes) -> None:
    denied = "  because denies local from ministry: T.\n    answers lead: council"
    assert cruxes(argued(denied), "claims not-it: T.\n  answers go: no\n\nclaims c: T.\n  answers lead: council") == ()
    endorsed = "  because endorses local from ministry: T.\n    answers lead: city"
    assert subjects(cruxes(argued(endorsed))) == ["lead"]


def test_an_actors_own_reasons_are_its_own(cruxes) -> None:
    ministry = Holder(DocumentId("a"), ActorId("ministry"))
    reported = "reports it from ministry: T.\n  answers go: yes\n  because {} local{}: T.\n    answers lead: city"
    assert subjects(cruxes(reported.format("reports", " from ministry"), holder=ministry)) == ["lead"]
    assert cruxes(reported.format("claims", ""), holder=ministry) == ()


def test_over_a_link(cruxes) -> None:
    (crux,) = cruxes(
        argued("  because fit: T."),
        "claims not-it: T.\n  answers go: no\n\nclaims unfit: T.",
        shared="link b.unfit contradicts a.fit: T.\n",
    )
    assert crux.conflict.link is not None
    assert crux.conflict.holders == (A, B)
    assert crux.one.premises == ("a.fit",)


def test_circles_of_steps_and_of_links_end(cruxes) -> None:
    body = argued("  because x: T.", "    because y")
    circle = f"{body}\n\nclaims y: T.\n  because x\n  because local: T.\n    answers lead: city"
    (crux,) = cruxes(circle, shared="link a.x same-as b.no-city: T.\nlink b.no-city entails a.x: T.\n")
    assert crux.one.lost_support == ("a.it", "a.x", "a.y")


def test_no_cruxes_of_what_is_no_conflict(compared: Compared) -> None:
    comparison = compared(argued("  because local: T." + CITY), argued("  because x: T."))
    assert comparison.cruxes(comparison.align(A, B, IssueId("go"))) == ()


def test_thousands_of_levels(compared: Compared) -> None:
    count = 3000
    steps = [f"claims c{number}: T.\n  because c{number + 1}" for number in range(1, count)]
    body = "\n\n".join([argued("  because c1"), *steps, f"claims c{count}: T.\n  answers lead: city"])
    comparison = compared(body, AGAINST)
    (crux,) = comparison.cruxes(comparison.align(A, B, IssueId("go")))
    assert (crux.depth, crux.weight) == (count, count)
    one, _ = comparison.trees(comparison.align(A, B, IssueId("go")))
    assert one[-1].depth == count
