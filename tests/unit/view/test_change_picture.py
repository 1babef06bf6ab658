"""What the picture of a difference shows, as text: tables, cards and lines."""

from collections.abc import Iterator

import attrs
import pytest
from harbour import EDITS, REVIEW, Edit, everything, told
from pytest_regressions.file_regression import FileRegressionFixture

from argmap.diff.rule import Rule
from argmap.diff.significance import Judged, Significance
from argmap.report.difference.difference_report import DiffReport
from argmap.view.changes.change_picture import CARDS, changes_of
from argmap.view.changes.claim_changes import badge_of

from argmap.view.tables_and_trees import Badge, ChangeCard, ChangeNode, ChangePicture, Fate, Words
from argmap.wording.changes import ChangeSentences, headline
from argmap.wording.names import DifferenceNames


def drawn(story: DiffReport) -> ChangePicture:
    difference = story.difference
    saying = ChangeSentences(
        difference=difference,
        names=DifferenceNames.of(difference),
        title="From old to new",
        subtitle=("A verdict.",),
    )
    return changes_of(difference, story.judged, saying)


def label(badge: Badge) -> str:
    return f"[{badge.text}{' !' if badge.weighty else ''}]"


def marked(words: Words) -> str:
    return "".join(f"{{{part}}}" if changed else part for part, changed in words)


def lines(shown: ChangePicture) -> Iterator[str]:
    for table in shown.tables:
        yield f"= {table.title}{f', {table.more} more' if table.more else ''}"
        for row in table.rows:
            yield f"  {label(row.badge)} {row.who} / {row.asked}"
            yield f"    {marked(row.before) or '-'} -> {marked(row.now) or '-'}"
    for panel in shown.panels:
        yield f"# {panel.title}: {' / '.join(panel.notes)}{''.join(map(label, panel.badges))}"
        for node in panel.nodes:
            yield from card_lines(node, "  " * (node.column + 1))
    if shown.closing:
        yield shown.closing


def card_lines(node: ChangeNode, margin: str) -> Iterator[str]:
    card = node.card
    way = f"{node.role}{' together' if node.joint else ''}{f' {label(node.tag)}' if node.tag else ''}: "
    words = f"{' · '.join(card.words)} " if card.words else ""
    yield f"{margin}{way if node.parent else ''}{''.join(map(label, card.badges))}{words}({card.fate})"
    if card.before:
        yield f"{margin}  - {marked(card.before)}"
    yield f"{margin}  {'+ ' if card.before else ''}{marked(card.text)}"
    yield from (f"{margin}  {note}" for note in card.notes)


def cards(story: DiffReport) -> dict[str, ChangeCard]:
    return {node.card.id: node.card for panel in drawn(story).panels for node in panel.nodes}


def nodes(story: DiffReport) -> dict[str, ChangeNode]:
    return {node.card.id: node for panel in drawn(story).panels for node in panel.nodes}


def badges(story: DiffReport, claim: str) -> list[str]:
    return [badge.text for badge in cards(story)[claim].badges]


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
        rows = sum(len(table.rows) for table in shown.tables)
        assert rows or shown.panels, (name, back)
        told_of = " ".join(
            [row.sentence for table in shown.tables for row in table.rows]
            + [f"{node.card.sentence} {node.joining}" for panel in shown.panels for node in panel.nodes]
        )
        for judged in story.judged:
            said = headline(judged.change, story.difference, DifferenceNames.of(story.difference))
            assert said in told_of, (name, back, judged.change.rule)


@pytest.mark.parametrize(
    ("edit", "claim", "expected"),
    [
        ("denied", "office.price", ["~ NOW DENIED"]),
        ("only supposed", "office.price", ["~ NOW ONLY SUPPOSED"]),
        ("somebody else's", "office.town-pays", ["~ NOW ONLY REPORTED"]),
        ("more firmly", "office.town-pays", ["~ NOW MUST"]),
        ("other words", "office.price", ["~ REWORDED"]),
        ("another id", "office.costs", ["~ RENAMED"]),
        ("another section", "office.town-pays", ["~ MOVED"]),
        ("another year", "office.price", ["~ OTHER DATE"]),
        ("no grounds", "office.no-harm", ["− NO REASON LEFT"]),
        ("another thesis", "office.no-harm", ["~ NOW THE THESIS"]),
        ("another thesis", "office.deepen", ["~ NO LONGER THE THESIS"]),
        ("a claim gone", "office.town-pays", ["− GONE"]),
    ],
)
def test_what_became_of_a_claim(edit: str, claim: str, expected: list[str]) -> None:
    assert badges(told(*EDITS[edit]), claim) == expected


def test_what_matters_most_has_a_filled_label() -> None:
    (high,) = cards(told(*EDITS["denied"]))["office.price"].badges
    (medium,) = cards(told(*EDITS["other words"]))["office.price"].badges
    assert (high.weighty, medium.weighty) == (True, False)
    flipped = nodes(told(*EDITS["a reason against"]))["office.jobs"].tag
    assert flipped is not None
    assert (flipped.text, flipped.weighty) == ("~ was for", True)


