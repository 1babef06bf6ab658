"""What is put beside what, in real repositories."""

import os
import subprocess
from contextlib import chdir
from io import BytesIO
from pathlib import Path

import pytest
from repository import Git, surround

from argmap.git.side_reading import Side
from argmap.git.sides import Sides, read_sides
from argmap.language.parser import Parser
from argmap.project.corpus_loader import load_sides
from argmap.workspace.errors import NoProjectError, RefusedError

A, B, SHARED = "arguments/a.argmap", "arguments/größe.argmap", "arguments/shared/issues.argmap"


def document(name: str, text: str = "Trams are quiet.") -> str:
    return f"document {name}: {name}\n  author author-{name}: Author\n\nclaims quiet: {text}\n"


@pytest.fixture(autouse=True)
def own_git_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    surround(monkeypatch)


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """A project in a folder of a repository: two commits, and a change in the working tree."""
    made = Git.new(tmp_path / "town")
    first = {f"sub/{A}": document("a"), f"sub/{B}": document("b"), f"sub/{SHARED}": "issue trams: Trams?\n"}
    made.commit({**first, "README.md": "Read me.\n"})
    made("branch", "start")
    made.commit({f"sub/{A}": document("a", "Trams are loud.")})
    made.write({f"sub/{A}": document("a", "Trams are silent.")})
    return made


def put(git: Git, *words: str, within: str = "sub", against: str | None = None, stdin: str = "") -> Sides:
    """What the words mean, in a folder of the repository; what follows `--` are paths."""
    at = words.index("--") if "--" in words else len(words)
    typed = list(words[:at])
    old = "" if against is not None else "".join(typed[:1])
    new = next(iter(typed if against is not None else typed[1:]), None)
    with chdir(git.folder / within):
        return read_sides(
            old, new, words[at + 1 :], against=against, folder=Path(), standard_input=BytesIO(stdin.encode()).read
        )


def told(side: Side) -> str:
    """What a side says of trams in documents other than b, and the names of its files."""
    names = [reading.source.name for reading in side.given.readings]
    texts = " ".join(reading.source.text for reading in side.given.readings).replace(document("b"), "")
    said = [word for word in ("quiet.", "loud.", "silent.") if f"are {word}" in texts]
    return "".join(said) + " " + " ".join(sorted(names))


ALL = f"{A} {B} {SHARED}"


@pytest.mark.parametrize(
    ("within", "words", "old", "new", "chosen"),
    [
        ("sub", [], f"loud. {ALL}", f"silent. {ALL}", None),
        ("sub/arguments", [], f"loud. {ALL}", f"silent. {ALL}", None),
        ("sub", ["start"], f"quiet. {ALL}", f"silent. {ALL}", None),
        ("sub", ["start", "HEAD"], f"quiet. {ALL}", f"loud. {ALL}", None),
        ("sub", ["HEAD", "start"], f"loud. {ALL}", f"quiet. {ALL}", None),
        ("sub", ["start", "."], f"quiet. {ALL}", f"silent. {ALL}", None),
        (".", ["start", "sub"], f"quiet. {ALL}", f"silent. {ALL}", None),
        (".", ["start:sub"], f"quiet. {ALL}", f"silent. {ALL}", None),
        (".", ["start:sub", "HEAD"], f"quiet. {ALL}", f"loud. {ALL}", None),
        (".", ["start", "HEAD:sub"], f"quiet. {ALL}", f"loud. {ALL}", None),
        ("sub", ["start", "--", A], f"quiet. {ALL}", f"silent. {ALL}", {A}),
        ("sub", ["--", "arguments/shared"], f"loud. {ALL}", f"silent. {ALL}", {SHARED}),
        ("sub/arguments", ["--", "shared/", "größe.argmap"], f"loud. {ALL}", f"silent. {ALL}", {SHARED, B}),
        (".", ["start:sub", "--", f"sub/{A}"], f"quiet. {ALL}", f"silent. {ALL}", {A}),
        ("sub", ["--", "."], f"loud. {ALL}", f"silent. {ALL}", None),
        ("sub", [f"start:sub/{A}"], f"quiet. {ALL}", f"silent. {ALL}", {A}),
        ("sub", [f"start:./{A}", "HEAD"], f"quiet. {ALL}", f"loud. {ALL}", {A}),
        ("sub", [f"start:./{A}", f"HEAD:./{A}"], f"quiet. {ALL}", f"loud. {ALL}", {A}),
        ("sub", [f"start:./{A}", A], f"quiet. {ALL}", f"silent. {ALL}", {A}),
        (".", ["start", f"sub/{A}"], f"quiet. {ALL}", f"silent. {ALL}", {A}),
        ("sub", ["start", "arguments/shared"], f"quiet. {ALL}", f"silent. {ALL}", {SHARED}),
        ("sub", ["start", A, "--", B], f"quiet. {ALL}", f"silent. {ALL}", {A, B}),
        ("sub", ["start:./arguments/shared", "HEAD:./arguments/shared"], f"quiet. {ALL}", f"loud. {ALL}", {SHARED}),
        # Two files of one project: each without the other.
        ("sub", [A, B], f"silent. {A} {SHARED}", f" {B} {SHARED}", {A, B}),
        ("sub", [f"start:./{A}", B], f"quiet. {A} {SHARED}", f" {B} {SHARED}", {A, B}),
    ],
)  # fmt: skip
def test_what_is_put_beside_what(
    git: Git, within: str, words: list[str], old: str, new: str, chosen: set[str] | None
) -> None:
    sides = put(git, *words, within=within)
    assert (told(sides.old), told(sides.new), sides.chosen) == (old, new, chosen)


