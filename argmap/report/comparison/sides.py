"""What the sides of a verdict do, in words."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from argmap.compare.alignment import Side
from argmap.compare.holder import Holder
from argmap.compare.stance import Acceptance, Stance
from argmap.language.words import OPEN
from argmap.report.comparison.facing import counting
from argmap.report.comparison.names import Names
from argmap.report.comparison.strengths import of_answer
from argmap.report.english import quoted


class _Verb(Enum):
    """What is done with an answer: by one author, by several, and by anybody, whose name may be a plural."""

    ANSWERS = ("answers", "answer", "")
    REJECTS = ("rejects", "reject", "not")
    LEANS = ("leans against", "lean against", "rather not")
    SAYS = ("says", "say", "")
    LEAVES = ("leaves open", "leave open", "undecided on")


def says(sides: Sequence[Side], names: Names, *, firmly: bool = False) -> str:
    """``A answers “It can” (possible)``, of all who give the same answers.

    Args:
        sides: Those who do; the first tells the answers.
        names: What everybody is called.
        firmly: Whether to say of what is plainly stated that it is.
    """
    form, said = _form(sides, names), ""
    before = None
    stances = list(enumerate(counting(sides[0])))
    if form == _ANYBODY:
        # “B and not A” is clear, “not A and B” is not.
        stances.sort(key=lambda numbered: numbered[1].acceptance is not Acceptance.ACCEPTED)
    for place, stance in stances:
        verb = _verb(stance)
        implied = " by implication" if stance.implied else ""
        named = f"{names.position(stance.issue, stance.position)}{implied}{_marks(sides, place, names, firmly=firmly)}"
        done = "" if verb is before else verb.value[form]
        said += f"{' and' if said else ''}{' ' if done else ''}{done} {named}"
        before = verb
    who = names.holders(side.holder for side in sides)
    return f"the answer of {who} is{said}" if form == _ANYBODY else f"{who}{said}"


def says_just_that(sides: Sequence[Side], names: Names, *, firmly: bool = False) -> str:
    """``B rejects just that``, after somebody who accepts it, or the other way round."""
    stance = counting(sides[0])[0]
    who, marks, form = (
        names.holders(side.holder for side in sides),
        _marks(sides, 0, names, firmly=firmly),
        _form(sides, names),
    )
    if form == _ANYBODY:
        just = {_Verb.ANSWERS: "just that", _Verb.LEANS: "rather not that"}.get(_verb(stance), "just not that")
        return f"the answer of {who} is {just}{marks}"
    verb = ("accepts", "accept")[form] if _verb(stance) is _Verb.ANSWERS else _verb(stance).value[form]
    return f"{who} {verb} just that{marks}"


def view(side: Side, names: Names) -> str:
    """``A holds “It can”``: what somebody does with one end of a link."""
    if side.stances:
        end = names.position(side.stances[0].issue, side.stances[0].position)
    else:
        end = quoted(names.corpus.claims[side.claims[0]].text) if side.claims else "it"
    if not side.holder.is_author:
        return f"the view of {names.holder(side.holder)} is {end if side.accepts else f'not {end}'}"
    return f"{names.holder(side.holder)} {'holds' if side.accepts else 'rejects'} {end}"


def do(stances: Sequence[Stance], names: Names) -> str:
    """``answer “It can” and “It will”``, of several who do."""
    said, before = "", None
    for stance in stances:
        verb = _verb(stance)
        done = "" if verb is before else f"{verb.value[_SEVERAL]} "
        implied = " by implication" if stance.implied else ""
        said += f"{' and ' if said else ''}{done}{names.position(stance.issue, stance.position)}{implied}"
        before = verb
    return said


_ONE, _SEVERAL, _ANYBODY = range(3)


def _form(sides: Sequence[Side], names: Names) -> int:
    if not all(side.holder.is_author for side in sides):
        return _ANYBODY
    return _ONE if len(names.parties(side.holder for side in sides)) == 1 else _SEVERAL


def _verb(stance: Stance) -> _Verb:
    match stance.acceptance:
        case Acceptance.ACCEPTED:
            return _Verb.ANSWERS
        case Acceptance.REJECTED:
            return _Verb.LEANS if stance.doubted else _Verb.REJECTS
        case Acceptance.OPEN:
            return _Verb.SAYS if stance.position == OPEN else _Verb.LEAVES


def _marks(sides: Sequence[Side], place: int, names: Names, *, firmly: bool) -> str:
    """How firmly they say it, once where all say it alike."""
    marks = [_mark(counting(side)[place], firmly=firmly) for side in sides]
    if len(set(marks)) == 1:
        return f" ({marks[0]})" if marks[0] else ""
    found: dict[str, list[Holder]] = {}
    for side in sides:
        found.setdefault(_mark(counting(side)[place], firmly=False), []).append(side.holder)
    return f" ({'; '.join(f'{names.holders(those)}: {mark}' for mark, those in found.items() if mark)})"


def _mark(stance: Stance, *, firmly: bool) -> str:
    # Of what is only leaned to, the verb says so.
    strength = "" if stance.doubted else of_answer(stance)
    plainly = "plainly" if firmly and not stance.doubted and stance.position != OPEN else ""
    return ", ".join(note for note in (strength or plainly, "left unsaid" if stance.unsaid else "") if note)
