from collections.abc import Callable

import pytest

from argmap.diff.change_subject import Kind, Subject, before, concerning
from argmap.diff.differ import diff
from argmap.diff.difference import Difference

SHARED = """\
issue trams: Should the town build trams?
  position yes: It should
  position no: It should not

issue money: Who should pay?
  position town: The town
  position state: The state

actor council: The town council
actor state: The state
"""
FIRST = """\
document first: Trams now
  author author-a: Author A
  thesis: build

claims build (should): The town should build trams.
  answers trams: yes
  because quiet: Trams are quiet.

claims costly: Trams cost a lot.

reports debt from council: The town is in debt.
  answers money: state
"""
SECOND = """\
document second: No trams
  author author-b: Author B

claims leave: The town should leave its streets as they are.
  answers trams: no
  because narrow: The streets are narrow.
"""
LINK = "link second.narrow contrary-to first.costly: One of them.\n"
Compared = Callable[..., Difference]


@pytest.fixture
def compared(understand: Callable[..., tuple]) -> Compared:
    """The difference that replacements in the texts above make."""

    def function(*edits: tuple[str, str], base: tuple[tuple[str, str], ...] = ()) -> Difference:
        texts = "\f".join((SHARED, FIRST, SECOND))
        for old, new in base:
            assert old in texts
            texts = texts.replace(old, new)
        edited = texts
        for old, new in edits:
            assert old in edited
            edited = edited.replace(old, new)
        return diff(*(understand(*text.split("\f"))[0] for text in (texts, edited)))

    return function


def rules(difference: Difference, kind: Kind, name: str) -> list[str]:
    return sorted(change.rule.value for change in concerning(Subject(kind, name), difference))


@pytest.mark.parametrize(
    ("edit", "claim", "told"),
    [
        (("build (should)", "build (must)"), "build", ["stance-qualified"]),
        (("build (should)", "build (must)"), "quiet", []),
        (("claims build", "denies build"), "build", ["conflict-closed", "stance-reversed"]),
        (("are quiet", "are silent"), "build", []),
        (("are quiet", "are silent"), "quiet", ["claim-reworded"]),
        (("  because quiet: Trams are quiet.\n", ""), "build", ["conclusion-ungrounded", "support-removed"]),
        (("  because quiet: Trams are quiet.\n", ""), "quiet", ["conclusion-ungrounded", "support-removed"]),
        (("because quiet", "because costly\n  because quiet"), "costly", []),
        (("because quiet", "because costly\n  because quiet"), "build", ["support-added"]),
        (("from council", "from state"), "debt", ["attribution-changed", "stance-adopted", "stance-retracted"]),
        (("thesis: build", "thesis: costly"), "build", ["thesis-changed"]),
        (("thesis: build", "thesis: costly"), "quiet", []),
        (("document second", LINK + "\ndocument second"), "costly", ["conflict-opened", "link-added"]),
        (("document second", LINK + "\ndocument second"), "build", []),
    ],
)  # fmt: skip
def test_what_is_about_a_claim(compared: Compared, edit: tuple[str, str], claim: str, told: list[str]) -> None:
    assert rules(compared(edit), Kind.CLAIM, f"first.{claim}") == told


def test_a_document_that_is_new_brings_its_claims_and_not_its_conflicts(understand: Callable[..., tuple]) -> None:
    old, new = understand(SHARED, SECOND)[0], understand(SHARED, SECOND, FIRST)[0]
    difference = diff(old, new)
    assert rules(difference, Kind.CLAIM, "first.build") == ["document-added", "stance-adopted"]
    assert rules(difference, Kind.CLAIM, "first.costly") == ["document-added"]
    assert rules(difference, Kind.CLAIM, "second.leave") == []
    assert "conflict-opened" in rules(difference, Kind.DOCUMENT, "second")
    assert rules(difference, Kind.ISSUE, "trams") == ["conflict-opened", "stance-adopted"]