def test_a_file_that_is_on_one_side_only(git: Git) -> None:
    git.commit({f"sub/{A}": None, "sub/arguments/new.argmap": document("new", "Trams hum.")})
    sides = put(git, "start", "HEAD", "--", A, "arguments/new.argmap")
    assert told(sides.old) == f"quiet. {ALL}"
    assert told(sides.new) == f" arguments/größe.argmap arguments/new.argmap {SHARED}"
    assert sides.chosen == {A, "arguments/new.argmap"}
    for words in ([f"start:./{A}", f"HEAD:./{A}"], [f"start:./{A}"], [f"HEAD:./{A}", "start"]):
        assert put(git, *words).chosen == {A}
    # What was a file may be the file of another name.
    sides = put(git, f"start:./{A}", "arguments/new.argmap")
    assert (told(sides.old), sides.chosen) == (f"quiet. {ALL}", {A, "arguments/new.argmap"})


@pytest.mark.parametrize("within", ["sub", "."])
def test_a_project_whose_files_are_all_gone(git: Git, within: str) -> None:
    git("rm", "-q", "-r", "-f", "sub/arguments")
    git.commit()
    (git.folder / "sub").mkdir(exist_ok=True)
    word = "start" if within == "sub" else "start:sub"
    for words in ([word], [word, "HEAD"]):
        sides = put(git, *words, within=within)
        assert (told(sides.old), sides.new.given.readings) == (f"quiet. {ALL}", ())
    sides = put(git, "HEAD", word, within=within)
    assert (sides.old.given.readings, told(sides.new)) == ((), f"quiet. {ALL}")


def test_a_branch_and_where_it_began(git: Git) -> None:
    git("stash", "-q")
    git("checkout", "-q", "-b", "feature", "start")
    git.commit({f"sub/{A}": document("a", "Trams are silent.")})
    for words in ([], ["feature"], ["--", A], [A]):
        sides = put(git, *words, against="main")
        assert (told(sides.old), told(sides.new)) == (f"quiet. {ALL}", f"silent. {ALL}")
        assert sides.chosen == ({A} if A in words else None)
    # The default branch of a repository without a remote.
    assert told(put(git, against="").old) == f"quiet. {ALL}"
    assert told(put(git, "main", against="feature").new) == f"loud. {ALL}"


def test_standard_input_stands_in_the_place_of_the_file_beside_it(git: Git) -> None:
    text = document("a", "Trams are quiet.")
    for words in (["-", A], ["-", f"HEAD:./{A}"], ["-", f"sub/{A}"]):
        within = "." if words[1].startswith("sub") else "sub"
        sides = put(git, *words, within=within, stdin=text)
        assert told(sides.old) == f"quiet. - {B} {SHARED}"
        assert sides.chosen == {"-", A}
    sides = put(git, A, "-", stdin=text)
    assert (told(sides.new), sides.new.name) == (f"quiet. - {B} {SHARED}", "standard input")


