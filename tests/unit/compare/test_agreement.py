from collections.abc import Callable

from argmap.compare.agreement import (
    Share,
    all_issue_numbers,
    issue_numbers,
    most_consensual,
    most_divisive,
    pair_numbers,
    reliability,
    tally,
)
from argmap.compare.coalition import coalition_order
from argmap.compare.comparison import Comparison
from argmap.judge.holder import Holder
from argmap.model.ids import DocumentId, IssueId

Compared = Callable[..., Comparison]
A, B, C, D = (Holder(DocumentId(letter)) for letter in "abcd")


def body(*answers: str) -> str:
    return "\n\n".join(f"claims x{number}: T.\n  answers {answer}" for number, answer in enumerate(answers))


def test_a_pair_in_numbers(compared: Compared) -> None:
    one = body("lead: city", "pace: fast", "go: yes") + "\n\nclaims p (possible): T.\n  answers lead: state"
    found = pair_numbers(compared(one, body("lead: city", "pace: slow")), A, B)
    assert found.agreement == Share(1, 2)
    assert found.conflict == Share(1, 2)
    assert found.qualified == Share(0, 1)
    assert (found.nearness, found.ordered) == (0, 1)
    assert found.agreement.value == 0.5


def test_nothing_shared_is_no_share(compared: Compared) -> None:
    found = pair_numbers(compared(body("lead: city"), body("go: yes")), A, B)
    assert found.agreement.value is None
    assert found.nearness is None


def test_distance_weighted(compared: Compared) -> None:
    comparison = compared(body("pace: fast"), body("pace: steady"), body("pace: fast"))
    assert pair_numbers(comparison, A, B).nearness == 0.5
    assert pair_numbers(comparison, A, C).nearness == 1


def test_an_issue_in_numbers(compared: Compared) -> None:
    comparison = compared(body("pace: fast"), body("pace: fast"), body("pace: slow"), body("pace: open"))
    found = issue_numbers(comparison, IssueId("pace"))
    assert (found.holders, found.undecided) == (4, 1)
    assert dict(found.positions) == {"fast": 2, "steady": 0, "slow": 1}
    assert (found.agreement, found.conflict) == (Share(1, 6), Share(2, 6))
    assert issue_numbers(comparison, IssueId("pace"), [A, B]).agreement == Share(1, 1)


def test_counting_by_groups_is_counting_by_pairs(compared: Compared) -> None:
    comparison = compared(*(body(f"pace: {answer}") for answer in ("fast", "slow", "fast", "open", "not fast", "fast")))
    pairs = [alignment.verdict for alignment in comparison.on(IssueId("pace"))]
    counted = tally(comparison, IssueId("pace")).pairs()
    assert sum(counted.values()) == len(pairs)
    assert sum(count for verdict, count in counted.items() if verdict.is_cannot) == sum(
        verdict.is_cannot for verdict in pairs
    )
    assert sum(count for verdict, count in counted.items() if verdict.is_agreement) == sum(
        verdict.is_agreement for verdict in pairs
    )


def test_one_pair_does_not_outrank_many(compared: Compared) -> None:
    bodies = [body("go: yes", "pace: fast"), body("go: no", "pace: slow"), body("pace: slow"), body("pace: fast")]
    numbers = all_issue_numbers(compared(*bodies))
    assert [(found.issue, found.conflict) for found in most_divisive(numbers)] == [
        ("pace", Share(4, 6)),
        ("go", Share(1, 1)),
    ]
    assert [found.issue for found in most_consensual(numbers)] == ["pace"]


def test_alpha_counts_a_yes_no_issue_once(compared: Compared) -> None:
    found = reliability(compared(body("go: yes", "pace: fast"), body("go: no", "pace: fast")))
    assert found.nominal.units == 1 + 3
    assert [(length, alpha.units, alpha.value) for length, alpha in found.ordinal] == [(3, 1, None)]


def test_those_who_agree_stand_together(compared: Compared) -> None:
    comparison = compared(
        body("go: yes", "pace: fast", "lead: city"),
        body("go: no", "pace: slow", "lead: council"),
        body("go: yes", "pace: fast", "lead: city"),
        body("go: no", "pace: slow", "lead: council"),
    )
    order = coalition_order(comparison)
    assert set(order) == {A, B, C, D}
    assert abs(order.index(A) - order.index(C)) == 1
    assert abs(order.index(B) - order.index(D)) == 1
    assert coalition_order(comparison, reversed(order)) == order


def test_an_order_of_few(compared: Compared) -> None:
    comparison = compared(body("go: yes"))
    assert coalition_order(comparison) == (A,)
    assert coalition_order(comparison, []) == ()
