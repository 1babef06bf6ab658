"""Whatever stands in the files of a project, an editor is answered at every place of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import ISSUES, damaged, documents, prose, words_of_the_language
from thoroughness import examples

from argmap.assist.completion import completions
from argmap.assist.hints import hints, lens_title, lenses
from argmap.assist.hover import hover
from argmap.assist.names_in_file import SymbolKind
from argmap.assist.navigation import (
    consequences,
    definition,
    grounds,
    hierarchy_item,
    highlights,
    implementations,
    references,
    source_link_at,
    source_links,
    source_span,
)
from argmap.assist.occurrences import (
    ProjectNames,
    declarations,
    document_at,
    occurrence_at,
    occurrences,
    occurrences_in,
)
from argmap.assist.semantic_tokens import semantic_tokens
from argmap.assist.symbols import OutlineItem, folds, found_symbols, outline, selection
from argmap.project.open_project import OpenProject, ProjectState
from argmap.source.text import Place, Span

OWN, OTHER, SHARED = (f"arguments/{name}.argmap" for name in ("own", "other", "shared"))
ANOTHER = """document another: \U0001f68b
  author author-a: Author A
  source: source.txt

claims x\U00010428y: X
  answers deepen: yes
  at: "\U0001f68b trams are"
  because z\u0301: \U0001d54f
claims y (likely): Y
  answers deepen: no
  because harbour.x
