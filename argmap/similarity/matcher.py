"""Which texts of one block may say the same as which of another, and how often such a guess was right."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from itertools import pairwise
from math import exp, log
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from argmap.similarity.match import Band, Match
from argmap.similarity.tiers import Tier, best_tier, ways
from argmap.similarity.words import is_english, words

if TYPE_CHECKING:
    from argmap.similarity.likeness import Nearness, Table
    from argmap.similarity.models import KeptVectors

CALIBRATION = files("argmap.similarity") / "calibration.json"
LEAST: Mapping[Band, float] = {Band.STRONG: 0.8, Band.LIKELY: 0.5, Band.POSSIBLE: 0.25, Band.WEAK: 0.0}
"""From which probability on a match is in a band."""
LEAST_OF_DOCUMENTS: Mapping[Band, float] = {Band.POSSIBLE: 0.1, Band.WEAK: 0.0}
"""The same where the claims of whole documents are compared: too few pairs are likelier to measure more bands."""
_ON_ONE_QUESTION = 12
"""Among how many texts a counterpart is at most where what was measured on one question holds: among more, what was
measured on whole documents is told."""
_LONGEST = 60
"""Words of a text beyond which nothing was measured."""
_FEWEST_WORDS, _NEARLY_ALL = 4, 0.8
"""Words of a text by which its language can be told, and the share of texts that counts as all of them."""
_FEWEST = 20
"""Texts of a block below which nothing was measured."""
_CELLS = 40_000_000
"""Pairs, times groups, up to which all pairs are compared with all that is known of them."""
MEASURED_AMONG = 9
"""Texts among which the counterpart of one was to be found where the weights were fitted."""
_MOST_AMONG = 500
"""Texts beyond which it was not measured how rare counterparts are: among more they count as just as rare."""


@attrs.frozen
class BandFigures:
    """What was measured of a band, on topics that were not used for fitting.

    Attributes:
        precision: The share of its pairs that said the same.
        found: The share of all pairs that said the same which are in it or in a better one.
        pairs: How many pairs of it were measured.
    """

    precision: float
    found: float
    pairs: int


@attrs.frozen
class Calibration:
    """What was fitted for a tier, and what was measured with it.

    Attributes:
        usual: For each way of comparing, the mean cosine of two texts.
        weights: One for each way of comparing, then one for what is found for neighbours by each.
        bias: What is added.
        rarer: How much rarer a counterpart is among more texts, and
        flatter: how much less a score says there (see `log_odds`): measured on the documents of this repository, whose
            claims are beside some 400 others of one subject.
        answers: Weights of what speaks for an answer, and what is added (see `answer_score`).
        bands: What was measured of pairs that may say the same, on public data: by band, the best first; bands of which
            too few pairs were measured are not there.
        document_bands: The same where whole documents are compared, on those of this repository.
        answer_bands: The same of claims that may answer a question, on these.
    """

    usual: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float
    rarer: float
    flatter: float
    answers: tuple[float, ...]
    bands: Mapping[Band, BandFigures]
    document_bands: Mapping[Band, BandFigures]
    answer_bands: Mapping[Band, BandFigures]

    def log_odds(self, score: float, among: int) -> float:
        """The logarithm of the odds that two texts say the same, where a counterpart is one of so many texts.

        Among many texts of one subject counterparts are rare, and texts that share words without saying the same are
        not.
        """
        more = log(min(max(among, MEASURED_AMONG), _MOST_AMONG) / MEASURED_AMONG)
        return score * (1 - self.flatter * more) - self.rarer * more

    def pair_bands(self, among: int) -> Mapping[Band, BandFigures]:
        """The bands of pairs of which the counterpart is one of so many texts."""
        return self.bands if among <= _ON_ONE_QUESTION else self.document_bands


@cache
def calibration(tier: Tier) -> Calibration:
    """What is known of a tier."""
    found: dict[str, Any] = json.loads(CALIBRATION.read_text("utf-8"))[tier]
    bands = (
        {Band(name): BandFigures(**figures) for name, figures in found[kind].items()}
        for kind in ("bands", "document_bands", "answer_bands")
    )
    usual, weights, answers = (tuple(found[name]) for name in ("usual", "weights", "answers"))
    return Calibration(usual, weights, found["bias"], found["rarer"], found["flatter"], answers, *bands)


class Refit(NamedTuple):
    """What the decisions of an analyst make of a score: it is multiplied, and something is added.

    Attributes:
        decisions: How many they are.
    """

    slope: float = 1.0
    shift: float = 0.0
    decisions: int = 0


class Scored(NamedTuple):
    """A pair by its numbers, and the logarithm of the odds that it says the same."""

    first: int
    second: int
    score: float


class Space:
    """Texts that are compared with each other: a word weighs by how few of them have it."""

    def __init__(self, texts: Sequence[str], tier: Tier, kept: KeptVectors | None = None) -> None:
        self.texts = tuple(texts)
        self._vectors = [way(self.texts) for way in ways(tier, kept)]
        self._calibration = calibration(tier)

    @cached_property
    def _nearness(self) -> Nearness:
        from argmap.similarity.likeness import Nearness

        return Nearness(self._vectors)

    def tables(self, first: Sequence[int], second: Sequence[int]) -> Iterator[tuple[int, Table]]:
        """Scores of first texts with all second ones, some first ones at a time, each part with its start.

        A score is the logarithm of the odds that two texts say the same where nine may: see `Calibration.log_odds`.
        """
        import numpy as np

        from argmap.similarity.likeness import block

        ones, others = ([vectors[list(side)] for vectors in self._vectors] for side in (first, second))
        for part in block(ones, others, self._calibration.usual, self._nearness.among(first)):
            total = np.full(part.likeness[0].shape, self._calibration.bias)
            for weight, table in zip(self._calibration.weights, part.likeness, strict=True):
                total += weight * table
            yield part.start, np.rint(total * 1000) / 1000

    def best(self, first: Sequence[int], second: Sequence[int], top: int) -> Iterator[Scored]:
        """For each first text, the second ones with the best scores, the best first; of equal ones the first."""
        import numpy as np

        for start, table in self.tables(first, second):
            kept = min(top, table.shape[1])
            least = np.partition(table, -kept, axis=1)[:, -kept]
            for row, scores in enumerate(table):
                numbers = np.flatnonzero(scores >= least[row])
                ordered = numbers[np.argsort(-scores[numbers], kind="stable")][:kept]
                yield from (Scored(first[start + row], second[number], float(scores[number])) for number in ordered)

    def pairs(self, groups: Sequence[Hashable], top: int) -> list[Scored]:
        """The pairs of texts of different groups that are most alike: for each text, its best counterparts.

        What is found does not depend on the order of the groups: each group is a block beside all others, and a pair
        has the mean of its two scores.  Of very many texts neighbours are not looked at.

        Args:
            groups: The group of each text that is compared, the first ones of the space; those of one stand together.
            top: How many counterparts of each text are looked at.
        """
        spans = _spans(groups)
        if _are_many(spans):
            return self._of_many(spans, top)
        import numpy as np

        table = self._of_all(spans)
        kept = max(0, min(top, len(groups) - 1))
        best = np.argsort(-table, axis=1, kind="stable")[:, :kept]
        pairs = {(min(row, int(other)), max(row, int(other))) for row, found in enumerate(best) for other in found}
        return [Scored(*pair, float(table[pair])) for pair in sorted(pairs) if table[pair] > -np.inf]

    def scores(self, groups: Sequence[Hashable], pairs: Sequence[tuple[int, int]]) -> list[float]:
        """The scores of pairs of texts of different groups, as `pairs` finds them."""
        spans = _spans(groups)
        if not _are_many(spans):
            table = self._of_all(spans)
            return [float(table[pair]) for pair in pairs]
        import numpy as np

        from argmap.similarity.many_texts import likeness_of

        first, second = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
        count = spans[-1][1]
        return self._total([likeness_of(one[:count], first, second) for one in self._vectors])

    def _of_all(self, spans: Sequence[tuple[int, int]]) -> Table:
        """The scores of all texts with all of other groups; those of one group have none."""
        import numpy as np

        count = spans[-1][1] if spans else 0
        table = np.full((count, count), -np.inf)
        for start, end in spans:
            others = [*range(start), *range(end, count)]
            for at, scores in self.tables(range(start, end), others):
                table[start + at : start + at + len(scores), others] = scores
        both: Table = (table + table.T) / 2
        return both

    def _of_many(self, spans: Sequence[tuple[int, int]], top: int) -> list[Scored]:
        from argmap.similarity.many_texts import candidates, likeness_of

        count = spans[-1][1]
        vectors = [one[:count] for one in self._vectors]
        first, second = candidates(vectors, spans, top)
        scores = self._total([likeness_of(one, first, second) for one in vectors])
        return [Scored(*pair) for pair in zip(first.tolist(), second.tolist(), scores, strict=True)]

    def _total(self, likeness: Sequence[Any]) -> list[float]:
        """The scores of pairs whose neighbours are not looked at."""
        import numpy as np

        total = np.full(len(likeness[0]), self._calibration.bias)
        for weight, one in zip(self._calibration.weights, likeness, strict=False):
            total += weight * one
        scores: list[float] = total.round(3).tolist()
        return scores


def _are_many(spans: Sequence[tuple[int, int]]) -> bool:
    """Whether there are too many texts for a table of all, or too many groups."""
    return bool(spans) and len(spans) * spans[-1][1] ** 2 > _CELLS


def _spans(groups: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Where groups begin and end."""
    starts = [at for at, group in enumerate(groups) if not at or group != groups[at - 1]]
    return list(pairwise([*starts, len(groups)]))


