"""A small project, and argmap in it."""

from pathlib import Path

import pytest
from program import Program

FILES = {
    "arguments/shared/issues.argmap": """\
issue trams: Should the town build trams?
  position yes: It should
  position no: It should not
  exhaustive: yes, no

actor council: The town council
""",
    "arguments/first.argmap": """\
document first: Trams now
  author author-a: Author A
  date: 2020
  source: first.txt

claims build (should): The town should build trams.
  answers trams: yes
  at: "build the trams"
  because quiet: Trams are quiet.
  and: Quiet towns are good towns.
  despite dear: Trams cost a lot.
    because price: One line costs millions.

reports debt from council: The town is in debt.
  because: It says so.
""",
    "arguments/second.argmap": """\
document second: No trams
  author author-b: Author B

claims leave: The town should leave its streets as they are.
  answers trams: no
  because narrow: The streets are narrow.
""",
}
BAD = "document bad: Bad\n  author author-c: Author C\n\nclaims one: One.\n  becuase: Two.\n"


def written(root: Path) -> Path:
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return root


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two documents that agree on nothing, and nothing wrong with them."""
    return written(tmp_path / "project")


@pytest.fixture
def bad(project: Path) -> Path:
    """A third file, with an error in it."""
    path = project / "arguments" / "bad.argmap"
    path.write_text(BAD, encoding="utf-8")
    return path


@pytest.fixture
def argmap(project: Path, tmp_path: Path) -> Program:
    return Program(project, tmp_path / "cache")
