"""What people are called, wherever they are named: so that no two holders have the same name, and by whose words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from argmap.compare.alignment import Alignment
from argmap.diff.change import (
    AlignmentChange,
    Change,
    CruxChange,
    IssueChange,
    LinkChange,
    PositionChange,
    StanceChange,
)
from argmap.diff.difference import Difference
from argmap.judge.holder import Holder, HolderLabel, label_of, name_of
from argmap.language.words import OPEN
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ActorId, ClaimId, DocumentId, IssueId, PositionId
from argmap.model.issue import Issue
from argmap.source.text import Place, SourceText
from argmap.wording.english import Form, briefly_quoted, form_of, listed, one_line, quoted, within_sentence
from argmap.wording.spans import Span, Words, code, words

_MOST_AUTHORS = 3
_PRECISIONS = (4, 7, 10)
"""Characters of an ISO date: year, month, day."""

if TYPE_CHECKING:
    from argmap.compare.comparison import Comparison


def actor_name(actor: ActorId, document: DocumentId, corpus: Corpus) -> str:
    """An actor as a document means it; the id where nobody has declared it."""
    return one_line(name_of(actor, document, corpus))


def short_name(actor: ActorId, document: DocumentId, corpus: Corpus) -> str:
    """What pictures call an actor: its short name, or its name where it has none."""
    record = corpus.actors.get(corpus.actor_key(actor, document))
    return record.short if record is not None and record.short else actor_name(actor, document, corpus)


def actor_names(actors: Iterable[ActorId], document: DocumentId, corpus: Corpus) -> str:
    """Several actors as a document means them; empty where there is none."""
    return listed([actor_name(actor, document, corpus) for actor in actors])


def author_of(claim: Claim, corpus: Corpus) -> str:
    """Whoever wrote the claim's document, in two words."""
    return "the authors" if len(corpus.documents[claim.document].authors) > 1 else "the author"


def author_list(names: tuple[str, ...]) -> str:
    """The authors of one document; of many the first, and how many others."""
    return listed(names) if len(names) <= _MOST_AUTHORS else f"{names[0]} and {len(names) - 1} others"


def document_labels(documents: Iterable[DocumentId], corpus: Corpus) -> dict[DocumentId, str]:
    """What pictures call each document: its short name, or those of its authors that tell all of them apart."""
    authors = {document: called(Holder(document), corpus) for document in documents}
    names = dict(authors)
    for precision in _PRECISIONS:
        shared = Counter(names.values())
        for document, author in authors.items():
            date = corpus.documents[document].date
            if date and (precision == _PRECISIONS[0] or shared[names[document]] > 1):
                names[document] = f"{author}, {date[:precision]}"
    names |= {document: corpus.documents[document].short for document in names if corpus.documents[document].short}
    shared = Counter(names.values())
    return {document: f"{name} ({document})" if shared[name] > 1 else name for document, name in names.items()}


def called(holder: Holder, corpus: Corpus) -> str:
    """What pictures call the authors of a document, or an actor."""
    document = corpus.documents[holder.document]
    actors = document.authors if holder.actor is None else (holder.actor,)
    names = tuple(short_name(actor, document.id, corpus) for actor in actors)
    return author_list(names or label_of(holder, corpus).names)


def unique_names(labels: Mapping[Holder, HolderLabel]) -> dict[Holder, str]:
    """What to call holders so that no two have the same name: by names and date, else by names and document.

    An actor comes after the author of its document.
    """
    authors = {holder: _author(label.names, label.date) for holder, label in labels.items() if holder.actor is None}
    by_document: dict[DocumentId, str] = {}
    seen = Counter(authors.values())
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


def position_label(position: PositionId, issue: Issue) -> str:
    """What pictures and tables call a position: its short name, or its text."""
    short = {each.id: each.short for each in issue.positions}
    return short.get(position) or position_text(position, issue)


