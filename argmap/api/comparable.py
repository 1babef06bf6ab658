"""Two sides, read -> two corpora; what is the same on both is understood once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from argmap.api.loading import Input, weighed
from argmap.diff.significance import Significance
from argmap.source.finding import Finding, Outcome, Severity
from argmap.source.text import SourceText
from argmap.workspace.settings import Settings, Weight

if TYPE_CHECKING:
    from argmap.diff.rule import Rule
    from argmap.language.tree import SyntaxFile
    from argmap.model.corpus import Corpus
    from argmap.workspace.reader import Reading

_MOST_NAMED = 5
"""Names in one sentence."""
_MOST_KEPT = 4_000_000
"""Characters of parsed texts that are kept, beyond those in use; each takes some 16 bytes."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Understood:
    """One side as records.

    Attributes:
        corpus: All that could be read.
        texts: The texts about which there can be a finding, by name.
        errors: What kept something from being read, sorted by place.
    """

    corpus: Corpus
    texts: Mapping[str, SourceText]
    errors: tuple[Finding, ...] = ()


def understood(old: Input, new: Input) -> tuple[Understood, Understood]:
    """Both sides as records.  A text that is on both is parsed once, and so are two sides that are the same.

    What is wrong with the settings of the old side is past; how much a finding matters, it still says.
    """
    reader = Understanding()
    rules = ruling(old, new)
    before = reader.understood(old, rules, settings_count=False)
    same = old.digests == new.digests and all(reading.digest for reading in old.readings)
    return before, before if same else reader.understood(new, rules)


def ruling(old: Input, new: Input) -> Settings:
    """The settings that say how much a change or a finding matters: those of the old side, if that is of a project.

    A change must not decide what is said of it.
    """
    return (old if old.project else new).settings


def levels(settings: Settings) -> dict[Rule, Significance | None]:
    """What settings say of how much a kind of change matters; None switches it off."""
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
    said = []
    for table, before, after in tables:
        names = sorted(str(name) for name in {*before, *after} if before.get(name) != after.get(name))
        if names:
            more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
            said.append(f"{', '.join(names[:_MOST_NAMED])}{more} ([{table}])")
    return tuple(said)


class Understanding:
    """Understands one state of a project after another; a text is parsed once, however many states have it."""

    def __init__(self) -> None:
        from argmap.language.parser import Parser

        self._parser = Parser()
        self._parsed: dict[str, Outcome[SyntaxFile]] = {}
        self._size = 0

    def understood(self, given: Input, rules: Settings | None = None, *, settings_count: bool = True) -> Understood:
        """One state as records.

        Args:
            given: What was read.
            rules: The settings that say how much a finding matters; by default its own.
            settings_count: Whether what is wrong with its own settings keeps something from being read.
        """
        from argmap.language.words import SCHEMES
        from argmap.resolve.corpus import resolve

        if self._size > _MOST_KEPT:
            self._forget_all_but({reading.digest for reading in given.readings})
        parsed = [self._parse(reading) for reading in given.readings]
        schemes = frozenset((*SCHEMES, *given.settings.schemes))
        resolved = resolve([outcome.value for outcome in parsed], schemes=schemes)
        files = (*given.readings, *(given.project.settings_files if given.project and settings_count else ()))
        findings = [finding for reading in files for finding in reading.findings]
        findings += [finding for outcome in parsed for finding in outcome.findings]
        findings += resolved.findings
        errors = [
            finding for finding in weighed(findings, rules or given.settings) if finding.severity is Severity.ERROR
        ]
        return Understood(corpus=resolved.value, texts=given.texts, errors=tuple(errors))

    def _parse(self, reading: Reading) -> Outcome[SyntaxFile]:
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
