"""How good suggestions are, and how fast: what was fitted, and what was measured with it.

Quality is measured on ArgKP-2021 (Bar-Haim et al. 2020, "From arguments to key points"; Friedman et al. 2021), which
has arguments on a topic beside the key points that they make.  No data are in this repository.  To get them, clone the
repository IBM/KPA_2021_shared_task from where projects are hosted, and name the folder:

    python tests/benchmarks/suggesting.py --data FOLDER          # its dev and test topics, never used for fitting
    python tests/benchmarks/suggesting.py --data FOLDER --fit    # fits on its train topics, tells how good that is on
                                                                 # each by the others, writes what argmap keeps
    python tests/benchmarks/suggesting.py --documents            # the documents of this repository
    python tests/benchmarks/suggesting.py [--slack FACTOR]       # speed alone

A block is a topic: all its arguments beside all its key points.  Measured are the pairs that have a label.

- pair-AP: average precision over all labelled pairs of all topics in one order;
- hit@1: of the arguments that make a key point, the share for which the best of those with a label is one;
- calibration error: expected calibration error over ten equal ranges of probability (Naeini et al. 2015).
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import attrs
import numpy as np
from corpus import NOUNS, write
from numpy.typing import NDArray
from run import ARGMAP, Sheet

import argmap
from argmap.compare.comparison import compare
from argmap.language.words import Relation
from argmap.model.corpus import Corpus
from argmap.similarity.likeness import block
from argmap.similarity.match import Band
from argmap.similarity.matcher import (
    CALIBRATION,
    LEAST,
    LEAST_OF_DOCUMENTS,
    MEASURED_AMONG,
    Matcher,
    Space,
    calibration,
)
from argmap.similarity.tiers import Tier, missing, ways
from argmap.similarity.vectors import ONE, Vectors
from argmap.suggest.alike_claims import counterparts
from argmap.suggest.compared_texts import ComparedTexts
from argmap.suggest.material import Material

Table = NDArray[np.float64]
ROOT = Path(__file__).resolve().parents[2]
TARGETS = {
    Tier.WORDS: (0.62, 0.62),
    Tier.WORD_VECTORS: (0.68, 0.66),
    Tier.SENTENCE_VECTORS: (0.69, 0.72),
}
"""Least pair-AP and hit@1 on topics that were not used for fitting."""
MOST_ERROR = 0.06
CLAIMS, MANY_CLAIMS = 1_000, 20_000
"""Claims beside as many others, and claims of a large project, for which times are measured."""
SIZES = (0, 100, 50, 25)
"""How many arguments of a topic a block has where weights are fitted; 0 stands for all. Small blocks have few
neighbours, and weights that fit large ones alone would lean on them."""
ALIKE = (Relation.SAME_AS, Relation.ENTAILS, Relation.SUPERSEDES)
OF_DOCUMENTS = ("rarer", "flatter", "document_bands", "answers", "answer_bands")
"""What is kept of a tier that `--documents` fits."""
PULL = 1.0
ENOUGH = 20
"""Pairs of a band without which nothing is said of it: they count for the next one."""


class Topic(NamedTuple):
    """Arguments and key points of one topic, and which pairs match: 1, 0, or -1 where there is no label."""

    name: str
    arguments: tuple[str, ...]
    points: tuple[str, ...]
    labels: NDArray[np.int8]

    def part(self, count: int) -> Topic:
        """Some of its arguments, evenly spread; all where none are told."""
        kept = list(range(0, len(self.arguments), max(1, len(self.arguments) // count)))[:count] if count else None
        if kept is None:
            return self
        return Topic(self.name, tuple(self.arguments[one] for one in kept), self.points, self.labels[kept])


def topics(folder: Path, split: str) -> list[Topic]:
    """The topics of a split, sorted."""
    inside = folder / ("test_data" if split == "test" else "kpm_data")

    def rows(kind: str) -> list[dict[str, str]]:
        with (inside / f"{kind}_{split}.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    arguments, points = rows("arguments"), rows("key_points")
    labels = {(row["arg_id"], row["key_point_id"]): int(row["label"]) for row in rows("labels")}
    found = []
    for name in sorted({row["topic"] for row in points}):
        own = [row for row in arguments if row["topic"] == name]
        beside = [row for row in points if row["topic"] == name]
        table = [[labels.get((one["arg_id"], other["key_point_id"]), -1) for other in beside] for one in own]
        texts = tuple(row["argument"] for row in own), tuple(row["key_point"] for row in beside)
        found.append(Topic(name, *texts, np.array(table, dtype=np.int8)))
    return found


def sides(topic: Topic, tier: Tier) -> tuple[list[Vectors], list[Vectors]]:
    """By way of comparing, the vectors of arguments and of key points."""
    texts = (*topic.arguments, *topic.points)
    vectors = [way(texts) for way in ways(tier)]
    count = len(topic.arguments)
    return [one[:count] for one in vectors], [one[count:] for one in vectors]


def usual_likeness(found: Sequence[Topic], tier: Tier) -> list[float]:
    """By way of comparing, the mean cosine of an argument and a key point of its topic."""
    means = []
    for topic in found:
        first, second = sides(topic, tier)
        means.append(
            [
                float(one.mean(axis=0) @ other.mean(axis=0)) / (ONE * ONE)
                for one, other in zip(first, second, strict=True)
            ]
        )
    return [round(float(one), 3) for one in np.mean(means, axis=0)]


def likeness(topic: Topic, tier: Tier, usual: Sequence[float]) -> Table:
    """Of each pair, all that is measured: arguments by key points by ways."""
    parts = block(*sides(topic, tier), usual)
    return np.concatenate([np.stack(part.likeness, axis=-1) for part in parts])


def fitted(tables: Sequence[Table], labels: Sequence[NDArray[np.int8]]) -> NDArray[np.float64]:
    """Weights and bias of a logistic regression with a ridge, by Newton's method."""
    known = np.concatenate([table[label >= 0] for table, label in zip(tables, labels, strict=True)])
    right = np.concatenate([label[label >= 0] for label in labels]).astype(float)
    known = np.c_[known, np.ones(len(known))]
    weights = np.zeros(known.shape[1])
    ridge = np.diag([PULL] * (len(weights) - 1) + [0.0])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-known @ weights))
        slope = known.T @ (chance - right) + ridge @ weights
        weights -= np.linalg.solve((known * (chance * (1 - chance))[:, None]).T @ known + ridge, slope)
    return weights


