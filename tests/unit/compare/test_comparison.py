from collections.abc import Callable

import pytest

from argmap.compare.comparison import Comparison
from argmap.compare.drift import drift
from argmap.compare.naming import Lack, Unknown, find_holders, find_issue, lack
from argmap.compare.support import MOST_RESTING
from argmap.compare.terms import talking_past
from argmap.compare.tree import tree_of
from argmap.compare.unanswered import unanswered
from argmap.judge.holder import Holder, label_of
from argmap.model.ids import ActorId, ClaimId, DocumentId, IssueId
from argmap.model.inference import StepRole

Compared = Callable[..., Comparison]
A, B, C = (Holder(DocumentId(letter)) for letter in "abc")
MINISTRY = Holder(DocumentId("a"), ActorId("ministry"))
GO = IssueId("go")
YES, NO = "claims x: T.\n  answers go: yes", "claims x: T.\n  answers go: no"


@pytest.mark.parametrize(
    ("since", "kept"),
    [("", "abc"), ("2020", "ab"), ("2020-06", "ab"), ("2020-07", "b"), ("2021", "b"), ("2022", "")],
)
def test_since_a_date(compared: Compared, since: str, kept: str) -> None:
    comparison = compared(YES, NO, YES, dates=("2020-06", "2021", ""), since=since)
    assert "".join(comparison.documents) == kept
    assert set(comparison.left_out) == set("abc") - set(kept)
    assert {holder.document for holder in comparison.holders} == set(kept)


def test_each_pair_once_and_one_sided_when_asked(compared: Compared) -> None:
    comparison = compared(YES, NO, "claims x: T.\n  answers pace: fast")
    assert [alignment.holders for alignment in comparison.alignments()] == [(A, B)]
    assert list(comparison.between(A, C)) == []
    assert [alignment.issue for alignment in comparison.between(A, C, one_sided=True)] == ["go", "pace"]


def test_links_are_seen_from_both_sides(compared: Compared) -> None:
    comparison = compared("claims x: T.", "claims y: T.", shared="link b.y contradicts a.x: T.\n")
    (found,) = comparison.between(A, B)
    assert found.holders == (A, B)
    assert list(comparison.between(B, A)) == [found.mirrored()]
    assert list(comparison.alignments()) == [found] or list(comparison.alignments()) == [found.mirrored()]


def test_links_across_positions_pull_apart(compared: Compared) -> None:
    shared = "link go.yes in-tension-with pace.slow: Haste.\nlink go.yes in-tension-with go.no: Of one issue.\n"
    comparison = compared(YES, "claims x: T.\n  answers pace: slow", shared=shared)
    (found,) = comparison.between(A, B)
    assert (found.verdict, found.link.target) == ("tension", "pace.slow")


def test_finding_holders(compared: Compared) -> None:
    comparison = compared("reports x from ministry: T.\n  answers go: yes", NO)
    assert find_holders(comparison, "a") == (A,)
    assert find_holders(comparison, "author-b") == (B,)
    assert find_holders(comparison, "ministry") == (MINISTRY,)
    assert find_holders(comparison, "a/ministry") == (MINISTRY,)
    assert find_holders(comparison, "minstry") == Unknown("minstry", "ministry")
    assert find_issue(comparison, "go") == GO
    assert find_issue(comparison, "paec") == Unknown("paec", "pace")


def test_finding_them_by_names_and_other_spellings(compared: Compared) -> None:
    comparison = compared("reports x from ministry: T.\n  answers go: yes", NO)
    corpus = comparison.corpus
    author, ministry = corpus.actors["author-b"].name, corpus.actors["ministry"].name
    assert find_holders(comparison, "Author-B") == (B,)
    assert find_holders(comparison, f" {author.upper()}\u00a0") == (B,)
    assert find_holders(comparison, ministry.lower()) == (MINISTRY,)
    assert find_holders(comparison, "A/Ministry") == (MINISTRY,)
    assert find_issue(comparison, "GO") == GO
    assert find_issue(comparison, corpus.issues[GO].question.replace(" ", "  ").upper()) == GO


def test_nothing_to_compare(compared: Compared) -> None:
    assert lack(compared(since="2020")) is Lack.NO_DOCUMENT
    assert lack(compared(YES, "claims x: T.")) is Lack.ONE_HOLDER
    assert lack(compared(YES, "claims x: T.\n  answers pace: fast")) is Lack.NOTHING_SHARED
    assert lack(compared("claims x: T.", "claims y: T.", shared="link a.x same-as b.y: T.\n")) is None
    assert lack(compared(YES, NO)) is None


def test_labels(compared: Compared) -> None:
    comparison = compared("reports x from envoy: T.", dates=("2020",))
    envoy = label_of(Holder(DocumentId("a"), ActorId("envoy")), comparison.corpus)
    assert (envoy.names, envoy.reporters, envoy.speaks_for) == (("The envoy",), ("Author a",), "The ministry")
    assert label_of(A, comparison.corpus).names == ("Author a",)


def test_a_document_without_an_author_is_its_title(read, compared: Compared) -> None:
    corpus = compared(YES).corpus
    document = corpus.documents[DocumentId("a")]
    import attrs

    alone = attrs.evolve(corpus, documents={document.id: attrs.evolve(document, authors=())})
    assert label_of(A, alone).names == ("View a",)


