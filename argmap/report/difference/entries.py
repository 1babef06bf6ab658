"""One change as it is told: what it is, where it stands, the words that changed, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import attrs

from argmap.diff.change import (
    AlignmentChange,
    Change,
    ClaimChange,
    CruxChange,
    DocumentChange,
    IssueChange,
    PositionChange,
    StanceChange,
    SupportChange,
    TermChange,
)
from argmap.diff.change_location import place_of
from argmap.diff.rule import Rule
from argmap.diff.significance import Judged, Significance
from argmap.model.ids import ClaimId
from argmap.report.difference.names import Names, short
from argmap.report.difference.told import Told
from argmap.report.difference.words import before_after, headline
from argmap.report.english import one_line, quoted
from argmap.source.text import Place, SourceText


class At(NamedTuple):
    """Where something stands, by a line of one side; the line is None where the file is not at hand."""

    file: str
    line: int | None
    is_new: bool


@attrs.frozen(kw_only=True)
class Entry:
    """A change under its heading.

    Attributes:
        sentence: What changed, without a full stop.
        name: The id of what changed, as its document calls it.
        at: Where it stands now, or where it stood; None where it stands nowhere.
        before: What it said, where the sentence does not say that in full.
        after: What it says.
        reaches: The conclusions that rest on it, by what they are called.
        follows: What follows from it.
        is_stance: Whether it is a stance that changed.
    """

    rule: Rule
    significance: Significance
    sentence: str
    name: str = ""
    at: At | None = None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    reaches: tuple[str, ...] = ()
    follows: tuple[Entry, ...] = ()
    is_stance: bool = False

    @property
    def gravest(self) -> Significance:
        """How much it matters, or whatever follows from it and matters most."""
        return min((self.significance, *(entry.gravest for entry in self.follows)), key=lambda level: level.rank)

    @property
    def rules(self) -> Iterator[Rule]:
        """The kinds of all changes that it tells."""
        yield self.rule
        for entry in self.follows:
            yield from entry.rules


def entry_of(judged: Judged, told: Told, names: Names, follows: Iterable[Entry] = ()) -> Entry:
    """A change as it is told among names that may have a home."""
    change = judged.change
    sentence = headline(change, told.difference, names)
    before, after = _wording(change, told, names)
    is_said = all(_core(text) in sentence for text in (*before, *after))
    # Of what matters least, words that stay are not worth a line.
    if is_said or (before == after and judged.significance is Significance.LOW):
        before, after = (), ()
    at = _at(change, told)
    return Entry(
        rule=change.rule,
        significance=judged.significance,
        sentence=sentence,
        # The number of a premise without a name is another one in every text: it is known by the claim above it.
        name=_at_home(name_of(change).partition("~")[0], names),
        at=at,
        before=before,
        after=after,
        reaches=_reached(change, names),
        is_stance=isinstance(change, StanceChange),
        # What stands where its cause stands has no place of its own.
        follows=tuple(attrs.evolve(entry, at=None, name="") if entry.at == at else entry for entry in follows),
    )


def name_of(change: Change) -> str:
    """The id of what changed: of a stance, that of the claim which shows it; a link has none."""
    match change:
        case StanceChange():
            stands = [stand for stand in (change.new, change.old) if stand is not None and stand.claims]
            return stands[0].claims[0] if stands else change.claim or change.issue or ""
        case ClaimChange() | IssueChange() | TermChange() | DocumentChange():
            record = change.new or change.old
            return record.id if record is not None else ""
        case SupportChange():
            return change.conclusion
        case AlignmentChange() | CruxChange():
            alignment = change.conflict if isinstance(change, CruxChange) else change.new or change.old
            return (alignment.issue or "") if alignment is not None else ""
        case PositionChange():
            position = change.new or change.old
            return f"{change.issue}.{position.id}" if position is not None else change.issue
        case _:
            return ""


def _wording(change: Change, told: Told, names: Names) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words to be shown below the sentence."""
    match change:
        case StanceChange():
            return _showing(change, told, names)
        case AlignmentChange() | CruxChange() | SupportChange(rule=Rule.SUPPORT_FLIPPED | Rule.INFERENCE_REGROUPED):
            return (), ()
        case ClaimChange(rule=Rule.CLAIM_RENAMED | Rule.CLAIM_MOVED | Rule.CLAIM_REDATED):
            texts = tuple(claim.text for claim in (change.new,) if claim is not None)
            return texts, texts
        case ClaimChange(rule=Rule.CLAIM_SPLIT | Rule.CLAIM_MERGED):
            others = tuple(claim.text for claim in change.others)
            old, new = (() if claim is None else (claim.text,) for claim in (change.old, change.new))
            return (old, (*new, *others)) if change.rule is Rule.CLAIM_SPLIT else ((*old, *others), new)
        case _:
            was, now = before_after(change, told.difference, names)
            return (was,) if was else (), (now,) if now else ()


def _showing(change: StanceChange, told: Told, names: Names) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The claim that shows a stance first, on each side that has it, unless something is told of that claim itself."""
    old, new = (stand.claims[0] if stand is not None and stand.claims else None for stand in (change.old, change.new))
    if {old, new} & told.claims:
        return (), ()
    before, after = names.old.claims.get(old or new or ClaimId("")), names.new.claims.get(new or old or ClaimId(""))
    return (before.text,) if before else (), (after.text,) if after else ()


def _core(text: str) -> str:
    return quoted(text).strip("“”")


def _at(change: Change, told: Told) -> At | None:
    old, new = place_of(change, told.difference)
    if new is not None:
        return At(new.file, _line(new, told.new_texts.get(new.file)), True)
    return None if old is None else At(old.file, _line(old, told.old_texts.get(old.file)), False)


def _line(place: Place, source: SourceText | None) -> int | None:
    return None if source is None else source.position(min(place.span.start, len(source.text))).line


def _reached(change: Change, names: Names) -> tuple[str, ...]:
    if not isinstance(change, ClaimChange | SupportChange):
        return ()
    records = [(claim, names.claim(claim)) for claim in change.reaches]
    return tuple(
        _at_home(claim, names) if record is None or record.named else quoted(short(one_line(record.text), 60))
        for claim, record in records
    )


def _at_home(name: str, names: Names) -> str:
    return name.removeprefix(f"{names.home}.") if names.home is not None else name
