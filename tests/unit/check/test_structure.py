from collections.abc import Callable

import pytest

from argmap.model.corpus import Corpus
from argmap.source.finding import Finding

Understand = Callable[..., tuple[Corpus, list[Finding]]]
HEAD = "document d: D\n  author a: A\n"
LEAD = "claims lead: L\n  because: R\n"


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    "tie",
    [
        "claims x: X\n  because: Y\n",
        "claims x: X\n  if: Y\n",
        "claims x: X\nclaims y: Y\n  despite x\n",
        "claims x: X\nclaims y: Y\n  because: Z\n  undercut x\n",
        "claims x: X\nlink d.x unrelated-to d.lead\n",
        "claims x: X\n  answers i: y\nissue i: I?\n  position y: Y\n  position n: N\n",
    ],
)
def test_what_is_tied_to_something_does_not_stand_alone(understand: Understand, tie: str) -> None:
    assert codes(understand(HEAD + LEAD + tie)[1]) == []


def test_what_is_tied_to_nothing_does(understand: Understand) -> None:
    assert codes(understand(HEAD + LEAD + "claims x: X\n  note: n\n")[1]) == ["A205"]
    assert codes(understand(HEAD + "claims x: X\n")[1]) == []


@pytest.mark.parametrize(
    "broken",
    [
        "claims x: X\n  becuase y: Y\n",
        "claims x: X\n  because nothing-like-it\n",
        "claims x: X\n  answers nothing-like-it: y\n",
        "claims x: X\nclaims y: Y\n  because: Z\n  because x x\n",
        "claims x: X\nclaims y: Y\n  because: Z\n  because xx\n",
        "claims lead-2: X\nclaims y: Y\n  because: Z\n  because laed-2\n",
        "claims y: Y\n  because x: X\n  and nothing-like-it\n",
        "claims y: Y\n  because nothing-like-it\n  undercut x: X\n",
        "claims x: X\n<<<<<<< a\n  because: Z\n=======\n>>>>>>> b\n",
    ],
)
def test_what_lost_its_tie_is_not_told_twice(understand: Understand, broken: str) -> None:
    assert len(understand(HEAD + LEAD + broken)[1]) == 1


def test_a_section_is_filled_up_to_the_next(understand: Understand) -> None:
    _, findings = understand(
        HEAD + "section: One\n" + LEAD + "section: Two\nsection: Three\nclaims x: X\n  because lead\n"
    )
    assert codes(findings) == ["A219"]


def test_a_section_with_a_filled_one_in_it_is_not_empty(understand: Understand) -> None:
    inner = "section: {}\n  level: {}\n"
    below = "section: One\n" + inner.format("Two", 2) + inner.format("Three", 3) + LEAD
    assert codes(understand(HEAD + below)[1]) == []
    assert codes(understand(HEAD + below + inner.format("Four", 3))[1]) == ["A219"]
    assert codes(understand(HEAD + below + "section: Four\n" + inner.format("Five", 2))[1]) == ["A219", "A219"]


@pytest.mark.parametrize("above", ["sectoin: One", "section One", "section: One\n  levl: 2"])
def test_a_level_is_not_doubted_where_a_section_above_cannot_be_read(understand: Understand, above: str) -> None:
    _, findings = understand(HEAD + f"section: Zero\n{above}\nsection: Two\n  level: 3\n" + LEAD)
    assert "A222" not in codes(findings)


def test_a_section_whose_claims_cannot_be_read_is_not_empty(understand: Understand) -> None:
    _, findings = understand(HEAD + LEAD + "section: Two\nclams x: X\n")
    assert codes(findings) == ["A010"]
    assert codes(understand(HEAD + LEAD + "section: Two\nclaims x:\n")[1]) == ["A017"]


def test_a_document_whose_claims_cannot_be_read_is_not_empty(understand: Understand) -> None:
    assert codes(understand(HEAD + "clams x: X\n")[1]) == ["A010"]
    assert codes(understand(HEAD + "claims x:\n")[1]) == ["A017"]
    assert codes(understand("document doc: A title\nclaims x:\n")[1]) == ["A017", "A211"]
    assert codes(understand(HEAD)[1]) == ["A208"]
