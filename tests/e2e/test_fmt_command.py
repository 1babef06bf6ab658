"""`argmap fmt` as a process."""

from pathlib import Path

import pytest
from program import Program
from repository import Git

UNTIDY = "document  new :  New  \n  author a: A\nclaims x: X.\n  because : Y.\n"
TIDY = "document new: New\n  author a: A\n\nclaims x: X.\n  because: Y.\n"
GAP = "clams  x : X.\n"


@pytest.fixture
def untidy(project: Path) -> Path:
    path = project / "arguments" / "new.argmap"
    path.write_text(UNTIDY, encoding="utf-8")
    return path


def test_it_writes_what_changes_and_nothing_else(argmap: Program, untidy: Path) -> None:
    others = {path: path.stat().st_mtime_ns for path in argmap.folder.rglob("*.argmap") if path != untidy}
    ran = argmap("fmt")
    assert (ran.code, ran.out, ran.err) == (0, "arguments/new.argmap formatted\n", "4 files, 1 changed\n")
    assert untidy.read_text(encoding="utf-8") == TIDY
    assert {path: path.stat().st_mtime_ns for path in others} == others
    assert argmap("fmt").err == "4 files, 0 changed\n"


def test_check_writes_nothing(argmap: Program, untidy: Path) -> None:
    ran = argmap("fmt", "--check")
    assert (ran.code, ran.out, ran.err) == (1, "arguments/new.argmap would change\n", "4 files, 1 would change\n")
    assert untidy.read_text(encoding="utf-8") == UNTIDY
    assert argmap("fmt", "--check", "arguments/first.argmap").err == "1 file, 0 would change\n"


def test_diff_shows_and_writes_nothing(argmap: Program, untidy: Path) -> None:
    ran = argmap("fmt", "--diff")
    assert ran.code == 1
    assert ran.out.startswith("--- arguments/new.argmap (now)\n+++ arguments/new.argmap (formatted)\n")
    assert "-document  new :  New  \n" in ran.out
    assert "+document new: New\n" in ran.out
    assert untidy.read_text(encoding="utf-8") == UNTIDY


def test_standard_input(argmap: Program) -> None:
    ran = argmap("fmt", "-", stdin=UNTIDY.encode(), within="..")
    assert (ran.code, ran.out, ran.err) == (0, TIDY, "")
    assert argmap("fmt", "-", "--check", stdin=UNTIDY.encode()).code == 1
    assert argmap("fmt", "-", "--check", stdin=TIDY.encode()).code == 0
    assert "+document new: New\n" in argmap("fmt", "-", "--diff", stdin=UNTIDY.encode()).out


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", GAP.encode(), b"", b"\x00 \x0c\n"], ids=repr)
def test_what_cannot_be_read_goes_through_as_it_came(argmap: Program, data: bytes) -> None:
    assert argmap.process(argmap.command("fmt", "-"), data).stdout == data


def test_a_gap_stays_and_the_rest_is_formatted(argmap: Program, untidy: Path) -> None:
    untidy.write_text(UNTIDY + GAP, encoding="utf-8")
    ran = argmap("fmt")
    assert ran.code == 1
    assert ran.out == "arguments/new.argmap formatted\n"
    assert "arguments/new.argmap: 1 place could not be read, and is left as it is" in ran.err
    assert untidy.read_text(encoding="utf-8") == TIDY + GAP


def test_line_ends_and_a_byte_order_mark_stay(argmap: Program, untidy: Path) -> None:
    untidy.write_bytes(b"\xef\xbb\xbf" + UNTIDY.replace("\n", "\r\n").encode())
    assert argmap("fmt").code == 0
    assert untidy.read_bytes() == b"\xef\xbb\xbf" + TIDY.replace("\n", "\r\n").encode()


UPGRADED = "arguments/shared/issues.argmap {0}\nargmap.toml {0}\n"


@pytest.fixture
def early(project: Path) -> Path:
    """A project in the first version of the language."""
    path = project / "arguments" / "shared" / "issues.argmap"
    path.write_text(path.read_text(encoding="utf-8").replace("  exhaustive: yes, no\n", ""), encoding="utf-8")
    return project


def test_a_project_is_upgraded_once(argmap: Program, early: Path) -> None:
    assert "note[A713]" in argmap("check").out
    ran = argmap("fmt", "--upgrade", "--check")
    assert (ran.code, ran.out) == (1, UPGRADED.format("would change"))
    assert not (early / "argmap.toml").exists()
    ran = argmap("fmt", "--upgrade")
    assert (ran.code, ran.out) == (0, UPGRADED.format("upgraded"))
    assert ran.err == "2 files upgraded; what they mean stays the same\n"
    ran = argmap("fmt", "--upgrade")
    assert (ran.code, ran.out, ran.err) == (0, "", "the project is written in version 2 of the language already\n")
    assert argmap("fmt", "--upgrade", "--check").code == 0
    assert argmap("fmt", "--check").code == 0


def test_an_upgrade_is_of_a_whole_project(argmap: Program, early: Path) -> None:
    assert argmap("fmt", "--upgrade", "arguments/first.argmap").code == 2
    assert argmap("fmt", "--upgrade", "-").code == 2
    assert argmap("fmt", "--upgrade", "arguments", "--check").code == 1


def test_what_cannot_be_upgraded_says_why(argmap: Program, untidy: Path) -> None:
    untidy.write_text(UNTIDY + GAP, encoding="utf-8")
    ran = argmap("fmt", "--upgrade")
    assert (ran.code, ran.out) == (2, "")
    assert "1 place cannot be read or understood; nothing is upgraded" in ran.err
    assert "arguments/new.argmap:5: " in ran.err
    assert untidy.read_text(encoding="utf-8") == UNTIDY + GAP


def test_a_difference_across_an_upgrade_says_nothing(argmap: Program, early: Path) -> None:
    git = Git.new(early)
    git.commit()
    argmap("fmt", "--upgrade")
    for command in (("diff",), ("diff", "HEAD"), ("diff", "--format", "oneline"), ("diff", "--against", "HEAD")):
        ran = argmap(*command)
        assert ran.code == 0
        assert "exhaustive" not in ran.out and "high" not in ran.out and "low" not in ran.out, ran.out
    git.commit()
    assert argmap("diff", "HEAD~1", "HEAD", "--format", "oneline").out == ""
