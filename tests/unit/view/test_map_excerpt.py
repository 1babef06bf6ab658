from collections.abc import Callable

import pytest

from argmap.model.corpus import Corpus
from argmap.view.document_maps import focused, limited
from argmap.view.picture import ArgumentMap

Claims = Callable[[str], Corpus]

CHAIN = "".join(f"claims c{n}: C.\n  because c{n + 1}\n\n" for n in range(20)) + "claims c20: C.\n"
TREE = "claims top: T.\n  because a: A.\n    because b: B.\n  because x: X.\n    because y: Y.\n"


def names(picture: ArgumentMap) -> list[str]:
    return [card.id for card in picture.cards]


def notes(picture: ArgumentMap) -> dict[str, tuple[str, ...]]:
    return {card.id: card.notes for card in picture.cards if card.notes}


def test_a_depth_folds_what_is_below_it(claims: Claims) -> None:
    corpus = claims(TREE)
    assert notes(limited(corpus, "doc", 0)) == {"top": ("▸ +4 claims",)}
    assert notes(limited(corpus, "doc", 1)) == {"a": ("▸ +1 claim",), "x": ("▸ +1 claim",)}
    assert notes(limited(corpus, "doc", 9)) == {}


def test_a_focus_shows_both_ways(claims: Claims) -> None:
    corpus = claims(TREE)
    assert names(focused(corpus, "doc.a", 0)) == ["a"]
    assert names(focused(corpus, "doc.a", 1)) == ["top", "a", "b"]
    assert names(focused(corpus, "doc.a", 2)) == ["top", "a", "b", "x"]
    assert notes(focused(corpus, "doc.a", 1)) == {"top": ("▸ +2 claims",)}


def test_the_card_in_focus_says_so(claims: Claims) -> None:
    picture = focused(claims(TREE), "doc.a", 1)
    assert [card.id for card in picture.cards if card.focus] == ["a"]
    assert [card.id for card in picture.cards if "FOCUS" in card.words] == ["a"]


@pytest.mark.parametrize("radius", [0, 1, 3, 10, 100])
@pytest.mark.parametrize("focus", ["c0", "c1", "c10", "c19", "c20"])
def test_a_focus_never_takes_more_columns_than_fit(claims: Claims, focus: str, radius: int) -> None:
    found = names(focused(claims(CHAIN), f"doc.{focus}", radius))
    assert focus in found
    assert len(found) == min(len(found), 5)
    if radius and focus != "c20":
        assert f"c{int(focus[1:]) + 1}" in found


def test_a_focus_reaches_into_other_documents(corpus_of: Callable[..., Corpus]) -> None:
    corpus = corpus_of(
        "document one: One\n\nclaims a: A.\n  because two.b\n", "document two: Two\n\nclaims b: B.\n  because c: C.\n"
    )
    assert names(focused(corpus, "two.b", 1)) == ["one.a", "b", "c"]
    assert names(focused(corpus, "one.a", 2)) == ["a", "two.b", "two.c"]
