"""A timeline: what one author says on each issue from document to document, and what changes between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from argmap.compare.comparison import Comparison
from argmap.compare.stance import IssueStatus
from argmap.judge.holder import Holder, identities
from argmap.model.ids import IssueId
from argmap.view.comparison.comparison_cards import cell_of, verdict_part
from argmap.view.comparison.comparison_context import ComparisonContext, Kind, Subject
from argmap.view.comparison.stance_matrix import issue_head
from argmap.view.tables_and_trees import Column, ComparisonCard, LegendKey, Manner, Part, Row, Table
from argmap.wording.english import counted
from argmap.wording.verdicts import SAME, changed_answer, unspoken, verdict_sign

_MOST = 4
"""How many documents stand beside each other on one page."""


@attrs.frozen
class AuthorTimeline:
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
        """What the page is called."""
        name = self.author.rpartition(".")[2]
        return Subject(Kind.TIMELINE, name if self.number == 1 else f"{name}.{self.number}")


def author_timelines(comparison: Comparison) -> Iterator[AuthorTimeline]:
    """Every author with several dated documents that speak on one issue, sorted."""
    documents = comparison.corpus.documents
    written: dict[str, list[Holder]] = {}
    for holder in comparison.authors:
        if documents[holder.document].date:
            for author in identities(holder, comparison.corpus):
                written.setdefault(author, []).append(holder)
    for author in sorted(written):
        holders = sorted(written[author], key=lambda holder: (documents[holder.document].date, holder.document))
        parts = [tuple(holders[start : start + _MOST]) for start in range(0, len(holders) - 1, _MOST - 1)]
        shown = [part for part in parts if any(count > 1 for count in _spoken(part, comparison).values())]
        for number, part in enumerate(shown, start=1):
            yield AuthorTimeline(author, number, part)


def timeline_of(timeline: AuthorTimeline, context: ComparisonContext) -> Table:
    """The documents of an author side by side, on what more than one speaks of; between two of them, what changed."""
    spoken = _spoken(timeline.holders, context.comparison)
    # What only one text speaks of stands in the matrix, and changes nothing.
    issues = [issue for issue, count in spoken.items() if count > 1]
    once = sum(count == 1 for count in spoken.values())
    rows = tuple(_row(issue, timeline, context) for issue in issues)
    stated = [card for row in rows for cell in row.cells[1::2] for card in cell if card.manner is Manner.STATED]
    changed = sum(not card.text.startswith(SAME) for card in stated)
    texts = counted(len(timeline.holders), "text")
    counts = f"{texts} · {counted(len(issues), 'issue')} · {counted(changed, 'changed answer')}"
    counts += f" · left out: {counted(once, 'issue')} of which only one text speaks" if once else ""
    title = f"{context.bare_name(timeline.holders[0])}, from text to text"
    return Table(
        title=title,
        subtitle=(counts,),
        description=f"{title}: {counts}. A row for each issue, texts by date, and between two what changed.",
        keys=(LegendKey(Part.FIRST, "one tint in a row: one and the same answer"),),
        links=context.links(
            ("Who holds what", Subject(Kind.MATRIX)),
            ("earlier texts", attrs.evolve(timeline, number=timeline.number - 1).subject),
            ("later texts", attrs.evolve(timeline, number=timeline.number + 1).subject),
        )
        + context.map_links(timeline.holders),
        corner="Issue",
        columns=tuple(_columns(timeline, context)),
        rows=rows,
        signs=(
            ("silent", "says nothing on it"),
            ("=", "the same"),
            ("≈", "the same with a reserve"),
            ("≠", "cannot both be right"),
        ),
    )


def _spoken(holders: Sequence[Holder], comparison: Comparison) -> dict[IssueId, int]:
    """How many of some texts speak on each issue, in the order of the issues."""
    return {
        issue: sum(comparison.stances.profile(holder, issue).standing is not IssueStatus.SILENT for holder in holders)
        for issue in comparison.corpus.issues
    }


def _columns(timeline: AuthorTimeline, context: ComparisonContext) -> Iterator[Column]:
    for number, holder in enumerate(timeline.holders):
        if number:
            name, words = f"change/{number}", ("what changed",)
            yield Column(head=ComparisonCard(id=name, words=words, sentence="What changed in between"), slim=True)
        record = context.corpus.documents[holder.document]
        head = ComparisonCard(
            id=f"text/{number + 1}",
            words=(record.date, record.publisher),
            text=record.title,
            link=context.maps[holder.document],
            sentence=f"{record.date}: {record.title}",
        )
        yield Column(head=head)


def _row(issue: IssueId, timeline: AuthorTimeline, context: ComparisonContext) -> Row:
    holders = timeline.holders
    cells = [cell_of(f"{issue}/{n}", holder, issue, context) for n, holder in enumerate(holders, start=1)]
    between = [(_change(issue, n, pair, context),) for n, pair in enumerate(pairwise(holders), start=1)]
    mixed = [cell for pair in zip(cells, between, strict=False) for cell in pair]
    return Row(head=issue_head(issue, context), cells=(*mixed, cells[-1]))


def _change(issue: IssueId, number: int, pair: tuple[Holder, Holder], context: ComparisonContext) -> ComparisonCard:
    comparison = context.comparison
    name = f"{issue}/change/{number}"
    silent = [comparison.stances.profile(holder, issue).standing is IssueStatus.SILENT for holder in pair]
    alignment = comparison.align(*pair, issue)
    if alignment is None or any(silent):
        words = unspoken(before=not silent[0], after=not silent[1])
        return ComparisonCard(id=name, manner=Manner.SILENT, notes=(words,), sentence=f"`{issue}`: {words}")
    return ComparisonCard(
        id=name,
        part=verdict_part(alignment),
        words=(verdict_sign(alignment),),
        text=changed_answer(alignment),
        sentence=f"Between the texts on `{issue}`: {changed_answer(alignment)}",
    )
