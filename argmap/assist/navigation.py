"""Where to go from a place: to what is named there, its uses, its answers, its grounds and consequences, its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from weakref import WeakKeyDictionary

from argmap.assist.issue_answers import IssueAnswers
from argmap.assist.occurrences import (
    Occurrence,
    Role,
    SymbolKind,
    declarations,
    document_at,
    occurrence_at,
    occurrences,
)
from argmap.assist.source_cues import cue_places
from argmap.check.sources import is_address
from argmap.language.ids import normal
from argmap.language.tree import Field, PlaceField, Statement
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId, IssueId, PositionRef
from argmap.model.inference import StepRole
from argmap.project.open_project import ProjectState
from argmap.source.text import Place, SourceText, Span


def definition(state: ProjectState, file: str, offset: int) -> tuple[Place, ...]:
    """Where what is named at an offset is declared: in several places an author whom several documents name."""
    found = occurrence_at(state, file, offset)
    return declarations(state, found.symbol) if found is not None else ()


def references(state: ProjectState, file: str, offset: int, *, declared: bool = True) -> tuple[Occurrence, ...]:
    """All places of what is named at an offset.

    Args:
        state: The project.
        file: The name of the file.
        offset: In its text.
        declared: Whether to give the declarations, too.
    """
    found = occurrence_at(state, file, offset)
    every = occurrences(state, found.symbol) if found is not None else ()
    return tuple(one for one in every if declared or one.role is not Role.DECLARES)


def highlights(state: ProjectState, file: str, offset: int) -> tuple[Occurrence, ...]:
    """The places in the same file of what is named at an offset."""
    return tuple(one for one in references(state, file, offset) if one.place.file == file)


def implementations(state: ProjectState, file: str, offset: int) -> tuple[Place, ...]:
    """The claims that answer the issue that is named at an offset, or give the position there."""
    found = occurrence_at(state, file, offset)
    corpus = state.loaded.corpus
    if found is None or found.symbol.kind not in (SymbolKind.ISSUE, SymbolKind.POSITION):
        return ()
    position = PositionRef(found.symbol.id) if found.symbol.kind is SymbolKind.POSITION else None
    issue = position.issue if position is not None else IssueId(found.symbol.id)
    claims = (
        corpus.claims[claim] for claim in IssueAnswers.of(state).answering.get(issue, ()) if claim in corpus.claims
    )
    return tuple(claim.origin for claim in claims if position is None or _gives(claim, position))


def _gives(claim: Claim, position: PositionRef) -> bool:
    return any((one.issue, one.position) == (position.issue, position.position) for one in claim.answers)


# --- Grounds and consequences


class HierarchyItem(NamedTuple):
    """A claim among grounds and consequences.

    Attributes:
        claim: Its id.
        name: What to call it: its own id, or the beginning of its text.
        text: What it says.
        place: Where it is stated.
    """

    claim: ClaimId
    name: str
    text: str
    place: Place


class HierarchyStep(NamedTuple):
    """A claim at the other end of a step.

    Attributes:
        role: What the premise does to the conclusion.
        place: Where the step stands.
    """

    item: HierarchyItem
    role: StepRole
    place: Place


def hierarchy_item(state: ProjectState, file: str, offset: int) -> HierarchyItem | None:
    """The claim that is named at an offset; None where none is."""
    found = occurrence_at(state, file, offset)
    if found is None or found.symbol.kind is not SymbolKind.CLAIM:
        return None
    claim = state.loaded.corpus.claims.get(ClaimId(found.symbol.id))
    return _item(claim) if claim is not None else None


def grounds(state: ProjectState, claim: ClaimId) -> tuple[HierarchyStep, ...]:
    """What bears on a claim in its document, in the author's order; a doubt about a step after its premises."""
    corpus = state.loaded.corpus
    record = corpus.claims.get(claim)
    return tuple(_steps_of(record, corpus)) if record is not None else ()


