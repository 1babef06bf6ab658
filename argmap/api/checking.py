"""`argmap check`: everything that is wrong, doubtful or untidy."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from argmap.project.finding_cache import Checked, check_input
from argmap.workspace.cache import Cache, user_cache
from argmap.workspace.errors import RefusedError
from argmap.workspace.project_files import Input, read_input

__all__ = ["Checked", "check"]


def check(
    paths: Sequence[Path | str] = (),
    *,
    sources: Path | str | None = None,
    cached: bool = True,
    staged: bool = False,
) -> Checked:
    """Check files, folders, or the project around the working folder.

    Args:
        paths: What to report on; names are resolved across the whole project all the same.
        sources: The folder of source texts, to prove cues; by default that of the project's settings, if any.
        cached: Whether a result of an earlier run on the very same input may be used, and this one kept.
        staged: Whether to check what will be committed, in the place of what is on the disk.

    Raises:
        NoProjectError: No path was given, and there is no project here.
        FileNotFoundError: A path, or the folder of sources, leads to nothing.
        RefusedError: The settings name a folder of sources that is not there, or git cannot say what is staged.
    """
    given = _given([Path(path) for path in paths], staged=staged)
    cache = user_cache(given) if cached else Cache(None)
    return check_input(given, cache, _folder(given, sources))[0]


def _given(paths: Sequence[Path], *, staged: bool) -> Input:
    if not staged:
        return read_input(paths)
    from argmap.git.staged import staged_input

    return staged_input(paths)


def _folder(given: Input, sources: Path | str | None) -> Path | None:
    if sources is not None:
        folder = Path(sources)
        if not folder.is_dir():
            raise FileNotFoundError(folder)
        return folder
    if given.settings.sources:
        folder = given.root / given.settings.sources
        if not folder.is_dir():
            raise RefusedError(
                f"the settings name `{given.settings.sources}` as the folder of source texts, and there is none",
                "make it, name another, or drop `sources` from the settings",
            )
        return folder
    return None
