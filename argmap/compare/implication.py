"""What follows by declared links from what a holder states, with the chain from which it follows."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

import attrs

from argmap.compare.stance import Chain, Ground, Implication, Literal
from argmap.judge.assertion import answered
from argmap.judge.force import Direction, Force, force_of
from argmap.judge.questions import Question
from argmap.judge.strength import Scale
from argmap.language.words import Attitude, Kind, Relation
from argmap.model.claim import Claim, Strength
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, IssueId, PositionId, PositionRef
from argmap.model.link import Link, LinkEnd


class Word(NamedTuple):
    """How firmly something is said.

    Attributes:
        strength: As written; None where it is plainly stated.
    """

    force: Force
    strength: Strength | None

    @property
    def mirrored(self) -> Word:
        """The same, of the negation."""
        return Word(self.force.mirrored, self.strength)

    def weaker(self, other: Word) -> Word:
        """The weaker of two that point one way, on a scale that fits both."""
        scales = {self.force.scale, other.force.scale}
        scale = next(scale for scale in (Scale.DUTY, Scale.BELIEF, Scale.EITHER) if scale in scales)
        both = [Word(word.force.read_on(scale), word.strength) for word in (self, other)]
        return min(both, key=lambda word: (word.force.firmness.low, word.force.firmness.high, str(word.strength or "")))


class Consequence(NamedTuple):
    """How something follows.

    Attributes:
        chain: One of the shortest, from what is stated; of several, that of the earlier step.
        sources: From what it follows in as few steps, sorted.
        most: How firmly it follows at most, where a claim on some way there says so.
        factual: Whether something on some way there is a question, or a claim, of what is or will be.
    """

    chain: Chain
    sources: tuple[Literal, ...]
    most: Word | None = None
    factual: bool = False


_WITHIN = (Ground.EXCLUSION, Ground.ONLY_OTHER)
_ENOUGH = 8
"""Positions that exclude the same others, of which it is said that they do."""
_CARRIED: Mapping[Relation, tuple[tuple[bool, bool, bool], ...]] = {
    # (forward, what is done with the one end, what therefore with the other)
    Relation.SAME_AS: ((True, True, True), (False, True, True), (True, False, False), (False, False, False)),
    Relation.ENTAILS: ((True, True, True), (False, False, False)),
    Relation.CONTRADICTS: ((True, True, False), (False, True, False), (True, False, True), (False, False, True)),
    Relation.CONTRARY_TO: ((True, True, False), (False, True, False)),
}


@attrs.frozen(eq=False, repr=False)
class Implications:
    """What follows from what, in one step.

    Attributes:
        corpus: Where claims are.
        questions: The issues.
        steps: From each claim or position at the end of a link, sorted.
        issues: The issues of which a position is at the end of a link.
        words: How firmly a claim says what it says, and gives an answer: by the claim, and by the step to the answer.
    """

    corpus: Corpus
    questions: Mapping[IssueId, Question]
    steps: Mapping[Literal, Sequence[Implication]]
    issues: frozenset[IssueId]
    words: Mapping[Literal | Implication, Word]

    @classmethod
    def of(cls, corpus: Corpus, questions: Mapping[IssueId, Question]) -> Implications:
        """All that the links of a corpus carry, and the answers of the claims that they reach and that are accepted."""
        steps: dict[Literal, list[Implication]] = {}
        claims: set[ClaimId] = set()
        issues: set[IssueId] = set()
        for link in sorted(corpus.links, key=lambda link: (link.source, link.relation, link.target, link.why)):
            if link.source == link.target or _is_of_the_issue(link):
                continue
            for step in _carried(link):
                steps.setdefault(step.source, []).append(step)
            claims.update(end for end in link.ends if isinstance(end, ClaimId))
            issues.update(end.issue for end in link.ends if isinstance(end, PositionRef))
        words: dict[Literal | Implication, Word] = {}
        for claim in (corpus.claims[end] for end in sorted(claims) if end in corpus.claims):
            source = Literal(claim.id, True)
            words[source] = _word(claim, claim.strength)
            for answer, position in answered(claim):
                # A claim says more than its answer: whoever rejects it may still give the answer for another reason.
                step = Implication(source, Literal(position, not answer.negated), Ground.ANSWER)
                strength = answer.strength if answer.strength is not None else claim.strength
                word = _word(claim, strength, questions.get(answer.issue), negated=answer.negated)
                if word.force.direction is not Direction.NEITHER:
                    words[step] = word
                    steps.setdefault(source, []).append(step)
        return cls(corpus, questions, steps, frozenset(issues), words)

    def closure(self, sources: Sequence[Literal], barred: Container[Literal] = ()) -> dict[Literal, Consequence]:
        """All that follows from some literals, those first that follow in fewer steps; not the sources themselves.

        Circles end where they began.

        Args:
            sources: What is stated.
            barred: What is ascribed to nobody, so that nothing follows from it.
        """
        came: dict[Literal, list[Implication]] = {source: [] for source in sources}
        level = list(came)
        while level:
            reached: dict[Literal, list[Implication]] = {}
            # Positions that stand in the same groups exclude the same others, and a few of them are enough to say so.
            excluding: dict[tuple[IssueId, frozenset[int]], int] = {}
            for here in level:
                weak = any(self._is_weak(step) for step in came[here])
                for step in (*self.steps.get(here, ()), *self._within_issue(here, excluding)):
                    if weak and not (step.ground is Ground.ANSWER and isinstance(here.name, ClaimId)):
                        continue
                    if step.target not in came and step.target not in barred:
                        reached.setdefault(step.target, []).append(step)
            came |= reached
            level = list(reached)
        return dict(self._consequences(came))

    def _is_factual(self, name: LinkEnd) -> bool:
        if isinstance(name, PositionRef):
            question = self.questions.get(name.issue)
            kind = question.issue.kind if question is not None else None
        else:
            claim = self.corpus.claims.get(name)
            kind = claim.kind if claim is not None else None
        return kind in (Kind.FACT, Kind.PREDICTION)

    def _is_weak(self, step: Implication) -> bool:
        """Whether what a step leads to is said so weakly that nothing but that follows: it does not lean."""
        return any(not self.words[key].force.leans_alone for key in (step, step.target) if key in self.words)

    def _consequences(self, came: Mapping[Literal, Sequence[Implication]]) -> Iterator[tuple[Literal, Consequence]]:
        """What follows, of the steps by which each was reached; what is nearer stands before what is further."""
        most: dict[Literal, Word] = {}
        factual: dict[Literal, bool] = {}
        starts: dict[Literal, frozenset[Literal]] = {}
        ways: dict[Literal, Chain | None] = {}
        in_order: dict[frozenset[Literal], tuple[Literal, ...]] = {}
        for literal, steps in came.items():
            if not steps:
                starts[literal], ways[literal] = frozenset((literal,)), None
                continue
            starts[literal] = _starts(steps, starts)
            ways[literal] = Chain(ways[steps[0].source], steps[0])
            # What a link says of a position goes before what merely follows within its issue.
            linked = [step for step in steps if step.ground not in _WITHIN] or steps
            sources = starts[literal] if len(linked) == len(steps) else _starts(linked, starts)
            if sources not in in_order:
                in_order[sources] = tuple(sorted(sources))
            chain = ways[literal] if linked[0] is steps[0] else Chain(ways[linked[0].source], linked[0])
            assert chain is not None
            factual[literal] = self._is_factual(literal.name) or any(factual.get(step.source, False) for step in linked)
            for step in linked:
                _weaken(most, step, self.words)
            yield literal, Consequence(chain, in_order[sources], most.get(literal), factual[literal])

    def _within_issue(
        self, literal: Literal, excluding: dict[tuple[IssueId, frozenset[int]], int]
    ) -> Iterator[Implication]:
        name = literal.name
        if not isinstance(name, PositionRef) or name.issue not in self.issues or name.issue not in self.questions:
            return
        question = self.questions[name.issue]
        if literal.holds:
            key = (name.issue, question.issue.groups(name.position))
            excluding[key] = excluding.get(key, 0) + 1
            if excluding[key] > _ENOUGH:
                return
        for other, holds, ground in within_issue(question, name.position, holds=literal.holds):
            yield Implication(literal, Literal(PositionRef.of(name.issue, other), holds), ground)


def within_issue(question: Question, position: PositionId, *, holds: bool) -> Iterator[tuple[PositionId, bool, Ground]]:
    """What accepting or rejecting a position does to the others of its issue, in the order of the issue."""
    opposite = question.opposite(position)
    for other in question.issue.positions:
        if holds and question.excludes(position, other.id):
            yield other.id, False, Ground.EXCLUSION
        elif not holds and other.id == opposite:
            yield other.id, True, Ground.ONLY_OTHER


def _is_of_the_issue(link: Link) -> bool:
    """Whether it says of two positions of one issue that they exclude each other: then the issue says so."""
    if not isinstance(link.source, PositionRef) or not isinstance(link.target, PositionRef):
        return False
    excluding = link.relation in (Relation.CONTRADICTS, Relation.CONTRARY_TO)
    return excluding and link.source.issue == link.target.issue


def _carried(link: Link) -> Iterator[Implication]:
    for forward, holds, therefore in _CARRIED.get(link.relation, ()):
        source, target = (link.source, link.target) if forward else (link.target, link.source)
        yield Implication(Literal(source, holds), Literal(target, therefore), Ground.LINK, link)


def _word(claim: Claim, strength: Strength | None, question: Question | None = None, *, negated: bool = False) -> Word:
    asked = question.issue.kind if question is not None else None
    return Word(force_of(Attitude.CLAIMS, strength, claim.kind, asked, negated=negated), strength)


def _weaken(most: dict[Literal, Word], step: Implication, words: Mapping[Literal | Implication, Word]) -> None:
    """What is implied takes the weakest word on any way to it."""
    literal = step.target
    before = most.get(step.source)
    if before is not None and step.source.holds is not literal.holds:
        before = before.mirrored
    for word in (before, words.get(step), words.get(literal)):
        if word is not None:
            most[literal] = most[literal].weaker(word) if literal in most else word


def _starts(steps: Sequence[Implication], known: Mapping[Literal, frozenset[Literal]]) -> frozenset[Literal]:
    first = known[steps[0].source]
    # Along a chain there is one way, and nothing to put together.
    return first if len(steps) == 1 else first.union(*(known[step.source] for step in steps[1:]))
