"""The stance matrix: all questions by all texts, and the same for the actors whom the texts let speak."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from argmap.judge.holder import Holder
from argmap.judge.verdict import Verdict
from argmap.model.ids import IssueId, PositionId
from argmap.view.comparison.answer_marks import answer_mark, key, voice_mark
from argmap.view.comparison.comparison_context import ComparisonContext
from argmap.view.comparison.disputed_questions import DisputedQuestions, Pair, parting
from argmap.view.tables import (
    FEW,
    AnswerMark,
    Cell,
    HolderHead,
    Matrix,
    PartedPair,
    PartedSides,
    Parting,
    QuestionGroup,
    QuestionRow,
)
from argmap.wording.english import counted, listed
from argmap.wording.stance_sentences import silence_sentence, stance_sentence, stances_of_its_own
from argmap.wording.verdicts import phrase

_MOST_ROWS = 120
_MOST_NOTES = 3
_FURTHEST = {Parting.CANNOT: "they cannot both be right", Parting.DISAGREES: "they disagree"}


def matrix_of(disputed: DisputedQuestions, context: ComparisonContext) -> Matrix:
    """The answers of the authors: questions in dispute first, the weightiest on top; then those that are in none."""
    authors, stances = disputed.authors, context.comparison.stances.by_issue
    speaking = {issue: [author for author in authors if author in stances[issue]] for issue in disputed.pairs}
    in_dispute = disputed.issues
    others = [issue for issue in disputed.pairs if speaking[issue] and issue not in set(in_dispute)]
    several = sorted((issue for issue in others if len(speaking[issue]) > 1), key=lambda one: -len(speaking[one]))
    same = [one for one in several if all(verdict.is_agreement for verdict in disputed.tallies[one].pairs())]
    different = [one for one in several if one not in set(same)]
    alone = [issue for issue in others if len(speaking[issue]) == 1]
    by_text = {author: place for place, author in enumerate(authors)}
    alone.sort(key=lambda issue: by_text[speaking[issue][0]])
    pairs = counted(disputed.on_questions, "disagreement")
    ordered = (
        (f"In dispute: {counted(len(in_dispute), 'question')}, {pairs}", in_dispute),
        (f"Different answers, and no disagreement: {counted(len(different), 'question')}", different),
        (f"The same answer: {counted(len(same), 'question')}", same),
        (f"Answered by one text alone: {counted(len(alone), 'question')}", alone),
    )
    row = partial(_author_row, disputed=disputed, context=context)
    silent = sum(not those for those in speaking.values())
    told = sum(map(bool, speaking.values()))
    texts = _texts(len(authors), len(context.comparison.authors))
    counts = f"{counted(told, 'question')} · {texts}, each beside those with which it agrees most"
    closing = [f"{counted(silent, 'question')} that only reported voices answer: see the picture of these"] * (
        silent > 0
    )
    over = len(disputed.over_links)
    closing += [f"{counted(over, 'disagreement')} over claims that a link joins: see the report"] * (over > 0)
    return _matrix("Who answers what", counts, ordered, row, tuple(_heads(authors, context)), closing)


def voices_of(context: ComparisonContext, disputed: DisputedQuestions) -> Matrix:
    """What each text lets others say, in the same form."""
    stances = context.comparison.stances.by_issue
    shown = {author.document for author in disputed.authors}
    voices: dict[IssueId, dict[Holder, list[Holder]]] = {}
    for issue, speaking in stances.items():
        for holder in speaking:
            if not holder.is_author and holder.document in shown:
                voices.setdefault(issue, {}).setdefault(Holder(holder.document), []).append(holder)
    authors = tuple(author for author in disputed.authors if any(author in those for those in voices.values()))
    total = len({holder for those in voices.values() for holders in those.values() for holder in holders})
    ordered = sorted(voices, key=lambda issue: -sum(map(len, voices[issue].values())))
    row = partial(_voice_row, voices=voices, authors=authors, context=context)
    counts = f"{counted(total, 'reported voice')} in {_texts(len(authors), len(context.comparison.authors))} on "
    counts += f"{counted(len(ordered), 'question')} · what each says is told by the text alone"
    return _matrix("Whom the texts let speak", counts, (("", ordered),), row, tuple(_heads(authors, context)), [])


def _matrix(
    title: str,
    counts: str,
    ordered: Iterable[tuple[str, Iterable[IssueId]]],
    row,  # noqa: ANN001
    heads: tuple[HolderHead, ...],
    closing: list[str],
) -> Matrix:
    groups, room = [], _MOST_ROWS
    left_out = 0
    for heading, issues in ordered:
        there = list(issues)
        shown = there[: max(room, 0)]
        room -= len(shown)
        left_out += len(there) - len(shown)
        if shown:
            groups.append(QuestionGroup(title=heading, rows=tuple(map(row, shown))))
    if left_out:
        closing = [f"{counted(left_out, 'more question')}: `argmap compare --format csv` has all", *closing]
    return Matrix(
        title=title,
        subtitle=(counts,),
        description=f"{title}: {counts}. A row for each question, a column for each text, the answer where they meet. "
        f"{' '.join(f'{group.title}.' for group in groups if group.title)}".strip(),
        columns=heads,
        groups=tuple(groups),
        wide=len(heads) <= FEW,
        closing=f"Not in this picture: {'; '.join(closing)}." if closing else "",
    )


def _texts(shown: int, there: int) -> str:
    return counted(shown, "text") if shown == there else f"{shown} of {counted(there, 'text')}"


def _heads(authors: Iterable[Holder], context: ComparisonContext) -> Iterator[HolderHead]:
    for author in authors:
        record, name = context.corpus.documents[author.document], context.labels[author.document]
        yield HolderHead(
            id=f"column/{author.document}",
            name=name,
            link=context.maps[author.document],
            sentence=f"{name}: {record.title}",
        )


def _author_row(issue: IssueId, *, disputed: DisputedQuestions, context: ComparisonContext) -> QuestionRow:
    authors, record = disputed.authors, context.corpus.issues[issue]
    stances = context.comparison.stances.by_issue[issue]
    places = {author: place for place, author in enumerate(authors)}
    against: dict[Holder, dict[Parting, list[Holder]]] = {}
    for one, other, verdict in disputed.on(issue):
        for mine, yours in ((one, other), (other, one)):
            against.setdefault(mine, {}).setdefault(parting(verdict), []).append(yours)
    cells, given, signs = [], [], {}
    for author in authors:
        found = stances_of_its_own(stances[author]) if author in stances else ()
        said = [stance_sentence(stance, context.name(author), context.corpus) for stance in found]
        parted = against.get(author, {})
        for how in (how for how in _FURTHEST if how in parted):
            said.append(f"{_FURTHEST[how]}: {listed([context.name(other) for other in parted[how]])}")
        marks = tuple(answer_mark(stance, record) for stance in found)
        given += [stance.position for stance in found]
        signs[author] = " ".join(f"not {mark.sign}" if mark.rejected else mark.sign for mark in marks)
        cells.append(
            Cell(
                id=f"{issue}/{author.document}",
                marks=marks,
                parting=next((how for how in _FURTHEST if how in parted), Parting.NONE),
                sentence="; ".join(said) or silence_sentence(context.name(author), record),
            )
        )
    wide = len(authors) <= FEW
    return QuestionRow(
        id=f"issue/{issue}",
        question=record.short or record.question,
        key="" if wide else key(given, record),
        notes=tuple(_notes(issue, disputed, context, named=wide)),
        cells=tuple(cells),
        pairs=tuple(_pairs(disputed.on(issue), places, context)) if wide else (),
        sides=() if wide else tuple(_sides(issue, signs, disputed)),
        link=context.issue_link(issue),
        sentence=record.question,
    )


def _notes(issue: IssueId, disputed: DisputedQuestions, context: ComparisonContext, *, named: bool) -> Iterator[str]:
    """How those stand to each other who neither agree nor disagree."""
    found: dict[Verdict, list[Pair]] = {}
    for pair in disputed.pairs[issue]:
        if not (pair.verdict.is_agreement or pair.verdict.is_disagreement):
            found.setdefault(pair.verdict, []).append(pair)
    for verdict, those in list(found.items())[:_MOST_NOTES]:
        if len(those) == len(disputed.pairs[issue]):
            yield phrase(verdict)
        elif named:
            names = listed([f"{context.name(pair.one)} and {context.name(pair.other)}" for pair in those])
            yield f"{names}: {phrase(verdict)}"


def _pairs(found: Iterable[Pair], places: Mapping[Holder, int], context: ComparisonContext) -> Iterator[PartedPair]:
    for pair in found:
        one, other = sorted((places[pair.one], places[pair.other]))
        how = parting(pair.verdict)
        names = f"{context.name(pair.one)} and {context.name(pair.other)}"
        said = "cannot both be right" if how is Parting.CANNOT else f"disagree: {phrase(pair.verdict)}"
        yield PartedPair(one=one, other=other, parting=how, sentence=f"{names} {said}")


def _sides(issue: IssueId, signs: Mapping[Holder, str], disputed: DisputedQuestions) -> Iterator[PartedSides]:
    """Which answers are at odds, and where not all who give them are, how many pairs of how many."""
    there: dict[tuple[str, str], int] = {}
    found: dict[tuple[str, str, Parting], int] = {}
    for one, other, verdict in disputed.pairs[issue]:
        first, second = sorted((signs[one], signs[other]), key=lambda sign: (sign not in "+", sign))
        there[first, second] = there.get((first, second), 0) + 1
        how = parting(verdict)
        if how is not Parting.NONE:
            found[first, second, how] = found.get((first, second, how), 0) + 1
    for (first, second, how), count in sorted(found.items(), key=lambda item: -item[1]):
        of = there[first, second]
        sign = "≠" if how is Parting.CANNOT else "≁"
        part = "" if count == of else f" {count}/{of}"
        said = "cannot both be right" if how is Parting.CANNOT else "disagree"
        yield PartedSides(
            text=f"{first} {sign} {second}{part}",
            parting=how,
            sentence=f"{count} of {of} pairs of texts that answer {first} and {second} {said}",
        )


def _voice_row(
    issue: IssueId,
    *,
    voices: Mapping[IssueId, Mapping[Holder, list[Holder]]],
    authors: Iterable[Holder],
    context: ComparisonContext,
) -> QuestionRow:
    record, stances = context.corpus.issues[issue], context.comparison.stances.by_issue[issue]
    cells: list[Cell] = []
    given: list[PositionId] = []
    for author in authors:
        marks: list[AnswerMark] = []
        said: list[str] = []
        for holder in voices[issue].get(author, ()):
            for stance in stances_of_its_own(stances[holder]):
                marks.append(voice_mark(stance, record, context.bare_name(holder)))
                given.append(stance.position)
                said.append(stance_sentence(stance, context.bare_name(holder), context.corpus))
        nobody = f"{context.name(author)} shows nobody who speaks on “{record.question}”"
        sentence = f"In {context.name(author)}: {'; '.join(said)}" if said else nobody
        cells.append(Cell(id=f"{issue}/{author.document}", marks=tuple(marks), sentence=sentence))
    return QuestionRow(
        id=f"issue/{issue}",
        question=record.short or record.question,
        key=key(given, record),
        cells=tuple(cells),
        link=context.issue_link(issue),
        sentence=record.question,
    )
