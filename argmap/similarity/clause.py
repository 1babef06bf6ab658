"""A clause as it was read, and what it has in common with another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.similarity.opposites import sets_apart
from argmap.similarity.tokens import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.similarity.wordnet import WordNet

BE = frozenset("be been being is are was were get gets got".split())
# They count where negations are counted, but give no cue: they stand in what is said by the way.
BY_THE_WAY = "and not"
SILENT = frozenset(("without", "against", "from", "out", "few", "instead", "rather", BY_THE_WAY))
# Behind these, *to* begins what a clause says.
_BEFORE_ASSERTED = frozenset(
    "has have had having need needs ought going seem seems seemed appear appears tend tends tended likely unlikely "
    "used able unable help helps helped continue continues continued try tries tried seek seeks sought aim aims began "
    "begin begins fail fails failed refuse refuses refused decline declines declined plan plans able expected about "
    "is are was were be bound sure certain mean means meant want wants wanted serve serves served not".split()
)


class Word(NamedTuple):
    """A word of content.

    Attributes:
        form: As it stands in the text, in lower case.
        lemmas: What it may be a form of; itself where that is not known.
        keys: What it has in common with words that count as the same.
        start: Where it begins in the text.
        end: Where it ends.
        position: Its number among all words of the text.
        negators: Those whose scope it is in, by their numbers among the negators of its clause.
        modal: Which kind of modal verb stands before it, if any.
        is_particular: Whether what is said of *some*, *many* or *others* comes with it.
        supposed: Whether it stands in a condition or a question.
        preceding: The two words before it.
        following: The word behind it.
        is_name: Whether it is written with a capital inside a sentence.
        has_light_verb: Whether, since the last word of content, a verb like *have* or *get* came up.
    """

    form: str
    lemmas: tuple[str, ...]
    keys: frozenset[str]
    start: int
    end: int
    position: int
    negators: tuple[int, ...] = ()
    modal: str = ""
    is_particular: bool = False
    supposed: bool = False
    preceding: tuple[str, str] = ("", "")
    following: str = ""
    has_light_verb: bool = False
    is_name: bool = False

    @property
    def is_passive(self) -> bool:
        """Whether it may be a verb in the passive: what it is said of stands before it."""
        is_participle = (
            any(lemma != self.form for lemma in self.lemmas)
            and not self.form.endswith(("s", "ing", "er", "st"))
            and not self.is_comparative
        )
        return is_participle and not BE.isdisjoint(self.preceding)

    @property
    def is_asserted(self) -> bool:
        """Whether it may be what a clause says: not a gerund, nor an infinitive that is chosen or judged."""
        if self.supposed:
            return False
        if self.form.endswith("ing") and any(lemma != self.form for lemma in self.lemmas):
            return not BE.isdisjoint(self.preceding)
        return self.preceding[1] != "to" or self.preceding[0] in _BEFORE_ASSERTED

    @property
    def is_adverb(self) -> bool:
        """Whether it may be an adverb, which is seldom what a clause says."""
        return self.form.endswith("ly") and len(self.form) > 5

    @property
    def is_comparative(self) -> bool:
        """Whether it says that something is so in a higher degree than something else."""
        if "more" in self.preceding or self.form in {"better", "worse", "best", "worst"}:
            return True
        return self.form.endswith("er") and self.form not in self.lemmas

    @property
    def is_negated(self) -> bool:
        """Whether an odd number of negations reaches it."""
        return len(self.negators) % 2 == 1


class Negator(NamedTuple):
    """A word that negates what follows.

    Attributes:
        focus: Numbers of the words of its clause that it negates first of all.
        is_belief: Whether it says how likely something is.
    """

    form: str
    start: int
    end: int
    position: int
    focus: tuple[int, ...] = ()
    is_belief: bool = False

    @property
    def is_spoken(self) -> bool:
        """Whether it stands in what is said, and not in what is said by the way."""
        return self.form not in SILENT


class Clause(NamedTuple):
    """A clause of a text.

    Attributes:
        words: Those of content, in order.
        before: Words of the clause before it, where its subject is a pronoun.
        negators: In order.
        has_exception: Whether it negates and then excepts, as in *cannot work without*.
        is_personal: Whether its speaker says something of himself.
        begin: Number of its first token among those of the text.
        end: Number of the token behind its last.
        keys: Those of all its words, and of those before.
    """

    words: tuple[Word, ...]
    before: tuple[Word, ...]
    negators: tuple[Negator, ...]
    has_exception: bool
    is_personal: bool
    begin: int
    end: int
    keys: frozenset[str]


def are_same(word: Word, other: Word) -> bool:
    """Whether two words count as the same."""
    return not word.keys.isdisjoint(other.keys)


def is_among(word: Word, words: Iterable[Word]) -> bool:
    """Whether one of some words counts as the same as a word."""
    return any(are_same(word, other) for other in words)


def do_meet(words: Iterable[Word], others: Sequence[Word]) -> bool:
    """Whether a word of some counts as the same as one of others."""
    return any(is_among(word, others) for word in words)


_PLACES = frozenset("in on at among from against".split())


def are_apart(a: Clause, b: Clause, wordnet: WordNet) -> bool:
    """Whether two clauses name different things: other speakers, other names, or other ones of a kind."""
    if a.is_personal and b.is_personal:
        return True
    mine = [word for word in a.words if not is_among(word, (*b.words, *b.before))]
    theirs = [word for word in b.words if not is_among(word, (*a.words, *a.before))]
    if any(word.is_name for word in mine) and any(word.is_name for word in theirs):
        return True
    if (
        mine
        and theirs
        and mine[-1] is a.words[-1]
        and theirs[-1] is b.words[-1]
        and _ends_phrases(mine[-1], theirs[-1])
    ):
        return True
    return any(sets_apart(word.lemmas, other.lemmas, wordnet) for word in mine for other in theirs)


def _ends_phrases(word: Word, other: Word) -> bool:
    """Whether two clauses end with phrases of one kind, but of other things: *in mice* and *in humans*."""
    if word.form in MONTHS or other.form in MONTHS:
        return False
    return not _PLACES.isdisjoint(word.preceding) and not _PLACES.isdisjoint(other.preceding)


class Part(NamedTuple):
    """Words of a clause."""

    clause: Clause
    words: Sequence[Word]


def are_alike(first: Part, second: Part, most: float, least: float) -> bool:
    """Whether enough of the words of two clauses are shared: `most` of one, `least` of the other."""
    (a, words), (b, others) = first, second
    mine = sum(is_among(word, (*others, *b.before)) for word in words)
    theirs = sum(is_among(word, (*words, *a.before)) for word in others)
    shares = mine / max(1, len(words)), theirs / max(1, len(others))
    has_shared = min(mine, theirs) >= 1 if words and others else max(mine, theirs) >= 1
    return has_shared and max(shares) >= most and min(shares) >= least
