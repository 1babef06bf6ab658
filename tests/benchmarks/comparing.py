"""Measure a comparison of many holders on many issues, and fail where it takes too long or too much memory.

    python tests/benchmarks/comparing.py [--holders N] [--issues N] [--stances N]

The corpus is made in memory, the same for the same numbers: one document a holder, three ordered positions an
issue, and holders who lean one of four ways.  Times are CPU seconds of this process.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from time import process_time
from typing import TypeVar

from argmap.compare.agreement import all_issue_numbers, most_consensual, most_divisive, reliability
from argmap.compare.coalition import coalition_order
from argmap.compare.comparison import Comparison, compare
from argmap.language.words import Attitude, Degree, Kind
from argmap.model.claim import Answer, Claim, Strength
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ActorId, ClaimId, DocumentId, IssueId, PositionId
from argmap.model.inference import Step, StepRole
from argmap.model.issue import Issue, Position
from argmap.source.text import Place, Span

SECONDS = 10.0
MEGABYTES = 1000.0
HERE = Place("arguments/made.argmap", Span(0, 0))
POSITIONS = tuple(PositionId(name) for name in ("yes", "partly", "no"))
STRENGTHS = (None, None, *(Strength(degree, degree) for degree in (Degree.LIKELY, Degree.POSSIBLE, Degree.CERTAIN)))
T = TypeVar("T")


def corpus(holders: int, issues: int, stances: int) -> Corpus:
    """So many documents with so many stances in all; every third claim supports the one before it."""
    chance = random.Random(holders)
    asked = [made(f"i{number}") for number in range(issues)]
    claims: dict[ClaimId, Claim] = {}
    documents: dict[DocumentId, Document] = {}
    for number in range(holders):
        document = DocumentId(f"d{number}")
        count = stances // holders + (number < stances % holders)
        own = list(answers(document, number % 4, sorted(chance.sample(range(issues), count)), chance))
        claims.update((claim.id, claim) for claim in own)
        documents[document] = Document(
            id=document,
            title=f"Treatise {number}",
            file=f"arguments/{document}.argmap",
            authors=(ActorId(f"a{number}"),),
            date=str(1990 + number % 35),
            claims=tuple(claim.id for claim in own),
            origin=HERE,
        )
    return Corpus(
        documents=documents,
        issues={issue.id: issue for issue in asked},
        actors={},
        terms={},
        claims=claims,
    )


def made(name: str) -> Issue:
    """One issue with a scale of three."""
    positions = tuple(Position(id=position, text=position, origin=HERE) for position in POSITIONS)
    return Issue(id=IssueId(name), question=f"{name}?", positions=positions, order=POSITIONS, origin=HERE)


def answers(document: DocumentId, lean: int, issues: list[int], chance: random.Random) -> Iterator[Claim]:
    """One claim an issue; most answers go the way the holder leans."""
    for place, issue in enumerate(issues):
        usual = POSITIONS[(issue + lean) % 3]
        position = usual if chance.random() < 0.7 else chance.choice(POSITIONS)
        name = ClaimId(f"{document}.c{place}")
        below = (ClaimId(f"{document}.c{place + 1}"),) if place % 3 == 0 and place + 1 < len(issues) else ()
        yield Claim(
            id=name,
            document=document,
            attitude=Attitude.DENIES if chance.random() < 0.1 else Attitude.CLAIMS,
            strength=chance.choice(STRENGTHS),
            text="So it is.",
            answers=(Answer(issue=IssueId(f"i{issue}"), position=position, origin=HERE),),
            kind=Kind.FACT if chance.random() < 0.2 else None,
            steps=(Step(role=StepRole.BECAUSE, premises=below, origin=HERE),) if below else (),
            statement=True,
            origin=HERE,
            wording=HERE,
        )


def timed(what: str, work: Callable[[], T]) -> tuple[T, float]:
    """What some work gives, and its CPU seconds."""
    begin = process_time()
    done = work()
    seconds = process_time() - begin
    print(f"{what:<48} {seconds:6.2f} s", flush=True)
    return done, seconds


def conflicts_with_cruxes(comparison: Comparison) -> int:
    """Cruxes of the first conflicts, asked for one by one."""
    return sum(len(comparison.cruxes(conflict)) for conflict in islice(comparison.disagreements(), 200))


def main() -> int:
    """Make, compare, sum up."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--holders", type=int, default=1200)
    reader.add_argument("--issues", type=int, default=2500)
    reader.add_argument("--stances", type=int, default=44_000)
    given = reader.parse_args()
    made_corpus = corpus(given.holders, given.issues, given.stances)
    comparison, gathering = timed("stances of all holders", lambda: compare(made_corpus))
    numbers, counting = timed("every issue in numbers", lambda: all_issue_numbers(comparison))
    _, ranking = timed("most divisive and most consensual", lambda: (most_divisive(numbers), most_consensual(numbers)))
    _, measuring = timed("Krippendorff's alpha", lambda: reliability(comparison))
    _, ordering = timed("coalition order", lambda: coalition_order(comparison))
    _, asking = timed("the cruxes of 200 conflicts", lambda: conflicts_with_cruxes(comparison))
    seconds = gathering + counting + ranking + measuring + ordering + asking
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    print(f"in all {seconds:.2f} s (at most {SECONDS:g}), {peak:.0f} MB (at most {MEGABYTES:g}), the corpus included")
    return int(seconds > SECONDS or peak > MEGABYTES)


if __name__ == "__main__":
    raise SystemExit(main())