def test_what_is_about_an_issue_a_document_or_a_holder(compared: Compared) -> None:
    reworded = compared(
        ("Should the town build", "Is it time to build"), ("The state\n\nactor", "The whole state\n\nactor")
    )
    assert rules(reworded, Kind.ISSUE, "trams") == ["issue-reworded"]
    assert rules(reworded, Kind.ISSUE, "money") == ["position-reworded"]
    assert rules(reworded, Kind.DOCUMENT, "first") == []
    retracted = compared(("  answers money: state\n", ""))
    assert rules(retracted, Kind.ISSUE, "money") == ["stance-retracted"]
    assert rules(retracted, Kind.HOLDER, "first/council") == ["stance-retracted"]
    assert rules(retracted, Kind.HOLDER, "first/state") == []
    assert rules(retracted, Kind.DOCUMENT, "first") == ["stance-retracted"]
    assert rules(retracted, Kind.DOCUMENT, "second") == []
    closed = compared(("claims leave", "denies leave"))
    assert rules(closed, Kind.DOCUMENT, "first") == ["conflict-closed"]
    assert rules(closed, Kind.DOCUMENT, "second") == ["conflict-closed", "stance-reversed", "thesis-changed"]


def test_names_are_those_of_before(compared: Compared) -> None:
    renamed = compared(
        ("document first: Trams now\n", "document trams-now: Trams now\n  was: first\n"),
        ("claims build", "claims lay"),
        ("  answers trams: yes\n", "  answers trams: yes\n  was: build\n"),
        ("thesis: build", "thesis: lay"),
        ("issue money: Who should pay?\n", "issue costs: Who should pay?\n  was: money\n"),
        ("answers money", "answers costs"),
        ("actor council: The town council\n", "actor board: The town council\n  was: council\n"),
        ("from council", "from board"),
    )  # fmt: skip

    def was(kind: Kind, name: str) -> str:
        return before(Subject(kind, name), renamed).name

    assert was(Kind.CLAIM, "trams-now.lay") == "first.build"
    assert was(Kind.CLAIM, "trams-now.costly") == "first.costly"
    assert was(Kind.CLAIM, "trams-now.nowhere") == "first.nowhere"
    assert was(Kind.CLAIM, "second.leave") == "second.leave"
    assert was(Kind.DOCUMENT, "trams-now") == "first"
    assert was(Kind.ISSUE, "costs") == "money"
    assert was(Kind.HOLDER, "trams-now/board") == "first/council"
    assert was(Kind.HOLDER, "second/state") == "second/state"
    assert rules(renamed, Kind.CLAIM, "trams-now.lay") == ["claim-renamed"]


def test_a_part_of_a_claim_was_the_claim(compared: Compared) -> None:
    split = compared(
        (
            "claims costly: Trams cost a lot.\n",
            "claims rails: Rails cost a lot.\n  was: costly\n\nclaims wires: Wires cost a lot.\n  was: costly\n",
        )
    )
    for part in ("rails", "wires"):
        subject = Subject(Kind.CLAIM, f"first.{part}")
        assert "claim-split" in [change.rule.value for change in concerning(subject, split)]
        assert before(subject, split).name == "first.costly"


def test_a_name_that_an_actor_and_a_claim_share_stays_apart(compared: Compared) -> None:
    base = (
        "author author-a: Author A\n  thesis: build\n",
        "author author-a: Author A\n  thesis: build\n\nactor own: Own\n",
    )
    renamed = compared(
        ("claims costly: Trams cost a lot.\n", "claims own: Trams cost a lot.\n  was: costly\n"),
        base=(base, ("reports debt from council", "reports debt from own")),
    )
    assert before(Subject(Kind.HOLDER, "first/own"), renamed).name == "first/own"
    assert before(Subject(Kind.CLAIM, "first.own"), renamed).name == "first.costly"


@pytest.mark.parametrize(
    ("kind", "name", "there"),
    [
        (Kind.CLAIM, "first.build", True),
        (Kind.CLAIM, "first.narrow", False),
        (Kind.DOCUMENT, "second", True),
        (Kind.ISSUE, "money", True),
        (Kind.HOLDER, "first/council", True),
        (Kind.HOLDER, "second/council", False),
        (Kind.HOLDER, "third/council", False),
    ],
)
def test_whether_a_thing_is_there(compared: Compared, kind: Kind, name: str, there: bool) -> None:
    assert Subject(kind, name).stands_in(compared().new) is there
