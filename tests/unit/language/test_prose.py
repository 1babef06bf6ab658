from argmap.language.tree import Prose, Word
from argmap.source.text import Span


def test_lines_are_joined_by_a_space_and_paragraphs_by_a_line_end() -> None:
    pieces = tuple(Word(text, 0) for text in ("one", "two", "", "", "three", ""))
    assert Prose(pieces).text == "one two\nthree"


def test_a_word_that_is_composed_keeps_its_place() -> None:
    word = Word("cafe\u0301", 10).normal
    assert (word.text, word.span) == ("caf\u00e9", Span(10, 15))
    assert word.normal == word
