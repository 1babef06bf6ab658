"""A corpus as somebody has it in hand who loaded it: its records by id, and all that can be asked of it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from argmap.api.record_lists import Findings, Records, UnknownNameError, shown
from argmap.git.left_out_files import read_whole_input
from argmap.project.corpus_loader import Loaded, load_checked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.api.pair import Pair
    from argmap.api.svg_picture import Picture
    from argmap.compare.alignment import Alignment
    from argmap.compare.comparison import Comparison
    from argmap.model.actor import Actor, Term
    from argmap.model.claim import Claim
    from argmap.model.corpus import Corpus
    from argmap.model.document import Document
    from argmap.model.ids import ClaimId, DocumentId
    from argmap.model.issue import Issue
    from argmap.model.link import Link
    from argmap.records.alignment_json import Told
    from argmap.source.text import SourceText

__all__ = ["Loaded", "LoadedCorpus", "export_json", "load", "show"]

_COMPARED = ("holders", "stances", "alignments", "conflicts", "disputes", "forecasts")
"""The lists of records that come from comparing the documents."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class LoadedCorpus(Loaded):
    """A project's records, and what was found on the way to them.

    What could not be read is missing here; `findings` say what and where.
    """

    @property
    def documents(self) -> Records[Document]:
        """The documents by id."""
        return Records("document", self.corpus.documents)

    @property
    def claims(self) -> Records[Claim]:
        """The claims by id, which is `document.claim`."""
        return Records("claim", self.corpus.claims)

    @property
    def issues(self) -> Records[Issue]:
        """The issues by id."""
        return Records("issue", self.corpus.issues)

    @property
    def actors(self) -> Records[Actor]:
        """The actors by id; one that belongs to a document alone by `document.actor`."""
        return Records("actor", self.corpus.actors)

    @property
    def terms(self) -> Records[Term]:
        """The terms by id; one that belongs to a document alone by `document.term`."""
        return Records("term", self.corpus.terms)

    @property
    def links(self) -> tuple[Link, ...]:
        """The declared links."""
        return self.corpus.links

    def compare(self, one: str, other: str, *, issue: str = "") -> Pair:
        """Two sides beside each other.

        Args:
            one: A document (for its author), an author, an actor, or `document/actor`.
            other: Another.
            issue: The id of the only issue that matters; by default all do, and links.

        Raises:
            UnknownNameError: There is no such holder or issue; with the nearest.
        """
        from argmap.api.comparing import Question, answer
        from argmap.api.pair import Pair
        from argmap.records.alignment_json import Told

        report = answer(self._comparison, Question(one=one, other=other, issue=issue))
        return Pair(report, Told(report, self._told.names))

    def disputes(self) -> list[dict[str, Any]]:
        """The disputes of all authors, the weightiest first, as `to_records` gives them."""
        return self.to_records("disputes")

    def forecasts(self) -> list[dict[str, Any]]:
        """Holder by holder what was foretold and what came of it, as `to_records` gives them."""
        return self.to_records("forecasts")

    def map(self, document: str, *, focus: str = "", radius: int = 2, depth: int | None = None) -> Picture:
        """The map of a document; of a long one an overview, whose parts `maps` has.

        Args:
            document: The id of the document.
            focus: Only what stands within `radius` steps of the claim with this id.
            radius: How many steps that is.
            depth: Only so many steps away from the claims that support nothing; not with a focus.

        Raises:
            UnknownNameError: There is no such document or claim; with the nearest.
            ValueError: Both a focus and a depth are given.
        """
        from argmap.api.rendering import Extent, pictures
        from argmap.api.svg_picture import Picture

        extent = Extent(focus=self.claims[focus].id if focus else None, radius=radius, depth=depth)
        return Picture.of_map(pictures(self.corpus, self.documents[document].id, extent, self._comparison)[0])

    def maps(self, document: str) -> tuple[Picture, ...]:
        """The maps of a document: one, or for a long one an overview and a map for each part.

        Raises:
            UnknownNameError: There is no such document; with the nearest.
        """
        from argmap.api.rendering import ALL, pictures
        from argmap.api.svg_picture import Picture

        found = pictures(self.corpus, self.documents[document].id, ALL, self._comparison)
        return tuple(map(Picture.of_map, found))

    def to_records(self, name: str) -> list[dict[str, Any]]:
        """A list of records as plain dicts, with the keys that the JSON of argmap has (`argmap explain json`).

        Args:
            name: `documents`, `claims`, `issues`, `actors`, `terms`, `links`, `unrelated` or `places`; `findings`;
                `holders`, `stances`, `alignments` (of authors), `conflicts` (those of them that are disagreements, with
                reasons and what they turn on), `disputes` or `forecasts`.

        Raises:
            UnknownNameError: There is no such list; with the nearest.
        """
        from argmap.api.record_lists import lists_of, plain
        from argmap.records.corpus_json import CORPUS, PLACES, places_of

        lists = lists_of(CORPUS)
        if name == PLACES.name:
            places = places_of(self.corpus, self.texts, {}, _pictures(self.corpus))
            return plain(PLACES.kind, places, self.corpus)
        if name in lists:
            return plain(lists[name].kind, lists[name].get(self.corpus, self.corpus), self.corpus)
        if name in _COMPARED:
            return self._compared(name)
        if name == "findings":
            from argmap.records.findings_json import FINDINGS

            return plain(FINDINGS.kind, self.findings, self.texts)
        raise UnknownNameError.among((*lists, *_COMPARED, "findings"), "list of records", name)

    def _compared(self, name: str) -> list[dict[str, Any]]:
        from argmap.api.pair import conflict_records
        from argmap.api.record_lists import lists_of, plain, stances_of
        from argmap.records.alignment_json import ALIGNMENTS
        from argmap.records.comparison_json import COMPARISON

        lists, told = lists_of(COMPARISON), self._told
        match name:
            case "holders":
                return plain(lists["holders"].kind, self._comparison.holders, told)
            case "stances":
                by_issue = self._comparison.stances.by_issue.values()
                profiles = (profile for speaking in by_issue for profile in speaking.values())
                return stances_of(plain(lists["profiles"].kind, profiles, told))
            case "alignments":
                return plain(ALIGNMENTS, self._alignments, told)
            case "disputes":
                from argmap.compare.disputes import disputes

                return plain(lists[name].kind, disputes(self._alignments, self._comparison), told)
            case "forecasts":
                return plain(lists[name].kind, lists[name].get(told.account, told), told)
            case _:
                return conflict_records((found for found in self._alignments if found.is_disagreement), told)

    def _repr_html_(self) -> str:
        from argmap.wording.english import counted

        rows = (
            (one.id, ", ".join(self.corpus.actor(author, one.id).name for author in one.authors), one.date, one.title)
            for one in self.corpus.documents.values()
        )
        said = f"{self!r}; {counted(len(self.findings), 'finding')}"
        return shown(("document", "authors", "date", "title"), rows, len(self.corpus.documents), said)

    @cached_property
    def _comparison(self) -> Comparison:
        from argmap.compare.comparison import compare

        return compare(self.corpus, left_out=self.links_left_out)

    @cached_property
    def _told(self) -> Told:
        from argmap.records.alignment_json import Told
        from argmap.report.comparison.comparison_report import ComparisonReport, Scope
        from argmap.wording.names import ComparisonNames

        report = ComparisonReport(comparison=self._comparison, scope=Scope(), holders=self._comparison.authors)
        return Told(report, ComparisonNames.of(self._comparison, self.texts))

    @property
    def _alignments(self) -> list[Alignment]:
        """Those that a report on all authors tells, however many they are."""
        pairs = self._told.account.scope.pairs(self._comparison)
        return sorted(
            (found for pair in pairs for found in self._comparison.between(*pair)), key=lambda found: found.order
        )


