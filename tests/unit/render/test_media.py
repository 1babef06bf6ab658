"""Pictures as PNG and PDF, and a page as PDF."""

import re
import sys
import zlib
from pathlib import Path
from struct import unpack

import pytest

from argmap.render import media
from argmap.render.engine import EngineError
from argmap.render.media import page_pdf, picture_as, png

PICTURE = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" '
    b'viewBox="0 0 %d %d"><style>@media (prefers-color-scheme:dark){[fill="#ffffff"]{fill:#10151d}}</style>'
    b'<rect width="10" height="10" fill="#ffffff"/><rect x="10" width="10" height="10" fill="#ff0000"/></svg>'
)


def picture(width: int, height: int) -> bytes:
    return PICTURE % (width, height, width, height)


def test_an_svg_stays_as_it_is() -> None:
    assert picture_as(picture(20, 10), "svg") == picture(20, 10)


def test_a_png_has_two_pixels_for_one_and_is_light() -> None:
    pytest.importorskip("resvg_py", reason="the extra `png` is not installed")
    made = png(picture(20, 10))
    assert made.startswith(b"\x89PNG")
    assert unpack(">II", made[16:24]) == (40, 20)
    assert (made[24], made[25]) == (8, 6), "eight bits for each of four colours"
    # Whatever filter the first row has, its first pixel stands as it is: nothing is above or before it.
    start = made.index(b"IDAT") + 4
    assert zlib.decompressobj().decompress(made[start:])[1:5] == b"\xff\xff\xff\xff", "paper, on dark systems, too"
    assert png(picture(20, 10)) == made


def test_a_picture_that_is_too_large_is_refused_before_it_fills_the_memory() -> None:
    pytest.importorskip("resvg_py", reason="the extra `png` is not installed")
    with pytest.raises(EngineError, match="too large for a PNG"):
        png(picture(880, 900_000))


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(EngineError, match=r"needs a library that is not there: `pip install 'argmap\[png\]'`"):
        picture_as(picture(20, 10), "png")


def test_a_missing_browser_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(media, "_USUAL", {})
    with pytest.raises(EngineError, match="none is there"):
        picture_as(picture(20, 10), "pdf")


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands for the browser")
def test_a_browser_that_fails_is_told_with_its_last_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    browser = tmp_path / "chromium"
    browser.write_text("#!/bin/sh\necho first >&2\necho no display >&2\nexit 3\n", encoding="utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineError, match=r"does not print \(exit code 3\): no display$"):
        page_pdf("<p>Trams")


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands for the browser")
def test_a_browser_out_of_a_project_is_not_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "arguments").mkdir()
    browser = tmp_path / "chromium"
    browser.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n", encoding="utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(media, "_USUAL", {})
    with pytest.raises(EngineError, match="none is there"):
        page_pdf("<p>Trams")
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(("height", "shown"), [(300, 300), (60_000, 19_000)])
def test_a_picture_is_one_page_of_its_size(height: int, shown: int) -> None:
    if media._browser(Path.cwd()) is None:
        pytest.skip(f"none of {', '.join(media.BROWSERS)} is installed")
    made = picture_as(picture(400, height), "pdf")
    assert made.startswith(b"%PDF")
    assert re.findall(rb"/Count (\d+)", made) == [b"1"]
    box = [float(number) for number in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", made)[0]]
    assert box[1] == pytest.approx(shown * 0.75, abs=3)
    assert b"D:19700101000000" in made
