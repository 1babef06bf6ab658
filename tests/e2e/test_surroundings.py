"""Whatever surrounds the process, it ends in a sentence: pipes, closed streams, locales, odd names."""

import os
import shutil
import subprocess
import sys
import zipapp
from pathlib import Path
from unicodedata import normalize

import attrs
import pytest
from program import Program, Ran
from repository import Git

import argmap as package

posix = pytest.mark.skipif(os.name != "posix", reason="as POSIX systems do it")
PRINTING = ["show first", "export json", "explain language", "render first", "check", "build --check", "--help"]
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
NAME = "dépôt 日本"
TEXT = f"document día: Título\n  author a: Ä\n\nclaims é: Ünï 日本.\n  because ñ: ✓ {NAME}.\n"


@posix
@pytest.mark.parametrize("words", PRINTING)
def test_a_reader_that_leaves(argmap: Program, words: str) -> None:
    with subprocess.Popen(
        argmap.command(*words.split()),
        cwd=argmap.folder,
        env=argmap.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read().decode()
    assert process.returncode in (0, 1)
    assert "rror" not in said


@posix
def test_a_reader_of_one_line(argmap: Program) -> None:
    ran = argmap.shell("argmap explain language | head -n 1; echo ${PIPESTATUS[0]}")
    assert ran.out == "# The argmap language\n0\n"
    assert ran.err == ""


@posix
@pytest.mark.parametrize("words", PRINTING)
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
def test_closed_streams(argmap: Program, words: str, closed: str) -> None:
    whole = argmap(*words.split())
    ran = argmap.shell(f"argmap {words} {closed}")
    assert ran.code == whole.code
    assert ran.out == ("" if ">&-" in closed.replace("2>&-", "") else whole.out)
    assert ran.err == ("" if "2>&-" in closed else whole.err)


@posix
def test_a_closed_standard_input_is_an_empty_one(argmap: Program) -> None:
    assert argmap.shell("argmap fmt - <&-").code == 0
    assert argmap.shell("argmap new third <&-").err == "argmap: still missing: --title, --author\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk(argmap: Program) -> None:
    ran = argmap.shell("argmap show first >/dev/full")
    assert (ran.code, ran.err) == (2, "argmap: no space left on device\n")


@posix
def test_a_folder_that_is_gone(argmap: Program) -> None:
    ran = argmap.shell("mkdir gone && cd gone && rmdir ../gone && argmap check")
    assert (ran.code, ran.err) == (2, "argmap: the folder that this was started in is gone\n")


@pytest.fixture
def foreign(project: Path) -> Path:
    """A file whose name and content no ASCII holds, in a folder of such a name."""
    path = project / "arguments" / NAME / f"{NAME}.argmap"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


@posix
def test_names_that_are_not_ascii(argmap: Program, foreign: Path) -> None:
    name = f"arguments/{NAME}/{NAME}.argmap"
    shown = argmap("show", "día")
    assert shown.code == 0
    assert f"because ñ: ✓ {NAME}." in shown.out
    assert argmap("show", name) == argmap("show", f"{NAME}.argmap", within=f"arguments/{NAME}") == shown
    assert argmap("show", normalize("NFD", "día")) == shown
    assert argmap("build", "-v").out.endswith("renders/second.svg drawn\nrenders/stances.txt written\n")
    assert (argmap.folder / "renders" / "día.svg").exists()
    foreign.write_text(TEXT.replace("because", "becuase"), encoding="utf-8")
    assert argmap("check", name, "--format", "concise").out.startswith(f"{name}:5:3: error[A010]")


@posix
def test_a_locale_without_these_letters(argmap: Program, foreign: Path) -> None:
    plain = argmap("show", "día")
    assert argmap("check", **ASCII).code == 0
    assert argmap("show", "día", **ASCII).out == plain.out
    assert argmap("show", f"arguments/{NAME}/{NAME}.argmap", **ASCII).out == plain.out
    assert argmap("render", "día", "--focus", "ñ", **ASCII).out == argmap("render", "día", "--focus", "ñ").out
    assert argmap("export", "json", **ASCII).out == argmap("export", "json").out
    assert argmap("explain", "language", **ASCII).code == 0
    missed = argmap("show", "dia", **ASCII)
    assert (missed.code, missed.out) == (2, "")
    assert "did you mean `d\\xeda`?" in missed.err


@posix
def test_a_locale_that_cannot_name_a_file_is_told(argmap: Program, foreign: Path) -> None:
    ran = argmap("build", **ASCII)
    assert ran.code == 2
    assert ran.err.endswith("cannot name a file of the project\nchoose a UTF-8 locale, or set PYTHONUTF8=1\n")
    assert argmap("build").code == 0


@posix
def test_an_argument_that_is_no_text(argmap: Program) -> None:
    for words in ("show", "render", "check", "explain", "render first --focus", "show first --width"):
        ran = argmap.shell(f"argmap {words} $'\\xff'")
        assert (ran.code, ran.out) == (2, "")
        assert "bug" not in ran.err


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """argmap in one zip file."""
    folder = tmp_path_factory.mktemp("zip")
    shutil.copytree(Path(package.__file__).parent, folder / "app" / "argmap", ignore=shutil.ignore_patterns("*.pyc"))
    (folder / "app" / "__main__.py").write_text("from argmap.cli.main import entry\nentry()\n", encoding="utf-8")
    zipapp.create_archive(folder / "app", folder / "argmap.pyz")
    return folder / "argmap.pyz"


@pytest.mark.parametrize(
    "words",
    ["check", "explain A001", "explain language", "explain stance-reversed", "compare", "build", "fmt", "diff . ."],
)
def test_a_zip_file_is_as_good_as_a_folder(argmap: Program, archive: Path, words: str) -> None:
    ran = Ran.of(argmap.process([sys.executable, "-I", str(archive), *words.split()]))
    if words == "build":
        assert argmap("build", "--check").err.endswith("all fresh; open renders/report.md\n")
    else:
        assert ran == argmap(*words.split())


def test_another_zip_file_has_results_of_its_own(argmap: Program, archive: Path) -> None:
    argmap.process([sys.executable, "-I", str(archive), "check"])
    kept = {path.name for path in argmap.cache.rglob("*") if path.is_file()}
    os.utime(archive, (1, 1))
    argmap.process([sys.executable, "-I", str(archive), "check"])
    assert {path.name for path in argmap.cache.rglob("*") if path.is_file()} > kept


@posix
def test_git_starts_the_zip_file_that_was_started(argmap: Program, archive: Path) -> None:
    git = Git.new(argmap.folder)
    started = [sys.executable, "-I", str(archive), "git", "install", "--driver"]
    assert argmap.process(started, PATH=str(Path(shutil.which("git") or "").parent)).returncode == 0
    assert f"{archive} git diff-driver" in git("config", "diff.argmap.command")
    inside = argmap.folder / "argmap.pyz"
    shutil.copy(archive, inside)
    argmap.process([sys.executable, "-I", str(archive), "git", "uninstall"])
    argmap.process([sys.executable, "-I", str(inside), *started[3:]], PATH=str(Path(shutil.which("git") or "").parent))
    assert "argmap.pyz" not in git("config", "diff.argmap.command")


@posix
def test_places_are_named_in_a_locale_without_their_letters(argmap: Program, tmp_path: Path) -> None:
    git = Git.new(tmp_path / "süb")
    shutil.copytree(argmap.folder, git.folder / "ört")
    git.commit()
    host = {"GITHUB_SERVER_URL": "https://host", "GITHUB_REPOSITORY": "o/r", "GITHUB_SHA": "x", **ASCII}
    first = git.folder / "ört" / "arguments" / "first.argmap"
    first.write_text(first.read_text("utf-8").replace("trams: yes", "trams: no"), encoding="utf-8")
    inside = attrs.evolve(argmap, folder=git.folder / "ört")
    told = inside("diff", "--format", "markdown", **host).out
    assert "https://host/o/r/blob/x/%C3%B6rt/arguments/first.argmap#L7" in told
    shutil.copy(first, tmp_path / "ä.argmap")
    for words in (["HEAD:ört/arguments/first.argmap"], [f"{tmp_path}/ä.argmap", "HEAD:./arguments/first.argmap"]):
        ran = inside("diff", *words, "--format", "json", **ASCII)
        assert ran.code == 0
        assert "stance-reversed" in ran.out
    assert "does not exist" in inside("diff", "--accept", f"{tmp_path}/ö.toml", **ASCII).err
