"""Those who can hold a stance, and words whose meaning matters."""

from __future__ import annotations

import attrs

from argmap.model.claim import Cue
from argmap.model.ids import ActorId, DocumentId, owned
from argmap.source.text import Place


@attrs.frozen(kw_only=True)
class Actor:
    """A person, a state, an organisation, a group; nothing said of a group is said of its members.

    Attributes:
        document: The document to which it belongs alone; None where it is shared.
        speaks_for: Whose stance its own can be shown with.
        short: What pictures and tables call it; empty where they use its name.
    """

    id: ActorId
    name: str
    document: DocumentId | None = None
    also: tuple[str, ...] = ()
    speaks_for: ActorId | None = None
    short: str = ""
    was: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    origin: Place = attrs.field(eq=False, repr=False)

    @property
    def key(self) -> str:
        """Under what a corpus has it."""
        return owned(self.document, self.id)


@attrs.frozen(kw_only=True)
class Term:
    """What a word means, for everybody or in one document."""

    id: str
    meaning: str
    document: DocumentId | None = None
    also: tuple[str, ...] = ()
    cues: tuple[Cue, ...] = ()
    cites: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    origin: Place = attrs.field(eq=False, repr=False)
