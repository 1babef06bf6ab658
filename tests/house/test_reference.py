"""The language reference is whole, and its examples are what they say."""

import re
from pathlib import Path

import pytest

from argmap.api import check, fmt
from argmap.api.explaining import language
from argmap.language.lexer import keyword_of
from argmap.language.parser import Parser
from argmap.language.tree import LinkLine, SyntaxFile
from argmap.language.words import DEGREES, KEYWORDS, RESERVED, SCHEMES, VERBS, Kind, Relation
from argmap.source.text import SourceText

BLOCK = re.compile(r"^```argmap\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"# (arguments/\S+\.argmap)")
CODE = re.compile(r"`([^`\n]+)`")
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def examples() -> dict[str, str]:
    """The project that the examples make: each block goes on in the file that the last file name begins."""
    files: dict[str, list[str]] = {}
    name = ""
    for block in BLOCK.findall(language()):
        for line in block.splitlines():
            begun = FILE.fullmatch(line)
            if begun:
                name = begun[1]
            else:
                files.setdefault(name, []).append(line)
        files[name].append("")
    return {name: "\n".join(lines).strip("\n") + "\n" for name, lines in files.items()}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("reference")
    for name, text in examples().items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def parsed() -> list[SyntaxFile]:
    parser = Parser()
    return [parser.parse(SourceText(name, text)).value for name, text in examples().items()]


def test_there_is_nothing_to_find_in_the_examples(project: Path) -> None:
    checked = check([project], cached=False)
    assert [(f.place.file, f.code, f.message) for f in checked.findings] == []
    assert checked.documents == 2


def test_the_examples_are_in_canonical_form(project: Path) -> None:
    for formatted in fmt([project]):
        assert formatted.after == formatted.before.text


def test_the_examples_show_every_word_that_begins_a_line(parsed: list[SyntaxFile]) -> None:
    lines = [line.content for file in parsed for statement in file.statements for line in statement.lines]
    verbs = {verb.text for content in lines if (verb := getattr(content, "verb", None)) is not None}
    assert {keyword_of(content) for content in lines} | verbs == KEYWORDS


def test_the_examples_show_what_links_can_join(parsed: list[SyntaxFile]) -> None:
    links = [line.content for file in parsed for statement in file.statements for line in statement.lines[:1]]
    joined = [link for link in links if isinstance(link, LinkLine)]
    assert {bool(link.confidence) for link in joined} == {bool(link.text) for link in joined} == {True, False}


@pytest.mark.parametrize(
    "words", [KEYWORDS, VERBS, RESERVED, DEGREES, SCHEMES, Relation, Kind], ids=lambda words: str(sorted(words)[0])
)
def test_every_word_of_the_language_is_spoken_of(words: frozenset[str]) -> None:
    prose = BLOCK.sub("", language())
    spoken = {word for code in CODE.findall(prose) for word in WORD.findall(code)}
    assert set(words) <= spoken


def test_it_stays_short() -> None:
    assert len(language().splitlines()) < 350
