"""Disputes as JSON: what two holders dispute, on which questions, and what that turns on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from argmap.compare.alignment import Alignment, Side
from argmap.compare.cruxes import Crux, CruxEffect
from argmap.compare.disputes import Dispute, DisputedQuestion, answers_of, tensions
from argmap.compare.turns import Turn
from argmap.judge.verdict import Verdict
from argmap.model.link import Link
from argmap.records.alignment_json import CLAIM_IDS, HOLDER_ID, LINK, Told
from argmap.records.fields import COUNT, TEXT, TEXTS, Field, Inline, Many, Optional, Record, Scalar
from argmap.wording.stance_sentences import short_answer
from argmap.wording.verdict_reasons import share_words

MOST_TOLD = 12
"""Claims of one list, or steps down, that are told; the others are counted."""
_PAIR_OF_COUNTS = Many(COUNT, least=2, most=2)
TURN = Inline[Turn, object](
    Field(
        "reasons",
        Many(_PAIR_OF_COUNTS),
        "From the conclusion down, how many of how many reasons for a claim.",
        lambda turn, _: turn.reasons[:MOST_TOLD],
    ),
    Optional(
        "reasons-left-out", COUNT, "How many more steps down.", lambda turn, _: len(turn.reasons[MOST_TOLD:]) or None
    ),
    Field("conclusions", _PAIR_OF_COUNTS, "How many of how many claims that have reasons turn on it."),
    Field("words", TEXT, "The same in words.", lambda turn, _: share_words(turn)),
)


def turning(effect: CruxEffect, _: object) -> Turn | None:
    """How much of the conclusions of one side turns on something; None where nothing does."""
    return effect.turn if effect.turn.size else None


def _turn_of(side: str) -> Callable[[Crux, object], Turn | None]:
    return lambda crux, told: turning(getattr(crux, side), told)


_ABOUT = Record[Alignment, object](
    "about",
    "On what two holders disagree; look it up among `pairs` by its issue or link and by both holders.",
    Optional("issue", TEXT, "The issue; absent where a link is the subject."),
    Optional("link", LINK),
)

_TURNS_ON = Record[Crux, object](
    "turns-on",
    "A deeper disagreement of the same two, on which something of a dispute turns.",
    Field("upper", _ABOUT, "The question that rests on it."),
    Field("deeper", _ABOUT, "The disagreement beneath.", "conflict"),
    Optional("one", TURN, "How much of the conclusion of the first side turns on it.", _turn_of("one")),
    Optional("other", TURN, "How much of that of the second side does.", _turn_of("other")),
)


def _tensions(dispute: Dispute, told: Told) -> list[Link | None]:
    """Each once, however many of the questions it touches."""
    comparison = told.account.comparison
    return list(dict.fromkeys(found.link for one in dispute.questions for found in tensions(one, comparison)))


DISPUTE = Record[Dispute, Told](
    "dispute",
    "The disagreements of two holders that rest, on one side or the other, on the same claims.",
    Field("holders", Many(HOLDER_ID, least=2, most=2), "The two."),
    Field("questions", Many(_ABOUT, least=1), "Their disagreements, the weightiest first."),
    Optional("turns-on", Many(_TURNS_ON), "Deeper ones, that on which most turns first.", "turns_on"),
    Optional("tensions", Many(LINK), "What links call a tension between the two and a claim of these.", _tensions),
    Optional(
        "beneath-left-out", COUNT, "How many more beneath it are not told.", lambda found, _: found.left_out or None
    ),
)

_SIDE = Record[tuple[Side, ...], object](
    "disputed-side",
    "Those who give the same answers to a question in dispute, or take the same end of a link.",
    Optional(
        "answers", TEXTS, "`position` or `not position`; absent over a link.", lambda sides, _: _answers(sides[0])
    ),
    Field("holders", Many(HOLDER_ID), "Who they are.", lambda sides, _: [side.holder for side in sides]),
    Field("claims", CLAIM_IDS, "By which claims.", lambda sides, _: sorted({c for side in sides for c in side.claims})),
)


def _answers(side: Side) -> list[str]:
    """The answers that a side gives."""
    return [short_answer(stance) for stance in answers_of(side)]


def _beside(question: DisputedQuestion, _: object) -> list[Alignment]:
    """Of everything else that its disputes are on, one disagreement each."""
    found = (one for dispute in question.disputes for one in dispute.questions)
    by_subject = {one.subject: one for one in found}
    return [by_subject[subject] for subject in question.beside]


def _verdicts(question: DisputedQuestion, _: object) -> dict[str, int]:
    found = Counter(one.verdict for one in question.disagreements)
    return {verdict.value: found[verdict] for verdict in Verdict if verdict in found}


_VERDICTS = Scalar({"type": "object", "additionalProperties": COUNT.schema})
DISPUTED_QUESTION = Record[DisputedQuestion, object](
    "disputed-question",
    "A question, or a link, with all disputes that are about it first of all.",
    Optional(
        "issue", TEXT, "The issue; absent where a link is the subject.", lambda one, _: one.disagreements[0].issue
    ),
    Optional("link", LINK, "", lambda one, _: one.disagreements[0].link),
    Field("sides", Many(_SIDE), "In the order of the answers."),
    Field("verdicts", _VERDICTS, "How many of the disagreements on it have which verdict.", _verdicts),
    Field(
        "disputes",
        Many(Many(HOLDER_ID, least=2, most=2)),
        "Their holders; look each up among `disputes`, by both and by this question as its first.",
        lambda question, _: [dispute.holders for dispute in question.disputes],
    ),
    Optional("beside", Many(_ABOUT), "On what else these disputes are, and no dispute first of all.", _beside),
)
