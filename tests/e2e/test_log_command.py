"""`argmap log` as a process, in real git repositories."""

import json
import os
import re
import shutil
from pathlib import Path

import attrs
import pytest
from jsonschema import Draft202012Validator
from program import Program, Ran
from repository import FIXED, Git

ISSUES = """\
issue trams: Should the town build trams?
  position yes: It should
  position no: It should not

issue money: Who should pay for them?
  position town: The town
  position state: The state

actor council: The town council
"""
FIRST = """\
document first: Trams now
  author author-a: Author A

claims build (should): The town should build trams.
  answers trams: yes
  because quiet: Trams are quiet.
  and: Quiet towns are good towns.

reports debt from council: The town is in debt.
"""
SECOND = """\
document second: No trams
  author author-b: Author B

claims leave: The town should leave its streets as they are.
  answers trams: no
  because narrow: The streets are narrow.
"""
BEGUN = {"arguments/issues.argmap": ISSUES, "arguments/first.argmap": FIRST, "arguments/second.argmap": SECOND}
HEADER = re.compile(r"^(?:[0-9a-f]{10} \d{4}-\d\d-\d\d, Author A: (.*)|(not committed yet))$")
CHANGES = re.compile(r"^ +[◆◇·] .* \[([a-z]+-[a-z-]+(?:, [a-z]+-[a-z-]+)*)\]")


@attrs.frozen
class Town:
    """A project in a repository of its own, and argmap in it."""

    git: Git
    argmap: Program

    def change(self, message: str, **edits: tuple[str, str]) -> str:
        """Commit replacements in files of arguments, by the names of these."""
        self.edit(**edits)
        return self.git.commit(message=message)

    def edit(self, **edits: tuple[str, str]) -> None:
        for name, (old, new) in edits.items():
            path = self.git.folder / "arguments" / f"{name}.argmap"
            text = path.read_text(encoding="utf-8")
            assert old in text
            path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")

    def log(self, *words: str, within: str = ".") -> Ran:
        return self.argmap("log", *words, "--width", "500", within=within, **FIXED)

    def told(self, *words: str, within: str = ".") -> list[tuple[str, list[str]]]:
        """What commit did what, by their titles and the rules of changes."""
        ran = self.log(*words, within=within)
        assert ran.code == 0, ran.err
        return episodes(ran.out)


def episodes(out: str) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in out.splitlines():
        header, changes = HEADER.match(line), CHANGES.match(line)
        if header:
            found.append((header[1] or header[2], []))
        elif changes:
            found[-1][1].extend(changes[1].split(", "))
    return found


@pytest.fixture
def town(tmp_path: Path) -> Town:
    git = Git.new(tmp_path / "town")
    git.commit(dict(BEGUN), "Begin")
    return Town(git, Program(git.folder, tmp_path / "cache"))


def test_a_claim_is_followed_from_commit_to_commit(town: Town) -> None:
    town.change("Insist", first=("build (should)", "build (must)"))
    town.change("Speak of something else", second=("are narrow", "are too narrow"))
    town.change("Argue", first=("  because quiet", "  because clean: Trams are clean.\n  because quiet"))
    town.change("Tidy", first=("Quiet towns", "# A remark.\n  # Another.\n  and: Quiet towns".replace("and: ", "", 1)))
    town.edit(first=("claims build", "denies build"))
    assert town.told("first.build") == [
        ("not committed yet", ["stance-reversed", "thesis-changed", "conflict-closed"]),
        ("Argue", ["support-added"]),
        ("Insist", ["stance-qualified"]),
        ("Begin", ["document-added", "stance-adopted"]),
    ]


