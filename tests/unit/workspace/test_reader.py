import os
from pathlib import Path
from unicodedata import normalize

import pytest

from argmap.source.text import Span
from argmap.workspace.reader import Reading, decode, read_arguments, read_file


def write(root: Path, name: str, data: bytes = b"") -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def names(readings: tuple[Reading, ...]) -> list[str]:
    return [reading.source.name for reading in readings]


def only_finding(reading: Reading) -> tuple[str, str]:
    (finding,) = reading.findings
    assert finding.place.file == reading.source.name
    return finding.code, finding.label


def test_text_is_decoded_and_line_ends_stay() -> None:
    reading = decode("x", b"\xef\xbb\xbfdocument d: \xe4\xb8\xad\r\n")
    assert reading.source.text == "document d: 中\r\n"
    assert reading.intact and not reading.findings
    assert len(reading.digest) == 64


def test_the_digest_tells_a_byte_order_mark() -> None:
    assert decode("x", b"a").digest != decode("x", b"\xef\xbb\xbfa").digest


@pytest.mark.parametrize(
    ("data", "start", "text", "message"),
    [
        (b"caf\xe9 x", 3, "caf\ufffd x", "byte 0xE9 is not UTF-8"),
        (b"\xef\xbb\xbf\xc3\xa9\xff", 1, "é\ufffd", "byte 0xFF is not UTF-8"),
        (b"cut \xe4\xb8", 4, "cut \ufffd", "byte 0xE4 is not UTF-8"),
    ],
)
def test_the_first_bad_byte_is_found_and_the_rest_is_still_there(
    data: bytes, start: int, text: str, message: str
) -> None:
    reading = decode("x", data)
    (finding,) = reading.findings
    assert (finding.code, finding.message, finding.place.span) == ("A001", message, Span(start, start + 1))
    assert reading.source.text == text
    assert not reading.intact


def test_utf_16_is_named() -> None:
    (finding,) = decode("x", "document d: x\n".encode("utf-16")).findings
    assert "UTF-16" in finding.help


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32", "UTF-32")],
)
def test_another_encoding_is_named_and_nothing_is_read_on_in_it(encoding: str, name: str) -> None:
    reading = decode("x", "document d: x\n  author a: A\n".encode(encoding))
    (finding,) = reading.findings
    assert name in finding.help
    assert (reading.source.text, reading.intact) == ("", False)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 1\n", "Git LFS"),
        (b"version https://git-lfs.github.com/spec/v1\r\noid sha256:4d7a\r\nsize 1\r\n", "Git LFS"),
        (b"version https://hawser.github.com/spec/v1\noid sha256:4d7a\nsize 1\n", "Git LFS"),
        (b"/annex/objects/SHA256E-s31390--f50d.argmap\n", "git-annex"),
        (b"../.git/annex/objects/Gx/9W/SHA256E-s31390--f50d.argmap", "git-annex"),
        (b"\0GITCRYPT\0\xe9\x01", "git-crypt"),
        (b"../shared/issues.argmap", "symbolic link"),
        (b"\0" * 4096, "NUL"),
    ],
)
def test_what_stands_for_a_text_that_is_elsewhere_is_no_argument(data: bytes, why: str) -> None:
    reading = decode("x", data)
    assert why in only_finding(reading)[1]
    assert (reading.source.text, reading.intact) == ("", False)


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"x", b"document d: see x.argmap", b"# version https://git-lfs\n", b"\0a"]
)
def test_what_only_resembles_that_is_read(data: bytes) -> None:
    assert decode("x", data).source.text == data.decode()


def test_a_file_that_stands_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "arguments").write_text("docs/arguments", encoding="utf-8")
    (reading,) = read_arguments(tmp_path)
    assert only_finding(reading) == ("A001", "it is not a folder")


def test_files_are_sorted_by_folder_then_name(tmp_path: Path) -> None:
    for name in ("b", "a/z", "a-b", "B", "a"):
        write(tmp_path, f"arguments/{name}.argmap")
    assert names(read_arguments(tmp_path)) == [f"arguments/{name}.argmap" for name in ("B", "a/z", "a-b", "a", "b")]


