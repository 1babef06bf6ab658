"""The tables of a comparison and the crux map as SVG: what is readable, what stays in its box, what is told of it."""

import re
from collections.abc import Callable
from xml.etree import ElementTree

import attrs
import pytest

from argmap.render.drawing import draw_any, stamp_of_any
from argmap.render.engine import EngineError, find_engine
from argmap.render.stamp import stamp_of
from argmap.render.styles import Tone
from argmap.render.text_lines import width
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
HEADING = {"title": "A picture", "subtitle": ("2 texts",), "description": "What it shows."}
HEBREW = "מי צריך להוביל את המועצה הזאת בשנים הבאות ולמה"
LONG = "Unbreakable" * 12
YES = AnswerMark(sign="+", words="yes", place=AnswerPlace.FIRST)
NO = AnswerMark(sign="−", words="no (likely)", place=AnswerPlace.LAST, firmness=2, unsaid=True)


def heads(count: int, name: str = "A text") -> tuple[HolderHead, ...]:
    return tuple(HolderHead(id=f"h{n}", name=f"{name} {n}", sentence=f"Text {n}") for n in range(count))


def matrix(count: int = 3, question: str = "Can it act?", name: str = "A text", **row: object) -> Matrix:
    marks = [YES, NO, AnswerMark(sign="a", words="The council", place=AnswerPlace.OWN, firmness=1, rejected=True)]
    cells = tuple(
        Cell(
            id=f"q/{n}",
            marks=() if n == count - 1 else (marks[n % 3],),
            parting=Parting.CANNOT,
            sentence=f"Text {n} answers",
        )
        for n in range(count)
    )
    known: dict[str, object] = {"id": "q", "question": question, "cells": cells, "sentence": "The whole question?"}
    return Matrix(
        **HEADING,
        columns=heads(count, name),
        groups=(QuestionGroup(title="In dispute: 1 question", rows=(QuestionRow(**(known | row)),)),),  # type: ignore[arg-type]
        wide=count <= 7,
    )


def grid(count: int = 3, name: str = "A text") -> AgreementGrid:
    def cell(row: int, column: int) -> PairCell | None:
        if row == column:
            return None
        return PairCell(id=f"{row}/{column}", count=2, shared=4, cannot=int(row > column), sentence=f"{row}, {column}")

    cells = tuple(tuple(cell(row, column) for column in range(count)) for row in range(count))
    return AgreementGrid(**HEADING, heads=heads(count, name), rows=cells)


def timeline(text: str = "It stands.") -> Timeline:
    dates = tuple(
        AxisDate(date=year, texts=(f"Text of {year}",), gap=gap, days=900, sentence=year)
        for year, gap in (("2008", ""), ("2021", "13 years"))
    )
    points = tuple(
        TimePoint(at=at, sign=sign, mark=mark, sentence=f"{sign} then")
        for at, sign, mark in (
            (0, TimeSign.SAID, None),
            (0, TimeSign.ANSWERED, YES),
            (1, TimeSign.REPLACED, None),
            (1, TimeSign.CAME, None),
            (1, TimeSign.FAILED, None),
        )
    )
    row = TimeRow(id="t", text=text, notes=(text,), points=points, sentence="It stands no longer")
    return Timeline(**HEADING, dates=dates, groups=(TimeGroup(title="1 statement no longer so", rows=(row,)),))


def cruxes(question: str = "Can it act?") -> CruxMap:
    nodes = tuple(
        CruxNode(
            id=f"n{n}", question=question, sides=("A: yes",), decides="decides 1", share=n / 2, sentence=f"Node {n}"
        )
        for n in range(3)
    )
    edges = tuple(
        CruxEdge(
            id=f"e{n}",
            source=f"n{n}",
            target=f"n{n + 1}",
            label="its only reason",
            count=1,
            whole=True,
            sentence="It depends",
        )
        for n in range(2)
    )
    return CruxMap(**HEADING, nodes=nodes, edges=edges)


