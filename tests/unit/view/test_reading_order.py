from collections.abc import Callable
from itertools import pairwise

import pytest

from argmap.model.corpus import Corpus
from argmap.view.document_maps import parts_of
from argmap.view.graph import Graph, graph_of
from argmap.view.reading_order import Tree, cut, forest

Claims = Callable[[str], Corpus]

CHAIN = "".join(f"claims c{n}: C.\n  because c{n + 1}\n\n" for n in range(30)) + "claims c30: C.\n"
WIDE = "claims top: T.\n" + "".join(f"  because p{n}: P.\n" for n in range(25))
LINKED = "claims top: T.\n  because p0: P.\n" + "".join(f"  and p{n}: P.\n" for n in range(1, 25))
LADDER = "".join(f"claims c{n}: C.\n  because c{n + 1}\n  because c{n + 2}\n\n" for n in range(15)) + (
    "claims c15: C.\n\nclaims c16: C.\n"
)
BUSHY = "".join(
    f"claims t{n}: T.\n" + "".join(f"  because s{n}-{m}: S.\n    because u{n}-{m}: U.\n" for m in range(4))
    for n in range(4)
)
CIRCLE = "claims a: A.\n  because b\n\nclaims b: B.\n  because c\n\nclaims c: C.\n  because a\n"
ALONE = "".join(f"claims c{n}: C.\n\n" for n in range(25))
ALL = [CHAIN, WIDE, LINKED, LADDER, BUSHY, CIRCLE, ALONE]


def pieces(claims: Claims, text: str, most: int = 10) -> tuple[Graph, tuple[Tree, ...]]:
    corpus = claims(text)
    graph, record = graph_of(corpus, ["doc"]), corpus.documents["doc"]
    trees = forest(graph, record.claims, record.thesis)
    return graph, tuple(piece for tree in trees for piece in cut(tree, most, deepest=3))


@pytest.mark.parametrize("text", ALL)
def test_every_claim_has_one_card_and_every_step_its_rows(claims: Claims, text: str) -> None:
    graph, trees = pieces(claims, text)
    assert sorted(claim for tree in trees for claim in tree.cards) == sorted(graph.steps)
    shown = set()
    for tree in trees:
        above: list[str] = []
        for entry in tree.entries:
            del above[entry.depth :]
            if entry.depth and entry.step is not None:
                shown.add((above[-1], entry.step.number, entry.claim))
            above.append(entry.claim)
    assert shown == {
        (top, step.number, one) for top in graph.steps for step in graph.steps[top] for one in step.mentions()
    }


@pytest.mark.parametrize("text", [CHAIN, WIDE, LADDER, BUSHY, CIRCLE, ALONE])
def test_no_tree_is_too_large_or_too_deep(claims: Claims, text: str) -> None:
    _, trees = pieces(claims, text)
    for tree in trees:
        assert len(tree.entries) <= 10
        assert max(entry.depth for entry in tree.entries) <= 4
        assert all(not entry.is_card or entry.depth <= 3 for entry in tree.entries)


def test_a_step_with_more_premises_than_a_tree_has_rows_stays_whole(claims: Claims) -> None:
    _, trees = pieces(claims, LINKED)
    assert [len(tree.entries) for tree in trees] == [26]


def test_a_claim_with_many_steps_carries_the_rest_of_them_on(claims: Claims) -> None:
    _, trees = pieces(claims, WIDE)
    assert [len(tree.entries) for tree in trees] == [10, 10, 8]
    assert [tree.continued for tree in trees] == [False, True, True]


def test_what_was_cut_off_follows(claims: Claims) -> None:
    _, trees = pieces(claims, CHAIN)
    tops = [tree.entries[0].claim for tree in trees]
    assert tops == sorted(tops, key=lambda claim: int(claim.removeprefix("doc.c")))
    for upper, lower in pairwise(trees):
        assert upper.entries[-1].claim == lower.entries[0].claim
        assert not upper.entries[-1].is_card


def test_premises_stand_in_the_order_of_the_text_and_doubts_after_what_they_doubt(claims: Claims) -> None:
    text = "claims t: T.\n  because a: A.\n    because x: X.\n  and b: B.\n  undercut d: D.\n  because c: C.\n"
    _, trees = pieces(claims, text)
    assert [(entry.depth, entry.claim.removeprefix("doc.")) for entry in trees[0].entries] == [
        *((0, "t"), (1, "a"), (2, "x"), (1, "b"), (1, "d"), (1, "c"))
    ]


def test_a_section_of_any_size_is_cut_into_pictures_that_fit(claims: Claims) -> None:
    body = "".join(f"claims r{n}: R.\n" + "".join(f"  because p{n}-{m}: P.\n" for m in range(6)) for n in range(60))
    corpus = claims(body)
    parts = parts_of(graph_of(corpus, ["doc"]), corpus.documents["doc"], "doc")
    assert len(parts) > 5
    assert all(sum(len(tree.entries) for tree in part.trees) <= 60 for part in parts)
    assert sorted(claim for part in parts for claim in part.claims) == sorted(corpus.documents["doc"].claims)
    assert parts[0].title == f"Part (1 of {len(parts)})"


def test_a_chain_of_thousands_needs_no_deep_stack(claims: Claims) -> None:
    _, trees = pieces(
        claims, "".join(f"claims c{n}: C.\n  because c{n + 1}\n\n" for n in range(5000)) + "claims c5000: C.\n"
    )
    assert sum(len(tuple(tree.cards)) for tree in trees) == 5001
