"""The part of YAML that stands in Argdown files: mappings, lists and scalars, in flow and in block style.

Every scalar is a text.  Tags, anchors and aliases are refused, so that nothing is constructed and nothing grows.
"""

from __future__ import annotations

import re
from typing import Union

Data = Union[None, str, "list[Data]", "dict[str, Data]"]

_MOST_DEEP = 50
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "/": "/", '"': '"', "\\": "\\", " ": " "}
_KEY = re.compile(
    r"""(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'|[^\s"'#\[\]{},&*!|>%@`-][^\n]*?|-[^\s][^\n]*?)[ \t]*:(?=\s|$)"""
)
_NULLS = ("", "~", "null", "Null", "NULL")


class NotReadError(ValueError):
    """Data is no YAML, or is in a part of YAML that is not read."""


def flow_data(text: str) -> Data:
    """What ``{...}`` holds, in flow style, or in block style where the first line holds the bracket alone.

    Raises:
        NotReadError: It cannot be read.
    """
    inside = text.strip()
    if inside.startswith("{") and re.match(r"\{[ \t]*\n", inside):
        body = inside[1:].rstrip()
        return block_data(body.removesuffix("}"))
    reader = _Flow(inside)
    found = reader.value(0, "")
    reader.blank()
    if reader.at < len(inside):
        raise NotReadError("something stands after its end")
    return found


class _Flow:
    """Flow style, from a place in a text on."""

    def __init__(self, text: str, at: int = 0) -> None:
        self.text, self.at = text, at

    def blank(self) -> None:
        text = self.text
        while self.at < len(text):
            if text[self.at].isspace():
                self.at += 1
            elif text[self.at] == "#" and (self.at == 0 or text[self.at - 1].isspace()):
                end = text.find("\n", self.at)
                self.at = len(text) if end < 0 else end
            else:
                return

    def value(self, depth: int, ends: str) -> Data:
        self.blank()
        if depth > _MOST_DEEP:
            raise NotReadError(f"it is more than {_MOST_DEEP} deep")
        sign = self.text[self.at : self.at + 1]
        if sign == "{":
            return self._mapping(depth)
        if sign == "[":
            return self._list(depth)
        return scalar(self._scalar(ends)) if sign not in ('"', "'") else self._quoted()

    def _mapping(self, depth: int) -> Data:
        found: dict[str, Data] = {}
        self.at += 1
        while True:
            self.blank()
            sign = self.text[self.at : self.at + 1]
            if sign == "}":
                self.at += 1
                return found
            if not sign:
                raise NotReadError("a brace is not closed")
            key = self._quoted() if sign in "\"'" else self._scalar(",}:")
            self.blank()
            if self.text[self.at : self.at + 1] == ":":
                self.at += 1
                found[key] = self.value(depth + 1, ",}")
            else:
                found[key] = None
            self._comma("}")

    def _list(self, depth: int) -> Data:
        found: list[Data] = []
        self.at += 1
        while True:
            self.blank()
            sign = self.text[self.at : self.at + 1]
            if sign == "]":
                self.at += 1
                return found
            if not sign:
                raise NotReadError("a bracket is not closed")
            found.append(self.value(depth + 1, ",]"))
            self._comma("]")

    def _comma(self, end: str) -> None:
        self.blank()
        sign = self.text[self.at : self.at + 1]
        if sign == ",":
            self.at += 1
        elif sign != end:
            raise NotReadError(f"a comma or `{end}` is missing")

    def _scalar(self, ends: str) -> str:
        """A plain scalar; a colon ends it only before a space, as in YAML."""
        text, begin = self.text, self.at
        if text[begin : begin + 1] in ("&", "*", "!"):
            raise NotReadError(f"`{text[begin]}` is not read: no tags, anchors or aliases")
        while self.at < len(text) and not (
            text[self.at] in ends and (text[self.at] != ":" or not text[self.at + 1 : self.at + 2].strip(" \t\n,}]"))
        ):
            if text[self.at] in "{[" and ends:
                raise NotReadError(f"`{text[self.at]}` stands inside a text without quotes")
            self.at += 1
        found = " ".join(text[begin : self.at].split())
        if begin == self.at and not text[begin : begin + 1]:
            raise NotReadError("it ends too early")
        return found

    def _quoted(self) -> str:
        text, quote = self.text, self.text[self.at]
        parts: list[str] = []
        self.at += 1
        while self.at < len(text):
            sign = text[self.at]
            if sign == quote:
                if quote == "'" and text[self.at + 1 : self.at + 2] == "'":
                    parts.append("'")
                    self.at += 2
                    continue
                self.at += 1
                return "".join(parts)
            if sign == "\\" and quote == '"':
                self.at += 1
                parts.append(self._escape())
                continue
            self.at += 1
            if sign == "\n":
                # The lines of a text in quotes are joined by a space.
                while text[self.at : self.at + 1] in (" ", "\t"):
                    self.at += 1
                sign = " "
            parts.append(sign)
        raise NotReadError("a quote is not closed")

    def _escape(self) -> str:
        sign = self.text[self.at : self.at + 1]
        digits = {"x": 2, "u": 4, "U": 8}.get(sign, 0)
        if digits:
            code = self.text[self.at + 1 : self.at + 1 + digits]
            if not re.fullmatch(rf"[0-9a-fA-F]{{{digits}}}", code) or int(code, 16) > 0x10FFFF:
                raise NotReadError(f"`\\{sign}` needs {digits} hexadecimal digits")
            self.at += 1 + digits
            return chr(int(code, 16))
        self.at += 1
        return _ESCAPES.get(sign, sign)


