"""What all pictures of a comparison share: what to call holders, where each picture is, and where claims are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sized
from enum import StrEnum
from urllib.parse import quote

import attrs

from argmap.compare.comparison import Comparison
from argmap.judge.holder import Holder
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId, IssueId
from argmap.view.document_maps import homes_of, parts_of
from argmap.view.document_records import document_names
from argmap.view.graph import graph_of
from argmap.view.picture import address, stems
from argmap.view.tables import HolderHead
from argmap.wording.english import counted
from argmap.wording.names import ComparisonNames, called, document_labels

FOLDER = "compare"


class Kind(StrEnum):
    """The pictures that a comparison has."""

    MATRIX = "matrix"
    ACTORS = "actors"
    ISSUE = "issue"
    SIDE_BY_SIDE = "side-by-side"
    CRUXES = "cruxes"
    TIMELINE = "timeline"
    AGREEMENT = "agreement"


@attrs.frozen
class Subject:
    """What one picture is about.

    Attributes:
        of: The issue, link or pair that it shows, as text; empty where there is one of its kind.
    """

    kind: Kind
    of: str = ""

    @property
    def wish(self) -> str:
        """The name that its file should have."""
        if self.kind is Kind.SIDE_BY_SIDE:
            return self.of
        return f"{self.kind}.{self.of}" if self.of else self.kind.value


def on_issue(issue: IssueId) -> Subject:
    """The map of an issue."""
    return Subject(Kind.ISSUE, issue)


def between(one: Holder, other: Holder, subject: str) -> Subject:
    """Two authors side by side on an issue, or over a link."""
    return Subject(Kind.SIDE_BY_SIDE, f"{one.document}--{other.document}.{subject}")


@attrs.frozen
class ComparisonContext:
    """Names of holders, names of pictures, and addresses.

    Attributes:
        labels: For each document its authors with as much of its date as tells it apart.
        files: The stem of each picture, without the folder.
        maps: The first map of each document, as a link from the folder.
        homes: The card of each claim in the maps of its document, likewise.
    """

    comparison: Comparison
    labels: Mapping[DocumentId, str]
    files: Mapping[Subject, str]
    maps: Mapping[DocumentId, str]
    homes: Mapping[ClaimId, str]

    @classmethod
    def of(cls, comparison: Comparison, subjects: tuple[Subject, ...]) -> ComparisonContext:
        """The context of some pictures."""
        corpus, names = comparison.corpus, document_names(comparison.corpus)
        homes = (home for document in comparison.documents for home in _homes(corpus, document, names))
        return cls(
            comparison,
            document_labels(comparison.documents, corpus),
            dict(zip(subjects, stems(subject.wish for subject in subjects), strict=True)),
            {document: f"../{address(name)}" for document, name in names.items()},
            {claim: f"../{home}" for claim, home in homes},
        )

    @property
    def corpus(self) -> Corpus:
        """What is compared."""
        return self.comparison.corpus

    def names(self, holders: Iterable[Holder]) -> ComparisonNames:
        """Some holders by what pictures call them, for sentences about them."""
        return ComparisonNames(self.corpus, {}, "", {holder: self.name(holder) for holder in holders})

    def name(self, holder: Holder) -> str:
        """The author by name and date; an actor with the text that shows it."""
        if holder.is_author:
            return self.labels[holder.document]
        return f"{self.bare_name(holder)} (in {self.labels[holder.document]})"

    def bare_name(self, holder: Holder) -> str:
        """The authors or the actor by name alone."""
        return called(holder, self.corpus)

    def head(self, author: Holder) -> HolderHead:
        """What stands above the column of a text, or before its row."""
        name = self.labels[author.document]
        return HolderHead(
            id=f"text/{author.document}",
            name=name,
            link=self.maps[author.document],
            sentence=f"{name}: {self.corpus.documents[author.document].title}",
        )

    def texts(self, shown: Sized) -> str:
        """How many texts a picture shows, of how many where it does not show all."""
        there = counted(len(self.comparison.authors), "text")
        return there if len(shown) == len(self.comparison.authors) else f"{len(shown)} of {there}"

    def file(self, subject: Subject) -> str:
        """The stem of a picture's file with its folder."""
        return f"{FOLDER}/{self.files[subject]}"

    def link(self, subject: Subject) -> str:
        """The link from one picture of the comparison to another; empty where there is no such picture."""
        return f"{quote(self.files[subject])}.svg" if subject in self.files else ""

    def issue_link(self, issue: IssueId | None) -> str:
        """The link to the map of an issue; empty where there is none."""
        return self.link(on_issue(issue)) if issue is not None else ""


def _homes(corpus: Corpus, document: DocumentId, names: Mapping[DocumentId, str]) -> Iterator[tuple[ClaimId, str]]:
    """Where each claim of a document has its card."""
    yield from homes_of(parts_of(graph_of(corpus, (document,)), corpus.documents[document], names[document])).items()
