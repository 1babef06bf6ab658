"""Suggestions for any files: always some account, the same whenever it is asked for, with lines that can be taken."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from likeness import MEANS, material
from small_debate import project
from strategies import ISSUES, damaged, documents
from thoroughness import examples

from argmap.api.suggesting import Kind, Suggested, Wanted, report, suggest
from argmap.model.ids import ClaimId
from argmap.records.schema import schema
from argmap.records.suggestions_json import SUGGESTIONS
from argmap.suggest.suggest import suggest as found
from argmap.suggest.suggestion import Addition, AnswerSuggestion, SentenceSuggestion, Suggestion, Under

FILE, SHARED, OTHER = (f"arguments/{name}.argmap" for name in ("harbour", "shared", "quay"))
QUAY = """\
document quay: The quay
  author author-b: Author B
  thesis: wide

claims wide: The harbour is wide and deep, and the city pays.
  because not-deep: The harbour is not deep.
    answers pay: city
reports deepen from crowd: All ships need a deeper harbour, said the port, and the state pays for it.

actor crowd: The crowd of the port
"""
VALIDATOR = Draft202012Validator(schema(SUGGESTIONS))


@st.composite
def projects(draw: st.DrawFn) -> dict[str, str]:
    text = draw(documents())
    return {FILE: draw(damaged(text)) if draw(st.booleans()) else text, SHARED: ISSUES, OTHER: QUAY}


def additions(suggestion: Suggestion) -> list[Addition]:
    choices = (
        [choice for candidate in suggestion.candidates for choice in candidate.choices]
        if isinstance(suggestion, AnswerSuggestion)
        else list(suggestion.choices)
    )
    made = [one for choice in choices for one in choice.additions]
    if not isinstance(suggestion, SentenceSuggestion) and suggestion.rejection is not None:
        made.append(suggestion.rejection)
    return made


def suggested(files: dict[str, str]) -> Suggested:
    return suggest(project(files), Wanted(top=None), MEANS)


@examples(60)
@given(projects())
def test_always_an_account_that_is_the_same_whenever_it_is_asked_for(files: dict[str, str]) -> None:
    once, again = suggested(files), suggested(dict(reversed(files.items())))
    assert once.suggestions.numbered == again.suggestions.numbered
    assert report(once) == report(again)
    VALIDATOR.validate(json.loads(report(once, "json")))


@examples(60)
@given(projects(), st.data())
def test_what_is_suggested_is_of_things_that_are_there(files: dict[str, str], data: st.DataObject) -> None:
    sources = {"quay": data.draw(st.text("ab .\n\"'-", max_size=300)), "harbour": "The city pays.\n" * 3}
    searched = material(files, sources=sources)
    for suggestion in found(searched, tuple(Kind), None).numbered:
        for one in additions(suggestion):
            known = searched.corpus.claims if one.under is Under.CLAIM else searched.corpus.documents
            assert all(ClaimId(name) in known for name in one.of)
            assert all(line == line.rstrip() and "\n" not in line for line in one.lines)
