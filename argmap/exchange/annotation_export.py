"""Claims with cues -> W3C Web Annotations: one a claim, with a target for each of its cues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.exchange.annotations import json_text
from argmap.exchange.formats import Exporting
from argmap.exchange.loss import ForeignPlace
from argmap.exchange.stance_export import count_records
from argmap.judge.holder import name_of
from argmap.language.words import Attitude
from argmap.model.claim import Claim, Cue
from argmap.model.document import Document
from argmap.source.cue_places import CuePlaces
from argmap.source.text import SourceText

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"argmap": "urn:argmap:", "title": "http://purl.org/dc/terms/title"}]
_AROUND = 32
"""Characters before and behind a quote that tell it from others."""


def written_annotations(exporting: Exporting) -> Mapping[str, bytes]:
    """An annotation collection."""
    items = list(_items(exporting))
    page = {"type": "AnnotationPage", "items": items}
    return {"": json_text({"@context": _CONTEXT, "type": "AnnotationCollection", "total": len(items), "first": page})}


def _items(exporting: Exporting) -> Iterator[dict[str, Any]]:
    corpus, loss = exporting.corpus, exporting.loss
    for key in sorted(corpus.documents):
        document = corpus.documents[key]
        places = CuePlaces(exporting.sources[key]) if key in exporting.sources else None
        for claim in corpus.claims_of(key):
            where = ForeignPlace(claim.origin.file, claim.id)
            targets = []
            for cue in claim.cues:
                selector = list(_selectors(cue, places))
                if selector:
                    targets.append({"source": _source(document, exporting), "selector": selector})
                else:
                    loss.dropped("place", "it is a line without words, and the source is not given", where)
            if not targets:
                loss.dropped("claim", "it has no place in a source", where)
                continue
            loss.kept("claim", where)
            loss.dropped("step", "annotations have no steps", where, len(claim.steps))
            loss.dropped("note", "an annotation has one text", where, len(claim.notes))
            loss.dropped("field", "annotations have no place for it", where, _fields(claim))
            yield _annotation(claim, targets, exporting)
    loss.dropped("link", "annotations have no links", None, len(corpus.links))
    count_records(corpus, loss, "annotations have no place for it")
    loss.dropped("question in words", "a tag holds their ids alone", None, len(corpus.issues))


def _annotation(claim: Claim, targets: list[dict[str, Any]], exporting: Exporting) -> dict[str, Any]:
    tags = [
        f"{answer.issue}:{'not ' if answer.negated else ''}{answer.position}"
        for answer in claim.answers
        if answer.holder is None
    ]
    shown = [answer for answer in claim.answers if answer.holder is not None]
    where = ForeignPlace(claim.origin.file, claim.id)
    exporting.loss.dropped("answer of another holder", "a tag names no holder", where, len(shown))
    bodies = [
        {"type": "TextualBody", "value": claim.text, "purpose": "describing"},
        *({"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in dict.fromkeys((*tags, *claim.tags))),
    ]
    own: dict[str, Any] = {"claim": claim.name}
    if claim.attitude is not Attitude.CLAIMS:
        own["verb"] = claim.attitude.value
    if claim.voices:
        own["from"] = [[name_of(actor, claim.document, exporting.corpus) for actor in group] for group in claim.voices]
    if claim.strength is not None:
        own["strength"] = str(claim.strength)
    return {
        "id": f"urn:argmap:{claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        **({"creator": {"type": "Person", "name": claim.by}} if claim.by else {}),
        "body": bodies,
        "target": targets if len(targets) > 1 else targets[0],
        "argmap": own,
    }


def _source(document: Document, exporting: Exporting) -> dict[str, Any]:
    authors = [name_of(author, document.id, exporting.corpus) for author in document.authors]
    return {
        "id": document.source or f"urn:argmap:{document.id}",
        "type": "Text",
        "title": document.title,
        "creator": [{"type": "Person", "name": name} for name in authors],
    }


def _selectors(cue: Cue, places: CuePlaces | None) -> Iterator[dict[str, Any]]:
    """Of a cue whose place is known, with the words around it; of another, its words; nothing of a bare line."""
    span = places.span(cue.words, cue.line) if places is not None else None
    if places is None or span is None:
        if cue.words:
            yield {"type": "TextQuoteSelector", "exact": cue.words, **({"argmap:line": cue.line} if cue.line else {})}
        return
    text: SourceText = places.source
    exact = text.text[span.start : span.end]
    yield {
        "type": "TextQuoteSelector",
        "exact": exact,
        "prefix": text.text[max(0, span.start - _AROUND) : span.start],
        "suffix": text.text[span.end : span.end + _AROUND],
        **({"argmap:line": cue.line} if cue.line else {}),
    }
    yield {"type": "TextPositionSelector", "start": span.start, "end": span.end}


def _fields(claim: Claim) -> int:
    fields = (claim.kind, claim.as_of, claim.until, claim.said, claim.sure is not None, *claim.cites)
    return sum(bool(field) for field in fields)