def test_what_did_not_change_is_folded_or_named() -> None:
    shown = nodes(told(Edit("union", "The herring would suffer.", "The herring would die.")))
    assert list(shown) == ["union.leave", "union.herring"]
    thesis = shown["union.leave"].card
    assert (thesis.fate, thesis.badges, thesis.words[1]) == (Fate.SAME, (), "THESIS")
    assert shown["union.herring"].tag is None
    folded = cards(told(*EDITS["the opposite answer"]))["office.deepen"].notes
    assert folded[-1] == "▸ 2 reasons and 2 other steps, unchanged"


def test_a_premise_that_stays_stands_beside_the_one_that_went() -> None:
    shown = nodes(told(*EDITS["a premise gone"]))
    gone, kept = shown["office.rivals"], shown["office.larger"]
    assert gone.joint == kept.joint != ""
    assert gone.tag is not None and gone.tag.text == "− gone"
    assert (kept.tag, kept.card.fate) == (None, Fate.SAME)


def test_a_new_document_is_shown_by_its_thesis() -> None:
    shown = drawn(told(*EDITS["no document"], back=True))
    (panel,) = shown.panels
    assert [badge.text for badge in panel.badges] == ["+ NEW DOCUMENT"]
    assert panel.notes == ("Wait and see", "2 claims, all new")
    assert {node.card.fate for node in panel.nodes} == {Fate.NEW}


def test_an_empty_difference() -> None:
    shown = drawn(told())
    assert (shown.tables, shown.panels, shown.closing) == ((), (), "")
    assert shown.description == "From old to new. A verdict."


def test_accepted_and_switched_off_changes_leave_no_mark() -> None:
    story = told(*EDITS["the opposite answer"])
    kept = tuple(judged for judged in story.judged if judged.change.rule is Rule.STANCE_REVERSED)
    card = cards(attrs.evolve(story, judged=kept))["office.deepen"]
    assert [badge.text for badge in card.badges] == ["~ REVERSED"]
    assert card.before == ()


def claims(count: int, word: str) -> str:
    return "".join(f"claims c{n}: Number {n} is {word}.\n" for n in range(count))


def test_more_changes_than_there_is_room_for() -> None:
    many = told(Edit("club", "claims fish-too", f"{claims(200, 'small')}claims fish-too"))
    shown = drawn(many)
    count = sum(len(panel.nodes) for panel in shown.panels)
    assert count <= CARDS
    assert shown.closing == f"Not drawn for want of room: {200 - count} more changes."


def test_what_matters_most_is_drawn_first() -> None:
    grave = EDITS["denied"]
    many = told(Edit("club", "claims fish-too", f"{claims(200, 'small')}claims fish-too"), *grave)
    shown = drawn(many)
    assert shown.panels[0].nodes[0].card.id == "office.price"


def chain(length: int, last: str) -> str:
    links = "".join(f"claims s{n}: Step {n}.\n  because s{n + 1}\n" for n in range(length))
    return f"{links}claims s{length}: {last}\n"


@pytest.mark.parametrize("length", [1, 2, 3, 4, 5, 30, 1500])
def test_a_long_way_up_is_folded(length: int) -> None:
    before, after = (
        Edit("club", "claims fish-too", f"{chain(length, last)}claims fish-too") for last in ("The end.", "No end.")
    )
    old, new = told(before), told(after)
    from argmap.diff.differ import diff
    from argmap.diff.significance import judge

    difference = diff(old.difference.new, new.difference.new)
    story = attrs.evolve(new, difference=difference, judged=tuple(judge(difference.changes)))
    (panel,) = drawn(story).panels
    assert panel.nodes[-1].card.id == f"club.s{length}"
    assert [node.column for node in panel.nodes] == list(range(len(panel.nodes)))
    assert len(panel.nodes) == min(length + 1, 4)
    if length > 3:
        assert panel.nodes[1].card.text[0][0] == f"⋯ {length - 2} conclusions between, unchanged".replace(
            "1498", "1,498"
        )


def test_what_is_too_deep_begins_anew_below() -> None:
    before, after = (
        Edit("club", "claims fish-too", f"{''.join(deep(12, word))}claims fish-too") for word in ("so", "otherwise")
    )
    old, new = told(before), told(after)
    from argmap.diff.differ import diff
    from argmap.diff.significance import judge

    difference = diff(old.difference.new, new.difference.new)
    story = attrs.evolve(new, difference=difference, judged=tuple(judge(difference.changes)))
    (panel,) = drawn(story).panels
    assert max(node.column for node in panel.nodes) == COLUMNS - 1
    again = [node for node in panel.nodes if node.card.id.endswith("/again")]
    assert [node.column for node in again] == [0] * len(again)
    assert len(again) == 2
    assert len({node.card.id for node in panel.nodes}) == 13 + len(again)


def deep(length: int, word: str) -> Iterator[str]:
    for number in range(length):
        yield f"claims s{number}: Step {number} is {word}.\n  because s{number + 1}\n"
    yield f"claims s{length}: The last is {word}.\n"
