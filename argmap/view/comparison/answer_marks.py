"""One answer as a mark: its sign, its words, how firmly it is given, and how that is known."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from argmap.compare.stance import Acceptance, Stance
from argmap.judge.holder import AuthorAttitude
from argmap.language.words import OPEN
from argmap.model.ids import PositionId
from argmap.model.issue import Issue
from argmap.view.tables import AnswerMark, AnswerPlace
from argmap.wording.names import position_label
from argmap.wording.strengths import of_position

_YES_NO = ("yes", "no")
_REGARDS = {AuthorAttitude.ENDORSED: "✓", AuthorAttitude.DENIED: "✗", AuthorAttitude.DOUBTED: "✗"}
"""Beside an actor, what the author who shows it thinks of what it says."""


def answer_mark(stance: Stance, issue: Issue, *, words: str = "", firmly: bool = False) -> AnswerMark:
    """The mark of a stance.

    Args:
        stance: A stance.
        issue: Its issue.
        words: What the mark says in place of the answer.
        firmly: Whether it says how firmly the answer is given, too.
    """
    sign, place = _sign(stance.position, issue)
    is_open, rejected = stance.acceptance is Acceptance.OPEN, stance.acceptance is Acceptance.REJECTED
    said = answer_words(stance.position, issue)
    if is_open:
        said = "left open" if stance.position == OPEN else f"open: {said}"
    said = f"not: {said}" if rejected else said
    firmness = 0 if is_open else _firmness(stance)
    strength = of_position(stance) if firmly and firmness in (1, 2) else ""
    return AnswerMark(
        sign="?" if is_open else sign,
        words=words or (f"{said} ({strength})" if strength else said),
        place=AnswerPlace.OPEN if is_open else place,
        firmness=firmness,
        rejected=rejected,
        unsaid=stance.unsaid or stance.implied,
        reserved=bool(stance.conceded or stance.conditions or stance.ascribed is not None),
    )


def joined_marks(marks: Iterable[AnswerMark]) -> tuple[AnswerMark, ...]:
    """Answers without a scale that are given alike, in one mark."""
    found: dict[AnswerMark, list[str]] = {}
    for mark in marks:
        alike = attrs.evolve(mark, sign="", words="") if mark.place is AnswerPlace.OWN else mark
        found.setdefault(alike, []).append(mark.words)
    return tuple(attrs.evolve(mark, words="\u00a0· ".join(words)) for mark, words in found.items())


def voice_mark(stance: Stance, issue: Issue, name: str) -> AnswerMark:
    """The mark of what an actor is shown to say, with the actor's name and whether the author shares it."""
    regards = dict.fromkeys(_REGARDS[regard] for regard in stance.regards if regard in _REGARDS)
    return answer_mark(stance, issue, words=" ".join((name, *regards)))


def answer_words(position: PositionId, issue: Issue) -> str:
    """An answer in a word or a few."""
    return str(position) if position in _YES_NO else position_label(position, issue)


def key(positions: Iterable[PositionId], issue: Issue) -> str:
    """What the signs of an issue stand for, in its order; empty where they are a plain yes and no."""
    given = set(positions)
    shown = [each.id for each in issue.positions if each.id in given]
    if set(shown) <= set(_YES_NO):
        return ""
    return " · ".join(f"{_sign(position, issue)[0]} {answer_words(position, issue)}" for position in shown)


def _sign(position: PositionId, issue: Issue) -> tuple[str, AnswerPlace]:
    if position == OPEN:
        return "?", AnswerPlace.OPEN
    ids = [each.id for each in issue.positions]
    scale: list[str] = list(issue.order) or [each for each in _YES_NO if set(_YES_NO) <= set(ids)]
    if position in scale:
        rank = scale.index(position)
        if rank in (0, len(scale) - 1):
            return ("−", AnswerPlace.LAST) if rank else ("+", AnswerPlace.FIRST)
        return ("±" if len(scale) == 3 else str(rank + 1)), AnswerPlace.BETWEEN
    own = [each for each in ids if each not in set(scale)]
    return _letter(own.index(position) if position in own else len(own)), AnswerPlace.OWN


def _letter(number: int) -> str:
    """a, b, ..., z, aa, ab, ..."""
    return (_letter(number // 26 - 1) if number >= 26 else "") + chr(ord("a") + number % 26)


def _firmness(stance: Stance) -> int:
    """3 for plain, 2 for likely and should, 1 for possible and could; of a range its firmer end."""
    return min(3, max(1, stance.firmness.high))
