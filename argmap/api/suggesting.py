"""`argmap suggest`: where authors may speak and nobody has marked it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from argmap.api.record_lists import UnknownNameError
from argmap.compare.comparison import compare
from argmap.compare.naming import Unknown, find_issue
from argmap.report.suggestions import SuggestionReport
from argmap.similarity.match import Match
from argmap.similarity.polarity import PolarityCue
from argmap.source.text import SourceText
from argmap.suggest.basis import NAMES_ALONE, Basis
from argmap.suggest.material import Likeness, Material, PolarityCues, Split
from argmap.suggest.suggest import USUAL, Kind, Suggestions
from argmap.suggest.suggest import suggest as found
from argmap.suggest.suggestion import Sentence

if TYPE_CHECKING:
    from argmap.model.corpus import Corpus
    from argmap.model.ids import DocumentId
    from argmap.project.corpus_loader import Loaded
    from argmap.report.terminal_text import Palette

__all__ = ["Kind", "Suggested", "Suggestions", "UnknownNameError", "Wanted", "report", "suggest"]


@attrs.frozen(kw_only=True)
class Wanted:
    """What is asked for.

    Attributes:
        kinds: Which kinds; none asks for all.
        documents: The documents to look at; none asks for all.
        issue: The only issue; empty for all.
        top: How many of each sort are shown; None for all.
        sources: The folder of source texts; by default that of the settings, where it is there.
    """

    kinds: tuple[Kind, ...] = ()
    documents: tuple[DocumentId, ...] = ()
    issue: str = ""
    top: int | None = USUAL
    sources: Path | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Means:
    """What measures how alike texts are, finds the words that set them against each other, and parts sentences."""

    likeness: Likeness
    polarity: PolarityCues
    split: Split
    basis: Basis


Suggested = SuggestionReport
"""What is suggested, and on what that rests."""


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
    means = means or _means(kinds, loaded.corpus)
    folder = _sources(loaded, wanted) if {Kind.ANSWERS, Kind.SENTENCES} & set(kinds) else None
    material = Material(
        comparison=comparison,
        likeness=means.likeness,
        polarity=means.polarity,
        split=means.split,
        documents=tuple(sorted(wanted.documents or loaded.corpus.documents)),
        issue=issue,
        sources=sources_of(loaded.corpus, folder),
    )
    suggestions = found(material, kinds, wanted.top)
    return Suggested(suggestions=suggestions, basis=means.basis, corpus=comparison.corpus, texts=loaded.texts)


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
    from argmap.report.page_format import PageFormat, told
    from argmap.report.suggestions import suggestions_page
    from argmap.report.terminal_text import PLAIN

    return "".join(told(suggestions_page(suggested), PageFormat(form), width, palette or PLAIN))


def _means(kinds: Collection[Kind], corpus: Corpus) -> Means:
    """The best that is installed; names are compared without any of it.

    Raises:
        RefusedError: It is not installed.
    """
    if set(kinds) == {Kind.NAMES}:
        return Means(likeness=_Nothing(), polarity=_no_cues, split=_no_sentences, basis=NAMES_ALONE)
    from argmap.workspace.errors import RefusedError

    tiers = import_module("argmap.similarity.tiers")
    matcher = import_module("argmap.similarity.matcher")
    polarity = import_module("argmap.similarity.polarity")
    sentences = import_module("argmap.source.sentences")
    try:
        best = matcher.Matcher.best()
    except tiers.NotInstalledError as error:
        raise RefusedError(f"to compare texts takes what is not there: {error}", *_INSTALL) from None
    basis = Basis(
        tier=best.tier.name,
        means=best.tier.means,
        better=best.tier.better,
        precision=best.precision,
        missed=best.missed,
        warnings=best.warnings([claim.text for claim in corpus.claims.values()]),
    )
    return Means(likeness=best, polarity=polarity.polarity_cues, split=sentences.sentences, basis=basis)


_INSTALL = ("pip install 'argmap[suggest]'", "`argmap suggest names` does without")


class _Nothing:
    """Measures nothing: where names alone are compared."""

    def matches(self, first: Sequence[str], second: Sequence[str], top: int) -> list[Match]:  # noqa: ARG002
        return []


def _no_cues(first: str, second: str) -> tuple[PolarityCue, ...]:  # noqa: ARG001
    return ()


def _no_sentences(source: SourceText) -> tuple[Sentence, ...]:  # noqa: ARG001
    return ()
