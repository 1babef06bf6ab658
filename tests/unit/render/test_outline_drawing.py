import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from random import Random
from xml.etree import ElementTree

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from argmap.model.inference import StepRole
from argmap.render import graph_drawing, outline_dot
from argmap.render.drawing import Layout, draw, picture_stamp
from argmap.render.engine import Engine, EngineError, find_engine, lay_out
from argmap.render.heading import LegendEntry
from argmap.render.legend import legend_of
from argmap.render.outline_dot import Slot, spots_of
from argmap.render.stamp import stamp_of
from argmap.render.styles import GROUNDS, Tone, face_of_row, look_of
from argmap.view.outline import Effect, Fate, Form, Outline

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"


def test_every_card_and_line_says_what_it_is(everything: Outline, file_regression: FileRegressionFixture) -> None:
    root = ElementTree.fromstring(draw(everything, find_engine()))
    found = [f"title {root.findtext(f'{SVG}title')}", f"desc {root.findtext(f'{SVG}desc')}"]
    for group in root.iter(f"{SVG}g"):
        if group.findtext(f"{SVG}title"):
            link = next((each.get(HREF, "") for each in group.iter(f"{SVG}a")), "")
            parts = (f"[{group.get('class')}]", group.get("id", ""), link, group.findtext(f"{SVG}title"))
            found.append(" ".join(part for part in parts if part))
    file_regression.check("\n".join(found) + "\n", encoding="utf-8")


def test_the_same_picture_gives_the_same_bytes_and_bears_its_stamp(everything: Outline) -> None:
    engine = find_engine()
    svg = draw(everything, engine)
    assert svg == draw(everything, engine)
    assert stamp_of(svg) == picture_stamp(everything, engine)


def test_a_picture_is_as_wide_as_the_column_where_it_is_read(everything: Outline) -> None:
    root = ElementTree.fromstring(draw(everything, find_engine()))
    assert root.get("width") == "880"
    assert root.get("viewBox") == f"0 0 880 {root.get('height')}"
    assert root.get("lang") == "en"


@pytest.mark.parametrize("layout", Layout)
def test_no_text_is_too_small_to_be_read(everything: Outline, layout: Layout) -> None:
    root = ElementTree.fromstring(draw(everything, find_engine(), layout))
    sizes = {text.text: float(text.get("font-size", "0")) for text in root.iter(f"{SVG}text")}
    assert min(sizes.values()) >= 9.5
    assert layout is Layout.GRAPH or sizes["The text of one."] == 13
    assert not re.search(r"scale\(", ElementTree.tostring(root, encoding="unicode"))


@pytest.mark.parametrize("layout", Layout)
def test_every_colour_has_a_dark_one(everything: Outline, layout: Layout) -> None:
    root = ElementTree.fromstring(draw(everything, find_engine(), layout))
    style = root.findtext(f"{SVG}style") or ""
    assert "prefers-color-scheme:dark" in style
    for part in root.iter():
        for paint in ("fill", "stroke"):
            colour = part.get(paint, "none")
            assert colour == "none" or f'[{paint}="{colour}"]' in style


def test_words_can_be_read_on_every_card() -> None:
    for form in (Form.THESIS, Form.ROOT, Form.CARD):
        for effect in Effect:
            face = face_of_row(form, effect, Fate.SAME)
            assert face.text in GROUNDS[face.fill]
            if form is Form.CARD:
                assert {look_of(role).ink for role in StepRole} <= set(GROUNDS[face.fill])


def test_red_is_for_what_cannot_both_be_right() -> None:
    used = {look_of(role).ink for role in StepRole} | {look_of(role).line for role in StepRole}
    used |= {face_of_row(form, effect, fate).outline for form in Form for effect in Effect for fate in Fate}
    assert Tone.CONFLICT not in used


def meanings(legend: Sequence[LegendEntry]) -> list[str]:
    return [entry.meaning for entry in legend]


def test_a_legend_has_what_occurs_and_nothing_else(alone: Outline, everything: Outline) -> None:
    assert meanings(legend_of(alone.rows)) == []
    assert meanings(legend_of(everything.rows)) == [
        "the thesis",
        "speaks for the card above it, one step left",
        "thick line: only taken together",
        "speaks against it, and is conceded",
        "speaks against it, and is left open",
        "then it does not hold",
        "whether that step holds",
        "then it holds",
        "else it does not hold",
        "why it is so",
        "spells it out",
        "sets the scene",
        "counts against the claim at the top",
        "neither for nor against it",
        "left unsaid, and supplied",
        "supposed, not asserted",
        "how firmly, whichever way",
        "cannot both hold",
        "stands under that one, too",
        "drawn elsewhere, with that id at the lower right",
    ]


