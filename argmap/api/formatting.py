"""`argmap fmt`: canonical text, the same argument."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import attrs

from argmap.source.finding import Finding, Outcome
from argmap.source.text import SourceText
from argmap.workspace.errors import ChangedError, NoProjectError, RefusedError
from argmap.workspace.project_files import read_input
from argmap.workspace.reader import BYTE_ORDER_MARK, SUFFIX, Reading, digest_of, read_file, reason_of
from argmap.workspace.writing import write_atomically

if TYPE_CHECKING:
    from argmap.language.parser import Parser
    from argmap.language.tree import SyntaxFile


_TRIES = 3
"""How often a file is formatted anew where somebody else changes it meanwhile."""


@attrs.frozen(kw_only=True, repr=False)
class Formatted:
    """One file, before and after.

    Attributes:
        path: Where it is; None for text that came from nowhere.
        findings: Why it could not be formatted as a whole: gaps, which are kept as they stand, or bytes that are no
            text, for which the file is left alone.
        digest: Of its bytes as they were read, see `Reading`; empty for text that came from nowhere.
        failure: Why it is left alone although it can be read, for people; empty where it is not.
    """

    path: Path | None
    before: SourceText
    after: str
    findings: tuple[Finding, ...] = ()
    digest: str = ""
    failure: str = ""

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return self.after != self.before.text

    def __repr__(self) -> str:
        return f"{self.before.name}, {'to be written' if self.changed else 'unchanged'}"


def fmt_text(text: str, name: str = "-") -> Formatted:
    """The canonical form of a text."""
    return _formatted(Reading(source=SourceText(name, text)))


def fmt_lines(text: str, first: int, last: int, name: str = "-") -> Formatted:
    """The canonical form of some lines, counted from 1; the others stay as they are, and so does what they mean."""
    whole = fmt_text(text, name)
    if whole.failure or not whole.changed:
        return whole
    lines = lines_of(text)
    for change in reversed(line_changes(text, whole.after)):
        if change.start < last and max(change.end, change.start + 1) >= first:
            lines[change.start : change.end] = change.lines
    after = "".join(lines)
    reader = parser()
    if not _same(reader.parse(whole.before), reader.parse(SourceText(name, after))):
        return attrs.evolve(whole, after=text, failure=_APART)
    return attrs.evolve(whole, after=after)


class LineChange(NamedTuple):
    """Some lines, counted from 0, in whose place others stand."""

    start: int
    end: int
    lines: tuple[str, ...]


def line_changes(before: str, after: str) -> list[LineChange]:
    """What makes one text of another: few lines rather than all of them, from the first to the last."""
    from difflib import SequenceMatcher

    old, new = lines_of(before), lines_of(after)
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    ending = 0
    while ending < min(len(old), len(new)) - start and old[-ending - 1] == new[-ending - 1]:
        ending += 1
    between, put = old[start : len(old) - ending], new[start : len(new) - ending]
    if not between and not put:
        return []
    if len(between) + len(put) > _MOST_COMPARED:
        return [LineChange(start, start + len(between), tuple(put))]
    found: list[LineChange] = []
    for kind, first, last, begin, end in SequenceMatcher(None, between, put, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        # Line by line from the end, where blank lines have come or gone above.
        pairs = min(last - first, end - begin)
        if last - first != end - begin:
            found.append(LineChange(start + first, start + last - pairs, tuple(put[begin : end - pairs])))
        found += (
            LineChange(start + last - left, start + last - left + 1, (put[end - left],)) for left in range(pairs, 0, -1)
        )
    return found


def lines_of(text: str) -> list[str]:
    """The lines of a text with their ends; only LF ends one."""
    return [f"{line}\n" for line in text.split("\n")[:-1]] + ([last] if (last := text.rpartition("\n")[2]) else [])


def fmt(paths: Sequence[Path | str] = ()) -> Iterator[Formatted]:
    """The canonical form of files; nothing is written.

    Of a project none of whose files is on the disk, as in a sparse checkout, there are none.

    Raises:
        NoProjectError: No path was given, and there is no project here.
        FileNotFoundError: A path leads to nothing.
    """
    try:
        given = read_input([Path(path) for path in paths])
    except NoProjectError:
        from argmap.git.left_out_files import read_whole_input

        if read_whole_input([Path(path) for path in paths]).readings:
            return
        raise
    for reading in given.readings:
        if given.chosen is None or reading.source.name in given.chosen:
            yield _formatted(reading)


def write(formatted: Formatted) -> Formatted:
    """Write a formatted file, and say what was written: what somebody saved meanwhile is formatted anew, never lost.

    Where it cannot be written, the file is as it was, and the result has a failure.
    """
    for _ in range(_TRIES):
        if formatted.failure or not formatted.changed:
            return formatted
        if formatted.path is None:
            failure = "it came through a pipe, and cannot be written there; `argmap fmt -` writes to standard output"
            return attrs.evolve(formatted, failure=failure)
        if _is_link_to_other(formatted.path, SUFFIX):
            return attrs.evolve(formatted, failure="it is a link to a file that is not called like an argument file")
        try:
            _replace(formatted.path, formatted)
        except ChangedError:
            formatted = _formatted(read_file(formatted.path, formatted.before.name, formatted.path.resolve().parent))
        except OSError as error:
            return attrs.evolve(formatted, failure=f"it could not be written: {reason_of(error)}")
        else:
            return formatted
    return attrs.evolve(formatted, failure="somebody else keeps changing it")


def write_all(files: Sequence[Formatted]) -> None:
    """Write all of some files in this order, or none of them; those that are not there yet are made.

    Raises:
        RefusedError: One of them could not be written, or somebody changed it since it was read; all are as they were.
    """
    before: list[tuple[Formatted, bytes | None]] = []
    for file in files:
        assert file.path is not None
        if _is_link_to_other(file.path, file.path.suffix):
            raise RefusedError(
                f"`{file.before.name}` is a link to a file that is not called like it; nothing is written",
                "put the file itself in the place of the link",
            )
    try:
        for file in files:
            assert file.path is not None
            real = file.path.resolve()
            old = real.read_bytes() if os.path.lexists(real) else None
            real.parent.mkdir(parents=True, exist_ok=True)
            _replace(real, file)
            before.append((file, old))
    except OSError as error:
        for file, old in reversed(before):
            _restore(file, old)
        name = files[len(before)].before.name
        why = "somebody else changed it meanwhile" if isinstance(error, ChangedError) else reason_of(error)
        raise RefusedError(f"`{name}` could not be written: {why}; nothing is written", "try again") from error


def _is_link_to_other(path: Path, suffix: str) -> bool:
    """Whether a file can be read, but is a link to what is something else to others, be it a file of settings."""
    return path.is_symlink() and path.resolve().suffix != suffix


def _replace(path: Path, formatted: Formatted) -> None:
    real = path.resolve()

    def is_as_it_was(now: Path) -> bool:
        return digest_of(now) == formatted.digest if formatted.digest else not os.path.lexists(now)

    is_there = os.path.lexists(real)
    mark = BYTE_ORDER_MARK if is_there and real.read_bytes().startswith(BYTE_ORDER_MARK) else b""
    write_atomically(real, mark + formatted.after.encode(), real.parent, still=is_as_it_was)


def _restore(file: Formatted, old: bytes | None) -> None:
    assert file.path is not None
    real = file.path.resolve()
    with suppress(OSError):
        if old is None:
            real.unlink()
        else:
            write_atomically(real, old, real.parent)


def _formatted(reading: Reading) -> Formatted:
    from argmap.language.printer import printed

    source = reading.source
    unchanged = Formatted(path=reading.path, before=source, after=source.text, digest=reading.digest)
    if not reading.intact:
        return attrs.evolve(unchanged, findings=reading.findings)
    reader = parser()
    parsed = reader.parse(source)
    after = printed(parsed.value)
    if after != source.text:
        again = reader.parse(SourceText(source.name, after))
        if not _same(parsed, again) or printed(again.value) != after:
            return attrs.evolve(unchanged, findings=parsed.findings, failure=_MEANING)
    return attrs.evolve(unchanged, after=after, findings=parsed.findings)


_MOST_COMPARED = 4000
"""Lines that are compared one by one, the cost of which may grow with their square."""
_APART = "these lines mean something else without those around them: format the whole file"
_MEANING = "its canonical form would not mean the same, which is a fault of argmap: please report it, with the file"


@cache
def parser() -> Parser:
    """The parser of this process."""
    from argmap.language.parser import Parser

    return Parser()


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
