"""What stands in a commit is read as what stands on the disk."""

from pathlib import Path, PurePosixPath
from unicodedata import normalize

import pytest
from repository import Git

from argmap.git.commits import Commit, find_commit
from argmap.git.repository import Objects, find_repository
from argmap.workspace.reader import Reading, read_arguments

TOP = PurePosixPath()


def head(git: Git) -> Commit:
    found = find_commit(Objects(find_repository(git.folder)), "HEAD")
    assert found is not None
    return found


def said(readings: tuple[Reading, ...]) -> list[tuple[str, str, list[tuple[str, str]], bool]]:
    return [
        (
            reading.source.name,
            reading.source.text,
            [(finding.message, finding.label) for finding in reading.findings],
            reading.intact,
        )
        for reading in readings
    ]


def same_on_both_sides(git: Git, folder: PurePosixPath = TOP) -> list[str]:
    """What is read out of a commit is what is read off the disk; the reasons why something is not."""
    readings = head(git).readings(folder)
    assert said(readings) == said(read_arguments(git.folder / folder))
    return [finding.label for reading in readings for finding in reading.findings]


@pytest.fixture
def git(tmp_path: Path) -> Git:
    return Git.new(tmp_path / "town")


def test_files_in_their_order(git: Git) -> None:
    git.commit(
        {
            "arguments/b.argmap": "b",
            "arguments/a/z.argmap": "z",
            "arguments/a.argmap": "a",
            "arguments/a-b.argmap": "a-b",
            "arguments/größe/中国.argmap": "China",
            "arguments/two words\n.argmap": "odd",
            "arguments/.hidden.argmap": "hidden",
            "arguments/.hidden/x.argmap": "hidden",
            "arguments/notes.txt": "no",
            "elsewhere/x.argmap": "no",
        }
    )
    assert same_on_both_sides(git) == []
    assert [reading.source.name for reading in head(git).readings(TOP)] == [
        "arguments/a/z.argmap",
        "arguments/a-b.argmap",
        "arguments/a.argmap",
        "arguments/b.argmap",
        "arguments/größe/中国.argmap",
        "arguments/two words\n.argmap",
    ]


def test_a_project_in_a_folder_of_the_repository(git: Git) -> None:
    git.commit({"deep/er/arguments/a.argmap": "a", "deep/argmap.toml": "x", "deep/er/argmap.toml": "y"})
    folder = PurePosixPath("deep/er")
    same_on_both_sides(git, folder)
    commit = head(git)
    assert [commit.holds_project(parent) for parent in (folder, *folder.parents)] == [True, False, False]
    settings = commit.file("argmap.toml", folder)
    assert settings is not None and settings.source.text == "y"
    assert commit.file("pyproject.toml", folder) is None


def test_bytes_of_every_kind(git: Git) -> None:
    git.commit(
        {
            ".gitattributes": "* -text\n",
            "arguments/crlf.argmap": b"a\r\nb\r\n",
            "arguments/mark.argmap": b"\xef\xbb\xbfa\n",
            "arguments/latin.argmap": b"caf\xe9",
            "arguments/utf-16.argmap": "a".encode("utf-16"),
            "arguments/binary.argmap": bytes(range(256)),
            "arguments/empty.argmap": b"",
        }
    )
    assert len(same_on_both_sides(git)) == 3


def test_names_in_two_unicode_forms(git: Git) -> None:
    git("config", "core.precomposeUnicode", "false")
    git.commit({f"arguments/{normalize(form, 'größe')}.argmap": form for form in ("NFC", "NFD")})
    assert same_on_both_sides(git) == ["another file has the same name in another Unicode form"]