def test_trees_tell_each_claim_once(compared: Compared) -> None:
    body = """claims x: T.
  because y: T.
    because z
  and w: T.
  undercut u: T.
  despite z

claims z: T.
  because leaf: T."""
    tree = tree_of([ClaimId("a.x"), ClaimId("a.z")], compared(body).corpus)
    assert [(branch.claim, branch.depth, branch.role, branch.step, branch.unfolded) for branch in tree] == [
        ("a.x", 0, None, 0, True),
        ("a.y", 1, StepRole.BECAUSE, 1, True),
        ("a.z", 2, StepRole.BECAUSE, 1, True),
        ("a.leaf", 3, StepRole.BECAUSE, 1, True),
        ("a.w", 1, StepRole.BECAUSE, 1, True),
        ("a.u", 1, StepRole.UNDERCUT, 1, True),
        ("a.z", 1, StepRole.DESPITE, 2, False),
    ]


def test_trees_of_a_circle_end(compared: Compared) -> None:
    corpus = compared("claims x: T.\n  because y\n\nclaims y: T.\n  because x").corpus
    assert [branch.claim for branch in tree_of([ClaimId("a.x"), ClaimId("a.y")], corpus)] == ["a.x", "a.y", "a.x"]


def test_terms_match_whole_words_in_any_case(compared: Compared) -> None:
    def past(text: str, other: str = "The Near East.") -> list[str]:
        one = f"claims x: {text}\n  answers go: yes\n\nterm near-east: One meaning."
        comparison = compared(one, f"claims x: {other}\n  answers go: no", shared="term near-east: Another.\n")
        return [found.one.id for found in talking_past(comparison, comparison.align(A, B, GO))]

    assert past("In the near-east it is so.") == ["near-east"]
    assert past("In the Near Eastern lands.") == []
    assert past("In the near east.", "Elsewhere.") == []


def test_an_argument_is_met_by_what_undercuts_it(compared: Compared) -> None:
    attack = "claims x: T.\n  answers go: yes\n  because y: T.\n    answers lead: city"
    answer = "claims x: T.\n  answers go: no\n  because w: T.\n  undercut z: T.\n    answers lead: city"

    def left(other: str) -> list[str]:
        comparison = compared(attack, other)
        return [found.conclusion for found in unanswered(comparison, comparison.align(A, B, GO))]

    assert left(answer) == []
    assert left(answer.replace("lead: city", "lead: state")) == ["a.x"]


def test_who_gives_one_answer_of_a_claim_does_not_grant_the_claim(compared: Compared) -> None:
    attack = "claims x: T.\n  answers go: yes\n  because y: T.\n    answers lead: city"
    answer = "claims x: T.\n  answers go: no\n\nclaims z: T.\n  answers lead: city"

    def found(links: str) -> tuple[tuple[str, ...], list[str]]:
        comparison = compared(attack, answer, shared=links)
        (argument,) = unanswered(comparison, comparison.align(A, B, GO))
        return argument.granted, [literal.name for literal in argument.shared]

    assert found("") == ((), ["lead.city"])
    assert found("link a.y same-as b.z: T.\n") == (("a.y",), ["lead.city"])


def test_authors_do_not_attack_themselves_and_actors_need_not_answer(compared: Compared) -> None:
    body = "claims x: T.\n  answers go: yes\n  because y: T.\n\nreports z from ministry: T.\n  answers go: no"
    comparison = compared(body)
    assert list(unanswered(comparison, comparison.align(A, MINISTRY, GO))) == []


def test_no_drift_in_a_single_document(compared: Compared) -> None:
    assert list(drift(compared(YES, NO, dates=("2020", "2021")))) == []


def test_steps_without_support_keep_apart_what_they_do(compared: Compared) -> None:
    body = "claims x: T.\n" + "".join(
        f"  because ({scheme}) {scheme[0]}: R.\n" for scheme in ("explanation", "parts", "background", "sign")
    )
    branches = tree_of([ClaimId("a.x")], compared(body).corpus)
    told = [None, "explanation", "parts", "background", "because"]
    assert [branch.role for branch in branches] == told


def resting(comparison: Comparison, claim: str, actor: str | None = None) -> tuple[list[str], bool, bool]:
    found = comparison.uses.resting_on([ClaimId(f"a.{claim}")], Holder("a", actor))
    return [one.removeprefix("a.") for one in found.conclusions], found.more, found.carries_thesis


def test_what_rests_on_a_claim_is_found_through_reasons_alone(compared: Compared) -> None:
    comparison = compared(
        "  thesis: top\nclaims top: T.\n  because mid: M.\n    because low: L.\n    and other: O.\n"
        "  despite against: A.\n  because (explanation) told: E.\n    because deep: D.\n"
        "claims round: R.\n  because back: B.\n    because round\n"
    )
    assert resting(comparison, "low") == (["mid", "top"], False, True)
    assert resting(comparison, "top") == ([], False, True)
    assert resting(comparison, "against") == ([], False, False)
    assert resting(comparison, "deep") == (["told"], False, False)
    assert resting(comparison, "round") == (["back"], False, False)


def test_what_rests_on_the_claim_of_an_actor_is_what_the_actor_argues(compared: Compared) -> None:
    comparison = compared(
        "  thesis: top\nclaims top: T.\n  because reports theirs from ministry: X.\n"
        "    because reports ground from ministry: Y.\n"
    )
    assert resting(comparison, "ground", "ministry") == (["theirs"], False, False)
    assert resting(comparison, "theirs", "ministry") == ([], False, False)
    assert resting(comparison, "theirs") == (["top"], False, True)


def test_of_very_much_that_rests_on_a_claim_the_nearest_is_named(compared: Compared) -> None:
    chain = "".join(f"{'  ' * depth}because c{depth}: C.\n" for depth in range(1, 30))
    named, more, carries = resting(compared(f"claims c0: C.\n{chain}"), "c29")
    assert (named, more, carries) == ([f"c{28 - number}" for number in range(MOST_RESTING)], True, True)
