"""Files -> texts -> syntax -> records, with all that was found on the way."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from argmap.source.codes import SEVERITIES
from argmap.source.finding import Finding, Severity
from argmap.source.text import SourceText
from argmap.workspace.cache import Cache, cache_folder, distrusted
from argmap.workspace.project import NoProjectError, Project, find_project
from argmap.workspace.reader import SUFFIX, Reading, read_arguments, read_file, shown_name
from argmap.workspace.settings import Settings

if TYPE_CHECKING:
    from argmap.model.corpus import Corpus
    from argmap.model.ids import DocumentId


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Input:
    """Argument files as they were read, before anything is parsed.

    Attributes:
        project: None where files stand outside any project; then they are all there is.
        readings: All files whose names are resolved together.
        chosen: The names of the files that were asked for; None where that is all of them.
    """

    project: Project | None
    readings: tuple[Reading, ...]
    chosen: frozenset[str] | None = None

    @property
    def settings(self) -> Settings:
        """Those of the project, or the defaults."""
        return self.project.settings if self.project else Settings()

    @property
    def root(self) -> Path:
        """The folder to which names are relative."""
        return self.project.root if self.project else Path.cwd()

    @property
    def texts(self) -> dict[str, SourceText]:
        """All texts about which there can be a finding."""
        files = (*self.readings, *(self.project.settings_files if self.project else ()))
        return {reading.source.name: reading.source for reading in files}

    @property
    def digests(self) -> list[bytes]:
        """What the outcome depends on: names and contents, settings included."""
        files = (*self.readings, *(self.project.settings_files if self.project else ()))
        return [part.encode() for reading in files for part in (reading.source.name, reading.digest)]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Loaded:
    """A project's records and what was found on the way to them, the rules included.

    Attributes:
        corpus: All records.
        texts: The texts that were read, by name.
        findings: Sorted by place, each as grave as the settings say.
        switched_off: What the settings leave out.
        root: The folder to which names are relative.
        engine: The layout engine that the settings ask for; empty where they leave it open.
    """

    corpus: Corpus
    texts: Mapping[str, SourceText]
    findings: tuple[Finding, ...]
    switched_off: tuple[Finding, ...] = ()
    root: Path
    engine: str = ""

    def __repr__(self) -> str:
        from argmap.wording.english import counted

        documents, claims = len(self.corpus.documents), len(self.corpus.claims)
        return (
            f"{counted(documents, 'document')}, {counted(claims, 'claim')}, {counted(len(self.corpus.issues), 'issue')}"
        )

    def errors_in(self, files: Iterable[str]) -> tuple[Finding, ...]:
        """The errors that concern some files."""
        names = set(files)
        errors = (finding for finding in self.findings if finding.severity is Severity.ERROR)
        return tuple(finding for finding in errors if finding.place.file in names)

    def files_of(self, document: DocumentId) -> frozenset[str]:
        """The files of which a picture of one document is made: its own, and those that belong to no document."""
        others = {other.file for other in self.corpus.documents.values() if other.id != document}
        return frozenset(self.texts) - others


def read_input(paths: Sequence[Path] = ()) -> Input:
    """The files that paths mean: those of the project that they belong to, or just they themselves.

    Args:
        paths: Files and folders; none for the project around the working folder.

    Raises:
        NoProjectError: No path was given, and there is no project here.
        FileNotFoundError: A path leads to nothing.
    """
    for path in paths:
        if not os.path.lexists(path):
            raise FileNotFoundError(path)
    try:
        project = find_project(paths[0] if paths else Path.cwd())
    except NoProjectError:
        if not paths:
            raise
        return read_outside(paths)
    readings = read_arguments(project.root)
    chosen: set[str] = set()
    for path in paths:
        names = _names_in(path, project, readings)
        if names is None:
            return read_outside(paths)
        chosen |= names
    everything = not paths or len(chosen) == len(readings)
    return Input(project=project, readings=readings, chosen=None if everything else frozenset(chosen))


def _names_in(path: Path, project: Project, readings: tuple[Reading, ...]) -> set[str] | None:
    """The files of a project that a path means; None where it is outside, or is no argument file of the project."""
    # A file may be a link to one elsewhere in the project: it goes by the name that it has under arguments/.
    called = path.parent.resolve() / path.name if path.name not in ("", "..") else path.resolve()
    if called.is_relative_to(project.root):
        name = shown_name(called, project.root)
        if any(reading.source.name == name for reading in readings):
            return {name}
    real = path.resolve()
    if not real.is_relative_to(project.root):
        return None
    relative = shown_name(real, project.root)
    if relative == ".":
        return {reading.source.name for reading in readings}
    names = {
        reading.source.name
        for reading in readings
        if reading.source.name == relative or reading.source.name.startswith(f"{relative}/")
    }
    return names or (set() if real.is_dir() else None)


def read_outside(paths: Sequence[Path]) -> Input:
    """Files outside any project: each file that was named, and those in each folder that was."""
    readings: dict[str, Reading] = {}
    for path in paths:
        is_folder = path.is_dir()
        for file in sorted(path.rglob(f"*{SUFFIX}")) if is_folder else [path]:
            name = file.as_posix()
            # A link that was named is followed; one that lies in a folder may have come with it.
            readings[name] = read_file(file, name, path if is_folder else _folder_of(file))
    return Input(project=None, readings=tuple(readings.values()))


def _folder_of(file: Path) -> Path:
    """Where a file is, wherever a link to it stands; for a link that leads in a circle, where that stands."""
    try:
        return file.resolve().parent
    except (OSError, RuntimeError):
        return file.parent


def user_cache(given: Input) -> Cache:
    """The cache of whoever runs argmap on what was read; none where its folder is not the user's own."""
    try:
        home = Path.home()
    except RuntimeError:
        return Cache(None)
    folder = cache_folder(os.environ, home)
    if folder is None:
        return Cache(None)
    why = distrusted(folder, given.project.root if given.project else None, home)
    if why:
        return Cache(None, refusal=f"the cache folder {folder} is not used, since {why}")
    return Cache(folder)


