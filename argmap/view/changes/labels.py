"""What became of something, in the word or two that fit a label."""

from __future__ import annotations

from argmap.diff.significance import Judged, Significance
from argmap.language.words import Attitude
from argmap.view.tables_and_trees import Badge, Fate
from argmap.wording.claim_sentences import NOW
from argmap.wording.rules import RULES

_FATES = {"+": Fate.NEW, "−": Fate.GONE, "~": Fate.CHANGED}
_SIGNS = {fate: sign for sign, fate in _FATES.items()}


def badge_of(judged: Judged) -> Badge:
    """The label of a change."""
    said = RULES[judged.change.rule]
    return _badge(said.label, _FATES[said.sign], judged)


def attitude_badge(attitude: Attitude, judged: Judged) -> Badge:
    """The label of a claim to which its author now has another attitude."""
    return _badge(NOW[attitude], Fate.CHANGED, judged)


def worded_badge(words: str, judged: Judged, fate: Fate = Fate.CHANGED) -> Badge:
    """A label of its own for what became of something."""
    return _badge(words, fate, judged)


def _badge(words: str, fate: Fate, judged: Judged | None) -> Badge:
    return Badge(f"{_SIGNS[fate]} {words}", fate, judged is not None and judged.significance is Significance.HIGH)


CAME = _badge("NEW", Fate.NEW, None)
WENT = _badge("GONE", Fate.GONE, None)
TAGS = {Fate.NEW: _badge("new", Fate.NEW, None), Fate.GONE: _badge("gone", Fate.GONE, None)}
"""The labels of lines that came or went with their claim."""
