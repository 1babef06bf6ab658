"""A simple stand-in for what measures how alike texts are, so that a test shows what it finds: words two share."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from small_debate import project

from argmap.api.suggesting import Means
from argmap.compare.comparison import compare
from argmap.model.ids import DocumentId, IssueId
from argmap.similarity.match import Band, Match, SharedWord
from argmap.similarity.matcher import Scored
from argmap.similarity.polarity import PolarityCue, PolarityKind
from argmap.source.loosened import loosened
from argmap.source.scripts import WORD
from argmap.source.text import SourceText, Span
from argmap.suggest.material import Material
from argmap.suggest.suggest import Basis, Measured
from argmap.suggest.suggestion import Sentence

SMALL = frozenset("a an the of to in on at by for is are be it its this that and or does do should will not".split())
RIGHT = {Band.STRONG: 0.9, Band.LIKELY: 0.7, Band.POSSIBLE: 0.3, Band.WEAK: 0.04}
BANDS = ((0.6, Band.STRONG), (0.4, Band.LIKELY), (0.25, Band.POSSIBLE), (0.0, Band.WEAK))


class Space:
    """Texts whose score is the share of telling words that two have in common."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._words = [_telling(text) for text in texts]

    def tables(self, first: Sequence[int], second: Sequence[int]) -> Iterator[tuple[int, NDArray[np.float64]]]:
        rows = [[_share(self._words[one], self._words[other]) for other in second] for one in first]
        yield 0, np.array(rows).reshape(len(first), len(second))

    def pairs(self, groups: Sequence[Hashable], top: int) -> list[Scored]:
        pairs = combinations(range(len(groups)), 2)
        found = [(one, other, _share(self._words[one], self._words[other])) for one, other in pairs]
        return [Scored(*each) for each in found if groups[each[0]] != groups[each[1]] and each[2]]


class SharedWords:
    """Counts the telling words that two texts share."""

    def space(self, texts: Sequence[str]) -> Space:
        return Space(texts)

    def match(self, scored: Scored, among: int) -> Match:
        band = next(name for least, name in BANDS if scored.score >= least)
        return Match(first=scored.first, second=scored.second, probability=scored.score, band=band, right=RIGHT[band])

    def answer(self, scored: Scored) -> Match:
        return self.match(scored, 1)

    def answer_score(self, question: float, others: float | None) -> float:
        return max(question, others or 0)


def shared(first: str, second: str) -> tuple[SharedWord, ...]:
    """The telling words that two texts have in common."""
    return tuple(SharedWord(word, word) for word in sorted(_telling(first) & _telling(second)))


def _telling(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(loosened(text))) - SMALL


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0


def negations(first: str, second: str) -> tuple[PolarityCue, ...]:
    """The word `not` in one text alone."""
    has = [" not " in f" {text} " for text in (first, second)]
    if has[0] == has[1]:
        return ()
    return (PolarityCue(kind=PolarityKind.NEGATION, first="not" * has[0], second="not" * has[1]),)


def lines(source: SourceText) -> tuple[Sentence, ...]:
    """Each line that says something, as a sentence."""
    found = []
    for number in range(1, source.line_count() + 1):
        text = source.line(number).strip()
        start = source.offset(number)
        if text:
            found.append(Sentence(text=text, span=Span(start, start + len(text)), line=number))
    return tuple(found)


BASIS = Basis(
    tier="shared-words",
    means="words that two texts share",
    better="read them yourself",
    pairs=Measured(RIGHT, 0.5),
    answers=Measured({Band.LIKELY: 0.8, Band.POSSIBLE: 0.4, Band.WEAK: 0.2}, 0.6),
    warnings=("This is a test.",),
)
MEANS = Means(likeness=SharedWords(), polarity=negations, shared=shared, split=lines, basis=BASIS)


def material(
    files: Mapping[str, str], *documents: str, issue: str = "", sources: Mapping[str, str] | None = None
) -> Material:
    """What is searched for suggestions in such argument files, and source texts by document."""
    corpus = project(files).corpus
    return Material(
        comparison=compare(corpus),
        likeness=MEANS.likeness,
        polarity=MEANS.polarity,
        shared=MEANS.shared,
        split=MEANS.split,
        documents=tuple(DocumentId(name) for name in documents) or tuple(sorted(corpus.documents)),
        issue=IssueId(issue) if issue else None,
        sources={DocumentId(name): SourceText(f"{name}.txt", text) for name, text in (sources or {}).items()},
    )
