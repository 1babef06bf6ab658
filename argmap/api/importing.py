"""`argmap import`: foreign files -> argument files, with an account of what became of each part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from argmap.exchange.foreign_text import MOST_BYTES
from argmap.exchange.formats import FORMATS, Importing, MissingExtraError, NotThisFormatError, guessed, module
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.exchange.writing import Written, written
from argmap.project.corpus_loader import Loaded, load_checked
from argmap.workspace.errors import RefusedError
from argmap.workspace.project_files import Input, project_at
from argmap.workspace.reader import FOLDER, decode, read_arguments, reason_of
from argmap.workspace.settings import OWN_FILE, SHARED_FILE
from argmap.workspace.writing import write_atomically

if TYPE_CHECKING:
    from argmap.exchange.draft import Draft
    from argmap.source.text import SourceText

__all__ = ["FORMATS", "Imported", "MissingExtraError", "NotThisFormatError", "import_files", "write_imported"]

_MOST_FILES = 20_000
_SETTINGS = "language = 2\n"
"""Of a project that an import begins."""


@attrs.frozen(kw_only=True)
class Imported:
    """What an import makes.

    Attributes:
        format: The format that was read.
        files: The argument files by name, from the folder of the project.
        loss: What became of each part of the foreign files.
        loaded: The project with these files, checked: its findings in them are what is left to do.
    """

    format: str
    files: Mapping[str, str]
    loss: LossReport
    loaded: Loaded


def import_files(
    paths: Sequence[Path],
    into: Path,
    *,
    form: str = "",
    sources: Path | None = None,
    title: str = "",
    options: Mapping[str, str] | None = None,
) -> Imported:
    """Read foreign files; nothing is written.

    Args:
        paths: Files, and folders of which all files count.
        into: The folder of the project that will hold the argument files, be there one or not.
        form: The name of a format in `FORMATS`; by default that which the content looks like.
        sources: The folder of source texts, where quotes are to be proved and cues chosen.
        title: What the whole is called, where the files do not say.
        options: Those of the format.

    Raises:
        FileNotFoundError: A path leads to nothing.
        RefusedError: There is no such format, or it is not read; or no format could be told from the content.
        NotThisFormatError: The files are not in the format; with the place.
        MissingExtraError: A library is missing.
    """
    files = dict(_read(paths))
    if not files:
        raise RefusedError("there is no file to import", "name a file, or a folder that has some")
    form = form or guessed(files)
    if form not in FORMATS or not FORMATS[form].reads:
        known = ", ".join(name for name, one in FORMATS.items() if one.reads)
        said = f"`{form}` is no format that is imported" if form else "no format can be told from the content"
        raise RefusedError(said, f"name one of {known} before the path")
    loss = LossReport()
    originals, names = _originals(sources)
    name = paths[0].resolve().stem
    draft = module(form).read(
        files, Importing(loss=loss, sources=originals, title=title or name, options=options or {})
    )
    result, loaded = _checked(draft, loss, into, originals if sources is not None else None, names)
    return Imported(format=form, files=result.files, loss=loss, loaded=loaded)


def write_imported(imported: Imported, into: Path) -> tuple[Path, ...]:
    """Write the files of an import into a project, which it begins where there is none; the paths.

    Raises:
        RefusedError: A file of one of the names is there already: nothing is overwritten.
        OSError: One cannot be written.
    """
    files = dict(imported.files)
    if not (into / FOLDER).is_dir() and not any((into / name).exists() for name in (OWN_FILE, SHARED_FILE)):
        files[OWN_FILE] = _SETTINGS
    there = [name for name in files if (into / name).exists()]
    if there:
        raise RefusedError(f"{into / there[0]} is there already", "move it away, or import into another folder")
    for name, text in files.items():
        path = into / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, text.encode(), into)
    return tuple(into / name for name in files)


def _checked(
    draft: Draft, loss: LossReport, into: Path, originals: Mapping[str, SourceText] | None, names: Sequence[str]
) -> tuple[Written, Loaded]:
    """The files of a draft with what is found in them; links that cannot all hold are left out, and counted."""
    from argmap.check.links_left_out import WhyLeftOut

    project = project_at(into)
    known = read_arguments(into) if (into / FOLDER).is_dir() else ()
    if not known and not project.settings_files:
        project = attrs.evolve(project, settings=attrs.evolve(project.settings, language=2))
    taken = _taken(Input(project=project, readings=known)) if known else frozenset[str]()
    why = {
        WhyLeftOut.AT_ODDS: "with others it says that two claims are one and exclude each other",
        WhyLeftOut.ITSELF: "it links a claim to itself",
        WhyLeftOut.TWICE: "it is said twice",
    }
    while True:
        result = written(draft, loss, taken)
        readings = (*known, *(decode(name, text.encode()) for name, text in result.files.items()))
        ordered = tuple(sorted(readings, key=lambda reading: reading.source.name.split("/")))
        loaded = load_checked(Input(project=project, readings=ordered), originals, names)
        links = [link for link in loaded.corpus.links if link.origin.file in result.files]
        if len(links) != len(draft.links):
            return result, loaded
        own = {id(link): drafted for link, drafted in zip(links, draft.links, strict=True)}
        left_out = [one for one in loaded.links_left_out if id(one.link) in own]
        if not left_out:
            return result, loaded
        gone = [own[id(one.link)] for one in left_out]
        for one, drafted in zip(left_out, gone, strict=True):
            loss.dropped("link", why[one.why], drafted.origin)
        draft.links = [link for link in draft.links if not any(link is drafted for drafted in gone)]


def _taken(given: Input) -> frozenset[str]:
    """The ids that a project has already."""
    corpus = load_checked(given).corpus
    return frozenset((*corpus.documents, *corpus.issues, *corpus.actors, *corpus.terms))


def _read(paths: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    for path in paths:
        if path.is_dir():
            found = sorted(one for one in path.rglob("*") if one.is_file() and not one.name.startswith("."))
            if len(found) > _MOST_FILES:
                raise RefusedError(f"{path} holds {len(found):,} files", f"at most {_MOST_FILES:,} are read at once")
            yield from ((one.relative_to(path).as_posix(), _bytes(one)) for one in found)
        elif path.exists():
            yield path.name, _bytes(path)
        else:
            raise FileNotFoundError(path)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise NotThisFormatError(
                f"it has more than {MOST_BYTES // 1_000_000} MB", path.name, help="import it in parts"
            )
        return path.read_bytes()
    except OSError as error:
        raise NotThisFormatError(f"it cannot be read: {reason_of(error)}", path.name) from error


def _originals(folder: Path | None) -> tuple[dict[str, SourceText], list[str]]:
    """The source texts in a folder by name, and the names of all files in it."""
    if folder is None:
        return {}, []
    if not folder.is_dir():
        raise FileNotFoundError(folder)
    from argmap.workspace.source_files import read_sources

    names = sorted(path.name for path in folder.iterdir() if path.is_file())
    texts = {one.source.name: one.source for one in read_sources(folder, names) if one.source.text}
    return texts, [name for name in names if name.isprintable()]


def place_of(error: NotThisFormatError) -> ForeignPlace:
    """Where a file is not in its format."""
    return ForeignPlace(error.file, error.where)
