"""What a change is about, as a record for programs: always all keys of its kind, null where there is nothing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from argmap.compare.alignment import Alignment
from argmap.compare.cruxes import Crux
from argmap.diff.change import (
    AlignmentChange,
    Change,
    ClaimChange,
    CruxChange,
    DocumentChange,
    IssueChange,
    LinkChange,
    PositionChange,
    Reason,
    StanceChange,
    StanceSnapshot,
    SupportChange,
    TermChange,
)
from argmap.diff.fingerprint import PUBLISHED_ROLES
from argmap.model.link import Link
from argmap.report.comparison.plain_records import Record


@singledispatch
def subject(change: Change) -> Record:
    """The kind and the id of what changed, and what else there is to know of it, in the names of the new side."""
    raise TypeError(f"no such change: {change.rule}")


@subject.register
def _(change: StanceChange) -> Record:
    return {
        "kind": "stance",
        "id": change.issue or change.claim,
        "holder": change.holder.id,
        "issue": change.issue,
        "claim": change.claim,
        "was": _stand(change.old),
        "is": _stand(change.new),
        "distance": change.distance,
    }


@subject.register
def _(change: ClaimChange) -> Record:
    claim = change.new or change.old
    return {
        "kind": "claim",
        "id": claim.id if claim else None,
        "document": claim.document if claim else None,
        "others": sorted(other.id for other in change.others),
        "used": change.used,
    }


@subject.register
def _(change: SupportChange) -> Record:
    return {
        "kind": "support",
        "id": change.conclusion,
        "premises": change.premises,
        "was": _reasons(change.old),
        "is": _reasons(change.new),
    }


@subject.register
def _(change: AlignmentChange) -> Record:
    either = change.new or change.old
    return {
        "kind": "alignment",
        **_about(either),
        "was": change.old.verdict.value if change.old else None,
        "is": change.new.verdict.value if change.new else None,
    }


@subject.register
def _(change: CruxChange) -> Record:
    either = change.new or change.old
    return {"kind": "crux", **_about(change.conflict), "turns-on": _deeper(either)}


@subject.register
def _(change: LinkChange) -> Record:
    either = change.new or change.old
    return {
        "kind": "link",
        "id": f"{either.source} {either.target}" if either else None,
        "was": _link(change.old),
        "is": _link(change.new),
    }


@subject.register
def _(change: IssueChange) -> Record:
    either = change.new or change.old
    return {"kind": "issue", "id": either.id if either else None}


@subject.register
def _(change: PositionChange) -> Record:
    either = change.new or change.old
    return {"kind": "position", "id": f"{change.issue}.{either.id}" if either else None, "issue": change.issue}


@subject.register
def _(change: TermChange) -> Record:
    either = change.new or change.old
    return {"kind": "term", "id": either.id if either else None, "document": either.document if either else None}


@subject.register
def _(change: DocumentChange) -> Record:
    either = change.new or change.old
    return {"kind": "document", "id": either.id if either else None}


def _stand(stand: StanceSnapshot | None) -> Record | None:
    if stand is None:
        return None
    return {
        "position": stand.position,
        "does": stand.acceptance.value,
        "strength": str(stand.strength) if stand.strength else None,
        "conditional": stand.conditional,
        "leaning": stand.doubted,
        "unsaid": stand.unsaid,
        "claims": stand.claims,
    }


def _reasons(reasons: Iterable[Reason]) -> list[Record]:
    return [
        {"role": PUBLISHED_ROLES[one.role], "premises": one.premises, "against": one.against, "scheme": one.scheme}
        for one in reasons
    ]


def _about(alignment: Alignment | None) -> Record:
    """On what two holders stand to each other, and who they are."""
    if alignment is None:
        return {"id": None, "holders": [], "issue": None, "link": None}
    link = _link(alignment.link)
    name = alignment.issue or (f"{alignment.link.source} {alignment.link.target}" if alignment.link else None)
    holders = [holder.id for holder in alignment.holders]
    return {"id": name, "holders": holders, "issue": alignment.issue, "link": link}


def _deeper(crux: Crux | None) -> Record:
    about = _about(crux.conflict if crux else None)
    return {"issue": about["issue"], "link": about["link"], "weight": crux.weight if crux else 0}


def _link(link: Link | None) -> Record | None:
    if link is None:
        return None
    return {
        "source": link.source,
        "relation": link.relation.value,
        "target": link.target,
        "confidence": link.confidence,
        "why": link.why,
    }
