"""Whatever is compared: it is shown as the text that it is, in pictures that fit a screen, the same every time."""

import re
from typing import Any
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from thoroughness import examples

from argmap.render.drawing import draw_any
from argmap.render.engine import find_engine
from argmap.view.picture import clean
from argmap.view.tables import (
    AgreementGrid,
    AnswerMark,
    AnswerPlace,
    AxisDate,
    Cell,
    CruxEdge,
    CruxMap,
    CruxNode,
    HolderHead,
    Matrix,
    PairCell,
    PartedPair,
    Parting,
    QuestionGroup,
    QuestionRow,
    Table,
    TimeGroup,
    Timeline,
    TimePoint,
    TimeRow,
    TimeSign,
)

SVG = "{http://www.w3.org/2000/svg}"
ENGINE = find_engine()
NASTY = st.sampled_from(
    ["<script>alert(1)</script>", "javascript:x", "]]>", "\\N", "\"'", "&amp;&lt;", "한국어", "😀", "عربي", "e\u0301"]
)
TEXT = st.lists(st.text(max_size=30) | NASTY, max_size=5).map(" ".join)
NAMES = st.text(alphabet="abcä中/.-", min_size=1, max_size=8)
LINKS = st.sampled_from(["", "x.svg", "../x.svg#y", "javascript:alert(1)", "../../x", "https://example.org/"])


@st.composite
def headings(build: st.DrawFn) -> dict[str, Any]:
    return {"title": build(TEXT), "subtitle": (build(TEXT),), "description": build(TEXT)}


def heads(count: int, name: str) -> tuple[HolderHead, ...]:
    return tuple(HolderHead(id=f"h{n}", name=name, sentence=name) for n in range(count))


@st.composite
def marks(build: st.DrawFn) -> AnswerMark:
    place = build(st.sampled_from(AnswerPlace))
    return AnswerMark(
        sign=build(st.sampled_from(["+", "±", "a", "ab", ""])),
        words=build(TEXT),
        place=place,
        firmness=0 if place is AnswerPlace.OPEN else build(st.integers(1, 3)),
        rejected=build(st.booleans()),
        unsaid=build(st.booleans()),
        reserved=build(st.booleans()),
    )


@st.composite
def matrices(build: st.DrawFn) -> Matrix:
    count = build(st.integers(1, 40))
    row = QuestionRow(
        id="q",
        question=build(TEXT),
        key=build(TEXT),
        note=build(TEXT),
        sides=build(TEXT),
        cells=tuple(
            Cell(id=f"q/{n}", marks=build(st.lists(marks(), max_size=2).map(tuple)), sentence=build(TEXT))
            for n in range(count)
        ),
        pairs=build(st.sampled_from([(), (PartedPair(one=0, other=count - 1, parting=Parting.CANNOT, sentence=""),)])),
        link=build(LINKS),
        sentence=build(TEXT),
    )
    groups = (QuestionGroup(title=build(TEXT), rows=(row,)),)
    return Matrix(**build(headings()), columns=heads(count, build(TEXT)), groups=groups, wide=count <= 7)


@st.composite
def grids(build: st.DrawFn) -> AgreementGrid:
    count = build(st.integers(1, 40))
    shared = build(st.integers(0, 5))
    most = build(st.integers(0, shared))
    cell = PairCell(id="c", count=most, shared=shared, cannot=build(st.integers(0, most)), sentence=build(TEXT))
    rows = tuple(tuple(None if row == column else cell for column in range(count)) for row in range(count))
    return AgreementGrid(**build(headings()), heads=heads(count, build(TEXT)), rows=rows, closing=build(TEXT))


@st.composite
def timelines(build: st.DrawFn) -> Timeline:
    count = build(st.integers(1, 8))
    dates = tuple(
        AxisDate(date=build(TEXT), texts=(build(TEXT),), gap=build(TEXT), days=build(st.integers(0, 9999)), sentence="")
        for _ in range(count)
    )
    points = tuple(
        TimePoint(at=build(st.integers(0, count - 1)), sign=sign, mark=build(marks()), sentence=build(TEXT))
        for sign in build(st.lists(st.sampled_from(TimeSign), max_size=4))
    )
    row = TimeRow(id="r", text=build(TEXT), notes=(build(TEXT),), points=points, sentence=build(TEXT))
    return Timeline(**build(headings()), dates=dates, groups=(TimeGroup(title=build(TEXT), rows=(row,)),))


@st.composite
def crux_maps(build: st.DrawFn) -> CruxMap:
    """Maps whose arrows lead wherever they may, in circles too."""
    count = build(st.integers(1, 5))
    nodes = tuple(
        CruxNode(
            id=f"n{n}",
            question=build(TEXT),
            sides=(build(TEXT),),
            share=build(st.floats(0, 1)),
            parting=build(st.sampled_from([Parting.CANNOT, Parting.DISAGREES])),
            sentence=build(TEXT),
        )
        for n in range(count)
    )
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).filter(lambda both: both[0] != both[1])
    edges = tuple(
        CruxEdge(id=f"e{n}", source=f"n{one}", target=f"n{other}", label="all", count=1, whole=True, sentence="")
        for n, (one, other) in enumerate(build(st.lists(ends, max_size=3)) if count > 1 else [])
    )
    return CruxMap(**build(headings()), nodes=nodes, edges=edges)


@examples(80)
@given(matrices() | grids() | timelines() | crux_maps())
def test_any_drawing_is_safe_fits_and_is_the_same_twice(drawing: Table) -> None:
    svg = draw_any(drawing, ENGINE)
    assert svg == draw_any(drawing, ENGINE)
    root = ElementTree.fromstring(svg)
    assert root.get("width") == "880"
    assert int(root.get("height", "")) > 0
    assert root.findtext(f"{SVG}title") == clean(drawing.title)
    allowed = {"svg", "title", "desc", "style", "g", "a", "path", "polygon", "polyline", "ellipse", "rect", "text"}
    for part in root.iter():
        assert part.tag.removeprefix(SVG) in allowed
        for key, value in part.attrib.items():
            assert not key.lower().startswith("on")
            if key.endswith("href"):
                assert re.fullmatch(r"(\.\./)?[^:/]+\.svg(#\S+)?|https://example\.org/", value)


@examples(60)
@given(TEXT)
def test_any_question_is_shown_whole_and_as_itself(text: str) -> None:
    row = QuestionRow(id="x", question=text, cells=(), sentence=f"Asked: {text}")
    matrix = Matrix(title="T", description="D", columns=(), groups=(QuestionGroup(title="G", rows=(row,)),), wide=True)
    root = ElementTree.fromstring(draw_any(matrix, ENGINE))
    (group,) = (group for group in root.iter(f"{SVG}g") if group.get("id") == "x")
    assert group.findtext(f"{SVG}title") == clean(f"Asked: {text}")
    seen = "".join("".join("".join(line.itertext()) for line in group.iter(f"{SVG}text")).split())
    assert seen == "".join(clean(text).split())