def weighed(findings: Iterable[Finding], settings: Settings) -> tuple[Finding, ...]:
    """Findings with the severity of the catalogue and then of the settings, without those switched off, sorted."""
    kept = []
    for finding in findings:
        severity = SEVERITIES[finding.code]
        known = finding if finding.severity is severity else attrs.evolve(finding, severity=severity)
        final = settings.weigh(known)
        if final is not None:
            kept.append(final)
    return tuple(sorted(kept, key=lambda finding: finding.order))


def load_input(given: Input, texts: Mapping[str, SourceText] | None = None, beside: Collection[str] = ()) -> Loaded:
    """Parse, resolve and check what was read.

    Args:
        given: What was read.
        texts: Source texts by name, where cues are to be proved.
        beside: The names of all files among the sources.
    """
    from argmap.check.check import check as rules
    from argmap.language.parser import Parser
    from argmap.language.words import SCHEMES
    from argmap.resolve.corpus import resolve

    reader = Parser()
    parsed = [reader.parse(reading.source) for reading in given.readings]
    schemes = frozenset((*SCHEMES, *given.settings.schemes))
    resolved = resolve([outcome.value for outcome in parsed], schemes=schemes)
    files = (*given.readings, *(given.project.settings_files if given.project else ()))
    findings = [finding for reading in files for finding in reading.findings]
    findings += [finding for outcome in parsed for finding in outcome.findings]
    findings += resolved.findings
    findings += rules(resolved.value, [reading.source for reading in given.readings], texts=texts, beside=beside)
    return Loaded(
        corpus=resolved.value,
        texts=given.texts,
        findings=weighed(findings, given.settings),
        switched_off=tuple(finding for finding in findings if given.settings.weigh(finding) is None),
        root=given.root,
        engine=given.settings.engine or "",
    )
