"""What may be one thing under two ids, which nobody declared.

A guess suggests a line, ``was: NAME`` under the new thing.  Each thing stands in one guess, the likeliest that is left,
so that the lines of all guesses can be written at once.  Work is bounded (see `alike`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from argmap.diff.difference import Guess, Guessed, GuessedKind
from argmap.diff.pairing import Pairing
from argmap.diff.text_similarity import alike, matched, words_of
from argmap.diff.translation import Renaming
from argmap.model.actor import Actor, Term
from argmap.model.corpus import Corpus
from argmap.model.ids import IssueId, PositionRef, owned
from argmap.model.issue import Issue
from argmap.source.polarity_words import changes_sense

_Owned = TypeVar("_Owned", Actor, Term)

_SAME_NAME = 0.75
"""The share of words from which names are those of one actor: two ministries share most of theirs."""


class _Left(NamedTuple):
    """A thing without a counterpart.

    Attributes:
        home: The document or the issue in which it has its name; empty for what all share.
        texts: What is compared where the text of the thing is not enough.
    """

    thing: Guessed
    home: str = ""
    texts: tuple[str, ...] = ()

    def words(self) -> frozenset[str]:
        """Those that are compared."""
        return frozenset().union(*map(words_of, (self.thing.text, *self.texts)))


class _Sides(NamedTuple):
    old: Corpus
    new: Corpus
    pairing: Pairing


_Found = tuple[_Left, _Left, float]


def guesses(old: Corpus, new: Corpus, pairing: Pairing) -> tuple[Guess, ...]:
    """Things without a counterpart, of one kind and in one document or issue, of whose words at least 0.6 are the same.

    The positions of issues that may be one are looked at, too.  What turns the sense makes another answer or question
    of it, and one word in four another actor.
    """
    sides = _Sides(old, new, pairing)
    documents = {"": "", **{str(one): str(other) for one, other in pairing.documents.items()}}
    issues = _matched(
        _issues(old, pairing.issues, new), _issues(new, pairing.issues.values(), old), other_sense=changes_sense
    )
    homes = {str(one): str(other) for one, other in pairing.issues.items()}
    homes |= {one.thing.name: other.thing.name for one, other, _ in issues}
    found = {
        GuessedKind.CLAIM: _claims(sides, documents),
        GuessedKind.POSITION: _positions(sides, homes),
        GuessedKind.ISSUE: issues,
        GuessedKind.ACTOR: _actors(sides, documents),
        GuessedKind.TERM: _terms(sides, documents),
        GuessedKind.DOCUMENT: _documents(sides),
    }
    if not any(found.values()):
        return ()
    now = _new_names(old, pairing)
    told = [
        Guess(kind, one.thing._replace(id=now(kind, one.thing.id)), other.thing, share)
        for kind, pairs in found.items()
        for one, other, share in pairs
    ]
    return tuple(sorted(told, key=lambda guess: (-guess.overlap, guess.kind, sorted((guess.old.id, guess.new.id)))))


def _new_names(old: Corpus, pairing: Pairing) -> Callable[[GuessedKind, str], str]:
    """What an old thing is called among the names of the new side."""
    renaming = Renaming.of(old, pairing)
    names: Mapping[GuessedKind, Mapping[Any, str]] = {
        GuessedKind.CLAIM: renaming.claims,
        GuessedKind.POSITION: renaming.positions,
        GuessedKind.ACTOR: renaming.actors,
        GuessedKind.TERM: renaming.terms,
    }
    return lambda kind, name: names.get(kind, {}).get(name, name)


def _matched(
    gone: Iterable[_Left],
    come: Iterable[_Left],
    homes: Mapping[str, str] | None = None,
    *,
    least: float = 0.0,
    other_sense: Callable[[str, str], bool] = lambda old, new: False,  # noqa: ARG005
) -> list[_Found]:
    """The likeliest pairs of what is gone and what has come, home by home."""
    here, there = _by_home(gone, homes or {}), _by_home(come, {})
    found: list[_Found] = []
    for home, ours in here.items():
        theirs = there.get(home, [])
        if theirs:
            pairs = [
                (share, one, other)
                for share, one, other in alike([left.words() for left in ours], [left.words() for left in theirs])
                if share >= least and not other_sense(ours[one].thing.text, theirs[other].thing.text)
            ]
            found += [(ours[one], theirs[other], share) for share, one, other in matched(pairs)]
    return found


def _by_home(things: Iterable[_Left], homes: Mapping[str, str]) -> dict[str, list[_Left]]:
    found: dict[str, list[_Left]] = {}
    for left in things:
        found.setdefault(homes.get(left.home, left.home), []).append(left)
    return found


def _claims(sides: _Sides, homes: Mapping[str, str]) -> list[_Found]:
    def left(corpus: Corpus, known: Collection[str]) -> Iterator[_Left]:
        for claim in corpus.claims.values():
            if claim.named and claim.id not in known:
                thing = Guessed(claim.id, claim.name, claim.text, claim.was, claim.origin)
                yield _Left(thing, claim.document)

    pairing = sides.pairing
    gone = left(sides.old, {*pairing.claims, *chain.from_iterable(pairing.merges.values())})
    come = left(sides.new, {*pairing.claims.values(), *chain.from_iterable(pairing.splits.values())})
    return _matched(gone, come, homes)


def _issues(corpus: Corpus, known: Iterable[str], there: Corpus) -> list[_Left]:
    paired = {*known}
    return [
        _Left(Guessed(name, name, issue.question, issue.was, issue.origin))
        for name, issue in corpus.issues.items()
        if name not in paired and there.issues.keys().isdisjoint(issue.was)
    ]


def _positions(sides: _Sides, homes: Mapping[str, str]) -> list[_Found]:
    def left(corpus: Corpus, known: Collection[str], there: Mapping[str, Issue]) -> Iterator[_Left]:
        for issue in corpus.issues.values():
            counterpart = there.get(issue.id)
            taken = {position.id for position in counterpart.positions} if counterpart is not None else set()
            for position in issue.positions if counterpart is not None else ():
                full = PositionRef.of(issue.id, position.id)
                if full not in known and position.id not in taken and taken.isdisjoint(position.was):
                    thing = Guessed(full, position.id, position.text, position.was, position.origin)
                    yield _Left(thing, issue.id)

    old, new = sides.old.issues, sides.new.issues
    pairs = [(IssueId(one), IssueId(other)) for one, other in homes.items()]
    gone = left(sides.old, sides.pairing.positions.keys(), {one: new[other] for one, other in pairs})
    come = left(sides.new, {*sides.pairing.positions.values()}, {other: old[one] for one, other in pairs})
    return _matched(gone, come, homes, other_sense=changes_sense)


def _actors(sides: _Sides, homes: Mapping[str, str]) -> list[_Found]:
    pairs = sides.pairing.actors
    return _owned(
        sides, homes, pairs, records=lambda corpus: corpus.actors, text=lambda actor: actor.name, least=_SAME_NAME
    )


def _terms(sides: _Sides, homes: Mapping[str, str]) -> list[_Found]:
    pairs = sides.pairing.terms
    return _owned(sides, homes, pairs, records=lambda corpus: corpus.terms, text=lambda term: term.meaning)


def _owned(
    sides: _Sides,
    homes: Mapping[str, str],
    pairs: Mapping[str, str],
    *,
    records: Callable[[Corpus], Mapping[str, _Owned]],
    text: Callable[[_Owned], str],
    least: float = 0.0,
) -> list[_Found]:
    """Of what belongs to one document, or to all."""

    def left(corpus: Corpus, known: Collection[str], there: Corpus) -> Iterator[_Left]:
        others = records(there)
        for key, record in records(corpus).items():
            if key not in known and not any(owned(record.document, was) in others for was in record.was):
                thing = Guessed(key, record.id, text(record), record.was, record.origin)
                yield _Left(thing, record.document or "")

    gone, come = left(sides.old, pairs.keys(), sides.new), left(sides.new, {*pairs.values()}, sides.old)
    return _matched(gone, come, homes, least=least)


def _documents(sides: _Sides) -> list[_Found]:
    """Documents are alike in their titles and claims together: titles alone are short, and speeches share theirs."""

    def left(corpus: Corpus, known: Collection[str], there: Corpus) -> Iterator[_Left]:
        for name, document in corpus.documents.items():
            if name not in known and there.documents.keys().isdisjoint(document.was):
                thing = Guessed(name, name, document.title, document.was, document.origin)
                yield _Left(thing, texts=tuple(corpus.claims[claim].text for claim in document.claims))

    pairs = sides.pairing.documents
    return _matched(left(sides.old, pairs.keys(), sides.new), left(sides.new, {*pairs.values()}, sides.old))
