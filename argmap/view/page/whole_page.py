"""All of a page, from a comparison and the sources, maps and changes that are to be shown with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.compare.comparison import Comparison
from argmap.judge.holder import Holder
from argmap.model.ids import ClaimId, DocumentId, IssueId
from argmap.source.text import SourceText
from argmap.view.page.addresses import of_claim, of_document, of_subject
from argmap.view.page.cards import cards
from argmap.view.page.compared import Compared
from argmap.view.page.outlines import outline
from argmap.view.page.overview import overview
from argmap.view.page.questions import questions
from argmap.view.page.records import Changes, Map, Page, Sentence, TextView
from argmap.view.page.sources import ShownSource, shown_source
from argmap.wording.english import one_line
from argmap.wording.names import ComparisonNames


class SourceShower:
    """Shows sources; one that is as it was is not gone through again."""

    def __init__(self) -> None:
        self._known: dict[DocumentId, tuple[object, ShownSource]] = {}

    def of(self, document: DocumentId, source: SourceText, comparison: Comparison) -> ShownSource:
        """The source of a document with the cues of its claims."""
        claims = tuple(comparison.corpus.claims_of(document))
        key = (source.text, tuple((claim.id, claim.cues) for claim in claims))
        known = self._known.get(document)
        if known is None or known[0] != key:
            known = self._known[document] = (key, shown_source(source, claims))
        return known[1]


def whole_page(
    comparison: Comparison,
    texts: Mapping[str, SourceText],
    title: str,
    *,
    sources: Mapping[DocumentId, SourceText] | None = None,
    maps: Mapping[DocumentId, tuple[Map, ...]] | None = None,
    changes: Changes | None = None,
    before: Mapping[tuple[Holder, IssueId], str] | None = None,
    earlier: Mapping[ClaimId, str] | None = None,
    changed: frozenset[ClaimId] = frozenset(),
    code: str = "",
    shower: SourceShower | None = None,
) -> Page:
    """The page of a comparison of all texts.

    Args:
        comparison: Who holds what.
        texts: The argument files by name, to tell lines.
        title: What the project is called; empty where it has no name: then its texts are its name.
        sources: The texts that documents name as their sources, where they are to be shown.
        maps: The pictures of each document, where they are to be shown.
        changes: What differs from another state.
        before: Answers as they were, where they changed.
        earlier: What claims said before, where that changed.
        changed: The claims that changed.
        code: Where the files are shown by lines, an address that ends in a slash.
        shower: What shows sources, where it is to remember them.
    """
    names = ComparisonNames.of(comparison, texts)
    compared = Compared(comparison=comparison, names=names, before=before or {}, changed=changed)
    shower = shower or SourceShower()
    shown = {document: shower.of(document, source, comparison) for document, source in (sources or {}).items()}
    sentences: dict[ClaimId, Sentence] = {}
    for one in shown.values():
        sentences.update(one.sentences)
    documents = comparison.corpus.documents
    return Page(
        title=title or _title(compared),
        overview=overview(compared, title or _title(compared)),
        questions=questions(compared),
        texts=tuple(
            _text(
                author.document, compared, shown.get(author.document), (maps or {}).get(author.document, ()), sentences
            )
            for author in compared.authors
        ),
        claims=cards(compared, sentences, earlier or {}),
        former=tuple(_former(compared)),
        changes=changes,
        code=code,
        files=tuple((author.document, documents[author.document].file) for author in compared.authors),
    )


def _title(compared: Compared) -> str:
    """What to call a project that has no name: its only text, or that its texts are compared."""
    documents = [compared.corpus.documents[author.document] for author in compared.authors]
    if len(documents) == 1:
        return one_line(documents[0].title or documents[0].id)
    return "Where these texts disagree, and what it turns on" if compared.disputes else "What these texts hold, and why"


def _text(
    document: DocumentId,
    compared: Compared,
    source: ShownSource | None,
    maps: tuple[Map, ...],
    sentences: Mapping[ClaimId, Sentence],
) -> TextView:
    record = compared.corpus.documents[document]
    return TextView(
        document=document,
        address=of_document(document),
        title=one_line(record.title or document),
        who=compared.names.holder(Holder(document)),
        published=", ".join(filter(None, (one_line(record.publisher), record.date))),
        language=record.language,
        claims=len(record.claims),
        sections=outline(document, compared, sentences),
        source=source.paragraphs if source is not None else (),
        maps=maps,
    )


def _former(compared: Compared) -> Iterator[tuple[str, str]]:
    """Old addresses, and where they lead now; an id that something has now leads there."""
    corpus = compared.corpus
    for document in corpus.documents.values():
        yield from ((of_document(DocumentId(old)), of_document(document.id)) for old in document.was)
    for issue in corpus.issues.values():
        yield from ((of_subject(IssueId(old)), of_subject(issue.id)) for old in issue.was)
    for claim in corpus.claims.values():
        former = [ClaimId(old) if "." in old else ClaimId.of(claim.document, old) for old in claim.was]
        former += [ClaimId.of(old, claim.name) for old in corpus.documents[claim.document].was]
        for old in former:
            if old not in corpus.claims:
                yield of_claim(old), of_claim(claim.id)
