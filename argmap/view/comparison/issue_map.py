"""A question with everybody who speaks on it: each answer, and below it who gives it, with the claim that says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product

from argmap.compare.agreement import tally
from argmap.compare.stance import Acceptance, Stance
from argmap.judge.holder import Holder
from argmap.judge.verdict import Verdict
from argmap.language.words import OPEN
from argmap.model.ids import IssueId, PositionId
from argmap.view.claim_marks import is_one_author
from argmap.view.claim_rows import shown_text
from argmap.view.comparison.comparison_context import ComparisonContext
from argmap.view.outline import Asserted, Effect, Form, Note, Outline, Row, Stress
from argmap.wording.english import counted
from argmap.wording.names import position_text
from argmap.wording.stance_sentences import qualities, stance_sentence, stances_to_tell
from argmap.wording.strengths import in_words
from argmap.wording.verdicts import VERDICTS, phrase

_MOST = 12
"""How many holders stand under one answer, and how many others one of them is at odds with by name."""
_MOST_NAMED = 3
_MARKED = (Verdict.CONTRADICTION, Verdict.CONTRARIETY, Verdict.OPPOSED, Verdict.CONDITIONAL, Verdict.TENSION)
_ORDER = (Acceptance.ACCEPTED, Acceptance.REJECTED, Acceptance.OPEN)


def issue_map_of(name: IssueId, context: ComparisonContext) -> Outline:
    """The answers in order, and under each whoever gives it, rejects it or leaves it open."""
    comparison = context.comparison
    issue = comparison.corpus.issues[name]
    speaking = comparison.stances.by_issue.get(name, {})
    stances = [stance for profile in speaking.values() for stance in stances_to_tell(profile)]
    at_odds = _at_odds(name, context)
    positions = [*issue.order, *(each.id for each in issue.positions if each.id not in issue.order), PositionId(OPEN)]
    rows: list[Row] = []
    unheld = []
    for position in positions:
        for acceptance in _ORDER:
            held = [one for one in stances if one.position == position and one.acceptance is acceptance]
            if held:
                rows += _answer(position, held, at_odds, context)
        if position != OPEN and not any(stance.position == position for stance in stances):
            unheld.append(f"“{position_text(position, issue)}”")
    counts = _counts(name, context)
    ends = [f"“{position_text(end, issue)}”" for end in (issue.order[:1] + issue.order[-1:])]
    scale = f"on a scale from {' to '.join(ends)}"
    return Outline(
        title=issue.question,
        subtitle=(" · ".join((counts, scale)) if issue.order else counts,),
        description=f"{issue.question} {counts}. Each answer, and below it who gives it, with the claim that says so.",
        rows=tuple(rows),
        closing=(*_beside_each_other(name, context), *([f"Given by nobody: {', '.join(unheld)}"] if unheld else [])),
    )


def _answer(
    position: PositionId, held: Sequence[Stance], at_odds: Mapping[Holder, Sequence[Note]], context: ComparisonContext
) -> Iterator[Row]:
    """One answer, and those who do the same with it: authors before those whom they show."""
    issue = context.corpus.issues[held[0].issue]
    acceptance = held[0].acceptance
    text = position_text(position, issue)
    prefix = {Acceptance.ACCEPTED: "", Acceptance.REJECTED: "Not: ", Acceptance.OPEN: "Left open: "}[acceptance]
    said = text if position == OPEN else f"{prefix}{text}"
    yield Row(
        id=f"{acceptance}/{position}",
        form=Form.ROOT,
        text=said,
        address=position if position != OPEN else "",
        sentence=f"{said}: {counted(len(held), 'voice')}",
    )
    ordered = sorted(held, key=lambda stance: (not stance.holder.is_author, stance.holder.order))
    for stance in ordered[:_MOST]:
        yield _holder(stance, at_odds.get(stance.holder, ()), context)
    more = ordered[_MOST:]
    if more:
        names = ", ".join(context.name(stance.holder) for stance in more[:_MOST])
        said = f"{counted(len(more), 'more voice')}: {names}{'…' if len(more) > _MOST else ''}"
        yield Row(form=Form.ANSWER, depth=1, text=said, effect=Effect.NEITHER, sentence=said)


def _holder(stance: Stance, at_odds: Sequence[Note], context: ComparisonContext) -> Row:
    """Who gives an answer, and the claim that shows it; with how firmly, and with whom that cannot stand together."""
    item, corpus = stance.evidence[0], context.corpus
    claim = corpus.claims[item.claim]
    name = context.bare_name(stance.holder)
    notes = list(at_odds)
    if stance.strength is not None:
        notes.append(Note(in_words(stance.strength), firmness=stance.firmness.low + 1))
    words = [quality for quality in qualities(stance) if not quality.startswith("said as")]
    notes += [Note(word) for word in words]
    notes += [] if stance.holder.is_author else [Note(f"in {context.labels[stance.holder.document]}")]
    more = len(stance.claims) - 1
    notes += [Note(f"+{more} more", Stress.LINK)] if more else []
    sentence = stance_sentence(stance, context.name(stance.holder), corpus)
    return Row(
        form=Form.ANSWER,
        depth=1,
        word=context.labels[stance.holder.document] if stance.holder.is_author else name,
        text=shown_text(claim, corpus) if stance.holder.is_author else claim.text,
        effect=Effect.FOR if stance.holder.is_author else Effect.NEITHER,
        asserted=Asserted.UNSAID if stance.unsaid else Asserted.OUTRIGHT,
        notes=tuple(notes),
        address=claim.name if claim.named else "",
        link=context.homes.get(claim.id, ""),
        sentence=f"{sentence}. {claim.text}",
        joining=sentence,
    )


def _at_odds(name: IssueId, context: ComparisonContext) -> dict[Holder, tuple[Note, ...]]:
    """By author, with which other authors it is at odds, and how; the gravest first."""
    counted_ = tally(context.comparison, name, context.comparison.authors)
    found: dict[Holder, tuple[Note, ...]] = {}
    for place, group in enumerate(counted_.groups):
        by_verdict: dict[Verdict, list[Holder]] = {}
        for other, verdict in enumerate(counted_.verdicts[place]):
            if verdict in _MARKED and (min(place, other), max(place, other)) not in counted_.tests:
                by_verdict.setdefault(verdict, []).extend(counted_.groups[other].holders)
        for holder in group.holders:
            others = {
                verdict: [one for one in those if not is_one_author(holder, one, context.comparison)]
                for verdict, those in by_verdict.items()
            }
            found[holder] = tuple(_notes({verdict: those for verdict, those in others.items() if those}, context))
    return found


def _beside_each_other(name: IssueId, context: ComparisonContext) -> Iterator[str]:
    """Why other answers are no disagreement: by verdict, the pairs of texts of which it is so."""
    counted_ = tally(context.comparison, name, context.comparison.authors)
    found: dict[Verdict, list[tuple[Holder, Holder]]] = {}
    for place, group in enumerate(counted_.groups):
        for other in range(place + 1, len(counted_.groups)):
            verdict = counted_.verdicts[place][other]
            if verdict not in _MARKED and not verdict.is_agreement:
                pairs = product(group.holders, counted_.groups[other].holders)
                apart = (pair for pair in pairs if not is_one_author(*pair, context.comparison))
                found.setdefault(verdict, []).extend(islice(apart, _MOST_NAMED + 1))
    for verdict, those in found.items():
        named = [" and ".join(context.labels[one.document] for one in pair) for pair in those[:_MOST_NAMED]]
        more = "; and others" if len(those) > _MOST_NAMED else ""
        yield f"{VERDICTS[verdict].title}: {'; '.join(named)}{more}."


def _notes(by_verdict: Mapping[Verdict, Sequence[Holder]], context: ComparisonContext) -> Iterator[Note]:
    cannot = [one for verdict in _MARKED if verdict.is_cannot for one in by_verdict.get(verdict, ())]
    if cannot:
        yield Note(f"≠ {_named(cannot, context)}", Stress.CONFLICT)
    for verdict in _MARKED:
        if verdict in by_verdict and not verdict.is_cannot:
            sign = "≁ " if verdict.is_disagreement else ""
            yield Note(f"{sign}{phrase(verdict)}: {_named(by_verdict[verdict], context)}")


def _named(others: Sequence[Holder], context: ComparisonContext) -> str:
    names = [context.labels[one.document] for one in others]
    return ", ".join(names) if len(names) <= _MOST_NAMED else counted(len(names), "text")


def _counts(name: IssueId, context: ComparisonContext) -> str:
    """Who speaks, and what may be said of the pairs of authors."""
    comparison = context.comparison
    speaking = comparison.stances.by_issue.get(name, {})
    authors = sum(holder.is_author for holder in speaking)
    pairs = tally(comparison, name, comparison.authors).pairs()
    total = sum(pairs.values())
    agreed = sum(count for verdict, count in pairs.items() if verdict.is_agreement)
    cannot = sum(count for verdict, count in pairs.items() if verdict.is_cannot)
    voices = [counted(authors, "text")] if authors else []
    voices += [counted(len(speaking) - authors, "reported voice")] if len(speaking) > authors else []
    told = (
        f" · {counted(total, 'pair')} of texts: {agreed or 'none'} agree, {cannot or 'none'} cannot both hold"
        if total
        else ""
    )
    return f"{' and '.join(voices)}{told}"