def test_links_are_followed_inside_the_project_and_never_out_of_it(git: Git, tmp_path: Path) -> None:
    (tmp_path / "secret.argmap").write_text("secret", encoding="utf-8")
    git.write({"sub/arguments/real.argmap": "real", "sub/texts/more.argmap": "more", "outside.argmap": "outside"})
    arguments = git.folder / "sub" / "arguments"
    for name, target in {
        "beside": "real.argmap",
        "above": "../texts/more.argmap",
        "round-about": "../../sub/texts/../texts/more.argmap",
        "over-a-link": "folder-link/more.argmap",
        "outside": "../../outside.argmap",
        "outside-the-repository": "../../../secret.argmap",
        "absolute": str(tmp_path / "secret.argmap"),
        "circle": "circle.argmap",
        "nowhere": "nothing.argmap",
        "to-a-folder": "../texts",
        "through-a-file": "real.argmap/x",
    }.items():
        (arguments / f"{name}.argmap").symlink_to(target)
    (arguments / "folder-link").symlink_to("../texts")
    (arguments / "file-link").symlink_to("real.argmap")
    (arguments / "dangling-link").symlink_to("nothing")
    git.commit()

    readings = {
        reading.source.name.removeprefix("arguments/").removesuffix(".argmap"): reading
        for reading in head(git).readings(PurePosixPath("sub"))
    }
    assert {name: reading.source.text for name, reading in readings.items() if reading.intact} == {
        "real": "real",
        "beside": "real",
        "above": "more",
        "round-about": "more",
        "over-a-link": "more",
    }
    assert {name: reading.findings[0].label for name, reading in readings.items() if reading.findings} == {
        "outside": "it leads out of the project",
        "outside-the-repository": "it leads out of the project",
        "absolute": "it leads out of the project",
        "circle": "its symbolic links form a circle",
        "nowhere": "it leads to a file that does not exist",
        "to-a-folder": "it is not a regular file",
        "through-a-file": "it leads to a file that does not exist",
        "folder-link": "it is not a regular file",
    }
    on_disk = {reading.source.name: reading.source.text for reading in read_arguments(git.folder / "sub")}
    assert {name: reading.source.text for name, reading in readings.items()} == {
        name.removeprefix("arguments/").removesuffix(".argmap"): text for name, text in on_disk.items()
    }


def test_a_folder_called_like_a_file(git: Git) -> None:
    git.commit({"arguments/x.argmap/y.argmap": "y"})
    assert same_on_both_sides(git) == ["it is not a regular file"]


def test_an_arguments_folder_that_is_a_link(git: Git) -> None:
    git.write({"texts/a.argmap": "a"})
    (git.folder / "arguments").symlink_to("texts")
    git.commit()
    assert [reading.source.text for reading in head(git).readings(TOP)] == ["a"]


def test_a_file_called_arguments_is_no_project(git: Git) -> None:
    git.commit({"arguments": "a"})
    assert not head(git).holds_project(TOP)
    assert head(git).readings(TOP) == ()


def test_a_text_that_large_file_storage_keeps_elsewhere(git: Git) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
    git.commit({"arguments/a.argmap": pointer})
    (reading,) = head(git).readings(TOP)
    assert reading.source.text == "" and not reading.intact
    assert "Git LFS" in reading.findings[0].label


def test_submodules_are_named_and_not_read(git: Git, tmp_path: Path) -> None:
    other = Git.new(tmp_path / "other")
    other.commit({"x.argmap": "x"})
    git.commit({"arguments/a.argmap": "a"})
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other.folder), "arguments/deep/other")
    git.commit()
    assert [reading.source.text for reading in head(git).readings(TOP)] == ["a"]
    assert head(git).submodules(TOP) == ("arguments/deep/other",)


def test_files_that_belong_to_no_project(git: Git) -> None:
    git.commit({"drafts/a.argmap": "a", "drafts/b/c.argmap": "c", "drafts/notes.txt": "n"})
    commit = head(git)
    assert [reading.source.name for reading in commit.files_at(PurePosixPath("drafts"))] == [
        "drafts/a.argmap",
        "drafts/b/c.argmap",
    ]
    assert [reading.source.text for reading in commit.files_at(PurePosixPath("drafts/notes.txt"))] == ["n"]
    assert commit.files_at(PurePosixPath("drafts/nothing")) == ()


def test_ids_of_the_longer_kind(tmp_path: Path) -> None:
    git = Git.new(tmp_path / "town", "--object-format=sha256")
    git.commit({"arguments/a.argmap": "a", "arguments/b/c.argmap": "c"})
    assert len(head(git).id) == 64
    same_on_both_sides(git)
    assert [reading.source.text for reading in head(git).readings(TOP)] == ["a", "c"]
