"""`argmap prompt encode` and `argmap check --drafted`, from a text to a draft that is checked."""

from pathlib import Path

import pytest
from program import Program
from source_forms import docx, epub, paragraph, pdf

LINES = ("We must build the trams.", "The council says that they are quiet.")
DRAFT = """\
document third: Trams for ever
  author author-c: Author C
  source: third.txt
  by: a language model

claims rails (must): The town has to lay rails.
  answers trams: yes
  at: "must build the trams"
  because hush: Trams hum softly.
    at: "they are quiet"
"""


@pytest.fixture
def texts(argmap: Program) -> Path:
    folder = argmap.folder / "texts"
    folder.mkdir()
    (folder / "first.txt").write_text("\n\n".join(LINES) + "\n", encoding="utf-8")
    (folder / "third.txt").write_text("\n\n".join(LINES) + "\n", encoding="utf-8")
    return folder


def test_a_text_becomes_a_prompt_and_a_draft_is_checked(argmap: Program, texts: Path) -> None:
    (argmap.folder / "argmap.toml").write_text('language = 2\nsources = "texts"\n', encoding="utf-8")
    ran = argmap("prompt", "encode", "third.txt")

    assert ran.code == 0
    assert ran.err.endswith(" words; give them to a model, and hold its draft to `argmap check --drafted`\n")
    assert "already" not in ran.err
    assert "issue trams: Should the town build trams?\n" in ran.out and "actor council: The town council\n" in ran.out
    assert f"1 | {LINES[0]}\n2 |\n3 | {LINES[1]}\n=== source " in ran.out
    assert argmap("prompt", "encode", "texts/third.txt") == ran
    assert argmap("prompt", "encode", "third.txt", "-o", "prompt.md").out == ""
    assert (argmap.folder / "prompt.md").read_text(encoding="utf-8") == ran.out

    (argmap.folder / "arguments/third.argmap").write_text(DRAFT, encoding="utf-8")
    assert argmap("check").code == 0
    assert "A8" not in argmap("check", "--format", "concise").out
    ran = argmap("check", "--drafted", "third", "--format", "concise")
    assert ran.out.endswith("[A805] `hush` is the author's own, and its sentence ascribes it: `says that`\n")
    assert ran.out.count("\n") == 1 and ran.out.startswith("arguments/third.argmap:9:11: warning")
    assert argmap("check", "--drafted", "arguments/third.argmap", "--format", "concise") == ran
    assert argmap("check", "--drafted", "arguments/third.argmap", "--format", "concise", "--no-cache") == ran
    assert "error[A802]" in argmap("check", "--drafted", "first", "--format", "concise").out
    assert argmap("check", "--drafted", "nobody").code == 2


def test_a_document_that_is_encoded_is_asked_for_by_its_id(argmap: Program, texts: Path) -> None:
    ran = argmap("prompt", "encode", "first", "--sources", "texts")

    assert (ran.code, "document first: Trams now\n" in ran.out) == (0, True)
    assert ran.err.startswith("argmap: `first` is encoded already, in arguments/first.argmap")
    assert "Quiet towns" not in ran.out
    assert "no folder of sources" in argmap("check", "--drafted").err
    refused = argmap("prompt", "encode", "first")
    assert (refused.code, "--sources DIR" in refused.err) == (2, True)
    refused = argmap("prompt", "encode", "second", "--sources", "texts")
    assert (refused.code, "names no file as its source" in refused.err) == (2, True)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", f"<!DOCTYPE html><p>{LINES[0]}</p><p>{LINES[1]}</p>".encode()),
        ("a.docx", docx("".join(map(paragraph, LINES)))),
        ("a.epub", epub([f"<p>{line}</p>" for line in LINES])),
        ("a.pdf", pdf([[LINES[0]], [LINES[1]]])),
        ("a.txt", "\n".join(LINES).encode()),
    ],
)
def test_outside_of_a_project_any_source_will_do(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    outside = Program(tmp_path, tmp_path / "cache")
    ran = outside("prompt", "encode", name)

    assert ran.code == 0
    assert f"| {LINES[0]}\n" in ran.out and f"| {LINES[1]}\n" in ran.out
    assert ("p. 2 2 | " in ran.out) is (name == "a.pdf")
    assert f"  source: {name}\n" in ran.out
    assert outside("prompt", "encode", "none.txt").err == "argmap: there is no `none.txt`\n"


def test_how_it_is_done_is_explained(argmap: Program) -> None:
    ran = argmap("explain", "drafted")

    assert (ran.code, ran.out.startswith("# Drafts\n")) == (0, True)
    assert argmap("explain", "prompt") == ran
    assert all(f"A8{number:02}" in ran.out for number in range(1, 11))
