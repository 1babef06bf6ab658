"""What stands above a picture: title, who and how much, legend."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from argmap.render.measures import HEADING, PITCH, SMALL, TEXT, TITLE
from argmap.render.table import Block, Style, cell, gap, paragraph, row, stacked, styled, table
from argmap.render.text_lines import width
from argmap.render.theme import Tone
from argmap.view.picture import Picture

_SWATCH = 20
_AFTER_SIGN = 6
_AFTER_SAMPLE = 26
_TITLE = Style(TITLE, Tone.INK, bold=True)
_SUBTITLE = Style(TEXT, Tone.QUIET)
_LEGEND = Style(SMALL, Tone.QUIET)
_HEADING = Style(HEADING, Tone.QUIET, bold=True)


@attrs.frozen
class Sample:
    """One entry of a legend.

    Attributes:
        sign: What it looks like, in characters; empty for a swatch.
        fill: Of the swatch.
    """

    sign: str
    tone: Tone
    meaning: str
    fill: Tone | None = None

    @property
    def sign_width(self) -> float:
        """The room for the sign and a little more."""
        return _AFTER_SIGN + (width(self.sign, SMALL, bold=True) if self.sign else _SWATCH)

    @property
    def width(self) -> float:
        """The room for all of it."""
        return self.sign_width + width(self.meaning, SMALL) + _AFTER_SAMPLE


def picture_label(picture: Picture, legend: Iterable[Sample], room: float) -> str:
    """Title, subtitle and legend of a picture, in lines no wider than `room`."""
    lines = stacked((paragraph(line, _SUBTITLE, room) for line in picture.subtitle), 0)
    samples = stacked((_legend_row(line, room) for line in legend_lines(legend, room)), 0)
    rows = stacked((paragraph(picture.title, _TITLE, room), lines, samples), 4).rows + gap(12).rows
    return f"<{table(rows)}>"


def heading_label(title: str, room: float) -> str:
    """The heading of a group."""
    return f"<{table(paragraph(title, _HEADING, room).rows)}>"


def legend_lines(legend: Iterable[Sample], room: float) -> list[list[Sample]]:
    """The entries of a legend in lines no wider than `room`."""
    lines: list[list[Sample]] = []
    left = 0.0
    for sample in legend:
        if not lines or sample.width > left:
            lines.append([])
            left = room
        lines[-1].append(sample)
        left -= sample.width
    return lines


def _legend_row(line: list[Sample], room: float) -> Block:
    height = PITCH[SMALL] + 3
    cells = ""
    for sample in line:
        if sample.fill is None:
            cells += cell(styled(sample.sign, Style(SMALL, sample.tone, bold=True)), sample.sign_width, height)
        else:
            colours = f'BORDER="1" BGCOLOR="{sample.fill.light}" COLOR="{sample.tone.light}"'
            swatch = table(row(cell("", _SWATCH, SMALL, colours)))
            cells += cell(swatch, sample.sign_width, height)
        cells += cell(styled(sample.meaning, _LEGEND), sample.width - sample.sign_width, height)
    cells += cell("", max(room - sum(sample.width for sample in line), 1), height)
    return Block(row(f'<TD ALIGN="LEFT">{table(row(cells))}</TD>'), height)
