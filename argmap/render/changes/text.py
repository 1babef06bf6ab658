"""Text in lines of which parts stand out: words that only one side has are underlined, or struck through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

import attrs

from argmap.render.comparison.ink import number
from argmap.render.measures import PITCH
from argmap.render.svg_document import direction, element, text_element, tone_class
from argmap.render.table import Style
from argmap.render.text_lines import wrap
from argmap.view.changes.sheet import Words


class Stress(StrEnum):
    """How words that stand out are marked, in the words of SVG."""

    UNDERLINE = "underline"
    STRUCK = "line-through"


@attrs.frozen
class Marked:
    """One line of text.

    Attributes:
        stress: What is marked in it, and how; None where nothing can be.
    """

    words: Words
    style: Style
    stress: Stress | None = None

    @property
    def height(self) -> int:
        """From its top to the top of the next."""
        return PITCH[self.style.size]


def marked_lines(
    words: Words, style: Style, room: float, most: int, stress: Stress | None = None
) -> tuple[Marked, ...]:
    """A text in lines no wider than `room`, at most so many."""
    flags = [flag for part, flag in words for letter in part if not letter.isspace()]
    found = []
    for line in wrap("".join(part for part, _ in words), room, style.size, bold=style.bold, lines=most):
        found.append(Marked(tuple(_parts(line, flags)), style, stress))
        del flags[: sum(not letter.isspace() for letter in line)]
    return tuple(found)


def _parts(line: str, flags: Sequence[bool]) -> Iterator[tuple[str, bool]]:
    """A line in parts; breaking it has left out spaces alone, so its letters come in the order of their flags."""
    part, marked, place = "", False, 0
    for letter in line:
        # A space stands out between two words that do; the sign that a text is cut was never in it.
        at = place if place < len(flags) else len(flags) - 1
        flag = bool(flags) and flags[at] and (not letter.isspace() or marked)
        if flag is not marked and part:
            yield part, marked
            part = ""
        part, marked = part + letter, flag
        place += not letter.isspace()
    if part:
        yield part, marked


def drawn_lines(lines: Sequence[Marked], x: float, y: float) -> str:
    """Lines below each other, their top left corner at a place."""
    parts = []
    for line in lines:
        base = y + round((line.height + 0.73 * line.style.size) / 2)
        whole = "".join(part for part, _ in line.words)
        attributes = {
            "x": number(x),
            "y": number(base),
            "font-size": str(line.style.size),
            "fill": line.style.tone.light,
            "class": tone_class("f", line.style.tone),
            **({"font-weight": "bold"} if line.style.bold else {}),
            **direction(whole),
        }
        stress = line.stress
        if stress is None or not any(marked for _, marked in line.words):
            parts.append(text_element("text", whole, attributes))
        else:
            spans = (
                text_element("tspan", part, {"text-decoration": stress.value} if marked else {})
                for part, marked in line.words
            )
            parts.append(element("text", attributes, "".join(spans)))
        y += line.height
    return "\n".join(parts)