def _author(names: tuple[str, ...], what: str) -> str:
    return f"{author_list(names)} ({what})" if what else author_list(names)


@attrs.frozen(eq=False, repr=False)
class ComparisonNames:
    """Names for one page, on which no two holders have the same.

    Attributes:
        corpus: The records.
        texts: The argument files by name, to tell lines.
        root: The way from the page to the folder of the project, ending in a slash; empty where places are no links.
    """

    corpus: Corpus
    texts: Mapping[str, SourceText]
    root: str
    _holders: Mapping[Holder, str]

    @classmethod
    def of(cls, comparison: Comparison, texts: Mapping[str, SourceText], root: str = "") -> ComparisonNames:
        """Names for all holders of a comparison, and of what it leaves out: facts that it states test forecasts."""
        from argmap.compare.stances import gather

        corpus = comparison.corpus
        holders = gather(corpus).holders if comparison.left_out else comparison.holders
        labels = {holder: label_of(holder, corpus) for holder in holders}
        return cls(comparison.corpus, texts, root, unique_names(labels))

    def holder(self, holder: Holder) -> str:
        """The author with the date of the document, or the actor with the author who shows it."""
        return self._holders[holder]

    def short(self, holder: Holder) -> str:
        """The same in fewer words: what pictures call the document, or the actor and the document that shows it."""
        return self._short[holder]

    @cached_property
    def _short(self) -> Mapping[Holder, str]:
        labels = document_labels(dict.fromkeys(holder.document for holder in self._holders), self.corpus)
        names = {
            one: labels[one.document] if one.is_author else f"{called(one, self.corpus)} (in {labels[one.document]})"
            for one in self._holders
        }
        shared = Counter(names.values())
        return {one: one_line(name if shared[name] == 1 else self.holder(one)) for one, name in names.items()}

    def holders(self, holders: Iterable[Holder]) -> str:
        """Several of them, as a list in words."""
        return listed(self.parties(holders))

    def mentioned(self, holders: Iterable[Holder]) -> str:
        """The same within a sentence: ``the United States [shown by Author A, 2020]``."""
        return listed(list(map(within_sentence, self.parties(holders))))

    def parties(self, holders: Iterable[Holder]) -> list[str]:
        """Their names; documents of one author, and actors of one document, that stand together are told in one.

        ``Author A (2020 and 2021)``, ``The mayor and the shops [shown by Author A, 2020]``.
        """
        found: list[tuple[str, list[str], str]] = []
        for holder in holders:
            start, mark, end = self.holder(holder).rpartition(" (" if holder.is_author else " [shown by ")
            name = (f"{start}{mark}", [end.removesuffix(")")], ")") if holder.is_author else ("", [start], mark + end)
            if not mark:
                found.append(("", [end], ""))
            elif found and (found[-1][0], found[-1][2]) == (name[0], name[2]):
                found[-1][1].extend(name[1])
            else:
                found.append(name)
        return [f"{start}{listed(several)}{end}" for start, several, end in found]

    def form(self, holders: Iterable[Holder]) -> Form:
        """How a verb is written of them: several documents, and the authors of one, are several; an actor is one."""
        first, *others = holders
        if others and len(self.parties((first, *others))) > 1:
            return Form.SEVERAL
        return form_of(len(self.corpus.documents[first.document].authors) or 1) if first.is_author else Form.ONE

    def subject(self, holders: Sequence[Holder]) -> tuple[str, Form]:
        """Holders as the subject of a sentence, with the form of its verb.

        Whether the name of an actor is one or several nobody knows, so what actors do is told in the past.
        """
        form = self.form(holders) if all(holder.is_author for holder in holders) else Form.PAST
        return self.mentioned(holders), form

    def question(self, issue: IssueId) -> str:
        """The question of an issue; its id where there is none."""
        return self.corpus.issues[issue].question or issue

    def asked(self, issue: IssueId) -> Words:
        """The question in quotes, and the id of the issue."""
        return words(quoted(self.question(issue)), " (", code(issue), ")")

    def position(self, issue: IssueId, position: PositionId) -> str:
        """The text of a position in quotes."""
        if position == OPEN:
            return "that it is undecided"
        return quoted(position_text(position, self.corpus.issues[issue]))

    def text(self, claim: ClaimId) -> str:
        """What a claim says."""
        return one_line(self.corpus.claims[claim].text)

    def id(self, claim: ClaimId) -> Span:
        """The id of a claim, which leads to its line of the argument file where places are links."""
        if not self.root:
            return code(claim)
        from urllib.parse import quote

        line = self.line(claim)
        file = quote(self.corpus.claims[claim].origin.file)
        return code(claim)._replace(target=f"{self.root}{file}{'' if line is None else f'#L{line}'}")

    def place(self, claim: ClaimId) -> Words:
        """Where a claim stands: its id, its line of the argument file, its lines and cues of the source."""
        record = self.corpus.claims[claim]
        line = self.line(claim)
        file = code(record.origin.file if line is None else f"{record.origin.file}:{line}")
        parts = ((cue.where, quoted(cue.words) if cue.words else "") for cue in record.cues)
        cues = [" ".join(filter(None, both)) for both in parts]
        where = () if self.root else words(", ", file)
        return words(self.id(claim), where, f"; in the source {', '.join(cues)}" if cues else "")

    def line(self, claim: ClaimId) -> int | None:
        """The line of the argument file in which a claim begins; None where the file is not at hand."""
        return line_of(self.corpus.claims[claim].origin, self.texts)


