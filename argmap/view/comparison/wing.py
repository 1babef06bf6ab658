"""One side of a butterfly: the answers of one author, and the reasons for them, two levels deep."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Mapping, Sequence

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.tree import Branch
from argmap.language.words import Attitude
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole
from argmap.view.amounts import plural
from argmap.view.cards import Standing, place_of, words_of
from argmap.view.comparison.album import Album
from argmap.view.comparison.drawing import BondRole, Manner, Node, Part, Tile
from argmap.view.comparison.phrases import subject
from argmap.view.picture import CardRole
from argmap.view.sentences import name_of, premise_of, sentence_of, step_sentence

_MOST = (4, 8, 9)
"""The most tiles in each column: answers, reasons, reasons for these."""


@attrs.frozen(kw_only=True)
class Wing:
    """What one side of a conflict says.

    Attributes:
        name: Begins the ids of its tiles.
        out: 1 where reasons stand to the right of the answer, -1 where to the left.
        branches: The trees of its claims, in reading order.
        rejects: The claims that exclude an answer.
        cruxes: The deeper conflict that a claim carries, where the upper one turns on it.
    """

    name: str
    part: Part
    out: int
    branches: tuple[Branch, ...]
    rejects: frozenset[ClaimId]
    cruxes: Mapping[ClaimId, Alignment]

    @property
    def parents(self) -> tuple[int | None, ...]:
        """For each branch the place of the one above it; None for a conclusion."""
        last: dict[int, int] = {}
        found: list[int | None] = []
        for place, branch in enumerate(self.branches):
            found.append(last[branch.depth - 1] if branch.depth else None)
            last[branch.depth] = place
        return tuple(found)

    def address(self, place: int) -> str:
        """The id of a branch's tile: a claim may stand in several places."""
        return f"{self.name}/{place}/{self.branches[place].claim}"

    def folded(self, place: int, shown: Collection[int]) -> Iterator[ClaimId]:
        """The claims below a branch that are not drawn, but for what is folded away at a drawn one below it."""
        under = sys.maxsize
        for number in range(place + 1, len(self.branches)):
            branch = self.branches[number]
            if branch.depth <= self.branches[place].depth:
                break
            if branch.depth > under:
                continue
            under = branch.depth if number in shown else sys.maxsize
            if number not in shown:
                yield branch.claim


def wing_nodes(wing: Wing, centre: str, corpus: Corpus, album: Album) -> tuple[Node, ...]:
    """The tiles of one side, columns counted from the centre; what there is no room for is folded."""
    parents = wing.parents
    shown = _shown(wing, parents)
    steps: dict[tuple[int | None, int], list[int]] = {}
    for place in shown:
        steps.setdefault((parents[place], wing.branches[place].step), []).append(place)
    nodes = []
    for place in shown:
        up, branch = parents[place], wing.branches[place]
        tile = _tile(wing, place, shown, corpus, album)
        if up is None:
            role = BondRole.EXCLUDES if branch.claim in wing.rejects else BondRole.TAKES
            joining = f"{name_of(corpus.claims[branch.claim])} {role} an answer"
            node = Node(tile=tile, column=wing.out, parent=centre, role=role, joining=joining)
        else:
            members = steps[up, branch.step]
            node = Node(
                tile=tile,
                column=wing.out * (branch.depth + 1),
                parent=wing.address(up),
                role=branch.role or StepRole.BECAUSE,
                joint=f"{wing.address(up)}/step/{branch.step}" if len(members) > 1 else "",
                joining=_joining(wing, up, place, members, corpus),
            )
        nodes.append(node)
    return tuple(nodes)


def _shown(wing: Wing, parents: Sequence[int | None]) -> tuple[int, ...]:
    """The places of the branches to draw, in order, while there is room.

    Of the reasons for an answer each step is drawn whole or not at all, and so are all the steps for a reason.
    """
    shown: set[int] = set()
    for level, most in enumerate(_MOST):
        groups: dict[tuple[int | None, int], list[int]] = {}
        for place, branch in enumerate(wing.branches):
            if branch.depth == level and (level == 0 or parents[place] in shown):
                key = (place, 0) if level == 0 else (parents[place], branch.step if level == 1 else 0)
                groups.setdefault(key, []).append(place)
        left = most
        for group in groups.values():
            if len(group) <= left:
                shown.update(group)
                left -= len(group)
    return tuple(sorted(shown))


def _joining(wing: Wing, up: int, place: int, members: Sequence[int], corpus: Corpus) -> str:
    """What a claim does to the one above, alone or with others of its step."""
    branch = wing.branches[place]
    role, above = branch.role or StepRole.BECAUSE, corpus.claims[wing.branches[up].claim]
    together = tuple(
        corpus.claims[wing.branches[one].claim] for one in members if wing.branches[one].role is branch.role
    )
    sentence = step_sentence(together, role, above, corpus)
    if len(together) == 1:
        return sentence
    premise = premise_of(corpus.claims[branch.claim], role, above, corpus)
    return f"{premise}, one of {len(together)} premises taken together: {sentence}"


def _tile(wing: Wing, place: int, shown: Collection[int], corpus: Corpus, album: Album) -> Tile:
    branch = wing.branches[place]
    claim = corpus.claims[branch.claim]
    uses = {branch.role or StepRole.BECAUSE}
    standing = Standing(id="", role=CardRole.CLAIM, uses=uses)
    name = claim.name if claim.named else ""
    crux = wing.cruxes.get(branch.claim)
    hidden = len(set(wing.folded(place, shown)) - {wing.branches[number].claim for number in shown})
    note = f"▸ +{plural(hidden, 'claim')} in the text's own map" if hidden else ""
    note = note if branch.unfolded else "▸ its reasons stand above"
    words = ("CRUX" if crux is not None else "", name, *words_of(claim, corpus, standing), place_of(claim))
    return Tile(
        id=wing.address(place),
        part=wing.part,
        manner=Manner.IMPLIED if claim.attitude is Attitude.IMPLIES else Manner.STATED,
        words=tuple(word for word in words if word),
        text=claim.text,
        notes=(note,) if note else (),
        clashes=(f"≠ both differ on {subject(crux)}",) if crux is not None else (),
        weighty=crux is not None or branch.depth == 0,
        link=album.homes.get(branch.claim, ""),
        sentence=sentence_of(claim, corpus),
    )
