"""In a picture of trees everything is in reading order: section under section, premise under premise, doubts last."""

from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from test_pictures import DOC, HERE, SVG, claim, corpus
from thoroughness import examples

from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId
from argmap.model.inference import Step, StepRole, Undercut
from argmap.render.argument_map import draw
from argmap.render.engine import find_engine
from argmap.view.document_maps import maps_of_document
from argmap.view.picture import ArgumentMap

# For each step how many premises it has, and whether there is a doubt about it.
STEPS = st.lists(st.tuples(st.integers(1, 3), st.booleans()), max_size=3)


@st.composite
def groves(build: st.DrawFn) -> Corpus:
    """A tree in each section; the first one also uses the top of the last."""
    sections = build(st.integers(1, 3))
    claims: list[Claim] = []
    for section in range(sections):
        names = (ClaimId(f"doc.s{section}-c{number}") for number in range(99))
        first = len(claims)
        claims.append(grown(build, next(names), section, names, claims, 0))
        if section == 0 and sections > 1:
            across = Step(role=StepRole.BECAUSE, premises=(ClaimId(f"doc.s{sections - 1}-c0"),), origin=HERE)
            steps = (*claims[-1].steps, across)
            claims[-1] = claim("s0-c0", steps=steps, section=0)
        claims[first:] = [claims[-1], *claims[first:-1]]
    return corpus(claims, sections=sections)


def grown(
    build: st.DrawFn, name: ClaimId, section: int, names: Iterator[ClaimId], claims: list[Claim], depth: int
) -> Claim:
    """A claim with the steps below it, whose premises join the claims."""
    steps: list[Step] = []
    for size, doubted in build(STEPS) if depth < 2 and len(claims) < 10 else ():
        premises = tuple(next(names) for _ in range(size))
        doubt = (next(names),) if doubted else ()
        claims.extend(grown(build, each, section, names, claims, depth + 1) for each in (*premises, *doubt))
        undercuts = tuple(Undercut(premises=(each,), origin=HERE) for each in doubt)
        role = StepRole.DESPITE if build(st.booleans()) else StepRole.BECAUSE
        steps.append(Step(role=role, premises=premises, undercuts=undercuts, origin=HERE))
    return claim(name.partition(".")[2], steps=tuple(steps), section=section)


def heights(picture: ArgumentMap) -> dict[str, tuple[float, float]]:
    """From where to where each card and group reaches, downwards."""
    found = {}
    for group in ElementTree.fromstring(draw(picture, find_engine())).iter(f"{SVG}g"):
        lines = [float(text.get("y", "0")) for text in group.iter(f"{SVG}text")]
        if lines and group.get("id"):
            found[str(group.get("id"))] = (min(lines), max(lines))
    return found


@examples(40)
@given(groves())
def test_premises_stand_in_the_order_of_the_text(grove: Corpus) -> None:
    picture = maps_of_document(grove, DOC)[0].picture
    places = heights(picture)
    dots = {junction.id for junction in picture.junctions}
    for card in picture.cards:
        below = [edge.source for edge in picture.edges if edge.target == card.id]
        for dot in [thing for thing in below if thing in dots]:
            joined = [edge.source for edge in picture.edges if edge.target == dot]
            below[below.index(dot) : below.index(dot) + 1] = joined
        assert all(places[upper][1] < places[lower][0] for upper, lower in pairwise(below))


@examples(30)
@given(groves())
def test_sections_stand_in_the_order_of_the_text(grove: Corpus) -> None:
    picture = maps_of_document(grove, DOC)[0].picture
    places = heights(picture)
    cards = {card.id for card in picture.cards}
    reach = [[places[member] for member in group.members if member in cards] for group in picture.panels]
    for upper, lower in pairwise(reach):
        assert max(end for _, end in upper) < min(start for start, _ in lower)
