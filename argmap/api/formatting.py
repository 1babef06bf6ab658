"""`argmap fmt`: canonical text, the same argument."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from argmap.api.loading import read_input
from argmap.source.finding import Finding, Outcome
from argmap.source.text import SourceText

if TYPE_CHECKING:
    from argmap.language.parser import Parser
    from argmap.language.tree import SyntaxFile


class MeaningChangedError(AssertionError):
    """Formatting would have changed what a file says: a bug of argmap; the file is left as it is."""


@attrs.frozen(kw_only=True)
class Formatted:
    """One file, before and after.

    Attributes:
        path: Where it is; None for text that came from nowhere.
        findings: Why it could not be formatted as a whole: gaps, which are kept as they stand, or bytes that are no
            text, for which the file is left alone.
    """

    path: Path | None
    before: SourceText
    after: str
    findings: tuple[Finding, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return self.after != self.before.text


def fmt_text(text: str, name: str = "-") -> Formatted:
    """The canonical form of a text.

    Raises:
        MeaningChangedError: A bug of argmap; see there.
    """
    from argmap.language.parser import Parser

    return _formatted(Parser(), SourceText(name, text), None)


def fmt(paths: Sequence[Path | str] = ()) -> Iterator[Formatted]:
    """The canonical form of files; nothing is written.

    Raises:
        NoProjectError: No path was given, and there is no project here.
        FileNotFoundError: A path leads to nothing.
    """
    from argmap.language.parser import Parser

    given = read_input([Path(path) for path in paths])
    reader = Parser()
    for reading in given.readings:
        name = reading.source.name
        if given.chosen is not None and name not in given.chosen:
            continue
        path = reading.path
        if not reading.intact:
            yield Formatted(path=path, before=reading.source, after=reading.source.text, findings=reading.findings)
        else:
            yield _formatted(reader, reading.source, path)


def _formatted(reader: Parser, source: SourceText, path: Path | None) -> Formatted:
    from argmap.language.printer import printed

    parsed = reader.parse(source)
    after = printed(parsed.value)
    if after != source.text:
        again = reader.parse(SourceText(source.name, after))
        if not _same(parsed, again) or printed(again.value) != after:
            raise MeaningChangedError(source.name)
    return Formatted(path=path, before=source, after=after, findings=parsed.findings)


def _same(before: Outcome[SyntaxFile], after: Outcome[SyntaxFile]) -> bool:
    """Whether two parses of a file mean the same: equal lines and records, the same gaps, every comment kept."""
    from argmap.resolve.corpus import resolve

    return (
        _lines(before.value) == _lines(after.value)
        and _gaps(before.value) == _gaps(after.value)
        and _comments(before.value) == _comments(after.value)
        and [finding.code for finding in before.findings] == [finding.code for finding in after.findings]
        and resolve([before.value]).value == resolve([after.value]).value
    )


def _lines(file: SyntaxFile) -> list[object]:
    from argmap.language.tree import said

    return [
        (said(line.content), line.depth, line.parent, line.joins)
        for statement in file.statements
        for line in statement.lines
    ]


def _gaps(file: SyntaxFile) -> list[str]:
    return [
        "".join(file.source.text[gap.start : gap.end].split())
        for statement in file.statements
        for gap in statement.gaps
    ]


def _comments(file: SyntaxFile) -> list[str]:
    inside = [
        comment
        for statement in file.statements
        if not statement.gaps
        for line in statement.lines
        for comment in line.comments
    ]
    return sorted([*inside, *file.ending])
