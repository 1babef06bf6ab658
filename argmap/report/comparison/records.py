"""A comparison as JSON, for programs; `comparison.schema.json` beside this file says what each key holds.

What has no order of its own is sorted, a key that would hold nothing is left out, and nothing tells when or where it
was made: the same records are the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.compare.alignment import Alignment
from argmap.compare.attributed_views import BorrowedVoice, OpposedVoice
from argmap.compare.cruxes import Crux
from argmap.compare.drift import Drift
from argmap.compare.holder import Holder, label_of
from argmap.compare.representation import Representation
from argmap.model.ids import ClaimId
from argmap.report.comparison.account import Account, Conflict
from argmap.report.comparison.names import Names
from argmap.report.comparison.plain_records import (
    Record,
    alpha_record,
    branch_record,
    given,
    hold_record,
    issue_record,
    link_record,
    pair_record,
    profile_record,
    side_record,
    silence_record,
    strain_record,
    term_record,
    unanswered_record,
)
from argmap.report.comparison.verdicts import why
from argmap.report.json_text import json_text

FORMAT = 1
"""Counts up whenever a reader of the old form would misread the new one."""


def records(account: Account, names: Names) -> str:
    """All that an account tells, as the schema says."""
    writer = _Writer(account, names)
    return json_text(writer.whole()) + "\n"


class _Writer:
    """One account being written."""

    def __init__(self, account: Account, names: Names) -> None:
        self._account = account
        self._names = names
        self._corpus = names.corpus

    def whole(self) -> Record:
        account = self._account
        always: Record = {
            "format": FORMAT,
            "documents": account.comparison.documents,
            "holders": [self._holder(holder) for holder in account.holders],
            "issues": list(account.issues),
        }
        stances = account.comparison.stances
        profiles = (
            stances.profile(holder, issue)
            for issue in account.issues
            for holder in account.holders
            if holder in stances.by_issue[issue]
        )
        parts: Record = {
            "left-out": account.comparison.left_out,
            "only-counts": True if account.only_counts else None,
            "profiles": [profile_record(profile) for profile in profiles],
            "alignments": [
                self._alignment(alignment) for alignment in account.alignments if not alignment.verdict.is_conflict
            ],
            "conflicts": [self._conflict(conflict) for conflict in account.conflicts],
            "one-sided": [self._alignment(alignment) for alignment in account.one_sided],
            "borrowed-voices": [self._voice(voice) for voice in account.voices],
            "opposed-voices": [self._opposed(voice) for voice in account.opposed],
            "strains": [strain_record(strain) for strain in account.strains],
            "silences": [silence_record(silence) for silence in account.silences],
            "representations": [self._representation(found) for found in account.representations],
            "drifts": [self._drift(found) for found in account.drifts],
            "pair-numbers": [pair_record(pair) for pair in account.pair_numbers],
            "issue-numbers": [issue_record(issue) for issue in account.issue_numbers],
            "reliability": self._reliability(),
        }
        told = always | given(parts)
        return told | given({"claims": self._claims(told)})

    def _holder(self, holder: Holder) -> Record:
        label = label_of(holder, self._corpus)
        parts = {"document": holder.document, "actor": holder.actor, "names": label.names, "date": label.date}
        return {"id": holder.id} | given(parts | {"reporters": label.reporters, "speaks-for": label.speaks_for})

    def _alignment(self, alignment: Alignment) -> Record:
        always: Record = {
            "verdict": alignment.verdict.value,
            "why": why(alignment, self._names),
            "one": side_record(alignment.one),
            "other": side_record(alignment.other),
        }
        return always | given(
            {
                "issue": alignment.issue,
                "link": link_record(alignment.link),
                "implied": True if alignment.implied else None,
                "qualifications": [reserve.value for reserve in alignment.qualifications],
                "distance": alignment.distance,
                "scale": alignment.scale,
                "newer": None if alignment.newer is None else alignment.newer.id,
            }
        )

    def _conflict(self, conflict: Conflict) -> Record:
        trees = self._account.comparison.trees(conflict.alignment)
        reasons = conflict.reasons
        return self._alignment(conflict.alignment) | given(
            {
                "trees": {
                    "one": [branch_record(one) for one in trees[0]],
                    "other": [branch_record(one) for one in trees[1]],
                },
                "cruxes": [self._crux(crux) for crux in conflict.cruxes],
                "contested": [self._crux(crux) for crux in conflict.contested],
                "shared-premises": [
                    {"one": shared.one, "other": shared.other, "says": shared.name, "holds": shared.holds}
                    for shared in reasons.shared
                ],
                "unanswered": [unanswered_record(argument) for argument in conflict.unanswered],
                "talking-past": [term_record(term) for term in conflict.talking_past],
            }
        )

    def _crux(self, crux: Crux) -> Record:
        parts = {"issue": crux.conflict.issue, "link": link_record(crux.conflict.link)}
        return {"weight": crux.weight, "one": hold_record(crux.one), "other": hold_record(crux.other)} | given(parts)

    def _voice(self, voice: BorrowedVoice) -> Record:
        always: Record = {
            "regards": [regard.value for regard in voice.regards],
            "against-reporter": voice.against_reporter,
        }
        return self._alignment(voice.alignment) | always

    def _opposed(self, voice: OpposedVoice) -> Record:
        return self._alignment(voice.alignment) | {"regards": [regard.value for regard in voice.regards]}

    def _representation(self, found: Representation) -> Record:
        always: Record = {"fidelity": found.fidelity.value}
        notes = {"through": found.through or None, "original-later": found.original_later or None}
        return self._alignment(found.alignment) | always | given(notes)

    def _drift(self, found: Drift) -> Record:
        always: Record = {"author": found.author, "issue": found.issue, "steady": found.is_steady}
        always["profiles"] = [profile_record(profile) for profile in found.profiles]
        always["changes"] = [self._alignment(change) for change in found.changes]
        return always | given({"undated": [holder.id for holder in found.undated]})

    def _reliability(self) -> Record | None:
        found = self._account.reliability
        if found is None:
            return None
        scales = [{"positions": length} | alpha_record(alpha) for length, alpha in found.ordinal]
        return {"nominal": alpha_record(found.nominal), "ordinal": scales}

    def _claims(self, told: Record) -> list[Record]:
        """Every claim that is named in what is told, with what it says and where it stands."""
        named = {text for text in _texts(told) if text in self._corpus.claims}
        return [self._claim(ClaimId(claim)) for claim in sorted(named)]

    def _claim(self, claim: ClaimId) -> Record:
        record = self._corpus.claims[claim]
        always: Record = {"id": claim, "document": record.document, "verb": record.attitude.value, "text": record.text}
        cues = [given({"line": cue.line, "cue": cue.words}) for cue in record.cues]
        strength = str(record.strength) if record.strength else None
        place = {"file": record.origin.file, "line": self._names.line(claim)}
        return always | given({"from": record.holders, "strength": strength, "at": cues, **place})


def _texts(value: object) -> Iterator[str]:
    """Every text in a record, wherever in it."""
    waiting = [value]
    while waiting:
        here = waiting.pop()
        if isinstance(here, str):
            yield here
        elif isinstance(here, dict):
            waiting.extend(here.values())
        elif isinstance(here, list | tuple):
            waiting.extend(here)
