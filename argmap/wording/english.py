"""Small words of English that everything needs: lists, counts, verbs, quotations, and texts cut to a length."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

_LONGEST = 140
"""Characters beyond which a text is cut within a sentence."""


def listed(things: Sequence[str]) -> str:
    """``a, b and c``."""
    return "".join(things) if len(things) < 2 else f"{', '.join(things[:-1])} and {things[-1]}"


def joined_clauses(clauses: Sequence[str]) -> str:
    """``A says so, B denies it, and C is silent``."""
    return "".join(clauses) if len(clauses) < 2 else f"{', '.join(clauses[:-1])}, and {clauses[-1]}"


def beginning_of(things: Sequence[str], most: int) -> str:
    """``a, b and 2 more``."""
    more = f" and {len(things) - most} more" if len(things) > most else ""
    return f"{', '.join(things[:most])}{more}"


def counted(number: int, thing: str, several: str = "") -> str:
    """``1 issue``, ``2,000 issues``."""
    return f"{number:,} {thing if number == 1 else several or thing + 's'}"


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def number_word(number: int) -> str:
    """``no``, ``two``; from thirteen in digits."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


class Form(Enum):
    """How a verb is written."""

    ONE = "answers"
    SEVERAL = "answer"
    ONGOING = "answering"
    PAST = "answered"
    """Of somebody whose name may be one or several: only the past hides which."""


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


def ordinal(number: int) -> str:
    """``first``, ``second``; from the seventh in digits."""
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def form_of(number: int) -> Form:
    """The form of what so many do."""
    return Form.ONE if number == 1 else Form.SEVERAL


_PAST = {"say": "said", "speak": "spoke", "hold": "held", "give": "gave", "leave": "left", "deny": "denied"}


def verb(word: str, form: Form) -> str:
    """A regular verb, or ``be``, in a form; what stands behind it stays: ``leans against``."""
    word, *rest = word.split(" ", 1)
    if form is Form.PAST:
        return " ".join((_PAST.get(word, f"{word.removesuffix('e')}ed"), *rest))
    if word == "be":
        return " ".join(({Form.ONE: "is", Form.SEVERAL: "are", Form.ONGOING: "being"}[form], *rest))
    match form:
        case Form.ONE:
            consonant = word[-2:-1] not in "aeou"
            ending = "ies" if word.endswith("y") and consonant else "es" if word.endswith("o") else "s"
            word = f"{word.removesuffix('y') if ending == 'ies' else word}{ending}"
        case Form.ONGOING:
            word = f"{word.removesuffix('e')}ing"
        case _:
            pass
    return " ".join((word, *rest))


def first_upper(text: str) -> str:
    """The text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def first_lower(text: str) -> str:
    """A phrase as a part of a sentence."""
    return text[:1].lower() + text[1:]


def within_sentence(name: str) -> str:
    """A name that does not begin its sentence: ``the United States``."""
    return f"the {name.removeprefix('The ')}" if name.startswith("The ") else name


def stopped(sentence: str) -> str:
    """A sentence with its full stop, unless it ends in a question."""
    return sentence if sentence.rstrip("”").endswith(("?", "!")) else f"{sentence}."


def quoted(text: str) -> str:
    """User's words in quotation marks, on one line."""
    shown = one_line(text)
    # A sentence inside a sentence ends without its own full stop.
    return f"“{shown[:-1] if shown.endswith('.') and not shown.endswith('..') else shown}”"


def briefly_quoted(text: str) -> str:
    """User's words in quotation marks, cut where they would fill a sentence; the whole stands beside it."""
    return quoted(shortened(text, _LONGEST))


def one_line(text: str) -> str:
    """Paragraphs run together."""
    return " ".join(text.split("\n"))


def single_spaced(text: str) -> str:
    """A text on one line, whatever white space stands in it, with one space where there was any."""
    return " ".join(text.split())


def shortened(text: str, most: int) -> str:
    """A text on one line, cut between words where it has more characters."""
    shown = one_line(text)
    return shown if len(shown) <= most else f"{shown[:most].rpartition(' ')[0] or shown[:most]}…"
