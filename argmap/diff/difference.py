"""What differs between two corpora."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

import attrs

from argmap.diff.change import Change
from argmap.model.corpus import Corpus
from argmap.source.text import Place


class GuessedKind(StrEnum):
    """What sort of thing may be one under two ids: all that `was` can stand under."""

    DOCUMENT = "document"
    ISSUE = "issue"
    POSITION = "position"
    ACTOR = "actor"
    TERM = "term"
    CLAIM = "claim"


class Guessed(NamedTuple):
    """A thing that may have had another id, or have another now.

    Attributes:
        id: Its whole id: ``document.claim``, ``issue.position``, ``document.actor`` for an actor of its own.
        name: The part that `was` would name.
        text: Its words: of an issue its question, of a document its title.
    """

    id: str
    name: str
    text: str
    was: tuple[str, ...]
    origin: Place


@attrs.frozen
class Guess:
    """Two things that may be one, which nobody declared: the comparison treats them as two.

    Attributes:
        kind: Of both.
        old: A thing without a counterpart on the new side.
        new: A thing without a counterpart on the old side.
        overlap: The share of words that they have in common, from 0.6 to 1 (Jaccard's index).
    """

    kind: GuessedKind
    old: Guessed
    new: Guessed
    overlap: float


@attrs.frozen(kw_only=True)
class Difference:
    """Two corpora and what differs between them.

    Attributes:
        old: The old corpus, in the names of the new one: what was renamed bears its new id everywhere.  Places are
            those of the old texts.
        new: The new corpus.
        former: By new id (``document``, ``document.claim``, ``issue``, ``issue.position``, actor, term), the old one,
            where it was another and was a name that somebody gave.
        changes: Sorted: by document and place, direct ones before what follows from them.
        guesses: The likeliest first.
    """

    old: Corpus
    new: Corpus
    former: Mapping[str, str] = attrs.field(factory=dict)
    changes: tuple[Change, ...] = ()
    guesses: tuple[Guess, ...] = ()
