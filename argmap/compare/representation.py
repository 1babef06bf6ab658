"""Fair attribution: how one document represents somebody, against what that one's own document says."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.comparison import Comparison
from argmap.judge.assertion import Assertion
from argmap.judge.holder import Holder, identity, principal
from argmap.judge.holders import dependences_between
from argmap.judge.pairs import Judgement
from argmap.judge.questions import judge_answers
from argmap.judge.verdict import Qualification, Verdict


class Fidelity(StrEnum):
    """How a report compares with the original, the worst first."""

    MISREPRESENTED = "misrepresented"
    """The report cannot be right together with anything that the original says on it."""
    PICKED = "picked"
    """The report takes an answer of the original that its firmest answer excludes."""
    QUOTES_CONCESSION = "quotes-a-concession"
    """The original only grants it."""
    CONDITION_DROPPED = "condition-dropped"
    CONDITION_ADDED = "condition-added"
    OVERSTATED = "overstated"
    """The report is firmer, by more than a step."""
    UNDERSTATED = "understated"
    """The report is less firm, by more than a step."""
    DIFFERENT = "different"
    """The original says something else, which the report does not exclude, or leaves the issue open."""
    OTHER_TIME = "other-time"
    """They would clash, but speak of different times."""
    NOT_IN_ORIGINAL = "not-in-original"
    """The original is silent on the issue; its author may have said it elsewhere."""
    QUALIFIED = "qualified"
    """They agree with some other difference (see `Alignment.qualifications`)."""
    FAITHFUL_IN_PART = "faithful-in-part"
    """What is reported is there; the original also gives another answer."""
    FAITHFUL = "faithful"


@attrs.frozen(kw_only=True)
class Representation:
    """One document's report of somebody beside one document of that one's own.

    Attributes:
        alignment: The actor as reported first, the author of the original second.
        fidelity: How the two compare.
        through: True where the two are not the same actor but one speaks for the other.
        original_later: Whether the original is later than the report, as far as dates tell: then a difference may be a
            change of mind.
    """

    alignment: Alignment
    fidelity: Fidelity
    through: bool = False
    original_later: bool = False

    @property
    def reported(self) -> Holder:
        """The actor, as the report shows it."""
        return self.alignment.one.holder

    @property
    def original(self) -> Holder:
        """The author of the original."""
        return self.alignment.other.holder


def representations(comparison: Comparison) -> Iterator[Representation]:
    """Every report of an actor who wrote a document that is compared too, on every subject of which the report speaks.

    A document's report of its own author is left out.  An actor who ``speaks-for`` another is compared with what the
    other wrote, and the other way round, and marked so.
    """
    corpus = comparison.corpus
    written = comparison.written()
    spoken: dict[str, list[Holder]] = {}
    for author in comparison.authors:
        for writer in corpus.documents[author.document].authors:
            whose = principal(Holder(author.document, writer), corpus)
            if whose:
                spoken.setdefault(whose, []).append(author)
    for actor in comparison.holders:
        if actor.actor is None:
            continue
        name = identity(actor.actor, actor.document, corpus)
        own = [(author, False) for author in written.get(name, ())]
        own += [(author, True) for author in written.get(principal(actor, corpus), ())]
        own += [(author, True) for author in spoken.get(name, ())]
        for author, through in own:
            if author.document != actor.document:
                yield from _of(comparison, actor, author, through=through)


def _of(comparison: Comparison, actor: Holder, author: Holder, *, through: bool) -> Iterator[Representation]:
    for alignment in comparison.between(actor, author, one_sided=True):
        if alignment.one.stances or alignment.link is not None:
            yield Representation(
                alignment=alignment,
                fidelity=_fidelity(alignment, comparison),
                through=through,
                original_later=comparison.is_older(actor, author),
            )


def _fidelity(alignment: Alignment, comparison: Comparison) -> Fidelity:
    """How a report compares with the best match that the original offers for each thing that it reports; the worst."""
    if alignment.issue is None:
        judged = Judgement(alignment.verdict, alignment.reason, alignment.qualifications, alignment.feasible)
        # A link is judged by the two assertions that come first: the verdict says nothing of the others.
        return _best_match(alignment.one.evidence[0], [(alignment.other.evidence[0], judged)])
    report, original = (comparison.stances.profile(holder, alignment.issue).answers for holder in alignment.holders)
    if not original:
        return Fidelity.NOT_IN_ORIGINAL
    dependences = dependences_between(*alignment.holders, comparison.stances.held)
    question = comparison.stances.questions[alignment.issue]
    found = [
        _best_match(
            answer.assertion,
            [(theirs.assertion, judge_answers(answer, theirs, question, dependences)) for _, theirs in original],
        )
        for _, answer in report
    ]
    return min(found, key=list(Fidelity).index, default=Fidelity.DIFFERENT)


_Matches = list[tuple[Assertion, Judgement]]


def _best_match(report: Assertion, pairs: _Matches) -> Fidelity:
    main = [pair for pair in pairs if pair[0].is_main]
    matching = [pair for pair in main if pair[1].verdict.is_agreement]
    if matching:
        if _is_picked(matching, main):
            return Fidelity.PICKED
        found = min((_match(report, *pair) for pair in matching), key=_BEST.index)
        others = any(pair not in matching and pair[1].verdict is not Verdict.EMPHASIS for pair in main)
        return Fidelity.FAITHFUL_IN_PART if found is Fidelity.FAITHFUL and others else found
    shown = [original for original, judged in pairs if judged.verdict.is_agreement]
    if any(original.conceded for original in shown):
        return Fidelity.QUOTES_CONCESSION
    if any(original.conditions and not report.conditions for original in shown):
        # The original rules out the condition on which it says so.
        return Fidelity.CONDITION_DROPPED
    if any(
        original.conditions and not report.conditions and judged.verdict is Verdict.CONDITIONAL
        for original, judged in main
    ):
        return Fidelity.CONDITION_DROPPED
    if main and all(judged.verdict.is_cannot for _, judged in main):
        return Fidelity.MISREPRESENTED
    times = (Verdict.SUPERSEDED, Verdict.OTHER_TIMES, Verdict.OVERTAKEN)
    return Fidelity.OTHER_TIME if any(judged.verdict in times for _, judged in main) else Fidelity.DIFFERENT


def _is_picked(matching: _Matches, main: _Matches) -> bool:
    """Whether the report takes a weaker answer, and the original's firmest excludes it."""
    firmest = max(original.firmness.low for original, _ in main)
    weaker = all(original.firmness.low < firmest for original, _ in matching)
    return weaker and any(judged.verdict.is_cannot and original.firmness.low == firmest for original, judged in main)


def _match(report: Assertion, original: Assertion, judged: Judgement) -> Fidelity:
    match judged.qualifications:
        case ():
            return Fidelity.FAITHFUL
        case (Qualification.STRENGTH, *_):
            return Fidelity.OVERSTATED if report.firmness.low > original.firmness.low else Fidelity.UNDERSTATED
        case (Qualification.CONDITION, *_):
            return Fidelity.CONDITION_ADDED if report.conditions else Fidelity.CONDITION_DROPPED
    return Fidelity.QUALIFIED


_BEST = (
    Fidelity.FAITHFUL,
    Fidelity.QUALIFIED,
    Fidelity.UNDERSTATED,
    Fidelity.OVERSTATED,
    Fidelity.CONDITION_ADDED,
    Fidelity.CONDITION_DROPPED,
)
