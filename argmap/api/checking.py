"""`argmap check`: everything that is wrong, doubtful or untidy, now or whenever a file has changed (`--watch`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

import attrs

from argmap.git.left_out_files import read_whole_input, texts_left_out
from argmap.project.finding_cache import Checked, check_input
from argmap.source.text import SourceText
from argmap.workspace.cache import Cache, user_cache
from argmap.workspace.errors import RefusedError
from argmap.workspace.project_files import Input, files_on_disk
from argmap.workspace.settings import read_settings

if TYPE_CHECKING:
    from argmap.project.open_project import ProjectState

__all__ = ["Checked", "check", "watch"]

_MOST_NAMED = 5
"""Names in one sentence."""
_PAUSE = 0.2
"""Seconds between two looks at the files that are watched."""


def check(
    paths: Sequence[Path | str] = (),
    *,
    sources: Path | str | None = None,
    cached: bool = True,
    staged: bool = False,
    as_drafts: bool = False,
) -> Checked:
    """Check files, folders, or the project around the working folder.

    Args:
        paths: What to report on; names are resolved across the whole project all the same.
        sources: The folder of source texts, to prove cues; by default that of the project's settings, if any.
        cached: Whether a result of an earlier run on the very same input may be used, and this one kept.
        staged: Whether to check what will be committed, in the place of what is on the disk.
        as_drafts: Whether to hold the documents to the harder rules for drafts, which need the source texts.

    Raises:
        NoProjectError: No path was given, and there is no project here.
        FileNotFoundError: A path, or the folder of sources, leads to nothing.
        RefusedError: The settings name a folder of sources that is not there, git cannot say what is staged, or drafts
            are checked without a folder of sources.
    """
    given = _given([Path(path) for path in paths], staged=staged)
    cache = user_cache(given.project.root if given.project else None) if cached else Cache(None)
    left_out = texts_left_out(given.root, given.settings.sources) if given.settings.sources and sources is None else ()
    if left_out:
        from argmap.wording.english import beginning_of

        names = beginning_of([reading.source.name for reading in left_out], _MOST_NAMED)
        notice = f"this checkout leaves out source texts: {names}; what git's index has of them counts"
        given = attrs.evolve(given, notices=(*given.notices, notice))
    folder = _folder(given, sources, there=bool(left_out))
    if as_drafts and folder is None:
        raise RefusedError(
            "a draft is checked against its source, and no folder of sources is known",
            'name it with `--sources DIR`, or write `sources = "DIR"` into the settings',
        )
    return check_input(given, cache, folder, left_out, as_drafts=as_drafts)[0]


def _given(paths: Sequence[Path], *, staged: bool) -> Input:
    if not staged:
        return read_whole_input(paths)
    from argmap.git.staged import staged_input

    return staged_input(paths)


def _folder(given: Input, sources: Path | str | None, *, there: bool) -> Path | None:
    """The folder of source texts; where git has some of them that are not on the disk, it need not be there."""
    if sources is not None:
        folder = Path(sources)
        if not folder.is_dir():
            raise FileNotFoundError(folder)
        return folder
    if given.settings.sources:
        folder = given.root / given.settings.sources
        if not folder.is_dir() and not there:
            raise RefusedError(
                f"the settings name `{given.settings.sources}` as the folder of source texts, and there is none",
                "make it, name another, or drop `sources` from the settings",
            )
        return folder
    return None


def watch(root: Path, sources: Path | None = None, *, wait: Callable[[float], object] = sleep) -> Iterator[Checked]:
    """A check now, and one more after each change; it never ends by itself.

    Args:
        root: The folder of the project.
        sources: The folder of source texts, to prove cues; by default that of the project's settings, if it is there.
        wait: How to wait so many seconds.
    """
    from argmap.project.open_project import OpenProject

    project = OpenProject(root.resolve(), sources)
    seen: object = None
    while True:
        folder = sources or _sources_of(root)
        now = files_on_disk(root, folder)
        if now != seen:
            seen = now
            project.look()
            yield _checked(project.state())
        wait(_PAUSE)


def _sources_of(root: Path) -> Path | None:
    named = read_settings(root)[0].sources
    return root / named if named else None


def _checked(state: ProjectState) -> Checked:
    from argmap.check.sources import SourceTexts, looked_up

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
