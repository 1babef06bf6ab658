"""What the pictures of a small comparison show, as text: names, titles, cells, cards and lines."""

from collections.abc import Callable, Iterator
from urllib.parse import unquote

import pytest
from council import ISSUES
from pytest_regressions.file_regression import FileRegressionFixture

from argmap.compare.comparison import Comparison, compare
from argmap.model.corpus import Corpus
from argmap.view.comparison.comparison_pictures import picture_plan
from argmap.view.drawings import NamedDrawing
from argmap.view.outline import Butterfly, Outline, Row

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
    return {each.name: each for each in picture_plan(comparison).drawn}


def rows(named: NamedDrawing) -> Iterator[Row]:
    """The rows of outlines; the tables have tests of their own."""
    drawing = named.drawing
    if isinstance(drawing, Outline):
        yield from drawing.rows
    if isinstance(drawing, Butterfly):
        yield from (row for half in drawing.halves for row in half)


def described(named: NamedDrawing) -> Iterator[str]:
    """A picture as a reader would tell it over the telephone."""
    drawing = named.drawing
    yield f"== {named.name}: {drawing.title}"
    yield from (f"   {line}" for line in drawing.subtitle)
    if isinstance(drawing, Butterfly):
        yield f"   {drawing.verdict}: {drawing.meaning}"
        yield from (f"   {turn}" for turn in drawing.turns_on)
        yield from (f"   {one.name}: {one.answer} ({one.count})" for one in drawing.speakers)
        yield f"   {' < '.join(drawing.scale)} {drawing.places}"
        yield from (f"   {clash.one} {'≠' if clash.cannot else '≁'} {clash.other}" for clash in drawing.clashes)
    for row in rows(named):
        notes = "".join(f" [{note.text}]" for note in row.notes)
        yield f"   {'  ' * row.depth}{row.form} {row.word}{': ' if row.word else ''}{row.text} ({row.address}){notes}"
    yield ""


def test_what_the_pictures_show(pictures: dict[str, NamedDrawing], file_regression: FileRegressionFixture) -> None:
    shown = [line for each in pictures.values() for line in described(each)]
    file_regression.check("\n".join(shown), encoding="utf-8")


def test_ids_are_unique_in_each_picture(pictures: dict[str, NamedDrawing]) -> None:
    for each in pictures.values():
        ids = [row.id for row in rows(each) if row.id]
        assert len(ids) == len(set(ids))


def test_links_lead_to_the_maps_of_documents(pictures: dict[str, NamedDrawing]) -> None:
    documents = {"../first-2020.svg", "../second-2021.svg", "../third-2022.svg"}
    links = [row.link for each in pictures.values() for row in rows(each) if row.link]
    assert links
    assert {unquote(link.partition("#")[0]) for link in links} <= documents


def test_no_stance_no_picture(corpus_of: Callable[..., Corpus]) -> None:
    assert list(picture_plan(compare(corpus_of("document d: D\n  author a: A\n\nclaims x: X.\n"))).drawn) == []
