"""Kialo: what becomes of each construct of both layouts."""

from collections.abc import Callable

import pytest

from argmap.exchange.formats import Importing, NotThisFormatError
from argmap.exchange.kialo import looks_alike, read
from argmap.exchange.loss import LossReport

Imports = Callable[..., "Made"]  # noqa: F821 - see conftest

ONE = """Discussion Title: Should the town build trams?

1. The town should build trams.
1.1. Pro: Trams are \\(very\\) quiet.
1.1.1. Con: They squeak.
1.1.1.1. Con: Not the new ones.
1.2. Con: Trams [cost a lot](https://a.org/x_\\(y\\)).
"""
OTHER = """Discussion Name:
Should the town build trams?

1. Thesis:
The town should build trams.

  1.1. Pro:
  Trams are \\(very\\) quiet.

    1.1.1. Con:
    They squeak.

      1.1.1.1. Con:
      Not the new ones.

  1.2. Con:
  Trams cost a lot [1].

Sources:
[1] https://a.org/x_(y)
"A tram costs more than a bus."
"""
DOCUMENT = """document should-town-build-trams: Should the town build trams?
  author users: The users
  thesis: town-should-build-trams

claims town-should-build-trams: The town should build trams.
  because trams-very-quiet: Trams are (very) quiet.
    objection squeak: They squeak.
      objection new-ones: Not the new ones.
  objection trams-cost-lot: Trams cost a lot.
    cites: https://a.org/x_(y)
"""


@pytest.mark.parametrize("text", [ONE, OTHER, ONE.replace("\n", "\r\n"), f"\ufeff{ONE}"])
def test_both_layouts_say_what_bears_on_what(imported: Imports, text: str) -> None:
    made = imported("kialo", {"trams-123.txt": text.encode()}, author="The users")
    assert list(made.files.values()) == [DOCUMENT]
    assert made.kept == {"main claim": 1, "claim": 4, "pro": 1, "con": 3}
    assert not made.loaded.errors


def test_what_is_changed_is_counted(imported: Imports) -> None:
    assert imported("kialo", {"t.txt": ONE.encode()}).told == [
        "changed: 1 link: its words stay, and the claim cites its address (t.txt, line 7, 1.2.)"
    ]
    assert imported("kialo", {"t.txt": OTHER.encode()}).told == [
        "changed: 1 reference: the claim cites its source (t.txt, line 16, 1.2.)",
        "dropped: 1 source line: a claim cites the source, and not its words (t.txt, line 21)",
    ]


def test_no_author_is_made_up(imported: Imports) -> None:
    made = imported("kialo", {"t.txt": ONE.encode()})
    assert [finding.code for finding in made.loaded.errors] == ["A211"]


def test_a_mention_may_point_forward_and_to_another_mention(imported: Imports) -> None:
    text = """Discussion Title: T

1. The town should build trams.
1.1. Pro: -> See 1.2.1.
1.2. Con: They are dear.
1.2.1. Con: They last.
1.2.2. Pro: -> See 1.1.
1.2.3. Con: -> See 1.9.
1.2.4. Con: -> See 1.2.4.
"""
    made = imported("kialo", {"t.txt": text.encode()}, author="A")
    assert made.file("T").partition("\n\n")[2] == (
        "claims town-should-build-trams: The town should build trams.\n"
        "  because last\n"
        "  objection dear: They are dear.\n"
        "    objection last\n"
        "    because last\n"
        "\n"
        "supposes last: They last.\n"
    )
    assert made.told == [
        "dropped: 2 mentions: there is no claim of the number that it names"
        " (t.txt, line 8, 1.2.3.; t.txt, line 9, 1.2.4.)"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Discussion Title: Which?\n\n1. [Which](https://a.org) way?\n"
        + "1.1. Trams\n1.1.1. Pro: Quiet.\n1.2. Buses\n1.2.1. Con: Loud.\n",
        "Discussion Name:\nWhich?\n\n1. Question:\nWhich way [1]?\n\n  1.1. Thesis:\n  Trams\n\n    1.1.1. Pro:\n"
        + "    Quiet.\n\n"
        + "  1.2. Thesis:\n  Buses\n\n    1.2.1. Con:\n    Loud.\n\nSources:\n[1] https://a.org\n",
    ],
)
def test_several_theses_answer_a_question_and_nobody_claims_them_all(imported: Imports, text: str) -> None:
    made = imported("kialo", {"t.txt": text.encode()}, author="A")
    assert made.file("which") == (
        "document which: Which?\n"
        "  author A: A\n"
        "  note: Which way?\n"
        "  note: https://a.org\n"
        "\n"
        "supposes Trams: Trams\n"
        "  because quiet: Quiet.\n"
        "\n"
        "supposes Buses: Buses\n"
        "  objection loud: Loud.\n"
    )


