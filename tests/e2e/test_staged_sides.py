"""What is staged as a side of a diff, and the other words that git knows for what stands beside what."""

from contextlib import chdir
from io import BytesIO
from pathlib import Path

import pytest
from program import Program
from repository import Git, surround

from argmap.api.diffing import diff
from argmap.git.side_reading import Side
from argmap.git.sides import Sides, read_sides
from argmap.workspace.errors import RefusedError

A, B = "arguments/a.argmap", "arguments/größe.argmap"


def document(text: str) -> str:
    return f"document a: a\n  author author-a: Author\n\nclaims quiet: Trams are {text}.\n"


@pytest.fixture(autouse=True)
def own_git_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    surround(monkeypatch)


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """A project in a folder of a repository: two commits, a branch, an edit that is staged, and one that is not."""
    made = Git.new(tmp_path / "town")
    made.commit({f"sub/{A}": document("quiet"), f"sub/{B}": "issue trams: Trams?\n"}, "One: quiet")
    made("checkout", "-q", "-b", "side")
    made.commit({f"sub/{A}": document("slow")}, "Beside")
    made("checkout", "-q", "main")
    made.commit({f"sub/{A}": document("loud")}, "Two")
    made.write({f"sub/{A}": document("silent")})
    made("add", ".")
    made.write({f"sub/{A}": document("gone")})
    return made


def put(git: Git, *words: str, staged: bool = False, against: str | None = None, within: str = "sub") -> Sides:
    at = words.index("--") if "--" in words else len(words)
    typed = [*words[:at], None, None]
    with chdir(git.folder / within):
        return read_sides(
            typed[0] or "",
            typed[1],
            words[at + 1 :],
            staged=staged,
            against=against,
            folder=Path(),
            standard_input=BytesIO().read,
        )


def told(side: Side) -> str:
    """What a side says of trams."""
    texts = [r.source.text for r in side.given.readings if "document" in r.source.text]
    return " ".join(text.rpartition(" ")[2].strip(".\n") for text in texts)


def both(sides: Sides) -> tuple[str, str]:
    return told(sides.old), told(sides.new)


@pytest.mark.parametrize(
    ("words", "expected", "chosen"),
    [
        ([], ("loud", "silent"), None),
        (["HEAD~1"], ("quiet", "silent"), None),
        ([":/One"], ("quiet", "silent"), None),
        ([A], ("loud", "silent"), {A}),
        (["side", A], ("slow", "silent"), {A}),
        (["side", "--", B], ("slow", "silent"), {B}),
        ([":"], ("silent", "silent"), None),
    ],
)
@pytest.mark.parametrize("within", ["sub", "sub/arguments"])
def test_what_is_staged(
    git: Git, words: list[str], expected: tuple[str, str], chosen: set[str] | None, within: str
) -> None:
    if within != "sub" and chosen:
        words = [word.replace("arguments/", "") for word in words]
    sides = put(git, *words, staged=True, within=within)
    assert (both(sides), sides.chosen, sides.new.name, sides.new.commit) == (expected, chosen, "the index", "")


def test_what_is_staged_beside_where_a_branch_was_left(git: Git) -> None:
    assert both(put(git, staged=True, against="side")) == ("quiet", "silent")
    assert put(git, A, staged=True, against="side").chosen == {A}


def test_before_the_first_commit_all_that_is_staged_is_new(tmp_path: Path) -> None:
    git = Git.new(tmp_path / "new")
    git.write({A: document("quiet")})
    git("add", ".")
    sides = put(git, staged=True, within=".")
    assert (sides.old.given.readings, told(sides.new)) == ((), "quiet")
    assert sides.old.name == "nothing (there is no commit yet)"
    with pytest.raises(RefusedError, match="there is no commit yet") as caught:
        put(git, within=".")
    assert "  argmap diff --staged" in caught.value.help


def test_a_head_that_is_not_here_is_no_beginning(git: Git) -> None:
    (git.folder / ".git" / "refs" / "heads" / "main").write_text("1" * 40 + "\n", encoding="ascii")
    with pytest.raises(RefusedError):
        put(git, staged=True)


def test_what_is_staged_to_be_deleted_or_is_not_tracked(git: Git) -> None:
    git("rm", "-q", "-f", "--cached", f"sub/{A}")
    git.write({"sub/arguments/new.argmap": document("new")})
    sides = put(git, staged=True)
    assert both(sides) == ("loud", "")
    git("rm", "-q", "--cached", f"sub/{B}")
    sides = put(git, staged=True)
    assert (told(sides.old), sides.new.given.readings) == ("loud", ())


