"""How much work something is, in calls: the same on every machine, where a clock is not."""

import sys
from collections.abc import Callable
from typing import TypeVar

Given = TypeVar("Given")


def calls(does: Callable[[Given], object], given: Given) -> int:
    """How many functions are called, those written in C among them."""
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        does(given)
    finally:
        sys.setprofile(None)
    return count
