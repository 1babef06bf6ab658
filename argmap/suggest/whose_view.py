"""Whose view a claim is, told where it may answer: an answer under it is not always what its author says."""

from __future__ import annotations

from argmap.judge.assertion import commitments
from argmap.language.words import Attitude
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.wording.english import within_sentence
from argmap.wording.names import actor_names


def commits_author(claim: Claim) -> bool:
    """Whether the author of the document says something by it; else it shows somebody else's view, or nobody's."""
    return any(one.holder.is_author for one in commitments(claim))


def view_in_words(claim: Claim, corpus: Corpus) -> str:
    """Whose view a claim is; empty where it is what its author claims."""
    holders = _holders(claim, corpus)
    if not commits_author(claim):
        return f"a view of {holders or 'nobody'}"
    if claim.attitude.accepts:
        return ""
    return f"the author {claim.attitude} it" + (f", a view of {holders}" if holders else "")


def answer_of_view(claim: Claim, corpus: Corpus) -> str:
    """What an answer says under a claim that is not what its author claims."""
    holders = _holders(claim, corpus)
    if not commits_author(claim):
        return f"its answer is that of {holders or 'nobody'}, and not the author's"
    against = "doubts" if claim.attitude is Attitude.DOUBTS else "rejects"
    return f"its answer is one that the author {against}"


def _holders(claim: Claim, corpus: Corpus) -> str:
    return within_sentence(actor_names(claim.holders, claim.document, corpus)) if claim.holders else ""
