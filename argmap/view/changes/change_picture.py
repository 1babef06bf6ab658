"""The picture of a difference: tables on top, then a panel of cards for each document, what matters most first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from argmap.diff.change import Change, DocumentChange, FieldChange, SupportChange
from argmap.diff.difference import Difference
from argmap.diff.kinds import ThesisChanged
from argmap.diff.significance import Judged, Significance
from argmap.judge.holder import Holder
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId, DocumentId
from argmap.model.inference import StepRole
from argmap.view.changes.change_tables import tables_of
from argmap.view.changes.change_tree import BothVersions, ChangeBranch, in_columns, tree_of_changes
from argmap.view.changes.claim_changes import BADGES, TAGS, ClaimChanges, badge_of, claim_changes, claims_of_change
from argmap.view.changes.step_changes import changed_steps
from argmap.view.outline import Fate, plain
from argmap.view.picture import CardRole, clean
from argmap.view.tables_and_trees import Badge, ChangeCard, ChangeNode, ChangePicture, DocumentPanel
from argmap.wording.changes import ChangeSentences
from argmap.wording.claim_cards import words_of
from argmap.wording.claim_sentences import sentence_of, step_sentence
from argmap.wording.english import counted, listed
from argmap.wording.text_changes import runs

CARDS = 36
"""About how many cards a reader can take in at once."""
_TOLD = 12
"""How many changes the text for those who do not see the picture tells."""

_Cards = Mapping[DocumentId, tuple[ChangeNode, ...]]


def changes_of(difference: Difference, changes: Sequence[Judged], saying: ChangeSentences) -> ChangePicture:
    """The picture of some changes, of which there may be none."""
    maker = _PictureMaker(difference, tuple(changes), saying)
    cards, left = maker.cards()
    return ChangePicture(
        title=saying.title,
        subtitle=saying.subtitle,
        description=maker.description(),
        tables=tuple(tables_of(changes, difference, saying)),
        panels=tuple(maker.panels(cards)),
        closing=f"Not drawn for want of room: {counted(left, 'more change')}." if left else "",
    )


@attrs.define(slots=False)
class _PictureMaker:
    """One picture being made."""

    difference: Difference
    changes: tuple[Judged, ...]
    saying: ChangeSentences

    @cached_property
    def _claim_changes(self) -> Mapping[ClaimId, ClaimChanges]:
        return claim_changes(self.changes, self.difference)

    @cached_property
    def _makers(self) -> dict[DocumentId, _CardMaker]:
        return {}

    def cards(self) -> tuple[_Cards, int]:
        """The cards of as many changes as there is room for, and how many changes that leaves out.

        What matters most is drawn first, and what somebody edited before what follows from it.
        """
        drawable = [judged for judged in self.changes if self._claims(judged)]
        drawable.sort(key=lambda judged: (judged.significance.rank, not judged.change.direct))
        # How many cards there are grows with the changes: the most that fit are found by doubling, then by halving.
        fitting, beyond = 1, 2
        while beyond <= len(drawable) and self._fits(drawable[:beyond]):
            fitting, beyond = beyond, 2 * beyond
        beyond = min(beyond, len(drawable) + 1)
        while beyond - fitting > 1:
            middle = (fitting + beyond) // 2
            fitting, beyond = (middle, beyond) if self._fits(drawable[:middle]) else (fitting, middle)
        found = self._drawn(drawable[:fitting])
        shown = {node.card.id for nodes in found.values() for node in nodes}
        left = [judged for judged in drawable[fitting:] if shown.isdisjoint(self._claims(judged))]
        return found, len(left)

    def _fits(self, changes: Iterable[Judged]) -> bool:
        return sum(map(len, self._drawn(changes).values())) <= CARDS

    def _claims(self, judged: Judged) -> tuple[ClaimId, ...]:
        """The claims with whose cards a change is drawn."""
        change = judged.change
        return change.premises if isinstance(change, SupportChange) else claims_of_change(change, self.difference)

    def _drawn(self, changes: Iterable[Judged]) -> _Cards:
        support: dict[DocumentId, list[Judged]] = {}
        claims: dict[DocumentId, list[ClaimId]] = {}
        for judged in changes:
            change = judged.change
            if isinstance(change, SupportChange):
                support.setdefault(self._home(change.conclusion), []).append(judged)
            else:
                for claim in claims_of_change(change, self.difference):
                    claims.setdefault(self._home(claim), []).append(claim)
        documents = dict.fromkeys((*support, *claims))
        return {each: self._trees(each, support.get(each, ()), claims.get(each, ())) for each in documents}

    def _trees(
        self, document: DocumentId, support: Iterable[Judged], claims: Iterable[ClaimId]
    ) -> tuple[ChangeNode, ...]:
        if document not in self._makers:
            versions = BothVersions.of(document, self.difference.old, self.difference.new)
            self._makers[document] = _CardMaker(self.difference, versions, self._claim_changes, self.saying)
        maker = self._makers[document]
        return in_columns(maker.nodes(tree_of_changes(maker.versions, changed_steps(support), claims)))

    def _home(self, claim: ClaimId) -> DocumentId:
        new, old = self.difference.new.claims, self.difference.old.claims
        return (new.get(claim) or old[claim]).document

    def panels(self, cards: _Cards) -> Iterator[DocumentPanel]:
        """A panel for each document, that with the gravest change first."""
        gravest: dict[DocumentId, int] = {}
        badges: dict[DocumentId, list[Badge]] = {}
        for judged in self.changes:
            for document in self.saying.documents(judged.change)[:1]:
                gravest[document] = min(gravest.get(document, len(Significance)), judged.significance.rank)
                # That the thesis is another one is told by the cards of both.
                if _is_of_document(judged.change):
                    badges.setdefault(document, []).append(badge_of(judged))
        order = [*self.difference.new.documents, *self.difference.old.documents]
        for document in sorted(cards, key=lambda each: (gravest.get(each, len(Significance)), order.index(each))):
            if cards[document]:
                yield DocumentPanel(
                    id=f"document/{document}",
                    title=self.saying.holder(Holder(document)),
                    badges=tuple(badges.get(document, ())),
                    notes=tuple(self._about(document)),
                    nodes=cards[document],
                )

    def _about(self, document: DocumentId) -> Iterator[str]:
        """The title, and how much came or went with a document that did."""
        old, new = (corpus.documents.get(document) for corpus in (self.difference.old, self.difference.new))
        record = new or old
        if record is not None:
            yield record.title
            if old is None or new is None:
                yield f"{counted(len(record.claims), 'claim')}, all {'new' if old is None else 'gone'}"

    def description(self) -> str:
        """The picture for those who do not see it."""
        ranked = sorted(self.changes, key=lambda judged: judged.significance.rank)
        told = [f"{self.saying.sentence(judged.change)}." for judged in ranked[:_TOLD]]
        more = len(ranked) - len(told)
        rest = f" And {counted(more, 'other change')}." if more > 0 else ""
        return f"{self.saying.title}. {' '.join(self.saying.subtitle)} {' '.join(told)}{rest}"


def _is_of_document(change: Change) -> bool:
    """Whether the heading of a document says it."""
    if isinstance(change, FieldChange):
        return isinstance(change.record, Document)
    return isinstance(change, DocumentChange) and not isinstance(change, ThesisChanged)


@attrs.frozen
class _CardMaker:
    """All that it takes to make the cards of one document.

    Attributes:
        marks: By claim, what its card says of its changes.
    """

    difference: Difference
    versions: BothVersions
    marks: Mapping[ClaimId, ClaimChanges]
    saying: ChangeSentences

    def nodes(self, branches: Collection[ChangeBranch]) -> Iterator[ChangeNode]:
        """The branches as nodes, all in the first column."""
        near = {branch.parent for branch in branches if branch.premise is not None or self._is_changed(branch.claim)}
        below: dict[str, set[ClaimId]] = {}
        for branch in branches:
            below.setdefault(branch.parent, set()).add(branch.claim)
        for branch in branches:
            if branch.again:
                card = self._stub(branch)
            else:
                card = self._card(branch, below.get(branch.id, set()), near=branch.id in near)
            yield self._node(branch, card)

    def _is_changed(self, claim: ClaimId) -> bool:
        return claim in self.marks or self.fate(claim) is not Fate.SAME

    def fate(self, claim: ClaimId) -> Fate:
        """Whether a claim came or went, or is marked as changed."""
        if claim not in self.difference.new.claims:
            return Fate.GONE
        if claim not in self.difference.old.claims:
            return Fate.NEW
        return Fate.CHANGED if claim in self.marks and self.marks[claim].badges else Fate.SAME

    def _record(self, claim: ClaimId) -> tuple[Claim, Corpus]:
        """A claim as it is; as it was where it is gone."""
        corpus = self.difference.new if claim in self.difference.new.claims else self.difference.old
        return corpus.claims[claim], corpus

    def _card(self, branch: ChangeBranch, below: set[ClaimId], *, near: bool) -> ChangeCard:
        claim, corpus = self._record(branch.claim)
        marks = self.marks.get(claim.id, ClaimChanges())
        fate = self.fate(claim.id)
        # A claim that came or went with its step is told by the step, and is new or gone all the same.
        told = {badge.text for badge in marks.badges}
        came_or_went = [badge for badge in (BADGES.get(fate),) if badge is not None and badge.text not in told]
        said = [f"{self.saying.sentence(judged.change)}." for judged in marks.sentences]
        document = corpus.documents[claim.document]
        before, now = runs(clean(marks.before), clean(claim.text)) if marks.before else ((), plain(claim.text))
        role = CardRole.THESIS if document.thesis == claim.id else CardRole.CLAIM
        uses = () if branch.role is StepRole.BECAUSE else (branch.role,)
        words = words_of(claim, corpus, role, uses)
        return ChangeCard(
            id=branch.id,
            fate=fate,
            near=near or fate is not Fate.SAME or branch.premise is not None,
            badges=(*came_or_went, *marks.badges),
            words=(claim.name, *words) if claim.named else words,
            before=before,
            text=now,
            notes=(*marks.notes, *self._folded(claim, below, fate)),
            sentence=" ".join((*said, sentence_of(claim, corpus))),
        )

    def _folded(self, claim: Claim, below: set[ClaimId], fate: Fate) -> Iterator[str]:
        """How many steps below a claim are not drawn."""
        graph = next(graph for graph in self.versions.graphs if claim.id in graph.steps)
        hidden = [step for step in graph.steps[claim.id] if below.isdisjoint(step.mentions())]
        reasons = sum(step.role is StepRole.BECAUSE for step in hidden)
        others = len(hidden) - reasons
        more = "more " if below else ""
        counts = [counted(reasons, f"{more}reason")] if reasons else []
        counts += [counted(others, "other step" if reasons else f"{more}step")] if others else []
        if counts:
            said = listed(counts)
            yield f"▸ with {said}" if fate in TAGS else f"▸ {said}, unchanged"

    def _stub(self, branch: ChangeBranch) -> ChangeCard:
        claim, corpus = self._record(branch.claim)
        here = claim.id in self.versions.order
        fate = self.fate(claim.id)
        return ChangeCard(
            id=branch.id,
            fate=fate if fate in TAGS else Fate.SAME,
            badges=(BADGES[fate],) if fate in BADGES else (),
            words=(claim.name if here else claim.id,) if claim.named else (),
            text=plain(claim.text),
            notes=("▸ its card stands elsewhere here",) if here else (f"▸ of {claim.document}",),
            sentence=sentence_of(claim, corpus),
        )

    def _node(self, branch: ChangeBranch, card: ChangeCard) -> ChangeNode:
        """The card where it stands, joined to what it leads to."""
        if not branch.parent:
            return ChangeNode(card=card, role=branch.role)
        changed, tag = branch.premise, TAGS.get(self.fate(branch.claim))
        if changed is not None and changed.change is not None:
            tag, joining = changed.tag, f"{self.saying.sentence(changed.change)}."
        else:
            premise, corpus = self._record(branch.claim)
            joining = step_sentence((premise,), branch.role, self._record(ClaimId(branch.parent))[0], corpus)
        return ChangeNode(
            card=card, parent=branch.parent, role=branch.role, joint=branch.joint, tag=tag, joining=joining
        )
