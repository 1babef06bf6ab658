"""The stance matrix: all questions by all texts, and the same for the actors whom the texts let speak."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

import attrs

from argmap.judge.holder import Holder, was_looked_for
from argmap.model.ids import IssueId, PositionId
from argmap.view.comparison.answer_marks import answer_mark, joined_marks, key, voice_mark
from argmap.view.comparison.comparison_context import ComparisonContext
from argmap.view.comparison.disputed_questions import DisputedQuestions, Pair, parting
from argmap.view.tables import (
    FEW,
    AnswerMark,
    Cell,
    HolderHead,
    Matrix,
    PartedPair,
    Parting,
    QuestionGroup,
    QuestionRow,
)
from argmap.wording.english import beginning_of, counted
from argmap.wording.stance_sentences import NOT_THERE, qualities, stance_sentence, stances_of_its_own
from argmap.wording.verdicts import phrase

_MOST_ROWS = 120
_MOST_NAMED = 6
_FURTHEST = {Parting.CANNOT: "cannot hold beside", Parting.DISAGREES: "disagrees with"}


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
        _Rows(title=f"In dispute: {counted(len(in_dispute), 'question')}, {pairs}", issues=in_dispute),
        _Rows(title=f"Different answers, and no disagreement: {counted(len(different), 'question')}", issues=different),
        _Rows(title=f"An answer in common: {counted(len(same), 'question')}", issues=same),
        _Rows(title=f"Answered by one text alone: {counted(len(alone), 'question')}", issues=alone),
    )
    told = sum(map(bool, speaking.values()))
    counts = f"{counted(told, 'question')} · {context.texts(authors)}, each beside those with which it agrees most"
    groups, closing = _groups(ordered, partial(_author_row, disputed=disputed, context=context))
    unseen = [any(holder.is_author for holder in stances[issue]) for issue, those in speaking.items() if not those]
    over = len(disputed.over_links)
    for number, thing, said in (
        (unseen.count(False), "question", "that only reported voices answer: see the picture of these"),
        (unseen.count(True), "question", "that other texts alone answer"),
        (over, "disagreement", "over claims that a link joins: see the report"),
    ):
        closing += [f"{counted(number, thing)} {said}"] if number else []
    return _matrix("Who answers what", counts, tuple(map(context.head, authors)), groups, closing)


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
    groups, closing = _groups((_Rows(issues=ordered),), row)
    counts = f"{counted(total, 'reported voice')} in {context.texts(authors)} on "
    counts += f"{counted(len(ordered), 'question')} · what each says is told by the text alone"
    return _matrix("Whom the texts let speak", counts, tuple(map(context.head, authors)), groups, closing)


@attrs.frozen(kw_only=True)
class _Rows:
    """Questions under one heading."""

    title: str = ""
    issues: Sequence[IssueId]


def _groups(
    ordered: Iterable[_Rows], row: Callable[[IssueId], QuestionRow]
) -> tuple[tuple[QuestionGroup, ...], list[str]]:
    """The rows for which there is room, and what is said of the others."""
    groups, room, left_out = [], _MOST_ROWS, 0
    for those in ordered:
        shown = those.issues[:room]
        room -= len(shown)
        left_out += len(those.issues) - len(shown)
        if shown:
            groups.append(QuestionGroup(title=those.title, rows=tuple(map(row, shown))))
    more = f"{counted(left_out, 'more question')}: `argmap compare --format csv` has all"
    return tuple(groups), [more] * (left_out > 0)


def _matrix(
    title: str, counts: str, columns: tuple[HolderHead, ...], groups: tuple[QuestionGroup, ...], closing: Sequence[str]
) -> Matrix:
    headings = " ".join(f"{group.title}." for group in groups if group.title)
    shape = "A row for each question, a column for each text, the answer where they meet."
    return Matrix(
        title=title,
        subtitle=(counts,),
        description=f"{title}: {counts}. {shape} {headings}",
        columns=columns,
        groups=groups,
        wide=len(columns) <= FEW,
        closing=f"Not in this picture: {'; '.join(closing)}." if closing else "",
    )


def _author_row(issue: IssueId, *, disputed: DisputedQuestions, context: ComparisonContext) -> QuestionRow:
    authors, record = disputed.authors, context.corpus.issues[issue]
    stances = context.comparison.stances.by_issue[issue]
    places = {author: place for place, author in enumerate(authors)}
    wide = len(authors) <= FEW
    against: dict[Holder, dict[Parting, list[Holder]]] = {}
    for pair in disputed.on(issue):
        for mine, yours in ((pair.one, pair.other), (pair.other, pair.one)):
            against.setdefault(mine, {}).setdefault(parting(pair), []).append(yours)
    cells, given, signs = [], [], {}
    for author in authors:
        found = stances_of_its_own(stances[author]) if author in stances else ()
        parted = against.get(author, {})
        marks = tuple(answer_mark(stance, record, firmly=wide) for stance in found)
        said = [", ".join((answer_mark(stance, record).words, *qualities(stance))) for stance in found]
        for how in (how for how in _FURTHEST if how in parted):
            said.append(f"{_FURTHEST[how]} {beginning_of([context.name(other) for other in parted[how]], _MOST_NAMED)}")
        looked_for = not found and was_looked_for(author, issue, context.corpus)
        silent = f"silent: {NOT_THERE}" if looked_for else "silent"
        given += [stance.position for stance in found]
        if marks:
            signs[author] = f"not {marks[0].sign}" if marks[0].rejected else marks[0].sign
        cells.append(
            Cell(
                id=f"{issue}/{author.document}",
                marks=joined_marks(marks) if wide else marks,
                looked_for=looked_for,
                parting=next((how for how in _FURTHEST if how in parted), Parting.NONE),
                sentence=f"{context.name(author)}: {'; '.join(said) or silent}",
            )
        )
    return QuestionRow(
        id=f"issue/{issue}",
        question=record.short or record.question,
        key="" if wide else key(given, record),
        note=_note(issue, disputed) if wide or not disputed.on(issue) else "",
        cells=tuple(cells),
        pairs=tuple(_pairs(disputed.on(issue), places, context)) if wide else (),
        sides="" if wide else _sides(issue, signs, disputed),
        parting=next((how for how in _FURTHEST if any(how is cell.parting for cell in cells)), Parting.NONE),
        link=context.issue_link(issue),
        sentence=record.question,
    )


def _note(issue: IssueId, disputed: DisputedQuestions) -> str:
    """How those stand to each other who answer differently and do not disagree."""
    neither = [
        pair.verdict for pair in disputed.pairs[issue] if not (pair.verdict.is_agreement or pair.is_disagreement)
    ]
    found = ", ".join(phrase(verdict).removeprefix("answers that ") for verdict in dict.fromkeys(neither))
    return f"without a line: {found}" if found and disputed.on(issue) else found


def _pairs(found: Iterable[Pair], places: Mapping[Holder, int], context: ComparisonContext) -> Iterator[PartedPair]:
    """Those who disagree, from the left."""
    for pair in sorted(found, key=lambda pair: sorted((places[pair.one], places[pair.other]))):
        one, other = sorted((places[pair.one], places[pair.other]))
        how = parting(pair)
        names = f"{context.name(pair.one)} and {context.name(pair.other)}"
        said = (
            f"The answers of {names} cannot both hold" if how is Parting.CANNOT else f"{names}: {phrase(pair.verdict)}"
        )
        yield PartedPair(one=one, other=other, parting=how, sentence=said)


def _sides(issue: IssueId, signs: Mapping[Holder, str], disputed: DisputedQuestions) -> str:
    """Which answers are at odds, and how many of the pairs that answer differently disagree."""
    order = list(dict.fromkeys(sorted(signs.values(), key=_by_sign)))
    different = [pair for pair in disputed.pairs[issue] if signs[pair.one] != signs[pair.other]]
    found = [pair for pair in different if pair.is_disagreement]
    if not found:
        return ""
    odds = {tuple(sorted((signs[pair.one], signs[pair.other]), key=order.index)) for pair in found}
    there = [sign for sign in order if any(sign in both for both in odds)]
    if len(odds) == len(there) * (len(there) - 1) // 2:
        said = " ↔ ".join(there)
    else:
        said = ", ".join(
            f"{one} ↔ {other}" for one, other in sorted(odds, key=lambda both: tuple(map(order.index, both)))
        )
    return said if len(found) == len(different) else f"{said} {len(found)}/{len(different)}"


def _by_sign(sign: str) -> tuple[int, str]:
    """The first end of a scale, what is between, the other end, then letters."""
    return ({"+": 0, "±": 1, "−": 3}.get(sign, 2 if sign.isdigit() else 4), sign)


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
