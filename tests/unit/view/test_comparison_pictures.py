"""What the pictures of a small comparison show, as text: names, titles, cells, cards and lines."""

from collections.abc import Callable, Iterator
from urllib.parse import unquote

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from argmap.compare.comparison import Comparison, compare
from argmap.model.corpus import Corpus
from argmap.view.comparison.comparison_pictures import pictures_of_comparison
from argmap.view.tables_and_trees import (
    ComparisonCard,
    Manner,
    NamedDrawing,
    Tree,
)

ISSUES = """\
issue lead: Who should lead?
  position council: The council
  position states: The states

issue act: Can the council act?
  position yes: It can
  position partly: In part
  position no: It cannot
  order: yes > partly > no

issue united: Are its members united?
  position yes: They are
  position no: They are not

actor ministry: The ministry
"""
FIRST = """\
document first-2020: The council must lead
  author author-a: Author A
  date: 2020-01

claims lead (must): The council must lead.
  answers lead: council
  because acts: The council can act.
    answers act: yes
    because united: Its members are united.
      answers united: yes
      because: They share an enemy.
        because: It attacked them all.
    and money: There is money.
  despite slow: It is slow.

reports hopes from ministry (likely): The council will act.
  answers act: partly
"""
SECOND = """\
document second-2021: Not the council
  author author-b: Author B
  date: 2021-05

denies no-lead: The council should lead.
  answers lead: council
  because powerless: It cannot act.
    answers act: no
    because (cause) split: Its members are not united.
      answers united: no

claims open: Nobody can tell who will lead.
  answers lead: open
"""
THIRD = """\
document third-2022: Second thoughts
  author author-a
  date: 2022

implies half (possible): The council can act in part.
  answers act: partly
"""


@pytest.fixture
def comparison(corpus_of: Callable[..., Corpus]) -> Comparison:
    return compare(corpus_of(ISSUES, FIRST, SECOND, THIRD))


@pytest.fixture
def pictures(comparison: Comparison) -> dict[str, NamedDrawing]:
    return {each.name: each for each in pictures_of_comparison(comparison)}


def cards(named: NamedDrawing) -> Iterator[ComparisonCard]:
    """The cards of a tree; the tables have tests of their own."""
    if isinstance(named.drawing, Tree):
        yield from (node.card for node in named.drawing.nodes)


def told(card: ComparisonCard) -> str:
    parts = (" · ".join(card.words), card.text, *card.notes, *card.clashes)
    how = "" if card.manner is Manner.STATED else f" <{card.manner}>"
    return " | ".join(part for part in parts if part) + how


def described(named: NamedDrawing) -> Iterator[str]:
    """A picture as a reader would tell it over the telephone."""
    drawing = named.drawing
    yield f"== {named.name}: {drawing.title}"
    yield from (f"   {line}" for line in drawing.subtitle)
    if isinstance(drawing, Tree):
        for node in drawing.nodes:
            joint = f" at {node.joint}" if node.joint else ""
            yield f"   {node.column}  {node.card.id}: {told(node.card)}"
            if node.parent:
                yield f"        {node.role} -> {node.parent}{joint}"
    yield ""


def test_what_the_pictures_show(pictures: dict[str, NamedDrawing], file_regression: FileRegressionFixture) -> None:
    shown = [line for each in pictures.values() for line in described(each)]
    file_regression.check("\n".join(shown), encoding="utf-8")


def test_ids_are_unique_in_each_picture(pictures: dict[str, NamedDrawing]) -> None:
    for each in pictures.values():
        ids = [card.id for card in cards(each)]
        assert len(ids) == len(set(ids))


def test_links_lead_to_pictures_of_the_comparison_or_of_its_documents(pictures: dict[str, NamedDrawing]) -> None:
    documents = {"../first-2020.svg", "../second-2021.svg", "../third-2022.svg"}
    for each in pictures.values():
        links = [card.link for card in cards(each) if card.link]
        links += [link.link for link in each.drawing.links] if isinstance(each.drawing, Tree) else []
        for link in links:
            file = unquote(link.partition("#")[0])
            assert file in documents or f"compare/{file.removesuffix('.svg')}" in pictures


def test_no_stance_no_picture(corpus_of: Callable[..., Corpus]) -> None:
    assert list(pictures_of_comparison(compare(corpus_of("document d: D\n  author a: A\n\nclaims x: X.\n")))) == []
