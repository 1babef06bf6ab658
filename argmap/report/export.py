"""All records as one JSON text, for programs that compare, count or draw; see `corpus.schema.json` for the keys.

What has no order of its own is sorted by id, a key that would hold nothing is left out, and nothing tells when or
where it was made: the same records are the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.model.actor import Actor, Term
from argmap.model.claim import Answer, Claim, Cue
from argmap.model.corpus import Corpus
from argmap.model.document import Document, Section
from argmap.model.inference import Step
from argmap.model.issue import Issue, Position
from argmap.model.link import Link
from argmap.report.json_text import json_text

FORMAT = 1
"""Counts up whenever a reader of the old form would misread the new one."""


Record = dict[str, object]


def exported(corpus: Corpus) -> str:
    """The corpus as JSON, indented by two spaces, with a line end behind the last brace."""
    return "".join(pieces(corpus))


def pieces(corpus: Corpus) -> Iterator[str]:
    """The same text in pieces, one record each, so that nobody needs to hold all of it."""
    kinds: dict[str, Iterable[Record]] = {
        "documents": (_document(document) for _, document in sorted(corpus.documents.items())),
        "issues": (_issue(issue) for _, issue in sorted(corpus.issues.items())),
        "actors": (_actor(actor) for _, actor in sorted(corpus.actors.items())),
        "terms": (_term(term) for _, term in sorted(corpus.terms.items())),
        "links": (_link(link) for link in sorted(corpus.links, key=_link_order)),
        "claims": (_claim(claim, corpus.documents[claim.document]) for _, claim in sorted(corpus.claims.items())),
    }
    yield f'{{\n  "format": {FORMAT}'
    for kind, records in kinds.items():
        yield f',\n  "{kind}": ['
        separator, end = "\n    ", ""
        for record in records:
            # No string in JSON holds a line end, so every one of them is between two values.
            yield separator + json_text(record).replace("\n", "\n    ")
            separator, end = ",\n    ", "\n  "
        yield f"{end}]"
    yield "\n}\n"


def _document(document: Document) -> Record:
    always = {"id": document.id, "title": document.title, "file": document.file}
    return always | _given(
        {
            "authors": document.authors,
            "date": document.date,
            "publisher": document.publisher,
            "source": document.source,
            "language": document.language,
            "thesis": document.thesis,
            "sections": tuple(map(_section, document.sections)),
            "was": document.was,
            "notes": document.notes,
        }
    )


def _section(section: Section) -> Record:
    return {"title": section.title} | _given({"notes": section.notes})


def _issue(issue: Issue) -> Record:
    always = {"id": issue.id, "question": issue.question}
    return always | _given(
        {
            "positions": tuple(_position(position) for position in issue.positions),
            "compatible": tuple(sorted(tuple(sorted(group)) for group in issue.compatible)),
            "order": issue.order,
            "was": issue.was,
            "notes": issue.notes,
        }
    )


def _position(position: Position) -> Record:
    always = {"id": position.id, "text": position.text}
    return always | _given({"was": position.was, "notes": position.notes})


def _actor(actor: Actor) -> Record:
    always = {"id": actor.id, "name": actor.name}
    return always | _given(
        {
            "document": actor.document,
            "also": actor.also,
            "speaks-for": actor.speaks_for,
            "was": actor.was,
            "notes": actor.notes,
        }
    )


def _term(term: Term) -> Record:
    always = {"id": term.id, "meaning": term.meaning}
    return always | _given(
        {
            "document": term.document,
            "also": term.also,
            "at": tuple(map(_cue, term.cues)),
            "cites": term.cites,
            "was": term.was,
            "notes": term.notes,
        }
    )


def _link(link: Link) -> Record:
    always = {
        "source": link.source,
        "relation": link.relation.value,
        "target": link.target,
        "between": "positions" if link.between_positions else "claims",
    }
    return always | _given(
        {
            "confidence": link.confidence,
            "why": link.why,
            "notes": link.notes,
        }
    )


def _link_order(link: Link) -> tuple[str, str, str, str, float]:
    return (link.source, link.relation.value, link.target, link.why, -1 if link.confidence is None else link.confidence)


def _claim(claim: Claim, document: Document) -> Record:
    always = {
        "id": claim.id,
        "document": claim.document,
        "named": claim.named,
        "verb": claim.attitude.value,
        "text": claim.text,
    }
    return always | _given(
        {
            "section": None if claim.section is None else document.sections[claim.section].title,
            "from": claim.holders,
            "via": claim.voices[:-1],
            "strength": str(claim.strength) if claim.strength else None,
            "answers": tuple(map(_answer, claim.answers)),
            "at": tuple(map(_cue, claim.cues)),
            "kind": claim.kind.value if claim.kind else None,
            "as-of": str(claim.as_of) if claim.as_of else None,
            "cites": claim.cites,
            "notes": claim.notes,
            "tags": claim.tags,
            "was": claim.was,
            "steps": tuple(map(_step, claim.steps)),
        }
    )


def _answer(answer: Answer) -> Record:
    negated = True if answer.negated else None
    strength = str(answer.strength) if answer.strength else None
    return _given(
        {
            "issue": answer.issue,
            "position": answer.position,
            "negated": negated,
            "from": answer.holder,
            "strength": strength,
        }
    )


def _cue(cue: Cue) -> Record:
    return _given({"line": cue.line, "cue": cue.words})


def _step(step: Step) -> Record:
    return _given(
        {
            "role": step.role.word,
            "scheme": step.scheme,
            "premises": step.premises,
            "undercuts": tuple(undercut.premises for undercut in step.undercuts),
        }
    )


def _given(record: dict[str, object]) -> dict[str, object]:
    """What of a record says something."""
    return {key: value for key, value in record.items() if value is not None and value not in ("", ())}