def test_a_card_that_is_lost_is_an_error(everything: Outline, monkeypatch: pytest.MonkeyPatch) -> None:
    def lay_out_badly(dot: str, engine: Engine) -> bytes:
        return lay_out(dot, engine).replace(b"<title>k3</title>", b"<title>x</title>")

    monkeypatch.setattr(outline_dot, "lay_out", lay_out_badly)
    with pytest.raises(EngineError, match="lost a card"):
        draw(everything, find_engine())


def test_a_line_of_a_graph_that_is_lost_is_asked_for_straight(
    everything: Outline, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []

    def lay_out_badly(dot: str, engine: Engine) -> bytes:
        given.append(dot)
        whole = lay_out(dot, engine)
        return whole if "splines=line" in dot else whole.replace(b'id="e3"', b'id="x"')

    monkeypatch.setattr(graph_drawing, "lay_out", lay_out_badly)
    assert b"`by-because` does something" in draw(everything, find_engine(), Layout.GRAPH)
    assert len(given) == 2
    monkeypatch.setattr(graph_drawing, "lay_out", lambda dot, engine: lay_out(dot, engine).replace(b'id="e3"', b""))
    with pytest.raises(EngineError, match="lost a card or a line"):
        draw(everything, find_engine(), Layout.GRAPH)


@pytest.mark.parametrize("answer", [b"<svg", b"<html/>", b"\xff\xfe\x00"])
def test_an_answer_that_is_no_drawing_is_an_error(
    everything: Outline, monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    stub: Callable[..., bytes] = lambda dot, engine: answer  # noqa: E731
    monkeypatch.setattr(outline_dot, "lay_out", stub)
    with pytest.raises(EngineError):
        draw(everything, find_engine())


def outline(rows: int, seed: int) -> list[Slot]:
    chance = Random(seed)
    depth, found = 0, []
    for place in range(rows):
        depth = max(0, min(9, depth + chance.choice((1, 1, 0, 0, 0, -1, -2, -3)))) if place else 0
        found.append(Slot(depth, int(852 - 28.5 * depth), chance.choice((19, 27, 44, 61)), apart=not depth))
    return found


@pytest.mark.parametrize("rows,seed", [(2, 1), (9, 2), (30, 3), (80, 4), (200, 5)])
def test_cards_stand_in_reading_order_those_of_one_depth_under_each_other(rows: int, seed: int) -> None:
    slots = outline(rows, seed)
    spots = spots_of(slots, find_engine())
    for (upper, above), below in pairwise(zip(spots, slots, strict=True)):
        assert below[0].y >= upper.y + above.height + 7
    lefts: dict[int, set[float]] = {}
    for spot, slot in zip(spots, slots, strict=True):
        lefts.setdefault(slot.depth, set()).add(spot.x)
    assert all(len(found) == 1 for found in lefts.values())
    in_order = [min(lefts[depth]) for depth in sorted(lefts)]
    assert all(26 <= right - left <= 30 for left, right in pairwise(in_order))
    trunks: dict[int, set[float]] = {}
    for spot, slot in zip(spots, slots, strict=True):
        trunks.setdefault(slot.depth, set()).add(spot.trunk)
    assert all(max(found) - min(found) <= 0.5 for found in trunks.values())


def test_places_of_outlines_beside_each_other_are_kept_free() -> None:
    one = [Slot(0, 407, 44), Slot(0, 4, 60, empty=True), Slot(1, 378, 61)]
    other = [Slot(0, 407, 44), Slot(1, 378, 60), Slot(0, 4, 61, empty=True)]
    left, right = (spots_of(slots, find_engine()) for slots in (one, other))
    assert [spot.y for spot in left] == [spot.y for spot in right]


def test_an_outline_without_rows_has_no_layout(everything: Outline) -> None:
    empty = Outline(title="Nothing", description="Nothing.", rows=())
    assert b"Nothing" in draw(empty, find_engine())


def test_cards_of_a_graph_do_not_overlap(everything: Outline) -> None:
    root = ElementTree.fromstring(draw(everything, find_engine(), Layout.GRAPH))
    boxes = []
    for group in root.iter(f"{SVG}g"):
        box = group.find(f"{SVG}rect") if (group.get("class") or "").startswith("card") else None
        if box is not None:
            x, y = map(float, re.findall(r"[-\d.]+", group.get("transform", "")))
            boxes.append((x, y, x + float(box.get("width", "0")), y + float(box.get("height", "0"))))
    assert len(boxes) > 10
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