def average_precision(right: NDArray[np.int8], scores: Table) -> float:
    ordered = right[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(ordered) / np.arange(1, len(ordered) + 1) * ordered).sum() / ordered.sum())


class Quality(NamedTuple):
    """What is measured of a tier."""

    precision: float
    hits: float
    error: float
    bands: dict[str, dict[str, float]]


def quality(
    labels: Sequence[NDArray[np.int8]], scores: Sequence[Table], least: Mapping[Band, float] = LEAST
) -> Quality:
    """What scores are worth; a score is the logarithm of odds."""
    right = np.concatenate([label[label >= 0] for label in labels])
    told = np.concatenate([score[label >= 0] for label, score in zip(labels, scores, strict=True)])
    chances = 1 / (1 + np.exp(-told))
    hits, count = 0, 0
    for label, score in zip(labels, scores, strict=True):
        for row, those in zip(label, np.where(label >= 0, score, -np.inf), strict=True):
            if (row == 1).any():
                count, hits = count + 1, hits + int(row[those.argmax()] == 1)
    ranges = np.minimum((chances * 10).astype(int), 9)
    error = sum(
        abs(float(right[ranges == one].mean() - chances[ranges == one].mean())) * float((ranges == one).mean())
        for one in range(10)
        if (ranges == one).any()
    )
    return Quality(average_precision(right, told), hits / count, error, dict(_bands(right, chances, least)))


def _bands(
    right: NDArray[np.int8], chances: Table, bands: Mapping[Band, float]
) -> Iterator[tuple[str, dict[str, float]]]:
    above = 1.01
    for band, least in bands.items():
        inside = (chances >= least) & (chances < above)
        if inside.sum() < ENOUGH:
            continue
        precision = float(right[inside].mean())
        found = float(right[chances >= least].sum() / right.sum())
        yield str(band), {"precision": round(precision, 3), "found": round(found, 3), "pairs": int(inside.sum())}
        above = least


