"""From the branches of a grove to cards on a sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import attrs

from argmap.diff.difference import Difference
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole
from argmap.view.amounts import plural
from argmap.view.cards import Standing, words_of
from argmap.view.changes.grove import Branch, Ground
from argmap.view.changes.labels import CAME, TAGS, WENT
from argmap.view.changes.marks import Marks
from argmap.view.changes.saying import Saying
from argmap.view.changes.sheet import ChangeCard, Fate, Twig, Words, plain
from argmap.view.cleaning import clean
from argmap.view.picture import CardRole
from argmap.view.sentences import sentence_of, step_sentence

_FATES = {(True, False): Fate.GONE, (False, True): Fate.NEW}
_BADGES = {Fate.NEW: CAME, Fate.GONE: WENT}


@attrs.frozen
class Studio:
    """All that it takes to make the cards of one document.

    Attributes:
        marks: By claim, what its card says of its changes.
    """

    difference: Difference
    ground: Ground
    marks: Mapping[ClaimId, Marks]
    saying: Saying

    def twigs(self, branches: Collection[Branch]) -> Iterator[Twig]:
        """The branches as twigs, all in the first column."""
        near = {branch.parent for branch in branches if branch.strand is not None or self._is_changed(branch.claim)}
        below: dict[str, set[ClaimId]] = {}
        for branch in branches:
            below.setdefault(branch.parent, set()).add(branch.claim)
        for branch in branches:
            if branch.again:
                card = self._stub(branch)
            else:
                card = self._card(branch, below.get(branch.id, set()), near=branch.id in near)
            yield self._twig(branch, card)

    def _is_changed(self, claim: ClaimId) -> bool:
        return claim in self.marks or self.fate(claim) is not Fate.SAME

    def fate(self, claim: ClaimId) -> Fate:
        """Whether a claim came or went, or is marked as changed."""
        there = (claim in self.difference.old.claims, claim in self.difference.new.claims)
        return _FATES.get(there, Fate.CHANGED if claim in self.marks and self.marks[claim].badges else Fate.SAME)

    def _record(self, claim: ClaimId) -> tuple[Claim, Corpus]:
        """A claim as it is; as it was where it is gone."""
        corpus = self.difference.new if claim in self.difference.new.claims else self.difference.old
        return corpus.claims[claim], corpus

    def _card(self, branch: Branch, below: set[ClaimId], *, near: bool) -> ChangeCard:
        claim, corpus = self._record(branch.claim)
        marks = self.marks.get(claim.id, Marks())
        fate = self.fate(claim.id)
        badges = marks.badges
        # A claim that came or went with its step is told by the step, and is new or gone all the same.
        came_or_went = _BADGES.get(fate)
        if came_or_went is not None and came_or_went.text not in {badge.text for badge in badges}:
            badges = (came_or_went, *badges)
        said = [f"{self.saying.sentence(judged.change)}." for judged in marks.sentences]
        document = corpus.documents[claim.document]
        before, now = self._texts(marks.before, claim.text)
        role = CardRole.THESIS if document.thesis == claim.id else CardRole.CLAIM
        standing = Standing(id=branch.id, role=role, uses=() if branch.role is StepRole.BECAUSE else (branch.role,))
        return ChangeCard(
            id=branch.id,
            fate=fate,
            near=near or fate is not Fate.SAME or branch.strand is not None,
            badges=badges,
            words=((claim.name,) if claim.named else ()) + words_of(claim, corpus, standing),
            before=before,
            text=now,
            notes=(*marks.notes, *self._folded(claim, below, fate)),
            sentence=" ".join((*said, sentence_of(claim, corpus))),
        )

    def _texts(self, before: str, now: str) -> tuple[Words, Words]:
        """What a claim said, if it was something else, and what it says."""
        return self.saying.wording(clean(before), clean(now)) if before else ((), plain(now))

    def _folded(self, claim: Claim, below: set[ClaimId], fate: Fate) -> Iterator[str]:
        """How many steps below a claim are not drawn."""
        graph = next(graph for graph in self.ground.graphs if claim.id in graph.ties)
        hidden = [tie for tie in graph.ties[claim.id] if below.isdisjoint(tie.mentions())]
        reasons = sum(tie.role is StepRole.BECAUSE for tie in hidden)
        others = len(hidden) - reasons
        more = "more " if below else ""
        counts = [plural(reasons, f"{more}reason")] if reasons else []
        counts += [plural(others, "other step" if reasons else f"{more}step")] if others else []
        if counts:
            said = " and ".join(counts)
            yield f"▸ with {said}" if fate in TAGS else f"▸ {said}, unchanged"

    def _stub(self, branch: Branch) -> ChangeCard:
        claim, corpus = self._record(branch.claim)
        here = claim.id in self.ground.order
        fate = self.fate(claim.id)
        return ChangeCard(
            id=branch.id,
            fate=fate if fate in TAGS else Fate.SAME,
            badges=(_BADGES[fate],) if fate in TAGS else (),
            words=(claim.name if here else claim.id,) if claim.named else (),
            text=plain(claim.text),
            notes=("▸ its card stands elsewhere here",) if here else (f"▸ of {claim.document}",),
            sentence=sentence_of(claim, corpus),
        )

    def _twig(self, branch: Branch, card: ChangeCard) -> Twig:
        strand = branch.strand
        tag = TAGS.get(self.fate(branch.claim)) if branch.parent else None
        joining = ""
        if branch.parent:
            premise, corpus = self._record(branch.claim)
            conclusion, _ = self._record(ClaimId(branch.parent))
            joining = step_sentence((premise,), branch.role, conclusion, corpus)
            if strand is not None and strand.change is not None:
                joining = f"{self.saying.sentence(strand.change)}."
        return Twig(
            card=card,
            parent=branch.parent,
            role=branch.role,
            joint=branch.joint,
            tag=strand.tag if strand is not None else tag,
            joining=joining,
        )
