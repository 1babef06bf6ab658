"""Sentences of sources that no cue touches, and what they are near to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from argmap.model.ids import ClaimId, DocumentId, IssueId, PositionRef
from argmap.suggest.additions import new_claim
from argmap.suggest.compared_texts import ComparedTexts
from argmap.suggest.material import Material, Pending
from argmap.suggest.suggestion import Choice, SentenceSuggestion

NEW_CLAIM = "claim"
"""What taking a sentence is called."""


class _Near(NamedTuple):
    """What a sentence is nearest to: an issue, or a thesis.

    Attributes:
        number: Of the text that it is most like.
    """

    number: int
    score: float
    issue: IssueId | None
    like: ClaimId | PositionRef | None


def sentences(material: Material, texts: ComparedTexts) -> list[Pending]:
    """All of a corpus, the nearest to a question or a thesis first; where there is none, in the order of the source."""
    return [one for document in material.documents for one in _of_document(material, texts, document)]


def _of_document(material: Material, texts: ComparedTexts, document: DocumentId) -> Iterator[Pending]:
    numbers = texts.numbers_of_sentences(document)
    nearest = _nearest(material, texts, document)
    for place, number in enumerate(numbers):
        near = nearest.get(place)
        match = texts.answer_match(near.number, number, near.score) if near is not None else None
        if match is None or not material.is_worth_a_look(match):
            near = None
            if material.issue is not None:
                continue
        order = -match.probability if match is not None else 0.0
        yield Pending((order, document, f"{place:09}"), partial(_suggested, material, texts, document, place, near))


def _nearest(material: Material, texts: ComparedTexts, document: DocumentId) -> dict[int, _Near]:
    """By place of a sentence, what it is nearest to."""
    numbers = texts.numbers_of_sentences(document)
    found = {
        place: _Near(near.text.number, near.score, near.issue, near.text.like)
        for place, near in texts.nearest_issues(material.issues, numbers, document).items()
    }
    theses = list(_theses(material)) if material.issue is None else []
    for place, (score, thesis) in texts.thesis_scores(theses, numbers).items():
        if place not in found or score > found[place].score:
            found[place] = _Near(texts.claims[thesis], score, None, thesis)
    return found


def _theses(material: Material) -> Iterator[ClaimId]:
    for document in sorted(material.corpus.documents):
        thesis = material.corpus.documents[document].thesis
        if thesis is not None and thesis in material.corpus.claims:
            yield thesis


def _suggested(
    material: Material, texts: ComparedTexts, document: DocumentId, place: int, near: _Near | None
) -> SentenceSuggestion:
    numbers = texts.numbers_of_sentences(document)
    sentence = material.uncovered(document)[place]
    match = texts.with_shared(texts.answer_match(near.number, numbers[place], near.score)) if near is not None else None
    cue = material.cue(document, sentence, match)
    choice = None if cue is None else Choice(name=NEW_CLAIM, additions=(new_claim(material.corpus, document, cue),))
    return SentenceSuggestion(
        document=document,
        sentence=sentence,
        issue=near.issue if near is not None else None,
        match=match,
        like=near.like if near is not None else None,
        choices=(choice,) if choice is not None else (),
    )