def test_settings_count_as_they_are_staged(git: Git) -> None:
    git.write({"sub/argmap.toml": '[changes]\nclaim-reworded = "off"\n'})
    git("add", ".")
    git.write({"sub/argmap.toml": None})
    project = put(git, staged=True).new.given.project
    assert project is not None and [file.source.name for file in project.settings_files] == ["argmap.toml"]


@pytest.fixture
def unmerged(git: Git) -> Git:
    git.commit()
    assert git("rev-parse", "main") != git("rev-parse", "side")
    with pytest.raises(AssertionError):
        git("merge", "-q", "side")
    return git


def test_a_file_that_is_not_merged_yet_is_said_to_be_so(unmerged: Git) -> None:
    (reading, _) = put(unmerged, staged=True).new.given.readings
    assert [finding.label for finding in reading.findings] == ["it is not merged yet, so no version of it is staged"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([f":1:sub/{A}", f":2:sub/{A}"], ("quiet", "gone")),
        ([f":2:./{A}", f":3:./{A}"], ("gone", "slow")),
        ([":1:", ":3:"], ("quiet", "slow")),
        ([":3:./arguments", "HEAD:./arguments"], ("slow", "gone")),
        (["HEAD...MERGE_HEAD"], ("quiet", "slow")),
    ],
)
def test_each_version_of_a_file_that_is_not_merged_yet(
    unmerged: Git, words: list[str], expected: tuple[str, str]
) -> None:
    assert both(put(unmerged, *words)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([":"], ("silent", "gone")),
        ([f":sub/{A}"], ("silent", "gone")),
        ([f":./{A}"], ("silent", "gone")),
        ([f":0:sub/{A}", f"HEAD:sub/{A}"], ("silent", "loud")),
        ([f"HEAD:./{A}", f":./{A}"], ("loud", "silent")),
        ([f":./{A}", A], ("silent", "gone")),
        ([":/One: q", "HEAD"], ("quiet", "loud")),
        (["HEAD^{/One}", ":/Two"], ("quiet", "loud")),
        (["HEAD~1^{tree}", "HEAD:./"], ("quiet", "loud")),
        (["side..main"], ("slow", "loud")),
        (["side..main", A], ("slow", "loud")),
        (["side..main", "--", A], ("slow", "loud")),
        (["side.."], ("slow", "loud")),
        (["..side"], ("loud", "slow")),
        (["side...main"], ("quiet", "loud")),
        (["...side"], ("quiet", "slow")),
        (["side..HEAD^{/One}"], ("slow", "quiet")),
        ([":/One..side"], ("quiet", "slow")),
        (["side...:/Two"], ("quiet", "loud")),
        (["^side", "main"], ("slow", "loud")),
        (["main", "^side"], ("slow", "loud")),
        ([f"side:./{A}..main:./{A}"], ("slow", "loud")),
        (["main^!"], ("quiet", "loud")),
        (["main^-"], ("quiet", "loud")),
        (["main^-1", A], ("quiet", "loud")),
        (["side^!"], ("quiet", "slow")),
        (["main~1^!"], ("", "quiet")),
        (["4b825dc642cb6eb9a060e54bf8d69288fbee4904", "main"], ("", "loud")),
        (["@{-1}", "@"], ("slow", "loud")),
    ],
    ids=" ".join,
)
def test_the_words_that_git_knows(git: Git, words: list[str], expected: tuple[str, str]) -> None:
    sides = put(git, *words)
    assert both(sides) == expected
    assert sides.chosen == ({A} if any(A in word for word in words) else None)


def test_what_a_merge_brought_to_its_branch(git: Git) -> None:
    git("reset", "-q", "--hard")
    git("merge", "-q", "-s", "ours", "side")
    assert both(put(git, "HEAD^!")) == ("loud", "loud")
    assert both(put(git, "HEAD^-2")) == ("slow", "loud")


def test_the_upstream_of_a_branch(git: Git) -> None:
    with pytest.raises(RefusedError, match="no upstream configured for branch 'main'"):
        put(git, "@{u}")
    git("reset", "-q", "--hard")
    git("branch", "-q", "--set-upstream-to=side")
    for words, expected in (
        (["@{u}"], ("slow", "loud")),
        (["@{upstream}..HEAD"], ("slow", "loud")),
        (["@{u}..."], ("quiet", "loud")),
    ):
        assert both(put(git, *words)) == expected