def test_a_rename_and_a_move_are_followed(town: Town) -> None:
    town.change("Rename", first=("claims build", "claims lay-rails"))
    town.edit(first=("  answers trams: yes\n", "  answers trams: yes\n  was: build\n"))
    town.git("commit", "-q", "--all", "--amend", "--no-edit")
    (town.git.folder / "arguments" / "texts").mkdir()
    town.git("mv", "arguments/first.argmap", "arguments/texts/one.argmap")
    town.git.commit(message="Move the file")
    path = town.git.folder / "arguments" / "texts" / "one.argmap"
    path.write_text(path.read_text(encoding="utf-8").replace("(should)", "(must)"), encoding="utf-8")
    town.git.commit(message="Insist")
    told = [
        ("Insist", ["stance-qualified"]),
        ("Rename", ["claim-renamed"]),
        ("Begin", ["document-added", "stance-adopted"]),
    ]
    assert town.told("first.lay-rails") == town.told("lay-rails") == told
    # By the name that it had, too.
    assert town.told("first.build") == town.told("build") == told


def test_a_claim_that_was_removed_and_added_again(town: Town) -> None:
    statement = "reports debt from council: The town is in debt.\n"
    town.change("Remove", first=(statement, ""))
    assert town.told("debt") == [("Remove", ["claim-removed"]), ("Begin", ["document-added"])]
    town.change("Restore", first=("claims build", f"{statement}\nclaims build"))
    assert town.told("first.debt") == [
        ("Restore", ["claim-added"]),
        ("Remove", ["claim-removed"]),
        ("Begin", ["document-added"]),
    ]


def test_of_a_merge_it_tells_what_it_brought(town: Town) -> None:
    town.git("switch", "-q", "-c", "branch")
    town.change("Insist", first=("build (should)", "build (must)"))
    town.change("Doubt", first=("claims build (must)", "doubts build (must)"))
    town.git("switch", "-q", "main")
    town.change("Widen", second=("are narrow", "are too narrow"))
    town.git("merge", "-q", "--no-ff", "-m", "Merge the branch", "branch")
    told = town.told("build")
    assert [title for title, _ in told] == ["Merge the branch", "Begin"]
    assert "stance-reversed" in told[0][1]
    town.git("switch", "-q", "branch")
    assert [title for title, _ in town.told("build")] == ["Doubt", "Insist", "Begin"]


def test_a_shallow_clone_says_where_it_ends(town: Town, tmp_path: Path) -> None:
    town.change("Insist", first=("build (should)", "build (must)"))
    last = town.change("Weaken", first=("build (must)", "build (could)"))
    town.change("Insist again", first=("build (could)", "build (must)"))
    town.git("clone", "-q", "--depth=2", town.git.folder.as_uri(), str(tmp_path / "shallow"))
    shallow = Town(Git(tmp_path / "shallow"), Program(tmp_path / "shallow", tmp_path / "cache"))
    ran = shallow.log("build")
    assert (ran.code, [title for title, _ in episodes(ran.out)]) == (0, ["Insist again"])
    assert ran.err == (
        f"here the history of this clone is cut, at {last[:10]} of 2024-01-01; the rest of it:\n"
        "  git fetch --unshallow\n"
    )
    assert json.loads(shallow.log("build", "--format", "json").out)["cut"] == last
    assert json.loads(town.log("build", "--format", "json").out)["cut"] is None
    whole = shallow.log("build", "--format", "markdown")
    assert whole.out.endswith(f"\n\nHere the history of this clone is cut, at {last[:10]} of 2024-01-01.\n")
    assert whole.err == ""
    assert shallow.log("build", "-n", "1").err == ""
    lost = shallow.log("build", "--since", "HEAD~2")
    assert lost.code == 2
    assert "git fetch --" in lost.err


def test_since_a_revision_and_so_many(town: Town) -> None:
    town.change("Insist", first=("build (should)", "build (must)"))
    town.git("tag", "v1")
    town.change("Weaken", first=("build (must)", "build (could)"))
    town.change("Insist again", first=("build (could)", "build (must)"))
    titles = ["Insist again", "Weaken", "Insist", "Begin"]
    assert [title for title, _ in town.told("build")] == titles
    assert [title for title, _ in town.told("build", "--since", "v1")] == titles[:2]
    assert [title for title, _ in town.told("build", "-n", "3")] == titles[:3]
    ran = town.log("build", "--since", "HEAD")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "nothing changed about claim `first.build` since HEAD\n"
    assert "is no number from 1 on" in town.log("build", "-n", "0").err


