import gc
import json
from enum import StrEnum

from hypothesis import given
from hypothesis import strategies as some

from argmap.report.visible import json_text


def test_letters_stay_and_line_ends_are_between_values() -> None:
    assert json_text({"a": ["é 中国", 1.5, None]}) == '{\n  "a": [\n    "é 中国",\n    1.5,\n    null\n  ]\n}'


def test_what_steers_a_terminal_is_escaped_and_means_the_same() -> None:
    value = ["\x1b[31m", "\x9b31m", "\u202e", "\u2066", "\u2028", "\ud800", '"\\']
    text = json_text(value)
    assert json.loads(text) == value
    assert all(" " <= character <= "~" or character == "\n" for character in text)


class Shade(StrEnum):
    DARK = "dark"


PLAIN = some.none() | some.booleans() | some.integers() | some.floats() | some.text(some.characters(codec="ascii"))


@given(some.recursive(PLAIN, lambda parts: some.lists(parts) | some.dictionaries(some.text("ab"), parts)))
def test_it_is_what_the_library_writes(value: object) -> None:
    text = json_text(value)
    assert text.replace("\\u007f", "\x7f") == json.dumps(value, ensure_ascii=False, indent=2)
    assert json_text(value, "    ") == text.replace("\n", "\n    ")


def test_words_of_an_enumeration_and_tuples_are_texts_and_lists() -> None:
    assert json_text({Shade.DARK: (Shade.DARK, ())}) == '{\n  "dark": [\n    "dark",\n    []\n  ]\n}'


def test_nothing_is_left_for_the_collector() -> None:
    # A command does not run it: what stays behind of each of many records would stay to the end.
    gc.collect()
    gc.disable()
    try:
        for _ in range(10):
            json_text({"a": [{"b": 1}]})
        assert gc.collect() == 0
    finally:
        gc.enable()
