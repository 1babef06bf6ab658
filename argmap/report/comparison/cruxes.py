"""What the disagreements of a page turn on, and which of them are one dispute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.compare.alignment import Alignment, Side
from argmap.compare.cruxes import Crux, CruxEffect
from argmap.compare.disputes import Dispute
from argmap.judge.holder import Holder
from argmap.model.ids import ClaimId
from argmap.report.comparison.comparison_report import ComparisonReport, Conflict
from argmap.report.comparison.picture_files import Pictures, Sheet
from argmap.report.page import Block, Heading, Item, Paragraph, Picture
from argmap.wording.claim_sentences import quoted_claim, quoted_claims
from argmap.wording.english import counted, first_upper, form_of, verb
from argmap.wording.names import ComparisonNames
from argmap.wording.spans import Words, codes, joined, strong, words
from argmap.wording.verdict_reasons import outdated_words, share_words
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
    "A deeper disagreement is a crux where something of one side's answer loses its support with it: all of it, or one "
    "of several reasons, in part. That on which most disagreements turn comes first."
)
_MOST_FALLS = 40
"""Claims that fall with a disagreement, of which each is named."""


def cruxes(report: ComparisonReport, names: ComparisonNames, pictures: Pictures) -> Iterator[Block]:
    """On what the disagreements of a page turn, each deeper one once."""
    found = _turning(report.conflicts)
    if not found:
        return
    yield Heading(2, words("What it turns on"))
    yield Paragraph(words(_EXPLAINED))
    if pictures.sheet(Sheet.CRUXES):
        yield Picture(pictures.sheet(Sheet.CRUXES), "What the disagreements turn on")
    lost = {key: sum(crux.weight for _, crux in those) for key, those in found.items()}
    whole = {key: sum(crux.is_whole for _, crux in those) for key, those in found.items()}

    def rank(item: tuple[Key, Found]) -> tuple[object, ...]:
        key, those = item
        return (-whole[key], -len(those), -lost[key], key)

    for key, those in sorted(found.items(), key=rank):
        turn = f": {counted(len(those), 'disagreement')} {verb('turn on it', form_of(len(those)))}"
        if not whole[key]:
            turn += " in part"
        elif whole[key] < len(those):
            turn += f", {len(those) - whole[key]} of these only in part"
        on = codes(dict.fromkeys(_short(conflict) for conflict, _ in those))
        lose = f", and {counted(lost[key], 'claim')} would lose {'its' if lost[key] == 1 else 'their'} support"
        yield Item(
            words(subject_of(those[-1][1].conflict, names), f"{turn} (on ", on, f"){lose if lost[key] else ''}.")
        )


def _turning(conflicts: Iterable[Conflict]) -> dict[Key, Found]:
    """By deeper disagreement, which ones turn on it."""
    found: dict[Key, Found] = {}
    for conflict in conflicts:
        for crux in conflict.cruxes:
            found.setdefault(crux.conflict.order[:2], []).append((conflict, crux))
    return found


def beneath_it(conflicts: Sequence[Conflict], numbers: Mapping[Key, int], names: ComparisonNames) -> Iterator[Item]:
    """What the disagreements of a group turn on: a condition, deeper ones, and what belongs to other times.

    Args:
        conflicts: The pairs of the group with what bears on them.
        numbers: Under which a subject is told on the page; one that is not told there is told here.
        names: What everybody is called.
    """
    for conflict in conflicts:
        for shared in conflict.reasons.shared if conflict.reasons.same_premise_other_conclusion else ():
            both = (quoted_claims([shared.one], names), " and ", quoted_claims([shared.other], names))
            yield Item(words(strong("Same premise, other conclusion: "), "both argue from ", *both, "."))
    for claims in dict.fromkeys(conflict.rejected for conflict in conflicts if conflict.rejected):
        yield Item(
            words(strong("It turns wholly on a condition"), ", which is rejected: ", quoted_claims(claims, names), ".")
        )
    together: dict[object, list[Found]] = {}
    for found in _turning(conflicts).values():
        for is_whole in (True, False):
            those = [(conflict, crux) for conflict, crux in found if crux.is_whole is is_whole]
            staked = frozenset((side.holder, effect) for _, crux in those for side, effect in _staked(crux))
            pairs = tuple(conflict.alignment.order for conflict, _ in those)
            if those:
                together.setdefault((is_whole, pairs, staked), []).append(those)
    for several in sorted(together.values(), key=lambda several: -max(crux.size for _, crux in several[0])):
        yield from _turns_on(several, len(several[0]) == len(conflicts), numbers, names)
    yield from _of_other_times(conflicts, numbers, names)
    left_out = sum(conflict.left_out for conflict in conflicts)
    if left_out:
        more = counted(left_out, "more disagreement")
        yield Item(words(f"... and {more} beneath it, higher up than these; it may turn on them too."))


def _turns_on(several: list[Found], every: bool, numbers: Mapping[Key, int], names: ComparisonNames) -> Iterator[Item]:
    """Several deeper disagreements on which the same pairs stake the same claims."""
    on = joined((_deeper(found[0][1].conflict, numbers, names) for found in several), ", and on ")
    only = "" if every else f" (only {_pairs((conflict for conflict, _ in several[0]), names)})"
    in_part = "" if several[0][0][1].is_whole else "in part "
    yield Item(words(strong(f"It turns {in_part}on "), *on, f"{only}."))
    sides = (side for conflict, _ in several[0] for side in (conflict.alignment.one, conflict.alignment.other))
    shown = {claim for side in sides for claim in side.claims}
    staked = dict.fromkeys((side.holder, effect) for _, crux in several[0] for side, effect in _staked(crux))
    for holder, effect in staked:
        yield Item(_falls(names.holder(holder), effect, shown, names), 1)


def _deeper(alignment: Alignment, numbers: Mapping[Key, int], names: ComparisonNames) -> Words:
    """What a deeper one is about, and why it is one; a subject with its own place on the page is told there."""
    number = numbers.get(alignment.order[:2])
    where = f", see {number}" if number is not None else f": {why(alignment, names).removesuffix('.')}"
    return words(subject_of(alignment, names), where)


def _falls(holder: str, effect: CruxEffect, shown: set[ClaimId], names: ComparisonNames) -> Words:
    """How many reasons turn, on what, and what falls; the words of conclusions stand above it already."""
    below = f", {counted(effect.depth, 'step')} below the answer"
    said = words(f"{holder}: {share_words(effect.turn)}, with ", quoted_claims(effect.premises, names), f"{below}.")
    if not effect.lost_support:
        return said
    told, left = effect.lost_support[:_MOST_FALLS], len(effect.lost_support[_MOST_FALLS:])
    falls = joined(names.id(claim) if claim in shown else quoted_claim(claim, names) for claim in told)
    count = len(effect.lost_support)
    lose = f"{counted(count, 'claim')} {'loses its' if count == 1 else 'lose their'} support"
    without = "it" if len(effect.premises) == 1 else "them"
    return words(*said, f" Without {without}, {lose}: ", *falls, f" ... and {left} more" if left else "", ".")


def _of_other_times(
    conflicts: Sequence[Conflict], numbers: Mapping[Key, int], names: ComparisonNames
) -> Iterator[Item]:
    """What rests on facts that later ones replaced, or that belong to another time."""
    found: dict[tuple[Key, bool], tuple[Alignment, dict[tuple[Holder, str], None]]] = {}
    for crux in (crux for conflict in conflicts for crux in conflict.of_other_times):
        sides = ((crux.conflict.one, crux.one), (crux.conflict.other, crux.other))
        for (side, effect), is_outdated in zip(sides, crux.outdated, strict=True):
            if not is_outdated:
                continue
            replaced = crux.conflict.newer is not None
            _, told = found.setdefault((crux.conflict.order[:2], replaced), (crux.conflict, {}))
            told[side.holder, share_words(effect.turn)] = None
    for (_, replaced), (alignment, told) in found.items():
        what = f"{first_upper(outdated_words(replaced=replaced))}: "
        who = "; ".join(f"{names.holder(holder)}: {share}" for holder, share in told)
        yield Item(words(strong(what), f"{who}, on ", *_deeper(alignment, numbers, names), "."))


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
    """What turns on a crux, by side."""
    both = ((crux.conflict.one, crux.one), (crux.conflict.other, crux.other))
    return ((side, effect) for side, effect in both if effect.turn.size)


def _short(conflict: Conflict) -> str:
    alignment = conflict.alignment
    return alignment.issue or (alignment.link.source if alignment.link else "")
