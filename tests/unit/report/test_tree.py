import attrs
import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from argmap.language.words import Attitude
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document, Section
from argmap.model.ids import ClaimId, DocumentId
from argmap.model.inference import Step, StepRole
from argmap.report.document_tree import tree
from argmap.report.terminal_text import cells
from argmap.source.text import Place, Span

DEMO = DocumentId("demo")
HERE = Place("x", Span(0, 0))


def chain(depth: int) -> Corpus:
    """A claim on a claim on a claim ..."""
    ids = [ClaimId(f"demo.c{number}") for number in range(depth)]
    claims = {
        id_: Claim(
            id=id_,
            document=DEMO,
            attitude=Attitude.CLAIMS,
            text="It is so.",
            steps=tuple(
                Step(role=StepRole.BECAUSE, premises=(below,), origin=HERE) for below in ids[number + 1 : number + 2]
            ),
            origin=HERE,
            wording=HERE,
        )
        for number, id_ in enumerate(ids)
    }
    document = Document(id=DEMO, title="Deep", file="x", thesis=next(iter(ids), None), claims=tuple(ids), origin=HERE)
    return Corpus(documents={DEMO: document}, issues={}, actors={}, terms={}, claims=claims)


def test_layout(corpus: Corpus, file_regression: FileRegressionFixture) -> None:
    file_regression.check(tree(corpus, DEMO, 72), encoding="utf-8")


@pytest.mark.parametrize("width", [0, 40, 41, 60, 200])
def test_no_line_is_wider_than_it_may_be(corpus: Corpus, width: int) -> None:
    assert max(map(cells, tree(corpus, DEMO, width).splitlines())) <= max(width, 40)


def test_every_claim_is_told_once(corpus: Corpus) -> None:
    shown = tree(corpus, DEMO, 1000)
    for claim in corpus.claims_of(DEMO):
        if "\n" not in claim.text:
            assert shown.count(claim.text) == 1
    assert "Not told here" not in shown


def test_thousands_of_levels() -> None:
    shown = tree(chain(5000), DEMO, 60).splitlines()
    assert max(map(cells, shown)) <= 60
    tops = [line for line in shown if "because c" in line]
    assert tops[0] == "└─ because c1: It is so."
    assert tops[9].startswith(" " * 27 + "└─ because c10: ")
    assert tops[10].startswith(" " * 27 + "└─ [level 11] because c11: ")
    assert tops[-1].startswith(" " * 27 + "└─ [level 4999] because c4999:")


def test_a_document_without_claims(corpus: Corpus) -> None:
    bare = attrs.evolve(corpus.documents[DEMO], thesis=None, claims=(), authors=(), date="", publisher="")
    assert tree(attrs.evolve(corpus, documents={DEMO: bare}), DEMO) == "demo: A demonstration\nno claims\n"


def test_without_a_thesis_all_trees_are_told(corpus: Corpus) -> None:
    document = attrs.evolve(corpus.documents[DEMO], thesis=None)
    shown = tree(attrs.evolve(corpus, documents={DEMO: document}), DEMO)
    assert "\n\nclaims lead (must): The alliance" in shown


def test_a_premise_that_is_not_there_is_said(corpus: Corpus) -> None:
    claims = {id_: claim for id_, claim in corpus.claims.items() if id_ != "other.far"}
    assert "├─ unless other.far: not stated in this project\n" in tree(attrs.evolve(corpus, claims=claims), DEMO)


def test_each_claim_stands_below_the_heading_of_its_section() -> None:
    corpus = chain(0)
    ids = [ClaimId(f"demo.c{number}") for number in range(4)]
    claims = {
        id_: Claim(
            id=id_, document=DEMO, attitude=Attitude.CLAIMS, text="So.", section=section, origin=HERE, wording=HERE
        )
        for id_, section in zip(ids, (None, 0, 1, 1), strict=True)
    }
    sections = (Section(title="One", origin=HERE), Section(title="Two", origin=HERE))

    def told(thesis: ClaimId) -> list[str]:
        document = attrs.evolve(corpus.documents[DEMO], thesis=thesis, claims=tuple(ids), sections=sections)
        shown = tree(attrs.evolve(corpus, documents={DEMO: document}, claims=claims), DEMO)
        return [line.partition(": So.")[0] for line in shown.splitlines()[1:] if line]

    one, two = ["section: One", "claims c1"], ["section: Two", "claims c2", "claims c3"]
    assert told(ids[0]) == ["claims c0", *one, *two]
    assert told(ids[1]) == [*one, "before the first section", "claims c0", *two]
