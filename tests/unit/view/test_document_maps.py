from collections.abc import Callable
from urllib.parse import unquote

from argmap.model.corpus import Corpus
from argmap.view.document_maps import maps_of_document
from argmap.view.picture import CardRole, NamedPicture

Claims = Callable[[str], Corpus]

LARGE = "".join(
    f"section: Part {section}\n\nclaims top-{section}: Top.\n"
    + "".join(f"  because p{section}-{number}: P.\n" for number in range(15))
    + (f"  because top-{section + 1}\n\n" if section < 4 else "\n")
    for section in range(1, 5)
)


def test_a_small_document_is_one_picture(claims: Claims) -> None:
    (only,) = maps_of_document(claims("section: One\n\nclaims a: A.\n\nsection: Two\n\nclaims b: B.\n"), "doc")
    assert only.name == "doc"
    assert only.picture.title == "A title"
    assert only.picture.subtitle == ("Author A", "2 claims · 0 steps")
    assert [panel.title for panel in only.picture.panels] == ["One", "Two"]


def test_a_large_one_has_an_overview_and_a_picture_a_section(claims: Claims) -> None:
    pictures = maps_of_document(claims(LARGE), "doc")
    assert [each.name for each in pictures] == ["doc", "doc.part-1", "doc.part-2", "doc.part-3", "doc.part-4"]
    assert [each.picture.title for each in pictures[1:]] == ["Part 1", "Part 2", "Part 3", "Part 4"]
    assert pictures[0].picture.subtitle == ("Author A", "64 claims in 4 maps")


def test_every_link_leads_to_a_card_that_is_there(claims: Claims) -> None:
    pictures = maps_of_document(claims(LARGE), "doc")
    there = {f"{each.name}.svg" for each in pictures}
    there |= {f"{each.name}.svg#{card.id}" for each in pictures for card in each.picture.cards}
    links = [card.link for each in pictures for card in each.picture.cards if card.link]
    assert links
    assert all(unquote(link) in there or link.startswith("#") for link in links)


def test_the_overview_says_how_much_is_folded_away(claims: Claims) -> None:
    overview = maps_of_document(claims(LARGE), "doc")[0].picture
    notes = {card.name: card.notes for card in overview.cards if card.name.startswith("top")}
    assert notes["top-2"] == ("▸ Part 2 · +47 claims",)
    parts = [card for card in overview.cards if card.role is CardRole.SECTION]
    assert [(card.text, card.link) for card in parts][:1] == [("Part 1", "doc.part-1.svg")]


def test_every_claim_is_drawn_in_full_once(claims: Claims) -> None:
    corpus = claims(LARGE)
    full = [card.name for each in maps_of_document(corpus, "doc")[1:] for card in drawn(each)]
    assert sorted(full) == sorted(claim.name for claim in corpus.claims.values())


def drawn(each: NamedPicture) -> list:  # type: ignore[type-arg]
    return [card for card in each.picture.cards if card.role not in (CardRole.STUB, CardRole.SECTION)]


def test_a_document_without_claims_is_an_empty_picture(claims: Claims) -> None:
    (only,) = maps_of_document(claims(""), "doc")
    assert only.picture.cards == ()
    assert only.picture.subtitle[-1] == "0 claims · 0 steps"


def test_documents_that_differ_in_case_alone_have_files_of_their_own(corpus_of: Callable[..., Corpus]) -> None:
    corpus = corpus_of("document One: One\n\nclaims a: A.\n", "document one: One\n\nclaims a: A.\n")
    assert [maps_of_document(corpus, document)[0].name for document in corpus.documents] == ["One", "one-2"]
