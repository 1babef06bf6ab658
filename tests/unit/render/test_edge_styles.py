"""Lines end alike in pictures of one argument, which Graphviz draws, and in those of a comparison, which we draw."""

from __future__ import annotations

import pytest

from argmap.model.inference import StepRole
from argmap.render.styles import Tone, stroke_of
from argmap.render.svg_shapes import HEAD_LENGTHS, head


@pytest.mark.parametrize("role", StepRole)
def test_every_head_is_drawn_in_both(role: StepRole) -> None:
    shape = stroke_of(role).head

    assert HEAD_LENGTHS[shape] > 0
    assert head(shape, (100.0, 0.0), (80.0, 0.0), Tone.PAPER)
