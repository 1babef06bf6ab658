"""Verdicts and reserves in a few words: what they are called, what they mean, and how each looks beside two names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from argmap.compare.alignment import Alignment
from argmap.compare.forecasts import Outcome
from argmap.compare.representation import Fidelity
from argmap.judge.verdict import Qualification, Verdict
from argmap.model.corpus import Corpus
from argmap.wording.english import first_lower
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
        "one says what the other denies, and nothing fits both",
        "they contradict each other",
    ),
    Verdict.CONTRARIETY: VerdictWords(
        "Answers that exclude each other",
        "they give different answers, and nothing fits both, but something else may hold instead",
        "their answers exclude each other",
    ),
    Verdict.OPPOSED: VerdictWords(
        "Opposed",
        "they pull apart, but something keeps it from being said that nothing fits both",
        "they are opposed, but it cannot be said that nothing fits both",
    ),
    Verdict.CONDITIONAL: VerdictWords(
        "Opposed on a condition",
        "they would clash, but one speaks only of a case that the other does not grant",
        "they would clash only on a condition",
    ),
    Verdict.TENSION: VerdictWords(
        "Tension",
        "one says what ought to be and the other what is, or the analyst marks that the two pull apart",
        "they pull apart, and neither excludes the other",
    ),
    Verdict.AGREEMENT: VerdictWords("Agreement", "", "they agree"),
    Verdict.QUALIFIED: VerdictWords(
        "Agreement with a difference",
        "they give the same answer, but not as firmly, or on a condition, or only in passing",
        "they agree with a difference",
    ),
    Verdict.EMPHASIS: VerdictWords(
        "Difference of emphasis",
        "each stresses another half of what one person could say",
        "they put the emphasis differently",
    ),
    Verdict.UNDECIDED: VerdictWords(
        "One leaves it open", "one leaves open what the other answers", "one leaves open what the other answers"
    ),
    Verdict.OVERTAKEN: VerdictWords(
        "Overtaken forecast",
        "one is a forecast, and the other a fact of its date, or what took its place",
        "what came after has overtaken a forecast",
    ),
    Verdict.SUPERSEDED: VerdictWords(
        "Facts of different times",
        "they would clash, but are facts of different times, or a link says that one took the place of the other",
        "they state facts of different times",
    ),
    Verdict.OTHER_TIMES: VerdictWords(
        "Different times", "they would clash, but speak of different times", "they speak of different times"
    ),
    Verdict.COMPATIBLE: VerdictWords(
        "Answers that can stand together",
        "they say different things, and nothing keeps both from standing",
        "they say different things that can stand together",
    ),
    Verdict.MIXED: VerdictWords(
        "One gives both answers",
        "one gives two answers that exclude each other, and the other gives one of them: that is no dispute",
        "one gives both answers, and the other one of them",
    ),
    Verdict.ONE_SIDED: VerdictWords("One is silent"),
}
"""In the order in which they are explained; each title stands for one code, in reports and in pictures."""


class ReserveWords(NamedTuple):
    """Why an agreement is qualified, in a few words: where the answers are at hand, and on a card."""

    brief: str
    on_card: str


RESERVES: Mapping[Qualification, ReserveWords] = {
    Qualification.STRENGTH: ReserveWords("not as firmly", "not equally firm"),
    Qualification.SCALE: ReserveWords("as what is or what ought to be", "one says what is, the other what ought to be"),
    Qualification.CONDITION: ReserveWords("one on a condition", "one on a condition"),
    Qualification.CONCESSION: ReserveWords("one only grants it", "one only grants it in passing"),
}


class FidelityWords(NamedTuple):
    """How a report compares with the original: behind "is reported", and what that means."""

    said: str
    meaning: str


FIDELITIES: Mapping[Fidelity, FidelityWords] = {
    Fidelity.FAITHFUL: FidelityWords("as the original says it", "the original gives the same answer, about as firmly"),
    Fidelity.FAITHFUL_IN_PART: FidelityWords(
        "as the original says it in part", "what is reported is there, and the original also gives another answer"
    ),
    Fidelity.QUALIFIED: FidelityWords("with a difference", "the two agree with some difference, which is named"),
    Fidelity.UNDERSTATED: FidelityWords(
        "less firmly than the original says it", "the report is less firm, by more than a step"
    ),
    Fidelity.OVERSTATED: FidelityWords(
        "more firmly than the original says it", "the report is firmer, by more than a step"
    ),
    Fidelity.CONDITION_ADDED: FidelityWords(
        "with a condition that the original does not make", "the report depends on something, the original does not"
    ),
    Fidelity.CONDITION_DROPPED: FidelityWords(
        "without the condition that the original makes", "the original depends on something, the report does not"
    ),
    Fidelity.QUOTES_CONCESSION: FidelityWords(
        "by what the original only grants", "the original gives this answer only in passing, and rests nothing on it"
    ),
    Fidelity.PICKED: FidelityWords(
        "by a weaker answer than the firmest of the original, which excludes it",
        "the report takes a weaker answer of the original, and the firmest answer of the original excludes it",
    ),
    Fidelity.MISREPRESENTED: FidelityWords(
        "against what the original says", "nothing fits the report and any answer that the original gives"
    ),
    Fidelity.DIFFERENT: FidelityWords(
        "where the original says something else, or leaves it open",
        "the original says something else, which the report does not exclude, or leaves the issue open",
    ),
    Fidelity.OTHER_TIME: FidelityWords(
        "for another time than the original", "they would clash, but speak of different times"
    ),
    Fidelity.NOT_IN_ORIGINAL: FidelityWords(
        "where the original is silent (it may have been said elsewhere)",
        "the original does not answer the issue; its author may have done so elsewhere",
    ),
}
"""From the best to the worst, then what is neither."""


class OutcomeWords(NamedTuple):
    """What came of a forecast: in a few words, and what these mean."""

    said: str
    meaning: str


OUTCOMES: Mapping[Outcome, OutcomeWords] = {
    Outcome.BORNE_OUT: OutcomeWords("borne out", "a fact of its date says what it foretold"),
    Outcome.CAME_ABOUT: OutcomeWords("came about", "it was called possible, and a fact of its date says that it came"),
    Outcome.FAILED: OutcomeWords("failed", "a fact of its date speaks against it"),
    Outcome.DID_NOT_COME: OutcomeWords(
        "did not come", "it was called possible, and a fact of its date says that it did not come"
    ),
    Outcome.SO_FAR_FOR: OutcomeWords(
        "so far for it", "its date is not reached, or it names none, and the facts so far say what it foretold"
    ),
    Outcome.SO_FAR_AGAINST: OutcomeWords(
        "so far against it", "its date is not reached, or it names none, and the facts so far speak against it"
    ),
    Outcome.DISPUTED: OutcomeWords("disputed", "some facts speak for it, and others against it"),
    Outcome.NOT_TESTED: OutcomeWords("not tested", "nobody who states a fact says that its condition was met"),
    Outcome.NOT_KNOWN: OutcomeWords("not known", "its date is past, and no fact in these documents tells what came"),
    Outcome.OPEN: OutcomeWords("open", "its date is not surely past, and no fact in these documents speaks to it"),
}
"""A forecast that failed is no disagreement, and its author is not told to contradict the fact."""


def phrase(verdict: Verdict) -> str:
    """What a verdict is called within a sentence: "answers that exclude each other"."""
    return first_lower(VERDICTS[verdict].title)


def verdict(alignment: Alignment) -> str:
    """How two holders stand to each other: "answers that exclude each other, 1 of 2 steps apart"."""
    words = phrase(alignment.verdict)
    if alignment.distance is not None:
        return f"{words}, {alignment.distance} of {alignment.scale} steps apart"
    reserves = reserved(alignment)
    return f"{words}: {reserves}" if reserves else words


def reserved(alignment: Alignment) -> str:
    """With what reserve two agree; empty where they agree without one."""
    return "; ".join(RESERVES[reserve].on_card for reserve in alignment.qualifications)


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


def changed_answer(alignment: Alignment) -> str:
    """What became of the answer of one who answered before: "the same", or how the two answers stand to each other."""
    if not alignment.verdict.is_agreement:
        return verdict(alignment)
    reserves = reserved(alignment)
    return f"{SAME}, but {reserves}" if reserves else SAME


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
