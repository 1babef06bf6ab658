"""The files of a project after edits that were proposed."""

from collections.abc import Iterable

from argmap.project.open_project import ProjectState
from argmap.source.finding import Edit


def applied(state: ProjectState, edits: Iterable[Edit]) -> dict[str, str]:
    """All files, by name; edits that touch each other are a fault."""
    texts = {name: file.source.text for name, file in state.files.items()}
    ends = {name: len(text) for name, text in texts.items()}
    for edit in sorted(edits, key=lambda one: one.place, reverse=True):
        name, (start, end) = edit.place.file, edit.place.span
        assert start <= end <= ends[name], "two edits touch each other"
        texts[name] = texts[name][:start] + edit.replacement + texts[name][end:]
        ends[name] = start
    return texts
