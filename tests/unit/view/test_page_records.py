"""What a page tells: on its first screen, of a question, of a claim."""

from collections.abc import Callable

import pytest
from paged import records_of
from tram_town import FILES

from argmap.model.corpus import Corpus
from argmap.view.page.records import Page, SideColour, Sign
from argmap.wording.spans import Words

Understand = Callable[..., tuple[Corpus, list[object]]]


def said(words: Words) -> str:
    return "".join(span.text for span in words)


@pytest.fixture(scope="module")
def trams(understand: Understand) -> Page:
    return records_of(understand(*FILES.values())[0], "Trams")


def test_the_first_screen_counts_and_names(trams: Page) -> None:
    summary = [said(line) for line in trams.overview.summary]

    assert summary[0].startswith("Three texts: Author A (2020), Author B (2021)")
    assert "they disagree on two" in summary[1]


def test_the_weightiest_dispute_has_both_sides_in_their_own_claims(trams: Page) -> None:
    first, card, linked = trams.overview.cards

    assert (first.question, card.question) == ("Are trams quiet?", "Should the town build trams?")
    assert linked.question == "One is broke or is not"
    assert [(side.answer, side.said[0].text) for side in card.sides] == [
        ("“It should”", "The town should build trams."),
        ("“It should not”", "The town should leave its streets as they are."),
    ]
    assert {side.colour for side in card.sides} == {SideColour.ONE, SideColour.OTHER}
    assert said(card.turning[0]) == ("Are trams quiet? – Author A (2020) and Author B (2021), its only reason.")


def test_what_the_disputes_turn_on_stands_beside_them(trams: Page) -> None:
    assert [(one.question, len(one.above)) for one in trams.overview.deeper] == [("Are trams quiet?", 1)]


def test_the_matrix_has_a_group_for_each_way_in_which_texts_stand_to_each_other(trams: Page) -> None:
    found = {group.kind: [row.question for row in group.rows] for group in trams.overview.matrix.groups}

    assert set(found["dispute"]) == {"Should the town build trams?", "Are trams quiet?"}
    assert found["agree"] == ["Is the air of the town good?"]
    row = next(row for row in trams.overview.matrix.groups[0].rows if row.target == "i/trams")
    assert [answer.sign for cell in row.cells for answer in cell.answers] == [Sign.RESERVE, Sign.RESERVE]


def test_a_question_tells_the_verdict_what_it_turns_on_and_the_reasons(trams: Page) -> None:
    question = next(one for one in trams.questions if one.address == "i/trams")

    assert said(question.verdicts[0]).startswith("Nobody can ")
    assert [one.question for one in question.turns_on] == ["Are trams quiet?"]
    assert {stake.share for stake in question.turns_on[0].stakes} == {"its only reason"}
    rows = question.sides[0].trees[0].rows
    assert [(row.connective, row.text) for row in rows] == [
        ("", "The town should build trams."),
        ("because", "Trams are quiet."),
    ]
    assert rows[1].crux


def test_a_question_in_dispute_tells_what_rests_on_each_answer(trams: Page) -> None:
    quiet, build = (next(one for one in trams.questions if one.address == f"i/{issue}") for issue in ("noise", "trams"))
    told = [{note.title: note for note in each.notes}["What rests on it"] for each in (quiet, build)]

    assert [said(line) for line in told[0].lines] == [
        "Author A (2020): “The town should build trams”; the main claim is among them.",
        "Author B (2021): “The town should leave its streets as they are”; the main claim is among them.",
    ]
    assert [said(line) for line in told[1].lines] == [
        "Author A (2020): it is the main claim.",
        "Author B (2021): it is the main claim.",
    ]


def test_a_card_knows_what_uses_a_claim_and_what_it_rests_on(trams: Page) -> None:
    cards = {card.claim: card for card in trams.claims}

    assert [(one.how, one.claim) for one in cards["first.quiet"].used_by] == [("because", "first.build")]
    assert [(one.how, one.claim) for one in cards["first.build"].rests_on] == [("because", "first.quiet")]
    assert [one.claim for one in cards["first.debt"].linked] == ["second.rich"]
    assert cards["first.owes"].does == "reports, as held by the town council"


