"""Sentences of sources that no cue touches, and what they are near to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from argmap.model.ids import ClaimId, DocumentId, IssueId, PositionRef
from argmap.similarity.match import Match
from argmap.suggest.additions import new_claim
from argmap.suggest.material import Material, Pending
from argmap.suggest.possible_answers import issue_texts
from argmap.suggest.suggestion import Choice, Sentence, SentenceSuggestion

_TOP = 1
NEW_CLAIM = "claim"
"""What taking a sentence is called."""


class _Text(NamedTuple):
    """What a sentence may be near to: an issue, or a thesis."""

    text: str
    issue: IssueId | None
    like: ClaimId | PositionRef | None


def sentences(material: Material) -> list[Pending]:
    """All of a corpus; what is near to nothing comes last, in the order of its source."""
    texts = list(_texts(material))
    return [one for document in material.documents for one in _of_document(material, document, texts)]


def _of_document(material: Material, document: DocumentId, texts: Sequence[_Text]) -> Iterator[Pending]:
    uncovered = material.uncovered(document)
    nearest: dict[int, Match] = {}
    if texts and uncovered:
        found = material.likeness.matches([one.text for one in uncovered], [one.text for one in texts], _TOP)
        nearest = {match.first: match for match in found}
    for place, sentence in enumerate(uncovered):
        match = nearest.get(place)
        if match is not None and not material.is_worth_a_look(match):
            match = None
        if match is None and material.issue is not None:
            continue
        near = texts[match.second] if match is not None else _Text("", None, None)
        order = (0.0 if match is None else -match.probability, document, f"{place:09}")
        yield Pending(order, partial(_suggested, material, document, sentence, match, near))


def _suggested(
    material: Material, document: DocumentId, sentence: Sentence, match: Match | None, near: _Text
) -> SentenceSuggestion:
    cue = material.cue(document, sentence, match)
    choice = None if cue is None else Choice(name=NEW_CLAIM, additions=(new_claim(material.corpus, document, cue),))
    return SentenceSuggestion(
        document=document,
        sentence=sentence,
        issue=near.issue,
        match=match,
        like=near.like,
        choices=(choice,) if choice is not None else (),
    )


def _texts(material: Material) -> Iterator[_Text]:
    """Questions with their positions, and where all issues are asked for, theses."""
    for issue in material.issues:
        for text in issue_texts(material, issue):
            if not isinstance(text.like, ClaimId):
                yield _Text(text.text, issue, text.like)
    if material.issue is not None:
        return
    for document in sorted(material.corpus.documents):
        thesis = material.corpus.documents[document].thesis
        if thesis is not None and thesis in material.corpus.claims:
            yield _Text(material.corpus.claims[thesis].text, None, thesis)
