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
    ComparisonRole,
    Manner,
    NamedDrawing,
    Network,
    Part,
    Table,
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
    drawing = named.drawing
    if isinstance(drawing, Table):
        yield from (column.head for column in drawing.columns)
        for row in drawing.rows:
            yield row.head
            yield from (card for cell in row.cells for card in cell)
    elif isinstance(drawing, Tree):
        yield from (node.card for node in drawing.nodes)
    else:
        yield from drawing.cards


def told(card: ComparisonCard) -> str:
    parts = (" · ".join(card.words), card.text, *card.notes, *card.clashes)
    how = "" if card.manner is Manner.STATED else f" <{card.manner}>"
    return " | ".join(part for part in parts if part) + how


def described(named: NamedDrawing) -> Iterator[str]:
    """A picture as a reader would tell it over the telephone."""
    drawing = named.drawing
    yield f"== {named.name}: {drawing.title}"
    yield from (f"   {line}" for line in drawing.subtitle)
    if isinstance(drawing, Table):
        yield "   columns: " + " // ".join(told(column.head) for column in drawing.columns)
        for row in drawing.rows:
            yield f"   {told(row.head)}"
            for column, cell in zip(drawing.columns, row.cells, strict=True):
                yield f"     {column.head.id}: {' + '.join(told(card) for card in cell)}"
    elif isinstance(drawing, Tree):
        for node in drawing.nodes:
            joint = f" at {node.joint}" if node.joint else ""
            yield f"   {node.column}  {node.card.id}: {told(node.card)}"
            if node.parent:
                yield f"        {node.role} -> {node.parent}{joint}"
    else:
        yield from (f"   {told(card)}" for card in drawing.cards)
        yield from (f"   {edge.one} -- {edge.other}: {edge.label} ({edge.part})" for edge in drawing.edges)
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
        links = [card.link for card in cards(each) if card.link] + [link.link for link in each.drawing.links]
        for link in links:
            file = unquote(link.partition("#")[0])
            assert file in documents or f"compare/{file.removesuffix('.svg')}" in pictures


def test_silent_open_and_mixed_are_three_things(corpus_of: Callable[..., Corpus]) -> None:
    texts = [
        f"document d{number}: D\n  author a{number}: A{number}\n\n{claims}"
        for number, claims in enumerate(
            (
                "claims x: X.\n  answers lead: open\n",
                "claims x: X.\n  answers lead: council\n\nclaims y: Y.\n  answers lead: states\n",
                "claims x: X.\n",
            )
        )
    ]
    matrix = next(pictures_of_comparison(compare(corpus_of(ISSUES, *texts)))).drawing
    assert isinstance(matrix, Table)
    (row,) = matrix.rows
    cells = {column.head.words[1]: cell for column, cell in zip(matrix.columns, row.cells, strict=True)}
    assert [(card.manner, card.words) for card in cells["A0"]] == [(Manner.OPEN, ("open",))]
    assert [card.words for card in cells["A1"]] == [("council", "mixed"), ("states", "mixed")]
    assert [(card.manner, card.notes) for card in cells["A2"]] == [(Manner.SILENT, ("silent",))]


def test_no_stance_no_picture(corpus_of: Callable[..., Corpus]) -> None:
    assert list(pictures_of_comparison(compare(corpus_of("document d: D\n  author a: A\n\nclaims x: X.\n")))) == []


def test_a_long_table_takes_several_pages_that_link_to_each_other(corpus_of: Callable[..., Corpus]) -> None:
    issues = "".join(f"issue i{n}: Q{n}?\n  position yes: Yes\n  position no: No\n\n" for n in range(20))
    texts = [
        f"document d{n}: D\n  author a{n}: A{n}\n\n"
        + "".join(f"claims x{i}: X.\n  answers i{i}: yes\n\n" for i in range(20))
        for n in range(7)
    ]
    found = {each.name: each.drawing for each in pictures_of_comparison(compare(corpus_of(issues, *texts)))}
    pages = [f"compare/matrix{end}" for end in ("", ".2", ".3", ".4")]
    assert [name for name in found if name.startswith("compare/matrix")] == pages
    sizes = [(len(page.rows), len(page.columns)) for page in map(found.get, pages) if isinstance(page, Table)]
    assert sizes == [(18, 6), (2, 6), (18, 1), (2, 1)]
    second = found[pages[1]]
    assert "page 2 of 4" in second.subtitle[-1]
    assert {link.link for link in second.links} >= {"matrix.svg", "matrix.3.svg"}


def test_parts_of_a_row_are_alike_where_the_answer_is(pictures: dict[str, NamedDrawing]) -> None:
    matrix = pictures["compare/matrix"].drawing
    assert isinstance(matrix, Table)
    row = next(row for row in matrix.rows if row.head.id == "issue/act")
    parts = {card.words[0]: card.part for cell in row.cells for card in cell if card.words}
    assert parts == {"yes": Part.FIRST, "partly": Part.SECOND, "no": Part.THIRD}


