"""In which order cruxes are told: that on which most turns, the deepest, that on which most hangs, then by subject."""

from collections.abc import Callable

import pytest

from argmap.compare.comparison import Comparison
from argmap.judge.holder import Holder
from argmap.model.ids import DocumentId, IssueId

Compared = Callable[..., Comparison]
A, B = Holder(DocumentId("a")), Holder(DocumentId("b"))
AGAINST = "claims not-it: T.\n  answers go: no\nclaims no-city: T.\n  answers lead: not city\n"
AGAINST += "claims late: T.\n  answers pace: slow\n"
CITY, FAST = "answers lead: city", "answers pace: fast"


@pytest.fixture
def ranked(compared: Compared) -> Callable[[str], list[tuple[str, int, int]]]:
    """The cruxes of the conflict on ``go``, each with its depth and its weight."""

    def function(*lines: str, other: str = AGAINST) -> list[tuple[str, int, int]]:
        comparison = compared("claims it: T.\n  answers go: yes\n" + "\n".join(lines), other)
        conflict = comparison.align(A, B, IssueId("go"))
        assert conflict is not None
        return [(crux.conflict.issue or "", crux.depth, crux.weight) for crux in comparison.cruxes(conflict)]

    return function


def below(claim: str, *lines: str) -> list[str]:
    """A reason for a reason, linked to others like it, with some lines under it."""
    return [f"  and {claim}: T.", *(f"    {line}" for line in lines)]


def test_of_two_as_deep_the_one_on_which_more_hangs_comes_first(ranked: Callable[..., list[object]]) -> None:
    light = ["  because light: T.", "    because local: T.", f"      {CITY}"]
    heavy = [*below("heavy", "because quick: T.", f"  {FAST}"), *below("heavier", "because quick")]
    assert ranked(*light, *heavy) == [("pace", 2, 3), ("lead", 2, 2)]
    # The other way round, so that it is not the order of subjects or lines that decides.
    light = ["  because light: T.", "    because quick: T.", f"      {FAST}"]
    heavy = [*below("heavy", "because local: T.", f"  {CITY}"), *below("heavier", "because local")]
    assert ranked(*light, *heavy) == [("lead", 2, 3), ("pace", 2, 2)]


def test_depth_comes_before_weight(ranked: Callable[..., list[object]]) -> None:
    deep = ["  because deep: T.", "    because deeper: T.", "      because quick: T.", f"        {FAST}"]
    wide = [line for name in ("w", "x", "y") for line in below(name, "because local")]
    wide += ["", "claims local: T.", f"  {CITY}"]
    assert ranked(*deep, *wide) == [("pace", 3, 3), ("lead", 2, 4)]


def test_as_deep_and_as_heavy_the_subject_decides(ranked: Callable[..., list[object]]) -> None:
    for first, second in ((CITY, FAST), (FAST, CITY)):
        lines = ["  because one: T.", f"    {first}", "  and two: T.", f"    {second}"]
        assert ranked(*lines) == [("lead", 1, 1), ("pace", 1, 1)]


def test_what_falls_on_both_sides_counts_together(ranked: Callable[..., list[object]]) -> None:
    lines = ["  because one: T.", f"    {CITY}", "  and two: T.", f"    {FAST}"]
    both = "claims not-it: T.\n  answers go: no\n  because late: T.\n    answers pace: slow\n"
    both += "claims no-city: T.\n  answers lead: not city\n"
    assert ranked(*lines, other=both) == [("pace", 1, 2), ("lead", 1, 1)]


def test_the_depth_is_that_of_the_side_that_turns_most_on_it(ranked: Callable[..., list[object]]) -> None:
    """The other side meets it further down, but has another reason."""
    near = ["  because quick: T.", f"    {FAST}"]
    far = "claims not-it: T.\n  answers go: no\n  because else: T.\n  because far: T.\n    because late: T.\n"
    far += "      answers pace: slow\n"
    assert ranked(*near, other=far) == [("pace", 1, 2)]
    turning = far.replace("  because else: T.\n", "")
    assert ranked(*near, other=turning) == [("pace", 2, 3)]