def scalar(text: str) -> Data:
    """A plain scalar: nothing, or its text."""
    return None if text in _NULLS else text


def block_data(text: str) -> Data:
    """What a text in block style holds.

    Raises:
        NotReadError: It cannot be read.
    """
    lines = text.split("\n")
    reader = _Block(lines)
    reader.skip()
    if reader.at == len(lines):
        return None
    found = reader.value(reader.indent(), 0)
    reader.skip()
    if reader.at < len(lines):
        raise NotReadError(f"line {reader.at + 1} of it stands where nothing can stand")
    return found


class _Block:
    """Block style, line by line."""

    def __init__(self, lines: list[str]) -> None:
        self.lines, self.at = lines, 0

    def skip(self) -> None:
        while self.at < len(self.lines) and (
            not self.lines[self.at].strip() or self.lines[self.at].lstrip().startswith("#")
        ):
            self.at += 1

    def indent(self) -> int:
        line = self.lines[self.at]
        return len(line) - len(line.lstrip(" "))

    def value(self, indent: int, depth: int) -> Data:
        if depth > _MOST_DEEP:
            raise NotReadError(f"it is more than {_MOST_DEEP} deep")
        line = self.lines[self.at].strip()
        if line == "-" or line.startswith("- "):
            return self._list(indent, depth)
        if _KEY.match(line):
            return self._mapping(indent, depth)
        return self._inline(self.lines[self.at].strip(), indent - 1, depth)

    def _ends(self, indent: int) -> bool:
        self.skip()
        return self.at >= len(self.lines) or self.indent() != indent

    def _list(self, indent: int, depth: int) -> Data:
        found: list[Data] = []
        while not self._ends(indent):
            line = self.lines[self.at]
            rest = line.strip()
            if rest != "-" and not rest.startswith("- "):
                break
            inner = rest[1:].strip()
            if not inner:
                found.append(self._below(indent, depth))
                continue
            if _KEY.match(inner) and inner[0] not in "{[":
                # What stands behind the hyphen begins a mapping, which goes on in lines as deep as it.
                deeper = len(line) - len(line[line.index("-") + 1 :].lstrip())
                self.lines[self.at] = " " * deeper + inner
                found.append(self._mapping(deeper, depth + 1))
            else:
                found.append(self._inline(inner, indent, depth))
        return found

    def _mapping(self, indent: int, depth: int) -> Data:
        if depth > _MOST_DEEP:
            raise NotReadError(f"it is more than {_MOST_DEEP} deep")
        found: dict[str, Data] = {}
        while not self._ends(indent):
            line = self.lines[self.at].strip()
            match = _KEY.match(line)
            if match is None:
                break
            key = match[0].rstrip(": \t") if match[0][0] not in "\"'" else str(flow_data(match[0][:-1].strip()))
            rest = line[match.end() :].strip()
            if rest.startswith("#"):
                rest = ""
            found[key] = self._inline(rest, indent, depth) if rest else self._below(indent, depth, lists=True)
        return found

    def _below(self, indent: int, depth: int, *, lists: bool = False) -> Data:
        self.at += 1
        self.skip()
        if self.at < len(self.lines):
            deeper = self.indent()
            if deeper > indent or (lists and deeper == indent and self.lines[self.at].strip().startswith("- ")):
                return self.value(deeper, depth + 1)
        return None

    def _inline(self, rest: str, indent: int, depth: int) -> Data:
        """A value that begins in a line, behind a key or a hyphen."""
        if rest[0] in "&*!":
            raise NotReadError(f"`{rest[0]}` is not read: no tags, anchors or aliases")
        if rest[0] in "|>":
            return self._text(rest, indent)
        self.at += 1
        gathered = [rest]
        if rest[0] in "{[\"'":
            # In flow style it goes on until its brackets and quotes are closed, in lines that stand deeper.
            while self.at < len(self.lines) and self._goes_on(indent):
                gathered.append(self.lines[self.at])
                self.at += 1
            reader = _Flow("\n".join(gathered))
            found = reader.value(depth, "")
            reader.blank()
            if reader.at < len(reader.text):
                raise NotReadError("something stands after the end of a value")
            return found
        while self.at < len(self.lines) and self.lines[self.at].strip() and self.indent() > indent:
            gathered.append(self.lines[self.at].strip())
            self.at += 1
        return scalar(re.split(r"\s#", " ".join(gathered), maxsplit=1)[0].strip())

    def _goes_on(self, indent: int) -> bool:
        """Whether the next line belongs to a value in flow style."""
        line = self.lines[self.at].strip()
        return not line or self.indent() > indent or line[0] in "}]"

    def _text(self, head: str, indent: int) -> Data:
        """A block scalar: ``|`` keeps its lines, ``>`` joins them."""
        self.at += 1
        gathered: list[str] = []
        while self.at < len(self.lines) and (not self.lines[self.at].strip() or self.indent() > indent):
            gathered.append(self.lines[self.at].strip())
            self.at += 1
        return ("\n" if head[0] == "|" else " ").join(gathered).strip()


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


def written_data(data: Data) -> str:
    """Data in flow style, on one line; every text is quoted where it could be read as anything else."""
    if data is None:
        return "null"
    if isinstance(data, list):
        return "[" + ", ".join(map(written_data, data)) + "]"
    if isinstance(data, dict):
        return "{" + ", ".join(f"{_written_text(key)}: {written_data(value)}" for key, value in data.items()) + "}"
    return _written_text(data)


def _written_text(text: str) -> str:
    if re.fullmatch(r"[A-Za-z][\w.\-]*(?: [\w.\-]+)*", text, re.ASCII) and text.lower() not in _WORDS:
        return text
    signs = text.replace("\\", "\\\\").replace('"', '\\"')
    escaped = "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in signs)
    # A brace would end the data of an element, and three signs of equality front matter, where quotes are not read.
    return '"' + escaped.replace("{", "\\x7B").replace("}", "\\x7D").replace("===", "\\x3D==") + '"'


_WORDS = frozenset("null true false yes no on off y n".split())
