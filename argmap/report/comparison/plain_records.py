"""Values of a comparison as plain records: keys and what JSON has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from argmap.compare.agreement import IssueNumbers, PairNumbers, Share
from argmap.compare.alignment import Side
from argmap.compare.cruxes import CruxEffect
from argmap.compare.inconsistency import Inconsistency
from argmap.compare.krippendorff import Alpha
from argmap.compare.stance import Implication, Profile, Stance
from argmap.compare.terms import TalkingPast
from argmap.compare.tree import Branch
from argmap.compare.unanswered import Unanswered, UnansweredIssue
from argmap.model.inference import StepRole
from argmap.model.link import Link

Record = dict[str, object]


def profile_record(profile: Profile) -> Record:
    """All that a holder does with an issue."""
    stances = [stance_record(stance) for stance in profile.stances]
    return {
        "holder": profile.holder.id,
        "issue": profile.issue,
        "standing": profile.standing.value,
        "stances": stances,
    }


def stance_record(stance: Stance) -> Record:
    """What a holder does with one position."""
    always: Record = {"position": stance.position, "does": stance.acceptance.value, "claims": stance.claims}
    return always | given(
        {
            "strength": str(stance.strength) if stance.strength else None,
            "leaning": True if stance.doubted else None,
            "unsaid": True if stance.unsaid else None,
            "conditions": stance.conditions,
            "ascribed": str(stance.ascribed) if stance.ascribed else None,
            "regards": [regard.value for regard in stance.regards],
            "period": str(stance.period) if stance.period else None,
            "implied-by": [implication_record(step) for step in stance.chain],
        }
    )


def implication_record(step: Implication) -> Record:
    """One step of a chain."""
    always: Record = {
        "source": step.source,
        "source-holds": step.source_holds,
        "target": step.target,
        "target-holds": step.target_holds,
        "ground": step.ground.value,
    }
    return always | given({"link": link_record(step.link)})


def side_record(side: Side) -> Record:
    """What one holder brings to an alignment."""
    stances = [stance_record(stance) for stance in side.stances]
    standing = side.standing.value if side.standing else None
    parts = {"standing": standing, "stances": stances, "claims": side.claims, "accepts": side.accepts}
    return {"holder": side.holder.id} | given(parts)


def link_record(link: Link | None) -> Record | None:
    """A declared link."""
    if link is None:
        return None
    always: Record = {"source": link.source, "relation": link.relation.value, "target": link.target}
    return always | given({"confidence": link.confidence, "why": link.why})


_ROLES = {
    None: "conclusion",
    StepRole.BECAUSE: "reason",
    StepRole.EXPLANATION: "explanation",
    StepRole.PARTS: "parts",
    StepRole.BACKGROUND: "background",
    StepRole.DESPITE: "concession",
    StepRole.UNLESS: "exception",
    StepRole.IF: "sufficient",
    StepRole.ONLY_IF: "necessary",
    StepRole.UNDERCUT: "undercut",
}


def branch_record(branch: Branch) -> Record:
    """One claim of a tree."""
    always: Record = {"claim": branch.claim, "depth": branch.depth, "role": _ROLES[branch.role]}
    return always | given({"step": branch.step or None, "told-above": None if branch.unfolded else True})


def hold_record(hold: CruxEffect) -> Record:
    """What one side stakes on a deeper conflict."""
    return {"premises": hold.premises, "falls": hold.lost_support, "depth": hold.depth}


def unanswered_record(argument: Unanswered) -> Record:
    """An argument that is not met."""
    always: Record = {
        "attacker": argument.attacker.id,
        "attacked": argument.attacked.id,
        "conclusion": argument.conclusion,
        "premises": argument.premises,
    }
    shared = [{"says": literal.name, "holds": literal.holds} for literal in argument.shared]
    parts = {"granted": argument.granted, "shared-answers": shared}
    return always | given(parts | {"written-later": argument.written_later or None})


def term_record(term: TalkingPast) -> Record:
    """A term with two meanings."""
    meanings: Record = {"term": term.one.id, "one": term.one.meaning, "other": term.other.meaning}
    return meanings | {"one-uses": term.one_uses, "other-uses": term.other_uses}


def strain_record(strain: Inconsistency) -> Record:
    """One holder against itself."""
    always: Record = {
        "kind": strain.kind.value,
        "holder": strain.holder.id,
        "one": strain.one,
        "other": strain.other,
    }
    return always | given(
        {
            "issue": strain.issue,
            "link": link_record(strain.link),
            "stances": [stance_record(stance) for stance in strain.stances],
            "implied-by": [implication_record(step) for step in strain.chain],
            "rests": strain.rests,
        }
    )


def silence_record(silence: UnansweredIssue) -> Record:
    """An author who does not answer what most others answer."""
    always: Record = {"holder": silence.holder.id, "issue": silence.issue}
    always |= {"answered-by": silence.answered_by, "others": silence.others}
    shows = [holder.id for holder in silence.shows]
    return always | given({"shows": shows, "too-early": silence.too_early or None})


def pair_record(pair: PairNumbers) -> Record:
    """Two holders in numbers."""
    shares = {
        "agreement": share_record(pair.agreement),
        "qualified": share_record(pair.qualified),
        "conflict": share_record(pair.conflict),
    }
    nearness = {"sum": pair.nearness, "of": pair.ordered} if pair.nearness is not None else None
    return {"one": pair.one.id, "other": pair.other.id} | shares | given({"nearness": nearness})


def issue_record(issue: IssueNumbers) -> Record:
    """One issue in numbers."""
    return {
        "issue": issue.issue,
        "holders": issue.holders,
        "positions": {str(position): count for position, count in issue.positions},
        "undecided": issue.undecided,
        "agreement": share_record(issue.agreement),
        "conflict": share_record(issue.conflict),
    }


def share_record(share: Share) -> Record:
    """So many of so many."""
    return {"count": share.count, "of": share.of}


def alpha_record(found: Alpha) -> Record:
    """Krippendorff's alpha with its counts."""
    return {"alpha": found.value, "values": found.values, "units": found.units}


def given(record: Mapping[str, object]) -> Record:
    """What of a record says something."""
    return {key: value for key, value in record.items() if value is not None and not _is_nothing(value)}


def _is_nothing(value: object) -> bool:
    return value == "" or (isinstance(value, Iterable) and not isinstance(value, str) and not any(True for _ in value))