def test_where_a_project_is_one_file_another_stands_in_its_place_too(git: Git, tmp_path: Path) -> None:
    git.write({f"sub/{B}": None, f"sub/{SHARED}": None})
    copy = tmp_path / "old.argmap"
    copy.write_text(document("a", "Trams are quiet."), encoding="utf-8")
    for word, name in (("-", "-"), (str(copy), str(copy))):
        sides = put(git, word, A, stdin=document("a", "Trams are quiet."))
        assert told(sides.old) == f"quiet. {name}"
        assert told(sides.new) == f"silent. {A}"
        sides = put(git, A, word, stdin=document("a", "Trams are quiet."))
        assert (told(sides.old), told(sides.new)) == (f"silent. {A}", f"quiet. {name}")


def test_a_file_called_head_is_no_rival_where_nobody_typed_it(git: Git) -> None:
    git.write({"sub/HEAD": "Not a revision.\n"})
    assert told(put(git).old) == f"loud. {ALL}"
    with pytest.raises(RefusedError, match="`HEAD` is a path, and a revision too"):
        put(git, "HEAD")


def test_a_file_that_leads_to_no_repository(git: Git, tmp_path: Path) -> None:
    folder = tmp_path / "torn"
    (folder / "arguments").mkdir(parents=True)
    (folder / ".git").write_text("gitdir: /nowhere/at/all\n", encoding="utf-8")
    with pytest.raises(RefusedError, match="git says: not a git repository: /nowhere/at/all"):
        put(git, within=str(folder))


def test_a_file_from_elsewhere_stands_in_the_place_of_the_file_beside_it(git: Git, tmp_path: Path) -> None:
    copy = tmp_path / "old.argmap"
    copy.write_text(document("a", "Trams are quiet."), encoding="utf-8")
    for word in (str(copy), "../../old.argmap"):
        sides = put(git, word, A)
        assert told(sides.old) == f"quiet. {' '.join(sorted((word, B, SHARED)))}"
        assert told(sides.new) == f"silent. {ALL}"
        assert sides.chosen == {word, A}


def test_the_null_device_is_a_file_that_is_not_there(git: Git) -> None:
    sides = put(git, os.devnull, A)
    assert told(sides.old) == f" {os.devnull} {B} {SHARED}"
    sides = put(git, f"HEAD:./{A}", os.devnull)
    assert (told(sides.new), sides.chosen) == (f" {os.devnull} {B} {SHARED}", {A, os.devnull})


def test_a_folder_with_links_that_lead_in_a_circle(tmp_path: Path) -> None:
    for name in ("old", "new"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "circle.argmap").symlink_to("circle.argmap")
        (folder / "a.argmap").write_text(document("a"), encoding="utf-8")
    sides = put(Git(tmp_path), "old", "new", within=".")
    assert [finding.label for finding in sides.old.given.readings[1].findings] == ["its symbolic links form a circle"]


def test_files_outside_any_project_stand_alone(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / f"{name}.argmap").write_text(document("a"), encoding="utf-8")
    sides = put(Git(tmp_path), "one.argmap", "other.argmap", within=".")
    assert (told(sides.old), told(sides.new)) == ("quiet. one.argmap", "quiet. other.argmap")


def test_a_file_in_a_commit_that_is_in_no_project(git: Git) -> None:
    git.commit({"drafts/x.argmap": document("x", "Trams are quiet.")})
    git.commit({"drafts/x.argmap": document("x", "Trams are loud.")})
    git.write({"drafts/x.argmap": document("x", "Trams are silent.")})
    word = "HEAD~1:drafts/x.argmap"
    for words, new in (
        ([word, "HEAD:drafts/x.argmap"], "loud."),
        ([word], "silent."),
        ([word, "drafts/x.argmap"], "silent."),
    ):
        sides = put(git, *words, within=".")
        assert (told(sides.old), told(sides.new)) == ("quiet. drafts/x.argmap", f"{new} drafts/x.argmap")


def test_two_projects(git: Git, tmp_path: Path) -> None:
    other = Git.new(tmp_path / "other")
    other.commit({A: document("a", "Trams are quiet.")})
    sides = put(git, "../other", "sub", within=".")
    assert (told(sides.old), told(sides.new)) == (f"quiet. {A}", f"silent. {ALL}")
    sides = put(git, "../../other")
    assert (told(sides.old), told(sides.new)) == (f"quiet. {A}", f"silent. {ALL}")
    sides = put(git, f"../other/{A}", f"sub/{A}", within=".")
    assert (told(sides.old), told(sides.new), sides.chosen) == (f"quiet. {A}", f"silent. {ALL}", {A})


