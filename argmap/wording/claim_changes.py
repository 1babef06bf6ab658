"""Changes of claims in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.diff.change import ClaimChange
from argmap.diff.kinds import ASPECTS
from argmap.diff.rule import Rule
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.wording.english import briefly_quoted, counted, listed, quoted
from argmap.wording.names import DifferenceNames
from argmap.wording.rules import ASPECT_WORDS
from argmap.wording.speakers import Speaker, belonging, claiming, held_by
from argmap.wording.text_changes import reworded


def claim_changed(change: ClaimChange, former: Mapping[str, str], names: DifferenceNames) -> str:
    """What became of a claim.

    Args:
        change: What became of it.
        former: Old ids by new ones.
        names: What everybody is called.
    """
    match change.old, change.new:
        case None, None:
            return "a claim is another one"
        case (Claim() as claim, None) | (None, Claim() as claim):
            return _on_one_side(change, claim, names)
        case Claim() as old, Claim() as new:
            return _on_both(change, old, new, former, names)
    return ""


def claim_in_words(claim: Claim | None, rule: Rule, corpus: Corpus, name: str) -> str:
    """As much of a claim as it takes to see what changed; empty where there is none.

    Args:
        claim: The claim on one side.
        rule: What changed.
        corpus: That side.
        name: What the claim is called there.
    """
    if claim is None:
        return ""
    match rule:
        case Rule.CLAIM_RENAMED:
            return name
        case Rule.CLAIM_MOVED:
            return f"{_title(claim, corpus)}, {_section(claim, corpus)}"
        case _ if rule in ASPECTS:
            return f"{claim.text} ({_aspect(claim, rule)})"
        case Rule.ATTRIBUTION_CHANGED:
            voices = " quoting ".join(", ".join(group) for group in claim.voices)
            return f"{claim.attitude.value}{f' from {voices}' if voices else ''}: {claim.text}"
        case _:
            return claim.text


def _on_one_side(change: ClaimChange, claim: Claim, names: DifferenceNames) -> str:
    text = briefly_quoted(claim.text)
    gone = change.new is None
    match change.rule:
        case Rule.CLAIM_SPLIT if gone:
            parts = counted(len(change.others), "claim")
            return f"{belonging(claim, 'a claim', names)} is split into {parts}: {text}"
        case Rule.CLAIM_MERGED if not gone:
            parts = counted(len(change.others), "claim")
            return f"{parts} are merged into {belonging(claim, 'one claim', names)}: {text}"
        case _:
            return f"{belonging(claim, 'a claim', names)} is {'gone' if gone else 'new'}: {text}"


def _on_both(change: ClaimChange, old: Claim, new: Claim, former: Mapping[str, str], names: DifferenceNames) -> str:
    text = briefly_quoted(new.text)
    whose = belonging(new, "a claim", names)
    match change.rule:
        case Rule.ATTRIBUTION_CHANGED:
            return _attributed(old, new, text, names)
        case Rule.CLAIM_NEGATED:
            return f"{whose} changes its sense{reworded(old.text, new.text, names)}"
        case Rule.CLAIM_REWORDED:
            return f"{whose} is reworded{reworded(old.text, new.text, names)}"
        case Rule.CLAIM_SPLIT:
            return f"{whose} is split into {counted(len(change.others) + 1, 'claim')}: {briefly_quoted(old.text)}"
        case Rule.CLAIM_MERGED:
            parts = counted(len(change.others) + 1, "claim")
            return f"{parts} are merged into {belonging(new, 'one claim', names)}: {text}"
        case Rule.CLAIM_RENAMED:
            return f"{whose} is renamed from `{former.get(new.id, old.id)}` to `{new.id}`: {text}"
        case Rule.CLAIM_MOVED:
            return f"{whose} now stands {_moved(old, new, names)}: {text}"
        case rule if rule in ASPECTS:
            return f"{whose} now holds {_aspect(new, rule)}, no longer {_aspect(old, rule)}: {text}"
        case Rule.CONCLUSION_UNGROUNDED:
            return f"{belonging(new, 'a conclusion', names)} has no support left: {text}"
        case Rule.CONCLUSION_GROUNDED:
            return f"{whose} now has support, and had none: {text}"
        case _:
            return f"{whose} is another one: {text}"


def _attributed(old: Claim, new: Claim, text: str, names: DifferenceNames) -> str:
    author = Speaker.author(new.document, names)
    by, before = held_by(new, names), held_by(old, names)
    if old.document != new.document:
        plain = claiming(new, text, author.form, names)
        return author.does("now", f"{plain}, which is no longer {belonging(old, 'a claim', names)}")
    if old.attitude is not new.attitude:
        now = claiming(new, "it", author.form, names)
        return author.does("no longer", claiming(old, text, author.form, names), now)
    plain = claiming(new, text, author.form, names)
    if new.voices[:-1] == old.voices[:-1] and set(old.holders) < set(new.holders):
        return author.does("now", f"{plain.removesuffix(by)}{_others(new, old, names)}{' too' if before else ''}")
    if new.voices[:-1] == old.voices[:-1] and set(new.holders) < set(old.holders):
        kept = claiming(old, text, author.form, names).removesuffix(before)
        return author.does("no longer", f"{kept}{_others(old, new, names)}{f', only by {by}' if by else ''}")
    if by and before:
        kept = plain.removesuffix(by)
        return f"{author.does('no longer', kept)}{before} but as held by {by}"
    return author.does("now", plain)


def _others(one: Claim, other: Claim, names: DifferenceNames) -> str:
    """Those who hold the first and not the second."""
    return listed([names.actor(actor, one.document) for actor in one.holders if actor not in other.holders])


def _moved(old: Claim, new: Claim, names: DifferenceNames) -> str:
    if old.document != new.document:
        titles = [_title(claim, corpus) for claim, corpus in ((new, names.new), (old, names.old))]
        return f"in {titles[0]}, no longer in {titles[1]}"
    sections = [_section(claim, corpus) for claim, corpus in ((new, names.new), (old, names.old))]
    return f"{sections[0]}, no longer {sections[1]}"


def _aspect(claim: Claim, rule: Rule) -> str:
    value = ASPECTS[rule].aspect(claim)
    return ASPECT_WORDS[rule].given.format(value) if value else f"without a {ASPECT_WORDS[rule].thing}"


def _title(claim: Claim, corpus: Corpus) -> str:
    document = corpus.documents.get(claim.document)
    return quoted(document.title) if document is not None and document.title else f"`{claim.document}`"


def _section(claim: Claim, corpus: Corpus) -> str:
    document = corpus.documents.get(claim.document)
    if document is None or claim.section is None or claim.section >= len(document.sections):
        return "before the first section"
    return f"under {quoted(document.sections[claim.section].title)}"
