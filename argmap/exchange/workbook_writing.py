"""Tables -> XLSX and ODS workbooks: every cell is text, so that no spreadsheet takes it for a formula."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from argmap.exchange.foreign_xml import zipped

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OPEN_XML = "http://schemas.openxmlformats.org"
_MAIN = f"{_OPEN_XML}/spreadsheetml/2006/main"
_RELATIONS = f"{_OPEN_XML}/officeDocument/2006/relationships"
_PACKAGED = f"{_OPEN_XML}/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML may hold."""
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
    return f'<c t="inlineStr"><is><t xml:space="preserve">{_escaped(text)}</t></is></c>' if text else "<c/>"


def _ods_cell(text: str) -> str:
    if not text:
        return "<table:table-cell/>"
    return f'<table:table-cell office:value-type="string"><text:p>{_escaped(text)}</text:p></table:table-cell>'


def _escaped(text: str) -> str:
    return escape(_NO_XML.sub(" ", text))
