"""What words mean, and what is said of those that mean nothing; every command that is named is tried."""

import shlex
from pathlib import Path, PurePosixPath

import pytest
from repository import Git

from argmap.git.revision_spec import Files, Revised, RevisionSpecs, StandardInput
from argmap.workspace.errors import RefusedError


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Three commits on main, and a branch that left it at the second."""
    made = Git.new(tmp_path / "town")
    made.commit({"arguments/a.argmap": "1"}, "One")
    made.commit({"arguments/a.argmap": "2"}, "Two")
    made("branch", "trams/side")
    made.commit({"arguments/a.argmap": "3"}, "Three")
    made("checkout", "-q", "trams/side")
    made.commit({"arguments/b.argmap": "b"}, "Beside")
    made("checkout", "-q", "main")
    return made


def subject(folder: Path, revised: object) -> str:
    assert isinstance(revised, Revised)
    return Git(folder)("log", "-1", "--format=%s", revised.commit.id)


def refusal(folder: Path, word: str) -> RefusedError:
    with RevisionSpecs(folder) as specs, pytest.raises(RefusedError) as caught:
        specs.meant(word)
    return caught.value


def clone(git: Git, *options: str) -> Git:
    folder = git.folder.parent / "clone"
    git("clone", "-q", *options, git.folder.as_uri(), str(folder))
    return Git(folder)


def obey(git: Git, error: RefusedError) -> None:
    """Do what the help says."""
    (command,) = [line for line in error.help if line.startswith("  git ")]
    git(*shlex.split(command)[1:])


@pytest.mark.parametrize("word", [".", "arguments", "arguments/a.argmap", "./arguments", "../town"])
def test_what_exists_is_a_path(git: Git, word: str) -> None:
    with RevisionSpecs(git.folder) as specs:
        assert specs.meant(word) == Files(word, git.folder / word)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("HEAD", "Three"),
        ("@", "Three"),
        ("main~2", "One"),
        ("trams/side", "Beside"),
        ("refs/heads/trams/side", "Beside"),
        ("HEAD^{/Two}", "Two"),
        ("HEAD^{/T:wo|One}", "One"),
        ("main@{0}", "Three"),
        ("v1", "Two"),
        (":/Two", "Two"),
        (":/T[w]o", "Two"),
    ],
)
def test_what_git_knows_is_a_revision(git: Git, word: str, expected: str) -> None:
    git("tag", "-m", "First", "v1", "main~1")
    with RevisionSpecs(git.folder / "arguments") as specs:
        revised = specs.meant(word)
        assert subject(git.folder, revised) == expected
        assert isinstance(revised, Revised) and revised.path is None


@pytest.mark.parametrize(
    ("within", "word", "path"),
    [
        (".", "HEAD:arguments/a.argmap", "arguments/a.argmap"),
        ("arguments", "HEAD:arguments/a.argmap", "arguments/a.argmap"),
        ("arguments", "HEAD:./a.argmap", "arguments/a.argmap"),
        ("arguments", "HEAD:../x//y/", "x/y"),
        (".", "HEAD:", "."),
        (".", "HEAD^{/T:wo|One}:größe", "größe"),
        (".", "HEAD^{tree}:größe", "größe"),
        (".", ":a.argmap", "a.argmap"),
        ("arguments", ":./a.argmap", "arguments/a.argmap"),
        ("arguments", ":0:../x", "x"),
    ],
)
def test_a_path_in_a_revision(git: Git, within: str, word: str, path: str) -> None:
    with RevisionSpecs(git.folder / within) as specs:
        revised = specs.meant(word)
    assert isinstance(revised, Revised) and revised.path == PurePosixPath(path)


def test_the_dash_is_standard_input(tmp_path: Path) -> None:
    with RevisionSpecs(tmp_path) as specs:
        assert specs.meant("-") == StandardInput()


def test_both_at_once_is_refused_with_how_to_write_each(git: Git) -> None:
    git("branch", "arguments")
    git("tag", "v1")
    (git.folder / "v1").mkdir()
    short = git("rev-parse", "--short", "HEAD")
    (git.folder / short).mkdir()
    for word, other in {
        "arguments": "refs/heads/arguments",
        "v1": "refs/tags/v1",
        short: git("rev-parse", "HEAD"),
    }.items():
        error = refusal(git.folder, word)
        assert str(error) == f"`{word}` is a path, and a revision too"
        assert error.help == (f"write `./{word}` for the path, or `{other}` for the revision",)
        with RevisionSpecs(git.folder) as specs:
            assert isinstance(specs.meant(f"./{word}"), Files)
            assert isinstance(specs.meant(other), Revised)


def test_a_file_of_git_s_own_is_no_rival_of_the_revision(git: Git) -> None:
    git("clone", "-q", "--bare", str(git.folder), str(git.folder.parent / "bare.git"))
    with RevisionSpecs(git.folder.parent / "bare.git") as specs:
        assert isinstance(specs.meant("HEAD"), Revised)


def test_a_path_needs_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old").mkdir()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with RevisionSpecs(tmp_path) as specs:
        assert isinstance(specs.meant("old"), Files)
    monkeypatch.setenv("PATH", "")
    with RevisionSpecs(tmp_path) as specs:
        assert isinstance(specs.meant("old"), Files)


def test_outside_a_repository_and_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    error = refusal(tmp_path, "HEAD")
    assert str(error) == "there is no `HEAD`, as a file or folder, and there is no git repository here"
    monkeypatch.setenv("PATH", "")
    error = refusal(tmp_path, "HEAD")
    assert str(error) == "there is no `HEAD`, as a file or folder, and git is not installed, or not on the PATH"


@pytest.mark.parametrize(
    ("word", "message", "help_"),
    [
        ("mian", "`mian` is no file or folder here, and no revision that git knows; did you mean `main`?", ()),
        ("tram/side", "`tram/side` is no file or folder here, and no revision that git knows; did you mean "
         "`trams/side`?", ()),
        ("mian:x", "`mian:x` is no file or folder here, and no revision that git knows; did you mean `main`?", ()),
        ("HEAD~7", "`HEAD~7` is no file or folder here, and no revision that git knows", ()),
        ("main..trams/side", "`main..trams/side` is a range, and a diff has two sides",
         ("write:", "  argmap diff main trams/side")),
        ("main...trams/side", "`main...trams/side` is a range, and a diff has two sides",
         ("write:", "  argmap diff --against main trams/side")),
        ("HEAD:../x", "`HEAD:../x` leads out of the repository", ()),
        ("HEAD:/x", "`HEAD:/x` leads out of the repository", ()),
        ("--output=x", "`--output=x` is no file or folder here, and no revision that git knows", ()),
        ("a\nb", "`a\nb` is no file or folder here, and no revision that git knows", ()),
        ("a\0b", "no file and no revision has NUL in its name", ()),
        ("", "`` is no file or folder here, and no revision that git knows", ()),
    ],
)  # fmt: skip
def test_what_means_nothing(git: Git, word: str, message: str, help_: tuple[str, ...]) -> None:
    error = refusal(git.folder, word)
    assert (str(error), error.help) == (message, help_)
    assert sorted(path.name for path in git.folder.iterdir()) == [".git", "arguments"]


def test_before_the_first_commit(tmp_path: Path) -> None:
    git = Git.new(tmp_path / "new")
    error = refusal(git.folder, "HEAD")
    assert str(error) == "there is no commit yet, so `HEAD` means nothing"


def test_a_missing_ancestor_in_a_shallow_clone(git: Git) -> None:
    shallow = clone(git, "--depth=1")
    shallow("checkout", "-q", "--detach")
    error = refusal(shallow.folder, "HEAD~2")
    assert str(error) == "`HEAD~2` is not in this clone, which is shallow: its history was cut when it was cloned"
    obey(shallow, error)
    with RevisionSpecs(shallow.folder) as specs:
        assert subject(shallow.folder, specs.meant("HEAD~2")) == "One"


def test_a_missing_commit_in_a_shallow_clone(git: Git) -> None:
    shallow, first = clone(git, "--depth=1"), git("rev-parse", "main~2")
    error = refusal(shallow.folder, f"{first}:arguments/a.argmap")
    obey(shallow, error)
    with RevisionSpecs(shallow.folder) as specs:
        assert subject(shallow.folder, specs.meant(first)) == "One"


def test_a_shortened_id_in_a_shallow_clone(git: Git) -> None:
    shallow, short = clone(git, "--depth=1"), git("rev-parse", "--short=9", "main~2")
    obey(shallow, refusal(shallow.folder, short))
    with RevisionSpecs(shallow.folder) as specs:
        assert subject(shallow.folder, specs.meant(short)) == "One"


@pytest.mark.parametrize("options", [("--depth=1",), ("--single-branch",)])
def test_a_branch_that_was_not_cloned(git: Git, options: tuple[str, ...]) -> None:
    single = clone(git, *options)
    error = refusal(single.folder, "origin/trams/side")
    assert str(error).startswith("`origin/trams/side` is not in this clone")
    obey(single, error)
    with RevisionSpecs(single.folder) as specs:
        assert subject(single.folder, specs.meant("origin/trams/side")) == "Beside"


def test_where_a_branch_left_another(git: Git) -> None:
    with RevisionSpecs(git.folder) as specs:
        base = specs.merge_base("HEAD", "trams/side")
        assert subject(git.folder, base) == "Two"
        assert base.word == f"trams/side (where HEAD left it, {base.commit.id[:10]})"
        # Without a remote, the default branch is one of the usual names.
        assert subject(git.folder, specs.merge_base("trams/side", "")) == "Two"


def test_the_default_branch_of_the_remote_goes_first(git: Git) -> None:
    git("checkout", "-q", "-b", "develop")
    git.commit({"arguments/c.argmap": "c"}, "Developed")
    own = clone(git)
    own("branch", "-q", "main", "origin/main")
    with RevisionSpecs(own.folder) as specs:
        base = specs.merge_base("HEAD", "")
        assert subject(own.folder, base) == "Developed"
        assert base.word.startswith("origin/HEAD (")
    own("symbolic-ref", "--delete", "refs/remotes/origin/HEAD")
    with RevisionSpecs(own.folder) as specs:
        assert specs.merge_base("HEAD", "").word.startswith("origin/main (")


def test_nothing_is_called_like_a_default_branch(git: Git) -> None:
    git("branch", "-m", "main", "trunk")
    with RevisionSpecs(git.folder) as specs, pytest.raises(RefusedError, match="like a default branch"):
        specs.merge_base("HEAD", "")


def test_no_commit_in_common(git: Git) -> None:
    git("checkout", "-q", "--orphan", "other")
    git.commit()
    with RevisionSpecs(git.folder) as specs, pytest.raises(RefusedError) as caught:
        specs.merge_base("other", "main")
    assert str(caught.value) == "`other` and `main` have no commit in common"
    assert caught.value.help == ("name two sides: `argmap diff main other`",)


def test_a_pull_request_in_a_shallow_clone(git: Git) -> None:
    """As a server checks it out: a merge that is on no branch, and no history."""
    git("checkout", "-q", "--detach", "main")
    git("merge", "-q", "--no-edit", "trams/side")
    git("update-ref", "refs/pull/1/merge", "HEAD")
    git("update-ref", "refs/pull/1/head", "trams/side")
    git("checkout", "-q", "main")
    for pull, left in (("merge", "Three"), ("head", "Two")):
        shallow = Git.new(git.folder.parent / pull)
        shallow("remote", "add", "origin", git.folder.as_uri())
        shallow("fetch", "-q", "--no-tags", "--depth=1", "origin", f"refs/pull/1/{pull}")
        shallow("checkout", "-q", "--detach", "FETCH_HEAD")
        with RevisionSpecs(shallow.folder) as specs, pytest.raises(RefusedError) as caught:
            specs.merge_base("HEAD", "")
        obey(shallow, caught.value)
        with RevisionSpecs(shallow.folder) as specs:
            assert subject(shallow.folder, specs.merge_base("HEAD", "")) == left


def test_a_base_that_is_cut_off_in_a_shallow_clone(git: Git) -> None:
    shallow = clone(git, "--depth=1", "--no-single-branch", "--branch=trams/side")
    with RevisionSpecs(shallow.folder) as specs, pytest.raises(RefusedError, match="which is shallow") as caught:
        specs.merge_base("HEAD", "origin/main")
    obey(shallow, caught.value)
    with RevisionSpecs(shallow.folder) as specs:
        assert subject(shallow.folder, specs.merge_base("HEAD", "origin/main")) == "Two"
