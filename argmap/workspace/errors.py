"""What can be in the way of what was asked for, and is no fault of argmap."""

from __future__ import annotations


class RefusedError(Exception):
    """What was asked for cannot be done; the message is a sentence for people, without a full stop.

    Attributes:
        help: What to do, a line each; commands stand in lines of their own, indented.
    """

    def __init__(self, message: str, *help_: str) -> None:
        super().__init__(message)
        self.help = help_


class NoProjectError(LookupError):
    """Neither a folder nor one above it holds an ``arguments`` folder."""


class UnsafeNameError(ValueError):
    """A file cannot have this name on every system."""


class OutsideError(OSError):
    """A path leads out of the folder in which it must stay."""


class UnwritableError(OSError):
    """What stands at a path is no file that may be replaced."""


class ChangedError(OSError):
    """Somebody else changed a file since it was looked at, and it is as they left it."""
