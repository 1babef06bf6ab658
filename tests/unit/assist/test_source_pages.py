"""What an editor is answered about a source with pages: it is led to the page, and offered it."""

from pathlib import Path

import pytest
from opened import name_of, opened
from source_forms import pdf

from argmap.assist.completion import completions
from argmap.assist.fix import Fix
from argmap.assist.fixes import fixes
from argmap.assist.hover import hover
from argmap.assist.navigation import source_link_at, source_span, source_text
from argmap.project.open_project import OpenProject, ProjectState

TEXT = """\
document d: D
  author a: A
  source: s.pdf

claims one: One.
  at: p. 2 "will not wait"

claims two: Two.
  at: p. 1 "for the tide"

claims three: Three.
  at: p. 2
"""


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> ProjectState:
    root = tmp_path_factory.mktemp("project")
    (root / "texts").mkdir()
    pages = [["The pilot knows the harbour.", "It is shallow."], ["", "Ships will not wait for the tide."]]
    (root / "texts" / "s.pdf").write_bytes(pdf(pages))
    opened(root, {"d": TEXT, "argmap.toml": 'sources = "texts"\n'})
    return OpenProject(root.resolve()).state()


def test_a_cue_is_shown_with_its_page(state: ProjectState) -> None:
    found = hover(state, name_of("d"), TEXT.index("will not"))
    assert found is not None
    assert "s.pdf, line 3 (p. 2)" in found.markdown


@pytest.mark.parametrize(
    ("words", "said"), [('2 "will', "will not wait"), ("2\n", "Ships will not wait for the tide.")]
)
def test_a_place_leads_to_its_page(state: ProjectState, words: str, said: str) -> None:
    link = source_link_at(state, name_of("d"), TEXT.index(words))
    assert link is not None
    span, source = source_span(state, link), source_text(state, link.source)
    assert span is not None and source is not None
    assert source.text[slice(*span)] == said


def test_a_wrong_page_is_set_right(state: ProjectState) -> None:
    (finding,) = (one for one in state.loaded.findings if one.code == "A505")
    found: list[Fix] = list(fixes(state, finding))
    assert [fix.title for fix in found] == ["Write page 2, where it stands"]
    (edit,) = found[0].edits
    assert (TEXT[slice(*edit.place.span)], edit.replacement) == ("1", "2")


def test_a_cue_that_is_completed_has_its_page(state: ProjectState, tmp_path: Path) -> None:
    text = TEXT.replace('p. 1 "for the tide"', '"pil"')
    project = OpenProject(state.loaded.root)
    project.set_text(name_of("d"), text)
    (item,) = completions(project.state(), name_of("d"), text.index("pil") + 3).items
    assert item.insert == 'p. 1 "pilot knows the harbour"'
    text = TEXT.replace('p. 1 "for the tide"', 'p. 1 "pil"')
    project.set_text(name_of("d"), text)
    (item,) = completions(project.state(), name_of("d"), text.index("pil") + 3).items
    assert item.insert == '"pilot knows the harbour"'
