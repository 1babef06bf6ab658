"""Base, ours and theirs -> one text, statement by statement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

import attrs

from argmap.language.parser import Parser
from argmap.language.tree import BLANKS
from argmap.merge.keys import Key, keyed, woven
from argmap.merge.lines import ConflictStyle, Marks, Piece, Version, as_one, joined
from argmap.merge.node import Node, comments, nodes
from argmap.source.text import SourceText

Lines = tuple[str, ...]

_DEEPEST = 100
"""Levels of indentation: what is deeper was written by no hand, and is left to a merge by lines."""


@attrs.frozen
class Merged:
    """What a merge gave.

    Attributes:
        text: All of it, with marks where there are conflicts.
        conflicts: In how many statements there is one.
    """

    text: str
    conflicts: int


def merge(base: str, ours: str, theirs: str, reader: Parser, marks: Marks | None = None) -> Merged | None:
    """Three versions of one argument file as one; None where one of them cannot be read whole.

    What one side changed is taken from it.  Lines that both sides changed, each in its own way, conflict; so does a
    statement that one side deleted and the other changed, a step to which each side linked other premises, and a claim
    of which one side changed the verb or the holders while the other argued under it: neither meant what the two
    changes say together.  Layout never conflicts: of two layouts of the same words either is taken.

    Args:
        base: What both sides began with; empty where each made the file.
        ours: Our side; it goes first where both stand in one place, and its line ends are kept.
        theirs: The other side.
        reader: Reads all three.
        marks: How conflicts are marked; each statement has one at most.
    """
    versions = [Version.of(text) for text in (base, ours, theirs)]
    texts = (base, ours, theirs)
    before, one, other = (_read(text, version, reader) for text, version in zip(texts, versions, strict=True))
    if before is None or one is None or other is None:
        return None
    marks = marks or Marks()
    found = [_statement(places, reader, marks.style) for places in _beside_each_other(before, one, other)]
    lines = [line for pieces in found for piece in pieces for line in marks.around(piece)]
    conflicts = sum(piece.conflicts for pieces in found for piece in pieces)
    return Merged(joined(lines, *versions), conflicts)


class _Versions(NamedTuple):
    """One line and what belongs to it, in all three versions; None where it is not there."""

    base: Node | None
    ours: Node | None
    theirs: Node | None


def _read(text: str, version: Version, reader: Parser) -> tuple[Node, ...] | None:
    outcome = reader.parse(SourceText("", text))
    deepest = max((line.depth for statement in outcome.value.statements for line in statement.lines), default=0)
    if outcome.findings or deepest > _DEEPEST:
        return None
    return nodes(outcome.value, version.lines)


def _statement(versions: _Versions, reader: Parser, style: ConflictStyle) -> tuple[Piece, ...]:
    """One statement, which can be read whichever side is chosen where they conflict."""
    pieces = as_one(_merged(versions), style)
    base, ours, theirs = versions
    if ours is None or theirs is None:
        return pieces
    own = (ours.text(), theirs.text())
    for choice in {tuple(line for piece in pieces for line in piece[side]) for side in (0, 1)}.difference(own):
        if reader.parse(SourceText("", "\n".join(choice))).findings:
            return as_one([Piece(*own, base.text() if base else ())], style)
    return pieces


def _beside_each_other(base: Sequence[Node], ours: Sequence[Node], theirs: Sequence[Node]) -> Iterator[_Versions]:
    """All lines that stand beside each other, in their new order; on no side those that are gone."""
    before, one, other = keyed(base, ours, theirs)
    our_keys = [key for key in one if key in other or _stays(before.get(key), one[key])]
    their_keys = [key for key in other if key in one or _stays(before.get(key), other[key])]
    levels = {key: node.level for side in (one, other) for key, node in side.items() if key.sort == "section"}
    order = woven(tuple(before), our_keys, their_keys, levels)
    gone = _gone(before, order)
    yield from (_Versions(node, None, None) for node in gone.get(None, ()))
    for key in order:
        yield _Versions(before.get(key), one.get(key), other.get(key))
        yield from (_Versions(node, None, None) for node in gone.get(key, ()))


def _gone(base: Mapping[Key, Node], order: Collection[Key]) -> Mapping[Key | None, list[Node]]:
    """The lines that are in no order any more, by the one below which they stood; None for those above all."""
    kept = set(order)
    found: dict[Key | None, list[Node]] = {}
    above = None
    for key, node in base.items():
        if key in kept:
            above = key
        else:
            found.setdefault(above, []).append(node)
    return found


def _stays(base: Node | None, left: Node) -> bool:
    """Whether a line that only one side has is there to stay: it is new, or changed where the other side deleted it."""
    return base is None or base.whole != left.whole


def _merged(versions: _Versions) -> Iterator[Piece]:
    base, ours, theirs = versions
    if ours is None or theirs is None:
        one, other = (node.text() if node else () for node in (ours, theirs))
        yield Piece(one, other, base.text()) if base else Piece.agreed(one or other)
    elif ours.whole == theirs.whole:
        before = base.text() if base else ()
        yield Piece.agreed(theirs.text() if before == ours.text() else ours.text(), before)
    elif base is None:
        yield Piece(ours.text(), theirs.text())
    elif base.text() == ours.text():
        yield Piece.agreed(theirs.text(), base.text())
    elif base.text() == theirs.text():
        yield Piece.agreed(ours.text(), base.text())
    elif _speak_for_another(base, ours, theirs):
        yield Piece(ours.text(), theirs.text(), base.text())
    else:
        yield _above(base.above, ours.above, theirs.above)
        yield _own(base, ours, theirs)
        for part in (attrgetter("under"), attrgetter("linked"), attrgetter("about_the_step")):
            for below in _beside_each_other(part(base), part(ours), part(theirs)):
                yield from _merged(below)


def _speak_for_another(base: Node, ours: Node, theirs: Node) -> bool:
    """Whether the two changes together would argue what neither side does."""
    for one, other in ((ours, theirs), (theirs, ours)):
        if one.bearing not in (base.bearing, other.bearing) and other.arguments != base.arguments:
            return True
    premises = [tuple(side) for side in keyed(base.linked, ours.linked, theirs.linked)]
    return len(set(premises)) == len(premises)


def _own(base: Node, ours: Node, theirs: Node) -> Piece:
    """The line itself."""
    said = [(node.said, comments(node.lines)) for node in (base, ours, theirs)]
    return _picked(said, base.lines, ours.lines, theirs.lines) or Piece(ours.lines, theirs.lines, base.lines)


def _above(base: Lines, ours: Lines, theirs: Lines) -> Piece:
    """The comments and blank lines above it: those that each side added, where neither took any away."""
    picked = _picked([comments(lines) for lines in (base, ours, theirs)], base, ours, theirs)
    if picked is not None:
        return picked
    before, one, other = (_by_key(lines) for lines in (base, ours, theirs))
    if any(key.label and not (key in one and key in other) for key in before):
        return Piece(ours, theirs, base)
    order = woven(tuple(before), tuple(one), tuple(other))
    return Piece.agreed(tuple((one if key in one else other)[key] for key in order), base)


def _by_key(lines: Lines) -> dict[Key, str]:
    counts: Counter[str] = Counter()
    found: dict[Key, str] = {}
    for line in lines:
        said = line.strip(BLANKS)
        found[Key("", said, counts[said])] = line
        counts[said] += 1
    return found


def _picked(said: Sequence[object], base: Lines, ours: Lines, theirs: Lines) -> Piece | None:
    """The lines of the side that changed what is said; None where both did, and differently."""
    before, one, other = said
    if one == other:
        return Piece.agreed(theirs if base == ours else ours, base)
    if before == one:
        return Piece.agreed(theirs, base)
    if before == other:
        return Piece.agreed(ours, base)
    return None
