"""XLSX and ODS workbooks: their cells as text, as they were last computed.  No formula is evaluated."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from itertools import accumulate
from xml.sax.saxutils import escape, quoteattr

from argmap.exchange.foreign_xml import XmlReader, read_xml, unzipped, zipped
from argmap.exchange.formats import NotThisFormatError
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.exchange.sheets import MOST_CELLS, Row, Sheet

_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""Number formats of XLSX that show dates and need no declaration."""
_NO_SIGN_OF_TIME = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|General')
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_BEGIN, _BEGIN_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - a table's times have no zone


def date_of_serial(value: float, begin: datetime = _BEGIN) -> str:
    """A date that a spreadsheet keeps as a count of days, with its time where it has one; empty where it is none."""
    if not 0 <= value < 3_000_000:
        return ""
    try:
        when = begin + timedelta(days=round(value * 86_400) / 86_400)
    except OverflowError:
        return ""
    return when.isoformat("T", "minutes") if value % 1 else when.date().isoformat()


class _Grid:
    """A sheet while it is read."""

    def __init__(self, file: str, name: str, loss: LossReport, budget: list[int]) -> None:
        self.rows: dict[int, dict[int, str]] = {}
        self.merged: list[tuple[int, int, int, int]] = []
        self.name = name
        self._file, self._loss, self._budget = file, loss, budget

    def put(self, row: int, column: int, text: str) -> None:
        text = text.strip()
        if not text:
            return
        self._budget[0] -= 1
        if self._budget[0] < 0:
            raise NotThisFormatError(f"it has more than {MOST_CELLS:,} cells", self._file, f"sheet {self.name}")
        self.rows.setdefault(row, {})[column] = text

    def sheet(self) -> Sheet:
        """The sheet; what stands in cells that are merged stands in each of them."""
        for top, left, bottom, right in self.merged:
            text = self.rows.get(top, {}).get(left, "")
            if not text or (bottom - top + 1) * (right - left + 1) > _MOST_ROWS:
                continue
            for row in range(top, bottom + 1):
                if row in self.rows:
                    for column in range(left, right + 1):
                        if column not in self.rows[row]:
                            self.put(row, column, text)
        if self.merged:
            self._loss.changed(
                "range of merged cells", "each of its cells holds the text", ForeignPlace(self._file, f"sheet {self.name}"), len(self.merged)
            )
        return Sheet(self._file, self.name, [Row(number, self.rows[number]) for number in sorted(self.rows)])


def read_workbook(data: bytes, file: str, loss: LossReport) -> list[Sheet]:
    """The sheets of a workbook.

    Raises:
        NotThisFormatError: It is none, or it is damaged, encrypted or too large.
    """

    def is_wanted(name: str) -> bool:
        return name in ("content.xml", "mimetype") or (name.startswith("xl/") and name.endswith((".xml", ".rels")))

    members = unzipped(data, file, is_wanted)
    if "xl/workbook.xml" in members:
        return _Xlsx(members, file, loss).sheets()
    if "content.xml" in members and b"opendocument.spreadsheet" in members.get("mimetype", b"opendocument.spreadsheet"):
        ods = _Ods(file, loss)
        read_xml(members["content.xml"], file, ods)
        return [grid.sheet() for grid in ods.grids]
    raise NotThisFormatError("this archive is no workbook: neither XLSX nor ODS", file)


def _formulas(loss: LossReport, file: str, sheet: str, number: int) -> None:
    why = "its last computed value is kept; formulas are never evaluated"
    loss.changed("formula", why, ForeignPlace(file, f"sheet {sheet}"), number)


# --- XLSX


