"""What two holders have in common or against each other, in cases at the edge of a definition."""

from collections.abc import Callable

from argmap.compare.agreement import reliability
from argmap.compare.comparison import Comparison
from argmap.compare.holder import Holder
from argmap.compare.tree import tree_of
from argmap.compare.verdict import Verdict
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId, IssueId

Read = Callable[..., Corpus]
Compared = Callable[..., Comparison]
A, B = Holder(DocumentId("a")), Holder(DocumentId("b"))


def verdict(comparison: Comparison, issue: str) -> Verdict | None:
    found = comparison.align(A, B, IssueId(issue))
    return found and found.verdict


def test_only_a_declared_tension_makes_one_of_answers_that_can_stand_together(compared: Compared) -> None:
    one, other = "claims x: T.\n  answers lead: city", "claims y: T.\n  answers lead: state"
    plain = verdict(compared(one, other), "lead")
    for link in ("lead.city unrelated-to lead.state", "a.x in-tension-with b.y", "lead.city in-tension-with go.yes"):
        assert verdict(compared(one, other, shared=f"link {link}: T.\n"), "lead") is plain
    assert verdict(compared(one, other, shared="link lead.city in-tension-with lead.council: T.\n"), "lead") is plain


def test_what_is_left_open_is_no_judgement(compared: Compared) -> None:
    """Of a position that somebody leaves open it cannot be said whether two agree on it, whatever else they hold."""
    yes, no = "claims x: T.\n  answers go: yes", "claims x: T.\n  answers go: not yes"
    unsure = "\n\nclaims y (even-chance): T.\n  answers go: yes"
    sure = reliability(compared(yes, no, no)).nominal
    assert sure.values == 3
    for mixed in (no + unsure, yes + unsure):
        assert reliability(compared(yes, no, mixed)) == reliability(compared(yes, no))


def test_who_accepts_and_rejects_a_position_judges_nothing(compared: Compared) -> None:
    says, denies = "claims x: T.\n  answers go: yes", "claims z: T.\n  answers go: not yes"
    mixed = f"{says}\n\n{denies}"
    assert reliability(compared(says, denies, mixed)) == reliability(compared(says, denies))


def test_a_claim_without_reasons_is_told_whole_wherever_it_stands(read: Read) -> None:
    """Only what would be repeated is folded: a leaf has nothing under it that was told before."""
    corpus = read("claims x: X.\n  because leaf\n  because y: Y.\n    because leaf\n\nclaims leaf: L.")
    branches = tree_of([ClaimId("a.x")], corpus)
    assert [(branch.claim, branch.depth, branch.unfolded) for branch in branches] == [
        ("a.x", 0, True),
        ("a.leaf", 1, True),
        ("a.y", 1, True),
        ("a.leaf", 2, True),
    ]


def test_a_claim_with_reasons_is_told_once(read: Read) -> None:
    corpus = read("claims x: X.\n  because y\n  because z: Z.\n    because y\n\nclaims y: Y.\n  because w: W.")
    branches = tree_of([ClaimId("a.x")], corpus)
    assert [(branch.claim, branch.unfolded) for branch in branches] == [
        ("a.x", True),
        ("a.y", True),
        ("a.w", True),
        ("a.z", True),
        ("a.y", False),
    ]


def test_a_premise_denied_by_both_is_shared_as_they_deny_it(compared: Compared) -> None:
    """What a denial says of an answer is the opposite of what the claim says."""
    one = "claims x: T.\n  answers go: yes\n  because denies p: P.\n    answers pace: fast"
    other = "claims y: T.\n  answers go: no\n  because q: Q.\n    answers pace: not fast"
    comparison = compared(one, other)
    conflict = comparison.align(A, B, IssueId("go"))
    assert conflict is not None
    shared = comparison.reasons(conflict).shared
    assert [(each.one, each.other, each.name, each.holds) for each in shared] == [("a.p", "b.q", "pace.fast", False)]
