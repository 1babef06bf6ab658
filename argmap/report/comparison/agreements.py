"""The agreements of a page, and what is neither agreement nor conflict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.compare.alignment import Alignment
from argmap.compare.verdict import Verdict
from argmap.report.comparison.account import Account
from argmap.report.comparison.conflicts import subject_of
from argmap.report.comparison.names import Names
from argmap.report.comparison.page import Block, Heading, Item, Paragraph, strong, words
from argmap.report.comparison.reasons import brief, single
from argmap.report.comparison.stances import chain_words
from argmap.report.comparison.verdicts import TITLES, why

_NEITHER = (Verdict.TENSION, Verdict.SUPERSEDED, Verdict.UNDECIDED, Verdict.COMPATIBLE)


def agreements(account: Account, names: Names) -> Iterator[Block]:
    """Agreements without reserve, then the qualified ones, then what is neither."""
    yield from _section("Where they agree", account.with_verdict(Verdict.AGREEMENT), account, names)
    qualified = account.with_verdict(Verdict.QUALIFIED_AGREEMENT)
    yield from _section("Where they agree with a reserve", qualified, account, names)
    neither = account.with_verdict(*_NEITHER)
    if neither:
        yield Heading(2, words("Neither agreement nor conflict"))
        for alignment in neither:
            title = strong(f"{TITLES[alignment.verdict]}: ")
            yield Item(words(title, subject_of(alignment, names), ". ", why(alignment, names)))
            yield from _claims(alignment, names)


def one_sided(account: Account, names: Names) -> Iterator[Block]:
    """On what one speaks and the other is silent."""
    if account.one_sided:
        yield Heading(2, words("What one says and the other is silent on"))
        yield Paragraph(words("Silence is no answer: these documents say nothing on the question, as encoded."))
    for alignment in account.one_sided:
        yield Item(words(subject_of(alignment, names), ". ", why(alignment, names)))
        yield from _claims(alignment, names)


def _section(title: str, found: Iterable[Alignment], account: Account, names: Names) -> Iterator[Block]:
    found = tuple(found)
    if not found:
        return
    yield Heading(2, words(title))
    for alignment in found:
        implied = strong("[implied] ") if alignment.implied else ""
        yield Item(words(implied, subject_of(alignment, names), ". ", why(alignment, names)))
        reasons = account.comparison.reasons(alignment)
        if reasons.same_conclusion_other_reasons:
            yield Item(words(strong("Same conclusion, other reasons."), " They share no premise."), 1)
        for shared in reasons.shared:
            both = (brief([shared.one], names), " and ", brief([shared.other], names))
            yield Item(words("Both rest it on ", *both, "."), 1)
        yield from _claims(alignment, names)


def _claims(alignment: Alignment, names: Names) -> Iterator[Item]:
    for side in (alignment.one, alignment.other):
        if side.claims:
            yield Item(words(f"{names.holder(side.holder)}:"), 1)
            yield from (Item(chain_words(stance.chain, names), 2) for stance in side.stances[:1] if stance.implied)
            yield from single(side.claims, names, 2)
