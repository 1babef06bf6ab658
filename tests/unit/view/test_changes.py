"""What the picture of a difference shows, as text: tables, cards and lines."""

from collections.abc import Iterator
from functools import partial

import attrs
import pytest
from harbour import EDITS, REVIEW, Edit, everything, told
from pytest_regressions.file_regression import FileRegressionFixture

from argmap.diff.change_location import documents_of
from argmap.diff.rule import Rule
from argmap.diff.significance import Judged, Significance
from argmap.report.difference.names import Names
from argmap.report.difference.told import Told
from argmap.report.difference.wording import runs
from argmap.report.difference.words import before_after, headline
from argmap.view.changes.changes import CARDS, changes_of
from argmap.view.changes.columns import COLUMNS
from argmap.view.changes.labels import badge_of
from argmap.view.changes.saying import Saying
from argmap.view.changes.sheet import Badge, ChangeCard, Fate, Sheet, Twig, Words


def sheet(story: Told) -> Sheet:
    difference = story.difference
    names = Names.of(difference)
    saying = Saying(
        title="From old to new",
        subtitle=("A verdict.",),
        sentence=partial(headline, difference=difference, names=names),
        sides=partial(before_after, difference=difference, names=names),
        wording=runs,
        holder=names.holder,
        documents=partial(documents_of, difference=difference),
    )
    return changes_of(difference, story.judged, saying)


def label(badge: Badge) -> str:
    return f"[{badge.text}{' !' if badge.weighty else ''}]"


def marked(words: Words) -> str:
    return "".join(f"{{{part}}}" if changed else part for part, changed in words)


def lines(shown: Sheet) -> Iterator[str]:
    for table in shown.tables:
        yield f"= {table.title}{f', {table.more} more' if table.more else ''}"
        for row in table.rows:
            yield f"  {label(row.badge)} {row.who} / {row.asked}"
            yield f"    {marked(row.before) or '-'} -> {marked(row.now) or '-'}"
    for band in shown.bands:
        yield f"# {band.title}: {' / '.join(band.notes)}{''.join(map(label, band.badges))}"
        for twig in band.twigs:
            yield from card_lines(twig, "  " * (twig.column + 1))
    if shown.closing:
        yield shown.closing


def card_lines(twig: Twig, margin: str) -> Iterator[str]:
    card = twig.card
    way = f"{twig.role}{' together' if twig.joint else ''}{f' {label(twig.tag)}' if twig.tag else ''}: "
    words = f"{' · '.join(card.words)} " if card.words else ""
    yield f"{margin}{way if twig.parent else ''}{''.join(map(label, card.badges))}{words}({card.fate})"
    if card.before:
        yield f"{margin}  - {marked(card.before)}"
    yield f"{margin}  {'+ ' if card.before else ''}{marked(card.text)}"
    yield from (f"{margin}  {note}" for note in card.notes)


def cards(story: Told) -> dict[str, ChangeCard]:
    return {twig.card.id: twig.card for band in sheet(story).bands for twig in band.twigs}


def twigs(story: Told) -> dict[str, Twig]:
    return {twig.card.id: twig for band in sheet(story).bands for twig in band.twigs}


def badges(story: Told, claim: str) -> list[str]:
    return [badge.text for badge in cards(story)[claim].badges]


def test_a_review(file_regression: FileRegressionFixture) -> None:
    file_regression.check("\n".join(lines(sheet(told(*REVIEW)))) + "\n", encoding="utf-8")


@pytest.mark.parametrize(
    "name",
    ["split", "a premise gone", "no doubt", "each on its own", "a reason against", "a reason that explains", "no link"],
)
def test_there_and_back(name: str, file_regression: FileRegressionFixture) -> None:
    there, back = ("\n".join(lines(sheet(told(*EDITS[name], back=way)))) for way in (False, True))
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
        shown = sheet(story)
        rows = sum(len(table.rows) for table in shown.tables)
        assert rows or shown.bands, (name, back)
        told_of = " ".join(
            [row.sentence for table in shown.tables for row in table.rows]
            + [f"{twig.card.sentence} {twig.joining}" for band in shown.bands for twig in band.twigs]
        )
        for judged in story.judged:
            said = headline(judged.change, story.difference, Names.of(story.difference))
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
    flipped = twigs(told(*EDITS["a reason against"]))["office.jobs"].tag
    assert flipped is not None
    assert (flipped.text, flipped.weighty) == ("~ was for", True)


def test_what_did_not_change_is_folded_or_named() -> None:
    shown = twigs(told(Edit("union", "The herring would suffer.", "The herring would die.")))
    assert list(shown) == ["union.leave", "union.herring"]
    thesis = shown["union.leave"].card
    assert (thesis.fate, thesis.badges, thesis.words[1]) == (Fate.SAME, (), "THESIS")
    assert shown["union.herring"].tag is None
    folded = cards(told(*EDITS["the opposite answer"]))["office.deepen"].notes
    assert folded[-1] == "▸ 2 reasons and 2 other steps, unchanged"


def test_a_premise_that_stays_stands_beside_the_one_that_went() -> None:
    shown = twigs(told(*EDITS["a premise gone"]))
    gone, kept = shown["office.rivals"], shown["office.larger"]
    assert gone.joint == kept.joint != ""
    assert gone.tag is not None and gone.tag.text == "− gone"
    assert (kept.tag, kept.card.fate) == (None, Fate.SAME)


def test_a_new_document_is_shown_by_its_thesis() -> None:
    shown = sheet(told(*EDITS["no document"], back=True))
    (band,) = shown.bands
    assert [badge.text for badge in band.badges] == ["+ NEW DOCUMENT"]
    assert band.notes == ("Wait and see", "2 claims, all new")
    assert {twig.card.fate for twig in band.twigs} == {Fate.NEW}


def test_an_empty_difference() -> None:
    shown = sheet(told())
    assert (shown.tables, shown.bands, shown.closing) == ((), (), "")
    assert shown.frame.description == "From old to new. A verdict."


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
    shown = sheet(many)
    drawn = sum(len(band.twigs) for band in shown.bands)
    assert drawn <= CARDS
    assert shown.closing == f"Not drawn for want of room: {200 - drawn} more changes."


def test_what_matters_most_is_drawn_first() -> None:
    grave = EDITS["denied"]
    many = told(Edit("club", "claims fish-too", f"{claims(200, 'small')}claims fish-too"), *grave)
    shown = sheet(many)
    assert shown.bands[0].twigs[0].card.id == "office.price"


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
    (band,) = sheet(story).bands
    assert band.twigs[-1].card.id == f"club.s{length}"
    assert [twig.column for twig in band.twigs] == list(range(len(band.twigs)))
    assert len(band.twigs) == min(length + 1, 4)
    if length > 3:
        assert band.twigs[1].card.text[0][0] == f"⋯ {length - 2} conclusions between, unchanged".replace(
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
    (band,) = sheet(story).bands
    assert max(twig.column for twig in band.twigs) == COLUMNS - 1
    again = [twig for twig in band.twigs if twig.card.id.endswith("/again")]
    assert [twig.column for twig in again] == [0] * len(again)
    assert len(again) == 2
    assert len({twig.card.id for twig in band.twigs}) == 13 + len(again)


def deep(length: int, word: str) -> Iterator[str]:
    for number in range(length):
        yield f"claims s{number}: Step {number} is {word}.\n  because s{number + 1}\n"
    yield f"claims s{length}: The last is {word}.\n"
