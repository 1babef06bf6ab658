"""What the maps of a document show, and what of it moves when something is added."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from argmap.compare.comparison import compare
from argmap.model.corpus import Corpus
from argmap.render.drawing import draw
from argmap.render.engine import find_engine
from argmap.view.claim_marks import claim_marks
from argmap.view.document_maps import focused, limited, maps_of_document, pictures_of_claims
from argmap.view.drawings import NamedOutline
from argmap.view.outline import Form, Outline, Row

Claims = Callable[[str], Corpus]
CorpusOf = Callable[..., Corpus]

LARGE = "".join(
    f"section: Part {section}\n\nclaims top-{section}: Top.\n"
    + "".join(f"  because p{section}-{number}: P.\n" for number in range(15))
    + (f"  because top-{section + 1}\n\n" if section < 4 else "\n")
    for section in range(1, 5)
)
EVERYTHING = """actor ministry: The ministry

claims lead (must): The alliance must take the lead.
  because gap: Nobody else will.
  and mandate: It has the mandate.
  undercut lapsed: The mandate has lapsed.
  and unrenewed: It was not renewed.
  despite reports untried from ministry: It has never been tried.
  unless war: There is war.
  objection late: It comes late.
  if will: The members agree.
  only-if money: There is money.
  because (explanation) history: It was founded for that.
  because (parts) first: First this.

denies expansion from ministry: It means to expand.
  because gap
  because: It has left the border open.

reports plan from ministry (should): There should be a plan.
  because (parts): A plan in three parts.

doubts calm from ministry: It will stay calm.

