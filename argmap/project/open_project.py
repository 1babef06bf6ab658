"""A project that stays in memory while its files change, on the disk or in an editor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from argmap.git.left_out_files import with_left_out
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
        files: The syntax of its argument files, by name.
        sources: The source texts that documents name, by the name in the form in which ids are compared.
    """

    loaded: Loaded
    files: Mapping[str, SyntaxFile]
    sources: Mapping[str, SourceText]


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
        self._loader = CorpusLoader()
        self._given: Input | None = None
        self._strays: tuple[Finding, ...] = ()
        self._state: ProjectState | None = None

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
        self._given = self._state = None

    def state(self) -> ProjectState:
        """The project as it is now."""
        if self._state is None:
            self._state = self._made()
        return self._state

    def _made(self) -> ProjectState:
        from argmap.check.check import check

        if self._given is None:
            self._given, self._strays = self._read()
        given = self._with_unsaved(self._given)
        folder = self._folder(given)
        texts: dict[str, SourceText] = {}
        files = [reading.source for reading in given.readings]

        def rules(corpus: Corpus) -> Iterable[Finding]:
            proving = partial(check, corpus, files=files, upgradable=given.project is not None)
            if folder is None:
                return proving()
            named = {document.source for document in corpus.documents.values() if document.source}
            beside = sorted(path.name for path in folder.iterdir() if path.is_file())
            wanted = {normal(name) for name in named}
            read = read_sources(folder, [name for name in beside if normal(name) in wanted])
            texts.update((one.source.name, one.source) for one in read if one.intact or one.source.text)
            unreadable = {one.source.name: one.findings[0].label for one in read if not one.intact}
            known = [name for name in beside if name.isprintable()]
            return proving(texts=texts, beside=known, unreadable=unreadable)

        loaded = self._loader.load(given, rules=rules)
        if self._strays:
            notes = weighed(self._strays, given.settings)
            found = sorted((*loaded.findings, *notes), key=lambda finding: finding.order)
            loaded = attrs.evolve(loaded, findings=tuple(found))
        syntax = {reading.source.name: self._loader.parse(reading).value for reading in given.readings}
        return ProjectState(loaded=loaded, files=syntax, sources=texts)

    def _read(self) -> tuple[Input, tuple[Finding, ...]]:
        if self._alone:
            return read_outside(self._alone), ()
        project = project_at(self.root)
        given = with_left_out(Input(project=project, readings=read_arguments(self.root)), submodules=True)
        return given, stray_files(self.root)

    def _with_unsaved(self, given: Input) -> Input:
        readings = {reading.source.name: reading for reading in given.readings}
        for name, unsaved in self._unsaved.items():
            readings[name] = unsaved
        ordered = sorted(readings.values(), key=lambda reading: reading.source.name.split("/"))
        return attrs.evolve(given, readings=tuple(ordered))

    def _folder(self, given: Input) -> Path | None:
        if self._sources is not None or not given.settings.sources:
            return self._sources
        folder = given.root / given.settings.sources
        return folder if folder.is_dir() else None
