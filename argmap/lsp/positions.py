"""Lines and columns as an editor counts them, and the addresses by which it names files.

Inside, a place is a count of code points.  An editor counts lines from 0, and within a line the units of the encoding
that was agreed upon: a letter outside the basic plane is four units of UTF-8, two of UTF-16 and one of UTF-32.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import attrs
from lsprotocol import types

from argmap.source.text import SourceText, Span

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_DRIVE = re.compile(r"/[A-Za-z]:")


def _utf8(letter: str) -> int:
    code = ord(letter)
    return 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4


def _utf16(letter: str) -> int:
    return 1 if ord(letter) < 0x10000 else 2


_WIDTHS = {types.PositionEncodingKind.Utf8: _utf8, types.PositionEncodingKind.Utf16: _utf16}


@attrs.frozen
class Positions:
    """Places in one encoding; what lies beyond a line or a text is its end."""

    encoding: types.PositionEncodingKind = types.PositionEncodingKind.Utf16

    def offset(self, source: SourceText, position: types.Position) -> int:
        """The code point that a position means; inside a letter, where that begins."""
        if position.line >= source.line_count():
            return len(source.text)
        line = source.line(position.line + 1)
        return source.offset(position.line + 1) + self._code_points(line, position.character)

    def span(self, source: SourceText, range_: types.Range) -> Span:
        """The range of code points that an editor means."""
        start, end = self.offset(source, range_.start), self.offset(source, range_.end)
        return Span(start, max(start, end))

    def position(self, source: SourceText, offset: int) -> types.Position:
        """How an editor counts a code point; one between CR and LF is the end of its line."""
        offset = min(max(offset, 0), len(source.text))
        number, column = source.position(offset)
        before = source.line(number)[: column - 1]
        return types.Position(number - 1, self.units(before))

    def range(self, source: SourceText, span: Span) -> types.Range:
        """How an editor counts a range."""
        return types.Range(self.position(source, span.start), self.position(source, span.end))

    def units(self, text: str) -> int:
        """How many units a text is long."""
        if self.encoding is types.PositionEncodingKind.Utf32 or text.isascii():
            return len(text)
        return sum(map(_WIDTHS[self.encoding], text))

    def changed(self, source: SourceText, changes: Iterable[types.TextDocumentContentChangeEvent]) -> SourceText:
        """A text after changes, each of which stands in the text as the one before left it."""
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                span = self.span(source, change.range)
                text = source.text[: span.start] + well_formed(change.text) + source.text[span.end :]
            else:
                text = well_formed(change.text)
            source = SourceText(source.name, text)
        return source

    def _code_points(self, line: str, units: int) -> int:
        if self.encoding is types.PositionEncodingKind.Utf32 or line.isascii():
            return min(units, len(line))
        width, taken = _WIDTHS[self.encoding], 0
        for number, letter in enumerate(line):
            taken += width(letter)
            if taken > units:
                return number
        return len(line)


def agreed_encoding(capabilities: types.ClientCapabilities) -> types.PositionEncodingKind:
    """The first encoding that an editor offers and that is known here; UTF-16 is what all can do."""
    offered: Sequence[str] = (capabilities.general.position_encodings if capabilities.general else None) or ()
    known = {kind.value: kind for kind in types.PositionEncodingKind}
    return next((known[str(one)] for one in offered if str(one) in known), types.PositionEncodingKind.Utf16)


def well_formed(text: str) -> str:
    """A text as it would be saved: half of a letter, which JSON can hold and a file cannot, is U+FFFD."""
    return text if text.isascii() else _LONE_SURROGATE.sub("\ufffd", text)


def path_of(address: str) -> Path | None:
    """The file that an address means, whether there is one or not; None for what is in no file."""
    try:
        parts = urlsplit(address)
        path = unquote(parts.path, errors="surrogateescape")
    except ValueError:
        return None
    if parts.scheme != "file" or not path.startswith("/") or "\0" in path:
        return None
    if parts.netloc not in ("", "localhost"):
        path = f"//{parts.netloc}{path}"
    return Path(path[1:] if _DRIVE.match(path) else path)


def address_of(path: Path) -> str:
    """The address of a file by its absolute path."""
    text = path.as_posix()
    host, rest = ("", text if text.startswith("/") else f"/{text}")
    if text.startswith("//"):
        host, _, rest = text[2:].partition("/")
        rest = f"/{rest}"
    return f"file://{host}{quote(rest, safe='/~', errors='surrogateescape')}"
