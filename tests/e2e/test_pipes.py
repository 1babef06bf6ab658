"""What a shell pipes in, as `<(...)` or /dev/stdin, is as good as a file; nobody waits for a pipe without an end."""

import os

import pytest
from program import Program
from repository import Git

FIRST = "arguments/first.argmap"
DENIED = f"sed 's/trams: yes/trams: no/' {FIRST}"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="as POSIX systems do it")


@pytest.fixture
def git(argmap: Program) -> Git:
    git = Git.new(argmap.folder)
    git.commit()
    return git


@pytest.mark.parametrize(
    "sides",
    [
        f"<(cat {FIRST}) <({DENIED})",
        f"{FIRST} <({DENIED})",
        f"HEAD:{FIRST} <({DENIED})",
        f"<(git show HEAD:{FIRST}) - < <({DENIED})",
        f"HEAD:{FIRST} /dev/stdin < <({DENIED})",
        f"./{FIRST} pipe & {DENIED} > pipe; wait $!",
    ],
)
def test_both_sides_may_be_pipes(argmap: Program, git: Git, sides: str) -> None:
    words, ampersand, rest = sides.partition(" &")
    ran = argmap.shell(f"mkfifo pipe; argmap diff --format oneline {words}{ampersand}{rest}")
    assert (ran.code, ran.err) == (0, "")
    assert "stance-reversed" in ran.out and "conflict-closed" in ran.out
    assert "added" not in ran.out and "removed" not in ran.out


def test_names_in_what_is_shared_are_compared_too(argmap: Program, git: Git) -> None:
    shared = "arguments/shared/issues.argmap"
    ran = argmap.shell(f"argmap diff --format oneline <(cat {shared}) <(sed 's/It should$/Do it/' {shared})")
    assert ran.code == 0
    assert [line.split()[1] for line in ran.out.splitlines()] == ["position-reworded"]


def test_outside_any_project_pipes_stand_alone(argmap: Program) -> None:
    ran = argmap.shell(f"one=$PWD/{FIRST}; cd /; argmap diff <(cat $one) <(sed 's/: yes/: no/' $one)")
    assert ran.code == 3
    assert "no issue has the id `trams`" in ran.err


def test_one_pipe_is_read_once(argmap: Program) -> None:
    for sides in ("/dev/stdin -", "/dev/stdin /dev/stdin", "- /dev/fd/0"):
        ran = argmap.shell(f"cat {FIRST} | argmap diff {sides}")
        assert ran.code == 2
        assert "which can be read once" in ran.err


@pytest.mark.parametrize("pipe", ["<(true)", "pipe"])
def test_a_pipe_through_which_nothing_comes_is_no_removal(argmap: Program, git: Git, pipe: str) -> None:
    ran = argmap.shell(f"mkfifo pipe; argmap diff {FIRST} {pipe} --format oneline")
    assert (ran.code, ran.out) == (3, "")
    assert "nothing came through it" in ran.err


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="a device of Linux")  # noqa: PTH110
def test_what_does_not_end_is_left(argmap: Program) -> None:
    ran = argmap("check", "/dev/zero", "--format", "concise")
    assert ran.code == 1
    assert ran.out == "/dev/zero:1:1: error[A001] this file cannot be read\n"


def test_other_commands_take_pipes_too(argmap: Program) -> None:
    assert argmap.shell(f"argmap check <(cat {FIRST})").code == 0
    assert argmap.shell(f"argmap show <(cat {FIRST})").out == argmap("show", FIRST).out
    assert argmap.shell(f"argmap render <(cat {FIRST})").out == argmap("render", FIRST).out
    assert '"first"' in argmap.shell(f"argmap export json <(cat {FIRST})").out
    assert "--accept" not in argmap.shell(f"argmap diff {FIRST} {FIRST} --accept <(echo)").err
    ran = argmap.shell("argmap fmt <(printf 'claims   a: X.\\n  because: Y.\\n')")
    assert ran.code == 1
    assert "it came through a pipe, and cannot be written there" in ran.err
    assert (
        argmap.shell("argmap fmt --diff <(printf 'claims   a: X.\\n  because: Y.\\n')").out.count("\n+claims a: X.")
        == 1
    )


def test_a_pipe_among_the_argument_files_is_never_waited_for(argmap: Program) -> None:
    os.mkfifo(argmap.folder / "arguments" / "pipe.argmap")
    ran = argmap("check")
    assert ran.code == 1
    assert "it is not a regular file" in ran.out
