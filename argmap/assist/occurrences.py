"""Where the things of a project are named: what stands at a place, and all places of a thing.

What is found in a file is kept as long as it stays as it is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple
from weakref import WeakKeyDictionary

from argmap.assist.names_in_file import Name, NamesInFile, Role, Symbol, SymbolKind
from argmap.language.ids import is_id
from argmap.language.tree import ClaimLine, Word
from argmap.model.ids import ClaimId, DocumentId, IssueId, PositionRef, owned
from argmap.project.open_project import ProjectState
from argmap.resolve.declared import Declared
from argmap.resolve.links import other_meanings
from argmap.resolve.lookup import FileLookups, Lookup
from argmap.resolve.names import FileNames
from argmap.source.text import Place, Span

__all__ = [
    "Occurrence",
    "ProjectNames",
    "Role",
    "Symbol",
    "SymbolKind",
    "declarations",
    "document_at",
    "occurrence_at",
    "occurrences",
    "occurrences_in",
    "stated_below_gaps",
]


class Occurrence(NamedTuple):
    """A place where a thing is named.

    Attributes:
        symbol: What it means there.
        place: Of the name alone: of ``document.claim``, each side of the dot is an occurrence.
    """

    symbol: Symbol
    place: Place
    role: Role


def occurrence_at(state: ProjectState, file: str, offset: int) -> Occurrence | None:
    """What is named at an offset of a file, or right before it; None where nothing is, or nobody knows what.

    Between two names that touch, as around the dot of ``document.claim``, the one that begins there.
    """
    names = ProjectNames.of(state)
    known = names.files.get(file)
    if known is None:
        return None
    number = bisect_right(known.starts, offset) - 1
    found: Occurrence | None = None
    # One may end where the next begins, and then the later one counts.
    for name in known.names[max(number - 1, 0) : number + 1]:
        for symbol, span in names.meant(name):
            if span.start <= offset <= span.end:
                found = Occurrence(symbol, Place(file, span), name.role)
    return found


def occurrences(
    state: ProjectState, symbol: Symbol, roles: Collection[Role] = frozenset(Role)
) -> tuple[Occurrence, ...]:
    """All places where a thing is named in some roles, in the order of the files; its former ids among them."""
    names = ProjectNames.of(state)
    words = names.words_for(symbol)
    found: list[Occurrence] = []
    for file, known in names.files.items():
        if symbol.kind is SymbolKind.SECTION:
            numbers = set(range(len(known.names)))
        else:
            numbers = {number for word in words for number in known.by_word.get(word, ())}
        for name in (known.names[number] for number in sorted(numbers)):
            if name.role in roles:
                found += (
                    Occurrence(symbol, Place(file, span), name.role)
                    for meant, span in names.meant(name)
                    if meant == symbol
                )
    return tuple(found)


def declarations(state: ProjectState, symbol: Symbol) -> tuple[Place, ...]:
    """Where a thing is declared: once, save an author whom several documents name, and two things with one id."""
    return tuple(one.place for one in occurrences(state, symbol, (Role.DECLARES,)))


def occurrences_in(state: ProjectState, file: str, within: Span | None = None) -> Iterator[Occurrence]:
    """Everything that is named in a file, by place; or only what begins in a range of it."""
    names = ProjectNames.of(state)
    known = names.files.get(file)
    if known is None:
        return
    first, last = 0, len(known.names)
    if within is not None:
        first, last = bisect_left(known.starts, within.start), bisect_right(known.starts, within.end)
    for name in known.names[first:last]:
        for symbol, span in names.meant(name):
            yield Occurrence(symbol, Place(file, span), name.role)


def stated_below_gaps(state: ProjectState, file: str) -> Iterator[tuple[ClaimId, str]]:
    """The claims of a file that have no record, since they stand below what could not be read, and what each says."""
    syntax, claims = state.files.get(file), state.loaded.corpus.claims
    documents = ProjectNames.of(state).files[file].documents if syntax is not None else ()
    for statement, document in zip(syntax.statements if syntax is not None else (), documents, strict=True):
        for content in (line.content for line in statement.below):
            if isinstance(content, ClaimLine) and content.id is not None:
                claim = ClaimId.of(document, content.id.text)
                if claim not in claims:
                    yield claim, content.text.text


def document_at(state: ProjectState, file: str, offset: int) -> str:
    """The document to which a place in a file belongs; empty where that is none."""
    known, syntax = ProjectNames.of(state).files.get(file), state.files.get(file)
    if known is None or syntax is None:
        return ""
    number = bisect_right(syntax.statements, offset, key=lambda statement: statement.span.start) - 1
    return known.documents[max(number, 0)] if known.documents else ""


class _Declarations(Declared):
    """Declarations that are only asked: nothing is guessed for what is not found."""

    def may_search(self) -> bool:
        """Nobody reads what would be found."""
        return False


# No value here may hold what it stands under, or neither would ever be dropped.
_of_files: WeakKeyDictionary[FileNames, NamesInFile] = WeakKeyDictionary()
_of_states: WeakKeyDictionary[ProjectState, ProjectNames] = WeakKeyDictionary()


class ProjectNames:
    """All names of a project, and what they mean.

    What is stated in the readable lines below a gap counts as declared: while a line is being typed, what stands under
    it has not gone.

    Attributes:
        files: The names in each file.
    """

    def __init__(self, state: ProjectState) -> None:
        declared = state.declared
        self.files = {names.file.source.name: _names_in(names) for names in declared.files}
        self._documents = {known: name for name, others in declared.namesakes.items() for known in others}
        below = {claim: place for names in self.files.values() for claim, place in names.below.items()}
        asked = _Declarations(
            files=declared.files,
            shared=declared.shared,
            kinds=declared.kinds,
            positions=declared.positions,
            own_actors=declared.own_actors,
            own_terms=declared.own_terms,
            claims=below | declared.claims if below else declared.claims,
            namesakes=declared.namesakes,
            unread=declared.unread,
        )
        self._lookup = Lookup(asked, FileLookups())

    @classmethod
    def of(cls, state: ProjectState) -> ProjectNames:
        """Those of a project as it stands; kept as long as that state."""
        found = _of_states.get(state)
        if found is None:
            found = _of_states[state] = cls(state)
        return found

    def issue(self, word: str) -> IssueId | None:
        """The issue of an id, or of a former one."""
        return self._lookup.issue(Word(word, 0))

    @cached_property
    def _once(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """By kind and id of now, without its document or issue, the former ids."""
        found: dict[tuple[str, str], list[str]] = {}
        for (space, former), ids in self._lookup.declared.former.items():
            for now in ids:
                found.setdefault((space.kind, now), []).append(former)
        return {key: tuple(former) for key, former in found.items()}

    def words_for(self, symbol: Symbol) -> tuple[str, ...]:
        """The words of which one is written, on either side of a dot, wherever a thing is named."""
        if symbol.kind is SymbolKind.DOCUMENT:
            own = self._documents.get(symbol.id, symbol.id)
            return tuple(dict.fromkeys((own, symbol.id, *self._once.get((symbol.kind, symbol.id), ()))))
        own = symbol.id.rpartition(".")[2]
        return (own, *self._once.get((symbol.kind, own), ()))

    def meant(self, name: Name) -> tuple[tuple[Symbol, Span], ...]:
        """What a name means where it stands, and the range that says so; both sides of a dot; none if it is unknown."""
        lookup = self._lookup.inside(name.document)
        if name.kind is SymbolKind.SECTION:
            return ((Symbol(name.kind, name.now), name.word.span),)
        if name.role is not Role.USES:
            found = self._declared(name, lookup)
            return ((found, name.word.span),) if found is not None else ()
        match name.kind:
            case SymbolKind.CLAIM:
                return self._meant_end(name, lookup)
            case SymbolKind.ISSUE:
                issue = lookup.issue(name.word)
                return ((Symbol(name.kind, issue), name.word.span),) if issue is not None else ()
            case SymbolKind.POSITION:
                found = self._position(name.issue, name.word, lookup) if is_id(name.word.text) else None
                return ((found, name.word.span),) if found is not None else ()
            case _:
                actor = lookup.actor(name.word) if is_id(name.word.text) else None
                return ((self._actor(actor, lookup), name.word.span),) if actor is not None else ()

    def _declared(self, name: Name, lookup: Lookup) -> Symbol | None:
        """What a declared or former id is one of."""
        own = name.now or name.word.text
        match name.kind:
            case SymbolKind.DOCUMENT:
                return Symbol(name.kind, name.document)
            case SymbolKind.CLAIM:
                return Symbol(name.kind, ClaimId.of(name.document, own))
            case SymbolKind.POSITION if name.issue is not None:
                return Symbol(name.kind, PositionRef.of(name.issue.text, own))
            case SymbolKind.TERM:
                return Symbol(name.kind, owned(name.document, own))
            case SymbolKind.ACTOR:
                return self._actor(own, lookup)
            case _:
                return Symbol(name.kind, own)

    def _actor(self, actor: str, lookup: Lookup) -> Symbol:
        own = actor in lookup.declared.own_actors.get(lookup.document, {})
        return Symbol(SymbolKind.ACTOR, owned(lookup.document, actor) if own else actor)

    def _position(self, issue: Word | None, word: Word, lookup: Lookup) -> Symbol | None:
        home = lookup.issue(issue) if issue is not None else None
        position = lookup.position(home, word) if home is not None else None
        return Symbol(SymbolKind.POSITION, PositionRef.of(home, position)) if home and position else None

    def _meant_end(self, name: Name, lookup: Lookup) -> tuple[tuple[Symbol, Span], ...]:
        """What the name of a claim means, or of a position where that may stand: both sides of its dot."""
        word, span = name.word, name.word.span
        first = word.text.partition(".")[0]
        before, after = Span(span.start, name.dot), Span(name.dot + 1, span.end)
        known = lookup.declared.kinds.get(first)
        others = other_meanings(word, name.beside, lookup) if name.beside is not None else None
        if others is not None and others[0].kind != "claim":
            kind, ids, _ = others[0]
            if len(ids) > 1:
                return ()
            found = Symbol(SymbolKind(kind), ids[0])
            if name.dot < 0:
                return ((found, span),)
            return (Symbol(SymbolKind.DOCUMENT, DocumentId(ids[0].partition(".")[0])), before), (found, after)
        if name.either and name.dot >= 0 and known != "document" and (known == "issue" or lookup.issues_once(first)):
            issue = lookup.issue(Word(first, word.start))
            position = self._position(Word(first, word.start), word, lookup)
            both = (Symbol(SymbolKind.ISSUE, issue) if issue else None, before), (position, after)
            return tuple((symbol, where) for symbol, where in both if symbol is not None)
        claim = lookup.claim(word)
        if claim is not None and name.dot < 0:
            return ((Symbol(SymbolKind.CLAIM, claim), span),)
        if claim is not None:
            return (Symbol(SymbolKind.DOCUMENT, claim.document), before), (Symbol(SymbolKind.CLAIM, claim), after)
        return ((Symbol(SymbolKind.DOCUMENT, first), before),) if name.dot >= 0 and known == "document" else ()


def _names_in(names: FileNames) -> NamesInFile:
    found = _of_files.get(names)
    if found is None:
        found = _of_files[names] = NamesInFile.of(names.file, names.documents)
    return found
