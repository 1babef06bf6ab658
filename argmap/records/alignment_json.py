"""Holders, their stances, and how any two of them stand to each other: what the JSON of a comparison is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from argmap.compare.alignment import Alignment, Side
from argmap.compare.stance import Acceptance, Ground, Implication, IssueStatus, Profile, Stance, told_steps
from argmap.compare.support import MOST_RESTING, Resting
from argmap.judge.assertion import Assertion
from argmap.judge.conditions import Asked, Condition, Regard
from argmap.judge.credence import WHOLE, Credence
from argmap.judge.dates import Time
from argmap.judge.duty import Duty
from argmap.judge.force import Direction
from argmap.judge.holder import AuthorAttitude, Holder, HolderLabel, label_of
from argmap.judge.strength import Scale
from argmap.judge.verdict import Qualification, Reason, Verdict
from argmap.language.words import Kind, Relation
from argmap.model.ids import PositionId
from argmap.model.inference import StepRole
from argmap.model.link import Link
from argmap.records.fields import (
    AS_TEXT,
    COUNT,
    FLAG,
    MARK,
    SHARE_OF_ONE,
    TEXT,
    TEXTS,
    Choice,
    Field,
    Inline,
    Many,
    Optional,
    Part,
    Record,
    Scalar,
)
from argmap.report.comparison.comparison_report import ComparisonReport
from argmap.wording.names import ComparisonNames
from argmap.wording.verdict_sentences import why


class Told(NamedTuple):
    """What a record of a comparison takes besides its own value."""

    account: ComparisonReport
    names: ComparisonNames


# --- Ids and words

CLAIM_ID = Scalar({"type": "string"}, name="claimId", words="`document.claim`; its record is among `claims`.")
CLAIM_IDS = Many(CLAIM_ID)
_WHO = "`document` for the author of a document, `document/actor` for an actor whom it shows."
HOLDER_ID = Scalar({"type": "string"}, lambda holder, _: holder.id, name="holderId", words=_WHO)
REGARDS = Many(Choice(AuthorAttitude))
_VERDICT = Choice(Verdict, name="verdict", words="`argmap explain verdicts` says what each means.")

LINK = Record[Link, object](
    "link",
    "A declared relation.",
    Field("source", TEXT, "`document.claim`, or `issue.position`."),
    Field("relation", Choice(Relation), "What the source is to the target."),
    Field("target", TEXT, "The other end, of the same sort."),
    Optional("confidence", SHARE_OF_ONE, "How sure the analyst is."),
    Optional("why", TEXT, "The analyst's reason."),
)

# --- Who speaks

HOLDER = Record[Holder, Told](
    "holder",
    "Somebody who holds stances.",
    Field("id", HOLDER_ID, "", lambda holder, _: holder),
    Field("document", TEXT, "The document in which the stances are found."),
    Optional("actor", TEXT, "Whom the document shows; absent for its author."),
    Part(
        Inline[HolderLabel, object](
            Field("names", TEXTS, "The authors, or the actor."),
            Optional("date", TEXT, "Of the document."),
            Optional("reporters", TEXTS, "The authors who show the actor."),
            Optional("speaks-for", TEXT, "For whom the actor speaks."),
        ),
        lambda holder, told: label_of(holder, told.names.corpus),
    ),
    Field("called", TEXT, "A name that no other holder here has.", lambda holder, told: told.names.holder(holder)),
    Field("short", TEXT, "A shorter one, likewise.", lambda holder, told: told.names.short(holder)),
)

# --- What they do with an issue

IMPLICATION = Record[Implication, object](
    "implication",
    "One step of a chain.",
    Field("source", TEXT, "From what it follows: `document.claim` or `issue.position`.", "source.name"),
    Field("source-holds", FLAG, "Whether that is accepted, not rejected.", "source.holds"),
    Field("target", TEXT, "What follows: `document.claim` or `issue.position`.", "target.name"),
    Field("target-holds", FLAG, "Whether that is accepted, not rejected.", "target.holds"),
    Field("ground", Choice(Ground), "By what it follows."),
    Optional("link", LINK),
)


def implied_by(words: str) -> tuple[Field[Any, object], ...]:
    """The steps of a chain that are told, and how many are not."""
    return (
        Optional("implied-by", Many(IMPLICATION), words, lambda found, _: _steps(found.chain)),
        Optional(
            "implied-by-left-out",
            COUNT,
            "How many steps in the middle of it are left out.",
            lambda found, _: told_steps(found.chain).left_out or None,
        ),
    )


def _steps(chain: Sequence[Implication]) -> tuple[Implication, ...]:
    told = told_steps(chain)
    return (*told.first, *told.last)


def _denied(stance: Stance, _: object) -> object:
    return stance.evidence[0].denied


_STANCE = Record[Stance, object](
    "stance",
    "What a holder does with one position.",
    Field("position", TEXT, "A position of the issue, or `open`."),
    Field("does", Choice(Acceptance), "What the holder does with it.", "acceptance"),
    Field("claims", CLAIM_IDS, "Those that show it, or from which it follows."),
    Optional("strength", AS_TEXT, "As the claim that counts words it; absent where plainly stated."),
    Optional("denied", AS_TEXT, "The strength that is denied or doubted; absent where a plain text is.", _denied),
    Optional("granted", MARK, "The holder only grants it, and rests nothing on it.", "conceded"),
    Optional("leaning", MARK, "The holder only keeps a distance.", "doubted"),
    Optional("unsaid", MARK, "The analyst reconstructed all that shows it."),
    Optional("conditions", CLAIM_IDS, "Those on which it depends."),
    Optional("ascribed", AS_TEXT, "How sure the author is that the actor holds it; left out where that is not said."),
    Optional("regards", REGARDS, "What the author who shows the holder thinks of it."),
    Optional("period", AS_TEXT, "The time for which a fact is stated."),
    *implied_by("Why it follows; absent where it is stated."),
)
STANCES = Many(_STANCE)

_STANDING = Choice([IssueStatus.OPEN, IssueStatus.SETTLED, IssueStatus.MIXED])
_RESTING = Inline[Resting, object](
    Optional(
        "rests",
        CLAIM_IDS,
        f"Conclusions that rest on it by reasons, the nearest first: {MOST_RESTING} at most.",
        "conclusions",
    ),
    Optional("rests-more", MARK, "Further conclusions do.", "more"),
    Optional("carries-thesis", MARK, "The thesis of the document says it, or rests on it by reasons."),
)
PROFILE = Record[Profile, Told](
    "profile",
    "All that a holder does with an issue, and what rests on that.",
    Field("holder", HOLDER_ID),
    Field("issue", TEXT, "The issue."),
    Field("standing", _STANDING, "What it does with the issue as a whole; mixed where it gives two answers at once."),
    Field("stances", STANCES, "In the order of the positions."),
    Part(_RESTING, lambda profile, told: told.account.comparison.resting_on(profile)),
)

# --- What shows that

_MOST = 12
"""Assertions of one side that are told; the others are counted."""


class Shown(NamedTuple):
    """An assertion, with the position of which it speaks; None where a link joins claims."""

    assertion: Assertion
    position: PositionId | None = None


_CREDENCE = Inline[Credence, object](
    Field("least", SHARE_OF_ONE, "No less than this.", lambda credence, _: credence.low / WHOLE),
    Field("most", SHARE_OF_ONE, "No more than this.", lambda credence, _: credence.high / WHOLE),
)
_DUTIES = {duty: str(duty.name).lower().replace("_", "-") for duty in Duty}
_DUTY = Scalar({"enum": list(_DUTIES.values())})
_TIME = Inline[Time, object](
    Optional("kind", Choice([Kind.FACT, Kind.PREDICTION]), "Absent where it has no time of its own."),
    Optional("start", TEXT, "From when a fact held; else when it was said."),
    Optional("end", TEXT, "Until when a fact held; of a prediction, by when it will be known."),
)
CONDITION_ROLE = Choice(
    [StepRole.IF, StepRole.ONLY_IF, StepRole.UNLESS], words="What the premise does, in the word of the language."
)
_CONDITION = Record[Condition, object](
    "condition",
    "On what an assertion depends.",
    Field("role", CONDITION_ROLE),
    Field("claims", CLAIM_IDS, "An exception holds where all of them do."),
)


def _bounds(shown: Shown, _: object) -> Credence | None:
    return None if shown.assertion.force.scale is Scale.DUTY else shown.assertion.force.credence


def _duties(shown: Shown, _: object) -> list[str]:
    force = shown.assertion.force
    return [word for duty, word in _DUTIES.items() if duty & force.duty] if force.scale is not Scale.BELIEF else []


def _time(shown: Shown, _: object) -> Time | None:
    time = shown.assertion.time
    return time if any(time) else None


ASSERTION = Record[Shown, Told](
    "assertion",
    "What a holder says in one place. What is judged is what it says at least: its bounds, or the duties it allows.",
    Field("claim", CLAIM_ID, "Where it is said: `document.claim`.", "assertion.claim"),
    Field(
        "file",
        TEXT,
        "The argument file, relative to the project.",
        lambda shown, told: told.names.corpus.claims[shown.assertion.claim].origin.file,
    ),
    Optional(
        "line",
        COUNT,
        "The line of the argument file, from 1.",
        lambda shown, told: told.names.line(shown.assertion.claim),
    ),
    Optional("position", TEXT, "Of which it speaks; absent where a link joins claims."),
    Field("direction", Choice(Direction), "For the position, or the text, or against it.", "assertion.force.direction"),
    Optional("strength", AS_TEXT, "As it is worded; absent where plainly stated.", "assertion.strength"),
    Optional("denied", AS_TEXT, "The strength that is denied or doubted, likewise.", "assertion.denied"),
    Field("scale", Choice(Scale), "Either: that of what it meets.", "assertion.force.scale"),
    Optional("credence", _CREDENCE, "The least and the greatest credence in the position; absent for a duty.", _bounds),
    Optional("duties", Many(_DUTY), "What it allows the act to be, the strictest first; absent for a belief.", _duties),
    Optional("time", _TIME, "Of which time it speaks, or when it was said.", _time),
    Optional("conditions", Many(_CONDITION), "On what it depends.", "assertion.conditions"),
    Optional("granted", MARK, "The holder only grants it.", "assertion.conceded"),
    Optional("shown-only", MARK, "It is not judged: its holder denies its condition.", "assertion.shown_only"),
    Optional("leaning", MARK, "The holder only keeps a distance.", "assertion.doubted"),
    Optional("unsaid", MARK, "The analyst reconstructed it.", "assertion.unsaid"),
    Optional(
        "regard", Choice(AuthorAttitude), "What the author who shows the holder thinks of it.", "assertion.regard"
    ),
    Optional("ascribed", AS_TEXT, "How sure the author is that the holder holds it.", "assertion.ascribed"),
)


def _evidence(side: Side) -> list[Shown]:
    """Of a side on whose answers no single pair decides, all that shows them."""
    # What only follows within the issue is shown by what is said of another position.
    stances = [stance for stance in side.stances if not stance.is_counterpart]
    positions = {id(item): stance.position for stance in stances for item in stance.evidence}
    found = side.evidence or tuple(item for stance in stances for item in stance.evidence)
    return [Shown(item, positions.get(id(item))) for item in found]


# --- How two stand to each other

_ASKED = Record[Asked, object](
    "asked",
    "A condition or an exception of what counts first, and what the other holder does with it.",
    Field("role", CONDITION_ROLE),
    Field("claim", CLAIM_ID, "Its claim."),
    Field("other", Choice(Regard), "What the other holder does with it.", "does"),
)

_SIDE = Record[Side, Told](
    "side",
    "What one holder brings.",
    Field("holder", HOLDER_ID),
    Optional("standing", Choice(IssueStatus), "What it does with the issue as a whole; absent for a link."),
    Optional("stances", STANCES, "Those on which the verdict rests, the one that counts first."),
    Optional("claims", CLAIM_IDS, "Those that show the stances, or the linked claim."),
    Optional("evidence", Many(ASSERTION), "What was judged, likewise.", lambda side, _: _evidence(side)[:_MOST]),
    Optional(
        "evidence-left-out", COUNT, "How much more there is.", lambda side, _: len(_evidence(side)[_MOST:]) or None
    ),
    Optional("asks", Many(_ASKED), "On what the first of these depends."),
    Optional("also", STANCES, "What it says beside that, and was not judged: it only grants it, or only shows it."),
    Optional("accepts", FLAG, "What it does with the linked claim or position."),
)

_ALIGNED: tuple[Field[Alignment, Told], ...] = (
    Optional("issue", TEXT, "The issue; absent where a link is the subject."),
    Optional("link", LINK),
    Field("holders", Many(HOLDER_ID, least=2, most=2), "The two, in the order of the sides."),
    Field("verdict", _VERDICT),
    Optional("reason", Choice(Reason, name="reason"), "What decides, where the verdict alone does not say it."),
    Field("feasible", FLAG, "False where no estimate, or no assignment of duties, fits both."),
    Field("why", TEXT, "The verdict's reason, as one English sentence.", lambda found, told: why(found, told.names)),
    Field("one", _SIDE),
    Field("other", _SIDE),
    Optional("in-part", MARK, "There are too many answers to compare them all.", lambda found, _: not found.is_whole),
    Optional("implied", MARK, "A stance on which the verdict rests first is not stated but follows from what is."),
)
_QUALIFIED: Field[Alignment, Told] = Optional(
    "qualifications", Many(Choice(Qualification)), "Why an agreement is qualified."
)
_SCALED: tuple[Field[Alignment, Told], ...] = (
    Optional("distance", COUNT, "For incompatible answers on a scale, the steps between them."),
    Optional("scale", COUNT, "The steps between the ends of that scale."),
    Optional("newer", HOLDER_ID, "Who states the newer fact."),
)
ALIGNMENT = Record[Alignment, Told](
    "alignment", "How two holders stand to each other on an issue or over a link.", *_ALIGNED, _QUALIFIED, *_SCALED
)
ALIGNMENTS = Many(ALIGNMENT)
CONFLICTING = Inline[Alignment, Told](*_ALIGNED, *_SCALED)
"""An alignment that is a conflict, and so no qualified agreement."""
