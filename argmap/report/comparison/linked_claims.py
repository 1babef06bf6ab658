"""Single claims that links join, by the two who make them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from argmap.compare.alignment import Alignment
from argmap.compare.holder import Holder
from argmap.compare.verdict import Verdict
from argmap.language.words import Relation
from argmap.model.ids import ClaimId
from argmap.model.link import LinkEnd
from argmap.report.comparison.answers import lone_claims
from argmap.report.comparison.comparison_report import ComparisonReport, beside_conflicts
from argmap.report.page import Block, Heading, Item, Paragraph
from argmap.wording.claim_sentences import quoted_claim
from argmap.wording.english import first_upper, quoted, verb
from argmap.wording.names import ComparisonNames
from argmap.wording.relations import link_text, reason_of, sure
from argmap.wording.spans import Words, strong, words
from argmap.wording.verdict_sentences import reserve, times

_HEADINGS = {
    Verdict.AGREEMENT: "Single claims that agree",
    Verdict.TENSION: "Tensions between single claims",
    Verdict.SUPERSEDED: "Facts of different times",
}
_SAID = {
    Relation.SAME_AS: "says the same as",
    Relation.ENTAILS: "entails",
    Relation.CONTRADICTS: "contradicts",
    Relation.CONTRARY_TO: "excludes",
    Relation.IN_TENSION_WITH: "pulls against",
    Relation.SUPERSEDES: "replaces",
    Relation.UNRELATED_TO: "is unrelated to",
}


def linked_claims(report: ComparisonReport, verdicts: Collection[Verdict], names: ComparisonNames) -> Iterator[Block]:
    """The links with these verdicts, the surest first; without the tensions that are told under a conflict."""
    told = {one.order for those in beside_conflicts(report).values() for one in those}
    for verdict, heading in _HEADINGS.items():
        if verdict not in verdicts:
            continue
        pairs: dict[tuple[Holder, Holder], list[Alignment]] = {}
        for alignment in report.alignments:
            if alignment.link is not None and _kind(alignment) is verdict and alignment.order not in told:
                pairs.setdefault(_in_order(alignment, report), []).append(alignment)
        if pairs:
            yield Heading(3, words(heading))
        for pair in sorted(pairs, key=lambda pair: [report.holders.index(holder) for holder in pair]):
            yield Paragraph(words(strong(names.holders(pair))))
            for alignment in sorted(pairs[pair], key=_surest):
                yield from _link(alignment, report, names)


def link_sentence(alignment: Alignment, names: ComparisonNames) -> Words:
    """What a link says, in one line: ``“It rains” (`a.rain`) entails “It is wet” (`b.wet`)``."""
    link = alignment.link
    assert link is not None
    return words(_end(link.source, names), f" {_SAID[link.relation]} ", _end(link.target, names))


def _kind(alignment: Alignment) -> Verdict:
    return Verdict.AGREEMENT if alignment.verdict.is_agreement else alignment.verdict


def _in_order(alignment: Alignment, report: ComparisonReport) -> tuple[Holder, Holder]:
    one, other = alignment.holders
    return (one, other) if report.holders.index(one) <= report.holders.index(other) else (other, one)


def _surest(alignment: Alignment) -> tuple[float, object]:
    sure = alignment.link.confidence if alignment.link is not None else None
    return (0 if sure is None else -sure, alignment.order)


def _link(alignment: Alignment, report: ComparisonReport, names: ComparisonNames) -> Iterator[Item]:
    link = alignment.link
    assert link is not None
    said = _SAID[link.relation]
    reserves = "; ".join(reserve(one, (alignment,), names) for one in alignment.qualifications)
    dated = times(alignment, names) if alignment.verdict is Verdict.SUPERSEDED else ""
    notes = "".join(f" {first_upper(note)}." for note in (reserves, dated) if note)
    why, confidence = reason_of(link), sure(link)
    if not report.scope.is_narrow:
        yield Item(words(f"{why}{confidence}.{notes}" if why else f"{first_upper(said)}{confidence}.{notes}"))
        yield Item(words(link_sentence(alignment, names), "."), 1)
        return
    yield Item(words(f"{why}{confidence}. " if why else "", f"{link_text(link)}{'' if why else confidence}.{notes}"))
    for side in (alignment.one, alignment.other):
        if side.claims:
            rejects = f" {verb('reject', names.form([side.holder]))}" if side.accepts is False else ""
            yield Item(words(f"{names.holder(side.holder)}{rejects}:"), 1)
            yield from lone_claims(side.claims, names, 2)


def _end(end: LinkEnd, names: ComparisonNames) -> Words:
    if isinstance(end, ClaimId):
        return quoted_claim(end, names)
    return words(f"{names.position(end.issue, end.position)} to {quoted(names.question(end.issue))}")
