import json

from argmap.report.visible import json_text


def test_letters_stay_and_line_ends_are_between_values() -> None:
    assert json_text({"a": ["é 中国", 1.5, None]}) == '{\n  "a": [\n    "é 中国",\n    1.5,\n    null\n  ]\n}'


def test_what_steers_a_terminal_is_escaped_and_means_the_same() -> None:
    value = ["\x1b[31m", "\x9b31m", "\u202e", "\u2066", "\u2028", "\ud800", '"\\']
    text = json_text(value)
    assert json.loads(text) == value
    assert all(" " <= character <= "~" or character == "\n" for character in text)
