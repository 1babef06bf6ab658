"""Where to go from a place, and what there is in a file and a project."""

from itertools import pairwise
from pathlib import Path

import pytest
from counting import calls
from harbour_town import written
from opened import at, name_of, opened, shown

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
from argmap.assist.symbols import OutlineItem, folds, found_symbols, outline, selection
from argmap.model.ids import ClaimId
from argmap.project.open_project import OpenProject, ProjectState


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> ProjectState:
    root = written(tmp_path_factory.mktemp("harbour")).resolve()
    return OpenProject(root, sources=root / "sources").state()


def test_the_definition_is_where_it_is_declared(state: ProjectState) -> None:
    (place,) = definition(state, *at(state, "second", "answers tra|ms"))
    assert shown(state, place) == "issues:1 trams"
    (place,) = definition(state, *at(state, "first", "thesis: bu|ild"))
    assert shown(state, place) == "first:9 build"
    assert definition(state, *at(state, "first", "The town sho|uld")) == ()


def test_references_are_its_other_places(state: ProjectState) -> None:
    place = at(state, "issues", "issue tra|ms")
    assert [shown(state, one.place) for one in references(state, *place, declared=False)] == [
        "first:10 trams",
        "issues:2 rails-question",
        "second:7 trams",
    ]
    assert len(references(state, *place)) == 4
    assert [shown(state, one.place) for one in highlights(state, *place)] == [
        "issues:1 trams",
        "issues:2 rails-question",
    ]


def test_an_issue_is_implemented_by_what_answers_it(state: ProjectState) -> None:
    found = implementations(state, *at(state, "issues", "issue tra|ms"))
    assert [shown(state, place) for place in found] == ["first:9 build", "second:6 leave"]
    found = implementations(state, *at(state, "second", "answers trams: n|o"))
    assert [shown(state, place) for place in found] == ["second:6 leave"]
    assert implementations(state, *at(state, "first", "thesis: bu|ild")) == ()


def test_grounds_and_consequences_are_a_hierarchy(tmp_path: Path) -> None:
    text = (
        "document d: D\n  author a: A\n\n"
        "claims x: X.\n  because y: Y.\n  and z: Z.\n  undercut w: W.\n  despite: V.\n\n"
        "claims u: U.\n  because y\n"
    )
    state = opened(tmp_path, {"d": text})
    item = hierarchy_item(state, *at(state, "d", "claims x|:"))
    assert item is not None
    assert (item.claim, item.name, item.text) == ("d.x", "x", "X.")
    assert [(one.item.name, one.role.value, shown(state, one.place)) for one in grounds(state, item.claim)] == [
        ("y", "because", "d:5 because"),
        ("z", "because", "d:5 because"),
        ("w", "undercut", "d:7 undercut"),
        ("V.", "despite", "d:8 despite"),
    ]
    assert [(one.item.name, one.role.value) for one in consequences(state, ClaimId("d.y"))] == [
        ("x", "because"),
        ("u", "because"),
    ]
    assert [(one.item.name, one.role.value) for one in consequences(state, ClaimId("d.w"))] == [("x", "undercut")]
    assert grounds(state, ClaimId("d.none")) == consequences(state, ClaimId("d.none")) == ()
    assert hierarchy_item(state, *at(state, "d", "document d|:")) is None


def test_sources_are_linked_at_their_line(state: ProjectState) -> None:
    links = source_links(state, name_of("first"))
    assert [shown(state, link.place) for link in links][:3] == [
        "first:5 first.txt",
        "first:11 build the trams",
        "first:15 quiet as cats",
    ]
    (link,) = [link for link in links if link.words == "quiet as cats"]
    span = source_span(state, link)
    source = state.sources["first.txt"]
    assert span is not None
    assert source.text[slice(*span)] == "quiet as cats"
    assert source_span(state, links[0]) is None
    assert source_link_at(state, *at(state, "first", "quiet a|s cats")) == link
    assert source_link_at(state, *at(state, "first", "claims bu|ild")) is None
    assert source_links(state, name_of("none")) == ()


def test_an_address_leads_out_of_the_project(tmp_path: Path) -> None:
    text = 'document d: D\n  author a: A\n  source: https://example.org/x\n\nclaims x: X.\n  at: 3 "some words"\n'
    state = opened(tmp_path, {"d": text})
    links = source_links(state, name_of("d"))
    assert [(link.is_address, link.line) for link in links] == [(True, None), (True, 3)]
    assert source_span(state, links[1]) is None


def told(items: tuple[OutlineItem, ...], depth: int = 0) -> list[str]:
    found = []
    for item in items:
        found.append(f"{'  ' * depth}{item.kind or 'link'} {item.name}{f': {item.detail}' if item.detail else ''}")
        found += told(item.children, depth + 1)
    return found


