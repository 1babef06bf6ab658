"""The changes that somebody accepted: a TOML file of tables ``[[accepted]]``, each with a fingerprint, a reason and an
owner.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import attrs

from argmap.source.finding import Finding, Severity
from argmap.source.nearest import suggestion
from argmap.source.text import Place, SourceText, Span
from argmap.workspace.errors import RefusedError
from argmap.workspace.reader import Reading, as_text, is_stream, read_file, read_stream
from argmap.workspace.settings import BAD_SETTING, Locator, toml_table

_TABLE = "accepted"
_KEYS = ("fingerprint", "reason", "owner")
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_HEADER = re.compile(r"\[\[\s*accepted\s*\]\]")


@attrs.frozen(kw_only=True)
class Acceptance:
    """One change that was accepted.

    Attributes:
        fingerprint: That of the change.
        reason: Why.
        owner: Who answers for it.
        place: Where it is written down.
    """

    fingerprint: str
    reason: str
    owner: str
    place: Place = attrs.field(eq=False, repr=False)


@attrs.frozen
class Accepted:
    """A file of them.

    Attributes:
        entries: Those that say all that they must, one a fingerprint.
        source: The text of the file.
        findings: Warnings about the others.
        unheeded: Entries that do not count, since the change that they accept brings them along.
    """

    entries: tuple[Acceptance, ...]
    source: SourceText
    findings: tuple[Finding, ...] = ()
    unheeded: tuple[Acceptance, ...] = ()

    def stale(self, fingerprints: Collection[str]) -> tuple[Finding, ...]:
        """A warning for each entry that accepts none of the changes that there are."""
        gone = [entry for entry in self.entries if entry.fingerprint not in fingerprints]
        return tuple(
            _warning("no change has this fingerprint any longer", entry.place, "take the entry out") for entry in gone
        )


def read_accepted(path: Path) -> Accepted:
    """The changes that a file accepts.

    Raises:
        RefusedError: It cannot be read, or is no TOML.
    """
    name = as_text(path.as_posix())
    reading = read_stream(path, name) if is_stream(path) else read_file(path, name, path.resolve().parent)
    return accepted_in(reading, f"`{path}`")


def accepted_in(reading: Reading, name: str) -> Accepted:
    """The changes that a file accepts that was read already, and is called by a name.

    Raises:
        RefusedError: It cannot be read, or is no TOML.
    """
    if not reading.intact:
        (finding,) = reading.findings
        raise RefusedError(f"{name} cannot be read: {finding.label if not reading.digest else finding.message}")
    content, wrong = toml_table(reading.source, ())
    if wrong:
        line = reading.source.position(wrong[0].place.span.start).line
        raise RefusedError(f"{name} cannot be read: {wrong[0].message} (line {line})")
    reader = _Reader(reading.source)
    return Accepted(tuple(reader.entries(content)), reading.source, tuple(reader.findings))


class _Reader:
    """Reads entries, and collects what is wrong with them."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._headers = [Span(*match.span()) for match in _HEADER.finditer(source.text)]
        self.findings: list[Finding] = []

    def entries(self, content: Mapping[str, Any]) -> list[Acceptance]:
        for key in content:
            if key != _TABLE:
                self._find(f"`{key}` is nothing that can be accepted{suggestion(key, (_TABLE,))}", key)
        listed = content.get(_TABLE, [])
        if not isinstance(listed, list):
            self._find("`accepted` is not a list of tables", _TABLE)
            return []
        entries: dict[str, Acceptance] = {}
        for number, entry in enumerate(listed):
            found = self._entry(number, entry)
            if found is not None and found.fingerprint in entries:
                self.findings.append(_warning("this fingerprint is accepted twice", found.place, _HELP))
            elif found is not None:
                entries[found.fingerprint] = found
        return list(entries.values())

    def _entry(self, number: int, entry: object) -> Acceptance | None:
        place = Place(self._source.name, self._headers[number]) if number < len(self._headers) else self._place(_TABLE)
        if not isinstance(entry, dict):
            self.findings.append(_warning("an entry is not a table", place, _HELP))
            return None
        for key in entry:
            if key not in _KEYS:
                message = f"`{key}` is nothing that an entry says{suggestion(key, _KEYS)}"
                self.findings.append(_warning(message, place, _HELP))
        lacking = [key for key in _KEYS if not isinstance(entry.get(key), str) or not entry[key].strip()]
        if lacking:
            names = " and no ".join(f"`{key}`" for key in lacking)
            self.findings.append(_warning(f"this entry has no {names}, and accepts nothing", place, _HELP))
            return None
        fingerprint = entry["fingerprint"].strip()
        own = self._place(fingerprint)
        if not _FINGERPRINT.fullmatch(fingerprint):
            message = f"`{fingerprint[:60]}` is no fingerprint"
            self.findings.append(_warning(message, own, "copy it from `argmap diff --format json`: 16 digits"))
            return None
        return Acceptance(
            fingerprint=fingerprint, reason=entry["reason"].strip(), owner=entry["owner"].strip(), place=own
        )

    def _place(self, *words: str) -> Place:
        return Locator(self._source, ()).place(*words)

    def _find(self, message: str, word: str) -> None:
        self.findings.append(_warning(message, self._place(word), _HELP))


_HELP = "an entry is [[accepted]] with `fingerprint`, `reason` and `owner`, each a text in quotes"


def _warning(message: str, place: Place, help_: str) -> Finding:
    return Finding(code=BAD_SETTING, message=message, place=place, help=help_, severity=Severity.WARNING)
