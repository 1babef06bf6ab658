from collections.abc import Iterable

from argmap.model.inference import StepRole
from argmap.render.shelves import shelve
from argmap.view.picture import Card, CardRole, Edge, Group, Picture


def picture(cards: str, edges: Iterable[tuple[str, str]], groups: tuple[Group, ...] = ()) -> Picture:
    return Picture(
        title="T",
        description="D",
        cards=tuple(Card(id=name, role=CardRole.CLAIM, text=name, sentence=name) for name in cards),
        edges=tuple(
            Edge(id=f"{target}{source}", source=source, target=target, role=StepRole.BECAUSE, sentence="S")
            for source, target in edges
        ),
        groups=groups,
    )


def test_single_cards_stand_in_rows(alone: Picture) -> None:
    shelves = shelve(alone)
    assert shelves.columns == 4
    assert shelves.neighbours == (("c0", "c1"), ("c1", "c2"), ("c2", "c3"), ("c4", "c5"), ("c5", "c6"))


def test_single_cards_fill_the_room_beside_a_tree() -> None:
    shelves = shelve(picture("abcuvwxyz", [("b", "a"), ("c", "a")]))
    assert shelves.columns == 4
    # Two rows of two beside `b` and `c`; the last one begins a row of its own.
    assert shelves.neighbours == (("b", "u"), ("u", "v"), ("c", "w"), ("w", "x"), ("y", "z"))


def test_narrow_trees_share_a_shelf_and_wide_ones_do_not() -> None:
    pairs = picture("abcd", [("b", "a"), ("d", "c")])
    assert shelve(pairs).neighbours == (("b", "c"),)
    assert shelve(pairs).columns == 4
    wide = picture("abcdefgh", [("b", "a"), ("c", "b"), ("d", "c"), ("f", "e"), ("g", "f"), ("h", "g")])
    assert shelve(wide).neighbours == ()
    assert shelve(wide).columns == 4


def test_a_tree_of_many_columns_widens_the_shelves() -> None:
    chain = picture("abcdef", [("b", "a"), ("c", "b"), ("d", "c"), ("e", "d")])
    assert shelve(chain).columns == 5


def test_what_stands_under_different_headings_shares_no_shelf() -> None:
    groups = (Group(id="g1", title="One", members=("a",)), Group(id="g2", title="Two", members=("b",)))
    assert shelve(picture("ab", [], groups)).neighbours == ()
