"""What somebody does with an answer or a claim, as the end of a sentence."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from argmap.compare.stance import Acceptance
from argmap.diff.change import Stand
from argmap.language.words import OPEN, Attitude
from argmap.model.claim import Claim, Strength
from argmap.report.comparison.page import listed
from argmap.report.comparison.strengths import in_words
from argmap.report.difference.names import Names


class Form(Enum):
    """Who does it, and so how the verb is written."""

    ONE = 0
    """``answers``: one author."""
    SEVERAL = 1
    """``answer``: several."""
    SHOWN = 2
    """``answering``: somebody whom the author shows, so that the sentence never speaks for anybody but the author."""


class Verb(NamedTuple):
    """A verb in each form."""

    one: str
    several: str
    shown: str

    def __getitem__(self, form: Form) -> str:  # type: ignore[override]
        return tuple.__getitem__(self, form.value)
