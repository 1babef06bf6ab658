"""The version of the language, written into the settings of a project: one line more, and no other touched."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

_LANGUAGE = re.compile(r"""(?m)^([ \t]*(?:[\w"'-]+[ \t]*\.[ \t]*)*["']?language["']?[ \t]*=[ \t]*)[0-9]+""")
_COMMENTS = re.compile(r"(?:[ \t]*#[^\n]*\n)+[ \t\r]*\n")
"""Comments at the top that a blank line parts from what follows: they are about the whole file."""


def has_table(text: str, table: tuple[str, ...]) -> bool:
    """Whether a text is TOML that has such a table, be it empty."""
    try:
        found: Any = tomllib.loads(text)
    except (ValueError, RecursionError):
        return False
    for part in table:
        if not isinstance(found, dict) or part not in found:
            return False
        found = found[part]
    return isinstance(found, dict)


def with_language(text: str, table: tuple[str, ...], version: int) -> str | None:
    """The text with the version in a table of it, and nothing else that it says changed; None where no way is known.

    Args:
        text: A text in TOML.
        table: The names that lead to the table; none for the top of the file.
        version: What `language` shall be.
    """
    wanted = _wanted(text, table, version)
    if wanted is None:
        return None
    for candidate in _candidates(text, table, f"language = {version}"):
        try:
            if tomllib.loads(candidate) == wanted:
                return candidate
        except (ValueError, RecursionError):
            continue
    return None


def _wanted(text: str, table: tuple[str, ...], version: int) -> dict[str, Any] | None:
    try:
        wanted = tomllib.loads(text)
    except (ValueError, RecursionError):
        return None
    inner: Any = wanted
    for part in table:
        inner = inner.setdefault(part, {})
        if not isinstance(inner, dict):
            return None
    inner["language"] = version
    return wanted


def _candidates(text: str, table: tuple[str, ...], line: str) -> Iterator[str]:
    """The ways in which the line may be written; most of them say something else, or are no TOML."""
    end = "\r\n" if "\r\n" in text else "\n"
    for match in _LANGUAGE.finditer(text):
        yield text[: match.start()] + match[1] + line.rpartition(" ")[2] + text[match.end() :]
    if not table:
        top = _COMMENTS.match(text)
        yield _inserted(text, top.end() if top else 0, f"{line}{end}")
        return
    name = r"[ \t]*\.[ \t]*".join(rf"""["']?{re.escape(part)}["']?""" for part in table)
    last = rf"""["']?{re.escape(table[-1])}["']?"""
    for match in re.finditer(rf"(?m)^[ \t]*\[[ \t]*{name}[ \t]*\][^\n]*(\n|\Z)", text):
        yield _inserted(text, match.end(), f"{'' if match[1] else end}{line}{end}")
    for match in re.finditer(rf"(?m)^[ \t]*\[[ \t]*{name}[ \t]*\.", text):
        yield _inserted(text, match.start(), f"[{'.'.join(table)}]{end}{line}{end}{end}")
    for match in re.finditer(rf"(?m)^[ \t]*(?:{name}|{last})[ \t]*(=[ \t]*\{{|\.)", text):
        if match[1] == ".":
            yield _inserted(text, match.start(), f"{match[0]}{line}{end}")
        else:
            yield _inserted(text, match.end(), f" {line},")
            yield _inserted(text, match.end(), f" {line} ")


def _inserted(text: str, at: int, piece: str) -> str:
    return text[:at] + piece + text[at:]
