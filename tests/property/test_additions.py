"""Lines that are added to any file: every other character stays, and what was canonical is."""

from __future__ import annotations

from pathlib import Path
from tempfile import mkdtemp

import pytest
from edited import applied
from hypothesis import given
from hypothesis import strategies as st
from strategies import ISSUES, damaged, documents, words_of_the_language
from thoroughness import examples

from argmap.api.formatting import fmt_text
from argmap.assist.additions import edits, is_there
from argmap.project.open_project import OpenProject, ProjectState
from argmap.suggest.suggestion import Addition, Under
from argmap.workspace.errors import RefusedError

FILE, SHARED, OTHER, LINKS = (f"arguments/{name}.argmap" for name in ("harbour", "shared", "other", "links/l"))
OTHER_TEXT = "document quay: The quay\n  author author-b: Author B\n\nclaims wide: It is wide.\n  answers pay: city\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> OpenProject:
    root = Path(mkdtemp(dir=tmp_path_factory.getbasetemp())).resolve()
    (root / "arguments").mkdir()
    (root / "argmap.toml").write_text("language = 2\n", encoding="utf-8")
    return OpenProject(root)


def state_of(project: OpenProject, texts: dict[str, str]) -> ProjectState:
    for name, text in texts.items():
        project.set_text(name, text)
    return project.state()


@st.composite
def additions(draw: st.DrawFn, state: ProjectState) -> tuple[Addition, ...]:
    """Some lines of all sorts."""
    claims = [claim for claim in state.loaded.corpus.claims if claim.document == "harbour"]
    found: list[Addition] = []
    for _ in range(draw(st.integers(1, 4))):
        under = draw(st.sampled_from(Under))
        claim = draw(st.sampled_from(claims)) if claims else ""
        if under is Under.CLAIM and claim:
            lines, of = (f"answers {draw(st.sampled_from(('deepen: no', 'pay: state')))}",), (claim,)
        elif under is Under.DOCUMENT:
            lines, of = (f"silent: {draw(st.sampled_from(('deepen', 'pay')))}",), ("harbour",)
        elif under is Under.LINKS and claim and "~" not in claim:
            why = (": Why", "  note: so") if draw(st.booleans()) else ("",)
            lines, of = (f"link {claim} unrelated-to quay.wide{why[0]}", *why[1:]), ("harbour", "quay")
        else:
            lines, of = (f"claims new-{len(found)}: It is new.", "  answers pay: city"), ("harbour",)
            under = Under.END_OF_DOCUMENT
        found.append(Addition(lines=lines, under=under, of=of))
    return tuple(found)


def added(state: ProjectState, some: tuple[Addition, ...]) -> dict[str, str]:
    made = edits(some, state.loaded.corpus, state.files)
    assert all(one.place.span.start == one.place.span.end for one in made), "something was replaced"
    new = [one for one in made if one.place.file not in state.files]
    return applied(state, (one for one in made if one not in new)) | {one.place.file: one.replacement for one in new}


@examples(80, slow=True)
@given(text=documents(), data=st.data())
def test_what_is_added_is_there_and_what_was_canonical_is(project: OpenProject, text: str, data: st.DataObject) -> None:
    if data.draw(st.booleans()):
        text = fmt_text(text).after
    if data.draw(st.booleans()):
        text = text.removesuffix("\n").removesuffix("\r")
    links = data.draw(st.sampled_from(("", "# Links\n", "link harbour.a same-as quay.wide\n")))
    before = state_of(project, {FILE: text, SHARED: ISSUES, OTHER: OTHER_TEXT, LINKS: links})
    some = data.draw(additions(before))
    try:
        texts = added(before, some)
    except RefusedError:
        assert any(statement.gaps for file in before.files.values() for statement in file.statements)
        return
    new = set(texts) - set(before.files)
    after = state_of(project, texts)
    try:
        assert all(is_there(one, after.loaded.corpus, after.files) for one in some)
        claims = after.loaded.corpus.claims
        assert {one.lines[0].split()[1].removesuffix(":") for one in some if one.under is Under.END_OF_DOCUMENT} <= {
            claim.name for claim in claims.values()
        }
        assert before.loaded.corpus.claims.keys() <= claims.keys()
        assert len(after.loaded.errors_of_reading) <= len(before.loaded.errors_of_reading) + _at_odds(after)
        for name, now in texts.items():
            if name in new or not fmt_text(before.files[name].source.text).changed:
                assert fmt_text(now).after == now
        assert added(after, some) == texts
    finally:
        for name in new:
            project.drop_text(name)


def _at_odds(state: ProjectState) -> int:
    """Errors that say that a claim gives two answers, or that links cannot all hold: what was added says so."""
    return sum(finding.code in ("A304", "A601", "A603") for finding in state.loaded.errors)


@examples(80, slow=True)
@given(text=documents().flatmap(damaged) | words_of_the_language, data=st.data())
def test_in_whatever_cannot_be_read_nothing_is_lost(project: OpenProject, text: str, data: st.DataObject) -> None:
    state = state_of(project, {FILE: text, SHARED: ISSUES, OTHER: OTHER_TEXT, LINKS: ""})
    some = data.draw(additions(state))
    try:
        texts = added(state, some)
    except RefusedError:
        return
    after = state_of(project, {name: now for name, now in texts.items() if name in state.files})
    assert state.loaded.corpus.claims.keys() <= after.loaded.corpus.claims.keys()
