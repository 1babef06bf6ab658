"""What is contested beneath conflicts: what they turn on, and what they do not turn on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.compare.alignment import Alignment, Side
from argmap.compare.cruxes import Crux, CruxEffect
from argmap.model.ids import ClaimId
from argmap.report.comparison.comparison_report import ComparisonReport, Conflict
from argmap.report.comparison.picture_files import Pictures, Sheet
from argmap.report.page import Block, Heading, Item, Paragraph, Picture
from argmap.wording.claim_sentences import quoted_claim, quoted_claims
from argmap.wording.english import counted
from argmap.wording.names import ComparisonNames
from argmap.wording.spans import Words, code, codes, joined, strong, words
from argmap.wording.verdict_sentences import subject_of, why
from argmap.wording.verdicts import about

Found = list[tuple[Conflict, Crux]]
Key = tuple[str, str]


def cruxes(report: ComparisonReport, names: ComparisonNames, pictures: Pictures) -> Iterator[Block]:
    """On what the conflicts of a page turn, each deeper conflict once."""
    found: dict[tuple[str, str], list[tuple[Conflict, int]]] = {}
    subjects = {}
    for conflict in report.conflicts:
        for crux in conflict.cruxes:
            key = crux.conflict.order[:2]
            subjects[key] = crux.conflict
            found.setdefault(key, []).append((conflict, crux.weight))
    if not found:
        return
    yield Heading(2, words("What it turns on"))
    yield Paragraph(
        words(
            "A deeper conflict is a crux where one side's answer loses all its support with it. That on which most "
            "conflicts turn comes first."
        )
    )
    yield from (Picture(file, "On what the conflicts turn") for file in pictures.all(Sheet.CRUXES))
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), -sum(weight for _, weight in item[1]), item[0]))
    for key, conflicts_ in ordered:
        lose = sum(weight for _, weight in conflicts_)
        yield Item(
            words(
                subject_of(subjects[key], names),
                f": {counted(len(conflicts_), 'conflict')} turn{'s' if len(conflicts_) == 1 else ''} on it (on ",
                *codes(dict.fromkeys(_short(conflict) for conflict, _ in conflicts_)),
                f"), and {counted(lose, 'claim')} would lose {'its' if lose == 1 else 'their'} support.",
            )
        )


def contested_beneath(
    conflicts: Sequence[Conflict], numbers: Mapping[Key, int], names: ComparisonNames
) -> Iterator[Item]:
    """What the conflicts of a group turn on, then what is contested besides.

    Args:
        conflicts: The pairs of the group with what bears on them.
        numbers: Under which a subject is told on the page; one that is not told there is told here.
        names: What everybody is called.
    """
    for conflict in conflicts:
        for shared in conflict.reasons.shared if conflict.reasons.same_premise_other_conclusion else ():
            both = (quoted_claims([shared.one], names), " and ", quoted_claims([shared.other], names))
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


def _turns_on(several: list[Found], every: bool, numbers: Mapping[Key, int], names: ComparisonNames) -> Iterator[Item]:
    """Several deeper conflicts on which the same pairs stake the same claims."""
    on = joined((_deeper(found[0][1].conflict, numbers, names) for found in several), ", and on ")
    only = "" if every else f" (only {_pairs((conflict for conflict, _ in several[0]), names)})"
    yield Item(words(strong("It turns on "), *on, f"{only}."))
    shown = {claim for conflict, _ in several[0] for claim in _rested(conflict)}
    staked = dict.fromkeys((side.holder, hold) for _, crux in several[0] for side, hold in _staked(crux))
    for holder, hold in staked:
        yield Item(_falls(names.holder(holder), hold, shown, names), 1)


def _deeper(alignment: Alignment, numbers: Mapping[Key, int], names: ComparisonNames) -> Words:
    """What a deeper conflict is about, and why it is one; a subject with its own place on the page is told there."""
    number = numbers.get(alignment.order[:2])
    where = f", see {number}" if number is not None else f": {why(alignment, names).removesuffix('.')}"
    return words(subject_of(alignment, names), where)


def _falls(holder: str, hold: CruxEffect, shown: set[ClaimId], names: ComparisonNames) -> Words:
    """What falls; the words of conclusions stand above it already."""
    count = counted(len(hold.lost_support), "claim")
    lose = "loses its" if len(hold.lost_support) == 1 else "lose their"
    below = counted(hold.depth, "step")
    falls = joined(names.id(claim) if claim in shown else quoted_claim(claim, names) for claim in hold.lost_support)
    without = ("Without ", quoted_claims(hold.premises, names))
    return words(*without, f", {below} below the answer, {count} of {holder} {lose} support: ", *falls, ".")


def _contested(conflicts: Sequence[Conflict], every: bool, names: ComparisonNames) -> Item:
    deeper = conflicts[0].contested
    found = joined((code(about(crux.conflict)) for crux in deeper), last=" and ")
    who = "they" if every else _pairs(conflicts, names)
    rest = "but other reasons are left"
    if not any(conflict.cruxes for conflict in conflicts):
        rest += ": it does not turn on that alone" if len(deeper) == 1 else ": it turns on none of these alone"
    return Item(words(f"Beneath it {who} also conflict on ", *found, f", {rest}."))


def _pairs(conflicts: Iterable[Conflict], names: ComparisonNames) -> str:
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


def _short(conflict: Conflict) -> str:
    alignment = conflict.alignment
    return alignment.issue or (alignment.link.source if alignment.link else "")
