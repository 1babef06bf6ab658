"""A project may be anybody's: nothing in it runs, drives the terminal, leads out of it, or costs somebody's text."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import written
from program import Program
from repository import Git

posix = pytest.mark.skipif(os.name != "posix", reason="as POSIX systems name and link files")
EVIL = "\x1b]0;pwned\x07\n::error::x"


def a_module_that_runs(marker: Path) -> str:
    return f"open({str(marker)!r}, 'w').close()\nraise SystemExit(3)\n"


@posix
@pytest.mark.parametrize(
    "words",
    [
        *("check", "check --format concise", "check --format github", "check --format sarif", "check --format json"),
        *(
            "fmt --check",
            "fmt --diff",
            "fmt",
            "show",
            "build",
            "compare",
            "export json",
            "diff",
            "diff --format github",
        ),
        *("diff --format markdown", "diff --format oneline", "diff --format html", "log one", "log nothing"),
    ],
)
def test_the_name_of_a_file_neither_drives_the_terminal_nor_begins_a_line(argmap: Program, words: str) -> None:
    git = Git.new(argmap.folder)
    git.commit()
    bad = f"arguments/{EVIL}.argmap"
    git.write({bad: "document  evil: E\n  author e: E\n\nclaims one: One.\n  becuase: Two.\n"})
    git.write({f"arguments/{EVIL}2.argmap": b"\xff\xfe"})
    named = [bad] if words in ("show", "build") or words.startswith(("check", "fmt")) else []
    if words == "build":
        named = []
    ran = argmap(*words.split(), *named)
    assert ran.code in (0, 1, 2, 3)
    said = ran.out + ran.err
    assert not {"\x1b", "\x07"} & set(said)
    assert not [line for line in said.splitlines() if line.startswith("::error::x")]


@posix
def test_what_somebody_types_does_not_drive_the_terminal_either(argmap: Program) -> None:
    for words in (["check", EVIL], ["show", EVIL], ["fmt", "--" + EVIL], [EVIL], ["explain", EVIL], ["log", EVIL]):
        ran = argmap(*words)
        assert ran.code == 2
        assert not {"\x1b", "\x07"} & set(ran.out + ran.err)
        assert "::error::x" not in (ran.out + ran.err).splitlines()


def test_the_name_of_an_unmerged_file_does_not_either(argmap: Program) -> None:
    ran = argmap("git", "diff-driver", "--", EVIL)
    assert (ran.code, ran.out.count("\n"), ran.out[:16]) == (0, 1, "* Unmerged path ")
    assert not {"\x1b", "\x07"} & set(ran.out)


@pytest.mark.parametrize("command", ["check", "fmt --check", "show", "render", "export json", "diff HEAD"])
def test_after_two_hyphens_nothing_is_an_option(argmap: Program, command: str) -> None:
    git = Git.new(argmap.folder)
    git.commit()
    git.write({"arguments/-o.argmap": "document o: O\n  author p: P\n\nclaims c: C.\n"})
    ran = argmap(*command.split(), "--", "-o.argmap", within="arguments")
    assert ran.code == 0, ran.err


def test_the_command_may_stand_after_two_hyphens(argmap: Program) -> None:
    assert argmap("--", "check").code == argmap("check").code == 0
    ran = argmap("completion", "--", "-x")
    assert (ran.code, "invalid choice: '-x'" in ran.err) == (2, True)


@posix
@pytest.mark.parametrize(
    "words",
    [
        "export json -o out",
        "compare -o out",
        "render first -o out.svg",
        "diff -o out",
        "render first -o out/",
        "compare --format svg -o out/",
    ],
)
def test_a_link_in_the_project_leads_no_output_out_of_it(argmap: Program, tmp_path: Path, words: str) -> None:
    Git.new(argmap.folder).commit()
    (tmp_path / "elsewhere").mkdir()
    precious = tmp_path / "precious"
    precious.write_text("kept", encoding="utf-8")
    output = words.rsplit(maxsplit=1)[-1]
    target = "../elsewhere" if output.endswith("/") else "../precious"
    (argmap.folder / output.rstrip("/")).symlink_to(target)
    ran = argmap(*words.split())
    assert (ran.code, "by a symbolic link" in ran.err) == (2, True), ran.err
    assert precious.read_text(encoding="utf-8") == "kept"
    assert not list((tmp_path / "elsewhere").iterdir())
    # By its own words a path may leave the project, and a link inside it may be followed.
    assert argmap("export", "json", "-o", "../elsewhere/out.json").code == 0
    (argmap.folder / "inner.json").symlink_to("outer.json")
    assert argmap("export", "json", "-o", "inner.json").code == 0
    assert (argmap.folder / "outer.json").is_file()


@posix
def test_a_folder_of_arguments_that_leads_away_gets_no_new_file(argmap: Program, tmp_path: Path) -> None:
    away = tmp_path / "away"
    away.mkdir()
    project = tmp_path / "linked"
    project.mkdir()
    (project / "arguments").symlink_to("../away")
    ran = Program(project, tmp_path / "cache")("new", "third", "--title", "T", "--author", "A")
    assert ran.code == 2
    assert not list(away.iterdir())


@pytest.mark.parametrize(
    "name", ["arguments/first.argmap", "arguments/first.ARGMAP", "argmap.toml", "pyproject.toml", "texts/first.txt"]
)
@pytest.mark.parametrize("linked", [False, pytest.param(True, marks=posix)])
def test_no_output_takes_the_place_of_what_people_write(argmap: Program, name: str, linked: bool) -> None:
    (argmap.folder / "texts").mkdir()
    files = {"argmap.toml": 'sources = "texts"\n', "pyproject.toml": "", "texts/first.txt": "build the trams"}
    for file, text in files.items():
        (argmap.folder / file).write_text(text, encoding="utf-8")
    path = argmap.folder / name
    before = path.read_bytes() if path.exists() else b""
    output = "out.json" if linked else name
    if linked:
        (argmap.folder / output).symlink_to(name)
    for words in ("export json", "compare", "render second --format svg"):
        ran = argmap(*words.split(), "-o", output)
        assert (ran.code, "no output is one" in ran.err) == (2, True), ran.err
    assert (path.read_bytes() if path.exists() else b"") == before


@posix
@pytest.mark.parametrize("name", [".git/config", ".git/hooks/pre-commit"])
def test_no_output_goes_among_the_files_of_git(argmap: Program, name: str) -> None:
    Git.new(argmap.folder).commit()
    path = argmap.folder / name
    before = path.read_bytes() if path.exists() else b""
    (argmap.folder / "changes.svg").symlink_to(name)
    for output in ("changes.svg", name):
        assert argmap("diff", "-o", output).code == 2
    assert (path.read_bytes() if path.exists() else b"") == before


@posix
def test_attributes_are_added_to_no_file_behind_a_link(argmap: Program) -> None:
    Git.new(argmap.folder).commit()
    path = argmap.folder / "arguments" / "first.argmap"
    before = path.read_bytes()
    (argmap.folder / ".gitattributes").symlink_to("arguments/first.argmap")
    ran = argmap("git", "install")
    assert (ran.code, "is a symbolic link, which git does not follow" in ran.err) == (2, True), ran.err
    assert path.read_bytes() == before


@posix
def test_a_link_in_a_folder_that_was_named_is_not_followed_out_of_it(argmap: Program, tmp_path: Path) -> None:
    outside = tmp_path / "outside.argmap"
    outside.write_text("actor  a:  A\n", encoding="utf-8")
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "draft.argmap").symlink_to(outside)
    assert argmap("fmt", str(folder)).code == 1
    assert outside.read_text(encoding="utf-8") == "actor  a:  A\n"


@posix
def test_a_link_among_the_arguments_makes_nothing_else_an_argument_file(argmap: Program) -> None:
    notes = argmap.folder / "notes.txt"
    notes.write_text("actor  a:  A\n", encoding="utf-8")
    (argmap.folder / "arguments" / "linked.argmap").symlink_to("../notes.txt")
    ran = argmap("fmt")
    assert (ran.code, notes.read_text(encoding="utf-8")) == (1, "actor  a:  A\n")
    assert "arguments/linked.argmap is left as it is: it is a link to a file that is not called like" in ran.err


@pytest.mark.parametrize(
    "module", ["lark", "attrs", "attr", "argparse", "graphviz", "tomllib", "json", "sitecustomize"]
)
def test_no_module_of_a_project_is_imported(argmap: Program, tmp_path: Path, module: str) -> None:
    marker = tmp_path / "ran"
    (argmap.folder / f"{module}.py").write_text(a_module_that_runs(marker), encoding="utf-8")
    (argmap.folder / "argmap.toml").write_text("[levels]\n", encoding="utf-8")
    for words in (["check"], ["build"], ["export", "json"]):
        assert argmap(*words).code == 0
    assert not marker.exists()


@posix
def test_no_program_of_a_project_is_run(argmap: Program, tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    git = Git.new(argmap.folder)
    git.commit()
    programs = argmap.folder / "node_modules" / ".bin"
    programs.mkdir(parents=True)
    for name in ("git", "dot", "argmap", "python3", "less"):
        (programs / name).write_text(f"#!/bin/sh\ntouch {marker}\n", encoding="utf-8")
        (programs / name).chmod(0o755)
    path = os.pathsep.join([str(programs), "node_modules/.bin", "", os.environ["PATH"]])
    assert argmap("diff", PATH=path).code == 0
    assert argmap("log", "first.build", PATH=path).code == 0
    assert argmap("git", "status", PATH=path).code == 0
    assert argmap("git", "install", "--driver", PATH=path).code == 0
    argmap("render", "first", "--engine", "system", PATH=path)
    assert not marker.exists()
    assert "node_modules" not in git("config", "diff.argmap.command")


@pytest.mark.parametrize("where", ["in the project", "a link", "for all to write", "a file"])
@posix
def test_a_cache_that_is_not_the_users_own_is_left_alone(argmap: Program, tmp_path: Path, where: str) -> None:
    folder = argmap.folder / ".cache" if where == "in the project" else tmp_path / "kept"
    own = tmp_path / "own"
    own.mkdir()
    if where == "a link":
        folder.symlink_to(own)
    elif where == "a file":
        folder.write_bytes(b"")
    else:
        folder.mkdir()
        folder.chmod(0o777 if where == "for all to write" else 0o700)
    ran = argmap("check", ARGMAP_CACHE=str(folder))
    assert ran.code == 0
    assert ran.err.count(f"argmap: the cache folder {folder} is not used, since ") == 1
    assert argmap("build", ARGMAP_CACHE=str(folder)).err.count("is not used, since") == 1
    assert not list(own.iterdir())
    assert not folder.is_dir() or not list(folder.iterdir())


def test_what_an_editor_saves_meanwhile_is_formatted_and_not_lost(tmp_path: Path) -> None:
    """Two processes: one formats, and one saves in the very moment between reading and writing."""
    project = written(tmp_path / "project")
    path = project / "arguments" / "second.argmap"
    script = f"""
