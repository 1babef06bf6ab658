"""What is contested beneath conflicts: what they turn on, and what they do not turn on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.compare.alignment import Side
from argmap.compare.cruxes import Crux, CruxEffect
from argmap.model.ids import ClaimId
from argmap.report.comparison.account import Conflict
from argmap.report.comparison.names import Names
from argmap.report.comparison.page import Item, Span, Words, code, strong, words
from argmap.report.comparison.reasons import brief
from argmap.report.comparison.verdicts import link_text, subject_of, why
from argmap.report.english import counted

Found = list[tuple[Conflict, Crux]]
Key = tuple[str, str]


def beneath(conflicts: Sequence[Conflict], numbers: Mapping[Key, int], names: Names) -> Iterator[Item]:
    """What the conflicts of a group turn on, then what is contested besides.

    Args:
        conflicts: The pairs of the group with what bears on them.
        numbers: Under which a subject is told on the page; one that is not told there is told here.
        names: What everybody is called.
    """
    for conflict in conflicts:
        for shared in conflict.reasons.shared if conflict.reasons.same_premise_other_conclusion else ():
            both = (brief([shared.one], names), " and ", brief([shared.other], names))
            yield Item(words(strong("Same premise, other conclusion: "), "both argue from ", *both, "."))
    turning: dict[Key, Found] = {}
    for conflict in conflicts:
        for crux in conflict.cruxes:
            turning.setdefault(crux.conflict.order[:2], []).append((conflict, crux))
    together: dict[object, list[Found]] = {}
    for found in turning.values():
        holds = frozenset((side.holder, hold) for _, crux in found for side, hold in _staked(crux))
        together.setdefault((tuple(conflict.alignment.order for conflict, _ in found), holds), []).append(found)
    for several in together.values():
        yield from _turns_on(several, len(several[0]) == len(conflicts), numbers, names)
    contested: dict[tuple[Key, ...], list[Conflict]] = {}
    for conflict in conflicts:
        if conflict.contested:
            contested.setdefault(tuple(crux.conflict.order[:2] for crux in conflict.contested), []).append(conflict)
    for those in contested.values():
        yield _contested(those, len(those) == len(conflicts), names)


def _turns_on(several: list[Found], every: bool, numbers: Mapping[Key, int], names: Names) -> Iterator[Item]:
    """Several deeper conflicts on which the same pairs stake the same claims."""
    on: list[Words | str] = []
    for found in several:
        deeper = found[0][1].conflict
        number = numbers.get(deeper.order[:2])
        # A subject that has its own place on the page need not be told twice.
        where = f", see {number}" if number is not None else f": {why(deeper, names).removesuffix('.')}"
        on += [", and on " if on else "", words(subject_of(deeper, names), where)]
    only = "" if every else f" (only {_pairs((conflict for conflict, _ in several[0]), names)})"
    yield Item(words(strong("It turns on "), *on, f"{only}."))
    shown = {claim for conflict, _ in several[0] for claim in _rested(conflict)}
    staked = dict.fromkeys((side.holder, hold) for _, crux in several[0] for side, hold in _staked(crux))
    for holder, hold in staked:
        yield Item(_falls(names.holder(holder), hold, shown, names), 1)


def _falls(holder: str, hold: CruxEffect, shown: set[ClaimId], names: Names) -> Words:
    """What falls; the words of conclusions stand above it already."""
    count = counted(len(hold.lost_support), "claim")
    lose = "loses its" if len(hold.lost_support) == 1 else "lose their"
    below = counted(hold.depth, "step")
    falls: list[Words | str] = []
    for claim in hold.lost_support:
        falls += [", " if falls else "", words(names.id(claim)) if claim in shown else brief([claim], names)]
    without = ("Without ", brief(hold.premises, names))
    return words(*without, f", {below} below the answer, {count} of {holder} {lose} support: ", *falls, ".")


def _contested(conflicts: Sequence[Conflict], every: bool, names: Names) -> Item:
    found: list[Span | str] = []
    deeper = conflicts[0].contested
    for number, crux in enumerate(deeper):
        joint = " and " if number == len(deeper) - 1 else ", "
        link = crux.conflict.link
        found += [joint if number else "", code(crux.conflict.issue or (link_text(link) if link is not None else ""))]
    who = "they" if every else _pairs(conflicts, names)
    rest = "but other reasons are left"
    if not any(conflict.cruxes for conflict in conflicts):
        rest += ": it does not turn on that alone" if len(deeper) == 1 else ": it turns on none of these alone"
    return Item(words(f"Beneath it {who} also conflict on ", *found, f", {rest}."))


def _pairs(conflicts: Iterable[Conflict], names: Names) -> str:
    """``A and B``; of several pairs with one holder in common, ``A and each of B and C``."""
    pairs = [conflict.alignment.holders for conflict in conflicts]
    common = set(pairs[0]).intersection(*pairs)
    if len(pairs) == 1 or len(common) != 1:
        return "; ".join(names.holders(pair) for pair in pairs)
    (one,) = common
    others = [holder for pair in pairs for holder in pair if holder != one]
    return f"{names.holder(one)} and each of {names.holders(others)}"


def _rested(conflict: Conflict) -> tuple[ClaimId, ...]:
    """The claims on which it rests."""
    return *conflict.alignment.one.claims, *conflict.alignment.other.claims


def _staked(crux: Crux) -> Iterator[tuple[Side, CruxEffect]]:
    """What loses its support with a crux, by side."""
    both = ((crux.conflict.one, crux.one), (crux.conflict.other, crux.other))
    return ((side, hold) for side, hold in both if hold.lost_support)
