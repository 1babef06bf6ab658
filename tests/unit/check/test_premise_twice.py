"""A premise that a step names twice: told, and otherwise as if it were named once."""

from collections.abc import Callable

from argmap.compare.comparison import compare
from argmap.diff.differ import diff
from argmap.model.corpus import Corpus
from argmap.model.ids import DocumentId
from argmap.source.finding import Finding
from argmap.view.document_maps import maps_of_document

Understand = Callable[..., tuple[Corpus, list[Finding]]]
ISSUES = "issue go: Go?\n  position yes: Y\n  position no: N\n"
ISSUES += "issue pay: Pay?\n  position city: C\n  position users: U\n"
OTHER = "document e: E\n  author b: B\nclaims n: N\n  answers go: no\n  because u: U\n    answers pay: users\n"
ONCE = "document d: D\n  author a: A\nclaims x: X\n  answers go: yes\n  because y: Y\n    answers pay: city\n"
TWICE = ONCE + "  and y\n"


def test_it_is_told_once(understand: Understand) -> None:
    assert understand(ISSUES, ONCE, OTHER)[1] == []
    assert [finding.message for finding in understand(ISSUES, TWICE, OTHER)[1]] == ["`y` stands twice in one step"]
    thrice = understand(ISSUES, TWICE + "  and y\n", OTHER)[1]
    assert [finding.message for finding in thrice] == ["`y` stands twice in one step"]


def test_it_is_told_of_linked_premises_only(understand: Understand) -> None:
    assert understand(ISSUES, ONCE + "  despite y\n", OTHER)[1] == []
    further = ONCE + "  and z: Z\n  and y\n"
    assert [finding.message for finding in understand(ISSUES, further, OTHER)[1]] == ["`y` stands twice in one step"]


def test_it_is_another_argument_for_nobody(understand: Understand) -> None:
    once, twice = understand(ISSUES, ONCE, OTHER)[0], understand(ISSUES, TWICE, OTHER)[0]
    assert diff(once, twice).changes == diff(twice, once).changes == ()
    for corpus in (once, twice):
        comparison = compare(corpus)
        (conflict,) = (found for found in comparison.alignments() if found.issue == "go")
        assert [(crux.conflict.issue, crux.weight) for crux in comparison.cruxes(conflict)] == [("pay", 2)]


def test_it_is_drawn_once(understand: Understand) -> None:
    lines = []
    for text in (ONCE, TWICE):
        (only,) = maps_of_document(understand(ISSUES, text, OTHER)[0], DocumentId("d"))
        lines.append([(row.address, row.depth, row.linked) for row in only.picture.rows])
    assert lines == [[("x", 0, False), ("y", 1, False)]] * 2
