"""What stands inside one line: ``WORDS``, perhaps with brackets, then perhaps ``: TEXT``."""

from __future__ import annotations

import re
from typing import NamedTuple, NoReturn

from argmap.language.ids import is_id, is_reference
from argmap.language.tree import (
    AnswerField,
    ClaimLine,
    Content,
    Field,
    LinkLine,
    Named,
    PlaceField,
    Prose,
    Reference,
    Word,
)
from argmap.language.words import DEGREES, NAMED, RESERVED, STEPS, VERBS
from argmap.source.nearest import nearest
from argmap.source.text import Span

BLANKS = " \t\r"
"""What is stripped from the ends of words and text; other white space is text like any other."""
_WORD = re.compile(r"[^\s,]+|,")
_PLACE = re.compile(r'(?:([0-9]{1,9})(?![0-9]))?[ \t]*+(?:["\u201c\u201d](.+)["\u201c\u201d])?')


class Refused(Exception):  # noqa: N818  (not an error of the program: a line that cannot be read)
    """A line that has not the shape of one; becomes a finding and a gap."""

    def __init__(self, code: str, message: str, span: Span, *, label: str = "", help: str = "") -> None:  # noqa: A002
        super().__init__(message)
        self.code, self.message, self.span, self.label, self.help = code, message, span, label, help


class RawLine(NamedTuple):
    """A line cut at its first colon.

    Attributes:
        keyword: Its first word.
        head: What stands between that word and the colon, and where.
        text: What stands after the colon, with the ``|`` lines that go on; None where there is no colon.
        span: All of it.
    """

    keyword: Word
    head: Word
    text: Prose | None
    span: Span


def read(line: RawLine) -> Content:
    """The content of a line whose first word is a keyword.

    Raises:
        Refused: The line has not the shape that its first word asks for.
    """
    word = line.keyword.text
    if word in VERBS and line.text is None:
        _refuse_missing_colon(line, _words(line.head))
    if "(" in line.head.text or ")" in line.head.text:
        _check_brackets(line.head)
    if word in STEPS:
        return _read_step(line)
    if word in VERBS:
        return _read_claim(line, None, None, line.keyword, line.head)
    if word in NAMED:
        return _read_named(line)
    if word == "link":
        return _read_link(line)
    if word == "answers":
        return _read_answer(line)
    if line.text is None:
        _refuse_missing_colon(line, _words(line.head))
    if line.head.text.strip(BLANKS):
        extra = _trimmed(line.head)
        raise Refused(
            "A014",
            f"`{word}` is followed by its colon",
            extra.span,
            label="no words belong here",
            help=f"write `{word}: ...`",
        )
    if word == "at":
        return _read_place(line)
    return Field(line.keyword, _text(line))


def _read_named(line: RawLine) -> Named:
    words = _words(line.head)
    keyword = line.keyword.text
    if not words:
        raise Refused("A015", f"`{keyword}` needs an id", line.keyword.span, help=f"write `{keyword} some-id: ...`")
    identifier = _one_id(words, line)
    if line.text is None and keyword == "author":
        return Named(line.keyword, identifier, None)
    return Named(line.keyword, identifier, _text(line))


def _read_step(line: RawLine) -> ClaimLine | Reference:
    head, scheme = _leading_bracket(line.head)
    if line.text is not None:
        verb, rest = _leading_verb(head)
        return _read_claim(line, line.keyword, scheme, verb, rest)
    words = _words(head)
    if not words:
        raise Refused(
            "A201",
            f"`{line.keyword.text}` has no premise",
            line.keyword.span,
            label="nothing is said here",
            help=f"write `{line.keyword.text}: TEXT`, or name a claim: `{line.keyword.text} some-claim`",
        )
    if len(words) > 1 or not is_reference(words[0].text):
        if words[0].text == "not":
            raise Refused(
                "A014",
                "`not` stands before a position, and nowhere else",
                words[0].span,
                label="a premise is not turned round",
                help=f"write `{line.keyword.text} denies some-id: TEXT`, or say the opposite in the text",
            )
        if words[0].text in VERBS and len(words) == 2 and is_reference(words[1].text):
            raise Refused(
                "A014",
                "a claim that is only named takes no verb",
                words[0].span,
                label="its attitude stands where the claim is stated",
                help=f"write `{line.keyword.text} {words[1].text}`, or add a colon and its text to state it here",
            )
        if len(words) == 1 and "\uff1a" not in words[0].text:
            _refuse_id(words[0], "letters, digits and single hyphens inside; a dot only after a document's id")
        _refuse_missing_colon(line, words)
    _check_reserved(words[0])
    return Reference(line.keyword, scheme, words[0].normal)