def tiers() -> list[Tier]:
    """The tiers that can be measured here."""
    absent = [tier for tier in Tier if missing(tier)]
    for tier in absent:
        print(f"not installed, not measured: {tier}")
    return [tier for tier in Tier if tier not in absent]


def left_out(found: list[Topic], tier: Tier, usual: Sequence[float]) -> tuple[list[Table], NDArray[np.float64]]:
    """The scores of each topic by weights that were fitted on the others; and weights that were fitted on all."""
    parts = [[topic.part(size) for topic in found] for size in SIZES]
    tables = [[likeness(topic, tier, usual) for topic in part] for part in parts]

    def weights(out: int) -> NDArray[np.float64]:
        kept = [
            (part[one], own[one])
            for part, own in zip(tables, parts, strict=True)
            for one in range(len(found))
            if one != out
        ]
        return fitted([table for table, _ in kept], [topic.labels for _, topic in kept])

    scores = []
    for number in range(len(found)):
        of_others = weights(number)
        scores.append(tables[0][number] @ of_others[:-1] + of_others[-1])
    return scores, weights(-1)


def fit(folder: Path) -> None:
    """Fit all tiers on the topics for training, and write what is kept."""
    found = topics(folder, "train")
    kept = json.loads(CALIBRATION.read_text("utf-8")) if CALIBRATION.is_file() else {}
    for tier in tiers():
        usual = usual_likeness(found, tier)
        scores, weights = left_out(found, tier, usual)
        measured = quality([topic.labels for topic in found], scores)
        kept[tier] = {
            "usual": usual,
            "weights": [round(float(one), 3) for one in weights[:-1]],
            "bias": round(float(weights[-1]), 3),
            "bands": measured.bands,
            **{name: kept.get(tier, {}).get(name, []) for name in OF_DOCUMENTS},
        }
        told(f"train, each topic by the others, {tier}", measured)
    Path(str(CALIBRATION)).write_text(json.dumps(kept, indent=2) + "\n", "utf-8")


def told(what: str, measured: Quality) -> None:
    print(
        f"{what}: pair-AP {measured.precision:.3f}, hit@1 {measured.hits:.3f}, calibration error {measured.error:.3f}"
    )
    for band, figures in measured.bands.items():
        print(
            f"    {band:9} {figures['precision']:.2f} of {figures['pairs']} right, {figures['found']:.2f} found so far"
        )


def scored(topic: Topic, tier: Tier) -> Table:
    """The scores of a topic as `argmap suggest` finds them."""
    space = Space((*topic.arguments, *topic.points), tier)
    count = len(topic.arguments)
    parts = space.tables(range(count), range(count, len(space.texts)))
    return np.concatenate([np.vectorize(calibration(tier).log_odds)(table, len(topic.points)) for _, table in parts])


def evaluate(folder: Path) -> bool:
    """Measure what is kept on topics that were not used for fitting; whether every target is met."""
    held = True
    for splits in (("dev",), ("test",), ("dev", "test")):
        found = [topic for split in splits for topic in topics(folder, split)]
        for tier in tiers():
            measured = quality([topic.labels for topic in found], [scored(topic, tier) for topic in found])
            told(f"{' and '.join(splits)}, {tier}", measured)
            least = TARGETS.get(tier)
            if least is not None and len(splits) == 1:
                held &= measured.precision >= least[0] and measured.hits >= least[1] and measured.error <= MOST_ERROR
    return held


@attrs.frozen
class _Told(Matcher):
    """Notes what speaks for each answer."""

    noted: list[tuple[float, float]] = attrs.field(factory=list)

    def answer_score(self, question: float, others: float | None) -> float:
        self.noted.append((question, others or 0.0))
        return question


class Answers(NamedTuple):
    """What speaks for answers of the claims of one document, issues by claims by two, and whether they answer."""

    likeness: Table
    labels: NDArray[np.int8]


