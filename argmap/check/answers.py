"""Rules about how claims answer issues: what may be meant otherwise, and what one holder cannot say together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from typing import NamedTuple

from argmap.check.kept import DocumentPart, Kept
from argmap.judge.assertion import Assertion, answers
from argmap.judge.concessions import conceded, reached_from
from argmap.judge.credence import has_direction, is_below_even
from argmap.judge.dates import tests, years_between
from argmap.judge.duty import has_duty_direction
from argmap.judge.force import is_emphatic, scale_of
from argmap.judge.holder import Holder
from argmap.judge.pairs import are_opposed
from argmap.judge.questions import Answer, Question, judge_answers, questions_of
from argmap.judge.strength import Scale
from argmap.language.words import OPEN, Attitude, Degree, Kind, Relation
from argmap.model.claim import Answer as Answering
from argmap.model.claim import Claim, Strength
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId, IssueId
from argmap.source.finding import Finding, Related
from argmap.source.text import Place

_REJECTING = (Attitude.DENIES, Attitude.DOUBTS)
_MANY = 3
"""Issues that one claim seldom answers well."""
_YEARS = 2
"""Years between two documents from which on what is undated may have changed."""
_MOST = 50
"""Answers of one holder to one issue that are put beside each other."""
_FACTUAL = (Kind.FACT, Kind.PREDICTION)


class _Said(NamedTuple):
    """What a holder says on an issue, and where."""

    holder: Holder
    answer: Answer
    place: Place

    @property
    def assertion(self) -> Assertion:
        return self.answer.assertion


def answers_to_issues(corpus: Corpus, parts: Sequence[DocumentPart], kept: Kept) -> Iterator[Finding]:
    """All findings of this family."""
    questions = {
        issue: kept.of("question", issue, (), partial(_itself, question), question.looked_at)
        for issue, question in (questions_of(corpus) if corpus.issues else {}).items()
    }
    by_issue: dict[IssueId, list[_Said]] = {}
    for part in parts:
        asked = [questions[issue] for issue in part.answered if issue in questions]
        thesis = corpus.claims[part.document.thesis] if part.document.thesis is not None else None
        named = (*part.answered, *(claim.id for claim in part.claims)) if corpus.doubtful else ()
        doubtful = frozenset(name for name in named if name in corpus.doubtful)
        make = partial(_Answered, part, corpus, questions, doubtful)
        answered = kept.of("answers", part.document.id, (part, thesis, *asked), make, (doubtful,))
        yield from answered.findings
        for issue, one in answered.said:
            by_issue.setdefault(issue, []).append(one)
    for issue, those in by_issue.items():
        question = questions[issue]
        find = partial(_across_documents, those, question, corpus)
        yield from kept.of("answers to an issue", issue, (question, *those), find)
    yield from _same_yet_opposed(corpus, by_issue, questions)


def _itself(question: Question) -> Question:
    return question


class _Answered:
    """What a document answers, and what is found in that alone."""

    def __init__(
        self, part: DocumentPart, corpus: Corpus, questions: Mapping[IssueId, Question], doubtful: Set[str]
    ) -> None:
        self.said = list(_said(part, corpus, questions)) if questions else []
        self.findings = [finding for claim in part.claims for finding in _denied_emphasis(claim)]
        if questions:
            for claim in part.claims:
                if claim.answers:
                    self.findings += _of_claim(claim, questions)
            self.findings += _of_document(part.document, corpus, self.said, questions, doubtful)


def _said(part: DocumentPart, corpus: Corpus, questions: Mapping[IssueId, Question]) -> Iterator[tuple[IssueId, _Said]]:
    document = part.document
    granted = conceded(document, corpus)
    issues = {issue: questions[issue].issue for issue in part.answered if issue in questions}
    for claim in part.claims:
        for holder, answer, assertion in answers(claim, issues, document.date, granted) if claim.answers else ():
            yield answer.issue, _Said(holder, Answer(answer.position, assertion), answer.origin)


def _across_documents(those: list[_Said], question: Question, corpus: Corpus) -> tuple[Finding, ...]:
    return (*_forecasts_without_end(those, question, corpus), *_years_apart(those, question))


def _of_claim(claim: Claim, questions: Mapping[IssueId, Question]) -> Iterator[Finding]:
    for answer in claim.answers:
        question = questions.get(answer.issue)
        if question is None:
            continue
        for rule in (_below_even, _from_under_denial, _duty_on_fact, _mixed_scales):
            yield from rule(claim, answer, question)
    issues = {answer.issue for answer in claim.answers}
    if len(issues) >= _MANY:
        yield Finding(
            code="A706",
            message=f"{claim.called} answers {len(issues)} issues",
            place=claim.origin,
            label="does one sentence answer so many questions?",
            help="let it answer the one that it is about, and the others be answered by the claims that do",
        )


def _below_even(claim: Claim, answer: Answering, question: Question) -> Iterator[Finding]:
    strength = claim.strength
    if strength is None or answer.strength is not None or answer.holder is not None or answer.negated:
        return
    other = question.opposite(answer.position)
    first = next((position.id for position in question.issue.positions if position.id in (answer.position, other)), "")
    if _is_negative(strength) and answer.position == first and other is not None:
        yield Finding(
            code="A701",
            message=f"{claim.called} is `{strength}`, and answers `{answer.position}`",
            place=answer.origin,
            label="what does the text, read whole, answer?",
            help=f"a word below even belongs to a text that says the negative: if this one does, write "
            f"`answers {answer.issue}: {other}`; if not, write the strength of the answer after it, as in "
            f"`answers {answer.issue}: {answer.position} (likely)`",
        )


def _is_negative(strength: Strength) -> bool:
    """Whether a word says that something is rather not so, or should rather not be."""
    if not (has_duty_direction(strength) if strength.low.is_duty else has_direction(strength)):
        return False
    duties = (Degree.SHOULD_NOT, Degree.MUST_NOT)
    return any(is_below_even(end) or end in duties for end in (strength.low, strength.high))


def _from_under_denial(claim: Claim, answer: Answering, question: Question) -> Iterator[Finding]:  # noqa: ARG001
    if answer.holder is None or claim.attitude not in _REJECTING:
        return
    held = answer.holder in claim.holders
    yield Finding(
        code="A702",
        message=f"`from {answer.holder}` under `{claim.attitude}` is that actor's own answer",
        place=answer.origin,
        label=f"read as: {answer.holder} accepts `{answer.position}`, whatever the author does to the text"
        if held
        else f"read as: the author {claim.attitude} that this shows it, and nothing is ascribed to {answer.holder}",
        help="leave it so if that is meant; else let a claim that reports the actor answer the issue",
    )


def _duty_on_fact(claim: Claim, answer: Answering, question: Question) -> Iterator[Finding]:
    strength = _strength(claim, answer)
    if strength is not None and strength.low.is_duty and question.issue.kind in _FACTUAL:
        asked = "will be" if question.issue.kind is Kind.PREDICTION else "is"
        yield Finding(
            code="A708",
            message=f"{claim.called} says what {_must(strength)}, and `{answer.issue}` asks what {asked}",
            place=answer.origin,
            label=f"`{strength}` is a word of duty, and the issue is of `kind: {question.issue.kind}`",
            help="let it answer a question of policy, or say with a word of belief how likely it is",
        )


def _must(strength: Strength) -> str:
    return f"{strength.low.value.replace('-', ' ')} be"


def _mixed_scales(claim: Claim, answer: Answering, question: Question) -> Iterator[Finding]:
    strength = _strength(claim, answer)
    if strength is None or strength.low.is_duty:
        return
    # The kind of the text is not the kind of an actor's stance.
    if scale_of(strength, claim.kind if answer.holder is None else None, question.issue.kind) is Scale.DUTY:
        yield Finding(
            code="A709",
            message=f"`{strength}` on what ought to be done is read as a hedge",
            place=answer.origin,
            label="certain is read as must, likely as should, possible as could",
            help="write `must`, `should` or `could` if the text says so",
        )


def _denied_emphasis(claim: Claim) -> Iterator[Finding]:
    if claim.attitude not in _REJECTING:
        return
    strengths = (claim.strength, *(answer.strength for answer in claim.answers if answer.holder is None))
    emphatic = next((strength for strength in strengths if is_emphatic(strength, _scale(strength))), None)
    if emphatic is None:
        return
    yield Finding(
        code="A703",
        message=f"{claim.called} {claim.attitude} no more than `{emphatic}`",
        place=claim.origin,
        label="it may still be likely: is that meant?",
        help="leave it so if just the emphasis is denied; else leave out the strength",
    )


def _scale(strength: Strength | None) -> Scale:
    return Scale.DUTY if strength is not None and strength.low.is_duty else Scale.BELIEF


def _strength(claim: Claim, answer: Answering) -> Strength | None:
    return answer.strength if answer.strength is not None else claim.strength if answer.holder is None else None


def _of_document(
    document: Document,
    corpus: Corpus,
    said: list[tuple[IssueId, _Said]],
    questions: Mapping[IssueId, Question],
    doubtful: Set[str],
) -> Iterator[Finding]:
    by_holder: dict[tuple[Holder, IssueId], list[_Said]] = {}
    for issue, one in said:
        by_holder.setdefault((one.holder, issue), []).append(one)
    for (holder, issue), those in by_holder.items():
        yield from _two_answers(those, questions[issue])
        if (
            holder.is_author
            and all(one.assertion.conceded for one in those)
            and _is_read(those, issue, doubtful, corpus)
        ):
            yield Finding(
                code="A705",
                message=f"`{document.id}` answers `{issue}` only in what it concedes",
                place=those[0].place,
                label="the author grants this, and rests nothing on it",
                help="look for the claim that gives the author's own answer; where there is none, leave it so",
            )
        if holder.is_author and issue in document.silent:
            yield Finding(
                code="A716",
                message=f"`{document.id}` is said to be silent on `{issue}`, and answers it",
                place=those[0].place,
                label="the author's answer",
                related=(Related(document.origin, f"`silent: {issue}` stands under this document"),),
                help="drop the issue from the `silent` line, or let the claim answer what it is about",
            )
    if document.thesis_is_declared and document.thesis is not None and said:
        thesis = corpus.claims[document.thesis]
        own = {one.assertion.claim for _, one in said if one.holder.is_author and one.assertion.is_main}
        if not thesis.answers and not own.isdisjoint(reached_from(thesis.id, document, corpus)):
            yield Finding(
                code="A707",
                message=f"the thesis of `{document.id}` answers no issue, and claims beneath it do",
                place=thesis.origin,
                help="let the thesis answer the question that it is about, or say in a `note` why it answers none",
            )


def _is_read(those: Sequence[_Said], issue: IssueId, doubtful: Set[str], corpus: Corpus) -> bool:
    """Whether neither another answer to an issue may be unread, nor another use of what answers it."""
    if issue in doubtful:
        return False
    waiting = [claim for name in doubtful if (claim := ClaimId(name)) in corpus.claims]
    below = set(waiting)
    while waiting:
        for premise in corpus.claims[waiting.pop()].premises:
            if premise not in below and premise in corpus.claims:
                below.add(premise)
                waiting.append(premise)
    return below.isdisjoint(one.assertion.claim for one in those)


def _two_answers(those: list[_Said], question: Question) -> Iterator[Finding]:
    """The first two main answers that cannot both be right, of different claims: one claim has its own finding."""
    main = [one for one in those if one.assertion.is_main and not one.assertion.conditions][:_MOST]
    for number, later in enumerate(main):
        for before in main[:number]:
            if (
                before.assertion.claim != later.assertion.claim
                and judge_answers(before.answer, later.answer, question).is_for_two
            ):
                yield Finding(
                    code="A704",
                    message=f"`{_name(before)}` and `{_name(later)}` answer `{question.issue.id}` so that both cannot "
                    "be right",
                    place=later.place,
                    related=(Related(before.place, "the other answer"),),
                    help="keep the answer that the text gives; where it takes two sides, leave both: it is told so",
                )
                return


def _name(said: _Said) -> str:
    return said.assertion.claim.name


def _forecasts_without_end(those: list[_Said], question: Question, corpus: Corpus) -> Iterator[Finding]:
    open_ended = [one for one in those if one.assertion.time.is_prediction and not one.assertion.time.end]
    facts = _latest((one for one in those if one.assertion.time.is_fact) if open_ended else ())
    for forecast in open_ended:
        against = next((fact for fact in facts if _speaks_against(fact, forecast, question)), None)
        if against is not None:
            yield Finding(
                code="A710",
                message=f"a later fact speaks against `{_name(forecast)}`, a forecast without a date",
                place=corpus.claims[forecast.assertion.claim].origin,
                label="until when?",
                related=(Related(against.place, "the fact"),),
                help="write `until: DATE` under it: by when the text says that it will be known",
            )


def _latest(facts: Iterable[_Said]) -> list[_Said]:
    """The latest fact for each answer."""
    found: dict[tuple[object, ...], _Said] = {}
    for fact in facts:
        key = (fact.answer.position, fact.assertion.force.direction)
        if key not in found or found[key].assertion.time.start < fact.assertion.time.start:
            found[key] = fact
    return list(found.values())


def _speaks_against(fact: _Said, forecast: _Said, question: Question) -> bool:
    one, other = fact.answer.position, forecast.answer.position
    if OPEN in (one, other) or not tests(fact.assertion.time, forecast.assertion.time):
        return False
    return are_opposed(fact.assertion.force, forecast.assertion.force, question.between(one, other))


def _years_apart(those: list[_Said], question: Question) -> Iterator[Finding]:
    """The first two answers of undated claims that lie years apart and disagree."""
    if question.issue.changes is not None:
        return
    undated = (
        one for one in those if one.holder.is_author and one.assertion.is_main and one.assertion.time.kind is None
    )
    groups: dict[tuple[object, ...], list[_Said]] = {}
    for one in undated:
        if one.assertion.time.start and not one.assertion.conditions:
            groups.setdefault((one.answer.position, one.assertion.force), []).append(one)
    ends = [_ends(group) for group in groups.values()]
    for number, group in enumerate(ends[:_MOST]):
        for other in ends[:number]:
            if not judge_answers(group[0].answer, other[0].answer, question).verdict.is_disagreement:
                continue
            pairs = ((group[0], other[1]), (group[1], other[0]))
            early, late = max((sorted(pair, key=_when) for pair in pairs), key=_years)
            if _years((early, late)) >= _YEARS:
                yield Finding(
                    code="A712",
                    message=f"`{early.assertion.claim}` and `{late.assertion.claim}` disagree on "
                    f"`{question.issue.id}`, and {_years((early, late))} years lie between them",
                    place=late.place,
                    related=(Related(early.place, f"said in {_when(early)[:4]}"),),
                    help="date them (`kind: fact` with `as-of: DATE`), or say under the issue whether its answer "
                    "changes: `changes: yes` or `changes: no`",
                )
                return


def _when(said: _Said) -> str:
    return said.assertion.time.start


def _years(pair: Iterable[_Said]) -> int:
    one, other = map(_when, pair)
    return years_between(one, other)


def _ends(group: list[_Said]) -> tuple[_Said, _Said]:
    return min(group, key=_when), max(group, key=_when)


def _same_yet_opposed(
    corpus: Corpus, by_issue: Mapping[IssueId, list[_Said]], questions: Mapping[IssueId, Question]
) -> Iterator[Finding]:
    same = [link for link in corpus.links if link.relation is Relation.SAME_AS and isinstance(link.source, ClaimId)]
    if not same:
        return
    ends = {end for link in same for end in link.ends}
    said: dict[ClaimId, dict[IssueId, _Said]] = {}
    for issue, those in by_issue.items():
        for one in those:
            if one.assertion.claim in ends:
                said.setdefault(one.assertion.claim, {}).setdefault(issue, one)
    for link in same:
        rejected = {
            corpus.claims[end].attitude in _REJECTING for end in map(ClaimId, link.ends) if end in corpus.claims
        }
        if len(rejected) > 1:
            # Who denies what another claims has to answer otherwise.
            continue
        mine, yours = (said.get(end, {}) if isinstance(end, ClaimId) else {} for end in (link.source, link.target))
        for issue in mine.keys() & yours.keys():
            one, other = mine[issue], yours[issue]
            if judge_answers(one.answer, other.answer, questions[issue]).verdict.is_cannot:
                yield Finding(
                    code="A711",
                    message=f"`{link.source}` and `{link.target}` are said to be the same, and answer `{issue}` "
                    "so that both cannot be right",
                    place=link.origin,
                    related=(Related(one.place, "the one answer"), Related(other.place, "the other")),
                    help="drop the link, or mend one of the answers",
                )
                break
