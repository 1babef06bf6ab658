from collections.abc import Callable

from argmap.model.corpus import Corpus
from argmap.model.inference import StepRole
from argmap.view.graph import graph_of

Claims = Callable[[str], Corpus]

EVERY_STEP = """claims a: A.
  because b: B.
  and c: C.
  undercut u: U.
  despite d: D.
  unless e: E.
  if f: F.
  only-if g: G.
  because (explanation) h: H.
  because (parts) i: I.
"""


def test_every_step_has_its_role_and_number(claims: Claims) -> None:
    steps = graph_of(claims(EVERY_STEP), ["doc"]).steps["doc.a"]
    assert [(step.number, step.role) for step in steps] == [
        (1, StepRole.BECAUSE),
        (2, StepRole.DESPITE),
        (3, StepRole.UNLESS),
        (4, StepRole.IF),
        (5, StepRole.ONLY_IF),
        (6, StepRole.EXPLANATION),
        (7, StepRole.PARTS),
    ]
    assert steps[0].premises == ("doc.b", "doc.c")
    assert steps[0].undercuts == (("doc.u",),)


def test_conclusions_come_before_premises(claims: Claims) -> None:
    graph = graph_of(claims("claims x: X.\n\nclaims a: A.\n  because b: B.\n    because c: C.\n"), ["doc"])
    assert graph.roots == ("doc.x", "doc.a")
    assert list(graph.order) == ["doc.x", "doc.a", "doc.b", "doc.c"]


def test_the_thesis_comes_first(corpus_of: Callable[..., Corpus]) -> None:
    text = "document doc: T\n  thesis: a\n\nclaims x: X.\n  because c\n\nclaims a: A.\n  because c: C.\n"
    graph = graph_of(corpus_of(text), ["doc"])
    assert graph.roots == ("doc.a", "doc.x")
    assert list(graph.order) == ["doc.a", "doc.x", "doc.c"]


def test_a_circle_is_walked_once_and_entered_at_its_first_claim(claims: Claims) -> None:
    graph = graph_of(claims("claims a: A.\n  because b\n\nclaims b: B.\n  because a\n"), ["doc"])
    assert graph.roots == ("doc.a",)
    assert list(graph.order) == ["doc.a", "doc.b"]
    assert graph.below("doc.a") == {"doc.b"}


def test_claims_of_other_documents_are_leaves(corpus_of: Callable[..., Corpus]) -> None:
    one = "document one: One\n\nclaims a: A.\n  because two.b\n"
    two = "document two: Two\n\nclaims b: B.\n  because c: C.\n"
    graph = graph_of(corpus_of(one, two), ["one"])
    assert list(graph.order) == ["one.a", "two.b"]
    assert list(graph.premises("two.b")) == []
