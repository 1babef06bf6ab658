"""The lines of guesses, written where they are to stand, declare all that was guessed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from argmap.diff.differ import diff
from argmap.diff.difference import Difference
from argmap.model.corpus import Corpus
from argmap.report.difference.difference_page import terminal_page
from argmap.report.difference.difference_report import DiffReport
from argmap.report.page import Guess
from argmap.source.text import SourceText

OLD = """issue trams: Should the town build trams?
  position yes: It should
  position no: It should not
  position later: Not before it has paid its debts
actor council: The council
term tram: A railway in a street
document first: Trams now
  author office: The transport office
actor crowd: The crowd in the street
claims build: The town should build trams.
  answers trams: yes
  because quiet: Trams are quiet and quick.
reports debt from council, crowd: The town has debts.
"""
RENAMES = {
    "an answer": (("position yes", "position build"), ("trams: yes", "trams: build")),
    "a question": (("issue trams", "issue rails"), ("answers trams", "answers rails")),
    "a question and its answers": (
        ("issue trams", "issue rails"),
        ("position yes", "position build"),
        ("position no", "position leave"),
        ("answers trams: yes", "answers rails: build"),
    ),
    "an actor": (("actor council", "actor city"), ("from council", "from city")),
    "an actor of one document": (("actor crowd", "actor many"), (", crowd", ", many")),
    "an author": (("author office", "author transport"),),
    "a term": (("term tram", "term rail"),),
    "a document": (("document first", "document town"),),
    "a premise in other words": (("quiet: Trams are quiet and quick.", "noise: Trams are quiet and so quick."),),
    "nearly everything": (
        ("issue trams", "issue rails"),
        ("position yes", "position build"),
        ("answers trams: yes", "answers rails: build"),
        ("author office", "author transport"),
        ("actor council", "actor city"),
        ("from council", "from city"),
        ("term tram", "term rail"),
    ),
}


def in_one_project(understand: Callable[..., tuple[Corpus, object]], old: str, new: str) -> DiffReport:
    one, other = (understand(*files(text))[0] for text in (old, new))
    texts = {name: SourceText(name, text) for name, text in zip(("0.argmap", "1.argmap"), files(new), strict=True)}
    return DiffReport(difference=diff(one, other), new_texts=texts, old_texts={})


def files(text: str) -> tuple[str, str]:
    """What all share, and a document."""
    shared, document = text.split("document", 1)
    return shared, f"document{document}"


def pasted(text: str, report: DiffReport) -> str:
    """The text with the line of each guess under the line that the guess names."""
    parts = list(files(text))
    blocks = [block for block in terminal_page(report) if isinstance(block, Guess)]
    found = list(zip(report.difference.guesses, blocks, strict=True))
    for guess, block in sorted(found, key=lambda pair: -pair[0].new.origin.span.start):
        number = int(guess.new.origin.file[0])
        end = parts[number].index("\n", guess.new.origin.span.start) + 1
        parts[number] = f"{parts[number][:end]}{block.indentation}{block.line}\n{parts[number][end:]}"
    return "".join(parts)


@pytest.mark.parametrize("renames", RENAMES.values(), ids=RENAMES)
def test_what_was_guessed_is_declared_by_its_lines(
    understand: Callable[..., tuple[Corpus, object]], renames: tuple[tuple[str, str], ...]
) -> None:
    new = OLD
    for old_words, new_words in renames:
        assert old_words in new
        new = new.replace(old_words, new_words)
    report = in_one_project(understand, OLD, new)
    assert report.difference.guesses
    declared: Difference = in_one_project(understand, OLD, pasted(new, report)).difference
    assert declared.guesses == ()
    assert {change.rule.value for change in declared.changes} <= {"claim-renamed", "claim-reworded"}