def test_the_order_of_files_changes_nothing(corpus_of: Callable[..., Corpus], comparison: Comparison) -> None:
    turned = compare(corpus_of(ISSUES, THIRD, SECOND, FIRST))
    assert {each.name: each.drawing for each in pictures_of_comparison(turned)} == {
        each.name: each.drawing for each in pictures_of_comparison(comparison)
    }


def test_every_kind_of_drawing_is_there(pictures: dict[str, NamedDrawing]) -> None:
    assert {type(each.drawing) for each in pictures.values()} <= {Table, Tree, Network}
    assert {name.partition(".")[0] for name in pictures} >= {"compare/matrix", "compare/issue", "compare/timeline"}


def document(name: str, *claims: str) -> str:
    return f"document {name}: D\n  author by-{name}: By {name}\n\n" + "\n\n".join(claims) + "\n"


def test_on_one_of_several_reasons_it_turns_in_part(corpus_of: Callable[..., Corpus]) -> None:
    one = document(
        "one",
        "claims x: X.\n  answers united: yes\n  because y: Y.\n    answers lead: council\n  because z: Z.\n"
        "    answers act: yes\n  because w: W.",
    )
    other = document("two", *(f"claims c{n}: C.\n  answers {a}" for n, a in enumerate(("united: no", "act: no"))))
    third = "denies d: D.\n  answers lead: council\n"
    found = {each.name: each for each in pictures_of_comparison(compare(corpus_of(ISSUES, one, f"{other}\n{third}")))}
    tree = found["compare/cruxes"].drawing
    assert isinstance(tree, Tree)
    assert [(node.column, node.role, node.card.words[0]) for node in tree.nodes if node.column == 1] == [
        (1, ComparisonRole.TURNS_IN_PART, "CRUX 1"),
        (1, ComparisonRole.TURNS_IN_PART, "CRUX 2"),
    ]
    assert sorted(node.card.text for node in tree.nodes if node.column == 1) == [
        "Can the council act?",
        "Who should lead?",
    ]
    assert {node.card.notes[0] for node in tree.nodes if node.column == 2} == {"carries one of three reasons"}
    (joining,) = {node.joining.partition(" turns ")[2] for node in tree.nodes if node.card.text == "Who should lead?"}
    assert joining == "on lead: one of three reasons"


def test_cruxes_beyond_those_drawn_are_named_in_one_card(corpus_of: Callable[..., Corpus]) -> None:
    shared = "".join(f"link two.n{n} contradicts one.r{n}: They exclude each other.\n" for n in range(6))
    one = document(
        "one", "claims x: X.\n  answers united: yes\n" + "\n".join(f"  because r{n}: R{n}." for n in range(6))
    )
    other = document("two", "claims c: C.\n  answers united: no", *(f"claims n{n}: N{n}." for n in range(6)))
    found = {each.name: each for each in pictures_of_comparison(compare(corpus_of(ISSUES + shared, one, other)))}
    tree = found["compare/cruxes"].drawing
    assert isinstance(tree, Tree)
    last = [node for node in tree.nodes if node.column == 1][-1]
    assert (last.card.words, last.role) == (("FURTHER CRUXES", "turns on 2 more"), ComparisonRole.TURNS_IN_PART)


def test_a_condition_that_is_rejected_stands_above_all_cruxes(corpus_of: Callable[..., Corpus]) -> None:
    one = document("one", "claims x: X.\n  answers united: yes\n  if supposes y: Y.\n    answers act: yes")
    other = document("two", "claims c: C.\n  answers united: no", "claims d: D.\n  answers act: no")
    found = {each.name: each for each in pictures_of_comparison(compare(corpus_of(ISSUES, one, other)))}
    tree = found["compare/cruxes"].drawing
    assert isinstance(tree, Tree)
    assert [node.card.words for node in tree.nodes if node.column == 1] == [("CONDITION", "rejected by the other")]


def test_a_clash_stands_under_the_answer_that_clashes(corpus_of: Callable[..., Corpus]) -> None:
    one = document("one", "denies x: X.\n  answers lead: council", "claims y: Y.\n  answers lead: states")
    other = document("two", "claims x: X.\n  answers lead: council")
    matrix = next(pictures_of_comparison(compare(corpus_of(ISSUES, one, other)))).drawing
    assert isinstance(matrix, Table)
    cells = {column.head.words[1]: cell for column, cell in zip(matrix.columns, matrix.rows[0].cells, strict=True)}
    clashing = [card.words[0] for card in cells["By one"] if card.clashes]
    assert clashing == ["not council"]


def test_no_timeline_of_texts_that_never_speak_of_one_issue(corpus_of: Callable[..., Corpus]) -> None:
    texts = [
        f"document d{year}: D\n  author a: A\n  date: {year}\n\nclaims x: X.\n  answers {issue}\n"
        for year, issue in ((2020, "lead: council"), (2021, "act: yes"))
    ]
    assert not [each for each in pictures_of_comparison(compare(corpus_of(ISSUES, *texts))) if "timeline" in each.name]
