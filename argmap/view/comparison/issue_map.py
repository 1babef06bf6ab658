"""An issue with everybody who speaks on it: its positions in the middle, authors at one side, actors at the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice

from argmap.compare.agreement import tally
from argmap.compare.holder import Holder
from argmap.compare.stance import Acceptance, Stance
from argmap.language.words import OPEN, Attitude
from argmap.model.ids import IssueId, PositionId
from argmap.model.issue import Issue
from argmap.view.amounts import plural
from argmap.view.comparison.album import Album, Kind, Subject, between
from argmap.view.comparison.cells import stance_sentence, stance_tile
from argmap.view.comparison.drawing import Board, BondRole, Frame, Node, Panel, Part, Tile, Way
from argmap.view.comparison.phrases import part_of, telling, wording
from argmap.view.comparison.voices import Voices

_MOST = 12
"""How many holders stand at one side of a position, and how many links to pairs above."""
_ROLES = {
    Acceptance.ACCEPTED: BondRole.TAKES,
    Acceptance.REJECTED: BondRole.EXCLUDES,
    Acceptance.OPEN: BondRole.LEAVES_OPEN,
}
_DOES = {Acceptance.ACCEPTED: "", Acceptance.REJECTED: "excludes it", Acceptance.OPEN: "leaves it open"}
_SAID = {Attitude.DENIES: "denies that", Attitude.DOUBTS: "doubts that"}


def issue_map_of(name: IssueId, voices: Voices, album: Album) -> Board:
    """The positions in order, and at each whoever takes it, excludes it or leaves it open."""
    comparison = voices.comparison
    issue = comparison.corpus.issues[name]
    speaking = comparison.stances.by_issue.get(name, {})
    stances = [stance for profile in speaking.values() for stance in telling(profile)]
    actors = any(not stance.holder.is_author for stance in stances)
    authors = any(stance.holder.is_author for stance in stances)
    positions = [position.id for position in issue.positions]
    if any(stance.position == OPEN for stance in stances):
        positions.append(PositionId(OPEN))
    nodes: list[Node] = []
    for position in positions:
        held = [stance for stance in stances if stance.position == position]
        nodes.append(Node(tile=_position(position, issue, held), column=int(actors)))
        for is_author in (False, True):
            side = [stance for stance in held if stance.holder.is_author is is_author]
            nodes += _side(side, issue, int(actors) + (1 if is_author else -1), voices, album)
    counts = _counts(name, voices)
    panels = []
    if actors:
        panels.append(Panel(id="panel/actors", title="Others, as the texts show them", first=0, last=0))
    panels.append(Panel(id="panel/positions", title="Answers", first=int(actors), last=int(actors)))
    if authors:
        panels.append(
            Panel(id="panel/authors", title="Authors of the texts", first=int(actors) + 1, last=int(actors) + 1)
        )
    scale = " > ".join(issue.order)
    return Board(
        frame=Frame(
            title=issue.question,
            subtitle=tuple(line for line in (counts, f"A scale: {scale}" if scale else "") if line),
            description=f"{issue.question} {counts}. The answers in the middle, and beside each whoever takes it, "
            "excludes it or leaves it open: authors at the right, actors whom they show at the left.",
            ways=tuple(_ways(name, voices, album)),
        ),
        nodes=tuple(nodes),
        panels=tuple(panels),
    )


def _counts(name: IssueId, voices: Voices) -> str:
    comparison = voices.comparison
    speaking = comparison.stances.by_issue.get(name, {})
    authors = sum(holder.is_author for holder in speaking)
    pairs = tally(comparison, name).pairs()
    total = sum(pairs.values())
    agreed = sum(count for verdict, count in pairs.items() if verdict.is_agreement)
    conflicts = sum(count for verdict, count in pairs.items() if verdict.is_conflict)
    holders = f"{plural(authors, 'author')} · {plural(len(speaking) - authors, 'reported voice')}"
    return f"{holders} · of {plural(total, 'pair')} {agreed} agree, {conflicts} conflict" if total else holders


def _ways(name: IssueId, voices: Voices, album: Album) -> Iterator[Way]:
    matrix = album.link(Subject(Kind.MATRIX))
    if matrix:
        yield Way("Who holds what", matrix)
    speaking = [holder for holder in voices.comparison.stances.by_issue.get(name, {}) if holder.is_author]
    pairs = (Way(_pair(pair, voices), album.link(between(*pair, name))) for pair in combinations(speaking, 2))
    yield from islice((way for way in pairs if way.link), _MOST)


def _pair(pair: tuple[Holder, Holder], voices: Voices) -> str:
    return f"{voices.name(pair[0])} and {voices.name(pair[1])}"


def _position(position: PositionId, issue: Issue, held: list[Stance]) -> Tile:
    done = [stance.acceptance for stance in held]
    parts = (
        (done.count(Acceptance.ACCEPTED), "taken by {}"),
        (done.count(Acceptance.REJECTED), "excluded by {}"),
        (done.count(Acceptance.OPEN), "left open by {}"),
    )
    said = " · ".join(words.format(count) for count, words in parts if count) or "taken by nobody"
    order = f"{issue.order.index(position) + 1} of {len(issue.order)}" if position in issue.order else ""
    text = wording(position, issue)
    return Tile(
        id=f"position/{position}",
        part=part_of(position, issue),
        words=tuple(word for word in (position, order) if word),
        text=text,
        notes=(said,),
        weighty=True,
        sentence=f"Answer `{position}`: {text}; {said}",
    )


def _side(held: list[Stance], issue: Issue, column: int, voices: Voices, album: Album) -> Iterator[Node]:
    order = (Acceptance.ACCEPTED, Acceptance.OPEN, Acceptance.REJECTED)
    ordered = sorted(held, key=lambda stance: (order.index(stance.acceptance), stance.holder.order))
    for stance in ordered[:_MOST]:
        yield Node(
            tile=_holder(stance, issue, voices, album),
            column=column,
            parent=f"position/{stance.position}",
            role=_ROLES[stance.acceptance],
            joining=stance_sentence(stance, issue, voices.name(stance.holder)),
        )
    if len(ordered) > _MOST:
        rest = ordered[_MOST:]
        more = plural(len(rest), "more holder")
        yield Node(
            tile=Tile(
                id=f"position/{rest[0].position}/more/{column}",
                words=(f"+{more}",),
                sentence=f"{more}: {', '.join(voices.name(stance.holder) for stance in rest[:_MOST])}",
            ),
            column=column,
            parent=f"position/{rest[0].position}",
            role=_ROLES[rest[0].acceptance],
            joining=f"{more} on this answer",
        )


def _holder(stance: Stance, issue: Issue, voices: Voices, album: Album) -> Tile:
    claim = stance.evidence[0].claim
    corpus = voices.comparison.corpus
    name = voices.name(stance.holder)
    base = stance_tile(f"holder/{_key(stance.holder)}/{stance.position}", stance, issue, name)
    more = len(stance.claims) - 1
    does = _DOES[stance.acceptance]
    said = _SAID.get(corpus.claims[claim].attitude, "") if stance.holder.is_author else ""
    notes = (*base.notes, *((f"and {plural(more, 'more claim')}",) if more else ()))
    return Tile(
        id=base.id,
        part=Part.PLAIN,
        manner=base.manner,
        words=tuple(word for word in (name, does, said) if word),
        text=corpus.claims[claim].text,
        notes=notes,
        link=album.homes.get(claim, ""),
        sentence=f"{base.sentence}. {corpus.claims[claim].text}",
    )


def _key(holder: Holder) -> str:
    return "/".join(part for part in holder.order if part)
