"""BibTeX and BibLaTeX as a text -> entries with their fields, and LaTeX as plain text.

Each entry is read alone, so that one that is broken takes no other with it.  Work is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from unicodedata import normalize

import attrs

from argmap.exchange.loss import ForeignPlace, LossReport

MOST_CHARACTERS = 100_000
"""Of one value: macros that double each other would fill the memory."""
_BEGINS = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[({]", re.MULTILINE)
_HEAD = re.compile(r"@\s*([A-Za-z]+)\s*([({])")
_KEY = re.compile(r"\s*+([^\s,{}()\"=#%]*+)\s*+(?:,|(?=[})])|$)")
_FIELD = re.compile(r"[\s,]*+([^\s,{}()\"=#%]++)\s*+=\s*+")
_END = re.compile(r"[\s,]*+([})])")
_NAME = re.compile(r"[^\s,{}()\"=#%]+")
_SIGN = re.compile(r'\\.|[{}"]', re.DOTALL)
_JOIN = re.compile(r"\s*#\s*")
_MONTHS = {
    name: str(number) for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}


@attrs.frozen
class BibtexEntry:
    """An entry; the values of its fields are still LaTeX, by names in lower case."""

    kind: str
    key: str
    fields: Mapping[str, str]
    place: ForeignPlace


class _BrokenError(Exception):
    """An entry cannot be read further; says why."""


def entries(text: str, file: str, loss: LossReport) -> Iterator[BibtexEntry]:
    """The entries of a text; what is broken is left out and counted, with its line."""
    bounds = [*(match.start() for match in _BEGINS.finditer(text)), len(text)]
    macros = dict(_MONTHS)
    line, counted = 1, 0
    for start, end in pairwise(bounds):
        line += text.count("\n", counted, start)
        counted = start
        chunk = _Chunk(text[start:end], macros, ForeignPlace(file, f"line {line}"), loss)
        try:
            yield from chunk.entries(line)
        except _BrokenError as broken:
            loss.dropped("reference", str(broken), chunk.place)


class _Chunk:
    """The text from one entry up to the next that begins a line."""

    def __init__(self, text: str, macros: dict[str, str], place: ForeignPlace, loss: LossReport) -> None:
        self._text, self._macros, self.place, self._loss = text, macros, place, loss
        self._at = 0

    def entries(self, line: int) -> Iterator[BibtexEntry]:
        """The entry, and those that follow it on its last line; none where it is a macro, a preamble or a comment.

        Args:
            line: The number of the first line.
        """
        counted = 0
        while head := _HEAD.search(self._text, self._at):
            line += self._text.count("\n", counted, head.start())
            counted = head.start()
            self.place = ForeignPlace(self.place.file, f"line {line}")
            begin = self._text.rfind("\n", self._at, counted) + 1 or self._at
            self._at = head.end()
            if "%" in self._text[begin:counted]:
                self._loss.dropped("reference", "commented out", self.place)
                self._at = self._text.find("\n", head.start())
                if self._at < 0:
                    return
                continue
            kind, closing = head[1].lower(), "}" if head[2] == "{" else ")"
            if kind in ("comment", "preamble"):
                self._loss.dropped(kind, "no text of a document", self.place)
                return
            key = ""
            if kind != "string":
                found = _KEY.match(self._text, self._at)
                if found is None:
                    raise _BrokenError("no key is given")
                self._at, key = found.end(), found[1]
            fields = dict(self._fields())
            if kind == "string":
                self._macros.update(fields)
            else:
                yield BibtexEntry(kind, key, fields, self.place)
            end = _END.match(self._text, self._at)
            if end is None or end[1] != closing:
                self._loss.changed(
                    "reference", "read as far as it could be: a comma or a bracket is missing", self.place
                )
                return
            self._at = end.end()

    def _fields(self) -> Iterator[tuple[str, str]]:
        known: set[str] = set()
        while field := _FIELD.match(self._text, self._at):
            self._at = field.end()
            name, value = field[1].lower(), self._value()
            if name in known:
                self._loss.dropped("field", "given twice", self.place)
                continue
            known.add(name)
            if len(value) > MOST_CHARACTERS:
                self._loss.dropped("field", f"longer than {MOST_CHARACTERS:,} characters", self.place)
                continue
            yield name, value

    def _value(self) -> str:
        """Parts joined by ``#``."""
        parts = [self._part()]
        while join := _JOIN.match(self._text, self._at):
            self._at = join.end()
            parts.append(self._part())
            if sum(map(len, parts[-2:])) > MOST_CHARACTERS:
                parts = ["x" * (MOST_CHARACTERS + 1)]
        return "".join(parts) if sum(map(len, parts)) <= MOST_CHARACTERS else "x" * (MOST_CHARACTERS + 1)

    def _part(self) -> str:
        """A text in braces or quotes, a number, or a macro."""
        sign = self._text[self._at : self._at + 1]
        if sign in ("{", '"') and sign:
            return self._quoted(sign)
        name = _NAME.match(self._text, self._at)
        if name is None:
            raise _BrokenError("a value is missing")
        self._at = name.end()
        if name[0].isdecimal():
            return name[0]
        if name[0].lower() not in self._macros:
            self._loss.changed("macro", "taken as it stands, since it is not defined", self.place)
        return self._macros.get(name[0].lower(), name[0])

    def _quoted(self, opening: str) -> str:
        start = self._at + 1
        depth = 0
        for sign in _SIGN.finditer(self._text, start):
            if sign[0] == "{":
                depth += 1
            elif sign[0] == "}":
                if depth == 0 and opening == "{":
                    self._at = sign.end()
                    return self._text[start : sign.start()]
                depth -= 1
            elif sign[0] == '"' and opening == '"' and depth <= 0:
                self._at = sign.end()
                return self._text[start : sign.start()]
        raise _BrokenError("a brace or a quote is not closed")