@pytest.mark.parametrize(
    ("within", "words", "message", "help_"),
    [
        ("sub", ["-", "-"], "standard input can be read once: only one side can be `-`", ""),
        ("sub", ["-"], "standard input is one file, and the working tree is more than one",
         "name the file to put beside it, or REF:path"),
        ("sub", ["HEAD", "-"], "standard input is one file, and `HEAD` is more than one",
         "name the file to put beside it, or REF:path"),
        ("sub", [A], f"`{A}` is in the working tree, which is what it would be compared with",
         "for what changed since the last commit, write:"),
        ("sub", ["."], "`.` is in the working tree, which is what it would be compared with",
         "for what changed since the last commit, write:"),
        ("sub", ["HEAD", "--", "arguments/b.argmap"],
         "no argument file is called `arguments/b.argmap`, on either side; did you mean `arguments/a.argmap`?", ""),
        ("sub", ["HEAD", "--", "../README.md"], "no argument file is called `../README.md`, on either side", ""),
        ("sub", ["HEAD:sub/arguments/b.argmap"],
         "no argument file is called `arguments/b.argmap`, on either side; did you mean `arguments/a.argmap`?", ""),
        ("sub", [f"HEAD:{A}"], f"there is no `{A}` at the top of `HEAD`, where git looks for it",
         f"write `HEAD:./{A}` for the one in this folder"),
        ("sub", ["HEAD:nothing"], "there is no `nothing` in `HEAD`, and none beside it", ""),
        ("sub", ["HEAD:nothing", "HEAD:sub"], "there is no `nothing` in `HEAD`, and none beside it", ""),
        ("sub", ["HEAD:sub", "HEAD:nothing"], "there is no `nothing` in `HEAD`, and none beside it", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_put_beside_each_other(
    git: Git, within: str, words: list[str], message: str, help_: str
) -> None:
    with pytest.raises(RefusedError) as caught:
        put(git, *words, within=within)
    assert (str(caught.value), "".join(caught.value.help[:1])) == (message, help_)


def test_a_folder_without_argument_files(git: Git) -> None:
    git.commit({"sub/pictures/one.svg": "<svg/>"})
    with pytest.raises(RefusedError) as caught:
        put(git, "HEAD:sub/pictures", "HEAD:sub")
    assert str(caught.value) == "there is no argument file in `HEAD:sub/pictures`"


def test_where_there_is_no_project(git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NoProjectError):
        put(git, "HEAD", within=".")
    with pytest.raises(NoProjectError):
        put(git, "HEAD", "start", within=".")
    (tmp_path / "x.argmap").write_text(document("x"), encoding="utf-8")
    with pytest.raises(NoProjectError):
        put(Git(tmp_path), "x.argmap", within=".")


def test_a_bare_repository(git: Git, tmp_path: Path) -> None:
    git("clone", "-q", "--bare", str(git.folder), str(tmp_path / "bare.git"))
    bare = Git(tmp_path / "bare.git")
    sides = put(bare, "start:sub", "HEAD", within=".")
    assert (told(sides.old), told(sides.new)) == (f"quiet. {ALL}", f"loud. {ALL}")
    sides = put(bare, "start:sub", "HEAD:sub", "--", "sub/arguments/shared", within=".")
    assert sides.chosen == {SHARED}
    with pytest.raises(RefusedError, match="since this repository is bare"):
        put(bare, "start:sub", within=".")
    with pytest.raises(RefusedError, match=r"there is no working tree here$"):
        put(Git(git.folder / ".git"), "start:sub", within=".")


def test_a_detached_head_and_a_second_work_tree(git: Git, tmp_path: Path) -> None:
    git("worktree", "add", "-q", "--detach", str(tmp_path / "second"), "start")
    sides = put(Git(tmp_path / "second"), "main")
    assert (told(sides.old), told(sides.new)) == (f"loud. {ALL}", f"quiet. {ALL}")


def test_the_same_inside_a_hook(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", str(git.folder / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(git.folder))
    monkeypatch.setenv("GIT_INDEX_FILE", str(git.folder / ".git" / "nothing"))
    monkeypatch.setenv("GIT_PREFIX", "sub/")
    sides = put(git, "start")
    assert (told(sides.old), told(sides.new)) == (f"quiet. {ALL}", f"silent. {ALL}")


def test_submodules_are_passed_over_on_both_sides(git: Git, tmp_path: Path) -> None:
    other = Git.new(tmp_path / "other")
    other.commit({"x.argmap": document("x")})
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other.folder), "sub/arguments/other")
    sides = put(git, "HEAD")
    assert (told(sides.new), sides.passed_over) == (f"silent. {ALL}", ("arguments/other",))
    git.commit()
    sides = put(git, "HEAD~1", "HEAD")
    assert (told(sides.new), sides.passed_over) == (f"silent. {ALL}", ("arguments/other",))
    # Where no commit is in view, the files of the other repository are files like any others.
    assert any("other/" in reading.source.name for reading in put(git, "sub", "sub", within=".").new.given.readings)


def test_what_a_submodule_takes_the_place_of_is_removed(git: Git, tmp_path: Path) -> None:
    git.commit({"sub/arguments/other/x.argmap": document("x")})
    before = told(put(git, "HEAD", "HEAD").old)
    assert "x" in before
    other = Git.new(tmp_path / "other")
    other.commit({"y.argmap": document("y")})
    git("rm", "-rq", "sub/arguments/other")
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other.folder), "sub/arguments/other")
    sides = put(git, "HEAD")
    assert (told(sides.old), told(sides.new)) == (before, f"silent. {ALL}")
    git.commit()
    sides = put(git, "HEAD~1", "HEAD")
    assert (told(sides.old), told(sides.new), sides.passed_over) == (before, f"silent. {ALL}", ("arguments/other",))


