"""Two states of a project as far as both can be seen: what one of them does not show is not taken for removed.

A file whose text is not known on one side (another encoding, a pointer to a text elsewhere, a folder in its place, no
permission) stands there as on the other side, so that names are resolved and nothing in it is told; so does a file in
which git has left a conflict, and one that is empty now, or cut off, since nobody takes back an argument that way.
Where single lines cannot be read, the rest of their file is compared, and nothing that only one side has is told of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

import attrs

from argmap.language.conflict import is_in_conflict
from argmap.wording.english import beginning_of
from argmap.workspace.project_files import Input
from argmap.workspace.reader import Reading

if TYPE_CHECKING:
    from argmap.diff.change import Change
    from argmap.diff.difference import Difference
    from argmap.project.corpus_loader import Loaded
    from argmap.source.finding import Finding
    from argmap.source.text import Place

_MOST_NAMED = 5
_Named = Mapping[str, Reading]


class Seen(NamedTuple):
    """Two states that can be put beside each other.

    Attributes:
        old: The old one.
        new: The new one.
        unseen_old: The names of the files that stand in the old one as in the new, since they are not known.
        unseen_new: Those that stand in the new one as in the old.
    """

    old: Input
    new: Input
    unseen_old: frozenset[str] = frozenset()
    unseen_new: frozenset[str] = frozenset()


def seen(old: Input, new: Input, *, losses: bool = True) -> Seen:
    """Both states, each with what it does not show as it is in the other.

    Args:
        old: The old state.
        new: The new one.
        losses: Whether a file that has become empty, or was cut off, is one that is not seen.
    """
    before, after = _by_name(old), _by_name(new)
    blind_old, blind_new = _blind(before, after), _blind(after, before)
    lost = dict(_losses(old, new, before, after)) if losses else {}
    if not (blind_old or blind_new or lost):
        return Seen(old, new)
    filled_old, unseen_old = _filled(old, before, after, blind_old)
    filled_new, unseen_new = _filled(new, after, before, {*blind_new, *lost})
    notices = [f"{name} {why}: {_NO_REMOVAL}" for name, why in sorted(lost.items())[:_MOST_NAMED]]
    notices += [f"and {len(lost) - _MOST_NAMED} more files are empty or cut off"] if len(lost) > _MOST_NAMED else []
    notices += _told(_adrift(blind_old, before, after), "before") + _told(_adrift(blind_new, after, before), "now")
    return Seen(
        filled_old,
        attrs.evolve(filled_new, notices=(*new.notices, *notices)),
        unseen_old,
        unseen_new,
    )


_NO_REMOVAL = "what it said before is not compared; to take back a document, delete its file"


def difference_of(old: Loaded, new: Loaded, unseen: Collection[str] = ()) -> Difference:
    """What differs between two states as far as both can be seen.

    Args:
        old: The old state.
        new: The new one.
        unseen: The names of the files whose text is not known in one of them.
    """
    from argmap.diff.differ import diff

    found = diff(old.corpus, new.corpus)
    if unseen:
        found = without_unseen(found, unseen)
    return without_unread(found, old.unread, new.unread)


def without_unseen(difference: Difference, files: Collection[str]) -> Difference:
    """A difference without what would be said of documents in some files."""
    from argmap.diff.change_subject import documents_of

    hidden = {
        document.id
        for corpus in (difference.old, difference.new)
        for document in corpus.documents.values()
        if document.file in files
    }
    kept = tuple(change for change in difference.changes if hidden.isdisjoint(documents_of(change, difference)))
    return attrs.evolve(difference, changes=kept)


class _Unread(NamedTuple):
    """The files of one side of which more cannot be read than of the same on the other.

    Attributes:
        lines: Where a line cannot be read, and with it what stands below.
        answers: Where that, or an answer names what nobody knows.
    """

    lines: frozenset[str]
    answers: frozenset[str]

    @classmethod
    def of(cls, errors: Iterable[Finding], others: Iterable[Finding]) -> _Unread:
        """Those of a side with these errors, beside one with the others."""
        past = {(error.place.file, error.code, error.message) for error in others}
        fresh = [error for error in errors if (error.place.file, error.code, error.message) not in past]
        lines = frozenset(error.place.file for error in fresh if error.code in _UNREAD_LINE)
        return cls(lines, lines | {error.place.file for error in fresh if error.code in _UNKNOWN_ANSWER})


_UNREAD_LINE = {"A003", *(f"A01{digit}" for digit in range(10))}
_UNKNOWN_ANSWER = {"A101", "A102", "A104"}


def without_unread(difference: Difference, old: Sequence[Finding], new: Sequence[Finding]) -> Difference:
    """A difference without what is only gone, or only new, where a line of the other side could not be read.

    Args:
        difference: The difference.
        old: What could not be read or understood on the old side.
        new: The same on the new one.
    """
    unread = _Unread.of(old, new), _Unread.of(new, old)
    if not any(side.answers for side in unread):
        return difference
    from argmap.diff.change_subject import place_of

    known: dict[int, bool] = {}

    def is_doubtful(change: Change) -> bool:
        if id(change) not in known:
            known[id(change)] = (
                all(map(is_doubtful, change.causes))
                if change.causes
                else _is_unread(change, place_of(change, difference), *unread)
            )
        return known[id(change)]

    kept = tuple(change for change in difference.changes if not is_doubtful(change))
    return attrs.evolve(difference, changes=kept)


def _is_unread(change: Change, places: tuple[Place | None, Place | None], old: _Unread, new: _Unread) -> bool:
    """Whether what seems gone, or new, may merely stand where nothing is read on the other side."""
    from argmap.diff.change import StanceChange

    for place, unread, is_missing in ((places[0], new, _is_gone(change)), (places[1], old, _is_new(change))):
        files = unread.answers if isinstance(change, StanceChange) else unread.lines
        if place is not None and is_missing and place.file in files:
            return True
    return False


def _is_gone(change: Change) -> bool:
    from argmap.diff.change import RecordChange

    if change.rule.value.endswith(("-removed", "-retracted")):
        return True
    return isinstance(change, RecordChange) and _is_bare(change, change.new)


def _is_new(change: Change) -> bool:
    from argmap.diff.change import RecordChange

    if change.rule.value.endswith(("-added", "-adopted")):
        return True
    return isinstance(change, RecordChange) and _is_bare(change, change.old)


def _is_bare(change: Change, record: object) -> bool:
    """Whether a record that is there lacks what differs: a field, or the line that a document begins with."""
    from argmap.diff.change import FieldChange
    from argmap.model.document import Document

    if isinstance(record, Document) and not record.authors:
        return True
    return record is not None and isinstance(change, FieldChange) and not change.values(record)  # type: ignore[arg-type]


def _by_name(given: Input) -> _Named:
    found: dict[str, Reading] = {}
    for reading in given.readings:
        # Of two names that look the same, the second is not read.
        found.setdefault(reading.source.name, reading)
    return found


def _is_blank(reading: Reading) -> bool:
    """Whether nothing is known of a text."""
    return not reading.intact and not reading.source.text.strip()


def _blind(mine: _Named, yours: _Named) -> set[str]:
    """The files whose text is not known on one side; of one that is damaged on both, each is taken as it is."""
    if len(mine) == len(yours) == 1:
        # Of two files alone, each may be called as it likes.
        yours = dict(zip(mine, yours.values(), strict=True))
    return {
        name
        for name, reading in mine.items()
        if _is_blank(reading) or (_is_damaged(reading) and name in yours and not _is_damaged(yours[name]))
    }


def _is_damaged(reading: Reading) -> bool:
    """Whether part of a text is not known."""
    return not reading.intact or is_in_conflict(reading.source.text)


def _losses(old: Input, new: Input, before: _Named, after: _Named) -> Iterator[tuple[str, str]]:
    """The files that lost their text, and how."""
    pairs = [(before[name], reading) for name, reading in after.items() if name in before]
    if old.project is new.project is None and len(before) == len(after) == 1:
        pairs = [(*before.values(), *after.values())]  # type: ignore[list-item]
    for one, other in pairs:
        if one.intact and other.intact and one.digest != other.digest:
            why = _loss(one.source.text, other.source.text)
            if why:
                yield other.source.name, why


def _loss(old: str, new: str) -> str:
    """How a text was lost, if it was, and nobody took it back: what people delete ends with a line."""
    kept = new.rstrip("\0")
    if not old.strip():
        return ""
    if not kept.strip():
        return "is empty now"
    if kept != new:
        return "ends in NUL now, as a file does after a crash"
    rest = old.removeprefix(new)
    if len(rest) == len(old) or new.endswith("\n") or rest[:1] in ("\r", "\n", ""):
        return ""
    return "seems to be cut off now, in the middle of its last line" if rest.partition("\n")[2].strip() else ""


def _filled(given: Input, mine: _Named, yours: _Named, blind: Collection[str]) -> tuple[Input, frozenset[str]]:
    """A state with what it does not show taken from the other, and the names of all files that were."""
    if not blind:
        return given, frozenset()
    readings = []
    for reading in given.readings:
        name = reading.source.name
        if reading is not mine[name] or name not in blind:
            readings.append(reading)
        elif name in yours:
            readings.append(reading if _is_blank(yours[name]) else yours[name])
    adrift = _adrift(blind, mine, yours).names
    readings += [yours[name] for name in adrift]
    readings.sort(key=lambda reading: reading.source.name.split("/"))
    return attrs.evolve(given, readings=tuple(readings)), frozenset({*blind, *adrift})


class _Adrift(NamedTuple):
    """The files of one side alone that may be where the other cannot be seen.

    Attributes:
        below: By what stands in the place of a folder, the files that were in it.
        loose: What cannot be read otherwise, and is on one side alone.
        missing: The files that any of those may hold; none where there is no such thing.
    """

    below: dict[str, list[str]]
    loose: list[str]
    missing: list[str]

    @property
    def names(self) -> set[str]:
        """All these files."""
        return {*self.missing, *(name for names in self.below.values() for name in names)}


def _adrift(blind: Iterable[str], mine: _Named, yours: _Named) -> _Adrift:
    alone = sorted(name for name in blind if name not in yours)
    missing = [name for name, one in yours.items() if name not in mine and not _is_blank(one)] if alone else []
    inside: dict[str, list[str]] = {}
    for name in missing:
        for folder in PurePosixPath(name).parents:
            inside.setdefault(folder.as_posix(), []).append(name)
    below = {name: inside[name] for name in alone if name in inside}
    loose = [name for name in alone if name not in below]
    return _Adrift(below, loose, missing if loose else [])


def _told(adrift: _Adrift, when: str) -> list[str]:
    """That files may be where nothing can be seen."""
    pairs = [([name], names) for name, names in list(adrift.below.items())[:_MOST_NAMED]]
    pairs += [(adrift.loose, adrift.missing)] if adrift.missing else []
    return [
        f"{beginning_of(names, _MOST_NAMED)} may be what stands in {beginning_of(places, _MOST_NAMED)} {when}, which "
        "cannot be read: not compared"
        for places, names in pairs
    ]
