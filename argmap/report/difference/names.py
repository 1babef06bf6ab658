"""What holders, questions and claims are called, whichever side they stand on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.holder import Holder, label_of, name_of
from argmap.diff.change import AlignmentChange, Change, CruxChange, StanceChange
from argmap.diff.difference import Difference
from argmap.language.words import OPEN
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ActorId, ClaimId, DocumentId, IssueId, PositionId
from argmap.model.link import LinkEnd
from argmap.report.called import unique
from argmap.report.english import one_line, quoted

LONGEST = 140
"""Characters beyond which a text is shortened within a sentence; the whole stands beside it."""


@attrs.frozen(eq=False, repr=False)
class Names:
    """Names for both sides of a difference, on which no two holders have the same.

    Attributes:
        old: The old corpus, in the names of the new one.
        new: The new corpus.
        home: The document under whose heading something is said, where "the author" is enough; else None.
        aside: Whether the words that changed stand below the sentence; else it quotes them.
    """

    old: Corpus
    new: Corpus
    _holders: Mapping[Holder, str]
    home: DocumentId | None = None
    aside: bool = False

    @classmethod
    def of(cls, difference: Difference) -> Names:
        """Names for everybody in a difference."""
        old, new = difference.old, difference.new
        authors = (Holder(document) for document in sorted({*new.documents, *old.documents}))
        actors = {holder for change in difference.changes for holder in _holders(change) if not holder.is_author}
        holders = (*authors, *sorted(actors, key=lambda holder: holder.order))
        known = {holder: corpus for holder in holders for corpus in (old, new) if holder.document in corpus.documents}
        return cls(old, new, unique({holder: label_of(holder, corpus) for holder, corpus in known.items()}))

    def within(self, document: DocumentId | None) -> Names:
        """The names under the heading of a document, or over what is shared, where wordings stand below sentences."""
        return attrs.evolve(self, home=document, aside=True)

    def earlier(self) -> Names:
        """The names for what no longer is: claims as they were, or as they are where they are new."""
        return attrs.evolve(self, old=self.new, new=self.old)

    def author(self, document: DocumentId) -> str:
        """Who wrote a document: with its date, or `the author` where it is at home."""
        if document == self.home:
            return "the authors" if self.are_several(document) else "the author"
        return self._holders.get(Holder(document), document)

    def are_several(self, document: DocumentId) -> bool:
        """Whether a document has more than one author, so that verbs agree."""
        record = self.document(document)
        return record is not None and len(record.documents[document].authors) > 1

    def document(self, document: DocumentId) -> Corpus | None:
        """The side that has a document: the new one, where both have."""
        return next((corpus for corpus in (self.new, self.old) if document in corpus.documents), None)

    def holder(self, holder: Holder) -> str:
        """An author; or an actor with the author who shows it."""
        if holder.actor is None:
            return self.author(holder.document)
        if holder.document == self.home:
            return f"{self.actor(holder.actor, holder.document)} [shown by {self.author(holder.document)}]"
        return self._holders.get(holder, holder.id)

    def actor(self, actor: ActorId, document: DocumentId) -> str:
        """An actor as a document means it."""
        corpus = self.document(document)
        return actor if corpus is None else one_line(name_of(actor, document, corpus))

    def question(self, issue: IssueId) -> str:
        """The question of an issue in quotes; its id where there is none."""
        found = self.new.issues.get(issue) or self.old.issues.get(issue)
        return quoted(short(found.question)) if found is not None and found.question else f"`{issue}`"

    def position(self, issue: IssueId, position: PositionId, corpus: Corpus) -> str:
        """An answer in quotes, in the words of one side."""
        if position == OPEN:
            return "that it is undecided"
        record = corpus.issues.get(issue)
        texts = {other.id: other.text for other in record.positions} if record is not None else {}
        return quoted(short(texts.get(position) or position))

    def claim(self, claim: ClaimId) -> Claim | None:
        """A claim as it is now, or as it was where it is gone."""
        return self.new.claims.get(claim) or self.old.claims.get(claim)

    def text(self, claim: ClaimId) -> str:
        """What a claim says, in quotes; its id where it stands on neither side."""
        record = self.claim(claim)
        return f"`{claim}`" if record is None else quoted(short(record.text))

    def subject(self, alignment: Alignment) -> str:
        """What two holders stand to each other on."""
        if alignment.issue is not None:
            return self.question(alignment.issue)
        link = alignment.link
        return "what a link joins" if link is None else f"{self.end(link.source)} and {self.end(link.target)}"

    def credited(self, end: LinkEnd) -> str:
        """One end of a link with the author of the claim."""
        record = self.claim(end) if isinstance(end, ClaimId) else None
        if record is None:
            return self.end(end)
        author = self.author(record.document).replace(" (", ", ").removesuffix(")")
        return f"{self.end(end)} ({author})"

    def end(self, end: LinkEnd) -> str:
        """One end of a link: what a claim says, or an answer."""
        if isinstance(end, ClaimId):
            return self.text(end)
        return self.position(end.issue, end.position, self.new if end.issue in self.new.issues else self.old)


def short(text: str, most: int = LONGEST) -> str:
    """A text on one line, cut between words where it is longer."""
    flat = one_line(text)
    if len(flat) <= most:
        return flat
    return f"{flat[:most].rpartition(' ')[0] or flat[:most]}…"


def _holders(change: Change) -> Iterator[Holder]:
    match change:
        case StanceChange():
            yield change.holder
        case AlignmentChange():
            for alignment in (change.old, change.new):
                yield from alignment.holders if alignment is not None else ()
        case CruxChange():
            yield from change.conflict.holders
