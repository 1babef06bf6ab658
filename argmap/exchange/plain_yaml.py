"""YAML from strangers, without a library: mappings, lists and scalars in block and in flow style.

Every scalar is a text, or None where it is left out or `null`.  Nothing is constructed and nothing grows: tags, anchors
and aliases are refused, and so is what nests too deeply.  Work is linear in the size of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import ClassVar, NoReturn, Union

Data = Union[None, str, "list[Data]", "dict[str, Data]"]

_NULLS = ("", "~", "null", "Null", "NULL")
_MOST_DEEP = 60
_ESCAPED = re.compile(
    r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U000[0-9a-fA-F]{5}|U0010[0-9a-fA-F]{4}|\n[ \t]*|.)", re.DOTALL
)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "_": "\u00a0", "N": "\u0085", "L": "\u2028", "P": "\u2029"}
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*+)"', re.DOTALL)
_SINGLE = re.compile(r"'((?:[^']|'')*+)'")
_BLOCK_SCALAR = re.compile(r"[|>][-+0-9]{0,2}[ \t]*(?:#.*)?")
_COMMENT = re.compile(r"(?:^|[ \t])#.*")
_SPACES = re.compile(r"[ \t\n]*(?:#[^\n]*[ \t\n]*)*+")
_PLAIN_IN_FLOW = re.compile(r"(?:[^,\[\]{}:#\n]|:(?![ \t\n,\[\]{}]|$)|(?<![ \t\n])#|\n)*+")
_REFUSED = {
    "!": "a tag",
    "&": "an anchor",
    "*": "an alias",
    "%": "a directive",
    "@": "a reserved sign",
    "`": "a reserved sign",
}


class NotReadError(ValueError):
    """A text is no YAML, or has a part of YAML that is not read.

    Attributes:
        line: Where in it, counted from 1.
    """

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def yaml_of(text: str) -> Data:
    """What a YAML text of one document holds; an empty one holds nothing.

    Raises:
        NotReadError: It is no YAML, or has a part of it that is not read.
    """
    return _Block(text).document()


def text_of_data(data: Data) -> str:
    """Data as a text: the values of a list or a mapping, parted by commas."""
    parts: list[str] = []
    waiting: list[Data] = [data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            parts.append(one)
        elif isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, dict):
            for key, value in reversed(one.items()):
                waiting += [value, f"{key}:"] if value is not None else [key]
    return ", ".join(" ".join(part.split()) for part in parts).replace(":, ", ": ").strip()


class _Block:
    """Block style, line by line."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._at = 0

    def _fail(self, message: str) -> NoReturn:
        raise NotReadError(message, self._at + 1)

    def document(self) -> Data:
        """The document."""
        self._skip()
        if self._at < len(self._lines) and self._lines[self._at].rstrip() == "---":
            self._at += 1
        found = self._value(-1, 0)
        self._skip()
        if self._at < len(self._lines) and self._lines[self._at].rstrip() not in ("...", "---"):
            self._fail("something stands where nothing can")
        self._at += 1
        self._skip()
        if self._at < len(self._lines):
            self._fail("a second document begins, and one is read")
        return found

    # --- Lines

    def _skip(self) -> None:
        """Pass over blank lines and comments."""
        while self._at < len(self._lines):
            line = self._lines[self._at].strip()
            if line and not line.startswith("#"):
                return
            self._at += 1

    def _indent(self) -> int:
        line = self._lines[self._at]
        if line.lstrip(" ").startswith("\t"):
            self._fail("a tab stands before what the line says")
        return len(line) - len(line.lstrip(" "))

    def _ended(self, indent: int) -> bool:
        """Whether what stands deeper than an indentation is over."""
        self._skip()
        if self._at >= len(self._lines):
            return True
        return self._indent() <= indent or self._lines[self._at].rstrip() in ("---", "...")

    # --- Values

    def _value(self, indent: int, depth: int) -> Data:
        """What stands in the next lines, if they are deeper."""
        if depth > _MOST_DEEP:
            self._fail(f"it is more than {_MOST_DEEP} deep")
        if self._ended(indent):
            return None
        own = self._indent()
        line = self._lines[self._at].strip()
        if line == "-" or line.startswith("- "):
            return self._list(own, depth)
        if self._key(line) is not None:
            return self._mapping(own, depth)
        return self._inline(line, own - 1, depth)

    def _list(self, indent: int, depth: int) -> list[Data]:
        found: list[Data] = []
        while not self._ended(indent - 1) and self._indent() == indent:
            line = self._lines[self._at]
            rest = line[indent:]
            if rest.rstrip() != "-" and not rest.startswith("- "):
                break
            inner = rest[1:].strip()
            if not inner or inner.startswith("#"):
                self._at += 1
                found.append(self._value(indent, depth + 1))
            elif inner == "-" or inner.startswith("- ") or self._key(inner) is not None:
                # What stands behind the hyphen begins a list or a mapping, which goes on in lines as deep as it.
                deeper = indent + 1 + len(rest[1:]) - len(rest[1:].lstrip())
                self._lines[self._at] = " " * deeper + inner
                found.append(self._value(indent, depth + 1))
            else:
                found.append(self._inline(inner, indent, depth))
        return found

    def _mapping(self, indent: int, depth: int) -> dict[str, Data]:
        found: dict[str, Data] = {}
        while not self._ended(indent - 1) and self._indent() == indent:
            line = self._lines[self._at].strip()
            key = self._key(line)
            if key is None:
                self._fail("a key with a colon is missing")
            name, rest = key
            if name in found:
                self._fail(f"the key `{name[:40]}` stands there twice")
            if rest and not rest.startswith("#"):
                found[name] = self._inline(rest, indent, depth)
                continue
            self._at += 1
            self._skip()
            # A list may stand as deep as its key.
            is_list = self._at < len(self._lines) and self._lines[self._at].strip()[:2] in ("-", "- ")
            found[name] = self._value(indent - 1 if is_list and self._indent() == indent else indent, depth + 1)
        return found

    def _key(self, line: str) -> tuple[str, str] | None:
        """The key with which a line begins, and what stands behind its colon; None where it begins with none."""
        quoted = _DOUBLE.match(line) or _SINGLE.match(line)
        if quoted is not None:
            rest = line[quoted.end() :].lstrip()
            if rest[:1] == ":" and (len(rest) == 1 or rest[1] in " \t"):
                return _unquoted(quoted[0], self._fail), rest[1:].strip()
            return None
        if line[:1] in "[{|>#\"'":
            return None
        end = line.find(": ")
        tab = line.find(":\t")
        end = min((one for one in (end, tab) if one >= 0), default=-1)
        if end < 0 and line.endswith(":"):
            end = len(line) - 1
        comment = line.find(" #")
        if end < 0 or 0 <= comment < end:
            return None
        name = line[:end].strip()
        if name[:1] in _REFUSED:
            self._fail(f"`{name[0]}` begins {_REFUSED[name[0]]}, which is not read")
        if name == "<<":
            self._fail("`<<` merges mappings, which is not read")
        return name, line[end + 1 :].strip()

    def _inline(self, rest: str, indent: int, depth: int) -> Data:
        """A value that begins in a line, behind a key or a hyphen, and goes on in lines that stand deeper."""
        if rest[0] in _REFUSED:
            self._fail(f"`{rest[0]}` begins {_REFUSED[rest[0]]}, which is not read")
        if _BLOCK_SCALAR.fullmatch(rest):
            return self._scalar(rest[0], indent)
        begin = self._at
        gathered = [rest]
        self._at += 1
        if rest[0] in "[{\"'":
            # Lines are taken till brackets and quotes are closed.
            closing = _Closing()
            closing.take(rest)
            while not closing.closed and self._at < len(self._lines):
                line = self._lines[self._at]
                closing.take("\n" + line)
                gathered.append(line.strip() if rest[0] in "\"'" else line)
                self._at += 1
            return _Flow("\n".join(gathered), begin).whole(depth)
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line.strip() and (self._indent() <= indent or line.lstrip().startswith("#")):
                break
            gathered.append(line.strip())
            self._at += 1
        return _plain(_folded([_COMMENT.sub("", line).strip() for line in gathered]).strip())

    def _scalar(self, style: str, indent: int) -> str:
        """A block scalar: ``|`` keeps its lines, ``>`` joins them."""
        self._at += 1
        gathered: list[str] = []
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
                break
            gathered.append(line.strip())
            self._at += 1
        return ("\n".join(gathered) if style == "|" else _folded(gathered)).strip()


