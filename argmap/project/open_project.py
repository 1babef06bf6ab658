"""A project that stays in memory while its files change, on the disk or in an editor: a change costs what it touches.

The findings are those of `argmap check`, whatever came before: files are parsed and resolved again, and rules asked
again, only where something that they look at has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from argmap.check.kept import Kept
from argmap.git.left_out_files import texts_left_out, with_left_out
from argmap.language.ids import normal
from argmap.project.corpus_loader import CorpusLoader, Loaded, weighed
from argmap.source.finding import Finding
from argmap.source.text import SourceText
from argmap.workspace.project_files import Input, project_at, read_outside
from argmap.workspace.reader import Reading, decode, read_arguments
from argmap.workspace.source_files import read_sources
from argmap.workspace.stray_files import stray_files

if TYPE_CHECKING:
    from argmap.language.tree import SyntaxFile
    from argmap.model.corpus import Corpus


@attrs.frozen(kw_only=True, eq=False)
class ProjectState:
    """A project as it is at one moment.

    Attributes:
        loaded: Its records, texts and findings: those of `argmap check`, and no others.
        files: The syntax of its argument files, by name; that of a file that did not change is the very same as before.
        sources: The source texts that documents name, by the name in the form in which ids are compared.
    """

    loaded: Loaded
    files: Mapping[str, SyntaxFile]
    sources: Mapping[str, SourceText]


@attrs.frozen(kw_only=True)
class _Disk:
    """What stands on the disk beside the argument files.

    Attributes:
        given: The argument files, and the settings.
        strays: Notes on files that look like argument files and are none.
        sources: The folder of source texts; None where there is none.
        beside: The names of all files in it.
        left_out: The texts that belong there, and that the checkout leaves out.
    """

    given: Input
    strays: tuple[Finding, ...]
    sources: Path | None
    beside: tuple[str, ...]
    left_out: tuple[Reading, ...]


class OpenProject:
    """A project whose files may change, and texts that are not saved yet and stand before those on the disk.

    Args:
        root: The folder that holds ``arguments``, absolute and without symbolic links.
        sources: The folder of source texts, to prove cues; by default that of the project's settings, if it is there.
        alone: Files that belong to no project: then they are all there is, and `root` is where they are.
    """

    def __init__(self, root: Path, sources: Path | None = None, *, alone: Iterable[Path] = ()) -> None:
        self.root = root
        self._sources = sources
        self._alone = tuple(alone)
        self._unsaved: dict[str, Reading] = {}
        self._known: dict[tuple[str, str], Reading] = {}
        self._loader = CorpusLoader(most_kept=0)
        self._kept = Kept(is_kept=True)
        self._disk: _Disk | None = None
        self._originals: dict[str, Reading] = {}
        self._state: ProjectState | None = None

    @property
    def found_anew(self) -> int:
        """How often a rule has been asked about a part of the project so far."""
        return self._kept.made

    def set_text(self, name: str, text: str) -> None:
        """Put a text that is not saved before the file of that name, which need not be there."""
        reading = decode(name, text.encode("utf-8", "surrogatepass"))
        if self._unsaved.get(name) != reading:
            self._unsaved[name] = reading
            self._state = None

    def drop_text(self, name: str) -> None:
        """Let the file of that name count as it is on the disk."""
        if self._unsaved.pop(name, None) is not None:
            self._state = None

    def look(self) -> None:
        """Take in what has changed on the disk."""
        self._disk = self._state = None

    def state(self) -> ProjectState:
        """The project as it is now."""
        if self._state is None:
            self._state = self._made()
        return self._state

    def _made(self) -> ProjectState:
        if self._disk is None:
            self._disk = self._read()
        given = self._with_unsaved(self._disk.given)
        texts: dict[str, SourceText] = {}
        loaded = self._loader.load(given, rules=partial(self._rules, given, self._disk, texts))
        if self._disk.strays:
            notes = weighed(self._disk.strays, given.settings)
            found = sorted((*loaded.findings, *notes), key=lambda finding: finding.order)
            loaded = attrs.evolve(loaded, findings=tuple(found))
        syntax = {reading.source.name: self._loader.parse(reading).value for reading in given.readings}
        return ProjectState(loaded=loaded, files=syntax, sources=texts)

    def _rules(self, given: Input, disk: _Disk, texts: dict[str, SourceText], corpus: Corpus) -> Iterable[Finding]:
        from argmap.check.check import check

        files = [reading.source for reading in given.readings]
        proving = partial(check, corpus, files, upgradable=given.project is not None, kept=self._kept)
        if disk.sources is None and not disk.left_out:
            return proving()
        read = self._read_originals(disk, corpus)
        texts.update((one.source.name, one.source) for one in read if one.intact or one.source.text)
        unreadable = {one.source.name: one.findings[0].label for one in read if not one.intact}
        # A name that cannot be shown cannot be proposed.
        return proving(texts=texts, unreadable=unreadable, beside=[name for name in disk.beside if name.isprintable()])

    def _read_originals(self, disk: _Disk, corpus: Corpus) -> Sequence[Reading]:
        """The source texts that documents name; each is read once between two looks at the disk."""
        wanted = {normal(document.source) for document in corpus.documents.values() if document.source}
        missing = [name for name in disk.beside if normal(name) in wanted - self._originals.keys()]
        if disk.sources is not None and missing:
            for one in read_sources(disk.sources, missing):
                self._originals[one.source.name] = self._same(one, "source")
        for one in disk.left_out:
            self._originals.setdefault(one.source.name, one)
        return [self._originals[name] for name in sorted(wanted & self._originals.keys())]

    def _read(self) -> _Disk:
        self._originals = {}
        strays: tuple[Finding, ...] = ()
        left_out: tuple[Reading, ...] = ()
        if self._alone:
            given = read_outside(self._alone)
        else:
            readings = read_arguments(self.root)
            given = with_left_out(Input(project=project_at(self.root), readings=readings), submodules=True)
            strays = stray_files(self.root)
        given = attrs.evolve(given, readings=tuple(self._same(one, "") for one in given.readings))
        folder = self._sources
        if folder is None and given.settings.sources:
            folder = given.root / given.settings.sources
            left_out = texts_left_out(given.root, given.settings.sources)
        is_there = folder is not None and folder.is_dir()
        names = {path.name for path in folder.iterdir() if path.is_file()} if folder is not None and is_there else set()
        return _Disk(
            given=given,
            strays=strays,
            sources=folder if is_there else None,
            beside=tuple(sorted({*names, *(one.source.name for one in left_out)})),
            left_out=left_out,
        )

    def _same(self, reading: Reading, sort: str) -> Reading:
        """The very reading of before, if a file holds what it held: what has been found in it is known."""
        known = self._known.get((sort, reading.source.name))
        if known is not None and reading.digest and known == reading:
            return known
        self._known[sort, reading.source.name] = reading
        return reading

    def _with_unsaved(self, given: Input) -> Input:
        readings = {reading.source.name: reading for reading in given.readings}
        readings |= self._unsaved
        ordered = sorted(readings.values(), key=lambda reading: reading.source.name.split("/"))
        return attrs.evolve(given, readings=tuple(ordered))