def test_lines_of_a_text_belong_to_it_though_they_begin_with_numbers(imported: Imports) -> None:
    text = (
        "Discussion Title: T\n\n1. Trams.\n1.1. Pro: For two reasons:\n1. speed\n\n2. noise\n1.5 times faster [2019].\n"
        "1.2. Con: No.\n"
    )
    made = imported("kialo", {"t.txt": text.encode()}, author="A")
    assert "For two reasons: 1. speed 2. noise 1.5 times faster [2019].\n" in made.file("T")
    assert made.kept["claim"] == 2
    assert "changed: 1 text: its lines are one line now (t.txt, line 4, 1.1.)" in made.told


def test_references_are_never_text(imported: Imports) -> None:
    text = (
        "Discussion Title: T\n\n1. Trams[1] are [good](b.org) [2][1].\n1.1. Pro: Yes [9] [3](https://c.org)\n"
        "Sources:\nBooks\n[1]\nhttps://a.org\n[2] Able 2020\n[2] again\n"
    )
    made = imported("kialo", {"t.txt": text.encode()}, author="A")
    assert made.file("T").partition("\n\n")[2] == (
        "claims trams-good: Trams are good.\n"
        "  cites: https://a.org\n"
        "  cites: b.org\n"
        "  cites: Able 2020\n"
        "  because Yes: Yes\n"
        "    cites: https://c.org\n"
    )
    assert [line for line in made.told if line.startswith("dropped")] == [
        "dropped: 1 source line: a claim cites the source, and not its words (t.txt, line 6)",
        "dropped: 1 source: another has its number (t.txt, line 10)",
        "dropped: 1 reference: its source is not in the file (t.txt, line 4, 1.1.)",
    ]


def test_a_claim_whose_number_has_nothing_above_it_stands_alone(imported: Imports) -> None:
    text = "Discussion Title: T\n\nWelcome.\n1. Trams.\n1.1.1. Pro: Lost.\n1.2. Pro: One.\n1.2. Pro: Two.\n"
    made = imported("kialo", {"t.txt": text.encode()}, author="A")
    assert "\nclaims lost: Lost.\n" in made.file("T")
    assert made.told == [
        "changed: 1 number: another claim has it, and is meant where it is named (t.txt, line 7, 1.2.)",
        "dropped: 1 line: it stands before the first claim (t.txt, line 3)",
        "dropped: 1 pro: there is no claim above it (t.txt, line 5, 1.1.1.)",
    ]


def test_what_is_no_debate(imported: Imports) -> None:
    with pytest.raises(NotThisFormatError, match="there is no numbered claim in it"):
        imported("kialo", {"t.txt": b"Discussion Title: T\n"})
    with pytest.raises(NotThisFormatError, match="byte 0xFF is not UTF-8"):
        imported("kialo", {"t.txt": b"Discussion Title: T\n\xff"})
    assert looks_alike({"t.txt": ONE.encode(), "other.csv": b""})
    assert not looks_alike({"t.txt": b"1. One\n1.1. Pro: Two\n"})


def test_an_option_that_there_is_not_is_told() -> None:
    loss = LossReport()
    read({"d.txt": b"Discussion Title: Trams\n\n1. Trams.\n"}, Importing(loss=loss, options={"autor": "Ada"}))
    assert "1 option: there is none that is called `autor`" in [str(one) for one in loss]
