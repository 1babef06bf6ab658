"""Small pictures built by hand."""

import pytest

from argmap.language.words import Attitude
from argmap.model.inference import StepRole
from argmap.view.picture import ArgumentMap, CardRole, Edge, Junction, MapCard, MapPanel, Side


def card(id: str, **more: object) -> MapCard:  # noqa: A002
    settled: dict[str, object] = {
        "role": CardRole.CLAIM,
        "side": Side.FOR,
        "name": id,
        "text": f"The text of {id}.",
        "sentence": f"`{id}`, claimed: The text of {id}.",
    }
    return MapCard(id=id, **(settled | more))  # type: ignore[arg-type]


def edge(id: str, source: str, target: str, role: StepRole = StepRole.BECAUSE, *, headed: bool = True) -> Edge:  # noqa: A002
    sentence = f"`{source}` {role} `{target}`"
    return Edge(id=id, source=source, target=target, role=role, headed=headed, sentence=sentence)


@pytest.fixture
def everything() -> ArgumentMap:
    """A picture with every role, attitude and kind of line."""
    roles = list(StepRole)
    attitudes = list(Attitude)
    cards = [card("top", role=CardRole.THESIS), card("one"), card("two", link="other.svg#two"), card("doubt")]
    cards += [card(f"by-{role}", attitude=attitudes[n % len(attitudes)]) for n, role in enumerate(roles)]
    cards += [card("stub", role=CardRole.STUB, link="#one"), card("map", role=CardRole.SECTION, link="map.svg")]
    return ArgumentMap(
        title="A picture",
        subtitle=("Author A", "13 claims"),
        description="A picture of everything.",
        cards=tuple(cards),
        junctions=(Junction(id="top/1", role=StepRole.BECAUSE, sentence="`one` and `two` support `top`"),),
        edges=(
            edge("top/1/head", "top/1", "top"),
            edge("top/1/1", "one", "top/1", headed=False),
            edge("top/1/2", "two", "top/1", headed=False),
            edge("top/1/u1/1", "doubt", "top/1", StepRole.UNDERCUT),
            *(edge(f"one/{n}/1", f"by-{role}", "one", role) for n, role in enumerate(roles)),
        ),
        panels=(MapPanel(id="section/1", title="A section", members=("top", "one", "two", "top/1")),),
    )


@pytest.fixture
def alone() -> ArgumentMap:
    """Seven cards without a line."""
    cards = tuple(card(f"c{number}") for number in range(7))
    return ArgumentMap(title="Alone", description="Seven claims.", cards=cards)
