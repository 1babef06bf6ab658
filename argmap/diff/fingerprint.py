"""What stays of a change when texts move: a name by which it can be known again and accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from argmap.compare.alignment import Alignment
from argmap.diff.change import (
    ActorChange,
    AlignmentChange,
    Change,
    ClaimChange,
    CruxChange,
    DocumentChange,
    FieldChange,
    IssueChange,
    LinkChange,
    PositionChange,
    Reason,
    StanceChange,
    StanceSnapshot,
    SupportChange,
    TermChange,
)
from argmap.diff.difference import Difference
from argmap.diff.field_changes import said
from argmap.diff.kinds import ASPECTS, STEP_ASPECTS
from argmap.diff.rule import Rule
from argmap.diff.text_similarity import normalised
from argmap.judge.verdict import Verdict
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole
from argmap.model.issue import Issue, Position
from argmap.model.link import AnyLink, Link, Unrelated

_SIZE = 8
"""Bytes."""
PUBLISHED_ROLES = {
    StepRole.BECAUSE: "support",
    StepRole.EXPLANATION: "explanation",
    StepRole.PARTS: "explanation",
    StepRole.BACKGROUND: "explanation",
    StepRole.DESPITE: "concession",
    StepRole.OBJECTION: "objection",
    StepRole.UNDERCUT: "undercut",
    StepRole.UNLESS: "exception",
    StepRole.IF: "condition",
    StepRole.ONLY_IF: "necessary-condition",
}
"""What roles are called in fingerprints and in JSON, which people keep."""


def fingerprint(change: Change, difference: Difference) -> str:
    """16 hexadecimal digits, the same for the same change in any pair of corpora.

    They are made of the rule, the names of what it is about, and the old and new wording; never of places, orders, or
    the numbers of premises without a name, which their words stand for.
    """
    from hashlib import blake2b

    parts = "\x1f".join(told(change, difference))
    return blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()


def told(change: Change, difference: Difference) -> tuple[str, ...]:
    """The words of which a fingerprint is made."""
    return (change.rule.value, *_Teller(difference).words(change))


@attrs.frozen(eq=False, repr=False)
class _Teller:
    """Says what changes are about, in the names of a difference."""

    difference: Difference

    def words(self, change: Change) -> Iterator[str]:
        """The subject, then the old side, then the new."""
        match change:
            case StanceChange(holder=holder):
                yield from (holder.document, holder.actor or "", change.issue or "")
                yield self._name(change.claim) if change.claim is not None else ""
                yield from (_stand(change.old), _stand(change.new))
            case ClaimChange():
                yield self._claim(change.old, change.rule, self.difference.old)
                yield self._claim(change.new, change.rule, self.difference.new)
                yield _joined(sorted(self._name(other.id) for other in change.others))
            case SupportChange():
                yield self._name(change.conclusion)
                yield from (self._names(change.premises), self._reasons(change.old), self._reasons(change.new))
                if change.rule in STEP_ASPECTS:
                    aspect = STEP_ASPECTS[change.rule].aspect
                    for reasons in (change.old, change.new):
                        yield _joined(sorted(", ".join(sorted(map(normalised, aspect(one)))) for one in reasons))
            case AlignmentChange():
                yield self._subject(change.record)
                yield from (_verdict(change.old), _verdict(change.new))
            case CruxChange():
                yield self._subject(change.conflict)
                yield self._subject(change.record.conflict)
                if change.rule is Rule.CRUX_SHIFTED:
                    yield from ("wholly" if crux.is_whole else "in part" for crux in change.records)
            case LinkChange():
                yield from map(_link, (change.old, change.new))
            case IssueChange():
                yield from map(_issue, (change.old, change.new))
            case PositionChange():
                yield change.issue
                for position in (change.old, change.new):
                    yield "" if position is None else _joined((position.id, normalised(position.text)))
            case TermChange():
                for term in (change.old, change.new):
                    yield "" if term is None else _joined((term.document or "", term.id, normalised(term.meaning)))
            case ActorChange():
                yield change.record.key
                for actor in (change.old, change.new):
                    yield "" if actor is None else normalised(actor.name)
            case FieldChange():
                yield type(change.record).__name__
                yield self._subject_of_field(change)
                yield from (_joined(said(type(change), record)) for record in change.records)
            case DocumentChange():
                for document in (change.old, change.new):
                    yield "" if document is None else self._document(document, change.rule)
            case _:
                pass

    def _name(self, claim: ClaimId) -> str:
        """The id; of a premise without a name its document and words."""
        record = self.difference.new.claims.get(claim) or self.difference.old.claims.get(claim)
        if record is None or record.named:
            return claim
        return _joined((record.document, normalised(record.text)))

    def _names(self, claims: Iterable[ClaimId]) -> str:
        return _joined(sorted(map(self._name, claims)))

    def _claim(self, claim: Claim | None, rule: Rule, corpus: Corpus) -> str:
        if claim is None:
            return ""
        said: tuple[str, ...] = (self._name(claim.id), normalised(claim.text))
        match rule:
            case Rule.CLAIM_RENAMED if claim.id in corpus.claims and corpus is self.difference.old:
                said = (*said, self.difference.former.get(claim.id, claim.id))
            case _ if rule in ASPECTS:
                said = (*said, ASPECTS[rule].aspect(claim))
            case Rule.CLAIM_MOVED:
                said = (*said, claim.document, corpus.documents[claim.document].heading(claim.section))
            case Rule.ATTRIBUTION_CHANGED:
                voices = (_joined(sorted(group)) for group in claim.voices)
                said = (*said, claim.document, claim.attitude.value, *voices)
            case _:
                pass
        return _joined(said)

    def _reasons(self, reasons: Iterable[Reason]) -> str:
        return _joined(
            sorted(
                _joined((PUBLISHED_ROLES[reason.role], self._names(reason.premises), self._names(reason.against)))
                for reason in reasons
            )
        )

    def _subject_of_field(self, change: FieldChange) -> str:
        match change.record:
            case Claim():
                return self._name(ClaimId(change.subject))
            case Position():
                return _joined(change.subject.split("."))
            case Link() | Unrelated():
                return _joined(change.subject.split(" "))
        return change.subject

    def _subject(self, alignment: Alignment) -> str:
        link = alignment.link
        names = (alignment.issue or "",) * 2 if link is None else (link.source, link.target)
        ends = zip(names, alignment.holders, strict=True)
        return _joined(sorted(_joined((name, holder.document, holder.actor or "")) for name, holder in ends))

    def _document(self, document: Document, rule: Rule) -> str:
        match rule:
            case Rule.THESIS_CHANGED:
                said = self._name(document.thesis) if document.thesis is not None else ""
            case Rule.AUTHORSHIP_CHANGED:
                said = _joined(sorted(document.authors))
            case Rule.SOURCE_CHANGED:
                said = document.source
            case _:
                said = ""
        return _joined((document.id, said))


def _joined(words: Iterable[str]) -> str:
    return "[" + "\x1f".join(words) + "]"


def _stand(stand: StanceSnapshot | None) -> str:
    if stand is None:
        return ""
    terms = {"conditional": stand.conditional, "doubted": stand.doubted, "unsaid": stand.unsaid}
    strength = "" if stand.strength is None else str(stand.strength)
    marked = (name for name, applies in terms.items() if applies)
    return _joined((stand.position or "", stand.acceptance.value, strength, *marked))


_FORMER_CODES = {Verdict.QUALIFIED: "qualified-agreement"}
"""What verdicts were called when fingerprints were first written down: those that were accepted stay so."""


def _verdict(alignment: Alignment | None) -> str:
    return "" if alignment is None else _FORMER_CODES.get(alignment.verdict, alignment.verdict.value)


def _link(link: AnyLink | None) -> str:
    return "" if link is None else _joined((link.source, link.relation.value, link.target))


def _issue(issue: Issue | None) -> str:
    if issue is None:
        return ""
    compatible = sorted(_joined(sorted(group)) for group in issue.compatible)
    return _joined((issue.id, normalised(issue.question), *compatible, ">", *issue.order))