def test_the_outline_has_sections_claims_and_positions(state: ProjectState) -> None:
    assert told(outline(state.files[name_of("first")])) == [
        "document first: Trams now",
        "  actor author-a: Ada Able",
        "claim build: The town should build trams.",
        "  claim quiet: Trams are quiet.",
        "    claim rails: Rails are welded.",
        "      claim steel: Steel is soft.",
        "  claim dear: Trams cost a lot.",
        "section What else is said",
        "  claim air: The air of the town is bad.",
        "  claim debt: The town is in debt.",
    ]
    assert told(outline(state.files[name_of("issues")]))[:4] == [
        "issue trams: Should the town build trams to the harbour?",
        "  position yes: It should",
        "  position later: Only after the bridge",
        "  position no: It should not",
    ]


def test_an_item_spans_what_stands_under_it(state: ProjectState) -> None:
    syntax = state.files[name_of("first")]
    build = outline(syntax)[1]
    assert syntax.source.text[slice(*build.chosen)] == "build"
    assert syntax.source.text[slice(*build.span)].endswith('at: "cost a fortune"')
    section = outline(syntax)[2]
    assert syntax.source.text[slice(*section.span)].endswith('at: "the council says"')


def deep(levels: int) -> str:
    lines = [f"{'  ' * level}because c{level}: C." for level in range(1, levels)]
    return "\n".join(("document d: D", "  author a: A", "", "claims c0: C.", *lines)) + "\n"


def depth_of(items: tuple[OutlineItem, ...]) -> int:
    return 1 + max((depth_of(item.children) for item in items), default=-1)


def test_what_is_very_deep_is_shown_at_one_level(tmp_path: Path) -> None:
    found = outline(opened(tmp_path, {"d": deep(300)}).files[name_of("d")])
    assert 20 < depth_of(found) < 25
    assert len(told(found)) == 302


def test_work_on_a_file_grows_with_it(tmp_path: Path) -> None:
    files = [opened(tmp_path / str(levels), {"d": deep(levels)}).files[name_of("d")] for levels in (100, 400)]
    for answer in (outline, folds, lambda syntax: selection(syntax, len(syntax.source.text) - 3)):
        few, many = (calls(answer, syntax) for syntax in files)
        assert many < 5 * few


def test_what_can_be_folded(state: ProjectState) -> None:
    found = [(fold.first, fold.last) for fold in folds(state.files[name_of("first")])]
    assert found == [(1, 7), (9, 21), (13, 19), (16, 19), (18, 19), (20, 21), (23, 31), (25, 27), (29, 31)]


def test_comments_and_gaps_can_be_folded(tmp_path: Path) -> None:
    text = (
        "# one\n# two\ndocument d: D\n  author a: A\n\nclaims x: X.\n  becuase y: Y.\n    answers q: yes\n  note: N\n"
    )
    found = folds(opened(tmp_path, {"d": text}).files[name_of("d")])
    assert [(fold.first, fold.last, fold.is_comment) for fold in found] == [
        (1, 2, True),
        (3, 4, False),
        (6, 9, False),
        (7, 8, False),
    ]


def test_a_selection_grows_from_the_word_to_the_file(state: ProjectState) -> None:
    syntax = state.files[name_of("first")]
    found = selection(syntax, at(state, "first", "Rails are wel|ded")[1])
    said = [syntax.source.text[slice(*span)] for span in found]
    assert said[:3] == ["welded.", "Rails are welded.", "because rails: Rails are welded."]
    assert said[3].startswith("because rails") and said[3].endswith('at: "steel is soft"')
    assert said[4].startswith("because quiet")
    assert said[5].startswith("claims build")
    assert said[-1] == syntax.source.text
    assert all(outer.start <= inner.start and inner.end <= outer.end for inner, outer in pairwise(found))


@pytest.mark.parametrize(
    ("sought", "expected"),
    [
        ("build", ["first.build"]),
        ("first.bu", ["first.build"]),
        ("welded", ["first.rails"]),
        ("trms", ["trams", "trams.yes", "trams.later", "trams.no"]),
        ("ada", []),
        ("Ada A", ["author-a"]),
    ],
)
def test_things_are_found_by_a_part_of_their_name(state: ProjectState, sought: str, expected: list[str]) -> None:
    found = [one.symbol.id for one in found_symbols(state, sought)]
    assert found[: len(expected)] == expected


def test_everything_is_found_by_nothing(state: ProjectState) -> None:
    found = found_symbols(state, "")
    assert {one.symbol.kind.value for one in found} == {"document", "issue", "position", "actor", "claim"}
    (build,) = [one for one in found if one.symbol.id == "first.build"]
    assert (build.name, build.home, build.text) == ("build", "first", "The town should build trams.")
