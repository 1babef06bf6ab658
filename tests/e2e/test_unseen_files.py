"""What cannot be read on a side, is empty or was cut off is partial: nothing is removed or retracted by it."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import FILES
from program import Program
from repository import Git

SECOND = "arguments/second.argmap"
TEXT = FILES[SECOND]
IN_CONFLICT = "<<<<<<< HEAD\n" + TEXT + "=======\n>>>>>>> side\n"
LFS = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'4d7a' * 16}\nsize 123\n"
posix = pytest.mark.skipif(os.name != "posix", reason="as POSIX systems do it")


def written(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "kept").touch()


def link_to_nothing(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere.argmap")


def renamed(path: Path) -> None:
    path.unlink()
    path.with_name("other.argmap").write_bytes(TEXT.encode("utf-16"))


def folder_is_a_file(path: Path) -> None:
    shutil.rmtree(path.parent)
    path.parent.write_text("docs/arguments", encoding="utf-8")


def folder_is_a_link_to_nothing(path: Path) -> None:
    shutil.rmtree(path.parent)
    path.parent.symlink_to("nowhere")


UNREADABLE = {
    "UTF-16": written(TEXT.encode("utf-16")),
    "UTF-16 without a mark": written(TEXT.encode("utf-16-be")),
    "UTF-32": written(TEXT.encode("utf-32")),
    "Latin-1": written(TEXT.replace("narrow.", "narrow é.").encode("latin-1")),
    "Latin-1 in a name": written(TEXT.replace("trams: no", "trams: nö").encode("latin-1")),
    "Git LFS": written(LFS.encode()),
    "git-crypt": written(b"\0GITCRYPT\0\x01\x02"),
    "link as text": written(b"../drafts/second.argmap"),
    "NUL": written(b"\0" * len(TEXT)),
    "cut within a letter": written(TEXT.encode()[:70] + b"\xe4\xb8"),
    "conflict of git": written(IN_CONFLICT.encode()),
    "conflict of git without an end": written(IN_CONFLICT.partition("=======")[0].encode()),
    "folder": folder,
    "link to nothing": link_to_nothing,
    "renamed": renamed,
}
GONE = {"folder is a file": folder_is_a_file, "folder is a link to nothing": folder_is_a_link_to_nothing}
LOST = {
    "empty": written(b""),
    "blank": written(b"\r\n \n"),
    "cut off": written(TEXT.encode()[:70]),
    "NUL at the end": written(TEXT.encode()[:70] + b"\0" * 60),
}


@pytest.fixture
def git(argmap: Program) -> Git:
    git = Git.new(argmap.folder)
    git.commit()
    return git


def changed(argmap: Program, *words: str) -> list[str]:
    """The rules of what is told, of a comparison that is partial."""
    ran = argmap("diff", "--format", "json", *words)
    told = json.loads(ran.out)
    assert ran.code == 3
    assert told["partial"]
    return [change["rule"] for change in told["changes"]]


@posix
@pytest.mark.parametrize("spoil", [pytest.param(how, id=name) for name, how in (UNREADABLE | GONE | LOST).items()])
def test_nothing_is_removed_by_what_is_not_seen(argmap: Program, git: Git, spoil: Callable[[Path], object]) -> None:
    spoil(git.folder / SECOND)
    assert changed(argmap) == []
    git.commit()
    assert changed(argmap, "HEAD~1", "HEAD") == []


@posix
@pytest.mark.parametrize("spoil", [pytest.param(how, id=name) for name, how in (UNREADABLE | GONE).items()])
def test_nothing_is_new_beside_what_was_not_seen(argmap: Program, git: Git, spoil: Callable[[Path], object]) -> None:
    spoil(git.folder / SECOND)
    git.commit()
    git("checkout", "-q", "HEAD~1")
    assert changed(argmap, "main") == []
    assert changed(argmap, "main", "HEAD") == []


@posix
@pytest.mark.parametrize("spoil", [pytest.param(how, id=name) for name, how in (UNREADABLE | LOST).items()])
def test_what_the_others_say_is_compared_and_not_how_they_stand_to_it(
    argmap: Program, git: Git, spoil: Callable[[Path], object]
) -> None:
    first = git.folder / "arguments" / "first.argmap"
    first.write_text(first.read_text("utf-8").replace("trams: yes", "trams: no"), encoding="utf-8")
    spoil(git.folder / SECOND)
    assert changed(argmap) == ["stance-reversed"]


@pytest.mark.parametrize(
    ("right", "wrong"), [(": ", " "), ("document ", "documents "), ("claims ", "claim "), ("answers ", "answer ")]
)
def test_what_stands_on_a_line_that_is_not_read_is_not_removed(
    argmap: Program, git: Git, right: str, wrong: str
) -> None:
    assert right in TEXT
    (git.folder / SECOND).write_text(TEXT.replace(right, wrong), encoding="utf-8")
    assert changed(argmap) == []
    git.commit()
    assert changed(argmap, "HEAD", "HEAD~1") == []


def test_what_is_removed_is_told_where_another_file_cannot_be_read(argmap: Program, git: Git) -> None:
    (git.folder / SECOND).write_text(TEXT.replace("claims ", "claim "), encoding="utf-8")
    (git.folder / "arguments" / "first.argmap").unlink()
    assert "document-removed" in changed(argmap)


def test_names_that_all_share_are_known_from_the_other_side(argmap: Program, git: Git) -> None:
    issues = git.folder / "arguments" / "shared" / "issues.argmap"
    issues.write_bytes(issues.read_bytes().decode().encode("utf-16"))
    first = git.folder / "arguments" / "first.argmap"
    first.write_text(first.read_text("utf-8").replace("trams: yes", "trams: no"), encoding="utf-8")
    assert changed(argmap) == ["stance-reversed", "conflict-closed"]


def test_a_deletion_and_an_edit_are_told(argmap: Program, git: Git) -> None:
    path = git.folder / SECOND
    path.write_text("\n".join(TEXT.split("\n")[:5]) + "\n", encoding="utf-8")
    ran = argmap("diff", "--format", "oneline")
    assert ran.code == 0
    assert "conclusion-ungrounded" in ran.out
    path.unlink()
    ran = argmap("diff", "--format", "oneline")
    assert ran.code == 0
    assert "document-removed" in ran.out
    git.write({SECOND: ""})
    git.commit()
    git.write({SECOND: TEXT})
    ran = argmap("diff", "--format", "oneline")
    assert ran.code == 0
    assert "document-added" in ran.out


def test_damage_on_both_sides_does_not_hide_the_rest(argmap: Program, git: Git) -> None:
    git.commit({SECOND: TEXT.replace("narrow.", "narrow é.").encode("latin-1")})
    git.write({SECOND: TEXT.replace("narrow.", "narrow é.").replace("trams: no", "trams: yes").encode("latin-1")})
    assert "stance-reversed" in changed(argmap)


def test_a_reason_and_a_place_of_the_file_itself_are_shown(argmap: Program, git: Git) -> None:
    git.write({SECOND: TEXT.replace("narrow.", "narrow é.").encode("latin-1")})
    assert "narrow �." in argmap("diff").err
    git.write({SECOND: LFS})
    assert "kept by Git LFS" in argmap("diff").err
    for words in ("check", "compare", "build"):
        ran = argmap(words)
        assert ran.code == 1
        assert "kept by Git LFS" in ran.out + ran.err


def test_a_history_goes_on_behind_what_cannot_be_read(argmap: Program, git: Git) -> None:
    git.commit({SECOND: TEXT.encode("utf-16")}, "Spoil")
    git.commit({SECOND: TEXT.replace("trams: no", "trams: yes")}, "Mend and reverse")
    told = argmap("log", "second").out
    assert "retracted" not in told and "removed" not in told
    assert told.count("stance-reversed") == 1
    assert f"partial: {SECOND} could not be read whole" in told
    git.write({SECOND: TEXT.encode("utf-16")})
    assert "not committed" not in argmap("log", "second").out


@pytest.mark.parametrize("data", [b"", TEXT.encode("utf-16")], ids=["empty", "UTF-16"])
def test_a_build_removes_no_render_of_what_is_not_seen(argmap: Program, data: bytes) -> None:
    argmap("build")
    (argmap.folder / SECOND).write_bytes(data)
    (argmap.folder / "argmap.toml").write_text('levels = { A001 = "warning" }\n', encoding="utf-8")
    ran = argmap("build")
    assert (argmap.folder / "renders" / "second.svg").exists()
    assert f"there is no text in {SECOND}, so no render is removed" in ran.err
    (argmap.folder / SECOND).unlink()
    assert argmap("build").code == 0
    assert not (argmap.folder / "renders" / "second.svg").exists()


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="nothing is forbidden to root")
def test_what_may_not_be_read_is_not_removed(argmap: Program, git: Git) -> None:
    (git.folder / SECOND).chmod(0)
    assert changed(argmap) == []
    (git.folder / "arguments" / "shared").chmod(0)
    assert changed(argmap) == []
    (git.folder / "arguments" / "shared").chmod(0o755)
