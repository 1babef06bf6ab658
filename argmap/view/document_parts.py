"""Cutting a document that is too large for one map into parts that each fit one."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from heapq import heappop, heappush

import attrs

from argmap.model.document import Document
from argmap.model.ids import ClaimId
from argmap.view.excerpt import COLUMNS, Excerpt
from argmap.view.graph import Graph, GraphStep
from argmap.view.names import slug, stems

CARDS = 40
"""About how many cards a reader can take in at once."""


@attrs.frozen
class _Entry:
    """A claim from which a part starts, with the steps below it that are still to be drawn."""

    claim: ClaimId
    steps: tuple[GraphStep, ...]
    again: bool = False


@attrs.frozen
class _Field:
    """What may be drawn.

    Attributes:
        inside: The scope.
        drawn: What is drawn already, here or on another page; it grows from page to page.
        columns: How many there are.
    """

    graph: Graph
    inside: frozenset[ClaimId]
    drawn: set[ClaimId]
    columns: int

    def is_free(self, conclusion: ClaimId, premise: ClaimId) -> bool:
        """Whether a premise can be drawn to the right of its conclusion."""
        return premise in self.inside and premise not in self.drawn and self.graph.leads_down(conclusion, premise)


@attrs.frozen
class _Growth:
    """A tree that was put on a page, and what had to be left for later."""

    columns: dict[ClaimId, int]
    steps: dict[ClaimId, tuple[int, ...]]
    cards: int
    left: tuple[_Entry, ...]


def pages_of(
    graph: Graph, scope: Collection[ClaimId], cards: int = CARDS, columns: int = COLUMNS
) -> tuple[Excerpt, ...]:
    """Excerpts that together draw every claim of the scope in full exactly once, with all its steps.

    None is wider than `columns`, and none has more than `cards` cards, except where a single step has more premises.
    A tree that does not fit is cut: where it was, a stub stands, and it continues from there on the same page or on
    another.  A claim with too many steps for one page carries the rest of them on the next.
    """
    inside = frozenset(scope)
    waiting = deque(_entry(graph, claim) for claim in _tops(graph, inside))
    field = _Field(graph, inside, set(), columns)
    finished: list[Excerpt] = []
    page = _Page()
    while waiting:
        entry = waiting.popleft()
        if entry.claim in field.drawn and not entry.again:
            continue
        room = cards - page.cards
        size = _size(field, entry, cards)
        crowded = size > room and (size <= cards or room < cards // 2)
        if page.columns and (crowded or entry.claim in page.columns):
            finished.append(page.excerpt())
            page = _Page()
            room = cards
        growth = _grow(field, entry, room)
        page.add(entry, growth)
        field.drawn.update(growth.columns)
        waiting.extendleft(reversed(growth.left))
    if page.columns:
        finished.append(page.excerpt())
    return tuple(finished)


class _Page:
    """A page while it is being filled."""

    def __init__(self) -> None:
        self.columns: dict[ClaimId, int] = {}
        self.steps: dict[ClaimId, tuple[int, ...]] = {}
        self.again: list[ClaimId] = []
        self.cards = 0

    def add(self, entry: _Entry, growth: _Growth) -> None:
        self.columns.update(growth.columns)
        self.steps.update(growth.steps)
        self.cards += growth.cards
        if entry.again:
            self.again.append(entry.claim)

    def excerpt(self) -> Excerpt:
        return Excerpt(self.columns, self.steps, frozenset(self.again))


def _tops(graph: Graph, inside: frozenset[ClaimId]) -> list[ClaimId]:
    """The claims of a scope from which all of it can be reached, in order."""
    used = {
        premise
        for claim in inside
        for premise in graph.premises(claim)
        if premise in inside and graph.leads_down(claim, premise)
    }
    return sorted(inside - used, key=graph.order.__getitem__)


def _entry(graph: Graph, claim: ClaimId) -> _Entry:
    return _Entry(claim, graph.steps.get(claim, ()))


def _size(field: _Field, entry: _Entry, enough: int) -> int:
    """How many cards the tree of an entry takes, counted up to a little more than enough."""
    found = {entry.claim}
    cards = 1
    waiting = deque([(entry.claim, entry.steps)])
    while waiting and cards <= enough:
        claim, steps = waiting.popleft()
        for premise in (premise for step in steps for premise in step.mentions()):
            if premise in found:
                continue
            cards += 1
            if field.is_free(claim, premise):
                found.add(premise)
                waiting.append((premise, field.graph.steps.get(premise, ())))
    return cards


def _grow(field: _Field, entry: _Entry, room: int) -> _Growth:
    """As much of a tree as there is room for, nearest to its top first."""
    graph = field.graph
    places = _places(field, entry, room)
    shown = {entry.claim: 0}
    steps: dict[ClaimId, tuple[int, ...]] = {}
    left: list[_Entry] = []
    cards = 1
    # Nearest first: what is left out then is what stands furthest from the top.
    for claim in sorted(places, key=lambda claim: (places[claim], graph.order[claim])):
        if claim not in shown:
            continue
        own = entry.steps if claim == entry.claim else graph.steps.get(claim, ())
        fitting = _fitting(own, shown, places, room - cards)
        if claim == entry.claim:
            fitting = fitting or own[:1]
            if len(fitting) < len(own):
                left.append(_Entry(claim, own[len(fitting) :], again=True))
        elif len(fitting) < len(own):
            del shown[claim]
            left.append(_entry(graph, claim))
            continue
        cards += _cost(fitting, shown, places)
        steps[claim] = tuple(step.number for step in fitting)
        for premise in (premise for step in fitting for premise in step.mentions()):
            if premise in places and premise not in shown and graph.leads_down(claim, premise):
                shown[premise] = places[premise]
            elif premise in field.inside and premise not in places and premise not in field.drawn:
                left.append(_entry(graph, premise))
    ordered = sorted(shown, key=graph.order.__getitem__)
    return _Growth({claim: shown[claim] for claim in ordered}, steps, cards, tuple(_in_order(graph, left)))


def _places(field: _Field, entry: _Entry, room: int) -> dict[ClaimId, int]:
    """The column of every claim that could be drawn in full with its steps: its longest way from the top."""
    graph = field.graph
    places: dict[ClaimId, int] = {}
    reached = {entry.claim: 0}
    waiting = [(graph.order[entry.claim], entry.claim)]
    while waiting:
        _, claim = heappop(waiting)
        column = reached[claim]
        # Conclusions come first in the graph's order, so a claim's column is settled when its turn has come.
        if column + bool(graph.steps.get(claim)) >= field.columns:
            continue
        places[claim] = column
        # No more steps of the top can fit than there is room for; looking at all of them on every page would be slow.
        steps = entry.steps[: max(room, 1)] if claim == entry.claim else graph.steps.get(claim, ())
        for premise in (premise for step in steps for premise in step.mentions()):
            if field.is_free(claim, premise):
                if premise not in reached:
                    heappush(waiting, (graph.order[premise], premise))
                reached[premise] = max(reached.get(premise, 0), column + 1)
    return places


def _fitting(
    steps: tuple[GraphStep, ...], shown: Collection[ClaimId], places: Collection[ClaimId], room: int
) -> tuple[GraphStep, ...]:
    """The first steps that there is room for."""
    for count in range(len(steps)):
        if _cost(steps[: count + 1], shown, places) > room:
            return steps[:count]
    return steps


def _cost(steps: Iterable[GraphStep], shown: Collection[ClaimId], places: Collection[ClaimId]) -> int:
    """How many more cards some steps bring: claims not yet drawn, and a stub a mention for others."""
    full: set[ClaimId] = set()
    stubs = 0
    for premise in (premise for step in steps for premise in step.mentions()):
        if premise not in places:
            stubs += 1
        elif premise not in shown:
            full.add(premise)
    return len(full) + stubs


def _in_order(graph: Graph, left: Iterable[_Entry]) -> list[_Entry]:
    """What is left for later, the rest of the top's own steps first, each claim once."""
    once = {entry.claim: entry for entry in reversed(list(left))}
    return sorted(once.values(), key=lambda entry: (not entry.again, graph.order[entry.claim]))


