"""What the disagreements of a page turn on, and which of them are one dispute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.compare.alignment import Alignment, Side
from argmap.compare.cruxes import Crux, CruxEffect
from argmap.compare.disputes import Dispute, TurnsOn
from argmap.judge.holder import Holder
from argmap.model.ids import ClaimId
from argmap.report.comparison.comparison_report import ComparisonReport, Conflict
from argmap.report.comparison.picture_files import Pictures, Sheet
from argmap.report.page import Block, Heading, Item, Paragraph, Picture
from argmap.wording.claim_sentences import quoted_claim, quoted_claims
from argmap.wording.english import counted, form_of, verb
from argmap.wording.names import ComparisonNames
from argmap.wording.spans import Words, code, codes, joined, strong, words
from argmap.wording.verdict_reasons import turn_words
from argmap.wording.verdict_sentences import subject_of, why
from argmap.wording.verdicts import about

_MOST_FALLS = 40
"""Claims that fall with a disagreement, of which each is named."""
Key = tuple[str, str]
"""A subject: an issue or a link, as `Alignment.order` sorts them."""
Asked = tuple[frozenset[Holder], object]
"""Two holders, and a subject on which they disagree."""


def asked(report: ComparisonReport) -> Mapping[Asked, Dispute]:
    """The dispute to which each disagreement belongs."""
    return {
        (frozenset(dispute.holders), question.subject): dispute
        for dispute in report.disputes
        for question in dispute.questions
    }


def one_dispute(
    conflicts: Iterable[Conflict], disputes: Mapping[Asked, Dispute], names: ComparisonNames
) -> Iterator[Item]:
    """With which other disagreements of the same two the weightiest of them rests on the same claims."""
    together: dict[tuple[str, ...], list[Holder]] = {}
    for conflict in conflicts:
        mine = conflict.alignment
        dispute = disputes.get((frozenset(mine.holders), mine.subject))
        if dispute is not None and len(dispute.questions) > 1 and dispute.first.subject == mine.subject:
            others = tuple(about(one) for one in dispute.questions if one.subject != mine.subject)
            together.setdefault(others, []).extend(mine.holders)
    for others, holders in together.items():
        whose = names.holders(dict.fromkeys(holders))
        rests = ", since on one side or the other it rests on the same claims"
        yield Item(words(strong("One dispute"), f" of {whose} with ", codes(others), f"{rests}."))


Found = list[tuple[Conflict, Crux]]


_EXPLAINED = (
    "A deeper disagreement is a crux where one side's answer loses all its support with it. That on which most "
    "disagreements turn comes first."
)


def cruxes(report: ComparisonReport, names: ComparisonNames, pictures: Pictures) -> Iterator[Block]:
    """On what the conflicts of a page turn, each deeper conflict once."""
    found = _turning(report.conflicts)
    if not found:
        return
    yield Heading(2, words("What it turns on"))
    yield Paragraph(words(_EXPLAINED))
    yield from (Picture(file, "On what the disagreements turn") for file in pictures.all(Sheet.CRUXES))
    lost = {key: sum(crux.weight for _, crux in those) for key, those in found.items()}
    for key, those in sorted(found.items(), key=lambda item: (-len(item[1]), -lost[item[0]], item[0])):
        turn = f": {counted(len(those), 'disagreement')} {verb('turn on it', form_of(len(those)))} (on "
        on = codes(dict.fromkeys(_short(conflict) for conflict, _ in those))
        lose = f"), and {counted(lost[key], 'claim')} would lose {'its' if lost[key] == 1 else 'their'} support."
        yield Item(words(subject_of(those[-1][1].conflict, names), turn, on, lose))


def _turning(conflicts: Iterable[Conflict]) -> dict[Key, Found]:
    """By deeper conflict, which ones turn on it."""
    found: dict[Key, Found] = {}
    for conflict in conflicts:
        for crux in conflict.cruxes:
            found.setdefault(crux.conflict.order[:2], []).append((conflict, crux))
    return found


def contested_beneath(
    conflicts: Sequence[Conflict],
    numbers: Mapping[Key, int],
    turns: Mapping[Turning, TurnsOn],
    names: ComparisonNames,
) -> Iterator[Item]:
    """What the conflicts of a group turn on, then what is contested besides.

    Args:
        conflicts: The pairs of the group with what bears on them.
        numbers: Under which a subject is told on the page; one that is not told there is told here.
        turns: How many reasons turn on what.
        names: What everybody is called.
    """
    for conflict in conflicts:
        for shared in conflict.reasons.shared if conflict.reasons.same_premise_other_conclusion else ():
            both = (quoted_claims([shared.one], names), " and ", quoted_claims([shared.other], names))
            yield Item(words(strong("Same premise, other conclusion: "), "both argue from ", *both, "."))
    together: dict[object, list[Found]] = {}
    for found in _turning(conflicts).values():
        holds = frozenset((side.holder, hold) for _, crux in found for side, hold in _staked(crux))
        together.setdefault((tuple(conflict.alignment.order for conflict, _ in found), holds), []).append(found)
    for several in together.values():
        yield from _turns_on(several, len(several[0]) == len(conflicts), numbers, names)
    contested: dict[tuple[Key, ...], list[Conflict]] = {}
    for conflict in conflicts:
        if conflict.contested:
            contested.setdefault(tuple(crux.conflict.order[:2] for crux in conflict.contested), []).append(conflict)
    for those in contested.values():
        yield _contested(those, len(those) == len(conflicts), turns, names)
    left_out = sum(conflict.left_out for conflict in conflicts)
    if left_out:
        more = counted(left_out, "more disagreement")
        yield Item(words(f"... and {more} beneath it, higher up than these; it may turn on them too."))


def _turns_on(several: list[Found], every: bool, numbers: Mapping[Key, int], names: ComparisonNames) -> Iterator[Item]:
    """Several deeper conflicts on which the same pairs stake the same claims."""
    on = joined((_deeper(found[0][1].conflict, numbers, names) for found in several), ", and on ")
    only = "" if every else f" (only {_pairs((conflict for conflict, _ in several[0]), names)})"
    yield Item(words(strong("It turns on "), *on, f"{only}."))
    sides = (side for conflict, _ in several[0] for side in (conflict.alignment.one, conflict.alignment.other))
    shown = {claim for side in sides for claim in side.claims}
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
    told, left = hold.lost_support[:_MOST_FALLS], len(hold.lost_support[_MOST_FALLS:])
    falls = joined(names.id(claim) if claim in shown else quoted_claim(claim, names) for claim in told)
    more = f" ... and {left} more" if left else ""
    without = ("Without ", quoted_claims(hold.premises, names))
    return words(*without, f", {below} below the answer, {count} of {holder} {lose} support: ", *falls, f"{more}.")


def _contested(
    conflicts: Sequence[Conflict], every: bool, turns: Mapping[Turning, TurnsOn], names: ComparisonNames
) -> Item:
    deeper = conflicts[0].contested
    found = joined((_share(conflicts, crux, turns, names) for crux in deeper), last=" and ")
    who = "they" if every else _pairs(conflicts, names)
    rest = "but other reasons are left"
    if not any(conflict.cruxes for conflict in conflicts):
        rest += ": it does not turn on that alone" if len(deeper) == 1 else ": it turns on none of these alone"
    return Item(words(f"Beneath it {who} also disagree on ", *found, f", {rest}."))


def _share(
    conflicts: Sequence[Conflict], crux: Crux, turns: Mapping[Turning, TurnsOn], names: ComparisonNames
) -> Words:
    """A deeper disagreement, and how many reasons of whom turn on it."""
    told: dict[str, list[Holder]] = {}
    for conflict in conflicts:
        turn = turns.get((frozenset(conflict.alignment.holders), conflict.alignment.subject, crux.conflict.subject))
        for side, one in ((turn.deeper.one, turn.one), (turn.deeper.other, turn.other)) if turn is not None else ():
            if one.reasons:
                told.setdefault(turn_words(one.reasons), []).append(side.holder)
    said = "; ".join(f"{share} of {names.holders(dict.fromkeys(those))}" for share, those in told.items())
    return words(code(about(crux.conflict)), f" ({said})" if said else "")


Turning = tuple[frozenset[Holder], object, object]


def turning_on(report: ComparisonReport) -> Mapping[Turning, TurnsOn]:
    """By the two holders, the subject above and the one beneath: what of a dispute turns on a deeper disagreement."""
    return {
        (frozenset(dispute.holders), turn.upper.subject, turn.deeper.subject): turn
        for dispute in report.disputes
        for turn in dispute.turns_on
    }


def _pairs(conflicts: Iterable[Conflict], names: ComparisonNames) -> str:
    """``A and B``; of several pairs with one holder in common, ``A and each of B and C``."""
    pairs = [conflict.alignment.holders for conflict in conflicts]
    common = set(pairs[0]).intersection(*pairs)
    if len(pairs) == 1 or len(common) != 1:
        return "; ".join(names.holders(pair) for pair in pairs)
    (one,) = common
    others = [holder for pair in pairs for holder in pair if holder != one]
    return f"{names.holder(one)} and each of {names.holders(others)}"


def _staked(crux: Crux) -> Iterator[tuple[Side, CruxEffect]]:
    """What loses its support with a crux, by side."""
    both = ((crux.conflict.one, crux.one), (crux.conflict.other, crux.other))
    return ((side, hold) for side, hold in both if hold.lost_support)


def _short(conflict: Conflict) -> str:
    alignment = conflict.alignment
    return alignment.issue or (alignment.link.source if alignment.link else "")
