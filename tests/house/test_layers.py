"""Rooms import only from rooms before them, lark stays in the language, and processes start where they may."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

import argmap

PACKAGE = Path(argmap.__file__).parent
ROOT = Path(__file__).parents[2]
MODULES = sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """The top packages that a module imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").partition(".")[0])
    return names


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]


def test_the_contracts_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    linter = pytest.importorskip("importlinter.cli", reason="comes with the extra `lint`")
    monkeypatch.chdir(ROOT)
    assert linter.lint_imports(no_cache=True) == linter.EXIT_STATUS_SUCCESS


def test_every_room_is_in_the_contract() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    layers = {layer for contract in contracts for layer in contract.get("layers", ())}
    rooms = {f"argmap.{path.parent.name}" for path in PACKAGE.glob("*/__init__.py")}
    rooms |= {f"argmap.{path.stem}" for path in PACKAGE.glob("*.py") if not path.stem.startswith("__")}
    assert layers == rooms


def test_the_package_lists_its_rooms_in_the_order_of_the_contract() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        (contract,) = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    listed = re.findall(r"^([a-z]+) {2,}\S", argmap.__doc__ or "", re.MULTILINE)
    assert [f"argmap.{name}" for name in reversed(listed)] == contract["layers"]


@pytest.mark.parametrize(
    ("package", "rooms"),
    [
        ("lark", {"language", "exchange"}),
        ("subprocess", {"render", "git", "workspace"}),
        ("pypdf", {"workspace"}),
        ("graphviz", {"render"}),
        ("pygls", {"lsp"}),
        ("lsprotocol", {"lsp"}),
    ],
)
def test_packages_that_belong_to_one_room(package: str, rooms: set[str]) -> None:
    assert {room(path) for path in MODULES if package in imported(path)} <= rooms


@pytest.mark.parametrize("word", ["utils", "util", "helpers", "helper", "common", "base", "manager", "misc"])
def test_no_file_is_called_by_a_word_that_says_nothing(word: str) -> None:
    assert not [path for path in MODULES if path.stem == word]
