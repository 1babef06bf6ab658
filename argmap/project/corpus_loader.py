"""Files -> texts -> syntax -> records, with all that was found on the way; what stands in several states, only once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from argmap.source.codes import OF_LINKS_LEFT_OUT, SEVERITIES
from argmap.source.finding import Finding, Outcome, Severity
from argmap.source.text import SourceText
from argmap.workspace.project_files import Input
from argmap.workspace.settings import Settings, Weight

if TYPE_CHECKING:
    from argmap.check.links_left_out import LinkLeftOut
    from argmap.diff.rule import Rule
    from argmap.diff.significance import Significance
    from argmap.language.tree import SyntaxFile
    from argmap.model.corpus import Corpus
    from argmap.model.ids import DocumentId
    from argmap.resolve.declared import Declared
    from argmap.workspace.reader import Reading

_MOST_NAMED = 5
"""Names in one sentence."""
_MOST_KEPT = 4_000_000


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Loaded:
    """A project's records and what was found on the way to them.

    Attributes:
        corpus: All records that could be read.
        texts: The texts about which there can be a finding, by name.
        findings: Sorted by place, each as grave as the settings say; those of the rules, where it was checked.
        switched_off: What the settings leave out.
        root: The folder to which names are relative.
        engine: The layout engine that the settings ask for; empty where they leave it open.
        notices: What to know of the files that is no finding about one of them, a sentence each.
        unread: What kept something from being read or understood, however little it matters to the project, sorted.
        unseen: The names of the files whose text is not known; records of what another state has in them stand here.
        originals: What could be read of those of them about which there is a finding, by name.
    """

    corpus: Corpus
    texts: Mapping[str, SourceText]
    findings: tuple[Finding, ...]
    switched_off: tuple[Finding, ...] = ()
    root: Path
    engine: str = ""
    notices: tuple[str, ...] = ()
    unread: tuple[Finding, ...] = ()
    unseen: frozenset[str] = frozenset()
    originals: Mapping[str, SourceText] = attrs.field(factory=dict)

    def __repr__(self) -> str:
        from argmap.wording.english import counted

        documents, claims = len(self.corpus.documents), len(self.corpus.claims)
        return (
            f"{counted(documents, 'document')}, {counted(claims, 'claim')}, {counted(len(self.corpus.issues), 'issue')}"
        )

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What kept something from being read, or is as bad."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    @property
    def errors_of_reading(self) -> tuple[Finding, ...]:
        """The errors without those that only say which links cannot count: a comparison does without these links."""
        return tuple(finding for finding in self.errors if finding.code not in OF_LINKS_LEFT_OUT)

    @property
    def links_left_out(self) -> tuple[LinkLeftOut, ...]:
        """The links without which the records are compared."""
        if all(finding.code not in OF_LINKS_LEFT_OUT for finding in (*self.findings, *self.switched_off)):
            return ()
        from argmap.check.links_left_out import links_left_out

        return links_left_out(self.corpus)

    def errors_in(self, files: Iterable[str]) -> tuple[Finding, ...]:
        """The errors that concern some files."""
        names = set(files)
        return tuple(finding for finding in self.errors if finding.place.file in names)

    def files_of(self, document: DocumentId) -> frozenset[str]:
        """The files of which a picture of one document is made: its own, and those that belong to no document."""
        others = {other.file for other in self.corpus.documents.values() if other.id != document}
        return frozenset(self.texts) - others


def load_checked(
    given: Input,
    texts: Mapping[str, SourceText] | None = None,
    beside: Collection[str] = (),
    unreadable: Mapping[str, str] | None = None,
    *,
    as_drafts: bool = False,
) -> Loaded:
    """Parse, resolve and check what was read.

    Args:
        given: What was read.
        texts: Source texts by name, where cues are to be proved.
        beside: The names of all files among the sources.
        unreadable: Why a source is no text, or not wholly one, by name.
        as_drafts: Whether the documents are held to the harder rules for drafts.
    """
    from argmap.check.check import check

    files = [reading.source for reading in given.readings]
    upgradable = given.project is not None
    rules = partial(check, files=files, texts=texts, beside=beside, unreadable=unreadable, upgradable=upgradable)
    if as_drafts:
        rules = partial(rules, as_drafts=True)
    return CorpusLoader(once=True).load(given, rules=rules)


def load_sides(old: Input, new: Input) -> tuple[Loaded, Loaded]:
    """Both sides of a diff.  A text that is on both is parsed once, and so are two sides that are the same.

    What is wrong with the settings of the old side is past; how much a finding matters, it still says.  Each is read in
    the version of the language that its own settings name; what belongs to no project, in that of the other side.  A
    file whose text is not known on one side stands there as on the other.
    """
    from argmap.project.unseen_files import seen

    loader = CorpusLoader()
    settings = settings_of_diff(old, new)
    both = seen(old, new)
    versions = [(side if side.project else beside).settings.language for side, beside in ((old, new), (new, old))]
    before = loader.load(both.old, settings, settings_count=False, version=versions[0])
    same = both.old.digests == both.new.digests and all(reading.digest and reading.intact for reading in old.readings)
    same = same and versions[0] == versions[1]
    after = before if same else loader.load(both.new, settings, version=versions[1])
    if after.notices != both.new.notices:
        after = attrs.evolve(after, notices=both.new.notices)
    return (
        loader.with_unseen(before, old, both.unseen_old, settings),
        loader.with_unseen(after, new, both.unseen_new, settings),
    )


class CorpusLoader:
    """Loads one state of a project after another; a text is parsed once, however many states have it.

    Args:
        most_kept: Characters of parsed texts that are kept beyond those in use; each takes some 16 bytes.
        once: Whether only one state will be loaded: then nothing parsed is kept for another.
    """

    def __init__(self, most_kept: int = _MOST_KEPT, *, once: bool = False) -> None:
        self._most_kept = most_kept
        self._once = once
        from argmap.language.parser import Parser
        from argmap.resolve.corpus import Resolver

        self._parser = Parser()
        self._resolver = Resolver()
        self._parsed: dict[str, Outcome[SyntaxFile]] = {}
        self._size = 0

    def load(
        self,
        given: Input,
        settings: Settings | None = None,
        *,
        settings_count: bool = True,
        version: int | None = None,
        rules: Callable[[Corpus], Iterable[Finding]] = lambda corpus: (),  # noqa: ARG005
    ) -> Loaded:
        """One state as records.

        Args:
            given: What was read.
            settings: Those that say how much a finding matters; by default its own.
            settings_count: Whether what is wrong with its own settings is a finding.
            version: Of the language; by default that which its own settings name.
            rules: What finds more in the records.
        """
        from argmap.language.words import SCHEMES

        if self._size > self._most_kept:
            self._forget_all_but({reading.digest for reading in given.readings})
        parsed = [self.parse(reading) for reading in given.readings]
        version = given.settings.language if version is None else version
        schemes = frozenset((*SCHEMES, *given.settings.schemes))
        resolved = self._resolver.resolve([outcome.value for outcome in parsed], schemes=schemes, version=version)
        files = given.files if settings_count else given.readings
        findings = [finding for reading in files for finding in reading.findings]
        findings += [finding for outcome in parsed for finding in outcome.findings]
        if self._once:
            # Its place is taken by what the rules find, and by what is made of the records.
            parsed.clear()
            self._parsed.clear()
            self._resolver = type(self._resolver)()
        findings += [*resolved.findings, *rules(resolved.value)]
        settings = settings or given.settings
        return Loaded(
            corpus=resolved.value,
            texts=given.texts,
            findings=weighed(findings, settings),
            switched_off=tuple(finding for finding in findings if settings.weigh(finding) is None),
            root=given.root,
            engine=given.settings.engine or "",
            notices=given.notices,
            unread=_unread(findings),
        )

    def with_unseen(self, loaded: Loaded, given: Input, unseen: frozenset[str], settings: Settings) -> Loaded:
        """A side with what is wrong with its own files, where the records of another stand for those."""
        if not unseen:
            return loaded
        readings = [reading for reading in given.readings if reading.source.name in unseen]
        own = [finding for reading in readings for finding in reading.findings]
        own += [finding for reading in readings if reading.intact for finding in self.parse(reading).findings]
        findings, unread = (
            [finding for finding in those if finding.place.file not in unseen]
            for those in (loaded.findings, loaded.unread)
        )
        return attrs.evolve(
            loaded,
            findings=weighed((*findings, *own), settings),
            unread=_unread((*unread, *own)),
            unseen=unseen,
            originals={reading.source.name: reading.source for reading in readings},
        )

    @property
    def declared(self) -> Declared:
        """What the state that was loaded last declares."""
        return self._resolver.declared

    def parse(self, reading: Reading) -> Outcome[SyntaxFile]:
        """The syntax of a text, which is kept for the next state that has it."""
        known = self._parsed.get(reading.digest) if reading.digest else None
        if known is not None:
            if known.value.source.name == reading.source.name:
                return known
            # Only its findings know in which file a text stands.
            if not known.findings:
                return Outcome(known.value._replace(source=reading.source))
        outcome = self._parser.parse(reading.source)
        self._parsed[reading.digest] = outcome
        self._size += len(reading.source.text)
        return outcome

    def _forget_all_but(self, digests: set[str]) -> None:
        self._parsed = {digest: outcome for digest, outcome in self._parsed.items() if digest in digests}
        self._size = sum(len(outcome.value.source.text) for outcome in self._parsed.values())


def _unread(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    errors = (finding for finding in findings if SEVERITIES[finding.code] is Severity.ERROR)
    return tuple(sorted(errors, key=lambda finding: finding.order))


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


def settings_of_diff(old: Input, new: Input) -> Settings:
    """The settings that say how much a change or a finding matters: those of the old side, if that is of a project.

    A change must not decide what is said of it.
    """
    return (old if old.project else new).settings


def levels(settings: Settings) -> dict[Rule, Significance | None]:
    """What settings say of how much a kind of change matters; None switches it off."""
    # A check has no changes, and does without the room of differences.
    from argmap.diff.significance import Significance

    return {
        rule: None if weight is Weight.OFF else Significance(weight.value) for rule, weight in settings.changes.items()
    }


def differing_settings(old: Input, new: Input) -> tuple[str, ...]:
    """The names for which the settings of the new side say something else, in vain: one text a table."""
    if old.project is None or new.project is None:
        return ()
    tables = (
        ("changes", old.settings.changes, new.settings.changes),
        ("levels", old.settings.levels, new.settings.levels),
    )
    from argmap.wording.english import beginning_of

    said = []
    for table, before, after in tables:
        names = sorted(str(name) for name in {*before, *after} if before.get(name) != after.get(name))
        if names:
            said.append(f"{beginning_of(names, _MOST_NAMED)} ([{table}])")
    return tuple(said)
