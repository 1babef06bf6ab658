from collections.abc import Callable

import pytest

from argmap.model.corpus import Corpus
from argmap.view.graph import Side, graph_of, sides_of

Claims = Callable[[str], Corpus]

CASES = {
    "support of support": ("claims t: T.\n  because a: A.\n    because x: X.\n", Side.FOR),
    "concession": ("claims t: T.\n  despite x: X.\n", Side.AGAINST),
    "concession to a concession": ("claims t: T.\n  despite a: A.\n    despite x: X.\n", Side.FOR),
    "support of a concession": ("claims t: T.\n  despite a: A.\n    because x: X.\n", Side.AGAINST),
    "exception": ("claims t: T.\n  unless x: X.\n", Side.AGAINST),
    "undercut of a support": ("claims t: T.\n  because a: A.\n  undercut x: X.\n", Side.AGAINST),
    "undercut of a concession": ("claims t: T.\n  despite a: A.\n  undercut x: X.\n", Side.FOR),
    "explanation": ("claims t: T.\n  because (explanation) x: X.\n", Side.NEITHER),
    "part": ("claims t: T.\n  because (parts) x: X.\n", Side.NEITHER),
    "condition": ("claims t: T.\n  if x: X.\n", Side.NEITHER),
    "reason for a denial": ("denies t: T.\n  because x: X.\n", Side.FOR),
    "both": ("claims t: T.\n  because x: X.\n  despite x\n", Side.NEITHER),
    "support and explanation": ("claims t: T.\n  because (explanation) x: X.\n  because x\n", Side.FOR),
    "another tree": ("claims t: T.\n\nclaims u: U.\n  despite x: X.\n", Side.AGAINST),
    "thesis before another tree": ("claims t: T.\n  because x: X.\n\nclaims u: U.\n  despite x\n", Side.FOR),
}


@pytest.mark.parametrize("text,side", CASES.values(), ids=CASES)
def test_the_side_of_a_claim(claims: Claims, text: str, side: Side) -> None:
    corpus = claims(text)
    sides = sides_of(graph_of(corpus, ["doc"]), corpus.documents["doc"].thesis)
    assert sides["doc.x"] is side


def test_a_chain_of_thousands_needs_no_deep_stack(claims: Claims) -> None:
    corpus = claims("".join(f"claims c{n}: C.\n  despite c{n + 1}\n\n" for n in range(5000)) + "claims c5000: C.\n")
    sides = sides_of(graph_of(corpus, ["doc"]), corpus.documents["doc"].thesis)
    assert sides["doc.c5000"] is Side.FOR
    assert sides["doc.c4999"] is Side.AGAINST
