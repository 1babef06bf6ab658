"""References into texts: a cue is proved where the text is there, and what becomes of the words is told as it is."""

import pytest
from counting import calls

from argmap.exchange.draft import DraftClaim
from argmap.exchange.loss import Fate, ForeignPlace, LossReport
from argmap.exchange.source_places import Resources

TEXT = "Trams are slow, and they squeak.\nTrams are slow.\nIn the end the town built them after all, said Ann.\n"
WHERE = ForeignPlace("f")
CASES = {
    "a cue as it stands": ("they squeak.", TEXT.index("they"), 'at: 1 "they squeak."', ""),
    "its line tells which": ("Trams are slow.", TEXT.index("Trams are slow."), 'at: 2 "Trams are slow."', ""),
    "words that prove it": (
        *("In the end the town built them after all", TEXT.index("In the")),
        *('at: 3 "In the"', "some of its words are its cue"),
    ),
    "its line alone": ("squeak", TEXT.index("squeak"), "at: 1", "its words make no cue: it is a line"),
    "another offset": (
        *("they squeak", 3, 'at: "they squeak"'),
        "its words do not stand at its offset: it has no line",
    ),
    "twice and without an offset": (
        *("Trams are slow", None, ""),
        "its words make no cue, or stand in the text more than once, and its line is not known",
    ),
    "words that are not there": ("Trams are fast", 0, "", "its words do not stand in the text that it refers to"),
}
WITHOUT_TEXT = {
    "a cue as it stands": ("They squeak.", None, 'at: "They squeak."', ""),
    "in quotation marks": ('"They squeak."', None, 'at: "They squeak"', ""),
    "seven words": (
        *("In the end the town built them.", None),
        *('at: "In the end the town built"', "some of its words are its cue"),
    ),
    "with an offset": (
        *("They squeak.", 3, 'at: "They squeak."'),
        "the text that it refers to is not there: it has no line",
    ),
    "one word": ("Squeak", None, "", "its words make no cue, and its line is not known"),
}


def referred(resource: str, quote: str, offset: int | None) -> tuple[str, str]:
    """The places of a claim as they are written, and what is told."""
    loss = LossReport()
    claim = DraftClaim(key="c", text="So.")
    Resources({"r": TEXT}, loss).refer(claim, resource, quote, offset, WHERE)
    places = [f"at: {cue.line or ''} " + (f'"{cue.words}"' if cue.words else "") for cue in claim.cues]
    told = [lost.why for lost in loss if lost.fate is not Fate.KEPT]
    return " ".join(" ".join(places).split()), " ".join(told)


@pytest.mark.parametrize("case", CASES)
def test_a_reference_is_a_place_as_far_as_its_text_proves_it(case: str) -> None:
    quote, offset, place, told = CASES[case]
    assert referred("r", quote, offset) == (place, told)


@pytest.mark.parametrize("case", WITHOUT_TEXT)
def test_without_a_text_the_first_words_are_the_cue(case: str) -> None:
    quote, offset, place, told = WITHOUT_TEXT[case]
    assert referred("s", quote, offset) == (place, told)


def test_work_grows_in_line_where_many_refer_to_the_same_words() -> None:
    def refer(size: int) -> None:
        resources = Resources({"r": "the tram\n" * size}, LossReport())
        for number in range(size):
            resources.refer(DraftClaim(key="c", text="So."), "r", "the tram", 9 * number, WHERE)

    refer(10)
    small, large = calls(refer, 100), calls(refer, 800)
    assert large <= 9 * small
