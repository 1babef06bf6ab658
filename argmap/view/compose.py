"""From an excerpt to what is drawn: cards, dots and edges."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from argmap.model.claim import Claim
from argmap.model.ids import ClaimId
from argmap.view.amounts import folded
from argmap.view.cards import Standing, card_of
from argmap.view.excerpt import Excerpt, Setting
from argmap.view.graph import Graph, Tie
from argmap.view.picture import Card, CardRole, Edge, EdgeRole, Junction, Side
from argmap.view.sentences import premise_of, step_sentence


@attrs.frozen
class Composition:
    """What an excerpt looks like."""

    cards: tuple[Card, ...]
    junctions: tuple[Junction, ...]
    edges: tuple[Edge, ...]


@attrs.frozen
class _Mention:
    """One premise of one step.

    Attributes:
        id: Of the edge that the mention becomes.
        source: The card that it starts from: the claim's own, or a stub made for this mention.
    """

    id: str
    claim: ClaimId
    source: str
    stub: bool


@attrs.frozen
class _Bundle:
    """Premises taken together: those of a step, or those of one doubt about it.

    Attributes:
        target: The conclusion's card, or the dot of the step that is doubted.
        dotted: Whether a dot stands for the bundle.
    """

    id: str
    role: EdgeRole
    conclusion: ClaimId
    target: str
    dotted: bool
    mentions: tuple[_Mention, ...]


def compose(graph: Graph, excerpt: Excerpt, setting: Setting) -> Composition:
    """The cards, dots and edges of an excerpt; a claim that it names without drawing it becomes a stub."""
    bundles = {claim: tuple(_bundles(graph, claim, excerpt, setting)) for claim in excerpt.columns}
    uses: dict[str, set[EdgeRole]] = {}
    for bundle in (bundle for own in bundles.values() for bundle in own):
        for mention in bundle.mentions:
            uses.setdefault(mention.source, set()).add(bundle.role)

    cards: list[Card] = []
    junctions: list[Junction] = []
    edges: list[Edge] = []
    for claim, own in bundles.items():
        cards.append(_full_card(graph, claim, excerpt, setting, uses.get(setting.address(claim), set())))
        for bundle in own:
            cards += [
                _stub(graph, mention, bundle.role, excerpt, setting) for mention in bundle.mentions if mention.stub
            ]
            if bundle.dotted:
                junctions.append(Junction(id=bundle.id, role=bundle.role, sentence=_sentence(bundle, graph)))
            edges += _edges(bundle, graph)
    return Composition(tuple(cards), tuple(junctions), tuple(edges))


def _bundles(graph: Graph, claim: ClaimId, excerpt: Excerpt, setting: Setting) -> Iterator[_Bundle]:
    for tie in excerpt.drawn_ties(graph, claim):
        # A slash is in no id, so the address of a step is never that of a claim.
        step = f"{setting.address(claim)}/{tie.number}"
        dotted = len(tie.premises) > 1 or bool(tie.undercuts)
        mentions = _mentions(step, tie.premises, claim, excerpt, setting)
        yield _Bundle(step, tie.role, claim, setting.address(claim), dotted, mentions)
        yield from _doubts(step, tie, claim, excerpt, setting)


def _doubts(step: str, tie: Tie, claim: ClaimId, excerpt: Excerpt, setting: Setting) -> Iterator[_Bundle]:
    for number, doubt in enumerate(tie.undercuts, start=1):
        address = f"{step}/u{number}"
        mentions = _mentions(address, doubt, claim, excerpt, setting)
        yield _Bundle(address, EdgeRole.UNDERCUT, claim, step, len(doubt) > 1, mentions)


def _mentions(
    bundle: str, premises: tuple[ClaimId, ...], conclusion: ClaimId, excerpt: Excerpt, setting: Setting
) -> tuple[_Mention, ...]:
    mentions = []
    for number, premise in enumerate(premises, start=1):
        # Lines run from right to left only, so a premise that stands no further right gets a stub of its own.
        stub = excerpt.columns.get(premise, -1) <= excerpt.columns[conclusion]
        address = f"{bundle}/{number}"
        mentions.append(_Mention(address, premise, f"{address}/stub" if stub else setting.address(premise), stub))
    return tuple(mentions)


def _edges(bundle: _Bundle, graph: Graph) -> Iterator[Edge]:
    sentence = _sentence(bundle, graph)
    if not bundle.dotted:
        only = bundle.mentions[0]
        yield Edge(id=only.id, source=only.source, target=bundle.target, role=bundle.role, sentence=sentence)
        return
    yield Edge(id=f"{bundle.id}/head", source=bundle.id, target=bundle.target, role=bundle.role, sentence=sentence)
    for mention in bundle.mentions:
        joining = _joining(mention, bundle, graph)
        yield Edge(
            id=mention.id, source=mention.source, target=bundle.id, role=bundle.role, headed=False, sentence=joining
        )


def _sentence(bundle: _Bundle, graph: Graph) -> str:
    premises = tuple(graph.corpus.claims[mention.claim] for mention in bundle.mentions)
    return step_sentence(premises, bundle.role, graph.corpus.claims[bundle.conclusion], graph.corpus)


def _joining(mention: _Mention, bundle: _Bundle, graph: Graph) -> str:
    if len(bundle.mentions) == 1:
        return _sentence(bundle, graph)
    claims = graph.corpus.claims
    premise = premise_of(claims[mention.claim], bundle.role, claims[bundle.conclusion], graph.corpus)
    return f"{premise}, one of {len(bundle.mentions)} premises taken together: {_sentence(bundle, graph)}"


def _full_card(graph: Graph, claim: ClaimId, excerpt: Excerpt, setting: Setting, uses: set[EdgeRole]) -> Card:
    record = graph.corpus.claims[claim]
    role = _role_of(graph, record, excerpt, setting)
    notes = []
    if role is CardRole.STUB:
        notes.append("▸ continued here")
    elif excerpt.folds(graph, claim):
        notes += _whereabouts(graph, claim, excerpt, setting)
    standing = Standing(
        id=setting.address(claim),
        role=role,
        side=setting.sides.get(claim, Side.NEITHER),
        uses=uses,
        notes=tuple(notes),
        link=setting.links.get(claim, ""),
    )
    return card_of(record, graph.corpus, standing)


def _role_of(graph: Graph, claim: Claim, excerpt: Excerpt, setting: Setting) -> CardRole:
    if claim.document != setting.document:
        return CardRole.FOREIGN
    if claim.id in excerpt.again:
        return CardRole.STUB
    if claim.id == setting.thesis:
        return CardRole.THESIS
    return CardRole.MAIN if claim.id in graph.roots and graph.ties[claim.id] else CardRole.CLAIM


def _stub(graph: Graph, mention: _Mention, use: EdgeRole, excerpt: Excerpt, setting: Setting) -> Card:
    record = graph.corpus.claims[mention.claim]
    here = mention.claim in excerpt.columns
    standing = Standing(
        id=mention.source,
        role=CardRole.FOREIGN if record.document != setting.document else CardRole.STUB,
        side=setting.sides.get(mention.claim, Side.NEITHER),
        uses={use},
        notes=_whereabouts(graph, mention.claim, excerpt, setting),
        link=f"#{setting.address(mention.claim)}" if here else setting.links.get(mention.claim, ""),
    )
    return card_of(record, graph.corpus, standing)


def _whereabouts(graph: Graph, claim: ClaimId, excerpt: Excerpt, setting: Setting) -> tuple[str, ...]:
    """How much below a claim is not drawn here, and under what heading it is."""
    here = claim in excerpt.columns and not excerpt.folds(graph, claim)
    heading = "in this map" if here else setting.headings.get(claim, "")
    hidden = len(graph.below(claim) - excerpt.columns.keys())
    more = folded(hidden) if hidden or excerpt.folds(graph, claim) else ""
    parts = [part for part in (heading, more) if part]
    return (f"▸ {' · '.join(parts)}",) if parts else ()
