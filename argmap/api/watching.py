"""`argmap check --watch`: a check of a project, and another whenever one of its files has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from time import sleep

from argmap.check.sources import SourceTexts, looked_up
from argmap.project.finding_cache import Checked
from argmap.project.open_project import OpenProject, ProjectState
from argmap.source.text import SourceText
from argmap.workspace.files_on_disk import files_on_disk
from argmap.workspace.settings import read_settings

PAUSE = 0.2
"""Seconds between two looks at the files."""


def watch(root: Path, sources: Path | None = None, *, wait: Callable[[float], object] = sleep) -> Iterator[Checked]:
    """A check now, and one more after each change; it never ends by itself.

    Args:
        root: The folder of the project.
        sources: The folder of source texts, to prove cues; by default that of the project's settings, if it is there.
        wait: How to wait so many seconds.
    """
    project = OpenProject(root.resolve(), sources)
    seen: object = None
    while True:
        folder = sources or _sources_of(root)
        now = files_on_disk(root, folder)
        if now != seen:
            seen = now
            project.look()
            yield _checked(project.state())
        wait(PAUSE)


def _sources_of(root: Path) -> Path | None:
    named = read_settings(root)[0].sources
    return root / named if named else None


def _checked(state: ProjectState) -> Checked:
    loaded = state.loaded
    unknown = {finding.place.file for finding in loaded.findings} - loaded.texts.keys()
    return Checked(
        findings=loaded.findings,
        texts={**loaded.texts, **{name: SourceText(name, "") for name in sorted(unknown)}},
        documents=len(loaded.corpus.documents),
        claims=len(loaded.corpus.claims),
        cues=looked_up(loaded.corpus, SourceTexts(state.sources)) if state.sources else None,
        switched_off=tuple(sorted(finding.code for finding in loaded.switched_off)),
        notices=loaded.notices,
    )
