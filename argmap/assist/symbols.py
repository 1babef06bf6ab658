"""What there is in a file and in a project: outline, folding, selection, and things found by a part of their name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from argmap.assist.names_in_file import Symbol, SymbolKind
from argmap.assist.typed_lines import line_at
from argmap.language.ids import normal
from argmap.language.tree import BLANKS, ClaimLine, Content, Field, Line, LinkLine, Named, Prose, Statement, SyntaxFile
from argmap.model.corpus import Corpus
from argmap.model.ids import PositionRef
from argmap.project.open_project import ProjectState
from argmap.source.text import Place, SourceText, Span
from argmap.wording.english import shortened, single_spaced

_DEEPEST = 20
"""Levels of an outline: what stands deeper is shown there."""
_BRIEF = 80
MOST = 200
"""Things that are found at once."""


_LEVELS = tuple("123456")


class OutlineItem(NamedTuple):
    """Something in a file, with what stands under it.

    Attributes:
        name: Its id; the beginning of what it says where it has none.
        detail: What it says.
        kind: None for a link.
        span: All of it, with what stands under it.
        chosen: Its name alone.
    """

    name: str
    detail: str
    kind: SymbolKind | None
    span: Span
    chosen: Span
    children: tuple[OutlineItem, ...] = ()


class Fold(NamedTuple):
    """Lines that can be folded away, counted from 1; the first stays.

    Attributes:
        is_comment: Whether comments stand there.
    """

    first: int
    last: int
    is_comment: bool = False


class FoundSymbol(NamedTuple):
    """A thing of a project.

    Attributes:
        name: Its own id.
        text: What it says.
        home: The document of a claim, the issue of a position; empty for what stands alone.
        place: Where it is declared.
    """

    symbol: Symbol
    name: str
    text: str
    home: str
    place: Place


# --- The outline of a file


def outline(syntax: SyntaxFile) -> tuple[OutlineItem, ...]:
    """The statements of a file with the claims and positions under them, those of a section under it."""
    # What is open at each depth: the section, its level, and what stands in it so far; first the file as a whole.
    opened: list[tuple[OutlineItem | None, int, list[OutlineItem]]] = [(None, 0, [])]

    def close(level: int) -> None:
        while opened[-1][1] >= level:
            section, _, inside = opened.pop()
            assert section is not None
            end = inside[-1].span.end if inside else section.span.end
            opened[-1][2].append(section._replace(span=Span(section.span.start, end), children=tuple(inside)))

    for statement in (one for one in syntax.statements if one.lines):
        item = _outlined(statement)
        if item.kind is SymbolKind.SECTION:
            close(level_of(statement))
            opened.append((item, level_of(statement), []))
        else:
            opened[-1][2].append(item)
    close(1)
    return tuple(opened[0][2])


def _outlined(statement: Statement) -> OutlineItem:
    lines = statement.lines
    ends = block_ends(lines)
    under: list[list[OutlineItem]] = [[] for _ in lines]
    shown_under = list(range(len(lines)))
    for number, line in enumerate(lines):
        is_deep = line.parent >= 0 and lines[line.parent].depth > _DEEPEST
        shown_under[number] = shown_under[line.parent] if is_deep else line.parent
    # From the last line to the first, so that whatever stands under one is known before it, however deep.
    for number in range(len(lines) - 1, 0, -1):
        item = _item(lines[number], Span(lines[number].span.start, ends[number]), tuple(reversed(under[number])))
        if item is not None:
            under[shown_under[number]].append(item)
    first = Span(lines[0].span.start, ends[0])
    item = _item(lines[0], first, tuple(reversed(under[0])))
    assert item is not None  # a field begins no statement, but for a section
    return item


def _item(line: Line, span: Span, children: tuple[OutlineItem, ...]) -> OutlineItem | None:
    content = line.content
    match content:
        case Named():
            kind = SymbolKind.ACTOR if content.keyword.text == "author" else SymbolKind(content.keyword.text)
            return OutlineItem(content.id.text, _brief(content.text), kind, span, content.id.span, children)
        case ClaimLine():
            said = _brief(content.text)
            name = content.id.text if content.id is not None else said
            first = content.id or content.text.pieces[0]
            return OutlineItem(name, said, SymbolKind.CLAIM, span, first.span, children)
        case LinkLine():
            name = f"{content.source.text} {content.relation.text} {content.target.text}"
            chosen = Span(content.source.start, content.target.span.end)
            return OutlineItem(name, _brief(content.text), None, span, chosen, children)
        case Field() if line.depth == 0:
            return OutlineItem(
                _brief(content.text), "", SymbolKind.SECTION, span, content.text.pieces[0].span, children
            )
    return None


def _brief(text: Prose | None) -> str:
    return shortened(single_spaced(text.text), _BRIEF) if text is not None else ""


def block_ends(lines: Sequence[Line]) -> list[int]:
    """For each line of a statement, where the last of those under it ends."""
    ends = [line.span.end for line in lines]
    for number in range(len(lines) - 1, 0, -1):
        parent = lines[number].parent
        if parent >= 0:
            ends[parent] = max(ends[parent], ends[number])
    return ends


# --- Folding and selection


def folds(syntax: SyntaxFile) -> tuple[Fold, ...]:
    """What can be folded: statements, what stands under a line, sections, comments of several lines."""
    source = syntax.source
    found = set(_comment_folds(source))
    for statement in syntax.statements:
        ends = block_ends(statement.lines)
        spans = [Span(line.span.start, end) for line, end in zip(statement.lines, ends, strict=True)]
        found.update(fold for span in (*spans, *statement.gaps) for fold in _fold(span, source))
    found.update(fold for span in _section_spans(syntax) for fold in _fold(span, source))
    return tuple(sorted(found))


def level_of(statement: Statement) -> int:
    """The level of a section, of which 1 is the highest."""
    said = (line.content for line in statement.lines if isinstance(line.content, Field))
    level = next((field.text.text for field in said if field.keyword.text == "level"), "1")
    return int(level) if level in _LEVELS else 1


def _section_spans(syntax: SyntaxFile) -> Iterator[Span]:
    """From where each section begins to where the next of its level, or of one above, does."""
    opened: list[tuple[int, int]] = []
    for statement in syntax.statements:
        if isinstance(statement.head, Field):
            level = level_of(statement)
            while opened and opened[-1][0] >= level:
                yield Span(opened.pop()[1], statement.span.start)
            opened.append((level, statement.span.start))
    yield from (Span(start, len(syntax.source.text)) for _, start in opened)


def _fold(span: Span, source: SourceText) -> Iterator[Fold]:
    first, last = source.position(span.start).line, source.position(span.end).line
    while last > first and (source.offset(last) >= span.end or not source.line(last).strip(BLANKS)):
        last -= 1
    if last > first:
        yield Fold(first, last)


def _comment_folds(source: SourceText) -> Iterator[Fold]:
    first = 0
    for number in range(1, source.line_count() + 2):
        is_comment = number <= source.line_count() and source.line(number).lstrip(" \t").startswith("#")
        if is_comment and not first:
            first = number
        elif not is_comment and first:
            if number - 1 > first:
                yield Fold(first, number - 1, is_comment=True)
            first = 0


def selection(syntax: SyntaxFile, offset: int) -> tuple[Span, ...]:
    """Ever larger ranges around an offset: its word, its text, its line, with what stands under it, up to the file."""
    source = syntax.source
    inside = min(max(offset, 0), len(source.text))
    line = line_at(source, inside)
    found = [line.word()[1]]
    statement = next((one for one in syntax.statements if one.span.start <= inside < one.span.end), None)
    if statement is not None:
        found += _around(statement, inside)
        found += [gap for gap in statement.gaps if gap.start <= inside <= gap.end]
        found.append(
            Span(statement.span.start, statement.span.start + len(source.text[slice(*statement.span)].rstrip()))
        )
    found += [Span(line.start + line.indent, line.start + len(line.text)), Span(0, len(source.text))]
    ordered = sorted(
        {span for span in found if span.start <= inside <= span.end}, key=lambda span: span.end - span.start
    )
    growing: list[Span] = []
    for span in ordered:
        within = not growing or (span.start <= growing[-1].start and growing[-1].end <= span.end)
        if within and (not growing or span != growing[-1]):
            growing.append(span)
    return tuple(growing)


def _around(statement: Statement, offset: int) -> Iterator[Span]:
    lines = statement.lines
    ends = block_ends(lines)
    number = next((number for number, line in enumerate(lines) if line.span.start <= offset <= line.span.end), -1)
    if number >= 0:
        text = _prose(lines[number].content)
        if text is not None:
            yield text.span
        yield lines[number].span
    while number >= 0:
        yield Span(lines[number].span.start, ends[number])
        number = lines[number].parent


def _prose(content: Content) -> Prose | None:
    return content.text if isinstance(content, Named | Field | ClaimLine | LinkLine) else None


# --- Things of the project


def found_symbols(state: ProjectState, sought: str) -> tuple[FoundSymbol, ...]:
    """The things of a project whose id begins so, then those of which a part does, then those that have its letters.

    Letters may be left out; with three of them, what something says counts, too.
    """
    wanted = normal(sought).casefold()
    letters = re.compile(".*?".join(map(re.escape, wanted)), re.DOTALL)
    ranked: list[list[_Thing]] = [[] for _ in range(_RANKS)]
    for thing in _things(state.loaded.corpus):
        rank = _rank(wanted, letters, thing)
        if rank < _RANKS:
            ranked[rank].append(thing)
    return tuple(_found(*thing) for thing in islice(chain.from_iterable(ranked), MOST))


_Thing = tuple[SymbolKind, str, str, Place]
"""Its kind, its id in full, what it says, and where it is declared."""
_RANKS = 5


def _rank(wanted: str, letters: re.Pattern[str], thing: _Thing) -> int:
    full, text = thing[1].casefold(), thing[2]
    at = full.find(wanted)
    if at >= 0:
        # The dot before the own id, or nothing before the whole one.
        return 0 if at == 0 or full[at - 1] == "." else 1 if full[at - 1] == "-" else 2
    if len(wanted) > 2 and wanted in text.casefold():
        return 3
    return 4 if letters.search(full) else _RANKS


def _things(corpus: Corpus) -> Iterator[_Thing]:
    for document in corpus.documents.values():
        yield SymbolKind.DOCUMENT, document.id, document.title, document.origin
    for issue in corpus.issues.values():
        yield SymbolKind.ISSUE, issue.id, issue.question, issue.origin
        for position in issue.positions:
            yield SymbolKind.POSITION, PositionRef.of(issue.id, position.id), position.text, position.origin
    for key, actor in corpus.actors.items():
        yield SymbolKind.ACTOR, key, actor.name, actor.origin
    for key, term in corpus.terms.items():
        yield SymbolKind.TERM, key, term.meaning, term.origin
    for claim in corpus.claims.values():
        if claim.named:
            yield SymbolKind.CLAIM, claim.id, claim.text, claim.origin


def _found(kind: SymbolKind, name: str, text: str, place: Place) -> FoundSymbol:
    home, _, own = name.rpartition(".")
    return FoundSymbol(Symbol(kind, name), own, text, home, place)