DRAWINGS = {
    "matrix": matrix(),
    "a matrix of signs": matrix(38, key="a The council", sides="+ ↔ − 3/4"),
    "grid": grid(),
    "a grid of bars": grid(38),
    "timeline": timeline(),
    "cruxes": cruxes(),
    "Hebrew": matrix(3, HEBREW, "טקסט"),
    "names on end": matrix(20, HEBREW, LONG),
    "long words": matrix(3, LONG, LONG),
    "long names": grid(9, LONG),
    "a long statement": timeline(f"{LONG} {HEBREW}"),
    "a long crux": cruxes(f"{LONG} {HEBREW}"),
}
drawings = pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=DRAWINGS)


def read(drawing: Table) -> ElementTree.Element:
    return ElementTree.fromstring(draw_any(drawing, ENGINE))


@drawings
def test_a_picture_is_880_pixels_wide_and_nothing_leaves_it(drawing: Table) -> None:
    root = read(drawing)
    assert root.get("width") == "880"
    high = int(root.get("height", ""))
    for text in root.iter(f"{SVG}text"):
        x, y, size = (float(text.get(key, "0")) for key in ("x", "y", "font-size"))
        assert size >= 9.5
        across = width(text.text or "", size, bold=text.get("font-weight") == "bold")
        if text.get("transform"):
            # On end: it reads upwards from its place.
            assert y - across >= 0
            assert y <= high
            assert 0 <= x <= 880
        else:
            left = x - across if (text.get("text-anchor") == "end") is not (text.get("direction") == "rtl") else x
            assert left >= 0
            assert left + across <= 880 + 1
            assert 0 < y < high
    for box in root.iter(f"{SVG}rect"):
        x, y, across, down = (float(box.get(key, "0")) for key in ("x", "y", "width", "height"))
        assert x >= 0
        assert x + across <= 880
        assert y >= 0
        assert y + down <= high


@drawings
def test_every_colour_is_a_tone_with_a_dark_one(drawing: Table) -> None:
    root = read(drawing)
    style = root.findtext(f"{SVG}style") or ""
    known = {tone.light for tone in Tone}
    used = {(paint, part.get(paint)) for part in root.iter() for paint in ("fill", "stroke")}
    for paint, colour in used - {("fill", None), ("stroke", None), ("fill", "none")}:
        assert colour in known
        assert f'[{paint}="{colour}"]' in style


@drawings
def test_a_picture_is_the_same_twice_and_bears_the_stamp_that_is_told_before_it_is_drawn(
    drawing: Table,
) -> None:
    svg = draw_any(drawing, ENGINE)
    assert svg == draw_any(drawing, ENGINE)
    assert stamp_of(svg) == stamp_of_any(drawing, ENGINE)
    assert stamp_of_any(attrs.evolve(drawing, title="Another"), ENGINE) != stamp_of_any(drawing, ENGINE)


def sentences(root: ElementTree.Element) -> list[str]:
    return [title.text or "" for group in root.iter(f"{SVG}g") for title in group.findall(f"{SVG}title")]


@pytest.mark.parametrize("count", [3, 38])
def test_what_was_looked_for_has_a_sign_and_both_silences_a_legend(count: int) -> None:
    def shown(*looked_for: bool) -> list[str]:
        drawn = matrix(count)
        row = drawn.groups[0].rows[0]
        cells = tuple(
            attrs.evolve(cell, marks=(), looked_for=looked) for cell, looked in zip(row.cells, looked_for, strict=False)
        )
        row = attrs.evolve(row, cells=(*cells, *row.cells[len(cells) : -1], attrs.evolve(row.cells[-1], marks=(YES,))))
        groups = (attrs.evolve(drawn.groups[0], rows=(row,)),)
        texts = (text.text or "" for text in read(attrs.evolve(drawn, groups=groups)).iter(f"{SVG}text"))
        return [text for text in texts if text == "–" or "silent" in text or "looked" in text]

    assert shown(True, False) == ["–", "looked for, and not there", "silent, and perhaps nobody looked", "–"]
    assert shown(True) == ["–", "looked for, and not there", "–"]
    assert shown(False) == ["silent"]


