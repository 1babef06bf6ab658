"""The example for a notebook in the README, typed word for word into a Python of its own."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from repository import Git, surroundings

import argmap
from argmap.api import explain

README = Path(__file__).parents[2] / "README.md"
EXAMPLE = re.findall(r"^```python\n(.*?)^```$", README.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)[0]

SHARED = """\
issue sco-action: Can the SCO act?
  position can: It can
  position cannot: It cannot
"""
KORYBKO = """\
document korybko-2021-08: What the SCO can do
  author korybko: Andrew Korybko
  date: 2021-08
claims sco-acts: The SCO acts.
  answers sco-action: can
"""
TOOKHY = """\
document tookhy-2025: What the SCO cannot do
  author tookhy: A. Farid Tookhy
  date: 2025-01
claims sco-inert: The SCO stays inert.
  answers sco-action: cannot
"""
PAIR = "corpus.compare('korybko-2021-08', 'tookhy-2025')"
KIM = """\
document kim-2021: A third text
  author kim: Kim
claims three: There is a third text.
"""


def test_the_example_of_the_readme_runs_word_for_word(tmp_path: Path) -> None:
    git = Git.new(tmp_path / "project")
    texts = {"shared/issues": SHARED, "korybko-2021-08": KORYBKO, "tookhy-2025": TOOKHY, "kim-2021": KIM}
    git.commit({f"arguments/{name}.argmap": text for name, text in texts.items() if name != "kim-2021"})
    git.commit({"arguments/kim-2021.argmap": KIM})

    said = typed(EXAMPLE + "corpus\ncorpus.findings\ncorpus.map('kim-2021')._repr_svg_()[:5]\n", git.folder)

    assert said[:2] == [
        "'The SCO stays inert.'",
        "'Andrew Korybko (2021-08) answers “It can”, and A. Farid Tookhy (2025-01) answers “It cannot”: they cannot "
        "both be right, and perhaps neither is right.'",
    ]
    assert said[2].startswith("[{'holder': 'korybko-2021-08', 'issue': 'sco-action', ")
    assert said[3] == "picture kim-2021.svg"
    assert said[4].startswith("(Document") and "A third text" in said[4]
    assert (said[5], said[7]) == ("3 documents, 3 claims, 1 issue", "'<?xml'")
    assert said[6].startswith("(Finding(code='A712', ") and said[6].count("Finding(") == 1


def test_the_readme_says_what_this_repository_holds() -> None:
    (line,) = [line for line in EXAMPLE.splitlines() if line.startswith('corpus = argmap.load(".")')]

    assert repr(argmap.load(README.parent)) in line


def typed(lines: str, folder: Path) -> list[str]:
    """What Python prints where somebody types lines into it, a line a value."""
    ran = subprocess.run(
        [sys.executable, "-q", "-i"],
        input=lines,
        cwd=folder,
        env=surroundings(PYTHONUTF8="1", PYTHONIOENCODING="utf-8"),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert "Error" not in ran.stderr, ran.stderr
    return ran.stdout.splitlines()


def test_the_five_lines_of_the_reference_run_in_a_real_notebook(tmp_path: Path) -> None:
    nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed")
    nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")
    for name in ("ipykernel", "pandas"):
        pytest.importorskip(name, reason=f"{name} is not installed")
    (lines,) = re.findall(r"^```python\n(.*?)^```$", explain("notebook"), flags=re.MULTILINE | re.DOTALL)
    assert len(list(filter(None, lines.splitlines()))) == 5
    git = Git.new(tmp_path / "project")
    texts = {"shared/issues": SHARED, "korybko-2021-08": KORYBKO, "tookhy-2025": TOOKHY}
    git.commit({f"arguments/{name}.argmap": text for name, text in texts.items()})
    git.commit({"arguments/kim-2021.argmap": KIM})
    cells = [lines, "stances", "corpus", "corpus.claims", "corpus.findings", PAIR, "argmap.diff('HEAD~1', 'HEAD')"]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])

    nbclient.NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(git.folder)}}
    ).execute()

    data = [cell.outputs[-1].data for cell in notebook.cells]
    assert "</svg>" in data[0]["image/svg+xml"]
    assert "<td>sco-action</td>" in data[1]["text/html"]
    assert "<caption>3 documents, 3 claims, 1 issue; 1 finding</caption>" in data[2]["text/html"]
    assert "<td>The SCO acts.</td>" in data[3]["text/html"]
    assert "<td>A712</td>" in data[4]["text/html"]
    assert "<td>contrariety</td>" in data[5]["text/html"]
    assert "kim-2021" in data[6]["text/html"]
