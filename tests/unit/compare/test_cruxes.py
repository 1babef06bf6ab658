from collections.abc import Callable

import pytest

from argmap.compare.comparison import Comparison
from argmap.compare.cruxes import MOST, Crux
from argmap.judge.holder import Holder
from argmap.model.ids import ActorId, DocumentId, IssueId
from argmap.wording.verdict_reasons import share_words, turn_words

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
    assert crux.one.turn.size and not crux.other.turn.size


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
    (crux,) = cruxes(body)
    assert turn_words(crux.one.turn.reasons) == "one of two reasons"
    assert not crux.is_whole
    assert crux.one.lost_support == ()


def test_on_a_convergent_reason_it_turns_in_part(cruxes) -> None:
    found = cruxes(argued("  because local: T." + CITY, "  because quick: T." + FAST))
    assert subjects(found) == ["lead", "pace"]
    assert [turn_words(crux.one.turn.reasons) for crux in found] == ["one of two reasons"] * 2
    assert not any(crux.is_whole or crux.weight for crux in found)


def test_it_turns_most_on_what_is_the_only_reason_for_a_reason(cruxes) -> None:
    body = argued(
        "  because local: T." + CITY,
        "  because middle: T.",
        "    because quick: T.\n      answers pace: fast",
        "    because x: T.",
        "  because y: T.",
        "  because z: T.",
    )
    found = cruxes(body)
    shares = [(crux.conflict.issue, turn_words(crux.one.turn.reasons)) for crux in found]
    assert shares == [("lead", "one of four reasons"), ("pace", "one of two reasons for one of four")]


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
    assert crux.one.turn.size and crux.other.turn.size
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
    (crux,) = cruxes(f"{both}other: T.{local}")
    assert not crux.is_whole
    assert share_words(crux.one.turn) == "its only reason, for one of two claims that say so"
    assert crux.one.lost_support == ("a.it",)


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


def test_a_circle_beside_another_reason_leaves_the_rest_standing(cruxes) -> None:
    body = (
        argued("  because x: T.", "    because y", "  because z: T.")
        + "\n\nclaims y: T.\n  because x\n  because local: T."
    )
    (crux,) = cruxes(f"{body}\n    answers lead: city")
    assert not crux.is_whole
    assert turn_words(crux.one.turn.reasons) == "one of two reasons"


def test_all_turns_on_a_condition_that_the_other_rejects(compared: Compared) -> None:
    one = "claims it: T.\n  answers go: yes\n  if supposes quick: T." + FAST
    other = "claims not-it: T.\n  answers go: no\n\nclaims late: T.\n  answers pace: slow"
    comparison = compared(one, other)
    conflict = comparison.align(A, B, IssueId("go"))
    assert comparison.beneath(conflict).rejected == ("a.quick",)
    assert comparison.beneath(conflict.mirrored()).rejected == ("a.quick",)


def test_what_rests_on_a_fact_that_a_later_one_replaced_is_told_apart(compared: Compared) -> None:
    one = argued("  because then: T.\n    kind: fact\n    as-of: 2020\n    answers lead: city")
    other = (
        "claims not-it: T.\n  answers go: no\n\nclaims now: T.\n  kind: fact\n  as-of: 2022\n  answers lead: not city"
    )
    comparison = compared(one, other)
    beneath = comparison.beneath(comparison.align(A, B, IssueId("go")))
    assert beneath.cruxes == ()
    (crux,) = beneath.of_other_times
    assert (crux.conflict.verdict, crux.conflict.newer) == ("superseded", B)
    assert crux.is_whole


def test_whoever_states_the_newer_fact_rests_on_nothing_that_was_replaced(compared: Compared) -> None:
    one = argued("  because now: T.\n    kind: fact\n    as-of: 2022\n    answers lead: city")
    other = (
        "claims not-it: T.\n  answers go: no\n\nclaims then: T.\n  kind: fact\n  as-of: 2020\n  answers lead: not city"
    )
    comparison = compared(one, other)
    assert not comparison.beneath(comparison.align(A, B, IssueId("go")))


def test_of_more_than_are_weighed_the_rest_is_counted(compared: Compared) -> None:
    shared = "".join(f"link b.n{place} contradicts a.r{place}: T.\n" for place in range(MOST + 3))
    reasons = [f"  because r{place}: T." for place in range(MOST + 3)]
    other = "\n\n".join(["claims not-it: T.\n  answers go: no", *(f"claims n{place}: T." for place in range(MOST + 3))])
    comparison = compared(argued(*reasons), other, shared=shared)
    beneath = comparison.beneath(comparison.align(A, B, IssueId("go")))
    assert (len(beneath.cruxes), beneath.left_out) == (MOST, 3)
    assert {turn_words(crux.one.turn.reasons) for crux in beneath.cruxes} == {f"one of {MOST + 3} reasons"}


def test_where_hundreds_of_claims_stand_beneath_fewer_are_weighed(compared: Compared) -> None:
    shared = "".join(f"link b.n{place} contradicts a.r{place}: T.\n" for place in range(MOST))
    reasons = [f"  because r{place}: T." for place in range(700)]
    other = "\n\n".join(["claims not-it: T.\n  answers go: no", *(f"claims n{place}: T." for place in range(MOST))])
    comparison = compared(argued(*reasons), other, shared=shared)
    beneath = comparison.beneath(comparison.align(A, B, IssueId("go")))
    assert (len(beneath.cruxes), beneath.left_out) == (3, MOST - 3)
    assert {turn_words(crux.one.turn.reasons) for crux in beneath.cruxes} == {"one of 700 reasons"}


def test_thousands_of_levels_are_told_in_a_few_words() -> None:
    assert turn_words(((1, 1),) * 3000) == "its only reason"
    assert turn_words(((2, 2), (1, 1))) == "both reasons"
    assert turn_words(((1, 1), (1, 4), (1, 1), (1, 2))) == "one of two reasons for one of four"
    assert turn_words(((1, 4), *((1, 3),) * 3000, (1, 2))) == (
        "one of two reasons, further down, for one of three for one of four"
    )


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
