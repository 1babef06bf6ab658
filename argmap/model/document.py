"""Documents: what claims come from."""

from __future__ import annotations

import attrs

from argmap.model.ids import ActorId, ClaimId, DocumentId, IssueId
from argmap.source.text import Place


@attrs.frozen(kw_only=True)
class Section:
    """A heading over the claims that follow it, up to the next.

    Attributes:
        level: 1 for one that stands in no other.
        parent: The one in which it stands, as an index into the document's sections; None for one that stands in none.
    """

    title: str
    level: int = 1
    parent: int | None = None
    notes: tuple[str, ...] = ()
    origin: Place = attrs.field(eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Document:
    """One text by one or more authors.

    Attributes:
        file: The argument file that encodes it.
        sourced: Where its source is given, if it is.
        date: ISO 8601, a year, a month or a day; empty where unknown.
        short: What pictures and tables call it; empty where they use its title and date.
        silent: The issues for which an answer was looked for, and is not there.
        by: Who encoded it; empty where not said.
        sure: How sure that person is of the encoding, from 0 to 1; None where not given.
        thesis: The main claim, named or found; None where there is no claim that could be it.
        thesis_is_declared: Whether the document names it.
        claims: All of them, premises included, in the order of the file.
    """

    id: DocumentId
    title: str
    file: str
    authors: tuple[ActorId, ...] = ()
    date: str = ""
    publisher: str = ""
    source: str = ""
    language: str = ""
    short: str = ""
    silent: tuple[IssueId, ...] = ()
    by: str = ""
    sure: float | None = None
    thesis: ClaimId | None = None
    thesis_is_declared: bool = False
    sections: tuple[Section, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    was: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    origin: Place = attrs.field(eq=False, repr=False)
    sourced: Place | None = attrs.field(default=None, eq=False, repr=False)

    def within(self, section: int | None) -> tuple[int, ...]:
        """A section and those in which it stands, the outermost first; none for what is before the first."""
        found: list[int] = []
        while section is not None:
            found.append(section)
            section = self.sections[section].parent
        return tuple(reversed(found))

    def heading(self, section: int | None, below: int | None = None) -> str:
        """The title of a section behind those in which it stands, or only behind those below one of them."""
        apart = self.within(below)
        return " > ".join(self.sections[one].title for one in self.within(section) if one not in apart)
