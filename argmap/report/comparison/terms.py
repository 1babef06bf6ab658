"""Words that the sides of a conflict define differently, each told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.compare.holder import Holder
from argmap.compare.terms import TalkingPast
from argmap.model.ids import ClaimId
from argmap.report.comparison.account import Account
from argmap.report.page import Block, Heading, Item, Paragraph
from argmap.wording.comparison_names import ComparisonNames
from argmap.wording.english import quoted
from argmap.wording.relations import link_text
from argmap.wording.spans import Span, code, strong, words


def terms(account: Account, names: ComparisonNames) -> Iterator[Block]:
    """Each word with what it means to whom; those that claims use first, and then those that only a question uses."""
    found: dict[str, list[TalkingPast]] = {}
    for conflict in account.conflicts:
        for term in conflict.talking_past:
            found.setdefault(term.one.id, []).append(term)
    if not found:
        return
    yield Heading(2, words("One word, two meanings"))
    yield Paragraph(words("Here the two may be talking past each other; whether they do is for the reader to judge."))
    for name in sorted(found, key=lambda name: (not any(map(_used, found[name])), name)):
        yield Item(words(code(name), *_where(found[name])))
        meanings: dict[Holder, str] = {}
        uses: dict[Holder, dict[ClaimId, None]] = {}
        for term in found[name]:
            one, other = term.conflict.holders
            meanings |= {one: term.one.meaning, other: term.other.meaning}
            for holder, claims in ((one, term.one_uses), (other, term.other_uses)):
                uses.setdefault(holder, {}).update(dict.fromkeys(claims))
        for holder in (one for one in account.holders if one in meanings):
            said = words(strong(names.holder(holder)), f": {quoted(meanings[holder])}")
            yield Item(words(said, *_ids(" in ", map(names.id, uses[holder]))), 1)


def _where(found: Iterable[TalkingPast]) -> Iterator[Span | str]:
    subjects: dict[bool, dict[str, None]] = {True: {}, False: {}}
    for term in found:
        link = term.conflict.link
        subjects[_used(term)][term.conflict.issue or (link_text(link) if link is not None else "")] = None
    only_asked = [subject for subject in subjects[False] if subject not in subjects[True]]
    yield from _ids(", in the conflict on ", map(code, subjects[True]))
    yield from _ids(", only in the question of ", map(code, only_asked))


def _used(term: TalkingPast) -> bool:
    return bool(term.one_uses or term.other_uses)


def _ids(start: str, ids: Iterable[Span]) -> Iterator[Span | str]:
    for number, one in enumerate(ids):
        yield ", " if number else start
        yield one
