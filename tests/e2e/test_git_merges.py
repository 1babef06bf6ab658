"""Merging argument files in real repositories, with argmap's merge driver and without."""

import sys
from pathlib import Path

import pytest
from three_sides import FIRST, NAME, Town

END = "  note: The last.\n"
NEW = "\nclaims {0}: Something by {0}.\n  because: A reason by {0}.\n"


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town.new(tmp_path)


@pytest.fixture
def merging(town: Town) -> Town:
    """A town whose repository has the merge driver."""
    town("install", "--merge")
    town.git.commit()
    return town


def change(town: Town, *edits: tuple[str, str]) -> None:
    for old, new in edits:
        town.edit(old, new)
    town.git.commit()


def both(town: Town, ours: tuple[str, str], theirs: tuple[str, str], *options: str) -> int:
    """Two edits on two branches, merged into main; git's exit code."""
    town.git("checkout", "-q", "-b", "topic")
    change(town, theirs)
    town.git("checkout", "-q", "main")
    change(town, ours)
    return town.run("merge", "-q", "--no-edit", *options, "topic").returncode


def text(town: Town) -> str:
    return (town.git.folder / NAME).read_bytes().decode()


def test_claims_in_one_place_merge_cleanly(merging: Town) -> None:
    assert both(merging, (END, END + NEW.format("one")), (END, END + NEW.format("two"))) == 0
    assert text(merging) == FIRST + NEW.format("one") + NEW.format("two")
    assert merging.argmap("check").code == 0


def test_lines_beside_each_other_merge_cleanly(merging: Town) -> None:
    assert both(merging, ("(should)", "(must)"), ("answers trams: yes", "answers trams: not no")) == 0
    assert text(merging) == FIRST.replace("(should)", "(must)").replace("answers trams: yes", "answers trams: not no")


def test_a_conflict_is_one_gap_in_one_statement(merging: Town) -> None:
    assert both(merging, ("(should)", "(must)"), ("(should)", "(could)")) == 1
    ours, theirs = ("(must)", "(could)")
    assert text(merging) == FIRST.replace(
        "claims build (should): The town should build trams.\n",
        f"<<<<<<< ours\nclaims build {ours}: The town should build trams.\n"
        f"=======\nclaims build {theirs}: The town should build trams.\n>>>>>>> theirs\n",
    )
    assert merging.git("status", "--porcelain") == f"UU {NAME}"
    ran = merging.argmap("check", "--format", "concise")
    assert (ran.code, ran.out.count("A003")) == (1, 1)


def test_a_claim_that_one_side_deletes_and_the_other_changes(merging: Town) -> None:
    whole = FIRST[FIRST.index("\nclaims build") :]
    assert both(merging, (whole, ""), ("(should)", "(must)")) == 1
    assert whole.replace("(should)", "(must)") in text(merging)


def test_a_file_that_both_sides_make(merging: Town) -> None:
    merging.git("checkout", "-q", "-b", "topic")
    second = FIRST.replace("first", "second")
    merging.git.commit({"arguments/second.argmap": second + NEW.format("two")})
    merging.git("checkout", "-q", "main")
    merging.git.commit({"arguments/second.argmap": second + NEW.format("one")})
    assert merging.run("merge", "-q", "topic").returncode == 0
    merged = (merging.git.folder / "arguments" / "second.argmap").read_text(encoding="utf-8")
    assert merged == second + NEW.format("one") + NEW.format("two")


def test_picking_and_rebasing(merging: Town) -> None:
    merging.git("checkout", "-q", "-b", "topic")
    for number in ("one", "two", "three"):
        change(merging, (END, END + NEW.format(number)))
    merging.git("checkout", "-q", "main")
    change(merging, (END, END + NEW.format("four")))
    assert merging.run("rebase", "-q", "main", "topic").returncode == 0
    assert all(NEW.format(number) in text(merging) for number in ("one", "two", "three", "four"))
    assert merging.argmap("check").code == 0


def test_a_merge_with_two_bases(merging: Town) -> None:
    """Each side has merged the other before: the base is itself a merge, perhaps with a conflict in it."""
    merging.git("checkout", "-q", "-b", "topic")
    change(merging, ("(should)", "(must)"))
    merging.git("checkout", "-q", "main")
    change(merging, ("(should)", "(could)"))
    main, topic = merging.git("rev-parse", "main"), merging.git("rev-parse", "topic")
    for branch, other, taken in (("main", topic, "ours"), ("topic", main, "theirs")):
        merging.git("checkout", "-q", branch)
        merging.run("merge", "-q", other)
        merging.git("checkout", f"--{taken}", "--", NAME)
        merging.git.commit()
    merging.git("checkout", "-q", "main")
    change(merging, (END, END + NEW.format("one")))
    merging.git("checkout", "-q", "topic")
    change(merging, ("Remark 1", "Remark one"))
    assert merging.run("merge", "-q", "--no-edit", "main").returncode == 0
    assert text(merging) == FIRST.replace("(should)", "(could)").replace("Remark 1", "Remark one") + NEW.format("one")