@attrs.frozen
class Matcher:
    """Compares texts with one tier.

    Attributes:
        refit: What the decisions of an analyst make of its scores.
        kept: Vectors of sentences that were worked out before.
        is_measured: Whether texts like these were measured: those that are not English were not.
    """

    tier: Tier
    refit: Refit = attrs.field(factory=Refit)
    kept: KeptVectors | None = None
    is_measured: bool = True

    @classmethod
    def best(cls, texts: Sequence[str], tier: Tier | None = None, kept: KeptVectors | None = None) -> Matcher:
        """A matcher of the best tier that is installed; of letters alone where the texts are not English.

        Raises:
            NotInstalledError: Not even numpy is installed, or not what the given tier needs.
        """
        chosen, english = tier or best_tier(), is_english(texts)
        return cls(chosen if english else Tier.LETTERS, kept=kept, is_measured=english)

    def space(self, texts: Sequence[str]) -> Space:
        """Texts that are compared with each other."""
        return Space(texts, self.tier, self.kept)

    def probability(self, score: float, among: int) -> float:
        """The probability that belongs to a score, where a counterpart is one of so many texts."""
        return _chance(self.refit.slope * calibration(self.tier).log_odds(score, among) + self.refit.shift)

    def match(self, scored: Scored, among: int) -> Match:
        """A pair that may say the same, with its band, where a counterpart is one of so many texts."""
        least = LEAST if among <= _ON_ONE_QUESTION else LEAST_OF_DOCUMENTS
        bands = calibration(self.tier).pair_bands(among)
        return self._in_band(scored, self.probability(scored.score, among), bands, least)

    def answer(self, scored: Scored) -> Match:
        """A pair of which one may answer by the other, with its band; for its score, see `answer_score`."""
        return self._in_band(scored, _chance(scored.score), calibration(self.tier).answer_bands, LEAST)

    def _in_band(
        self, scored: Scored, probability: float, bands: Mapping[Band, BandFigures], least: Mapping[Band, float]
    ) -> Match:
        """A pair in the best band that holds it, of those on which enough was measured."""
        band = next(band for band in bands if probability >= least[band])
        right = bands[band].precision if self.is_measured else None
        return Match(first=scored.first, second=scored.second, probability=probability, band=band, right=right)

    def matches(self, first: Sequence[str], second: Sequence[str], top: int, least: Band = Band.WEAK) -> list[Match]:
        """The pairs of one block, the best first: at most `top` for each first text, none of a worse band."""
        space = self.space((*first, *second))
        numbers = range(len(first)), range(len(first), len(space.texts))
        found = [self.match(scored, len(second)) for scored in space.best(*numbers, top)]
        kept = [attrs.evolve(one, second=one.second - len(first)) for one in found if one.band.rank <= least.rank]
        return sorted(kept, key=lambda one: (-one.probability, one.first, one.second))

    def answer_score(self, question: float, others: float | None) -> float:
        """How much speaks for it that a claim answers a question, as the logarithm of odds.

        Unlike a claim that says the same, an answer is no rarer in a document of more claims.

        Args:
            question: The score of the claim with question and positions as one text.
            others: The mean of its scores with claims of others that answer it; None where none does.
        """
        of_question, of_others, bias = calibration(self.tier).answers
        return of_question * question + bias + (of_others * others if others is not None else 0.0)


def _chance(log_odds: float) -> float:
    return 1 / (1 + exp(-max(-500.0, min(500.0, log_odds))))


def outside_calibration(texts: Sequence[str], smallest_block: int) -> Iterator[str]:
    """What is told of texts for which nothing was measured, a sentence each."""
    told = [text for text in texts if len(words(text)) >= _FEWEST_WORDS]
    others = sum(not is_english([text]) for text in told)
    if not is_english(texts):
        which = "These texts are not" if others > _NEARLY_ALL * len(told) else "Most words of these texts are not"
        yield f"{which} English: only letters are compared, and how often that is right was not measured."
    elif others:
        are = "text is" if others == 1 else "texts are"
        yield f"{others} {are} not English: nothing was measured on such, and of their words only letters are compared."
    long = sum(len(words(text)) > _LONGEST for text in texts)
    if long:
        has = "text has" if long == 1 else "texts have"
        yield f"{long} {has} more than {_LONGEST} words: nothing was measured on texts as long as that."
    if smallest_block < _FEWEST:
        yield f"Fewer than {_FEWEST} claims are compared: nothing was measured on so few."