def _leading_verb(head: Word) -> tuple[Word | None, Word]:
    said = head.text.lstrip(BLANKS)
    first = said.partition(" ")[0].partition("\t")[0]
    if first not in VERBS:
        return None, head
    start = head.start + len(head.text) - len(said)
    return Word(first, start), Word(said[len(first) :], start + len(first))


def _read_claim(line: RawLine, step: Word | None, scheme: Word | None, verb: Word | None, head: Word) -> ClaimLine:
    head, strength = _trailing_bracket(head)
    words = _words(head)
    if scheme is not None and not words and strength is None and _is_strength(scheme.text):
        # `because (likely): TEXT`: with no name between them, a bracket could be either, and its word tells which.
        scheme, strength = None, scheme
    identifier: Word | None = None
    voices: tuple[tuple[Word, ...], ...] = ()
    if words and words[0].text != "from":
        upto = next((index for index, word in enumerate(words) if word.text == "from"), len(words))
        identifier = _one_id(words[:upto], line)
        words = words[upto:]
    if identifier is None and (verb is not None or words):
        said = verb or line.keyword
        raise Refused(
            "A015", f"`{said.text}` needs an id for its claim", said.span, help=f"write `{said.text} some-id ...: TEXT`"
        )
    if words:
        voices = _read_voices(words)
    return ClaimLine(step, scheme, verb, identifier, voices, strength, _text(line))


def _read_voices(words: list[Word]) -> tuple[tuple[Word, ...], ...]:
    """``from a quoting b, c`` as groups of holders, from the first who passes it on to those who hold it."""
    groups: list[tuple[Word, ...]] = []
    group: list[Word] = []
    expects_name = True
    for word in words[1:]:
        if word.text in (",", "quoting"):
            if expects_name:
                raise Refused("A015", f"a holder is missing before `{word.text}`", word.span, help="name an actor here")
            if word.text == "quoting":
                groups.append(tuple(group))
                group = []
            expects_name = True
        else:
            if not expects_name:
                raise Refused(
                    "A014",
                    f"`{word.text}` follows a holder without a comma",
                    word.span,
                    label="one id an actor",
                    help="join the words of an id by hyphens, and put a comma between two holders",
                )
            group.append(_checked_id(word))
            expects_name = False
    if expects_name:
        last = words[-1]
        raise Refused("A015", f"a holder is missing after `{last.text}`", last.span, help="name an actor here")
    groups.append(tuple(group))
    return tuple(groups)


def _read_link(line: RawLine) -> LinkLine:
    head, confidence = _trailing_bracket(line.head)
    words = _words(head)
    if len(words) != 3:
        raise Refused(
            "A014",
            "a link joins two claims, or two positions, by one relation",
            _trimmed(line.head).span if words else line.keyword.span,
            help="write `link document.claim contradicts other-document.claim: why`",
        )
    for end in (words[0], words[2]):
        if not is_reference(end.text):
            _refuse_id(end)
    text = _text(line) if line.text is not None else None
    return LinkLine(line.keyword, words[0].normal, words[1], words[2].normal, confidence, text)


def _read_answer(line: RawLine) -> AnswerField:
    words = _words(line.head)
    if line.text is None:
        _refuse_missing_colon(line, words)
    if not words:
        raise Refused(
            "A015", "`answers` needs the id of an issue", line.keyword.span, help="write `answers some-issue: position`"
        )
    issue = _one_id(words, line)
    text = _text(line)
    said = [
        Word(match.group(), piece.start + match.start())
        for piece in text.pieces
        for match in _WORD.finditer(piece.text)
    ]
    negated = said[0].text == "not"
    rest = said[1:] if negated else said
    if not rest or (len(rest) > 1 and rest[1].text != "from"):
        raise Refused(
            "A215",
            "an answer is one position",
            text.span,
            help="write `answers issue: position`, `... not position` or `... position from actor`; one line an answer",
        )
    if not is_id(rest[0].text):
        _refuse_id(rest[0])
    holders = _read_voices(rest[1:]) if len(rest) > 1 else ((),)
    if len(holders) > 1:
        raise Refused(
            "A215",
            "an answer names holders, and nobody who passes it on",
            text.span,
            help="the chain of `quoting` stands on the claim; here name only those whose stance it shows",
        )
    return AnswerField(line.keyword, issue, negated, rest[0].normal, holders[0])


