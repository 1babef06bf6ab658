"""A butterfly: two authors on one question, the reasons of each leading inwards to its answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from argmap.compare.alignment import Alignment, Side
from argmap.compare.cruxes import Crux
from argmap.compare.stance import Acceptance
from argmap.model.ids import ClaimId
from argmap.view.amounts import plural
from argmap.view.comparison.album import Album, Kind, Subject, between, on_issue
from argmap.view.comparison.drawing import Board, Frame, Key, Node, Panel, Part, Tile, Way
from argmap.view.comparison.phrases import subject, takes, verdict, verdict_part, verdict_sign
from argmap.view.comparison.voices import Voices
from argmap.view.comparison.wing import Wing, wing_nodes

_CENTRE = "question"
_CRUXES = 3
"""How many the tile in the middle names."""


def is_worth_one(alignment: Alignment, voices: Voices) -> bool:
    """Whether both sides of a conflict give reasons that can be shown."""
    return all(any(branch.depth for branch in tree) for tree in voices.comparison.trees(alignment))


def butterfly_subject(alignment: Alignment) -> Subject:
    """What the picture of a conflict is called in an album."""
    link = alignment.link
    return between(*alignment.holders, alignment.issue or (f"{link.source}--{link.target}" if link is not None else ""))


def butterfly_of(alignment: Alignment, voices: Voices, album: Album) -> Board:
    """The picture of a conflict; two levels of reasons are drawn, and what is deeper is folded."""
    comparison = voices.comparison
    cruxes = comparison.cruxes(alignment)
    one, other = comparison.trees(alignment)
    wings = (
        Wing(
            name="one",
            part=Part.FIRST,
            out=-1,
            branches=one,
            rejects=_rejecting(alignment.one),
            cruxes=_carried(cruxes, first=True),
        ),
        Wing(
            name="other",
            part=Part.SECOND,
            out=1,
            branches=other,
            rejects=_rejecting(alignment.other),
            cruxes=_carried(cruxes, first=False),
        ),
    )
    centre = _centre(alignment, cruxes, voices, album)
    drawn = [wing_nodes(wing, centre.id, comparison.corpus, album) for wing in wings]
    left = max((-node.column for node in drawn[0]), default=0)
    everything = (Node(tile=centre, column=0), *drawn[0], *drawn[1])
    nodes = tuple(attrs.evolve(node, column=node.column + left) for node in everything)
    names = [voices.name(holder) for holder in alignment.holders]
    counts = [plural(len({branch.claim for branch in tree}), "claim") for tree in (one, other)]
    said = f"{names[0]} and {names[1]}: {verdict(alignment)}"
    return Board(
        frame=Frame(
            title=centre.text,
            subtitle=(said, f"{counts[0]} at the left · {counts[1]} at the right · read inwards"),
            description=f"{centre.text} {said}. In the middle the question, beside it the answers of both, outside "
            f"the reasons for them: {counts[0]} at the left, {counts[1]} at the right.",
            keys=(Key(Part.FIRST, names[0]), Key(Part.SECOND, names[1])),
            ways=tuple(_ways(alignment, voices, album)),
        ),
        nodes=nodes,
        panels=(
            Panel(id="panel/one", title=names[0], part=Part.FIRST, first=0, last=left - 1),
            Panel(
                id="panel/other",
                title=names[1],
                part=Part.SECOND,
                first=left + 1,
                last=max(node.column for node in nodes),
            ),
        ),
    )


def _rejecting(side: Side) -> frozenset[ClaimId]:
    if side.accepts is not None:
        return frozenset() if side.accepts else frozenset(side.claims)
    does: dict[ClaimId, Acceptance] = {}
    # What a claim states says more of it than what follows: whoever denies a yes thereby accepts the no.
    for stance in sorted(side.stances, key=lambda stance: len(stance.chain)):
        for claim in stance.claims:
            does.setdefault(claim, stance.acceptance)
    return frozenset(claim for claim, acceptance in does.items() if acceptance is Acceptance.REJECTED)


def _carried(cruxes: Sequence[Crux], *, first: bool) -> dict[ClaimId, Alignment]:
    """The claims of one side on which the conflict turns; where it turns on several, the weightiest of each claim."""
    holds = [(crux.one if first else crux.other, crux.conflict) for crux in reversed(cruxes)]
    return {premise: conflict for hold, conflict in holds if hold.lost_support for premise in hold.premises}


def _centre(alignment: Alignment, cruxes: Sequence[Crux], voices: Voices, album: Album) -> Tile:
    if alignment.issue is not None:
        text = voices.comparison.corpus.issues[alignment.issue].question
        link = album.link(on_issue(alignment.issue))
    else:
        text = (alignment.link.why if alignment.link is not None else "") or subject(alignment)
        link = ""
    sides = (("◂", alignment.one), ("▸", alignment.other))
    notes = tuple(f"{sign} {voices.name(side.holder)}: {takes(side)}" for sign, side in sides)
    turns = tuple(f"turns on {subject(crux.conflict)}: {falling(crux)}" for crux in cruxes[:_CRUXES])
    said = verdict(alignment)
    return Tile(
        id=_CENTRE,
        part=verdict_part(alignment),
        words=(f"{verdict_sign(alignment)} {said}",),
        text=text,
        notes=notes,
        clashes=turns,
        weighty=True,
        link=link,
        sentence=f"{text} Verdict: {said}. {'; '.join((*notes, *turns))}",
    )


def falling(crux: Crux) -> str:
    """How much loses its support with a crux."""
    return f"{plural(crux.weight, 'claim')} {'falls' if crux.weight == 1 else 'fall'} with it"


def _ways(alignment: Alignment, voices: Voices, album: Album) -> Iterator[Way]:
    links = [("Who holds what", album.link(Subject(Kind.MATRIX)))]
    if alignment.issue is not None:
        links.append(("All holders on this question", album.link(on_issue(alignment.issue))))
    links.append(("What conflicts turn on", album.link(Subject(Kind.CRUXES))))
    links += [(f"All of {voices.name(holder)}", album.maps[holder.document]) for holder in alignment.holders]
    yield from (Way(text, link) for text, link in links if link)
