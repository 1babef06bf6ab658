import pytest
from town import SHARED, read

from argmap.compare.comparison import compare
from argmap.judge.verdict import Verdict
from argmap.model.ids import IssueId
from argmap.wording.names import ComparisonNames
from argmap.wording.verdict_sentences import why
from argmap.wording.verdicts import VERDICTS

YES, NO = "claims one: It is so.\n  answers trade: yes\n", "claims one: It is not.\n  answers trade: no\n"


def said(one: str, other: str, issue: str, links: str = "") -> tuple[str, str]:
    """The verdict on two documents, and its reason."""
    heads = ("document a: A\n  author x: X\n", "document b: B\n  author y: Y\n")
    files = {"shared": SHARED, "a": heads[0] + one, "b": heads[1] + other} | ({"links": links} if links else {})
    comparison = compare(read(**files)[0])
    alignments = list(comparison.between(*comparison.authors, one_sided=True))
    (found,) = [alignment for alignment in alignments if alignment.issue == (IssueId(issue) if issue else None)]
    return found.verdict.value, why(found, ComparisonNames.of(comparison, {}))


@pytest.mark.parametrize(
    ("one", "other", "issue", "verdict", "reason"),
    [
        (
            YES,
            NO,
            "trade",
            "contradiction",
            "X (a) answers “They would”, and Y (b) answers “They would not”: they cannot both be right.",
        ),
        (
            "claims one: One.\n  answers ban: partly\n",
            "doubts one: One.\n  answers ban: partly\n",
            "ban",
            "contradiction",
            "X (a) answers “Some streets” (plainly), and Y (b) doubts just that: they cannot both be right, and "
            "no single estimate fits both.",
        ),
        (
            "denies one: One.\n  answers ban: partly\n",
            "claims one: One.\n  answers ban: partly\n",
            "ban",
            "contradiction",
            "X (a) rejects “Some streets”, and Y (b) accepts just that: they cannot both be right.",
        ),
        (
            "claims one: One.\n  answers ban: yes\n",
            "implies one: One.\n  answers ban: partly\n",
            "ban",
            "contrariety",
            "X (a) answers “Yes, all of it”, and Y (b) answers “Some streets” (left unsaid): they cannot both be "
            "right, and perhaps neither is right; on the scale from “Yes, all of it” to “No” they are 1 of 2 steps "
            "apart.",
        ),
        (
            "claims one: One.\n  answers who: town\n",
            "claims one: One.\n  answers who: state\n",
            "who",
            "compatible",
            "X (a) answers “The town”, and Y (b) answers “The state”: both can be right.",
        ),
        (
            "claims one: One.\n  answers trade: yes\n  kind: fact\n  as-of: 2019\n",
            "claims one: One.\n  answers trade: no\n  kind: fact\n  as-of: 2021\n",
            "trade",
            "superseded",
            "X (a) answers “They would”, and Y (b) answers “They would not”: it changed, or one is wrong; X (a) speaks "
            "of 2019, and Y (b) speaks of 2021.",
        ),
        (
            "claims one (possible): One.\n  answers trade: yes\n",
            "doubts one: One.\n  answers trade: yes\n",
            "trade",
            "emphasis",
            "X (a) answers “They would” (possible), and Y (b) doubts “They would”: one person could say both, and they "
            "stress different halves of it.",
        ),
        (YES, YES, "trade", "agreement", "X (a) and Y (b) both answer “They would”."),
        (
            YES,
            "claims one (possible): One.\n  answers trade: yes\n",
            "trade",
            "qualified",
            "X (a) and Y (b) both answer “They would”, but X (a) says so plainly, and Y (b) says “possible”.",
        ),
        (
            YES,
            "claims one: One.\n  answers trade: yes\n  if rain: It rains.\n",
            "trade",
            "qualified",
            "X (a) and Y (b) both answer “They would”, but for Y (b) it depends on “It rains”.",
        ),
        (
            "claims one: One.\n  answers ban: yes\n",
            "claims one: One.\n  answers ban: not no\n",
            "ban",
            "compatible",
            "X (a) answers “Yes, all of it”, and Y (b) rejects “No”: both can be right.",
        ),
        (
            YES,
            "claims one: One.\n  answers trade: open\n",
            "trade",
            "undecided",
            "X (a) answers “They would”, and Y (b) says that it is undecided.",
        ),
        (
            YES,
            "claims one: One.\n",
            "trade",
            "one-sided",
            "X (a) answers “They would”, and Y (b) says nothing on it.",
        ),
    ],
)
def test_the_reason_of_a_verdict(one: str, other: str, issue: str, verdict: str, reason: str) -> None:
    assert said(one, other, issue) == (verdict, reason)


def test_of_an_actor_no_verb_says_whether_it_is_one_or_many() -> None:
    reports = "document a: A\n  author x: X\nreports one from shops: One.\n  answers trade: yes\n"
    comparison = compare(read(shared=SHARED, a=reports, b=f"document b: B\n  author y: Y\n{NO}")[0])
    shops, author = (holder for holder in comparison.stances.by_issue[IssueId("trade")])
    found = comparison.align(shops, author, IssueId("trade"))
    assert found is not None
    assert why(found, ComparisonNames.of(comparison, {})) == (
        "The answer of the shopkeepers [shown by X, a] is “They would”, and Y (b) answers “They would not”: they "
        "cannot both be right."
    )


@pytest.mark.parametrize(
    ("relation", "verdict", "says"),
    [
        ("same-as", "agreement", "a link says that the two say the same"),
        ("contradicts", "contradiction", "a link says that just one of the two is true"),
        ("contrary-to", "contrariety", "a link says that no more than one of the two is true"),
        ("in-tension-with", "tension", "a link says that the two are in tension, though neither excludes the other"),
    ],
)
def test_the_reason_of_what_a_link_joins(relation: str, verdict: str, says: str) -> None:
    links = f"link a.one {relation} b.one (0.5): Why it is so.\n"
    found = said("claims one: First.\n", "claims one: Second.\n", "", links)
    reason = f"X (a) holds “First”, and Y (b) holds “Second”; {says} (the analyst's confidence: 0.5): Why it is so."
    assert found == (verdict, reason)


def test_every_verdict_has_a_title_and_what_needs_explaining_has_it() -> None:
    assert {verdict for verdict, said in VERDICTS.items() if said.title} == set(Verdict)
    assert {verdict for verdict, said in VERDICTS.items() if not said.meaning} == {Verdict.AGREEMENT, Verdict.ONE_SIDED}