class _Closing:
    """Whether the brackets and quotes of a value in flow style are closed, as its lines come."""

    _SIGNS: ClassVar = {
        "": re.compile(r"'+|[\"#\[\]{}]"),
        "'": re.compile(r"'+"),
        '"': re.compile(r'\\.|"', re.DOTALL),
    }
    """What counts outside quotes, and inside of each."""

    def __init__(self) -> None:
        self._depth = 0
        self._quote = ""

    def take(self, text: str) -> None:
        """Take a line, which begins with the end of the one before it."""
        end = 0
        while (match := self._SIGNS[self._quote].search(text, end)) is not None:
            sign, end = match[0], match.end()
            before = text[match.start() - 1 : match.start()]
            if self._quote:
                # Inside single quotes, two of them are one.
                if sign[0] == self._quote and len(sign) % 2:
                    self._quote = ""
            elif sign in ("[", "{"):
                self._depth += 1
            elif sign in ("]", "}"):
                self._depth -= 1
            elif sign == "#":
                if before in (" ", "\t", "\n"):
                    return
            elif len(sign) % 2 and (not before or before in " \t\n,[{:"):
                # Inside a plain scalar an apostrophe is a letter.
                self._quote = sign[0]

    @property
    def closed(self) -> bool:
        return not self._quote and self._depth <= 0


