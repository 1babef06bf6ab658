"""What is asked about the questions on which a document is silent."""

from __future__ import annotations

from pathlib import Path

import pytest
from edited import applied
from likeness import MEANS
from opened import at, name_of, opened

from argmap.api.suggesting import Kind, Wanted, suggest
from argmap.assist.additions import edits
from argmap.assist.names_in_file import Symbol, SymbolKind
from argmap.assist.silences import Asked, asked_about, declared_on_line, looking_told, silent_fixes
from argmap.project.open_project import ProjectState

ISSUES = """\
issue costs: Are trams costly to the town?
  position dear: They cost the town a lot
  position cheap: They cost the town little

issue noise: Are trams noisy at night?
  position yes: Yes
  position no: No
"""
FIRST = """\
document first: Trams
  author a: A
  date: 2020

claims pay: Trams are costly to the town.
  because: Rails are costly to the town.

claims fine: All is fine.
"""
SECOND = (
    "document second: Buses\n  author b: B\n  silent: costs\n\nclaims quiet: Trams are quiet.\n  answers noise: no\n"
)


@pytest.fixture
def state(tmp_path: Path) -> ProjectState:
    return opened(tmp_path, {"first": FIRST, "second": SECOND, "issues": ISSUES, "argmap.toml": "language = 2\n"})


def asked(state: ProjectState, kind: SymbolKind, name: str, *, compared: bool = True) -> list[Asked]:
    found = suggest(state.loaded, Wanted(kinds=(Kind.ANSWERS,)), MEANS).suggestions.numbered if compared else ()
    return list(asked_about(Symbol(kind, name), state.loaded.corpus, found))


def test_of_a_document_it_is_asked_what_may_answer_and_then_what_is_silent(state: ProjectState) -> None:
    found = asked(state, SymbolKind.DOCUMENT, "first", compared=False)
    assert [one.message for one in found] == [
        "A, 2020 on “Are trams costly to the town?”: nothing was found that may answer it. Is it silent?",
        "A, 2020 on “Are trams noisy at night?”: nothing was found that may answer it. Is it silent?",
    ]
    (one, *_) = asked(state, SymbolKind.DOCUMENT, "first")
    assert one.message == (
        "A, 2020 on “Are trams costly to the town?”: `pay` may answer it: “Trams are costly to the town”"
    )
    titles = [title for title, _ in one.choices]
    assert sorted(titles[:2]) == ["They cost the town a lot", "They cost the town little"]
    assert titles[2:] == ["This does not answer it", "It is silent on it"]
    assert one.settling == {*titles[:2], "It is silent on it"}


def test_what_is_chosen_is_written(state: ProjectState) -> None:
    (one, *_) = asked(state, SymbolKind.DOCUMENT, "first")
    written = {
        title: {
            edit.place.file: applied(state, (edit,))[edit.place.file] if edit.place.file in state.files else ""
            for edit in edits(additions, state.loaded.corpus, state.files)
        }
        for title, additions in one.choices
    }
    first = name_of("first")
    assert "town.\n  answers costs: dear\n  because" in written["They cost the town a lot"][first]
    assert list(written["This does not answer it"]) == [name_of("links/first")]
    assert "  date: 2020\n  silent: costs\n" in written["It is silent on it"][first]


def test_of_a_claim_only_what_it_may_answer_is_asked_and_of_an_issue_who_is_silent(state: ProjectState) -> None:
    found = asked(state, SymbolKind.CLAIM, "first.pay")
    assert found and all("`pay` may answer it" in one.message for one in found)
    assert asked(state, SymbolKind.CLAIM, "first.fine") == []
    assert {(one.document, one.issue) for one in asked(state, SymbolKind.ISSUE, "noise")} == {("first", "noise")}
    # A premise without a name can answer, and no link can say that it does not.
    (premise,) = [one for one in asked(state, SymbolKind.ISSUE, "costs") if "this premise" in one.message]
    assert "This does not answer it" not in [title for title, _ in premise.choices]


@pytest.mark.parametrize(
    ("name", "place", "title"),
    [
        ("first", "document fir|st", "Look for answers to 2 questions on which it is silent"),
        ("second", "documen|t second", ""),
        ("issues", "issue nois|e", "Look for answers in 1 document silent on it"),
        ("first", "claims pay: Trams a|re", "Look for questions that it may answer"),
        ("second", "claims quiet|", ""),
        ("first", "  date: 20|20", None),
    ],
)
def test_on_a_line_it_is_offered_to_look(state: ProjectState, name: str, place: str, title: str | None) -> None:
    symbol = declared_on_line(state, *at(state, name, place))
    assert (symbol is None) is (title is None)
    assert symbol is None or looking_told(state, symbol) == title


def test_at_an_issue_silence_can_be_said_at_once(state: ProjectState) -> None:
    (fix,) = silent_fixes(state, Symbol(SymbolKind.ISSUE, "noise"))
    assert fix.title == "Say that `first` is silent on `noise`"
    assert "  date: 2020\n  silent: noise\n" in applied(state, fix.edits)[name_of("first")]
    assert list(silent_fixes(state, Symbol(SymbolKind.DOCUMENT, "first"))) == []


def test_it_is_asked_with_whose_view_a_claim_is(tmp_path: Path) -> None:
    denied = FIRST.replace("claims pay", "denies pay")
    files = {"first": denied, "second": SECOND, "issues": ISSUES, "argmap.toml": "language = 2\n"}
    (one, *_) = asked(opened(tmp_path, files), SymbolKind.DOCUMENT, "first")
    assert one.message.endswith(
        "`pay` may answer it: “Trams are costly to the town”"
        " (the author denies it, so that its answer is one that the author rejects)"
    )
