"""Every code has its page and its bad input, is raised somewhere, and its page says what is true."""

import re
from pathlib import Path

import pytest

import argmap
from argmap.project.corpus_loader import load_checked
from argmap.source.codes import SEVERITIES, page, title
from argmap.source.finding import Finding, Severity
from argmap.source.text import SourceText
from argmap.workspace.project_files import Input
from argmap.workspace.reader import Reading

PACKAGE = Path(argmap.__file__).parent
BAD = Path(__file__).parents[1] / "corpus" / "bad"
RAISED = re.compile(r'"(A[0-9]{3})"')
EXAMPLE = re.compile(r"^(Wrong|Right):\n\n```(argmap|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEADER = "document harbour: Should the harbour be deepened?\n  author author-a: Author A\n\n"
DRAFTED = "\n  source: harbour.txt\n  by: a language model\n\n"
NEEDS_ITS_OWN_HEADER = {"A008", "A208", "A209", "A210", "A211"}


def findings(text: str) -> tuple[Finding, ...]:
    return load_checked(Input(project=None, readings=(Reading(source=SourceText("example.argmap", text)),))).findings


def examples(code: str) -> dict[str, tuple[str, str]]:
    return {which: (language, text) for which, language, text in EXAMPLE.findall(page(code))}


def test_codes_that_are_raised_are_those_of_the_catalogue() -> None:
    sources = [path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if path.name != "codes.py"]
    assert {code for source in sources for code in RAISED.findall(source)} == set(SEVERITIES)


def test_every_code_has_a_bad_input() -> None:
    assert {folder.name for folder in BAD.iterdir()} == set(SEVERITIES)


def test_every_page_belongs_to_a_code() -> None:
    assert {path.stem for path in (PACKAGE / "source" / "pages").iterdir()} == set(SEVERITIES)


def test_titles_are_unique() -> None:
    titles = [title(code) for code in SEVERITIES]
    assert all(titles)
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("code", SEVERITIES)
def test_page_is_short_and_has_both_examples(code: str) -> None:
    lines = page(code).split("\n")
    assert lines[0] == f"# {code}: {title(code)}"
    assert lines[1] == "" and len(lines[2]) > 40
    assert 10 <= len(lines) <= 45
    assert max(map(len, lines)) <= 120
    assert set(examples(code)) == {"Wrong", "Right"}


@pytest.mark.parametrize("code", SEVERITIES)
def test_examples_are_what_they_say(code: str) -> None:
    """Those that are whole; one that needs a source, other bytes or a second file is marked as plain text."""
    for which, (language, text) in examples(code).items():
        if language != "argmap":
            continue
        found = findings(text if code in NEEDS_ITS_OWN_HEADER or text.startswith("document") else HEADER + text)
        codes = {finding.code for finding in found}
        if which == "Wrong":
            assert code in codes
        else:
            assert code not in codes
            assert not [finding for finding in found if finding.severity is Severity.ERROR]


@pytest.mark.parametrize("code", [code for code in SEVERITIES if code.startswith("A8")])
def test_examples_of_drafts_are_what_they_say(code: str) -> None:
    for which, (_, text) in examples(code).items():
        said, _, encoding = (
            text.rpartition("(the source)  ")[2].partition("\n\n") if "(the source)" in text else ("", "", text)
        )
        header = "" if encoding.startswith("document") else HEADER.rstrip("\n") + DRAFTED
        source = SourceText("harbour.txt", said or "It should be deepened at once.")
        given = Input(project=None, readings=(Reading(source=SourceText("example.argmap", header + encoding)),))
        found = {one.code for one in load_checked(given, {"harbour.txt": source}, as_drafts=True).findings}
        assert {one for one in found if one.startswith("A8") or SEVERITIES[one] is Severity.ERROR} == (
            {code} if which == "Wrong" else set()
        )


def test_most_pages_have_examples_that_are_tried() -> None:
    tried = [code for code in SEVERITIES if examples(code)["Wrong"][0] == "argmap"]
    # What takes two documents, or settings, is no text of its own.
    # Those about drafts are tried apart.
    assert len(tried) >= len([code for code in SEVERITIES if not code.startswith("A8")]) - 19