# --- LaTeX

_ACCENTS = {
    **dict(zip("`'^\"~=.", "\u0300\u0301\u0302\u0308\u0303\u0304\u0307", strict=True)),
    **dict(zip("uvHckrbd", "\u0306\u030c\u030b\u0327\u0328\u030a\u0331\u0323", strict=True)),
}
_LETTERS = dict(
    pair.split("=")
    for pair in "ss=ß ae=æ AE=Æ oe=œ OE=Œ o=ø O=Ø aa=å AA=Å l=ł L=Ł i=i j=j dh=ð DH=Ð th=þ TH=Þ dj=đ DJ=Đ"
    " textendash=– textemdash=— textquoteright=’ textquoteleft=‘ textquotedblleft=“ textquotedblright=” ldots=…"
    " dots=… textbackslash=\\ textasciitilde=~ textasciicircum=^ S=§ pounds=£ copyright=© euro=€".split()
)
_SHORT_SIGNS = {"---": "—", "--": "–", "``": "“", "''": "”", "~": " "}
_TOKEN = re.compile(r"\\([A-Za-z]+)[ \t\n]*|\\(.)|([{}])|(---|--|``|''|~)|([^\\{}~`'-]+|.)", re.DOTALL)
_SILENT = frozenset(
    "emph textit textbf textsc textrm textsf texttt textup mkbibquote url href em it bf sc rm tt".split()
)


def plain_text(latex: str, place: ForeignPlace, loss: LossReport) -> str:
    r"""What LaTeX shows: letters with their accents; ``\par`` is a line end, and other commands leave their text."""
    found: list[str] = []
    accent = ""
    for command, escaped, brace, short, text in _TOKEN.findall(latex):
        shown = ""
        if command:
            if command == "par":
                shown = "\n"
            elif command in _LETTERS:
                shown = _LETTERS[command]
            elif command in _ACCENTS:
                accent = _ACCENTS[command]
            elif command not in _SILENT:
                loss.changed("command", "left out, and its text is kept", place)
        elif escaped:
            if escaped in _ACCENTS:
                accent = _ACCENTS[escaped]
            elif escaped == "\\":
                shown = " "
            elif escaped not in "-/,":
                shown = escaped
        elif not brace:
            shown = _SHORT_SIGNS[short] if short else " ".join(re.split(r"[ \t\n]+", text))
        if shown and accent:
            shown = shown.lstrip() or shown
            shown, accent = normalize("NFC", shown[0] + accent) + shown[1:], ""
        found.append(shown)
    return "".join(found)


def escaped_text(text: str) -> str:
    """A text as LaTeX that shows it as it is."""
    return _SPECIAL.sub(lambda match: _ESCAPED.get(match[0]) or f"\\{match[0]}", text)


_SPECIAL = re.compile(r"[\\~^{}#$%&_]|(?<=-)-|(?<=`)`|(?<=')'")
_ESCAPED = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "-": "{-}",
    "`": "{`}",
    "'": "{'}",
}
