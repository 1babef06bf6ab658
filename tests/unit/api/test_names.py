"""What the interface for programs shows of itself: each name once, documented, and in one line what each thing is."""

import importlib
import inspect
import subprocess
import sys
from typing import Any

import pytest
import tram_town
from repository import Git, surround

import argmap
from argmap import api
from argmap.project.corpus_loader import load_checked
from argmap.suggest.suggest import Kind
from argmap.workspace.project_files import read_input

PUBLIC = sorted({*argmap.__all__, *api.__all__})
CLASSES = [name for name in PUBLIC if inspect.isclass(getattr(api, name))]


@pytest.fixture(scope="module")
def instances(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """One thing of every public class."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        surround(monkeypatch)
        git = Git.new(tmp_path_factory.mktemp("town"))
        git.commit(dict(tram_town.FILES))
        git.commit({"arguments/third.argmap": None})
        monkeypatch.chdir(git.folder)
        corpus = argmap.load()
        pair = corpus.compare("first", "second")
        trams = next(found for found in pair.conflicts if found.cruxes)
        names = api.Wanted(kinds=(Kind.NAMES,))
        with api.log("first.quiet") as history:
            found = [
                *(corpus, pair, trams, trams.cruxes[0], trams.sides[0], corpus.map("first"), corpus.claims, history),
                *(argmap.diff("HEAD~1", "HEAD"), api.check(cached=False), api.build(only_check=True, cached=False)),
                *(api.suggest(corpus, names), names),
                *(api.fmt_text("document a: A\n"), api.Question(one="first"), api.PageOptions()),
                *(load_checked(read_input()), argmap.UnknownNameError.among(["a"], "claim", "b")),
            ]
        return {type(each).__name__: each for each in found}


def test_every_name_is_offered_and_there() -> None:
    assert dir(api) == sorted(api.__all__)
    assert set(argmap.__all__) <= set(dir(argmap))
    assert [name for name in api.__all__ if getattr(api, name).__name__ != name] == []
    with pytest.raises(AttributeError, match="module 'argmap' has no attribute 'laod'"):
        argmap.laod  # type: ignore[attr-defined]  # noqa: B018


def test_every_name_means_one_thing_and_every_thing_has_one_name() -> None:
    for package in (argmap, api):
        things = [getattr(package, name) for name in package.__all__]
        assert list(package.__all__) == sorted(set(package.__all__))
        assert len({id(thing) for thing in things}) == len(things)
    assert all(getattr(argmap, name) is getattr(api, name) for name in argmap.__all__)


@pytest.mark.parametrize("name", PUBLIC)
def test_every_name_is_documented(name: str) -> None:
    thing = getattr(api, name)
    assert inspect.getdoc(thing)
    if inspect.isclass(thing):
        shown = {key: value for key, value in vars(thing).items() if not key.startswith("_")}
        members = [key for key, value in shown.items() if callable(value) or hasattr(value, "fget")]
        assert [key for key in members if not inspect.getdoc(shown[key])] == []


@pytest.mark.parametrize("name", CLASSES)
def test_everything_says_in_one_line_what_it_is(name: str, instances: dict[str, Any]) -> None:
    said = repr(instances[name])
    assert said and "\n" not in said and len(said) < 150
    assert " at 0x" not in said and "attrs" not in said


@pytest.mark.parametrize("name", [name for name in PUBLIC if name not in CLASSES])
def test_every_other_name_is_a_function(name: str) -> None:
    assert inspect.isfunction(getattr(api, name))


def test_a_function_stays_one_where_a_room_has_its_name() -> None:
    importlib.import_module("argmap.diff.change")

    assert argmap.diff is api.diff
    assert inspect.isfunction(argmap.diff)


def test_the_package_alone_imports_nothing() -> None:
    script = "import sys, types; before = set(sys.modules); import argmap; print(*sorted({*sys.modules} - before))"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["argmap"]
