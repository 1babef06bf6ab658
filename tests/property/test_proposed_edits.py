"""What an editor is proposed for any file: renames, fixes and refactorings that do what they say, and break nothing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import mkdtemp

import pytest
from edited import applied
from hypothesis import given
from hypothesis import strategies as st
from strategies import ISSUES, damaged, documents, words_of_the_language
from thoroughness import examples

from argmap.assist.fixes import fixes, safe_fixes
from argmap.assist.occurrences import Role, SymbolKind, occurrences, occurrences_in
from argmap.assist.refactorings import RefactoringKind, refactorings
from argmap.assist.rename import RenameRefusedError, rename
from argmap.language.words import OPEN
from argmap.project.open_project import OpenProject, ProjectState
from argmap.source.finding import Edit

FILE, SHARED = "arguments/harbour.argmap", "arguments/shared.argmap"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> OpenProject:
    root = Path(mkdtemp(dir=tmp_path_factory.getbasetemp())).resolve()
    (root / "arguments").mkdir()
    (root / "argmap.toml").write_text("language = 2\n", encoding="utf-8")
    return OpenProject(root)


def state_of(project: OpenProject, text: str, shared: str = ISSUES) -> ProjectState:
    project.set_text(FILE, text)
    project.set_text(SHARED, shared)
    return project.state()


def after(project: OpenProject, state: ProjectState, edits: tuple[Edit, ...]) -> ProjectState:
    texts = applied(state, edits)
    return state_of(project, texts[FILE], texts[SHARED])


def codes(state: ProjectState) -> Counter[str]:
    # Letters of several scripts in one id are its own.
    return Counter(finding.code for finding in state.loaded.findings if finding.code != "A402")


def said(state: ProjectState) -> list[object]:
    """What all claims say and how, whatever they are called and wherever they stand."""
    claims = state.loaded.corpus.claims.values()
    return sorted((one.text, one.attitude.value, str(one.strength), len(one.answers), len(one.cues)) for one in claims)


@examples(60, slow=True)
@given(text=documents(), data=st.data())
def test_a_rename_leaves_the_findings_and_takes_every_place_with_it(
    project: OpenProject, text: str, data: st.DataObject
) -> None:
    state = state_of(project, text)
    named = {one.symbol for file in (FILE, SHARED) for one in occurrences_in(state, file)}
    symbols = [one for one in sorted(named) if one.kind is not SymbolKind.SECTION and not one.id.endswith(f".{OPEN}")]
    symbol = data.draw(st.sampled_from(symbols))
    try:
        edits = rename(state, symbol, "renamed")
    except RenameRefusedError as refused:
        assert "yes` and `no" in str(refused)
        return
    found = after(project, state, edits)

    assert codes(found) == codes(state)
    assert said(found) == said(state)
    home, _, old = symbol.id.rpartition(".")
    now = symbol._replace(id=f"{home}.renamed" if home else "renamed")
    roles = Counter(one.role for one in occurrences(found, now))
    before = Counter(one.role for one in occurrences(state, symbol))
    assert (roles[Role.DECLARES], roles[Role.USES]) == (before[Role.DECLARES], before[Role.USES])
    back = after(project, found, rename(found, now, old))
    assert said(back) == said(state)
    assert codes(back) == codes(state)


@examples(60, slow=True)
@given(text=documents().flatmap(damaged) | words_of_the_language)
def test_whatever_is_wrong_fixes_are_edits_and_safe_ones_add_no_finding(project: OpenProject, text: str) -> None:
    state = state_of(project, text)
    before = codes(state)
    for finding in state.loaded.findings[:8]:
        for fix in fixes(state, finding):
            assert fix.edits and fix.title
            now = codes(after(project, state, fix.edits))
            if fix.is_safe:
                assert now == before - Counter([finding.code])
    assert not codes(after(project, state, safe_fixes(state, FILE))) - before


@examples(60, slow=True)
@given(text=documents(), place=st.floats(0, 1))
def test_a_premise_that_is_taken_out_says_what_it_said(project: OpenProject, text: str, place: float) -> None:
    state = state_of(project, text)
    for change in refactorings(state, FILE, int(place * len(text))):
        found = after(project, state, change.edits)
        assert len(found.loaded.errors) == len(state.loaded.errors)
        if change.kind is RefactoringKind.EXTRACT:
            assert said(found) == said(state)
            assert codes(found) == codes(state)


@examples(60, slow=True)
@given(text=documents().flatmap(damaged) | words_of_the_language, place=st.floats(0, 1))
def test_refactorings_of_anything_are_edits(project: OpenProject, text: str, place: float) -> None:
    state = state_of(project, text)
    for change in refactorings(state, FILE, int(place * len(text))):
        after(project, state, change.edits)
