"""What is made from the words of the language is fresh, and what it is made for takes it."""

from __future__ import annotations

import json
import re
import sys

import pytest
from parsing import parser

from argmap.editors.generated import HERE, generated
from argmap.editors.grammars import LOOKS, textmate, vim
from argmap.editors.snippets import language_configuration, snippets
from argmap.editors.syntax import TEXTS, Sort, contexts
from argmap.language.words import KEYWORDS, STATEMENTS, STEP_FIELDS, STEPS, UNDER
from argmap.source.text import SourceText

WORDS = re.compile(r"[a-z]+(?:-[a-z]+)*")


@pytest.mark.parametrize("name", generated())
def test_what_is_committed_is_what_is_made(name: str) -> None:
    # To make all of it anew: python -m argmap.editors.generated
    assert (HERE / name).read_text(encoding="utf-8") == generated()[name]


def test_every_sort_has_a_look() -> None:
    assert set(LOOKS) == set(Sort)


def test_the_text_mate_grammar_includes_what_it_has_and_nothing_else() -> None:
    grammar = json.loads(textmate())
    included = set(re.findall(r'"include": "#([^"]+)"', textmate()))
    assert included == set(grammar["repository"])
    assert set(contexts()) <= set(grammar["repository"])


def test_a_bracket_in_prose_needs_no_other() -> None:
    package = json.loads((HERE / "vscode" / "package.json").read_text(encoding="utf-8"))
    (grammar,) = package["contributes"]["grammars"]
    prose = {f"{LOOKS[sort].scope.split()[0]}.argmap" for sort in TEXTS.values()}
    assert set(grammar["unbalancedBracketScopes"]) == prose


def test_every_pattern_of_text_mate_can_be_compiled() -> None:
    for pattern in re.findall(r'"(?:match|begin|while)": ("(?:[^"\\]|\\.)*")', textmate()):
        re.compile(json.loads(pattern))


def test_every_group_of_vim_is_linked_and_every_cluster_there() -> None:
    made = dict(re.findall(r"^syntax match (\w+) (.*)$", vim(), re.MULTILINE))
    linked = set(re.findall(r"^highlight default link (argmapIn\w+)", vim(), re.MULTILINE))
    clusters = set(re.findall(r"^syntax cluster (\w+)", vim(), re.MULTILINE))
    # A blank line within a text has no look.
    assert set(made) - linked == {group for group, said in made.items() if "\\n/" in said}
    assert linked <= set(made)
    assert set(re.findall(r"nextgroup=@(\w+)", vim())) <= clusters


@pytest.mark.parametrize("file", ["vim/ftplugin/argmap.vim", "vim/ftdetect/argmap.vim", "emacs/argmap-mode.el"])
def test_no_word_of_the_language_is_typed_by_hand(file: str) -> None:
    text = (HERE / file).read_text(encoding="utf-8")
    by_hand = re.sub(r"(?s);; -{40}\n.*;; -{40}\n", "", text)
    assert set(re.findall(r"""["'\s]([a-z-]+)["':]""", by_hand)) & KEYWORDS == set()


def expanded(body: list[str]) -> str:
    """A snippet as it stands before anybody fills it in."""
    text = "\n".join(body).replace("\t", "  ")
    text = re.sub(r"\$\{\d+\|([^,|]+)[^}]*\|\}", r"\1", text)
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text)


def under(word: str) -> list[str]:
    """A line under which a word can stand, with those above it."""
    if word in STATEMENTS:
        return []
    if word in {"and", "undercut", *STEP_FIELDS}:
        return [*under("because"), "  because: T"]
    above = next(above for above, below in UNDER.items() if word in below)
    return ["section: T"] if above == "section" else [f"{above} x: T"]


@pytest.mark.parametrize("name", json.loads(snippets()))
def test_a_snippet_can_be_read(name: str) -> None:
    snippet = json.loads(snippets())[name]
    word = name.partition(" ")[0]
    above = under(word)
    indent = "  " if above else ""
    text = "\n".join([*above, *(indent + line for line in expanded(snippet["body"]).split("\n"))]) + "\n"
    outcome = parser().parse(SourceText("x.argmap", text))
    assert outcome.findings == ()
    assert [gap for one in outcome.value.statements for gap in one.gaps] == []


def test_there_is_a_snippet_for_every_word_that_begins_a_line() -> None:
    assert set(json.loads(snippets())) >= KEYWORDS


def test_the_places_of_a_snippet_are_numbered_from_one_on() -> None:
    for snippet in json.loads(snippets()).values():
        numbers = [int(number) for number in re.findall(r"\$\{(\d+)", "\n".join(snippet["body"]))]
        assert numbers == list(range(1, len(numbers) + 1))


def test_a_line_after_a_statement_is_indented() -> None:
    rules = json.loads(language_configuration())["indentationRules"]
    deeper = re.compile(rules["increaseIndentPattern"])
    assert deeper.match("claims a (likely): T")
    assert deeper.match("issue q: Q")
    assert not deeper.match("  because a: T")
    assert not deeper.match("link a entails b: T")
    assert not any(re.match(rules["decreaseIndentPattern"], line) for line in ("claims a: T", "", "  because x"))
    assert STEPS.isdisjoint(WORDS.findall(rules["increaseIndentPattern"]))


def test_nothing_here_needs_pygments(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith(("argmap.editors", "pygments"))]:
        monkeypatch.delitem(sys.modules, name)
    import argmap.editors.generated

    assert argmap.editors.generated.generated()
    assert not [name for name in sys.modules if name.startswith("pygments")]