class _Strings(XmlReader):
    """The texts that cells share, and any other element in which texts stand in runs."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._parts: list[str] = []
        self._in_text = self._phonetic = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "si":
            self._parts = []
        self._in_text = name == "t"
        self._phonetic = self._phonetic or name == "rPh"

    def end(self, name: str) -> None:
        self._in_text = False
        if name == "rPh":
            self._phonetic = False
        if name == "si":
            self.found.append("".join(self._parts))

    def text(self, text: str) -> None:
        if self._in_text and not self._phonetic:
            self._parts.append(text)


class _Elements(XmlReader):
    """Each element with its attributes, and that in which it stands."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str, Mapping[str, str]]] = []
        self._path = [""]

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.found.append((self._path[-1], name, attributes))
        self._path.append(name)

    def end(self, name: str) -> None:
        self._path.pop()


class _Xlsx:
    def __init__(self, members: Mapping[str, bytes], file: str, loss: LossReport) -> None:
        self._members, self._file, self._loss = members, file, loss
        self._budget = [MOST_CELLS]
        strings = _Strings()
        if "xl/sharedStrings.xml" in members:
            read_xml(members["xl/sharedStrings.xml"], file, strings)
        self._strings = strings.found
        self._dates = self._date_styles()

    def _elements(self, member: str) -> list[tuple[str, str, Mapping[str, str]]]:
        elements = _Elements()
        if member in self._members:
            read_xml(self._members[member], self._file, elements)
        return elements.found

    def _date_styles(self) -> set[int]:
        """The numbers of the styles that show a number as a date."""
        elements = self._elements("xl/styles.xml")
        dates = {str(number) for number in _DATE_FORMATS}
        for _, name, attributes in elements:
            code = _NO_SIGN_OF_TIME.sub("", attributes.get("formatCode", ""))
            if name == "numFmt" and re.search(r"[ymdhs]", code, re.IGNORECASE):
                dates.add(attributes.get("numFmtId", ""))
        styles = (attributes for above, name, attributes in elements if name == "xf" and above == "cellXfs")
        return {number for number, style in enumerate(styles) if style.get("numFmtId") in dates}

    def sheets(self) -> list[Sheet]:
        """All that can be found, in the order of the workbook."""
        workbook = self._elements("xl/workbook.xml")
        is_1904 = any(
            name == "workbookPr" and attributes.get("date1904") in ("1", "true") for _, name, attributes in workbook
        )
        targets = {
            attributes.get("Id", ""): attributes.get("Target", "")
            for _, name, attributes in self._elements("xl/_rels/workbook.xml.rels")
            if name == "Relationship"
        }
        found = []
        for _, name, attributes in workbook:
            if name != "sheet":
                continue
            target = targets.get(attributes.get("id", ""), "")
            member = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            title = attributes.get("name", "") or f"{len(found) + 1}"
            if member not in self._members:
                self._loss.dropped("sheet", "it is not in the workbook", ForeignPlace(self._file, f"sheet {title}"))
                continue
            grid = _Grid(self._file, title, self._loss, self._budget)
            reader = _XlsxSheet(grid, self._strings, self._dates, _BEGIN_1904 if is_1904 else _BEGIN)
            read_xml(self._members[member], self._file, reader)
            _formulas(self._loss, self._file, title, reader.formulas)
            self._loss.dropped(
                "cell", "it shows an error of its formula", ForeignPlace(self._file, f"sheet {title}"), reader.errors
            )
            found.append(grid.sheet())
        return found


