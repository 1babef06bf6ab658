"""Vectors are exact, and tables of likeness are centred and do not depend on how they were cut."""

import numpy as np
import pytest

from argmap.similarity import likeness, many_texts
from argmap.similarity.likeness import Nearness, block, nearness
from argmap.similarity.vectors import ONE, letters, meanings, word_weights
from argmap.similarity.words import words

FIRST = [
    "Buses should have lanes of their own.",
    "Cars must leave the old town.",
    "The tram costs more than the town can pay.",
    "Nobody asked those who live here.",
] * 6
SECOND = [
    "There should be lanes for buses alone.",
    "The old town has to be free of cars.",
    "A tram is too dear for the town.",
    "Residents were not heard.",
    "It rains a lot in autumn.",
] * 4


USUAL = [0.07, 0.05]


def test_vectors_have_the_length_of_one_in_whole_numbers() -> None:
    for vectors in (letters(FIRST), meanings(FIRST)):
        assert np.array_equal(vectors, np.rint(vectors))
        assert np.linalg.norm(vectors, axis=1) == pytest.approx(ONE, rel=0.01)


def test_a_text_without_words_is_like_nothing() -> None:
    assert not letters(["", "war"])[0].any()


def test_products_do_not_depend_on_the_order_of_summing() -> None:
    vectors = letters([*FIRST, *SECOND])
    order = np.random.default_rng(1).permutation(vectors.shape[1])
    assert np.array_equal(vectors @ vectors.T, vectors[:, order] @ vectors[:, order].T)


def test_forms_of_a_word_weigh_alike_and_rare_words_more() -> None:
    weights = word_weights([words(text) for text in ("a war", "two wars", "the war", "a treaty")])
    assert weights["war"] == weights["wars"] < weights["treaty"]
    assert weights["the"] < weights["treaty"]


def _tables() -> list[np.ndarray]:
    texts = [*FIRST, *SECOND]
    vectors = [letters(texts), meanings(texts)]
    count = len(FIRST)
    parts = list(block([one[:count] for one in vectors], [one[count:] for one in vectors], USUAL))
    return [np.concatenate([part.likeness[way] for part in parts]) for way in range(4)]


def test_what_a_text_shares_with_all_others_is_taken_away() -> None:
    for table in _tables()[:2]:
        assert table.mean(axis=0) == pytest.approx(0, abs=0.01)
        assert table.mean(axis=1) == pytest.approx(0, abs=0.01)


def test_one_text_alone_is_not_measured_by_itself() -> None:
    vectors = letters(["Buses should have lanes.", "Lanes for buses.", "It rains."])
    (part,) = block([vectors[:1]], [vectors[1:]], [0.07])
    assert part.likeness[0][0, 0] > 0.1 > part.likeness[0][0, 1]


def test_texts_that_say_the_same_are_most_alike() -> None:
    total = sum(_tables())
    assert [int(total[row].argmax()) for row in range(3)] == [0, 1, 2]


def test_a_side_of_few_texts_has_no_neighbours() -> None:
    vectors = letters(FIRST[:3])
    (part,) = block([vectors], [vectors], [0.07])
    assert not part.likeness[1].any()


def test_sides_can_be_exchanged() -> None:
    texts = [*FIRST, *SECOND]
    vectors = letters(texts)
    count = len(FIRST)
    (one,) = block([vectors[:count]], [vectors[count:]], [0.07])
    (other,) = block([vectors[count:]], [vectors[:count]], [0.07])
    for here, there in zip(one.likeness, other.likeness, strict=True):
        assert here == pytest.approx(there.T, abs=1e-12)


def test_an_empty_side_has_no_table() -> None:
    vectors = letters(FIRST)
    assert list(block([vectors], [vectors[:0]], [0.07])) == []


def test_plain_likeness_is_the_same_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = _tables()
    monkeypatch.setattr(likeness, "_CELLS", 100)
    for one, other in zip(whole[:2], _tables()[:2], strict=True):
        assert np.array_equal(one, other)


def test_the_likeliest_pairs_of_many_texts_are_those_of_a_whole_table() -> None:
    texts = [*FIRST[:4], *SECOND[:5]]
    vectors = letters(texts)
    found = many_texts.candidates([vectors], [(0, 4), (4, 9)], 1)
    pairs = set(zip(found.first.tolist(), found.second.tolist(), strict=True))
    assert {(0, 4), (1, 5), (2, 6)} <= pairs
    assert all(first < 4 <= second for first, second in pairs)
    cosines = (vectors @ vectors.T).astype(float) / ONE**2
    centred = cosines - cosines.mean(axis=0) - cosines.mean(axis=1, keepdims=True) + cosines.mean()
    likeness = many_texts.likeness_of(vectors, found.first, found.second)
    assert likeness == pytest.approx(centred[found.first, found.second], abs=1e-6)


def test_how_near_texts_are_is_the_same_however_often_and_beside_whatever_it_is_asked() -> None:
    vectors = [way([*FIRST, *SECOND]) for way in (letters, meanings)]
    kept = Nearness(vectors)
    for numbers in ([0, 3, 1], [0, 3, 1, 5], [5, 0, 3, 3, 1], [9, 8, 7], [1, 0]):
        expected = nearness([one[numbers] for one in vectors])
        found = kept.among(numbers)
        assert found is not None
        assert (found == expected).all()
