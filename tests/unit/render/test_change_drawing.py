"""Drawings of differences, by ids, titles, signs and sizes; never by places."""

from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from harbour import EDITS, REVIEW, everything, told
from test_styles import contrast

from argmap.api.diffing import picture
from argmap.render.card_shapes import pill_width
from argmap.render.stamp import stamp_of
from argmap.render.styles import FATE_FACES, FATE_OUTLINES, FATE_SIGNS, TEXT, WIDEST, TextStyle, Tone
from argmap.render.svg_document import ALLOWED
from argmap.render.svg_shapes import Passage, Stress, broken
from argmap.report.difference.difference_page import outcome_of
from argmap.report.difference.difference_report import DiffReport
from argmap.view.tables_and_trees import Fate

SVG = "{http://www.w3.org/2000/svg}"


@cache
def all_drawn() -> dict[tuple[str, bool], Element]:
    """Every edit and its taking back, drawn: for looking at only."""
    return {(name, back): drawn(story) for name, back, story in everything()}


def drawn(story: DiffReport) -> Element:
    return ElementTree.fromstring(picture(story))


def things(root: Element) -> dict[str, Element]:
    return {group.get("id", ""): group for group in root.iter(f"{SVG}g") if group.get("id")}


def texts(root: Element) -> Iterator[str]:
    return ("".join(text.itertext()) for text in root.iter(f"{SVG}text"))


def test_everything_has_an_id_of_its_own_and_a_title() -> None:
    for edit, root in all_drawn().items():
        groups = [group for group in root.iter(f"{SVG}g") if group.get("id")]
        assert len(groups) == len(things(root)), edit
        assert all(group.find(f"{SVG}title") is not None for group in groups)


def test_no_drawing_is_wider_than_a_screen_and_no_text_is_too_small() -> None:
    for root in all_drawn().values():
        assert float(root.get("width", "0")) <= WIDEST
        assert {int(text.get("font-size", "0")) for text in root.iter(f"{SVG}text")} <= {11, 12, 13, 20}


def test_only_allowed_elements_and_attributes() -> None:
    for node in drawn(told(*REVIEW)).iter():
        name = node.tag.removeprefix(SVG)
        assert name in ALLOWED
        for key, value in node.attrib.items():
            assert ALLOWED[name][key].fullmatch(value)


def test_title_description_and_stamp() -> None:
    svg = picture(told(*REVIEW, old_name="HEAD~1", new_name="the working tree"))
    root = ElementTree.fromstring(svg)
    assert root.findtext(f"{SVG}title") == "What changed from HEAD~1 to the working tree"
    described = root.findtext(f"{SVG}desc") or ""
    assert described.startswith("What changed from HEAD~1 to the working tree. ")
    assert "And 3 other changes." in described
    stamp = stamp_of(svg)
    assert stamp is not None
    assert (stamp.engine, stamp.version) == ("argmap", "1")


def test_the_same_difference_is_the_same_bytes_and_another_one_has_another_stamp() -> None:
    one = told(*REVIEW)
    assert picture(one) == picture(told(*REVIEW))
    other = told(*REVIEW, old_name="another side")
    assert stamp_of(picture(one)) != stamp_of(picture(other))


@pytest.mark.parametrize(
    ("edit", "claim", "said"),
    [
        ("a reason gone", "office.jobs", "− GONE"),
        ("other words", "office.price", "~ REWORDED"),
        ("denied", "office.price", "~ NOW DENIED"),
    ],
)
def test_a_change_is_said_in_words(edit: str, claim: str, said: str) -> None:
    assert said in texts(things(drawn(told(*EDITS[edit])))[claim])