def test_line_ends_are_those_of_our_side(merging: Town) -> None:
    path = merging.git.folder / NAME
    merging.git.commit({NAME: FIRST.replace("\n", "\r\n")})
    merging.git("checkout", "-q", "-b", "topic")
    path.write_bytes(path.read_bytes() + NEW.format("two").encode())
    merging.git.commit()
    merging.git("checkout", "-q", "main")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes() + NEW.format("one").replace("\n", "\r\n").encode())
    merging.git.commit()
    assert merging.run("merge", "-q", "topic").returncode == 0
    whole = (FIRST + NEW.format("one") + NEW.format("two")).replace("\n", "\r\n")
    assert path.read_bytes() == b"\xef\xbb\xbf" + whole.encode()


@pytest.mark.parametrize("broken", ["Stray text\n", "  nowhere: x\n", "\x00", "\udcff"], ids=ascii)
def test_what_cannot_be_read_is_merged_as_git_does(merging: Town, broken: str) -> None:
    begin = FIRST.replace(END, f"{END}{broken}").encode(errors="surrogateescape")
    edits = ((b"Note 0", b"Note nil"), (b"(should)", b"(must)"))
    expected = merge(merging, begin, edits, driver=False)
    assert merge(merging, begin, edits, driver=True) == expected
    edits = ((b"(should)", b"(could)"), (b"(should)", b"(must)"))
    expected = merge(merging, begin, edits, driver=False)
    found = merge(merging, begin, edits, driver=True)
    assert found[0] == expected[0] == 1
    assert found[1].count(b"\n<<<<<<< ") == expected[1].count(b"\n<<<<<<< ")


def merge(town: Town, begin: bytes, edits: tuple[tuple[bytes, bytes], ...], *, driver: bool) -> tuple[int, bytes]:
    """git's exit code and the file, after edits of a file on two branches."""
    town.run("merge", "--abort")
    (town.git.folder / ".git" / "info" / "attributes").write_text("" if driver else "*.argmap !merge\n")
    town.git("checkout", "-q", "-B", "base")
    town.git.commit({NAME: begin})
    for branch, edit in zip(("left", "right"), edits, strict=True):
        town.git("checkout", "-q", "-B", branch, "base")
        town.git.commit({NAME: begin.replace(*edit)})
    code = town.run("merge", "-q", "--no-edit", "left").returncode
    return code, (town.git.folder / NAME).read_bytes()


@pytest.mark.parametrize("program", ["/nowhere/python -P", f"{sys.executable} -P -S", "false"])
def test_a_program_that_is_gone_loses_nothing(merging: Town, program: str) -> None:
    value = merging.git("config", "merge.argmap.driver")
    merging.git("config", "merge.argmap.driver", value.replace(f"{sys.executable} -P", program))
    assert both(merging, ("Remark 0", "Remark nil"), ("(should)", "(must)")) == 0
    assert text(merging) == FIRST.replace("Remark 0", "Remark nil").replace("(should)", "(must)")
    merging.git("branch", "-D", "topic")
    assert both(merging, ("(must)", "(should)"), ("(must)", "(could)")) == 1
    assert "=======\nclaims build (could)" in text(merging)


@pytest.mark.parametrize("style", ["diff3", "zdiff3"])
def test_what_both_began_with_is_shown_where_git_was_told_to(merging: Town, style: str) -> None:
    merging.git("config", "merge.conflictStyle", style)
    assert both(merging, ("(should)", "(must)"), ("(should)", "(could)")) == 1
    begin = "claims build (should): The town should build trams.\n"
    assert text(merging) == FIRST.replace(
        begin,
        f"<<<<<<< ours\n{begin.replace('should)', 'must)')}||||||| base\n{begin}"
        f"=======\n{begin.replace('should)', 'could)')}>>>>>>> theirs\n",
    )
    ran = merging.argmap("check", "--format", "concise")
    assert (ran.code, ran.out.count("A003")) == (1, 1)


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3", "nonsense"])
def test_the_style_of_one_command_counts_also_where_lines_are_merged(merging: Town, style: str) -> None:
    begin = FIRST.replace(END, f"{END}Stray text\n").encode()
    edits = ((b"(should)", b"(could)"), (b"(should)", b"(must)"))
    merge(merging, begin, edits, driver=True)
    merging.git("merge", "--abort")
    merging.git("config", "merge.conflictStyle", "diff3")
    ran = merging.run("-c", f"merge.conflictStyle={style}", "merge", "-q", "--no-edit", "left")
    assert ran.returncode == (128 if style == "nonsense" else 1)
    assert ("|||||||" in text(merging)) is (style in ("diff3", "zdiff3"))


