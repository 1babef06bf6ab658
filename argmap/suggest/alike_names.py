"""Actors, terms and issues under two ids that may be one.

What one file, or what all share, declares twice under one name the check finds.  Here names are looked at that somebody
might write for one thing: in two documents, short for long, with a letter more or less, in another order.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from enum import IntEnum
from itertools import combinations
from typing import NamedTuple

from argmap.language.words import Relation
from argmap.model.corpus import Corpus
from argmap.model.ids import DocumentId, IssueId
from argmap.model.link import Joined
from argmap.source.loosened import loosened
from argmap.source.scripts import WORD
from argmap.suggest.additions import link
from argmap.suggest.suggestion import Named, NameSuggestion

_SMALL = frozenset("a an the of and for in on to de des du la le les der die das und el los".split())
_ASKING = frozenset(
    "is are was were be been do does did will would should shall can could may might must has have had what which who"
    " whom whose when where why how it its this that these those there at by with from as or if than".split()
)
_MOST_LETTERS, _MOST_WORDS = 60, 30
"""Of a name that is compared letter by letter, and of a question that is compared word by word."""
_FEWEST_LETTERS = 6
"""Letters of a name that may differ from another by one."""
_FEWEST_WORDS = 3
"""Telling words that two questions share."""
_SHORTEST, _LONGEST = 2, 6
"""Letters of initials."""
_MOST_SHARING = 30
"""Things that share a trait, beyond which it tells nothing."""


class _Trait(IntEnum):
    """In what two names may be alike; what says most comes first."""

    NAME = 0
    WORDS = 1
    ONE_MORE = 2
    INITIALS = 3
    END = 4
    LETTERS = 5


class _Side(IntEnum):
    """Of which names each has one side of a trait."""

    EITHER = 0
    SHORT = 1
    LONG = 2


class _Shown(NamedTuple):
    """A trait of a name: two names that have it on fitting sides may be of one thing."""

    trait: _Trait
    value: str
    side: _Side = _Side.EITHER


class _Thing(NamedTuple):
    """What has names.

    Attributes:
        key: Its id, behind that of the document to which it belongs alone.
        document: That to which it belongs alone.
        apart: The keys of things that it is surely not.
    """

    key: str
    document: DocumentId | None
    names: tuple[str, ...]
    apart: frozenset[str] = frozenset()


def names(corpus: Corpus, documents: Collection[DocumentId], issue: IssueId | None = None) -> Iterator[NameSuggestion]:
    """All of a corpus: actors, then terms, then issues, each sorted by ids; none that a link keeps apart.

    Args:
        corpus: Where they are.
        documents: Those of which one at least has one of the two; what all share is every document's.
        issue: The only issue that is asked for; None for all.
    """
    for named, joined, things, shown in (
        (Named.ACTOR, Joined.ACTORS, _actors(corpus), _of_actor),
        (Named.TERM, Joined.TERMS, _terms(corpus), _of_term),
        (Named.ISSUE, Joined.ISSUES, _issues(corpus), _of_question),
    ):
        for (first, second), why in sorted(_alike(things, shown).items()):
            one, other = things[first], things[second]
            if issue is not None:
                is_wanted = named is Named.ISSUE and issue in (one.key, other.key)
            else:
                is_wanted = any(each.document is None or each.document in documents for each in (one, other))
            if is_wanted and not corpus.are_unrelated(joined, first, second):
                homes = [each.document for each in (one, other) if each.document is not None]
                yield NameSuggestion(
                    named=named,
                    first=first,
                    second=second,
                    why=why,
                    choices=(),
                    rejection=link(first, Relation.UNRELATED_TO, second, *homes),
                )


def _actors(corpus: Corpus) -> dict[str, _Thing]:
    found = {}
    for key, actor in corpus.actors.items():
        called = tuple(filter(None, (actor.name, actor.short, *actor.also)))
        whom = corpus.actor_key(actor.speaks_for, actor.document) if actor.speaks_for is not None else key
        found[key] = _Thing(key, actor.document, called, frozenset({whom}))
    return found


def _terms(corpus: Corpus) -> dict[str, _Thing]:
    return {
        key: _Thing(key, term.document, (term.id.replace("-", " "), *term.also)) for key, term in corpus.terms.items()
    }


def _issues(corpus: Corpus) -> dict[str, _Thing]:
    return {issue.id: _Thing(issue.id, None, (issue.question,)) for issue in corpus.issues.values()}


def _alike(things: Mapping[str, _Thing], shown: Callable[[str], Iterable[_Shown]]) -> dict[tuple[str, str], str]:
    """Pairs of keys, and what is alike about them: only those that share a trait are looked at."""
    sharing: dict[tuple[_Trait, str], dict[str, tuple[str, _Side]]] = {}
    for key in sorted(things):
        for name in things[key].names:
            for trait, value, side in shown(name):
                sharing.setdefault((trait, value), {}).setdefault(key, (name, side))
    found: dict[tuple[str, str], str] = {}
    for trait, value in sorted(sharing):
        those = sharing[trait, value]
        if not 1 < len(those) <= _MOST_SHARING:
            continue
        for (first, (one, mine)), (second, (other, yours)) in combinations(sorted(those.items()), 2):
            fit = mine is yours is _Side.EITHER or {mine, yours} == {_Side.SHORT, _Side.LONG}
            if fit and _may_be_one(trait, (things[first], one), (things[second], other)):
                short, long = (other, one) if mine is _Side.LONG else (one, other)
                found.setdefault((first, second), _WHY[trait].format(short=short, long=long))
    return found


_WHY = {
    _Trait.NAME: "both are called “{short}”",
    _Trait.WORDS: "“{short}” and “{long}” have the same telling words",
    _Trait.ONE_MORE: "“{long}” has the telling words of “{short}”, and one more",
    _Trait.INITIALS: "“{short}” may stand for “{long}”",
    _Trait.END: "“{short}” may be short for “{long}”",
    _Trait.LETTERS: "“{short}” and “{long}” differ in one letter",
}


def _may_be_one(trait: _Trait, first: tuple[_Thing, str], second: tuple[_Thing, str]) -> bool:
    """Whether two things whose names share a trait may be one."""
    (mine, one), (yours, other) = first, second
    if mine.key in yours.apart or yours.key in mine.apart:
        return False
    if trait is _Trait.NAME:
        # What is declared twice in one place, or for all and in a document besides, the check finds.
        return None not in (mine.document, yours.document) and mine.document != yours.document
    if loosened(one) == loosened(other):
        return False
    # Own terms of one id are those of two documents: what each means by a word.
    if mine.key.rpartition(".")[2] == yours.key.rpartition(".")[2]:
        return False
    return trait is not _Trait.LETTERS or _differ_in_one_letter(loosened(one), loosened(other))


# --- What names show


def _of_actor(name: str) -> Iterator[_Shown]:
    yield _Shown(_Trait.NAME, loosened(name).removeprefix("the "))
    yield from _of_term(name)
    words = name.split()
    # A name is short for another at whose end it stands: what stands before it only says more of the same.
    for number in range(len(words)):
        end = loosened(" ".join(words[number:]))
        if (
            number
            and _may_begin_a_name(words[number])
            and not any(word.casefold() in _SMALL - {"the"} for word in words[:number])
        ):
            yield _Shown(_Trait.END, end, _Side.LONG)
    whole = loosened(name).removeprefix("the ")
    if _may_begin_a_name(name):
        yield _Shown(_Trait.END, whole, _Side.SHORT)


def _may_begin_a_name(word: str) -> bool:
    """Whether it begins with a capital letter, or with one of a script that has none."""
    return word[:1].isalpha() and not word[:1].islower()


def _of_term(name: str) -> Iterator[_Shown]:
    words = _words(name)
    telling = [word for word in words if word not in _SMALL]
    if len(telling) > 1:
        yield _Shown(_Trait.WORDS, " ".join(sorted(telling)))
        for some in (words, telling) if any(len(word) > 1 for word in telling) else ():
            yield _Shown(_Trait.INITIALS, "".join(word[0] for word in some), _Side.LONG)
    letters = name.replace(".", "").strip()
    if _SHORTEST <= len(letters) <= _LONGEST and letters.isupper() and letters.isalpha():
        yield _Shown(_Trait.INITIALS, letters.casefold(), _Side.SHORT)
    whole = loosened(name)
    if _FEWEST_LETTERS <= len(whole) <= _MOST_LETTERS:
        yield _Shown(_Trait.LETTERS, whole)
        for number in range(len(whole)):
            yield _Shown(_Trait.LETTERS, whole[:number] + whole[number + 1 :])


def _of_question(question: str) -> Iterator[_Shown]:
    telling = sorted({word for word in _words(question) if word not in _SMALL | _ASKING})
    if not _FEWEST_WORDS <= len(telling) <= _MOST_WORDS:
        return
    yield _Shown(_Trait.WORDS, " ".join(telling))
    yield _Shown(_Trait.ONE_MORE, " ".join(telling), _Side.SHORT)
    for number in range(len(telling)):
        yield _Shown(_Trait.ONE_MORE, " ".join(telling[:number] + telling[number + 1 :]), _Side.LONG)


def _words(text: str) -> list[str]:
    return [word.removesuffix("'s") for word in WORD.findall(loosened(text))]


def _differ_in_an_initial(one: str, other: str) -> bool:
    """Whether a letter that stands alone tells them apart: J. Smith is not K. Smith, and group A is not group B."""
    sides = one.replace(".", " ").split(), other.replace(".", " ").split()
    first, second = (set(side) - set(rest) for side, rest in (sides, sides[::-1]))
    return any(len(word) == 1 for word in first) and any(len(word) == 1 for word in second)


def _differ_in_one_letter(one: str, other: str) -> bool:
    """Whether one letter is more, less or another, or two stand the other way round; numbers are never alike."""
    start = next((place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    start = min(len(one), len(other)) if start is None else start
    mine, yours = one[start:], other[start:]
    if any(sign.isdigit() for sign in mine[:2] + yours[:2]) or _differ_in_an_initial(one, other):
        return False
    swapped = mine[:2] == yours[1::-1] and mine[2:] == yours[2:]
    return swapped or mine[1:] == yours or mine == yours[1:] or mine[1:] == yours[1:]