class _XlsxSheet(XmlReader):
    def __init__(self, grid: _Grid, strings: list[str], dates: set[int], begin: datetime) -> None:
        self.formulas = self.errors = 0
        self._grid, self._strings, self._dates, self._begin = grid, strings, dates, begin
        self._row = self._column = 0
        self._type = self._style = ""
        self._parts: list[str] = []
        self._takes = self._phonetic = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._takes = False
        if name == "row":
            self._row = _whole(attributes.get("r", ""), _MOST_ROWS) or self._row + 1
            self._column = -1
        elif name == "c":
            place = _CELL.fullmatch(attributes.get("r", ""))
            self._column = min(_column(place[1]) if place else self._column + 1, _MOST_COLUMNS)
            self._type, self._style, self._parts = attributes.get("t", "n"), attributes.get("s", "0"), []
        elif name == "f":
            self.formulas += 1
        elif name == "rPh":
            self._phonetic = True
        elif name in ("v", "t"):
            self._takes = not self._phonetic
        elif name == "mergeCell":
            ends = [_CELL.fullmatch(end) for end in attributes.get("ref", "").split(":")]
            if len(ends) == 2 and ends[0] and ends[1]:
                (left, top), (right, bottom) = ((_column(end[1]), int(end[2])) for end in ends if end)
                self._grid.merged.append((top, left, min(bottom, _MOST_ROWS), min(right, _MOST_COLUMNS)))

    def end(self, name: str) -> None:
        self._takes = False
        if name == "rPh":
            self._phonetic = False
        if name == "c":
            self._grid.put(self._row, self._column, self._told("".join(self._parts)))
            self._parts = []

    def text(self, text: str) -> None:
        if self._takes:
            self._parts.append(text)

    def _told(self, said: str) -> str:
        if self._type == "s":
            number = _whole(said, len(self._strings))
            return self._strings[number] if number is not None and number < len(self._strings) else ""
        if self._type == "e":
            self.errors += 1
            return ""
        if self._type == "b":
            return "yes" if said.strip() == "1" else "no"
        if self._type != "n":
            return said
        is_date = (_whole(self._style, 100_000) or 0) in self._dates
        return number_told(said, is_date=is_date, begin=self._begin)


def number_told(said: str, *, is_date: bool = False, begin: datetime = _BEGIN) -> str:
    """A number as people write it, or the date that it stands for."""
    try:
        value = float(said)
    except ValueError:
        return said
    if is_date:
        return date_of_serial(value, begin) or said
    return f"{value:.15g}"


def _whole(said: str, most: int) -> int | None:
    said = said.strip()
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 and int(said) <= most else None


def _column(letters: str) -> int:
    return list(accumulate((ord(sign) - ord("A") + 1 for sign in letters), lambda sum_, one: sum_ * 26 + one))[-1] - 1


# --- ODS


class _Ods(XmlReader):
    def __init__(self, file: str, loss: LossReport) -> None:
        self.grids: list[_Grid] = []
        self._file, self._loss = file, loss
        self._budget = [MOST_CELLS]
        self._row = self._column = 0
        self._rows = self._columns = 1
        self._cells: list[tuple[int, int, str]] = []
        self._value: str | None = None
        self._span = (1, 1)
        self._parts: list[str] = []
        self._depth = self._aside = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "table":
            title = attributes.get("name", "") or str(len(self.grids) + 1)
            self.grids.append(_Grid(self._file, title, self._loss, self._budget))
            self._row = 1
        elif name == "table-row" and self.grids:
            self._rows = _whole(attributes.get("number-rows-repeated", ""), _MOST_ROWS) or 1
            self._column, self._cells = 0, []
        elif name in ("table-cell", "covered-table-cell"):
            self._columns = _whole(attributes.get("number-columns-repeated", ""), _MOST_COLUMNS) or 1
            self._value = _ods_value(attributes)
            self._span = (
                _whole(attributes.get("number-rows-spanned", ""), _MOST_ROWS) or 1,
                _whole(attributes.get("number-columns-spanned", ""), _MOST_COLUMNS) or 1,
            )
            self._parts = []
            if "formula" in attributes and self.grids:
                _formulas(self._loss, self._file, self.grids[-1].name, 1)
        elif name == "annotation":
            self._aside += 1
        elif name in ("p", "line-break") and self._parts:
            self._parts.append("\n")
        elif name in ("s", "tab"):
            self._parts.append(" ")
        self._depth += name == "p"

    def end(self, name: str) -> None:
        self._depth -= name == "p"
        if name == "annotation":
            self._aside -= 1
            if not self._aside:
                self._parts = []
                where = ForeignPlace(self._file, f"row {self._row}")
                self._loss.dropped("comment on a cell", "it is no part of the table", where)
        elif name in ("table-cell", "covered-table-cell") and self.grids:
            text = self._value if self._value is not None else "".join(self._parts)
            if text.strip():
                self._cells += [(self._column + number, 1, text) for number in range(self._columns)]
            if self._span != (1, 1):
                down, across = self._span
                self.grids[-1].merged.append((self._row, self._column, self._row + down - 1, self._column + across - 1))
            self._column = min(self._column + self._columns, _MOST_COLUMNS)
        elif name == "table-row" and self.grids:
            for number in range(self._rows if self._cells else 0):
                for column, _, text in self._cells:
                    self.grids[-1].put(self._row + number, column, text)
            self._row += self._rows

    def text(self, text: str) -> None:
        if self._depth and not self._aside:
            self._parts.append(text)