import argmap.workspace.writing as writing
from argmap.cli.main import main
from pathlib import Path
path, first = Path({str(path)!r}), writing._write_new
def slow(*words):
    if "two hours" not in path.read_text():
        path.write_text("actor  z:  Z\\n  note:  two hours of work\\n")
    first(*words)
writing._write_new = slow
raise SystemExit(main(["fmt"]))
"""
    path.write_text("actor  z:  Z\n", encoding="utf-8")
    ran = subprocess.run([sys.executable, "-c", script], cwd=project, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
    assert path.read_text(encoding="utf-8") == "actor z: Z\n  note: two hours of work\n"


def test_an_output_that_somebody_else_wrote_meanwhile_stays(tmp_path: Path) -> None:
    project = written(tmp_path / "project")
    script = """
import argmap.workspace.writing as writing
from argmap.cli.main import main
from pathlib import Path
path, first = Path("out.json"), writing._write_new
def slow(*words):
    path.write_text("by somebody else")
    first(*words)
writing._write_new = slow
raise SystemExit(main(["export", "json", "-o", "out.json"]))
"""
    ran = subprocess.run([sys.executable, "-c", script], cwd=project, capture_output=True, check=False)
    assert (ran.returncode, b"was changed while this ran" in ran.stderr) == (2, True)
    assert (project / "out.json").read_text(encoding="utf-8") == "by somebody else"


def test_a_render_that_somebody_else_put_there_meanwhile_stays(tmp_path: Path) -> None:
    project = written(tmp_path / "project")
    script = """
