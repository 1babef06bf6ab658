"""What is found of single holders, and of voices that documents show: a part of the JSON of a comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from argmap.compare.alignment import Alignment
from argmap.compare.attributed_views import BorrowedVoice, OpposedVoice
from argmap.compare.comparison import Comparison
from argmap.compare.drift import Drift
from argmap.compare.forecasts import Forecast, Outcome, Test, counts, forecasts
from argmap.compare.inconsistency import Inconsistency, InconsistencyKind
from argmap.compare.representation import Fidelity, Representation
from argmap.compare.unanswered import UnansweredIssue
from argmap.judge.holder import Holder
from argmap.model.ids import IssueId
from argmap.records.alignment_json import (
    ALIGNMENT,
    ALIGNMENTS,
    ASSERTION,
    CLAIM_IDS,
    CONFLICTING,
    HOLDER_ID,
    LINK,
    PROFILE,
    REGARDS,
    STANCES,
    Shown,
    Told,
    implied_by,
)
from argmap.records.fields import COUNT, FLAG, MARK, TEXT, TEXTS, Choice, Field, Many, Optional, Part, Record, Scalar
from argmap.report.comparison.comparison_report import ComparisonReport

_OF_THE_CLAIMS = "What the author who shows the actor thinks of the claims in question."

BORROWED_VOICE = Record[BorrowedVoice, Told](
    "borrowed-voice",
    "An author agrees with an actor whom another author shows.",
    Part(ALIGNMENT, "alignment"),
    Field("regards", REGARDS, _OF_THE_CLAIMS),
    Field("against-reporter", FLAG, "The author who shows the actor takes another side."),
)

OPPOSED_VOICE = Record[OpposedVoice, Told](
    "opposed-voice",
    "An author disagrees with an actor whom a document shows, its own or another's.",
    Part(CONFLICTING, "alignment"),
    Field("regards", REGARDS, _OF_THE_CLAIMS),
)

STRAIN = Record[Inconsistency, object](
    "strain",
    "A holder against itself.",
    Field("kind", Choice(InconsistencyKind), "Where the two sides meet."),
    Field("holder", HOLDER_ID),
    Field("one", CLAIM_IDS, "The claims of the first side."),
    Field("other", CLAIM_IDS, "The claims of the second side."),
    Optional("issue", TEXT, "On which the sides meet."),
    Optional("link", LINK),
    Optional("stances", STANCES, "The two stances; absent where a link joins claims."),
    *implied_by("From what the second stance follows; absent where both are stated."),
    Optional("rests", CLAIM_IDS, "Conclusions that use a claim of either side."),
)

SILENCE = Record[UnansweredIssue, object](
    "silence",
    "An author who does not answer what most others answer.",
    Field("holder", HOLDER_ID),
    Field("issue", TEXT, "The issue."),
    Field("answered-by", TEXTS, "The other documents whose authors speak on it."),
    Field("others", COUNT, "How many other documents there are."),
    Optional("elsewhere", Many(HOLDER_ID), "Other documents of the same author that do answer."),
    Optional("shows", Many(HOLDER_ID), "Actors whose answer the document does show."),
    Optional("too-early", MARK, "The document is older than every one that answers."),
    Optional("looked-for", MARK, "An answer was looked for, and is not there."),
)

SILENCES = Many(SILENCE)


class Silence(NamedTuple):
    """The issues on which an author is silent, and an answer was looked for."""

    holder: Holder
    issues: tuple[IssueId, ...]


LOOKED_FOR = Record[Silence, object](
    "looked-for",
    "An author whose answers were looked for, and are not there.",
    Field("holder", HOLDER_ID),
    Field("issues", TEXTS, "The issues, sorted."),
)


def looked_for(account: ComparisonReport, _: object) -> list[Silence]:
    """By author, those of a report: of two named sides theirs, on the issue of which it speaks."""
    comparison, asked = account.comparison, account.scope.issue
    found: dict[Holder, list[IssueId]] = {}
    for issue in sorted(comparison.corpus.issues):
        for author in comparison.looked_for(issue) if asked in (None, issue) else ():
            found.setdefault(author, []).append(issue)
    told = account.holders if account.scope.one else comparison.authors
    return [Silence(author, tuple(found[author])) for author in told if author in found]


REPRESENTATION = Record[Representation, Told](
    "representation",
    "A report of somebody beside that one's own document.",
    Part(ALIGNMENT, "alignment"),
    Field("fidelity", Choice(Fidelity), "How the report compares with the original."),
    Optional("through", MARK, "One speaks for the other."),
    Optional("original-later", MARK, "The original is later than the report."),
)

DRIFT = Record[Drift, Told](
    "drift",
    "One author on one issue, over dated documents.",
    Field("author", TEXT, "The actor who wrote them."),
    Field("issue", TEXT, "The issue."),
    Field("steady", FLAG, "Whether each document says what the one before said, as firmly.", "is_steady"),
    Field("profiles", Many(PROFILE), "One for each dated document that speaks on it, the oldest first."),
    Field("changes", ALIGNMENTS, "Each document beside the next; the older is the first side."),
    Optional("undated", Many(HOLDER_ID), "The author's documents that bear no date, and are left out."),
)

# --- Forecasts

_MOST_FORECASTS = 100
"""Forecasts of one holder that are told; the others are counted."""

_TEST = Record[Test, Told](
    "test",
    "A fact that tests a forecast.",
    Field("holder", HOLDER_ID, "Who states it."),
    Field("says-the-same", FLAG, "Whether it says what the forecast says, or the opposite.", "says_the_same"),
    Field("reached", FLAG, "Whether the date of the forecast was reached when it held."),
    Field("fact", ASSERTION, "What is stated.", lambda test, _: Shown(test.assertion, test.position)),
)

_FORECAST = Record[Forecast, Told](
    "forecast",
    "What was foretold, until when, and what came of it as far as the documents tell.",
    Optional("issue", TEXT, "The issue; absent where the claim answers none."),
    Field("outcome", Choice(Outcome, name="outcome"), "What came of it."),
    Optional("said", TEXT, "When it was said."),
    Optional("until", TEXT, "By when it will be known; absent where it names no date."),
    Field("forecast", ASSERTION, "What was said.", lambda found, _: Shown(found.assertion, found.position)),
    Optional("tests", Many(_TEST), "Facts on which the outcome rests, the latest first."),
    Optional("tests-left-out", COUNT, "How many more there are.", lambda found, _: found.tests_left_out or None),
    Optional("in-part", MARK, "There are too many facts to weigh them all.", lambda found, _: not found.is_whole),
)


class Foretold(NamedTuple):
    """The forecasts of one holder, with how many of them came to what."""

    holder: Holder
    counts: Mapping[Outcome, int]
    forecasts: Sequence[Forecast]


_COUNTS = Scalar(
    {"type": "object", "additionalProperties": COUNT.schema},
    lambda counts, _: {outcome.value: number for outcome, number in counts.items()},
)
FORECASTS = Record[Foretold, Told](
    "forecasts",
    "The forecasts of one holder.",
    Field("holder", HOLDER_ID),
    Field("counts", _COUNTS, "By outcome, how many of them."),
    Field("forecasts", Many(_FORECAST), "By issue and claim.", lambda found, _: found.forecasts[:_MOST_FORECASTS]),
    Optional(
        "forecasts-left-out", COUNT, "How many more.", lambda found, _: len(found.forecasts[_MOST_FORECASTS:]) or None
    ),
)


def foretold(account: ComparisonReport, _: object) -> list[Foretold]:
    """The forecasts of everybody in the documents of a report, on the issue of which it speaks."""
    documents, issue = {holder.document for holder in account.holders}, account.scope.issue
    by_holder: dict[Holder, list[Forecast]] = {}
    for found in forecasts(account.comparison):
        if found.holder.document in documents and issue in (None, found.issue):
            by_holder.setdefault(found.holder, []).append(found)
    return [Foretold(holder, counts(found)[holder], found) for holder, found in by_holder.items()]


# --- Voices alone

_MOST_PAIRS = 50
"""Pairs of voices on one issue that are told; the others are counted."""


class VoicesAlone(NamedTuple):
    """An issue that reported voices alone answer."""

    issue: IssueId
    holders: tuple[Holder, ...]
    pairs: tuple[Alignment, ...]

    @classmethod
    def of(cls, issue: IssueId, speaking: tuple[Holder, ...], comparison: Comparison) -> VoicesAlone:
        """Some who speak on it, and as many pairs of them as are told."""
        return cls(issue, speaking, tuple(islice(comparison.on(issue, speaking), _MOST_PAIRS)))

    @property
    def left_out(self) -> int | None:
        """How many more pairs there are; None where there are none."""
        return max(0, len(self.holders) * (len(self.holders) - 1) // 2 - _MOST_PAIRS) or None


VOICES_ALONE = Record[VoicesAlone, Told](
    "voices-alone",
    "An issue that no author answers.",
    Field("issue", TEXT, "The issue."),
    Field("holders", Many(HOLDER_ID), "The voices that answer it."),
    Optional("pairs", ALIGNMENTS, "How each two of them stand to each other."),
    Optional("pairs-left-out", COUNT, "How many more pairs there are.", "left_out"),
)
