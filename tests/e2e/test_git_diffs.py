"""What git shows with argmap's diff driver, in real repositories."""

from pathlib import Path
from subprocess import run

import pytest
from three_sides import FIRST, NAME, Town, hunks

DENIED = ("claims build (should)", "denies build")
SAID = "◆ no longer answers “It should”"
OLDER = 'f() {{ {} git textconv -- "$1" || command -p cat "$1"; }}; f'


@pytest.fixture
def driven(tmp_path: Path) -> Town:
    """A town whose repository has the diff driver."""
    town = Town.new(tmp_path)
    town("install", "--driver")
    town.git.commit()
    return town


def patch(shown: str) -> str:
    """What is below the words, from the header on."""
    return shown[shown.index("diff --git ") :]


def test_diff_says_first_what_changes_and_then_shows_the_lines(driven: Town) -> None:
    driven.edit(*DENIED)
    shown = driven.shown("diff")
    assert shown.startswith("1 stance reversed")
    assert shown.index(SAID) < shown.index("\n\ndiff --git a/arguments/first.argmap b/arguments/first.argmap\n")
    assert "\n-claims build (should): The town" in patch(shown)
    assert "\n+denies build: The town" in patch(shown)


def test_the_lines_alone_are_one_option_away(driven: Town) -> None:
    driven.edit(*DENIED)
    shown = driven.shown("diff", "--no-ext-diff")
    assert shown.startswith("diff --git ")
    driven.git("config", "--remove-section", "diff.argmap")
    assert driven.shown("diff") == shown


@pytest.fixture(params=["today", "an older argmap"])
def installed(request: pytest.FixtureRequest, driven: Town) -> Town:
    """The same, also where the driver was installed when it had git ask argmap for the text of a file."""
    if request.param != "today":
        program = driven.git("config", "diff.argmap.command").removeprefix("f() { ").partition(" git ")[0]
        driven.git("config", "diff.argmap.textconv", OLDER.format(program))
    return driven


@pytest.mark.parametrize(
    "words",
    [
        ["show"],
        ["log", "-p", "-1"],
        ["format-patch", "-1", "--stdout"],
        ["diff", "HEAD~1"],
        ["diff", "--no-ext-diff", "HEAD~1"],
        ["diff-tree", "-p", "HEAD"],
        ["stash", "show", "-p"],
        ["show", "--ext-diff"],
    ],
    ids=" ".join,
)
def test_what_git_shows_of_history_can_be_applied(installed: Town, words: list[str]) -> None:
    installed.edit(*DENIED)
    if words[0] == "stash":
        installed.git("stash", "-q")
        installed.git("stash", "apply", "-q")
    else:
        installed.git.commit()
    shown = installed.run(*words).stdout
    assert b"\n-claims build (should): The town" in shown
    (installed.user / "patch").write_bytes(shown)
    installed.git("apply", "-R", str(installed.user / "patch"))
    assert (installed.git.folder / NAME).read_text(encoding="utf-8") == FIRST


def test_a_part_can_be_staged(installed: Town) -> None:
    installed.edit(*DENIED)
    ran = run(
        ["git", "add", "-p"],
        cwd=installed.git.folder,
        input=b"y\n",
        env=installed.surroundings,
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, installed.git("status", "--porcelain")) == (0, f"M  {NAME}")


def test_only_words_that_stand_in_a_file_are_found(installed: Town) -> None:
    installed.edit(*DENIED)
    installed.git.commit()
    for words in ("# The stances", "rejects yes", "because first.quiet-trams"):
        assert installed.shown("log", "-S", words, "--", "arguments") == ""
        assert installed.shown("log", "-G", words, "--", "arguments") == ""
    assert installed.shown("log", "--format=%s", "-S", "denies build", "--", "arguments") == "Change\n"
    blamed = installed.shown("blame", "-s", "--", NAME).splitlines()
    assert len(blamed) == FIRST.count("\n")


def test_history_says_what_changed_where_it_is_asked_to(driven: Town) -> None:
    driven.edit(*DENIED)
    driven.git.commit()
    assert SAID in driven.shown("show", "--ext-diff")
    assert SAID in driven.shown("log", "-p", "-1", "--ext-diff")
    assert SAID not in driven.shown("show")


