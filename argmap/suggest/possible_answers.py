"""Where an author may answer after all: claims, and sentences without one, that may answer an issue."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple

from argmap.compare.stance import IssueStatus
from argmap.compare.tree import roots
from argmap.judge.holder import Holder
from argmap.model.claim import Claim
from argmap.model.ids import ClaimId, DocumentId, IssueId, PositionRef
from argmap.model.link import Joined
from argmap.similarity.match import Band, Match
from argmap.suggest.additions import answer, new_claim, silence
from argmap.suggest.compared_texts import AnswerScore, ComparedTexts
from argmap.suggest.material import Material, Pending
from argmap.suggest.suggestion import AnswerCandidate, AnswerSuggestion, Choice
from argmap.suggest.whose_view import commits_author

_TOP = 12
"""Claims of a document that are looked at for each issue."""
_MOST_CLAIMS, _MOST_SENTENCES = 3, 2
"""Candidates of each sort for one issue and document."""
_NEARER = (Band.STRONG, Band.LIKELY)
"""How likely a claim nearer to the thesis has to be: the document answers already."""


def possible_answers(material: Material, texts: ComparedTexts) -> tuple[list[Pending], list[Pending]]:
    """Issues on which documents are silent, and those that a claim nearer to the thesis may answer."""
    silent: list[Pending] = []
    nearer: list[Pending] = []
    for document in material.documents:
        _Search(material, texts, document).into(silent, nearer)
    return silent, nearer


_Scores = Mapping[IssueId, Sequence[AnswerScore]]


class _Found(NamedTuple):
    """A claim, or a sentence, that may answer.

    Attributes:
        number: Of its text.
        claim: None for a sentence.
    """

    number: int
    scored: AnswerScore
    match: Match
    claim: ClaimId | None = None


class _Search:
    """Answers that are looked for in one document."""

    def __init__(self, material: Material, texts: ComparedTexts, document: DocumentId) -> None:
        self._material = material
        self._texts = texts
        self._document = document
        self._author = Holder(document)
        self._claims = list(material.claims(document))

    def into(self, silences: list[Pending], nearer: list[Pending]) -> None:
        """Add what is found to what was."""
        record = self._material.corpus.documents[self._document]
        asked = [issue for issue in self._material.issues if issue not in record.silent]
        silent = [issue for issue in asked if self._standing(issue) is IssueStatus.SILENT]
        numbers = [self._texts.claims[claim.id] for claim in self._claims]
        claims = self._texts.answer_scores(asked, numbers, _TOP, self._document)
        own = self._texts.numbers_of_sentences(self._document)
        sentences = self._texts.answer_scores(silent, own, _MOST_SENTENCES, self._document)
        depths: Mapping[ClaimId, int] = {}
        for issue in asked:
            likely = self._likely(issue, claims.get(issue, ()), numbers)
            if issue in silent:
                said = self._likely(issue, sentences.get(issue, ()), own, of_claims=False)
                # A silence at which nobody has looked is told, however little there is to look at.
                nearest = [] if likely or said else self._nearest(issue, claims, numbers, sentences, own)
                candidates = (*likely[:_MOST_CLAIMS], *said, *nearest)
                order = -max((one.match.probability for one in candidates), default=0.0)
                make = partial(self._silence, issue, candidates)
                silences.append(Pending((order, self._document, issue), make))
            elif likely:
                depths = depths or _depths(self._material, self._document)
                answering, better = self._nearer(issue, claims[issue], likely, depths)
                if better:
                    order = -better[0].match.probability
                    make = partial(self._instead, issue, answering, better)
                    nearer.append(Pending((order, self._document, issue), make))

    def _standing(self, issue: IssueId) -> IssueStatus:
        return self._material.comparison.stances.profile(self._author, issue).standing

    def _likely(
        self, issue: IssueId, scores: Sequence[AnswerScore], numbers: Sequence[int], *, of_claims: bool = True
    ) -> list[_Found]:
        """What is worth a look."""
        found = self._unsettled(issue, scores, numbers, of_claims=of_claims)
        return [one for one in found if self._material.is_worth_a_look(one.match)]

    def _nearest(
        self,
        issue: IssueId,
        claims: _Scores,
        numbers: Sequence[int],
        sentences: _Scores,
        own: Sequence[int],
    ) -> list[_Found]:
        """The claim or the sentence that is nearest, however far that is; none where there is none."""
        claim = islice(self._unsettled(issue, claims.get(issue, ()), numbers), 1)
        sentence = islice(self._unsettled(issue, sentences.get(issue, ()), own, of_claims=False), 1)
        return sorted((*claim, *sentence), key=lambda one: -one.match.probability)[:1]

    def _unsettled(
        self, issue: IssueId, scores: Sequence[AnswerScore], numbers: Sequence[int], *, of_claims: bool = True
    ) -> Iterator[_Found]:
        """What does not answer the issue already, and is not kept apart from it."""
        for scored in scores:
            match = self._texts.answer_match(scored.nearest.number, numbers[scored.place], scored.score)
            claim = self._claims[scored.place] if of_claims else None
            if claim is None or not self._is_settled(claim, issue):
                name = claim.id if claim is not None else None
                yield _Found(numbers[scored.place], scored, match, name)

    def _is_settled(self, claim: Claim, issue: IssueId) -> bool:
        answers = any(given.issue == issue for given in claim.answers)
        return answers or self._material.corpus.are_unrelated(Joined.CLAIM_AND_ISSUE, claim.id, issue)

    def _nearer(
        self,
        issue: IssueId,
        scores: Sequence[AnswerScore],
        likely: Sequence[_Found],
        depths: Mapping[ClaimId, int],
    ) -> tuple[tuple[ClaimId, ...], list[_Found]]:
        """The claims that answer, and those of the author that are nearer to the thesis, and likelier to."""
        profile = self._material.comparison.stances.profile(self._author, issue)
        answering = tuple(
            sorted({claim for stance in profile.stances if not stance.implied for claim in stance.claims})
        )
        if not answering:
            return (), []
        depth = min(depths.get(claim, 0) for claim in answering)
        now = max((one.score for one in scores if self._claims[one.place].id in answering), default=float("-inf"))
        better = [
            one
            for one in likely
            if one.claim is not None
            and one.match.band in _NEARER
            and one.scored.score > now
            and depths.get(one.claim, depth) < depth
            and commits_author(self._material.corpus.claims[one.claim])
        ]
        return answering, better[:_MOST_CLAIMS]

    # --- What is made of it

    def _silence(self, issue: IssueId, found: Sequence[_Found]) -> AnswerSuggestion:
        return AnswerSuggestion(
            document=self._document,
            issue=issue,
            answering=(),
            candidates=tuple(self._candidate(issue, one) for one in found),
            rejection=silence(self._document, issue),
        )

    def _instead(self, issue: IssueId, answering: tuple[ClaimId, ...], found: Sequence[_Found]) -> AnswerSuggestion:
        return AnswerSuggestion(
            document=self._document,
            issue=issue,
            answering=answering,
            candidates=tuple(self._candidate(issue, one) for one in found),
            rejection=None,
        )

    def _candidate(self, issue: IssueId, found: _Found) -> AnswerCandidate:
        scored = found.scored
        match = self._texts.with_shared(found.match)
        declared = [PositionRef.of(issue, position.id) for position in self._material.corpus.issues[issue].positions]
        lowest = min(scored.positions.values(), default=0.0)
        positions = sorted(declared, key=lambda name: -scored.positions.get(name, lowest))
        if found.claim is not None:
            choices = [Choice(name=one.position, additions=(answer(found.claim, one),)) for one in positions]
            return AnswerCandidate(
                claim=found.claim, sentence=None, match=match, like=scored.nearest.like, choices=tuple(choices)
            )
        sentence = self._material.uncovered(self._document)[scored.place]
        cue = self._material.cue(self._document, sentence, match)
        choices = [
            Choice(name=one.position, additions=(new_claim(self._material.corpus, self._document, cue, one),))
            for one in positions
            if cue is not None
        ]
        return AnswerCandidate(
            claim=None, sentence=sentence, match=match, like=scored.nearest.like, choices=tuple(choices)
        )


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