import argmap.workspace.writing as writing
from argmap.cli.main import main
from pathlib import Path
path, first = Path("renders/first.svg"), writing._write_new
def slow(*words):
    path.write_text("by somebody else")
    first(*words)
writing._write_new = slow
raise SystemExit(main(["build"]))
"""
    ran = subprocess.run([sys.executable, "-c", script], cwd=project, capture_output=True, check=False)
    assert ran.returncode == 1, ran.stderr.decode()
    assert b"renders/first.svg could not be drawn: somebody else wrote it meanwhile" in ran.stderr
    assert b"renders/first.svg drawn" not in ran.stdout
    assert (project / "renders" / "first.svg").read_text(encoding="utf-8") == "by somebody else"
    assert (project / "renders" / "second.svg").is_file()


def test_where_formatting_would_change_the_meaning_the_file_is_left_and_the_rest_goes_on(tmp_path: Path) -> None:
    """A fault of argmap's own, put there by hand."""
    project = written(tmp_path / "project")
    for name in ("a", "z"):
        (project / "arguments" / f"{name}.argmap").write_text(f"actor  {name}:  {name}\n", encoding="utf-8")
    script = """
import argmap.language.printer as printer
from argmap.cli.main import main
printed = printer.printed
printer.printed = lambda file: printed(file) + ("actor b: B\\n" if "a.argmap" in file.source.name else "")
raise SystemExit(main(["fmt"]))
"""
    ran = subprocess.run([sys.executable, "-c", script], cwd=project, capture_output=True, check=False)
    said = ran.stderr.decode()
    assert ran.returncode == 1, said
    assert "arguments/a.argmap is left as it is: its canonical form would not mean the same" in said
    assert (project / "arguments" / "a.argmap").read_text(encoding="utf-8") == "actor  a:  a\n"
    assert (project / "arguments" / "z.argmap").read_text(encoding="utf-8") == "actor z: z\n"


def test_a_fault_says_what_was_written_before_it(tmp_path: Path) -> None:
    project = written(tmp_path / "project")
    for name in ("a", "z"):
        (project / "arguments" / f"{name}.argmap").write_text(f"actor  {name}:  {name}\n", encoding="utf-8")
    script = """
import argmap.language.printer as printer
from argmap.cli.main import main
printed = printer.printed
def failing(file):
    if "z.argmap" in file.source.name: raise ZeroDivisionError
    return printed(file)
printer.printed = failing
raise SystemExit(main(["fmt"]))
"""
    ran = subprocess.run([sys.executable, "-c", script], cwd=project, capture_output=True, check=False)
    said = ran.stderr.decode()
    assert ran.returncode == 70
    assert "written before that: " in said and "a.argmap" in said
    assert "no file was changed" not in said
