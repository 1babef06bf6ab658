"""What suggestions are found in, and what measures how alike two texts are."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol
from unicodedata import category

import attrs

from argmap.check.cue_finder import CueFinder, ProvedCue
from argmap.compare.comparison import Comparison
from argmap.language.words import Attitude
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId, IssueId, PositionRef
from argmap.similarity.match import Band, Match, SharedWord
from argmap.similarity.matcher import Scored
from argmap.similarity.polarity import PolarityCue
from argmap.source.cue_places import CuePlaces
from argmap.source.loosened import loosened
from argmap.source.scripts import WORD, is_spaced
from argmap.source.text import SourceText, Span
from argmap.suggest.suggestion import Sentence, Suggestion

if TYPE_CHECKING:
    from argmap.similarity.likeness import Table

_CUE_WORDS = 5
"""Words of a cue, where a sentence has so many in a row that stand just once."""
_MOST_TRIED = 20
_QUOTES = frozenset('"\u201c\u201d')
_CLOSERS = "\"'\u2019\u201d\u00bb)]*_\u300d\u300f"
_JOINERS = "\u200c\u200d"
FEWEST_WORDS = 5
"""Words of a sentence that can be a claim, or of a position that says something without its question."""


class Compared(Protocol):
    """Texts that are compared with each other, by their numbers; `argmap.similarity.matcher.Space` is that."""

    def tables(self, first: Sequence[int], second: Sequence[int]) -> Iterator[tuple[int, Table]]:
        """Scores of first texts with all second ones, some first ones at a time, each part with its start."""

    def pairs(self, groups: Sequence[Hashable], top: int) -> list[Scored]:
        """The pairs of the first texts, of different groups, that are most alike: for each, its best counterparts."""


class Likeness(Protocol):
    """Says how alike texts are; `argmap.similarity.matcher.Matcher` does."""

    def space(self, texts: Sequence[str]) -> Compared:
        """Texts that are compared with each other."""

    def match(self, scored: Scored, among: int) -> Match:
        """A pair that may say the same, with its band, where a counterpart is one of so many texts."""

    def answer(self, scored: Scored) -> Match:
        """A pair of which one may answer by the other, with its band."""

    def answer_score(self, question: float, others: float | None) -> float:
        """How much speaks for an answer (see `argmap.similarity.matcher.Matcher`)."""


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
Shared = Callable[[str, str], tuple[SharedWord, ...]]
"""What two texts share, in words."""
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
    shared: Shared
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

    def is_worth_a_look(self, match: Match) -> bool:
        """Whether a match is shown: what hardly ever says the same only where somebody asks for one issue."""
        return match.band is not Band.WEAK or self.issue is not None

    @cached_property
    def _linked(self) -> frozenset[frozenset[str]]:
        return frozenset(link.ends for link in self.corpus.links)

    def are_linked(self, one: ClaimId, other: ClaimId) -> bool:
        """Whether a link says already how two claims stand to each other, or that they have nothing to do with it."""
        return frozenset((one, other)) in self._linked

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
            if not is_touched and _says_something(sentence.text):
                page = source.page(sentence.line)
                yield Sentence(text=sentence.text, span=sentence.span, line=sentence.line, page=page)

    @cached_property
    def _finders(self) -> dict[DocumentId, CueFinder]:
        return {}

    def cue(self, document: DocumentId, sentence: Sentence, match: Match | None) -> ProvedCue | None:
        """Words of a sentence that prove its place, those that match best; None where none of them do."""
        if document not in self._finders:
            self._finders[document] = CueFinder(self.sources[document])
        finder = self._finders[document]
        # What nobody sees is not looked at where words are sought, and cannot stand in a file.
        text = "".join(sign for sign in sentence.text if category(sign) not in ("Cc", "Cf") or sign in _JOINERS)
        spans = [found.span() for found in WORD.finditer(text)]
        shared = {loosened(word) for pair in match.shared for word in (pair.first, pair.second)} if match else set()
        tried: list[tuple[int, int, str]] = []
        for number in range(len(spans) - _CUE_WORDS + 1):
            words = text[spans[number][0] : spans[number + _CUE_WORDS - 1][1]]
            has = sum(loosened(word) in shared for word in WORD.findall(words))
            tried.append((-has, number, words))
        kept = (finder.kept(words, None) for _, _, words in sorted(tried)[:_MOST_TRIED] if not _QUOTES & set(words))
        return next(filter(None, kept), None) or finder.cue(text, sentence.line)


def _says_something(text: str) -> bool:
    """Whether it is a sentence and no heading, as far as its length and its end tell."""
    last = text.rstrip(_CLOSERS)[-1:]
    if last and not is_spaced(last) and last.isalnum():
        return len(text) >= 2 * FEWEST_WORDS
    ends = bool(last) and category(last) == "Po" and last not in ",;:"
    return ends and (len(text.split()) >= FEWEST_WORDS or (not is_spaced(text[0]) and len(text) >= 2 * FEWEST_WORDS))


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The same places, in order, none of which runs into another."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
