"""What the disagreements of a page turn on: in short, and with all that rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from argmap.compare.alignment import Alignment
from argmap.compare.cruxes import Crux, CruxEffect
from argmap.compare.disputes import DisputedQuestion, deeper_questions, turnings, without_reasons
from argmap.judge.holder import Holder
from argmap.model.ids import IssueId
from argmap.model.link import Link
from argmap.report.comparison.comparison_report import Disagreement
from argmap.report.comparison.context import PageContext, Sheet
from argmap.report.page import Block, Heading, Item, Picture
from argmap.wording.english import counted, first_upper, form_of, verb
from argmap.wording.names import ComparisonNames
from argmap.wording.spans import Words, joined, strong, words
from argmap.wording.verdict_reasons import outdated_words, share_words
from argmap.wording.verdict_sentences import by_share, nothing_deeper, why

_MOST_TOLD = 3
"""Deeper questions that are named in short."""
_MOST_FALLS = 40
"""Claims that fall with a disagreement, of which each is named."""
Found = list[tuple[Disagreement, Crux]]


def turning_in_short(question: DisputedQuestion, context: PageContext) -> Iterator[Words]:
    """What the disputes on a question turn on, as a reader can check it: on which claims, and which of the reasons."""
    names, mine = context.names, question.subjects
    found = [one for subject in mine for one in context.report.on(subject)]
    # Where all turns on a condition that the other rejects, the verdict says it.
    deeper = turnings([one.alignment for one in found], context.report.comparison)
    for turning in deeper[:_MOST_TOLD]:
        told = "; ".join(share_words(turn, names.mentioned(who)) for turn, who in by_share(turning.staked).values())
        number = context.number(turning.subject)
        place = f", see {number}" if number is not None else ""
        yield words(strong("It turns on "), *context.about(turning.subject), f"{place}: {told}.")
    if len(deeper) > _MOST_TOLD:
        yield words(f"So it does on {counted(len(deeper) - _MOST_TOLD, 'more question')}.")
    yield from _of_other_times(found, context)
    if not any(one.turns for one in found):
        bare = without_reasons((one.alignment for one in found), context.report.comparison)
        yield words(nothing_deeper(bare, names))


def _of_other_times(found: Iterable[Disagreement], context: PageContext) -> Iterator[Words]:
    """What rests on facts that later ones replaced, or that belong to another time, by the facts."""
    told: set[tuple[Holder, IssueId | Link]] = set()
    for crux in (crux for disagreement in found for crux in disagreement.of_other_times):
        deeper = crux.conflict
        sides = ((deeper.one, crux.one, deeper.other), (deeper.other, crux.other, deeper.one))
        for (side, effect, other), is_outdated in zip(sides, crux.outdated, strict=True):
            if not is_outdated or (side.holder, deeper.subject) in told:
                continue
            told.add((side.holder, deeper.subject))
            replaced = deeper.newer is not None
            title = f"{first_upper(outdated_words(replaced=replaced))}: "
            by = " was replaced by " if replaced else " stands beside "
            who = f"{share_words(effect.turn, context.names.mentioned([side.holder]))}: "
            facts = (*context.all_claims(effect.premises), *words(by), *context.all_claims(other.claims))
            yield words(strong(title), who, *facts, ".")


def cruxes(context: PageContext) -> Iterator[Block]:
    """On what the disputes of a page turn, each deeper question once, that on which most turn first."""
    found = deeper_questions(context.report.disputes)
    if not found:
        return
    yield Heading(2, words("What decides most"))
    if context.pictures.sheet(Sheet.CRUXES):
        yield Picture(context.pictures.sheet(Sheet.CRUXES), "What the disputes turn on")
    for subject, those in found.items():
        on = joined(map(context.about, dict.fromkeys(crux.upper.subject for crux in those)), ", ", " and ")
        turn = f": {counted(len(those), 'dispute')} {verb('turn on it', form_of(len(those)))} (on "
        yield Item(words(*context.about(subject), turn, *on, ")."))


def _turning(conflicts: Iterable[Disagreement]) -> dict[IssueId | Link, Found]:
    """By deeper disagreement, which ones turn on it."""
    found: dict[IssueId | Link, Found] = {}
    for conflict in conflicts:
        for crux in conflict.cruxes:
            found.setdefault(crux.conflict.subject, []).append((conflict, crux))
    return found


def beneath_it(conflicts: Sequence[Disagreement], context: PageContext) -> Iterator[Item]:
    """What the disagreements of a group turn on: a condition, deeper ones, and what belongs to other times."""
    for conflict in conflicts:
        for shared in conflict.reasons.shared if conflict.reasons.same_premise_other_conclusion else ():
            both = (context.claim(shared.one), " and ", context.claim(shared.other))
            yield Item(words(strong("Same premise, other conclusion: "), "both argue from ", *both, "."))
    for claims in dict.fromkeys(conflict.rejected for conflict in conflicts if conflict.rejected):
        yield Item(
            words(strong("It turns wholly on a condition"), ", which is rejected: ", *context.all_claims(claims), ".")
        )
    together: dict[object, list[Found]] = {}
    for found in _turning(conflicts).values():
        for is_whole in (True, False):
            those = [(conflict, crux) for conflict, crux in found if crux.is_whole is is_whole]
            staked = frozenset((side.holder, effect) for _, crux in those for side, effect in crux.staked)
            pairs = tuple(conflict.alignment.order for conflict, _ in those)
            if those:
                together.setdefault((is_whole, pairs, staked), []).append(those)
    for several in sorted(together.values(), key=lambda several: -max(crux.size for _, crux in several[0])):
        yield from _turns_on(several, len(several[0]) == len(conflicts), context)
    yield from map(Item, _of_other_times(conflicts, context))
    left_out = sum(conflict.left_out for conflict in conflicts)
    if left_out:
        more = counted(left_out, "more disagreement")
        yield Item(words(f"... and {more} beneath it, higher up than these; it may turn on them too."))


def _turns_on(several: list[Found], every: bool, context: PageContext) -> Iterator[Item]:
    """Several deeper disagreements on which the same pairs stake the same claims."""
    names = context.names
    on = joined((_deeper(found[0][1].conflict, context) for found in several), ", and on ")
    only = "" if every else f" (only {_pairs((conflict for conflict, _ in several[0]), names)})"
    yield Item(words(strong("It turns on "), *on, f"{only}."))
    staked = dict.fromkeys((side.holder, effect) for _, crux in several[0] for side, effect in crux.staked)
    for holder, effect in staked:
        yield Item(_falls(names.holder(holder), effect, context), 1)


def _deeper(alignment: Alignment, context: PageContext) -> Words:
    """What a deeper one is about, and why it is one; a subject with its own place on the page is told there."""
    number = context.number(alignment.subject)
    where = f", see {number}" if number is not None else f": {why(alignment, context.names).removesuffix('.')}"
    return words(*context.about(alignment.subject), where)


def _falls(holder: str, effect: CruxEffect, context: PageContext) -> Words:
    """How many reasons turn, on what, and what falls."""
    below = f", {counted(effect.depth, 'step')} below the answer"
    said = words(f"{holder}: {share_words(effect.turn)}, with ", *context.all_claims(effect.premises), f"{below}.")
    if not effect.lost_support:
        return said
    told, left = effect.lost_support[:_MOST_FALLS], len(effect.lost_support[_MOST_FALLS:])
    falls = joined(map(context.claim, told))
    count = len(effect.lost_support)
    lose = f"{counted(count, 'claim')} {'loses its' if count == 1 else 'lose their'} support"
    without = "it" if len(effect.premises) == 1 else "them"
    return words(*said, f" Without {without}, {lose}: ", *falls, f" ... and {left} more" if left else "", ".")


def _pairs(conflicts: Iterable[Disagreement], names: ComparisonNames) -> str:
    """``A and B``; of several pairs with one holder in common, ``A and each of B and C``."""
    pairs = [conflict.alignment.holders for conflict in conflicts]
    common = set(pairs[0]).intersection(*pairs)
    if len(pairs) == 1 or len(common) != 1:
        return "; ".join(names.holders(pair) for pair in pairs)
    (one,) = common
    others = [holder for pair in pairs for holder in pair if holder != one]
    return f"{names.holder(one)} and each of {names.holders(others)}"