implies unsaid: Nobody said so.
"""


def lines(picture: Outline) -> Iterator[str]:
    for row in picture.rows:
        notes = [f"[{note.text}{'*' * note.firmness}]" for note in row.notes]
        address = f"({row.address})" if row.address else ""
        parts = (row.word, row.text, *notes, address, row.link)
        yield f"{'  ' * row.depth}{row.form}/{row.effect}/{row.asserted} {' '.join(filter(None, parts))}"
        if row.joining:
            yield f"{'  ' * row.depth}  : {row.joining}"


def cards(picture: Outline) -> list[Row]:
    return [row for row in picture.rows if row.is_card]


def names(picture: Outline) -> list[str]:
    return [row.id for row in cards(picture)]


def test_every_construct(claims: Claims, file_regression: FileRegressionFixture) -> None:
    picture = maps_of_document(claims(EVERYTHING), "doc")[0].picture
    file_regression.check("\n".join(lines(picture)) + "\n", encoding="utf-8")


def test_a_circle_ends_in_a_reference(claims: Claims) -> None:
    picture = maps_of_document(claims("claims a: A.\n  because b\n\nclaims b: B.\n  because a\n"), "doc")[0].picture
    assert [(row.form, row.address) for row in picture.rows] == [
        (Form.ROOT, "a"),
        (Form.CARD, "b"),
        (Form.REFERENCE, "a"),
    ]


def test_a_small_document_is_one_picture_the_thesis_first(corpus_of: CorpusOf) -> None:
    text = "section: One\n\nclaims a: A.\n\nsection: Two\n\nclaims b: B.\n  because c: C.\n"
    (only,) = maps_of_document(corpus_of(f"document doc: A title\n  thesis: b\n\n{text}"), "doc")
    assert only.name == "doc"
    assert only.picture.title == "A title"
    assert [row.text for row in only.picture.rows] == ["Two", "B.", "C.", "One", "A."]
    assert [row.form for row in only.picture.rows][:2] == [Form.HEADING, Form.THESIS]
    assert "3 claims" in only.picture.description


def test_a_large_one_has_an_overview_and_a_picture_a_section(claims: Claims) -> None:
    pictures = maps_of_document(claims(LARGE), "doc")
    assert [each.name for each in pictures] == ["doc", "doc.part-1", "doc.part-2", "doc.part-3", "doc.part-4"]
    assert [each.picture.title for each in pictures[1:]] == ["Part 1", "Part 2", "Part 3", "Part 4"]
    overview = pictures[0].picture
    assert overview.subtitle == ("Author A · 64 claims in 4 parts, 63 of them below the thesis",)
    weights = {row.address: row.weights.total for row in overview.rows if row.weights is not None}
    assert weights["top-1"] == 63
    assert weights["top-2"] == 47
    assert weights["p1-0"] == 0
    parts = [(part.title, part.weights.total, part.link, part.remark) for part in overview.parts]
    assert parts[0] == ("Part 1", 16, "doc.part-1.svg", "the thesis")
    assert sum(part.weights.total for part in overview.parts) == 64


NESTED = LARGE.replace("section: Part 2\n", "section: Part 2\n  level: 2\n").replace(
    "section: Part 4\n", "section: Deeper\n  level: 2\n\nsection: Part 4\n  level: 3\n"
)


def test_a_section_has_those_in_it_in_its_own_picture(claims: Claims) -> None:
    overview, one, three = maps_of_document(claims(NESTED), "doc")
    assert [each.name for each in (one, three)] == ["doc.part-1", "doc.part-3"]
    assert [part.title for part in overview.picture.parts] == ["Part 1", "Part 3"]
    headings = [[row.text for row in each.picture.rows if row.form is Form.HEADING] for each in (one, three)]
    assert headings == [["Part 2"], ["Deeper > Part 4"]]
    cards = [row.address for row in one.picture.rows if row.id]
    assert cards.index("p1-14") < cards.index("top-2") and "top-3" not in cards


def test_a_heading_names_those_above_it(corpus_of: CorpusOf) -> None:
    text = "section: One\n\nclaims a: A.\n\nsection: Two\n  level: 2\n\nclaims b: B.\n  because c: C.\n"
    (only,) = maps_of_document(corpus_of(f"document doc: A title\n  thesis: b\n\n{text}"), "doc")
    assert [row.text for row in only.picture.rows] == ["One > Two", "B.", "C.", "One", "A."]


def test_what_is_said_of_a_step_is_in_its_sentence(corpus_of: CorpusOf) -> None:
    step = '  because (sign, cause) b: B.\n  step-at: 3 "so it is"\n  step-note: A remark.\n  despite c: C.\n'
    (only,) = maps_of_document(corpus_of(f"document doc: D\n\nclaims a: A.\n{step}"), "doc")
    said = {row.address: row.joining for row in only.picture.rows}
    assert said["b"].endswith(" (schemes: sign, cause; made at line 3 “so it is”; note: A remark.)")
    assert "(" not in said["c"]


@pytest.mark.parametrize("text", [LARGE, NESTED])
def test_every_link_leads_to_a_card_that_is_there(claims: Claims, text: str) -> None:
    pictures = maps_of_document(claims(text), "doc")
    there = {f"{each.name}.svg" for each in pictures}
    there |= {f"{each.name}.svg#{row.id}" for each in pictures for row in each.picture.rows if row.id}
    links = [row.link for each in pictures for row in each.picture.rows if row.link]
    links += [part.link for each in pictures for part in each.picture.parts]
    assert links
    assert all(unquote(link) in there or link.startswith("#") for link in links)


@pytest.mark.parametrize("text", [EVERYTHING, LARGE])
def test_a_claim_is_known_to_be_on_the_picture_that_has_its_card(text: str, claims: Claims) -> None:
    corpus = claims(text)
    maps = maps_of_document(corpus, "doc")
    assert pictures_of_claims(corpus) == {claim: each.name for each in maps for claim in each.claims}
    assert pictures_of_claims(corpus).keys() == corpus.claims.keys()
    for each in maps if len(maps) == 1 else maps[1:]:
        named = {claim.partition(".")[2] for claim in each.claims if "~" not in claim}
        assert named == {row.id for row in cards(each.picture)} - {""}


@pytest.mark.parametrize("text", [LARGE, NESTED])
def test_every_claim_has_one_card(claims: Claims, text: str) -> None:
    corpus = claims(text)
    found = [name for each in maps_of_document(corpus, "doc")[1:] for name in names(each.picture)]
    assert sorted(found) == sorted(claim.name for claim in corpus.claims.values())


def test_a_document_without_claims_is_an_empty_picture(claims: Claims) -> None:
    (only,) = maps_of_document(claims(""), "doc")
    assert only.picture.rows == ()
    assert "0 claims" in only.picture.description


def test_documents_that_differ_in_case_alone_have_files_of_their_own(corpus_of: CorpusOf) -> None:
    corpus = corpus_of("document One: One\n\nclaims a: A.\n", "document one: One\n\nclaims a: A.\n")
    assert [maps_of_document(corpus, document)[0].name for document in corpus.documents] == ["One", "one-2"]


def test_a_premise_from_another_document_is_a_reference_by_its_whole_id(corpus_of: CorpusOf) -> None:
    one = "document one: One\n\nclaims a: A.\n  because two.b\n"
    two = "document two: Two\n\nclaims b: B.\n  because c: C.\n"
    (row,) = maps_of_document(corpus_of(one, two), "one")[0].picture.rows[1:]
    assert (row.form, row.address, row.link) == (Form.REFERENCE, "two.b", "two.svg#b")


CHAIN = "".join(f"claims c{n}: C.\n  because c{n + 1}\n\n" for n in range(20)) + "claims c20: C.\n"
TREE = "claims top: T.\n  because a: A.\n    because b: B.\n  because x: X.\n    because y: Y.\n"


def test_a_depth_counts_what_is_below_it(claims: Claims) -> None:
    def hidden(depth: int) -> dict[str, list[str]]:
        picture = limited(claims(TREE), "doc", depth)
        return {row.id: [note.text for note in row.notes] for row in picture.rows if row.notes}

    assert hidden(0) == {"top": ["+2 more"]}
    assert hidden(1) == {"a": ["+1 more"], "x": ["+1 more"]}
    assert hidden(9) == {}


def test_a_focus_shows_both_ways(claims: Claims) -> None:
    corpus = claims(TREE)
    assert names(focused(corpus, "doc.a", 0)) == ["a"]
    assert names(focused(corpus, "doc.a", 1)) == ["top", "a", "b"]
    assert names(focused(corpus, "doc.a", 2)) == ["top", "a", "b", "x"]
    (row,) = (row for row in focused(corpus, "doc.a", 1).rows if row.id == "a")
    assert [note.text for note in row.notes] == ["asked for"]


@pytest.mark.parametrize("radius", [0, 1, 3, 10, 100])
@pytest.mark.parametrize("focus", ["c0", "c1", "c10", "c19", "c20"])
def test_a_focus_on_a_long_chain_has_its_neighbours(claims: Claims, focus: str, radius: int) -> None:
    found = names(focused(claims(CHAIN), f"doc.{focus}", radius))
    number = int(focus[1:])
    assert sorted(found) == sorted(f"c{n}" for n in range(max(number - radius, 0), min(number + radius, 20) + 1))


def test_a_focus_reaches_into_other_documents(corpus_of: CorpusOf) -> None:
    corpus = corpus_of(
        "document one: One\n\nclaims a: A.\n  because two.b\n", "document two: Two\n\nclaims b: B.\n  because c: C.\n"
    )
    assert names(focused(corpus, "two.b", 1)) == ["one.a", "b", "c"]
    assert names(focused(corpus, "one.a", 2)) == ["a", "two.b", "two.c"]


DISPUTE = """issue go: Go?
  position yes: Yes
  position no: No
