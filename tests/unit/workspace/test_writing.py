import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from argmap.workspace.errors import OutsideError, UnwritableError
from argmap.workspace.writing import inside, sweep, write_atomically

LEFT = ".argmap-writing-0123456789abcdef.tmp"


def listed(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file(tmp_path: Path) -> None:
    assert write_atomically(tmp_path / "new", b"bytes\r\n", tmp_path)
    assert (tmp_path / "new").read_bytes() == b"bytes\r\n"
    assert listed(tmp_path) == ["new"]


def test_equal_bytes_are_not_written(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"same")
    before = path.stat()
    assert not write_atomically(path, b"same", tmp_path)
    assert path.stat().st_ino == before.st_ino
    assert write_atomically(path, b"else", tmp_path)
    assert path.read_bytes() == b"else"


def test_pieces_are_written_one_by_one_and_only_where_they_are_others(tmp_path: Path) -> None:
    path = tmp_path / "file"
    assert write_atomically(path, lambda: iter((b"some", b"", b"thing")), tmp_path)
    assert path.read_bytes() == b"something"
    assert not write_atomically(path, lambda: iter((b"so", b"mething")), tmp_path)
    assert write_atomically(path, lambda: iter((b"some",)), tmp_path)
    assert path.read_bytes() == b"some"
    assert write_atomically(path, lambda: iter((b"some", b"one")), tmp_path)
    assert path.read_bytes() == b"someone"


def test_a_piece_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"new"
        raise OSError(errno.EIO, "the disk is gone")

    path = tmp_path / "file"
    path.write_bytes(b"old")
    with pytest.raises(OSError, match="gone"):
        write_atomically(path, pieces, tmp_path)
    assert path.read_bytes() == b"old"
    assert listed(tmp_path) == ["file"]


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_the_mode_stays(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new", tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize("step", ["fsync", "replace", "open"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def fail(*arguments: object, **named: object) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(OSError, match="no space left"):
        write_atomically(path, b"new", tmp_path)
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert listed(tmp_path) == ["file"]


def test_an_interruption_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "file", b"new", tmp_path)
    assert listed(tmp_path) == []


def test_a_temporary_that_another_process_swept_is_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []
    replace = os.replace

    def swept_once(source: Path, target: Path) -> None:
        calls.append(source)
        if len(calls) == 1:
            source.unlink()
        replace(source, target)

    monkeypatch.setattr(os, "replace", swept_once)
    assert write_atomically(tmp_path / "file", b"new", tmp_path)
    assert (tmp_path / "file").read_bytes() == b"new"
    assert len(set(calls)) == 2


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "gone" / "file", b"", tmp_path)


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (folder / "link").symlink_to(victim)
    (folder / "up").symlink_to(tmp_path)
    for path in (folder / "link", folder / "up" / "victim", folder / ".." / "victim"):
        with pytest.raises(OutsideError):
            write_atomically(path, b"new", folder)
    assert victim.read_bytes() == b"precious"


def test_a_link_that_stays_inside_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    assert write_atomically(tmp_path / "link", b"new", tmp_path)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_links_in_a_circle_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError):
        write_atomically(tmp_path / "a", b"", tmp_path)
    assert (tmp_path / "a").is_symlink()


def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UnwritableError):
        write_atomically(tmp_path / "folder", b"", tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(UnwritableError):
            write_atomically(tmp_path / "pipe", b"", tmp_path)


def test_a_file_that_may_not_be_written_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(UnwritableError):
        write_atomically(path, b"new", tmp_path)
    assert not write_atomically(path, b"old", tmp_path)
    assert path.read_bytes() == b"old"


def test_writing_sweeps_what_a_killed_process_left(tmp_path: Path) -> None:
    (tmp_path / LEFT).write_bytes(b"half")
    write_atomically(tmp_path / "file", b"whole", tmp_path)
    assert listed(tmp_path) == ["file"]


def test_sweeping_takes_only_our_own_left_overs(tmp_path: Path) -> None:
    (tmp_path / LEFT).write_bytes(b"half")
    names = {"user.tmp", ".argmap-writing-0123.tmp", f"{LEFT}.bak"}
    for name in names:
        (tmp_path / name).write_bytes(b"")
    (tmp_path / LEFT.replace("0", "f")).mkdir()
    assert sweep(tmp_path) == 1
    assert set(listed(tmp_path)) == names | {LEFT.replace("0", "f")}
    assert sweep(tmp_path / "gone") == 0


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps open files by itself")
def test_sweeping_leaves_what_is_being_written(tmp_path: Path) -> None:
    import fcntl

    with (tmp_path / LEFT).open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert sweep(tmp_path) == 0
        assert (tmp_path / LEFT).exists()
    assert sweep(tmp_path) == 1


def test_inside(tmp_path: Path) -> None:
    assert inside(tmp_path / "a" / ".." / "b", tmp_path) == tmp_path.resolve() / "b"
    assert inside(tmp_path, tmp_path) == tmp_path.resolve()
    for path in (tmp_path.parent, tmp_path / "..", Path("a\0b")):
        with pytest.raises(OutsideError):
            inside(path, tmp_path)
