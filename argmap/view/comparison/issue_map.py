"""An issue with everybody who speaks on it: its positions in the middle, authors at one side, actors at the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice

import attrs

from argmap.compare.agreement import tally
from argmap.compare.stance import Acceptance, Stance
from argmap.language.words import OPEN
from argmap.model.ids import IssueId, PositionId
from argmap.model.issue import Issue
from argmap.view.comparison.comparison_cards import column_panels, part_of, stance_card
from argmap.view.comparison.comparison_context import ComparisonContext, Kind, Subject, between
from argmap.view.tables_and_trees import ComparisonCard, ComparisonNode, ComparisonRole, Part, PictureLink, Tree
from argmap.wording.english import counted
from argmap.wording.names import position_text
from argmap.wording.stance_sentences import at_position, done_by, stance_sentence, stances_of_its_own

_MOST = 12
"""How many holders stand at one side of a position, and how many links to pairs above."""
_ROLES = {
    Acceptance.ACCEPTED: ComparisonRole.TAKES,
    Acceptance.REJECTED: ComparisonRole.EXCLUDES,
    Acceptance.OPEN: ComparisonRole.LEAVES_OPEN,
}


def issue_map_of(name: IssueId, context: ComparisonContext) -> Tree:
    """The positions in order, and at each whoever takes it, excludes it or leaves it open."""
    comparison = context.comparison
    issue = comparison.corpus.issues[name]
    speaking = comparison.stances.by_issue.get(name, {})
    stances = [stance for profile in speaking.values() for stance in stances_of_its_own(profile)]
    actors = any(not stance.holder.is_author for stance in stances)
    authors = any(stance.holder.is_author for stance in stances)
    positions = [position.id for position in issue.positions]
    if any(stance.position == OPEN for stance in stances):
        positions.append(PositionId(OPEN))
    nodes: list[ComparisonNode] = []
    for position in positions:
        held = [stance for stance in stances if stance.position == position]
        nodes.append(ComparisonNode(card=_position(position, issue, held), column=int(actors)))
        for is_author in (False, True):
            side = [stance for stance in held if stance.holder.is_author is is_author]
            nodes += _side(side, int(actors) + (1 if is_author else -1), context)
    counts = _counts(name, context)
    titles = [("actors", "Others, as the texts show them")] if actors else []
    titles += [("positions", "Answers"), *([("authors", "Authors of the texts")] if authors else [])]
    scale = " > ".join(issue.order)
    return Tree(
        title=issue.question,
        subtitle=(counts, f"A scale: {scale}" if scale else ""),
        description=f"{issue.question} {counts}. The answers in the middle, and beside each whoever takes it, "
        "excludes it or leaves it open: authors at the right, actors whom they show at the left.",
        links=_links(name, context),
        nodes=tuple(nodes),
        panels=column_panels(titles),
    )


def _counts(name: IssueId, context: ComparisonContext) -> str:
    comparison = context.comparison
    speaking = comparison.stances.by_issue.get(name, {})
    authors = sum(holder.is_author for holder in speaking)
    pairs = tally(comparison, name).pairs()
    total = sum(pairs.values())
    agreed = sum(count for verdict, count in pairs.items() if verdict.is_agreement)
    conflicts = sum(count for verdict, count in pairs.items() if verdict.is_cannot)
    holders = f"{counted(authors, 'author')} · {counted(len(speaking) - authors, 'reported voice')}"
    return f"{holders} · of {counted(total, 'pair')} {agreed} agree, {conflicts} conflict" if total else holders


def _links(name: IssueId, context: ComparisonContext) -> tuple[PictureLink, ...]:
    speaking = [holder for holder in context.comparison.stances.by_issue.get(name, {}) if holder.is_author]
    pairs = (
        (f"{context.name(one)} and {context.name(other)}", between(one, other, name))
        for one, other in combinations(speaking, 2)
    )
    there = islice(((text, pair) for text, pair in pairs if context.link(pair)), _MOST)
    return context.links(("Who holds what", Subject(Kind.MATRIX)), *there)


def _position(position: PositionId, issue: Issue, held: list[Stance]) -> ComparisonCard:
    said = done_by(held)
    order = f"{issue.order.index(position) + 1} of {len(issue.order)}" if position in issue.order else ""
    text = position_text(position, issue)
    return ComparisonCard(
        id=f"position/{position}",
        part=part_of(position, issue),
        words=(position, order),
        text=text,
        notes=(said,),
        weighty=True,
        sentence=f"Answer `{position}`: {text}; {said}",
    )


def _side(held: list[Stance], column: int, context: ComparisonContext) -> Iterator[ComparisonNode]:
    order = (Acceptance.ACCEPTED, Acceptance.OPEN, Acceptance.REJECTED)
    ordered = sorted(held, key=lambda stance: (order.index(stance.acceptance), stance.holder.order))
    for stance in ordered[:_MOST]:
        yield ComparisonNode(
            card=_holder(stance, context),
            column=column,
            parent=f"position/{stance.position}",
            role=_ROLES[stance.acceptance],
            joining=stance_sentence(stance, context.name(stance.holder), context.corpus),
        )
    rest = ordered[_MOST:]
    if rest:
        more, parent = counted(len(rest), "more holder"), f"position/{rest[0].position}"
        names = ", ".join(context.name(stance.holder) for stance in rest[:_MOST])
        card = ComparisonCard(id=f"{parent}/more/{column}", words=(f"+{more}",), sentence=f"{more}: {names}")
        role, joining = _ROLES[rest[0].acceptance], f"{more} on this answer"
        yield ComparisonNode(card=card, column=column, parent=parent, role=role, joining=joining)


def _holder(stance: Stance, context: ComparisonContext) -> ComparisonCard:
    claim = stance.evidence[0].claim
    corpus = context.corpus
    name = context.name(stance.holder)
    key = "/".join(filter(None, stance.holder.order))
    base = stance_card(f"holder/{key}/{stance.position}", stance, context)
    more = len(stance.claims) - 1
    return attrs.evolve(
        base,
        part=Part.PLAIN,
        words=(name, *at_position(stance, corpus)),
        text=corpus.claims[claim].text,
        notes=(*base.notes, f"and {counted(more, 'more claim')}" if more else ""),
        link=context.homes.get(claim, ""),
        sentence=f"{base.sentence}. {corpus.claims[claim].text}",
    )
