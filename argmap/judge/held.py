"""What holders give in main, unconditional answers that lean: whether one of them grants a condition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from argmap.judge.assertion import Assertion, positions_of
from argmap.judge.conditions import Dependence, Regard, Regards
from argmap.judge.force import Direction
from argmap.judge.holder import Holder
from argmap.judge.questions import Question
from argmap.language.words import OPEN, Relation
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, IssueId, PositionId
from argmap.model.link import LinkEnd


@attrs.frozen(eq=False, repr=False)
class Held:
    """What every holder gives, for as long as it stands on nothing else.

    Attributes:
        claims: By holder, the claims that it accepts (True) or rejects.
        answers: By holder and issue, the positions that it accepts or rejects; None where it does both.
        same: By claim, those that a chain of ``same-as`` makes the same, itself among them; only where there are any.
        clashing: Pairs of claims of which a link says that they exclude each other.
    """

    corpus: Corpus
    questions: Mapping[IssueId, Question]
    claims: Mapping[Holder, Mapping[ClaimId, bool]]
    answers: Mapping[tuple[Holder, IssueId], Mapping[PositionId, bool | None]]
    same: Mapping[ClaimId, frozenset[ClaimId]]
    clashing: frozenset[frozenset[LinkEnd]] = frozenset()
    dependences: dict[tuple[object, ...], Dependence] = attrs.field(factory=dict, init=False)
    """What is left of the conditions of two holders, as it is asked for (see `argmap.judge.holders`)."""
    _touched: dict[ClaimId, frozenset[object]] = attrs.field(factory=dict, init=False)
    _by_end: Mapping[LinkEnd, set[frozenset[LinkEnd]]] = attrs.field(init=False)

    @_by_end.default
    def _clashes(self) -> Mapping[LinkEnd, set[frozenset[LinkEnd]]]:
        """By claim, the ends of the links by which it excludes another."""
        found: dict[LinkEnd, set[frozenset[LinkEnd]]] = {}
        for pair in self.clashing:
            for end in pair:
                found.setdefault(end, set()).add(pair)
        return found

    @staticmethod
    def reached(corpus: Corpus, named: Iterable[ClaimId]) -> list[ClaimId]:
        """Some claims with those that are the same, sorted."""
        same = sameness(corpus)
        return sorted({alike for name in named for alike in same.get(name, (name,))})

    def regards(self, holder: Holder) -> Regards:
        """What a holder does with what a claim says."""
        return lambda claim: self.regard(holder, claim)

    def regard(self, holder: Holder, claim: ClaimId) -> Regard:
        """Whether a holder accepts what a claim says, or rejects it, or is silent.

        It accepts it where it accepts a claim that is the same, or gives the same answer to an issue; it rejects it
        where it rejects one of these, or gives an answer that excludes it.
        """
        found = self.claims.get(holder, {})
        said = [found[name] for name in self._alike(claim) if name in found]
        record = self.corpus.claims.get(claim)
        for position, takes in positions_of(record) if record is not None else ():
            question = self.questions.get(position.issue)
            given = self.answers.get((holder, position.issue))
            if question is not None and given:
                accepted = _accepted(given, position.position, question)
                said += [] if accepted is None else [accepted is takes]
        if not said:
            return Regard.SILENT
        return Regard.GRANTS if all(said) else Regard.REJECTS if not any(said) else Regard.SILENT

    def relation(self, one: ClaimId, other: ClaimId) -> Regard:
        """Whether one claim says what another says, or excludes it, whoever holds them."""
        # Of thousands of conditions few have to do with each other.
        if self._touches(one).isdisjoint(self._touches(other)):
            return Regard.SILENT
        if one == other or other in self._alike(one):
            return Regard.GRANTS
        records = self.corpus.claims.get(one), self.corpus.claims.get(other)
        for position, takes in positions_of(records[0]) if records[0] is not None else ():
            question = self.questions.get(position.issue)
            for theirs, takes_too in positions_of(records[1]) if records[1] is not None else ():
                if theirs.issue == position.issue and question is not None:
                    accepted = _accepted({theirs.position: takes_too}, position.position, question)
                    if accepted is not None:
                        return Regard.GRANTS if accepted is takes else Regard.REJECTS
        clash = any(
            frozenset((mine, theirs)) in self.clashing for mine in self._alike(one) for theirs in self._alike(other)
        )
        return Regard.REJECTS if self.clashing and clash else Regard.SILENT

    def _touches(self, claim: ClaimId) -> frozenset[object]:
        """What a claim shares with those to which it is related: a chain of ``same-as``, an issue, a link."""
        if claim not in self._touched:
            record = self.corpus.claims.get(claim)
            issues = () if record is None else (position.issue for position, _ in positions_of(record))
            alike = next(iter(self.same.get(claim, ())), claim)
            links = (pair for one in self._alike(claim) for pair in self._by_end.get(one, ()))
            self._touched[claim] = frozenset((alike, *issues, *links))
        return self._touched[claim]

    def _alike(self, claim: ClaimId) -> Iterable[ClaimId]:
        return self.same.get(claim, (claim,))


def held(
    corpus: Corpus,
    questions: Mapping[IssueId, Question],
    claims: Iterable[tuple[Holder, Assertion]],
    answers: Iterable[tuple[Holder, IssueId, PositionId, Assertion]],
) -> Held:
    """An index of what holders give.

    Args:
        corpus: Where claims and links are.
        questions: The issues.
        claims: What each holder says of the texts of claims.
        answers: What each holder says of positions.
    """
    accepted: dict[Holder, dict[ClaimId, bool]] = {}
    for holder, assertion in claims:
        if assertion.carries:
            accepted.setdefault(holder, {})[assertion.claim] = assertion.force.direction is Direction.FOR
    given: dict[tuple[Holder, IssueId], dict[PositionId, bool | None]] = {}
    for holder, issue, position, assertion in answers:
        if assertion.carries and position != OPEN:
            known, accepts = given.setdefault((holder, issue), {}), assertion.force.direction is Direction.FOR
            known[position] = accepts if known.get(position, accepts) is accepts else None
    clashing = frozenset(
        link.ends for link in corpus.links if link.relation in (Relation.CONTRADICTS, Relation.CONTRARY_TO)
    )
    return Held(corpus, questions, accepted, given, sameness(corpus), clashing)


def sameness(corpus: Corpus) -> dict[ClaimId, frozenset[ClaimId]]:
    """The claims that chains of ``same-as`` join, by each of them; work is linear in the links."""
    joined: dict[ClaimId, set[ClaimId]] = {}
    for link in corpus.links:
        if link.relation is Relation.SAME_AS and isinstance(link.source, ClaimId) and isinstance(link.target, ClaimId):
            joined.setdefault(link.source, set()).add(link.target)
            joined.setdefault(link.target, set()).add(link.source)
    found: dict[ClaimId, frozenset[ClaimId]] = {}
    for start in joined:
        if start in found:
            continue
        group, pending = {start}, [start]
        while pending:
            for other in joined[pending.pop()] - group:
                group.add(other)
                pending.append(other)
        whole = frozenset(group)
        found.update(dict.fromkeys(group, whole))
    return found


def _accepted(given: Mapping[PositionId, bool | None], position: PositionId, question: Question) -> bool | None:
    """Whether what is given accepts a position, or rules it out; None where it says nothing of it, or does both."""
    found = {given[position]} if position in given else set()
    opposite = question.opposite(position)
    if opposite is not None and opposite in given:
        found.add(None if given[opposite] is None else not given[opposite])
    if any(accepts and question.excludes(other, position) for other, accepts in given.items()):
        found.add(False)
    return found.pop() if len(found) == 1 else None
