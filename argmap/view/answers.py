"""What a claim answers, as its author and its holders mean it."""

from __future__ import annotations

from argmap.language.words import Attitude
from argmap.model.claim import Answer, Claim
from argmap.model.corpus import Corpus
from argmap.view.sentences import actor_name, named


def answer_of(answer: Answer, claim: Claim, corpus: Corpus) -> str:
    """The line of a card for one answer: "▸ lead: sco", "▸ lead: not sco", "▸ lead: sco (Russia, likely)".

    To deny a claim is to reject what it answers, and to accept what it excludes.  What the author only reports is
    the answer of those who hold it.
    """
    rejecting = claim.attitude in (Attitude.DENIES, Attitude.DOUBTS)
    excluded = "not " if answer.negated is not rejecting else ""
    leaning = "rather " if claim.attitude is Attitude.DOUBTS else ""
    whose = _whose(answer, claim, corpus)
    return f"▸ {answer.issue}: {leaning}{excluded}{answer.position}{f' ({whose})' if whose else ''}"


def _whose(answer: Answer, claim: Claim, corpus: Corpus) -> str:
    if answer.holder is not None:
        firm = f", {answer.strength}".replace("-", " ") if answer.strength else ""
        return actor_name(answer.holder, claim.document, corpus) + firm
    if claim.attitude is Attitude.SUPPOSES:
        return "supposed"
    said_by_others = claim.attitude is Attitude.REPORTS or (claim.attitude is Attitude.IMPLIES and claim.holders)
    return (named(claim.holders, claim, corpus) or "reported") if said_by_others else ""
