"""What people are called, wherever they are named: so that no two holders have the same name, and by whose words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from argmap.compare.holder import Holder, HolderLabel, name_of
from argmap.language.words import OPEN
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ActorId, DocumentId, PositionId
from argmap.model.issue import Issue
from argmap.wording.english import listed, one_line

_MOST_AUTHORS = 3


def holder_id(holder: Holder) -> str:
    """``document``, or ``document/actor``."""
    return holder.document + (f"/{holder.actor}" if holder.actor else "")


def actor_name(actor: ActorId, document: DocumentId, corpus: Corpus) -> str:
    """An actor as a document means it; the id where nobody has declared it."""
    return one_line(name_of(actor, document, corpus))


def actor_names(actors: Iterable[ActorId], document: DocumentId, corpus: Corpus) -> str:
    """Several actors as a document means them; empty where there is none."""
    return listed([actor_name(actor, document, corpus) for actor in actors])


def author_of(claim: Claim, corpus: Corpus) -> str:
    """Whoever wrote the claim's document, in two words."""
    return "the authors" if len(corpus.documents[claim.document].authors) > 1 else "the author"


def author_list(names: tuple[str, ...]) -> str:
    """The authors of one document; of many the first, and how many others."""
    return listed(names) if len(names) <= _MOST_AUTHORS else f"{names[0]} and {len(names) - 1} others"


def unique_names(labels: Mapping[Holder, HolderLabel]) -> dict[Holder, str]:
    """What to call holders so that no two have the same name: by names and date, else by names and document.

    An actor comes after the author of its document.
    """
    authors = {holder: _author(label.names, label.date) for holder, label in labels.items() if holder.actor is None}
    by_document: dict[DocumentId, str] = {}
    seen: dict[str, int] = {}
    for name in authors.values():
        seen[name] = seen.get(name, 0) + 1
    found: dict[Holder, str] = {}
    taken: set[str] = set()
    for holder, label in labels.items():
        if holder.actor is None:
            name = authors[holder]
            if seen[name] > 1 or not label.date:
                name = _author(label.names, holder.document)
            by_document[holder.document] = unbracketed(name)
        else:
            name = f"{label.names[0]} [shown by {by_document[holder.document]}]"
        if name in taken:
            name += f" [{holder.actor or holder.document}]"
        taken.add(name)
        found[holder] = one_line(name)
    return found


def unbracketed(name: str) -> str:
    """``Author A, 2020``, where the name stands in brackets itself."""
    return name.replace(" (", ", ").removesuffix(")")


def position_text(position: PositionId, issue: Issue | None) -> str:
    """The text of a position; its id where it has none."""
    if position == OPEN:
        return "Undecided"
    texts = {each.id: each.text for each in issue.positions} if issue is not None else {}
    return texts.get(position) or position


def _author(names: tuple[str, ...], what: str) -> str:
    return f"{author_list(names)} ({what})" if what else author_list(names)
