"""What `argmap diff --format json` prints: what changed between two sides, and how much it matters."""

from __future__ import annotations

from typing import NamedTuple

from argmap.diff.difference import Guess, GuessedKind
from argmap.diff.fingerprint import fingerprint
from argmap.diff.significance import Judged, Significance
from argmap.diff.stances import ChangedProfile, changed_profiles
from argmap.model.ids import ClaimId
from argmap.records.changes_json import CHANGE, CLAIM_ID, HOLDER_ID, PLACE, RULE, STANCE, TEXT_OR_NULL, Telling
from argmap.records.fields import (
    COUNT,
    FILE,
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
    texts_in,
    version,
)
from argmap.report.difference.difference_page import was_line
from argmap.report.difference.difference_report import DiffReport
from argmap.report.findings.finding_lines import spot
from argmap.report.visible import json_text

VERSION = 2


def _reason(judged: Judged, telling: Telling) -> str:
    return telling.told.reasons.get(fingerprint(judged.change, telling.told.difference), "")


_ACCEPTED = Inline[Judged, Telling](
    Part(CHANGE, lambda judged, _: judged), Field("reason", TEXT, "Why, and by whom; may be empty.", _reason)
)
_OVERLAP = Scalar({"type": "number", "minimum": 0.6, "maximum": 1}, lambda share, _: round(share, 3))
_GUESS = Record[Guess, Telling](
    "guess",
    "",
    Field("kind", Choice(GuessedKind), "What sort of thing both are."),
    Field("old", TEXT, "The old one: `document.claim`, `issue.position`, or the id of what all share.", "old.id"),
    Field("new", TEXT, "The new one.", "new.id"),
    Field("overlap", _OVERLAP, "The share of words that both have."),
    Field(
        "line",
        OrNull(Scalar({"type": "string", "pattern": "^was: ."})),
        "What to write under the new one, if they are one; null where no line can say it.",
        lambda guess, _: was_line(guess),
    ),
    Field("place", PLACE, "Of the new one.", lambda guess, telling: spot(guess.new.origin, telling.told.new_texts)),
)


def _count(level: Significance) -> Field[dict[Significance, int], object]:
    return Field(level.value, COUNT, f"Those of {level.value} significance.", lambda counts, _: counts[level])


def _profiles(told: DiffReport, _: object) -> tuple[ChangedProfile, ...]:
    changes = (judged.change for judged in (*told.judged, *told.accepted))
    return changed_profiles(changes, told.difference.old, told.difference.new)


_PROFILE = Record[ChangedProfile, object](
    "changed-profile",
    "All that a holder states on an issue, where some of it changed.",
    Field("holder", HOLDER_ID),
    Field("issue", TEXT, "The issue."),
    Field("was", Many(STANCE), "What was stated."),
    Field("is", Many(STANCE), "What is stated.", "now"),
)


class BothClaims(NamedTuple):
    """A claim as it was and as it is."""

    id: ClaimId
    old: str | None
    new: str | None


_BOTH = Record[BothClaims, object](
    "both-claims",
    "What a claim said and says.",
    Field("id", CLAIM_ID),
    Field("old", TEXT_OR_NULL, "Null where it was not there."),
    Field("new", TEXT_OR_NULL, "Null where it is gone."),
)
_CLAIMS = Inline[list[BothClaims], object](
    Field("claims", Many(_BOTH), "Every claim that is named above, in full, sorted by id.", lambda claims, _: claims)
)

_NAME = Field[str, object]("name", TEXT, "What the side is called.", lambda name, _: name)
_NAMED_SIDE = Record[str, object]("named-side", "", _NAME)

_DIFFERENCE = Record[DiffReport, Telling](
    "",
    "What changed between two sides, and how much it matters. Ids are those of the new side, also in what is said of "
    "the old one. Lines and columns count from 1, columns in code points.",
    version("version", VERSION),
    Field("old", _NAMED_SIDE, "The old side.", "old_name"),
    Field("new", _NAMED_SIDE, "The new side.", "new_name"),
    Field(
        "notices",
        Many(TEXT),
        "What to know before the changes: submodules, which are not compared, and what the settings or the acceptances "
        "of the new side would decide about its own report, and do not.",
    ),
    Field(
        "partial", Many(FILE), "Files that could not be read whole: what stands in the rest of them is not compared."
    ),
    Field("counts", Inline(*map(_count, Significance)), "How many of `changes` matter how much."),
    Field("changes", Many(CHANGE), "By document and place, direct ones before those that follow from them.", "judged"),
    Field(
        "guesses",
        Many(_GUESS),
        "Pairs of claims, positions, issues, actors, terms or documents that may be one: nobody declared it, and they "
        "were compared as two. The likeliest first.",
        "difference.guesses",
    ),
    Field("accepted", Many(_ACCEPTED), "Changes that somebody has accepted, which `changes` and `counts` leave out."),
    Field(
        "switched-off",
        Many(RULE),
        "The kinds of the changes that the settings leave out, each as often as there are such changes.",
        "switched_off",
    ),
    Field("profiles", Many(_PROFILE), "Of every stance on an issue that changed, what stands beside it.", _profiles),
)

DIFFERENCE = Published(
    "argmap diff --format json",
    "A difference, as `argmap diff --format json` prints it",
    Record[DiffReport, Telling]("", _DIFFERENCE.words, *_DIFFERENCE.fields, *_CLAIMS.fields),
)


def difference_json(told: DiffReport) -> str:
    """All that there is to say."""
    written = _DIFFERENCE.write(told, Telling.of(told))
    old, new = told.difference.old.claims, told.difference.new.claims
    named = sorted({ClaimId(text) for text in texts_in(written)} & (old.keys() | new.keys()))
    both = [BothClaims(one, *(side[one].text if one in side else None for side in (old, new))) for one in named]
    _CLAIMS.fill(written, both, None)
    return json_text(written) + "\n"
