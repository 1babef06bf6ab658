"""What suggestions are found in, and what measures how alike two texts are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, Protocol

import attrs

from argmap.check.cue_finder import CueFinder
from argmap.compare.comparison import Comparison
from argmap.language.words import Attitude
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId, IssueId, PositionRef
from argmap.similarity.match import Match
from argmap.similarity.polarity import PolarityCue
from argmap.source.cue_places import CuePlaces
from argmap.source.text import SourceText, Span
from argmap.suggest.suggestion import Sentence, Suggestion

FEWEST_WORDS = 5
"""Words of a sentence that can be a claim, or of a position that says something without its question."""


class Likeness(Protocol):
    """Says how alike texts are; `argmap.similarity.matcher.Matcher` does."""

    def matches(self, first: Sequence[str], second: Sequence[str], top: int) -> list[Match]:
        """The pairs of one block that may say the same, the best first, at most `top` for each first text."""


class SplitSentence(Protocol):
    """A sentence of a source, as `argmap.source.sentences` has it."""

    @property
    def text(self) -> str:
        """With single spaces."""

    @property
    def span(self) -> Span:
        """Where it stands."""

    @property
    def line(self) -> int:
        """On which it begins, from 1."""


PolarityCues = Callable[[str, str], Sequence[PolarityCue]]
"""The words of two texts that may set them against each other."""
Split = Callable[[SourceText], Sequence[SplitSentence]]


class Pending(NamedTuple):
    """A suggestion that is made where it is shown: choosing cues for all that are not would take long.

    Attributes:
        order: Sorts those of one sort, the best first; no two are equal.
        make: Makes it.
    """

    order: tuple[float, str, str]
    make: Callable[[], Suggestion]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Material:
    """A corpus that is searched for suggestions.

    Attributes:
        documents: Those for which suggestions are wanted, sorted.
        issue: The only issue for which they are; None for all.
        sources: The sources that can be read.
    """

    comparison: Comparison
    likeness: Likeness
    polarity: PolarityCues
    split: Split
    documents: tuple[DocumentId, ...]
    issue: IssueId | None = None
    sources: Mapping[DocumentId, SourceText] = attrs.field(factory=dict)

    @property
    def corpus(self) -> Corpus:
        """Where everything is."""
        return self.comparison.corpus

    @cached_property
    def issues(self) -> tuple[IssueId, ...]:
        """Those that are asked for, sorted."""
        return tuple(sorted(self.corpus.issues)) if self.issue is None else (self.issue,)

    @cached_property
    def linked(self) -> frozenset[frozenset[str]]:
        """Whatever a link joins, or keeps apart."""
        return frozenset(frozenset(map(str, link.ends)) for link in self.corpus.links)

    def is_apart(self, one: str, *others: str) -> bool:
        """Whether a link says something already of one thing and any of others."""
        return any(frozenset((one, other)) in self.linked for other in others)

    @cached_property
    def answering(self) -> Mapping[IssueId, tuple[tuple[ClaimId, PositionRef], ...]]:
        """By issue, the claims that answer it themselves, and how: of each document the first, then the second ones.

        What an answer says of an actor alone is not what the text of its claim says.
        """
        found: dict[IssueId, list[tuple[int, ClaimId, PositionRef]]] = {}
        for document in sorted(self.corpus.documents):
            numbers: dict[IssueId, int] = {}
            for claim in self.corpus.claims_of(document):
                for answer in claim.answers:
                    if answer.issue in self.corpus.issues and answer.holder is None and not answer.negated:
                        numbers[answer.issue] = number = numbers.get(answer.issue, 0) + 1
                        position = PositionRef.of(answer.issue, answer.position)
                        found.setdefault(answer.issue, []).append((number, claim.id, position))
        return {
            issue: tuple((claim, position) for _, claim, position in sorted(those, key=lambda each: each[0]))
            for issue, those in found.items()
        }

    def claims(self, document: DocumentId) -> Iterator[Claim]:
        """The claims of a document that somebody holds: what is only supposed says nothing for anybody."""
        return (claim for claim in self.corpus.claims_of(document) if claim.attitude is not Attitude.SUPPOSES)

    @cached_property
    def _uncovered(self) -> dict[DocumentId, tuple[Sentence, ...]]:
        return {}

    def uncovered(self, document: DocumentId) -> tuple[Sentence, ...]:
        """The sentences of a source that no cue touches, in order; none where the source cannot be read."""
        if document not in self._uncovered:
            source = self.sources.get(document)
            self._uncovered[document] = () if source is None else tuple(self._sentences(document, source))
        return self._uncovered[document]

    def _sentences(self, document: DocumentId, source: SourceText) -> Iterator[Sentence]:
        places = CuePlaces(source)
        cues = [cue for claim in self.corpus.claims_of(document) for cue in claim.all_cues]
        cues += [cue for term in self.corpus.terms.values() if term.document == document for cue in term.cues]
        touched = _joined(filter(None, (places.span(cue.words, cue.line, cue.page) for cue in cues)))
        number = 0
        for sentence in self.split(source):
            while number < len(touched) and touched[number].end <= sentence.span.start:
                number += 1
            is_touched = number < len(touched) and touched[number].start < sentence.span.end
            if not is_touched and len(sentence.text.split()) >= FEWEST_WORDS:
                page = source.page(sentence.line)
                yield Sentence(text=sentence.text, span=sentence.span, line=sentence.line, page=page)

    @cached_property
    def _finders(self) -> dict[DocumentId, CueFinder]:
        return {}

    def finder(self, document: DocumentId) -> CueFinder:
        """What chooses cues in the source of a document, which is there."""
        if document not in self._finders:
            self._finders[document] = CueFinder(self.sources[document])
        return self._finders[document]


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The same places, in order, none of which runs into another."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
