"""What the script of a page needs beside its HTML: the cards of claims, and the names that search looks for."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from argmap.render.page.escaping import seen
from argmap.view.page.records import ClaimCard, Page, Related


def data(page: Page) -> str:
    """JSON in which nothing ends the element that holds it; what is empty is left out."""
    found = {
        "title": page.title,
        "code": page.code,
        "texts": {
            one.document: {
                "title": one.title,
                "who": one.who,
                "published": one.published,
                "file": dict(page.files).get(one.document, ""),
            }
            for one in page.texts
        },
        "questions": {
            one.address: {"text": one.question, "answers": [place.answer for place in one.places]}
            for one in page.questions
        },
        "claims": {one.claim: _claim(one) for one in page.claims},
        "former": dict(page.former),
    }
    return json.dumps(_seen(found), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _seen(value: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """The same with every text as `seen` has it."""
    if isinstance(value, str):
        return seen(value)
    if isinstance(value, list):
        return [_seen(one) for one in value]
    return {_seen(key): _seen(one) for key, one in value.items()} if isinstance(value, dict) else value


def _claim(card: ClaimCard) -> dict[str, Any]:
    sentence = card.sentence
    found = {
        "d": card.document,
        "does": card.does,
        "verb": card.attitude,
        "text": card.text,
        "strength": card.strength,
        "about": card.about,
        "cues": list(card.cues),
        "sentence": [sentence.start, sentence.cue, sentence.cue_end, sentence.end, sentence.line] if sentence else None,
        "answers": [[one.target, one.answer] for one in card.answers],
        "used": _related(card.used_by),
        "rests": _related(card.rests_on),
        "linked": _related(card.linked),
        "notes": list(card.notes),
        "cites": list(card.cites),
        "voices": list(card.voices),
        "line": card.line,
        "was": card.was,
    }
    return {key: value for key, value in found.items() if value}


def _related(several: Iterable[Related]) -> list[list[str]]:
    return [[one.how, one.claim, *((one.why,) if one.why else ())] for one in several]
