"""What stands around an argument in its picture: title, who and when, how much, headings."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.view.amounts import amount
from argmap.view.compose import Composition, compose
from argmap.view.excerpt import Excerpt, Setting
from argmap.view.graph import Graph
from argmap.view.picture import Card, Group, Junction, Picture
from argmap.wording.names import actor_name


def framed(
    graph: Graph, document: Document, excerpt: Excerpt, setting: Setting, *, title: str, lines: tuple[str, ...]
) -> Picture:
    """The picture of an excerpt under a title, with lines of text between the title and what is counted."""
    shown = compose(graph, excerpt, setting)
    subtitle = tuple(line for line in (*lines, amount(shown.cards, shown.edges)) if line)
    return Picture(
        title=title,
        subtitle=subtitle,
        description=description(title, subtitle, thesis_text(graph, document)),
        cards=shown.cards,
        junctions=shown.junctions,
        edges=shown.edges,
        groups=tuple(_groups(graph, document, excerpt, shown, setting)) if setting.grouped else (),
    )


def byline(document: Document, corpus: Corpus) -> str:
    """Authors, date, publisher and source of a document, as far as they are known."""
    authors = ", ".join(actor_name(author, document.id, corpus) for author in document.authors)
    return " · ".join(part for part in (authors, document.date, document.publisher, document.source) if part)


def thesis_text(graph: Graph, document: Document) -> str:
    """What the document mainly claims, in its own words; empty where it has no thesis."""
    thesis = document.thesis
    return graph.corpus.claims[thesis].text if thesis is not None and thesis in graph.order else ""


def description(title: str, subtitle: tuple[str, ...], thesis: str) -> str:
    """What a picture shows, for those who do not see it."""
    main = f" Thesis: {thesis}" if thesis else ""
    return (
        f"Argument map: {title}. {' · '.join(subtitle)}.{main} Conclusions stand at the left, reasons to their right."
    )


def _groups(
    graph: Graph, document: Document, excerpt: Excerpt, shown: Composition, setting: Setting
) -> Iterator[Group]:
    """A group for each section of the excerpt."""
    sections = {setting.address(claim): graph.corpus.claims[claim] for claim in excerpt.columns}
    members: dict[int, list[str]] = {}
    things: tuple[Card | Junction, ...] = (*shown.cards, *shown.junctions)
    for thing in things:
        # What belongs to a step has an address that begins with that of its conclusion.
        record = sections[thing.id.partition("/")[0]]
        if record.section is not None and record.document == document.id:
            members.setdefault(record.section, []).append(thing.id)
    for section, inside in sorted(members.items()):
        yield Group(id=f"section/{section + 1}", title=document.sections[section].title, members=tuple(inside))