def test_issues_documents_and_holders(town: Town) -> None:
    town.change("Ask", issues=("Should the town build trams?", "Should trams be built?"))
    town.change("Ascribe", first=("reports debt from council", "endorses debt from council"))
    town.change("Pay", first=("  answers trams: yes\n", "  answers trams: yes\n  answers money: town from council\n"))
    assert [title for title, _ in town.told("trams")] == ["Ask", "Begin"]
    assert town.told("money")[0] == ("Pay", ["stance-adopted"])
    assert [title for title, _ in town.told("first")] == ["Pay", "Ascribe", "Begin"]
    assert town.told("first/council")[0] == ("Pay", ["stance-adopted"])
    assert [title for title, _ in town.told("second")] == ["Begin"]


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("first.biuld", "argmap: no claim, document, issue or holder is or was called `first.biuld`; did you mean"),
        ("first.biuld", "did you mean `first.build`?"),
        ("biuld", "did you mean `build`?"),
        ("frist", "did you mean `first`?"),
        ("first/concil", "did you mean `first/council`?"),
        ("xyzzy", "is or was called `xyzzy`\n"),
        ("first.build~1", "is or was called `first.build~1`"),
        ("", "is or was called ``"),
    ],
)  # fmt: skip
def test_what_never_was_is_said(town: Town, word: str, said: str) -> None:
    ran = town.log(word)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_name_that_two_documents_give_is_refused(town: Town) -> None:
    town.change("Repeat", second=("because narrow", "because debt"))
    ran = town.log("debt")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "argmap: several claims are called `debt`\nname one of them:\n  first.debt\n  second.debt\n"


def test_the_sentences_are_told(town: Town) -> None:
    insisted = town.change("Insist", first=("build (should)", "build (must)"))
    ran = town.log("build", "-n", "1")
    header, change = ran.out.splitlines()
    assert header == f"{insisted[:10]} 2024-01-01, Author A: Insist"
    assert change.startswith("  · Author A (first) still answers")
    assert change.endswith(" [stance-qualified] arguments/first.argmap:4 (first.build)")
    assert ran.err == ""


def test_a_page_tells_the_same_commits(town: Town) -> None:
    town.change("Argue <b>", first=("  because quiet", "  because clean: Trams are clean.\n  because quiet"))
    page = town.log("build", "--format", "markdown")
    assert (page.code, page.err, page.out) == (0, "", town.log("build", "--format", "md").out)
    assert re.findall(r"^(#+) .*?(?:Author A: )?(\S+)$", page.out, re.MULTILINE) == [
        ("#", "`first.build`"),
        ("##", r"\<b\>"),
        ("##", "Begin"),
    ]
    assert re.findall(r"- [◆◇·] .* `([a-z]+-[a-z]+)`", page.out) == [
        "support-added",
        "document-added",
        "stance-adopted",
    ]
    web = town.log("build", "--format", "html", "-n", "1").out
    assert web.startswith("<!DOCTYPE html>") and "Author A: Argue &lt;b&gt;</h2>" in web and "Begin</h2>" not in web


def test_json_is_what_its_schema_says(town: Town) -> None:
    town.change("Insist", first=("build (should)", "build (must)"))
    town.edit(first=("claims build", "denies build"))
    record = json.loads(town.log("build", "--format", "json").out)
    schema = json.loads(town.log("--schema").out)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(record)
    assert record["subject"] == {"kind": "claim", "id": "first.build"}
    assert [episode["commit"] and episode["commit"]["title"] for episode in record["episodes"]] == [
        None,
        "Insist",
        "Begin",
    ]


