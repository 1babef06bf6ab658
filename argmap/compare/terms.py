"""Talking past each other: conflicts over words that two documents define differently."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from argmap.compare.alignment import Alignment, Side
from argmap.compare.comparison import Comparison
from argmap.model.actor import Term
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId


@attrs.frozen(kw_only=True)
class TalkingPast:
    """A conflict that may be about a word.

    Attributes:
        conflict: The conflict.
        one: What the term means in the first side's document: its own definition, or the shared one.
        other: What it means in the second side's.
        one_uses: The first side's claims that use the term; empty where only the issue's own words do.
        other_uses: The second side's.
    """

    conflict: Alignment
    one: Term
    other: Term
    one_uses: tuple[ClaimId, ...]
    other_uses: tuple[ClaimId, ...]


def talking_past(comparison: Comparison, conflict: Alignment) -> Iterator[TalkingPast]:
    """The terms over which the sides of a conflict may be talking past each other, sorted by id.

    A term counts where the documents of both sides define it differently (a document's own definition goes before the
    shared one), and where both sides use it, in the claims on which the conflict rests or in the issue that both
    answer.  A term is used where its id, with spaces or hyphens, or one of its other spellings stands as whole words,
    in any case.  Whether the two definitions really part is for a reader to judge.
    """
    corpus = comparison.corpus
    one, other = conflict.one, conflict.other
    if not conflict.verdict.is_cannot or one.holder.document == other.holder.document:
        return
    mine, yours = _terms(one.holder.document, corpus), _terms(other.holder.document, corpus)
    for name in sorted(mine.keys() & yours.keys()):
        here, there = mine[name], yours[name]
        if " ".join(here.meaning.split()) == " ".join(there.meaning.split()):
            continue
        pattern = _pattern(here, there)
        asked = conflict.issue is not None and pattern.search(_wording(conflict, corpus)) is not None
        used, used_there = _uses(one, pattern, corpus), _uses(other, pattern, corpus)
        if asked or (used and used_there):
            yield TalkingPast(conflict=conflict, one=here, other=there, one_uses=used, other_uses=used_there)


def _terms(document: DocumentId, corpus: Corpus) -> dict[str, Term]:
    """What each term means in a document."""
    shared = {term.id: term for term in corpus.terms.values() if term.document is None}
    return shared | {term.id: term for term in corpus.terms.values() if term.document == document}


def _pattern(*terms: Term) -> re.Pattern[str]:
    spellings = {spelling for term in terms for spelling in (term.id, *term.also) if spelling.strip()}
    words = ("[ -]".join(re.escape(word) for word in re.split("[ -]+", spelling)) for spelling in sorted(spellings))
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


def _wording(conflict: Alignment, corpus: Corpus) -> str:
    if conflict.issue is None:
        return ""
    issue = corpus.issues[conflict.issue]
    taken = {stance.position for side in (conflict.one, conflict.other) for stance in side.stances}
    return "\n".join((issue.question, *(position.text for position in issue.positions if position.id in taken)))


def _uses(side: Side, pattern: re.Pattern[str], corpus: Corpus) -> tuple[ClaimId, ...]:
    return tuple(claim for claim in side.claims if pattern.search(corpus.claims[claim].text))
