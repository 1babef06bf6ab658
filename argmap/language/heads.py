"""The words and brackets before the colon: which words can be an id, and what is said where they cannot."""

from __future__ import annotations

import re
from typing import NoReturn

from argmap.language.ids import is_id, is_reference, normal
from argmap.language.tree import BLANKS, RawLine, Refused, Word
from argmap.language.words import NAMED, RESERVED, STEPS, VERBS
from argmap.source.nearest import nearest
from argmap.source.text import Span

WORD = re.compile(r"[^\s,]+|,")


def words_of(head: Word) -> list[Word]:
    """The words of a head with their places; a comma is a word of its own."""
    text = head.text.strip(BLANKS)
    if not text:
        return []
    if " " not in text and "," not in text and "\t" not in text:
        return [Word(text, head.start + head.text.index(text))]
    return [Word(match.group(), head.start + match.start()) for match in WORD.finditer(head.text)]


def one_id(words: list[Word], line: RawLine) -> Word:
    """The id that words are where there is but one of them, and it can be one.

    Raises:
        Refused: There are several, or it cannot.
    """
    if len(words) > 1:
        if words[0].text in STEPS and line.keyword.text in STEPS:
            _refuse_second_step(words[0], line)
        joined = "-".join(word.text for word in words if word.text != ",")
        if words[0].text not in VERBS and is_id(joined):
            raise Refused(
                "A015",
                "an id is one word",
                Span(words[0].start, words[-1].span.end),
                label=f"{len(words)} words stand where the id should be",
                help=f"join them by hyphens, `{joined}`" + _or_a_verb(words[0], line),
            )
        raise Refused("A015", "an id is one word", Span(words[0].start, words[-1].span.end), help="give it one id")
    return checked_id(words[0])


def _or_a_verb(word: Word, line: RawLine) -> str:
    """What else the first of several words may be meant for: after a step word, a verb may stand before the id."""
    if line.keyword.text not in STEPS:
        return ""
    found = nearest(word.text, VERBS)
    verbs = f"`{found}`" if found else "one of " + ", ".join(f"`{verb}`" for verb in sorted(VERBS))
    return f", or, if `{word.text}` is meant as a verb, write {verbs}"


def _refuse_second_step(word: Word, line: RawLine) -> NoReturn:
    first, second = line.keyword.text, word.text
    kept = second if second == "and" else first
    raise Refused(
        "A014",
        f"`{first}` and `{second}` begin one line, and a premise has one part",
        word.span,
        label="a second word for the part that it has",
        help=f"drop `{first if kept == second else second}` and keep `{kept}`"
        + (", which takes the premise together with those of the step above" if kept == "and" else ""),
    )


def checked_id(word: Word) -> Word:
    """The word as an id, in NFC.

    Raises:
        Refused: It cannot be one.
    """
    if not is_id(word.text):
        refuse_id(word)
    check_reserved(word)
    return word.normal


def check_reserved(word: Word) -> None:
    """See that a word is none of the language.

    Raises:
        Refused: It is.
    """
    if word.text in RESERVED:
        raise Refused(
            "A016",
            f"`{word.text}` is a word of the language and cannot be an id",
            word.span,
            help=f"choose another id, such as `{word.text}-1`",
        )


def refuse_id(
    word: Word, label: str = "letters, digits and single hyphens inside, no dot", *, reference: bool = False
) -> NoReturn:
    """Refuse a word as an id, or as a reference, which may have a dot.

    Raises:
        Refused: Always.
    """
    mended = _mended(word.text, reference=reference)
    raise Refused(
        "A015",
        f"`{word.text}` is no id",
        word.span,
        label=label,
        help=f"write `{mended}`" if mended else "give it an id like `sco-role`",
    )


def _mended(text: str, *, reference: bool) -> str:
    """The id that is meant, where it only has other marks than an id may have; else empty."""
    if reference:
        document, dot, name = text.partition(".")
        parts = [_mended(part, reference=False) for part in (document, name)]
        if dot and all(parts):
            return ".".join(parts)
    # Sign by sign, since a class of the regular expressions would drop the vowels of Indic and vocalised words.
    spaced = (sign if is_id(f"a{sign}") else " " for sign in normal(text))
    kept = "-".join("".join(spaced).split())
    return kept if is_id(kept) and kept not in RESERVED else ""


def refuse_missing_colon(line: RawLine, words: list[Word]) -> NoReturn:
    """Refuse a line whose text begins without a colon, and guess where it does.

    Raises:
        Refused: Always.
    """
    end = line.span.end
    wide = line.head.text.find("\uff1a")
    if wide >= 0:
        raise Refused(
            "A013",
            "this is a full-width colon",
            Span(line.head.start + wide, line.head.start + wide + 1),
            help="write a plain `:` and a space",
        )
    keyword = line.keyword.text
    if keyword in STEPS:
        _refuse_second_premise(line, words)
    form = keyword
    if keyword == "answers" or keyword in STEPS | VERBS | NAMED:
        form += f" {words[0].text if words and is_id(words[0].text) else 'some-id'}"
        words = words[1:]
    if words and words[0].text == "from":
        form += " from ..."
    raise Refused(
        "A012",
        "a colon is missing before the text",
        Span(words[0].start, end) if words else Span(end, end),
        label="is this its text?" if words else "no colon, no text",
        help=f"write `{form}: {'POSITION' if keyword == 'answers' else 'TEXT'}`",
    )


def _refuse_second_premise(line: RawLine, words: list[Word]) -> None:
    """Refuse a step that names two premises, or begins with two step words.

    Raises:
        Refused: It does.
    """
    if len(words) > 1 and words[0].text in STEPS:
        _refuse_second_step(words[0], line)
    names, between = words[::2], words[1::2]
    if len(names) != len(between) + 1 or not between or not all(word.text in ("and", ",") for word in between):
        return
    if all(is_reference(name.text) and name.text not in RESERVED for name in names):
        rest = ", ".join(f"`and {name.text}`" for name in names[1:])
        raise Refused(
            "A014",
            f"`{line.keyword.text}` names one premise",
            Span(between[0].start, names[-1].span.end),
            label="further premises stand in lines of their own",
            help=f"write `{line.keyword.text} {names[0].text}` and, right below it at the same level, {rest}"
            + "; if this is text, put a colon before it",
        )


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


def listed(inside: Word) -> tuple[Word, ...]:
    """The members of what a bracket holds, between its commas.

    Raises:
        Refused: Nothing stands before a comma, or behind one.
    """
    found = []
    start = inside.start
    for part in inside.text.split(","):
        member = trimmed(Word(part, start))
        if not member.text:
            raise Refused(
                "A014",
                "a scheme is missing beside the comma",
                inside.span,
                label="what stands between commas is one scheme",
                help="name it, or drop the comma",
            )
        found.append(member)
        start += len(part) + 1
    return tuple(found)


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
