"""TOML and the places of what stands in it, which `tomllib` does not keep."""

from __future__ import annotations

import re
from typing import Any

from argmap.source.finding import Finding
from argmap.source.text import Place, SourceText, Span

BAD_SETTING = "A009"
_WHERE = re.compile(r"\(at line ([0-9]+), column ([0-9]+)\)")


def parsed(source: SourceText, table: tuple[str, ...]) -> tuple[dict[str, Any], tuple[Finding, ...]]:
    """One table of a text, empty where there is none; what keeps it from being read is a finding."""
    import tomllib

    try:
        content: Any = tomllib.loads(source.text)
        for part in table:
            content = content.get(part, {}) if isinstance(content, dict) else {}
    except (ValueError, RecursionError) as error:
        said = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "it holds something too large"
        message = f"this is not TOML: {_WHERE.sub('', said).strip()}"
        return {}, (Finding(code=BAD_SETTING, message=message, place=_place_of(said, source)),)
    if isinstance(content, dict):
        return content, ()
    place = Locator(source, table).place()
    return {}, (Finding(code=BAD_SETTING, message="`argmap` is not a table", place=place, help="write [tool.argmap]"),)


def _place_of(said: str, source: SourceText) -> Place:
    """The place that tomllib names in words; the end of the text where it names none."""
    where = _WHERE.search(said)
    if where is None:
        return Place(source.name, Span(len(source.text), len(source.text)))
    lines = source.text.split("\n")
    number = int(where[1])
    start = sum(len(line) + 1 for line in lines[: number - 1]) + int(where[2]) - 1
    start = min(start, len(source.text))
    return Place(source.name, Span(start, min(start + 1, len(source.text))))


class Locator:
    """Finds a setting in its file by its words, as people do."""

    def __init__(self, source: SourceText, table: tuple[str, ...]) -> None:
        self._source = source
        header = re.search(r"\[\s*" + r"\s*\.\s*".join(map(re.escape, table)), source.text) if table else None
        self._start = header.end() if header else 0
        self._header = Span(header.start() + 1, header.end()) if header else Span(0, 0)

    def place(self, *words: str) -> Place:
        """The last of the words, each looked for behind the one before; as many of them as can be found."""
        span, start = self._header, self._start
        for word in words:
            match = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])").search(self._source.text, start)
            if word and match:
                span, start = Span(*match.span()), match.end()
        return Place(self._source.name, span)