"""
SOURCE = (
    "We say: \U0001f68b trams are loud.\n城市應該修建電車，因為電車很安靜。\nAgain, trams are loud. (A \u0301 mark)\n"
)
BAD = Path(__file__).parents[1] / "corpus" / "bad"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> OpenProject:
    root = tmp_path_factory.mktemp("project").resolve()
    (root / "arguments").mkdir()
    (root / "sources").mkdir()
    (root / "sources" / "source.txt").write_text(SOURCE, encoding="utf-8")
    return OpenProject(root, sources=root / "sources")


def holds(state: ProjectState, place: Place) -> bool:
    return 0 <= place.span.start <= place.span.end <= len(state.files[place.file].source.text)


def ask_at(state: ProjectState, file: str, offset: int) -> None:
    """Everything that can be asked of one place."""
    text = state.files[file].source.text
    found = occurrence_at(state, file, offset)
    if found is not None:
        assert found.place.span.start <= offset <= found.place.span.end
        # What is renamed is found again, and a section is its title.
        assert found in occurrences(state, found.symbol)
        assert found.symbol.kind is SymbolKind.SECTION or not any(map(str.isspace, text[slice(*found.place.span)]))
        assert set(definition(state, file, offset)) == set(declarations(state, found.symbol))
    offered = completions(state, file, offset, ("source.txt",))
    assert holds(state, offered.place)
    assert "\n" not in text[slice(*offered.place.span)]
    assert all(item.label and item.insert for item in offered.items)
    told = hover(state, file, offset)
    assert told is None or (holds(state, told.place) and told.markdown)
    for one in (*references(state, file, offset), *highlights(state, file, offset)):
        assert holds(state, one.place)
    assert all(holds(state, place) for place in implementations(state, file, offset))
    item = hierarchy_item(state, file, offset)
    if item is not None:
        for step in grounds(state, item.claim):
            assert item.claim in {back.item.claim for back in consequences(state, step.item.claim)}
    link = source_link_at(state, file, offset)
    assert link is None or source_span(state, link) is None or link.source
    growing = selection(state.files[file], offset)
    assert all(outer.start <= inner.start and inner.end <= outer.end for inner, outer in pairwise(growing))
    document_at(state, file, offset)


def ask_of(state: ProjectState, file: str) -> None:
    """Everything that can be asked of a whole file."""
    text = state.files[file].source.text
    places = [one.place for one in occurrences_in(state, file)]
    assert places == sorted(places)
    assert all(holds(state, place) for place in places)
    end = 0
    for token in semantic_tokens(state, file):
        assert end <= token.span.start < token.span.end <= len(text)
        assert "\n" not in text[slice(*token.span)]
        end = token.span.end
    assert all(0 <= one.offset <= len(text) and one.label for one in hints(state, file))
    assert all(holds(state, lens.place) and isinstance(lens_title(state, lens), str) for lens in lenses(state, file))
    assert all(fold.first < fold.last for fold in folds(state.files[file]))
    assert all(holds(state, Place(file, item.span)) for item in every(outline(state.files[file])))
    assert all(holds(state, link.place) for link in source_links(state, file))


def every(items: tuple[OutlineItem, ...]) -> Iterator[OutlineItem]:
    for item in items:
        assert item.span.start <= item.chosen.start <= item.chosen.end <= item.span.end
        yield item
        yield from every(item.children)


@examples(200, slow=True)
@given(st.data())
def test_every_place_of_every_text_is_answered(project: OpenProject, data: st.DataObject) -> None:
    own = data.draw(documents().flatmap(damaged) | documents() | words_of_the_language, label="own")
    cut = data.draw(st.integers(0, len(own)), label="cut")
    shuffled = data.draw(st.booleans())
    lines = own[:cut].split("\n")
    if shuffled:
        data.draw(st.randoms(use_true_random=False)).shuffle(lines)
    project.set_text(OWN, "\n".join(lines))
    project.set_text(SHARED, data.draw(st.just(ISSUES) | st.just(ISSUES).flatmap(damaged), label="shared"))
    project.set_text(OTHER, data.draw(st.just(ANOTHER) | st.just(ANOTHER).flatmap(damaged) | prose, label="other"))
    state = project.state()
    for file in state.files:
        ask_of(state, file)
        text = state.files[file].source.text
        for offset in data.draw(st.lists(st.integers(-2, len(text) + 2), max_size=12), label=file):
            if 0 <= offset <= len(text):
                ask_at(state, file, offset)
            else:
                # A client that has not seen the last change may ask outside the text.
                completions(state, file, offset)
                hover(state, file, offset)
                selection(state.files[file], offset)
    found_symbols(state, data.draw(prose))


@pytest.mark.parametrize("folder", sorted(BAD.iterdir()), ids=lambda path: path.name)
def test_every_place_of_what_is_wrong_is_answered(folder: Path) -> None:
    chance = random.Random(folder.name)
    cases = [path for path in folder.iterdir() if path.is_dir() or path.suffix == ".argmap"]
    assert cases
    for case in sorted(cases):
        alone = () if case.is_dir() else (case.resolve(),)
        state = OpenProject(folder.resolve() if alone else case.resolve(), alone=alone).state()
        for file, syntax in state.files.items():
            ask_of(state, file)
            offsets = range(len(syntax.source.text) + 1)
            for offset in chance.sample(offsets, min(len(offsets), 60)):
                ask_at(state, file, offset)


def meaning(names: ProjectNames) -> list[tuple[str, object]]:
    return [(file, name, names.meant(name)) for file, known in names.files.items() for name in known.names]


@examples(80, slow=True)
@given(st.data())
def test_names_mean_the_same_whatever_came_before(project: OpenProject, data: st.DataObject) -> None:
    for file, texts in ((OWN, documents()), (SHARED, st.just(ISSUES)), (OTHER, st.just(ANOTHER) | documents())):
        project.set_text(file, data.draw(texts | texts.flatmap(damaged), label=file))
        after = ProjectNames(project.state().files)
        with patch("argmap.assist.occurrences._recent", []):
            assert meaning(ProjectNames(project.state().files)) == meaning(after)


def test_a_part_of_the_names_of_a_file_is_a_part_of_all(project: OpenProject) -> None:
    project.set_text(OTHER, ANOTHER)
    state = project.state()
    whole = list(occurrences_in(state, OTHER))
    assert list(occurrences_in(state, OTHER, Span(0, len(ANOTHER)))) == whole
    within = Span(30, 120)
    inside = [one for one in whole if within.start <= one.place.span.start <= within.end]
    assert [one for one in occurrences_in(state, OTHER, within) if one.place.span.start >= within.start] == inside
