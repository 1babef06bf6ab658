"""`argmap log`: what became of a claim, or of anything else that has an id, commit by commit."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from argmap.diff.change_subject import Kind, Subject, before, concerning
from argmap.diff.rule import Rule
from argmap.diff.significance import Significance, judge
from argmap.git.project_history import Logged, ProjectState, project_history
from argmap.judge.holder import Holder
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId
from argmap.project.corpus_loader import CorpusLoader, Loaded, levels
from argmap.project.unseen_files import difference_of, seen
from argmap.report.difference.difference_report import DiffReport
from argmap.report.difference.history import Episode, history_as_whole, history_page
from argmap.source.loosened import named
from argmap.source.nearest import suggestion
from argmap.workspace.errors import RefusedError
from argmap.workspace.project_files import Input
from argmap.workspace.reader import Reading

if TYPE_CHECKING:
    from argmap.report.terminal_text import Palette

Progress = Callable[[int, int], None]
"""Told how many commits were looked at, of how many."""

_ANY = re.compile("")


class UnknownSubjectError(RefusedError):
    """Nothing has, or had, a name; or more than one claim has it."""


@attrs.frozen(kw_only=True, repr=False)
class History:
    """What became of one thing.

    Attributes:
        subject: The thing, by the id that it has now, or had last.
        episodes: The newest first; each is found when it is asked for.
        cut: The oldest commit of a clone whose history was cut there: what it and older ones changed is not known.
        notices: What to know of the files that are there now, a sentence each.
    """

    subject: Subject
    episodes: Iterator[Episode]
    cut: Logged | None = None
    notices: tuple[str, ...] = ()

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
        word: ``document.claim``, or ``claim`` where one document alone has it; the id of a document, an issue, an
            author or an actor; ``document/actor``.  Also a name that it had before, or that of a thing that is gone.
            What is no id may be one in another spelling, or a name, a title, a question or a text.
        since: A revision; what it and older ones changed is left out.
        cwd: The folder in which all this is meant.
        progress: Called before each commit.

    Raises:
        UnknownSubjectError: Nothing has that name, or had it; or several claims have it.
        RefusedError: git is missing, or has not the commit.  Its help says what to do.
        NoProjectError: There is no project here.
    """
    with project_history(Path(cwd), since) as found:
        past = _Past(found.states, levels(found.settings))
        try:
            subject = past.find(word)
        except UnknownSubjectError as error:
            # It may be where nobody looked.
            raise UnknownSubjectError(str(error), *error.help, *found.notices) from None
        yield History(subject=subject, episodes=past.episodes(subject, progress), cut=found.cut, notices=found.notices)


def report(
    found: History, form: str = "text", most: int | None = None, *, width: int = 100, palette: Palette | None = None
) -> Iterator[str]:
    """What became of a thing as ``text``, ``markdown`` or ``html``, in parts, each as soon as it is known.

    Args:
        found: What is told.
        form: In which format; text is one part an episode, and nothing else.
        most: How many episodes, the newest first; None for all.
        width: Of a terminal, in columns.
        palette: Colours of a terminal; none by default.
    """
    from argmap.report.page import PageFormat, told
    from argmap.report.terminal_text import PLAIN

    episodes = islice(found.episodes, most)
    if form == PageFormat.TEXT:
        page = history_page(episodes)
    else:
        cut = f"{found.cut.id[:10]} of {found.cut.date}" if found.cut is not None else ""
        page = history_as_whole(found.subject, episodes, cut, most)
    return told(page, PageFormat(form), width, palette or PLAIN)


@attrs.frozen
class _Past:
    """The states of a project, the newest first: each is another than the next, or the last."""

    states: tuple[ProjectState, ...]
    levels: Mapping[Rule, Significance | None]
    loader: CorpusLoader = attrs.field(factory=CorpusLoader)

    def find(self, word: str) -> Subject:
        """What a word means in the newest state in which it means anything."""
        sign = _naming(word.rpartition("/")[2].rpartition(".")[2])
        seen: set[str] = set()
        for state in self.states:
            given = state.read()
            if any(reading.digest not in seen and sign.search(reading.source.text) for reading in given.readings):
                subject = find_subject(word, self.loader.load(given).corpus)
                if subject is not None:
                    return subject
            seen.update(reading.digest for reading in given.readings)
        corpus = self.loader.load(self.states[0].read()).corpus
        subject = find_named(word, corpus)
        if subject is None:
            raise _unknown(word, corpus)
        return subject

    def episodes(self, subject: Subject, progress: Progress) -> Iterator[Episode]:
        """What became of a thing from each state to the next newer one."""
        newer = _Moment(self.states[0].read(), self.loader)
        sign = _sign_of(subject, newer.loaded)
        for number, (state, earlier) in enumerate(pairwise(self.states)):
            progress(number, len(self.states) - 1)
            both = seen(earlier.read(), newer.given, losses=state.commit is None)
            older = _Moment(both.old, self.loader, both.unseen_old)
            if both.unseen_new:
                # Only the newest state has no newer one that shows what it does not.
                newer = _Moment(both.new, self.loader, newer.unseen | both.unseen_new)
            changed = older.beside(newer)
            # Most commits are about something else, and reading a text is quicker than understanding it.
            if any(sign.search(reading.source.text) for reading in changed):
                told = _told(older, newer, {reading.source.name for reading in changed})
                judged = tuple(judge(concerning(subject, told.difference), self.levels))
                if judged or _is_out_of_sight(subject, older.loaded, newer.loaded, told.partial):
                    yield _episode(state.commit, subject, attrs.evolve(told, judged=judged))
                subject = before(subject, told.difference)
                sign = _sign_of(subject, older.loaded)
            newer = older