def answers(corpus: Corpus, tier: Tier) -> list[Answers]:
    """Of each document, all claims with all issues, as if it answered none: its own answers are no evidence."""
    matcher = _Told(tier)
    material = material_of(corpus, matcher)
    texts = ComparedTexts.of(material, with_sentences=False)
    found = []
    for document in material.documents:
        claims = list(material.claims(document))
        matcher.noted.clear()
        texts.answer_scores(material.issues, [texts.claims[claim.id] for claim in claims], 1, document)
        given = [[any(one.issue == issue for one in claim.answers) for claim in claims] for issue in material.issues]
        noted = np.array(matcher.noted).reshape(len(material.issues), len(claims), 2)
        found.append(Answers(noted, np.array(given, dtype=np.int8)))
    return found


def material_of(corpus: Corpus, matcher: Matcher) -> Material:
    return Material(
        comparison=compare(corpus),
        likeness=matcher,
        polarity=lambda first, second: (),
        shared=lambda first, second: (),
        split=lambda source: (),
        documents=tuple(sorted(corpus.documents)),
    )


def fitted_answers(found: Sequence[Answers]) -> NDArray[np.float64]:
    """Weights of what speaks for an answer, and what is added."""
    return fitted([one.likeness for one in found], [one.labels for one in found])


SHOWN = 5
"""Claims of a document that are looked at for each issue: for these scores are to fit, since only these are shown."""


def of_shown(found: Sequence[Answers], weights: NDArray[np.float64]) -> list[Answers]:
    """Of each document and issue, the claims that speak most for an answer."""
    kept = []
    for one in found:
        best = np.argsort(-(one.likeness @ weights[:-1]), axis=1, kind="stable")[:, :SHOWN]
        rows = np.arange(len(best))[:, None]
        kept.append(Answers(one.likeness[rows, best], one.labels[rows, best]))
    return kept


def score_answers(one: Answers, weights: NDArray[np.float64]) -> Table:
    return one.likeness @ weights[:-1] + weights[-1]


class Pairs(NamedTuple):
    """All pairs of claims of two documents: whether they are known to be alike, their scores, and among how many."""

    alike: NDArray[np.int8]
    scores: Table
    among: NDArray[np.int64]


def pairs_of_documents(corpus: Corpus, tier: Tier) -> Pairs:
    """All pairs of claims of two documents.

    Alike are those that a link says to be the same, to follow or to be of two times, and those that answer a question
    alike; what nobody has marked counts as unlike, so that more may be right than is measured.
    """
    claims = [claim for document in sorted(corpus.documents) for claim in corpus.claims_of(document)]
    numbers = {claim.id: number for number, claim in enumerate(claims)}
    counts = Counter(claim.document for claim in claims)
    alike = np.zeros((len(claims), len(claims)), dtype=np.int8)
    for link in corpus.links:
        if link.source in numbers and link.target in numbers and link.relation in ALIKE:
            alike[numbers[link.source], numbers[link.target]] = 1
    given: dict[tuple[str, str], list[int]] = {}
    for claim in claims:
        for answer in claim.answers:
            given.setdefault((answer.issue, answer.position), []).append(numbers[claim.id])
    for those in given.values():
        alike[np.ix_(those, those)] = 1
    alike |= alike.T
    pairs = [
        (one, other)
        for one, other in combinations(range(len(claims)), 2)
        if claims[one].document != claims[other].document
    ]
    scores = Space([claim.text for claim in claims], tier).scores([claim.document for claim in claims], pairs)
    among = [counterparts(counts, claims[one].document, claims[other].document) for one, other in pairs]
    return Pairs(np.array([alike[pair] for pair in pairs]), np.array(scores), np.array(among))


def rarity(pairs: Pairs) -> tuple[float, float]:
    """How much rarer counterparts are among so many, and how much less scores say: what `log_odds` is made of."""
    slope, shift = fitted([pairs.scores[:, None]], [pairs.alike])
    more = float(np.log(pairs.among / MEASURED_AMONG).mean())
    return round(-float(shift) / more, 3), round((1 - float(slope)) / more, 3)


