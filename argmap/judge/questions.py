"""Issues with all that the analyst declares about their answers, made ready for judging."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.judge.holders import Question
from argmap.language.words import Relation
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, IssueId, PositionId, PositionRef


def questions_of(corpus: Corpus) -> Mapping[IssueId, Question]:
    """Every issue with the links that bear on it.

    A link that says of two positions of one issue that they exclude each other, or that just one of them is right, says
    it of the issue.
    """
    tensions: dict[IssueId, set[frozenset[str]]] = {}
    exclusive: dict[IssueId, set[frozenset[PositionId]]] = {}
    exhaustive: dict[IssueId, set[frozenset[PositionId]]] = {}
    supersedes: set[frozenset[ClaimId]] = set()
    for link in corpus.links:
        source, target = link.source, link.target
        if isinstance(source, ClaimId) and isinstance(target, ClaimId):
            if link.relation is Relation.SUPERSEDES:
                supersedes.add(frozenset((source, target)))
            continue
        if not (isinstance(source, PositionRef) and isinstance(target, PositionRef)) or source.issue != target.issue:
            continue
        pair = frozenset((source.position, target.position))
        if link.relation is Relation.IN_TENSION_WITH:
            tensions.setdefault(source.issue, set()).add(frozenset(pair))
        elif link.relation in (Relation.CONTRARY_TO, Relation.CONTRADICTS) and len(pair) == 2:
            exclusive.setdefault(source.issue, set()).add(pair)
            if link.relation is Relation.CONTRADICTS:
                exhaustive.setdefault(source.issue, set()).add(pair)
    return {
        name: Question.of(
            issue,
            tensions=frozenset(tensions.get(name, ())),
            exclusive=frozenset(exclusive.get(name, ())),
            exhaustive=frozenset(exhaustive.get(name, ())),
            supersedes=frozenset(supersedes),
        )
        for name, issue in corpus.issues.items()
    }
