"""Fair attribution: how one document represents somebody, against what that one's own document says."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import attrs

from argmap.compare.alignment import Alignment, Qualification
from argmap.compare.comparison import Comparison
from argmap.compare.holder import Holder, identity, principal
from argmap.compare.verdict import Verdict


class Fidelity(StrEnum):
    """How a report compares with the original."""

    FAITHFUL = "faithful"
    OVERSTATED = "overstated"
    """The report is firmer, by more than a step."""
    UNDERSTATED = "understated"
    """The report is less firm, by more than a step."""
    CONDITION_DROPPED = "condition-dropped"
    CONDITION_ADDED = "condition-added"
    QUALIFIED = "qualified"
    """They agree with some other reserve (see `Alignment.qualifications`)."""
    MISREPRESENTED = "misrepresented"
    """The report conflicts with the original."""
    OTHER_TIME = "other-time"
    """They would conflict, but are facts of different times."""
    NOT_IN_ORIGINAL = "not-in-original"
    """The original is silent on the issue; its author may have said it elsewhere."""
    DIFFERENT = "different"
    """The original says something else, which the report does not exclude, or leaves the issue open."""


@attrs.frozen(kw_only=True)
class Representation:
    """One document's report of somebody beside one document of that one's own.

    Attributes:
        alignment: The actor as reported first, the author of the original second.
        fidelity: How the two compare.
        through: True where the two are not the same actor but one speaks for the other.
        original_later: Whether the original is later than the report, as far as dates tell: then a difference may be a
            change of mind.
    """

    alignment: Alignment
    fidelity: Fidelity
    through: bool = False
    original_later: bool = False

    @property
    def reported(self) -> Holder:
        """The actor, as the report shows it."""
        return self.alignment.one.holder

    @property
    def original(self) -> Holder:
        """The author of the original."""
        return self.alignment.other.holder


def representations(comparison: Comparison) -> Iterator[Representation]:
    """Every report of an actor who wrote a document that is compared too, on every subject of which the report speaks.

    A document's report of its own author is left out.  An actor who ``speaks-for`` another is compared with what the
    other wrote, and the other way round, and marked so.
    """
    corpus = comparison.corpus
    written = comparison.written()
    spoken: dict[str, list[Holder]] = {}
    for author in comparison.authors:
        for writer in corpus.documents[author.document].authors:
            whose = principal(Holder(author.document, writer), corpus)
            if whose:
                spoken.setdefault(whose, []).append(author)
    for actor in comparison.holders:
        if actor.actor is None:
            continue
        name = identity(actor.actor, actor.document, corpus)
        own = [(author, False) for author in written.get(name, ())]
        own += [(author, True) for author in written.get(principal(actor, corpus), ())]
        own += [(author, True) for author in spoken.get(name, ())]
        for author, through in own:
            if author.document != actor.document:
                yield from _of(comparison, actor, author, through=through)


def _of(comparison: Comparison, actor: Holder, author: Holder, *, through: bool) -> Iterator[Representation]:
    for alignment in comparison.between(actor, author, one_sided=True):
        if alignment.one.stances or alignment.link is not None:
            yield Representation(
                alignment=alignment,
                fidelity=_fidelity(alignment),
                through=through,
                original_later=comparison.is_older(actor, author),
            )


_FIDELITIES = {
    Verdict.AGREEMENT: Fidelity.FAITHFUL,
    Verdict.CONTRADICTION: Fidelity.MISREPRESENTED,
    Verdict.CONTRARIETY: Fidelity.MISREPRESENTED,
    Verdict.SUPERSEDED: Fidelity.OTHER_TIME,
    Verdict.ONE_SIDED: Fidelity.NOT_IN_ORIGINAL,
}


def _fidelity(alignment: Alignment) -> Fidelity:
    if alignment.verdict is not Verdict.QUALIFIED_AGREEMENT:
        return _FIDELITIES.get(alignment.verdict, Fidelity.DIFFERENT)
    if alignment.one.stances and alignment.other.stances:
        report, original = alignment.one.stances[0], alignment.other.stances[0]
        match alignment.qualifications:
            case (Qualification.STRENGTH, *_):
                firmer = report.firmness.low > original.firmness.low
                return Fidelity.OVERSTATED if firmer else Fidelity.UNDERSTATED
            case (Qualification.CONDITION, *_):
                return Fidelity.CONDITION_ADDED if report.conditions else Fidelity.CONDITION_DROPPED
    return Fidelity.QUALIFIED
