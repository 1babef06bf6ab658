"""What is drawn, written as lines: cards with their roles, and edges with what they say."""

from collections.abc import Callable, Iterator

from pytest_regressions.file_regression import FileRegressionFixture

from argmap.model.corpus import Corpus
from argmap.view.document_maps import maps_of_document
from argmap.view.picture import ArgumentMap

Claims = Callable[[str], Corpus]

EVERYTHING = """actor ministry: The ministry

claims lead (must): The alliance must take the lead.
  because gap: Nobody else will.
  and mandate: It has the mandate.
  undercut lapsed: The mandate has lapsed.
  and unrenewed: It was not renewed.
  despite reports untried from ministry: It has never been tried.
  unless war: There is war.
  if will: The members agree.
  only-if money: There is money.
  because (explanation) history: It was founded for that.
  because (parts) first: First this.

denies expansion from ministry: It means to expand.
  because gap
  because: It has left the border open.
"""


def lines(picture: ArgumentMap) -> Iterator[str]:
    for group in picture.panels:
        yield f"group {group.id} {group.title}: {' '.join(group.members)}"
    for card in picture.cards:
        yield " ".join(("card", card.id, card.role, card.side, *card.words, *card.notes, card.link)).rstrip()
    for junction in picture.junctions:
        yield f"dot {junction.id}"
    for edge in picture.edges:
        head = edge.role if edge.headed else "joins"
        yield f"edge {edge.id}: {edge.source} -> {edge.target} ({head}) {edge.sentence}"


def test_every_construct(claims: Claims, file_regression: FileRegressionFixture) -> None:
    picture = maps_of_document(claims(EVERYTHING), "doc")[0].picture
    file_regression.check("\n".join(lines(picture)) + "\n", encoding="utf-8")


def test_a_circle_is_drawn_with_a_stub_where_it_closes(claims: Claims, file_regression: FileRegressionFixture) -> None:
    picture = maps_of_document(claims("claims a: A.\n  because b\n\nclaims b: B.\n  because a\n"), "doc")[0].picture
    file_regression.check("\n".join(lines(picture)) + "\n", encoding="utf-8")


def test_sections_are_groups_with_the_dots_of_their_steps(
    claims: Claims, file_regression: FileRegressionFixture
) -> None:
    text = "section: One\n\nclaims a: A.\n  because b: B.\n  and c\n\nsection: Two\n\nclaims c: C.\n"
    picture = maps_of_document(claims(text), "doc")[0].picture
    file_regression.check("\n".join(lines(picture)) + "\n", encoding="utf-8")


def test_a_premise_from_another_document(
    corpus_of: Callable[..., Corpus], file_regression: FileRegressionFixture
) -> None:
    one = "document one: One\n\nclaims a: A.\n  because two.b\n"
    two = "document two: Two\n\nclaims b: B.\n  because c: C.\n"
    picture = maps_of_document(corpus_of(one, two), "one")[0].picture
    file_regression.check("\n".join(lines(picture)) + "\n", encoding="utf-8")


def test_ids_are_unique_and_edges_end_at_what_is_there(claims: Claims) -> None:
    picture = maps_of_document(claims(EVERYTHING), "doc")[0].picture
    things = [each.id for each in (*picture.cards, *picture.junctions)]
    everything = [*things, *(edge.id for edge in picture.edges), *(group.id for group in picture.panels)]
    assert len(set(everything)) == len(everything)
    assert {end for edge in picture.edges for end in (edge.source, edge.target)} <= set(things)
