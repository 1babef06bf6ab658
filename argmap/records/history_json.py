"""What `argmap log --format json` prints: what became of one thing, commit by commit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from argmap.diff.change_subject import Kind, Subject
from argmap.records.changes_json import CHANGE, Telling
from argmap.records.fields import (
    TEXT,
    TEXTS,
    Choice,
    Field,
    Inline,
    Many,
    OrNull,
    Part,
    Published,
    Record,
    Scalar,
    version,
)
from argmap.report.difference.difference_report import DiffReport
from argmap.report.difference.history import Episode
from argmap.report.visible import json_text

VERSION = 2


class History(NamedTuple):
    """A thing, by the name that it has now, and its episodes, the newest first.

    Attributes:
        cut: The full id of the commit before which nothing is known; empty where all is told that was asked for.
    """

    subject: Subject
    episodes: tuple[Episode, ...]
    cut: str


_COMMIT_ID = Scalar({"type": "string", "pattern": "^[0-9a-f]{40}(?:[0-9a-f]{24})?$"})

_SUBJECT = Record[Subject, object](
    "subject",
    "",
    Field("kind", Choice(Kind), "The sort of thing."),
    Field("id", TEXT, "`document.claim`, `document`, `issue`, `document/actor` or `actor`.", "name"),
)

_COMMIT = Record[Episode, object](
    "commit",
    "",
    Field("id", _COMMIT_ID, "Its full id.", "commit"),
    Field("date", TEXT, "The day on which it was written, ISO 8601."),
    Field("author", TEXT, "The name of whoever wrote it."),
    Field("title", TEXT, "The first paragraph of its message, on one line."),
)

_DONE = Inline[DiffReport, Telling](
    Field(
        "partial",
        TEXTS,
        "Files that could not be read whole, before or after: what stands in the rest of them is not compared.",
    ),
    Field("changes", Many(CHANGE, least=1), "What the commit did to the thing, and what follows from that.", "judged"),
)
_EPISODE = Inline[Episode, object](
    Field("commit", OrNull(_COMMIT), "Null for what is not committed yet.", lambda one, _: one if one.commit else None),
    Field("subject", _SUBJECT, "The thing, by the name that it had after the commit."),
    Part(_DONE, "told", context=Telling.of),
)

_WHOLE = Record[History, object](
    "",
    "The history of one thing: what `argmap log --format json` prints. Changes are those of `argmap diff --schema`.",
    version("version", VERSION),
    Field("subject", _SUBJECT, "The thing, by the name that it has now, or had last."),
    Field(
        "cut",
        OrNull(_COMMIT_ID),
        "The oldest commit of a shallow clone: what it and older ones changed is not known. Null where the history is "
        "whole, as far as it was asked for.",
    ),
    Field(
        "episodes", Many(_EPISODE), "The commits that changed something about it, newest first, along first parents."
    ),
)

HISTORY = Published("argmap log --format json", "What argmap log found", _WHOLE)


def history_json(subject: Subject, episodes: Iterable[Episode], cut: str = "") -> str:
    """A history; `cut` is the commit before which nothing is known, if there is one."""
    return json_text(_WHOLE.write(History(subject, tuple(episodes), cut), None)) + "\n"
