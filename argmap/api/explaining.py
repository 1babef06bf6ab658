"""`argmap explain`: what a code means."""

from __future__ import annotations

from argmap.source.codes import page


def explain(code: str) -> str:
    """The page of a code, as Markdown.

    Raises:
        KeyError: There is no such code.
    """
    return page(code.upper())
