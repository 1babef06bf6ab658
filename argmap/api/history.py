"""`argmap log`: what became of a claim, or of anything else that has an id, commit by commit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property, partial
from itertools import pairwise
from pathlib import Path, PurePosixPath

import attrs

from argmap.api.comparable import Understanding, Understood, levels
from argmap.api.loading import Input
from argmap.api.named import named, unknown
from argmap.api.side_reading import SideReader, input_at
from argmap.diff.change_subject import Kind, Subject, before, concerning
from argmap.diff.differ import diff
from argmap.diff.rule import Rule
from argmap.diff.significance import Significance, judge
from argmap.model.ids import ClaimId
from argmap.report.difference.difference_report import DiffReport
from argmap.report.difference.history import Episode
from argmap.workspace.commits import Logged, commits
from argmap.workspace.reader import FOLDER, Reading
from argmap.workspace.side import Words

Progress = Callable[[int, int], None]
"""Told how many commits were looked at, of how many."""

_ANY = re.compile("")


@attrs.frozen(kw_only=True, repr=False)
class History:
    """What became of one thing.

    Attributes:
        subject: The thing, by the id that it has now, or had last.
        episodes: The newest first; each is found when it is asked for.
        cut: The oldest commit of a clone whose history was cut there: what it and older ones changed is not known.
    """

    subject: Subject
    episodes: Iterator[Episode]
    cut: Logged | None = None

    def __repr__(self) -> str:
        return f"history of {self.subject.kind} {self.subject.name}"


@contextmanager
def log(
    word: str,
    *,
    since: str = "",
    cwd: Path | str = ".",
    progress: Progress = lambda done, total: None,  # noqa: ARG005
) -> Iterator[History]:
    """What became of a thing on the way to the working tree, along the first parents of commits.

    The episodes can be read until the context is left.

    Args:
        word: ``document.claim``, or ``claim`` where one document alone has it; the id of a document or an issue;
            ``document/actor``.  Also a name that it had before, or that of a thing that is gone.
        since: A revision; what it and older ones changed is left out.
        cwd: The folder in which all this is meant.
        progress: Called before each commit.

    Raises:
        UnknownSubjectError: Nothing has that name, or had it; or several claims have it.
        RefusedError: git is missing, or has not the commit.  Its help says what to do.
        NoProjectError: There is no project here.
    """
    with Words(Path(cwd)) as words:
        past = _Past.of(words, since)
        subject = past.find(word)
        yield History(subject=subject, episodes=past.episodes(subject, progress), cut=past.cut)


@attrs.frozen
class _State:
    """The project at one time.

    Attributes:
        commit: That which made it so; None for the working tree, or where it does not matter.
    """

    commit: Logged | None
    read: Callable[[], Input]


@attrs.frozen(kw_only=True)
class _Past:
    """The states of a project, the newest first: each is another than the next, or the last."""

    states: tuple[_State, ...]
    levels: Mapping[Rule, Significance | None]
    cut: Logged | None
    understanding: Understanding = attrs.field(factory=Understanding)

    @classmethod
    def of(cls, words: Words, since: str) -> _Past:
        """All states since a revision, or since there has been a project."""
        head = words.commit("HEAD")
        base = words.commit(since).commit.id if since else ""
        has_tree = words.repository.top is not None
        committed, now = SideReader(words, bytes).read(head, None if has_tree else head)
        folder, root = PurePosixPath(committed.folder), committed.given.root

        nothing = attrs.evolve(committed.given, readings=())

        def at(word: str) -> Input:
            commit = head.commit.other(word)
            return nothing if commit is None else input_at(commit, folder, root)

        found = commits(words.repository, head.commit.id, folder / FOLDER, until=base)
        states = [_State(None, lambda: now.given)] if has_tree else []
        states += [_State(commit, partial(at, commit.id)) for commit in found]
        cut = None
        if not found:
            states.append(_State(None, lambda: committed.given))
        elif head.commit.other(f"{found[-1].id}^1") is not None:
            states.append(_State(None, partial(at, f"{found[-1].id}^1")))
        elif _has_parents(words, found[-1].id):
            cut = found[-1]
        else:
            states.append(_State(None, lambda: nothing))
        return cls(states=tuple(states), levels=levels(now.given.settings), cut=cut)

    def find(self, word: str) -> Subject:
        """What a word means in the newest state in which it means anything."""
        sign = _naming(word.rpartition("/")[2].rpartition(".")[2])
        seen: set[str] = set()
        for state in self.states:
            given = state.read()
            if any(reading.digest not in seen and sign.search(reading.source.text) for reading in given.readings):
                found = named(word, self.understanding.understood(given).corpus)
                if found is not None:
                    return found
            seen.update(reading.digest for reading in given.readings)
        raise unknown(word, self.understanding.understood(self.states[0].read()).corpus)

    def episodes(self, subject: Subject, progress: Progress) -> Iterator[Episode]:
        """What became of a thing from each state to the next newer one."""
        newer = _Moment(self.states[0].read(), self.understanding)
        sign = _sign_of(subject, newer.understood)
        for number, (state, earlier) in enumerate(pairwise(self.states)):
            progress(number, len(self.states) - 1)
            older = _Moment(earlier.read(), self.understanding)
            changed = older.beside(newer)
            # Most commits are about something else, and reading a text is quicker than understanding it.
            if any(sign.search(reading.source.text) for reading in changed):
                told = _told(older, newer, {reading.source.name for reading in changed})
                judged = tuple(judge(concerning(subject, told.difference), self.levels))
                if judged:
                    yield _episode(state.commit, subject, attrs.evolve(told, judged=judged))
                subject = before(subject, told.difference)
                sign = _sign_of(subject, older.understood)
            newer = older


@attrs.define(slots=False)
class _Moment:
    """One state, understood only if somebody has to know."""

    given: Input
    understanding: Understanding

    @cached_property
    def understood(self) -> Understood:
        return self.understanding.understood(self.given)

    def beside(self, other: _Moment) -> list[Reading]:
        """The files that only one of the two has, as they are there."""
        mine, yours = (
            {(reading.source.name, reading.digest): reading for reading in moment.given.readings}
            for moment in (self, other)
        )
        return [reading for key, reading in (*mine.items(), *yours.items()) if not (key in mine and key in yours)]


def _episode(commit: Logged | None, subject: Subject, told: DiffReport) -> Episode:
    if commit is None:
        return Episode(subject=subject, told=told)
    return Episode(
        commit=commit.id, date=commit.date, author=commit.author, title=commit.subject, subject=subject, told=told
    )


def _told(older: _Moment, newer: _Moment, changed: set[str]) -> DiffReport:
    """All that differs; a file that cannot be read whole matters where it is not the same file before and after."""
    old, new = older.understood, newer.understood
    errors = {finding.place.file for finding in (*old.errors, *new.errors)}
    return DiffReport(
        difference=diff(old.corpus, new.corpus),
        partial=tuple(sorted(errors & changed)),
        old_texts=old.texts,
        new_texts=new.texts,
    )


def _sign_of(subject: Subject, state: Understood) -> re.Pattern[str]:
    """What stands in every file that can concern a thing as long as it is what it is in a state.

    Of a claim these are its name, the names of its premises in other documents, and the declaration of an issue that it
    answers.  Of all else, or where something of the claim may be missing, any file may be.
    """
    claim = state.corpus.claims.get(ClaimId(subject.name))
    if subject.kind is not Kind.CLAIM or any(claim and claim.origin.file == error.place.file for error in state.errors):
        return _ANY
    own = ClaimId(subject.name)
    premises = claim.premises if claim is not None else ()
    names = (own.name, *(premise.name for premise in premises if premise.document != own.document))
    return _naming(*names, issues={answer.issue for answer in claim.answers} if claim is not None else ())


def _naming(*names: str, issues: Iterable[str] = ()) -> re.Pattern[str]:
    """Finds any of some names, or the declaration of an issue."""
    # A file may spell other letters in another Unicode form.
    if not all(name and name.isascii() for name in (*names, *issues)):
        return _ANY
    words = "|".join(map(re.escape, names))
    declared = "".join(rf"|^issue[ \t]+{re.escape(issue)}" for issue in sorted(issues))
    return re.compile(rf"(?:(?<![\w-])(?:{words}){declared})(?![\w-])", re.MULTILINE)


def _has_parents(words: Words, commit: str) -> bool:
    """Whether a commit says that something was before it, whether or not this clone has that."""
    found = words.objects.find(commit)
    return found is not None and b"\nparent " in found.data.partition(b"\n\n")[0]
