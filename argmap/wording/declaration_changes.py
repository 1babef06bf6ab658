"""Changes of links, questions, answers, terms and documents in sentences."""

from __future__ import annotations

from argmap.diff.change import (
    Added,
    Changed,
    DocumentChange,
    IssueChange,
    LinkChange,
    PositionChange,
    Removed,
    TermChange,
)
from argmap.diff.rule import Rule
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId, IssueId
from argmap.model.issue import Issue
from argmap.model.link import AnyLink, Joined, Unrelated
from argmap.wording.english import briefly_quoted, counted, form_of, listed, verb
from argmap.wording.names import DifferenceNames, actor_names
from argmap.wording.relations import RELATIONS
from argmap.wording.text_changes import reworded


def link_changed(change: LinkChange, names: DifferenceNames) -> str:
    """What a declared link says now, or no longer."""
    link = change.record
    one, other = (_end(link, end, names) for end in (link.source, link.target))
    does = RELATIONS[link.relation].change
    match change.edit:
        case Added():
            return f"a link now says that {one} {does} {other}"
        case Removed():
            return f"no link says any longer that {one} {does} {other}"
        case Changed(old, new):
            if (old.source, old.target) == (new.target, new.source) and old.relation is new.relation:
                return f"a link now says that {one} {does} {other}, no longer the other way round"
            did, _, how = RELATIONS[old.relation].change.rstrip(",").partition(", ")
            return f"a link now says that {one} {does} {other}, no longer that it {did} it{f' {how}' if how else ''}"


def _end(link: AnyLink, end: str, names: DifferenceNames) -> str:
    if not isinstance(link, Unrelated) or isinstance(end, ClaimId):
        return names.credited(end)
    match link.joined:
        case Joined.ACTORS:
            return f"the actor `{end}`"
        case Joined.TERMS:
            return f"the term `{end}`"
    return names.question(IssueId(end))


def issue_changed(change: IssueChange, names: DifferenceNames) -> str:
    """What became of a question."""
    match change.edit:
        case Changed(old, new):
            if change.rule is Rule.ISSUE_REWORDED:
                return f"a question is reworded{reworded(old.question, new.question, names)}"
            return f"the answers to {names.question(new.id)} {_rescaled(old, new)}"
        case Added(issue):
            became = f"new, with {counted(len(issue.positions), 'answer')}"
        case Removed(issue):
            became = "gone"
    return f"a question is {became}: {briefly_quoted(issue.question or issue.id)}"


def issue_in_words(issue: Issue, rule: Rule) -> str:
    """The question; or how its answers stand to each other, where that is what changed."""
    if rule is not Rule.ISSUE_RESCALED:
        return issue.question
    lines = [f"order: {' > '.join(issue.order)}"] if issue.order else []
    groups = [[one.id for one in issue.positions if one.id in group] for group in issue.compatible]
    return "; ".join([*lines, *sorted(f"compatible: {', '.join(group)}" for group in groups)])


def position_changed(change: PositionChange, names: DifferenceNames) -> str:
    """What became of an answer to a question."""
    question = names.question(change.issue)
    match change.edit:
        case Changed(old, new):
            return f"an answer to {question} is reworded{reworded(old.text, new.text, names)}"
    return f"{question} can {_adverb(change)} be answered {briefly_quoted(change.record.text or change.record.id)}"


def term_changed(change: TermChange, names: DifferenceNames) -> str:
    """What became of what a word means."""
    term = change.record
    whose = f" of {names.author(term.document)}" if term.document is not None else ""
    match change.edit:
        case Changed(old, new):
            return f"the term “{term.id}”{whose} has another meaning{reworded(old.meaning, new.meaning, names)}"
    return f"the term “{term.id}”{whose} is {_adverb(change)} defined: {briefly_quoted(term.meaning)}"


def _adverb(change: PositionChange | TermChange) -> str:
    return "no longer" if change.new is None else "now"


def document_changed(change: DocumentChange, names: DifferenceNames) -> str:
    """What became of a document as a whole."""
    document = change.record
    match change.edit:
        case Changed(old, new):
            return _document(change.rule, old, new, names)
        case Added():
            became, corpus = "new", names.new
        case Removed():
            became, corpus = "gone", names.old
    claims = counted(len(document.claims), "claim")
    return f"a document is {became}, with {claims}: {_title(document)}, by {_authors(document, corpus)}"


def document_in_words(document: Document, rule: Rule, corpus: Corpus) -> str:
    """What a document was or is, as far as that changed."""
    match rule:
        case Rule.THESIS_CHANGED:
            return _thesis(document, corpus)
        case Rule.AUTHORSHIP_CHANGED:
            return _authors(document, corpus)
        case Rule.SOURCE_CHANGED:
            return document.source
    return document.title


def _rescaled(old: Issue, new: Issue) -> str:
    if old.order == new.order:
        return "exclude each other in another way"
    if not old.order:
        return "are now a scale"
    return "are a scale in another order" if new.order else "are no longer a scale"


def _document(rule: Rule, old: Document, new: Document, names: DifferenceNames) -> str:
    match rule:
        case Rule.THESIS_CHANGED:
            return _thesis_changed(old, new, names)
        case Rule.AUTHORSHIP_CHANGED:
            before, after = _authors(old, names.old), _authors(new, names.new)
            if before == after:
                before, after = (listed([f"`{author}`" for author in one.authors]) for one in (old, new))
            return f"{_title(new)} is now by {after}, no longer by {before}"
    before, after = (f"`{one.source}`" if one.source else "no source" for one in (old, new))
    return f"{_title(new)} is now taken from {after}, no longer from {before}"


def _thesis_changed(old: Document, new: Document, names: DifferenceNames) -> str:
    before, after = _thesis(old, names.old), _thesis(new, names.new)
    author = names.author(new.id)
    if not after:
        states = verb("state", form_of(len(new.authors)))
        return f"{author} no longer {states} a thesis; it was {briefly_quoted(before)}"
    tail = f", no longer {briefly_quoted(before)}" if before else ""
    return f"the thesis of {author} is now {briefly_quoted(after)}{tail}"


def _thesis(document: Document, corpus: Corpus) -> str:
    claim = corpus.claims.get(document.thesis) if document.thesis is not None else None
    return claim.text if claim is not None else document.thesis or ""


def _title(document: Document) -> str:
    return briefly_quoted(document.title) if document.title else f"`{document.id}`"


def _authors(document: Document, corpus: Corpus) -> str:
    return actor_names(document.authors, document.id, corpus) or "nobody"
