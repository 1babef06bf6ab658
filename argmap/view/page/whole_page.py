"""All of a page, from a comparison and the sources, maps and changes that are to be shown with it; a card a claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from argmap.compare.comparison import Comparison
from argmap.judge.holder import Holder
from argmap.language.words import Attitude
from argmap.model.claim import Claim
from argmap.model.ids import ClaimId, DocumentId, IssueId
from argmap.model.inference import Step, StepRole
from argmap.source.text import SourceText
from argmap.view.page.compared import Compared, of_claim, of_document, of_subject
from argmap.view.page.outlines import chips_of, lead, outline
from argmap.view.page.overview import overview
from argmap.view.page.questions import questions
from argmap.view.page.records import Changes, ClaimCard, Map, Page, Related, TextView
from argmap.view.page.sources import Sentence, ShownSource, shown_source
from argmap.wording.claim_sentences import DOES, named, step_places_and_notes
from argmap.wording.english import Form, listed, one_line, verb
from argmap.wording.names import ComparisonNames, actor_name
from argmap.wording.relations import RELATIONS, connective, reason_of, sure
from argmap.wording.strengths import in_words


class SourceShower:
    """Shows sources; one that is as it was is not gone through again."""

    def __init__(self) -> None:
        self._known: dict[DocumentId, tuple[object, ShownSource]] = {}

    def of(self, document: DocumentId, source: SourceText, comparison: Comparison) -> ShownSource:
        """The source of a document with the cues of its claims."""
        claims = tuple(comparison.corpus.claims_of(document))
        key = (source.text, source.pages, tuple((claim.id, claim.cues) for claim in claims))
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
        claims=cards(compared, sentences, earlier or {}, maps or {}),
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


def cards(
    compared: Compared,
    sentences: Mapping[ClaimId, Sentence],
    earlier: Mapping[ClaimId, str],
    maps: Mapping[DocumentId, tuple[Map, ...]],
) -> tuple[ClaimCard, ...]:
    """The card of every claim of the texts compared.

    Args:
        compared: The comparison.
        sentences: Around the first cue of a claim, where its source is shown.
        earlier: What a claim said before, where that changed.
        maps: The pictures of each document, where they are shown.
    """
    drawn = {claim: one.name for several in maps.values() for one in several for claim in one.claims}
    corpus = compared.corpus
    shown = [claim for document in compared.comparison.documents for claim in corpus.claims_of(document)]
    used: dict[ClaimId, list[Related]] = {}
    for claim in shown:
        for one in _premises(claim):
            used.setdefault(one.claim, []).append(attrs.evolve(one, claim=claim.id))
    linked: dict[ClaimId, list[Related]] = {}
    for link in corpus.links:
        if link.between_positions:
            continue
        source, target, said = ClaimId(link.source), ClaimId(link.target), RELATIONS[link.relation]
        why = f"{reason_of(link)}{sure(link)}".strip()
        linked.setdefault(source, []).append(Related(how=said.verb, claim=target, why=why))
        linked.setdefault(target, []).append(Related(how=said.reverse or said.verb, claim=source, why=why))
    return tuple(
        ClaimCard(
            claim=claim.id,
            document=claim.document,
            does=_does(claim, compared),
            attitude=claim.attitude.value,
            text=one_line(claim.text),
            strength=in_words(claim.strength) if claim.strength else "",
            about=_about(claim),
            cues=tuple(cue.words or cue.where for cue in claim.cues),
            sentence=sentences.get(claim.id),
            answers=chips_of(claim, compared),
            used_by=tuple(used.get(claim.id, ())),
            rests_on=tuple(_premises(claim)),
            linked=tuple(linked.get(claim.id, ())),
            notes=tuple(map(one_line, claim.notes)),
            cites=tuple(map(one_line, claim.cites)),
            voices=tuple(actor_name(one, claim.document, corpus) for group in claim.voices for one in group),
            line=compared.names.line(claim.id),
            was=earlier.get(claim.id, ""),
            map=drawn.get(claim.id, ""),
        )
        for claim in shown
    )


def _premises(claim: Claim) -> Iterator[Related]:
    for step in claim.steps:
        yield from _of_step(step)


def _of_step(step: Step) -> Iterator[Related]:
    why = "; ".join(step_places_and_notes(step))
    for number, premise in enumerate(step.premises):
        yield Related(how=connective(step.role, linked=number > 0), claim=premise, why="" if number else why)
    for undercut in step.undercuts:
        for number, premise in enumerate(undercut.premises):
            yield Related(how=connective(StepRole.UNDERCUT, linked=number > 0), claim=premise)


def _does(claim: Claim, compared: Compared) -> str:
    """What the author does with it, behind a name: ``claims``, ``reports: Russia``."""
    several = len(compared.corpus.documents[claim.document].authors) > 1
    does = verb(DOES[claim.attitude], Form.SEVERAL if several else Form.ONE)
    said = lead(claim, compared).removesuffix(":")
    match claim.attitude:
        case Attitude.CLAIMS:
            return does
        case Attitude.REPORTS:
            held = listed([named(group, claim, compared.corpus) for group in claim.voices[-1:]])
            return f"{does}, as held by {held}" if held else does
        case Attitude.IMPLIES if claim.voices:
            return f"shows as {said}"
        case Attitude.IMPLIES:
            return f"{does} unsaid"
        case Attitude.ENDORSES:
            return f"{'agree' if several else 'agrees'}{said.removeprefix('agrees')}"
        case attitude:
            return f"{does}{said.removeprefix(attitude.value)}"


def _about(claim: Claim) -> str:
    """Of what kind and of which time it is."""
    parts = [claim.kind.value if claim.kind else ""]
    parts.append(f"as of {str(claim.as_of).replace('..', ' to ')}" if claim.as_of else "")
    parts.append(f"until {claim.until}" if claim.until else "")
    parts.append(f"said {claim.said}" if claim.said else "")
    return " · ".join(filter(None, parts))
