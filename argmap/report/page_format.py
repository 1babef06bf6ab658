"""The formats of a page, as `--format` calls them: each shows every block of `argmap.report.page`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from argmap.report.page import Block
from argmap.report.terminal_text import PLAIN, Palette


class PageFormat(StrEnum):
    """In which a page can be told."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


def told(page: Iterable[Block], form: PageFormat, width: int = 100, palette: Palette = PLAIN) -> Iterator[str]:
    """A page in parts: block by block, each as soon as it is known, but for HTML, which is one part.

    Args:
        page: What is told.
        form: In which format.
        width: Of a terminal, in columns.
        palette: Colours of a terminal.
    """
    match form:
        case PageFormat.TEXT:
            from argmap.report.terminal import terminal_parts

            yield from terminal_parts(page, width, palette)
        case PageFormat.MARKDOWN:
            from argmap.report.markdown import markdown_parts

            yield from markdown_parts(page)
        case PageFormat.HTML:
            from argmap.report.html import html

            yield html(page)
