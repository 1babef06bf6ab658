"""What conflicts turn on: each conflict, the deeper ones beneath it by weight, and the claims that carry these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.cruxes import Crux, CruxEffect
from argmap.view.amounts import plural
from argmap.view.cards import Standing, place_of, words_of
from argmap.view.comparison.album import Album, Kind, Subject, on_issue
from argmap.view.comparison.butterfly import butterfly_subject, falling
from argmap.view.comparison.drawing import Board, BondRole, Frame, Key, Node, Panel, Part, Tile, Way
from argmap.view.comparison.phrases import subject, takes, verdict, verdict_part
from argmap.view.comparison.voices import Voices
from argmap.view.picture import CardRole
from argmap.view.sentences import sentence_of

_PAGE = 7
"""How many conflicts stand on one page."""
_BENEATH = 4
"""How many cruxes are drawn beneath one conflict."""
_CONTESTED = 8
"""How many of the conflicts on which it does not turn are named."""
_PREMISES = 2
"""How many claims are drawn of each side of a deeper conflict."""


@attrs.frozen
class Deep:
    """A conflict and what is beneath it: what it turns on, and what is contested besides."""

    conflict: Alignment
    cruxes: tuple[Crux, ...]
    contested: tuple[Crux, ...]


@attrs.frozen
class Depths:
    """Conflicts that stand on one page.

    Attributes:
        number: Of the page, from 1.
        pages: How many there are.
        conflicts: How many conflicts were looked at, for all pages.
        whole: Whether these are all there are.
        turning: How many of these turn on another.
    """

    number: int
    pages: int
    conflicts: int
    whole: bool
    turning: int
    shown: tuple[Deep, ...]

    @property
    def subject(self) -> Subject:
        """What the page is called in an album."""
        return Subject(Kind.CRUXES, "" if self.number == 1 else str(self.number))


def depths_of(conflicts: Iterable[Alignment], voices: Voices, *, whole: bool = True) -> tuple[Depths, ...]:
    """The conflicts with something beneath them, those on which most hangs first; none where there are none."""
    comparison = voices.comparison
    looked = tuple(conflicts)
    found = [Deep(each, comparison.cruxes(each), comparison.contested(each)) for each in looked]
    deep = [each for each in found if each.cruxes or each.contested]
    deep.sort(key=lambda each: (-max((crux.weight for crux in each.cruxes), default=0), each.conflict.order))
    turning = sum(bool(each.cruxes) for each in deep)
    starts = range(0, len(deep), _PAGE)
    return tuple(
        Depths(number, len(starts), len(looked), whole, turning, tuple(deep[start : start + _PAGE]))
        for number, start in enumerate(starts, start=1)
    )


def crux_map_of(depths: Depths, voices: Voices, album: Album) -> Board:
    """Conflicts at the left, what is beneath them in the middle, and the claims that carry that at the right."""
    nodes = [node for number, deep in enumerate(depths.shown, start=1) for node in _tree(number, deep, voices, album)]
    rest = depths.conflicts - depths.turning
    first = "" if depths.whole else "the first "
    counts = f"{first}{plural(depths.conflicts, 'conflict')} between authors · {depths.turning} turn on a deeper one"
    counts += f" · {rest} on none: nothing deeper is disputed, or other reasons are left" if rest else ""
    counts += f" · page {depths.number} of {depths.pages}" if depths.pages > 1 else ""
    meaning = "A conflict turns on another where a side's answer loses all support if that side is wrong there."
    panels = [Panel(id="panel/conflicts", title="They conflict on", first=0, last=0)]
    panels.append(Panel(id="panel/cruxes", title="and beneath it", first=1, last=1))
    if any(deep.cruxes for deep in depths.shown):
        panels.append(Panel(id="panel/claims", title="as these claims say", first=2, last=2))
    return Board(
        frame=Frame(
            title="What the conflicts turn on",
            subtitle=(counts, meaning),
            description=f"What the conflicts turn on: {counts}. {meaning}",
            keys=(Key(Part.FIRST, "the author named first"), Key(Part.SECOND, "the author named second")),
            ways=tuple(_ways(depths, album)),
        ),
        nodes=tuple(nodes),
        panels=tuple(panels),
    )


def _ways(depths: Depths, album: Album) -> Iterator[Way]:
    for text, to in (
        ("Who holds what", Subject(Kind.MATRIX)),
        ("previous page", Subject(Kind.CRUXES, "" if depths.number == 2 else str(depths.number - 1))),
        ("next page", Subject(Kind.CRUXES, str(depths.number + 1))),
    ):
        link = album.link(to)
        if link:
            yield Way(text, link)


def _tree(number: int, deep: Deep, voices: Voices, album: Album) -> Iterator[Node]:
    top = _conflict(f"conflict/{number}", deep.conflict, voices, album, words=())
    yield Node(tile=top, column=0)
    for place, crux in enumerate(deep.cruxes[:_BENEATH], start=1):
        words = (f"CRUX {place}", falling(crux))
        tile = _conflict(f"{top.id}/{place}", crux.conflict, voices, album, words=words)
        joining = f"The conflict on {subject(deep.conflict)} turns on {subject(crux.conflict)}"
        yield Node(tile=tile, column=1, parent=top.id, role=BondRole.TURNS_ON, joining=joining)
        for part, hold in ((Part.FIRST, crux.one), (Part.SECOND, crux.other)):
            yield from _carrying(tile.id, part, hold, voices, album)
    if deep.contested:
        tile = _contested(f"{top.id}/contested", deep.contested, voices)
        joining = f"The conflict on {subject(deep.conflict)} does not turn on what else is contested beneath it"
        yield Node(tile=tile, column=1, parent=top.id, role=BondRole.CONTESTED, joining=joining)


def _contested(id: str, contested: Sequence[Crux], voices: Voices) -> Tile:  # noqa: A002
    """The deeper conflicts on which one does not turn, in one tile."""
    issues = voices.comparison.corpus.issues
    asked = [
        issues[crux.conflict.issue].question if crux.conflict.issue is not None else subject(crux.conflict)
        for crux in contested
    ]
    more = len(asked) - _CONTESTED
    notes = (*asked[:_CONTESTED], *((f"and {more} more",) if more > 0 else ()))
    said = "does not turn on this" if len(asked) == 1 else "does not turn on any of these"
    return Tile(
        id=id,
        words=("CONTESTED", said),
        notes=notes,
        sentence=f"Contested beneath it, and it {said}: {'; '.join(asked)}",
    )


def _conflict(id: str, conflict: Alignment, voices: Voices, album: Album, *, words: tuple[str, ...]) -> Tile:  # noqa: A002
    corpus = voices.comparison.corpus
    if conflict.issue is not None:
        text = corpus.issues[conflict.issue].question
    else:
        text = (conflict.link.why if conflict.link is not None else "") or subject(conflict)
    notes = tuple(f"{voices.name(side.holder)}: {takes(side)}" for side in (conflict.one, conflict.other))
    link = album.link(butterfly_subject(conflict))
    if not link and conflict.issue is not None:
        link = album.link(on_issue(conflict.issue))
    said = verdict(conflict)
    return Tile(
        id=id,
        part=verdict_part(conflict),
        words=words or (f"≠ {said}",),
        text=text,
        notes=notes,
        clashes=(f"≠ {said}",) if words else (),
        weighty=not words,
        link=link,
        sentence=f"{'; '.join((*words, said))}: {text} {'; '.join(notes)}",
    )


def _carrying(parent: str, part: Part, hold: CruxEffect, voices: Voices, album: Album) -> Iterator[Node]:
    """The claims of one side that carry a deeper conflict, as far as they stand beneath the upper one."""
    corpus = voices.comparison.corpus
    for premise in hold.premises[:_PREMISES]:
        claim = corpus.claims[premise]
        name = claim.name if claim.named else ""
        words = (name, *words_of(claim, corpus, Standing(id="", role=CardRole.CLAIM)), place_of(claim))
        more = len(hold.premises) - _PREMISES if premise == hold.premises[:_PREMISES][-1] else 0
        lost = len(hold.lost_support)
        falls = f"{plural(lost, 'claim')} above {'loses' if lost == 1 else 'lose'} all support"
        notes = (falls if hold.lost_support else "", f"and {plural(more, 'more claim')}" if more > 0 else "")
        tile = Tile(
            id=f"{parent}/{part}/{premise}",
            part=part,
            words=tuple(word for word in words if word),
            text=claim.text,
            notes=tuple(note for note in notes if note),
            link=album.homes.get(premise, ""),
            sentence=sentence_of(claim, corpus),
        )
        yield Node(
            tile=tile,
            column=2,
            parent=parent,
            role=BondRole.RESTS_ON,
            joining=f"`{name}` carries the deeper conflict" if name else "A premise carries the deeper conflict",
        )
