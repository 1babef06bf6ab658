"""A difference as JSON, for programs; `difference.schema.json` beside this file says what each key holds.

Nothing tells when or where it was made: the same difference is the same bytes.
"""

from __future__ import annotations

from argmap.diff.change import Change, ClaimChange, SupportChange
from argmap.diff.change_location import place_of
from argmap.diff.difference import Guess
from argmap.diff.fingerprint import fingerprint
from argmap.diff.significance import Judged
from argmap.report.comparison.plain_records import Record
from argmap.report.difference.account import was_line
from argmap.report.difference.names import Names
from argmap.report.difference.subjects import subject
from argmap.report.difference.told import Told
from argmap.report.difference.words import before_after, headline
from argmap.report.findings.spot import Texts, spot
from argmap.report.json_text import json_text
from argmap.source.text import Place

VERSION = 1
"""Counts up whenever a reader of the old form would misread the new one."""


def records(told: Told) -> str:
    """All that there is to say, as the schema says."""
    return json_text(_Writer(told).whole()) + "\n"


def changes(told: Told) -> list[Record]:
    """The changes to report, and nothing else."""
    return _Writer(told).changes()


class _Writer:
    """One difference being written."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._difference = told.difference
        self._names = Names.of(told.difference)

    def whole(self) -> Record:
        told = self._told
        return {
            "version": VERSION,
            "old": {"name": told.old_name},
            "new": {"name": told.new_name},
            "partial": told.partial,
            "counts": {significance.value: count for significance, count in told.counts.items()},
            "changes": self.changes(),
            "guesses": [self._guess(guess) for guess in self._difference.guesses],
            "accepted": [self._accepted(judged) for judged in told.accepted],
        }

    def changes(self) -> list[Record]:
        return [self._change(judged) for judged in self._told.judged]

    def _change(self, judged: Judged) -> Record:
        change = judged.change
        about = subject(change)
        texts = before_after(change, self._difference, self._names)
        places = place_of(change, self._difference)
        return {
            "rule": change.rule.value,
            "severity": judged.significance.value,
            "direct": change.direct,
            "causes": [fingerprint(cause, self._difference) for cause in change.causes],
            "subject": about | {"former": self._difference.former.get(str(about["id"]))},
            "message": headline(change, self._difference, self._names),
            "old": _side(texts[0], places[0], self._told.old_texts),
            "new": _side(texts[1], places[1], self._told.new_texts),
            "reaches": _reaches(change),
            "fingerprint": fingerprint(change, self._difference),
        }

    def _accepted(self, judged: Judged) -> Record:
        record = self._change(judged)
        return record | {"reason": self._told.reasons.get(str(record["fingerprint"]), "")}

    def _guess(self, guess: Guess) -> Record:
        return {
            "old": guess.old.id,
            "new": guess.new.id,
            "overlap": round(guess.overlap, 3),
            "line": was_line(guess) or None,
            "place": _place(guess.new.origin, self._told.new_texts),
        }


def _reaches(change: Change) -> tuple[str, ...]:
    return change.reaches if isinstance(change, ClaimChange | SupportChange) else ()


def _side(text: str, place: Place | None, texts: Texts) -> Record | None:
    """What one side says; None where it says nothing and has no place for it."""
    if not text and place is None:
        return None
    return {"text": text, "place": None if place is None else _place(place, texts)}


def _place(place: Place, texts: Texts) -> Record:
    at = spot(place, texts)
    return {"file": at.file, "line": at.start.line, "column": at.start.column}
