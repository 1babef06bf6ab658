"""One name under two ids is one finding, however it is spaced, composed and capitalised."""

from collections.abc import Callable

import pytest

from argmap.model.corpus import Corpus
from argmap.source.finding import Finding
from argmap.source.loosened import loosened, named

Understand = Callable[..., tuple[Corpus, list[Finding]]]
NAME = "Comit\u00e9 d\u2019\u00c9t\u00e9"
SPELT = {
    "the same": NAME,
    "two spaces": "Comit\u00e9  d\u2019\u00c9t\u00e9",
    "a no-break space": "Comit\u00e9\u00a0d\u2019\u00c9t\u00e9",
    "a narrow one": "Comit\u00e9\u202fd\u2019\u00c9t\u00e9",
    "a tab": "Comit\u00e9\td\u2019\u00c9t\u00e9",
    "a zero-width space": "Comit\u00e9 \u200bd\u2019\u00c9t\u00e9",
    "a soft hyphen": "Comi\u00adt\u00e9 d\u2019\u00c9t\u00e9",
    "decomposed letters": "Comite\u0301 d\u2019E\u0301te\u0301",
    "capitals": "COMIT\u00c9 D\u2019\u00c9T\u00c9",
    "a straight apostrophe": "Comit\u00e9 d'\u00c9t\u00e9",
    "full width": "\uff23omit\u00e9 d\u2019\u00c9t\u00e9",
}


def document(name: str, author: str) -> str:
    return f"document {name}: {name}\n  author {author}\nclaims x{name}: X\n  because: Y\n"


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings if finding.code[:2] not in ("A0", "A3")]


@pytest.mark.parametrize("spelt", SPELT.values(), ids=list(SPELT))
def test_authors_and_actors(understand: Understand, spelt: str) -> None:
    first, shared = document("a", f"one: {NAME}"), f"actor two: {spelt}\n"
    for other in (document("b", f"two: {spelt}"), shared, document("b", "c: C") + shared):
        assert codes(understand(first, other)[1]) == ["A111"]
        assert codes(understand(other, first)[1]) == ["A111"]
    own = f"actor one: {NAME}\n{shared}"
    assert codes(understand(document("a", "c: C") + own)[1]) == ["A111"]


@pytest.mark.parametrize("spelt", SPELT.values(), ids=list(SPELT))
def test_one_id_may_have_its_name_in_any_spelling(understand: Understand, spelt: str) -> None:
    assert codes(understand(document("a", f"one: {NAME}"), document("b", f"one: {spelt}"))[1]) == []
    found = understand(document("a", f"one: {NAME}"), document("b", "c: C") + f"actor one: {spelt}\n")[1]
    assert codes(found) == ["A110"]


def test_however_often_it_is_told_once(understand: Understand) -> None:
    files = [document("a", f"one: {NAME}"), *(document(f"b{number}", f"two: {NAME} ") for number in range(5))]
    assert codes(understand(*files)[1]) == ["A111"]


def test_other_names_are_others(understand: Understand) -> None:
    for other in ("Comite d\u2019Ete", "Comit\u00e9 d\u2019\u00c9t\u00e9 2", "Comit\u00e9d\u2019\u00c9t\u00e9"):
        assert codes(understand(document("a", f"one: {NAME}"), document("b", f"two: {other}"))[1]) == []
    own = f"actor one: {NAME}\n"
    two = document("a", "c: C") + own, document("b", "d: D") + own.replace("one", "two")
    assert codes(understand(*two)[1]) == []


@pytest.mark.parametrize("spelt", SPELT.values(), ids=list(SPELT))
def test_issues_positions_and_titles(understand: Understand, spelt: str) -> None:
    positions = "  position yes: Yes\n  position no: No\n"
    issue = f"issue one: {NAME}\n{positions}"
    assert codes(understand(issue, issue.replace("one", "two").replace(NAME, spelt))[1]) == ["A112"]
    assert codes(understand(f"issue one: Q\n  position yes: {NAME}\n  position so: {spelt}\n")[1]) == ["A112"]
    one = document("a", "one: A").replace("document a: a", f"document a: {NAME}")
    two = document("b", "one").replace("document b: b", f"document b: {spelt}")
    assert codes(understand(one, two)[1]) == ["A112"]
    assert codes(understand(one, two.replace("author one", "author two: B"))[1]) == []
    assert codes(understand(one, two.replace("author one", "author one\n  date: 2021"))[1]) == []


def test_a_holder_is_found_by_a_name_in_any_spelling(understand: Understand) -> None:
    text = document("a", f"one: {NAME}") + "  because reports z from {}: Z\n"
    for spelt in ("COMIT\u00c9\u00a0d\u2019\u00c9t\u00e9", "Comite\u0301  d\u2019\u00c9t\u00e9"):
        finding = next(f for f in understand(text.format(spelt))[1] if f.code[:2] == "A1")
        assert finding.fix is not None and finding.fix.replacement == "one"


def test_a_word_means_an_id_before_a_name() -> None:
    known = {"one": ("Two",), "two": (NAME, "Other"), "three-four": (), "Five": (), "five": ()}
    assert named("two", known) == ["two"]
    assert named(" TWO ", known) == ["two"]
    assert named("Three  Four", known) == ["three-four"]
    assert named("comite\u0301 d'\u00e9t\u00e9", known) == ["two"]
    assert named("FIVE", known) == ["Five", "five"]
    assert named("", known) == named("\u200b", known) == named("six", known) == []


def test_loosening_is_done_once() -> None:
    for text in (*SPELT.values(), "\u0390\u00b4", "\u1e9e\u01f0\u0130", "\u0345\u03b1\u0301"):
        assert loosened(loosened(text)) == loosened(text)
