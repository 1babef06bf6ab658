"""Workbooks: what stands in cells of XLSX and ODS files, and what is refused."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from argmap.api.importing import NotThisFormatError
from argmap.exchange.foreign_xml import XmlReader, read_xml
from argmap.exchange.loss import LossReport
from argmap.exchange.sheets import letters_of, sheets_of
from argmap.exchange.workbook_writing import write_ods, write_xlsx
from argmap.exchange.workbooks import date_of_serial

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATION = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def zipped(members: dict[str, str]) -> bytes:
    whole = io.BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return whole.getvalue()


def xlsx(rows: str, *, head: str = "", after: str = "") -> bytes:
    return zipped(
        {
            "xl/workbook.xml": f"<workbook {MAIN} {RELATION}>{head}<sheets>"
            '<sheet name="S" r:id="x"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="x" '
            'Target="worksheets/s.xml"/></Relationships>',
            "xl/sharedStrings.xml": f"<sst {MAIN}><si><t>one</t></si><si><r><t>t</t></r><r><t>wo</t></r>"
            "<rPh><t>hidden</t></rPh></si></sst>",
            "xl/styles.xml": f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="170" formatCode="[$-409]d\\-mmm"/>'
            "</numFmts>"
            '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
            '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>',
            "xl/worksheets/s.xml": f"<worksheet {MAIN}><sheetData>{rows}</sheetData>{after}</worksheet>",
        }
    )


def ods(rows: str) -> bytes:
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f'<office:document-content{names}><table:table table:name="S">{rows}</table:table>'
            "</office:document-content>",
        }
    )


def cells(data: bytes) -> tuple[list[dict[int, str]], list[str]]:
    loss = LossReport()
    (sheet,) = sheets_of(data, "w", loss)
    return [dict(row.cells) for row in sheet.rows], [str(one) for one in loss]


def test_cells_of_xlsx() -> None:
    rows = (
        '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c>'
        '<c t="inlineStr"><is><t>in </t></is></c></row>'
        '<row><c><v>0.30000000000000004</v></c><c s="1"><v>44259</v></c><c s="2"><v>44259.5</v></c>'
        '<c t="b"><v>1</v></c>'
        '<c t="str"><f>HYPERLINK("x")</f><v>=kept</v></c><c t="e"><v>#REF!</v></c><c t="s"><v>99</v></c></row>'
    )
    found, lost = cells(xlsx(rows))
    assert found == [
        {0: "one", 2: "two", 3: "in"},
        {0: "0.3", 1: "2021-03-04", 2: "2021-03-04T12:00", 3: "yes", 4: "=kept"},
    ]
    assert lost == [
        "1 formula: its last computed value is kept; formulas are never evaluated (w, sheet S)",
        "1 cell: it shows an error of its formula (w, sheet S)",
    ]


def test_dates_from_1904_and_merged_cells() -> None:
    rows = '<row r="1"><c r="A1" s="1"><v>0</v></c></row><row r="2"><c r="B2"><v>7</v></c></row>'
    merge = '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    found, _ = cells(xlsx(rows, head='<workbookPr date1904="1"/>', after=merge))
    assert found == [{0: "1904-01-01"}, {0: "1904-01-01", 1: "7"}]
    assert date_of_serial(-1) == date_of_serial(1e9) == ""


def test_cells_of_ods() -> None:
    rows = (
        '<table:table-row><table:table-cell table:number-rows-spanned="2" office:value-type="string">'
        "<text:p>a<text:s/>b"
        "</text:p><office:annotation><text:p>aside</text:p></office:annotation><text:p>c</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1.50"/>'
        '<table:table-cell table:number-columns-repeated="16380"/></table:table-row>'
        '<table:table-row><table:covered-table-cell/><table:table-cell office:value-type="date" '
        'office:date-value="2021-03-04" table:formula="of:=NOW()"><text:p>4 March</text:p></table:table-cell>'
        '</table:table-row><table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>'
    )
    found, lost = cells(ods(rows))
    assert found == [{0: "a b\nc", 1: "1.5", 2: "1.5"}, {0: "a b\nc", 1: "2021-03-04"}]
    assert lost[0].startswith("1 formula")
    assert "1 comment on a cell: it is no part of the table (w, row 1)" in lost


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (xlsx("<row>"), "this is no XML that can be read: mismatched tag"),
        (xlsx("").replace(b"xl/workbook.xml", b"xl/workbxxk.xml"), "neither XLSX nor ODS"),
        (xlsx("")[:200], "the archive cannot be unpacked"),
        (zipped({"xl/workbook.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "it has a DTD"),
        (ods("<a>" * 300 + "</a>" * 300), "elements stand more than 200 deep"),
        (
            ods(
                '<table:table-row table:number-rows-repeated="1000000"><table:table-cell '
                'table:number-columns-repeated="16000"><text:p>x</text:p></table:table-cell></table:table-row>'
            ),
            "it has more than 5,000,000 cells",
        ),
    ],
)
def test_what_is_hostile_or_broken_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(NotThisFormatError, match=said):
        sheets_of(data, "w", LossReport())


def test_a_bomb_is_not_unpacked_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.exchange.foreign_xml.MOST_UNPACKED", 1_000_000)
    with pytest.raises(NotThisFormatError, match="the archive unpacks into more than"):
        sheets_of(xlsx("<row><c><v>" + "1" * 2_000_000 + "</v></c></row>"), "w", LossReport())


def test_entities_that_grow_are_refused() -> None:
    lol = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><l>&b;</l>'
    with pytest.raises(NotThisFormatError, match="it has a DTD"):
        read_xml(lol.encode(), "x", XmlReader())


@pytest.mark.parametrize("write", [write_xlsx, write_ods])
def test_a_workbook_is_the_same_bytes_each_time_and_has_no_formula(write) -> None:
    tables = {"a & b": [["=1+1", "é<>"], ["", "\x1f"]]}
    assert write(tables) == write(tables)
    with ZipFile(io.BytesIO(write(tables))) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
    assert b"<f>" not in whole
    assert b"formula" not in whole


def test_columns_are_called_as_in_spreadsheets() -> None:
    assert [letters_of(number) for number in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
