"""The version of the language is written into settings as one line, and nothing else in them changes."""

from __future__ import annotations

import tomllib

import pytest

from argmap.workspace.language_setting import has_table, with_language

OWN = {
    "empty": ("", "language = 2\n"),
    "a setting": ('sources = "texts"\n', 'language = 2\nsources = "texts"\n'),
    "a comment about the file": ("# Ours\n\n[levels]\n", "# Ours\n\nlanguage = 2\n[levels]\n"),
    "a comment about a setting": ("# Why\nschemes = []\n", "language = 2\n# Why\nschemes = []\n"),
    "only a table": ('[levels]\nA401 = "off"\n', 'language = 2\n[levels]\nA401 = "off"\n'),
    "the first version": ("language = 1 # as before\n", "language = 2 # as before\n"),
    "the first version in quotes": ('"language"=1\n', '"language"=2\n'),
    "a language elsewhere": (
        'title = "language = 1"\n\n[other]\nlanguage = 1\n',
        'language = 2\ntitle = "language = 1"\n\n[other]\nlanguage = 1\n',
    ),
    "ends of Windows": ('title = "T"\r\n', 'language = 2\r\ntitle = "T"\r\n'),
}
SHARED = {
    "a table": ('[tool.argmap]\nsources = "t"\n', '[tool.argmap]\nlanguage = 2\nsources = "t"\n'),
    "a table with a comment": ("[ tool . argmap ] # ours\n", "[ tool . argmap ] # ours\nlanguage = 2\n"),
    "a table without an end": ("[tool.argmap]", "[tool.argmap]\nlanguage = 2\n"),
    "a quoted name": ('["tool"."argmap"]\n', '["tool"."argmap"]\nlanguage = 2\n'),
    "a table in a table": (
        '[tool.argmap.levels]\nA401 = "off"\n',
        '[tool.argmap]\nlanguage = 2\n\n[tool.argmap.levels]\nA401 = "off"\n',
    ),
    "an inline table": ('[tool]\nargmap = { sources = "t" }\n', '[tool]\nargmap = { language = 2, sources = "t" }\n'),
    "an empty inline table": ("[tool]\nargmap = {}\n", "[tool]\nargmap = { language = 2 }\n"),
    "dotted names": ('[tool]\nargmap.sources = "t"\n', '[tool]\nargmap.language = 2\nargmap.sources = "t"\n'),
    "the first version": ("[tool.argmap]\nlanguage = 1\n", "[tool.argmap]\nlanguage = 2\n"),
    "a text that looks like it": (
        '[a]\nb = """\n[tool.argmap]\n"""\n[tool.argmap]\n',
        '[a]\nb = """\n[tool.argmap]\n"""\n[tool.argmap]\nlanguage = 2\n',
    ),
}


@pytest.mark.parametrize(("before", "after"), OWN.values(), ids=OWN)
def test_it_is_one_line_of_an_own_file(before: str, after: str) -> None:
    assert with_language(before, (), 2) == after
    assert with_language(after, (), 2) == after
    assert tomllib.loads(after) == tomllib.loads(before) | {"language": 2}


@pytest.mark.parametrize(("before", "after"), SHARED.values(), ids=SHARED)
def test_it_is_one_line_of_a_table(before: str, after: str) -> None:
    assert with_language(before, ("tool", "argmap"), 2) == after
    assert tomllib.loads(after)["tool"]["argmap"] == tomllib.loads(before)["tool"]["argmap"] | {"language": 2}


@pytest.mark.parametrize("text", ["= 2", "language = 1\nlanguage = 1\n", "tool = 3\n", "[tool]\nargmap = 1\n"])
def test_what_is_no_table_stays(text: str) -> None:
    assert with_language(text, ("tool", "argmap"), 2) is None


def test_a_table_may_be_empty() -> None:
    assert has_table("[tool.argmap]\n", ("tool", "argmap"))
    assert not has_table("[tool]\n", ("tool", "argmap"))
    assert not has_table("[tool\n", ())
