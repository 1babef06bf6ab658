"""What is declared, and what the parts of files that could not be read may declare."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import attrs

from argmap.language.ids import normal
from argmap.language.words import FIELDS, STEPS, VERBS
from argmap.source.finding import Edit, Finding, Related
from argmap.source.loosened import loosened
from argmap.source.text import Place

if TYPE_CHECKING:
    from argmap.resolve.former_names import FormerNames
    from argmap.resolve.names import FileNames

ANY_WORD = re.compile(r"[^\s:,()\"|#]+")
_PART = re.compile(r"[^.;!?'_]+")
_FIRST = re.compile(r"[^\s:(|#\uff1a]*")
_NAMES_ONE = re.compile(r"\S++(?:[ \t]*+\([^()]*+\))?+[ \t]++[^\s:()]++")
_MOST_SEARCHES = 500
_ANYTHING = ("claim", "document", "issue", "position", "actor", "term")
_DECLARES = {
    **dict.fromkeys((*FIELDS, "section", "link"), ()),
    **dict.fromkeys((*VERBS, *STEPS), ("claim",)),
    "document": ("document",),
    "issue": ("issue",),
    "position": ("position",),
    "actor": ("actor",),
    "author": ("actor",),
    "term": ("term",),
}
"""What a line can declare, by its first word; one whose first word is none of the language may have been any."""


class Space(NamedTuple):
    """Where an id is looked up.

    Attributes:
        kind: ``claim``, ``document``, ``issue``, ``position``, ``actor`` or ``term``.
        home: The document of a claim or of an actor or a term of its own, the issue of a position; empty for what all
            share.
    """

    kind: str
    home: str = ""


@attrs.define(eq=False, repr=False)
class Told:
    """What is found on the way.

    Attributes:
        doubtful: Ids about which something could not be read or understood (see `Corpus.doubtful`).
    """

    findings: list[Finding] = attrs.field(factory=list)
    doubtful: set[str] = attrs.field(factory=set)

    def report(
        self,
        code: str,
        place: Place,
        message: str,
        *,
        label: str = "",
        first: Related | None = None,
        help: str = "",  # noqa: A002
        fix: Edit | None = None,
    ) -> None:
        """Keep a finding; `first` is another place, which explains it."""
        related = (first,) if first is not None else ()
        self.findings.append(
            Finding(code=code, message=message, place=place, label=label, related=related, help=help, fix=fix)
        )

    def declare(self, space: dict[str, Place], kind: str, name: str, place: Place, *, first_kind: str = "") -> bool:
        """Declare something in a space of ids; false, with a finding, where the id is taken there."""
        first = space.get(name)
        if first is None:
            space[name] = place
            return True
        first_kind = first_kind or kind
        taken = f" by {'an' if first_kind[0] in 'aeiou' else 'a'} {first_kind}" if first_kind != kind else ""
        shown = name.rpartition(".")[2]
        where, mend = f"the {first_kind} stands here", "give one of them another id"
        if kind == "claim":
            where = "a claim of this document has it here"
            mend += f", or, if it is the same claim, write only `{shown}` without its text"
        message = f"the {kind} id `{shown}` is taken{taken}"
        self.report("A110", place, message, label="here again", first=Related(first, where), help=mend)
        return False


class Unread:
    """The words of what could not be read, and as what each may be declared there.

    Attributes:
        words: All of them.
        may_be: Those that may be declared, by kind.
    """

    __slots__ = ("may_be", "words")

    def __init__(self) -> None:
        self.words: set[str] = set()
        self.may_be: dict[str, set[str]] = {kind: set() for kind in _ANYTHING}

    def pass_over(self, text: str) -> None:
        """Keep the words of a text from which nothing is read, and as what each line may declare them."""
        kinds: tuple[str, ...] = _ANYTHING
        for line in text.split("\n"):
            said = line.strip()
            self.words.update(_names_in(said))
            if not said.startswith("|"):
                first = first_word(said)
                kinds = _DECLARES.get(first, _ANYTHING)
                if first in _DECLARES and ":" in said:
                    # What stands behind the first colon is text, and so are lines that go on with it.
                    self._may_declare(said[: said.index(":")], kinds)
                    kinds = ()
                elif first in STEPS and _NAMES_ONE.fullmatch(said):
                    # A claim that is only named is stated elsewhere.
                    kinds = ()
            self._may_declare(said, kinds)

    def add(self, other: Unread) -> None:
        """Keep what another has, too."""
        self.words |= other.words
        for kind, names in other.may_be.items():
            self.may_be[kind] |= names

    def _may_declare(self, said: str, kinds: tuple[str, ...]) -> None:
        for kind in kinds:
            self.may_be[kind].update(_names_in(said))


@attrs.define(eq=False, repr=False)
class Declared(Told):
    """All declarations, and the findings about them.

    Attributes:
        files: What each file declares for itself alone.
        ids_of_documents: Of all `document` statements, whether they stand or not.
        shared: Documents, issues, shared actors and shared terms: one space, so that ``x.y`` has one meaning.
        kinds: What each of these is: ``document``, ``issue``, ``actor`` or ``term``.
        positions: By issue, then by position.
        own_actors: Actors that belong to one document, by document.
        own_terms: Terms that do, likewise.
        claims: By full id.
        names: The names of authors and shared actors by id, and where each was given first.
        ids_of_names: The same the other way round, by the name in the form in which names are compared.
        called: What actors are called, other names included, by document (empty for shared ones), then by id.
        told_names: Which ids with which names have a finding already: one holder under two ids is one.
        only_authors: Actors that no ``actor`` statement has declared so far, but an ``author`` line.
        namesakes: Documents whose id another document had before, under that id.
        made: Names that files got as documents, since they have none or one that is taken.
        unnamed: How many of these have been made by adding a number to the name of a file.
        unread: What may be declared where nothing could be read.
    """

    files: list[FileNames] = attrs.field(factory=list)
    ids_of_documents: frozenset[str] = frozenset()
    shared: dict[str, Place] = attrs.field(factory=dict)
    kinds: dict[str, str] = attrs.field(factory=dict)
    positions: dict[str, dict[str, Place]] = attrs.field(factory=dict)
    own_actors: dict[str, dict[str, Place]] = attrs.field(factory=dict)
    own_terms: dict[str, dict[str, Place]] = attrs.field(factory=dict)
    claims: dict[str, Place] = attrs.field(factory=dict)
    names: dict[str, tuple[str, Place]] = attrs.field(factory=dict)
    ids_of_names: dict[str, tuple[str, Place]] = attrs.field(factory=dict)
    called: dict[str, dict[str, tuple[str, ...]]] = attrs.field(factory=dict)
    only_authors: set[str] = attrs.field(factory=set)
    told_names: set[tuple[str, str]] = attrs.field(factory=set)
    namesakes: dict[str, list[str]] = attrs.field(factory=dict)
    made: set[str] = attrs.field(factory=set)
    unnamed: dict[str, int] = attrs.field(factory=dict)
    unread: Unread = attrs.field(factory=Unread)
    _searches: int = 0

    def take(self, names: FileNames) -> None:
        """Take in what a file declares for itself alone."""
        self.files.append(names)
        self.findings += names.findings
        self.doubtful |= names.doubtful
        self.claims |= names.claims
        self.own_actors |= names.actors
        self.own_terms |= names.terms
        self.called |= names.called
        if names.unread.words:
            self.unread.add(names.unread)

    def of_kind(self, kind: str) -> Iterator[str]:
        """The shared names of one kind."""
        return (name for name, its in self.kinds.items() if its == kind)

    def now_called(self, space: Space, former: str) -> tuple[str, ...]:
        """The ids in a space of what had an id before, as `was` says; none where nothing had it."""
        return tuple(self.former.get((space, former), ()))

    @cached_property
    def former(self) -> FormerNames:
        """By space and former id, the ids of now, as `was` says."""
        # Most projects use no id that is not there, and need not know.
        from argmap.resolve.former_names import joined

        return joined(names.former for names in self.files)

    @cached_property
    def homes(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of all claims by the name that each has in its document; to be asked when all are declared."""
        return _grouped((claim.rpartition(".")[2], claim) for claim in self.claims)

    @cached_property
    def claims_by_document(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the claims of each document, without those that have none; likewise."""
        return _grouped(claim.split(".", 1) for claim in self.claims if "." in claim and "~" not in claim)

    @cached_property
    def shared_actors(self) -> frozenset[str]:
        """The ids of the actors that all files share; likewise."""
        return frozenset(self.of_kind("actor"))

    @cached_property
    def ids_by_called(self) -> Mapping[str, Mapping[str, str]]:
        """By document (empty for shared ones), the first actor of each name, loosely compared; likewise."""
        found: dict[str, dict[str, str]] = {}
        for scope, actors in self.called.items():
            names = found.setdefault(scope, {})
            for actor, all_names in actors.items():
                for name in all_names:
                    names.setdefault(without_article(name), actor)
        shared = found.setdefault("", {})
        for actor, (name, _) in self.names.items():
            shared.setdefault(without_article(name), actor)
        return found

    def may_be_unread(self, name: str, kind: str) -> bool:
        """Whether a gap may declare it as such a thing, so that nobody should be told that it is unknown."""
        return name in self.unread.may_be[kind]

    def may_search(self) -> bool:
        """Whether to look for what an unknown name may mean; in a project full of them that would take minutes."""
        self._searches += 1
        return self._searches <= _MOST_SEARCHES

    def doubts(self) -> frozenset[str]:
        """All ids about which something could not be read or understood, those that are named in a gap included."""
        unread = self.unread.words
        if not unread:
            return frozenset(self.doubtful)
        actors = (f"{document}.{actor}" for document, own in self.own_actors.items() for actor in own)
        known = (*self.shared, *self.claims, *actors)
        named = (name for name in known if name in unread or name.rpartition(".")[2] in unread)
        return frozenset(self.doubtful.union(named))

    def share(self, kind: str, name: str, place: Place) -> bool:
        """Declare something in the space that all files share; false where the id is taken."""
        if not self.declare(self.shared, kind, name, place, first_kind=self.kinds.get(name, kind)):
            return False
        self.kinds[name] = kind
        return True

    def declare(self, space: dict[str, Place], kind: str, name: str, place: Place, *, first_kind: str = "") -> bool:
        """As `Told.declare`; a name that is taken by something of another kind is no longer told to be unknown."""
        if Told.declare(self, space, kind, name, place, first_kind=first_kind):
            return True
        if first_kind not in ("", kind):
            # Nothing of this kind has the name now, and each use of it would be a finding of its own.
            self.unread.pass_over(name)
        return False


def without_article(name: str) -> str:
    """A name for comparing: besides what is loose in all texts, hyphens and a leading article count for nothing."""
    return " ".join(loosened(name).replace("-", " ").split()).removeprefix("the ")


def _grouped(pairs: Iterable[Sequence[str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def first_word(text: str) -> str:
    """The first word of a line; empty where it begins with a mark."""
    match = _FIRST.match(text)
    return match[0] if match else ""


def _names_in(text: str) -> Iterator[str]:
    for word in ANY_WORD.findall(text):
        yield normal(word)
        if not word.replace("-", "").isalnum():
            # What is no id may be one with a mark too many.
            yield from (normal(part) for part in _PART.findall(word))
