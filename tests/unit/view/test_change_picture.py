"""What the picture of a difference shows, as text."""

from collections.abc import Iterator

import attrs
import pytest
from harbour import EDITS, REVIEW, Edit, everything, told
from pytest_regressions.file_regression import FileRegressionFixture

from argmap.api.diffing import picture
from argmap.diff.differ import diff
from argmap.diff.rule import Rule
from argmap.diff.significance import Judged, Significance, judge
from argmap.report.difference.difference_page import outcome_of
from argmap.report.difference.difference_report import DiffReport
from argmap.view.changes.change_picture import CHANGES, changes_of
from argmap.view.changes.claim_changes import badge_of
from argmap.view.outline import Fate, Form, Outline, Row, Stress, Words
from argmap.wording.changes import ChangeSentences, headline
from argmap.wording.names import DifferenceNames


def drawn(story: DiffReport) -> Outline:
    difference = story.difference
    saying = ChangeSentences(
        difference=difference,
        names=DifferenceNames.of(difference),
        title="From old to new",
        subtitle=("A verdict.",),
    )
    return changes_of(difference, story.judged, saying)


def marked(words: Words) -> str:
    return "".join(f"{{{part}}}" if changed else part for part, changed in words)


def lines(shown: Outline) -> Iterator[str]:
    for row in shown.rows:
        margin = "  " * row.depth
        notes = "".join(f" [{note.text}{' !' if note.stress is Stress.CHANGE else ''}]" for note in row.notes)
        yield f"{margin}{row.form}/{row.fate} {row.word}{' ' if row.word else ''}{row.address}{notes}"
        if row.before:
            yield f"{margin}  - {marked(row.before)}"
        yield f"{margin}  {'+ ' if row.now else ''}{marked(row.now) or row.text}"
    yield from shown.closing


def rows(story: DiffReport) -> dict[str, Row]:
    return {row.address: row for row in drawn(story).rows if row.id}


def badges(story: DiffReport, claim: str) -> list[str]:
    return [note.text for note in rows(story)[claim].notes if note.text[0] in "+−~"]


def test_a_review(file_regression: FileRegressionFixture) -> None:
    file_regression.check("\n".join(lines(drawn(told(*REVIEW)))) + "\n", encoding="utf-8")


@pytest.mark.parametrize(
    "name",
    ["split", "a premise gone", "no doubt", "each on its own", "a reason against", "a reason that explains", "no link"],
)
def test_there_and_back(name: str, file_regression: FileRegressionFixture) -> None:
    there, back = ("\n".join(lines(drawn(told(*EDITS[name], back=way)))) for way in (False, True))
    file_regression.check(f"{there}\n--- and back\n{back}\n", encoding="utf-8")


def test_every_rule_has_a_label_of_its_own() -> None:
    # A rule is all that a label is made of, so a change of any kind can stand for those of another.
    class Anything:
        def __init__(self, rule: Rule) -> None:
            self.rule = rule

    labels = [badge_of(Judged(Anything(rule), Significance.LOW)).text for rule in Rule]  # type: ignore[arg-type]
    assert len(set(labels)) == len(Rule)


def test_every_change_is_told_somewhere() -> None:
    for name, back, story in everything():
        shown = drawn(story)
        told_of = " ".join(f"{row.sentence} {row.joining}" for row in shown.rows)
        for judged in story.judged:
            said = headline(judged.change, story.difference, DifferenceNames.of(story.difference))
            assert said in told_of, (name, back, judged.change.rule)


@pytest.mark.parametrize(
    ("edit", "claim", "expected"),
    [
        ("denied", "price", ["~ now denied"]),
        ("only supposed", "price", ["~ now only supposed"]),
        ("somebody else's", "town-pays", ["~ now only reported"]),
        ("more firmly", "town-pays", ["~ now must"]),
        ("other words", "price", ["~ reworded"]),
        ("another id", "costs", ["~ renamed"]),
        ("another section", "town-pays", ["~ moved"]),
        ("another year", "price", ["~ other date"]),
        ("another thesis", "no-harm", ["~ now the thesis"]),
        ("another thesis", "deepen", ["~ no longer the thesis"]),
        ("a claim gone", "town-pays", ["− gone"]),
    ],
)
def test_what_became_of_a_claim(edit: str, claim: str, expected: list[str]) -> None:
    assert badges(told(*EDITS[edit]), claim) == expected


def test_a_conclusion_without_grounds_is_told_below_what_took_them_away() -> None:
    told_below = [row for row in drawn(told(*EDITS["no grounds"])).rows if row.form is Form.CONSEQUENCE]
    assert ["− no reason left"] in [[note.text for note in row.notes] for row in told_below]


def test_what_matters_most_stands_out() -> None:
    (high,) = (note.stress for note in rows(told(*EDITS["denied"]))["price"].notes if note.text[0] == "~")
    (medium,) = (note.stress for note in rows(told(*EDITS["other words"]))["price"].notes if note.text[0] == "~")
    assert (high, medium) == (Stress.CHANGE, Stress.PLAIN)