def test_arguments_that_are_a_submodule_are_passed_over(git: Git, tmp_path: Path) -> None:
    other = Git.new(tmp_path / "other")
    other.commit({"x.argmap": document("x")})
    whole = Git.new(tmp_path / "whole")
    whole("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other.folder), "arguments")
    whole.commit()
    for words in (["HEAD"], ["HEAD", "HEAD"]):
        sides = put(whole, *words, within=".")
        assert sides.passed_over == ("arguments",)
        assert not sides.old.given.readings + sides.new.given.readings


def test_settings_are_those_of_each_side(git: Git) -> None:
    git.commit({"sub/argmap.toml": 'schemes = ["old-scheme"]\n'})
    git.write({"sub/argmap.toml": 'schemes = ["new-scheme"]\n'})
    sides = put(git, "HEAD")
    assert sides.old.given.settings.schemes == ("old-scheme",)
    assert sides.new.given.settings.schemes == ("new-scheme",)
    assert put(git, "start", "HEAD").old.given.settings.schemes == ()


@pytest.mark.parametrize(
    ("words", "against", "most"),
    [
        (["start"], None, 2),
        (["start", "HEAD"], None, 2),
        ([], "main", 3),
        ([f"start:./{A}"], None, 2),
        ([A, B], None, 0),
    ],
)
def test_so_many_processes_and_no_more(
    git: Git, monkeypatch: pytest.MonkeyPatch, words: list[str], against: str | None, most: int
) -> None:
    started: list[str] = []
    popen = subprocess.Popen
    monkeypatch.setattr(
        subprocess, "Popen", lambda words, **how: started.append(" ".join(words)) or popen(words, **how)
    )
    put(git, *words, against=against)
    assert len(started) == most
    assert sum("cat-file" in words for words in started) <= 1


def test_each_text_is_parsed_once(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    parse = Parser.parse
    monkeypatch.setattr(Parser, "parse", lambda self, source: parsed.append(source.text) or parse(self, source))
    git("mv", f"sub/{B}", "sub/arguments/moved.argmap")
    sides = put(git, "start")
    load_sides(sides.old.given, sides.new.given)
    assert len(parsed) == len(set(parsed)) == 4

    parsed.clear()
    sides = put(git, "HEAD", "main")
    one, other = load_sides(sides.old.given, sides.new.given)
    assert len(parsed) == 3
    assert one.corpus is other.corpus


def test_line_ends_of_another_system_are_no_change(git: Git) -> None:
    git("stash", "-q")
    path = git.folder / "sub" / A
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    sides = put(git, "HEAD")
    one, other = load_sides(sides.old.given, sides.new.given)
    assert one.corpus == other.corpus