def test_a_card_knows_what_is_said_of_a_step(understand: Understand) -> None:
    text = "document d: D\n  author a: A\nclaims x: X.\n  because y: Y.\n  and z: Z.\n  step-at: 7\n  step-note: So.\n"
    cards = {card.claim: card for card in records_of(understand(text)[0]).claims}
    assert [(one.claim, one.why) for one in cards["d.x"].rests_on] == [
        ("d.y", "made at line 7; note: So."),
        ("d.z", ""),
    ]
    assert [(one.claim, one.why) for one in cards["d.y"].used_by] == [("d.x", "made at line 7; note: So.")]


def test_old_ids_lead_to_new_ones(understand: Understand) -> None:
    text = "document d: D\n  author a: A\n  was: old\nclaims new: N.\n  was: former\nissue i: I?\n  was: j\n"

    former = dict(records_of(understand(text)[0]).former)
    assert former["c/d.former"] == "c/d.new"
    assert former["c/old.new"] == "c/d.new"
    assert former["d/old"] == "d/d"
    assert former["i/j"] == "i/i"


def test_a_cue_is_marked_and_its_sentence_known(understand: Understand) -> None:
    text = (
        'document d: D\n  author a: A\nclaims one: O.\n  at: "Build the trams"\nclaims two: T.\n  at: "the trams now"\n'
    )
    source = "A heading 🚋\n\nBuild the trams now. Then rest.\n"
    page = records_of(understand(text)[0], sources={"d": source})

    (view,) = page.texts
    pieces = [(piece.text, piece.claims) for piece in view.source[1].pieces]
    assert pieces == [
        ("Build ", ("d.one",)),
        ("the trams", ("d.one", "d.two")),
        (" now", ("d.two",)),
        (". Then rest.", ()),
    ]
    shown = "".join("".join(piece.text for piece in line.pieces) + "\n" for line in view.source)
    units = shown.encode("utf-16-le")
    sentence = page.claims[0].sentence
    assert sentence is not None
    assert units[2 * sentence.start : 2 * sentence.end].decode("utf-16-le") == "Build the trams now."
    assert units[2 * sentence.cue : 2 * sentence.cue_end].decode("utf-16-le") == "Build the trams"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((), "No text"),
        (("document d: D\n  author a: A\n",), "One text: A"),
        (("document d: D\n  author a: A\nclaims one: O.\n", "document e: E\nclaims one: O.\n"), "Two texts: "),
    ],
)
def test_little_or_nothing_makes_a_page_too(texts: tuple[str, ...], expected: str, understand: Understand) -> None:
    page = records_of(understand(*texts)[0])

    assert said(page.overview.summary[0]).startswith(expected)
    assert page.overview.cards == ()


def test_where_nothing_is_in_dispute_each_text_says_what_it_argues_for(understand: Understand) -> None:
    one = "document d: D\n  author a: A\nclaims top: Top.\n  because low: Low.\n"
    page = records_of(understand(one, one.replace("document d", "document e").replace("author a: A", "author b: B"))[0])

    assert [[row.text for row in brief.rows] for brief in page.overview.texts] == [["Top.", "Low."]] * 2


def test_silence_that_was_looked_for_is_told_apart(understand: Understand) -> None:
    files = dict(FILES)
    files["arguments/third.argmap"] = files["arguments/third.argmap"].replace("Author C\n", "Author C\n  silent: air\n")
    files["arguments/fourth.argmap"] = "document fourth: F\n  author author-d: Author D\nclaims f: F.\n"
    page = records_of(understand(*files.values())[0])

    cells = {row.target: row.cells for group in page.overview.matrix.groups for row in group.rows}
    names = [column.document for column in page.overview.matrix.columns]
    assert [name for name, cell in zip(names, cells["i/air"], strict=True) if cell.looked_for] == ["third"]
    assert not any(cell.looked_for for cell in cells["i/trams"])
    notes = {one.address: {note.title: note.lines for note in one.notes} for one in page.questions}
    assert [said(line) for line in notes["i/air"]["Silence"]] == [
        "Looked for, and not there: Author C (third).",
        "Silent, and perhaps nobody looked: Author D (fourth).",
    ]
    assert "Silence" not in notes["i/trams"]
