"""One way from files to records, whoever asks."""

import weakref
from pathlib import Path

import pytest

from argmap.diff.differ import diff
from argmap.language.parser import Parser
from argmap.project.corpus_loader import CorpusLoader, load_checked, load_sides
from argmap.source.finding import Finding
from argmap.source.text import SourceText
from argmap.workspace.project_files import Input, Project
from argmap.workspace.reader import decode
from argmap.workspace.settings import Settings

GOOD = (
    "document town: A town\n  author somebody: Somebody\n\nclaims trams: Trams are quiet.\n  because steel: Steel is.\n"
)
BAD = "document town: A town\n  author somebody: Somebody\n\nclaims trams Trams are quiet.\n"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the texts that were parsed."""
    names: list[str] = []
    parse = Parser.parse

    def counted(self: Parser, source: SourceText) -> object:
        names.append(source.name)
        return parse(self, source)

    monkeypatch.setattr(Parser, "parse", counted)
    return names


def given(**texts: str) -> Input:
    return Input(project=None, readings=tuple(decode(name, text.encode()) for name, text in texts.items()))


def found_in(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {(finding.code, finding.place.file) for finding in findings}


def test_a_check_and_a_diff_read_the_same_records() -> None:
    checked, (before, after) = load_checked(given(one=GOOD)), load_sides(given(one=GOOD), given(one=BAD))
    assert checked.corpus == before.corpus == CorpusLoader().load(given(one=GOOD)).corpus
    assert (checked.errors, before.errors) == ((), ())
    assert found_in(after.errors) == found_in(load_checked(given(one=BAD)).errors) != set()


def test_a_check_finds_what_the_rules_do_beside_what_kept_something_from_being_read() -> None:
    doubtful = GOOD.replace("Steel is", "Steel is\N{ZERO WIDTH SPACE}")
    loaded, checked = CorpusLoader().load(given(one=doubtful)), load_checked(given(one=doubtful))
    assert found_in(loaded.findings) < found_in(checked.findings)


@pytest.mark.parametrize("text", [GOOD, BAD])
def test_files_of_one_content_have_findings_of_their_own(text: str) -> None:
    alone = [load_checked(given(**{name: text})) for name in ("one", "other")]
    both = load_checked(given(one=text, other=text))
    for each in alone:
        (name,) = each.texts
        assert set(each.errors) <= set(both.errors)
        assert both.texts[name].text == text
    # The second document of one name is one too many.
    assert "other" in {finding.place.file for finding in both.errors}


def test_what_is_on_both_sides_is_parsed_once(parsed: list[str]) -> None:
    before, after = load_sides(given(one=GOOD, other=BAD), given(one=GOOD, other=BAD))
    assert before is after
    assert parsed == ["one", "other"]
    before, after = load_sides(given(one=GOOD), given(one=GOOD, other=GOOD.replace("town", "village")))
    assert before is not after
    assert parsed == ["one", "other", "one", "other"]
    loaded = CorpusLoader().load(given(one=GOOD, two=GOOD))
    assert parsed[4:] == ["one"]
    assert {document.file for document in loaded.corpus.documents.values()} <= {"one", "two"}


ASKED = """issue rain: Will it rain?
  position yes: It will
  position no: It will not{exhaustive}

document a: One
  author somebody: Somebody

claims wet: It will rain.
  answers rain: yes

document b: Another
  author another: Another

claims dry: It will stay dry.
  answers rain: no
"""
BARE, DECLARED = ASKED.format(exhaustive=""), ASKED.format(exhaustive="\n  exhaustive: yes, no")


def in_version(language: int | None, text: str) -> Input:
    """A project in a version of the language; without one, a file that belongs to none."""
    project = None if language is None else Project(root=Path("/"), settings=Settings(language=language))
    return Input(project=project, readings=(decode("one", text.encode()),))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ((1, BARE), (2, DECLARED), []),
        ((2, DECLARED), (1, BARE), []),
        ((1, BARE), (2, BARE), ["exhaustive-changed", "verdict-changed"]),
        ((2, BARE), (None, BARE), []),
        ((None, BARE), (2, BARE), []),
        ((None, BARE), (None, BARE), []),
    ],
)
def test_each_side_is_read_in_its_own_version_of_the_language(
    old: tuple[int | None, str], new: tuple[int | None, str], told: list[str]
) -> None:
    before, after = load_sides(in_version(*old), in_version(*new))
    assert [change.rule for change in diff(before.corpus, after.corpus).changes] == told


def test_what_is_loaded_once_keeps_nothing_parsed() -> None:
    loader = CorpusLoader(once=True)
    syntax = loader.parse(given(**{"town.argmap": GOOD}).readings[0]).value
    gone = weakref.ref(syntax.source)
    loaded = loader.load(given(**{"town.argmap": GOOD}))
    del syntax
    assert list(loaded.corpus.claims) == ["town.trams", "town.steel"]
    assert gone() is None
