"""Link statements -> records; what ends of ``unrelated-to`` mean, which joins more than other relations do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from argmap.language.tree import LinkLine, Statement, Word
from argmap.language.words import Relation
from argmap.model.ids import ClaimId, PositionRef, owned
from argmap.model.link import Joined, Link, LinkEnd, Unrelated
from argmap.resolve.declared import Space
from argmap.resolve.fields import Fields, children
from argmap.resolve.lookup import Lookup
from argmap.resolve.values import is_share
from argmap.source.text import Place

_JOINED = {
    ("claim", "claim"): Joined.CLAIMS,
    ("position", "position"): Joined.POSITIONS,
    ("claim", "issue"): Joined.CLAIM_AND_ISSUE,
    ("issue", "claim"): Joined.CLAIM_AND_ISSUE,
    ("issue", "issue"): Joined.ISSUES,
    ("actor", "actor"): Joined.ACTORS,
    ("term", "term"): Joined.TERMS,
}
"""What ``unrelated-to`` joins, by what its ends are; of names that mean several things, the first that fits counts."""
_BY_ANY_RELATION = (Joined.CLAIMS, Joined.POSITIONS)
_CODES = {"claim": "A103", "issue": "A101", "actor": "A104", "term": "A103"}
"""That of the finding where several things had an id."""


class Meaning(NamedTuple):
    """What an end of ``unrelated-to`` may be.

    Attributes:
        kind: ``claim``, ``position``, ``issue``, ``actor`` or ``term``.
        ids: In full; several only where several had it.
        is_former: Whether it is written by a former id.
    """

    kind: str
    ids: tuple[str, ...]
    is_former: bool = False


class _Others(NamedTuple):
    """The ends of an `Unrelated`; none where that has its finding."""

    joined: Joined | None = None
    source: str = ""
    target: str = ""


def link_of(statement: Statement, lookup: Lookup) -> Link | Unrelated | None:
    """The record of a ``link`` statement; None where an end or the relation is unknown."""
    head = statement.lines[0].content
    assert isinstance(head, LinkLine)
    word = lookup.one_of("A107", "relation", head.relation, (word.value for word in Relation))
    relation = Relation(word) if word is not None else None
    others = _others(head, lookup) if relation is Relation.UNRELATED_TO else None
    source, target = (_end(lookup, end) for end in (head.source, head.target)) if others is None else (None, None)
    fields = Fields.of(lookup, children(statement)[0])
    confidence = fields.share("sure")
    if head.confidence is not None:
        confidence = _confidence(lookup, head.confidence)
        again = next((field.keyword for field in fields.lines if field.keyword.text == "sure"), None)
        if again is not None:
            lookup.given_twice("the confidence of a link is given in its head and after `sure`", again, head.confidence)
    why, by, notes = head.text.text if head.text else "", fields.text("by"), fields.all("note")
    origin = Place(lookup.file, statement.lines[0].span)
    if others is not None:
        joined, one, other = others
        return (
            Unrelated(
                joined=joined, source=one, target=other, confidence=confidence, why=why, by=by, notes=notes,
                origin=origin,
            )
            if joined is not None
            else None
        )  # fmt: skip
    if relation is None or source is None or target is None:
        return None
    if type(source) is not type(target):
        lookup.report(
            "A602",
            head.target,
            "a link joins two claims, or two positions",
            label=f"a {_what(target)}, while `{head.source.text}` is a {_what(source)}",
            help="link the claim that answers the issue, or the position that the claim takes",
        )
        return None
    return Link(
        source=source, relation=relation, target=target, confidence=confidence, why=why, by=by, notes=notes,
        origin=origin,
    )  # fmt: skip


def _what(end: LinkEnd) -> str:
    return "position" if isinstance(end, PositionRef) else "claim"


def _end(lookup: Lookup, word: Word) -> LinkEnd | None:
    """What one end of a link means."""
    first, dot, _ = word.text.partition(".")
    lookup.noted.asked.add(first)
    if not dot or (first not in lookup.declared.positions and not _was_an_issue(lookup, first)):
        return lookup.claim(word)
    # What is said of a position by its issue's former id says so of the whole word.
    once = lookup.issues_once(first) if first not in lookup.declared.positions else ()
    issue = once[0] if len(once) == 1 else lookup.issue(Word(first, word.start))
    position = lookup.position(issue, word) if issue is not None else None
    return PositionRef.of(issue, position) if issue is not None and position is not None else None


def _was_an_issue(lookup: Lookup, name: str) -> bool:
    return lookup.declared.kinds.get(name) != "document" and bool(lookup.issues_once(name))


def _confidence(lookup: Lookup, word: Word) -> float | None:
    if is_share(word.text):
        return float(word.text)
    lookup.report(
        "A605",
        word,
        f"`{word.text}` is no confidence",
        label="a number from 0 to 1",
        help="write it like `(0.8)`, or leave it out",
    )
    return None


# --- What `unrelated-to` joins besides


def other_meanings(first: Word, second: Word, lookup: Lookup) -> tuple[Meaning, Meaning] | None:
    """What both ends of ``unrelated-to`` mean where they are neither two claims nor two positions; else None."""
    _, _, pair = _meant(first, second, lookup)
    return None if pair is None or _joined(pair) in _BY_ANY_RELATION else pair


def _others(head: LinkLine, lookup: Lookup) -> _Others | None:
    """The ends where they are neither two claims nor two positions; None where they may be."""
    words = (head.source, head.target)
    for word in words:
        lookup.noted.asked.update((word.normal.text, word.normal.text.partition(".")[0]))
    first, second, pair = _meant(*words, lookup)
    lookup.noted.guesses = lookup.noted.guesses or pair is None or any(end.is_former for end in pair)
    if pair is not None:
        joined = _joined(pair)
        if joined in _BY_ANY_RELATION:
            return None
        source, target = (_one(meaning, word, lookup) for meaning, word in zip(pair, words, strict=True))
        if source is None or target is None:
            return _Others()
        return _Others(joined, target, source) if pair[1].kind == "claim" else _Others(joined, source, target)
    if first and second:
        kinds = [" or ".join(sorted(meant)) for meant in (first, second)]
        lookup.report(
            "A602",
            head.target,
            "`unrelated-to` joins two claims, positions, issues, actors or terms, or a claim and an issue",
            label=f"{_a(kinds[1])}, while `{head.source.text}` is {_a(kinds[0])}",
            help="name two things of one sort, or an issue and a claim that does not answer it",
        )
        return _Others()
    if not first and not second:
        return None
    known, unknown = (first, head.target) if first else (second, head.source)
    is_bare = "." not in unknown.text
    if is_bare and ("issue" in known or ("claim" in known and not lookup.document)):
        lookup.issue(unknown)
    elif is_bare and "actor" in known:
        lookup.actor(unknown)
    else:
        _end(lookup, unknown)
    return _Others()


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _one(meaning: Meaning, word: Word, lookup: Lookup) -> str | None:
    """The id that is meant; of a former one with its finding, and None where several had it."""
    if not meaning.is_former:
        return meaning.ids[0]
    is_bare = "." not in word.text
    return lookup.formerly(
        _CODES[meaning.kind], word, meaning.ids, lambda now: now.rpartition(".")[2] if is_bare else now
    )


def _joined(pair: tuple[Meaning, Meaning]) -> Joined:
    return _JOINED[pair[0].kind, pair[1].kind]


def _meant(
    first: Word, second: Word, lookup: Lookup
) -> tuple[Mapping[str, Meaning], Mapping[str, Meaning], tuple[Meaning, Meaning] | None]:
    """By kind, all that two names may mean, and two meanings that a link can join: former ids where nothing else is."""
    one, other = ({kind: Meaning(kind, (now,)) for kind, now in _written(word, lookup)} for word in (first, second))
    pair = _pair(one, other)
    if pair is None:
        for word, found in ((first, one), (second, other)):
            for kind, ids in _former(word, lookup):
                if ids:
                    found.setdefault(kind, Meaning(kind, ids, is_former=True))
        pair = _pair(one, other)
    return one, other, pair


def _pair(first: Mapping[str, Meaning], second: Mapping[str, Meaning]) -> tuple[Meaning, Meaning] | None:
    return next(((first[one], second[other]) for one, other in _JOINED if one in first and other in second), None)


def _written(word: Word, lookup: Lookup) -> Iterator[tuple[str, str]]:
    text = word.normal.text
    home, dot, name = text.rpartition(".")
    declared, document = lookup.declared, home if dot else lookup.document
    if document:
        claims = (ClaimId.of(each, name) for each in (document, *declared.namesakes.get(document, ())))
        yield from islice((("claim", claim) for claim in claims if claim in declared.claims), 1)
    if home in declared.positions:
        yield "position", text
    elif not dot and text in declared.positions:
        yield "issue", text
    for kind, owners in (("actor", declared.own_actors), ("term", declared.own_terms)):
        if name in owners.get(document, {}):
            yield kind, owned(document, name)
        elif not dot and declared.kinds.get(text) == kind:
            yield kind, text


def _former(word: Word, lookup: Lookup) -> Iterator[tuple[str, tuple[str, ...]]]:
    text = word.normal.text
    home, dot, name = text.rpartition(".")
    document = home if dot else lookup.document
    if dot and _was_an_issue(lookup, home):
        yield "position", (text,)
    elif document:
        yield "claim", lookup.renamed_claims(document, name)
    if not dot:
        yield "issue", lookup.issues_once(text)
    declared = lookup.declared
    homes = (document, *lookup.once(Space("document"), document)) if dot else (document,)
    for kind, owners in (("actor", declared.own_actors), ("term", declared.own_terms)):
        for each in homes:
            here = (name,) if name in owners.get(each, {}) else lookup.once(Space(kind, each), name)
            yield kind, tuple(owned(each, now) for now in here)
        if not dot:
            yield kind, lookup.once(Space(kind), name)
