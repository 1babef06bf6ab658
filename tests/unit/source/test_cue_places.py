"""Where cues stand, to the character, and the sentences around them."""

import pytest

from argmap.source.cue_places import CuePlaces
from argmap.source.text import SourceText, Span


def place(text: str, words: str, line: int | None = None) -> str | None:
    found = CuePlaces(SourceText("source.txt", text)).span(words, line)
    return None if found is None else text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("It rains today.", "rains", "rains"),
        ("It RAINS today.", "rains today", "RAINS today"),
        ("He said “it rains”, twice.", "it rains twice", None),
        ("He said “it\nrains”, twice.", "said it rains", "said “it\nrains"),
        ("The co-opera-\ntion grew.", "co-operation grew", "co-opera-\ntion grew"),
        ("Growth[12] was strong.", "growth was", "Growth[12] was"),
        ("> quoted\n> here it is", "quoted here", "quoted\n> here"),
        ("Das Cafe\u0301 schloss.", "Café schloss", "Cafe\u0301 schloss"),
        ("הגשם יורד היום.", "יורד היום", "יורד היום"),
        ("今日は雨が降る。", "雨が降る", "雨が降る"),
        ("rain and rain", "rain", None),
        ("raining", "rain", None),
    ],
)
def test_a_cue_is_found_to_the_character(text: str, words: str, found: str | None) -> None:
    assert place(text, words) == found


def test_a_line_tells_which_of_several_is_meant() -> None:
    text = "Rain here.\nRain there.\n"

    assert CuePlaces(SourceText("s", text)).span("rain", 2) == Span(11, 15)
    assert CuePlaces(SourceText("s", text)).span("", 1) == Span(0, 10)
    assert CuePlaces(SourceText("s", text)).span("rain", 9) is None


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("One. Two rains. Three.", "rains", "Two rains."),
        ("Mr. Smith met Dr. Jones of the U.S. Army. They left.", "Jones", "Mr. Smith met Dr. Jones of the U.S. Army."),
        ("It cost 3.5 million, e.g. for trams. Then more.", "million", "It cost 3.5 million, e.g. for trams."),
        ("A heading\nIt rains here.", "rains", "It rains here."),
        ("- one item\n- it rains\n- three", "rains", "it rains"),
        ("He said: “It rains.” She left.", "rains", "He said: “It rains.”"),
        ("Is it wet? It rains! Yes.", "rains", "It rains!"),
        ("雨が降る。風が吹く。", "風が吹く", "風が吹く。"),
        ("ירד גשם. היום יבש. מחר?", "יבש", "היום יבש."),
        (
            "This line is long enough to be wrapped by somebody and\nso it rains on. Then it stops.",
            "rains",
            "This line is long enough to be wrapped by somebody and\nso it rains on.",
        ),
    ],
)
def test_the_sentence_around_a_cue(text: str, words: str, sentence: str) -> None:
    at = text.index(words)
    found = CuePlaces(SourceText("source.txt", text)).sentence(Span(at, at + len(words)))

    assert text[found.start : found.end] == sentence
