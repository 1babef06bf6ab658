"""Which claims stand somewhere else: in another section, or in another document."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.compare.holder import Holder, identities
from argmap.diff.sides import Sides
from argmap.diff.wording import normalised
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import DocumentId

Moved = tuple[Claim, Claim]
"""A claim where it stood and where it stands."""


def between_sections(sides: Sides) -> Iterator[Moved]:
    """The statements that stand in another section of the same document.

    Sections go by their titles, and only those that both sides have tell something: where a heading is put in, taken
    out or reworded, no claim moves.
    """
    for old, new in sides.documents:
        if not old.sections or not new.sections:
            continue
        before = tuple(normalised(section.title) for section in old.sections)
        after = tuple(normalised(section.title) for section in new.sections)
        for name in new.claims:
            was, now = sides.old.claims.get(name), sides.new.claims[name]
            if was is None or not (was.statement or now.statement) or was.document != now.document:
                continue
            one = before[was.section] if was.section is not None else ""
            other = after[now.section] if now.section is not None else ""
            if one != other and one in ("", *after) and other in ("", *before):
                yield was, now


def between_documents(sides: Sides) -> Iterator[Moved]:
    """The claims that stand in another document."""
    return ((old, new) for old, new in sides.differing if old.document != new.document)


def have_same_authors(one: DocumentId, two: DocumentId, sides: Sides) -> bool:
    """Whether an old document is by those who wrote a new one; the order of authors says nothing."""
    return _authors(one, sides.old) == _authors(two, sides.new)


def _authors(document: DocumentId, corpus: Corpus) -> frozenset[str]:
    return frozenset(identities(Holder(document), corpus))
