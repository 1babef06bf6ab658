"""Changes of single fields of statements, and of the declarations of actors, in sentences."""

from __future__ import annotations

from argmap.diff.change import ActorChange, FieldChange, Statement
from argmap.diff.field_kinds import DocumentRedated, SpeaksForChanged, TitleChanged
from argmap.diff.text_similarity import normalised
from argmap.model.actor import Actor, Term
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import DocumentId, PositionRef
from argmap.model.issue import Issue, Position
from argmap.wording.english import briefly_quoted, listed, one_line
from argmap.wording.names import DifferenceNames
from argmap.wording.relations import link_text
from argmap.wording.rules import FIELD_WORDS
from argmap.wording.speakers import belonging
from argmap.wording.text_changes import focus


def actor_changed(change: ActorChange, names: DifferenceNames) -> str:
    """What became of the declaration of an actor."""
    actor = change.record
    adverb = "no longer" if change.new is None else "now"
    return f"{_actor(actor, names)} is {adverb} declared: {briefly_quoted(actor.name)}"


def field_changed(change: FieldChange, names: DifferenceNames) -> str:
    """What one field of a statement says now, or no longer."""
    statement, words = _statement(change, names), FIELD_WORDS[change.rule]
    old, new = (() if one is None else field_values(change, one, names) for one in (change.old, change.new))
    was, now = values_without(old, new), values_without(new, old)
    if words.quoted and len(was) == len(now) == 1:
        before, after = focus(was[0], now[0])
    else:
        before, after = (_in_words(values, quoted=words.quoted) for values in (was, now))
    said = words.does.format("now" if now else "no longer", after or before)
    instead = f", no longer {before}" if now and was else ""
    record = change.record
    text = f": {briefly_quoted(record.text)}" if isinstance(record, Claim) else ""
    return f"{statement} {said}{instead}{_passed(change, names)}{text}"


def field_values(change: FieldChange, record: Statement, names: DifferenceNames) -> tuple[str, ...]:
    """What the field says of a statement, in words for a reader."""
    values = change.values(record)
    if isinstance(change, SpeaksForChanged) and isinstance(record, Actor):
        corpus = names.old if record is change.old else names.new
        return tuple(_called(value, record, corpus) for value in values)
    return values


def _called(actor: str, speaker: Actor, corpus: Corpus) -> str:
    """The name of whom an actor speaks for."""
    own = f"{speaker.document}.{actor}"
    record = corpus.actors.get(own) or corpus.actors.get(actor)
    return record.name if record is not None and record.name else actor


def values_without(values: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """The values of a field that it does not have on the other side."""
    known = set(map(normalised, others))
    # A value that is given once less than before is among the others all the same.
    return tuple(value for value in values if normalised(value) not in known) or (
        values if len(values) > len(others) else ()
    )


def _in_words(values: tuple[str, ...], *, quoted: bool) -> str:
    return listed([briefly_quoted(value) if quoted else one_line(value) for value in values])


def _statement(change: FieldChange, names: DifferenceNames) -> str:
    """What has the field."""
    record = change.record
    match record:
        case Actor():
            return _actor(record, names)
        case Claim():
            return belonging(record, "a claim", names)
        case Document():
            is_called = record.title and not isinstance(change, TitleChanged)
            return briefly_quoted(record.title) if is_called else f"the document `{record.id}`"
        case Issue():
            return f"the question {briefly_quoted(record.question or record.id)}"
        case Position():
            question = names.question(PositionRef(change.subject).issue)
            return f"the answer {briefly_quoted(record.text or record.id)} to {question}"
        case Term():
            return f"the term “{record.id}”{_of_document(record, names)}"
        case _:
            return f"the link `{link_text(record)}`"


def _actor(actor: Actor, names: DifferenceNames) -> str:
    return f"the actor `{actor.id}`{_of_document(actor, names)}"


def _of_document(record: Actor | Term, names: DifferenceNames) -> str:
    """Whose alone it is; empty under the heading of that document, and where all share it."""
    return "" if record.document in (None, names.home) else f" of {names.author(DocumentId(record.document or ''))}"


def _passed(change: FieldChange, names: DifferenceNames) -> str:
    """That a document changed places in time with another one of its author."""
    old, new, passed = change.old, change.new, change.passed
    if not isinstance(change, DocumentRedated) or passed is None:
        return ""
    other = names.new.documents.get(passed) or names.old.documents[passed]
    dates = tuple(record.date for record in (old, new) if isinstance(record, Document))
    before, after = ("older", "newer") if dates[0] < dates[-1] else ("newer", "older")
    return f", and {after} than {briefly_quoted(other.title or other.id)} by the same author, no longer {before}"
