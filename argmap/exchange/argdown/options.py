"""What the command line says of Argdown files: `--set NAME=VALUE`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from argmap.exchange.loss import LossReport
from argmap.language.words import VERBS, Attitude

DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def is_date(text: str) -> bool:
    """Whether a text is a year, a month or a day that there is, such as ``2021-07-09``."""
    if DATE.fullmatch(text) is None:
        return False
    try:
        date.fromisoformat(text + "0000-01-01"[len(text) :])
    except ValueError:
        return False
    return True


class Options(NamedTuple):
    """What the command line says of a file.

    Attributes:
        attitude: What its author does with statements that nothing in it speaks against.
        holder: The key of the data that names who holds a statement; empty where none does.
        holders: By tag, who holds what has it.
        attitudes: By tag, what the author does with what has it.
    """

    author: str = ""
    date: str = ""
    attitude: Attitude = Attitude.CLAIMS
    holder: str = ""
    holders: Mapping[str, str] = {}
    attitudes: Mapping[str, Attitude] = {}


def options_of(given: Mapping[str, str], loss: LossReport) -> Options:
    """The options of the command line; those that there are not, or that say nothing, are counted."""
    author = day = holder = ""
    attitude = Attitude.CLAIMS
    holders: dict[str, str] = {}
    attitudes: dict[str, Attitude] = {}
    for name, value in given.items():
        kind, _, tag = name.partition(".")
        if name == "author":
            author = value
        elif name == "date" and is_date(value):
            day = value
        elif name == "holder":
            holder = value
        elif name == "attitude" and value in (Attitude.CLAIMS, Attitude.SUPPOSES):
            attitude = Attitude(value)
        elif kind == "holder" and tag and value:
            holders[tag] = value
        elif kind == "attitude" and tag and value in VERBS:
            attitudes[tag] = Attitude(value)
        else:
            loss.dropped("option", f"`{name}={value}` is none of this format")
    return Options(author, day, attitude, holder, holders, attitudes)