class _Flow:
    """Flow style."""

    def __init__(self, text: str, line: int) -> None:
        self._text, self._line = text, line
        self._at = 0

    def _fail(self, message: str) -> NoReturn:
        raise NotReadError(message, self._line + self._text.count("\n", 0, self._at) + 1)

    def whole(self, depth: int) -> Data:
        """The value that the text is."""
        found = self._value(depth)
        self._blank()
        if self._at < len(self._text):
            self._fail("something stands behind the end of a value")
        return found

    def _blank(self) -> None:
        match = _SPACES.match(self._text, self._at)
        self._at = match.end() if match else self._at

    def _value(self, depth: int) -> Data:
        if depth > _MOST_DEEP:
            self._fail(f"it is more than {_MOST_DEEP} deep")
        self._blank()
        sign = self._text[self._at : self._at + 1]
        if sign == "[":
            return self._list(depth)
        if sign == "{":
            return self._mapping(depth)
        return self._scalar() if sign in ("'", '"') else _plain(self._scalar())

    def _list(self, depth: int) -> list[Data]:
        found: list[Data] = []
        self._at += 1
        while not self._is("]"):
            one = self._value(depth + 1)
            # A key with a value is a mapping of its own.
            found.append({one: self._behind_colon(depth + 1)} if isinstance(one, str) and self._is(":") else one)
            self._comma("]")
        return found

    def _mapping(self, depth: int) -> dict[str, Data]:
        found: dict[str, Data] = {}
        self._at += 1
        while not self._is("}"):
            is_merge = self._text.startswith("<<", self._at)
            key = self._scalar()
            if is_merge and key == "<<":
                self._fail("`<<` merges mappings, which is not read")
            if key in found:
                self._fail(f"the key `{key[:40]}` stands there twice")
            found[key] = self._behind_colon(depth + 1) if self._is(":") else None
            self._comma("}")
        return found

    def _behind_colon(self, depth: int) -> Data:
        self._blank()
        return None if self._text[self._at : self._at + 1] in (",", "]", "}") else self._value(depth)

    def _is(self, sign: str) -> bool:
        """Whether a sign comes next, which is taken."""
        self._blank()
        if self._at >= len(self._text):
            self._fail("a bracket is not closed")
        if self._text[self._at] == sign:
            self._at += 1
            return True
        return False

    def _comma(self, end: str) -> None:
        self._blank()
        sign = self._text[self._at : self._at + 1]
        if sign == ",":
            self._at += 1
        elif sign != end:
            self._fail(f"a comma or `{end}` is missing")

    def _scalar(self) -> str:
        self._blank()
        sign = self._text[self._at : self._at + 1]
        if sign in ("'", '"'):
            match = (_DOUBLE if sign == '"' else _SINGLE).match(self._text, self._at)
            if match is None:
                self._fail("a quote is not closed")
            self._at = match.end()
            return _unquoted(match[0], self._fail)
        match = _PLAIN_IN_FLOW.match(self._text, self._at)
        if match is None or not match[0].strip():
            self._fail("a value is missing")
        if match[0][0] in _REFUSED:
            self._fail(f"`{match[0][0]}` begins {_REFUSED[match[0][0]]}, which is not read")
        self._at = match.end()
        return " ".join(match[0].split())


def _plain(text: str) -> str | None:
    """What a scalar without quotes is."""
    return None if text in _NULLS else text


def _unquoted(text: str, fail: Callable[[str], NoReturn]) -> str:
    inner = text[1:-1]
    if text[0] == "'":
        inner = inner.replace("''", "'")
        return _folded(inner.split("\n")) if "\n" in inner else inner
    if "\n" in inner:
        inner = "\n".join(line.strip(" \t") for line in inner.split("\n"))
        inner = re.sub(r"(?<!\\)\n(\n*)", lambda match: match[1] or " ", inner)

    def escaped(match: re.Match[str]) -> str:
        sign = match[0][1:]
        if sign in ("x", "u", "U"):
            fail(f"`\\{sign}` is followed by no code of a character")
        if sign[0] in "xuU":
            return chr(int(sign[1:], 16))
        return "" if sign[0] == "\n" else _ESCAPES.get(sign, sign)

    found = _ESCAPED.sub(escaped, inner)
    try:
        # What is written as a pair of surrogates, as in JSON, is one character.
        return found.encode("utf-16-le", "surrogatepass").decode("utf-16-le") if "\\" in inner else found
    except UnicodeDecodeError:
        fail("half a pair of surrogates is no character")


def _folded(lines: list[str]) -> str:
    """Lines as one paragraph for each group of them, as YAML folds them."""
    return "\n".join(" ".join(part.split("\n")).strip() for part in re.split(r"\n\n+", "\n".join(lines)))
