"""A page for a terminal: lines of a width in cells, with colours beside words that say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, islice
from operator import itemgetter
from typing import NamedTuple

from argmap.diff.significance import Significance
from argmap.report.page import (
    Accepted,
    Block,
    Cell,
    Code,
    Commit,
    Entry,
    Fold,
    Guess,
    Heading,
    Item,
    Node,
    Outcome,
    Paragraph,
    Picture,
    Table,
    Title,
    Tree,
)
from argmap.report.terminal_text import PLAIN, Palette, Role, cells, wrap
from argmap.report.visible import visible
from argmap.wording.english import single_spaced
from argmap.wording.spans import Words, in_one_style
from argmap.wording.text_changes import Run, runs

_NARROWEST = 40
"""Cells below which no page is told."""
_LEVELS = {Significance.HIGH: Role.ERROR, Significance.MEDIUM: Role.WARNING, Significance.LOW: Role.NOTE}
"""How a change is painted that matters so much."""
_INDENT = 3
_GLUE = "\0"
"""Between words that stay on one line; no text has it that is `visible`."""
_STEM, _FORK, _LAST, _NOTHING = "│  ", "├─ ", "└─ ", "   "
_NARROWEST_PROSE = 24
"""Cells below which no column of prose is worth reading."""


class _Side(NamedTuple):
    """How the lines of one side look: their sign, words that both sides have, words that only this side has."""

    sign: str
    plain: Role
    marked: Role


_OLD = _Side("-", Role.REMOVED, Role.REMOVED_WORDS)
_NEW = _Side("+", Role.ADDED, Role.ADDED_WORDS)


def terminal(page: Iterable[Block], width: int = 100, palette: Palette = PLAIN) -> str:
    """The page in lines of at most `width` cells (but never fewer than 40); pictures are left out, and code is not cut.

    A table that is wider is told row by row, without its empty cells, unless its last column is prose.  Items and trees
    are indented by at most half the width.
    """
    return "".join(terminal_parts(page, width, palette))


def terminal_parts(page: Iterable[Block], width: int = 100, palette: Palette = PLAIN) -> Iterator[str]:
    """The same block by block, each as soon as it is known."""
    writer = _Writer(max(width, _NARROWEST), palette)
    before: Block | None = None
    for block in page:
        if not isinstance(block, Picture):
            gap = "\n" if before is not None and _is_apart(before, block) else ""
            yield gap + "".join(f"{line}\n" for line in writer.block(block))
            before = block


def _is_apart(before: Block, block: Block) -> bool:
    """Whether a blank line stands between two blocks."""
    match before, block:
        case (Item(), Item()) | (Heading() | Accepted(), Accepted()) | (Heading() | Entry(), Entry()):
            return False
        case _:
            return True


class _Writer:
    """Blocks being laid out."""

    def __init__(self, width: int, palette: Palette) -> None:
        self._width = width
        self._palette = palette

    def block(self, block: Block) -> Iterable[str]:
        match block:
            case Outcome():
                return self._outcome(block)
            case Heading(level=level, words=words):
                return self._heading(level, words)
            case Paragraph(words=words):
                return wrap(_plain(words), self._width)
            case Item():
                return self._item(block)
            case Table():
                return self._table(block)
            case Entry():
                return self._entry(block, "")
            case Guess():
                return self._guess(block)
            case Accepted(rule=rule, sentence=sentence, reason=reason):
                return self._said(f"{rule}: {sentence}{f' ({reason})' if reason else ''}", "  ", "    ")
            case Fold(blocks=blocks):
                return terminal(blocks, self._width, self._palette).splitlines()
            case Code(lines=lines):
                return (f"    {line}".rstrip() for line in lines)
            case Title(document=document, title=title, details=details):
                heading = self._hanging(f"{document}: {title}", "", _NOTHING)
                return (*heading, *(line for detail in details for line in self._hanging(detail, "", "")))
            case Tree(heading=heading, nodes=nodes):
                return (*(self._hanging(heading, "", "") if heading else ()), *self._tree(nodes))
            case Commit():
                return self._commit(block)
            case Picture():
                return ()

    def _outcome(self, outcome: Outcome) -> Iterator[str]:
        for notice in outcome.notices:
            yield from self._said(f"note: {notice}", role=Role.WARNING)
        yield from self._said(outcome.sentence, role=Role.STRONG)
        counts = f": {_plain(outcome.counts)}" if outcome.counts else ""
        yield from self._said(f"{outcome.old} -> {outcome.new}{counts}", role=Role.FRAME)
        if outcome.partial:
            yield from self._said(f"partial: {outcome.partial}", role=Role.WARNING)

    def _heading(self, level: int, words: Words) -> Iterator[str]:
        lines = wrap(_plain(words), self._width)
        yield from (self._palette.paint(Role.STRONG, line) for line in lines)
        rule = {1: "=", 2: "-"}.get(level, "")
        if rule:
            yield rule * max(map(cells, lines))

    def _item(self, item: Item) -> Iterator[str]:
        guide = "  " * min(item.depth, self._width // 4)
        for number, line in enumerate(wrap(_plain(item.words), self._width - len(guide) - 2)):
            yield f"{guide}{'  ' if number else '- '}{line}"
        for line in wrap(_plain(item.source), self._width - len(guide) - 2) if item.source else ():
            yield f"{guide}  {self._palette.paint(Role.FRAME, line)}"

    def _table(self, table: Table) -> Iterator[str]:
        rows = [[_cell(cell) for cell in row] for row in (table.header, *table.rows)]
        sizes = [max(cells(row[column]) for row in rows) for column in range(len(table.header))]
        if sum(sizes) + 2 * (len(sizes) - 1) <= self._width:
            yield from (_row(row, sizes) for row in rows)
            return
        before = sum(sizes[:-1]) + 2 * (len(sizes) - 1)
        if table.is_prose and self._width - before >= _NARROWEST_PROSE:
            yield from (line for row in rows for line in _prose_row(row, sizes, self._width - before))
            return
        names = [""] if table.is_prose and len(sizes) == 2 else rows[0][1:]
        for first, *rest in rows[1:]:
            cells_of_row = zip(names, rest, strict=True)
            filled = "; ".join(f"{name}: {cell}" if name else cell for name, cell in cells_of_row if cell)
            for number, line in enumerate(wrap(f"{first}: {filled}", self._width - 2)):
                yield f"{'  ' if number else '- '}{line}"

    def _entry(self, entry: Entry, guide: str, *, words: bool = True) -> Iterator[str]:
        """A sentence, the kinds of its changes and where they stand, the words that changed, and what follows.

        Args:
            entry: What is told.
            guide: The blanks before its first line.
            words: Whether the words that changed are told.
        """
        codes = f"[{', '.join(code.replace(' ', _GLUE) for code in entry.codes)}]".split(" ")
        place, *name = entry.place or ("",)
        where = f"{place}{f' ({name[0]})' if name else ''}"
        # None of this is told on two lines where one is enough.
        tail = [*codes, *([visible(single_spaced(where)).replace(" ", _GLUE)] if where else [])]
        said = " ".join((visible(single_spaced(entry.sentence)), *tail))
        rests = f"; {visible(single_spaced(entry.rests))}" if entry.rests else ""
        hang = f"{guide}  "
        sign = self._palette.paint(_LEVELS[entry.significance], entry.sign)
        for number, line in enumerate(wrap(f"{said}{rests}", self._width - cells(hang))):
            shown = line
            for part in reversed(tail):
                before, found, after = shown.rpartition(part)
                shown = before + self._palette.paint(Role.FRAME, found) + after
            yield (hang if number else f"{guide}{sign} ") + shown.replace(_GLUE, " ")
        if words:
            for line in self._compared(entry.before, entry.after, self._width - cells(hang)):
                yield hang + line
        for follower in entry.follows:
            yield from self._entry(follower, hang, words=words)

    def _commit(self, commit: Commit) -> Iterator[str]:
        header = f"{commit.name} {commit.said}" if commit.said else commit.name
        yield from self._said(header, "", "  ", begins=(commit.name, Role.FRAME))
        for partial in commit.partial:
            yield from self._said(f"partial: {partial}", "  ", "    ")
        for entry in commit.entries:
            yield from self._entry(entry, "  ", words=False)

    def _tree(self, nodes: tuple[Node, ...]) -> Iterator[str]:
        """Each node behind lines that lead to it from the one above; beyond half the width its level is a number."""
        deepest = self._width // 2 // _INDENT
        guides = [""]
        depths = [*(node.depth for node in nodes[1:]), 0]
        for node, is_last, next_depth in zip(nodes, _last_of_their_level(nodes), depths, strict=True):
            guide = guides[node.depth]
            below = guide + (_NOTHING if is_last else _STEM) if node.depth else guide
            hang = below + (_STEM if next_depth > node.depth else _NOTHING)
            joint = (_LAST if is_last else _FORK) if node.depth else ""
            yield from self._hanging("".join(in_one_style(node.within(deepest))), guide + joint, hang)
            for note in node.notes:
                yield from self._hanging(note, hang, hang)
            guides[node.depth + 1 :] = [guide if node.depth >= deepest else below]

    def _hanging(self, text: str, first: str, hang: str) -> Iterator[str]:
        """A text of paragraphs, its first line behind `first` and all others behind `hang`."""
        shown = "\n".join(map(visible, text.split("\n")))
        for line in wrap(shown, self._width - max(len(first), len(hang))):
            yield (first + line).rstrip()
            first = hang

    def _guess(self, guess: Guess) -> Iterator[str]:
        yield from self._said(f"? {guess.prefix}{guess.old} may now be {guess.new}: {guess.share}", "", "  ")
        for line in self._compared((guess.before,), (guess.after,), self._width - 2):
            yield f"  {line}"
        if guess.line:
            yield from self._said(f"if so, write under {guess.new}:", "  ", "  ")
            blanks = f"  {guess.indentation}"
            yield from self._said(guess.line, blanks, blanks, role=Role.HELP)

    def _compared(self, before: Sequence[str], after: Sequence[str], width: int) -> Iterator[str]:
        """Texts of both sides, the old ones first; where each has just one, the words are marked that changed.

        Texts that are the same on both sides have no sign.
        """
        if before == after:
            for text in after:
                yield from (f"  {line}" for line in wrap(visible(single_spaced(text)), width - 2))
        elif len(before) == len(after) == 1:
            old, new = runs(single_spaced(before[0]), single_spaced(after[0]))
            yield from (*self._marked(old, _OLD, width), *self._marked(new, _NEW, width))
        else:
            for side, texts in ((_OLD, before), (_NEW, after)):
                for text in texts:
                    yield from self._marked((Run(single_spaced(text), False),), side, width)

    def _marked(self, parts: tuple[Run, ...], side: _Side, width: int) -> Iterator[str]:
        shown = [(visible(part.text), part.changed) for part in parts]
        flags = [changed for piece, changed in shown for letter in piece if letter != " "]
        paint = self._palette.paint
        done = 0
        for number, line in enumerate(wrap("".join(piece for piece, _ in shown), width - 2)):
            letters = len(line.replace(" ", ""))
            sign = " " if number else paint(side.plain, side.sign)
            pieces = _pieces(line, flags[done : done + letters])
            done += letters
            yield f"{sign} {''.join(paint(side.marked if marked else side.plain, each) for each, marked in pieces)}"

    def _said(
        self,
        text: str,
        first: str = "",
        hang: str = "",
        *,
        role: Role | None = None,
        begins: tuple[str, Role] | None = None,
    ) -> Iterator[str]:
        """A text on as many lines as it takes; `begins` is its beginning, and how that is painted."""
        lines = wrap(visible(single_spaced(text)), self._width - max(cells(first), cells(hang)))
        for number, line in enumerate(lines):
            shown = self._palette.paint(role, line) if role is not None else line
            if begins is not None and not number and line.startswith(begins[0]):
                shown = self._palette.paint(begins[1], begins[0]) + line.removeprefix(begins[0])
            yield (hang if number else first) + shown


def _pieces(line: str, flags: Sequence[bool]) -> Iterator[tuple[str, bool]]:
    """A line in parts of which all letters are marked, or none; a space goes with what stands before it."""
    left = iter(flags)
    states = accumulate(line, lambda state, letter: state if letter == " " else next(left), initial=False)
    for marked, letters in groupby(zip(line, islice(states, 1, None), strict=True), key=itemgetter(1)):
        yield "".join(letter for letter, _ in letters), marked


def _cell(cell: Cell) -> str:
    return visible(cell) if isinstance(cell, str) else _plain(cell)


def _row(row: list[str], sizes: list[int]) -> str:
    return "  ".join(cell + " " * (size - cells(cell)) for cell, size in zip(row, sizes, strict=True)).rstrip()


def _prose_row(row: list[str], sizes: list[int], width: int) -> Iterator[str]:
    """A row whose last cell goes on in further lines of its column, which is so wide."""
    first, *others = wrap(row[-1], width)
    yield _row([*row[:-1], first], sizes)
    yield from (_row([*("" for _ in row[:-1]), line], sizes) for line in others)


def _last_of_their_level(nodes: Sequence[Node]) -> list[bool]:
    """Of each node, whether no other one stands below it under the same node."""
    found: list[bool] = []
    later: list[int] = []
    for node in reversed(nodes):
        while later and later[-1] > node.depth:
            later.pop()
        found.append(not later or later[-1] != node.depth)
        if found[-1]:
            later.append(node.depth)
    return found[::-1]


def _plain(words: Words) -> str:
    return "".join(map(visible, in_one_style(words)))
