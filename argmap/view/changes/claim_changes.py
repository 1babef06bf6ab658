"""What became of each claim, by all changes that concern it: labels and lines for its card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from argmap.compare.holder import Holder, label_of
from argmap.compare.stance import Acceptance
from argmap.diff.change import Change, ClaimChange, DocumentChange, StanceChange, StanceSnapshot
from argmap.diff.difference import Difference
from argmap.diff.kinds import AttributionChanged, DocumentAdded, DocumentRemoved, ThesisChanged
from argmap.diff.rule import Rule
from argmap.diff.significance import Judged
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId
from argmap.view.changes.labels import attitude_badge, badge_of, worded_badge
from argmap.view.tables_and_trees import Badge
from argmap.wording.claim_sentences import named
from argmap.wording.english import counted
from argmap.wording.strengths import degree

_REWORDED = (Rule.CLAIM_REWORDED, Rule.CLAIM_NEGATED, Rule.CLAIM_SPLIT, Rule.CLAIM_MERGED)
_MOST_NAMED = 3


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
            records = (change.old, change.new, *change.others)
            return tuple(dict.fromkeys(record.id for record in records if record is not None))
        case StanceChange():
            return _showing(change, difference)
        case ThesisChanged():
            theses = (document.thesis for document in (change.old, change.new) if document is not None)
            return tuple(thesis for thesis in theses if thesis is not None)
        case DocumentAdded() | DocumentRemoved():
            document = change.new or change.old
            return (document.thesis,) if document is not None and document.thesis is not None else ()
        case _:
            return ()


def _showing(change: StanceChange, difference: Difference) -> tuple[ClaimId, ...]:
    """The claims that show a stance and are not the same on both sides; all that show it where there is none."""
    shown = [claim for stand in (change.old, change.new) if stand is not None for claim in stand.claims]
    shown += [change.claim] if change.claim is not None else []
    old, new = difference.old.claims, difference.new.claims
    known = [claim for claim in dict.fromkeys(shown) if claim in old or claim in new]
    return tuple(claim for claim in known if old.get(claim) != new.get(claim)) or tuple(known)


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
    reached = {name for change in own if claim in _subjects(change) for name in change.reaches}
    if reached:
        notes[f"▴ reaches {counted(len(reached), 'conclusion')}"] = None
    return ClaimChanges(tuple(badges.values()), tuple(notes), before, tuple(changes))


def _subjects(change: ClaimChange) -> tuple[ClaimId, ...]:
    """The claim itself, without the others that it was split into or merged from."""
    return tuple(record.id for record in (change.old, change.new) if record is not None)


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
        case ClaimChange() if claim not in _subjects(change):
            yield worded_badge("PART OF A SPLIT" if change.rule is Rule.CLAIM_SPLIT else "MERGED", judged)
        case _:
            yield badge_of(judged)


def _stance_badge(judged: Judged, old: Claim, new: Claim) -> Badge:
    """What the author does now with a claim, or by whom it is held."""
    if old.attitude is not new.attitude:
        return attitude_badge(new.attitude, judged)
    if isinstance(judged.change, StanceChange) and old.strength != new.strength:
        return worded_badge(f"NOW {(degree(new.strength) or 'plainly stated').upper()}", judged)
    return badge_of(judged)


def _notes(claim: ClaimId, change: Change, difference: Difference) -> Iterator[str]:
    match change:
        case StanceChange(issue=None):
            if change.old is not None and change.new is not None and change.old.strength != change.new.strength:
                was, now = (degree(stand.strength) or "plainly stated" for stand in (change.old, change.new))
                yield f"strength: {was} → {now}"
        case StanceChange():
            whose = f" ({_actor(change, difference)})" if change.holder.actor is not None else ""
            yield f"▸ {change.issue}{whose}: {_taken(change.old)} → {_taken(change.new)}"
        case ClaimChange():
            yield from _details(claim, change, difference)


def _actor(change: StanceChange, difference: Difference) -> str:
    """By name, whoever shows the stance."""
    corpora = (difference.new, difference.old)
    corpus = next(corpus for corpus in corpora if change.holder.document in corpus.documents)
    return ", ".join(label_of(change.holder, corpus).names)


def _details(claim: ClaimId, change: ClaimChange, difference: Difference) -> Iterator[str]:
    old, new = change.old, change.new
    match change.rule:
        case Rule.CLAIM_SPLIT if old is not None:
            yield _divided(claim, old, change, "into" if new is None else "the rest:", "out of")
        case Rule.CLAIM_MERGED if new is not None:
            yield _divided(claim, new, change, "out of" if old is None else "with", "now in")
        case Rule.CLAIM_RENAMED if new is not None:
            yield f"was: {difference.former.get(new.id, claim).partition('.')[2]}"
        case Rule.CLAIM_REDATED if old is not None and new is not None:
            yield f"as of: {old.as_of or 'no date'} → {new.as_of or 'no date'}"
        case Rule.CLAIM_MOVED if old is not None and new is not None:
            yield f"under: {_heading(old, difference, is_old=True)} → {_heading(new, difference, is_old=False)}"
        case Rule.ATTRIBUTION_CHANGED if old is not None and new is not None:
            yield f"held by: {_holders(old, new, difference.old)} → {_holders(new, old, difference.new)}"


def _divided(claim: ClaimId, whole: Claim, change: ClaimChange, to_parts: str, to_whole: str) -> str:
    """What else a claim became, or was, that was split or merged; and of what it is a part."""
    if claim == whole.id:
        return f"{to_parts} {_some(tuple(part.name for part in change.others))}"
    return f"{to_whole} {whole.name}"


def _holders(claim: Claim, other: Claim, corpus: Corpus) -> str:
    """Who holds a claim; its author by name, where the other one is of another document."""
    if claim.holders:
        return named(claim.holders, claim, corpus)
    return (
        "the author" if claim.document == other.document else ", ".join(label_of(Holder(claim.document), corpus).names)
    )


def _heading(claim: Claim, difference: Difference, *, is_old: bool) -> str:
    document = (difference.old if is_old else difference.new).documents[claim.document]
    title = document.sections[claim.section].title if claim.section is not None else "no heading"
    return f"“{title}”" if claim.section is not None else title


def _taken(stand: StanceSnapshot | None) -> str:
    """What was or is done with a position."""
    if stand is None:
        return "silent"
    answer = f"not {stand.position}" if stand.acceptance is Acceptance.REJECTED else str(stand.position)
    strength = degree(stand.strength)
    kept = ("leaning" if stand.doubted else "", strength, "on a condition" if stand.conditional else "")
    reserves = ", ".join(word for word in kept if word)
    return f"{answer} ({reserves})" if reserves else answer


def _some(names: tuple[str, ...]) -> str:
    shown = ", ".join(names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    return f"{shown} and {more} more" if more > 0 else shown
