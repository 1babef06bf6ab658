"""All suggestions for a corpus, in the order in which they are worth a look, and numbered."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property

import attrs

from argmap.model.corpus import Corpus
from argmap.model.ids import DocumentId, IssueId
from argmap.similarity.match import Band
from argmap.suggest.alike_claims import links
from argmap.suggest.alike_names import names
from argmap.suggest.compared_texts import ComparedTexts
from argmap.suggest.material import Material, Pending
from argmap.suggest.possible_answers import possible_answers
from argmap.suggest.sentences import sentences
from argmap.suggest.suggestion import Suggestion

USUAL = 10
"""How many of each sort are shown where nobody says."""


class Kind(StrEnum):
    """What can be asked for."""

    ANSWERS = "answers"
    LINKS = "links"
    NAMES = "names"
    SENTENCES = "sentences"


class Sort(StrEnum):
    """What is suggested, and shown together."""

    SILENT = "silent"
    """An issue on which a document is silent."""
    NEARER = "nearer"
    """An issue that a claim nearer to the thesis may answer."""
    SAME = "same"
    """Two claims that may say the same, or follow from one another."""
    CONFLICT = "conflict"
    """Two claims on one matter that words may set against each other."""
    NAME = "name"
    """Two ids that may be of one thing."""
    SENTENCE = "sentence"
    """A sentence that no cue touches."""


@attrs.frozen(kw_only=True)
class Group:
    """The suggestions of one sort.

    Attributes:
        shown: The best of them.
        found: How many there are.
    """

    sort: Sort
    shown: tuple[Suggestion, ...]
    found: int

    @property
    def left_out(self) -> int:
        """How many are not shown."""
        return self.found - len(self.shown)


@attrs.frozen
class Measured:
    """How often such guesses were right, where that was measured.

    Attributes:
        precision: By band, the share that was right; bands of which too few were measured are not there.
        missed: The share of what there was to find that was weak; None where nothing was measured.
    """

    precision: Mapping[Band, float] = attrs.field(factory=dict)
    missed: float | None = None


@attrs.frozen(kw_only=True)
class Basis:
    """What suggestions rest on, and how far they can be trusted.

    Attributes:
        tier: The short name of the way to compare; empty where only names were compared, letter by letter.
        means: What it looks at, in words.
        better: What to do for a better one, and what that would compare; empty where there is none.
        pairs: Of claims that may say the same.
        answers: Of claims and sentences that may answer.
        decisions: How many decisions of an analyst pairs were fitted to; 0 where these are too few.
        warnings: Why less can be expected here, a sentence each.
    """

    tier: str = ""
    means: str = ""
    better: str = ""
    pairs: Measured = Measured()
    answers: Measured = Measured()
    decisions: int = 0
    warnings: tuple[str, ...] = ()


NAMES_ALONE = Basis()
"""Where only names were compared."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Suggestions:
    """What is suggested.

    Attributes:
        groups: Of each sort that was asked for, in the order of `Sort`; those without a suggestion, too.
    """

    groups: tuple[Group, ...]

    @cached_property
    def numbered(self) -> tuple[Suggestion, ...]:
        """All that are shown: number N is the one at N - 1."""
        return tuple(suggestion for group in self.groups for suggestion in group.shown)


def suggest(material: Material, kinds: Collection[Kind], top: int | None = USUAL) -> Suggestions:
    """Find suggestions.

    Args:
        material: Where they are looked for.
        kinds: Which.
        top: How many of each sort are shown; None for all.
    """
    return Suggestions(groups=tuple(_groups(material, kinds, top)))


def suggest_names(
    corpus: Corpus, documents: Collection[DocumentId], issue: IssueId | None, top: int | None = USUAL
) -> Suggestions:
    """Find names that may be of one thing, for which no texts are compared (see `argmap.suggest.alike_names.names`)."""
    return Suggestions(groups=(_names(corpus, documents, issue, top),))


def _groups(material: Material, kinds: Collection[Kind], top: int | None) -> Iterator[Group]:
    texts = ComparedTexts.of(material, with_sentences=Kind.ANSWERS in kinds or Kind.SENTENCES in kinds)
    if Kind.ANSWERS in kinds:
        silent, nearer = possible_answers(material, texts)
        yield _finished(Sort.SILENT, silent, top)
        yield _finished(Sort.NEARER, nearer, top)
    if Kind.LINKS in kinds:
        same, conflicts = links(material, texts)
        yield _finished(Sort.SAME, same, top)
        yield _finished(Sort.CONFLICT, conflicts, top)
    if Kind.NAMES in kinds:
        yield _names(material.corpus, material.documents, material.issue, top)
    if Kind.SENTENCES in kinds:
        yield _finished(Sort.SENTENCE, sentences(material, texts), top)


def _names(corpus: Corpus, documents: Collection[DocumentId], issue: IssueId | None, top: int | None) -> Group:
    found = tuple(names(corpus, documents, issue))
    return Group(sort=Sort.NAME, shown=found[:top], found=len(found))


def _finished(sort: Sort, pending: Sequence[Pending], top: int | None) -> Group:
    ordered = sorted(pending, key=lambda one: one.order)
    return Group(sort=sort, shown=tuple(one.make() for one in ordered[:top]), found=len(ordered))