def test_what_is_gone_is_struck_through_and_dashed() -> None:
    found = things(drawn(told(*EDITS["a reason gone"])))
    card, line = found["office.jobs"], found["office.jobs/line"]
    assert [span.get("text-decoration") for span in card.iter(f"{SVG}tspan")] == ["line-through"]
    assert next(card.iter(f"{SVG}path")).get("stroke-dasharray")
    assert next(line.iter(f"{SVG}path")).get("stroke-dasharray")
    assert "− gone" in texts(line)


def test_words_that_changed_are_marked_in_both_texts() -> None:
    card = things(drawn(told(*EDITS["other words"])))["office.price"]
    shown = {(span.text, span.get("text-decoration")) for span in card.iter(f"{SVG}tspan")}
    assert {("work", "line-through"), ("dredging", "underline")} <= shown
    assert {"before", "now", "The work costs forty million.", "The dredging costs forty million."} <= set(texts(card))


def test_what_matters_most_is_filled() -> None:
    cards = (things(drawn(told(*EDITS[edit])))["office.price"] for edit in ("denied", "other words"))
    pills = [list(card.iter(f"{SVG}path"))[1] for card in cards]
    assert [pill.get("fill") for pill in pills] == [Tone.DOUBT.light, Tone.PAPER.light]


def test_an_empty_difference_is_small_and_says_so() -> None:
    story = told(old_name="a", new_name="b")
    root = drawn(story)
    assert float(root.get("height", "0")) < 120
    assert list(texts(root)) == ["Nothing changed from a to b", outcome_of(story)]


def test_what_is_accepted_or_partial_is_said() -> None:
    judged = told(*REVIEW).judged
    some = list(texts(drawn(told(*REVIEW, judged=judged[3:], accepted=judged[:3], partial=("arguments/a.argmap",)))))
    assert some[0] == "What changed from old to new"
    assert {"3 accepted changes not shown", "Read in part only: arguments/a.argmap"} <= set(some)
    none = list(texts(drawn(told(*REVIEW, judged=(), accepted=judged))))
    assert none[0] == "Nothing to report from old to new"


def test_nothing_differs_by_colour_alone() -> None:
    assert len({FATE_OUTLINES[fate] for fate in Fate}) == len(Fate)
    assert len({FATE_SIGNS[fate][0] for fate in Fate}) == len(Fate)


@pytest.mark.parametrize("dark", [False, True])
def test_everything_can_be_read(dark: bool) -> None:
    def shade(tone: Tone) -> str:
        return tone.dark if dark else tone.light

    for face in FATE_FACES.values():
        assert contrast(shade(face.text), shade(face.fill)) >= 4.5
        assert contrast(shade(face.header), shade(face.fill)) >= 4.5
        # Labels: filled ones bear paper on the outline's tone, others the tone of headers on paper.
        assert contrast(shade(face.header), shade(Tone.PAPER)) >= 4.5
        assert contrast(shade(face.outline), shade(Tone.BAND)) >= 3
    for fate in (Fate.NEW, Fate.GONE, Fate.CHANGED):
        assert contrast(shade(Tone.PAPER), shade(FATE_FACES[fate].outline)) >= 4.5


def test_marked_words_stay_marked_where_a_line_breaks() -> None:
    words = (("One two ", False), ("three four five", True), (" six.", False))
    lines = broken([Passage(words, TextStyle(TEXT, Tone.INK), 9, stress=Stress.UNDERLINE)], 70)
    assert [line.words for line in lines] == [
        (("One two", False),),
        (("three four", True),),
        (("five", True), (" six.", False)),
    ]


def test_the_sign_that_a_text_is_cut_breaks_nothing() -> None:
    style = TextStyle(TEXT, Tone.INK)
    (line,) = broken([Passage((("All of it changed", True),), style, 1, stress=Stress.STRUCK)], 60)
    assert "".join(part for part, _ in line.words).endswith("…")
    assert broken([Passage((), style, 1)], 60) == ()


def test_a_label_is_as_wide_as_its_words() -> None:
    assert pill_width("~ REWORDED") > pill_width("− GONE") > 14
