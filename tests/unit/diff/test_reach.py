"""What rests on what."""

from collections.abc import Callable

from argmap.diff.sides import Reach
from argmap.diff.support import Joined
from argmap.model.corpus import Corpus

Understand = Callable[..., tuple[Corpus, object]]
HEAD = "document a: A\n  author author-a: Author A\n"
TEXT = """claims top: Top.
  because left
  because right
  despite against: Against.
  undercut doubt: Doubt.
claims left: Left.
  because low
claims right: Right.
  because (parts) low
  because middle: Middle.
    because low
  if rain: Rain.
claims low: Low.
claims free: Free.
"""


def reach(understand: Understand, text: str) -> Reach:
    return Reach.of(understand(HEAD + text)[0])


def test_the_nearest_conclusions_first(understand: Understand) -> None:
    found = reach(understand, TEXT)
    assert found.conclusions("a.low").conclusions == ("a.left", "a.middle", "a.right", "a.top")
    assert not any(found.conclusions(f"a.{name}").conclusions for name in ("against", "rain", "top"))


def test_whatever_is_named_in_a_step_is_used_and_so_is_the_thesis(understand: Understand) -> None:
    used = reach(understand, TEXT).used
    assert used == {f"a.{name}" for name in "top left right against doubt low middle rain".split()}


def test_circles_end(understand: Understand) -> None:
    found = reach(understand, "claims x: X.\n  because y\nclaims y: Y.\n  because x\n")
    assert found.conclusions("a.x").conclusions == ("a.y",)
    assert found.closed(["a.x"]) == {"a.x", "a.y"}


def test_things_are_together_through_others() -> None:
    joined = Joined[int]()
    for things in ((1, 2), (3, 4), (), (5,), (2, 3, 2)):
        joined.join(things)
    assert len({joined.of(thing) for thing in (1, 2, 3, 4)}) == 1
    assert len({joined.of(thing) for thing in (1, 5, 6)}) == 3