def _read_place(line: RawLine) -> PlaceField:
    text = _text(line)
    piece = text.pieces[0]
    match = _PLACE.fullmatch(piece.text)
    if len(text.pieces) > 1 or match is None:
        raise Refused(
            "A216",
            "a place is a line number, a cue in double quotes, or both",
            text.span,
            help='write `at: "two to six words"` or `at: 186 "two to six words"`',
        )
    number = Word(match[1], piece.start) if match[1] else None
    cue = Word(match[2], piece.start + match.start(2)) if match[2] else None
    return PlaceField(line.keyword, number, cue)


def _text(line: RawLine) -> Prose:
    if line.text is None:
        _refuse_missing_colon(line, _words(line.head))
    pieces = line.text.pieces
    if not pieces[0].text and not any(piece.text for piece in pieces):
        raise Refused(
            "A017",
            f"`{line.keyword.text}` has no text after its colon",
            line.text.span if line.text.span.end > line.text.span.start else line.span,
            help="write the text after the colon, on the same line",
        )
    return line.text


def _words(head: Word) -> list[Word]:
    text = head.text.strip(BLANKS)
    if not text:
        return []
    if " " not in text and "," not in text and "\t" not in text:
        return [Word(text, head.start + head.text.index(text))]
    return [Word(match.group(), head.start + match.start()) for match in _WORD.finditer(head.text)]


def _one_id(words: list[Word], line: RawLine) -> Word:
    if len(words) > 1:
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
    return _checked_id(words[0])


def _or_a_verb(word: Word, line: RawLine) -> str:
    """What else the first of several words may be meant for: after a step word, a verb may stand before the id."""
    if line.keyword.text not in STEPS:
        return ""
    found = nearest(word.text, VERBS)
    verbs = f"`{found}`" if found else "one of " + ", ".join(f"`{verb}`" for verb in sorted(VERBS))
    return f", or, if `{word.text}` is meant as a verb, write {verbs}"


def _checked_id(word: Word) -> Word:
    if not is_id(word.text):
        _refuse_id(word)
    _check_reserved(word)
    return word.normal


def _check_reserved(word: Word) -> None:
    if word.text in RESERVED:
        raise Refused(
            "A016",
            f"`{word.text}` is a word of the language and cannot be an id",
            word.span,
            help=f"choose another id, such as `{word.text}-1`",
        )


def _refuse_id(word: Word, label: str = "letters, digits and single hyphens inside, no dot") -> NoReturn:
    raise Refused(
        "A015",
        f"`{word.text}` is no id",
        word.span,
        label=label,
        help="give it an id like `sco-role`",
    )


def _refuse_missing_colon(line: RawLine, words: list[Word]) -> NoReturn:
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


def _is_strength(text: str) -> bool:
    return all(degree in DEGREES for degree in text.split(".."))


def _check_brackets(head: Word) -> None:
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


def _leading_bracket(head: Word) -> tuple[Word, Word | None]:
    stripped = head.text.lstrip(BLANKS)
    if not stripped.startswith("("):
        return head, None
    start = head.start + len(head.text) - len(stripped)
    inside, _, rest = stripped[1:].partition(")")
    return Word(rest, start + len(inside) + 2), _bracketed(inside, start + 1)


def _trailing_bracket(head: Word) -> tuple[Word, Word | None]:
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
    word = _trimmed(Word(inside, start))
    if not word.text:
        raise Refused(
            "A014", "the bracket is empty", Span(start - 1, start + len(inside) + 1), help="fill it or drop it"
        )
    return word


def _trimmed(word: Word) -> Word:
    text = word.text.strip(BLANKS)
    return Word(text, word.start + word.text.index(text))
