from collections.abc import Callable

import pytest

from argmap.compare.alignment import Alignment
from argmap.compare.comparison import Comparison
from argmap.judge.holder import Holder
from argmap.judge.verdict import Qualification, Verdict
from argmap.model.ids import DocumentId, IssueId

Compared = Callable[..., Comparison]
A, B = Holder(DocumentId("a")), Holder(DocumentId("b"))


@pytest.fixture
def align(compared: Compared):
    def function(one: str, other: str, issue: str = "lead", shared: str = "") -> Alignment:
        def body(lines: str) -> str:
            return "\n\n".join(f"claims x{number}{line}" for number, line in enumerate(lines.split("; ")))

        comparison = compared(body(one), body(other), shared=shared)
        found = comparison.align(A, B, IssueId(issue))
        assert found is not None
        assert comparison.align(B, A, IssueId(issue)) == found.mirrored()
        return found

    return function


def on(answer: str, strength: str = "", issue: str = "lead", more: str = "") -> str:
    bracket = f" ({strength})" if strength else ""
    return f"{bracket}: T.\n  answers {issue}: {answer}{more}"


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (on("city"), on("not city"), Verdict.CONTRADICTION),
        (on("city"), on("council"), Verdict.CONTRARIETY),
        (on("city"), on("state"), Verdict.COMPATIBLE),
        (on("city"), on("city"), Verdict.AGREEMENT),
        (on("not city"), on("not city"), Verdict.AGREEMENT),
        (on("open"), on("open"), Verdict.AGREEMENT),
        (on("city", "certain"), on("city", "possible"), Verdict.QUALIFIED),
        (on("open"), on("city"), Verdict.UNDECIDED),
        (on("city", "even-chance"), on("city", "likely"), Verdict.UNDECIDED),
        (on("city", "even-chance"), on("city"), Verdict.OPPOSED),
        (on("not city"), on("not council"), Verdict.COMPATIBLE),
        (on("city"), on("not state"), Verdict.COMPATIBLE),
        (on("city"), on("not council"), Verdict.COMPATIBLE),
        (on("city"), ": T.", Verdict.ONE_SIDED),
        # Whoever gives two answers of which one at most is right is mixed against whoever gives one of them.
        (on("city") + "; " + on("council"), on("city"), Verdict.MIXED),
        (on("city") + "; " + on("council"), on("city") + "; " + on("council"), Verdict.MIXED),
        (on("city") + "; " + on("not city"), on("city") + "; " + on("not city"), Verdict.MIXED),
        (on("city") + "; " + on("council"), on("not city"), Verdict.CONTRADICTION),
        (on("city") + "; " + on("state"), on("city"), Verdict.AGREEMENT),
    ],
)
def test_the_first_row_that_fits(align, one: str, other: str, verdict: Verdict) -> None:
    assert align(one, other).verdict is verdict


def test_a_contradiction_goes_before_a_contrariety(align) -> None:
    both = on("council") + "; " + on("not city")
    assert align(both, on("city")).verdict is Verdict.CONTRADICTION


def test_what_is_likely_though_it_may_fail_agrees_with_what_is_so(align) -> None:
    hedged = on("city", "likely") + "; " + on("not city", "possible")
    assert align(hedged, on("city")).verdict is Verdict.AGREEMENT


@pytest.mark.parametrize(("one", "other", "distance"), [("fast", "slow", 2), ("fast", "steady", 1)])
def test_distance_on_a_scale(align, one: str, other: str, distance: int) -> None:
    found = align(on(one, issue="pace"), on(other, issue="pace"), "pace")
    assert (found.distance, found.scale) == (distance, 2)
    assert align(on("city"), on("council")).distance is None


def test_the_nearest_of_several_answers_counts_on_a_scale(align) -> None:
    found = align(on("fast", issue="pace"), on("steady", issue="pace") + "; " + on("slow", issue="pace"), "pace")
    assert found.distance == 1
    assert [stance.position for stance in found.other.stances] == ["steady", "slow"]


def test_yes_and_no_contradict(align) -> None:
    assert align(on("yes", issue="go"), on("no", issue="go"), "go").verdict is Verdict.CONTRADICTION
    agreed = align(on("yes", issue="go"), on("not no", issue="go"), "go")
    assert agreed.verdict is Verdict.AGREEMENT
    assert not agreed.implied, "both say it, in other words"


