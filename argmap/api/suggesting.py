"""`argmap suggest`: where authors may speak and nobody has marked it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import attrs

from argmap.api.record_lists import UnknownNameError
from argmap.compare.comparison import compare
from argmap.compare.naming import Unknown, find_issue
from argmap.language.words import Relation
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId
from argmap.report.suggestions import Suggested
from argmap.similarity.match import Band
from argmap.similarity.matcher import BandFigures
from argmap.suggest.alike_claims import counterparts
from argmap.suggest.material import Likeness, Material, PolarityCues, Shared, Split
from argmap.suggest.suggest import NAMES_ALONE, USUAL, Basis, Kind, Measured, Suggestions, suggest_names
from argmap.suggest.suggest import suggest as found
from argmap.wording.english import counted

if TYPE_CHECKING:
    from argmap.model.ids import DocumentId
    from argmap.project.corpus_loader import Loaded
    from argmap.report.terminal_text import Palette
    from argmap.similarity.matcher import Matcher
    from argmap.similarity.models import KeptVectors

__all__ = ["Kind", "Suggested", "Suggestions", "UnknownNameError", "Wanted", "report", "suggest"]


_WITHOUT_MODEL = "`argmap suggest --tier words` does without"


@attrs.frozen(kw_only=True)
class Wanted:
    """What is asked for.

    Attributes:
        kinds: Which kinds; none asks for all.
        documents: The documents to look at; none asks for all.
        issue: The only issue; empty for all.
        top: How many of each sort are shown; None for all.
        sources: The folder of source texts; by default that of the settings, where it is there.
        tier: A value of `argmap.similarity.tiers.Tier`; empty for the best that is installed.
    """

    kinds: tuple[Kind, ...] = ()
    documents: tuple[DocumentId, ...] = ()
    issue: str = ""
    top: int | None = USUAL
    sources: Path | None = None
    tier: str = ""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Means:
    """What measures how alike texts are, finds the words that set them against each other, and parts sentences.

    Attributes:
        keep: Keeps for another run what took long.
    """

    likeness: Likeness
    polarity: PolarityCues
    shared: Shared
    split: Split
    basis: Basis
    keep: Callable[[], None] = lambda: None


def suggest(loaded: Loaded, wanted: Wanted | None = None, means: Means | None = None) -> Suggested:
    """Find suggestions for a project.

    Args:
        loaded: The project.
        wanted: What is asked for; by default all.
        means: By default the best that is installed.

    Raises:
        UnknownNameError: There is no such issue; with its nearest.
        RefusedError: What is needed is not installed.
        FileNotFoundError: The folder of sources leads to nothing.
    """
    from argmap.api.loaded_corpus import sources_of

    wanted = wanted or Wanted()
    comparison = compare(loaded.corpus, left_out=loaded.links_left_out)
    issue = find_issue(comparison, wanted.issue) if wanted.issue else None
    if isinstance(issue, Unknown):
        raise UnknownNameError("issue", issue)
    kinds: Collection[Kind] = wanted.kinds or tuple(Kind)
    documents = tuple(sorted(wanted.documents or loaded.corpus.documents))
    if set(kinds) == {Kind.NAMES}:
        alike = suggest_names(loaded.corpus, documents, issue, wanted.top)
        return Suggested(suggestions=alike, basis=NAMES_ALONE, corpus=loaded.corpus, texts=loaded.texts)
    means = means or _means(loaded.corpus, wanted.tier, loaded.root)
    folder = _sources(loaded, wanted) if {Kind.ANSWERS, Kind.SENTENCES} & set(kinds) else None
    material = Material(
        comparison=comparison,
        likeness=means.likeness,
        polarity=means.polarity,
        shared=means.shared,
        split=means.split,
        documents=documents,
        issue=issue,
        sources=sources_of(loaded.corpus, folder),
    )
    from argmap.similarity.tiers import OtherModelError
    from argmap.workspace.errors import RefusedError

    try:
        suggestions = found(material, kinds, wanted.top)
    except OtherModelError as error:
        raise RefusedError(str(error), _WITHOUT_MODEL) from None
    means.keep()
    basis = means.basis
    unread = [document for document in material.documents if document not in material.sources]
    if unread and {Kind.ANSWERS, Kind.SENTENCES} & set(kinds):
        told = _none_read(len(unread), len(material.documents))
        basis = attrs.evolve(basis, warnings=(*basis.warnings, told))
    return Suggested(suggestions=suggestions, basis=basis, corpus=comparison.corpus, texts=loaded.texts)


def _none_read(unread: int, documents: int) -> str:
    """That sources were not read, of which no sentence can be shown."""
    which = "No source was" if unread == documents else f"The source of {counted(unread, 'document')} was not"
    return f"{which} read, so sentences are left out; `--sources DIR` says where sources are."


def _sources(loaded: Loaded, wanted: Wanted) -> Path | None:
    from argmap.workspace.settings import read_settings

    if wanted.sources is not None:
        return wanted.sources
    named = read_settings(loaded.root)[0].sources
    return loaded.root / named if named and (loaded.root / named).is_dir() else None


def report(suggested: Suggested, form: str = "text", *, width: int = 100, palette: Palette | None = None) -> str:
    """Suggestions as ``text`` for a terminal of a width in columns, or as ``json``."""
    if form == "json":
        from argmap.records.suggestions_json import suggestions_json

        return suggestions_json(suggested)
    from argmap.report.page import PageFormat, told
    from argmap.report.suggestions import suggestions_page
    from argmap.report.terminal_text import PLAIN

    return "".join(told(suggestions_page(suggested), PageFormat(form), width, palette or PLAIN))


def _means(corpus: Corpus, tier: str, root: Path) -> Means:
    """The best that is installed.

    Raises:
        RefusedError: It is not installed, or another release of it is.
    """
    from argmap.similarity.evidence import shared_words
    from argmap.similarity.matcher import Matcher, calibration, outside_calibration
    from argmap.similarity.polarity import polarity_cues
    from argmap.similarity.tiers import TIERS, NotInstalledError, OtherModelError, Tier, best_tier, better_tiers
    from argmap.similarity.wordnet import WordNet
    from argmap.source.sentences import sentences
    from argmap.workspace.errors import RefusedError

    said = [claim.text for claim in corpus.claims.values()]
    try:
        chosen = Tier(tier) if tier else best_tier()
        kept, keep = _kept_vectors(root) if chosen is Tier.SENTENCE_VECTORS else (None, _nothing_kept)
        matcher = _fitted(Matcher.best(said, chosen, kept), corpus)
    except NotInstalledError as error:
        raise RefusedError(str(error), "`argmap suggest names` does without") from None
    except OtherModelError as error:
        raise RefusedError(str(error), _WITHOUT_MODEL) from None
    known = calibration(matcher.tier)
    better = [
        f"pip install 'argmap[{TIERS[one].extra}]' compares {TIERS[one].means}" for one in better_tiers(matcher.tier)
    ]
    smallest = min((len(document.claims) for document in corpus.documents.values()), default=0)
    basis = Basis(
        tier=matcher.tier.value,
        means=TIERS[matcher.tier].means,
        better=better[-1] if better else "",
        pairs=_measured(known.pair_bands(_fewest_counterparts(corpus)) if matcher.is_measured else {}),
        answers=_measured(known.answer_bands if matcher.is_measured else {}),
        decisions=matcher.refit.decisions,
        warnings=tuple(outside_calibration(said, smallest)),
    )
    return Means(
        likeness=matcher,
        polarity=partial(polarity_cues, wordnet=WordNet.load()),
        shared=shared_words,
        split=sentences,
        basis=basis,
        keep=keep,
    )


def _fitted(matcher: Matcher, corpus: Corpus) -> Matcher:
    """The same, fitted to what was decided of pairs of claims, where that is enough."""
    from argmap.similarity.matcher import calibration
    from argmap.similarity.refitting import ENOUGH, refit

    decided, known = decisions(corpus), calibration(matcher.tier)
    if len(decided) < ENOUGH:
        return matcher
    claims = [claim for document in sorted(corpus.documents) for claim in corpus.claims_of(document)]
    numbers = {claim.id: number for number, claim in enumerate(claims)}
    pairs = [(numbers[one.first], numbers[one.second]) for one in decided]
    counts = Counter(claim.document for claim in claims)
    scores = matcher.space([claim.text for claim in claims]).scores([claim.document for claim in claims], pairs)
    odds = [
        known.log_odds(score, counterparts(counts, claims[one].document, claims[other].document))
        for score, (one, other) in zip(scores, pairs, strict=True)
    ]
    return attrs.evolve(matcher, refit=refit(odds, [one.is_alike for one in decided]))


def _kept_vectors(root: Path) -> tuple[KeptVectors, Callable[[], None]]:
    """Vectors of sentences of other runs on a project, and what keeps those of this one.

    Raises:
        NotInstalledError: What works them out is not installed.
    """
    from argmap.similarity.tiers import NotInstalledError, Tier, missing
    from argmap.workspace.cache import key_of, user_cache

    if missing(Tier.SENTENCE_VECTORS):
        raise NotInstalledError(Tier.SENTENCE_VECTORS, missing(Tier.SENTENCE_VECTORS))
    from argmap.similarity.models import KeptVectors

    cache = user_cache(root)
    key = key_of((b"vectors of sentences", str(root.resolve()).encode("utf-8", "surrogateescape")))
    kept = KeptVectors(cache.get(key) or b"")

    def keep() -> None:
        if kept.is_changed:
            cache.put(key, kept.to_bytes())

    return kept, keep


def _nothing_kept() -> None:
    """Nothing took long."""


def _fewest_counterparts(corpus: Corpus) -> int:
    """Among how many claims of other documents the counterpart of a claim is, at the fewest."""
    counts = [len(document.claims) for document in corpus.documents.values()]
    return sum(counts) - max(counts, default=0)


def _measured(bands: Mapping[Band, BandFigures]) -> Measured:
    found = [figures.found for band, figures in bands.items() if band is not Band.WEAK]
    precision = {band: figures.precision for band, figures in bands.items()}
    return Measured(precision, 1 - max(found, default=0.0)) if bands else Measured()


_ALIKE = frozenset((Relation.SAME_AS, Relation.ENTAILS))


class Decision(NamedTuple):
    """Two claims of two documents, in the order of their ids, and whether they were found alike."""

    first: ClaimId
    second: ClaimId
    is_alike: bool


def decisions(corpus: Corpus) -> tuple[Decision, ...]:
    """The decided pairs of a corpus, each once, in the order of their ids.

    Alike is what says the same, or what follows from the other.  A pair of which both is said is not decided, and
    neither is one that only conflicts: it may be on one matter or not.
    """
    found: dict[tuple[ClaimId, ClaimId], set[bool]] = {}
    for link in corpus.links:
        ends = (link.source, link.target)
        first, second = (end if isinstance(end, ClaimId) and end in corpus.claims else None for end in ends)
        if first is None or second is None or first.document == second.document:
            continue
        if link.relation in _ALIKE or link.relation is Relation.UNRELATED_TO:
            pair = (first, second) if first < second else (second, first)
            found.setdefault(pair, set()).add(link.relation in _ALIKE)
    return tuple(
        Decision(first, second, True in said) for (first, second), said in sorted(found.items()) if len(said) == 1
    )