def test_two_files_by_what_git_calls_them(git: Git) -> None:
    words = [git("rev-parse", f"{revision}:sub/{A}") for revision in ("side", "main")]
    assert both(put(git, *words)) == ("slow", "loud")


@pytest.mark.parametrize(
    ("words", "message", "help_"),
    [
        (["side..mian"], "`mian` is no file or folder here, and no revision that git knows; did you mean `main`?", ""),
        (["HEAD", "side..main"], "`side..main` is a range, and a diff has two sides", "write:"),
        (["main^@"], "`main^@` names every parent of a commit, and a side is one", "name one, as in `main^1`"),
        (["main^{tree}...side"], "`main^{tree}` is a tree, which has no history", "name a commit"),
        (["stash@{0}"], "`stash@{0}` is no file or folder here, and no revision that git knows", ""),
        ([":/three"], "`:/three`: git finds no commit whose message matches `three`", ""),
        (["HEAD^{/three}"], "`HEAD^{/three}`: git finds no commit whose message matches `three`", ""),
        ([f":2:sub/{A}"], f"the index has no version 2 of `sub/{A}`, which it has of files that are not merged yet",
         f"write `:sub/{A}` for what is staged"),
        ([f":{A}"], f"there is no `{A}` at the top of the index, where git looks for it",
         f"write `:./{A}` for the one in this folder"),
        ([f":0:{A}"], f"there is no `{A}` at the top of the index, where git looks for it",
         f"write `:0:./{A}` for the one in this folder"),
        ([":nothing"], "there is no `nothing` in the index, and none beside it", ""),
        ([":../../x"], "`:../../x` leads out of the repository", ""),
        (["arguments/../nothing"], "`arguments/../nothing` is no file or folder here, and no revision that git knows",
         ""),
        (["a..b.argmap"], "`a..b.argmap` is no file or folder here, and no revision that git knows", ""),
        (["--staged", "side..main"], "`side..main` names both sides, and --staged one of them",
         "leave one of the two out"),
        (["--staged", "-"], "`-` is one file, and all that is staged is compared", "name a revision, or none"),
        (["--against", ":"], "`:` is no commit, so it left no other", "name a revision, or none for HEAD"),
    ],
)  # fmt: skip
def test_what_means_no_two_sides(git: Git, words: list[str], message: str, help_: str) -> None:
    staged, against = words[0] == "--staged", words[0] == "--against"
    with pytest.raises(RefusedError) as caught:
        if against:
            with chdir(git.folder):
                read_sides("", words[1], against="main", folder=Path(), standard_input=BytesIO().read)
        else:
            put(git, *(words[1:] if staged else words), staged=staged)
    assert str(caught.value) == message
    assert "".join(caught.value.help[:1]) == help_


def test_what_is_a_path_and_a_range_too_is_refused(git: Git) -> None:
    (git.folder / "sub" / "side..main").mkdir()
    with pytest.raises(RefusedError, match="is a path, and a range too"):
        put(git, "side..main")


def test_nothing_is_written_by_looking_at_the_index(git: Git) -> None:
    before = [(git.folder / ".git" / "index").read_bytes(), git("count-objects")]
    put(git, staged=True)
    assert [(git.folder / ".git" / "index").read_bytes(), git("count-objects")] == before


@pytest.mark.parametrize("option", ["--staged", "--cached"])
def test_the_command_takes_both_of_gits_names(git: Git, tmp_path: Path, option: str) -> None:
    argmap = Program(git.folder / "sub", tmp_path / "cache")
    ran = argmap("diff", option)
    assert (ran.code, "HEAD -> the index" in ran.out) == (0, True)
    assert "  - Trams are loud.\n  + Trams are silent.\n" in ran.out
    assert argmap("diff", option, "--", A).out.replace(f" -- {A}", "") == ran.out
    with chdir(git.folder / "sub"):
        assert diff(staged=True).command == "argmap diff --staged"
    assert argmap("diff", option, "side", "main", "--", A).code == 2


def test_a_folder_that_is_named_without_its_commit_is_none_of_a_project(git: Git) -> None:
    before, after = (git("rev-parse", f"{name}:sub/arguments").strip() for name in ("HEAD~1", "HEAD"))
    for words in ((before, after), (before,), ("HEAD", after)):
        with pytest.raises(RefusedError, match="is a folder without a commit"):
            put(git, *words)
    sides = put(git, "HEAD~1^{tree}", "HEAD^{tree}")
    assert len(sides.old.given.readings) == len(sides.new.given.readings) == 2
