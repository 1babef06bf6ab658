"""What somebody could be expected to answer and does not: issues that most others answer, and arguments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from weakref import WeakKeyDictionary

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.comparison import Comparison
from argmap.compare.propositions import propositions_of
from argmap.compare.stance import Literal
from argmap.judge.held import sameness
from argmap.judge.holder import Holder, identities, was_looked_for
from argmap.judge.verdict import Verdict
from argmap.language.words import Attitude
from argmap.model.ids import ClaimId, DocumentId, IssueId
from argmap.model.inference import StepRole
from argmap.model.link import Link

FEWEST = 2
"""Documents that must answer before anybody's silence means something."""


@attrs.frozen(kw_only=True)
class UnansweredIssue:
    """An author who says nothing on what most others answer.

    Attributes:
        holder: The author of the document.
        answered_by: The other documents whose authors speak on the issue, sorted; more than half of the others.
        others: How many documents there are that others wrote.
        elsewhere: Other documents of the same author that do answer, sorted.
        shows: Actors whose answer the document does show, sorted; then it knows the question.
        too_early: Whether the document is older than every one that answers, as far as dates tell.
        looked_for: Whether an answer was looked for, and is not there; else nobody has looked.
    """

    holder: Holder
    issue: IssueId
    answered_by: tuple[DocumentId, ...]
    others: int
    elsewhere: tuple[Holder, ...] = ()
    shows: tuple[Holder, ...] = ()
    too_early: bool = False
    looked_for: bool = False


