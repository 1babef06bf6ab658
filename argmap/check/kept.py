"""What rules found about parts of a project, kept from one state to the next while nothing they look at changes.

A rule looks at one document, or one issue, or at the whole.  One that looks at a part says at which objects: records
are never changed, so that the same objects mean the same findings.  Equal ones are not enough, since two that are equal
may stand in different places.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from operator import is_
from typing import TypeVar, cast

from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId, IssueId

Found = TypeVar("Found")


class Kept:
    """Values by rule and part; those for which nobody asks in a state are forgotten with it.

    Attributes:
        is_kept: Whether further states will ask again; else only this one does.
        made: How many values have been made so far.
    """

    def __init__(self, *, is_kept: bool = False) -> None:
        self.is_kept = is_kept
        self._now: dict[tuple[str, str], tuple[Sequence[object], object, object]] = {}
        self._before = self._now
        self.made = 0

    def next_state(self) -> None:
        """Begin with another state of the project."""
        self._before, self._now = self._now, {}

    def of(
        self, rule: str, part: str, objects: Sequence[object], make: Callable[[], Found], values: object = None
    ) -> Found:
        """What a rule says of a part: as before if what it looks at is the same, else made anew.

        Args:
            rule: Its name.
            part: The name of the part.
            objects: What the rule looks at, and must be the very same.
            make: Makes it.
            values: What else it looks at, and must be equal.
        """
        known = self._before.get((rule, part))
        if known is None or not _are_same(known[0], objects) or known[1] != values:
            self.made += 1
            known = (objects, values, make())
        self._now[rule, part] = known
        return cast("Found", known[2])


def _are_same(one: Sequence[object], other: Sequence[object]) -> bool:
    return len(one) == len(other) and all(map(is_, one, other))


class DocumentPart:
    """A document with its claims, and what follows from them alone."""

    def __init__(self, document: Document, claims: tuple[Claim, ...]) -> None:
        self.document = document
        self.claims = claims

    @cached_property
    def own(self) -> frozenset[ClaimId]:
        """The ids of its claims."""
        return frozenset(claim.id for claim in self.claims)

    @cached_property
    def premises(self) -> frozenset[ClaimId]:
        """All that its claims name as premises."""
        return frozenset(premise for claim in self.claims for premise in claim.premises)

    @cached_property
    def outward(self) -> frozenset[ClaimId]:
        """The premises that are claims of other documents."""
        return self.premises - self.own

    @cached_property
    def answered(self) -> tuple[IssueId, ...]:
        """The issues that its claims answer."""
        return tuple(dict.fromkeys(answer.issue for claim in self.claims for answer in claim.answers))


def doubts_by_document(corpus: Corpus) -> dict[str, frozenset[str]]:
    """What is doubtful about each document, its claims included."""
    found: dict[str, set[str]] = {}
    for name in corpus.doubtful:
        found.setdefault(name.partition(".")[0], set()).add(name)
    return {document: frozenset(names) for document, names in found.items()}


def parts_of(corpus: Corpus, kept: Kept) -> tuple[DocumentPart, ...]:
    """All documents; one of which nothing has changed is the very same part as before."""
    found = []
    for document in corpus.documents.values():
        claims = tuple(corpus.claims_of(document.id))
        found.append(kept.of("document", document.id, (document, *claims), partial(DocumentPart, document, claims)))
    return tuple(found)