actor friend: The friend
"""
SAYS = "document {0}: {0}\n  author a-{0}: Author {0}\n  date: 2020\n\n{1}\n"


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("claims y: Y.\n  answers go: no", "≠ Author e, 2020"),
        ("claims y (possible): Y.\n  answers go: no", "≠ Author e, 2020"),
        ("claims y: Y.\n  answers go: no\n  if c: C.", "≁ on a condition: Author e, 2020"),
        ("claims y (should): Y.\n  answers go: no", "in tension: Author e, 2020"),
        ("claims y: Y.\n  answers go: yes", ""),
    ],
)
def test_a_claim_says_with_whom_it_is_at_odds(corpus_of: CorpusOf, said: str, note: str) -> None:
    kind = DISPUTE.replace("Go?\n", "Go?\n  kind: fact\n") if "should" not in said else DISPUTE
    one = SAYS.format("d", "claims x (certain): X.\n  answers go: yes\n  kind: fact")
    corpus = corpus_of(kind, one, SAYS.format("e", said))
    (only,) = maps_of_document(corpus, "d", claim_marks(compare(corpus)))
    assert [each.text for each in only.picture.rows[0].notes if "Author e" in each.text] == [note] * bool(note)


def test_a_reported_view_that_its_author_answers_otherwise_is_told_as_such(corpus_of: CorpusOf) -> None:
    text = "claims x: X.\n  answers go: yes\n\nreports y from friend: Y.\n  answers go: no\n"
    corpus = corpus_of(DISPUTE, SAYS.format("d", text))
    (only,) = maps_of_document(corpus, "d", claim_marks(compare(corpus)))
    found = {row.id: (row.text, row.effect, [note.text for note in row.notes]) for row in only.picture.rows}
    assert found["y"] == ("The friend: “Y.”", "against", ["author disagrees"])


MOVED = re.compile(
    # Places, sizes, counts and the stamp, and which colours there are.
    r'translate\([^)]*\)|d="M[^"]*"|\b(?:x|y|width|height|viewBox|data-argmap-dot)="[^"]*"|\d+ claims?'
    r"|<style>.*?</style>"
)


def still(named: NamedOutline) -> list[str]:
    """The lines of a drawing without coordinates, counts and stamp."""
    return MOVED.sub("", draw(named.picture, find_engine()).decode()).splitlines()


@pytest.mark.parametrize(
    "added",
    [
        "  because new: A new reason.\n",
        "  because: A new reason without a name.\n",
        "  objection new: A new objection.\n",
        "  because c: C.\n    because new: A new reason.\n",
    ],
)
def test_an_added_claim_changes_nothing_of_others_but_where_they_stand(claims: Claims, added: str) -> None:
    text = "claims top: T.\n  because a: A.\n    because b: B.\n{}  because: D.\n    because b\n\nclaims z: Z.\n"
    there = "  because c: C.\n" if added.startswith("  because c:") else ""
    old, new = (still(maps_of_document(claims(text.format(more)), "doc")[0]) for more in (there, added))
    assert not [line for line in old if line not in new]
    fresh = [line for line in new if line not in old]
    assert fresh
    assert all("new" in line or line.startswith(("<g ", "<path", "<rect", "<text", "</")) for line in fresh)
    assert len("".join(fresh)) < 2200


def test_text_of_any_script_stays_in_its_box(claims: Claims) -> None:
    from argmap.render.text_lines import width

    words = (
        "עברית שנקראת מימין לשמאל " * 8,
        "العربية من اليمين " * 9,
        "한국어 문장 " * 30,
        "中文" * 60,
        "Longwordwithoutaspace" * 12,
    )
    text = "".join(f"claims c{n}: {word}\n" for n, word in enumerate(words))
    svg = draw(maps_of_document(claims(text), "doc")[0].picture, find_engine())
    checked = 0
    for group in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}g"):
        box = group.find("{http://www.w3.org/2000/svg}rect")
        if not (group.get("class") or "").startswith("card") or box is None:
            continue
        for line in group.iter("{http://www.w3.org/2000/svg}text"):
            long = width(line.text or "", float(line.get("font-size", "0")), bold=line.get("font-weight") == "bold")
            x = float(line.get("x", "0"))
            backwards, anchor = line.get("direction") == "rtl", line.get("text-anchor", "start")
            starts = x if (anchor == "start") is not backwards else x - long
            assert starts >= 0
            assert starts + long <= float(box.get("width", "0"))
            checked += 1
    assert checked >= 15


def test_of_several_texts_that_are_at_odds_with_a_claim_some_are_named(corpus_of: CorpusOf) -> None:
    kind = DISPUTE.replace("Go?\n", "Go?\n  kind: fact\n")
    said = "claims x: X.\n  answers go: {}\n  kind: fact"
    for count, note in ((1, "≠ Author n0, 2020"), (2, "≠ Author n0, 2020, Author n1, 2020"), (5, "≠ 5 texts")):
        others = [SAYS.format(f"n{number}", said.format("no")) for number in range(count)]
        corpus = corpus_of(kind, SAYS.format("d", said.format("yes")), *others)
        (only,) = maps_of_document(corpus, "d", claim_marks(compare(corpus)))
        assert [each.text for each in only.picture.rows[0].notes] == [note]


def test_nobody_is_at_odds_with_an_earlier_text_of_their_own(corpus_of: CorpusOf) -> None:
    one, other = (SAYS.format("d", f"claims x: X.\n  answers go: {answer}") for answer in ("yes", "no"))
    corpus = corpus_of(DISPUTE, one, other.replace("document d: d", "document later: d"))
    assert not claim_marks(compare(corpus)).at_odds


def test_a_step_takes_from_what_others_hold_and_the_author_rejects_that_they_hold_it(claims: Claims) -> None:
    text = "actor ministry: The ministry\n\nclaims a: A.\n  because {} b from ministry: B.\n"
    for verb_, said in (
        ("denies", "The ministry (the author denies it): “B.”"),
        ("doubts", "The ministry (the author doubts it): “B.”"),
        ("reports", "The ministry: “B.”"),
    ):
        row = maps_of_document(claims(text.format(verb_)), "doc")[0].picture.rows[1]
        assert (row.text, row.notes) == (said, ())
    alone = maps_of_document(claims("claims a: A.\n  because denies b: B.\n"), "doc")[0].picture.rows[1]
    assert alone.text == "Not: B."
