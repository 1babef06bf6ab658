"""Contrast, reckoned as in WCAG 2.2: at least 4.6 for text, at least 3.5 for lines."""

import pytest

from argmap.render.styles import GROUNDS, LINES, Tone


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_text_and_lines_stand_out_from_what_they_stand_on(dark: bool) -> None:
    def shade(tone: Tone) -> str:
        return tone.dark if dark else tone.light

    weak = {
        (text.name, ground.name): round(found, 2)
        for ground, texts in GROUNDS.items()
        for text in texts
        if (found := contrast(shade(text), shade(ground))) < 4.6
    }
    assert not weak
    grounds = (Tone.PAPER, Tone.CARD)
    assert not {line.name for line in LINES for ground in grounds if contrast(shade(line), shade(ground)) < 3.5}


def test_light_tones_are_all_different() -> None:
    assert len({tone.light for tone in Tone}) == len(Tone)
