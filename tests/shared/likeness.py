"""A simple stand-in for what measures how alike texts are, so that a test shows what it finds: words two share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from small_debate import project

from argmap.api.suggesting import Means
from argmap.compare.comparison import compare
from argmap.model.ids import DocumentId, IssueId
from argmap.similarity.match import Band, Match, SharedWord
from argmap.similarity.polarity import PolarityCue, PolarityKind
from argmap.source.loosened import loosened
from argmap.source.scripts import WORD
from argmap.source.text import SourceText, Span
from argmap.suggest.basis import Basis
from argmap.suggest.material import Material
from argmap.suggest.suggestion import Sentence

SMALL = frozenset("a an the of to in on at by for is are be it its this that and or does do should will not".split())
BANDS = ((0.6, Band.STRONG), (0.4, Band.LIKELY), (0.25, Band.POSSIBLE), (0.0, Band.WEAK))


class SharedWords:
    """Counts the telling words that two texts share."""

    def matches(self, first: Sequence[str], second: Sequence[str], top: int) -> list[Match]:
        mine, yours = ([_telling(text) for text in texts] for texts in (first, second))
        found = []
        for one, words in enumerate(mine):
            row = [(_share(words, others), other) for other, others in enumerate(yours)]
            for share, other in sorted(row, key=lambda each: (-each[0], each[1]))[:top]:
                if share:
                    shared = tuple(SharedWord(word, word) for word in sorted(words & yours[other]))
                    band = next(name for least, name in BANDS if share >= least)
                    found.append(Match(first=one, second=other, probability=share, band=band, shared=shared))
        return sorted(found, key=lambda match: (-match.probability, match.first, match.second))


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
    tier="T0",
    means="words",
    better="Nothing is better.",
    precision={Band.STRONG: 0.9, Band.LIKELY: 0.7, Band.POSSIBLE: 0.3, Band.WEAK: 0.04},
    missed=0.5,
    warnings=("this is a test",),
)
MEANS = Means(likeness=SharedWords(), polarity=negations, split=lines, basis=BASIS)


def material(
    files: Mapping[str, str], *documents: str, issue: str = "", sources: Mapping[str, str] | None = None
) -> Material:
    """What is searched for suggestions in such argument files, and source texts by document."""
    corpus = project(files).corpus
    return Material(
        comparison=compare(corpus),
        likeness=MEANS.likeness,
        polarity=MEANS.polarity,
        split=MEANS.split,
        documents=tuple(DocumentId(name) for name in documents) or tuple(sorted(corpus.documents)),
        issue=IssueId(issue) if issue else None,
        sources={DocumentId(name): SourceText(f"{name}.txt", text) for name, text in (sources or {}).items()},
    )
