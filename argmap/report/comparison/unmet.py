"""Arguments that the other side of a conflict does not meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.compare.holder import Holder
from argmap.compare.unanswered import Unanswered
from argmap.model.ids import ClaimId, IssueId, PositionId
from argmap.report.comparison.account import Conflict
from argmap.report.page import Item
from argmap.wording.comparison_names import ComparisonNames
from argmap.wording.english import quoted, verb
from argmap.wording.quoted_claims import quoted_claims
from argmap.wording.spans import Words, strong, words

Group = dict[tuple[ClaimId, ...], list[Unanswered]]


def unmet(conflicts: Iterable[Conflict], names: ComparisonNames, *, whole: bool) -> Iterator[Item]:
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
    attacker: Holder, attacked: tuple[Holder, ...], groups: list[list[Unanswered]], later: bool, names: ComparisonNames
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


def _all(groups: list[list[Unanswered]], names: ComparisonNames) -> Words:
    found: list[str | Words] = []
    for same in groups:
        found += ["; " if found else "", quoted_claims(same[0].premises, names)]
    return words(*found)


def _granted(argument: Unanswered, names: ComparisonNames) -> Iterator[Item]:
    attacked, form = names.holder(argument.attacked), names.form([argument.attacked])
    if argument.granted:
        yield Item(words(f"{attacked} even {verb('grant', form)} ", quoted_claims(argument.granted, names), "."), 1)
    for literal in argument.shared:
        issue, _, position = literal.name.partition(".")
        says = names.position(IssueId(issue), PositionId(position))
        does = verb("give" if literal.holds else "reject", form)
        asked = quoted(names.question(IssueId(issue)))
        yield Item(words(f"Like a claim of the argument, {attacked} {does} the answer {says} to {asked}."), 1)