def test_other_files_and_hidden_ones_are_left_alone(tmp_path: Path) -> None:
    for name in ("a.argmap", "a.txt", ".b.argmap", ".hidden/c.argmap", "a.argmap~"):
        write(tmp_path, f"arguments/{name}")
    write(tmp_path, "elsewhere/d.argmap")
    assert names(read_arguments(tmp_path)) == ["arguments/a.argmap"]


def test_a_name_is_known_in_nfc(tmp_path: Path) -> None:
    write(tmp_path, normalize("NFD", "arguments/é.argmap"), b"text")
    (reading,) = read_arguments(tmp_path)
    assert reading.source.name == normalize("NFC", "arguments/é.argmap")
    assert reading.source.text == "text"


def test_two_names_that_look_the_same(tmp_path: Path) -> None:
    write(tmp_path, normalize("NFD", "arguments/é.argmap"), b"one")
    write(tmp_path, normalize("NFC", "arguments/é.argmap"), b"two")
    if len(list((tmp_path / "arguments").iterdir())) == 1:
        pytest.skip("this file system takes them for one")
    first, second = read_arguments(tmp_path)
    assert (first.source.text, first.findings) == ("one", ())
    assert only_finding(second) == ("A001", "another file has the same name in another Unicode form")


def test_a_name_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "arguments").mkdir()
    try:
        (tmp_path / "arguments" / os.fsdecode(b"a\xff.argmap")).write_bytes(b"text")
    except OSError:
        pytest.skip("this file system has only UTF-8 names")
    (reading,) = read_arguments(tmp_path)
    assert reading.source.name == "arguments/a\ufffd.argmap"
    assert reading.source.text == "text"


def test_links_stay_in_the_project(tmp_path: Path) -> None:
    root = tmp_path / "project"
    secret = write(tmp_path, "secret.argmap", b"secret")
    inner = write(root, "drafts/a.argmap", b"inner")
    (root / "arguments").mkdir()
    (root / "arguments" / "in.argmap").symlink_to(inner)
    (root / "arguments" / "out.argmap").symlink_to(secret)
    (root / "arguments" / "folder").symlink_to(root / "arguments")
    folder, good, out = read_arguments(root)
    assert good.source.text == "inner"
    assert only_finding(out) == ("A001", "it leads out of the project")
    assert only_finding(folder) == ("A001", "it is not a regular file")
    assert not out.intact and out.digest == ""


def test_an_arguments_folder_elsewhere_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/a.argmap", b"secret")
    root = tmp_path / "project"
    root.mkdir()
    (root / "arguments").symlink_to(tmp_path / "elsewhere")
    (reading,) = read_arguments(root)
    assert reading.source.text == ""
    assert only_finding(reading) == ("A001", "it leads out of the project")


def test_what_is_no_file_is_said_and_never_waited_for(tmp_path: Path) -> None:
    write(tmp_path, "arguments/folder.argmap/inner.argmap")
    (tmp_path / "arguments" / "broken.argmap").symlink_to("gone")
    (tmp_path / "arguments" / "circle.argmap").symlink_to("circle.argmap")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "arguments" / "pipe.argmap")
    found = {reading.source.name: only_finding(reading)[1] for reading in read_arguments(tmp_path)}
    pipe = {"arguments/pipe.argmap": "it is not a regular file"} if hasattr(os, "mkfifo") else {}
    assert found == {
        "arguments/broken.argmap": "it leads to a file that does not exist",
        "arguments/circle.argmap": "its symbolic links form a circle",
        "arguments/folder.argmap": "it is not a regular file",
        **pipe,
    }


def test_a_device_is_not_read() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("no such device here")
    assert only_finding(read_file(Path("/dev/zero"), "zero", Path("/"))) == ("A001", "it is not a regular file")


def test_a_file_and_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "arguments/a.argmap")
    write(tmp_path, "arguments/closed/b.argmap")
    scandir = os.scandir

    def refuse(path: object, *rest: object) -> None:
        raise PermissionError(13, "refused")

    def refuse_closed(path: Path) -> object:
        return refuse(path) if path.name == "closed" else scandir(path)

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(os, "scandir", refuse_closed)
    readings = read_arguments(tmp_path)
    assert names(readings) == ["arguments/a.argmap", "arguments/closed"]
    assert {only_finding(reading)[1] for reading in readings} == {"reading it is not permitted"}


def test_no_arguments_are_no_readings(tmp_path: Path) -> None:
    (tmp_path / "arguments").mkdir()
    assert read_arguments(tmp_path) == ()
