"""Lines -> tokens: one token a line, INDENT and DEDENT around what stands deeper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import attrs
from lark import Token
from lark.lexer import Lexer, LexerState

from argmap.language.shapes import read
from argmap.language.tree import BLANKS, Content, Prose, RawLine, Refused, Word
from argmap.language.words import CLAIM_FIELDS, FIELDS, JOINING, KEYWORDS, VERBS
from argmap.source.text import Span

# Possessive quantifiers, and a run of blank lines in one match: each is linear however odd the input.
_BLANK = re.compile(r"(?:[ \t\r]*+\n)++|[ \t\r]++\Z")
_GOES_ON = re.compile(r"(?:[ \t\r]*+(?:#[^\n]*+)?\n)*+[ \t]*+\|")
_LINE = re.compile(r"([ \t]*+)([^\s:(|#\uff1a]*+)([^:\n]*+)(:?)([^\n]*+)\n?")
WIDTH = 2
"""Spaces a level."""
REFUSED = "REFUSED"
"""Type of the token of a line that could not be read; the grammar knows none of that name."""
GROUPS = {"VERB": VERBS, "CLAIM_FIELD": CLAIM_FIELDS}
"""The words between which the grammar makes no difference, by their terminal."""


_DEDENT = Token("_DEDENT", "")


@attrs.define
class Draft:
    """A line on its way through the parser, which fills in what stands above it.

    Attributes:
        content: None where the line was refused.
        refusal: Why it was.
        word: Its first word, whether or not the language knows it.
        width: Spaces before it.
        orphans: Whether lines that belong to a step stood below a refused line and were passed over with it.
        lacks: Whether a premise that is linked to this line's could not be read.
    """

    content: Content | None
    refusal: Refused | None
    depth: int
    span: Span
    comments: tuple[str, ...]
    after_blank: bool
    word: str
    width: int
    number: int = -1
    parent: int = -1
    joins: int = -1
    orphans: bool = False
    lacks: bool = False


class Piece(NamedTuple):
    """What the lexer reads: a range of a text, one statement long.

    Attributes:
        stands_in: What stands for a line that could not be read, so that what is under it is read all the same; None
            where that is passed over with it.
    """

    text: str
    start: int
    end: int
    stands_in: Callable[[Draft], None] | None = None


class LineToken(Token):
    """A token that carries the draft of a line."""

    __slots__ = ("draft",)
    draft: Draft


def token(kind: str, draft: Draft) -> LineToken:
    """A token for a line; its place stands on the draft, and so most of a token's attributes are never set."""
    made = str.__new__(LineToken)
    made.type = kind
    made.draft = draft
    return made


class LineLexer(Lexer):
    """Classifies lines by their first word, looked up in `GROUPS` and the terminals of the grammar."""

    __future_interface__ = 2

    def __init__(self, conf: Any) -> None:  # noqa: ANN401  (Lark gives its own configuration)
        self._kinds = {terminal.pattern.value: terminal.name for terminal in conf.terminals if terminal.pattern}
        for terminal, words in GROUPS.items():
            self._kinds |= dict.fromkeys(words, terminal)

    def lex(self, lexer_state: LexerState, parser_state: object) -> Iterator[Token]:  # noqa: ARG002
        """Yield the tokens of the `Piece` in ``lexer_state.text``."""
        depth = 0
        for draft in drafts(lexer_state.text):  # type: ignore[arg-type]
            if draft.content is None:
                yield token(REFUSED, draft)
                continue
            while depth > draft.depth:
                yield _DEDENT
                depth -= 1
            if draft.depth > depth:
                yield token("_INDENT", draft)
                depth += 1
            yield token(self._kinds[draft.word], draft)
        for _ in range(depth):
            yield _DEDENT


