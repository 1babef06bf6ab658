"""What happened to claims: they came, went, were reworded, renamed, moved, dated anew, split or merged.

What an author does with a claim is a stance (see `stances`), what stands under it is support (see `support`).
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diff import kinds
from argmap.diff.change import Added, Change, Changed, ClaimChange, Edit, Removed, edit
from argmap.diff.sides import Origins, Sides
from argmap.diff.text_similarity import normalised
from argmap.judge.holder import Holder, identities
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import DocumentId
from argmap.source.polarity_words import changes_sense, is_english

Moved = tuple[Claim, Claim]
"""A claim where it stood and where it stands."""


def between_sections(sides: Sides) -> Iterator[Moved]:
    """The statements that stand in another section of the same document.

    Sections go by their titles and those in which they stand, and only those that both sides have tell something: where
    a heading is put in, taken out, reworded or put under another, no claim moves.
    """
    for old, new in sides.documents:
        if not old.sections or not new.sections:
            continue
        before, after = (
            tuple(normalised(side.heading(section)) for section in range(len(side.sections))) for side in (old, new)
        )
        for name in new.claims:
            was, now = sides.old.claims.get(name), sides.new.claims[name]
            if was is None or not (was.statement or now.statement) or was.document != now.document:
                continue
            one = before[was.section] if was.section is not None else ""
            other = after[now.section] if now.section is not None else ""
            if one != other and one in ("", *after) and other in ("", *before):
                yield was, now


def between_documents(sides: Sides) -> Iterator[Moved]:
    """The claims that stand in another document."""
    return ((old, new) for old, new in sides.differing if old.document != new.document)


def have_same_authors(one: DocumentId, two: DocumentId, sides: Sides) -> bool:
    """Whether an old document is by those who wrote a new one; the order of authors says nothing."""
    return _authors(one, sides.old) == _authors(two, sides.new)


def _authors(document: DocumentId, corpus: Corpus) -> frozenset[str]:
    return frozenset(identities(Holder(document), corpus))


def statements_that_came_or_went(sides: Sides, origins: Origins) -> Iterator[ClaimChange]:
    """Splits, merges, and the statements that are on one side only or in another document.

    A premise that came or went with the step in which it stands is a matter of that step (see `premises_left`).
    """
    for change in _splits_and_merges(sides):
        claims = (claim.id for claim in (*change.records, *change.others))
        origins.note((claim for claim in claims if claim in origins.elsewhere), change)
        yield change
    for claim in (*sides.gone, *sides.come):
        if claim.statement and claim.id not in origins.arrivals:
            change = _one_sided(claim, sides)
            origins.note((claim.id,), change)
            yield change
    for old, new in between_documents(sides):
        if (old.statement or new.statement) and new.id not in origins.arrivals:
            change = _elsewhere(old, new, sides)
            origins.note((new.id,), change)
            yield change
    origins.spread(tuple(origins.arrivals))


def premises_left(sides: Sides, origins: Origins) -> Iterator[ClaimChange]:
    """The claims that are elsewhere, and that no other change explains; the uppermost, with all that is under them."""
    moved = {new.id: (old, new) for old, new in between_documents(sides)}
    one_sided = {claim.id: claim for claim in (*sides.gone, *sides.come) if claim.named}
    left = [claim for claim in (*moved, *one_sided) if claim not in origins.arrivals]
    # What is left after the uppermost stands in a circle.
    for chosen in (origins.uppermost(left), left):
        told = [claim for claim in chosen if claim not in origins.arrivals]
        for name in told:
            made = _elsewhere(*moved[name], sides) if name in moved else _one_sided(one_sided[name], sides)
            origins.note((name,), made)
            yield made
        origins.spread(told)


def claims_of_both_sides(sides: Sides, origins: Origins) -> Iterator[ClaimChange]:
    """What happened to claims that are on both sides, each thing by itself."""
    divided = {*sides.splits, *sides.merges}
    divided.update(part for parts in (*sides.splits.values(), *sides.merges.values()) for part in parts)
    for name in sorted(sides.renamed - divided):
        yield claim_change(kinds.ClaimRenamed, sides, Changed(sides.old.claims[name], sides.new.claims[name]))
    for old, new in between_sections(sides):
        yield claim_change(kinds.ClaimMoved, sides, Changed(old, new))
    for old, new in sides.differing:
        if new.id not in divided and normalised(old.text) != normalised(new.text):
            yield claim_change(_rewording(old, new, sides), sides, Changed(old, new))
        for kind in kinds.ASPECTS.values():
            if kind.aspect(old) != kind.aspect(new):
                yield claim_change(kind, sides, Changed(old, new))
        if _voices(old) != _voices(new) and have_same_authors(old.document, new.document, sides):
            change = claim_change(kinds.AttributionChanged, sides, Changed(old, new))
            origins.attributions[new.id] = change
            yield change


def claim_change(
    kind: type[ClaimChange],
    sides: Sides,
    made: Edit[Claim],
    *,
    others: tuple[Claim, ...] = (),
    causes: tuple[Change, ...] = (),
) -> ClaimChange:
    """A change of a claim, with what rests on the claim."""
    claim, reach = (made.old, sides.old_reach) if isinstance(made, Removed) else (made.new, sides.new_reach)
    used, reaches = claim.id in reach.used, reach.conclusions(claim.id)
    return kind(edit=made, others=others, used=used, reaches=reaches, causes=causes)


def _one_sided(claim: Claim, sides: Sides) -> ClaimChange:
    if claim.id in sides.new.claims:
        return claim_change(kinds.ClaimAdded, sides, Added(claim))
    return claim_change(kinds.ClaimRemoved, sides, Removed(claim))


def _elsewhere(old: Claim, new: Claim, sides: Sides) -> ClaimChange:
    kind = kinds.ClaimMoved if have_same_authors(old.document, new.document, sides) else kinds.AttributionChanged
    return claim_change(kind, sides, Changed(old, new))


def _splits_and_merges(sides: Sides) -> Iterator[ClaimChange]:
    groups = ((kinds.ClaimSplit, sides.splits, sides.new.claims), (kinds.ClaimMerged, sides.merges, sides.old.claims))
    for kind, parts_of, claims in groups:
        for whole, names in parts_of.items():
            made = edit(sides.old.claims.get(whole), sides.new.claims.get(whole))
            yield claim_change(kind, sides, made, others=tuple(claims[name] for name in names if name != whole))


def _rewording(old: Claim, new: Claim, sides: Sides) -> type[ClaimChange]:
    languages = (sides.old.documents[old.document].language, sides.new.documents[new.document].language)
    turned = all(map(is_english, languages)) and changes_sense(old.text, new.text)
    return kinds.ClaimNegated if turned else kinds.ClaimReworded


def _voices(claim: Claim) -> tuple[frozenset[str], ...]:
    return tuple(map(frozenset, claim.voices))
