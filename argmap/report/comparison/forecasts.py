"""What the documents foretold: until when, and what later facts in them say."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.compare.forecasts import Forecast, Outcome
from argmap.judge.holder import Holder
from argmap.report.comparison.context import MOST_LINES, PageContext, Sheet, beginning
from argmap.report.page import Block, Cell, Heading, Paragraph, Picture, Table
from argmap.wording.english import counted, form_of, verb
from argmap.wording.spans import joined, words
from argmap.wording.verdicts import OUTCOMES

_NO_FACT = {
    Outcome.NOT_TESTED: "the condition on which it was made is not granted",
    Outcome.NOT_KNOWN: "its date is past, and no text tells what came",
    Outcome.OPEN: "no later fact speaks to it",
}


def forecasts(context: PageContext) -> Iterator[Block]:
    """A table by author; where not everything is told, those to which no later fact speaks are counted."""
    found = context.report.forecasts
    told = [one for one in found if context.is_full or one.outcome is not Outcome.OPEN]
    picture = context.pictures.sheet(Sheet.TIMELINE)
    if not found and not picture:
        return
    shown, part = beginning(told, MOST_LINES, whole=context.is_full)
    yield Heading(2, words("Forecasts", f" ({part} to which a later fact speaks)" if part else ""))
    if picture:
        yield Picture(picture, "What time has changed")
    if shown:
        rows = tuple(_row(one, context) for one in sorted(shown, key=lambda one: _place(one.holder, context)))
        yield Table(("who", "foretold", "until", "what later facts say"), rows, is_prose=True)
    rest = len(found) - len(told)
    if rest:
        speak = f"{counted(rest, 'further forecast')} {verb('be', form_of(rest))} open"
        yield Paragraph(words(f"{speak}: no later fact here speaks to {'it' if rest == 1 else 'them'}."))


def _place(holder: Holder, context: PageContext) -> tuple[int, bool]:
    documents = [one.document for one in context.report.holders]
    return documents.index(holder.document), not holder.is_author


def _row(forecast: Forecast, context: PageContext) -> tuple[Cell, ...]:
    names = context.names
    claim = context.claim(forecast.assertion.claim)
    on = words(*claim, " on ", *context.question(forecast.issue)) if forecast.issue else claim
    return names.holder(forecast.holder), on, forecast.until or "no date", _facts(forecast, context)


def _facts(forecast: Forecast, context: PageContext) -> Cell:
    """``so far against it: A (2025) with “...”``."""
    said = OUTCOMES[forecast.outcome]
    if not forecast.tests:
        return f"{said}: {_NO_FACT[forecast.outcome]}" if forecast.outcome in _NO_FACT else said
    by_claim: dict[object, list[Holder]] = {}
    for test in forecast.tests:
        by_claim.setdefault(test.assertion.claim, []).append(test.holder)
    claims = {test.assertion.claim: None for test in forecast.tests}
    facts = (words(f"{context.names.holders(by_claim[claim])}, ", *context.claim(claim)) for claim in claims)
    more = f" and {forecast.tests_left_out} more" if forecast.tests_left_out else ""
    return words(f"{said}: ", *joined(facts, "; "), more)
