"""Which old claim is which new one.

Claims with a name go by it, by `was`, and by words that nothing else says; which premise without a name is which is
told by where they stand, and by their words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple, TypeVar

import attrs

from argmap.diff.declared import Declared, Homes, declared_at_home
from argmap.diff.text_similarity import alike, matched, normalised, words_of
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole


@attrs.define(eq=False, repr=False)
class Matching:
    """Pairs of an old and a new claim; no claim stands in two.

    Attributes:
        pairs: By old claim, the new one.
        origins: By new claim, the old one.
    """

    pairs: dict[ClaimId, ClaimId] = attrs.field(factory=dict)
    origins: dict[ClaimId, ClaimId] = attrs.field(factory=dict)

    def add(self, old: ClaimId, new: ClaimId) -> bool:
        """Make a pair of two claims; false where one of them is in a pair already."""
        if old in self.pairs or new in self.origins:
            return False
        self.pairs[old] = new
        self.origins[new] = old
        return True

    def add_all(self, pairs: Iterable[tuple[ClaimId, ClaimId]]) -> list[tuple[ClaimId, ClaimId]]:
        """Make pairs, and say which could be made."""
        return [(old, new) for old, new in pairs if self.add(old, new)]


@attrs.frozen(eq=False)
class Group:
    """Premises that are linked, of a step or of a doubt about one; no group is another.

    Attributes:
        role: The broad one.
        premises: In the author's order.
        against: The premises of the step that an undercut doubts; else empty.
    """

    role: StepRole
    premises: tuple[ClaimId, ...]
    against: tuple[ClaimId, ...] = ()


def groups_of(claim: Claim) -> Iterator[Group]:
    """All groups of premises under a claim, in the author's order."""
    for step in claim.steps:
        yield Group(step.role.broad, step.premises)
        for undercut in step.undercuts:
            yield Group(StepRole.UNDERCUT, undercut.premises, step.premises)


_Pair = tuple[ClaimId, ClaimId]


class _Premise(NamedTuple):
    """A premise that is in no pair yet, its words, normalised, and the group in which it stands first."""

    claim: Claim
    words: str
    group: Group

    @property
    def named(self) -> bool:
        return self.claim.named

    @property
    def role(self) -> StepRole:
        return self.group.role


class _Left(NamedTuple):
    """A claim that is in no pair yet.

    Attributes:
        home: Its document, by the name that it has on the new side.
        words: Normalised.
    """

    claim: Claim
    home: str
    words: str


_Premises = list[_Premise]
Left = TypeVar("Left", _Premise, _Left)


def match_premises(old: Corpus, new: Corpus, matching: Matching, conclusions: Iterable[_Pair]) -> None:
    """Match the premises under claims that are pairs, then what stands under those premises in turn.

    At least one of two is without a name: of two names, only `was` says that they mean the same.  Under one conclusion
    these are pairs, in this order: the same words, in the same role if possible; words alike, in the same role; of
    those without a name, what alone is left of a group that keeps another premise, and what alone is left at all.
    """
    pending = [(one, other) for one, other in conclusions if old.claims[one].steps]
    while pending:
        # In the same order whichever side is called the old one.
        pending.sort(key=sorted)
        pending = [below for pair in pending for below in _under(pair, old, new, matching)]


def _under(conclusions: _Pair, old: Corpus, new: Corpus, matching: Matching) -> list[_Pair]:
    here = _free(old.claims[conclusions[0]], old, matching.pairs)
    there = _free(new.claims[conclusions[1]], new, matching.origins) if here else []
    rules = (
        partial(_in_order, key=lambda premise: (premise.words, premise.role)),
        partial(_in_order, key=lambda premise: premise.words),
        _like_words,
        partial(_last_of_group, matching=matching),
        partial(_last_of_all, old=old, new=new),
    )
    return _matched_by(rules, here, there, matching)


def _matched_by(
    rules: Iterable[Callable[[list[Left], list[Left]], Iterable[_Pair]]],
    here: list[Left],
    there: list[Left],
    matching: Matching,
) -> list[_Pair]:
    """Make the pairs that one rule after the other finds in what the rules before it left over."""
    found: list[_Pair] = []
    for rule in rules:
        if not (here and there):
            break
        found += matching.add_all(rule(here, there))
        here = [left for left in here if left.claim.id not in matching.pairs]
        there = [left for left in there if left.claim.id not in matching.origins]
    return found


def _free(conclusion: Claim, corpus: Corpus, known: Mapping[ClaimId, ClaimId]) -> _Premises:
    found: dict[ClaimId, _Premise] = {}
    for group in groups_of(conclusion):
        for name in group.premises:
            if name not in known and name not in found and name in corpus.claims:
                claim = corpus.claims[name]
                found[name] = _Premise(claim, normalised(claim.text), group)
    return list(found.values())


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
    for role in StepRole:
        ours = [premise for premise in here if premise.role is role]
        theirs = [premise for premise in there if premise.role is role]
        if ours and theirs:
            pairs = alike(
                [words_of(premise.words) for premise in ours], [words_of(premise.words) for premise in theirs]
            )
            pairs = [pair for pair in pairs if not (ours[pair[1]].named and theirs[pair[2]].named)]
            for _, one, other in matched(pairs):
                yield ours[one].claim.id, theirs[other].claim.id


