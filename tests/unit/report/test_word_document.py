"""A page as DOCX, read again as Word would read it."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from argmap.report.page import Block, Code, Entry, Fold, Heading, Item, Paragraph, Picture, Table
from argmap.wording.spans import Span, Style, code, strong, words

pytest.importorskip("docx", reason="the extra `docx` is not installed")


def opened(*page: Block) -> Any:
    from docx import Document

    from argmap.report.word_document import docx

    return Document(BytesIO(docx(page)))


def told(document: Any) -> list[tuple[str, str]]:
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]


def test_headings_paragraphs_and_lists_have_the_styles_of_word() -> None:
    document = opened(
        Heading(1, words("All authors")),
        Paragraph(words("Two disagree.")),
        Heading(2, words("Where")),
        Item(words("Trams"), source=words("a.txt:3")),
        Item(words("their speed"), depth=1),
        Item(words("far below"), depth=7),
        Fold("The rest", (Item(words("more")),)),
        Code("argmap compare\n  --full"),
        Picture("map.svg", "The map"),
    )
    assert told(document) == [
        ("Heading 1", "All authors"),
        ("Normal", "Two disagree."),
        ("Heading 2", "Where"),
        ("List Bullet", "Trams\na.txt:3"),
        ("List Bullet 2", "their speed"),
        ("List Bullet 3", "far below"),
        ("Normal", "The rest"),
        ("List Bullet", "more"),
        ("Normal", "argmap compare"),
        ("Normal", "  --full"),
        ("Normal", "The map"),
    ]
    assert document.core_properties.title == "All authors"


def test_emphasis_ids_and_links() -> None:
    web, file = Span("there", target="https://example.org/?a=1&b=2"), Span("here", target="../a.argmap")
    document = opened(Paragraph(words(strong("Able"), " says ", code("fast"), " ", web, " and ", file)))
    (paragraph,) = document.paragraphs
    assert paragraph.text == "Able says fast there and here"
    assert [run.text for run in paragraph.runs if run.bold] == ["Able"]
    assert [run.text for run in paragraph.runs if run.font.name == "Consolas"] == ["fast"]
    assert [(link.text, link.address) for link in paragraph.hyperlinks] == [("there", web.target)]


def test_a_table_repeats_its_header() -> None:
    document = opened(Table(("question", "Able"), (("speed", words(Span("fast", Style.CODE))), ("colour", "")), "Who"))
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["question", "Able"],
        ["speed", "fast"],
        ["colour", ""],
    ]
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert "w:tblHeader" not in table.rows[1]._tr.xml
    assert told(document)[0] == ("Caption", "Who")


def test_what_cannot_be_seen_or_is_no_character_of_xml_is_written_out() -> None:
    document = opened(Heading(1, words("a\x00b\ufffe")), Paragraph(words("\x1b[31m\u202e & <w:p>\uffff")))
    assert told(document) == [
        ("Heading 1", "a<U+0000>b\ufffd"),
        ("Normal", "<U+001B>[31m<U+202E> & <w:p>\ufffd"),
    ]


def test_the_same_page_is_the_same_bytes() -> None:
    from argmap.report.word_document import docx

    page = (Heading(1, words("All")), Paragraph(words("Nothing.")))
    assert docx(page) == docx(page)
    with ZipFile(BytesIO(docx(page))) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "python-docx" not in package.read("docProps/core.xml").decode()


def test_what_only_differences_have_is_not_left_out_in_silence() -> None:
    from argmap.diff.significance import Significance

    with pytest.raises(TypeError, match="Entry"):
        opened(Entry((), next(iter(Significance)), "Something changed"))
