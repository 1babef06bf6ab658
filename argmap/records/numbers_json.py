"""Agreement in numbers, as `argmap compare --format json` prints it."""

from __future__ import annotations

from argmap.compare.agreement import IssueNumbers, PairNumbers, Reliability, Share
from argmap.compare.krippendorff import Alpha
from argmap.records.alignment_json import HOLDER_ID
from argmap.records.fields import Field, Inline, Many, Optional, OrNull, Part, Record, Scalar
from argmap.records.kinds import COUNT, NUMBER, TEXT

_SHARE = Record[Share, object](
    "share", "So many of so many.", Field("count", COUNT, "So many."), Field("of", COUNT, "Of so many.")
)

_NEARNESS = Inline[PairNumbers, object](
    Field("sum", NUMBER, "The sum.", "nearness"), Field("of", COUNT, "Over how many scales.", "ordered")
)

PAIR_NUMBERS = Record[PairNumbers, object](
    "pair-numbers",
    "Two holders in numbers.",
    Field("one", HOLDER_ID),
    Field("other", HOLDER_ID),
    Field("agreement", _SHARE, "Agreements, of the issues on which both speak."),
    Field("qualified", _SHARE, "Qualified ones, of the agreements."),
    Field("conflict", _SHARE, "Those on which their answers cannot both hold, of the issues on which both speak."),
    Optional(
        "nearness",
        _NEARNESS,
        "On scales: 1 for the same place, 0 for the opposite end, summed up.",
        lambda pair, _: None if pair.nearness is None else pair,
    ),
)

_COUNTS = Scalar({"type": "object", "additionalProperties": COUNT.schema}, lambda counts, _: dict(counts))
ISSUE_NUMBERS = Record[IssueNumbers, object](
    "issue-numbers",
    "One issue in numbers.",
    Field("issue", TEXT, "The issue."),
    Field("holders", COUNT, "How many speak on it."),
    Field("positions", _COUNTS, "By position, how many accept it."),
    Field("undecided", COUNT, "How many leave it open."),
    Field("agreement", _SHARE, "Agreements, of the pairs of holders."),
    Field("conflict", _SHARE, "Those whose answers cannot both hold, of the pairs of holders."),
)

_ALPHA: tuple[Field[Alpha, object], ...] = (
    Field("alpha", OrNull(NUMBER), "Null where it is not defined.", "value"),
    Field("values", COUNT, "How many values could be paired."),
    Field("units", COUNT, "How many units have at least two values."),
)
_DEFINED = "Krippendorff's alpha; null where it is not defined."

_ORDINAL = Record[tuple[int, Alpha], object](
    "",
    _DEFINED,
    Field("positions", COUNT, "The length of the scales.", lambda scale, _: scale[0]),
    Part(Inline[Alpha, object](*_ALPHA), lambda scale, _: scale[1]),
)

RELIABILITY = Inline[Reliability, object](
    Field("nominal", Record[Alpha, object]("", _DEFINED, *_ALPHA)),
    Field("ordinal", Many(_ORDINAL), "The same over places on scales, for scales of each length."),
)