def _last_of_group(here: _Premises, there: _Premises, matching: Matching) -> Iterator[_Pair]:
    """What alone has no name, and is left of two groups of one role that keep a premise, or that doubt such steps."""
    ours = _beside(here, matching.pairs.get)
    theirs = _beside(there, lambda claim: claim if claim in matching.origins else None)
    onward: dict[ClaimId, set[ClaimId | None]] = {}
    back: dict[ClaimId, set[ClaimId | None]] = {}
    for key in ours.keys() & theirs.keys():
        for claim in ours[key]:
            onward.setdefault(claim, set()).add(_only(theirs[key]))
        for claim in theirs[key]:
            back.setdefault(claim, set()).add(_only(ours[key]))
    for claim, ends in sorted(onward.items()):
        end = _only(ends)
        if end is not None and _only(back[end]) == claim:
            yield claim, end


def _only(claims: Collection[ClaimId | None]) -> ClaimId | None:
    """The one there is; None where there are several."""
    return next(iter(claims)) if len(claims) == 1 else None


def _beside(
    premises: _Premises, matched_as: Callable[[ClaimId], ClaimId | None]
) -> dict[tuple[StepRole, ClaimId], list[ClaimId]]:
    """The premises that alone in their group have no name and are left, by those beside them that are in a pair."""
    unnamed = [premise for premise in premises if not premise.named]
    counts = Counter(premise.group for premise in unnamed)
    found: dict[tuple[StepRole, ClaimId], list[ClaimId]] = {}
    for premise in unnamed:
        if counts[premise.group] == 1:
            for claim in dict.fromkeys((*premise.group.premises, *premise.group.against)):
                known = matched_as(claim)
                if known is not None:
                    found.setdefault((premise.role, known), []).append(premise.claim.id)
    return found


def _last_of_all(here: _Premises, there: _Premises, old: Corpus, new: Corpus) -> Iterator[_Pair]:
    """The only premise that is left, if it is a reason by itself in the same role, and the same stands under both."""
    one, other = here[0], there[0]
    singles = all(_is_single(premises) for premises in (here, there))
    if singles and one.role is other.role and _under_it(one.claim, old) == _under_it(other.claim, new):
        yield one.claim.id, other.claim.id


def _is_single(premises: _Premises) -> bool:
    # The place of a doubt is its step: of that, nothing is known here.
    first = premises[0]
    return len(premises) == len(first.group.premises) == 1 and not first.named and first.role is not StepRole.UNDERCUT


def _under_it(claim: Claim, corpus: Corpus) -> Counter[str]:
    premises = (premise for group in groups_of(claim) for premise in group.premises)
    return Counter(normalised(corpus.claims[premise].text) for premise in premises if premise in corpus.claims)


def claim_pairs(old: Corpus, new: Corpus, homes: Mapping[str, str]) -> Declared[ClaimId]:
    """Match claims by name, by `was`, by words that nothing else says, and premises without a name by their place.

    What became of the documents is known: `homes` has the new one by the old one.
    """
    matching = Matching()
    splits: dict[ClaimId, tuple[ClaimId, ...]] = {}
    merges: dict[ClaimId, tuple[ClaimId, ...]] = {}
    for found in declared_at_home(_named(old), _named(new), homes, lambda claim: claim.text):
        matching.add_all((ClaimId(one), ClaimId(other)) for one, other in found.pairs.items())
        splits.update((ClaimId(one), tuple(map(ClaimId, others))) for one, others in found.splits.items())
        merges.update((ClaimId(one), tuple(map(ClaimId, others))) for one, others in found.merges.items())
    _match_words(old, new, homes, matching, only_named=True)
    match_premises(old, new, matching, matching.pairs.items())
    match_premises(old, new, matching, _match_words(old, new, homes, matching, only_named=False))
    return Declared({claim: matching.pairs[claim] for claim in old.claims if claim in matching.pairs}, splits, merges)


def _named(corpus: Corpus) -> Homes[Claim]:
    found: dict[str, dict[str, Claim]] = {}
    for claim in corpus.claims.values():
        if claim.named:
            found.setdefault(claim.document, {})[claim.name] = claim
    return found


def _match_words(
    old: Corpus, new: Corpus, homes: Mapping[str, str], matching: Matching, *, only_named: bool
) -> list[_Pair]:
    """Match what is said once on each side, in one document first; what has kept its number may be said twice."""
    here = _left(old, homes, matching.pairs, only_named=only_named)
    there = _left(new, {}, matching.origins, only_named=only_named) if here else []
    keys: tuple[Callable[[_Left], Hashable], ...] = (
        lambda left: (left.home, left.claim.name, left.words),
        lambda left: (left.home, left.words),
        lambda left: left.words,
    )
    return _matched_by([partial(_said_once, key=key) for key in keys], here, there, matching)


def _left(
    corpus: Corpus, homes: Mapping[str, str], known: Mapping[ClaimId, ClaimId], *, only_named: bool
) -> list[_Left]:
    return [
        _Left(claim, homes.get(claim.document, claim.document), normalised(claim.text))
        for claim in corpus.claims.values()
        if claim.id not in known and (claim.named or not only_named)
    ]


def _said_once(here: list[_Left], there: list[_Left], key: Callable[[_Left], Hashable]) -> Iterator[_Pair]:
    """Those that are on each side the only ones with their key; what says nothing is none of them."""
    ours, theirs = (Counter(key(left) for left in side if left.words) for side in (here, there))
    ends = {key(left): left.claim.id for left in there}
    for left in here:
        said = key(left)
        if ours[said] == theirs[said] == 1:
            yield left.claim.id, ends[said]
