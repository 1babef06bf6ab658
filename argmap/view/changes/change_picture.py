"""The picture of a difference: each changed claim as it was and as it is, under what it leads to, and what follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from argmap.diff.causes import followers_of
from argmap.diff.change import AlignmentChange, Change, StanceChange, SupportChange
from argmap.diff.difference import Difference
from argmap.diff.significance import Judged
from argmap.judge.holder import Holder
from argmap.language.words import Attitude
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId
from argmap.model.inference import StepRole
from argmap.view.changes.claim_changes import BADGES, ClaimChanges, badge_of, claim_changes, claims_of_change
from argmap.view.changes.step_changes import ChangedPremise, ChangedStep, changed_steps
from argmap.view.claim_rows import asserted, attitude_notes, shown_text
from argmap.view.graph import Graph, Use, graph_of
from argmap.view.outline import Badge, Effect, Fate, Form, Note, Outline, Row, Stress, plain
from argmap.view.picture import clean
from argmap.wording.changes import ChangeSentences
from argmap.wording.claim_sentences import sentence_of, step_sentence
from argmap.wording.english import counted
from argmap.wording.relations import connective
from argmap.wording.text_changes import runs

CHANGES = 40
"""How many changes that somebody made are drawn, what matters most first."""
_FOLLOWING = 6
"""How many things that follow from changes stand below one card."""
_TOLD = 12
"""How many changes the text for those who do not see the picture tells."""
_SHARED = "Shared by all documents"


def changes_of(difference: Difference, changes: Sequence[Judged], saying: ChangeSentences) -> Outline:
    """The picture of some changes, of which there may be none."""
    maker = _PictureMaker(difference, tuple(changes), saying)
    rows = tuple(maker.rows())
    left = len(maker.made) - len(maker.shown)
    return Outline(
        title=saying.title,
        subtitle=saying.subtitle,
        description=maker.description(),
        rows=rows,
        closing=(f"Not drawn for want of room: {counted(left, 'more change')}.",) if left else (),
    )


@attrs.define(slots=False)
class _PictureMaker:
    """One picture being made."""

    difference: Difference
    changes: tuple[Judged, ...]
    saying: ChangeSentences

    @cached_property
    def _followers(self) -> Mapping[int, Sequence[int]]:
        return followers_of(self.changes)

    @cached_property
    def made(self) -> tuple[int, ...]:
        """The changes that follow from no other, what matters most first."""
        following = {number for numbers in self._followers.values() for number in numbers}
        found = [number for number in range(len(self.changes)) if number not in following]
        return tuple(sorted(found, key=self._weight))

    def _weight(self, number: int) -> tuple[int, int]:
        """The gravest of a change and of what follows from it, then its own."""
        own = self.changes[number].significance.rank
        return min([own, *(self._weight(each)[0] for each in self._followers.get(number, ()))]), own

    @property
    def shown(self) -> tuple[int, ...]:
        """Those that are drawn."""
        return self.made[:CHANGES]

    @cached_property
    def _marks(self) -> Mapping[ClaimId, ClaimChanges]:
        return claim_changes([self.changes[number] for number in self.shown], self.difference)

    def rows(self) -> Iterator[Row]:
        """Document by document, that with the gravest change first; what is shared comes last."""
        by_document: dict[DocumentId | None, list[int]] = {}
        seen: set[str] = set()
        for number in self.shown:
            document = next(iter(self.saying.documents(self.changes[number].change)), None)
            by_document.setdefault(document, []).append(number)
        for document in sorted(by_document, key=lambda one: one is None):
            title = self._title(document)
            yield Row(form=Form.HEADING, text=title, sentence=title)
            for row in self._of_document(document, by_document[document]):
                # A claim that stood elsewhere before has two cards, and links lead to the first.
                yield attrs.evolve(row, id="") if row.id in seen else row
                seen.add(row.id)

    def _title(self, document: DocumentId | None) -> str:
        if document is None:
            return _SHARED
        sides = (self.difference.new.documents, self.difference.old.documents)
        record = next(side[document] for side in sides if document in side)
        name = self.saying.holder(Holder(document))
        return f"{name}: {record.title}" if record.title and record.title != name else name

    def _of_document(self, document: DocumentId | None, numbers: Sequence[int]) -> Iterator[Row]:
        """What no claim shows, then the claims, each with what follows from its changes below it."""
        told: dict[ClaimId, list[int]] = {}
        steps: list[Judged] = []
        for number in numbers:
            change = self.changes[number].change
            claims = (
                change.premises[:1] if isinstance(change, SupportChange) else claims_of_change(change, self.difference)
            )
            if not claims:
                yield from self._alone(number)
                continue
            steps += [self.changes[number]] if isinstance(change, SupportChange) else []
            for at, claim in enumerate(claims):
                told.setdefault(claim, []).extend([number] if not at else [])
        if document is not None and told:
            tree = _ClaimTree.of(document, self.difference, changed_steps(steps), told)
            for place in tree.placed():
                yield self._card(place)
                yield from self._stances(told.get(place.claim, ()) if place.is_card else (), place.depth + 1)
                yield from self._consequences(told.get(place.claim, ()) if place.is_card else (), place.depth + 1)

    def _alone(self, number: int) -> Iterator[Row]:
        """A change that no claim shows: in a sentence, with what was and what is."""
        judged = self.changes[number]
        sentence, (was, now) = f"{self.saying.sentence(judged.change)}.", self.saying.sides(judged.change)
        badge = badge_of(judged)
        before, after = runs(clean(was), clean(now)) if was and now else (plain(was), plain(now))
        struck = tuple((part, True) for part, _ in before) if not now else before
        yield Row(
            form=Form.ROOT,
            text=now or was or sentence,
            before=struck,
            now=after if was else (),
            effect=Effect.NEITHER,
            fate=badge.fate,
            notes=(_note(badge),),
            sentence=sentence,
        )
        yield from self._consequences([number], 1)

    def _stances(self, numbers: Iterable[int], depth: int) -> Iterator[Row]:
        """What is answered now, where that changed with the claim itself."""
        for number in numbers:
            change = self.changes[number].change
            if isinstance(change, StanceChange) and change.issue is not None:
                sentence = f"{self.saying.sentence(change)}."
                yield Row(form=Form.CONSEQUENCE, depth=depth, word="now", text=sentence, sentence=sentence)

    def _consequences(self, numbers: Iterable[int], depth: int) -> Iterator[Row]:
        """What follows from some changes, and from that, the gravest first."""
        found: list[tuple[int, int]] = []
        stack = [(each, depth) for number in numbers for each in self._followers.get(number, ())]
        stack.sort(key=lambda pair: self._weight(pair[0]), reverse=True)
        while stack:
            number, at = stack.pop()
            found.append((number, at))
            below = sorted(self._followers.get(number, ()), key=self._weight, reverse=True)
            stack.extend((each, at + 1) for each in below)
        for number, at in found[:_FOLLOWING]:
            judged = self.changes[number]
            sentence, badge = f"{self.saying.sentence(judged.change)}.", badge_of(judged)
            note = Note(f"≠ {badge.text}", Stress.CONFLICT) if _is_clash(judged.change) else Note(badge.text)
            yield Row(form=Form.CONSEQUENCE, depth=at, word="so", text=sentence, notes=(note,), sentence=sentence)
        more = found[_FOLLOWING:]
        if more:
            sentence = " ".join(f"{self.saying.sentence(self.changes[number].change)}." for number, _ in more)
            said = f"and {counted(len(more), 'more change that follows', 'more changes that follow')}"
            yield Row(form=Form.CONSEQUENCE, depth=depth, word="so", text=said, sentence=sentence)

    def _record(self, claim: ClaimId) -> tuple[Claim, Corpus]:
        """A claim as it is; as it was where it is gone."""
        corpus = self.difference.new if claim in self.difference.new.claims else self.difference.old
        return corpus.claims[claim], corpus

    def _fate(self, claim: ClaimId) -> Fate:
        if claim not in self.difference.new.claims:
            return Fate.GONE
        if claim not in self.difference.old.claims:
            return Fate.NEW
        return Fate.CHANGED if self._marks.get(claim, ClaimChanges()).badges else Fate.SAME

    def _card(self, place: _Place) -> Row:
        """The row of a claim: what became of it, and of its use here."""
        claim, corpus = self._record(place.claim)
        marks, fate = self._marks.get(claim.id, ClaimChanges()), self._fate(claim.id)
        premise, parent = place.premise, place.parent
        tag = premise.tag if premise is not None else None
        badges = [*([tag] if tag is not None else []), *marks.badges]
        if fate in BADGES and not any(badge.fate is fate for badge in badges):
            badges.insert(0, BADGES[fate])
        shown = shown_text(claim, corpus)
        before, now = runs(clean(marks.before), clean(shown)) if marks.before else ((), ())
        has_left = tag is not None and tag.fate is Fate.GONE
        gone = fate is Fate.GONE or has_left
        use = tag.fate if tag is not None and fate in (Fate.SAME, Fate.CHANGED) else fate
        said = [f"{self.saying.sentence(judged.change)}." for judged in marks.sentences]
        joining = ""
        if premise is not None and premise.changes:
            joining = " ".join(f"{self.saying.sentence(change)}." for change in premise.changes)
        elif parent is not None:
            joining = step_sentence((claim,), place.role, self._record(parent)[0], corpus)
        if not place.is_card:
            badges = [tag] if tag is not None else []
        row = Row(
            form=Form.ROOT if parent is None else Form.CARD if place.is_card or has_left else Form.REFERENCE,
            depth=place.depth,
            role=place.role if parent is not None else None,
            linked=place.linked,
            word=connective(place.role, linked=place.linked) if parent is not None else "",
            text=shown,
            before=((shown, True),) if gone else before if place.is_card else (),
            now=now if place.is_card and not gone else (),
            reported=claim.attitude is Attitude.REPORTS,
            asserted=asserted(claim),
            fate=Fate.GONE if gone else use,
            address=claim.name if claim.named else "",
            notes=tuple(map(_note, dict.fromkeys(badges))),
            sentence=" ".join((*said, sentence_of(claim, corpus))),
            joining=joining,
        )
        if not place.is_card:
            return attrs.evolve(row, sentence=sentence_of(claim, corpus))
        more = (*marks.notes, *attitude_notes(claim, corpus, row.role))
        # Claims of several documents may share the name by which a reader finds them.
        return attrs.evolve(row, id=str(claim.id) if row.address else "", notes=(*row.notes, *map(Note, more)))

    def description(self) -> str:
        """The picture for those who do not see it."""
        ranked = sorted(self.changes, key=lambda judged: judged.significance.rank)
        told = [f"{self.saying.sentence(judged.change)}." for judged in ranked[:_TOLD]]
        more = len(ranked) - len(told)
        rest = f" And {counted(more, 'other change')}." if more > 0 else ""
        return f"{self.saying.title}. {' '.join(self.saying.subtitle)} {' '.join(told)}{rest}"


def _is_clash(change: Change) -> bool:
    """Whether it opens a conflict in which nothing fits both sides."""
    return isinstance(change, AlignmentChange) and change.new is not None and change.new.verdict.is_cannot


def _note(badge: Badge) -> Note:
    return Note(badge.text, Stress.CHANGE if badge.weighty else Stress.PLAIN)


@attrs.frozen(kw_only=True)
class _Place:
    """A claim at one place of the outline.

    Attributes:
        parent: The conclusion under which it stands; None for one that stands under none.
        premise: What became of this use; None where nothing did.
        linked: Whether it continues a group of premises.
        is_card: Whether it has its card here.
    """

    claim: ClaimId
    depth: int = 0
    parent: ClaimId | None = None
    role: StepRole = StepRole.BECAUSE
    premise: ChangedPremise | None = None
    linked: bool = False
    is_card: bool = True


@attrs.frozen
class _ClaimTree:
    """The changed claims of one document, each under the conclusion next to it.

    Attributes:
        order: The claims of both sides in the order of the text.
        below: By conclusion, what stands right below it.
        claims: All that have a card.
    """

    order: Mapping[ClaimId, int]
    below: Mapping[ClaimId, Sequence[_Place]]
    claims: tuple[ClaimId, ...]

    @classmethod
    def of(
        cls, document: DocumentId, difference: Difference, steps: Iterable[ChangedStep], changed: Iterable[ClaimId]
    ) -> _ClaimTree:
        """Those that changed steps and changed claims make."""
        sides = [side for side in (difference.new, difference.old) if document in side.documents]
        graphs = [graph_of(side, (document,)) for side in sides]
        order = {
            claim: place for place, claim in enumerate(_merged([side.documents[document].claims for side in sides]))
        }
        below: dict[ClaimId, list[_Place]] = {}
        used: set[ClaimId] = set()
        for step in steps:
            before: StepRole | None = None
            for premise in step.premises:
                role = premise.role
                if not premise.changes and role is not StepRole.UNDERCUT:
                    # What a step does that is only there since a doubt about it changed, the argument says.
                    role = _role(graphs, step.conclusion, premise.claim)
                linked = step.linked and before is role
                before = role
                place = _Place(claim=premise.claim, parent=step.conclusion, role=role, premise=premise, linked=linked)
                below.setdefault(step.conclusion, []).append(place)
                used.add(premise.claim)
        for claim in changed:
            uses: Sequence[Use] = next((graph.uses.get(claim, ()) for graph in graphs if claim in graph.steps), ())
            if claim not in used and uses and uses[0].conclusion != claim:
                below.setdefault(uses[0].conclusion, []).append(
                    _Place(claim=claim, parent=uses[0].conclusion, role=uses[0].role)
                )
        claims = dict.fromkeys((*below, *(place.claim for those in below.values() for place in those), *changed))
        return cls(order, below, tuple(claims))

    def placed(self) -> Iterator[_Place]:
        """Everything in reading order; a claim has its card where it is used still, rather than where it was."""
        under = {place.claim for those in self.below.values() for place in those}
        in_order = sorted(self.claims, key=lambda claim: self.order.get(claim, len(self.order)))
        seen: set[ClaimId] = set()
        for start in (*(claim for claim in in_order if claim not in under), *in_order):
            stack = [_Place(claim=start)] if start not in seen else []
            while stack:
                place = stack.pop()
                moved = place.premise is not None and place.premise.has_gone and self._stands(place)
                if place.claim in seen or moved:
                    yield attrs.evolve(place, is_card=False)
                    continue
                seen.add(place.claim)
                yield place
                children = self.below.get(place.claim, ())
                stack.extend(attrs.evolve(child, depth=place.depth + 1) for child in reversed(children))

    def _stands(self, gone: _Place) -> bool:
        """Whether a claim that left a step has another place."""
        return any(
            place.claim == gone.claim
            and place is not gone
            and not (place.premise is not None and place.premise.has_gone)
            for those in self.below.values()
            for place in those
        )


def _role(graphs: Iterable[Graph], conclusion: ClaimId, premise: ClaimId) -> StepRole:
    """What a premise does for a conclusion, where it is not a doubt."""
    uses = (use for graph in graphs for use in graph.uses.get(premise, ()) if use.conclusion == conclusion)
    return next((use.role for use in uses if use.role is not StepRole.UNDERCUT), StepRole.BECAUSE)


def _merged(sides: Sequence[Sequence[ClaimId]]) -> list[ClaimId]:
    """The claims of the first side, each followed by what came after it on the last side and is gone."""
    present = set(sides[0])
    after: dict[ClaimId | None, list[ClaimId]] = {}
    last: ClaimId | None = None
    for claim in sides[-1]:
        if claim in present:
            last = claim
        else:
            after.setdefault(last, []).append(claim)
    return [*after.get(None, ()), *(one for claim in sides[0] for one in (claim, *after.get(claim, ())))]
