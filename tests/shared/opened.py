"""Projects that are kept in memory, and places in their files found by what stands there."""

from collections.abc import Mapping
from pathlib import Path

from argmap.project.open_project import OpenProject, ProjectState
from argmap.source.text import Place


def opened(root: Path, files: Mapping[str, str]) -> ProjectState:
    """The state of a project of such files; those without a folder stand among the arguments."""
    for name, text in files.items():
        path = root / (name if "/" in name or name == "argmap.toml" else f"arguments/{name}.argmap")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return OpenProject(root.resolve()).state()


def name_of(name: str) -> str:
    return f"arguments/{name}.argmap"


def at(state: ProjectState, name: str, text: str) -> tuple[str, int]:
    """The file and the offset of the bar in a text that stands once in it, as in `answers tr|ams`."""
    before, _, after = text.partition("|")
    whole = state.files[name_of(name)].source.text
    assert whole.count(before + after) == 1, f"{before + after!r} stands {whole.count(before + after)} times"
    return name_of(name), whole.index(before + after) + len(before)


def shown(state: ProjectState, place: Place) -> str:
    """The text of a place with its line, as in `first:10 trams`."""
    source = state.files[place.file].source
    stem = Path(place.file).stem
    return f"{stem}:{source.position(place.span.start).line} {source.text[place.span.start : place.span.end]}"
