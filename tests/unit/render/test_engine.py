import os
import stat
import subprocess
from importlib.metadata import version
from pathlib import Path
from shutil import which
from xml.etree import ElementTree

import pytest

from argmap.render.engine import Engine, EngineError, find_engine, lay_out
from argmap.render.outline_dot import Slot, spots_of

posix = pytest.mark.skipif(os.name != "posix", reason="uses a shell script as engine")


def script(folder: Path, body: str) -> Engine:
    program = folder / "engine"
    program.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return Engine("graphviz", "0", str(program))


def test_the_embedded_engine_is_the_one_that_was_installed() -> None:
    engine = find_engine("embedded")
    assert (engine.name, engine.version) == ("graphviz-pure", version("graphviz-pure"))
    assert engine.is_embedded
    assert ElementTree.fromstring(lay_out("digraph { a -> b }", engine)).tag.endswith("svg")


def test_a_missing_engine_is_never_replaced_by_another(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineError, match="No `dot` is on the PATH"):
        find_engine("system")
    with pytest.raises(EngineError, match="There is no layout engine at"):
        find_engine(str(tmp_path / "dot"))

    monkeypatch.setattr("importlib.metadata.distributions", lambda **_: iter(()))
    with pytest.raises(EngineError, match="install graphviz-pure"):
        find_engine("embedded")


@posix
def test_an_engine_in_the_working_folder_is_nobodys(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    info = tmp_path / "graphviz_pure-0.2.2.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: graphviz-pure\nVersion: 0.2.2\n", encoding="utf-8")
    (info / "RECORD").write_text("graphviz-pure,,\n", encoding="utf-8")
    script(tmp_path, "exit 1")
    (tmp_path / "engine").rename(tmp_path / "graphviz-pure")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    assert not find_engine("embedded").program.startswith(str(tmp_path))


def test_text_that_is_no_dot_is_an_error_and_not_a_traceback() -> None:
    with pytest.raises(EngineError, match="failed with exit code"):
        lay_out("digraph {", find_engine())


@posix
def test_a_program_that_is_not_graphviz_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="does not say that it is Graphviz"):
        find_engine(script(tmp_path, "echo hello").program)


@posix
def test_another_engine_is_known_by_its_own_version(tmp_path: Path) -> None:
    program = script(tmp_path, "echo 'dot - graphviz version 2.43.0 (0)' >&2").program
    assert find_engine(program) == Engine("graphviz", "2.43.0", program)


@posix
def test_it_works_in_an_empty_folder_and_reads_no_file(tmp_path: Path) -> None:
    said = lay_out("x", script(tmp_path, 'pwd; ls -A; echo "[$SERVER_NAME]"')).decode().splitlines()
    assert len(said) == 2
    assert said[0] != str(Path.cwd())
    assert not Path(said[0]).exists()
    assert said[1] == "[argmap]"


@posix
def test_it_is_given_up_when_it_takes_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*arguments: object, **options: object) -> None:
        assert options["timeout"] == 60
        raise subprocess.TimeoutExpired("engine", 60)

    monkeypatch.setattr(subprocess, "run", late)
    with pytest.raises(EngineError, match="longer than 60 seconds"):
        lay_out("x", script(tmp_path, ""))


@posix
def test_an_engine_that_says_nothing_or_fails_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="returned nothing"):
        lay_out("x", script(tmp_path, "true"))
    with pytest.raises(EngineError, match="exit code 3 and said: broken"):
        lay_out("x", script(tmp_path, "echo broken >&2; exit 3"))


@pytest.mark.skipif(which("dot") is None, reason="no Graphviz is installed here")
def test_the_system_engine_places_every_card_where_ours_does() -> None:
    slots = [Slot(0, 852, 44), Slot(1, 823, 27), Slot(2, 795, 61), Slot(1, 823, 19), Slot(0, 852, 27, apart=True)]
    ours, theirs = (spots_of(slots, find_engine(choice)) for choice in ("embedded", "system"))
    for one, other in zip(ours, theirs, strict=True):
        assert abs(one.x - other.x) <= 1.5
        assert abs(one.y - other.y) <= 1.5
