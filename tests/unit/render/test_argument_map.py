import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from argmap.render import argument_map as drawing
from argmap.render.argument_map import draw, picture_stamp
from argmap.render.engine import Engine, EngineError, find_engine, lay_out
from argmap.render.stamp import stamp_of
from argmap.view.picture import ArgumentMap

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"


@pytest.fixture
def starts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the engine was given, each time it was started."""
    given: list[str] = []

    def counted(dot: str, engine: Engine) -> bytes:
        given.append(dot)
        return lay_out(dot, engine)

    monkeypatch.setattr(drawing, "lay_out", counted)
    return given


def losing(lost: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """An engine that loses a line the first few times."""
    given: list[str] = []

    def lay_out_badly(dot: str, engine: Engine) -> bytes:
        given.append(dot)
        whole = lay_out(dot, engine)
        return whole.replace(b'id="one/0/1"', b'id="gone"') if len(given) <= lost else whole

    monkeypatch.setattr(drawing, "lay_out", lay_out_badly)
    return given


def test_a_drawing_has_every_id_title_link_and_role(
    everything: ArgumentMap, file_regression: FileRegressionFixture
) -> None:
    root = ElementTree.fromstring(draw(everything, find_engine()))
    lines = [f"title {root.findtext(f'{SVG}title')}", f"desc {root.findtext(f'{SVG}desc')}"]
    for group in root.iter(f"{SVG}g"):
        if group.get("id"):
            link = next((each.get(HREF, "") for each in group.iter(f"{SVG}a")), "")
            parts = (group.get("id"), f"[{group.get('class')}]", link, group.findtext(f"{SVG}title"))
            lines.append(" ".join(part for part in parts if part))
    file_regression.check("\n".join(lines) + "\n", encoding="utf-8")


def test_the_same_picture_gives_the_same_bytes_with_one_start_each(everything: ArgumentMap, starts: list[str]) -> None:
    engine = find_engine()
    assert draw(everything, engine) == draw(everything, engine)
    assert len(starts) == 2


def test_the_root_says_how_large_it_is_in_pixels_and_bears_the_stamp(everything: ArgumentMap) -> None:
    engine = find_engine()
    svg = draw(everything, engine)
    root = ElementTree.fromstring(svg)
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    assert int(root.get("width", "")) <= 1600
    assert root.get("lang") == "en"
    assert stamp_of(svg) == picture_stamp(everything, engine)


def test_no_text_is_smaller_than_eleven_pixels(everything: ArgumentMap) -> None:
    root = ElementTree.fromstring(draw(everything, find_engine()))
    assert min(float(text.get("font-size", "0")) for text in root.iter(f"{SVG}text")) >= 11
    assert not re.search(r"scale\(", ElementTree.tostring(root, encoding="unicode"))


def test_every_colour_has_a_dark_one(everything: ArgumentMap) -> None:
    svg = draw(everything, find_engine()).decode()
    style = re.search(r"<style>(.*?)</style>", svg, re.DOTALL)
    assert style is not None
    assert "prefers-color-scheme:dark" in style[1]
    for part in ElementTree.fromstring(svg).iter():
        for paint in ("fill", "stroke"):
            colour = part.get(paint, "none")
            assert colour == "none" or f'[{paint}="{colour}"]' in style[1]


@pytest.mark.parametrize("lost", [1, 2])
def test_a_lost_line_is_found_by_asking_in_another_way(
    everything: ArgumentMap, monkeypatch: pytest.MonkeyPatch, lost: int
) -> None:
    given = losing(lost, monkeypatch)
    svg = draw(everything, find_engine())
    assert b'id="one/0/1"' in svg
    assert len(set(given)) == lost + 1


def test_a_line_that_is_lost_every_time_is_an_error(everything: ArgumentMap, monkeypatch: pytest.MonkeyPatch) -> None:
    given = losing(99, monkeypatch)
    with pytest.raises(EngineError, match="lost parts of “A picture”: one/0/1"):
        draw(everything, find_engine())
    assert len(given) == 3


@pytest.mark.parametrize("answer", [b"<svg", b"<html/>", b"\xff\xfe\x00"])
def test_an_answer_that_is_no_drawing_is_an_error(
    everything: ArgumentMap, monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    stub: Callable[..., bytes] = lambda dot, engine: answer  # noqa: E731
    monkeypatch.setattr(drawing, "lay_out", stub)
    with pytest.raises(EngineError, match="layout engine returned"):
        draw(everything, find_engine())
