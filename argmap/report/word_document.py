"""A page as DOCX, for Word and its like: headings, paragraphs, lists and tables in the styles that they know."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from argmap.report.page import Block, Code, Fold, Heading, Item, Paragraph, Picture, Table, spelled_out
from argmap.report.visible import visible
from argmap.wording.spans import Span, Style, Words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as Written

_DEEPEST = 3
"""Levels of lists that Word has a style for."""
_INK = "16202F"
_LINK = "1F55A0"
_NO_LETTERS = re.compile("[\ufffe\uffff]")
"""What can be seen, and yet is no character of XML."""
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def docx(page: Iterable[Block]) -> bytes:
    """A page that tells a comparison, as the file that Word reads: the same bytes for the same page.

    Raises:
        ImportError: There is no python-docx.
    """
    import docx as library

    document = library.Document()
    _set_up(document)
    for block in spelled_out(page):
        _add(document, block)
    written = BytesIO()
    document.save(written)
    return _without_times(written.getvalue())


def _set_up(document: Document) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt, RGBColor

    told = document.core_properties
    told.author, told.title, told.comments = "", "", ""
    told.created = told.modified = datetime(*_LONG_AGO, tzinfo=UTC)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    for level in range(1, 5):
        style = document.styles[f"Heading {level}"]
        style.font.color.rgb = RGBColor.from_string(_INK)
    document.styles["Caption"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT


def _add(document: Document, block: Block) -> None:
    match block:
        case Heading(level=level, words=words):
            if level == 1 and not document.core_properties.title:
                document.core_properties.title = _shown("".join(span.text for span in words))[:255]
            _write(document.add_heading(level=level), words)
        case Paragraph(words=words):
            _write(document.add_paragraph(), words)
        case Item(words=words, depth=depth, source=source):
            level = min(depth + 1, _DEEPEST)
            written = document.add_paragraph(style="List Bullet" if level == 1 else f"List Bullet {level}")
            _write(written, words)
            if source:
                written.add_run().add_break()
                _write(written, source)
        case Table():
            _add_table(document, block)
        case Fold(summary=summary, blocks=blocks):
            # Nothing folds in Word: what would be behind it follows.
            document.add_paragraph().add_run(_shown(summary)).bold = True
            for inner in blocks:
                _add(document, inner)
        case Code(lines=lines):
            for line in lines:
                _write(document.add_paragraph(), (Span(line, Style.CODE),))
        case Picture(file=file, says=says):
            _write(document.add_paragraph(), (Span(says or file, target=file),))
        case _:
            raise TypeError(f"a page with {type(block).__name__} is not told as DOCX")


def _add_table(document: Document, table: Table) -> None:
    from docx.shared import Pt

    if table.caption:
        document.add_paragraph(_shown(table.caption), style="Caption")
    made = document.add_table(rows=1, cols=len(table.header), style="Table Grid")
    _repeat(made.rows[0])
    for cell, title in zip(made.rows[0].cells, table.header, strict=True):
        _write(cell.paragraphs[0], (Span(title, Style.STRONG),))
    for row in table.rows:
        for cell, content in zip(made.add_row().cells, row, strict=True):
            _write(cell.paragraphs[0], (Span(content),) if isinstance(content, str) else content)
    for written in made.rows:
        for cell in written.cells:
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
            for run in cell.paragraphs[0].runs:
                run.font.size = Pt(9)
    document.add_paragraph()


def _repeat(row: object) -> None:
    """Show the row on top of every page that the table reaches."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # type: ignore[attr-defined]


def _write(paragraph: Written, words: Words) -> None:
    for span in words:
        text = _shown(span.text)
        if span.target and "://" in span.target:
            _write_link(paragraph, span, text)
        else:
            # A path in the project leads nowhere from a document that is mailed.
            run = paragraph.add_run(text)
            run.bold = True if span.style is Style.STRONG else None
            if span.style is Style.CODE:
                run.font.name = "Consolas"


def _shown(text: str) -> str:
    return _NO_LETTERS.sub("\ufffd", visible(text))


def _write_link(paragraph: Written, span: Span, text: str) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(span.target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(text)
    run.bold = True if span.style is Style.STRONG else None
    run.underline = True
    run.font.color.rgb = RGBColor.from_string(_LINK)
    link.append(run._r)
    paragraph._p.append(link)


def _without_times(data: bytes) -> bytes:
    """The package without the moment at which its parts were packed."""
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = ZipInfo(name, _LONG_AGO)
            part.compress_type = ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return packed.getvalue()
