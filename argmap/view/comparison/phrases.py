"""Stances and verdicts in the few words that fit a card."""

from __future__ import annotations

from argmap.compare.alignment import Alignment, Qualification, Side
from argmap.compare.stance import Acceptance, Ground, Profile, Stance
from argmap.compare.verdict import Verdict
from argmap.language.words import OPEN
from argmap.model.claim import Strength
from argmap.model.ids import PositionId
from argmap.model.issue import Issue
from argmap.view.tables_and_trees import Manner, Part

_RESERVES = {
    Qualification.STRENGTH: "not equally firm",
    Qualification.SCALE: "one says what is, the other what ought to be",
    Qualification.CONDITION: "one on a condition",
    Qualification.EXCLUSION: "one only by giving another answer",
}
_ANSWER_PARTS = (Part.FIRST, Part.SECOND, Part.THIRD, Part.FOURTH)


def telling(profile: Profile) -> tuple[Stance, ...]:
    """The stances that say something of their own: without rejections that only follow from another answer."""
    return tuple(stance for stance in profile.stances if not _is_shadow(stance))


def _is_shadow(stance: Stance) -> bool:
    return (
        stance.acceptance is Acceptance.REJECTED and bool(stance.chain) and stance.chain[-1].ground is Ground.EXCLUSION
    )


def answer(stance: Stance) -> str:
    """What is taken, excluded or left open: "partly", "not yes", "open", "open: yes"."""
    if stance.position == OPEN:
        return OPEN
    if stance.acceptance is Acceptance.OPEN:
        return f"{OPEN}: {stance.position}"
    return f"not {stance.position}" if stance.acceptance is Acceptance.REJECTED else str(stance.position)


def wording(position: PositionId, issue: Issue) -> str:
    """The text of a position; its id where it has none."""
    if position == OPEN:
        return "Undecided"
    return next((each.text or str(each.id) for each in issue.positions if each.id == position), str(position))


def manner(stance: Stance) -> Manner:
    """How a stance is known."""
    if stance.implied or stance.unsaid:
        return Manner.IMPLIED
    return Manner.OPEN if stance.acceptance is Acceptance.OPEN else Manner.STATED


def degree(strength: Strength | None) -> str:
    """A strength as words; empty where it is plainly stated."""
    return "" if strength is None else str(strength).replace("..", " to ").replace("-", " ")


def qualities(stance: Stance) -> tuple[str, ...]:
    """How firmly, on what condition, and whether it was said."""
    found = (
        "doubted" if stance.doubted else f"said as {degree(stance.strength)}" if stance.strength is not None else "",
        "on a condition" if stance.conditions else "",
        f"ascribed as {degree(stance.ascribed)}" if stance.ascribed is not None else "",
        "implied" if stance.implied else "left unsaid" if stance.unsaid else "",
    )
    return tuple(word for word in found if word)


def part_of(position: PositionId, issue: Issue) -> Part:
    """The part of a position among those of its issue."""
    ids = [each.id for each in issue.positions]
    place = ids.index(position) if position in ids else len(_ANSWER_PARTS)
    return _ANSWER_PARTS[place] if place < len(_ANSWER_PARTS) else Part.FIFTH


def verdict(alignment: Alignment) -> str:
    """How two holders stand to each other: "contrariety, 1 of 2 steps apart"."""
    words = alignment.verdict.value.replace("-", " ")
    if alignment.distance is not None:
        return f"{words}, {alignment.distance} of {alignment.scale} steps apart"
    reserves = reserved(alignment)
    return f"{words}: {reserves}" if reserves else words


def reserved(alignment: Alignment) -> str:
    """With what reserve two agree; empty where they agree without one."""
    return "; ".join(_RESERVES[reserve] for reserve in alignment.qualifications)


def verdict_part(alignment: Alignment) -> Part:
    """Whether a verdict is a conflict, an agreement or neither."""
    if alignment.verdict.is_conflict:
        return Part.CONFLICT
    return Part.ACCORD if alignment.verdict.is_agreement else Part.PLAIN


def verdict_sign(alignment: Alignment) -> str:
    """A verdict in one sign."""
    if alignment.verdict.is_conflict:
        return "≠"
    if alignment.verdict is Verdict.AGREEMENT:
        return "="
    return "≈" if alignment.verdict is Verdict.QUALIFIED_AGREEMENT else "·"


def takes(side: Side) -> str:
    """What one side of an alignment says: "partly, said as possible"."""
    if side.accepts is not None:
        return "accepts it" if side.accepts else "rejects it"
    stances = [stance for stance in side.stances if not _is_shadow(stance)] or side.stances
    return "; ".join(", ".join((answer(stance), *qualities(stance))) for stance in stances)


def subject(alignment: Alignment) -> str:
    """What an alignment is about: an issue, or two claims or positions that a link joins."""
    if alignment.issue is not None:
        return alignment.issue
    return f"{alignment.link.source} and {alignment.link.target}" if alignment.link is not None else ""
