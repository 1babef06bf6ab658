"""Those who hold stances: the author of a document, and the actors whom a document shows."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from argmap.language.words import Attitude
from argmap.model.actor import Actor
from argmap.model.corpus import Corpus
from argmap.model.ids import ActorId, DocumentId, IssueId


class AuthorAttitude(StrEnum):
    """What the author of a document thinks of a claim that an actor holds there."""

    ENDORSED = "endorsed"
    DENIED = "denied"
    DOUBTED = "doubted"
    REPORTED = "reported"

    @classmethod
    def of(cls, attitude: Attitude) -> AuthorAttitude:
        """The regard that a verb expresses; whoever neither sides with a holder nor against reports."""
        return _REGARDS.get(attitude, cls.REPORTED)


_REGARDS = {
    Attitude.ENDORSES: AuthorAttitude.ENDORSED,
    Attitude.DENIES: AuthorAttitude.DENIED,
    Attitude.DOUBTS: AuthorAttitude.DOUBTED,
}


class Holder(NamedTuple):
    """One voice of one document.

    What a document says of an actor is the actor's only as that document shows it, so the same actor in two documents
    is two holders.

    Attributes:
        document: Where the stances are found.
        actor: Whom the document shows, by the id that the document uses; None for its author or authors together.
    """

    document: DocumentId
    actor: ActorId | None = None

    @property
    def is_author(self) -> bool:
        """Whether it is the author of the document."""
        return self.actor is None

    @property
    def id(self) -> str:
        """``document`` for the author, ``document/actor`` for anybody else."""
        return self.document if self.actor is None else f"{self.document}/{self.actor}"

    @classmethod
    def of(cls, id: str) -> Holder:  # noqa: A002 - it is one
        """The holder with an id."""
        document, slash, actor = id.partition("/")
        return cls(DocumentId(document), ActorId(actor) if slash else None)

    @property
    def order(self) -> tuple[str, str]:
        """Sorts holders by document, the author first."""
        return (self.document, self.actor or "")


def ordered(one: Holder, other: Holder) -> tuple[Holder, Holder]:
    """Two holders, sorted."""
    return (one, other) if one.order <= other.order else (other, one)


def was_looked_for(holder: Holder, issue: IssueId, corpus: Corpus) -> bool:
    """Whether the answer of an author was looked for, and is not there; to be asked where the author is silent."""
    return holder.is_author and issue in corpus.documents[holder.document].silent


class HolderLabel(NamedTuple):
    """What to call a holder, in parts.

    Attributes:
        names: The authors in the document's order, or the actor; the document's title where it names no author.
        title: Of the document.
        date: Of the document, as written; empty where unknown.
        reporters: The document's authors, where the holder is an actor; else empty.
        speaks_for: The name of whoever the actor speaks for; empty where it is nobody.
    """

    names: tuple[str, ...]
    title: str
    date: str
    reporters: tuple[str, ...] = ()
    speaks_for: str = ""


def label_of(holder: Holder, corpus: Corpus) -> HolderLabel:
    """The parts of a holder's label."""
    document = corpus.documents[holder.document]
    title = document.title or document.id
    authors = tuple(name_of(author, holder.document, corpus) for author in document.authors) or (title,)
    if holder.actor is None:
        return HolderLabel(names=authors, title=title, date=document.date)
    actor = _record(holder.actor, holder.document, corpus)
    return HolderLabel(
        names=(name_of(holder.actor, holder.document, corpus),),
        title=title,
        date=document.date,
        reporters=authors,
        speaks_for=name_of(actor.speaks_for, holder.document, corpus) if actor and actor.speaks_for else "",
    )


def name_of(actor: ActorId, document: DocumentId, corpus: Corpus) -> str:
    """The name of an actor as a document means it; the id where nobody has declared it."""
    record = _record(actor, document, corpus)
    return record.name if record is not None and record.name else actor


def identity(actor: ActorId, document: DocumentId, corpus: Corpus) -> str:
    """The same text for the same actor in all documents: an actor that belongs to one document is nobody else's."""
    return corpus.actor_key(actor, document)


def identities(holder: Holder, corpus: Corpus) -> tuple[str, ...]:
    """The identity of the actor, or of every author of the document."""
    actors = corpus.documents[holder.document].authors if holder.actor is None else (holder.actor,)
    return tuple(identity(actor, holder.document, corpus) for actor in actors)


def principal(holder: Holder, corpus: Corpus) -> str:
    """The identity of whoever an actor speaks for; empty where it speaks for nobody else, or is an author."""
    record = _record(holder.actor, holder.document, corpus) if holder.actor is not None else None
    if record is None or record.speaks_for is None:
        return ""
    return identity(record.speaks_for, holder.document, corpus)


def _record(actor: ActorId, document: DocumentId, corpus: Corpus) -> Actor | None:
    return corpus.actors.get(corpus.actor_key(actor, document))