def line_of(place: Place, texts: Mapping[str, SourceText]) -> int | None:
    """The line in which a place begins; None where the file is not at hand."""
    source = texts.get(place.file)
    return None if source is None else source.position(min(place.span.start, len(source.text))).line


@attrs.frozen(eq=False, repr=False)
class DifferenceNames:
    """Names for both sides of a difference, on which no two holders have the same.

    Attributes:
        old: The old corpus, in the names of the new one.
        new: The new corpus.
        home: The document under whose heading something is said, where "the author" is enough; else None.
        aside: Whether the words that changed stand below the sentence; else it quotes them.
        asked: The question, or both ends of the link, that the sentence above names, where "it" is enough; else None.
        speaking: The holder whom that sentence is about; else None.
    """

    old: Corpus
    new: Corpus
    _holders: Mapping[Holder, str]
    home: DocumentId | None = None
    aside: bool = False
    asked: IssueId | frozenset[str] | None = None
    speaking: Holder | None = None

    @classmethod
    def of(cls, difference: Difference) -> DifferenceNames:
        """Names for everybody in a difference."""
        old, new = difference.old, difference.new
        authors = (Holder(document) for document in sorted({*new.documents, *old.documents}))
        actors = {holder for change in difference.changes for holder in _holders(change) if not holder.is_author}
        holders = (*authors, *sorted(actors, key=lambda holder: holder.order))
        known = {holder: corpus for holder in holders for corpus in (old, new) if holder.document in corpus.documents}
        return cls(old, new, unique_names({holder: label_of(holder, corpus) for holder, corpus in known.items()}))

    def within(self, document: DocumentId | None) -> DifferenceNames:
        """The names under the heading of a document, or over what is shared, where wordings stand below sentences."""
        return attrs.evolve(self, home=document, aside=True)

    def below(self, change: Change) -> DifferenceNames:
        """The names for what follows from a change, right below it."""
        match change:
            case StanceChange(issue=issue, holder=holder):
                return attrs.evolve(self, asked=issue, speaking=holder)
            case IssueChange(record=issue):
                return attrs.evolve(self, asked=issue.id, speaking=None)
            case PositionChange(issue=issue):
                return attrs.evolve(self, asked=issue, speaking=None)
            case LinkChange(record=link):
                return attrs.evolve(self, asked=link.ends, speaking=None)
        return attrs.evolve(self, asked=None, speaking=None)

    def whose(self, holder: Holder) -> str:
        """`` of A``; empty for the author at home, and for whom the sentence above is about."""
        is_known = holder == self.speaking or (holder.is_author and holder.document == self.home)
        return "" if is_known else f" of {self.holder(holder)}"

    def earlier(self) -> DifferenceNames:
        """The names for what no longer is: claims as they were, or as they are where they are new."""
        return attrs.evolve(self, old=self.new, new=self.old)

    def author(self, document: DocumentId) -> str:
        """Who wrote a document: with its date, or `the author` where it is at home."""
        if document == self.home:
            return "the author" if self.form(document) is Form.ONE else "the authors"
        return self._holders.get(Holder(document), document)

    def form(self, document: DocumentId) -> Form:
        """How a verb is written of whoever wrote a document; one author where nobody is named."""
        record = self.document(document)
        return form_of(len(record.documents[document].authors) or 1 if record is not None else 1)

    def document(self, document: DocumentId) -> Corpus | None:
        """The side that has a document: the new one, where both have."""
        return next((corpus for corpus in (self.new, self.old) if document in corpus.documents), None)

    def holder(self, holder: Holder) -> str:
        """An author; or an actor with the author who shows it."""
        if holder.actor is None:
            return self.author(holder.document)
        if holder.document == self.home:
            return f"{self.actor(holder.actor, holder.document)} [shown by {self.author(holder.document)}]"
        return self._holders.get(holder, f"{holder.document}/{holder.actor}")

    def actor(self, actor: ActorId, document: DocumentId) -> str:
        """An actor as a document means it."""
        corpus = self.document(document)
        return actor if corpus is None else actor_name(actor, document, corpus)

    def question(self, issue: IssueId) -> str:
        """The question of an issue in quotes; its id where there is none, and `it` where it is named above."""
        if issue == self.asked:
            return "it"
        found = self.new.issues.get(issue) or self.old.issues.get(issue)
        return briefly_quoted(found.question) if found is not None and found.question else f"`{issue}`"

    def position(self, issue: IssueId, position: PositionId, corpus: Corpus) -> str:
        """An answer in quotes, in the words of one side."""
        if position == OPEN:
            return "that it is undecided"
        return briefly_quoted(position_text(position, corpus.issues.get(issue)))

    def claim(self, claim: ClaimId) -> Claim | None:
        """A claim as it is now, or as it was where it is gone."""
        return self.new.claims.get(claim) or self.old.claims.get(claim)

    def text(self, claim: ClaimId) -> str:
        """What a claim says, in quotes; its id where it stands on neither side."""
        record = self.claim(claim)
        return f"`{claim}`" if record is None else briefly_quoted(record.text)

    def subject(self, alignment: Alignment) -> str:
        """What two holders stand to each other on."""
        if alignment.issue is not None:
            return self.question(alignment.issue)
        link = alignment.link
        if link is not None and link.ends == self.asked:
            return "it"
        return "what a link joins" if link is None else f"{self.end(link.source)} and {self.end(link.target)}"

    def credited(self, name: str) -> str:
        """One end of a link with the author of the claim."""
        record = self.claim(ClaimId(name))
        if record is None:
            return self.end(name)
        return f"{self.end(name)} ({unbracketed(self.author(record.document))})"

    def end(self, name: str) -> str:
        """One end of a link: what a claim says, or an answer."""
        if self.claim(ClaimId(name)) is not None:
            return self.text(ClaimId(name))
        issue, _, position = name.partition(".")
        corpus = self.new if IssueId(issue) in self.new.issues else self.old
        return self.position(IssueId(issue), PositionId(position), corpus)


def _holders(change: Change) -> Iterator[Holder]:
    match change:
        case StanceChange():
            yield change.holder
        case AlignmentChange():
            for alignment in change.records:
                yield from alignment.holders
        case CruxChange():
            yield from change.conflict.holders
