"""`argmap explain`: what a code means, and the whole language."""

from __future__ import annotations

from argmap.source.codes import page

LANGUAGE = "language"
"""What to ask for to read the language reference."""


def explain(topic: str) -> str:
    """The page of a code, or the language reference, as Markdown.

    Raises:
        KeyError: There is no such code.
    """
    return language() if topic.casefold() == LANGUAGE else page(topic.upper())


def language() -> str:
    """The language reference, as Markdown."""
    from importlib.resources import files

    return files("argmap.language").joinpath("reference.md").read_text(encoding="utf-8")
