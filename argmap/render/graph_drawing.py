"""The same rows as a graph: cards in columns, what supports a card at its right, as the layout engine places them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from argmap.model.inference import StepRole
from argmap.render.engine import Engine, EngineError, lay_out
from argmap.render.outline_cards import DrawnRow
from argmap.render.outline_drawing import titled_row
from argmap.render.styles import EDGE, WIDTH, face_of_row, look_of
from argmap.render.svg_document import element, lines, text_element
from argmap.view.outline import Row, parents_of
from argmap.view.picture import ROLE_CLASSES

CARD = 268
"""How wide a card of a graph is."""
_HEADS = {
    **dict.fromkeys((StepRole.DESPITE, StepRole.OBJECTION, StepRole.UNLESS), "tee"),
    **dict.fromkeys((StepRole.EXPLANATION, StepRole.PARTS, StepRole.BACKGROUND), "odot"),
    StepRole.UNDERCUT: "odiamond",
}


def graph_dot(rows: Sequence[DrawnRow], splines: str = "spline") -> str:
    """The rows in DOT, with their texts: complete for whoever lays it out with another tool."""
    frame = _FRAME.replace("SPLINES", splines)
    return "\n".join(("digraph argmap {", frame, *_nodes(rows), *_edges(rows), "}", ""))


_FRAME = """\
graph [rankdir=LR, ranksep=0.5, nodesep=0.14, splines=SPLINES, margin=0, pad=0, outputorder=edgesfirst]
node [shape=box, style="rounded,filled", fixedsize=true, fontname="DejaVu Sans", fontsize=9]
edge [dir=back, arrowsize=0.7]"""


def _nodes(rows: Sequence[DrawnRow]) -> Iterator[str]:
    for place, drawn in enumerate(rows):
        face = face_of_row(drawn.row.form, drawn.row.effect, drawn.row.fate)
        size = f"width={drawn.width / 72:.4f}, height={drawn.height / 72:.4f}"
        look = f'fillcolor="{face.fill.light}", color="{face.outline.light}", fontcolor="{face.text.light}"'
        yield f'k{place} [{size}, {look}, label="{_quoted(drawn.row)}"]'


def _quoted(row: Row) -> str:
    """The words of a row as a string of DOT, broken as DOT breaks lines."""
    from argmap.render.text_lines import wrap

    shown = wrap(f"{row.word}: {row.text}" if row.word else row.text, CARD - 16, 9, lines=8)
    return "\\n".join(line.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;") for line in shown)


def _edges(rows: Sequence[DrawnRow]) -> Iterator[str]:
    """A line for each premise; those that count only together, and a step that is doubted, meet in a dot."""
    parents = list(parents_of(drawn.row for drawn in rows))
    steps: dict[int, int] = {}
    last: dict[int, int] = {}
    dotted: set[int] = set()
    for place, drawn in enumerate(rows):
        parent, role = parents[place], drawn.row.role
        if parent is None or role is None:
            continue
        joins = drawn.row.linked or role is StepRole.UNDERCUT
        steps[place] = steps[last[parent]] if joins and parent in last else place
        dotted.update([steps[place]] if joins else ())
        last[parent] = place
    for place, step in steps.items():
        role, parent = rows[place].row.role, parents[place]
        if role is None:
            continue
        if step not in dotted:
            yield f"k{parent} -> k{place} [id=e{place}, {_look(role)}, arrowtail={_HEADS.get(role, 'normal')}]"
            continue
        first = rows[step].row.role or role
        if place == step:
            yield f'd{step} [shape=circle, width=0.1, height=0.1, label="", color="{look_of(first).line.light}"]'
            yield f"k{parent} -> d{step} [id=d{step}, {_look(first)}, arrowtail={_HEADS.get(first, 'normal')}]"
        head = _HEADS[role] if role is StepRole.UNDERCUT else "none"
        yield f"d{step} -> k{place} [id=e{place}, {_look(role)}, arrowtail={head}]"


def _look(role: StepRole) -> str:
    look = look_of(role)
    style = "solid" if look.dashes.value == "" else "dashed" if role is not StepRole.UNDERCUT else "dotted"
    return f'color="{look.line.light}", style={style}, penwidth=1.6'


_TRANSLATED = re.compile(r'transform="[^"]*translate\(([-\d.]+) ([-\d.]+)\)"')
_BOX = re.compile(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"')
_GROUP = re.compile(r'<g id="([^"]+)" class="(node|edge)">\s*<title>([^<]*)</title>(.*?)</g>', re.DOTALL)
_SHAPE = re.compile(r"<(path|polygon|polyline|ellipse) ([^>]*?)/>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_POINT = re.compile(r"(-?[\d.]+),(-?[\d.]+)")


def graph_placed(rows: Sequence[DrawnRow], engine: Engine, top: float) -> tuple[list[str], tuple[float, float]]:
    """The rows and the lines between them as mark-up, and how far they reach.

    Raises:
        EngineError: If the engine fails, or loses a card or a line.
    """
    # Every Graphviz loses a curved line now and then, and none a straight one.
    for splines in ("spline", "line"):
        dot = graph_dot(rows, splines)
        answer = lay_out(dot, engine).decode("utf-8", errors="replace")
        moved, size = _TRANSLATED.search(answer), _BOX.search(answer)
        groups = {
            (kind, name if kind == "edge" else title): shapes for name, kind, title, shapes in _GROUP.findall(answer)
        }
        wanted = [line.partition("id=")[2].partition(",")[0] for line in dot.splitlines() if "[id=" in line]
        needed = [*(("edge", name) for name in wanted), *(("node", f"k{place}") for place in range(len(rows)))]
        if moved is not None and size is not None and all(part in groups for part in needed):
            break
    else:
        raise EngineError("The layout engine lost a card or a line.")
    parts = []
    for name in wanted:
        row = rows[int(name[1:])].row
        drawn = "".join(_shapes(groups["edge", name]))
        kinds = f"line {ROLE_CLASSES[row.role]}" if row.role is not None else "line"
        parts.append(element("g", {"class": kinds}, lines([text_element("title", row.joining), drawn])))
    parts += ["".join(_shapes(shapes)) for (kind, name), shapes in groups.items() if kind == "node" and name[0] == "d"]
    whole = element(
        "g", {"transform": f"translate({float(moved[1]) + EDGE:.1f} {float(moved[2]) + top:.1f})"}, lines(parts)
    )
    cards = []
    for place, drawn_ in enumerate(rows):
        corners = [(float(x), float(y)) for x, y in _POINT.findall(groups["node", f"k{place}"])]
        x, y = min(x for x, _ in corners) + float(moved[1]), min(y for _, y in corners) + float(moved[2])
        cards.append(titled_row(drawn_, round(x) + EDGE, round(y) + top))
    return [whole, *cards], (max(float(size[1]) + 2 * EDGE, WIDTH), float(size[2]) + top + EDGE)


def _shapes(drawn: str) -> Iterator[str]:
    """What the engine drew, with nothing but what a drawing may have."""
    for name, attributes in _SHAPE.findall(drawn):
        yield element(name, dict(_ATTRIBUTE.findall(attributes)))