def drafts(piece: Piece) -> Iterator[Draft]:
    """The logical lines of a statement, each read alone, with its comments and its depth.

    What stands deeper than a refused line belongs to the gap that it leaves, and is passed over.  So are the lines
    right below it that belong to a step: it may be that one, and they must not join the step above instead.
    """
    text, position, end = piece.text, piece.start, piece.end
    comments: list[str] = []
    blank = False
    above = -1
    while position < end:
        run = _BLANK.match(text, position, end)
        if run:
            blank, position = True, run.end()
            continue
        match = _matched(text, position, end)
        if _is_comment(match):
            comments.append(_comment(match))
            position = match.end()
            continue
        raw, position, inner = _logical_line(match, end)
        # Comments among its `|` lines have no line of their own below them.
        draft = _draft(raw, match[1], above, (*comments, *inner), blank)
        comments, blank = [], False
        if draft.content is None and piece.stands_in is not None:
            # Only the first line of a statement stands at column 0, and one blank before a line is no level.
            draft.depth = min(max(draft.width // WIDTH, int(above >= 0)), above + 1)
            draft.content = _content_alone(raw)
            if draft.content is None:
                piece.stands_in(draft)
            above = draft.depth
        elif draft.content is None:
            position = _after_deeper(text, position, end, draft.width)
            if draft.word not in FIELDS:
                orphaned = _after_joining(text, position, end, match[1])
                draft.orphans, position = orphaned > position, orphaned
            draft.span = Span(draft.span.start, max(draft.span.end, position))
        else:
            above = draft.depth
        yield draft


class Ending(NamedTuple):
    """What stands after the last line of a statement, and belongs to what follows it.

    Attributes:
        blank: Whether there is a blank line among it.
        start: Where it begins, from the start of the text.
    """

    comments: tuple[str, ...] = ()
    blank: bool = False
    start: int = 0

    @classmethod
    def of(cls, piece: Piece) -> Ending:
        """That of one statement."""
        comments: list[str] = []
        blank = False
        # What follows the last line end is no line.
        text = piece.text[piece.start : piece.end].removesuffix("\n")
        end = piece.start + len(text)
        for line in reversed(text.split("\n")):
            stripped = line.strip(BLANKS)
            if stripped.startswith("#"):
                comments.append(stripped)
            elif stripped:
                break
            blank = blank or not stripped
            end -= len(line) + 1
        return cls(tuple(reversed(comments)), blank, min(max(end + 1, piece.start), piece.end))


def _matched(text: str, position: int, end: int) -> re.Match[str]:
    match = _LINE.match(text, position, end)
    assert match is not None  # every line matches, if only as prose
    return match


def _is_comment(match: re.Match[str]) -> bool:
    return not match[2] and match[3].lstrip(BLANKS).startswith("#")


def _comment(match: re.Match[str]) -> str:
    return (match[3] + match[4] + match[5]).strip(BLANKS)


def _logical_line(match: re.Match[str], end: int) -> tuple[RawLine, int, list[str]]:
    """A line with the ``|`` lines one level deeper that go on with it, where it ends, and comments among them."""
    indent, word, head, colon, prose = match.groups()
    start = match.start() + len(indent)
    head_start = start + len(word)
    head_end = head_start + len(head)
    position = match.end()
    if not colon:
        span = Span(start, max(head_start, head_start + len(head.rstrip(BLANKS))))
        return RawLine(Word(word, start), Word(head, head_start), None, span), position, []
    pieces = [_piece(prose, head_end + 1)]
    comments: list[str] = []
    if _GOES_ON.match(match.string, position, end):
        position, comments = _wrapped_lines(match.string, position, end, indent, pieces)
        pieces = _without_empty_ends(pieces)
    last = pieces[-1]
    text_end = last.start + len(last.text) if last.text else head_end + 1
    raw = RawLine(Word(word, start), Word(head, head_start), Prose(tuple(pieces)), Span(start, text_end))
    return raw, position, comments


def _wrapped_lines(text: str, position: int, end: int, indent: str, pieces: list[Word]) -> tuple[int, list[str]]:
    """Add the ``|`` lines from a position on; where they end, and the comments among them."""
    scan = position
    comments: list[str] = []
    passed: list[str] = []
    while scan < end:
        run = _BLANK.match(text, scan, end)
        if run:
            scan = run.end()
            continue
        following = _matched(text, scan, end)
        scan = following.end()
        if _is_comment(following):
            passed.append(_comment(following))
        elif not following[2] and following[3].startswith("|") and following[1] == indent + " " * WIDTH:
            pieces.append(_piece("".join(following.groups()[2:])[1:], following.start(3) + 1))
            position = scan
            comments += passed
            passed = []
        else:
            break
    return position, comments


def _without_empty_ends(pieces: list[Word]) -> list[Word]:
    first, last = 0, len(pieces)
    while last > 1 and not pieces[last - 1].text:
        last -= 1
    while first < last - 1 and not pieces[first].text:
        first += 1
    return pieces[first:last]


def _piece(said: str, start: int) -> Word:
    stripped = said.lstrip(BLANKS)
    return Word(stripped.rstrip(BLANKS), start + len(said) - len(stripped) if stripped else start)


def _draft(raw: RawLine, indent: str, above: int, comments: tuple[str, ...], blank: bool) -> Draft:
    draft = Draft(None, None, -1, raw.span, comments, blank, raw.keyword.text, len(indent.expandtabs(WIDTH)))
    try:
        draft.depth = _depth(raw, indent, above)
        draft.content = _content(raw)
    except Refused as refusal:
        draft.refusal = refusal
    return draft


def _content_alone(raw: RawLine) -> Content | None:
    """What a line says that may only stand too deep; None where it cannot be read."""
    try:
        return _content(raw)
    except Refused:
        return None


def _depth(raw: RawLine, indent: str, above: int) -> int:
    """Levels of indentation.

    Raises:
        Refused: There is a tab in it, it is no whole number of levels, or it skips one.
    """
    if not raw.keyword.text and raw.head.text.startswith("|"):
        # It is where it goes on that is wrong, and not how deep it stands.
        raise Refused("A010", "", raw.span)
    depth, odd = divmod(len(indent), WIDTH)
    if not odd and depth <= above + 1 and "\t" not in indent:
        return depth
    place = Span(raw.span.start - len(indent), raw.span.start)
    if "\t" in indent:
        raise Refused("A006", "a tab in the indentation", place, help=f"indent by {WIDTH} spaces a level")
    deepest = above + 1
    near = sorted({min(depth, deepest), min(depth + 1, deepest)} if odd else {deepest})
    choices = " or ".join(str(level * WIDTH) for level in near if level > 0)
    raise Refused(
        "A007",
        f"indented by {len(indent)} {'space' if len(indent) == 1 else 'spaces'}, "
        + (f"and a level is {WIDTH}" if odd else f"more than one level of {WIDTH} below the line above"),
        place,
        label="what stands deeper concerns what stands above",
        help=f"indent this line by {choices}",
    )


def _content(raw: RawLine) -> Content:
    word = raw.keyword.text
    if word not in KEYWORDS:
        raise Refused("A010", "", raw.keyword.span if word else raw.span)
    if raw.text is not None and raw.text.pieces and _glued(raw):
        colon = raw.head.span.end
        raise Refused(
            "A013",
            "a colon needs a space after it",
            Span(colon, colon + 1),
            help="write `: ` between what is ours and what is yours",
        )
    return read(raw)


def _glued(raw: RawLine) -> bool:
    assert raw.text is not None
    first = raw.text.pieces[0]
    return bool(first.text) and first.start == raw.head.span.end + 1


def _after_deeper(text: str, position: int, end: int, width: int) -> int:
    """Where the lines that are indented by more than a width end; comments after the last of them follow it."""
    reached = position
    while position < end:
        run = _BLANK.match(text, position, end)
        if run:
            position = run.end()
            continue
        match = _matched(text, position, end)
        if len(match[1].expandtabs(WIDTH)) <= width:
            break
        position = match.end()
        if not _is_comment(match):
            reached = position
    return reached


def _after_joining(text: str, position: int, end: int, indent: str) -> int:
    """Where the lines end that stand right here and belong to a step, with all that stands under them."""
    reached = scan = position
    while scan < end:
        run = _BLANK.match(text, scan, end)
        if run:
            scan = run.end()
            continue
        match = _matched(text, scan, end)
        scan = match.end()
        if _is_comment(match):
            continue
        if match[1] != indent or match[2] not in JOINING:
            break
        reached = scan = _after_deeper(text, scan, end, len(indent.expandtabs(WIDTH)))
    return reached
