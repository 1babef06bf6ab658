"""Two clauses of English in which one does to another what that one does to him, or is more than the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.similarity.clashes import Clash, Part, PolarityKind, are_alike, do_meet, is_among

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.similarity.clauses import Clause, Word
    from argmap.similarity.tokens import Token

_SYMMETRIC = frozenset(
    "agree ally border clash compete conflict connect cooperate differ fight follow join link marry meet negotiate "
    "relate share speak talk trade unite war work".split()
)
_NO_OBJECT_OF_VERB = frozenset("of and or is are was were be will would should must can could may might".split())
_NOUN_BEFORE = frozenset("the a an of in for on by with to their its his her this that these those and or from".split())


def role_clashes(a: Clause, tokens: tuple[Token, ...], b: Clause, other_tokens: tuple[Token, ...]) -> Iterator[Clash]:
    """Where one does to another what that one does to him, by a verb or a comparison that both clauses have."""
    for i, x in enumerate(a.words):
        for j, y in enumerate(b.words):
            if set(x.lemmas).isdisjoint(y.lemmas) or not _SYMMETRIC.isdisjoint((*x.lemmas, *y.lemmas)):
                continue
            if x.is_negated or y.is_negated or x.supposed or y.supposed or {x.modal, y.modal} & {"can", "duty", "may"}:
                continue
            if any(negator.form in {"less", "fewer"} for negator in (*a.negators, *b.negators)):
                continue
            who, whom = _distinct(*_roles(a, i, tokens))
            other_who, other_whom = _distinct(*_roles(b, j, other_tokens))
            if (
                do_meet(who, other_whom)
                and do_meet(whom, other_who)
                and not do_meet(who, other_who)
                and not do_meet(whom, other_whom)
                and are_alike(Part(a, a.words), Part(b, b.words), 0.6, 0.5)
            ):
                yield Clash(_extent(who, whom), _extent(other_who, other_whom), PolarityKind.ROLES)


def _distinct(who: Sequence[Word], whom: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    return [word for word in who if not is_among(word, whom)], [word for word in whom if not is_among(word, who)]


def _roles(clause: Clause, i: int, tokens: tuple[Token, ...]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Who does it and to whom, or what is compared with what; empty where that cannot be told."""
    word = clause.words[i]
    than = next(
        (p for p in range(word.position + 1, min(word.position + 5, clause.end)) if tokens[p].form == "than"), -1
    )
    if than >= 0:
        return clause.words[max(0, i - 2) : i], tuple(each for each in clause.words[i + 1 :] if each.position > than)[
            :2
        ]
    if word.is_comparative or word.preceding[1] in _NOUN_BEFORE or word.following in _NO_OBJECT_OF_VERB:
        return (), ()
    left, right = clause.words[max(0, i - 1) : i], clause.words[i + 1 : i + 2]
    if word.is_passive:
        return (right, left) if word.following == "by" else ((), ())
    return left, right


def _extent(words: Sequence[Word], others: Sequence[Word]) -> tuple[int, int]:
    both = (*words, *others)
    return min(word.start for word in both), max(word.end for word in both)
