"""The stance matrix: issues by holders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from argmap.judge.holder import Holder
from argmap.model.ids import DocumentId, IssueId, PositionId
from argmap.view.comparison.comparison_cards import cell_of, stance_card
from argmap.view.comparison.comparison_context import ComparisonContext, Kind, Subject
from argmap.view.tables_and_trees import Column, ComparisonCard, LegendKey, Manner, Part, Row, Table
from argmap.wording.english import counted
from argmap.wording.stance_sentences import stances_of_its_own
from argmap.wording.verdicts import clash

ROWS = 18
"""How many issues fit a page of readable height."""
COLUMNS = 6
"""How many holders fit a page of readable width."""
_PAGES = 40
"""How many pages of a table are drawn."""
_ACTORS = 6
"""How many actors a cell shows."""
_Cell = tuple[ComparisonCard, ...]
_TITLES = {Kind.MATRIX: "Who holds what", Kind.ACTORS: "Whom the texts let speak"}

_SIGNS = (
    ("not", "excludes the answer"),
    ("mixed", "gives two answers at once"),
    ("silent", "says nothing on it"),
    ("—", "shows nobody who speaks on it"),
    ("≠", "cannot both be right; letters name columns"),
)


@attrs.frozen
class MatrixPage:
    """A part of a matrix.

    Attributes:
        number: Among the pages of its kind, from 1.
        letters: What the columns are called, in order.
    """

    kind: Kind
    number: int
    issues: tuple[IssueId, ...]
    documents: tuple[DocumentId, ...]
    letters: tuple[str, ...]

    @property
    def subject(self) -> Subject:
        """What the page is called."""
        return Subject.page(self.kind, self.number)

    @property
    def columns(self) -> tuple[tuple[DocumentId, str], ...]:
        """Documents and letters."""
        return tuple(zip(self.documents, self.letters, strict=True))


def matrix_pages(kind: Kind, issues: tuple[IssueId, ...], documents: tuple[DocumentId, ...]) -> tuple[MatrixPage, ...]:
    """The pages that issues and documents take, all issues of the first documents first; of very many the first."""
    letters = [letter(number) for number in range(len(documents))]
    blocks = [
        (issues[row : row + ROWS], documents[left : left + COLUMNS], tuple(letters[left : left + COLUMNS]))
        for left in range(0, len(documents), COLUMNS)
        for row in range(0, len(issues), ROWS)
    ]
    return tuple(MatrixPage(kind, number, *block) for number, block in enumerate(blocks[:_PAGES], start=1))


def letter(number: int) -> str:
    """A, B, ..., Z, AA, AB, ..."""
    return (letter(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)


def matrix_of(page: MatrixPage, context: ComparisonContext, *, of: int) -> Table:
    """A page of the matrix of authors, or of the actors whom they show.

    Args:
        page: What stands on it.
        context: What it shares with other pictures.
        of: How many pages there are.
    """
    authors = page.kind is Kind.MATRIX
    cells = _author_cells if authors else _actor_cells
    rows = (Row(head=issue_head(issue, context), cells=cells(issue, page, context)) for issue in page.issues)
    counts = f"{counted(len(page.issues), 'issue')} · {counted(len(page.documents), 'text')}"
    counts += f" of {len(context.labels)} · page {page.number} of {of}" if of > 1 else ""
    first = (
        "Columns stand in an order in which neighbours agree."
        if authors
        else "What each text ascribes to others; it is theirs only as the text shows it."
    )
    title, other = _TITLES[page.kind], Kind.ACTORS if authors else Kind.MATRIX
    return Table(
        title=title,
        subtitle=(first, counts),
        description=f"{title}: {counts}. A row for each issue, a column for each text. {first}",
        keys=(LegendKey(Part.FIRST, "one tint in a row: one and the same answer"),),
        links=context.links(
            (_TITLES[other], Subject(other)),
            ("Cruxes", Subject(Kind.CRUXES)),
            ("Network", Subject(Kind.NETWORK)),
            ("previous page", Subject.page(page.kind, page.number - 1)),
            ("next page", Subject.page(page.kind, page.number + 1)),
        ),
        corner="Issue",
        columns=tuple(Column(head=_head(document, mark, context)) for document, mark in page.columns),
        rows=tuple(rows),
        signs=_SIGNS,
    )


def _head(document: DocumentId, mark: str, context: ComparisonContext) -> ComparisonCard:
    record = context.corpus.documents[document]
    name = context.labels[document]
    return ComparisonCard(
        id=f"column/{mark}",
        words=(mark, name),
        text=record.title,
        link=context.maps[document],
        sentence=f"Column {mark}: {name}, {record.title}",
    )


def issue_head(issue: IssueId, context: ComparisonContext) -> ComparisonCard:
    """The heading of a row."""
    record = context.corpus.issues[issue]
    question = record.question
    return ComparisonCard(
        id=f"issue/{issue}",
        words=(issue,),
        text=record.short or question,
        link=context.issue_link(issue),
        sentence=f"Issue `{issue}`: {question}",
    )


def _author_cells(issue: IssueId, page: MatrixPage, context: ComparisonContext) -> tuple[_Cell, ...]:
    letters = {Holder(document): mark for document, mark in page.columns}
    return tuple(
        cell_of(f"{issue}/{mark}", holder, issue, context, _conflicts(holder, letters, issue, context))
        for holder, mark in letters.items()
    )


def _conflicts(
    holder: Holder, letters: Mapping[Holder, str], issue: IssueId, context: ComparisonContext
) -> Mapping[PositionId, tuple[str, ...]]:
    """Whom a holder contradicts, and to whom it is contrary by how many steps, in the letters of the columns.

    By the position of the holder on which the conflict rests first.
    """
    found: dict[PositionId, dict[str, list[str]]] = {}
    for other, mark in letters.items():
        alignment = context.comparison.align(holder, other, issue) if other != holder else None
        if alignment is None or not alignment.verdict.is_disagreement:
            continue
        found.setdefault(alignment.one.stances[0].position, {}).setdefault(clash(alignment), []).append(mark)
    return {
        position: tuple(words.format(", ".join(said[words])) for words in sorted(said, key=said.__getitem__))
        for position, said in found.items()
    }


def _actor_cells(issue: IssueId, page: MatrixPage, context: ComparisonContext) -> tuple[_Cell, ...]:
    return tuple(tuple(_actor_cards(issue, document, mark, context)) for document, mark in page.columns)


def _actor_cards(
    issue: IssueId, document: DocumentId, mark: str, context: ComparisonContext
) -> Iterator[ComparisonCard]:
    speaking = context.comparison.stances.by_issue.get(issue, {})
    link = context.issue_link(issue)
    shown = [holder for holder in speaking if holder.document == document and not holder.is_author]
    for number, holder in enumerate(shown[:_ACTORS], start=1):
        for place, stance in enumerate(stances_of_its_own(speaking[holder]), start=1):
            card = stance_card(f"{issue}/{mark}/{number}/{place}", stance, context)
            words = f"{context.bare_name(holder)}: {', '.join(card.words)}"
            yield attrs.evolve(card, words=(words,), text="", link=link)
    more = len(shown) - _ACTORS
    if more > 0 or not shown:
        name = counted(more, "more actor") if shown else "nobody"
        yield ComparisonCard(
            id=f"{issue}/{mark}",
            manner=Manner.SILENT,
            notes=(f"+{name}" if shown else "—",),
            link=link if shown else "",
            sentence=f"{context.labels[document]} shows {name} on “{context.corpus.issues[issue].question}”",
        )
