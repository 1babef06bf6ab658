"""Whatever is compared: it is shown as the text that it is, in pictures that fit a screen, the same every time."""

import re
from typing import Any
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from thoroughness import examples

from argmap.model.inference import StepRole
from argmap.render.placed_pictures import draw_placed
from argmap.view.picture import clean
from argmap.view.tables_and_trees import (
    Column,
    ComparisonCard,
    ComparisonNode,
    ComparisonPicture,
    ComparisonRole,
    Manner,
    Network,
    NetworkEdge,
    Part,
    Row,
    Table,
    Tree,
)

SVG = "{http://www.w3.org/2000/svg}"
NASTY = st.sampled_from(
    ["<script>alert(1)</script>", "javascript:x", "]]>", "\\N", "\"'", "&amp;&lt;", "한국어", "😀", "عربي", "e\u0301"]
)
TEXT = st.lists(st.text(max_size=30) | NASTY, max_size=5).map(" ".join)
NAMES = st.text(alphabet="abcä中/.-", min_size=1, max_size=8)
LINKS = st.sampled_from(["", "x.svg", "../x.svg#y", "javascript:alert(1)", "../../x", "https://example.org/"])


@st.composite
def cards(build: st.DrawFn, id: str) -> ComparisonCard:  # noqa: A002
    return ComparisonCard(
        id=id,
        part=build(st.sampled_from(Part)),
        manner=build(st.sampled_from(Manner)),
        words=build(st.lists(TEXT, max_size=3).map(tuple)),
        text=build(TEXT),
        notes=build(st.lists(TEXT, max_size=2).map(tuple)),
        clashes=build(st.lists(TEXT, max_size=2).map(tuple)),
        weighty=build(st.booleans()),
        link=build(LINKS),
        sentence=build(TEXT),
    )


@st.composite
def tables(build: st.DrawFn) -> Table:
    columns = tuple(
        Column(head=build(cards(f"c{n}")), slim=build(st.booleans())) for n in range(build(st.integers(1, 7)))
    )
    rows = tuple(
        Row(
            head=build(cards(f"r{row}")),
            cells=tuple((build(cards(f"{row}/{column}")),) for column in range(len(columns))),
        )
        for row in range(build(st.integers(0, 3)))
    )
    return Table(**build(headings()), corner=build(TEXT), columns=columns, rows=rows)


@st.composite
def headings(build: st.DrawFn) -> dict[str, Any]:
    return {"title": build(TEXT), "subtitle": (build(TEXT),), "description": build(TEXT)}


@st.composite
def trees(build: st.DrawFn) -> Tree:
    """Trees that grow from one column to either side."""
    middle = build(st.integers(0, 3))
    nodes = [ComparisonNode(card=build(cards("n0")), column=middle)]
    roles = st.sampled_from([*StepRole, *ComparisonRole])
    for number in range(1, build(st.integers(1, 12))):
        up = build(st.sampled_from(nodes))
        out = build(st.sampled_from([-1, 1])) if up.column == middle else (1 if up.column > middle else -1)
        if not 0 <= up.column + out <= 6:
            continue
        nodes.append(
            ComparisonNode(
                card=build(cards(f"n{number}")),
                column=up.column + out,
                parent=up.card.id,
                role=build(roles),
                joint=build(st.sampled_from(["", f"{up.card.id}/{out}"])),
            )
        )
    return Tree(**build(headings()), nodes=tuple(nodes))


@st.composite
def networks(build: st.DrawFn) -> Network:
    size = build(st.integers(0, 8))
    edges = tuple(
        NetworkEdge(
            id=f"{one}-{other}",
            one=f"t{one}",
            other=f"t{other}",
            label=build(TEXT),
            share=build(st.floats(0, 1)),
            part=build(st.sampled_from(Part)),
            sentence="",
        )
        for one in range(size)
        for other in range(one + 1, size)
    )
    return Network(**build(headings()), cards=tuple(build(cards(f"t{n}")) for n in range(size)), edges=edges)


@examples(80)
@given(tables() | trees() | networks())
def test_any_drawing_is_safe_fits_and_is_the_same_twice(drawing: ComparisonPicture) -> None:
    svg = draw_placed(drawing)
    assert svg == draw_placed(drawing)
    root = ElementTree.fromstring(svg)
    assert 0 < int(root.get("width", "")) <= 1600
    assert int(root.get("height", "")) > 0
    assert root.findtext(f"{SVG}title") == clean(drawing.title)
    allowed = {"svg", "title", "desc", "style", "g", "a", "path", "polygon", "polyline", "ellipse", "text"}
    for part in root.iter():
        assert part.tag.removeprefix(SVG) in allowed
        for key, value in part.attrib.items():
            assert not key.lower().startswith("on")
            if key.endswith("href"):
                assert re.fullmatch(r"(\.\./)?[^:/]+\.svg(#\S+)?|https://example\.org/", value)


@examples(60)
@given(TEXT, st.sampled_from(["text", "words", "notes", "clashes"]))
def test_any_text_is_shown_as_itself(text: str, where: str) -> None:
    said = {where: text if where == "text" else (text,)}
    card = ComparisonCard(id="x", sentence=f"Said: {text}", **said)  # type: ignore[arg-type]
    tree = Tree(title="T", description="D", nodes=(ComparisonNode(card=card, column=0),))
    root = ElementTree.fromstring(draw_placed(tree))
    (group,) = (group for group in root.iter(f"{SVG}g") if group.get("id") == "x")
    assert group.findtext(f"{SVG}title") == clean(f"Said: {text}")
    seen = "".join("".join("".join(line.itertext()) for line in group.iter(f"{SVG}text")).split())
    whole = "".join(clean(text).split())
    assert seen == whole or (seen.endswith("…") and whole.startswith(seen[:-1]))
