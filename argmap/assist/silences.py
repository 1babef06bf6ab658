"""The questions on which a document is silent: those that were looked at, those that were not, and what may answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from argmap.assist.additions import edits
from argmap.assist.fix import Fix
from argmap.assist.names_in_file import Role, Symbol, SymbolKind
from argmap.assist.occurrences import occurrences_in
from argmap.judge.assertion import commitments
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId, IssueId, PositionId
from argmap.project.open_project import ProjectState
from argmap.source.text import Span
from argmap.suggest.additions import not_an_answer, silence
from argmap.suggest.suggestion import Addition, AnswerCandidate, AnswerSuggestion, Suggestion
from argmap.suggest.whose_view import answer_of_view, view_in_words
from argmap.wording.english import counted, quoted, shortened
from argmap.wording.names import document_labels, position_text
from argmap.workspace.errors import RefusedError

_LONGEST_TITLE = 40
_MOST_OFFERED = 8
"""Documents of which is offered to say at once that they are silent."""


class Silences(NamedTuple):
    """The issues that no claim of a document answers for its author, in the order of the files.

    Attributes:
        looked: An answer was looked for, and is not there.
        open: The others.
    """

    looked: tuple[IssueId, ...]
    open: tuple[IssueId, ...]


def silences(corpus: Corpus, document: DocumentId) -> Silences:
    """Those of a document."""
    answered = {
        answer.issue
        for claim in corpus.claims_of(document)
        if claim.answers and any(one.holder.is_author for one in commitments(claim))
        for answer in claim.answers
        if answer.holder is None
    }
    looked = frozenset(corpus.documents[document].silent)
    silent = [issue for issue in corpus.issues if issue not in answered]
    return Silences(
        tuple(issue for issue in silent if issue in looked), tuple(issue for issue in silent if issue not in looked)
    )


def silences_told(corpus: Corpus, document: DocumentId) -> str:
    """How many there are, in words; empty where there are none."""
    looked, not_looked = (len(issues) for issues in silences(corpus, document))
    if not looked + not_looked:
        return ""
    said = f"silent on {counted(looked + not_looked, 'question')}"
    if not not_looked:
        return f"{said}: {'all' if looked > 1 else 'it was'} looked at"
    return f"{said}: {looked} looked at, {not_looked} not" if looked else f"{said}: none was looked at"


def declared_on_line(state: ProjectState, file: str, offset: int) -> Symbol | None:
    """The document, the issue or the claim that a line declares."""
    source = state.files[file].source
    number = source.position(offset).line
    start = source.offset(number)
    kinds = (SymbolKind.DOCUMENT, SymbolKind.ISSUE, SymbolKind.CLAIM)
    for one in occurrences_in(state, file, Span(start, start + len(source.line(number)))):
        if one.role is Role.DECLARES and one.symbol.kind in kinds:
            return one.symbol
    return None


def silent_fixes(state: ProjectState, symbol: Symbol) -> Iterator[Fix]:
    """At an issue, for each document that is silent on it: to say that an answer was looked for, and is not there."""
    corpus = state.loaded.corpus
    if symbol.kind is not SymbolKind.ISSUE or symbol.id not in corpus.issues:
        return
    issue = IssueId(symbol.id)
    silent = [document for document in corpus.documents if issue in silences(corpus, document).open]
    for document in silent[:_MOST_OFFERED]:
        try:
            made = edits((silence(document, issue),), corpus, state.files)
        except RefusedError:
            continue
        yield Fix(title=f"Say that `{document}` is silent on `{issue}`", edits=made)


def looking_told(state: ProjectState, symbol: Symbol) -> str:
    """What looking for answers at a place would do, for people; empty where there is nothing to look for."""
    corpus = state.loaded.corpus
    if symbol.kind is SymbolKind.DOCUMENT and symbol.id in corpus.documents:
        count = len(silences(corpus, DocumentId(symbol.id)).open)
        return f"Look for answers to {counted(count, 'question')} on which it is silent" if count else ""
    if symbol.kind is SymbolKind.ISSUE and symbol.id in corpus.issues:
        count = sum(symbol.id in silences(corpus, document).open for document in corpus.documents)
        return f"Look for answers in {counted(count, 'document')} silent on it" if count else ""
    claim = corpus.claims.get(ClaimId(symbol.id)) if symbol.kind is SymbolKind.CLAIM else None
    if claim is not None and silences(corpus, claim.document).open:
        return "Look for questions that it may answer"
    return ""


# --- One question after the other


class Asked(NamedTuple):
    """What the analyst is asked about one document, one issue, and perhaps one claim.

    Attributes:
        message: What is asked.
        choices: What may be said, and what is then written.
        settling: Those of them after which nothing more is asked about this issue.
    """

    document: DocumentId
    issue: IssueId
    message: str
    choices: tuple[tuple[str, tuple[Addition, ...]], ...]
    settling: frozenset[str]


def asked_about(symbol: Symbol, corpus: Corpus, suggestions: Iterable[Suggestion]) -> Iterator[Asked]:
    """What there is to ask about a document, an issue or a claim: first of what may be an answer, the likeliest first.

    Args:
        symbol: What it is about.
        corpus: All records.
        suggestions: Answers that were found; of none, it is only asked whether a document is silent.
    """
    claim = ClaimId(symbol.id) if symbol.kind is SymbolKind.CLAIM else None
    home = (
        DocumentId(symbol.id) if symbol.kind is SymbolKind.DOCUMENT else claim.document if claim is not None else None
    )
    only = IssueId(symbol.id) if symbol.kind is SymbolKind.ISSUE else None
    labels = document_labels(corpus.documents, corpus)
    found: set[tuple[DocumentId, IssueId]] = set()
    for one in suggestions:
        if not isinstance(one, AnswerSuggestion) or one.answering or one.rejection is None:
            continue
        if only in (None, one.issue) and home in (None, one.document):
            if any(candidate.choices for candidate in one.candidates):
                found.add((one.document, one.issue))
            for candidate in one.candidates:
                if candidate.choices and claim in (None, candidate.claim):
                    yield _asked(one, one.rejection, candidate, corpus, labels[one.document])
    for document in corpus.documents if claim is None else ():
        for issue in silences(corpus, document).open if home in (None, document) else ():
            if only in (None, issue) and (document, issue) not in found:
                said = f"{_on(labels[document], corpus, issue)}: nothing was found that may answer it. Is it silent?"
                choices = ((_NOT_THERE, (silence(document, issue),)),)
                yield Asked(document, issue, said, choices, frozenset({_NOT_THERE}))


_NOT_THERE = "It is silent on it"
_NOT_THIS = "This does not answer it"


def _asked(
    suggestion: AnswerSuggestion, rejection: Addition, candidate: AnswerCandidate, corpus: Corpus, label: str
) -> Asked:
    issue = corpus.issues[suggestion.issue]
    if candidate.claim is not None:
        claim = corpus.claims[candidate.claim]
        view = view_in_words(claim, corpus)
        whose = f" ({view}, so that {answer_of_view(claim, corpus)})" if view else ""
        what = f"{claim.called} may answer it: {quoted(claim.text)}{whose}"
    else:
        what = f"a sentence without a claim may: {quoted(candidate.sentence.text if candidate.sentence else '')}"
    texts = [position_text(PositionId(choice.name), issue) for choice in candidate.choices]
    titles = [shortened(text, _LONGEST_TITLE) if texts.count(text) == 1 else "" for text in texts]
    answers = [
        (title or choice.name, choice.additions) for title, choice in zip(titles, candidate.choices, strict=True)
    ]
    refused = not_an_answer(candidate.claim, suggestion.issue)
    return Asked(
        suggestion.document,
        suggestion.issue,
        f"{_on(label, corpus, suggestion.issue)}: {what}",
        (*answers, *([(_NOT_THIS, refused)] if refused is not None else []), (_NOT_THERE, (rejection,))),
        frozenset(title for title, _ in (*answers, (_NOT_THERE, ()))),
    )


def _on(label: str, corpus: Corpus, issue: IssueId) -> str:
    return f"{label} on {quoted(corpus.issues[issue].question)}"
