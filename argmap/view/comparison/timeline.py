"""A timeline: what one author says on each issue from document to document, and what changes between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.holder import Holder, identities
from argmap.compare.stance import IssueStatus
from argmap.model.ids import IssueId
from argmap.view.amounts import plural
from argmap.view.comparison.album import Album, Kind, Subject
from argmap.view.comparison.cells import cell_of
from argmap.view.comparison.drawing import Column, Frame, Grid, Key, Manner, Part, Row, Tile, Way
from argmap.view.comparison.matrix import issue_head
from argmap.view.comparison.phrases import reserved, verdict, verdict_part, verdict_sign
from argmap.view.comparison.voices import Voices

_MOST = 4
"""How many documents stand beside each other on one page."""


@attrs.frozen
class Life:
    """One author's dated documents, the oldest first.

    Attributes:
        author: The actor, by its identity in all documents.
        number: Among the pages of this author, from 1; each begins with the document that ends the one before.
    """

    author: str
    number: int
    holders: tuple[Holder, ...]

    @property
    def subject(self) -> Subject:
        """What the page is called in an album."""
        name = self.author.rpartition(".")[2]
        return Subject(Kind.TIMELINE, name if self.number == 1 else f"{name}.{self.number}")


def lives(voices: Voices) -> Iterator[Life]:
    """Every author with several dated documents that speak on one issue, sorted."""
    comparison = voices.comparison
    documents = comparison.corpus.documents
    written: dict[str, list[Holder]] = {}
    for holder in comparison.authors:
        if documents[holder.document].date:
            for author in identities(holder, comparison.corpus):
                written.setdefault(author, []).append(holder)
    for author in sorted(written):
        holders = sorted(written[author], key=lambda holder: (documents[holder.document].date, holder.document))
        parts = [tuple(holders[start : start + _MOST]) for start in range(0, len(holders) - 1, _MOST - 1)]
        shown = [part for part in parts if any(count > 1 for count in _spoken(part, voices).values())]
        for number, part in enumerate(shown, start=1):
            yield Life(author, number, part)


def timeline_of(life: Life, voices: Voices, album: Album) -> Grid:
    """The documents of an author side by side, on what more than one speaks of; between two of them, what changed."""
    spoken = _spoken(life.holders, voices)
    # What only one text speaks of stands in the matrix, and changes nothing.
    issues = [issue for issue, count in spoken.items() if count > 1]
    once = sum(count == 1 for count in spoken.values())
    rows = tuple(_row(issue, life, voices, album) for issue in issues)
    changes = [tile.part for row in rows for cell in row.cells[1::2] for tile in cell if tile.manner is Manner.STATED]
    texts = plural(len(life.holders), "text")
    counts = f"{texts} · {plural(len(issues), 'issue')} · {plural(changes.count(Part.CONFLICT), 'changed answer')}"
    counts += f" · left out: {plural(once, 'issue')} of which only one text speaks" if once else ""
    title = f"{voices.alone(life.holders[0])}, from text to text"
    return Grid(
        frame=Frame(
            title=title,
            subtitle=(counts,),
            description=f"{title}: {counts}. A row for each issue, texts by date, and between two what changed.",
            keys=(Key(Part.FIRST, "one tint in a row: one and the same answer"),),
            ways=tuple(_ways(life, voices, album)),
        ),
        corner="Issue",
        columns=tuple(_columns(life, voices, album)),
        rows=rows,
        legend=(
            ("silent", "says nothing on it"),
            ("=", "the same"),
            ("≈", "the same with a reserve"),
            ("≠", "cannot both be right"),
        ),
    )


def _spoken(holders: Sequence[Holder], voices: Voices) -> dict[IssueId, int]:
    """How many of some texts speak on each issue, in the order of the issues."""
    comparison = voices.comparison
    return {
        issue: sum(comparison.stances.profile(holder, issue).standing is not IssueStatus.SILENT for holder in holders)
        for issue in comparison.corpus.issues
    }


def _ways(life: Life, voices: Voices, album: Album) -> Iterator[Way]:
    matrix = album.link(Subject(Kind.MATRIX))
    if matrix:
        yield Way("Who holds what", matrix)
    for number, words in ((life.number - 1, "earlier texts"), (life.number + 1, "later texts")):
        link = album.link(attrs.evolve(life, number=number).subject)
        if number and link:
            yield Way(words, link)
    yield from (Way(f"All of {voices.name(holder)}", album.maps[holder.document]) for holder in life.holders)


def _columns(life: Life, voices: Voices, album: Album) -> Iterator[Column]:
    for number, holder in enumerate(life.holders):
        if number:
            yield Column(
                head=Tile(id=f"change/{number}", words=("what changed",), sentence="What changed in between"), slim=True
            )
        record = voices.comparison.corpus.documents[holder.document]
        yield Column(
            head=Tile(
                id=f"text/{number + 1}",
                words=(record.date, record.publisher) if record.publisher else (record.date,),
                text=record.title,
                link=album.maps[holder.document],
                sentence=f"{record.date}: {record.title}",
            )
        )


def _row(issue: IssueId, life: Life, voices: Voices, album: Album) -> Row:
    head = issue_head(issue, voices, album)
    record = voices.comparison.corpus.issues[issue]
    cells: list[tuple[Tile, ...]] = []
    for number, holder in enumerate(life.holders, start=1):
        profile = voices.comparison.stances.profile(holder, issue)
        cells.append(cell_of(f"{issue}/{number}", profile, record, voices.name(holder), link=head.link))
    between = [(_change(issue, number, pair, voices),) for number, pair in enumerate(pairwise(life.holders), start=1)]
    mixed = [cell for pair in zip(cells, between, strict=False) for cell in pair]
    return Row(head=head, cells=(*mixed, cells[-1]))


def _change(issue: IssueId, number: int, pair: tuple[Holder, Holder], voices: Voices) -> Tile:
    comparison = voices.comparison
    name = f"{issue}/change/{number}"
    standings = [comparison.stances.profile(holder, issue).standing for holder in pair]
    alignment = comparison.align(*pair, issue)
    if alignment is None or IssueStatus.SILENT in standings:
        words = "spoken of anew" if standings[1] is not IssueStatus.SILENT else "not spoken of again"
        words = words if alignment is not None else "in neither"
        return Tile(id=name, manner=Manner.SILENT, notes=(words,), sentence=f"`{issue}`: {words}")
    return Tile(
        id=name,
        part=verdict_part(alignment),
        words=(verdict_sign(alignment),),
        text=_changed(alignment),
        sentence=f"Between the texts on `{issue}`: {_changed(alignment)}",
    )


def _changed(alignment: Alignment) -> str:
    if alignment.verdict.is_agreement:
        reserves = reserved(alignment)
        return f"the same, but {reserves}" if reserves else "the same"
    return verdict(alignment)