@attrs.define(slots=False)
class _Moment:
    """One state, loaded only if somebody has to know."""

    given: Input
    loader: CorpusLoader
    unseen: frozenset[str] = frozenset()
    """The files that stand here as in a state beside it, since their text is not known."""

    @cached_property
    def loaded(self) -> Loaded:
        return self.loader.load(self.given)

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
    old, new = older.loaded, newer.loaded
    unseen, unread = older.unseen | newer.unseen, {finding.place.file for finding in (*old.unread, *new.unread)}
    return DiffReport(
        difference=difference_of(old, new),
        partial=tuple(sorted((unread & changed) | unseen)),
        old_texts=old.texts,
        new_texts=new.texts,
    )


def _is_out_of_sight(subject: Subject, old: Loaded, new: Loaded, partial: Collection[str]) -> bool:
    """Whether a claim stands on one side alone, and may stand on the other where nobody can read it."""
    found = [state.corpus.claims.get(ClaimId(subject.name)) for state in (old, new)]
    here = [claim.origin.file for claim in found if claim is not None]
    return subject.kind is Kind.CLAIM and len(here) == 1 and here[0] in partial


def _sign_of(subject: Subject, state: Loaded) -> re.Pattern[str]:
    """What stands in every file that can concern a thing as long as it is what it is in a state.

    Of a claim these are its name and former ones, the names of its premises in other documents, and the declarations of
    the issues that it answers and of everybody who says it.  Of all else, or where something of the claim may be
    missing, any file may be.
    """
    claim = state.corpus.claims.get(ClaimId(subject.name))
    if subject.kind is not Kind.CLAIM or any(claim and claim.origin.file == error.place.file for error in state.unread):
        return _ANY
    own = ClaimId(subject.name)
    premises = claim.premises if claim is not None else ()
    former = claim.was if claim is not None else ()
    names = (own.name, *former, *(premise.name for premise in premises if premise.document != own.document))
    if claim is None:
        return _naming(*names)
    declared: set[tuple[str, str]] = {("issue", answer.issue) for answer in claim.answers}
    declared |= {(word, actor) for actor in _speakers(claim, state.corpus) for word in ("actor", "author")}
    return _naming(*names, declared=declared)


def _speakers(claim: Claim, corpus: Corpus) -> Iterator[str]:
    """The ids of everybody who says a claim, or whose stance it shows."""
    yield from corpus.documents[claim.document].authors
    yield from (actor for group in claim.voices for actor in group)
    yield from (answer.holder for answer in claim.answers if answer.holder is not None)


def _naming(*names: str, declared: Collection[tuple[str, str]] = ()) -> re.Pattern[str]:
    """Finds any of some names, or the declaration of something by its word and its id."""
    # A file may spell other letters in another Unicode form.
    if not all(name and name.isascii() for name in (*names, *(name for _, name in declared))):
        return _ANY
    words = "|".join(map(re.escape, names))
    heads = "".join(rf"|^[ \t]*{word}[ \t]+{re.escape(name)}" for word, name in sorted(declared))
    return re.compile(rf"(?:(?<![\w-])(?:{words}){heads})(?![\w-])", re.MULTILINE)


