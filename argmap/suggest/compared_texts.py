"""All texts of a corpus in one space, and how much speaks for it that they answer issues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import attrs

from argmap.model.ids import ClaimId, DocumentId, IssueId, PositionRef
from argmap.similarity.match import Match
from argmap.similarity.matcher import Scored
from argmap.similarity.words import words
from argmap.suggest.material import Compared, Material

if TYPE_CHECKING:
    from argmap.similarity.likeness import Table

_BESIDE = 12
"""Claims of other documents that answer an issue and are looked at beside it."""


_IN_THE_SAME_WORDS = 5.0
"""What it adds to the score of a claim that another document answers an issue by a claim of the same words."""


class IssueText(NamedTuple):
    """A text that says what an issue is about.

    Attributes:
        number: Its number among all texts.
        like: The claim that answers it, or its position; None for the question itself.
        position: Which position whoever says the text takes; None where that is not said.
    """

    number: int
    like: ClaimId | PositionRef | None = None
    position: PositionRef | None = None


class AnswerScore(NamedTuple):
    """What a text shares with an issue.

    Attributes:
        place: That of the text among those that were looked at.
        score: How much speaks for it that it answers, as the logarithm of odds.
        nearest: The text of the issue that it is most like.
        positions: By position, how much it is like somebody who takes it.
    """

    place: int
    score: float
    nearest: IssueText
    positions: Mapping[PositionRef, float]


class NearestIssue(NamedTuple):
    """The issue that a text is nearest to.

    Attributes:
        score: How much speaks for it that it answers, as the logarithm of odds.
        text: The text of the issue that it is most like.
    """

    score: float
    issue: IssueId
    text: IssueText


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ComparedTexts:
    """The texts of a corpus, each with a number.

    Attributes:
        claims: The number of each claim.
        issues: By issue, the number of question and positions as one text.
        parts: By issue, its question and its positions.
        sentences: By document, the number of the first sentence that no cue touches.
    """

    material: Material
    texts: tuple[str, ...]
    claims: Mapping[ClaimId, int]
    issues: Mapping[IssueId, int]
    parts: Mapping[IssueId, tuple[IssueText, ...]]
    sentences: Mapping[DocumentId, int]

    @classmethod
    def of(cls, material: Material, *, with_sentences: bool) -> ComparedTexts:
        """The claims and issues of a corpus, and perhaps sentences of the documents that are asked for."""
        texts: list[str] = []
        corpus = material.corpus

        def number(text: str) -> int:
            texts.append(text)
            return len(texts) - 1

        documents = sorted(corpus.documents)
        claims = {claim.id: number(claim.text) for one in documents for claim in corpus.claims_of(one)}
        issues, parts = {}, {}
        for issue in material.issues:
            record = corpus.issues[issue]
            issues[issue] = number(" ".join((record.question, *(position.text for position in record.positions))))
            found = [IssueText(number(record.question))]
            for position in record.positions:
                name = PositionRef.of(issue, position.id)
                found.append(IssueText(number(position.text), name, name))
            parts[issue] = tuple(found)
        sentences = {}
        for document in material.documents if with_sentences else ():
            sentences[document] = len(texts)
            texts.extend(sentence.text for sentence in material.uncovered(document))
        return cls(
            material=material,
            texts=tuple(texts),
            claims=claims,
            issues=issues,
            parts=parts,
            sentences=sentences,
        )

    @cached_property
    def space(self) -> Compared:
        """What compares them."""
        return self.material.likeness.space(self.texts)

    def answer_match(self, first: int, second: int, score: float) -> Match:
        """Two texts by their numbers, of which one may answer by the other; what they share is not looked for."""
        return self.material.likeness.answer(Scored(first, second, score))

    def with_shared(self, match: Match) -> Match:
        """The same, with what the texts share."""
        return attrs.evolve(match, shared=self.material.shared(self.texts[match.first], self.texts[match.second]))

    def numbers_of_sentences(self, document: DocumentId) -> range:
        """The numbers of the sentences of a document that no cue touches."""
        start = self.sentences.get(document, 0)
        return range(start, start + len(self.material.uncovered(document)) if document in self.sentences else start)

    def answer_scores(
        self, issues: Sequence[IssueId], others: Sequence[int], top: int, apart_from: DocumentId
    ) -> dict[IssueId, list[AnswerScore]]:
        """By issue, what speaks most for answers, the best first; claims of one document are no evidence for its own.

        Args:
            issues: The issues.
            others: The numbers of texts that may answer.
            top: How many of them, for each issue.
            apart_from: The document.
        """
        import numpy as np

        return {
            issue: [
                _scored(int(place), float(scores[place]), texts, table[:, place])
                for place in np.argsort(-scores, kind="stable")[:top]
            ]
            for issue, texts, scores, table in self._scores(issues, others, apart_from)
        }

    def nearest_issues(
        self, issues: Sequence[IssueId], others: Sequence[int], apart_from: DocumentId
    ) -> dict[int, NearestIssue]:
        """By place of a text, the issue for which most speaks that it answers it; of equal ones the first."""
        found: dict[int, NearestIssue] = {}
        for issue, texts, scores, table in self._scores(issues, others, apart_from):
            nearest = table.argmax(axis=0).tolist()
            for place, score in enumerate(scores.tolist()):
                if place not in found or score > found[place].score:
                    found[place] = NearestIssue(score, issue, texts[nearest[place]])
        return found

    def _scores(
        self, issues: Sequence[IssueId], others: Sequence[int], apart_from: DocumentId
    ) -> Iterator[tuple[IssueId, Sequence[IssueText], Table, Table]]:
        """By issue, what it is about, how much speaks for each text that it answers, and how alike each is to each."""
        if not issues or not others:
            return
        import numpy as np

        asked = {issue: (*self.parts[issue], *self._beside(issue, apart_from)) for issue in issues}
        numbers = [(self.issues[issue], *(text.number for text in texts)) for issue, texts in asked.items()]
        whole = np.concatenate([table for _, table in self.space.tables(list(chain(*numbers)), others)])
        texts_in_words = [tuple(words(self.texts[number])) for number in others]
        at = 0
        for issue, texts in asked.items():
            table = whole[at : at + 1 + len(texts)]
            at += len(table)
            said = table[1 + len(self.parts[issue]) :]
            of_others = said.mean(axis=0).tolist() if len(said) else [None] * len(others)
            score = self.material.likeness.answer_score
            scores = np.array([round(score(*each), 3) for each in zip(table[0].tolist(), of_others, strict=True)])
            told = self._answers_in_words.get(issue, {})
            same = [place for place, text in enumerate(texts_in_words) if told.get(text, frozenset()) - {apart_from}]
            scores[same] += _IN_THE_SAME_WORDS
            yield issue, texts, scores, table[1:]

    def thesis_scores(self, theses: Sequence[ClaimId], others: Sequence[int]) -> dict[int, tuple[float, ClaimId]]:
        """By place of a text, the thesis that it is most like, and how much; none where there is no thesis."""
        if not theses or not others:
            return {}
        import numpy as np

        numbers = [self.claims[thesis] for thesis in theses]
        table = np.concatenate([table for _, table in self.space.tables(numbers, others)])
        score = self.material.likeness.answer_score
        best = table.argmax(axis=0).tolist()
        return {place: (score(float(table[row, place]), None), theses[row]) for place, row in enumerate(best)}

    def _beside(self, issue: IssueId, apart_from: DocumentId) -> Iterator[IssueText]:
        answering = self.material.answering.get(issue, ())
        others = [(claim, position) for claim, position in answering if claim.document != apart_from]
        return (IssueText(self.claims[claim], claim, position) for claim, position in others[:_BESIDE])

    @cached_property
    def _answers_in_words(self) -> Mapping[IssueId, Mapping[tuple[str, ...], frozenset[DocumentId]]]:
        """By issue, the words of the claims that answer it, and the documents that say them."""
        found: dict[IssueId, dict[tuple[str, ...], frozenset[DocumentId]]] = {}
        for issue, answering in self.material.answering.items():
            told = found.setdefault(issue, {})
            for claim, _ in answering:
                text = tuple(words(self.texts[self.claims[claim]]))
                told[text] = told.get(text, frozenset()) | {claim.document}
        return found


def _scored(place: int, score: float, texts: Sequence[IssueText], column: Iterable[float]) -> AnswerScore:
    positions: dict[PositionRef, float] = {}
    nearest, most = texts[0], float("-inf")
    for text, alike in zip(texts, map(float, column), strict=True):
        if text.position is not None:
            positions[text.position] = max(alike, positions.get(text.position, alike))
        if alike > most:
            nearest, most = text, alike
    return AnswerScore(place, score, nearest, positions)
