"""The stance matrix: issues by holders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from argmap.compare.holder import Holder
from argmap.compare.verdict import Verdict
from argmap.model.ids import DocumentId, IssueId, PositionId
from argmap.view.comparison.album import Album, Kind, Subject, on_issue
from argmap.view.comparison.cells import cell_of, stance_tile
from argmap.view.comparison.drawing import Column, Frame, Grid, Key, Manner, Part, Row, Tile, Way
from argmap.view.comparison.voices import Voices
from argmap.wording.english import counted
from argmap.wording.stance_sentences import stances_of_its_own

ROWS = 18
"""How many issues fit a page of readable height."""
COLUMNS = 6
"""How many holders fit a page of readable width."""
_PAGES = 40
"""How many pages of a table are drawn."""
_ACTORS = 6
"""How many actors a cell shows."""
_TITLES = {Kind.MATRIX: "Who holds what", Kind.ACTORS: "Whom the texts let speak"}

_SIGNS = (
    ("not", "excludes the answer"),
    ("mixed", "gives two answers at once"),
    ("silent", "says nothing on it"),
    ("—", "shows nobody who speaks on it"),
    ("≠", "cannot both be right; letters name columns"),
)


@attrs.frozen
class Page:
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
        """What the page is called in an album; the first goes by its kind alone."""
        return Subject(self.kind, "" if self.number == 1 else str(self.number))


def pages(kind: Kind, issues: tuple[IssueId, ...], documents: tuple[DocumentId, ...]) -> tuple[Page, ...]:
    """The pages that issues and documents take, all issues of the first documents first; of very many the first."""
    letters = [letter(number) for number in range(len(documents))]
    blocks = [
        (issues[row : row + ROWS], documents[left : left + COLUMNS], tuple(letters[left : left + COLUMNS]))
        for left in range(0, len(documents), COLUMNS)
        for row in range(0, len(issues), ROWS)
    ]
    return tuple(Page(kind, number, *block) for number, block in enumerate(blocks[:_PAGES], start=1))


def letter(number: int) -> str:
    """A, B, ..., Z, AA, AB, ..."""
    return (letter(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)


def matrix_of(page: Page, voices: Voices, album: Album, *, of: int) -> Grid:
    """A page of the matrix of authors, or of the actors whom they show.

    Args:
        page: What stands on it.
        voices: The holders by name.
        album: The other pictures.
        of: How many pages there are.
    """
    authors = page.kind is Kind.MATRIX
    rows = tuple((_author_row if authors else _actor_row)(issue, page, voices, album) for issue in page.issues)
    counts = f"{counted(len(page.issues), 'issue')} · {counted(len(page.documents), 'text')}"
    counts += f" of {len(voices.documents)} · page {page.number} of {of}" if of > 1 else ""
    first = (
        "Columns stand in an order in which neighbours agree."
        if authors
        else "What each text ascribes to others; it is theirs only as the text shows it."
    )
    title = _TITLES[page.kind]
    return Grid(
        frame=Frame(
            title=title,
            subtitle=(first, counts),
            description=f"{title}: {counts}. A row for each issue, a column for each text. {first}",
            keys=(Key(Part.FIRST, "one tint in a row: one and the same answer"),),
            ways=tuple(_ways(page, album)),
        ),
        corner="Issue",
        columns=tuple(
            Column(head=_head(document, mark, voices, album))
            for document, mark in zip(page.documents, page.letters, strict=True)
        ),
        rows=rows,
        legend=_SIGNS,
    )


def _ways(page: Page, album: Album) -> Iterator[Way]:
    other = Kind.ACTORS if page.kind is Kind.MATRIX else Kind.MATRIX
    for text, subject in (
        (_TITLES[other], Subject(other)),
        ("Cruxes", Subject(Kind.CRUXES)),
        ("Network", Subject(Kind.NETWORK)),
        ("previous page", Subject(page.kind, "" if page.number == 2 else str(page.number - 1))),
        ("next page", Subject(page.kind, str(page.number + 1))),
    ):
        link = album.link(subject)
        if link and subject != page.subject:
            yield Way(text, link)


def _head(document: DocumentId, mark: str, voices: Voices, album: Album) -> Tile:
    record = voices.comparison.corpus.documents[document]
    name = voices.documents[document]
    return Tile(
        id=f"column/{mark}",
        words=(mark, name),
        text=record.title,
        link=album.maps[document],
        sentence=f"Column {mark}: {name}, {record.title}",
    )


def issue_head(issue: IssueId, voices: Voices, album: Album) -> Tile:
    """The heading of a row."""
    question = voices.comparison.corpus.issues[issue].question
    return Tile(
        id=f"issue/{issue}",
        words=(issue,),
        text=question,
        link=album.link(on_issue(issue)),
        sentence=f"Issue `{issue}`: {question}",
    )


def _author_row(issue: IssueId, page: Page, voices: Voices, album: Album) -> Row:
    comparison = voices.comparison
    record = comparison.corpus.issues[issue]
    letters = {Holder(document): mark for document, mark in zip(page.documents, page.letters, strict=True)}
    cells = tuple(
        cell_of(
            f"{issue}/{mark}",
            comparison.stances.profile(holder, issue),
            record,
            voices.name(holder),
            clashes=_conflicts(holder, letters, issue, voices),
            link=album.link(on_issue(issue)),
        )
        for holder, mark in letters.items()
    )
    return Row(head=issue_head(issue, voices, album), cells=cells)


def _conflicts(
    holder: Holder, letters: Mapping[Holder, str], issue: IssueId, voices: Voices
) -> Mapping[PositionId, tuple[str, ...]]:
    """Whom a holder contradicts, and to whom it is contrary by how many steps, in the letters of the columns.

    By the position of the holder on which the conflict rests first.
    """
    found: dict[PositionId, dict[str, list[str]]] = {}
    for other, mark in letters.items():
        alignment = voices.comparison.align(holder, other, issue) if other != holder else None
        if alignment is None or not alignment.verdict.is_conflict:
            continue
        here = found.setdefault(alignment.one.stances[0].position, {})
        if alignment.verdict is Verdict.CONTRADICTION:
            here.setdefault("≠ contradicts {}", []).append(mark)
        elif alignment.distance is None:
            here.setdefault("≠ contrary to {}", []).append(mark)
        else:
            here.setdefault(f"≠ contrary to {{}}, {alignment.distance} of {alignment.scale} steps", []).append(mark)
    return {
        position: tuple(
            words.format(", ".join(marks)) for words, marks in sorted(here.items(), key=lambda item: item[1])
        )
        for position, here in found.items()
    }


def _actor_row(issue: IssueId, page: Page, voices: Voices, album: Album) -> Row:
    return Row(
        head=issue_head(issue, voices, album),
        cells=tuple(
            tuple(_actor_tiles(issue, document, mark, voices, album))
            for document, mark in zip(page.documents, page.letters, strict=True)
        ),
    )


def _actor_tiles(issue: IssueId, document: DocumentId, mark: str, voices: Voices, album: Album) -> Iterator[Tile]:
    comparison = voices.comparison
    record = comparison.corpus.issues[issue]
    speaking = comparison.stances.by_issue.get(issue, {})
    shown = [holder for holder in speaking if holder.document == document and not holder.is_author]
    for number, holder in enumerate(shown[:_ACTORS], start=1):
        name = voices.alone(holder)
        for place, stance in enumerate(stances_of_its_own(speaking[holder]), start=1):
            tile = stance_tile(f"{issue}/{mark}/{number}/{place}", stance, record, voices.name(holder))
            yield attrs.evolve(
                tile, words=(f"{name}: {', '.join(tile.words)}",), text="", link=album.link(on_issue(issue))
            )
    more = len(shown) - _ACTORS
    if more > 0 or not shown:
        name = f"{counted(more, 'more actor')}" if shown else "nobody"
        yield Tile(
            id=f"{issue}/{mark}",
            manner=Manner.SILENT,
            notes=(f"+{name}" if shown else "—",),
            link=album.link(on_issue(issue)) if shown else "",
            sentence=f"{voices.documents[document]} shows {name} on “{record.question}”",
        )
