"""The history of one thing as a page: what became of it, commit by commit (`argmap log`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from argmap.diff.change_subject import Subject
from argmap.report.difference.difference_report import DiffReport
from argmap.report.difference.entries import entries_of
from argmap.report.page import Block, Commit, Heading, Paragraph
from argmap.wording.english import single_spaced
from argmap.wording.spans import code, words

_SHOWN = 10
"""Digits of a commit's id that are enough for people."""


@attrs.frozen(kw_only=True)
class Episode:
    """What one commit did to a thing.

    Attributes:
        commit: Its full id; empty for what is not committed yet.
        date: The day on which it was written, ISO 8601.
        author: The name of whoever wrote it.
        title: The first paragraph of its message.
        subject: The thing, by the name that it had after the commit.
        told: The changes to it, and what follows from them.
    """

    commit: str = ""
    date: str = ""
    author: str = ""
    title: str = ""
    subject: Subject
    told: DiffReport


def history_page(episodes: Iterable[Episode]) -> Iterator[Block]:
    """Episode by episode, each as soon as it is known: the commit, what it changed, and what follows from that."""
    for episode in episodes:
        said = f"{episode.date}, {episode.author}: {episode.title}" if episode.commit else ""
        partial = (f"{file} could not be read whole, before or after" for file in episode.told.partial)
        name = episode.commit[:_SHOWN] or "not committed yet"
        entries = (entry for _, entry in entries_of(episode.told, full=False))
        yield Commit(name, single_spaced(said), tuple(partial), tuple(entries))


def history_as_whole(
    subject: Subject, episodes: Iterable[Episode], cut: str = "", most: int | None = None
) -> Iterator[Block]:
    """The same as a page that says by itself what it is of, and how far back it goes.

    Args:
        subject: The thing, by the name that it has now.
        episodes: The newest first.
        cut: The commit before which nothing is known, for people; empty where there is none.
        most: How many episodes were asked for; None for all.
    """
    yield Heading(1, words(f"What became of {subject.kind.value} ", code(subject.name)))
    told = 0
    for block in history_page(episodes):
        told += 1
        yield block
    if not told:
        yield Paragraph(words("Nothing changed about it."))
    if cut and told != most:
        yield Paragraph(words(f"Here the history of this clone is cut, at {cut}."))