@attrs.frozen(kw_only=True)
class DocumentPart:
    """A part of a document with a picture of its own.

    Attributes:
        name: The stem of the picture's file.
        title: The heading of its section, numbered where a section takes several pictures.
    """

    name: str
    title: str
    excerpt: Excerpt

    def draws(self) -> Iterator[ClaimId]:
        """The claims that this part draws in full, and no other part does."""
        return (claim for claim in self.excerpt.columns if claim not in self.excerpt.again)


def parts_of(graph: Graph, document: Document, name: str) -> tuple[DocumentPart, ...]:
    """The sections of a document, each in as many parts as it takes, under the stem of the document."""
    scopes = scopes_of(graph, document)
    parts = []
    for section, scope in scopes:
        pages = pages_of(graph, scope)
        heading = "Part" if section is None and len(scopes) == 1 else heading_of(document, section)
        for number, page in enumerate(pages, start=1):
            parts.append((f"{heading} ({number} of {len(pages)})" if len(pages) > 1 else heading, heading, page))
    names = stems(slug(heading) or "part" for _, heading, _ in parts)
    return tuple(
        DocumentPart(name=f"{name}.{stem}", title=title, excerpt=page)
        for (title, _, page), stem in zip(parts, names, strict=True)
    )


def scopes_of(graph: Graph, document: Document) -> tuple[tuple[int | None, tuple[ClaimId, ...]], ...]:
    """The sections that have claims, in the order of the text, each with its claims; None for what is before them."""
    scopes: dict[int | None, list[ClaimId]] = {}
    for claim in document.claims:
        scopes.setdefault(graph.corpus.claims[claim].section, []).append(claim)
    ordered = sorted(scopes, key=lambda section: -1 if section is None else section)
    return tuple((section, tuple(scopes[section])) for section in ordered)


def heading_of(document: Document, section: int | None) -> str:
    """The title of a section; a word for what stands before the first."""
    return "Opening" if section is None else document.sections[section].title