def test_hunks_are_named_as_without_the_driver(driven: Town) -> None:
    driven.edit("The last", "The very last")
    assert hunks(driven.shown("diff")) == ["claims build (should): The town should build trams."]


def test_what_is_shown_can_be_applied(driven: Town) -> None:
    odd = 'arguments/Größe "x" y\\z.argmap'
    driven.git.commit({odd: FIRST.replace("first", "odd").replace("Trams now", "--- a\n  note: x"), "a.txt": "a\n"})
    driven.edit(*DENIED)
    driven.edit(*DENIED, name=odd)
    driven.git.write({"arguments/new.argmap": FIRST.replace("first", "new"), "a.txt": "b\n"})
    driven.git("add", "--intent-to-add", ".")
    (driven.git.folder / "arguments" / "issues.argmap").unlink()
    shown, expected = driven.run("diff").stdout, files(driven.git.folder)
    driven.git("reset", "-q", "--hard")
    assert files(driven.git.folder) != expected
    driven.git("apply", "-", stdin=shown)
    assert files(driven.git.folder) == expected


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and ".git" not in path.relative_to(folder).parts)
    return {str(path): path.read_bytes() for path in found}


def test_a_file_that_came_went_or_was_renamed(driven: Town) -> None:
    path = driven.git.folder / NAME
    path.rename(path.with_name("same.argmap"))
    driven.edit("Für die Bahn", "Für die Bahnen", "arguments/same.argmap")
    driven.git.write({"arguments/new.argmap": FIRST.replace("first", "new")})
    driven.git("add", "--all")
    shown = driven.shown("diff", "--cached", "-M")
    assert "rename from arguments/first.argmap\nrename to arguments/same.argmap\n" in shown
    assert "new file mode 100644\n" in shown
    assert "--- /dev/null\n+++ b/arguments/new.argmap\n" in shown
    driven.git.commit()
    driven.git.write({"arguments/new.argmap": None})
    shown = driven.shown("diff")
    assert "deleted file mode 100644\n" in shown
    assert "--- a/arguments/new.argmap\n+++ /dev/null\n" in shown
    assert "1 document removed" in shown


def test_a_file_that_moves_changes_nothing(driven: Town) -> None:
    driven.git("mv", NAME, "arguments/same.argmap")
    shown = driven.shown("diff", "--cached", "-M")
    assert shown.startswith("No")
    assert "similarity index 100%\n" in shown
    assert "@@" not in shown


def test_modes_and_links(driven: Town) -> None:
    (driven.git.folder / NAME).chmod(0o755)
    assert "old mode 100644\nnew mode 100755\n" in driven.shown("diff")
    (driven.git.folder / NAME).unlink()
    (driven.git.folder / NAME).symlink_to("issues.argmap")
    # git itself shows that one file goes and another comes.
    assert driven.shown("diff").count("diff --git ") == 2


@pytest.mark.parametrize(
    "data",
    [b"\xff\xfe\x00\x01", b"\x00" * 50, b"", b"<<<<<<< a\n", b"claims x:\n" * 500, b"x" * 4_000_001],
    ids=["no UTF-8", "NUL", "empty", "conflict", "gaps", "huge"],
)
def test_whatever_a_file_holds_git_goes_on(driven: Town, data: bytes) -> None:
    driven.git.write({NAME: data, "arguments/second.argmap": FIRST.replace("first", "second")})
    driven.git("add", "--all")
    shown = driven.shown("diff", "--cached")
    assert shown.count("diff --git ") == 2
    assert "argmap: cannot" not in shown
    driven.git.commit()
    shown = driven.shown("show")
    assert shown.count("diff --git ") == 2
    assert "\0" not in shown


def test_a_broken_file_is_said_to_be_partial(driven: Town) -> None:
    driven.edit(*DENIED)
    driven.edit("  answers trams", "  anwsers when: x\n  answers trams")
    shown = driven.shown("diff")
    assert SAID in shown
    assert "partial: arguments/first.argmap could not be read whole" in shown


