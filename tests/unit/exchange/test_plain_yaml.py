"""The part of YAML that is read says what a YAML library says."""

import pytest

from argmap.exchange.plain_yaml import NotReadError, yaml_of

yaml = pytest.importorskip("yaml", reason="comes with the extra `test`")

TEXTS = [
    "a: b\nc:\n  - d\n  - e: f\n    g: h\n",
    "a:\n- b\n- - c\n  - d\n- e\n",
    "a: [b, c d, 'e, f', {g: h, i: \"j: k\"}]\n",
    "a: >\n  one\n  two\n\n  three\nb: |\n  x\n  y\n",
    "a: one\n  two\n  three # so\nb: c#d\n",
    "'a b': \"c \\u00e9 \\n d\"\n\"e\": 'it''s'\n",
    "a: \"one\n  two\n\n  three\"\nb: 'four\n  five'\n",
    "# so\n---\na: b\n...\n",
    "a:\n  # so\n\n  b: c\n\n# so\nd: {}\ne: []\n",
    "a: [b,\n  c, # so\n  d]\ne: {f: g,\n  h: i}\n",
    "¬a: it's [not] {flow}\nb(c,d): http://e.f/#g\n",
    "a: |-\n  b\n\n  c\nd: >-\n  e\n",
    "just a text\n",
    "- a\n-\n  b: c\n- d: e\n",
    """{a: , b: [c: d, e], "f":g, 'h': '''i'}\n""",
    'a: "\\x41\\U0001F600"\n',
]
REFUSED = {
    "a: &b c": "an anchor",
    "{a: *b}": "an alias",
    "- !!str a": "a tag",
    "a: [b": "a bracket is not closed",
    "a: 'b": "a quote is not closed",
    "{a: b, a: c}": "twice",
    "{<<: a}": "merges mappings",
    "<<: a": "merges mappings",
    '"\\x4"': "no code of a character",
    '"\\ud800"': "surrogates",
    "[" * 80 + "]" * 80: "deep",
}


def settled(data: object) -> object:
    """Space as in claims, which stand on one line; nothing as an empty text."""
    if isinstance(data, dict):
        return {settled(key): settled(value) for key, value in data.items()}
    if isinstance(data, list):
        return [settled(one) for one in data]
    return " ".join(str(data or "").split())


@pytest.mark.parametrize("text", TEXTS)
def test_it_is_read_as_by_a_library(text: str) -> None:
    assert settled(yaml_of(text)) == settled(yaml.load(text, yaml.BaseLoader))


@pytest.mark.parametrize("text", ["~", "null", "", "Null"])
def test_nothing_is_none_and_in_quotes_a_text(text: str) -> None:
    assert yaml_of(text) is None
    assert yaml_of(f"a: {text}\nb: '{text}'\n") == {"a": None, "b": text}
    assert yaml_of(f"{{a: {text}, b, c: '{text}'}}") == {"a": None, "b": None, "c": text}


def test_a_pair_of_surrogates_is_one_character() -> None:
    assert yaml_of('"\\ud83d\\ude00"') == "\U0001f600"


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_not_read_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(NotReadError, match=REFUSED[text]) as caught:
        yaml_of(f"# so\n{text}\n")
    assert caught.value.line >= 2
