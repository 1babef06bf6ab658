"""Names, words and numbers in pictures, in the cases that differ by one."""

from collections.abc import Callable

from argmap.compare.comparison import compare
from argmap.model.corpus import Corpus
from argmap.model.ids import DocumentId
from argmap.view.comparison.comparison_pictures import picture_plan
from argmap.view.document_maps import maps_of_document

CorpusOf = Callable[..., Corpus]
GO = "issue go: Go?\n  position yes: Y\n  position no: N\nissue pay: Pay?\n  position city: C\n  position users: U\n"
VIEW = "document {0}: View {0}\n  author {1}: Author {1}\n  date: {2}\n{3}\n"


def frames(corpus: Corpus) -> dict[str, object]:
    return {each.name: each.drawing for each in picture_plan(compare(corpus)).drawn}


def yes(number: int = 0) -> str:
    return f"claims x: X\n  answers go: yes\n  because r{number}: R{number}"


def no(number: int = 0) -> str:
    return f"claims y: Y\n  answers go: no\n  because s{number}: S{number}"


def test_one_author_is_told_apart_by_as_much_of_the_date_as_it_takes(corpus_of: CorpusOf) -> None:
    def called(one: str, other: str) -> set[str]:
        found = frames(corpus_of(GO, VIEW.format("d", "a", one, yes()), VIEW.format("e", "a", other, no())))
        return {head.name for head in found["compare/matrix"].columns}  # type: ignore[attr-defined]

    assert called("2020-03-01", "2021-03-01") == {"Author a, 2020", "Author a, 2021"}
    assert called("2020-03-01", "2020-04-01") == {"Author a, 2020-03", "Author a, 2020-04"}
    assert called("2020-03-01", "2020-03-02") == {"Author a, 2020-03-01", "Author a, 2020-03-02"}
    assert called("2020-03-01", "2020-03-01") == {"Author a, 2020-03-01 (d)", "Author a, 2020-03-01 (e)"}


def test_each_side_goes_by_its_own_name(corpus_of: CorpusOf) -> None:
    corpus = corpus_of(GO, VIEW.format("d", "a", "2020", yes()), VIEW.format("e", "b", "2021", no()))
    (frame,) = (frame for name, frame in frames(corpus).items() if "--" in name)
    assert [speaker.name for speaker in frame.speakers] == ["Author a, 2020", "Author b, 2021"]  # type: ignore[attr-defined]


def test_an_overview_has_the_main_claims_that_rest_on_most(corpus_of: CorpusOf) -> None:
    body = "".join(
        f"claims x{n}: X\n" + "".join(f"  because y{n}-{m}: Y\n" for m in range(1 + n % 6)) for n in range(30)
    )
    first = next(iter(maps_of_document(corpus_of(f"document doc: D\n  author a: A\n{body}"), DocumentId("doc"))))
    shown = [row.address for row in first.picture.rows if not row.depth and row.is_card]
    assert shown == ["x0", "x5", "x11", "x17", "x23", "x29", "x4"]


def test_what_a_conflict_turns_on_stands_out_however_far_down(corpus_of: CorpusOf) -> None:
    pays = "claims x: X\n  answers go: yes\n  because r: R\n    because deep: D\n      answers pay: city\n"
    against = no() + "\nclaims z: Z\n  answers pay: users"
    corpus = corpus_of(GO, VIEW.format("d", "a", "2020", pays), VIEW.format("e", "b", "2021", against))
    (board,) = (each.drawing for each in picture_plan(compare(corpus)).drawn if each.name.endswith("--e.go"))
    assert {row.address: row.differs for row in board.halves[0]} == {"x": False, "r": False, "deep": True}  # type: ignore[union-attr]
