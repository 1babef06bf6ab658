"""What is shown beside a name and above a line: whose a claim is and what it says, who agrees, what it supports."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from argmap.assist.issue_answers import IssueAnswers
from argmap.assist.navigation import users
from argmap.assist.occurrences import Role, Symbol, SymbolKind, document_at, occurrences_in
from argmap.assist.silences import silences_told
from argmap.diff.change import AlignmentChange, CruxChange
from argmap.diff.change_subject import place_of
from argmap.diff.difference import Difference
from argmap.judge.holder import Holder, identities, label_of
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId, IssueId
from argmap.project.open_project import ProjectState
from argmap.source.text import Place, Span
from argmap.wording.changes import headline
from argmap.wording.english import counted, shortened, single_spaced
from argmap.wording.names import DifferenceNames, author_list
from argmap.wording.stance_sentences import NOT_THERE

_FEW = 40
"""Characters of what a claim says, beside its name."""


class Hint(NamedTuple):
    """A few words beside a name, which are no part of the text.

    Attributes:
        offset: Behind the name.
        label: What is shown.
        text: All that the claim says.
    """

    offset: int
    label: str
    text: str


def hints(state: ProjectState, file: str, within: Span | None = None) -> tuple[Hint, ...]:
    """What is shown beside the claims that a file names: what each says, and whose it is where it is another's.

    Args:
        state: The project.
        file: The name of the file.
        within: Only those that stand in this range; by default all.
    """
    corpus = state.loaded.corpus
    found = []
    for one in occurrences_in(state, file, within):
        span = one.place.span
        claim = corpus.claims.get(ClaimId(one.symbol.id)) if one.symbol.kind is SymbolKind.CLAIM else None
        if claim is None or one.role is not Role.USES:
            continue
        said = shortened(single_spaced(claim.text), _FEW)
        whose = ""
        if claim.document != document_at(state, file, span.start):
            whose = f"{author_list(label_of(Holder(claim.document), corpus).names)}: "
        found.append(Hint(span.end, f"{whose}{said}", claim.text))
    return tuple(found)


class LensKind(StrEnum):
    """What a lens tells."""

    OTHERS = "others"
    """How many others answer as a claim does, and how many otherwise."""
    SUPPORTS = "supports"
    """How many claims one supports, where these do not all stand right above it."""
    ANSWERS = "answers"
    """How many answer an issue."""
    SILENT = "silent"
    """On how many issues a document is silent, and how many of these were looked at."""


class Lens(NamedTuple):
    """A line of its own above what is declared; what it says is found when it is shown (see `lens_title`)."""

    kind: LensKind
    symbol: Symbol
    place: Place


def lenses(state: ProjectState, file: str) -> tuple[Lens, ...]:
    """What can be told above the claims, issues and documents of a file."""
    corpus = state.loaded.corpus
    found: list[Lens] = []
    for one in occurrences_in(state, file):
        if one.role is Role.DECLARES:
            found += (Lens(kind, one.symbol, one.place) for kind in _kinds(one.symbol, state, corpus))
    return tuple(found)


def _kinds(symbol: Symbol, state: ProjectState, corpus: Corpus) -> Iterator[LensKind]:
    if symbol.kind is SymbolKind.ISSUE and symbol.id in corpus.issues:
        yield LensKind.ANSWERS
    if symbol.kind is SymbolKind.DOCUMENT and symbol.id in corpus.documents and corpus.issues:
        yield LensKind.SILENT
    claim = corpus.claims.get(ClaimId(symbol.id)) if symbol.kind is SymbolKind.CLAIM else None
    if claim is not None and claim.answers:
        yield LensKind.OTHERS
    # What a claim that is stated under its conclusion supports stands right above it.
    if claim is not None and len(users(state).get(claim.id, ())) > int(not claim.statement):
        yield LensKind.SUPPORTS


def lens_title(state: ProjectState, lens: Lens) -> str:
    """What a lens says; empty where there is nothing to say."""
    corpus = state.loaded.corpus
    if lens.kind is LensKind.ANSWERS:
        return _answering(state, IssueId(lens.symbol.id)) if lens.symbol.id in corpus.issues else ""
    if lens.kind is LensKind.SILENT:
        document = DocumentId(lens.symbol.id)
        return silences_told(corpus, document) if document in corpus.documents else ""
    claim = corpus.claims.get(ClaimId(lens.symbol.id))
    if claim is None:
        return ""
    if lens.kind is LensKind.SUPPORTS:
        supported = [
            user
            for user in users(state).get(claim.id, ())
            if any(step.supports and claim.id in step.premises for step in corpus.claims[user].steps)
        ]
        return f"supports {len(supported)}" if supported else ""
    return _others(state, claim)


def _answering(state: ProjectState, issue: IssueId) -> str:
    holders = {one.stance.holder for group in IssueAnswers.of(state).groups(issue) for one in group.given}
    authors = sum(holder.is_author for holder in holders)
    shown = len(holders) - authors
    said = f"{counted(authors, 'text')} {'answers' if authors == 1 else 'answer'} it"
    said += f", {counted(shown, 'actor')} {'is' if shown == 1 else 'are'} shown to" if shown else ""
    silent = len(IssueAnswers.of(state).looked_for(issue))
    return f"{said}; in {counted(silent, 'text')} it was {NOT_THERE}" if silent else said


def _others(state: ProjectState, claim: Claim) -> str:
    """How many other authors agree and disagree with whoever holds a claim, on the issues that it answers."""
    corpus, answers = state.loaded.corpus, IssueAnswers.of(state)
    agree: set[Holder] = set()
    disagree: set[Holder] = set()
    for issue in dict.fromkeys(answer.issue for answer in claim.answers if answer.issue in corpus.issues):
        own = answers.holder_of(claim, issue)
        if own is None:
            continue
        mine = set(identities(own, corpus))
        for other in answers.others(own, issue):
            # Nobody agrees or disagrees with itself, in whichever document.
            if not other.is_author or not mine.isdisjoint(identities(other, corpus)):
                continue
            found = answers.between(own, other, issue)
            if found is not None and found.is_disagreement:
                disagree.add(other)
            elif found is not None and found.verdict.is_agreement:
                agree.add(other)
    told = [f"{len(agree)} {'agrees' if len(agree) == 1 else 'agree'}"] if agree else []
    told += [f"{len(disagree)} {'disagrees' if len(disagree) == 1 else 'disagree'}"] if disagree else []
    return ", ".join(told)


class ChangedLens(NamedTuple):
    """What changed of something since another revision, a sentence a change; it stands above where that is declared."""

    symbol: Symbol
    place: Place
    sentences: tuple[str, ...]


def changed_symbols(difference: Difference) -> Mapping[Symbol, tuple[str, ...]]:
    """What changed of each claim, issue and document: not what only follows between holders, of which there is much."""
    names = DifferenceNames.of(difference)
    starts = _declared(difference.new)
    found: dict[Symbol, list[str]] = {}
    for change in difference.changes:
        place = None if isinstance(change, AlignmentChange | CruxChange) else place_of(change, difference)[1]
        if place is None or place.file not in starts:
            continue
        declared = starts[place.file]
        number = bisect_right(declared, place.span.start, key=lambda one: one[0]) - 1
        if number >= 0:
            found.setdefault(declared[number][1], []).append(headline(change, difference, names))
    return {symbol: tuple(dict.fromkeys(sentences)) for symbol, sentences in found.items()}


def changed_lenses(
    state: ProjectState, file: str, changed: Mapping[Symbol, tuple[str, ...]]
) -> tuple[ChangedLens, ...]:
    """What changed of that which a file declares (see `changed_symbols`), where it stands now."""
    declared = (one for one in occurrences_in(state, file) if one.role is Role.DECLARES and one.symbol in changed)
    return tuple(ChangedLens(one.symbol, one.place, changed[one.symbol]) for one in declared)


def _declared(corpus: Corpus) -> Mapping[str, Sequence[tuple[int, Symbol]]]:
    """By file, where everything begins that a lens can stand above, in order."""
    found: dict[str, list[tuple[int, Symbol]]] = {}
    for kind, records in (
        (SymbolKind.DOCUMENT, corpus.documents.values()),
        (SymbolKind.ISSUE, corpus.issues.values()),
        (SymbolKind.CLAIM, (claim for claim in corpus.claims.values() if claim.named)),
    ):
        for record in records:
            found.setdefault(record.origin.file, []).append((record.origin.span.start, Symbol(kind, record.id)))
    return {file: sorted(starts) for file, starts in found.items()}
