"""Single claims that links join, by the two who make them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from argmap.compare.alignment import Alignment
from argmap.compare.holder import Holder
from argmap.compare.verdict import Verdict
from argmap.language.words import Relation
from argmap.model.ids import ClaimId
from argmap.model.link import LinkEnd
from argmap.report.comparison.account import Account
from argmap.report.comparison.names import Names
from argmap.report.comparison.page import Block, Heading, Item, Paragraph, Words, strong, words
from argmap.report.comparison.reasons import quote, single
from argmap.report.comparison.tensions import beside_conflicts
from argmap.report.comparison.verdicts import link_text, reserve, times
from argmap.report.english import first_upper, one_line, quoted

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


def linked(account: Account, verdicts: Collection[Verdict], names: Names) -> Iterator[Block]:
    """The links with these verdicts, the surest first; without the tensions that are told under a conflict."""
    told = {one.order for those in beside_conflicts(account).values() for one in those}
    for verdict, heading in _HEADINGS.items():
        if verdict not in verdicts:
            continue
        pairs: dict[tuple[Holder, Holder], list[Alignment]] = {}
        for alignment in account.alignments:
            if alignment.link is not None and _kind(alignment) is verdict and alignment.order not in told:
                pairs.setdefault(_in_order(alignment, account), []).append(alignment)
        if pairs:
            yield Heading(3, words(heading))
        for pair in sorted(pairs, key=lambda pair: [account.holders.index(holder) for holder in pair]):
            yield Paragraph(words(strong(names.holders(pair))))
            for alignment in sorted(pairs[pair], key=_surest):
                yield from _link(alignment, account, names)


def joined(alignment: Alignment, names: Names) -> Words:
    """What a link says, in one line: ``“It rains” (`a.rain`) entails “It is wet” (`b.wet`)``."""
    link = alignment.link
    assert link is not None
    return words(_end(link.source, names), f" {_SAID[link.relation]} ", _end(link.target, names))


def _kind(alignment: Alignment) -> Verdict:
    return Verdict.AGREEMENT if alignment.verdict.is_agreement else alignment.verdict


def _in_order(alignment: Alignment, account: Account) -> tuple[Holder, Holder]:
    one, other = alignment.holders
    return (one, other) if account.holders.index(one) <= account.holders.index(other) else (other, one)


def _surest(alignment: Alignment) -> tuple[float, object]:
    sure = alignment.link.confidence if alignment.link is not None else None
    return (0 if sure is None else -sure, alignment.order)


def _link(alignment: Alignment, account: Account, names: Names) -> Iterator[Item]:
    link = alignment.link
    assert link is not None
    said = _SAID[link.relation]
    sure = "" if link.confidence is None else f" ({link.confidence:g})"
    reserves = "; ".join(reserve(one, (alignment,), names) for one in alignment.qualifications)
    dated = times(alignment, names) if alignment.verdict is Verdict.SUPERSEDED else ""
    notes = "".join(f" {first_upper(note)}." for note in (reserves, dated) if note)
    why = one_line(link.why).rstrip(".") if link.why else ""
    if not account.scope.is_narrow:
        yield Item(words(f"{why}{sure}.{notes}" if why else f"{first_upper(said)}{sure}.{notes}"))
        yield Item(words(joined(alignment, names), "."), 1)
        return
    yield Item(words(f"{why}{sure}. " if why else "", f"{link_text(link)}{'' if why else sure}.{notes}"))
    for side in (alignment.one, alignment.other):
        if side.claims:
            rejects = " rejects" if side.accepts is False else ""
            yield Item(words(f"{names.holder(side.holder)}{rejects}:"), 1)
            yield from single(side.claims, names, 2)


def _end(end: LinkEnd, names: Names) -> Words:
    if isinstance(end, ClaimId):
        return quote(end, names)
    return words(f"{names.position(end.issue, end.position)} to {quoted(names.question(end.issue))}")
