"""What stands inside one line: ``WORDS``, perhaps with brackets, then perhaps ``: TEXT``."""

from __future__ import annotations

import re
from typing import NoReturn

from argmap.language import heads
from argmap.language.ids import is_id, is_reference
from argmap.language.tree import (
    BLANKS,
    AnswerField,
    ClaimLine,
    Content,
    Field,
    LinkLine,
    Named,
    PlaceField,
    Prose,
    RawLine,
    Reference,
    Refused,
    Word,
)
from argmap.language.words import DEGREES, NAMED, STEPS, VERBS

_SAID = re.compile(r"\([^()]*+\)?+|\)|[^\s,()]++|,")
"""The words of an answer: each bracket is one, and so is a comma."""
_PLACE = re.compile(r'(?:(?:(p\.)[ \t]*+)?([0-9]{1,9})(?![0-9]))?[ \t]*+(?:["\u201c\u201d](.+)["\u201c\u201d])?')


def read(line: RawLine) -> Content:
    """The content of a line whose first word is a keyword.

    Raises:
        Refused: The line has not the shape that its first word asks for.
    """
    word = line.keyword.text
    if word in VERBS and line.text is None:
        heads.refuse_missing_colon(line, heads.words_of(line.head))
    if "(" in line.head.text or ")" in line.head.text:
        heads.check_brackets(line.head)
    if word in STEPS:
        return _read_step(line)
    if word in VERBS:
        return _read_claim(line, None, (), line.keyword, line.head)
    if word in NAMED:
        return _read_named(line)
    if word == "link":
        return _read_link(line)
    if word == "answers":
        return _read_answer(line)
    if line.text is None:
        heads.refuse_missing_colon(line, heads.words_of(line.head))
    if line.head.text.strip(BLANKS):
        extra = heads.trimmed(line.head)
        raise Refused(
            "A014",
            f"`{word}` is followed by its colon",
            extra.span,
            label="no words belong here",
            help=f"write `{word}: ...`",
        )
    if word in ("at", "step-at"):
        return _read_place(line)
    return Field(line.keyword, _text(line))


def _read_named(line: RawLine) -> Named:
    words = heads.words_of(line.head)
    keyword = line.keyword.text
    if not words:
        raise Refused("A015", f"`{keyword}` needs an id", line.keyword.span, help=f"write `{keyword} some-id: ...`")
    if line.text is None and len(words) > 1:
        heads.refuse_missing_colon(line, words)
    identifier = heads.one_id(words, line)
    if line.text is None and keyword == "author":
        return Named(line.keyword, identifier, None)
    return Named(line.keyword, identifier, _text(line))


def _read_step(line: RawLine) -> ClaimLine | Reference:
    head, bracket = heads.leading_bracket(line.head)
    schemes = heads.listed(bracket) if bracket is not None else ()
    if line.text is not None:
        verb, rest = _leading_verb(head)
        return _read_claim(line, line.keyword, schemes, verb, rest)
    words = heads.words_of(head)
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
            heads.refuse_id(
                words[0],
                "letters, digits and single hyphens inside; a dot only after a document's id",
                reference=True,
            )
        heads.refuse_missing_colon(line, words)
    heads.check_reserved(words[0])
    return Reference(line.keyword, schemes, words[0].normal)


def _leading_verb(head: Word) -> tuple[Word | None, Word]:
    said = head.text.lstrip(BLANKS)
    first = said.partition(" ")[0].partition("\t")[0]
    if first not in VERBS:
        return None, head
    start = head.start + len(head.text) - len(said)
    return Word(first, start), Word(said[len(first) :], start + len(first))


def _read_claim(
    line: RawLine, step: Word | None, schemes: tuple[Word, ...], verb: Word | None, head: Word
) -> ClaimLine:
    head, strength = heads.trailing_bracket(head)
    words = heads.words_of(head)
    first = schemes[0] if len(schemes) == 1 else None
    if first is not None and not words and strength is None and _is_strength(first.text):
        # `because (likely): TEXT`: with no name between them, a bracket could be either, and its word tells which.
        schemes, strength = (), first
    identifier: Word | None = None
    voices: tuple[tuple[Word, ...], ...] = ()
    if words and words[0].text != "from":
        upto = next((index for index, word in enumerate(words) if word.text == "from"), len(words))
        identifier = heads.one_id(words[:upto], line)
        words = words[upto:]
    if identifier is None and (verb is not None or words):
        said = verb or line.keyword
        raise Refused(
            "A015", f"`{said.text}` needs an id for its claim", said.span, help=f"write `{said.text} some-id ...: TEXT`"
        )
    if words:
        voices = _read_voices(words)
    return ClaimLine(step, schemes, verb, identifier, voices, strength, _text(line))


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
                # A name with a blank in it: whose id is meant is known to whoever knows all actors.
                heads.check_reserved(word)
                group[-1] = _joined(group[-1], word)
                continue
            group.append(heads.checked_id(word))
            expects_name = False
    if expects_name:
        last = words[-1]
        raise Refused("A015", f"a holder is missing after `{last.text}`", last.span, help="name an actor here")
    groups.append(tuple(group))
    return tuple(groups)


