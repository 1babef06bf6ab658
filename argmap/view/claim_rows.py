"""From trees of claims to the rows of an outline: what a row says of a claim, and of what it does there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

import attrs

from argmap.judge.strength import Scale, firmness
from argmap.judge.verdict import Verdict
from argmap.language.words import Attitude
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId
from argmap.model.inference import StepRole
from argmap.view.claim_marks import ClaimMarks
from argmap.view.graph import Use
from argmap.view.outline import Asserted, Effect, Form, Note, Row, Stress
from argmap.view.reading_order import Entry, Tree
from argmap.wording.claim_sentences import places_in_full, premise_sentence, sentence_of
from argmap.wording.english import form_of, listed, verb
from argmap.wording.names import author_of, short_name
from argmap.wording.relations import connective
from argmap.wording.strengths import in_words

_MOST_USES = 3
_MOST_OTHERS = 2
_MARKS = {
    Verdict.CONTRADICTION: "≠ {}",
    Verdict.CONTRARIETY: "≠ {}",
    Verdict.OPPOSED: "≁ opposed: {}",
    Verdict.CONDITIONAL: "≁ on a condition: {}",
    Verdict.TENSION: "in tension: {}",
}
"""How the verdict on a claim and on what other texts say is written at its right."""


@attrs.frozen(kw_only=True)
class RowContext:
    """What rows know of the world around them.

    Attributes:
        document: Whose picture it is; claims of other documents are told with theirs.
        thesis: The main claim.
        here: The claims that have their cards in this picture.
        links: Where other claims have theirs.
        marks: What a comparison says of claims.
        focus: The claim around which the picture is drawn.
        hidden: By claim, how many claims below it are neither drawn here nor referred to.
        uses: By claim, what it is a premise of.
    """

    document: DocumentId
    thesis: ClaimId | None = None
    here: Collection[ClaimId] = frozenset()
    links: Mapping[ClaimId, str] = attrs.field(factory=dict)
    marks: ClaimMarks = attrs.field(factory=ClaimMarks)
    focus: ClaimId | None = None
    hidden: Callable[[ClaimId], int] = lambda claim: 0  # noqa: ARG005
    uses: Mapping[ClaimId, Sequence[Use]] = attrs.field(factory=dict)

    def address(self, claim: ClaimId) -> str:
        """By what a claim goes: by its name, or by document and name in the picture of another document."""
        document, _, name = claim.partition(".")
        return name if document == self.document else claim


def rows_of(corpus: Corpus, trees: Iterable[Tree], context: RowContext) -> Iterator[Row]:
    """The rows of some trees, one after the other."""
    maker = _RowMaker(corpus, context)
    for tree in trees:
        above: list[tuple[Claim, Effect]] = []
        for entry in tree.entries:
            del above[entry.depth :]
            conclusion, effect = above[-1] if above else (None, maker.effect_of_root(entry.claim))
            if conclusion is not None and entry.role is not None:
                effect = effect.below(entry.role)
            above.append((corpus.claims[entry.claim], effect))
            row = maker.row(entry, conclusion, effect)
            yield attrs.evolve(row, id="", notes=(Note("continued"),)) if tree.continued and not entry.depth else row


@attrs.frozen
class _RowMaker:
    corpus: Corpus
    context: RowContext

    def effect_of_root(self, claim: ClaimId) -> Effect:
        """What is only reported helps nobody, unless the author answers otherwise."""
        if claim in self.context.marks.rejected:
            return Effect.AGAINST
        reported = self.corpus.claims[claim].attitude is Attitude.REPORTS
        return Effect.NEITHER if reported else Effect.FOR

    def row(self, entry: Entry, conclusion: Claim | None, effect: Effect) -> Row:
        """The row of a claim, below another one or at the top of its tree."""
        corpus, context, claim = self.corpus, self.context, self.corpus.claims[entry.claim]
        address = context.address(claim.id)
        form = Form.CARD if entry.is_card else Form.REFERENCE
        if conclusion is None:
            form = Form.THESIS if claim.id == context.thesis else Form.ROOT
        row = Row(
            form=form,
            depth=entry.depth,
            text=shown_text(claim, corpus),
            reported=claim.attitude is Attitude.REPORTS,
            effect=effect,
            address=address if claim.named else "",
            link=f"#{address}" if claim.id in context.here else context.links.get(claim.id, ""),
            sentence=sentence_of(claim, corpus),
        )
        if conclusion is not None and entry.role is not None:
            together = tuple(corpus.claims[one] for one in entry.together)
            stated = entry.step.stated if entry.step is not None else None
            row = attrs.evolve(
                row,
                role=entry.role,
                linked=entry.linked,
                word=connective(entry.role, linked=entry.linked),
                joining=premise_sentence(claim, together, entry.role, conclusion, corpus, step=stated),
            )
            text = _premise_text(claim, entry.role, conclusion, corpus)
            row = attrs.evolve(row, text=text, reported=row.reported or text != row.text)
        if not row.is_card:
            return row if row.address else attrs.evolve(row, address=self._place(claim.id))
        return attrs.evolve(
            row,
            id=row.address,
            link="" if claim.id in context.here else row.link,
            asserted=asserted(claim),
            notes=tuple(self._notes(claim, conclusion, entry.role)),
            sentence=f"{row.sentence} {places_in_full(claim)}",
        )

    def _place(self, claim: ClaimId) -> str:
        """Where a claim without a name has its card."""
        return "below" if claim in self.context.here else "in another part"

    def _notes(self, claim: Claim, conclusion: Claim | None, role: StepRole | None) -> Iterator[Note]:
        context = self.context
        if claim.id == context.focus:
            yield Note("asked for", Stress.CHANGE)
        mark = context.marks.at_odds.get(claim.id)
        if mark is not None:
            others = ", ".join(mark.others) if len(mark.others) <= _MOST_OTHERS else f"{len(mark.others)} texts"
            stress = Stress.CONFLICT if mark.verdict.is_cannot else Stress.PLAIN
            yield Note(_MARKS[mark.verdict].format(others), stress)
        if claim.id in context.marks.rejected:
            yield Note("author disagrees", Stress.AGAINST)
        if claim.strength is not None:
            yield Note(in_words(claim.strength), firmness=firmness(claim.strength, Scale.EITHER).low + 1)
        if claim.until:
            yield Note(f"by {claim.until}")
        yield from map(Note, attitude_notes(claim, self.corpus, role))
        yield from self._uses(claim.id, conclusion)
        hidden = context.hidden(claim.id)
        if hidden:
            yield Note(f"+{hidden} more", Stress.LINK)

    def _uses(self, claim: ClaimId, conclusion: Claim | None) -> Iterator[Note]:
        """What else the claim is a reason for, or speaks against."""
        claims = self.corpus.claims
        others = dict.fromkeys(use.conclusion for use in self.context.uses.get(claim, ()))
        named = [one for one in others if (conclusion is None or one != conclusion.id) and claims[one].named]
        if named:
            shown = ", ".join(self.context.address(one) for one in named[:_MOST_USES])
            yield Note(f"→ {shown}{f' and {len(named) - _MOST_USES} more' if len(named) > _MOST_USES else ''}")


def shown_text(claim: Claim, corpus: Corpus) -> str:
    """The text of a claim as its author means it: a denial and its reasons then point the same way."""
    match claim.attitude:
        case Attitude.DENIES:
            return f"Not: {claim.text}"
        case Attitude.DOUBTS:
            return f"Doubtful: {claim.text}"
        case Attitude.REPORTS:
            return _in_their_words(claim.text, claim, corpus)
        case _:
            return claim.text


def _premise_text(claim: Claim, role: StepRole, conclusion: Claim, corpus: Corpus) -> str:
    """The text of a claim as a step takes it: of what others hold and the author rejects, that they hold it."""
    if role is StepRole.PARTS and claim.attitude is Attitude.CLAIMS:
        # What spells out somebody else's words is theirs, too.
        return _in_their_words(claim.text, conclusion, corpus)
    if claim.holders and claim.attitude in _REJECTED and not role.is_condition:
        form = form_of(len(corpus.documents[claim.document].authors))
        regard = f"{author_of(claim, corpus)} {verb(_REJECTED[claim.attitude], form)} it"
        return f"{_holders(claim, corpus)} ({regard}): “{claim.text}”"
    return shown_text(claim, corpus)


_REJECTED = {Attitude.DENIES: "deny", Attitude.DOUBTS: "doubt"}


def _holders(claim: Claim, corpus: Corpus) -> str:
    return listed([short_name(actor, claim.document, corpus) for actor in claim.holders])


def _in_their_words(text: str, holding: Claim, corpus: Corpus) -> str:
    """A text with those before it whose words it gives; as it is where the author says it."""
    if holding.attitude is not Attitude.REPORTS:
        return text
    voices = [listed([short_name(actor, holding.document, corpus) for actor in group]) for group in holding.voices]
    told = f" (told by {', '.join(voices[:-1])})" if len(voices) > 1 else ""
    return f"{voices[-1]}{told}: “{text}”" if voices else f"Reported: “{text}”"


def asserted(claim: Claim) -> Asserted:
    """How the text of a claim comes to be said."""
    if claim.attitude is Attitude.IMPLIES:
        return Asserted.UNSAID
    return Asserted.SUPPOSED if claim.attitude is Attitude.SUPPOSES else Asserted.OUTRIGHT


def attitude_notes(claim: Claim, corpus: Corpus, role: StepRole | None = None) -> Iterator[str]:
    """What the author does with a claim, and with whom, where the text does not say so."""
    holders = _holders(claim, corpus)
    match claim.attitude:
        case Attitude.ENDORSES if holders:
            yield f"with {holders}"
        case Attitude.DENIES | Attitude.DOUBTS if holders and (role is None or role.is_condition):
            yield f"against {holders}"
        case Attitude.IMPLIES:
            yield f"left unsaid by {holders}" if holders else "left unsaid"
        case Attitude.SUPPOSES if role is None or not role.only_supposes:
            yield "supposed"