def unanswered_issues(comparison: Comparison) -> Iterator[UnansweredIssue]:
    """Every author's silence, by issue and document; documents of the same author are not among the others."""
    same = {author: {author} for author in comparison.authors}
    for authors in comparison.written().values():
        for author in authors:
            same[author].update(authors)
    others = {author: len(same) - len(same[author]) for author in same}
    fewest = max(FEWEST, min(others.values(), default=0) // 2 + 1)
    for issue, speaking in comparison.stances.by_issue.items():
        answered = [holder for holder in speaking if holder.is_author]
        if len(answered) < fewest:
            continue
        for author in comparison.authors:
            if author in speaking:
                continue
            answering = [holder for holder in answered if holder not in same[author]]
            if len(answering) >= FEWEST and 2 * len(answering) > others[author]:
                yield UnansweredIssue(
                    holder=author,
                    issue=issue,
                    answered_by=tuple(holder.document for holder in answering),
                    others=others[author],
                    elsewhere=tuple(holder for holder in answered if holder in same[author]),
                    shows=tuple(holder for holder in speaking if holder.document == author.document),
                    too_early=all(comparison.is_older(author, holder) for holder in answering),
                    looked_for=was_looked_for(author, issue, comparison.corpus),
                )


@attrs.frozen(kw_only=True)
class Unanswered:
    """One argument of an attacker that the attacked does not meet.

    Attributes:
        conflict: The conflict; the attacker is its first side, the attacked its second.
        conclusion: The attacker's claim against the position that the other holds.
        premises: Those of one step for it, in the author's order.
        granted: The claims of the argument, however far down, that the attacked holds too, as its own claims that a
            link makes the same, without weighing them against its own position; sorted.
        shared: The answers to other issues that claims of the argument give and the attacked gives too; sorted.  They
            are not the whole of these claims.
        written_later: Whether the attacker's document is later than the other's, as far as dates tell: then no answer
            could be expected.
    """

    conflict: Alignment
    conclusion: ClaimId
    premises: tuple[ClaimId, ...]
    granted: tuple[ClaimId, ...] = ()
    shared: tuple[Literal, ...] = ()
    written_later: bool = False

    @property
    def attacker(self) -> Holder:
        """Whose argument it is."""
        return self.conflict.one.holder

    @property
    def attacked(self) -> Holder:
        """Who holds the position that it speaks against."""
        return self.conflict.other.holder


def unanswered(comparison: Comparison, conflict: Alignment) -> Iterator[Unanswered]:
    """The arguments of the first side that the second does not meet; mirror the conflict for those of the second.

    Each step by which the attacker supports a claim on which the conflict rests is an argument.  It is met where the
    attacked, anywhere in its document, disagrees with a claim of the argument, however far down, on an issue or over a
    link; or weighs it: a claim that says the same (see `argmap.compare.propositions`) is conceded, excepted, objected,
    undercut, denied or doubted there, even where it is only reported: to weigh is to take up.  Only the author of a
    document can be expected to meet an argument, and not one of the same author's.
    """
    attacker, attacked, corpus = conflict.one, conflict.other, comparison.corpus
    if not conflict.is_disagreement or not attacked.holder.is_author:
        return
    if set(identities(attacker.holder, corpus)) & set(identities(attacked.holder, corpus)):
        return
    support = comparison.supports.of(attacker.claims, attacker.holder)
    if not any(support.steps[conclusion] for conclusion in support.conclusions):
        return
    meeting = _Meeting.of(comparison, attacked.holder)
    disputed = meeting.disputed(comparison, attacker.holder)
    weighed, reported = meeting.weighed, meeting.reported
    answers = comparison.said_by(attacked.holder)
    for conclusion in support.conclusions:
        for premises in support.steps[conclusion]:
            below = comparison.supports.of(premises, attacker.holder).depth.keys()
            if any(disputed[claim] != {conflict.subject} for claim in below & disputed.keys()):
                continue
            said = propositions_of(below, attacker.holder, corpus, apart_from=conflict.issue, known=comparison.sayings)
            common = {literal: claims for literal, claims in said.items() if literal in answers}
            met = any(not weighed.isdisjoint(answers[literal]) for literal in common)
            if met or not below.isdisjoint(reported):
                continue
            yield Unanswered(
                conflict=conflict,
                conclusion=conclusion,
                premises=premises,
                granted=tuple(
                    sorted({claim for literal in common if literal.name in corpus.claims for claim in common[literal]})
                ),
                shared=tuple(sorted(literal for literal in common if literal.name not in corpus.claims)),
                written_later=comparison.is_older(attacked.holder, attacker.holder),
            )


@attrs.frozen(eq=False, repr=False)
class _Meeting:
    """With what an author meets arguments, found once for all conflicts.

    Attributes:
        weighed: See `_weighed`.
        reported: These, with the claims that are declared the same as one of them.
    """

    attacked: Holder
    weighed: frozenset[ClaimId]
    reported: frozenset[ClaimId]
    _disputed: dict[Holder, Mapping[ClaimId, set[IssueId | Link]]] = attrs.field(factory=dict, init=False)

    @classmethod
    def of(cls, comparison: Comparison, attacked: Holder) -> _Meeting:
        if comparison not in _KNOWN:
            _KNOWN[comparison] = (sameness(comparison.corpus), {})
        same, known = _KNOWN[comparison]
        if attacked not in known:
            weighed = _weighed(comparison, attacked)
            reported = weighed.union(*(same.get(claim, ()) for claim in weighed))
            known[attacked] = cls(attacked, weighed, reported)
        return known[attacked]

    def disputed(self, comparison: Comparison, attacker: Holder) -> Mapping[ClaimId, set[IssueId | Link]]:
        """The attacker's claims with which the author disagrees, or that pull apart from its own, and on what."""
        if attacker not in self._disputed:
            found: dict[ClaimId, set[IssueId | Link]] = {}
            for alignment in comparison.between(attacker, self.attacked):
                if alignment.is_disagreement or alignment.verdict is Verdict.TENSION:
                    for claim in alignment.one.claims:
                        found.setdefault(claim, set()).add(alignment.subject)
            self._disputed[attacker] = found
        return self._disputed[attacker]


_KNOWN: WeakKeyDictionary[Comparison, tuple[Mapping[ClaimId, frozenset[ClaimId]], dict[Holder, _Meeting]]]
_KNOWN = WeakKeyDictionary()
"""By comparison, the claims that are the same, and what is known of each author."""


def _weighed(comparison: Comparison, holder: Holder) -> frozenset[ClaimId]:
    """What a document concedes, excepts, objects, holds against a step, denies or doubts, in whatever voice."""
    found: set[ClaimId] = set()
    weighing = (StepRole.DESPITE, StepRole.OBJECTION, StepRole.UNLESS)
    for claim in comparison.corpus.claims_of(holder.document):
        if claim.attitude in (Attitude.DENIES, Attitude.DOUBTS):
            found.add(claim.id)
        for step in claim.steps:
            if step.role in weighing:
                found.update(step.premises)
            found.update(premise for undercut in step.undercuts for premise in undercut.premises)
    return frozenset(found)
