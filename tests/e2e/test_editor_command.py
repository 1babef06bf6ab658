"""`argmap editor` writes what an editor needs, and the editors that are on this machine take it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from program import Program

from argmap import __version__
from argmap.api.explaining import explain
from argmap.cli.editor import EDITORS
from argmap.editors.generated import HERE, generated

ROOT = Path(__file__).parents[2]
FOLDERS = {name: "." if name == "vscode" else f"argmap-{name}" for name in EDITORS}
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", explain("editors"), re.MULTILINE | re.DOTALL)
TEXT = """\
document d: Trams
  author a: A

denies never from a (likely): They will
  # whatever comes
  | never come.
  because other.claim
  becuase slip: A slip.
claims now: They come.
  answers trams: not no
"""
REAL = "".join(
    (ROOT / "arguments" / f"{name}.argmap").read_text(encoding="utf-8")
    for name in ("korybko-2021-08", "shared/actors", "links/kim-2021--korybko-2021-07")
)


def test_without_a_name_it_lists_all(argmap: Program) -> None:
    ran = argmap("editor")
    assert ran.code == 0
    assert [line.split()[0] for line in ran.out.splitlines()] == list(EDITORS)


@pytest.mark.parametrize("name", EDITORS)
def test_it_writes_the_files_and_once_more_changes_nothing(argmap: Program, name: str) -> None:
    first = argmap("editor", name)
    assert first.code == 0
    written = [argmap.folder / line for line in first.out.splitlines()]
    assert [path.relative_to(argmap.folder / FOLDERS[name]).as_posix() for path in written] == [
        *EDITORS[name].files.values()
    ]
    for path, source in zip(written, EDITORS[name].files, strict=True):
        assert path.read_bytes() == (HERE / source).read_bytes()
    assert argmap("editor", name) == first
    assert argmap("editor", name, "-o", "else/where").code == 0
    assert all((argmap.folder / "else" / "where" / target).is_file() for target in EDITORS[name].files.values())


@pytest.mark.parametrize("name", EDITORS)
def test_a_file_that_differs_stays_until_somebody_insists(argmap: Program, name: str) -> None:
    assert argmap("editor", name).code == 0
    first, *others = [argmap.folder / FOLDERS[name] / target for target in EDITORS[name].files.values()]
    first.write_text("mine", encoding="utf-8")
    for other in others:
        other.unlink()

    ran = argmap("editor", name)
    assert (ran.code, ran.out) == (1, "")
    assert f"{first.relative_to(argmap.folder)} is there already and differs, and stays as it is\n" in ran.err
    assert first.read_text(encoding="utf-8") == "mine"
    assert not any(other.exists() for other in others)

    forced = argmap("editor", name, "--force")
    assert forced.code == 0
    assert f"{first.relative_to(argmap.folder)} (replaced)\n" in forced.out
    assert first.read_text(encoding="utf-8", errors="replace") != "mine"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nvim"], "there is no `argmap editor nvim`; did you mean `vim`?"),
        (["vscode", "-o", ".git"], "`.git` is called like a file of git's own"),
        (["vscode", "-o", "argmap.toml"], "argmap.toml"),
    ],
)
def test_what_cannot_be_written_is_said(argmap: Program, words: list[str], said: str) -> None:
    (argmap.folder / "argmap.toml").touch()
    ran = argmap("editor", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert (argmap.folder / "argmap.toml").read_bytes() == b""


@pytest.mark.parametrize("name", EDITORS)
def test_the_reference_shows_what_the_command_says(argmap: Program, name: str) -> None:
    (block,) = [block for block in BLOCKS if block.startswith(f"argmap editor {name}\n")]
    ran = argmap("editor", name)
    said = ran.err.replace(str(argmap.folder.resolve()), "~")

    assert [line.partition(": ")[2] for line in said.splitlines()] == block.splitlines()[1:]
    assert len(block.splitlines()) <= 3
    assert all(f"`{place}`" in explain("editors") for place in re.findall(r"^in (~/[^,:]+)", said, re.MULTILINE))


def test_the_reference_speaks_of_every_editor_and_of_no_other() -> None:
    assert sorted(block.split()[2] for block in BLOCKS) == sorted(EDITORS)


def test_the_extension_is_of_this_version_and_has_the_grammar_that_is_made() -> None:
    with ZipFile(HERE / "argmap.vsix") as archive:
        names = archive.namelist()
        package = json.loads(archive.read("extension/package.json"))
        assert names == sorted(names)
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        # To build it anew: cd argmap/editors/vscode && npm ci && npm run build
        for name, text in generated().items():
            if name.startswith("vscode/"):
                assert archive.read(f"extension/{name.removeprefix('vscode/')}").decode() == text
        assert archive.read(f"extension/{package['main'].removeprefix('./')}")
    assert package["version"] == __version__
    assert package == json.loads((HERE / "vscode" / "package.json").read_text(encoding="utf-8"))


def groups_in_vim(program: str, files: Path, text: Path, out: Path) -> list[tuple[str, str]]:
    """What each stretch of a file looks like: its words, and the name of its sort in Vim."""
    script = out.with_suffix(".vim")
    script.write_text(
        "let found = []\n"
        "for number in range(1, line('$'))\n"
        "  let [last, from] = ['', 1]\n"
        "  for column in range(1, col([number, '$']))\n"
        "    let name = column == col([number, '$']) ? '' : synIDattr(synID(number, column, 1), 'name')\n"
        "    if name !=# last\n"
        "      let said = strpart(getline(number), from - 1, column - from)\n"
        "      if last !=# '' | call add(found, last . ':' . said) | endif\n"
        "      let [last, from] = [name, column]\n"
        "    endif\n"
        "  endfor\n"
        "endfor\n"
        f"call writefile(found, '{out}')\n"
        "qall!\n",
        encoding="utf-8",
    )
    links = dict(
        re.findall(
            r"^highlight default link (argmapIn\w+) argmap(\w+)", (files / "syntax/argmap.vim").read_text(), re.M
        )
    )
    quiet = ["--headless", "-u", "NONE"] if Path(program).name == "nvim" else ["-Nu", "NONE", "-es"]
    set_up = ["-c", f"set runtimepath^={files}", "-c", "filetype plugin on", "-c", "syntax on"]
    opened = ["-c", f"edit {text}", "-c", f"source {script}"]
    subprocess.run([program, *quiet, *set_up, *opened], check=True, timeout=60, capture_output=True)
    lines = [line.split(":", 1) for line in out.read_text(encoding="utf-8").splitlines()]
    return [(said.strip(), links[group]) for group, said in lines]


@pytest.mark.parametrize("program", ["vim", "nvim"])
def test_vim_colours_what_is_written(argmap: Program, program: str, tmp_path: Path) -> None:
    found_at = shutil.which(program) or shutil.which(program, path=Path(sys.executable).parent)
    if not found_at:
        pytest.skip(f"there is no {program} on this machine")
    assert argmap("editor", "vim").code == 0
    files = argmap.folder.resolve() / "argmap-vim"
    text = tmp_path / "text.argmap"
    text.write_text(TEXT, encoding="utf-8")

    found = groups_in_vim(found_at, files, text, tmp_path / "found")
    assert ("denies", "Denial") in found
    assert [said for said, group in found if group == "DeniedText"] == ["They will", "never come."]
    assert ("other.claim", "ForeignId") in found
    assert [said for said, group in found if group == "Error"] == ["becuase"]
    assert [said for said, group in found if group == "Text"][-1] == "They come."
    text.write_text(REAL, encoding="utf-8")
    groups = {group for _, group in groups_in_vim(found_at, files, text, tmp_path / "found")}
    assert "Error" not in groups
    assert groups >= {"Verb", "OwnId", "ForeignId", "Issue", "Position", "Cue", "Relation", "Text"}


def test_emacs_colours_what_is_written(argmap: Program, tmp_path: Path) -> None:
    if not shutil.which("emacs"):
        pytest.skip("there is no emacs on this machine")
    assert argmap("editor", "emacs").code == 0
    text = tmp_path / "text.argmap"
    text.write_text(TEXT, encoding="utf-8")
    script = tmp_path / "faces.el"
    script.write_text(
        "(require 'argmap-mode)\n"
        "(find-file (pop command-line-args-left))\n"
        "(font-lock-ensure)\n"
        "(goto-char (point-min))\n"
        "(setq print-escape-newlines t)\n"
        "(while (not (eobp))\n"
        "  (let ((next (or (next-single-property-change (point) 'face) (point-max))))\n"
        '    (princ (format "%s:%S\\n" (get-text-property (point) \'face)'
        " (buffer-substring-no-properties (point) next)))\n"
        "    (goto-char next)))\n",
        encoding="utf-8",
    )
    command = ["emacs", "-Q", "--batch", "-L", str(argmap.folder / "argmap-emacs"), "-l", str(script)]

    def faces(path: Path) -> list[list[str]]:
        ran = subprocess.run([*command, str(path)], check=True, timeout=60, capture_output=True)
        return [line.split(":", 1) for line in ran.stdout.decode().splitlines()]

    found = faces(text)
    denied = [said for face, said in found if face == "argmap-denied-face"]
    assert denied == ['"denies"', '"They will"', '" never come."']
    assert [said for face, said in found if face == "font-lock-warning-face"] == ['"becuase"']
    text.write_text(REAL, encoding="utf-8")
    assert "font-lock-warning-face" not in {face for face, _ in faces(text)}


def test_kate_colours_what_is_written(argmap: Program, tmp_path: Path) -> None:
    if not shutil.which("kate-syntax-highlighter"):
        pytest.skip("there is no kate-syntax-highlighter on this machine")
    assert argmap("editor", "kate", "-o", "data/org.kde.syntax-highlighting/syntax").code == 0
    text = tmp_path / "text.argmap"
    command = ["kate-syntax-highlighter", "--syntax", "argmap", "--theme", "Breeze Light", str(text)]
    environment = argmap.environment(XDG_DATA_HOME=str(argmap.folder / "data"), QT_QPA_PLATFORM="offscreen")

    def underlined(said: str) -> list[str]:
        text.write_text(said, encoding="utf-8")
        drawn = subprocess.run(command, check=True, timeout=60, capture_output=True, env=environment).stdout.decode()
        assert ">denies</span>" in drawn
        assert '<span style="color:#bf0303;font-style:italic;"> never come.</span>' in drawn
        return re.findall(r"underline;\">([^<]*)<", drawn)

    assert underlined(TEXT) == ["becuase"]
    assert underlined(REAL + TEXT.replace("becuase", "because")) == []
