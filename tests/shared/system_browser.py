"""The Chromium of this system, driven by Playwright."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "chrome")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


def missing() -> str:
    """What is not there to drive a browser; empty where all is."""
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        return "Playwright is not there: it comes with the extra `browser`"
    return "" if _program() else f"none of {', '.join(PROGRAMS)} is installed"


@contextmanager
def started() -> Iterator[Any]:
    """A browser, until the block ends."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=_program(), args=ARGUMENTS)
        yield found
        found.close()


def _program() -> str | None:
    return next(filter(None, map(shutil.which, PROGRAMS)), None)
