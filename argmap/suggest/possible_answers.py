"""Where an author may answer after all: claims, and sentences without one, that may answer an issue."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from argmap.compare.stance import IssueStatus
from argmap.compare.tree import roots
from argmap.judge.assertion import commitments
from argmap.judge.holder import Holder
from argmap.model.claim import Claim
from argmap.model.ids import ClaimId, DocumentId, IssueId, PositionRef
from argmap.similarity.match import Band, Match
from argmap.suggest.additions import answer, new_claim, silence
from argmap.suggest.material import FEWEST_WORDS, Material, Pending
from argmap.suggest.suggestion import AnswerCandidate, AnswerSuggestion, Choice, Sentence

_BESIDE = 9
"""Claims of other documents that answer an issue and are looked at beside it."""
_TOP = 6
"""Claims of a document that are looked at for each text of an issue."""
_MOST_CLAIMS, _MOST_SENTENCES = 3, 2
"""Candidates of each sort for one issue and document."""
_NEARER = (Band.STRONG, Band.LIKELY)
"""How alike a claim nearer to the thesis has to be: the document answers already."""


class IssueText(NamedTuple):
    """A text that says what an issue is about.

    Attributes:
        like: The claim that answers it, or its position; None for the question itself.
        position: Which position whoever says the text takes; None where that is not said.
    """

    issue: IssueId
    text: str
    like: ClaimId | PositionRef | None = None
    position: PositionRef | None = None


def issue_texts(material: Material, issue: IssueId, apart_from: DocumentId | None = None) -> Iterator[IssueText]:
    """The question, its positions, and claims of documents but one that answer it."""
    record = material.corpus.issues[issue]
    yield IssueText(issue, record.question)
    for position in record.positions:
        # "It should not" says nothing without the question.
        said = position.text if len(position.text.split()) >= FEWEST_WORDS else f"{record.question} {position.text}"
        name = PositionRef.of(issue, position.id)
        yield IssueText(issue, said, name, name)
    beside = [one for one in material.answering.get(issue, ()) if one[0].document != apart_from]
    for claim, name in beside[:_BESIDE]:
        yield IssueText(issue, material.corpus.claims[claim].text, claim, name)


def answers(material: Material) -> tuple[list[Pending], list[Pending]]:
    """Issues on which documents are silent, and those that a claim nearer to the thesis may answer."""
    silent: list[Pending] = []
    nearer: list[Pending] = []
    for document in material.documents:
        _look(material, document, silent, nearer)
    return silent, nearer


def _look(material: Material, document: DocumentId, silences: list[Pending], nearer: list[Pending]) -> None:
    record = material.corpus.documents[document]
    asked = [issue for issue in material.issues if issue not in record.silent]
    texts = [text for issue in asked for text in issue_texts(material, issue, document)]
    claims = list(material.claims(document))
    found = _best(material, texts, [claim.text for claim in claims])
    author = Holder(document)
    silent = {
        issue for issue in asked if material.comparison.stances.profile(author, issue).standing is IssueStatus.SILENT
    }
    sentences = material.uncovered(document)
    asked_of_source = [text for text in texts if text.issue in silent]
    said = _best(material, asked_of_source, [one.text for one in sentences]) if sentences else {}
    depths: Mapping[ClaimId, int] = {}
    for issue in asked:
        candidates = _candidates(material, issue, claims, found.get(issue, {}))
        if issue in silent:
            likely = _ordered(said.get(issue, {}))[:_MOST_SENTENCES]
            best = [one.match.probability for one in candidates[:1]] + [one.best.probability for _, one in likely[:1]]
            if best:
                sort = (-max(best), document, issue)
                open_issue = _Silence(document, issue, tuple(candidates[:_MOST_CLAIMS]), tuple(likely))
                silences.append(Pending(sort, partial(_silence, material, open_issue, sentences)))
        elif candidates:
            depths = depths or _depths(material, document)
            better = _nearer(
                material, Holder(document), issue, _Looked(claims, found.get(issue, {}), depths), candidates
            )
            if better is not None:
                sort = (-better.candidates[0].match.probability, document, issue)
                nearer.append(Pending(sort, partial(_itself, better)))


def _itself(suggestion: AnswerSuggestion) -> AnswerSuggestion:
    return suggestion


class _Likeness(NamedTuple):
    """What a claim, or a sentence, shares with an issue.

    Attributes:
        best: Its best match with any text of the issue.
        text: That text.
        positions: How likely it says the same as somebody who takes a position, by position.
    """

    best: Match
    text: IssueText
    positions: Mapping[PositionRef, float]


def _best(material: Material, texts: Sequence[IssueText], others: Sequence[str]) -> dict[IssueId, dict[int, _Likeness]]:
    """By issue and place among the others, what is shared."""
    found: dict[IssueId, dict[int, _Likeness]] = {}
    if not texts or not others:
        return found
    for match in material.likeness.matches([text.text for text in texts], others, _TOP):
        if not material.is_worth_a_look(match):
            continue
        text = texts[match.first]
        among = found.setdefault(text.issue, {})
        known = among.get(match.second)
        positions = dict(known.positions) if known is not None else {}
        if text.position is not None:
            positions[text.position] = max(match.probability, positions.get(text.position, 0))
        if known is None or match.probability > known.best.probability:
            among[match.second] = _Likeness(match, text, positions)
        else:
            among[match.second] = known._replace(positions=positions)
    return found


def _candidates(
    material: Material, issue: IssueId, claims: Sequence[Claim], found: Mapping[int, _Likeness]
) -> list[AnswerCandidate]:
    candidates = []
    for place, likeness in _ordered(found):
        claim = claims[place]
        positions = _positions(material, issue, likeness)
        if any(given.issue == issue for given in claim.answers) or material.is_apart(claim.id, issue, *positions):
            continue
        choices = [Choice(name=one.position, additions=(answer(claim.id, one),)) for one in positions]
        candidates.append(
            AnswerCandidate(
                claim=claim.id,
                sentence=None,
                match=likeness.best,
                like=likeness.text.like,
                choices=tuple(choices),
            )
        )
    return candidates


class _Silence(NamedTuple):
    """An issue on which a document is silent.

    Attributes:
        sentences: The places of the likeliest sentences, and what each shares with it.
    """

    document: DocumentId
    issue: IssueId
    claims: tuple[AnswerCandidate, ...]
    sentences: tuple[tuple[int, _Likeness], ...]


def _silence(material: Material, found: _Silence, sentences: Sequence[Sentence]) -> AnswerSuggestion:
    said = [_said(material, found, sentences[place], likeness) for place, likeness in found.sentences]
    return AnswerSuggestion(
        document=found.document,
        issue=found.issue,
        answering=(),
        candidates=(*found.claims, *said),
        rejection=silence(found.document, found.issue),
    )


def _said(material: Material, found: _Silence, sentence: Sentence, likeness: _Likeness) -> AnswerCandidate:
    """A sentence without a claim that may answer; it can be taken where words of it prove their place."""
    positions = _positions(material, found.issue, likeness)
    cue = material.cue(found.document, sentence, likeness.best)
    choices = [
        Choice(name=one.position, additions=(new_claim(material.corpus, found.document, cue, one),))
        for one in positions
        if cue is not None
    ]
    return AnswerCandidate(
        claim=None,
        sentence=sentence,
        match=likeness.best,
        like=likeness.text.like,
        choices=tuple(choices),
    )


def _ordered(found: Mapping[int, _Likeness]) -> list[tuple[int, _Likeness]]:
    return sorted(found.items(), key=lambda item: (-item[1].best.probability, item[0]))


def _positions(material: Material, issue: IssueId, likeness: _Likeness) -> list[PositionRef]:
    """All positions of an issue, that first which is taken by whatever is likest."""
    declared = [PositionRef.of(issue, position.id) for position in material.corpus.issues[issue].positions]
    return sorted(declared, key=lambda name: -likeness.positions.get(name, 0))


class _Looked(NamedTuple):
    """The claims of a document, what each shares with an issue, and how far each is away from the thesis."""

    claims: Sequence[Claim]
    found: Mapping[int, _Likeness]
    depths: Mapping[ClaimId, int]


def _nearer(
    material: Material, author: Holder, issue: IssueId, looked: _Looked, candidates: Iterable[AnswerCandidate]
) -> AnswerSuggestion | None:
    """Claims of the author that are nearer to the thesis than those that answer, and likelier to."""
    profile = material.comparison.stances.profile(author, issue)
    answering = tuple(
        sorted({claim for stance in profile.stances if not stance.implied for claim in stance.claims}),
    )
    if not answering:
        return None
    depths, found = looked.depths, looked.found
    depth = min(depths.get(claim, 0) for claim in answering)
    places = {claim.id: place for place, claim in enumerate(looked.claims)}
    now = max(
        (found[places[claim]].best.probability for claim in answering if places.get(claim) in found),
        default=0.0,
    )
    better = tuple(
        one
        for one in candidates
        if one.claim is not None
        and one.match.band in _NEARER
        and one.match.probability > now
        and depths.get(one.claim, depth) < depth
        and commits_author(material.corpus.claims[one.claim])
    )
    if not better:
        return None
    return AnswerSuggestion(
        document=author.document,
        issue=issue,
        answering=answering,
        candidates=better[:_MOST_CLAIMS],
        rejection=None,
    )


def commits_author(claim: Claim) -> bool:
    """Whether the author of the document says something by it; else it shows somebody else's view, or nobody's."""
    return any(one.holder.is_author for one in commitments(claim))


def _depths(material: Material, document: DocumentId) -> dict[ClaimId, int]:
    """How many steps each claim is away from the thesis, or from the conclusion nearest above it."""
    corpus = material.corpus
    found: dict[ClaimId, int] = dict.fromkeys(roots(corpus, corpus.documents[document]), 0)
    waiting = deque(found)
    while waiting:
        claim = waiting.popleft()
        for premise in corpus.claims[claim].premises:
            if premise not in found and premise in corpus.claims:
                found[premise] = found[claim] + 1
                waiting.append(premise)
    return found
