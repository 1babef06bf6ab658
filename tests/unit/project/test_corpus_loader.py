"""One way from files to records, whoever asks."""

import pytest

from argmap.language.parser import Parser
from argmap.project.corpus_loader import CorpusLoader, load_checked, load_sides
from argmap.source.finding import Finding
from argmap.source.text import SourceText
from argmap.workspace.project_files import Input
from argmap.workspace.reader import decode

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