def test_rows_and_cells_are_read_in_order_and_each_says_what_it_is() -> None:
    pair = PartedPair(one=0, other=1, parting=Parting.CANNOT, sentence="Text 0 and Text 1 cannot both hold")
    found = sentences(read(matrix(3, pairs=(pair,))))
    assert found == [
        "Text 0",
        "Text 1",
        "Text 2",
        "The whole question?",
        "Text 0 answers",
        "Text 1 answers",
        "Text 2 answers",
        "Text 0 and Text 1 cannot both hold",
    ]
    assert sentences(read(timeline()))[2:] == ["It stands no longer", *(f"{sign} then" for sign in (
        "said", "answered", "replaced", "came", "failed"))]  # fmt: skip
    assert sentences(read(grid(2))) == ["Text 0", "Text 1", "Text 0", "0, 1", "Text 1", "1, 0"]
    assert sentences(read(cruxes())) == ["Node 0", "Node 1", "Node 2", "It depends", "It depends"]


def texts(drawing: Table) -> list[str]:
    return [text.text or "" for text in read(drawing).iter(f"{SVG}text")]


def test_a_legend_names_only_what_is_in_the_picture() -> None:
    shown = texts(matrix())
    assert {
        "yes, or the first end of a scale",
        "no, or the other end",
        "silent",
        "left unsaid, or only follows",
    } <= set(shown)
    assert not {"left open", "between the ends", "on a condition, or only granted"} & set(shown)
    assert not [text for text in shown if "both hold" in text]
    pair = PartedPair(one=0, other=1, parting=Parting.DISAGREES, sentence="They disagree")
    assert [text for text in texts(matrix(pairs=(pair,))) if "both hold" in text or "both can hold" in text] == [
        "these two disagree, and perhaps both can hold"
    ]


def red(drawing: Table) -> bool:
    return Tone.CONFLICT.light in draw_any(drawing, ENGINE).decode().partition("</style>")[2]


def test_red_is_for_what_cannot_both_hold_and_for_nothing_else() -> None:
    pair = PartedPair(one=0, other=1, parting=Parting.DISAGREES, sentence="They disagree")
    assert not red(matrix(pairs=(pair,)))
    assert red(matrix(pairs=(attrs.evolve(pair, parting=Parting.CANNOT),)))
    assert not red(timeline())
    assert not red(cruxes())
    assert red(
        attrs.evolve(cruxes(), nodes=tuple(attrs.evolve(node, parting=Parting.CANNOT) for node in cruxes().nodes))
    )
    assert red(grid())
    without = tuple(tuple(cell and attrs.evolve(cell, cannot=0) for cell in row) for row in grid().rows)
    assert not red(attrs.evolve(grid(), rows=without))


def test_questions_and_answers_are_whole_however_long() -> None:
    question = " ".join(f"word{n}" for n in range(40))
    shown = " ".join(texts(matrix(3, question)))
    assert all(f"word{n}" in shown for n in range(40))
    assert "…" not in shown


def test_on_one_line_rows_are_eighteen_pixels_apart() -> None:
    one = matrix()
    row = one.groups[0].rows[0]
    many = attrs.evolve(
        one, groups=(attrs.evolve(one.groups[0], rows=tuple(attrs.evolve(row, id=f"q{n}") for n in range(11))),)
    )
    high, higher = (int(read(each).get("height", "")) for each in (one, many))
    assert higher - high == 10 * 18


def test_the_engine_places_a_crux_and_every_arrow_leads_from_what_depends() -> None:
    root = read(cruxes())
    boxes = {
        group.findtext(f"{SVG}title"): float(next(group.iter(f"{SVG}rect")).get("x", "0"))
        for group in root.iter(f"{SVG}g")
        if (group.findtext(f"{SVG}title") or "").startswith("Node")
    }
    # What decides stands at the left.
    assert boxes["Node 2"] < boxes["Node 1"] < boxes["Node 0"]
    assert [text for text in texts(cruxes()) if text == "its only reason"] == ["its only reason"] * 2


def test_what_the_engine_loses_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def lose(found: Callable[[bytes], bytes]) -> None:
        monkeypatch.setattr("argmap.render.crux_drawing.lay_out", lambda dot, engine: found(engine.name.encode()))

    for answer in (b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"<svg", b""):
        lose(lambda _, answer=answer: answer)  # type: ignore[misc]
        with pytest.raises(EngineError):
            draw_any(cruxes(), ENGINE)


def test_names_on_end_stand_above_their_columns() -> None:
    turned = [text for text in read(matrix(38)).iter(f"{SVG}text") if text.get("transform")]
    assert len(turned) == 38
    assert all(re.fullmatch(r"rotate\(-90 [\d.]+ [\d.]+\)", text.get("transform", "")) for text in turned)