def load(path: Path | str = ".") -> LoadedCorpus:
    """The project around a path, or a file or folder that belongs to none.

    Raises:
        NoProjectError: There is no project around the working folder.
        FileNotFoundError: The path leads to nothing.
    """
    where = Path(path)
    loaded = load_checked(read_whole_input([] if where == Path() else [where]))
    told = {field.name: getattr(loaded, field.name) for field in attrs.fields(Loaded)}
    return LoadedCorpus(**(told | {"findings": Findings.of(loaded.findings, loaded.texts)}))


def show(corpus: Corpus, document: DocumentId, form: str = "text", *, width: int = 100) -> str:
    """The premise-conclusion trees of a document as ``text`` of a width in columns, ``markdown`` or ``html``."""
    from argmap.report.document_page import document_page
    from argmap.report.page import PageFormat, told

    return "".join(told(document_page(corpus, document), PageFormat(form), width))


def export_json(
    corpus: Corpus, texts: Mapping[str, SourceText] | None = None, sources: Path | None = None, title: str = ""
) -> str:
    """All records, sorted, as `argmap.records.corpus_json` says.

    Args:
        corpus: The records.
        texts: The argument files by name, where it is to be told where claims stand.
        sources: The folder of source texts, where it is to be told where cues stand, too.
        title: What the project is called; empty where it has no name.

    Raises:
        FileNotFoundError: The folder of sources leads to nothing.
    """
    return "".join(json_pieces(corpus, texts, sources, title))


def json_pieces(
    corpus: Corpus, texts: Mapping[str, SourceText] | None = None, sources: Path | None = None, title: str = ""
) -> Iterator[str]:
    """The same text record by record, so that nobody needs to hold all of it."""
    from argmap.records.corpus_json import pieces, places_of

    places = () if texts is None else places_of(corpus, texts, sources_of(corpus, sources), _pictures(corpus))
    return pieces(corpus, places, title)


def _pictures(corpus: Corpus) -> dict[ClaimId, str]:
    """The file of the picture on which each claim has its card, relative to the project."""
    from argmap.view.document_maps import pictures_of_claims
    from argmap.workspace.renders import FOLDER

    return {claim: f"{FOLDER}/{name}.svg" for claim, name in pictures_of_claims(corpus).items()}


def sources_of(corpus: Corpus, folder: Path | None) -> dict[DocumentId, SourceText]:
    """The source of each document that names a file in a folder, and no other.

    Raises:
        FileNotFoundError: The folder leads to nothing.
    """
    if folder is None:
        return {}
    if not folder.is_dir():
        raise FileNotFoundError(folder)
    from argmap.language.ids import normal
    from argmap.workspace.source_files import read_sources

    named = {normal(document.source) for document in corpus.documents.values() if document.source}
    read = {one.source.name: one.source for one in read_sources(folder, named) if one.source.text}
    documents = (one for one in corpus.documents.values() if normal(one.source) in read)
    return {document.id: read[normal(document.source)] for document in documents}
