from collections.abc import Callable

import pytest

from argmap.model.corpus import Corpus
from argmap.view.document_parts import pages_of
from argmap.view.graph import Graph, graph_of
from argmap.view.map_excerpt import Excerpt

Claims = Callable[[str], Corpus]

CHAIN = "".join(f"claims c{n}: C.\n  because c{n + 1}\n\n" for n in range(30)) + "claims c30: C.\n"
WIDE = "claims top: T.\n" + "".join(f"  because p{n}: P.\n" for n in range(25))
LINKED = "claims top: T.\n  because p0: P.\n" + "".join(f"  and p{n}: P.\n" for n in range(1, 25))
LADDER = "".join(f"claims c{n}: C.\n  because c{n + 1}\n  because c{n + 2}\n\n" for n in range(15)) + (
    "claims c15: C.\n\nclaims c16: C.\n"
)
CIRCLE = "claims a: A.\n  because b\n\nclaims b: B.\n  because c\n\nclaims c: C.\n  because a\n"
ALONE = "".join(f"claims c{n}: C.\n\n" for n in range(25))


def cut(claims: Claims, text: str, cards: int = 10, columns: int = 4) -> tuple[Graph, tuple[Excerpt, ...]]:
    corpus = claims(text)
    graph = graph_of(corpus, ["doc"])
    return graph, pages_of(graph, corpus.documents["doc"].claims, cards=cards, columns=columns)


@pytest.mark.parametrize("text", [CHAIN, WIDE, LINKED, LADDER, CIRCLE, ALONE])
def test_pages_draw_every_claim_once_with_all_its_steps(claims: Claims, text: str) -> None:
    graph, pages = cut(claims, text)
    full = [claim for page in pages for claim in page.columns if claim not in page.again]
    assert sorted(full) == sorted(graph.steps)
    drawn = {(claim, number) for page in pages for claim, numbers in page.steps.items() for number in numbers}
    assert drawn == {(claim, step.number) for claim, steps in graph.steps.items() for step in steps}


@pytest.mark.parametrize("text", [CHAIN, WIDE, LADDER, CIRCLE, ALONE])
def test_no_page_is_too_wide_or_too_full(claims: Claims, text: str) -> None:
    graph, pages = cut(claims, text)
    for page in pages:
        assert len(page.columns) <= 10
        # A claim in the last column has no steps, since its premises would need one more.
        assert all(column + bool(graph.steps[claim]) <= 3 for claim, column in page.columns.items())


def test_a_long_chain_goes_on_below_on_the_same_page(claims: Claims) -> None:
    _, pages = cut(claims, CHAIN)
    columns = {claim.removeprefix("doc."): column for claim, column in pages[0].columns.items()}
    assert columns == {"c0": 0, "c1": 1, "c2": 2, "c3": 0, "c4": 1, "c5": 2}


def test_a_step_with_more_premises_than_a_page_has_cards_stays_whole(claims: Claims) -> None:
    _, pages = cut(claims, LINKED)
    assert [len(page.columns) for page in pages] == [26]


def test_a_claim_with_many_steps_carries_the_rest_to_the_next_page(claims: Claims) -> None:
    _, pages = cut(claims, WIDE)
    assert [len(page.steps["doc.top"]) for page in pages] == [9, 9, 7]
    assert [sorted(page.again) for page in pages] == [[], ["doc.top"], ["doc.top"]]
