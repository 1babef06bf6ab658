"""Brackets before the colon: a scheme right after a step word, a strength or a confidence right before the colon."""

from __future__ import annotations

from argmap.language.raw import BLANKS, Refused
from argmap.language.tree import Word
from argmap.source.text import Span


def check_brackets(head: Word) -> None:
    """See that every bracket is closed, and none stands in another.

    Raises:
        Refused: One is not.
    """
    if head.text.count("(") == head.text.count(")") == 1 and head.text.index("(") < head.text.index(")"):
        return
    opened = -1
    for at, mark in enumerate(head.text):
        here = Span(head.start + at, head.start + at + 1)
        if mark == "(" and opened >= 0:
            raise Refused("A014", "a bracket stands inside a bracket", here, help="keep one")
        if mark == ")" and opened < 0:
            raise Refused("A014", "this bracket was never opened", here, help="open it with `(`, or delete it")
        opened = at if mark == "(" else -1 if mark == ")" else opened
    if opened >= 0:
        raise Refused(
            "A014",
            "a bracket is not closed before the colon",
            Span(head.start + opened, head.span.end),
            help="close it with `)`; the first colon of a line ends what is ours, and prose begins",
        )


def leading_bracket(head: Word) -> tuple[Word, Word | None]:
    """What follows a bracket at the beginning, and what is in it; brackets are known to be closed."""
    stripped = head.text.lstrip(BLANKS)
    if not stripped.startswith("("):
        return head, None
    start = head.start + len(head.text) - len(stripped)
    inside, _, rest = stripped[1:].partition(")")
    return Word(rest, start + len(inside) + 2), _bracketed(inside, start + 1)


def trailing_bracket(head: Word) -> tuple[Word, Word | None]:
    """What precedes a bracket at the end, and what is in it; brackets are known to be closed.

    Raises:
        Refused: A bracket stands elsewhere, or there are two.
    """
    stripped = head.text.rstrip(BLANKS)
    if not stripped.endswith(")"):
        if "(" in stripped:
            at = stripped.index("(")
            raise Refused(
                "A014",
                "a bracket stands right before the colon, or right after a step word",
                Span(head.start + at, head.start + stripped.index(")") + 1),
                help="move the strength to just before the colon",
            )
        return head, None
    at = stripped.rindex("(")
    before = stripped[:at]
    if "(" in before:
        raise Refused(
            "A014",
            "two brackets in one place",
            Span(head.start + before.index("("), head.start + len(stripped)),
            help="keep one",
        )
    return Word(before, head.start), _bracketed(stripped[at + 1 : -1], head.start + at + 1)


def _bracketed(inside: str, start: int) -> Word:
    word = trimmed(Word(inside, start))
    if not word.text:
        raise Refused(
            "A014", "the bracket is empty", Span(start - 1, start + len(inside) + 1), help="fill it or drop it"
        )
    return word


def trimmed(word: Word) -> Word:
    """The word without blanks at its ends."""
    text = word.text.strip(BLANKS)
    return Word(text, word.start + word.text.index(text))
