"""A project compared, as all views of its page need it: who stands beside whom, what is in dispute, and its addresses.

The fragments under which things stand on a page never change their meaning.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import attrs

from argmap.compare.agreement import IssueNumbers, all_issue_numbers, taken_apart
from argmap.compare.alignment import Alignment, Side
from argmap.compare.coalition import MANY, coalition_order
from argmap.compare.comparison import Comparison
from argmap.compare.disputes import Dispute, DisputedQuestion, disputed_questions, disputes, most_contested, sides_on
from argmap.compare.weight import Weights
from argmap.judge.holder import Holder, identities
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId, IssueId, PositionRef
from argmap.model.link import Link
from argmap.view.page.records import SideColour
from argmap.wording.grouped_pairs import GroupedPairs, grouped_pairs
from argmap.wording.names import ComparisonNames
from argmap.wording.relations import reason_of

_ORDER = (SideColour.ONE, SideColour.THIRD)

Subject = IssueId | Link


@attrs.frozen(kw_only=True, eq=False)
class Compared:
    """What the views share.

    Attributes:
        comparison: Of all texts.
        names: What everybody is called.
        before: Answers as they were, by holder and issue, where they changed.
        changed: The claims that changed.
    """

    comparison: Comparison
    names: ComparisonNames
    before: Mapping[tuple[Holder, IssueId], str] = attrs.field(factory=dict)
    changed: frozenset[ClaimId] = frozenset()
    _groups: dict[Subject, tuple[GroupedPairs, ...]] = attrs.field(factory=dict, init=False, repr=False)

    @property
    def corpus(self) -> Corpus:
        """The records."""
        return self.comparison.corpus

    @cached_property
    def authors(self) -> tuple[Holder, ...]:
        """Everybody who wrote a text: few by date, many so that those who agree stand together."""
        documents = self.corpus.documents
        if len(self.comparison.authors) >= MANY:
            return coalition_order(self.comparison, self.comparison.authors)
        return tuple(
            sorted(self.comparison.authors, key=lambda holder: (documents[holder.document].date or "~", holder.order))
        )

    @property
    def are_many(self) -> bool:
        """Whether there are too many to draw the reasons of each: then only their answers are drawn."""
        return len(self.authors) >= MANY

    @cached_property
    def weights(self) -> Weights:
        """How much each claim counts."""
        return Weights(self.corpus)

    @cached_property
    def numbers(self) -> Mapping[IssueId, IssueNumbers]:
        """Every issue on which an author speaks, in numbers."""
        return {one.issue: one for one in all_issue_numbers(self.comparison, self.authors) if one.holders}

    @cached_property
    def by_subject(self) -> Mapping[Subject, tuple[Alignment, ...]]:
        """The alignments of authors of different texts, by what they are about; of very many, the divisive ones."""
        return taken_apart(self.comparison, self.authors, self.numbers.values())

    @cached_property
    def is_whole(self) -> bool:
        """Whether all questions in dispute are taken apart."""
        return all(issue in self.by_subject for issue, one in self.numbers.items() if one.conflict.count)

    def disagreeing(self, subject: Subject) -> tuple[GroupedPairs, ...]:
        """The disagreements on a question, those of one kind together."""
        if subject not in self._groups:
            self._groups[subject] = grouped_pairs(self.disagreements.get(subject, ()))
        return self._groups[subject]

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """The disputes of authors, the weightiest first."""
        return disputes((one for those in self.by_subject.values() for one in those), self.comparison)

    @cached_property
    def questions(self) -> tuple[DisputedQuestion, ...]:
        """The questions in dispute that disputes are about first of all, the weightiest first."""
        return disputed_questions(self.disputes, self.corpus)

    @cached_property
    def disagreements(self) -> Mapping[Subject, tuple[Alignment, ...]]:
        """The disagreements that are part of a dispute, by subject: those of a question, then what is beside it."""
        found: dict[Subject, list[Alignment]] = {}
        for question in self.questions:
            for subject in (question.subject, *question.beside):
                found.setdefault(subject, [])
        for dispute in self.disputes:
            for one in dispute.questions:
                found.setdefault(one.subject, []).append(one)
        return {subject: tuple(those) for subject, those in found.items()}

    @cached_property
    def sides(self) -> Mapping[Subject, tuple[tuple[Side, ...], ...]]:
        """Who stands on which side of each question in dispute."""
        return {subject: sides_on(subject, self.disputes, self.corpus) for subject in self.disagreements}

    @cached_property
    def contested(self) -> tuple[Holder, ...]:
        """Everybody in dispute, the most contested first, each behind the other texts of one author."""
        return most_contested(self.disputes)

    def colours(self, subject: Subject) -> Mapping[Holder, SideColour]:
        """The colour of everybody on a side of a question.

        The most contested author has one colour in every question, and the side against it the other.
        """
        sides = self.sides.get(subject, ())
        if not sides:
            return {}
        place = {holder: number for number, holder in enumerate(self.contested)}
        same = self._same_author
        if self.contested:
            first = same[self.contested[0]]
            place = {holder: -1 if same[holder] == first else number for holder, number in place.items()}
        anchor = min(sides, key=lambda group: min(place.get(side.holder, len(place)) for side in group))
        left = [group for group in sides if group is not anchor]
        found = {side.holder: SideColour.OTHER for side in anchor}
        for number, group in enumerate(left):
            colour = _ORDER[number] if number < len(_ORDER) else SideColour.FURTHER
            found |= {side.holder: colour for side in group if side.holder not in found}
        return found

    @cached_property
    def _same_author(self) -> Mapping[Holder, tuple[str, ...]]:
        return {holder: tuple(sorted(identities(holder, self.corpus))) for holder in self.comparison.holders}

    def parties(self, holders: tuple[Holder, ...]) -> tuple[str, ...]:
        """The author, or authors, behind some texts, as one key each."""
        return tuple(sorted({" ".join(self._same_author[holder]) or holder.document for holder in holders}))

    def target(self, subject: Subject) -> str:
        """Where a question is told; linked statements that nobody disputes are told by the first of them."""
        if isinstance(subject, Link) and subject not in self.disagreements:
            source = subject.source
            return of_subject(source.issue) if isinstance(source, PositionRef) else of_claim(source)
        return of_subject(subject)

    def question(self, subject: Subject) -> str:
        """A question in words; of linked statements, why they are linked."""
        if isinstance(subject, Link):
            return reason_of(subject) or "Two linked statements"
        return self.names.question(subject)

    def short(self, subject: Subject) -> str:
        """The same, as short as its file has it."""
        return self.question(subject) if isinstance(subject, Link) else self.corpus.issues[subject].short


def of_subject(subject: IssueId | Link) -> str:
    """A question, or two linked statements."""
    return f"l/{subject.source}+{subject.target}" if isinstance(subject, Link) else f"i/{subject}"


def of_document(document: DocumentId) -> str:
    """A text."""
    return f"d/{document}"


def of_claim(claim: ClaimId) -> str:
    """A claim, where its text has it."""
    return f"c/{claim}"
