"""The ledger says the same in whatever order things are written."""

from __future__ import annotations

import random

import attrs
from hypothesis import given
from hypothesis import strategies as st
from parsing import parser
from thoroughness import examples

from argmap.compare.stances import gather
from argmap.language.parser import split
from argmap.model.corpus import Corpus
from argmap.report.ledger import ledger
from argmap.resolve.corpus import resolve
from argmap.source.text import SourceText
from tests.property.strategies import ISSUES, documents
from tests.property.test_compare import corpora

PARSER = parser()


def shuffled(text: str, chance: random.Random) -> str:
    """The statements of a file in another order."""
    statements = [text[span.start : span.end] for span in split(text)]
    ends = [statement if statement.endswith("\n") else f"{statement}\n" for statement in statements]
    return "".join(chance.sample(ends, len(ends)))


def read(*files: tuple[str, str]) -> Corpus:
    return resolve([PARSER.parse(SourceText(name, text)).value for name, text in files]).value


def stances(shown: str) -> list[str]:
    """The lines that are stances."""
    return [line for line in shown.splitlines() if line and not line.startswith("#")]


@examples(60)
@given(documents(), st.randoms(use_true_random=False))
def test_the_order_of_files_and_statements_does_not_matter(text: str, chance: random.Random) -> None:
    files = [("harbour.argmap", text), ("issues.argmap", ISSUES)]
    others = [(name, shuffled(text, chance)) for name, text in reversed(files)]
    assert ledger(gather(read(*files))) == ledger(gather(read(*others)))


@examples(100)
@given(corpora())
def test_whatever_is_said_it_is_sorted_lines_of_columns(corpus: Corpus) -> None:
    shown = ledger(gather(corpus))
    lines = stances(shown)
    assert lines == sorted(set(lines))
    assert all(len(line.split(" | ")) in (3, 5) for line in lines)
    assert all(line == line.strip() and "  " not in line for line in lines)


@examples(100)
@given(corpora(), st.data())
def test_a_document_that_is_taken_away_takes_its_own_lines(corpus: Corpus, data: st.DataObject) -> None:
    gone = data.draw(st.sampled_from(sorted(corpus.documents)))
    linkless = attrs.evolve(corpus, links=())
    kept = [document for document in corpus.documents if document != gone]
    every = ledger(gather(linkless))
    others = [line for line in stances(every) if not line.startswith((f"{gone} |", f"{gone}/"))]
    left = ledger(gather(linkless, kept))
    assert stances(left) == others
    assert set(left.splitlines()) <= set(every.splitlines())
    assert bool(left) == bool(others)
