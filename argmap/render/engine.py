"""The one place where Graphviz is found and started."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import attrs

from argmap.programs import find_program

EMBEDDED = "embedded"
SYSTEM = "system"
_DISTRIBUTION = "graphviz-pure"
_SECONDS = 60


class EngineError(Exception):
    """What draws or prints a picture is missing, or did not do its work; the message is a sentence for people."""


@attrs.frozen
class Engine:
    """A program that lays out DOT.

    Attributes:
        name: ``graphviz-pure`` for the embedded engine, ``graphviz`` for any other.
        version: Its own.  Only one name and version together promise the same bytes.
        program: Where it is.
    """

    name: str
    version: str
    program: str

    @property
    def is_embedded(self) -> bool:
        """Whether it is the engine that argmap brings along, which draws the same bytes everywhere."""
        return self.name == _DISTRIBUTION


def find_engine(choice: str = EMBEDDED) -> Engine:
    """The engine that is meant by ``embedded``, ``system`` or a path, and never another in its place.

    Raises:
        EngineError: If there is no such engine.
    """
    if choice == EMBEDDED:
        return _embedded()
    if choice == SYSTEM:
        program = find_program("dot", Path())
        if program is None:
            raise EngineError("No `dot` is on the PATH: install Graphviz, or use the embedded engine.")
    else:
        program = str(Path(choice).absolute())
        if not Path(program).is_file():
            raise EngineError(f"There is no layout engine at {choice}.")
    return Engine("graphviz", _version(program), program)


def lay_out(dot: str, engine: Engine) -> bytes:
    """The SVG that an engine makes of a text in DOT, as it is.

    Raises:
        EngineError: If it cannot be started, fails, or takes longer than a minute.
    """
    finished = _run(engine.program, ["-Kdot", "-Tsvg", "-q1"], dot.encode())
    if not finished:
        raise EngineError(f"The layout engine {engine.name} {engine.version} returned nothing.")
    return finished


def _embedded() -> Engine:
    import sysconfig
    from importlib.metadata import distributions

    # A package in the working folder, which Python puts on its path for `python -m`, may be anybody's.
    here = Path.cwd()
    trusted = [place for place in sys.path if place and Path(place).resolve() != here]
    found = next(iter(distributions(name=_DISTRIBUTION, path=trusted)), None)
    if found is None:
        raise EngineError(f"The embedded layout engine is missing: install {_DISTRIBUTION}.")
    names = (_DISTRIBUTION, f"{_DISTRIBUTION}.exe")
    listed = [Path(str(file.locate())) for file in found.files or () if file.name in names]
    scripts = sysconfig.get_path("scripts")
    for program in (*listed, *(Path(scripts, name) for name in names)):
        if program.is_file():
            return Engine(_DISTRIBUTION, found.version, str(program.resolve()))
    if any(folder.is_file() for program in listed for folder in program.parents):
        raise EngineError("The layout engine cannot run from inside a zip file: install argmap, or unpack it first.")
    raise EngineError(f"The embedded layout engine is missing: reinstall {_DISTRIBUTION}.")


def _version(program: str) -> str:
    import re

    answer = _run(program, ["-V"], b"", answer_on_error_stream=True).decode(errors="replace")
    found = re.search(r"version (\S+)", answer)
    if found is None:
        raise EngineError(f"{program} does not say that it is Graphviz.")
    return found[1]


def _run(program: str, options: list[str], given: bytes, *, answer_on_error_stream: bool = False) -> bytes:
    import subprocess
    import tempfile

    # SERVER_NAME makes Graphviz refuse to read any file; in an empty folder there is none to find either.
    environment = {**os.environ, "SERVER_NAME": "argmap", "LC_ALL": "C"}
    try:
        with tempfile.TemporaryDirectory(prefix="argmap-") as empty:
            finished = subprocess.run(  # noqa: S603 - the program that somebody chose, without a shell
                [program, *options],
                input=given,
                capture_output=True,
                timeout=_SECONDS,
                cwd=empty,
                env=environment,
                check=False,
            )
    except subprocess.TimeoutExpired:
        raise EngineError(f"The layout engine took longer than {_SECONDS} seconds.") from None
    except OSError as error:
        raise EngineError(f"The layout engine {program} cannot be started: {error.strerror}.") from None
    if finished.returncode != 0:
        said = finished.stderr.decode(errors="replace").strip().splitlines()[-1:] or ["nothing"]
        raise EngineError(f"The layout engine failed with exit code {finished.returncode} and said: {said[0]}")
    return finished.stderr or finished.stdout if answer_on_error_stream else finished.stdout
