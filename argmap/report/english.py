"""Small words of English that every report needs: lists, counts, quotations."""

from __future__ import annotations


def listed(things: list[str] | tuple[str, ...]) -> str:
    """``a, b and c``."""
    return things[0] if len(things) == 1 else f"{', '.join(things[:-1])} and {things[-1]}" if things else ""


def counted(number: int, thing: str, several: str = "") -> str:
    """``1 issue``, ``2 issues``."""
    return f"{number} {thing if number == 1 else several or thing + 's'}"


def first_upper(text: str) -> str:
    """The text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def quoted(text: str) -> str:
    """User's words in quotation marks, on one line."""
    shown = one_line(text)
    # A sentence inside a sentence ends without its own full stop.
    return f"“{shown[:-1] if shown.endswith('.') and not shown.endswith('..') else shown}”"


def one_line(text: str) -> str:
    """Paragraphs run together."""
    return " ".join(text.split("\n"))
