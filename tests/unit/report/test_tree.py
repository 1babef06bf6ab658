from html import unescape

import attrs
import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from argmap.language.words import Attitude
from argmap.model.claim import Claim, Cue
from argmap.model.corpus import Corpus
from argmap.model.document import Document, Section
from argmap.model.ids import ClaimId, DocumentId
from argmap.model.inference import Step, StepRole
from argmap.report.document_page import document_page
from argmap.report.html import html
from argmap.report.markdown import markdown
from argmap.report.terminal import terminal
from argmap.report.terminal_text import cells
from argmap.report.visible import visible
from argmap.source.text import Place, Span

DEMO = DocumentId("demo")
HERE = Place("x", Span(0, 0))


def tree(corpus: Corpus, document: DocumentId, width: int = 100) -> str:
    """A document as a terminal shows it."""
    return terminal(document_page(corpus, document), width)


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


def test_a_document_without_a_title_is_called_by_its_id(corpus: Corpus) -> None:
    bare = attrs.evolve(corpus.documents[DEMO], title="", thesis=None, claims=(), authors=(), date="", publisher="")
    page = list(document_page(attrs.evolve(corpus, documents={DEMO: bare}), DEMO))
    assert markdown(page) == "# demo\n\n`demo`, no claims\n"
    assert "<title>demo</title>" in html(page)


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


def test_a_step_has_what_is_said_of_it_below_its_first_premise(corpus: Corpus) -> None:
    lead = corpus.claims[ClaimId("demo.lead")]
    first, *others = lead.steps
    cue = Cue(line=3, words="so they must", origin=HERE)
    said = attrs.evolve(first, schemes=("cause", "sign"), cues=(cue,), notes=("Only hinted at.",))
    claims = {**corpus.claims, lead.id: attrs.evolve(lead, steps=(said, *others))}
    lines = [line.lstrip("│├└─ ") for line in tree(attrs.evolve(corpus, claims=claims), DEMO).splitlines()]
    at = next(number for number, line in enumerate(lines) if line.startswith("because (cause, sign) opening: "))
    assert lines[at + 1 : at + 3] == ['step-at: 3 "so they must"', "step-note: Only hinted at."]
    assert sum("Only hinted at" in line for line in lines) == 1


def test_markdown_and_html_tell_every_claim_and_answer_too(corpus: Corpus) -> None:
    shown = markdown(document_page(corpus, DEMO))
    assert shown.startswith("# A demonstration\n\n`demo`, ")
    assert "\n- **claims lead (must)**: The alliance must take the lead" in shown
    assert "\n  - **because (cause) opening**: " in shown
    assert "\n  - **unless claims other.far**: " in shown
    page = html(document_page(corpus, DEMO))
    assert "<title>A demonstration</title>" in page
    assert page.count("<li>") == page.count("</li>") == shown.count("- **")
    for claim in corpus.claims_of(DEMO):
        for paragraph in claim.text.split("\n"):
            assert visible(paragraph) in unescape(page)
        for answer in claim.answers:
            assert f"answers {answer.issue}: " in shown and f"answers {answer.issue}: " in page


def test_no_text_of_anybody_becomes_markup(corpus: Corpus) -> None:
    lead = corpus.claims[ClaimId("demo.lead")]
    evil = {**corpus.claims, lead.id: attrs.evolve(lead, text="<b>*so*</b>\n# [so](x) \x1b[1m")}
    page = list(document_page(attrs.evolve(corpus, claims=evil), DEMO))
    assert r"**: \<b\>\*so\*\</b\> \# \[so\](x) \<U+001B\>\[1m" in markdown(page)
    assert "</strong>: &lt;b&gt;*so*&lt;/b&gt; # [so](x) &lt;U+001B&gt;[1m" in html(page)


def test_markdown_of_a_deep_argument_grows_with_it_and_no_faster() -> None:
    half, whole = (len(markdown(document_page(chain(depth), DEMO))) for depth in (2000, 4000))
    assert whole < 2.2 * half
    assert "- **\\[level 21\\] because" not in markdown(document_page(chain(21), DEMO))
    assert r"- \[level 21\] **because c21**: It is so." in markdown(document_page(chain(22), DEMO))
