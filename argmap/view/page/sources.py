"""A source text in pieces, each with the claims that it grounds, and the sentence around each cue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from argmap.model.claim import Claim
from argmap.model.ids import ClaimId
from argmap.source.cue_places import CuePlaces
from argmap.source.text import SourceText, Span


@attrs.frozen(kw_only=True)
class SourcePiece:
    """Some words of a source, and the claims that they ground.

    Attributes:
        first: The claims whose first cue begins here.
    """

    text: str
    claims: tuple[ClaimId, ...] = ()
    first: tuple[ClaimId, ...] = ()


@attrs.frozen(kw_only=True)
class SourceParagraph:
    """A line of a source that is not blank.

    Attributes:
        page: That which begins with it; None where none does.
    """

    line: int
    pieces: tuple[SourcePiece, ...]
    page: int | None = None


@attrs.frozen(kw_only=True)
class Sentence:
    """Where the words around a cue begin and end, counted in the text of the source as the page has it.

    Attributes:
        page: That of the source; None where it has no pages.
    """

    start: int
    cue: int
    cue_end: int
    end: int
    line: int
    page: int | None = None


@attrs.frozen(eq=False)
class ShownSource:
    """A source as the page has it.

    Attributes:
        sentences: Around the first cue of each claim that has one there.
    """

    paragraphs: tuple[SourceParagraph, ...]
    sentences: Mapping[ClaimId, Sentence]


def shown_source(source: SourceText, claims: Iterable[Claim]) -> ShownSource:
    """A source with the cues of some claims."""
    places = CuePlaces(source)
    spans: list[tuple[Span, ClaimId]] = []
    first: dict[ClaimId, Span] = {}
    for claim in claims:
        for cue in claim.cues:
            span = places.span(cue.words, cue.line, cue.page)
            if span is not None:
                spans.append((span, claim.id))
                first.setdefault(claim.id, span)
    paragraphs, starts = _paragraphs(source, spans, first)
    text = source.text

    def at(offset: int) -> int:
        """The same place in what the page shows, in the units in which a browser counts."""
        line = source.position(offset).line
        while line not in starts:
            line -= 1
        begin = source.offset(line)
        return starts[line] + _units(text[begin : min(offset, begin + len(source.line(line)))])

    sentences: dict[ClaimId, Sentence] = {}
    for name, span in first.items():
        around = places.sentence(span)
        line = source.position(span.start).line
        sentences[name] = Sentence(
            start=at(around.start),
            cue=at(span.start),
            cue_end=at(span.end),
            end=at(around.end),
            line=line,
            page=source.page(line),
        )
    return ShownSource(paragraphs, sentences)


def _paragraphs(
    source: SourceText, spans: list[tuple[Span, ClaimId]], first: Mapping[ClaimId, Span]
) -> tuple[tuple[SourceParagraph, ...], dict[int, int]]:
    """Lines that are not blank, and where each begins in what is shown: one after the other, with a line end each."""
    edges = sorted({edge for span, _ in spans for edge in span})
    begins: dict[int, list[ClaimId]] = {}
    ends: dict[int, list[ClaimId]] = {}
    for span, claim in spans:
        begins.setdefault(span.start, []).append(claim)
        ends.setdefault(span.end, []).append(claim)
    heads: dict[int, list[ClaimId]] = {}
    for claim, span in first.items():
        heads.setdefault(span.start, []).append(claim)
    found = []
    starts: dict[int, int] = {}
    shown = number = 0
    last: int | None = None
    active: dict[ClaimId, int] = {}
    for line in range(1, source.line_count() + 1):
        text = source.line(line)
        start = source.offset(line)
        stop = start + len(text)
        cuts = [start]
        while number < len(edges) and edges[number] < start:
            _pass(edges[number], begins, ends, active)
            number += 1
        pieces: list[SourcePiece] = []
        while number < len(edges) and edges[number] <= stop:
            edge = edges[number]
            if edge > cuts[-1]:
                pieces.append(_piece(source.text[cuts[-1] : edge], active, heads.get(cuts[-1], ())))
                cuts.append(edge)
            _pass(edge, begins, ends, active)
            number += 1
        if cuts[-1] < stop:
            pieces.append(_piece(source.text[cuts[-1] : stop], active, heads.get(cuts[-1], ())))
        if text.strip():
            page = source.page(line)
            found.append(SourceParagraph(line=line, pieces=tuple(pieces), page=page if page != last else None))
            last = page
            starts[line] = shown
            shown += _units(text) + 1
        elif not found:
            starts.setdefault(line, 0)
    return tuple(found), starts


def _pass(
    edge: int, begins: Mapping[int, list[ClaimId]], ends: Mapping[int, list[ClaimId]], active: dict[ClaimId, int]
) -> None:
    for claim in ends.get(edge, ()):
        active[claim] -= 1
        if not active[claim]:
            del active[claim]
    for claim in begins.get(edge, ()):
        active[claim] = active.get(claim, 0) + 1


def _piece(text: str, active: Mapping[ClaimId, int], first: Iterable[ClaimId]) -> SourcePiece:
    return SourcePiece(text=text, claims=tuple(active), first=tuple(first))


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
