"""From an excerpt to what is drawn: cards, dots and edges."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from argmap.model.claim import Claim
from argmap.model.ids import ClaimId
from argmap.view.amounts import folded
from argmap.view.bundles import Bundle, Mention, Scene, bundles_of
from argmap.view.cards import Standing, card_of
from argmap.view.excerpt import Excerpt, Setting
from argmap.view.graph import Graph
from argmap.view.picture import Card, CardRole, Edge, Junction, Side
from argmap.wording.claim_sentences import leading_to, premise_of, step_sentence

_MOST = 3
"""How many declared links, and how many uses that no line shows, a card names."""


@attrs.frozen
class Composition:
    """What an excerpt looks like."""

    cards: tuple[Card, ...]
    junctions: tuple[Junction, ...]
    edges: tuple[Edge, ...]


def compose(graph: Graph, excerpt: Excerpt, setting: Setting) -> Composition:
    """The cards, dots and edges of an excerpt; a claim that it names without drawing it becomes a stub."""
    scene = Scene.of(graph, excerpt, setting)
    bundles = {claim: tuple(bundles_of(scene, claim)) for claim in excerpt.columns}
    uses: dict[str, list[Bundle]] = {}
    for bundle in (bundle for own in bundles.values() for bundle in own):
        for mention in bundle.mentions:
            uses.setdefault(mention.source, []).append(bundle)

    cards: list[Card] = []
    junctions: list[Junction] = []
    edges: list[Edge] = []
    for claim, own in bundles.items():
        cards.append(_full_card(scene, claim, tuple(uses.get(setting.address(claim), ()))))
        for bundle in own:
            cards += [_stub(scene, mention, bundle) for mention in bundle.mentions if mention.stub]
            if bundle.dotted:
                junctions.append(Junction(id=bundle.id, role=bundle.role, sentence=_sentence(bundle, graph)))
            edges += _edges(bundle, graph)
    return Composition(tuple(cards), tuple(junctions), tuple(edges))


def _edges(bundle: Bundle, graph: Graph) -> Iterator[Edge]:
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


def _sentence(bundle: Bundle, graph: Graph) -> str:
    premises = tuple(graph.corpus.claims[mention.claim] for mention in bundle.mentions)
    conclusion = graph.corpus.claims[bundle.conclusion]
    return step_sentence(premises, bundle.role, conclusion, graph.corpus, scheme=bundle.scheme)


def _joining(mention: Mention, bundle: Bundle, graph: Graph) -> str:
    if len(bundle.mentions) == 1:
        return _sentence(bundle, graph)
    claims = graph.corpus.claims
    premise = premise_of(claims[mention.claim], bundle.role, claims[bundle.conclusion], graph.corpus)
    return f"{premise}, one of {len(bundle.mentions)} premises taken together: {_sentence(bundle, graph)}"


def _full_card(scene: Scene, claim: ClaimId, uses: tuple[Bundle, ...]) -> Card:
    graph, excerpt, setting = scene.graph, scene.excerpt, scene.setting
    record = graph.corpus.claims[claim]
    role = _role_of(graph, record, excerpt, setting)
    notes = []
    if role is CardRole.STUB:
        notes.append("▸ continued here")
    else:
        notes += _some(setting.relations.get(claim, ()), "⇄")
        notes += _some(tuple(_used_elsewhere(graph, record, uses)), "◂")
        if excerpt.folds(graph, claim):
            notes += _whereabouts(graph, claim, excerpt, setting)
    standing = Standing(
        id=setting.address(claim),
        role=role,
        side=setting.sides.get(claim, Side.NEITHER),
        uses=frozenset(bundle.role for bundle in uses),
        schemes=tuple(dict.fromkeys(bundle.scheme for bundle in uses if bundle.scheme)),
        focus=claim == setting.focus,
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


def _used_elsewhere(graph: Graph, claim: Claim, uses: tuple[Bundle, ...]) -> Iterator[str]:
    """What a claim does for others, where a stub of it stands or nothing at all, so that no line leads there."""
    drawn = {bundle.conclusion for bundle in uses}
    for use in graph.uses.get(claim.id, ()):
        if use.conclusion not in drawn:
            yield f"◂ {leading_to(use.role)} {graph.corpus.claims[use.conclusion].name}"


def _some(notes: tuple[str, ...], sign: str) -> tuple[str, ...]:
    """No more notes of one sort than a card has room for."""
    more = len(notes) - _MOST
    return notes if more <= 0 else (*notes[:_MOST], f"{sign} and {more} more")


def _stub(scene: Scene, mention: Mention, bundle: Bundle) -> Card:
    graph, setting = scene.graph, scene.setting
    record = graph.corpus.claims[mention.claim]
    here = mention.claim in scene.excerpt.columns
    standing = Standing(
        id=mention.source,
        role=CardRole.FOREIGN if record.document != setting.document else CardRole.STUB,
        side=setting.sides.get(mention.claim, Side.NEITHER),
        uses=frozenset({bundle.role}),
        schemes=(bundle.scheme,) if bundle.scheme else (),
        notes=_whereabouts(graph, mention.claim, scene.excerpt, setting),
        link=f"#{setting.address(mention.claim)}" if here else setting.links.get(mention.claim, ""),
    )
    return card_of(record, graph.corpus, standing)


def _whereabouts(graph: Graph, claim: ClaimId, excerpt: Excerpt, setting: Setting) -> tuple[str, ...]:
    """How much below a claim is not drawn here, and under what heading it is."""
    here = claim in excerpt.columns and not excerpt.folds(graph, claim)
    heading = "in this map" if here and not setting.grouped else setting.headings.get(claim, "")
    hidden = len(graph.below(claim) - excerpt.columns.keys())
    more = folded(hidden) if hidden or excerpt.folds(graph, claim) else ""
    parts = [part for part in (heading, more) if part]
    return (f"▸ {' · '.join(parts)}",) if parts else ()
