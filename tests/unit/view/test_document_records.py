"""What the pictures of a document are made of, and what is none of it."""

from collections.abc import Callable

import pytest

from argmap.language.parser import Parser
from argmap.language.words import SCHEMES
from argmap.model.corpus import Corpus
from argmap.model.ids import DocumentId
from argmap.resolve.corpus import resolve
from argmap.source.text import SourceText
from argmap.view.document_records import DocumentRecords, records_of

FILES = {
    "a": """\
document a: A
  author author-a: Author A

reports one from council: One.
  answers go: yes
  because b.used
""",
    "b": """\
document b: B
  author author-b: Author B

claims used: Used.
  because below: Below it.

claims alone: Alone.
  because: So.
""",
    "c": """\
document c: C
  author author-c: Author C

claims linked: Linked.
  because: So.

claims far: Far.
  because: So.
""",
    "shared": """\
issue go: Go?
  position yes: Yes
  position no: No

actor council: The council

actor pilots: The pilots

link b.used same-as c.linked: As it seems.

link b.alone contradicts c.far: As it seems.
""",
}
PARSER = Parser()


def corpus(change: Callable[[str], str] = str) -> Corpus:
    parsed = [PARSER.parse(SourceText(f"{name}.argmap", change(text))).value for name, text in FILES.items()]
    return resolve(parsed, schemes=frozenset(SCHEMES)).value


def records(change: Callable[[str], str] = str) -> DocumentRecords:
    return records_of(corpus(change), DocumentId("a"))


def test_they_are_the_claims_of_the_document_and_those_it_uses() -> None:
    found = records()
    assert sorted(found.corpus.claims) == ["a.one", "b.used"]
    assert list(found.corpus.documents) == list(found.names) == ["a", "b"]
    assert not found.corpus.links
    assert sorted(found.corpus.actors) == ["author-a", "author-b", "council"]
    assert not found.corpus.issues


@pytest.mark.parametrize("old", ["Used.", "The council", "One.", "Author A"])
def test_what_a_picture_may_show_changes_them(old: str) -> None:
    new = f"{old[:-1]}x{old[-1]}"
    assert records(lambda text: text.replace(old, new)) != records()


@pytest.mark.parametrize("old", ["Below it.", "Alone.", "Far.", "The pilots", "same-as", "contradicts", "Yes"])
def test_what_none_shows_leaves_them_as_they_were(old: str) -> None:
    new = "entails" if old in ("contradicts", "same-as") else f"{old[:-1]}x{old[-1]}"
    assert records(lambda text: text.replace(old, new)) == records()


def test_what_a_comparison_says_of_their_claims_is_among_them() -> None:
    from argmap.model.ids import ClaimId
    from argmap.view.claim_marks import ClaimMarks

    marks = ClaimMarks(rejected=frozenset({ClaimId("a.one"), ClaimId("c.far")}))
    found = records_of(corpus(), DocumentId("a"), marks)
    assert found.marks.rejected == {"a.one"}
    assert found != records()
