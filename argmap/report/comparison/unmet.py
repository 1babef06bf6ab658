"""Arguments that the other side of a conflict does not meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.compare.holder import Holder
from argmap.compare.unanswered import Unanswered
from argmap.model.ids import ClaimId, PositionRef
from argmap.report.comparison.account import Conflict
from argmap.report.comparison.names import Names
from argmap.report.comparison.page import Item, Words, strong, words
from argmap.report.comparison.reasons import brief
from argmap.report.english import quoted

Group = dict[tuple[ClaimId, ...], list[Unanswered]]


def unmet(conflicts: Iterable[Conflict], names: Names, *, whole: bool) -> Iterator[Item]:
    """Each argument once, by whom it is made and to whom it is left.

    Args:
        conflicts: Of one group.
        names: What everybody is called.
        whole: Whether to tell those, too, that came too late to be met.
    """
    found: dict[tuple[Holder, bool], Group] = {}
    for conflict in conflicts:
        for argument in conflict.unanswered:
            if argument.written_later and not whole:
                continue
            key = (argument.attacker, argument.written_later)
            found.setdefault(key, {}).setdefault(argument.premises, []).append(argument)
    for (attacker, later), arguments in found.items():
        attacked: dict[tuple[Holder, ...], list[list[Unanswered]]] = {}
        for same in arguments.values():
            attacked.setdefault(tuple(dict.fromkeys(one.attacked for one in same)), []).append(same)
        for holders, groups in attacked.items():
            yield from _arguments(attacker, holders, groups, later, names)


def _arguments(
    attacker: Holder, attacked: tuple[Holder, ...], groups: list[list[Unanswered]], later: bool, names: Names
) -> Iterator[Item]:
    by, others = names.holder(attacker), names.holders(attacked)
    if later:
        start = words(strong("Argued later"), f" by {by}, when {others} could not answer: ")
    else:
        start = words(strong("Not taken up"), f" by {others} from {by}: ")
    yield Item(words(start, *_all(groups, names), "."))
    for same in groups:
        for argument in same:
            yield from _granted(argument, names)


def _all(groups: list[list[Unanswered]], names: Names) -> Words:
    found: list[str | Words] = []
    for same in groups:
        found += ["; " if found else "", brief(same[0].premises, names)]
    return words(*found)


def _granted(argument: Unanswered, names: Names) -> Iterator[Item]:
    attacked = names.holder(argument.attacked)
    if argument.granted:
        yield Item(words(f"{attacked} even grants ", brief(argument.granted, names), "."), 1)
    for literal in argument.shared:
        answer = PositionRef(literal.name)
        says = names.position(answer.issue, answer.position)
        does = "gives" if literal.holds else "rejects"
        asked = quoted(names.question(answer.issue))
        yield Item(words(f"Like a claim of the argument, {attacked} {does} the answer {says} to {asked}."), 1)
