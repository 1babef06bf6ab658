import pytest

from argmap.language.ids import is_id, is_reference, normal


@pytest.mark.parametrize(
    "text",
    ["a", "sco-role", "3", "2021-07", "무역", "مُهِمّ", "गहराई", "ஆழம்", "глубина", "caf\u00e9", "cafe\u0301", "ß"],
)
def test_ids_of_every_script(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text", ["", "-a", "a-", "a--b", "a_b", "a.b", "a b", "a\u00b7b", "a\u200bb", "a\u2028", "a:b", "a(b", "\u0301"[:0]]
)
def test_what_is_no_id(text: str) -> None:
    assert not is_id(text)


def test_a_reference_has_one_dot_at_most() -> None:
    assert is_reference("a") and is_reference("a-1.b-2")
    assert not any(is_reference(text) for text in ("a.b.c", ".a", "a.", "."))


def test_composed_and_decomposed_letters_are_one() -> None:
    assert normal("cafe\u0301") == normal("caf\u00e9") == "caf\u00e9"
