"""From an excerpt of an argument to its map: cards, dots and edges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from argmap.model.claim import Claim
from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole
from argmap.view.graph import Graph, mentioned
from argmap.view.map_excerpt import Excerpt, MapContext
from argmap.view.picture import CardRole, Edge, Junction, MapCard, Side
from argmap.wording.claim_cards import place_of, places_in_full, words_of
from argmap.wording.claim_sentences import answer_of, premise_sentence, sentence_of, step_sentence
from argmap.wording.english import counted
from argmap.wording.relations import ROLES

_MOST = 3
"""How many declared links, and how many uses that no line shows, a card names."""


@attrs.frozen
class DrawnPremise:
    """One premise of one step.

    Attributes:
        id: Of the edge that it becomes.
        source: The card that the edge starts from: the claim's own, or a stub made for it.
    """

    id: str
    claim: ClaimId
    source: str
    stub: bool


@attrs.frozen
class DrawnStep:
    """Premises taken together: those of a step, or those of one doubt about it.

    Attributes:
        scheme: The argumentation scheme, where it says more than the role; empty if none is named.
        target: The conclusion's card, or the dot of the step that is doubted.
        dotted: Whether a dot stands for the step.
    """

    id: str
    role: StepRole
    scheme: str
    conclusion: ClaimId
    target: str
    dotted: bool
    premises: tuple[DrawnPremise, ...]


@attrs.frozen
class Composition:
    """What an excerpt looks like."""

    cards: tuple[MapCard, ...]
    junctions: tuple[Junction, ...]
    edges: tuple[Edge, ...]


def compose(graph: Graph, excerpt: Excerpt, context: MapContext) -> Composition:
    """The cards, dots and edges of an excerpt; a claim that it names without drawing it becomes a stub."""
    composer = _Composer(graph, excerpt, context)
    steps = {claim: tuple(composer.steps(claim)) for claim in excerpt.columns}
    uses: dict[str, list[DrawnStep]] = {}
    for step in (step for own in steps.values() for step in own):
        for premise in step.premises:
            uses.setdefault(premise.source, []).append(step)

    cards: list[MapCard] = []
    junctions: list[Junction] = []
    edges: list[Edge] = []
    for claim, own in steps.items():
        cards.append(composer.full_card(claim, uses.get(context.address(claim), ())))
        for step in own:
            cards += [composer.stub(premise, step) for premise in step.premises if premise.stub]
            if step.dotted:
                junctions.append(Junction(id=step.id, role=step.role, sentence=composer.sentence(step)))
            edges += composer.edges(step)
    return Composition(tuple(cards), tuple(junctions), tuple(edges))


@attrs.define(slots=False)
class _Composer:
    """An excerpt in its context, being drawn."""

    graph: Graph
    excerpt: Excerpt
    context: MapContext

    @cached_property
    def _beside(self) -> frozenset[ClaimId]:
        """Claims that stand right beside one of their conclusions."""
        columns = self.excerpt.columns
        used = ((premise, column) for claim, column in columns.items() for premise in self._drawn_premises(claim))
        return frozenset(premise for premise, column in used if columns.get(premise) == column + 1)

    @cached_property
    def _trees(self) -> Mapping[ClaimId, ClaimId]:
        """The claim at the top of the tree that each claim is drawn in: the first one that uses it."""
        columns = self.excerpt.columns
        trees: dict[ClaimId, ClaimId] = {}
        # Conclusions come before premises, and those of the thesis before all others.
        for claim in columns:
            top = trees.setdefault(claim, claim)
            for premise in self._drawn_premises(claim):
                if columns.get(premise, -1) > columns[claim]:
                    trees.setdefault(premise, top)
        return trees

    def _drawn_premises(self, claim: ClaimId) -> Iterator[ClaimId]:
        return mentioned(self.excerpt.drawn_steps(self.graph, claim))

    def _is_stub(self, conclusion: ClaimId, premise: ClaimId) -> bool:
        """Whether a premise gets a card of its own at a step, since a line from its full card would confuse.

        Lines run from right to left only.  None leaves a heading, and none passes a column of cards where another
        line shows the premise.  None ties two trees together, which would then change places, except around a focus.
        """
        columns, claims = self.excerpt.columns, self.graph.corpus.claims
        further = columns.get(premise, -1) - columns[conclusion]
        if self.context.grouped and claims[premise].section != claims[conclusion].section:
            return True
        if self.context.focus is None and self._trees.get(premise) != self._trees[conclusion]:
            return True
        return further <= 0 or (further > 1 and premise in self._beside)

    def steps(self, claim: ClaimId) -> Iterator[DrawnStep]:
        """What stands below a claim, each step followed by the doubts about it."""
        conclusion = self.context.address(claim)
        for step in self.excerpt.drawn_steps(self.graph, claim):
            # A slash is in no id, so the address of a step is never that of a claim.
            address = f"{conclusion}/{step.number}"
            dotted = len(step.premises) > 1 or bool(step.undercuts)
            premises = tuple(self._premises(address, step.premises, claim))
            yield DrawnStep(address, step.role, step.scheme, claim, conclusion, dotted, premises)
            for number, doubt in enumerate(step.undercuts, start=1):
                own = f"{address}/u{number}"
                premises = tuple(self._premises(own, doubt, claim))
                yield DrawnStep(own, StepRole.UNDERCUT, "", claim, address, len(doubt) > 1, premises)

    def _premises(self, step: str, premises: Iterable[ClaimId], conclusion: ClaimId) -> Iterator[DrawnPremise]:
        for number, premise in enumerate(premises, start=1):
            stub = self._is_stub(conclusion, premise)
            address = f"{step}/{number}"
            yield DrawnPremise(address, premise, f"{address}/stub" if stub else self.context.address(premise), stub)

    def edges(self, step: DrawnStep) -> Iterator[Edge]:
        """The lines of a step: from its premise, or from each premise to the dot and from there on."""
        sentence, role = self.sentence(step), step.role
        if not step.dotted:
            only = step.premises[0]
            yield Edge(id=only.id, source=only.source, target=step.target, role=role, sentence=sentence)
            return
        yield Edge(id=f"{step.id}/head", source=step.id, target=step.target, role=role, sentence=sentence)
        corpus, claims = self.graph.corpus, self._claims(step)
        conclusion = corpus.claims[step.conclusion]
        for premise, claim in zip(step.premises, claims, strict=True):
            joining = premise_sentence(claim, claims, role, conclusion, corpus, scheme=step.scheme)
            yield Edge(id=premise.id, source=premise.source, target=step.id, role=role, headed=False, sentence=joining)

    def sentence(self, step: DrawnStep) -> str:
        """What a step says."""
        corpus = self.graph.corpus
        return step_sentence(self._claims(step), step.role, corpus.claims[step.conclusion], corpus, scheme=step.scheme)

    def _claims(self, step: DrawnStep) -> tuple[Claim, ...]:
        return tuple(self.graph.corpus.claims[premise.claim] for premise in step.premises)

    def full_card(self, claim: ClaimId, uses: Sequence[DrawnStep]) -> MapCard:
        """The card of a claim, which some steps use."""
        context = self.context
        record = self.graph.corpus.claims[claim]
        role = self._role_of(record)
        if role is CardRole.STUB:
            notes: tuple[str, ...] = ("▸ continued here",)
        else:
            notes = _some(context.relations.get(claim, ()), "⇄")
            notes += _some(self._used_elsewhere(claim, uses), "◂")
            notes += self._whereabouts(claim) if self.excerpt.folds(self.graph, claim) else ()
        link = context.links.get(claim, "")
        card = self._card(record, context.address(claim), role, uses, notes=notes, link=link)
        return attrs.evolve(card, focus=True, words=("FOCUS", *card.words)) if claim == context.focus else card

    def _card(
        self, claim: Claim, name: str, role: CardRole, uses: Sequence[DrawnStep], *, notes: tuple[str, ...], link: str
    ) -> MapCard:
        """A card of a claim; a stub is without the claim's answers, which its full card has."""
        corpus, full = self.graph.corpus, role is not CardRole.STUB
        schemes = dict.fromkeys(step.scheme for step in uses if step.scheme)
        shown = claim.id if role is CardRole.FOREIGN else claim.name
        return MapCard(
            id=name,
            role=role,
            attitude=claim.attitude,
            side=self.context.sides.get(claim.id, Side.NEITHER),
            name=shown if claim.named else "",
            place=place_of(claim) if full else "",
            words=words_of(claim, corpus, role, {step.role for step in uses}, schemes),
            text=claim.text,
            notes=(*(answer_of(answer, claim, corpus) for answer in claim.answers if full), *notes),
            link=link,
            sentence=f"{sentence_of(claim, corpus)} {places_in_full(claim)}",
        )

    def _role_of(self, claim: Claim) -> CardRole:
        if claim.document != self.context.document:
            return CardRole.FOREIGN
        if claim.id in self.excerpt.again:
            return CardRole.STUB
        if claim.id == self.context.thesis:
            return CardRole.THESIS
        return CardRole.MAIN if claim.id in self.graph.roots and self.graph.steps[claim.id] else CardRole.CLAIM

    def _used_elsewhere(self, claim: ClaimId, uses: Iterable[DrawnStep]) -> tuple[str, ...]:
        """What a claim does for others, where a stub of it stands or nothing at all, so that no line leads there."""
        drawn, claims = {step.conclusion for step in uses}, self.graph.corpus.claims
        others = (use for use in self.graph.uses.get(claim, ()) if use.conclusion not in drawn)
        return tuple(f"◂ {ROLES[use.role].short} {claims[use.conclusion].name}" for use in others)

    def stub(self, premise: DrawnPremise, step: DrawnStep) -> MapCard:
        """A card that stands for one whose full card is elsewhere."""
        context, claim = self.context, premise.claim
        record = self.graph.corpus.claims[claim]
        role = CardRole.FOREIGN if record.document != context.document else CardRole.STUB
        link = f"#{context.address(claim)}" if claim in self.excerpt.columns else context.links.get(claim, "")
        return self._card(record, premise.source, role, (step,), notes=self._whereabouts(claim), link=link)

    def _whereabouts(self, claim: ClaimId) -> tuple[str, ...]:
        """How much below a claim is not drawn here, and under what heading it is."""
        folds = self.excerpt.folds(self.graph, claim)
        here = claim in self.excerpt.columns and not folds
        heading = "in this map" if here and not self.context.grouped else self.context.headings.get(claim, "")
        hidden = len(self.graph.below(claim) - self.excerpt.columns.keys())
        folded = f"+{counted(hidden, 'claim')}" if hidden else "+ steps not drawn here" if folds else ""
        return (f"▸ {' · '.join(filter(None, (heading, folded)))}",) if heading or folded else ()


def _some(notes: tuple[str, ...], sign: str) -> tuple[str, ...]:
    """No more notes of one sort than a card has room for."""
    more = len(notes) - _MOST
    return notes if more <= 0 else (*notes[:_MOST], f"{sign} and {more} more")
