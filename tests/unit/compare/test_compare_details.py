"""What two holders have in common or against each other, in cases at the edge of a definition."""

from collections.abc import Callable

from argmap.compare.agreement import reliability
from argmap.compare.attributed_views import borrowed_voices
from argmap.compare.comparison import Comparison
from argmap.compare.naming import Lack, lack
from argmap.compare.tree import tree_of
from argmap.judge.holder import Holder
from argmap.judge.verdict import Verdict
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


def test_other_links_between_answers_make_no_tension_of_them(compared: Compared) -> None:
    issue = "issue many: M?\n  position p: P\n  position q: Q\n  position r: R\n  compatible: p, q, r\n"
    one = "claims x: T.\n  answers many: p\n\nclaims z: T.\n  answers many: q"
    other = "claims y: T.\n  answers many: r"
    assert verdict(compared(one, other, shared=issue), "many") is Verdict.COMPATIBLE
    unrelated = compared(one, other, shared=issue + "link many.p unrelated-to many.r: T.\n")
    assert verdict(unrelated, "many") is Verdict.COMPATIBLE
    declared = compared(one, other, shared=issue + "link many.p in-tension-with many.r: T.\n")
    assert verdict(declared, "many") is Verdict.TENSION


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


def holds(comparison: Comparison, holder: Holder, issue: str) -> dict[str, set[str]]:
    """What a holder does with the positions of an issue, what is implied included."""
    profile = comparison.stances.by_issue.get(IssueId(issue), {}).get(holder)
    found: dict[str, set[str]] = {}
    for stance in profile.stances if profile else ():
        found.setdefault(stance.position, set()).add(stance.acceptance.value)
    return found


def test_of_contraries_each_rules_the_other_out_and_no_more(compared: Compared) -> None:
    def implied(answer: str, issue: str) -> dict[str, set[str]]:
        both = compared(f"claims x: T.\n  answers {answer}", shared="link lead.city contrary-to pace.fast: T.\n")
        return holds(both, A, issue)

    assert implied("lead: city", "pace") == {"fast": {"rejected"}}
    assert implied("pace: fast", "lead") == {"city": {"rejected"}}
    assert implied("lead: not city", "pace") == {}
    assert implied("pace: not fast", "lead") == {}


def test_of_contradictories_just_one_holds(compared: Compared) -> None:
    def implied(answer: str, issue: str) -> dict[str, set[str]]:
        both = compared(f"claims x: T.\n  answers {answer}", shared="link lead.city contradicts pace.fast: T.\n")
        return holds(both, A, issue)

    assert implied("lead: city", "pace") == {"fast": {"rejected"}}
    assert implied("pace: fast", "lead") == {"city": {"rejected"}}
    assert implied("lead: not city", "pace")["fast"] == {"accepted"}
    assert implied("pace: not fast", "lead")["city"] == {"accepted"}


def test_what_is_entailed_goes_one_way_and_its_denial_the_other(compared: Compared) -> None:
    def implied(answer: str, issue: str) -> dict[str, set[str]]:
        both = compared(f"claims x: T.\n  answers {answer}", shared="link lead.city entails pace.fast: T.\n")
        return holds(both, A, issue)

    assert implied("lead: city", "pace")["fast"] == {"accepted"}
    assert implied("pace: not fast", "lead") == {"city": {"rejected"}}
    assert implied("pace: fast", "lead") == {}
    assert implied("lead: not city", "pace") == {}


def test_one_shared_issue_is_enough_to_be_compared(compared: Compared) -> None:
    one, other = (
        "claims x: T.\n  answers lead: city\n\nclaims z: T.\n  answers go: yes",
        "claims y: T.\n  answers go: no",
    )
    assert lack(compared(one, other)) is None
    assert lack(compared(one, "claims y: T.\n  answers pace: fast")) is Lack.NOTHING_SHARED
    assert lack(compared(one, "claims y: T.")) is Lack.ONE_HOLDER
    assert lack(compared()) is Lack.NO_DOCUMENT


def test_a_link_leads_on_from_what_an_answer_excludes(compared: Compared) -> None:
    bodies = ("claims x: T.", "claims y: T.\n  answers pace: fast")
    shared = "link a.x same-as b.y: T.\nlink pace.slow same-as lead.city: T.\n"
    comparison = compared(*bodies, shared=shared)
    assert holds(comparison, A, "pace") == {"fast": {"accepted"}}
    assert holds(comparison, A, "lead") == {"city": {"rejected"}}


def test_who_rejects_yes_by_a_link_says_no_by_it(compared: Compared) -> None:
    bodies = ("claims x: T.", "claims y: T.\n  answers go: not yes")
    for further in ("", "link go.no entails lead.city: T.\n"):
        comparison = compared(*bodies, shared="link a.x same-as b.y: T.\n" + further)
        assert holds(comparison, A, "go") == {"yes": {"rejected"}, "no": {"accepted"}}


def test_every_borrowed_voice_is_told_whoever_else_speaks(compared: Compared) -> None:
    """Whoever disagrees, or is shown by the author alone, is passed by, and the next one told."""
    says = "reports {0}{1} from {1}: T.\n  answers go: {2}\n\n"
    one = "claims x: T.\n  answers go: yes\n\n" + says.format("o", "ministry", "yes")
    other = (
        says.format("m", "author-a", "yes")
        + says.format("p", "envoy", "no")
        + says.format("q", "ministry", "yes")
        + says.format("r", "press", "yes")
    )
    third = says.format("s", "press", "no") + says.format("t", "envoy", "yes")
    found = borrowed_voices(compared(one, other, third, shared="actor press: The press\n"))
    assert [(str(voice.alignment.holders[1].document), voice.alignment.holders[1].actor) for voice in found] == [
        ("b", "ministry"),
        ("b", "press"),
        ("c", "envoy"),
    ]