def test_nothing_is_written_and_git_is_asked_three_times(town: Town, tmp_path: Path) -> None:
    for number in range(12):
        town.change(f"Reword {number}", first=("town should", "town should, indeed,"))
        town.git.commit({"notes.txt": str(number)}, "Note")
    real = shutil.which("git")
    counting = tmp_path / "bin" / "git"
    counting.parent.mkdir()
    counting.write_text(f'#!/bin/sh\necho "$@" >> "{tmp_path}/asked"\nexec "{real}" "$@"\n', encoding="utf-8")
    counting.chmod(0o755)
    before = {path: path.stat().st_mtime_ns for path in town.git.folder.rglob("*")}
    ran = town.argmap("log", "build", **FIXED, PATH=f"{counting.parent}{os.pathsep}{os.environ['PATH']}")
    assert ran.code == 0
    asked = (tmp_path / "asked").read_text(encoding="utf-8").splitlines()
    assert [next(word for word in ("rev-parse", "cat-file", "rev-list") if word in line) for line in asked] == [
        "rev-parse",
        "cat-file",
        "rev-list",
    ]
    assert {path: path.stat().st_mtime_ns for path in town.git.folder.rglob("*")} == before


def test_a_bare_repository_and_a_project_in_a_folder_below(town: Town, tmp_path: Path) -> None:
    git = Git.new(tmp_path / "größe")
    git.commit({f"sub dir/größe/{name}": text for name, text in BEGUN.items()}, "Begin")
    below = Town(git, Program(git.folder, tmp_path / "cache"))
    path = git.folder / "sub dir/größe/arguments/first.argmap"
    path.write_text(FIRST.replace("(should)", "(must)"), encoding="utf-8")
    git.commit(message="Insist")
    titles = ["Insist", "Begin"]
    assert [title for title, _ in below.told("build", within="sub dir/größe/arguments")] == titles
    town.git("clone", "-q", "--bare", str(town.git.folder), str(tmp_path / "bare.git"))
    bare = Town(Git(tmp_path / "bare.git"), Program(tmp_path / "bare.git", tmp_path / "cache"))
    assert [title for title, _ in bare.told("build")] == ["Begin"]


def test_names_that_are_not_ascii(town: Town) -> None:
    decomposed = "claims gro\u0308\u00dfe: The town is large.\n"
    town.change("Add", first=("reports debt", f"{decomposed}\nreports debt"))
    town.change("Reword", first=("is large", "is very large"))
    told = town.told("first.gr\u00f6\u00dfe")
    assert told == town.told("gro\u0308\u00dfe") == [("Reword", ["claim-reworded"]), ("Add", ["claim-added"])]


def test_a_commit_that_cannot_be_read_whole_says_so(town: Town) -> None:
    town.change("Break", first=("claims build (should)", "claims build (should"))
    town.change("Mend", first=("claims build (should", "claims build (should)"))
    ran = town.log("build")
    assert ran.code == 0
    assert [title for title, _ in episodes(ran.out)] == ["Mend", "Break", "Begin"]
    assert ran.out.count("  partial: arguments/first.argmap could not be read whole, before or after\n") == 2


def test_what_is_new_and_not_committed(town: Town) -> None:
    town.edit(first=("reports debt", "claims new: Something new.\n  because quiet\n\nreports debt"))
    assert town.told("new") == [("not committed yet", ["claim-added"])]


def test_where_there_is_no_history_it_says_so(town: Town, tmp_path: Path) -> None:
    git = Git.new(tmp_path / "unborn")
    git.write(dict(BEGUN))
    ran = Town(git, Program(git.folder, tmp_path / "cache")).log("build")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("argmap: there is no commit yet")
    shutil.copytree(town.git.folder / "arguments", tmp_path / "plain" / "arguments")
    ran = Town(git, Program(tmp_path / "plain", tmp_path / "cache")).log("build")
    assert (ran.code, ran.out) == (2, "")
    assert "no git repository" in ran.err