def _joined(first: Word, second: Word) -> Word:
    text = f"{first.text} {second.text}"
    return Word(text, first.start, second.span.end - first.start - len(text))


def _read_link(line: RawLine) -> LinkLine:
    head, confidence = heads.trailing_bracket(line.head)
    words = heads.words_of(head)
    if len(words) != 3:
        raise Refused(
            "A014",
            "a link joins two claims, or two positions, by one relation",
            heads.trimmed(line.head).span if words else line.keyword.span,
            help="write `link document.claim contradicts other-document.claim: why`",
        )
    for end in (words[0], words[2]):
        if not is_reference(end.text):
            heads.refuse_id(end, reference=True)
    text = _text(line) if line.text is not None else None
    return LinkLine(line.keyword, words[0].normal, words[1], words[2].normal, confidence, text)


def _read_answer(line: RawLine) -> AnswerField:
    words = heads.words_of(line.head)
    if line.text is None:
        heads.refuse_missing_colon(line, words)
    if not words:
        raise Refused(
            "A015", "`answers` needs the id of an issue", line.keyword.span, help="write `answers some-issue: position`"
        )
    issue = heads.one_id(words, line)
    text = _text(line)
    said = [
        Word(match.group(), piece.start + match.start())
        for piece in text.pieces
        for match in _SAID.finditer(piece.text)
    ]
    negated = bool(said) and said[0].text == "not"
    rest = said[1:] if negated else said
    if not rest:
        _refuse_answer(text)
    position, *after = rest
    strength = _strength_of(after, text)
    if position.text.startswith(("(", ")")):
        _refuse_strength(position)
    if after and after[0].text != "from":
        _refuse_answer(text)
    if not is_id(position.text):
        heads.refuse_id(position)
    holders = _read_voices(after) if after else ((),)
    if len(holders) > 1:
        raise Refused(
            "A215",
            "an answer names holders, and nobody who passes it on",
            text.span,
            help="the chain of `quoting` stands on the claim; here name only those whose stance it shows",
        )
    return AnswerField(line.keyword, issue, negated, position.normal, holders[0], strength)


def _strength_of(after: list[Word], text: Prose) -> Word | None:
    """The strength in what follows a position, from which it is taken: at once behind that or, as once, at the end."""
    found = [number for number, word in enumerate(after) if word.text.startswith(("(", ")"))]
    if len(found) > 1:
        raise Refused(
            "A215",
            "an answer has one strength",
            text.span,
            label=f"{len(found)} brackets stand after the position",
            help="keep the one that says how firmly the answer is given, right behind the position",
        )
    if not found:
        return None
    word = after.pop(found[0])
    strength = word.text[1:-1]
    if not word.text.endswith(")") or not strength.strip(BLANKS) or found[0] not in (0, len(after)):
        _refuse_strength(word)
    return heads.trimmed(Word(strength, word.start + 1))


def _refuse_strength(word: Word) -> NoReturn:
    raise Refused(
        "A215",
        "a strength stands right behind the position, in one bracket",
        word.span,
        help="write `answers issue: position (likely)`, or `... position (likely) from actor`",
    )


def _refuse_answer(text: Prose) -> NoReturn:
    raise Refused(
        "A215",
        "an answer is one position",
        text.span,
        help="write `answers issue: position`, `... not position`, `... position (likely)` or "
        "`... position from actor`; one line an answer",
    )


def _read_place(line: RawLine) -> PlaceField:
    word, text = line.keyword.text, _text(line)
    piece = text.pieces[0]
    match = _PLACE.fullmatch(piece.text)
    if len(text.pieces) > 1 or match is None:
        raise Refused(
            "A216",
            "a place is a line number or a page, a cue in double quotes, or both",
            text.span,
            help=f'write `{word}: "two to six words"`, or before it a line, `{word}: 186 "..."`, or a page, `p. 12`',
        )
    number = Word(match[2], piece.start + match.start(2)) if match[2] else None
    cue = Word(match[3], piece.start + match.start(3)) if match[3] else None
    line_number, page = (None, number) if match[1] else (number, None)
    return PlaceField(line.keyword, line_number, cue, page)


def _text(line: RawLine) -> Prose:
    if line.text is None:
        heads.refuse_missing_colon(line, heads.words_of(line.head))
    pieces = line.text.pieces
    if not pieces[0].text and not any(piece.text for piece in pieces):
        raise Refused(
            "A017",
            f"`{line.keyword.text}` has no text after its colon",
            line.text.span if line.text.span.end > line.text.span.start else line.span,
            help="write the text after the colon, on the same line",
        )
    return line.text


def _is_strength(text: str) -> bool:
    return all(degree in DEGREES for degree in text.split(".."))
