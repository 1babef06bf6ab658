"""Premises without a name: which is which is told by where they stand, and by their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import partial

import attrs

from argmap.diff.alike import alike, matched
from argmap.diff.change import Role
from argmap.diff.matching import Matching
from argmap.diff.steps import Group, groups_of
from argmap.diff.wording import normalised, words_of
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId

_Pair = tuple[ClaimId, ClaimId]


@attrs.frozen
class _Premise:
    """A premise that is in no pair yet, its words, normalised, and the group in which it stands first."""

    claim: Claim
    words: str
    group: Group

    @property
    def named(self) -> bool:
        return self.claim.named

    @property
    def role(self) -> Role:
        return self.group.role


_Premises = list[_Premise]


def match_premises(old: Corpus, new: Corpus, matching: Matching, conclusions: Iterable[_Pair]) -> None:
    """Match the premises under claims that are pairs, then what stands under those premises in turn.

    At least one of two is without a name: of two names, only `was` says that they mean the same.  Under one conclusion
    these are pairs, in this order: the same words, in the same role if possible; words alike, in the same role; of
    those without a name, what alone is left of a group that keeps another premise, and the only single reason that is
    left of a role.
    """
    pending = [(one, other) for one, other in conclusions if old.claims[one].steps]
    while pending:
        # In the same order whichever side is called the old one.
        pending.sort(key=sorted)
        pending = [below for pair in pending for below in _under(pair, old, new, matching)]


def _under(conclusions: _Pair, old: Corpus, new: Corpus, matching: Matching) -> list[_Pair]:
    here = _free(old.claims[conclusions[0]], old, matching.pairs)
    there = _free(new.claims[conclusions[1]], new, matching.origins) if here else []
    found: list[_Pair] = []
    last_of_group = partial(_last_of_group, known=matching.pairs)
    for rule in (_same_words_in_role, _same_words, _like_words, last_of_group, _last_of_role):
        if not (here and there):
            break
        found += matching.add_all(rule(here, there))
        here = [premise for premise in here if premise.claim.id not in matching.pairs]
        there = [premise for premise in there if premise.claim.id not in matching.origins]
    return found


def _free(conclusion: Claim, corpus: Corpus, known: Mapping[ClaimId, ClaimId]) -> _Premises:
    found: dict[ClaimId, _Premise] = {}
    for group in groups_of(conclusion):
        for name in group.premises:
            if name not in known and name not in found and name in corpus.claims:
                claim = corpus.claims[name]
                found[name] = _Premise(claim, normalised(claim.text), group)
    return list(found.values())


def _same_words_in_role(here: _Premises, there: _Premises) -> Iterator[_Pair]:
    return _in_order(here, there, lambda premise: (premise.words, premise.role))


def _same_words(here: _Premises, there: _Premises) -> Iterator[_Pair]:
    return _in_order(here, there, lambda premise: premise.words)


def _in_order(here: _Premises, there: _Premises, key: Callable[[_Premise], Hashable]) -> Iterator[_Pair]:
    """Those with one key in the order of the text, rather two without a name than one with and one without."""
    for ours, theirs in ((False, False), (False, True), (True, False)):
        waiting: dict[Hashable, list[ClaimId]] = {}
        for premise in reversed(there):
            if premise.named is theirs:
                waiting.setdefault(key(premise), []).append(premise.claim.id)
        for premise in here:
            if premise.named is ours and waiting.get(key(premise)):
                yield premise.claim.id, waiting[key(premise)].pop()


def _like_words(here: _Premises, there: _Premises) -> Iterator[_Pair]:
    for role in Role:
        ours = [premise for premise in here if premise.role is role]
        theirs = [premise for premise in there if premise.role is role]
        if ours and theirs:
            pairs = alike(
                [words_of(premise.words) for premise in ours], [words_of(premise.words) for premise in theirs]
            )
            pairs = [pair for pair in pairs if not (ours[pair[1]].named and theirs[pair[2]].named)]
            for _, one, other in matched(pairs):
                yield ours[one].claim.id, theirs[other].claim.id


def _last_of_group(here: _Premises, there: _Premises, known: Mapping[ClaimId, ClaimId]) -> Iterator[_Pair]:
    """What alone has no name, and is left of two groups of one role that keep a premise, or that doubt such steps."""
    ends: dict[tuple[Role, ClaimId], list[ClaimId]] = {}
    for premise in there:
        for beside in () if premise.named else _context(premise.group):
            ends.setdefault((premise.role, beside), []).append(premise.claim.id)
    pairs = {
        (premise.claim.id, end)
        for premise in here
        if not premise.named
        for beside in _context(premise.group)
        if beside in known
        for end in ends.get((premise.role, known[beside]), ())
    }
    ours, theirs = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    return (pair for pair in sorted(pairs) if ours[pair[0]] == 1 and theirs[pair[1]] == 1)


def _context(group: Group) -> tuple[ClaimId, ...]:
    return (*group.premises, *group.against)


def _last_of_role(here: _Premises, there: _Premises) -> Iterator[_Pair]:
    """The only single reasons of one role that are left; a doubt has its place at its step alone."""
    for role in Role:
        if role is not Role.UNDERCUT:
            ours, theirs = _single(here, role), _single(there, role)
            if len(ours) == 1 and len(theirs) == 1 and not (ours[0].named or theirs[0].named):
                yield ours[0].claim.id, theirs[0].claim.id


def _single(premises: _Premises, role: Role) -> _Premises:
    return [premise for premise in premises if premise.role is role and len(premise.group.premises) == 1]
