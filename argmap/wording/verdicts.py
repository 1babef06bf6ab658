"""Verdicts, and what came of forecasts, in a few words: what they are called, what they mean, and how they look."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from argmap.compare.alignment import Alignment
from argmap.compare.forecasts import Outcome
from argmap.compare.representation import Fidelity
from argmap.judge.strength import Scale
from argmap.judge.verdict import Qualification, Verdict
from argmap.model.corpus import Corpus
from argmap.wording.english import counted, first_lower
from argmap.wording.relations import link_text


class VerdictWords(NamedTuple):
    """How one verdict is said.

    Attributes:
        title: What a reader is shown for it.
        meaning: What the title means, as a clause; empty where it needs no explanation.
        instead: What two holders do to whom it now applies, after something else did.
    """

    title: str
    meaning: str = ""
    instead: str = ""


VERDICTS: Mapping[Verdict, VerdictWords] = {
    Verdict.CONTRADICTION: VerdictWords(
        "Contradiction",
        "one says what the other denies, so that they cannot both be right, or nobody can do or hold both",
        "they contradict each other",
    ),
    Verdict.CONTRARIETY: VerdictWords(
        "Answers that cannot both hold",
        "they give different answers that cannot both hold, and perhaps neither does",
        "their answers cannot both hold",
    ),
    Verdict.OPPOSED: VerdictWords(
        "Opposed",
        "they point opposite ways, short of contradicting each other",
        "they are opposed, short of contradicting each other",
    ),
    Verdict.CONDITIONAL: VerdictWords(
        "Opposed on a condition",
        "they would disagree, but one speaks only of a case, and the other does not say that it is so",
        "they disagree only on a condition",
    ),
    Verdict.TENSION: VerdictWords(
        "Tension",
        "one says what ought to be and the other what is, or the analyst marks that the two are in tension",
        "they are in tension, and neither excludes the other",
    ),
    Verdict.AGREEMENT: VerdictWords("Agreement", "", "they agree"),
    Verdict.QUALIFIED: VerdictWords(
        "Agreement with a difference",
        "they give the same answer, but not as firmly, or on a condition, or one only grants it",
        "they agree with a difference",
    ),
    Verdict.EMPHASIS: VerdictWords(
        "Difference of emphasis",
        "one person could say both, and each of the two stresses one half of it",
        "they put the emphasis differently",
    ),
    Verdict.UNDECIDED: VerdictWords(
        "One leaves it open", "one leaves open what the other answers", "one leaves open what the other answers"
    ),
    Verdict.OVERTAKEN: VerdictWords(
        "Overtaken forecast",
        "one foretold something, and what the other says shows what came of it, or replaces it",
        "what came after has overtaken a forecast",
    ),
    Verdict.SUPERSEDED: VerdictWords(
        "Facts of different times",
        "they say different things, but of different times, or a link says that one replaces the other",
        "they state facts of different times",
    ),
    Verdict.OTHER_TIMES: VerdictWords(
        "Different times", "they would disagree, but speak of different times", "they speak of different times"
    ),
    Verdict.COMPATIBLE: VerdictWords(
        "Answers that can stand together",
        "they say different things, and nothing keeps both from standing",
        "they say different things that can stand together",
    ),
    Verdict.MIXED: VerdictWords(
        "One gives both answers",
        "one gives two answers that exclude each other, and the other gives one of them",
        "one gives both answers, and the other one of them",
    ),
    Verdict.ONE_SIDED: VerdictWords("One is silent"),
}
"""In the order in which they are explained; each title stands for one code, in reports and in pictures.  Where a page
tells two holders, what cannot both hold is titled by what it is about (see `argmap.wording.verdict_reasons.title_of`).
"""


RESERVES: Mapping[Qualification, str] = {
    Qualification.STRENGTH: "not as firmly",
    Qualification.SCALE: "one as what ought to be",
    Qualification.CONDITION: "one on a condition",
    Qualification.CONCESSION: "one only grants it",
}
"""Why an agreement is qualified, in a few words."""

FIDELITIES: Mapping[Fidelity, str] = {
    Fidelity.FAITHFUL: "the report says what the original says",
    Fidelity.FAITHFUL_IN_PART: "the original says so, and also gives another answer",
    Fidelity.QUALIFIED: "the two agree, with a difference",
    Fidelity.UNDERSTATED: "the report says it less firmly",
    Fidelity.OVERSTATED: "the report says it more firmly",
    Fidelity.CONDITION_ADDED: "the report makes a condition that the original does not make",
    Fidelity.CONDITION_DROPPED: "the report leaves out a condition that the original makes",
    Fidelity.QUOTES_CONCESSION: "the original only grants what the report says",
    Fidelity.PICKED: "the report takes a weaker answer of the original, whose firmest answer excludes it",
    Fidelity.MISREPRESENTED: "what the report says cannot stand beside anything that the original says on it",
    Fidelity.DIFFERENT: "the original says something else, or leaves it open",
    Fidelity.OTHER_TIME: "they speak of different times",
    Fidelity.NOT_IN_ORIGINAL: "the original says nothing on it (its author may have said so elsewhere)",
}
"""How a report compares with the original, as a clause about both: from the best to the worst, then what is neither."""

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.BORNE_OUT: "borne out",
    Outcome.CAME_ABOUT: "came about",
    Outcome.FAILED: "failed",
    Outcome.DID_NOT_COME: "did not come",
    Outcome.SO_FAR_FOR: "so far for it",
    Outcome.SO_FAR_AGAINST: "so far against it",
    Outcome.DISPUTED: "facts on both sides",
    Outcome.NOT_TESTED: "not tested",
    Outcome.NOT_KNOWN: "not known",
    Outcome.OPEN: "open",
}
"""What came of a forecast.  One that failed is no disagreement, and its author is not told to contradict the fact."""


def phrase(verdict: Verdict) -> str:
    """What a verdict is called within a sentence: "answers that cannot both hold"."""
    return first_lower(VERDICTS[verdict].title)


def verdict(alignment: Alignment) -> str:
    """How two holders stand to each other: "answers that cannot both hold, 1 of 2 steps apart"."""
    words = phrase(alignment.verdict)
    if alignment.distance is not None:
        return f"{words}, {alignment.distance} of {alignment.scale} steps apart"
    reserves = reserved(alignment)
    return f"{words}: {reserves}" if reserves else words


def reserved(alignment: Alignment) -> str:
    """With what reserve two agree; empty where they agree without one."""
    return "; ".join(RESERVES[reserve] for reserve in alignment.qualifications)


def verdict_sign(alignment: Alignment) -> str:
    """A verdict in one sign."""
    if alignment.verdict.is_cannot:
        return "≠"
    if alignment.verdict.is_disagreement:
        return "≁"
    if alignment.verdict is Verdict.AGREEMENT:
        return "="
    return "≈" if alignment.verdict is Verdict.QUALIFIED else "·"


SAME = "the same"
"""What became of an answer that did not change."""

_CHANGED: Mapping[Verdict, str] = {
    Verdict.CONTRADICTION: "contradicts the answer before",
    Verdict.CONTRARIETY: "another answer, which cannot hold beside the one before",
    Verdict.OPPOSED: "points the other way",
    Verdict.CONDITIONAL: "another answer, and one of the two on a condition",
    Verdict.TENSION: "in tension with the answer before",
    Verdict.AGREEMENT: SAME,
    Verdict.QUALIFIED: SAME,
    Verdict.EMPHASIS: "another emphasis",
    Verdict.UNDECIDED: "open at one time, and answered at the other",
    Verdict.OVERTAKEN: "a forecast, and what came of it",
    Verdict.SUPERSEDED: "a fact of another time",
    Verdict.OTHER_TIMES: "said of another time",
    Verdict.COMPATIBLE: "another answer, which can stand beside the one before",
    Verdict.MIXED: "both answers at one time, and one of them at the other",
    Verdict.ONE_SIDED: "spoken of at one time alone",
}
"""A later answer beside the one before it: whoever changes an answer is not told to be wrong."""


def changed_answer(alignment: Alignment, *, partly: bool = False) -> str:
    """What became of the answer of one who answered before, on the first side: "the same, less firmly".

    Args:
        alignment: The answers before beside those after.
        partly: Whether one side gives an answer that the other does not give.
    """
    said = _CHANGED[alignment.verdict]
    if partly and said == SAME:
        said = "the same in part"
    if alignment.distance is not None:
        return f"{said}, {alignment.distance} of {counted(alignment.scale or 0, 'step')} away"
    return ", ".join((said, *(_difference(one, alignment) for one in alignment.qualifications)))


def _difference(kind: Qualification, alignment: Alignment) -> str:
    """In what the later of two answers that are the same differs from the one before."""
    before, after = (next(iter(side.evidence), None) for side in (alignment.one, alignment.other))
    if before is None or after is None:
        return RESERVES[kind]
    match kind:
        case Qualification.STRENGTH:
            return "more firmly" if after.firmness.low > before.firmness.low else "less firmly"
        case Qualification.SCALE:
            return "now as what ought to be" if after.force.own_scale is Scale.DUTY else "now as what is"
        case Qualification.CONDITION if not before.conditions:
            return "now on a condition"
        case Qualification.CONDITION:
            return "on another condition" if after.conditions else "no longer on a condition"
        case Qualification.CONCESSION:
            return "now only granted" if after.conceded else "no longer only granted"


def about(alignment: Alignment) -> str:
    """The id of what an alignment is about: of an issue, or a link as it is written."""
    return alignment.issue or (link_text(alignment.link) if alignment.link is not None else "")


def subject(alignment: Alignment) -> str:
    """What an alignment is about: an issue, or two claims or positions that a link joins."""
    if alignment.issue is not None:
        return alignment.issue
    return f"{alignment.link.source} and {alignment.link.target}" if alignment.link is not None else ""


def conflict_text(conflict: Alignment, corpus: Corpus) -> str:
    """What a conflict is about: the question, or why two claims cannot both be right."""
    if conflict.issue is not None:
        return corpus.issues[conflict.issue].question
    return (conflict.link.why if conflict.link is not None else "") or subject(conflict)
