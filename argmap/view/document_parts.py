"""Cutting a document that is too large for one map into parts that each fit one."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from heapq import heappop, heappush

import attrs

from argmap.model.document import Document
from argmap.model.ids import ClaimId
from argmap.view.graph import Graph, GraphStep, mentioned
from argmap.view.map_excerpt import COLUMNS, Excerpt
from argmap.view.picture import slug, stems

CARDS = 40
"""About how many cards a reader can take in at once."""


def pages_of(
    graph: Graph, scope: Collection[ClaimId], cards: int = CARDS, columns: int = COLUMNS
) -> tuple[Excerpt, ...]:
    """Excerpts that together draw every claim of the scope in full exactly once, with all its steps.

    None is wider than `columns`, and none has more than `cards` cards, except where a single step has more premises.
    A tree that does not fit is cut: where it was, a stub stands, and it continues from there on the same page or on
    another.  A claim with too many steps for one page carries the rest of them on the next.
    """
    return tuple(_Pages(graph, frozenset(scope), cards, columns).finished())


@attrs.frozen
class _Entry:
    """A claim from which a part starts, with the steps below it that are still to be drawn."""

    claim: ClaimId
    steps: tuple[GraphStep, ...]
    again: bool = False


@attrs.define
class _Page:
    """A page while it is being filled, and what had to be left for later."""

    columns: dict[ClaimId, int] = attrs.field(factory=dict)
    steps: dict[ClaimId, tuple[int, ...]] = attrs.field(factory=dict)
    again: set[ClaimId] = attrs.field(factory=set)
    cards: int = 0


@attrs.define
class _Pages:
    """Pages being filled with what is inside a scope.

    Attributes:
        drawn: What is drawn already, here or on another page; it grows from page to page.
    """

    graph: Graph
    inside: frozenset[ClaimId]
    cards: int
    columns: int
    drawn: set[ClaimId] = attrs.field(factory=set)

    def finished(self) -> Iterator[Excerpt]:
        """The pages, each once it is full."""
        waiting = deque(map(self._entry, self._tops()))
        page = _Page()
        while waiting:
            entry = waiting.popleft()
            if entry.claim in self.drawn and not entry.again:
                continue
            room = self.cards - page.cards
            size = self._size(entry)
            crowded = size > room and (size <= self.cards or room < self.cards // 2)
            if page.columns and (crowded or entry.claim in page.columns):
                yield Excerpt(page.columns, page.steps, page.again)
                page = _Page()
            waiting.extendleft(reversed(self._add(page, entry)))
        if page.columns:
            yield Excerpt(page.columns, page.steps, page.again)

    def _entry(self, claim: ClaimId) -> _Entry:
        return _Entry(claim, self.graph.steps.get(claim, ()))

    def _tops(self) -> list[ClaimId]:
        """The claims of the scope from which all of it can be reached, in order."""
        used = {
            premise
            for claim in self.inside
            for premise in self.graph.premises(claim)
            if premise in self.inside and self.graph.leads_down(claim, premise)
        }
        return sorted(self.inside - used, key=self.graph.order.__getitem__)

    def _is_free(self, conclusion: ClaimId, premise: ClaimId) -> bool:
        """Whether a premise can be drawn to the right of its conclusion."""
        return premise in self.inside and premise not in self.drawn and self.graph.leads_down(conclusion, premise)

    def _size(self, entry: _Entry) -> int:
        """How many cards the tree of an entry takes, counted up to a little more than a page has."""
        found = {entry.claim}
        cards = 1
        waiting = deque([(entry.claim, entry.steps)])
        while waiting and cards <= self.cards:
            claim, steps = waiting.popleft()
            for premise in mentioned(steps):
                if premise in found:
                    continue
                cards += 1
                if self._is_free(claim, premise):
                    found.add(premise)
                    waiting.append((premise, self.graph.steps.get(premise, ())))
        return cards

    def _add(self, page: _Page, entry: _Entry) -> list[_Entry]:
        """Draws as much of a tree as there is room for, nearest to its top first; what is left for later."""
        graph, room = self.graph, self.cards - page.cards
        places = self._places(entry, room)
        shown = {entry.claim: 0}
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
                left.append(self._entry(claim))
                continue
            cards += _cost(fitting, shown, places)
            page.steps[claim] = tuple(step.number for step in fitting)
            for premise in mentioned(fitting):
                if premise in places and premise not in shown and graph.leads_down(claim, premise):
                    shown[premise] = places[premise]
                elif premise in self.inside and premise not in places and premise not in self.drawn:
                    left.append(self._entry(premise))
        page.columns.update((claim, shown[claim]) for claim in sorted(shown, key=graph.order.__getitem__))
        page.cards += cards
        page.again.update([entry.claim] if entry.again else ())
        self.drawn.update(shown)
        # The rest of the top's own steps comes first, and each claim once.
        once = {one.claim: one for one in reversed(left)}
        return sorted(once.values(), key=lambda one: (not one.again, graph.order[one.claim]))

    def _places(self, entry: _Entry, room: int) -> dict[ClaimId, int]:
        """The column of every claim that could be drawn in full with its steps: its longest way from the top."""
        graph = self.graph
        places: dict[ClaimId, int] = {}
        reached = {entry.claim: 0}
        waiting = [(graph.order[entry.claim], entry.claim)]
        while waiting:
            _, claim = heappop(waiting)
            column = reached[claim]
            # Conclusions come first in the graph's order, so a claim's column is settled when its turn has come.
            if column + bool(graph.steps.get(claim)) >= self.columns:
                continue
            places[claim] = column
            # No more steps of the top can fit than there is room for; looking at all on every page would be slow.
            steps = entry.steps[: max(room, 1)] if claim == entry.claim else graph.steps.get(claim, ())
            for premise in mentioned(steps):
                if self._is_free(claim, premise):
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
    named = tuple(mentioned(steps))
    return len({one for one in named if one in places and one not in shown}) + sum(one not in places for one in named)


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
