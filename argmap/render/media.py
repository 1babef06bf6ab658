"""Pictures as PNG and PDF, and a page as PDF: by a library of an extra, and by a browser that is there.

The bytes depend on the fonts of the machine, so what `argmap build` writes for all to share is SVG.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from argmap.render.engine import EngineError

if TYPE_CHECKING:
    from collections.abc import Iterable

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
"""What the browsers that print are called, the first that is there first."""
_USUAL = {
    "darwin": (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ),
    "win32": (
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ),
}
"""Where they are on systems that have them on no PATH."""
_PAPER = "#ffffff"
_PIXELS = 2
"""Of a PNG for each of the picture, so that small letters stay sharp."""
_MOST_PIXELS = 150_000_000
"""Of a whole PNG: some 600 MB until it is packed."""
_TALLEST = 19_000
"""Pixels of a page in a PDF, which has 200 inches at most."""
_SECONDS = 120
_SIZE = re.compile(r'<svg [^>]*?\bwidth="(\d+(?:\.\d+)?)" height="(\d+(?:\.\d+)?)"')
_SAID = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}")
_PROLOGUE = re.compile(r"\A\ufeff?\s*(<\?xml[^>]*\?>)?\s*(<!DOCTYPE[^>]*>)?\s*")


def picture_as(svg: bytes, form: str) -> bytes:
    """A picture in one of the forms.

    Raises:
        EngineError: What it takes is not there, or the picture is too large.
    """
    if form == "png":
        return png(svg)
    return picture_pdf(svg) if form == "pdf" else svg


def png(svg: bytes) -> bytes:
    """A picture as PNG, on white paper.

    Raises:
        EngineError: The library is not there, or the picture is too large.
    """
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise EngineError("a PNG needs a library that is not there: `pip install 'argmap[png]'`") from None
    width, height = _size(svg)
    zoom = next((zoom for zoom in (_PIXELS, 1) if width * height * zoom**2 <= _MOST_PIXELS), 0)
    if not zoom:
        said = f"a picture of {width:.0f} times {height:.0f} pixels is too large for a PNG"
        raise EngineError(f"{said}; write it as SVG, or draw a part with `--focus`")
    return bytes(svg_to_bytes(svg_string=svg.decode(), background=_PAPER, zoom=zoom))


def picture_pdf(svg: bytes) -> bytes:
    """A picture as a PDF with one page of its size.

    Raises:
        EngineError: There is no browser, or it fails.
    """
    width, height = _size(svg)
    scale = min(1, _TALLEST / height)
    width, height = width * scale, height * scale
    # A browser rounds; a page that is too small by a hair would be two.
    page = f"@page{{size:{width + 1:.0f}px {height + 2:.0f}px;margin:0}}body{{margin:0}}"
    style = f"{page}svg{{display:block;width:{width:.0f}px;height:{height:.0f}px}}"
    picture = _PROLOGUE.sub("", svg.decode())
    return page_pdf(f'<!DOCTYPE html><meta charset="utf-8"><style>{style}</style>{picture}')


def page_pdf(html: str) -> bytes:
    """A page as PDF, as a browser prints it.

    Raises:
        EngineError: There is no browser, or it fails.
    """
    browser = _browser(Path.cwd())
    if browser is None:
        raise EngineError(
            "a PDF is printed by a browser, and none is there: install Chromium, Chrome or Edge, or print the HTML or "
            "SVG file yourself"
        )
    with TemporaryDirectory(prefix="argmap-print-", ignore_cleanup_errors=True) as name:
        page, printed = Path(name, "page.html"), Path(name, "page.pdf")
        page.write_text(html, encoding="utf-8")
        command = [browser, *_arguments(Path(name)), f"--print-to-pdf={printed}", page.as_uri()]
        try:
            ran = subprocess.run(command, cwd=name, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
        except (OSError, subprocess.TimeoutExpired) as error:
            raise EngineError(f"{browser} does not print: {error}") from None
        if ran.returncode or not printed.is_file():
            last = ran.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
            raise EngineError(": ".join((f"{browser} does not print (exit code {ran.returncode})", *last)))
        # The time of printing is nothing that the records say.
        return _SAID.sub(rb"\g<1>19700101000000", printed.read_bytes())


def _arguments(folder: Path) -> Iterable[str]:
    """A browser of its own that asks nobody, and shows nothing but the page."""
    yield from ("--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--no-pdf-header-footer")
    yield from ("--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND")
    yield f"--user-data-dir={folder / 'profile'}"
    if sys.platform != "win32" and os.geteuid() == 0:
        # As root it refuses to start otherwise, such as in a container.
        yield "--no-sandbox"


def _browser(folder: Path) -> str | None:
    from argmap.programs import find_program

    found = next(filter(None, (find_program(name, folder) for name in BROWSERS)), None)
    return found or next((path for path in _USUAL.get(sys.platform, ()) if Path(path).is_file()), None)


def _size(svg: bytes) -> tuple[float, float]:
    found = _SIZE.search(svg[:4096].decode("utf-8", "replace"))
    assert found is not None, "every picture of argmap says how large it is"
    return float(found[1]), float(found[2])