def test_as_long_marks_as_git_asks_for(merging: Town) -> None:
    merging.git.commit({".gitattributes": "*.argmap merge=argmap conflict-marker-size=9\n"})
    assert both(merging, ("(should)", "(must)"), ("(should)", "(could)")) == 1
    assert "\n<<<<<<<<< ours\nclaims build (must)" in text(merging)
    ran = merging.argmap("check", "--format", "concise")
    # Beside the conflict there is a note on how the project's yes and no are read.
    (found,) = [line for line in ran.out.splitlines() if "A713" not in line]
    assert ran.code == 1
    assert "A003" in found


def test_the_driver_writes_in_the_place_of_ours(town: Town) -> None:
    for name, data in (("base", FIRST), ("ours", FIRST + NEW.format("one")), ("theirs", FIRST + NEW.format("two"))):
        (town.git.folder / name).write_text(data, encoding="utf-8")
    ran = town("merge-driver", "base", "ours", "theirs")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (town.git.folder / "ours").read_text(encoding="utf-8") == FIRST + NEW.format("one") + NEW.format("two")
    (town.git.folder / "theirs").write_text(FIRST.replace("(should)", "(must)"), encoding="utf-8")
    (town.git.folder / "ours").write_text(FIRST.replace("(should)", "(could)"), encoding="utf-8")
    ran = town("merge-driver", "base", "ours", "theirs", "7", NAME, "HEAD", "a  branch")
    assert ran.code == 10, "a driver that an older argmap installed takes any other code for a failure"
    assert "<<<<<<< HEAD\n" in (town.git.folder / "ours").read_text(encoding="utf-8")
    assert ">>>>>>> a branch\n" in (town.git.folder / "ours").read_text(encoding="utf-8")
    (town.git.folder / "ours").write_text(FIRST.replace("(should)", "(could)"), encoding="utf-8")
    town.git("config", "merge.conflictStyle", "diff3")
    ran = town("merge-driver", "base", "ours", "theirs", "7", NAME, "HEAD", "a  branch", "1a2b3c4")
    assert ran.code == 3
    assert "||||||| 1a2b3c4\n" in (town.git.folder / "ours").read_text(encoding="utf-8")


def test_what_git_calls_clean_may_have_one_id_twice(town: Town) -> None:
    """Without the driver: distant places of one file, and nothing that git could see."""
    section = "\nsection: Für die Bahn\n"
    assert both(town, (END, END + NEW.format("dear")), (section, NEW.format("dear") + section)) == 0
    ran = town.argmap("check", "--format", "concise")
    assert (ran.code, ran.out.count("A110")) == (1, 1)


def test_one_id_for_two_claims_is_a_conflict_wherever_they_stand(merging: Town) -> None:
    section = "\nsection: Für die Bahn\n"
    assert both(merging, (END, END + NEW.format("dear")), (section, NEW.format("dear")[:-5] + "it.\n" + section)) == 1
    assert merging.argmap("check", "--format", "concise").out.count("A003") == 1


def test_what_git_calls_clean_may_name_what_is_gone(town: Town) -> None:
    dear = NEW.format("dear")
    town.git.commit({NAME: FIRST + dear, "arguments/second.argmap": SECOND})
    town.git("checkout", "-q", "-b", "topic")
    town.edit("  because narrow", "  because first.dear\n  because narrow", "arguments/second.argmap")
    town.git.commit()
    town.git("checkout", "-q", "main")
    change(town, (dear, ""))
    assert town.argmap("check").code == 0
    assert town.run("merge", "-q", "--no-edit", "topic").returncode == 0
    ran = town.argmap("check", "--format", "concise")
    assert (ran.code, ran.out.count("A103")) == (1, 1)


SECOND = """\
document second: No trams
  author author-b: Author B

claims leave: The town should leave its streets as they are.
  answers trams: no
  because narrow: The streets are narrow.
"""
