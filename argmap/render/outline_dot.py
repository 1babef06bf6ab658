"""Outlines in DOT, and where the layout engine placed their cards.

One card a rank, and beside each card that stands under another a junction: from junction to junction runs the trunk of
the card above, from a junction to its card an arm.  So the place of a card says what it is a reason for, and no two
lines cross.  Of two outlines side by side each is laid out alone, with all ranks of both.

The engine is told sizes alone, never text: no font on any machine can move anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from argmap.render.engine import Engine, EngineError, lay_out

INDENT = 28.5
"""How far a card stands to the right of the one above it: what the engine needs between two trunks."""
ARM = 12.5
"""How far below the top of a card its arm arrives."""
_HEAD = 25
"""The height of the cell at which arms arrive."""
_FOOT = 24
"""The width of the cell from whose middle the trunk goes down."""


@attrs.frozen
class Slot:
    """A card as the engine sees it.

    Attributes:
        depth: How many cards stand above it; 0 for one that hangs on nothing.
        width: In whole pixels.
        apart: Whether it begins something new, with more room above it.
        empty: Whether there is no card: an outline beside this one has one there.
    """

    depth: int
    width: int
    height: int
    apart: bool = False
    empty: bool = False


@attrs.frozen
class Spot:
    """Where a card stands: its left top corner, and the trunk on which it hangs."""

    x: float
    y: float
    trunk: float


def dot_of(slots: Sequence[Slot]) -> str:
    """An outline in DOT, its cards from the top."""
    return "\n".join(("digraph outline {", *_FRAME, *_statements(slots), "}", ""))


_FRAME = (
    "graph [rankdir=TB, ranksep=0.085, nodesep=0.1806, splines=spline, margin=0, pad=0, outputorder=edgesfirst]",
    'node [shape=plain, margin=0, width=0, height=0, fontname="DejaVu Sans"]',
    "edge [arrowhead=none]",
)


def _statements(slots: Sequence[Slot]) -> Iterator[str]:
    for place, slot in enumerate(slots):
        yield f"k{place} [label=<{_card(slot)}>]"
        yield f"j{place} [label=<{_junction(slot)}>]"
        yield f"{{rank=same; j{place}; k{place}}}"
    # The spine pins the order of reading.
    for place, slot in enumerate(slots[1:], start=1):
        yield f"k{place - 1} -> k{place} [style=invis, weight=0{', minlen=2' if slot.apart else ''}]"
    yield from _lines(slots)


def _lines(slots: Sequence[Slot]) -> Iterator[str]:
    """Trunks and arms; what hangs on nothing hangs on a hidden trunk."""
    last: list[int] = []
    hidden: int | None = None
    for place, slot in enumerate(slots):
        if not slot.depth:
            if hidden is not None:
                yield f"j{hidden}:s -> j{place}:n [style=invis, weight=1000]"
            yield f"j{place} -> k{place}:w [style=invis, weight=100]"
            hidden = place
        if slot.empty:
            continue
        before = last[slot.depth] if slot.depth < len(last) else None
        del last[slot.depth :]
        if slot.depth:
            start = f"j{before}:s" if before is not None else f"k{last[-1]}:t:s"
            yield f"{start} -> j{place}:n [weight=1000]"
            yield f"j{place}:h:e -> k{place}:h:w [weight=100]"
        last.append(place)


def _card(slot: Slot) -> str:
    head, low = min(_HEAD, slot.height - 1), max(slot.height - _HEAD - 1, 0)
    rows = _row(_cell(slot.width, head, "h")) + (_row(_cell(slot.width, low)) if low else "")
    foot = _table(_row(_cell(_FOOT, 1, "t") + _cell(slot.width - _FOOT, 1)))
    return _table(rows + f"<TR><TD>{foot}</TD></TR>", ' BGCOLOR="white"')


def _junction(slot: Slot) -> str:
    low = slot.height - 15
    return _table(_row(_cell(6, 12)) + _row(_cell(6, 3, "h")) + _row(_cell(6, low)), ' BGCOLOR="white"')


def _table(rows: str, look: str = "") -> str:
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"{look}>{rows}</TABLE>'


def _row(cells: str) -> str:
    return f"<TR>{cells}</TR>"


def _cell(width: int, height: int, port: str = "") -> str:
    name = f' PORT="{port}"' if port else ""
    return f'<TD{name} FIXEDSIZE="TRUE" WIDTH="{width}" HEIGHT="{height}"></TD>'


_NODE = re.compile(r'<title>([jk])(\d+)</title>\s*<polygon [^>]*points="([^"]+)"')


def spots_of(slots: Sequence[Slot], engine: Engine) -> list[Spot]:
    """Where each card stands, the topmost at height 0 and the leftmost at 0.

    Raises:
        EngineError: If the engine fails, or loses a card.  A line that it lost is none: they are drawn from the cards.
    """
    answer = lay_out(dot_of(slots), engine).decode("utf-8", errors="replace")
    boxes: dict[tuple[str, int], tuple[float, float]] = {}
    for kind, place, points in _NODE.findall(answer):
        corners = [tuple(map(float, point.split(","))) for point in points.split()]
        boxes[kind, int(place)] = min(x for x, _ in corners), min(y for _, y in corners)
    if len(boxes) != 2 * len(slots):
        raise EngineError("The layout engine lost a card.")
    cards = [boxes["k", place] for place in range(len(slots))]
    trunks = [boxes["j", place][0] + 3 for place in range(len(slots))]
    left, top = min((x for x, _ in cards), default=0.0), min((y for _, y in cards), default=0.0)
    return [Spot(x - left, y - top, trunk - left) for (x, y), trunk in zip(cards, trunks, strict=True)]
