from pathlib import Path

import pytest
from source_forms import docx, epub, paragraph, pdf

from argmap.workspace.cache import Cache
from argmap.workspace.extraction import html_text, pdf_text
from argmap.workspace.source_files import no_text, read_sources


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("kept") / "cache"
    monkeypatch.setenv("ARGMAP_CACHE", str(folder))
    return folder


FILES = {
    "pdf": (b"%PDF-1.7\n\xe2\xe3", "a PDF"),
    "pdf-behind-blanks": (b"\r\n%PDF-1.7\n", "a PDF"),
    "docx": (b"PK\x03\x04....word/document.xml", "a DOCX"),
    "epub": (b"PK\x03\x04....mimetypeapplication/epub+zip", "an EPUB"),
    "locked": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "locked by a password"),
    "workbook": (b"PK\x03\x04....xl/workbook.xml", "a workbook"),
    "odt": (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", "an ODT"),
    "zip": (b"PK\x03\x04....other", "an archive"),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "an old word processor"),
    "rtf": (b"{\\rtf1\\ansi text", "an RTF"),
    "png": (b"\x89PNG\r\n\x1a\n", "a picture"),
    "utf-16": ("the text".encode("utf-16"), "UTF-16"),
    "utf-16-without-mark": ("the text".encode("utf-16-le"), "UTF-16"),
    "binary": (b"text text text text text text text text\0\x01", "a binary file"),
    "pointer": (b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n", "Git LFS"),
}


@pytest.mark.parametrize(("data", "said"), FILES.values(), ids=list(FILES))
def test_a_file_that_is_no_text_is_named(data: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_bytes(data)
    (reading,) = read_sources(tmp_path, ["s.txt"])
    assert said in reading.findings[0].label
    assert not reading.intact and not reading.source.text


@pytest.mark.parametrize("data", [b"", b"text", "\ufeffté\n".encode(), b"Pictures: PK and %PDF-1.4"])
def test_a_text_is_a_text(data: bytes, tmp_path: Path) -> None:
    assert no_text(data) == ""
    (tmp_path / "s.txt").write_bytes(data)
    (reading,) = read_sources(tmp_path, ["s.txt"])
    assert reading.intact


def test_another_encoding_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_bytes("one\nété two".encode("latin-1"))
    (reading,) = read_sources(tmp_path, ["s.txt"])
    assert reading.findings[0].label == "is UTF-8 in part only, and not on line 2"
    assert reading.source.text.endswith("t\ufffd two")


def test_a_folder_is_said_to_be_unreadable_and_a_missing_file_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "s.txt").mkdir()
    (reading,) = read_sources(tmp_path, ["s.txt", "other.txt", "../s.txt"])
    assert reading.findings[0].label == "cannot be read: it is not a regular file"


def test_the_name_of_a_file_may_be_composed_or_not(tmp_path: Path) -> None:
    (tmp_path / "cafe\u0301.txt").write_text("text", encoding="utf-8")
    (reading,) = read_sources(tmp_path, ["cafe\u0301.txt"])
    assert reading.source.name == "caf\u00e9.txt"


FORMS = {
    "s.html": b"<!DOCTYPE html><p>Larger ships <b>draw</b> more water.</p>",
    "s.docx": docx(paragraph("Larger ships draw more water.")),
    "s.epub": epub(["<p>Larger ships draw more water.</p>"]),
    "s.pdf": pdf([["Larger ships draw more water."]]),
}


@pytest.mark.parametrize(("name", "data"), FORMS.items())
@pytest.mark.parametrize("ending", ["", ".txt", ".PDF"])
def test_what_a_file_is_its_bytes_tell(name: str, data: bytes, ending: str, tmp_path: Path) -> None:
    (tmp_path / f"{name}{ending}").write_bytes(data)
    (reading,) = read_sources(tmp_path, [f"{name}{ending}"])
    assert reading.source.text == "Larger ships draw more water.\n"
    assert reading.intact and reading.digest
    assert reading.source.extraction is not None


def test_a_page_may_begin_with_words_where_it_is_called_one(tmp_path: Path) -> None:
    for name in ("s.html", "s.md"):
        (tmp_path / name).write_bytes(b"<p>AT&amp;T")
    page, text = read_sources(tmp_path, ["s.html", "s.md"])
    assert (page.source.text, text.source.text) == ("AT&T\n", "<p>AT&amp;T")


def test_what_is_called_a_page_may_be_something_else(tmp_path: Path) -> None:
    (tmp_path / "s.html").write_bytes(b"\x89PNG\r\n\x1a\n<p>")
    (reading,) = read_sources(tmp_path, ["s.html"])
    assert "a picture" in reading.findings[0].label


def test_a_file_is_read_once(own_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, data in FORMS.items():
        (tmp_path / name).write_bytes(data)
    first = read_sources(tmp_path, FORMS)
    kept = [path for path in own_cache.rglob("*") if path.is_file()]
    assert len(kept) == len(FORMS)
    monkeypatch.setattr(pdf_text, "pdf_text", None)
    monkeypatch.setattr(html_text, "html_text", None)
    assert read_sources(tmp_path, FORMS) == first
    # What is kept and no longer whole is made anew.
    monkeypatch.undo()
    for path in kept:
        path.write_bytes(b"")
    assert read_sources(tmp_path, FORMS, Cache(own_cache)) == first


def test_what_cannot_be_read_is_known_too_but_not_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty.pdf").write_bytes(pdf([[]]))
    said = [read_sources(tmp_path, ["empty.pdf"])[0].findings[0].label]
    monkeypatch.setattr(pdf_text, "pdf_text", None)
    said.append(read_sources(tmp_path, ["empty.pdf"])[0].findings[0].label)
    assert said == ["is a PDF without text"] * 2
    monkeypatch.undo()
    (tmp_path / "s.pdf").write_bytes(FORMS["s.pdf"])
    monkeypatch.setattr(pdf_text, "reader", lambda: "")
    (without,) = read_sources(tmp_path, ["s.pdf"])
    assert "argmap[pdf]" in without.findings[0].label
    monkeypatch.undo()
    assert read_sources(tmp_path, ["s.pdf"])[0].intact


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("s.html", b"<!DOCTYPE html><script>document.write('x')</script>", "is an HTML page without text"),
        ("s.docx", docx("<w:p/>"), "is a DOCX file without text"),
        ("s.epub", epub(["<img/>"]), "is an EPUB without text"),
        ("s.pdf", pdf([[]]), "is a PDF without text"),
    ],
)
def test_a_file_without_text_is_said_to_have_none(name: str, data: bytes, why: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    assert [read_sources(tmp_path, [name])[0].findings[0].label for _ in range(2)] == [why] * 2


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "s.pdf").open("wb") as file:
        file.truncate(1_000_000_000)
    (reading,) = read_sources(tmp_path, ["s.pdf"])
    assert reading.findings[0].label == "has more than 200 MB"
