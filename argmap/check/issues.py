"""Rules about issues, and those who hold a stance on them."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.language.words import Kind
from argmap.model.claim import Answer, Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ActorId, DocumentId, IssueId, PositionId
from argmap.model.issue import Issue
from argmap.source.finding import Finding, Related


def issues(corpus: Corpus, *, upgradable: bool = False) -> Iterator[Finding]:
    """All findings of this family.

    Args:
        corpus: All records.
        upgradable: Whether the files have settings that could say in which version of the language they are written.
    """
    if upgradable:
        yield from _read_as_before(corpus)
    yield from _issues_without_documents(corpus)
    yield from _actors_without_claims(corpus)
    for claim in corpus.claims.values():
        if len(claim.answers) > 1:
            yield from _answers_at_odds(claim, corpus)
        if claim.until and claim.kind is not Kind.PREDICTION:
            yield _until_without_prediction(claim)


def _read_as_before(corpus: Corpus) -> Iterator[Finding]:
    """One note for all issues that are read as in the first version of the language."""
    those = [issue for issue in corpus.issues.values() if issue.is_exhaustive_by_name]
    if those:
        more = f", and {len(those) - 1} more like it" if len(those) > 1 else ""
        yield Finding(
            code="A713",
            message="one of `yes` and `no` is read as right, as in the first version of the language",
            place=those[0].origin,
            label=f"this issue has just these positions{more}",
            help="run `argmap fmt --upgrade`: it writes `exhaustive: yes, no` where that is meant, and `language = 2` "
            "into the settings",
        )


def _issues_without_documents(corpus: Corpus) -> Iterator[Finding]:
    by_issue: dict[IssueId, dict[DocumentId, Answer]] = {issue: {} for issue in corpus.issues}
    for claim in corpus.claims.values():
        for answer in claim.answers:
            by_issue[answer.issue].setdefault(claim.document, answer)
    for issue, answers in by_issue.items():
        if issue in corpus.doubtful:
            continue
        if not answers:
            yield Finding(
                code="A301",
                message=f"nobody answers the issue `{issue}`",
                place=corpus.issues[issue].origin,
                help=f"add `answers {issue}: POSITION` under a claim that takes a side, or drop the issue",
            )
        elif len(answers) == 1 and len(corpus.documents) > 1:
            document, answer = next(iter(answers.items()))
            yield Finding(
                code="A302",
                message=f"only `{document}` answers the issue `{issue}`",
                place=corpus.issues[issue].origin,
                label="nothing to compare",
                related=(Related(answer.origin, "the only answer"),),
                help="look for an answer in the other documents",
            )


def _actors_without_claims(corpus: Corpus) -> Iterator[Finding]:
    used: set[str] = set()
    for document in corpus.documents.values():
        used.update(document.authors)
    for claim in corpus.claims.values():
        for group in claim.voices:
            for holder in group:
                used.update((holder, f"{claim.document}.{holder}"))
        for answer in claim.answers:
            if answer.holder is not None:
                used.update((answer.holder, f"{claim.document}.{answer.holder}"))
    named = used | corpus.doubtful
    for key, actor in corpus.actors.items():
        if actor.speaks_for and key in named:
            used.update((actor.speaks_for, f"{actor.document}.{actor.speaks_for}"))
    for key, actor in corpus.actors.items():
        if key not in used and key not in corpus.doubtful:
            yield Finding(
                code="A303",
                message=f"no claim is ascribed to the actor `{actor.id}`",
                place=actor.origin,
                help=f"name it after `from`, as in `reports some-claim from {actor.id}: TEXT`, or drop it",
            )


def _until_without_prediction(claim: Claim) -> Finding:
    kind = "of no declared kind" if claim.kind is None else f"of `kind: {claim.kind}`"
    return Finding(
        code="A715",
        message=f"{claim.called} has an `until` and is {kind}",
        place=claim.origin,
        label=f"until {claim.until}: a date by which a prediction will be known",
        help="write `kind: prediction` if it foretells something; the time of a fact is `as-of: START..END`",
    )


def _answers_at_odds(claim: Claim, corpus: Corpus) -> Iterator[Finding]:
    given: dict[tuple[IssueId, ActorId | None], _Given] = {}
    for answer in claim.answers:
        key = (answer.issue, answer.holder)
        if key not in given:
            given[key] = _Given(corpus.issues[answer.issue])
        before = given[key].first_at_odds(answer)
        given[key].add(answer)
        if before is None:
            continue
        same = before.position == answer.position
        if same and before.negated == answer.negated:
            yield _given_twice(claim, before, answer)
            continue
        yield Finding(
            code="A304",
            message=f"{claim.called} answers `{answer.issue}` in two ways",
            place=answer.origin,
            label=f"it both takes and excludes `{answer.position}`"
            if same
            else f"`{before.position}` and `{answer.position}` exclude each other",
            related=(Related(before.origin, "the other answer"),),
            help="keep the answer that the text gives; where the document takes two sides, those are two claims",
        )


class _Given:
    """The answers that a claim has given to one issue so far, for one holder."""

    def __init__(self, issue: Issue) -> None:
        self._issue = issue
        self._count = 0
        self._first: dict[PositionId, tuple[int, Answer]] = {}
        self._taken: set[PositionId] = set()
        self._accepted: list[tuple[int, Answer]] = []
        # Positions in the same groups can stand with the same others: how many, in a row, have been found to.
        self._together: dict[frozenset[int], int] = {}

    def add(self, answer: Answer) -> None:
        """Take a further answer."""
        item = (self._count, answer)
        self._count += 1
        self._first.setdefault(answer.position, item)
        if not answer.negated and answer.position not in self._taken:
            self._taken.add(answer.position)
            self._accepted.append(item)

    def first_at_odds(self, answer: Answer) -> Answer | None:
        """The first of them that is about the same position, or cannot stand beside a further one."""
        found = [self._first.get(answer.position), None if answer.negated else self._excluded(answer.position)]
        return min((item for item in found if item is not None), default=(0, None), key=lambda item: item[0])[1]

    def _excluded(self, position: PositionId) -> tuple[int, Answer] | None:
        groups = self._issue.groups(position)
        place = self._together.get(groups, 0)
        while place < len(self._accepted) and not self._issue.excludes(self._accepted[place][1].position, position):
            place += 1
        if groups:
            self._together[groups] = place
        return self._accepted[place] if place < len(self._accepted) else None


def _given_twice(claim: Claim, before: Answer, answer: Answer) -> Finding:
    return Finding(
        code="A304",
        message=f"{claim.called} gives one answer to `{answer.issue}` twice",
        place=answer.origin,
        label="here again",
        related=(Related(before.origin, "first here"),),
        help="keep one of the two",
    )
