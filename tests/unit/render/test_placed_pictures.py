"""Drawings of comparisons, by ids, titles and sizes; never by places."""

import re
from xml.etree import ElementTree

import pytest

from argmap.model.inference import StepRole
from argmap.render.placed_pictures import draw_placed
from argmap.render.stamp import stamp_of
from argmap.render.styles import COMPARISON_STROKES, MANNER_OUTLINES, PART_FACES
from argmap.view.tables_and_trees import (
    ColumnPanel,
    ComparisonCard,
    ComparisonNode,
    ComparisonPicture,
    ComparisonRole,
    LegendKey,
    Manner,
    Part,
    PictureLink,
    Tree,
)

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
HEADING = {
    "title": "A drawing",
    "subtitle": ("2 texts",),
    "description": "What it shows.",
    "keys": (LegendKey(Part.FIRST, "the first"),),
    "links": (PictureLink("Another", "other.svg"),),
}


def card(id: str, **more: object) -> ComparisonCard:  # noqa: A002
    settled: dict[str, object] = {"words": (id,), "text": f"The text of {id}.", "sentence": f"{id} as a sentence"}
    return ComparisonCard(id=id, **(settled | more))  # type: ignore[arg-type]


def tree() -> Tree:
    nodes = [ComparisonNode(card=card("top"), column=1)]
    nodes += [
        ComparisonNode(card=card(f"one/{role}"), column=0, parent="top", role=role, joining=f"{role} joined")
        for role in ComparisonRole
    ]
    nodes += [
        ComparisonNode(card=card(f"other/{n}"), column=2, parent="top", joint="top/step", joining="both join")
        for n in range(2)
    ]
    nodes.append(ComparisonNode(card=card("doubt"), column=2, parent="top", joint="top/step", role=StepRole.UNDERCUT))
    panels = (ColumnPanel(id="panel/one", title="One", part=Part.FIRST, first=0, last=0),)
    return Tree(**HEADING, nodes=tuple(nodes), panels=panels)


DRAWINGS = [tree()]


def read(drawing: ComparisonPicture) -> ElementTree.Element:
    return ElementTree.fromstring(draw_placed(drawing))


def named(root: ElementTree.Element) -> dict[str, ElementTree.Element]:
    return {group.get("id", ""): group for group in root.iter(f"{SVG}g") if group.get("id")}


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: type(drawing).__name__)
def test_a_drawing_is_titled_stamped_and_no_wider_than_a_screen(drawing: ComparisonPicture) -> None:
    svg = draw_placed(drawing)
    root = ElementTree.fromstring(svg)
    assert root.findtext(f"{SVG}title") == "A drawing"
    assert root.findtext(f"{SVG}desc") == "What it shows."
    assert int(root.get("width", "")) <= 1600
    stamp = stamp_of(svg)
    assert stamp is not None
    assert (stamp.engine, len(stamp.digest)) == ("argmap", 64)
    assert svg == draw_placed(drawing)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: type(drawing).__name__)
def test_everything_stays_on_the_paper(drawing: ComparisonPicture) -> None:
    root = read(drawing)
    width, height = int(root.get("width", "")), int(root.get("height", ""))
    for text in root.iter(f"{SVG}text"):
        assert 0 <= float(text.get("x", "")) < width
        assert 0 < float(text.get("y", "")) < height
        assert int(text.get("font-size", "")) >= 11
    for path in root.iter(f"{SVG}path"):
        places = re.findall(r"(-?[\d.]+),(-?[\d.]+)", path.get("d", ""))
        assert all(0 <= float(x) <= width and 0 <= float(y) <= height for x, y in places)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: type(drawing).__name__)
def test_every_colour_has_a_dark_one(drawing: ComparisonPicture) -> None:
    root = read(drawing)
    style = root.findtext(f"{SVG}style") or ""
    for part in root.iter():
        for paint in ("fill", "stroke"):
            colour = part.get(paint, "none")
            assert colour == "none" or f'[{paint}="{colour}"]' in style


def test_every_card_line_and_dot_of_a_tree_says_what_it_is() -> None:
    found = {name: group.findtext(f"{SVG}title") for name, group in named(read(tree())).items()}
    assert found["top"] == "top as a sentence"
    assert found["one/turns-on/line"] == "turns-on joined"
    assert found["top/step"] == "both join"
    assert found["panel/one"] == "One"
    assert found["way/1"] == "Another picture: Another"


def test_a_card_links_and_an_implied_one_is_dashed_and_a_silent_one_has_no_box() -> None:
    cards = (
        card("implied", manner=Manner.IMPLIED, link="../doc.svg#x"),
        card("silent", manner=Manner.SILENT, link=""),
    )
    root = read(Tree(**HEADING, nodes=tuple(ComparisonNode(card=each) for each in cards)))
    assert [each.get(HREF) for each in root.iter(f"{SVG}a")] == ["other.svg", "../doc.svg#x"]
    groups = named(root)
    (dashed,) = groups["implied"].iter(f"{SVG}path")
    assert dashed.get("stroke-dasharray")
    assert not list(groups["silent"].iter(f"{SVG}path"))
    assert [text.get("font-style") for text in groups["implied"].iter(f"{SVG}text")] == [None, "italic"]


def test_a_changed_word_changes_the_stamp() -> None:
    one, other = (
        stamp_of(draw_placed(Tree(**HEADING, nodes=(ComparisonNode(card=card("t", text=text)),))))
        for text in ("A", "B")
    )
    assert one != other


def test_parts_manners_and_bonds_all_have_a_look_of_their_own() -> None:
    assert set(PART_FACES) == set(Part)
    assert set(MANNER_OUTLINES) == set(Manner)
    assert set(COMPARISON_STROKES) == set(ComparisonRole)
    assert len({(stroke.line, stroke.head) for stroke in COMPARISON_STROKES.values()}) >= len(ComparisonRole) - 1
    assert len({stroke.sample for stroke in COMPARISON_STROKES.values()}) == len(ComparisonRole)
