"""Where each picture of a comparison is, and where the claims of the documents are drawn, so that links lead there."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from urllib.parse import quote

import attrs

from argmap.compare.holder import Holder
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId, IssueId
from argmap.view.chapters import chapters_of
from argmap.view.document import document_names
from argmap.view.graph import graph_of
from argmap.view.names import address, stems
from argmap.view.pages import CARDS

FOLDER = "compare"


class Kind(StrEnum):
    """The pictures that a comparison has."""

    MATRIX = "matrix"
    ACTORS = "actors"
    ISSUE = "issue"
    BUTTERFLY = "butterfly"
    CRUXES = "cruxes"
    TIMELINE = "timeline"
    NETWORK = "network"


@attrs.frozen
class Subject:
    """What one picture is about.

    Attributes:
        of: The issue, link, pair, author or page that it shows, as text; empty where there is one of its kind.
    """

    kind: Kind
    of: str = ""

    @property
    def wish(self) -> str:
        """The name that its file should have."""
        if self.kind is Kind.BUTTERFLY:
            return self.of
        return f"{self.kind}.{self.of}" if self.of else self.kind.value


def on_issue(issue: IssueId) -> Subject:
    """The map of an issue."""
    return Subject(Kind.ISSUE, issue)


def between(one: Holder, other: Holder, subject: str) -> Subject:
    """The butterfly of two authors on an issue, or over a link."""
    return Subject(Kind.BUTTERFLY, f"{one.document}--{other.document}.{subject}")


@attrs.frozen
class Album:
    """Names and addresses.

    Attributes:
        names: The stem of each picture, without the folder.
        maps: The first picture of each document, as a link from the folder.
        homes: The card of each claim in the pictures of its document, likewise.
    """

    names: Mapping[Subject, str]
    maps: Mapping[DocumentId, str]
    homes: Mapping[ClaimId, str]

    @classmethod
    def of(cls, subjects: tuple[Subject, ...], corpus: Corpus, documents: tuple[DocumentId, ...]) -> Album:
        """The album of some pictures."""
        names = document_names(corpus)
        return cls(
            dict(zip(subjects, stems(subject.wish for subject in subjects), strict=True)),
            {document: f"../{address(name)}" for document, name in names.items()},
            {claim: f"../{home}" for document in documents for claim, home in _homes(corpus, document, names).items()},
        )

    def file(self, subject: Subject) -> str:
        """The stem of a picture's file with its folder."""
        return f"{FOLDER}/{self.names[subject]}"

    def link(self, subject: Subject, tile: str = "") -> str:
        """The link from one picture of the album to another; empty where there is no such picture."""
        if subject not in self.names:
            return ""
        return f"{quote(self.names[subject])}.svg{'#' if tile else ''}{quote(tile)}"


def _homes(corpus: Corpus, document: DocumentId, names: Mapping[DocumentId, str]) -> dict[ClaimId, str]:
    record = corpus.documents[document]
    graph = graph_of(corpus, (document,))
    if len(graph.order) <= CARDS:
        return {claim: address(names[document], _card(claim)) for claim in record.claims}
    chapters = chapters_of(graph, record, names[document])
    return {claim: address(chapter.name, _card(claim)) for chapter in chapters for claim in chapter.draws()}


def _card(claim: ClaimId) -> str:
    return claim.name
