"""Two sides, read -> two corpora; what is the same on both is understood once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from argmap.api.loading import Input, parser, weighed
from argmap.source.finding import Finding, Outcome, Severity
from argmap.source.text import SourceText

if TYPE_CHECKING:
    from argmap.language.tree import SyntaxFile
    from argmap.model.corpus import Corpus
    from argmap.workspace.reader import Reading


@attrs.frozen(kw_only=True)
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
    """Both sides as records.  A text that is on both is parsed once, and so are two sides that are the same."""
    reader = _Reader()
    before = reader.understood(old, settings_count=ruling(old, new) is old)
    same = old.digests == new.digests and all(reading.digest for reading in old.readings)
    return before, before if same else reader.understood(new, settings_count=ruling(old, new) is new)


def ruling(old: Input, new: Input) -> Input:
    """The side whose settings say how much a change matters: the new one, unless only the old one has any."""
    return (
        old if old.project and old.project.settings_files and not (new.project and new.project.settings_files) else new
    )


class _Reader:
    def __init__(self) -> None:
        self._parser = parser()
        self._parsed: dict[str, Outcome[SyntaxFile]] = {}

    def understood(self, given: Input, *, settings_count: bool) -> Understood:
        from argmap.language.words import SCHEMES
        from argmap.resolve.corpus import resolve

        parsed = [self._parse(reading) for reading in given.readings]
        schemes = frozenset((*SCHEMES, *given.settings.schemes))
        resolved = resolve([outcome.value for outcome in parsed], schemes=schemes)
        files = (*given.readings, *(given.project.settings_files if given.project and settings_count else ()))
        findings = [finding for reading in files for finding in reading.findings]
        findings += [finding for outcome in parsed for finding in outcome.findings]
        findings += resolved.findings
        errors = [finding for finding in weighed(findings, given.settings) if finding.severity is Severity.ERROR]
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
        return outcome
