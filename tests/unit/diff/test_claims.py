"""What happened to claims: each thing once, and nothing about how they are written."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from argmap.diff.change import ClaimChange
from argmap.diff.sides import MOST_REACHED

Differing = Callable[..., object]
IT = "claims it: The tram will come.\n"


@pytest.mark.parametrize(
    "new",
    [
        "claims it:\n  | The tram\n  | will come.\n",
        "claims  it :   The tram will come\n",
        "# A comment\nclaims it: the TRAM will come.\n\n",
    ],
)
def test_how_it_is_written(differing: Differing, new: str) -> None:
    assert differing(IT, new).lines == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (IT, "claims it: The bus will come.\n", ["claim-reworded a.it"]),
        (IT, "claims it: The tram will not come.\n", ["claim-negated a.it"]),
        (IT, "claims it: The tram may come.\n", ["claim-negated a.it"]),
        (IT, IT + "  as-of: 2021\n", ["claim-redated a.it"]),
        (IT + "  as-of: 2020\n", IT + "  as-of: 2020..2021\n", ["claim-redated a.it"]),
        (IT, "claims tram: The tram will come.\n  was: it\n", ["claim-renamed a.tram"]),
        (
            IT,
            "claims tram: The trams will come.\n  was: it\n  as-of: 2021\n",
            ["claim-reworded a.tram", "claim-renamed a.tram", "claim-redated a.tram"],
        ),
        (
            IT,
            IT + "  note: A note.\n  tags: one, two\n  at: 3\n  cites: A letter\n  kind: fact\n",
            [f"{field}-changed a.it" for field in ("notes", "tags", "cues", "citations", "claim-kind")],
        ),
        (IT + "  tags: one, two\n", IT + "  tags: Two\n  tags: one\n", []),
        (IT, "", ["claim-removed a.it -> nothing"]),
        ("", IT, ["claim-added nothing -> a.it"]),
        (
            IT,
            "claims other: Quite another thing.\n",
            ["claim-removed a.it -> nothing", "claim-added nothing -> a.other"],
        ),
    ],
)
def test_one_claim(differing: Differing, old: str, new: str, told: list[str]) -> None:
    assert sorted(differing(old, new).lines) == sorted(told)


def test_only_english_is_asked_for_its_sense(differing: Differing) -> None:
    old = "claims it: Not at all.\n"
    new = "claims it: At all.\n"
    assert differing(old, new).rules == ["claim-negated"]
    french = ("  author author-a", "  language: fr\n  author author-a")
    for replaced in (french, ("author-a", "author-a")):
        heads = [text.replace(*replaced) for text in ("document z: Z\n  author author-a\n" + old,) * 2]
        story = differing("", "", shared=heads[0], replaced=("Not at all", "At all"))
        assert story.rules == ["claim-reworded" if replaced is french else "claim-negated"]


def test_what_rests_on_a_claim_is_told_beside_it(differing: Differing) -> None:
    rest = "claims top: Top.\n  because middle: Middle.\n    because it\n  despite low: Low.\n"
    for old, new in ((IT + rest, IT.replace("tram", "bus") + rest), (IT + rest, rest.replace("    because it\n", ""))):
        change = next(change for change in differing(old, new).changes if isinstance(change, ClaimChange))
        assert (change.used, change.reaches.conclusions) == (True, ("a.middle", "a.top"))
    (change,) = differing(IT, "").changes
    assert isinstance(change, ClaimChange)
    assert not change.used


def test_of_a_long_chain_only_so_many_conclusions_are_named_and_that_there_are_more_is_told(
    differing: Differing,
) -> None:
    for length, more in ((MOST_REACHED, False), (MOST_REACHED + 1, True)):
        rest = "".join(f"claims over{number}: {number}.\n  because over{number - 1}\n" for number in range(1, length))
        rest += "claims over0: 0.\n  because it\n"
        (change,) = differing(IT + rest, IT.replace("tram", "bus") + rest).changes
        assert isinstance(change, ClaimChange)
        assert change.reaches.more is more
        assert change.reaches.conclusions == tuple(f"a.over{number}" for number in range(min(length, MOST_REACHED)))


def test_a_link_and_a_thesis_use_a_claim_too(differing: Differing) -> None:
    story = differing(
        (IT + "claims other: Other.\n", ""),
        ("claims other: Other.\n", ""),
        shared="link a.it same-as b.main\n",
    )
    change = next(change for change in story.changes if change.rule == "claim-removed")
    assert isinstance(change, ClaimChange)
    assert change.used


WHOLE = "claims it: Trams are quick and cheap.\n"
PARTS = "claims quick: Trams are quick.\n  was: it\nclaims cheap: Trams are cheap.\n  was: it\n"


def test_split_and_merged(differing: Differing) -> None:
    (change,) = differing(WHOLE, PARTS).changes
    assert isinstance(change, ClaimChange)
    assert change.rule == "claim-split"
    told = {claim.text for claim in (change.new, *change.others) if claim is not None}
    assert told == {"Trams are quick.", "Trams are cheap."}
    (change,) = differing("claims quick: Q.\nclaims cheap: C.\n", WHOLE + "  was: quick, cheap\n").changes
    assert change.rule == "claim-merged"


def test_one_part_keeps_the_id(differing: Differing) -> None:
    (change,) = differing(WHOLE, "claims it: Trams are quick.\nclaims cheap: Trams are cheap.\n  was: it\n").changes
    assert isinstance(change, ClaimChange)
    assert (change.rule, change.old and change.old.id, change.new and change.new.id) == ("claim-split", "a.it", "a.it")
    assert [other.id for other in change.others] == ["a.cheap"]


def test_what_follows_from_a_split(differing: Differing) -> None:
    rest = "claims top: Top.\n  because it\n"
    story = differing(rest + WHOLE, rest.replace("it", "quick\n  and cheap") + PARTS)
    assert story.rules[:2] == ["claim-split", "support-added"]
    assert story.lines[1].endswith("<= claim-split")


ONE, TWO = "section: One\nclaims x: X.\n", "section: Two\nclaims y: Y.\n"


def test_another_section(differing: Differing) -> None:
    assert differing(ONE + IT + TWO, ONE + TWO + IT).lines == ["claim-moved a.it"]
    assert differing(IT + ONE + TWO, ONE + TWO + IT).lines == ["claim-moved a.it"]


def test_what_stands_under_a_claim_moves_with_it(differing: Differing) -> None:
    deep = IT + "  because: Why.\n  because why: W.\n"
    assert differing(ONE + deep + TWO, ONE + TWO + deep).lines == ["claim-moved a.it"]


@pytest.mark.parametrize(
    "new",
    [
        ONE + IT + TWO.replace("Two", "Twice"),
        ONE + IT + TWO.replace("section: Two\n", ""),
        ONE + IT + "section: Between\n" + TWO,
        ONE + "section: Between\n" + IT + TWO,
        "section: Before\n" + ONE + IT + TWO,
    ],
)
def test_headings_move_nothing(differing: Differing, new: str) -> None:
    assert differing(ONE + IT + TWO, new).lines == ["headings-changed a"]


NESTED = TWO.replace("section: Two\n", "section: Two\n  level: 2\n")


def test_a_heading_that_stands_in_another_moves_nothing(differing: Differing) -> None:
    assert differing(ONE + TWO + IT, ONE + NESTED + IT).lines == ["subsections-changed a"]


def test_another_section_of_the_same_title(differing: Differing) -> None:
    old = ONE + NESTED + IT + "section: Three\nclaims z: Z.\n" + NESTED.replace("y: Y", "w: W")
    new = old.replace(IT, "") + IT
    assert differing(old, new).lines == ["claim-moved a.it"]


@pytest.mark.parametrize("new", [TWO + ONE + IT, ONE.replace("claims x: X.\n", "") + IT + "claims x: X.\n" + TWO])
def test_orders_move_nothing(differing: Differing, new: str) -> None:
    assert differing(ONE + IT + TWO, new).lines == []


def test_another_document_of_other_authors(differing: Differing) -> None:
    answering = IT + "  answers go: yes\n  because why: W.\n    answers pay: city\n"
    assert differing((answering, ""), ("", answering)).lines == [
        "stance-retracted a go accepted yes -> nothing <= attribution-changed",
        "stance-retracted a pay accepted city -> nothing <= attribution-changed",
        "attribution-changed b.it",
        "stance-adopted b go nothing -> accepted yes <= attribution-changed",
        "stance-adopted b pay nothing -> accepted city <= attribution-changed",
    ]


def test_another_document_of_the_same_authors(differing: Differing) -> None:
    shared = "document z: Z\n  author author-a\nclaims first: F.\n"
    story = differing(IT, "", shared=shared, replaced=(shared, shared + IT))
    assert story.lines == ["claim-moved z.it"]


def test_each_statement_that_moved_is_told_even_if_it_is_a_premise(differing: Differing) -> None:
    shared = "document z: Z\n  author author-a\nclaims first: F.\n"
    body = "claims top: Top.\n  because it\n    \n" + IT
    story = differing(body, "", shared=shared, replaced=(shared, shared + body))
    assert story.lines == ["claim-moved z.top", "claim-moved z.it"]


def test_a_premise_becomes_a_statement_and_gets_a_name(differing: Differing) -> None:
    nested = "claims top: Top.\n  because it: The tram will come.\n  because: It is quick.\n"
    apart = "claims top: Top.\n  because it\n  because quick: It is quick.\n" + IT
    assert differing(nested, apart).lines == []
