from pathlib import Path

import pytest

from argmap.workspace.source_files import no_text, read_sources

FILES = {
    "pdf": (b"%PDF-1.7\n\xe2\xe3", "a PDF"),
    "pdf-behind-blanks": (b"\r\n%PDF-1.7\n", "a PDF"),
    "docx": (b"PK\x03\x04....word/document.xml", "a DOCX"),
    "epub": (b"PK\x03\x04....mimetypeapplication/epub+zip", "an EPUB"),
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
