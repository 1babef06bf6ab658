from collections.abc import Iterable

from argmap.model.inference import StepRole
from argmap.render.packing import pack
from argmap.view.picture import ArgumentMap, CardRole, Edge, MapCard, MapPanel


def picture(cards: str, edges: Iterable[tuple[str, str]], groups: tuple[MapPanel, ...] = ()) -> ArgumentMap:
    return ArgumentMap(
        title="T",
        description="D",
        cards=tuple(MapCard(id=name, role=CardRole.CLAIM, text=name, sentence=name) for name in cards),
        edges=tuple(
            Edge(id=f"{target}{source}", source=source, target=target, role=StepRole.BECAUSE, sentence="S")
            for source, target in edges
        ),
        panels=groups,
    )


def test_single_cards_stand_in_rows(alone: ArgumentMap) -> None:
    packing = pack(alone)
    assert packing.columns == 4
    assert packing.neighbours == (("c0", "c1"), ("c1", "c2"), ("c2", "c3"), ("c4", "c5"), ("c5", "c6"))


def test_single_cards_fill_the_room_beside_a_tree() -> None:
    packing = pack(picture("abcuvwxyz", [("b", "a"), ("c", "a")]))
    assert packing.columns == 4
    # Two rows of two beside `b` and `c`; the last one begins a row of its own.
    assert packing.neighbours == (("b", "u"), ("u", "v"), ("c", "w"), ("w", "x"), ("y", "z"))


def test_narrow_trees_share_a_shelf_and_wide_ones_do_not() -> None:
    pairs = picture("abcd", [("b", "a"), ("d", "c")])
    assert pack(pairs).neighbours == (("b", "c"),)
    assert pack(pairs).columns == 4
    wide = picture("abcdefgh", [("b", "a"), ("c", "b"), ("d", "c"), ("f", "e"), ("g", "f"), ("h", "g")])
    assert pack(wide).neighbours == ()
    assert pack(wide).columns == 4


def test_a_tree_of_many_columns_widens_the_shelves() -> None:
    chain = picture("abcdef", [("b", "a"), ("c", "b"), ("d", "c"), ("e", "d")])
    assert pack(chain).columns == 5


def test_what_stands_under_different_headings_shares_no_shelf() -> None:
    groups = (MapPanel(id="g1", title="One", members=("a",)), MapPanel(id="g2", title="Two", members=("b",)))
    assert pack(picture("ab", [], groups)).neighbours == ()
