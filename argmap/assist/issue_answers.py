"""Who answers a question and how: gathered for one issue at a time, and for one state of a project once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import is_
from typing import NamedTuple
from weakref import WeakKeyDictionary

from argmap.check.links_left_out import without
from argmap.compare.alignment import Alignment, align
from argmap.compare.stance import Acceptance, Stance
from argmap.compare.stances_on_issue import StancesByIssue
from argmap.judge.concessions import conceded
from argmap.judge.holder import Holder, label_of, was_looked_for
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId, DocumentId, IssueId, PositionId
from argmap.project.open_project import ProjectState
from argmap.source.text import SourceText
from argmap.wording.names import unique_names
from argmap.wording.stance_sentences import stances_to_tell


class GivenAnswer(NamedTuple):
    """An answer that somebody gives to an issue.

    Attributes:
        name: What to call the holder, beside all others who answer it.
    """

    name: str
    stance: Stance


class AnswerGroup(NamedTuple):
    """All who do the same with a position, sorted by their documents."""

    position: PositionId
    acceptance: Acceptance
    given: tuple[GivenAnswer, ...]


class IssueAnswers:
    """What a project as it stands says on its issues."""

    def __init__(self, state: ProjectState) -> None:
        corpus = state.loaded.corpus
        left_out = state.loaded.links_left_out
        # No value here may hold the state, under which this is kept.
        texts = {name: file.source for name, file in state.files.items()}
        self._stances = StancesByIssue(
            without(corpus, left_out) if left_out else corpus,
            lambda document, corpus: _granted(document, corpus, texts.get(document.file)),
        )
        self._groups: dict[IssueId, tuple[AnswerGroup, ...]] = {}
        self._aligned: dict[tuple[IssueId, Holder, Holder], Alignment | None] = {}

    @classmethod
    def of(cls, state: ProjectState) -> IssueAnswers:
        """Those of a state, kept as long as it is."""
        found = _of_states.get(state)
        if found is None:
            found = _of_states[state] = cls(state)
        return found

    @property
    def answering(self) -> Mapping[IssueId, Sequence[ClaimId]]:
        """The claims that answer each issue, or show how somebody does, in the order of the files."""
        return self._stances.answering

    def groups(self, issue: IssueId) -> tuple[AnswerGroup, ...]:
        """Who gives which answer, in the order of the positions: those who accept one before those who reject it."""
        if issue not in self._groups:
            self._groups[issue] = tuple(self._grouped(issue))
        return self._groups[issue]

    def _grouped(self, issue: IssueId) -> Iterator[AnswerGroup]:
        stances = self._stances.on(issue)
        profiles = stances.by_issue.get(issue, {})
        names = holder_names(list(profiles), self._stances.corpus)
        found: dict[tuple[PositionId, Acceptance], list[GivenAnswer]] = {}
        for holder, profile in profiles.items():
            for stance in stances_to_tell(profile):
                given = GivenAnswer(names[holder], stance)
                found.setdefault((stance.position, stance.acceptance), []).append(given)
        order = {position.id: place for place, position in enumerate(stances.corpus.issues[issue].positions)}
        for key in sorted(found, key=lambda key: (order.get(key[0], len(order)), list(Acceptance).index(key[1]))):
            yield AnswerGroup(*key, tuple(found[key]))

    def holder_of(self, claim: Claim, issue: IssueId) -> Holder | None:
        """Whose answer to an issue a claim shows: its author's, if it shows that; None where it shows nobody's."""
        profiles = self._stances.on(issue).by_issue.get(issue, {})
        holders = [
            holder
            for holder, profile in profiles.items()
            if any(claim.id in stance.claims and not stance.implied for stance in profile.stances)
        ]
        return min(holders, key=lambda holder: holder.order, default=None)

    def between(self, one: Holder, other: Holder, issue: IssueId) -> Alignment | None:
        """How two holders stand to each other on an issue; None where both are silent."""
        key = (issue, one, other)
        if key not in self._aligned:
            stances = self._stances.on(issue)
            mine, yours = stances.profile(one, issue), stances.profile(other, issue)
            self._aligned[key] = align(mine, yours, stances.questions[issue], stances.held)
        return self._aligned[key]

    def looked_for(self, issue: IssueId) -> tuple[str, ...]:
        """What to call the authors whose answer was looked for, and is not there."""
        corpus, speaking = self._stances.corpus, self._stances.on(issue).by_issue.get(issue, {})
        authors = [author for author in map(Holder, corpus.documents) if author not in speaking]
        sought = [author for author in authors if was_looked_for(author, issue, corpus)]
        names = holder_names(sought, corpus)
        return tuple(names[author] for author in sought)

    def others(self, holder: Holder, issue: IssueId) -> Sequence[Holder]:
        """All others who answer an issue."""
        return [other for other in self._stances.on(issue).by_issue.get(issue, {}) if other != holder]


def holder_names(holders: Sequence[Holder], corpus: Corpus) -> Mapping[Holder, str]:
    """What to call some holders so that no two of them have the same name."""
    everybody = {author: None for holder in holders for author in (Holder(holder.document), holder)}
    in_order = sorted(everybody, key=lambda holder: holder.order)
    return unique_names({holder: label_of(holder, corpus) for holder in in_order})


_Known = dict[DocumentId, tuple[ClaimId | None, tuple[Claim, ...], frozenset[ClaimId]]]
_of_states: WeakKeyDictionary[ProjectState, IssueAnswers] = WeakKeyDictionary()
_of_texts: WeakKeyDictionary[SourceText, _Known] = WeakKeyDictionary()


def _granted(document: Document, corpus: Corpus, text: SourceText | None) -> frozenset[ClaimId]:
    """What a document only grants, found again only where its records are others."""
    claims = tuple(corpus.claims_of(document.id))
    known = _of_texts.setdefault(text, {}) if text is not None else {}
    before = known.get(document.id)
    same = before is not None and before[0] == document.thesis and len(before[1]) == len(claims)
    if before is not None and same and all(map(is_, before[1], claims)):
        return before[2]
    found = conceded(document, corpus)
    known[document.id] = (document.thesis, claims, found)
    return found
