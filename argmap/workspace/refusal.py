"""What was asked for cannot be done, and somebody can do something about it."""

from __future__ import annotations


class RefusedError(Exception):
    """What was asked for cannot be done; the message is a sentence for people, without a full stop.

    Attributes:
        help: What to do, a line each; commands stand in lines of their own, indented.
    """

    def __init__(self, message: str, *help_: str) -> None:
        super().__init__(message)
        self.help = help_