def test_a_file_that_is_not_merged_yet(driven: Town) -> None:
    driven.git("checkout", "-q", "-b", "topic")
    driven.edit(*DENIED)
    driven.git.commit()
    driven.git("checkout", "-q", "main")
    driven.edit("claims build (should)", "claims build (must)")
    driven.git.commit()
    assert driven.run("merge", "topic").returncode == 1
    assert driven.shown("diff", "--cached") == "* Unmerged path arguments/first.argmap\n"
    assert "partial: arguments/first.argmap could not be read whole" in driven.shown("diff", "HEAD")
    assert driven.shown("diff").count("\n++=======\n") == 1


def test_without_a_project_a_file_is_compared_alone(driven: Town) -> None:
    driven.git.commit({"drafts/.hidden.argmap": ISSUE_AND_FIRST})
    driven.edit(*DENIED, name="drafts/.hidden.argmap")
    assert "1 stance reversed" in driven.shown("diff")


ISSUE_AND_FIRST = FIRST.replace("claims build", "issue trams: Trams?\n  position yes: Yes\n\nclaims build")


def test_a_project_below_the_top(driven: Town) -> None:
    driven.git.commit({"arguments/other.argmap": ISSUE_AND_FIRST.replace("first", "other")})
    (driven.git.folder / "below" / "arguments").mkdir(parents=True)
    for name in ("first", "issues"):
        driven.git("mv", f"arguments/{name}.argmap", f"below/arguments/{name}.argmap")
    driven.git.commit()
    driven.edit(*DENIED, name=f"below/{NAME}")
    assert SAID in driven.shown("diff", within="below")
    driven.git.commit()
    assert SAID in driven.shown("show", "--ext-diff")


def test_from_a_bare_repository(driven: Town) -> None:
    driven.edit(*DENIED)
    driven.git.commit()
    driven.git("clone", "-q", "--bare", ".", "../bare.git")
    driven("install", "--driver", within="../bare.git")
    ran = driven.run("show", within="../bare.git")
    # There is no file in which the issue could be looked up.
    assert (ran.returncode, b"+denies build: The town" in ran.stdout) == (0, True)
    assert driven.run("show", "--ext-diff", within="../bare.git").returncode == 0


def test_colours_are_those_of_git(driven: Town) -> None:
    driven.edit(*DENIED)
    assert "\x1b[" not in driven.shown("diff")
    driven.git("config", "color.diff", "always")
    shown = driven.shown("diff")
    assert "\x1b[1mdiff --git a/arguments/first.argmap b/arguments/first.argmap\x1b[m\n" in shown
    assert "\x1b[32m+" in shown
    assert "\x1b[1m1 stance reversed" in shown


@pytest.mark.parametrize("program", ["/nowhere/python -P", "false"])
def test_a_program_that_is_gone_stops_nothing(driven: Town, program: str) -> None:
    value = driven.git("config", "diff.argmap.command")
    driven.git("config", "diff.argmap.command", f"f() {{ {program} -m argmap git{value.partition('argmap git')[2]}")
    driven.git("config", "diff.argmap.textconv", OLDER.format(f"{program} -m argmap"))
    driven.edit(*DENIED)
    for words in (["diff"], ["diff", "HEAD"]):
        ran = driven.run(*words)
        assert (ran.returncode, b"\n+denies build: The town" in ran.stdout) == (0, True)
    driven.git.commit()
    ran = driven.run("show")
    assert (ran.returncode, b"\n+denies build: The town" in ran.stdout) == (0, True)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["x"],
        ["x"] * 7,
        ["x"] * 8,
        ["x"] * 12,
        ["x", "/dev/null", ".", ".", "/dev/null", ".", "."],
        ["-x", "--", "-"],
    ],
    ids=lambda words: " ".join(words) or "nothing",
)
def test_the_driver_itself_never_fails(driven: Town, words: list[str]) -> None:
    assert driven("diff-driver", "--", *words).code == 0


def test_a_repository_cannot_put_its_own_modules_into_argmap(driven: Town) -> None:
    driven.git.write({"argmap/__init__.py": "raise SystemExit(9)\n", "attrs.py": "raise SystemExit(9)\n"})
    driven.edit(*DENIED)
    assert SAID in driven.shown("diff")
