import attrs

from argmap.compare.tree import roots
from argmap.model.corpus import Corpus
from argmap.model.ids import DocumentId
from argmap.report.document_page import branches

DEMO = DocumentId("demo")


def test_the_words_of_the_steps(corpus: Corpus) -> None:
    lead = corpus.claims[corpus.documents[DEMO].claims[0]]
    assert [step.role.word for step in lead.steps] == ["because", "despite", "unless", "only-if"]
    assert [(branch.role, branch.schemes, branch.claim) for branch in branches(lead.steps)] == [
        ("because", ("cause",), "demo.opening"),
        ("and", (), "demo.exit"),
        ("doubted", (), "demo.lead~1"),
        ("although", (), "demo.untried"),
        ("unless", (), "other.far"),
        ("only if", (), "demo.peace"),
    ]


def test_roots_reach_everything_and_a_circle_has_one(corpus: Corpus) -> None:
    assert roots(corpus, corpus.documents[DEMO]) == ("demo.lead", "demo.aside", "demo.round")


def test_without_a_thesis_what_nothing_uses_is_a_root(corpus: Corpus) -> None:
    document = attrs.evolve(corpus.documents[DEMO], thesis=None)
    assert roots(corpus, document) == ("demo.lead", "demo.aside", "demo.round")
