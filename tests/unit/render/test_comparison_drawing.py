"""Drawings of comparisons, by ids, titles and sizes; never by places."""

import re
from xml.etree import ElementTree

import pytest

from argmap.model.inference import StepRole
from argmap.render.comparison.draw import draw_comparison
from argmap.render.comparison.look import BONDS, FACES, OUTLINES
from argmap.render.stamp import stamp_of
from argmap.view.comparison.drawing import (
    Board,
    BondRole,
    Column,
    Drawing,
    Frame,
    Grid,
    Key,
    Manner,
    Node,
    Panel,
    Part,
    Row,
    Thread,
    Tile,
    Way,
    Web,
)

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
FRAME = Frame(
    title="A drawing",
    subtitle=("2 texts",),
    description="What it shows.",
    keys=(Key(Part.FIRST, "the first"),),
    ways=(Way("Another", "other.svg"),),
)


def tile(id: str, **more: object) -> Tile:  # noqa: A002
    settled: dict[str, object] = {"words": (id,), "text": f"The text of {id}.", "sentence": f"{id} as a sentence"}
    return Tile(id=id, **(settled | more))  # type: ignore[arg-type]


def grid() -> Grid:
    cells = tuple((tile(f"cell/{part}", part=part, link="../doc.svg#x"),) for part in (Part.FIRST, Part.SECOND))
    silent = (Tile(id="silent", manner=Manner.SILENT, notes=("silent",), sentence="silent"),)
    return Grid(
        frame=FRAME,
        corner="Issue",
        columns=tuple(Column(head=tile(f"column/{n}"), slim=n == 1) for n in range(3)),
        rows=(Row(head=tile("row"), cells=(*cells, silent)),),
        legend=(("silent", "says nothing"), ("mixed", "gives two answers")),
    )


def board() -> Board:
    nodes = [Node(tile=tile("top"), column=1)]
    nodes += [
        Node(tile=tile(f"one/{role}"), column=0, parent="top", role=role, joining=f"{role} joined") for role in BondRole
    ]
    nodes += [
        Node(tile=tile(f"other/{n}"), column=2, parent="top", joint="top/step", joining="both join") for n in range(2)
    ]
    nodes.append(Node(tile=tile("doubt"), column=2, parent="top", joint="top/step", role=StepRole.UNDERCUT))
    panels = (Panel(id="panel/one", title="One", part=Part.FIRST, first=0, last=0),)
    return Board(frame=FRAME, nodes=tuple(nodes), panels=panels)


def web() -> Web:
    tiles = tuple(tile(f"t{n}") for n in range(5))
    threads = tuple(
        Thread(
            id=f"{one}-{other}",
            one=f"t{one}",
            other=f"t{other}",
            label="agree on 1 of 2",
            share=0.5,
            part=Part.ACCORD,
            sentence="They agree on 1 of 2",
        )
        for one in range(5)
        for other in range(one + 1, 5)
    )
    return Web(frame=FRAME, tiles=tiles, threads=threads)


DRAWINGS = [grid(), board(), web()]


def read(drawing: Drawing) -> ElementTree.Element:
    return ElementTree.fromstring(draw_comparison(drawing))


def named(root: ElementTree.Element) -> dict[str, ElementTree.Element]:
    return {group.get("id", ""): group for group in root.iter(f"{SVG}g") if group.get("id")}


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: type(drawing).__name__)
def test_a_drawing_is_titled_stamped_and_no_wider_than_a_screen(drawing: Drawing) -> None:
    svg = draw_comparison(drawing)
    root = ElementTree.fromstring(svg)
    assert root.findtext(f"{SVG}title") == "A drawing"
    assert root.findtext(f"{SVG}desc") == "What it shows."
    assert int(root.get("width", "")) <= 1600
    stamp = stamp_of(svg)
    assert stamp is not None
    assert (stamp.engine, len(stamp.digest)) == ("argmap", 64)
    assert svg == draw_comparison(drawing)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: type(drawing).__name__)
def test_everything_stays_on_the_paper(drawing: Drawing) -> None:
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
def test_every_colour_has_a_dark_one(drawing: Drawing) -> None:
    root = read(drawing)
    style = root.findtext(f"{SVG}style") or ""
    for part in root.iter():
        classes = (part.get("class") or "").split()
        for paint, prefix in (("fill", "f-"), ("stroke", "s-")):
            if part.get(paint, "none") != "none":
                (used,) = [each for each in classes if each.startswith(prefix)]
                assert f".{used}{{{paint}:" in style


def test_every_tile_line_and_dot_of_a_board_says_what_it_is() -> None:
    found = {name: group.findtext(f"{SVG}title") for name, group in named(read(board())).items()}
    assert found["top"] == "top as a sentence"
    assert found["one/turns-on/line"] == "turns-on joined"
    assert found["top/step"] == "both join"
    assert found["panel/one"] == "One"
    assert found["way/1"] == "Another picture: Another"


def test_tiles_link_and_the_legend_tells_only_what_occurs() -> None:
    root = read(grid())
    links = [each.get(HREF) for each in root.iter(f"{SVG}a")]
    assert links == ["other.svg", "../doc.svg#x", "../doc.svg#x"]
    texts = [text.text for text in root.iter(f"{SVG}text")]
    assert "says nothing" in texts
    assert "gives two answers" not in texts


def test_a_silent_cell_has_no_box_and_an_implied_one_is_dashed() -> None:
    cell = tile("implied", manner=Manner.IMPLIED)
    drawing = Grid(
        frame=FRAME,
        corner="",
        columns=(Column(head=tile("a")), Column(head=tile("b"))),
        rows=(Row(head=tile("r"), cells=((cell,), (tile("silent", manner=Manner.SILENT),))),),
    )
    groups = named(read(drawing))
    (dashed,) = groups["implied"].iter(f"{SVG}path")
    assert dashed.get("stroke-dasharray")
    assert not list(groups["silent"].iter(f"{SVG}path"))
    assert [text.get("font-style") for text in groups["implied"].iter(f"{SVG}text")] == [None, "italic"]


def test_a_changed_word_changes_the_stamp() -> None:
    one, other = (
        stamp_of(draw_comparison(Web(frame=FRAME, tiles=(tile("t", text=text),), threads=()))) for text in ("A", "B")
    )
    assert one != other


def test_parts_manners_and_bonds_all_have_a_look_of_their_own() -> None:
    assert set(FACES) == set(Part)
    assert set(OUTLINES) == set(Manner)
    assert set(BONDS) == set(BondRole)
    assert len({(stroke.line, stroke.head) for stroke in BONDS.values()}) >= len(BondRole) - 1
    assert len({stroke.sample for stroke in BONDS.values()}) == len(BondRole)
