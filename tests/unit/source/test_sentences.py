"""Where sentences begin and end, whatever the layout, the marks and the script."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.source.searchable_text import without_asides
from argmap.source.sentences import sentence_around, sentences
from argmap.source.text import SourceText, Span


def split(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(SourceText("source.txt", text))]


@pytest.mark.parametrize(
    "text",
    [
        "Two rains. | One stops! | Is it wet? | Yes.",
        "Mr. Smith met Dr. Jones of the U.S. Army. | They left.",
        "J. R. R. Tolkien wrote it. | He said so.",
        "It fell in the U.S. | The rest stood.",
        "Cf. p. 12 and Fig. 3, and No. 5 of vol. 2. | Then more.",
        "It cost 3.5 million, e.g. for trams, i.e. much. | Then more.",
        "It rose by 4.2. | It fell by 5. | The rest stood.",
        "Apples, pears, etc. | The rest stood.",
        "On Nov. 1 it fell. | On Aug. 29 it rose.",
        "He said: “It rains.” | She left.",
        "“Will it rain?” he asked. | “No!” she said.",
        "(It rains.) | It snows.",
        "It rains … and rains. | It rains … | Then it snows.",
        "Read argmap.example.org today. | Then write.",
        "Yahoo! fell. | It rose.",
        "Am 3. Oktober regnet es. | Dr. Maier sagt, z.B. hier. | Es regnet.",
        "¿Llueve? | ¡Llueve! | No llueve.",
        "Il pleut ! | Il neige. | « Il pleut. » | Il part.",
        "Идёт дождь. | А. С. Пушкин спит. | Снег идёт.",
        "ירד גשם. | היום יבש. | מחר?",
        "هل تمطر؟ | نعم. | لا۔ | ثم توقف.",
        "आज बारिश है। | कल नहीं थी॥ | क्यों?",
        "비가 온다. | 눈이 온다.",
    ],
)
def test_where_sentences_end_on_a_line(text: str) -> None:
    said = text.split(" | ")

    assert split(" ".join(said)) == said


def test_scripts_without_spaces() -> None:
    assert split("雨が降る。風が吹く！本当か？「そうだ。」と言った。終わり") == [
        "雨が降る。",
        "風が吹く！",
        "本当か？",
        "「そうだ。」と言った。",
        "終わり",
    ]
    assert split("他说：“下雨了。”她走了。") == ["他说：“下雨了。”", "她走了。"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A heading\nIt rains here.", ["A heading", "It rains here."]),
        ("# A heading\n\nIt rains here.", ["A heading", "It rains here."]),
        ("- one item\n- it rains\n- three", ["one item", "it rains", "three"]),
        ("1. It rains.\n2. It snows.\n(a) It stops.", ["It rains.", "It snows.", "It stops."]),
        (
            "This line is long enough to be wrapped by somebody and\nso it rains on. Then it stops.",
            ["This line is long enough to be wrapped by somebody and so it rains on.", "Then it stops."],
        ),
        (
            "The men who came from the old town of\nWaterford had all been told by a Mr.\nSmith that it rains. "
            "He\nknew.",
            [
                "The men who came from the old town of Waterford had all been told by a Mr. Smith that it rains.",
                "He knew.",
            ],
        ),
        (
            "It was said to have begun in the spring of the year\n1945. They left in the spring of the following "
            "year,\n12. That is all that is known.",
            [
                "It was said to have begun in the spring of the year 1945.",
                "They left in the spring of the following year, 12.",
                "That is all that is known.",
            ],
        ),
        (
            "The Long Road To The Old Town Of Waterford In Rain\n"
            "It rains on the road to the old town for a long time,\nand more.",
            [
                "The Long Road To The Old Town Of Waterford In Rain",
                "It rains on the road to the old town for a long time, and more.",
            ],
        ),
        ("> It rains on\n> the town. It\n> snows.", ["It rains on the town.", "It snows."]),
        ("It rains[12]. It snows.[3] It stops.", ["It rains .", "It snows.", "It stops."]),
        ("Nearly 1,600 troops fled in recent\n\nweeks.", ["Nearly 1,600 troops fled in recent weeks."]),
        ("It rains.\n\n***\n\n12\n\n—\n\nIt snows.", ["It rains.", "12", "It snows."]),
        (
            "See [the report](http://x.example/a) on *rain* and **snow** in `a_b`.",
            ["See the report on rain and snow in `a_b`."],
        ),
        (
            "長い文は折り返されて次の行に続くことが多いと言われて\nいる。終わり。",
            ["長い文は折り返されて次の行に続くことが多いと言われている。", "終わり。"],
        ),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_what_lines_are_to_sentences(text: str, said: list[str]) -> None:
    assert split(text) == said


def test_a_sentence_knows_its_place() -> None:
    source = SourceText("source.txt", "A heading\r\n\r\n- It rains.  It\r\n  snows.\r\n")
    rain = sentences(source)[1]

    assert [one.line for one in sentences(source)][:2] == [1, 3]
    assert source.text[rain.span.start : rain.span.end] == rain.text == "It rains."


@pytest.mark.parametrize(
    ("words", "around"),
    [("rains", "It rains."), ("rains. She", "It rains. She left."), (" \n\n ", " \n\n ")],
)
def test_the_sentence_around_something(words: str, around: str) -> None:
    text = "First.  It rains. She left. \n\n End."
    at = text.index(words)
    found = sentence_around(sentences(SourceText("s", text)), Span(at, at + len(words)))

    assert text[found.start : found.end] == around


PIECES = st.sampled_from(
    [
        *("It ", "rains", ". ", ".", "…", "! ", "?”", "“", "\n", "\r\n", "\n\n", "- ", "1. ", "> ", "Mr. ", "3.5"),
        *("。", "雨", "」", "[1]", "](a)", "[", "*", "_", " ", "\u2028", "\x0c", "।", "؟", "\ufb01", "\u0130"),
        *("e\u0301", "\U0001f327", "Word " * 12),
    ]
)


@given(st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(max_size=200)))
def test_sentences_are_pieces_of_the_text_in_order(text: str) -> None:
    source = SourceText("source.txt", text)
    found = sentences(source)
    bare = without_asides(text)

    ends = [0, *(one.span.end for one in found)]
    assert all(one.span.start >= end for one, end in zip(found, ends, strict=False))
    for one in found:
        assert any(map(str.isalnum, bare[one.span.start : one.span.end]))
        assert one.line == source.position(one.span.start).line
        assert one.text == " ".join(one.text.split())
    left = bare
    for one in reversed(found):
        left = left[: one.span.start] + " " + left[one.span.end :]
    lost = "".join(part for line in left.split("\n") for part in line if part.isalnum())
    # What is left over is the marks of lists alone.
    assert len(lost) <= 4 * (text.count("\n") + 1)


def test_the_cost_grows_in_line_with_the_text() -> None:
    for hostile in (
        "." * 40,
        "a.b." * 10,
        "\n" * 40,
        "[" * 40,
        "> " * 20,
        "A\n" * 20,
        "Mr. " * 10,
        "*" * 40,
        "_" * 40,
        "x" * 40,
    ):
        start = perf_counter()
        sentences(SourceText("s", hostile * 1_000))
        assert perf_counter() - start < 3, hostile[:4]
