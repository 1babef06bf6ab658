"""Changes of links, questions, answers, terms and documents in sentences."""

from __future__ import annotations

from argmap.diff.change import DocumentChange, IssueChange, LinkChange, PositionChange, TermChange
from argmap.diff.rule import Rule
from argmap.model.actor import Term
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.issue import Issue
from argmap.model.link import Link
from argmap.wording.english import briefly_quoted, counted
from argmap.wording.names import DifferenceNames, actor_names
from argmap.wording.relations import RELATIONS
from argmap.wording.speakers import Speaker
from argmap.wording.text_changes import reworded


def link_changed(change: LinkChange, names: DifferenceNames) -> str:
    """What a declared link says now, or no longer."""
    match change.old, change.new:
        case Link() as old, Link() as new:
            one, other = names.credited(new.source), names.credited(new.target)
            was, now = RELATIONS[old.relation].change, RELATIONS[new.relation].change
            if (old.source, old.target) == (new.target, new.source) and old.relation is new.relation:
                return f"a link now says that {one} {now} {other}, no longer the other way round"
            return f"a link now says that {one} {now} {other}, no longer that it {was.rstrip(',')} it"
        case None, Link() as link:
            return f"a link now says that {_linked(link, names)}"
        case Link() as link, None:
            return f"no link says any longer that {_linked(link, names)}"
    return "a link is another one"


def issue_changed(change: IssueChange, names: DifferenceNames) -> str:
    """What became of a question."""
    match change.old, change.new:
        case Issue() as old, Issue() as new:
            if change.rule is Rule.ISSUE_REWORDED:
                return f"a question is reworded{reworded(old.question, new.question, names)}"
            return f"the answers to {names.question(new.id)} {_rescaled(old, new)}"
        case None, Issue() as issue:
            count = counted(len(issue.positions), "answer")
            return f"a question is new, with {count}: {briefly_quoted(issue.question or issue.id)}"
        case Issue() as issue, None:
            return f"a question is gone: {briefly_quoted(issue.question or issue.id)}"
    return "a question is another one"


def issue_in_words(issue: Issue | None, rule: Rule) -> str:
    """The question; or how its answers stand to each other, where that is what changed."""
    if issue is None:
        return ""
    if rule is not Rule.ISSUE_RESCALED:
        return issue.question
    lines = [f"order: {' > '.join(issue.order)}"] if issue.order else []
    groups = [[one.id for one in issue.positions if one.id in group] for group in issue.compatible]
    return "; ".join([*lines, *sorted(f"compatible: {', '.join(group)}" for group in groups)])


def position_changed(change: PositionChange, names: DifferenceNames) -> str:
    """What became of an answer to a question."""
    question = names.question(change.issue)
    if change.old is not None and change.new is not None:
        return f"an answer to {question} is reworded{reworded(change.old.text, change.new.text, names)}"
    position = change.new or change.old
    text = briefly_quoted(position.text or position.id) if position is not None else "otherwise"
    return f"{question} can {'now' if change.new is not None else 'no longer'} be answered {text}"


def term_changed(change: TermChange, names: DifferenceNames) -> str:
    """What became of what a word means."""
    match change.old, change.new:
        case Term() as old, Term() as new:
            return f"{_term(new, names)} has another meaning{reworded(old.meaning, new.meaning, names)}"
        case None, Term() as term:
            return f"{_term(term, names)} is now defined: {briefly_quoted(term.meaning)}"
        case Term() as term, None:
            return f"{_term(term, names)} is no longer defined: {briefly_quoted(term.meaning)}"
    return "a term is another one"


def document_changed(change: DocumentChange, names: DifferenceNames) -> str:
    """What became of a document as a whole."""
    match change.old, change.new:
        case Document() as old, Document() as new:
            return _document(change.rule, old, new, names)
        case (None, Document() as document) | (Document() as document, None):
            what = "new" if change.new is not None else "gone"
            claims = counted(len(document.claims), "claim")
            authors = _authors(document, names.new if change.new is not None else names.old)
            return f"a document is {what}, with {claims}: {_title(document)}, by {authors}"
    return "a document is another one"


def document_in_words(document: Document | None, rule: Rule, corpus: Corpus) -> str:
    """What a document was or is, as far as that changed; empty where there is none."""
    if document is None:
        return ""
    match rule:
        case Rule.THESIS_CHANGED:
            return _thesis(document, corpus)
        case Rule.AUTHORSHIP_CHANGED:
            return _authors(document, corpus)
        case Rule.SOURCE_CHANGED:
            return document.source
        case _:
            return document.title


def _linked(link: Link, names: DifferenceNames) -> str:
    return f"{names.credited(link.source)} {RELATIONS[link.relation].change} {names.credited(link.target)}"


def _rescaled(old: Issue, new: Issue) -> str:
    if old.order == new.order:
        return "exclude each other in another way"
    if not old.order:
        return "are now a scale"
    return "are a scale in another order" if new.order else "are no longer a scale"


def _term(term: Term, names: DifferenceNames) -> str:
    whose = f" of {names.author(term.document)}" if term.document is not None else ""
    return f"the term “{term.id}”{whose}"


def _document(rule: Rule, old: Document, new: Document, names: DifferenceNames) -> str:
    match rule:
        case Rule.THESIS_CHANGED:
            return _thesis_changed(old, new, names)
        case Rule.AUTHORSHIP_CHANGED:
            before, after = _authors(old, names.old), _authors(new, names.new)
            return f"{_title(new)} is now by {after}, no longer by {before}"
        case Rule.SOURCE_CHANGED:
            before, after = (f"`{one.source}`" if one.source else "no source" for one in (old, new))
            return f"{_title(new)} is now taken from {after}, no longer from {before}"
        case _:
            return f"{_title(new)} is another document"


def _thesis_changed(old: Document, new: Document, names: DifferenceNames) -> str:
    before, after = _thesis(old, names.old), _thesis(new, names.new)
    author = Speaker.author(new.id, names).name
    if not after:
        return f"{author} no longer has a thesis; it was {briefly_quoted(before)}"
    tail = f", no longer {briefly_quoted(before)}" if before else ""
    return f"the thesis of {author} is now {briefly_quoted(after)}{tail}"


def _thesis(document: Document, corpus: Corpus) -> str:
    claim = corpus.claims.get(document.thesis) if document.thesis is not None else None
    return claim.text if claim is not None else document.thesis or ""


def _title(document: Document) -> str:
    return briefly_quoted(document.title) if document.title else f"`{document.id}`"


def _authors(document: Document, corpus: Corpus) -> str:
    return actor_names(document.authors, document.id, corpus) or "nobody"
