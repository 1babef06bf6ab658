import pytest
from town import Town

from argmap.api.comparing import Question, UnknownNameError, compare
from argmap.compare import agreement
from argmap.model.link import Link


def subjects(town: Town, question: Question) -> list[str | None]:
    found = (question.subject for question in compare(town.corpus, question).questions)
    return [None if isinstance(subject, Link) else subject for subject in found]


def pairs(town: Town, question: Question) -> list[tuple[str, str]]:
    return [(one.document, other.document) for one, other in compare(town.corpus, question).pairs]


def test_two_documents_of_one_author_are_no_pair_unless_named(town: Town) -> None:
    assert pairs(town, Question()) == [("one", "two"), ("two", "later")]
    assert pairs(town, Question(one="one", other="later")) == [("one", "later")]
    assert pairs(town, Question(one="author-a")) == [("one", "two"), ("later", "two")]


def test_the_side_that_was_named_first_stands_first(town: Town) -> None:
    assert pairs(town, Question(one="two", other="author-a")) == [("two", "one"), ("two", "later")]


def test_what_the_weightiest_dispute_is_about_comes_first(town: Town) -> None:
    assert subjects(town, Question()) == ["trade", "ban"]


def test_what_else_a_dispute_is_on_is_told_beside_its_question(town: Town) -> None:
    trade, ban = compare(town.corpus).questions
    (link,) = trade.beside
    assert isinstance(link, Link) and str(link.source) == "one.station"
    assert ban.beside == ("who",)
    assert [[side.holder.document for side in sides] for sides in ban.sides] == [["one"], ["later"], ["two"]]


def test_one_issue_leaves_out_all_others(town: Town) -> None:
    told = compare(town.corpus, Question(issue="trade"))
    assert {alignment.issue for alignment in told.alignments} == {"trade"}
    assert [holder.actor for holder in told.holders] == [None, "shops", None]
    assert not told.drifts and not told.inconsistencies


def test_what_one_says_and_the_other_does_not_is_told_of_two_named_sides_alone(town: Town) -> None:
    named = compare(town.corpus, Question(one="later", other="two"))
    assert [alignment.issue for alignment in named.one_sided] == ["trade", "who"]
    assert compare(town.corpus).one_sided == ()


@pytest.mark.parametrize("limit", ["MOST_CONFLICTS", "MOST_ALIGNMENTS"])
def test_beyond_a_limit_only_numbers_are_given(town: Town, limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agreement, limit, 2)
    told = compare(town.corpus)
    assert told.only_counts and not told.alignments and not told.pairs
    assert [numbers.issue for numbers in told.issue_numbers] == ["ban", "trade", "who"]
    assert not compare(town.corpus, Question(one="one", other="two")).only_counts


def test_an_unknown_name_comes_with_the_nearest(town: Town) -> None:
    with pytest.raises(UnknownNameError, match="no author, document or actor is called `author-c`") as caught:
        compare(town.corpus, Question(one="author-c", other="two"))
    assert caught.value.unknown.nearest == "author-a"
    with pytest.raises(UnknownNameError, match="no issue is called `bann`") as caught:
        compare(town.corpus, Question(issue="bann"))
    assert (caught.value.unknown.nearest, caught.value.is_issue) == ("ban", True)
