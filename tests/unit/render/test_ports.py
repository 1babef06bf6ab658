from argmap.render.ports import ports_of
from argmap.view.picture import Card, CardRole, Edge, EdgeRole, Picture

TOP = Card(id="top", role=CardRole.THESIS, text="Top.", sentence="Top.")


def line(id: str, target: str, role: EdgeRole = EdgeRole.SUPPORT, *, headed: bool = True) -> Edge:  # noqa: A002
    return Edge(id=id, source=f"from-{id}", target=target, role=role, headed=headed, sentence=id)


def ports(*edges: Edge) -> dict[str, str]:
    return ports_of(Picture(title="T", description="D", cards=(TOP,), edges=edges))


def test_lines_arrive_at_a_card_from_top_to_bottom() -> None:
    assert ports(line("a", "top"), line("b", "top")) == {"a": "p1:e", "b": "p2:e"}


def test_premises_arrive_at_a_dot_from_top_to_bottom_and_doubts_below() -> None:
    for number, points in ((1, "e"), (2, "ne se"), (3, "ne e se"), (5, "ne e e e se")):
        premises = [line(f"{place}", "dot", headed=False) for place in range(number)]
        found = ports(line("doubt", "dot", EdgeRole.UNDERCUT), *premises)
        assert found == {"doubt": "s", **{f"{place}": point for place, point in enumerate(points.split())}}


def test_premises_of_a_doubt_arrive_at_its_dot_like_others() -> None:
    assert ports(line("a", "dot", EdgeRole.UNDERCUT, headed=False)) == {"a": "e"}