def documents(*, fitting: bool) -> None:
    """Measure answers and links on the documents of this repository."""
    corpus = argmap.load(ROOT).corpus
    kept = json.loads(CALIBRATION.read_text("utf-8"))
    for tier in tiers():
        found = answers(corpus, tier)
        scores, labels = [], []
        for one in found:
            others = [other for other in found if other is not one]
            order = fitted_answers(others)
            weights = fitted_answers(of_shown(others, order))
            shown = of_shown([one], order)[0]
            labels.append(shown.labels)
            scores.append(score_answers(shown, weights))
        measured = quality(labels, scores)
        weights = fitted_answers(of_shown(found, fitted_answers(found)))
        print(f"answers, each document by the others, {tier}: weights {weights.round(2).tolist()}")
        told(f"    of questions that a text answers, the best claim by itself ({tier})", measured)
        pairs = pairs_of_documents(corpus, tier)
        rarer, flatter = rarity(pairs)
        known = attrs.evolve(calibration(tier), rarer=rarer, flatter=flatter)
        odds = np.array(list(map(known.log_odds, pairs.scores.tolist(), pairs.among.tolist())))
        alike = quality([pairs.alike[None]], [odds[None]], LEAST_OF_DOCUMENTS)
        told(f"    pairs of claims of two documents ({tier})", alike)
        if fitting:
            kept.setdefault(tier, {})
            kept[tier]["rarer"], kept[tier]["flatter"] = rarer, flatter
            kept[tier]["document_bands"] = alike.bands
            kept[tier]["answers"] = [round(float(one), 3) for one in weights]
            kept[tier]["answer_bands"] = measured.bands
    if fitting:
        Path(str(CALIBRATION)).write_text(json.dumps(kept, indent=2) + "\n", "utf-8")


def speed(slack: float) -> bool:
    """Measure how long suggestions take, and how much memory; whether that is within limits.

    Times are by the clock, the least of three runs, since other work on the machine only ever adds; where a machine is
    slow or busy, its limits are multiplied by the slack that is given.
    """
    sheet = Sheet()
    texts = [" ".join(row) for row in _sentences(2 * CLAIMS)]
    matcher = Matcher(Tier.WORDS)
    matcher.matches(texts[:10], texts[10:20], 1)
    times = []
    for _ in range(3):
        start = time.perf_counter()
        matcher.matches(texts[:CLAIMS], texts[CLAIMS:], 3)
        times.append(time.perf_counter() - start)
    sheet.row(f"{CLAIMS:,} claims beside {CLAIMS:,}, letters and words", min(times), 1.0 * slack, "s")
    with tempfile.TemporaryDirectory() as folder:
        write(MANY_CLAIMS, Path(folder) / "many")
        command = [*ARGMAP, "suggest", "--tier", Tier.WORDS, "--top", "all", "--format", "json"]
        start = time.perf_counter()
        subprocess.run(command, cwd=Path(folder) / "many", check=True, stdout=subprocess.DEVNULL)
        sheet.row(f"argmap suggest, {MANY_CLAIMS:,} claims", time.perf_counter() - start, 60 * slack, "s")
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    sheet.row(f"argmap suggest, {MANY_CLAIMS:,} claims", most, 1024, "MB")
    return not sheet.broken


def _sentences(count: int) -> Iterator[list[str]]:
    """Claims of some 15 words, of which every tenth says in other words what one before it says."""
    chance = random.Random(1)
    said: list[list[str]] = []
    for number in range(count):
        if number % 10 == 9:
            row = [*chance.choice(said)]
            row[chance.randrange(len(row))] = chance.choice(NOUNS)
        else:
            row = [
                chance.choice(NOUNS) + chance.choice(("", "s", "ing", " of the")) for _ in range(chance.randint(10, 20))
            ]
        said.append(row)
        yield row


def main() -> int:
    parser = argparse.ArgumentParser(description="How good suggestions are, and how fast.")
    parser.add_argument("--data", type=Path, help="a clone of IBM/KPA_2021_shared_task")
    parser.add_argument("--documents", action="store_true", help="measure on the documents of this repository")
    parser.add_argument("--slack", type=float, default=1.0, help="multiply limits of time by this")
    parser.add_argument("--fit", action="store_true", help="fit, and write what argmap keeps")
    arguments = parser.parse_args()
    if arguments.documents:
        documents(fitting=arguments.fit)
        return 0
    if arguments.data and arguments.fit:
        fit(arguments.data)
    elif arguments.data:
        return 0 if evaluate(arguments.data) else 1
    else:
        return 0 if speed(arguments.slack) else 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