@pytest.mark.parametrize(
    ("one", "other", "reserves"),
    [
        (on("city", "certain"), on("city", "likely"), (Qualification.STRENGTH,)),
        (on("city", "must"), on("city", "certain"), (Qualification.SCALE,)),
        (on("city"), on("city", more="\n  if c: War comes."), (Qualification.CONDITION,)),
        (
            on("city", more="\n  if c: War comes."),
            on("city", more="\n  only-if c: Peace comes."),
            (Qualification.CONDITION,),
        ),
        (on("city", more="\n  if c: War comes."), on("city", more="\n  if a.c"), ()),
        (
            on("city", "possible"),
            on("city", more="\n  if c: War comes."),
            (Qualification.STRENGTH, Qualification.CONDITION),
        ),
        (on("city", "likely"), on("city", "very-likely"), ()),
        (on("city", "must"), on("city"), ()),
        (on("city", "certain") + "; " + on("state"), on("city", "possible") + "; " + on("state"), ()),
    ],
)
def test_qualifications(align, one: str, other: str, reserves: tuple[Qualification, ...]) -> None:
    assert align(one, other).qualifications == reserves


@pytest.mark.parametrize(
    ("one", "other", "newer"),
    [
        ("2019", "2020", B),
        ("2020-02", "2020-01", A),
        ("..2019", "2020..", B),
        ("2019", "2019-05", None),
        ("2019..", "2020", None),
        ("2018..2020", "2020..2021", None),
    ],
)
def test_facts_of_different_times(align, one: str, other: str, newer: Holder | None) -> None:
    found = align(
        on("city", more=f"\n  kind: fact\n  as-of: {one}"), on("council", more=f"\n  kind: fact\n  as-of: {other}")
    )
    assert found.newer == newer
    assert found.verdict is (Verdict.SUPERSEDED if newer else Verdict.CONTRARIETY)


def test_only_facts_supersede_and_only_what_conflicts(align) -> None:
    undated = on("city")
    assert align(undated, on("council", more="\n  kind: fact\n  as-of: 2020")).verdict is Verdict.CONTRARIETY
    same = [on("city", more=f"\n  kind: fact\n  as-of: {year}") for year in (2019, 2020)]
    assert align(*same).verdict is Verdict.AGREEMENT


def test_a_declared_tension(align) -> None:
    shared = "link lead.city in-tension-with lead.state: T.\n"
    both = on("city") + "; " + on("state")
    assert align(both, on("state"), shared=shared).verdict is Verdict.AGREEMENT
    assert align(both, both, shared=shared).verdict is Verdict.AGREEMENT
    assert align(on("city"), on("state"), shared=shared).verdict is Verdict.TENSION


def test_the_claims_of_each_side(align) -> None:
    found = align(on("city") + "; " + on("city"), on("not city"))
    assert found.one.claims == ("a.x0", "a.x1")
    assert found.other.claims == ("b.x0",)


def test_two_silent_holders(compared: Compared) -> None:
    assert compared("claims x: T.", "claims y: T.").align(A, B, IssueId("lead")) is None


FORECAST, FACT = "claims foretold: T.\n  kind: prediction\n  until: 2020", "claims dry: T.\n  kind: fact\n  as-of: 2021"


def test_who_is_newer_over_a_link_is_told_by_its_time_as_on_an_issue(compared: Compared) -> None:
    comparison = compared(FORECAST, FACT, shared="link b.dry contradicts a.foretold: T.\n")
    (found,) = comparison.alignments()
    assert (found.verdict, found.newer) == (Verdict.OVERTAKEN, Holder(DocumentId("b")))


def test_of_a_range_of_duty_the_end_next_to_even_counts(compared: Compared) -> None:
    shared = "issue dam: Build it?\n  kind: policy\n  position yes: Y\n  position no: N\n"
    against = "claims not-it (should-not): T.\n  answers dam: not yes"
    (found,) = compared("claims it (even-chance..likely): T.\n  answers dam: yes", against, shared=shared).alignments()
    assert not found.verdict.is_cannot
