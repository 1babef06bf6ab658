"""What `argmap check --format json` prints: one object a finding, and always all keys."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.records.fields import (
    FILE,
    ORDINAL,
    TEXT,
    Choice,
    Field,
    Inline,
    Many,
    OrNull,
    Part,
    Published,
    Record,
    Scalar,
)
from argmap.report.findings.finding_lines import Spot, Texts, spot
from argmap.report.visible import json_text
from argmap.source.finding import Edit, Finding, Related, Severity
from argmap.source.text import Position

_POSITION = Record[Position, object](
    "position", "", Field("line", ORDINAL, "From 1."), Field("column", ORDINAL, "From 1, in code points.")
)

_SPOT = Inline[Spot, object](
    Field("file", FILE),
    Field("start", _POSITION, "Of its first character."),
    Field("end", _POSITION, "Behind its last character."),
)

_RELATED = Inline[Related, Texts](
    Part(_SPOT, lambda related, texts: spot(related.place, texts)),
    Field("label", TEXT, "What stands there, in a few words."),
)

_FIX = Inline[Edit, Texts](
    Part(_SPOT, lambda fix, texts: spot(fix.place, texts)), Field("replacement", TEXT, "What to write there instead.")
)

_FINDING = Inline[Finding, Texts](
    Field(
        "code",
        Scalar({"type": "string", "pattern": "^[A-Z][0-9]{3}$"}),
        "The stable code; `argmap explain CODE` tells what it means.",
    ),
    Field("severity", Choice(Severity), "How grave it is."),
    Field("message", TEXT, "One sentence without a full stop at the end."),
    Part(_SPOT, lambda finding, texts: spot(finding.place, texts)),
    Field("label", TEXT, "What stands at the place, in a few words; may be empty."),
    Field("related", Many(_RELATED), "Other places that say why."),
    Field("help", TEXT, "One concrete thing to do; may be empty."),
    Field("fix", OrNull(_FIX), "The same as an edit, where it can be said as one."),
)

FINDINGS = Published(
    "argmap check --format json",
    "Findings of argmap",
    Many(
        _FINDING,
        words="What `argmap check --format json` prints: one object a finding. Lines and columns count from 1, columns "
        "in code points; an end is the position behind the last character, so an empty range starts where it ends.",
    ),
)


def findings_json(findings: Sequence[Finding], texts: Texts) -> str:
    """A JSON array with one object a finding; lines and columns count from 1.

    A column counts code points, and an end is behind the last character.
    """
    return json_text([_FINDING.write(finding, texts) for finding in findings]) + "\n"
