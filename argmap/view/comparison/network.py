"""A network of authors: on how much each two agree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from argmap.compare.agreement import PairNumbers, pair_numbers
from argmap.judge.holder import Holder
from argmap.view.comparison.comparison_context import ComparisonContext, Kind, Subject
from argmap.view.tables_and_trees import ComparisonCard, Network, NetworkEdge, Part
from argmap.wording.english import counted
from argmap.wording.verdict_sentences import numbers_sentence

_AUTHORS = 8
_EDGES = 24
"""The most that can be told apart."""
_LEGEND = (("4 of 6", "agree on 4 of the 6 issues that both answer"), ("≠ 2", "conflict on 2"))


def network_of(authors: tuple[Holder, ...], context: ComparisonContext) -> Network:
    """Authors in an order in which neighbours agree, and a line between each two who answer the same issue.

    Of many authors those who answer most issues are shown, and of many lines those over most issues.
    """
    comparison = context.comparison
    spoken = {author: len(comparison.stances.by_holder.get(author, {})) for author in authors}
    most = set(sorted(authors, key=lambda author: (-spoken[author], author.order))[:_AUTHORS])
    shown = tuple(author for author in authors if author in most)
    pairs = [pair_numbers(comparison, one, other) for one, other in combinations(shown, 2)]
    pairs = [pair for pair in pairs if pair.agreement.of]
    ranked = sorted(pairs, key=lambda pair: (-pair.agreement.of, pair.one.order, pair.other.order))[:_EDGES]
    drawn = [pair for pair in pairs if pair in ranked]
    counts = f"{_some(len(shown), len(authors), 'text')} · {_some(len(drawn), len(pairs), 'pair')} with a shared issue"
    meaning = "A line says on how many of the issues that both answer the two agree, and on how many they conflict."
    title = "Who agrees with whom"
    return Network(
        title=title,
        subtitle=(counts, meaning),
        description=f"{title}: {counts}. " + " ".join(f"{_sentence(pair, context)}." for pair in drawn),
        links=context.links(
            ("Who holds what", Subject(Kind.MATRIX)), ("What the disagreements turn on", Subject(Kind.CRUXES))
        ),
        cards=tuple(_card(author, spoken[author], context) for author in shown),
        edges=tuple(_edges(drawn, context)),
        samples=_LEGEND if drawn else (),
    )


def _some(number: int, total: int, noun: str) -> str:
    return counted(number, noun) if number == total else f"{number} of {counted(total, noun)}"


def _card(author: Holder, spoken: int, context: ComparisonContext) -> ComparisonCard:
    title = context.corpus.documents[author.document].title
    answers = f"answers {counted(spoken, 'issue')}"
    name = context.name(author)
    return ComparisonCard(
        id=f"author/{author.document}",
        words=(name,),
        text=title,
        notes=(answers,),
        link=context.maps[author.document],
        sentence=f"{name}, {title}: {answers}",
    )


def _edges(pairs: list[PairNumbers], context: ComparisonContext) -> Iterator[NetworkEdge]:
    most = max((pair.agreement.count for pair in pairs), default=0) or 1
    for pair in pairs:
        agreed, conflict = pair.agreement.count, pair.conflict.count
        part = Part.ACCORD if agreed > conflict else Part.CONFLICT if conflict > agreed else Part.PLAIN
        yield NetworkEdge(
            id=f"pair/{pair.one.document}/{pair.other.document}",
            one=f"author/{pair.one.document}",
            other=f"author/{pair.other.document}",
            label=f"{agreed} of {pair.agreement.of}" + (f" · ≠ {conflict}" if conflict else ""),
            share=agreed / most,
            part=part,
            sentence=_sentence(pair, context),
        )


def _sentence(pair: PairNumbers, context: ComparisonContext) -> str:
    return numbers_sentence(pair, context.name(pair.one), context.name(pair.other))
