"""Two who disagree, as drawn: what stands where, and that lines touch what they join."""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import attrs
import pytest
from outline_rows import below, row

from argmap.model.inference import StepRole
from argmap.render.drawing import draw, picture_stamp
from argmap.render.engine import find_engine
from argmap.render.stamp import stamp_of
from argmap.render.styles import Tone
from argmap.render.svg_document import ALLOWED
from argmap.view.outline import Butterfly, Clash, Form, Speaker

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def butterfly() -> Butterfly:
    """Two halves of different lengths that differ on two things."""
    one = (row("a", form=Form.ROOT), below("b", 1, StepRole.BECAUSE, differs=True), below("c", 1, StepRole.DESPITE))
    other = (
        row("k", form=Form.ROOT),
        below("l", 1, StepRole.BECAUSE),
        below("m", 1, StepRole.BECAUSE, linked=True, differs=True),
        below("n", 2, StepRole.BECAUSE, differs=True),
        row("o", form=Form.ROOT),
    )
    return Butterfly(
        title="Can it act, in spite of all that is said against it by those who know it best?",
        description="Two answers.",
        verdict="≠ Answers that exclude each other",
        meaning="one of the two at most can be right, and perhaps neither",
        cannot=True,
        turns_on=("It turns on “Is it united?” (its only reason on both sides)", "It turns on “Is it rich?” (x)"),
        scale=("It can", "In part", "It cannot"),
        places=(1, 2),
        speakers=(
            Speaker(name="A, 2020", answer="In part", count="3 claims"),
            Speaker(name="B", answer="It cannot", count="5 claims"),
        ),
        halves=(one, other),
        clashes=(Clash((1,), (2, 3), True, "They differ on this"), Clash((2,), (1,), False, "They pull apart")),
    )


def drawn(picture: Butterfly) -> Element:
    return ElementTree.fromstring(draw(picture, find_engine()))


def boxes(root: Element) -> dict[str, tuple[float, float, float, float]]:
    """Where each card stands: left, top, right, bottom."""
    found = {}
    for group in root.iter(f"{SVG}g"):
        box = group.find(f"{SVG}rect")
        if group.get("id") and box is not None:
            x, y = map(float, re.findall(r"[-\d.]+", group.get("transform", "")))
            found[str(group.get("id"))] = (x, y, x + float(box.get("width", "0")), y + float(box.get("height", "0")))
    return found


def test_verdict_and_answers_stand_near_the_top_and_every_card_below_them(butterfly: Butterfly) -> None:
    root = drawn(butterfly)
    places = {text.text or "": float(text.get("y", "0")) for text in root.iter(f"{SVG}text") if text.get("y")}
    told = next(place for shown, place in places.items() if shown.startswith("≠ Answers"))
    assert told < min(places["A, 2020"], places["B"]) < 200
    assert max(place for shown, place in places.items() if shown in ("In part", "It cannot")) < 220
    assert root.get("width") == "880"
    assert min(top for _, top, _, _ in boxes(root).values()) > told


def test_halves_stand_beside_each_other_and_what_differs_at_one_height(butterfly: Butterfly) -> None:
    found = boxes(drawn(butterfly))
    assert max(found[name][2] for name in "abc") <= 422 <= min(found[name][0] for name in "klmno")
    assert found["a"][1] == found["k"][1]
    assert found["b"][1] == found["m"][1]
    assert all(found[upper][3] < found[lower][1] for upper, lower in ("ab", "bc", "kl", "lm", "mn", "no"))


def test_lines_touch_the_cards_that_differ_red_where_both_cannot_hold(butterfly: Butterfly) -> None:
    root = drawn(butterfly)
    found = boxes(root)
    paths = [
        path
        for group in root.iter(f"{SVG}g")
        if "clash" in (group.get("class") or "")
        for path in group.iter(f"{SVG}path")
    ]
    assert [path.get("stroke") for path in paths] == [Tone.CONFLICT.light, Tone.QUIET.light]
    for path, left, right in ((paths[0], "b", "mn"), (paths[1], "c", "l")):
        ends = [(float(x), float(y)) for x, y in re.findall(r"M([\d.]+),([\d.]+) H", path.get("d", ""))]
        assert len(ends) == 1 + len(right)
        assert abs(ends[0][0] - found[left][2]) <= 1
        for (x, y), name in zip(ends, left + right, strict=True):
            assert found[name][1] < y < found[name][3]
            assert min(abs(x - found[name][0]), abs(x - found[name][2])) <= 1
    red = {part.get("stroke") for part in root.iter() if part.get("stroke") == Tone.CONFLICT.light}
    calm = attrs.evolve(
        butterfly,
        cannot=False,
        halves=tuple(tuple(attrs.evolve(each, differs=False) for each in half) for half in butterfly.halves),
        clashes=butterfly.clashes[1:],
    )
    assert red
    assert Tone.CONFLICT.light not in draw(calm, find_engine()).decode()


def test_a_difference_that_one_half_does_not_show_has_no_line(butterfly: Butterfly) -> None:
    alone = attrs.evolve(butterfly, clashes=(Clash((), (2,), True, "They differ on this"),))
    assert b'class="line clash"' not in draw(alone, find_engine())


def test_the_same_picture_gives_the_same_bytes_and_bears_its_stamp(butterfly: Butterfly) -> None:
    engine = find_engine()
    assert draw(butterfly, engine) == draw(butterfly, engine)
    assert stamp_of(draw(butterfly, engine)) == picture_stamp(butterfly, engine)
    assert picture_stamp(attrs.evolve(butterfly, cannot=False), engine) != picture_stamp(butterfly, engine)


def test_any_text_is_shown_as_itself(butterfly: Butterfly) -> None:
    nasty = "<script>alert(1)</script> & \\N \"' عربي ]]>"
    speaker = Speaker(name=nasty, answer=nasty, count="1 claim")
    picture = attrs.evolve(
        butterfly,
        title=nasty,
        verdict=nasty,
        turns_on=(nasty,),
        scale=(nasty, "b"),
        places=(0, 1),
        speakers=(speaker, speaker),
    )
    root = drawn(picture)
    assert root.findtext(f"{SVG}title") == nasty
    for part in root.iter():
        name = part.tag.removeprefix(SVG)
        assert name in ALLOWED
        assert not [
            key for key in part.attrib if key.partition("}")[2] == "" and key not in ALLOWED[name] and key != "xlink"
        ]


def test_a_half_may_be_empty_of_reasons(butterfly: Butterfly) -> None:
    short = attrs.evolve(butterfly, halves=(butterfly.halves[0][:1], butterfly.halves[1]), clashes=())
    assert set(boxes(drawn(short))) == set("aklmno")
