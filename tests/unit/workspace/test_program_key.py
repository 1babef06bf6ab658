"""What is kept by one state of argmap's own files is not found by another."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from argmap.workspace import cache


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package that takes itself for argmap."""
    for name in ("model.py", "view/cards.py", "view/deeper/table.py", "workspace/cache.py"):
        path = tmp_path / "argmap" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("one\n", encoding="utf-8")
    monkeypatch.setattr(cache, "__file__", str(tmp_path / "argmap" / "workspace" / "cache.py"))
    yield tmp_path / "argmap"
    cache._program.cache_clear()


@pytest.fixture
def key(program: Path) -> Callable[[], str]:
    """The key that a new process of this package has for one and the same thing."""

    def function() -> str:
        cache._program.cache_clear()
        return cache.key_of([b"something"])

    return function


@pytest.mark.parametrize("name", ["model.py", "view/cards.py", "view/deeper/table.py", "workspace/new.py"])
def test_any_file_of_the_program_counts(program: Path, key: Callable[[], str], name: str) -> None:
    before = key()
    assert key() == before
    (program / name).write_text("two, and longer\n", encoding="utf-8")
    assert key() != before


def test_what_python_compiled_does_not(program: Path, key: Callable[[], str]) -> None:
    before = key()
    compiled = program / "view" / "__pycache__" / "cards.pyc"
    compiled.parent.mkdir()
    compiled.write_bytes(b"compiled")
    assert key() == before
