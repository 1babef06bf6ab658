"""Which documents have another thesis, and whether somebody said so or it follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.diff.change import Change, Changed, DocumentChange, StanceChange, SupportChange
from argmap.diff.kinds import ThesisChanged
from argmap.diff.origins import Origins, roots
from argmap.diff.sides import Sides
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId


def thesis_changes(sides: Sides, origins: Origins, changes: Iterable[Change]) -> Iterator[DocumentChange]:
    """The documents whose thesis is another claim.

    A thesis that nobody named is the first claim that is accepted and supports nothing.  Where only the order of
    statements made it another, nothing changed, since order says nothing.

    Args:
        sides: Both corpora.
        origins: By what claims came and went.
        changes: Those of stances and of support.
    """
    known = tuple(changes)
    for old, new in sides.documents:
        if old.thesis == new.thesis:
            continue
        theses = frozenset(thesis for thesis in (old.thesis, new.thesis) if thesis is not None)
        causes = roots(cause for thesis in sorted(theses) for cause in origins.of(thesis))
        before, after = _free(old, sides.old), _free(new, sides.new)
        if not causes and old.thesis == next(iter(before), None) and new.thesis == next(iter(after), None):
            if theses <= set(before) and theses <= set(after):
                continue
            causes = roots(change for change in known if _decides(change, theses))
        yield ThesisChanged(edit=Changed(old, new), causes=causes)


def _decides(change: Change, theses: frozenset[ClaimId]) -> bool:
    """Whether a change may make one of some claims a thesis, or no thesis."""
    if isinstance(change, SupportChange):
        return not theses.isdisjoint(change.premises)
    if isinstance(change, StanceChange):
        return not theses.isdisjoint(change.claims)
    return False


def _free(document: Document, corpus: Corpus) -> tuple[ClaimId, ...]:
    """The claims that could be the thesis: the first of them is, where none is named."""
    used = {premise for claim in document.claims for premise in corpus.claims[claim].premises}
    return tuple(claim for claim in document.claims if claim not in used and corpus.claims[claim].attitude.accepts)
