"""Names, words and numbers in pictures, in the cases that differ by one."""

from collections.abc import Callable

from harbour import Edit, told

from argmap.api.diffing import picture
from argmap.compare.comparison import compare
from argmap.model.corpus import Corpus
from argmap.model.ids import DocumentId
from argmap.view.comparison.comparison_pictures import pictures_of_comparison
from argmap.view.document_maps import maps_of_document

CorpusOf = Callable[..., Corpus]
GO = "issue go: Go?\n  position yes: Y\n  position no: N\nissue pay: Pay?\n  position city: C\n  position users: U\n"
VIEW = "document {0}: View {0}\n  author {1}: Author {1}\n  date: {2}\n{3}\n"


def frames(corpus: Corpus) -> dict[str, object]:
    return {each.name: each.drawing for each in pictures_of_comparison(compare(corpus))}


def yes(number: int = 0) -> str:
    return f"claims x: X\n  answers go: yes\n  because r{number}: R{number}"


def no(number: int = 0) -> str:
    return f"claims y: Y\n  answers go: no\n  because s{number}: S{number}"


def test_a_document_of_several_authors_speaks_of_the_authors(corpus_of: CorpusOf) -> None:
    head = "document doc: D\n  author a: A\n{}claims x: X\n  because doubts y from who: Y\nactor who: W\n"
    for more, said in (("", "the author"), ("  author b: B\n", "the authors")):
        (only,) = maps_of_document(corpus_of(head.format(more)), DocumentId("doc"))
        (card,) = (card for card in only.picture.cards if card.name == "y")
        assert f"DOUBTED by {said}" in card.words
        assert card.sentence == f"`y`, doubted by {said}, held by W: Y"


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
    assert [key.meaning for key in frame.keys] == ["Author a, 2020", "Author b, 2021"]  # type: ignore[attr-defined]


def test_an_overview_has_room_for_so_many_main_claims(corpus_of: CorpusOf) -> None:
    def shown(count: int) -> int:
        body = "".join(
            f"claims x{n}: X\n" + "".join(f"  because y{n}-{m}: Y\n" for m in range(6)) for n in range(count)
        )
        first = next(iter(maps_of_document(corpus_of(f"document doc: D\n  author a: A\n{body}"), DocumentId("doc"))))
        return len([card for card in first.picture.cards if card.name.startswith(("x", "y"))])

    assert shown(30) == shown(40) < 30


def test_a_strength_that_is_taken_back_is_plainly_stated_now() -> None:
    svg = picture(told(Edit("office", "because jobs (likely)", "because jobs"))).decode()
    assert "likely → plainly stated" in svg
    assert (
        "plainly stated → likely"
        in picture(told(Edit("office", "because jobs (likely)", "because jobs"), back=True)).decode()
    )


def test_what_a_conflict_turns_on_is_weighty_however_far_down(corpus_of: CorpusOf) -> None:
    pays = "claims x: X\n  answers go: yes\n  because r: R\n    because deep: D\n      answers pay: city\n"
    against = no() + "\nclaims z: Z\n  answers pay: users"
    corpus = corpus_of(GO, VIEW.format("d", "a", "2020", pays), VIEW.format("e", "b", "2021", against))
    (board,) = (each.drawing for each in pictures_of_comparison(compare(corpus)) if each.name.endswith("--e.go"))
    found = {word: node.card.weighty for node in board.nodes for word in node.card.words if word in ("x", "r", "deep")}  # type: ignore[union-attr]
    assert found == {"x": True, "r": False, "deep": True}
    assert [node.card.words[0] for node in board.nodes if "deep" in node.card.words] == ["CRUX"]  # type: ignore[union-attr]


def test_the_map_of_a_part_names_the_first_claim_in_it(corpus_of: CorpusOf) -> None:
    reasons = "".join(f"  because y{{0}}-{m}: Y\n" for m in range(6))
    body = "".join(f"claims x{n}: The claim {n}\n{reasons.format(n)}" for n in range(30))
    overview = next(iter(maps_of_document(corpus_of(f"document doc: D\n  author a: A\n{body}"), DocumentId("doc"))))
    parts = [card.sentence for card in overview.picture.cards if card.id.startswith("maps/")]
    assert len(parts) > 1
    assert all("among them: The claim " in sentence for sentence in parts)