def _ods_value(attributes: Mapping[str, str]) -> str | None:
    """What a cell holds beside the text that it shows; None where that is all."""
    kind = attributes.get("value-type", "")
    if kind in ("float", "percentage", "currency"):
        return number_told(attributes.get("value", ""))
    if kind == "date":
        return attributes.get("date-value", "")
    if kind == "boolean":
        return "yes" if attributes.get("boolean-value") == "true" else "no"
    return None


# --- Writing

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OPEN_XML = "http://schemas.openxmlformats.org"
_MAIN = f"{_OPEN_XML}/spreadsheetml/2006/main"
_RELATIONS = f"{_OPEN_XML}/officeDocument/2006/relationships"
_PACKAGED = f"{_OPEN_XML}/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
Tables = Mapping[str, Iterable[Iterable[str]]]


def write_xlsx(tables: Tables) -> bytes:
    """A workbook with a sheet for each table; every cell is text, and none a formula."""
    names = list(tables)
    numbers = range(1, len(names) + 1)
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, name in zip(numbers, names, strict=True)
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in numbers
    )
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for number in numbers
    )
    members = {
        "[Content_Types].xml": f'<Types xmlns="{_OPEN_XML}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>{parts}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGED}"><Relationship Id="rId1" '
        f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGED}">{relations}</Relationships>',
    }
    for number, rows in zip(numbers, tables.values(), strict=True):
        members[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{_MAIN}"><sheetData>{_rows(rows, "row", _xlsx_cell)}</sheetData></worksheet>'
        )
    return zipped({name: (_HEAD + text).encode() for name, text in members.items()})


def write_ods(tables: Tables) -> bytes:
    """The same as an ODS workbook."""
    sheets = "".join(
        f"<table:table table:name={quoteattr(name)}>{_rows(rows, 'table:table-row', _ods_cell)}</table:table>"
        for name, rows in tables.items()
    )
    content = (
        f'<office:document-content xmlns:office="{_OASIS}:office:1.0" xmlns:table="{_OASIS}:table:1.0" '
        f'xmlns:text="{_OASIS}:text:1.0" office:version="1.3"><office:body><office:spreadsheet>{sheets}'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    listed = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", _ODS), ("content.xml", "text/xml"))
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0" manifest:version="1.3">{listed}</manifest:manifest>'
    )
    return zipped(
        {
            "mimetype": _ODS.encode(),
            "content.xml": (_HEAD + content).encode(),
            "META-INF/manifest.xml": (_HEAD + manifest).encode(),
        }
    )


def _rows(rows: Iterable[Iterable[str]], element: str, cell: Callable[[str], str]) -> str:
    return "".join(f"<{element}>{''.join(map(cell, row))}</{element}>" for row in rows)


def _xlsx_cell(text: str) -> str:
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>' if text else "<c/>"


def _ods_cell(text: str) -> str:
    if not text:
        return "<table:table-cell/>"
    return f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>'