def consequences(state: ProjectState, claim: ClaimId) -> tuple[HierarchyStep, ...]:
    """The claims on which one bears, in the order of the files."""
    corpus = state.loaded.corpus
    found = []
    for conclusion in users(state).get(claim, ()):
        record = corpus.claims[conclusion]
        steps = (step for step in _steps_of(record, corpus) if step.item.claim == claim)
        found += [step._replace(item=_item(record)) for step in steps]
    return tuple(found)


def users(state: ProjectState) -> Mapping[ClaimId, Sequence[ClaimId]]:
    """The claims of which each claim is a premise, or in which it doubts a step; kept as long as the state."""
    found = _users.get(state)
    if found is None:
        uses: dict[ClaimId, dict[ClaimId, None]] = {}
        for claim in state.loaded.corpus.claims.values():
            for step in claim.steps:
                for premise in step.mentions():
                    uses.setdefault(premise, {})[claim.id] = None
        found = _users[state] = {claim: tuple(those) for claim, those in uses.items()}
    return found


_users: WeakKeyDictionary[ProjectState, Mapping[ClaimId, Sequence[ClaimId]]] = WeakKeyDictionary()


def _steps_of(claim: Claim, corpus: Corpus) -> Iterator[HierarchyStep]:
    for step in claim.steps:
        groups = [(step.role, step.premises, step.origin)]
        groups += [(StepRole.UNDERCUT, undercut.premises, undercut.origin) for undercut in step.undercuts]
        for role, premises, origin in groups:
            for premise in premises:
                if premise in corpus.claims:
                    yield HierarchyStep(_item(corpus.claims[premise]), role, origin)


def _item(claim: Claim) -> HierarchyItem:
    return HierarchyItem(claim.id, claim.name if claim.named else claim.text, claim.text, claim.origin)


# --- Sources


class SourceLink(NamedTuple):
    """A place in an argument file that leads to a source.

    Attributes:
        source: The name of a file in the folder of sources, as it is written; or an address.
        line: The line that is given; None where none is.
        page: The page that is given; None where none is.
        words: The words of a cue; empty where none is given.
    """

    place: Place
    source: str
    line: int | None = None
    words: str = ""
    page: int | None = None

    @property
    def is_address(self) -> bool:
        """Whether it leads out of the project."""
        return is_address(self.source)


def source_links(state: ProjectState, file: str) -> tuple[SourceLink, ...]:
    """All places in a file that lead to a source: where it is named, and each cue and line of it."""
    syntax = state.files.get(file)
    if syntax is None:
        return ()
    corpus = state.loaded.corpus
    found: list[SourceLink] = []
    for statement in syntax.statements:
        document = corpus.documents.get(DocumentId(document_at(state, file, statement.span.start)))
        if document is not None and document.source:
            found += _links_in(statement, file, document.source)
    return tuple(found)


def source_link_at(state: ProjectState, file: str, offset: int) -> SourceLink | None:
    """The link at an offset."""
    inside = (link for link in source_links(state, file) if link.place.span.start <= offset <= link.place.span.end)
    return next(inside, None)


def source_span(state: ProjectState, link: SourceLink) -> Span | None:
    """What a link leads to in the text of the source: its cue, or a whole line; None where that is not found."""
    source = source_text(state, link.source)
    if source is None or (link.line is None and link.page is None and not link.words):
        return None
    return cue_places(source).span(link.words, link.line, link.page)


def source_text(state: ProjectState, name: str) -> SourceText | None:
    """The source of a name, where it could be read."""
    return state.sources.get(normal(name))


def _links_in(statement: Statement, file: str, source: str) -> Iterator[SourceLink]:
    for one in statement.lines:
        content = one.content
        if isinstance(content, Field) and content.keyword.text == "source":
            yield SourceLink(Place(file, content.text.span), source)
        elif isinstance(content, PlaceField):
            words = [word for word in (content.line, content.page, content.cue) if word is not None]
            if words:
                place = Place(file, Span(words[0].start, words[-1].span.end))
                line, page = (int(word.text) if word else None for word in (content.line, content.page))
                yield SourceLink(place, source, line, content.cue.text if content.cue is not None else "", page)