def test_what_is_gone_is_struck_through_and_words_that_changed_are_marked_in_both_texts() -> None:
    gone = rows(told(*EDITS["a reason gone"]))["jobs"]
    assert (gone.fate, gone.now, [marked for _, marked in gone.before]) == (Fate.GONE, (), [True])
    svg = picture(told(*EDITS["other words"])).decode()
    assert '<tspan text-decoration="line-through">work</tspan>' in svg
    assert '<tspan text-decoration="underline">dredging</tspan>' in svg


def test_what_did_not_change_is_only_named_as_what_it_leads_to() -> None:
    shown = rows(told(Edit("union", "The herring would suffer.", "The herring would die.")))
    assert list(shown) == ["leave", "herring"]
    assert (shown["leave"].form, shown["leave"].fate, shown["leave"].notes) == (Form.ROOT, Fate.SAME, ())
    assert (shown["herring"].depth, shown["herring"].word, shown["herring"].fate) == (1, "because", Fate.CHANGED)


def test_a_premise_that_stays_stands_beside_the_one_that_went() -> None:
    shown = rows(told(*EDITS["a premise gone"]))
    gone, kept = shown["rivals"], shown["larger"]
    assert (gone.depth, gone.fate) == (kept.depth, Fate.GONE)
    assert kept.fate is Fate.SAME
    assert {gone.linked, kept.linked} == {True, False}


def test_what_follows_stands_below_what_it_follows_from() -> None:
    shown = drawn(told(*EDITS["the opposite answer"])).rows
    at = next(place for place, row in enumerate(shown) if row.address == "deepen")
    below = [row for row in shown[at + 1 :] if row.depth > shown[at].depth]
    assert [row.word for row in below][:2] == ["now", "so"]
    assert all(row.form is Form.CONSEQUENCE for row in below[:2])


def test_a_new_document_is_told_in_a_sentence() -> None:
    shown = drawn(told(*EDITS["no document"], back=True)).rows
    assert any("Wait and see" in row.text for row in shown if row.form is Form.HEADING)
    assert {row.fate for row in shown if row.is_card} == {Fate.NEW}


def test_an_empty_difference() -> None:
    story = told(old_name="a", new_name="b")
    shown = drawn(story)
    assert (shown.rows, shown.closing) == ((), ())
    assert shown.description == "From old to new. A verdict."
    assert outcome_of(story) in picture(story).decode()


def test_accepted_and_partial_comparisons_say_so() -> None:
    judged = told(*REVIEW).judged
    svg = picture(told(*REVIEW, judged=judged[3:], accepted=judged[:3], partial=("arguments/a.argmap",))).decode()
    assert "3 accepted changes not shown" in svg
    assert "Read in part only: arguments/a.argmap" in svg
    assert "Nothing to report from old to new" in picture(told(*REVIEW, judged=(), accepted=judged)).decode()


def test_the_same_difference_is_the_same_bytes() -> None:
    assert picture(told(*REVIEW)) == picture(told(*REVIEW))


def claims(count: int, word: str) -> str:
    return "".join(f"claims c{n}: Number {n} is {word}.\n" for n in range(count))


def test_more_changes_than_there_is_room_for() -> None:
    shown = drawn(told(Edit("club", "claims fish-too", f"{claims(200, 'small')}claims fish-too")))
    assert sum(row.is_card for row in shown.rows) == CHANGES
    assert shown.closing == (f"Not drawn for want of room: {200 - CHANGES} more changes.",)


def test_what_matters_most_is_drawn_first() -> None:
    many = told(Edit("club", "claims fish-too", f"{claims(200, 'small')}claims fish-too"), *EDITS["denied"])
    assert next(iter(rows(many))) == "price"


def chain(length: int, last: str) -> str:
    links = "".join(f"claims s{n}: Step {n}.\n  because s{n + 1}\n" for n in range(length))
    return f"{links}claims s{length}: {last}\n"


@pytest.mark.parametrize("length", [1, 30, 1500])
def test_of_a_long_way_up_the_nearest_conclusion_is_shown(length: int) -> None:
    before, after = (
        Edit("club", "claims fish-too", f"{chain(length, last)}claims fish-too") for last in ("The end.", "No end.")
    )
    old, new = told(before), told(after)
    difference = diff(old.difference.new, new.difference.new)
    story = attrs.evolve(new, difference=difference, judged=tuple(judge(difference.changes)))
    shown = [row for row in drawn(story).rows if row.is_card]
    assert [(row.address, row.depth) for row in shown] == [(f"s{length - 1}", 0), (f"s{length}", 1)]


def test_a_strength_that_is_taken_back_is_plainly_stated_now() -> None:
    edit = Edit("office", "because jobs (likely)", "because jobs")
    for back, said in ((False, "strength: likely → plainly stated"), (True, "strength: plainly stated → likely")):
        assert said in [note.text for note in rows(told(edit, back=back))["jobs"].notes]
