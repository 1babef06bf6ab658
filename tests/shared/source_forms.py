"""Small files of the forms in which sources come, made as the programs make them that write such files."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def archive(members: Mapping[str, str | bytes]) -> bytes:
    """A zip archive."""
    whole = BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return whole.getvalue()


# --- DOCX


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of a DOCX file."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space='preserve'>{escape(text)}</w:t></w:r></w:p>"


def docx(body: str, notes: Mapping[str, str] | None = None, **more: str) -> bytes:
    """A DOCX file with a body of XML, and footnotes by their ids."""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"<?xml version='1.0'?><w:document {WORD}><w:body>{body}</w:body></w:document>",
    }
    if notes:
        written = "".join(f"<w:footnote w:id='{name}'>{paragraph(text)}</w:footnote>" for name, text in notes.items())
        members["word/_rels/document.xml.rels"] = _relations({"footnotes": "footnotes.xml"})
        members["word/footnotes.xml"] = f"<w:footnotes {WORD}>{written}</w:footnotes>"
    return archive(members | more)


def _relations(targets: Mapping[str, str]) -> str:
    found = "".join(f"<Relationship Id='r' Type='{_OFFICE}/{kind}' Target='{to}'/>" for kind, to in targets.items())
    return (
        f"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{found}</Relationships>"
    )


# --- EPUB


def epub(chapters: Sequence[str | bytes | None], more: Mapping[str, str] | None = None) -> bytes:
    """An EPUB of some chapters, each the body of a page of XHTML; one that is None is named and not there."""
    names = [f"text/chapter {number}.xhtml" for number in range(1, len(chapters) + 1)]
    items = "".join(
        f"<item id='c{number}' href='{name.replace(' ', '%20')}' media-type='application/xhtml+xml'/>"
        for number, name in enumerate(names)
    )
    spine = "".join(f"<itemref idref='c{number}'/>" for number in range(len(names)))
    package = (
        f"<package xmlns='http://www.idpf.org/2007/opf'><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    root = "<rootfiles><rootfile full-path='OEBPS/book.opf' media-type='application/oebps-package+xml'/></rootfiles>"
    head = "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'>"
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": f"<container xmlns='urn:oasis:names:tc:opendocument'>{root}</container>",
        "OEBPS/book.opf": package,
    }
    for name, chapter in zip(names, chapters, strict=True):
        if isinstance(chapter, bytes):
            members[f"OEBPS/{name}"] = chapter
        elif chapter is not None:
            members[f"OEBPS/{name}"] = f"{head}<head><title/></head><body>{chapter}</body></html>"
    return archive(members | dict(more or {}))


# --- PDF


def pdf(pages: Iterable[Sequence[str] | bytes | None], trailer: str = "") -> bytes:
    """A PDF whose pages have some lines each, or these operators; None stands for a page that is a picture."""
    objects: list[bytes] = [
        b"",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    picture = zlib.compress(b"\xff" * 64)
    head = b"<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter "
    objects.append(head + b"/FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(picture), picture))
    kids = []
    for page in pages:
        content = _operators(page)
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        shown = "/XObject << /I 4 0 R >>" if page is None else "/Font << /F 3 0 R >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Resources << {shown} >> "
            f"/Contents {number + 1} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    whole = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    rows = len(objects) + 1
    end = f"xref\n0 {rows}\n0000000000 65535 f \n{table}trailer\n<< /Size {rows} /Root 1 0 R {trailer}>>\n"
    return whole + end.encode() + f"startxref\n{len(whole)}\n%%EOF\n".encode()


def _operators(page: Sequence[str] | bytes | None) -> bytes:
    if page is None:
        return b"q 100 0 0 100 50 400 cm /I Do Q"
    if isinstance(page, bytes):
        return page
    lines = (line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") for line in page)
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    return f"BT /F 12 Tf 14 TL 50 550 Td {shown} ET".encode("cp1252")
