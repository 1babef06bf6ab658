"""What whoever asks for the picture of a difference has to say: names and sentences, as every other report has them."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from argmap.compare.holder import Holder
from argmap.diff.change import Change
from argmap.model.ids import DocumentId
from argmap.view.tables_and_trees import Words


@attrs.frozen(kw_only=True)
class Saying:
    """How to say a difference, and each of its changes.

    Attributes:
        title: From what to what.
        subtitle: Lines under the title: what changed in numbers, and what was not compared.
        sentence: One sentence without a full stop.
        sides: What was and what is; empty where there was, or is, nothing.
        wording: Two texts in parts: words that only one of them has, and what they share.
        holder: What a holder is called.
        documents: Those that a change concerns, the one to show it under first; none for what is shared.
    """

    title: str
    subtitle: tuple[str, ...]
    sentence: Callable[[Change], str]
    sides: Callable[[Change], tuple[str, str]]
    wording: Callable[[str, str], tuple[Words, Words]]
    holder: Callable[[Holder], str]
    documents: Callable[[Change], tuple[DocumentId, ...]]
