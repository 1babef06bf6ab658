import pytest
from town import SHARED, read

from argmap.compare.comparison import Comparison, compare
from argmap.judge.holder import Holder
from argmap.judge.verdict import Verdict
from argmap.model.ids import DocumentId, IssueId
from argmap.wording.grouped_pairs import grouped_pairs, shared_answers
from argmap.wording.names import ComparisonNames
from argmap.wording.verdict_sentences import agreement_sentence, why_grouped

A, B, C, D = (Holder(DocumentId(letter)) for letter in "abcd")


def compared(*answers: str) -> Comparison:
    """A document for each, with the answers that it gives, one a word: ``ban:not-no who:town(likely)``."""
    texts = {"shared": SHARED}
    for letter, given in zip("abcd", answers, strict=False):
        claims = ""
        for number, answer in enumerate(given.split()):
            said, _, strength = answer.removesuffix(")").partition("(")
            bracket = f" ({strength})" if strength else ""
            claims += f"claims c{number}{bracket}: T.\n  answers {said.replace(':', ': ').replace('not-', 'not ')}\n"
        texts[letter] = f"document {letter}: D\n  author author-{letter}: Author {letter}\n{claims}"
    return compare(read(**texts)[0])


def told(comparison: Comparison, issue: str) -> list[str]:
    names = ComparisonNames.of(comparison, {})
    return [why_grouped(group, names) for group in grouped_pairs(comparison.on(IssueId(issue)))]


def test_whoever_gives_the_same_answers_is_told_in_one_sentence() -> None:
    assert told(compared("trade:yes", "trade:no", "trade:yes(likely)"), "trade")[0] == (
        "Author a (a) and Author c (c) answer “They would” (Author c (c): likely), and Author b (b) answers “They "
        "would not” (plainly): they cannot both be right, and no single estimate fits both."
    )


def test_a_pair_is_turned_to_fit_and_nobody_is_named_twice() -> None:
    comparison = compared("ban:yes", "ban:no", "ban:no", "ban:yes")
    groups = [group for group in grouped_pairs(comparison.on(IssueId("ban"))) if group.verdict.is_cannot]
    (group,) = groups
    assert [side.holder for side in group.one] == [A, D]
    assert [side.holder for side in group.other] == [B, C]
    assert len(group.alignments) == 4
    assert all(one.one.holder in (A, D) for one in group.alignments)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_other_distances_are_other_groups(order: tuple[int, ...]) -> None:
    answers = ("ban:yes", "ban:partly", "ban:no")
    comparison = compared(*(answers[place] for place in order))
    assert sorted(group.first.distance or 0 for group in grouped_pairs(comparison.on(IssueId("ban")))) == [1, 1, 2]


def test_facts_of_different_times_stand_alone() -> None:
    fact = "document {0}: D\n  author y-{0}: Y {0}\nclaims c: T.\n  answers trade: {1}\n  kind: fact\n  as-of: {2}\n"
    said = {"a": ("yes", 2019), "b": ("no", 2020), "c": ("no", 2021)}
    comparison = compare(read(shared=SHARED, **{letter: fact.format(letter, *one) for letter, one in said.items()})[0])
    groups = grouped_pairs(comparison.on(IssueId("trade")))
    assert len([group for group in groups if group.verdict is Verdict.SUPERSEDED]) == 2


def test_those_who_share_an_answer_are_told_together_those_who_share_most_first() -> None:
    comparison = compared("who:town who:state", "who:town", "who:town(possible) who:state")
    groups = shared_answers(one for one in comparison.on(IssueId("who")) if one.verdict.is_agreement)
    assert [[side.holder for side in group.sides] for group in groups] == [[A, B, C], [A, C]]
    assert [len(group.qualified) for group in groups] == [1, 0]
    assert [agreement_sentence(group, ComparisonNames.of(comparison, {})) for group in groups] == [
        "Author a (a), Author b (b) and Author c (c) all answer “The town”, but Author b (b) says so plainly, and "
        "Author c (c) says “possible”.",
        "Author a (a) and Author c (c) both answer “The state”.",
    ]


def test_two_who_share_two_answers_are_told_once() -> None:
    comparison = compared("who:town who:state", "who:town who:state")
    (group,) = shared_answers(comparison.on(IssueId("who")))
    said = agreement_sentence(group, ComparisonNames.of(comparison, {}))
    assert said == "Author a (a) and Author b (b) both answer “The town” and “The state”."


def test_to_name_another_answer_is_not_to_share_a_rejection() -> None:
    comparison = compared("ban:yes", "ban:not-no", "ban:not-no")
    groups = shared_answers(one for one in comparison.on(IssueId("ban")) if one.verdict.is_agreement)
    assert [[side.holder for side in group.sides] for group in groups] == [[B, C]]


def test_whoever_takes_one_of_two_is_told_with_those_who_reject_the_other() -> None:
    comparison = compared("trade:yes", "trade:not-no", "trade:yes")
    (group,) = shared_answers(comparison.on(IssueId("trade")))
    assert [side.holder for side in group.sides] == [A, B, C]
    assert agreement_sentence(group, ComparisonNames.of(comparison, {})) == (
        "Author a (a) and Author c (c) answer “They would”, and Author b (b) rejects “They would not”: they say the "
        "same."
    )


def test_what_only_follows_is_told_apart() -> None:
    said = "claims c: T.\n  answers ban: no\n"
    texts = {letter: f"document {letter}: D\n  author y-{letter}: Y {letter}\n{said}" for letter in "ab"}
    texts["c"] = "document c: D\n  author y-c: Y c\nclaims c: T.\n"
    links = "link c.c entails a.c: T.\n"
    comparison = compare(read(shared=SHARED, **texts, links=links)[0])
    groups = shared_answers(comparison.on(IssueId("ban")))
    assert [(group.is_mere_implication, [side.holder for side in group.sides]) for group in groups] == [
        (False, [A, B]),
        (True, [A, C, B]),
    ]


def test_a_group_names_nobody_against_somebody_with_whom_there_is_no_such_pair() -> None:
    dated = "document {0}: D\n  author {1}: N {1}\n  date: 2023\nclaims c: T.\n  answers trade: {2}\n{3}"
    fact = "  kind: fact\n  as-of: 2019\n"
    said = {
        "a": ("one", "yes", fact),
        "b": ("two", "yes", ""),
        "c": ("three", "no", fact),
        "d": ("four", "no", ""),
        "e": ("two", "no", ""),
    }
    comparison = compare(read(shared=SHARED, **{name: dated.format(name, *one) for name, one in said.items()})[0])
    pairs = list(comparison.on(IssueId("trade")))
    groups = grouped_pairs(pairs)
    named = [{frozenset((a.holder, b.holder)) for a in one.one for b in one.other if a != b} for one in groups]
    for group, those in zip(groups, named, strict=True):
        if not group.verdict.is_agreement:
            assert those == {frozenset(pair.holders) for pair in group.alignments}
    assert sum(len(group.alignments) for group in groups) == len(pairs)
