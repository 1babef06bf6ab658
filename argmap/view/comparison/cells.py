"""What one holder does with one issue, as the tiles of a cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from argmap.compare.holder import AuthorAttitude
from argmap.compare.stance import Acceptance, IssueStatus, Profile, Stance
from argmap.model.ids import PositionId
from argmap.model.issue import Issue
from argmap.view.comparison.drawing import Manner, Tile
from argmap.view.comparison.phrases import answer, manner, part_of, qualities, telling, wording

_DOES = {
    Acceptance.ACCEPTED: "accepts",
    Acceptance.REJECTED: "rejects",
    Acceptance.OPEN: "leaves open",
}
_REGARDS = {
    AuthorAttitude.ENDORSED: "endorsed",
    AuthorAttitude.DENIED: "denied by the author",
    AuthorAttitude.DOUBTED: "doubted by the author",
    AuthorAttitude.REPORTED: "",
}


def cell_of(
    id: str,  # noqa: A002
    profile: Profile,
    issue: Issue,
    name: str,
    *,
    clashes: Mapping[PositionId, tuple[str, ...]] | None = None,
    link: str = "",
) -> tuple[Tile, ...]:
    """A tile for each stance, with its clashes; one that says so where the holder is silent.

    A clash over a position that has no tile of its own stands under the last.
    """
    stances = telling(profile)
    if not stances:
        silent = f"{name} is silent on “{issue.question}”"
        return (Tile(id=id, manner=Manner.SILENT, notes=("silent",), sentence=silent),)
    tiles = [
        stance_tile(id if not number else f"{id}/{number + 1}", stance, issue, name, link=link)
        for number, stance in enumerate(stances)
    ]
    if profile.standing is IssueStatus.MIXED:
        tiles = [attrs.evolve(tile, words=(*tile.words, "mixed")) for tile in tiles]
    places = {stance.position: place for place, stance in enumerate(stances)}
    for position, said in (clashes or {}).items():
        place = places.get(position, len(tiles) - 1)
        tiles[place] = attrs.evolve(tiles[place], clashes=(*tiles[place].clashes, *said))
    return tuple(tiles)


def stance_tile(id: str, stance: Stance, issue: Issue, name: str, *, link: str = "") -> Tile:  # noqa: A002
    """One stance: the position, whether it is taken or excluded, how firmly, and how that is known."""
    rejected = stance.acceptance is Acceptance.REJECTED
    text = wording(stance.position, issue)
    return Tile(
        id=id,
        part=part_of(stance.position, issue),
        manner=Manner.OPEN if stance.acceptance is Acceptance.OPEN else manner(stance),
        words=(answer(stance),),
        text=f"not: {text}" if rejected else text,
        notes=tuple(_how(stance)),
        link=link,
        sentence=stance_sentence(stance, issue, name),
    )


def stance_sentence(stance: Stance, issue: Issue, name: str) -> str:
    """A stance for those who do not see it: "A accepts “It can”, likely, on “Can it?”"."""
    how = "".join(f", {word}" for word in qualities(stance))
    shown = ", ".join(f"`{claim.partition('.')[2]}`" for claim in stance.claims if "~" not in claim)
    source = f"; see {shown}" if shown else ""
    position = wording(stance.position, issue)
    return f"{name} {_DOES[stance.acceptance]} “{position}”{how}, on “{issue.question}”{source}"


def _how(stance: Stance) -> Iterator[str]:
    words = [*qualities(stance), *(_REGARDS[regard] for regard in stance.regards if _REGARDS[regard])]
    if words:
        yield " · ".join(words)