def find_subject(word: str, corpus: Corpus) -> Subject | None:
    """What has this name, or had it before as `was` says; None where nothing has.

    A document and an issue are named by their ids, a claim by ``document.claim`` or, where no other document has a
    claim of that name, by the part after the dot, an author or actor by the id, and a holder by ``document/actor``.

    Raises:
        UnknownSubjectError: Claims of several documents have it.
    """
    if "/" in word:
        return _find_holder(word, corpus)
    if "." in word:
        return _find_claim(word, corpus)
    for kind, records in ((Kind.DOCUMENT, corpus.documents), (Kind.ISSUE, corpus.issues)):
        found = word if word in records else _renamed(word, {name: record.was for name, record in records.items()})
        if found is not None:
            return Subject(kind, found)
    claims = sorted(claim.id for claim in _named_claims(corpus) if claim.name == word)
    claims = claims or sorted(claim.id for claim in _named_claims(corpus) if word in claim.was)
    if len(claims) > 1:
        raise UnknownSubjectError(
            f"several claims are called `{word}`", "name one of them:", *(f"  {claim}" for claim in claims)
        )
    if claims:
        return Subject(Kind.CLAIM, claims[0])
    actor = Subject(Kind.ACTOR, word)
    if not actor.stands_in(corpus):
        former = ((record.id, record.was) for record in corpus.actors.values())
        actor = Subject(Kind.ACTOR, _renamed(word, dict(former)) or word)
    return actor if actor.stands_in(corpus) else None


def find_named(word: str, corpus: Corpus) -> Subject | None:
    """What has an id that is spelt in another way, or a name, a title, a question or a text; None where nothing has.

    Raises:
        UnknownSubjectError: Several things have it.
    """
    actors: dict[str, list[str]] = {}
    for record in corpus.actors.values():
        actors.setdefault(record.id, []).extend((record.name, *record.also))
    claims = {str(claim.id): (claim.name, claim.text) for claim in _named_claims(corpus)}
    known: dict[Kind, Mapping[str, Iterable[str]]] = {
        Kind.DOCUMENT: {document.id: (document.title,) for document in corpus.documents.values()},
        Kind.ISSUE: {issue.id: (issue.question,) for issue in corpus.issues.values()},
        Kind.ACTOR: actors,
        Kind.CLAIM: claims,
        Kind.HOLDER: dict.fromkeys(_holder_names(corpus), ()),
    }
    subjects = [Subject(kind, name) for kind, names in known.items() for name in named(word, names)]
    found = [subject for subject in subjects if subject.stands_in(corpus)]
    if len(found) > 1:
        raise UnknownSubjectError(
            f"several things are called `{word}`",
            "name one of them by its id:",
            *(f"  {subject.name} ({subject.kind})" for subject in found),
        )
    return found[0] if found else None


def _unknown(word: str, corpus: Corpus) -> UnknownSubjectError:
    """Nothing has this name, but perhaps something has one like it."""
    claims = [claim.id if "." in word else claim.name for claim in _named_claims(corpus)]
    others = () if "." in word else (*corpus.documents, *corpus.issues, *(actor.id for actor in corpus.actors.values()))
    holders = _holder_names(corpus) if "/" in word else ()
    nearest = suggestion(word, (*claims, *others, *holders))
    return UnknownSubjectError(
        f"no claim, document, issue or holder is or was called `{word}`{nearest}",
        "a claim is named by its id, or document.claim; an author or actor by the id, or as document/actor",
    )


def _find_claim(word: str, corpus: Corpus) -> Subject | None:
    document, _, name = word.partition(".")
    home = _renamed(document, {key: record.was for key, record in corpus.documents.items()})
    for candidate in (document, home):
        own = {claim.name: claim for claim in _named_claims(corpus) if claim.document == candidate}
        found = name if name in own else _renamed(name, {key: claim.was for key, claim in own.items()})
        if found is not None:
            return Subject(Kind.CLAIM, own[found].id)
    return None


def _find_holder(word: str, corpus: Corpus) -> Subject | None:
    """An actor in a document, each by the id that it has or had."""
    document, _, actor = word.partition("/")
    home = _renamed(document, {key: record.was for key, record in corpus.documents.items()})
    for candidate in (document, home) if home is not None else (document,):
        actors = (record for record in corpus.actors.values() if record.document in (None, candidate))
        for name in (actor, _renamed(actor, {record.id: record.was for record in actors})):
            holder = Subject(Kind.HOLDER, f"{candidate}/{name}")
            if name is not None and holder.stands_in(corpus):
                return holder
    return None


def _named_claims(corpus: Corpus) -> Iterator[Claim]:
    return (claim for claim in corpus.claims.values() if claim.named)


def _renamed(word: str, former: Mapping[str, tuple[str, ...]]) -> str | None:
    """The first thing, in the order of names, that had a name before."""
    return min((name for name, names in former.items() if word in names), default=None)


def _holder_names(corpus: Corpus) -> set[str]:
    return {
        Holder(claim.document, actor).id
        for claim in corpus.claims.values()
        for actor in (*claim.holders, *(answer.holder for answer in claim.answers if answer.holder is not None))
    }
