"""Tables as rows of cells, whatever file they come in: text with delimiters here, workbooks in `workbooks`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from argmap.exchange.formats import NotThisFormatError
from argmap.exchange.foreign_text import text_of
from argmap.exchange.loss import ForeignPlace, LossReport

MOST_CELLS = 5_000_000
"""Cells of one file that are read."""
DELIMITERS = (",", ";", "\t", "|")
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LINES_LOOKED_AT = 50


class Row(NamedTuple):
    """A row of a table.

    Attributes:
        number: The row of a sheet, or the line of a text on which it begins, from 1.
        cells: The texts of cells that are not empty, by column, from 0.
    """

    number: int
    cells: Mapping[int, str]


class Sheet(NamedTuple):
    """A table.

    Attributes:
        file: The name of its file.
        name: Of a sheet of a workbook; empty where the file has just one table.
        rows: Those that have a cell that is not empty.
    """

    file: str
    name: str
    rows: list[Row]

    def place(self, row: Row, column: int | None = None) -> ForeignPlace:
        """Where a row or a cell stands."""
        where = f"sheet {self.name}, row {row.number}" if self.name else f"line {row.number}"
        return ForeignPlace(self.file, where if column is None else f"{where}, column {letters_of(column)}")


def letters_of(column: int) -> str:
    """What spreadsheets call a column, counted from 0: A, B, ..., Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def is_workbook(data: bytes) -> bool:
    """Whether a file is an archive, as XLSX and ODS are."""
    return data.startswith(b"PK\x03\x04")


def sheets_of(data: bytes, file: str, loss: LossReport) -> list[Sheet]:
    """The tables of a file.

    Raises:
        NotThisFormatError: It holds none.
    """
    if is_workbook(data):
        from argmap.exchange.workbooks import read_workbook

        return read_workbook(data, file, loss)
    text = text_of(data, file, loss)
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise NotThisFormatError("this is no table: it has a NUL", file, f"line {line}")
    return [Sheet(file, "", _delimited(text, file, loss))]


def _delimited(text: str, file: str, loss: LossReport) -> list[Row]:
    declared = re.match(r"sep=(.)\n", text, re.IGNORECASE)
    delimiter = declared[1] if declared and declared[1] in DELIMITERS else _delimiter_of(text)
    start, line = (declared.end(), 2) if declared else (0, 1)
    if delimiter != ",":
        name = {"\t": "tab"}.get(delimiter, delimiter)
        loss.changed("table", f"its cells were parted by `{name}`", ForeignPlace(file))
    rows: list[Row] = []
    cells: dict[int, str] = {}
    column, first, count = 0, line, 0
    for cell, ended, open_quote in _cells(text, delimiter, start):
        told = unescaped(cell.strip())
        if open_quote:
            loss.changed("cell", "its quote is never closed, and it holds all that follows", ForeignPlace(file, f"line {line}"))
        line += cell.count("\n")
        if told:
            cells[column] = told
            count += 1
            if count > MOST_CELLS:
                raise NotThisFormatError(f"it has more than {MOST_CELLS:,} cells", file, f"line {line}")
        column += 1
        if ended:
            if cells:
                rows.append(Row(first, cells))
            line += 1
            cells, column, first = {}, 0, line
    return rows


def _cells(text: str, delimiter: str, start: int) -> Iterable[tuple[str, bool, bool]]:
    """Each cell, whether a row ends with it, and whether its quote is never closed."""
    at, length = start, len(text)
    bare = re.compile(rf"[^{re.escape(delimiter)}\n]*")
    quoted = re.compile(r'[ ]*"([^"]*(?:""[^"]*)*)("?)')
    while at < length:
        cell, is_open = "", False
        match = quoted.match(text, at)
        if match:
            cell, is_open = match[1].replace('""', '"'), not match[2]
            at = match.end()
        rest = bare.match(text, at)
        if rest:
            cell += rest[0]
            at = rest.end()
        ended = at >= length or text[at] == "\n"
        at += 1
        yield cell, ended, is_open
        if at == length and not ended:
            yield "", True, False


def _delimiter_of(text: str) -> str:
    """The sign that parts the first lines into the most cells, as many in each; a comma where none does."""
    lines = [re.sub(r'"[^"]*"', "", line) for line in text.split("\n", _LINES_LOOKED_AT)[:_LINES_LOOKED_AT]]
    lines = [line for line in lines if line.strip()]
    best, most = ",", 0.0
    for delimiter in DELIMITERS:
        counts = sorted(line.count(delimiter) for line in lines)
        if not counts or not counts[-1]:
            continue
        middle = counts[len(counts) // 2]
        alike = sum(count == middle for count in counts) / len(counts)
        score = middle * alike if middle else 0.5 * counts[-1] / len(counts)
        if score > most:
            best, most = delimiter, score
    return best


def delimited(rows: Iterable[Iterable[str]], delimiter: str = ",") -> str:
    """Rows as text; no spreadsheet takes a cell of it for a formula."""
    lines = []
    for row in rows:
        cells = (escaped(cell) for cell in row)
        lines.append(delimiter.join(_quoted(cell, delimiter) for cell in cells) + "\n")
    return "".join(lines)


def _quoted(cell: str, delimiter: str) -> str:
    if any(sign in cell for sign in (delimiter, '"', "\n", "\r")) or cell != cell.strip():
        return '"' + cell.replace('"', '""') + '"'
    return cell


def escaped(cell: str) -> str:
    """A cell that begins like a formula, behind an apostrophe, which says in spreadsheets that it is text."""
    return f"'{cell}" if cell.lstrip("'").startswith(_STARTS_A_FORMULA) else cell


def unescaped(cell: str) -> str:
    """The reverse of `escaped`."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_STARTS_A_FORMULA) else cell
