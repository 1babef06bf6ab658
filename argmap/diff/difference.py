"""What differs between two corpora."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from argmap.diff.change import Change
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus


@attrs.frozen
class Guess:
    """Two claims that may be one, which nobody declared: the comparison treats them as two.

    Attributes:
        old: A claim without a counterpart on the new side.
        new: A claim without a counterpart on the old side.
        overlap: The share of words that they have in common, from 0.6 to 1 (Jaccard's index).
    """

    old: Claim
    new: Claim
    overlap: float


@attrs.frozen(kw_only=True)
class Difference:
    """Two corpora and what differs between them.

    Attributes:
        old: The old corpus, in the names of the new one: what was renamed bears its new id everywhere.  Places are
            those of the old texts.
        new: The new corpus.
        former: By new id (``document``, ``document.claim``, ``issue``, ``issue.position``, actor), the old one, where
            it was another and was a name that somebody gave.
        changes: Sorted: by document and place, direct ones before what follows from them.
        guesses: The likeliest first.
    """

    old: Corpus
    new: Corpus
    former: Mapping[str, str] = attrs.field(factory=dict)
    changes: tuple[Change, ...] = ()
    guesses: tuple[Guess, ...] = ()
