from argmap.model.inference import StepRole
from argmap.render.dot import port_counts, ports_of
from argmap.view.picture import ArgumentMap, CardRole, Edge, MapCard

TOP = MapCard(id="top", role=CardRole.THESIS, text="Top.", sentence="Top.")


def line(id: str, target: str, role: StepRole = StepRole.BECAUSE, *, headed: bool = True) -> Edge:  # noqa: A002
    return Edge(id=id, source=f"from-{id}", target=target, role=role, headed=headed, sentence=id)


def ports(*edges: Edge) -> dict[str, str]:
    return ports_of(ArgumentMap(title="T", description="D", cards=(TOP,), edges=edges))


def test_lines_arrive_at_a_card_from_top_to_bottom() -> None:
    assert ports(line("a", "top"), line("b", "top")) == {"a": "p1:e", "b": "p2:e"}


def test_premises_arrive_at_a_dot_from_top_to_bottom_and_doubts_below() -> None:
    premises = [line(f"{place}", "dot", headed=False) for place in (1, 2, 3)]
    doubts = [line(name, "dot", StepRole.UNDERCUT) for name in ("doubt", "more")]
    found = ports(*premises, *doubts)
    assert found == {"doubt": "s", "more": "sw", "1": "p1:e", "2": "p2:e", "3": "p3:e"}


def test_premises_of_a_doubt_arrive_at_its_dot_like_others() -> None:
    assert ports(line("a", "dot", StepRole.UNDERCUT, headed=False)) == {"a": "p1:e"}


def test_a_card_needs_a_place_for_every_line_and_a_dot_for_every_premise() -> None:
    edges = (
        line("doubt", "dot", StepRole.UNDERCUT),
        line("doubt of a card", "top", StepRole.UNDERCUT),
        line("head", "top"),
        line("premise", "dot", headed=False),
    )
    found = port_counts(ArgumentMap(title="T", description="D", cards=(TOP,), edges=edges))
    assert found == {"top": 2, "dot": 1}
