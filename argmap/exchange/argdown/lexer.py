"""The text of an Argdown file -> tokens, each with its line: titles, texts, data, symbols, and how deep they stand.

A text goes on until an empty line, or until a line that begins with a relation symbol, a list marker, ``(1)``, ``--``,
a heading or a definition.  Work is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from lark import Token

from argmap.exchange.argdown.elements import RawData
from argmap.exchange.argdown.inline import TAG

BLANK = "BLANK"
"""The token of one or several empty lines; it ends a block."""
_LINE_BEGINS = re.compile(
    r"(?P<INFERENCE>--)|(?P<RELATION><\+|\+>|\+|<-|->|-|><|_>|<_|_(?=\s|\Z))"
    r"|(?P<NUMBER>\(\d{1,9}\))|(?P<BULLET>(?:\d{1,9}\.|\*)(?=\s|\Z))"
)
_HEADING = re.compile(r"#+(?= )")
_FRONT_MATTER = re.compile(r"\s*(={3,})")
_TITLE = re.compile(r"\[(?!-)([^\]\n]+)\](?!\()|<(?!-)([^>\n]+)>")
_ONLY_TAGS = re.compile(rf"[ \t]*(?:{TAG}[ \t]*)*(?=\Z|\n|\{{|//|/\*|<!--)")
_COMMENT = re.compile(r"(?<!:)//|/\*|<!--")
_PLAIN = re.compile(r"[^\\/<{\n]+")
_BRACES = re.compile(r'\\.|"(?:[^"\\\n]|\\.)*"|[{}]', re.DOTALL)
_COLLAPSED = re.compile(r"-{3,}[ \t]*(?=\n|\Z)")
_HYPHENS = re.compile(r"-{2,}")


class Word(StrEnum):
    """The tokens of the grammar."""

    HEADING = "HEADING"
    TEXT = "TEXT"
    DATA = "DATA"
    STATEMENT_DEFINITION = "STATEMENT_DEFINITION"
    STATEMENT_REFERENCE = "STATEMENT_REFERENCE"
    ARGUMENT_DEFINITION = "ARGUMENT_DEFINITION"
    ARGUMENT_REFERENCE = "ARGUMENT_REFERENCE"
    RELATION = "RELATION"
    NUMBER = "NUMBER"
    INFERENCE = "INFERENCE"
    BULLET = "BULLET"
    INDENT = "_INDENT"
    LIST_INDENT = "_LIST_INDENT"
    DEDENT = "_DEDENT"


class Lexer:
    """One text.

    Attributes:
        front_matter: What stands between ``===`` at its beginning, if anything does.
        comments: The lines on which comments begin.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1
        self._counted = 0
        self._indent = 0
        self._levels = [0]
        self._braces = _matching(text)
        self._found: dict[str, tuple[int, int]] = {}
        self.front_matter: RawData | None = None
        self.comments: list[int] = []
        self._read_front_matter()

    def _read_front_matter(self) -> None:
        match = _FRONT_MATTER.match(self._text)
        end = self._text.find("===", match.end()) if match is not None else -1
        if match is not None and end >= 0:
            self.front_matter = RawData(self._text[match.end() : end], match[0].count("\n") + 1)
            self._at = end
            while self._at < len(self._text) and self._text[self._at] == "=":
                self._at += 1

    def tokens(self) -> Iterator[Token]:
        """All tokens in order."""
        text = self._text
        if self._skip():
            yield self._token(BLANK, "")
        while self._at < len(text):
            begins = _LINE_BEGINS.match(text, self._at)
            heading = _HEADING.match(text, self._at)
            if heading is not None:
                yield from self._to_level(0)
                yield self._token(Word.HEADING, heading[0])
                self._at = heading.end()
                yield from self._text_tokens()
            elif begins is None:
                yield from self._content()
            elif begins.lastgroup == Word.INFERENCE:
                yield from self._to_level(0)
                yield from self._inference()
            else:
                kind = begins.lastgroup or ""
                # A list stands deeper than the text above it, at any indent.
                indent = 0 if kind == Word.NUMBER else self._indent + (kind == Word.BULLET)
                yield from self._to_level(indent, Word.LIST_INDENT if kind == Word.BULLET else Word.INDENT)
                yield self._token(kind, begins[0])
                self._at = begins.end()
                yield from self._content()
            if self._blank:
                yield from self._to_level(0)
                yield self._token(BLANK, "")
        yield from self._to_level(0)

    # --- Where things are

    def _token(self, kind: str, value: str, at: int | None = None) -> Token:
        at = self._at if at is None else at
        if at > self._counted:
            self._line += self._text.count("\n", self._counted, at)
            self._counted = at
        return Token(kind, value, line=self._line)

    def _next(self, what: str, begin: int) -> int:
        """Where something stands next; nothing is looked for twice.  -1 where it does not."""
        since, found = self._found.get(what, (-1, -2))
        if found == -2 or not since <= begin or (found >= 0 and found < begin):
            found = self._text.find(what, begin)
            self._found[what] = (begin, found)
        return found

    def _to_level(self, indent: int, opens: Word = Word.INDENT) -> Iterator[Token]:
        """What opens or closes, where a line stands so deep; between two levels it is on the one that is less deep."""
        if indent > self._levels[-1]:
            self._levels.append(indent)
            yield self._token(opens, "")
        while indent < self._levels[-1]:
            if len(self._levels) == 2 and indent:
                self._levels[-1] = indent
                return
            self._levels.pop()
            yield self._token(Word.DEDENT, "")

    def _skip(self) -> bool:
        """Go on to the next thing that stands at the beginning of a line; whether an empty line comes before it."""
        text, length = self._text, len(self._text)
        self._blank = False
        begin = text.rfind("\n", 0, self._at) + 1 if self._at else 0
        # What has been read of this line already does not make it empty.
        fresh = begin == self._at
        while self._at < length:
            sign = text[self._at]
            if sign == "\n":
                self._blank = self._blank or fresh
                fresh = True
                self._at += 1
                begin = self._at
            elif sign in " \t":
                self._at += 1
            else:
                end = self._comment_end()
                if not end:
                    break
                fresh = False
                self._at = end
        self._indent = self._at - begin
        return self._blank

    def _comment_end(self) -> int:
        """Where a comment that begins here ends, which is counted; 0 where none does."""
        match = _COMMENT.match(self._text, self._at)
        if match is None:
            return 0
        close = {"//": "\n", "/*": "*/", "<!--": "-->"}[match[0]]
        end = self._next(close, match.end())
        if end < 0 and match[0] != "//":
            return 0
        self.comments.append(self._token(BLANK, "").line or 0)
        return len(self._text) if end < 0 else end + (0 if match[0] == "//" else len(close))

    # --- What a line holds

    def _content(self) -> Iterator[Token]:
        """A title, if there is one, and the text behind it."""
        text = self._text
        while text[self._at : self._at + 1] in (" ", "\t"):
            self._at += 1
        begin = self._at
        if text.startswith("{", begin) and self._data_end():
            yield from self._text_tokens()
            return
        title = _TITLE.match(text, begin)
        if title is not None:
            sort = "STATEMENT" if title[1] is not None else "ARGUMENT"
            name = (title[1] or title[2]).strip()
            if text.startswith(":", title.end()):
                yield self._token(f"{sort}_DEFINITION", name)
                self._at = title.end() + 1
                yield from self._text_tokens()
                return
            tags = _ONLY_TAGS.match(text, title.end())
            if tags is not None:
                yield self._token(f"{sort}_REFERENCE", name)
                self._at = tags.end()
                if not text.startswith("{", self._at) or self._data_end():
                    yield self._token(Word.TEXT, tags[0])
                    yield from self._behind()
                    return
                self._at = title.end()
        yield from self._text_tokens()

    def _behind(self) -> Iterator[Token]:
        """The data behind a text, if there is any; then the beginning of the next line."""
        end = self._data_end()
        if end:
            yield self._token(Word.DATA, self._text[self._at : end])
            self._at = end
        self._skip()

    def _data_end(self) -> int:
        """Where data that begins here ends, behind which nothing stands in its line; 0 where none begins."""
        end = self._braces.get(self._at, -1) + 1
        if not end or self._text[self._at] != "{":
            return 0
        at = end
        while self._text[at : at + 1] in (" ", "\t"):
            at += 1
        return end if at >= len(self._text) or self._text[at] == "\n" or _COMMENT.match(self._text, at) else 0

    def _text_tokens(self) -> Iterator[Token]:
        """A text, perhaps of several lines, and the data behind it."""
        text, length = self._text, len(self._text)
        begun = self._token(Word.TEXT, "")
        parts: list[str] = []
        self._blank = False
        while self._at < length:
            plain = _PLAIN.match(text, self._at)
            if plain is not None:
                parts.append(plain[0])
                self._at = plain.end()
                continue
            sign = text[self._at]
            if sign == "{" and self._data_end():
                yield Token(Word.TEXT, "".join(parts), line=begun.line)
                yield from self._behind()
                return
            if sign == "\n":
                self._skip()
                if self._blank or self._at >= length or self._ends_text():
                    break
                parts.append("\n")
                continue
            end = self._comment_end() if sign in "/<" else 0
            if end:
                self._at = end
                continue
            width = 2 if sign == "\\" else 1
            parts.append(text[self._at : self._at + width])
            self._at += width
        yield Token(Word.TEXT, "".join(parts), line=begun.line)

    def _ends_text(self) -> bool:
        """Whether the line that begins here is another thing than more of a text."""
        if _LINE_BEGINS.match(self._text, self._at) or _HEADING.match(self._text, self._at):
            return True
        title = _TITLE.match(self._text, self._at)
        return title is not None and self._text.startswith(":", title.end())

    def _inference(self) -> Iterator[Token]:
        """``----``, or ``--``, the rules and data, and ``--``."""
        text = self._text
        begin = self._at
        collapsed = _COLLAPSED.match(text, begin)
        if collapsed is not None:
            yield self._token(Word.INFERENCE, "")
            self._at = collapsed.end()
            self._skip()
            return
        end = self._next("--", begin + 2)
        paragraph = self._next("\n\n", begin)
        if end < 0 or 0 <= paragraph < end:
            # It is never closed: what stands in its line is taken for the rules.
            end = self._next("\n", begin)
            end = len(text) if end < 0 else end
            yield self._token(Word.INFERENCE, text[begin + 2 : end])
            self._at = end
            self._skip()
            return
        brace = self._next("{", begin)
        close = self._braces.get(brace, -1)
        if 0 <= brace < end and close > 0:
            if close > end:
                end = self._next("--", close)
            if end > 0 and not text[close + 1 : end].strip():
                yield self._token(Word.INFERENCE, text[begin + 2 : brace])
                yield self._token(Word.DATA, text[brace : close + 1], brace)
            else:
                end = close + 1
                yield self._token(Word.INFERENCE, text[begin + 2 : end])
        else:
            yield self._token(Word.INFERENCE, text[begin + 2 : end])
        hyphens = _HYPHENS.match(text, end)
        self._at = hyphens.end() if hyphens is not None else end
        self._skip()


def _matching(text: str) -> dict[int, int]:
    """By each brace that opens, the one that closes it; between them, quotes hide braces."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    at = 0
    while (match := _BRACES.search(text, at)) is not None:
        sign = match[0][0]
        at = match.end()
        if sign == "{":
            opened.append(match.start())
        elif sign == "}" and opened:
            pairs[opened.pop()] = match.start()
        elif sign == '"' and not opened:
            at = match.start() + 1
    return pairs
