"""What became of each claim, by all changes that concern it: labels and lines for its card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from argmap.diff.change import Change, Changed, ClaimChange, DocumentChange, FieldChange, StanceChange, StanceSnapshot
from argmap.diff.difference import Difference
from argmap.diff.kinds import ASPECTS, AttributionChanged, DocumentAdded, DocumentRemoved, ThesisChanged
from argmap.diff.rule import Rule
from argmap.diff.significance import Judged, Significance
from argmap.judge.holder import Holder, label_of
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId
from argmap.view.outline import Badge, Fate
from argmap.wording.claim_sentences import NOW, named
from argmap.wording.english import beginning_of, counted
from argmap.wording.rules import ASPECT_WORDS, RULES
from argmap.wording.strengths import degree

_SIGNS = {Fate.NEW: "+", Fate.GONE: "−", Fate.CHANGED: "~"}
_FATES = {sign: fate for fate, sign in _SIGNS.items()}
_REWORDED = (Rule.CLAIM_REWORDED, Rule.CLAIM_NEGATED, Rule.CLAIM_SPLIT, Rule.CLAIM_MERGED)
_MOST_NAMED = 3


def badge_of(judged: Judged) -> Badge:
    """The label of a change."""
    words = RULES[judged.change.rule]
    return worded_badge(words.label, judged, _FATES[words.sign])


def worded_badge(words: str, judged: Judged | None, fate: Fate = Fate.CHANGED) -> Badge:
    """A label of its own for what became of something."""
    weighty = judged is not None and judged.significance is Significance.HIGH
    return Badge(f"{_SIGNS[fate]} {words.lower()}", fate, weighty)


BADGES = {Fate.NEW: worded_badge("new", None, Fate.NEW), Fate.GONE: worded_badge("gone", None, Fate.GONE)}
"""The labels of claims that came or went."""


@attrs.frozen
class ClaimChanges:
    """What a card says of the changes of its claim.

    Attributes:
        badges: Each once, those that matter most first.
        notes: What was and what is, in a line each.
        before: What the claim said, where it is reworded.
        sentences: Of the changes that have their place on the card.
    """

    badges: tuple[Badge, ...] = ()
    notes: tuple[str, ...] = ()
    before: str = ""
    sentences: tuple[Judged, ...] = ()


def claims_of_change(change: Change, difference: Difference) -> tuple[ClaimId, ...]:
    """The claims on whose cards a change is told; none where a table alone tells it."""
    match change:
        case ClaimChange():
            return tuple(dict.fromkeys(claim.id for claim in (*change.records, *change.others)))
        case FieldChange(record=Claim() as claim):
            return (claim.id,)
        case StanceChange():
            return _showing(change, difference)
        case ThesisChanged() | DocumentAdded() | DocumentRemoved():
            return tuple(document.thesis for document in change.records if document.thesis is not None)
        case _:
            return ()


def _showing(change: StanceChange, difference: Difference) -> tuple[ClaimId, ...]:
    """The claims that show a stance and are not the same on both sides; all that show it where there is none."""
    shown = (*change.claims, change.claim) if change.claim is not None else change.claims
    old, new = difference.old.claims, difference.new.claims
    known = tuple(claim for claim in dict.fromkeys(shown) if claim in old or claim in new)
    return tuple(claim for claim in known if old.get(claim) != new.get(claim)) or known


def claim_changes(changes: Iterable[Judged], difference: Difference) -> Mapping[ClaimId, ClaimChanges]:
    """The marks of every claim that some changes concern."""
    found: dict[ClaimId, list[Judged]] = {}
    for judged in changes:
        for claim in claims_of_change(judged.change, difference):
            found.setdefault(claim, []).append(judged)
    return {claim: _claim_changes(claim, own, difference) for claim, own in found.items()}


def _claim_changes(claim: ClaimId, changes: list[Judged], difference: Difference) -> ClaimChanges:
    old, new = difference.old.claims.get(claim), difference.new.claims.get(claim)
    badges: dict[str, Badge] = {}
    notes: dict[str, None] = {}
    before = ""
    for judged in sorted(changes, key=lambda judged: judged.significance.rank):
        for badge in _badges(claim, judged, old, new):
            badges.setdefault(badge.text, badge)
        notes.update(dict.fromkeys(_notes(claim, judged.change, difference)))
        if judged.change.rule in _REWORDED and old is not None and new is not None and old.text != new.text:
            before = old.text
    own = (judged.change for judged in changes if isinstance(judged.change, ClaimChange))
    reached = [change.reaches for change in own if _is_subject(claim, change)]
    number = len({name for found in reached for name in found.conclusions})
    if number:
        more = "more than " if any(found.more for found in reached) else ""
        notes[f"reaches {more}{counted(number, 'conclusion')}"] = None
    return ClaimChanges(tuple(badges.values()), tuple(notes), before, tuple(changes))


def _is_subject(claim: ClaimId, change: ClaimChange) -> bool:
    """Whether it is the claim itself, and none of the others that it was split into or merged from."""
    return any(claim == record.id for record in change.records)


def _badges(claim: ClaimId, judged: Judged, old: Claim | None, new: Claim | None) -> Iterator[Badge]:
    change = judged.change
    match change:
        case StanceChange() | AttributionChanged():
            # That the claim is new or gone says it all; the line of the stance says the rest.
            if old is not None and new is not None:
                yield _stance_badge(judged, old, new)
        case ThesisChanged():
            is_it = change.new is not None and change.new.thesis == claim
            yield worded_badge("NOW THE THESIS" if is_it else "NO LONGER THE THESIS", judged)
        case DocumentChange():
            return
        case ClaimChange() if not _is_subject(claim, change):
            yield worded_badge("PART OF A SPLIT" if change.rule is Rule.CLAIM_SPLIT else "MERGED", judged)
        case _:
            yield badge_of(judged)


def _stance_badge(judged: Judged, old: Claim, new: Claim) -> Badge:
    """What the author does now with a claim, or by whom it is held."""
    if old.attitude is not new.attitude:
        return worded_badge(NOW[new.attitude], judged)
    if isinstance(judged.change, StanceChange) and old.strength != new.strength:
        return worded_badge(f"NOW {_firmness(new).upper()}", judged)
    return badge_of(judged)


def _firmness(said: Claim | StanceSnapshot) -> str:
    return degree(said.strength) or "plainly stated"


def _notes(claim: ClaimId, change: Change, difference: Difference) -> Iterator[str]:
    match change:
        case StanceChange(issue=None, edit=Changed(old, new)) if old.strength != new.strength:
            yield f"strength: {_firmness(old)} → {_firmness(new)}"
        case StanceChange():
            return
        case ClaimChange(rule=Rule.CLAIM_SPLIT, old=whole) if whole is not None:
            yield _divided(claim, whole, change, "into" if change.new is None else "the rest:", "out of")
        case ClaimChange(rule=Rule.CLAIM_MERGED, new=whole) if whole is not None:
            yield _divided(claim, whole, change, "out of" if change.old is None else "with", "now in")
        case ClaimChange(edit=Changed(old, new)):
            yield from _details(old, new, change.rule, difference)


def _details(old: Claim, new: Claim, rule: Rule, difference: Difference) -> Iterator[str]:
    """What of a claim is another one now, where that is not its words."""
    match rule:
        case Rule.CLAIM_RENAMED:
            yield f"was: {difference.former.get(new.id, new.id).partition('.')[2]}"
        case rule if rule in ASPECTS:
            was, now = (ASPECTS[rule].aspect(one) or f"no {ASPECT_WORDS[rule].thing}" for one in (old, new))
            yield f"{ASPECT_WORDS[rule].name}: {was} → {now}"
        case Rule.CLAIM_MOVED:
            yield f"under: {_heading(old, difference.old)} → {_heading(new, difference.new)}"
        case Rule.ATTRIBUTION_CHANGED:
            yield f"held by: {_holders(old, new, difference.old)} → {_holders(new, old, difference.new)}"


def _divided(claim: ClaimId, whole: Claim, change: ClaimChange, to_parts: str, to_whole: str) -> str:
    """What else a claim became, or was, that was split or merged; and of what it is a part."""
    if claim != whole.id:
        return f"{to_whole} {whole.name}"
    return f"{to_parts} {beginning_of([part.name for part in change.others], _MOST_NAMED)}"


def _holders(claim: Claim, other: Claim, corpus: Corpus) -> str:
    """Who holds a claim; its author by name, where the other one is of another document."""
    if claim.holders:
        return named(claim.holders, claim, corpus)
    if claim.document == other.document:
        return "the author"
    return ", ".join(label_of(Holder(claim.document), corpus).names)


def _heading(claim: Claim, corpus: Corpus) -> str:
    heading = corpus.documents[claim.document].heading(claim.section)
    return f"“{heading}”" if claim.section is not None else "no heading"
