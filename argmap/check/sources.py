"""Rules that need the source texts: cues are found where they are said to be, and claims are paraphrases."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache, partial
from typing import NamedTuple

import attrs

from argmap.check.kept import DocumentPart, Kept, doubts_by_document
from argmap.check.wording import FEWEST, MOST
from argmap.language.ids import normal
from argmap.language.words import Attitude
from argmap.model.claim import Claim, Cue
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.source.finding import Edit, Finding
from argmap.source.nearest import nearest
from argmap.source.scripts import UNSPACED, WORD, is_han_or_kana, is_mark
from argmap.source.searchable_text import SearchableText, searchable
from argmap.source.text import SourceText

COPIED = 8
"""Words in a row that a claim may share with its source, less one, before it is no longer a paraphrase."""
_WORD, _HAN, _OTHER = 4, 2, 1
"""How much a word, a letter of Han or kana, and one of another script without spaces are, in quarters of a word."""
_MOST_TRIED = 40
_NONE: frozenset[str] = frozenset()
_UNSPACED = re.compile(f"[{UNSPACED}]")
_CUE_PART = re.compile(rf"[{UNSPACED}]|[^\s{UNSPACED}]+")


@attrs.frozen
class SourceTexts:
    """The texts that documents name as their sources.

    Attributes:
        texts: Those that could be read, by the file name that a document gives in ``source``.
        unreadable: Why one is no text, or not wholly one, by name; such a text can stand in `texts` as far as it goes.
        beside: The names of all files among the sources, for those that are misspelt.
    """

    texts: Mapping[str, SourceText]
    unreadable: Mapping[str, str] = attrs.field(factory=dict)
    beside: Collection[str] = ()

    def proves(self, document: Document) -> bool:
        """Whether cues of a document can be looked up."""
        return normal(document.source) in self.texts


class _Original:
    """A source text in which cues are looked for, and in which claims are not copied from."""

    def __init__(self, source: SourceText) -> None:
        # What follows the last line end is no line.
        count = source.line_count()
        self.line_count = count - (count > 1 and not source.line(count))
        self.source = source
        self.gap = source.extraction.gap if source.extraction is not None else ""
        self.text = SearchableText.of(source.text)
        self.found = lru_cache(maxsize=10_000)(self.text.found)
        self._runs: frozenset[str] | None = None

    def runs_among(self, sought: set[str], *, is_kept: bool) -> Set[str]:
        """Which of some runs of words it has; all that it has, where it is asked again and again."""
        if not is_kept:
            return {run.words for run in _runs(self.text.whole) if run.words in sought}
        if self._runs is None:
            self._runs = frozenset(run.words for run in _runs(self.text.whole))
        return self._runs


def sources(corpus: Corpus, known: SourceTexts, parts: Sequence[DocumentPart], kept: Kept) -> Iterator[Finding]:
    """Prove the cues of all documents whose source is a file, and say which cues nothing can prove."""
    terms: dict[str, list[Cue]] = {}
    for term in corpus.terms.values():
        terms.setdefault(term.document or "", []).extend(term.cues)
    yield from _without_document(terms.get("", ()))
    doubts = doubts_by_document(corpus)
    for part in parts:
        document = part.document
        name = normal(document.source)
        text, why = known.texts.get(name), known.unreadable.get(name)
        original = None
        if text is not None and document.source and not is_address(document.source):
            original = kept.of("source", name, (text,), partial(_Original, text))
        own = terms.get(document.id, [])
        doubtful = doubts.get(document.id, _NONE)
        beside = known.beside if text is None and why is None else ()
        ground = _Ground(original, why, tuple(beside), kept.is_kept)
        find = partial(_of_document, part, own, ground, doubtful)
        looked_at = (why, doubtful, ground.beside)
        yield from kept.of("sources", document.id, (part, original, *own), find, looked_at)


class _Ground(NamedTuple):
    """What there is to prove the cues of a document.

    Attributes:
        why: Why it is no text, or not wholly one; None where nothing keeps it from being one.
        beside: The names of all files among the sources, where it is none of them.
        is_kept: Whether it will be asked again.
    """

    original: _Original | None
    why: str | None
    beside: tuple[str, ...]
    is_kept: bool


def _of_document(part: DocumentPart, of_terms: list[Cue], ground: _Ground, doubtful: frozenset[str]) -> list[Finding]:
    document, original, why = part.document, ground.original, ground.why
    own = [*(cue for claim in part.claims for cue in claim.all_cues), *of_terms]
    if not document.source or is_address(document.source):
        return list(_unproved(document, own))
    if original is None and why is None:
        return [_missing(document, ground.beside)]
    if original is None:
        label = "none of its cues could be proved" if own else "no cue could be proved in it"
        return [_no_text(document, why or "", label)]
    placeless = (claim for claim in part.claims if not claim.cues and claim.id not in doubtful)
    told = [_placeless(claim) for claim in placeless if claim.attitude is not Attitude.IMPLIES]
    found = [finding for cue in own for finding in _cue(cue, original)]
    if why is not None:
        # What is not found may stand in the part that could not be read.
        lost = sum(finding.code in ("A501", "A505") for finding in found)
        told.append(_no_text(document, why, _how_many_lost(lost, len(own))))
        found = [finding for finding in found if finding.code not in ("A501", "A505")]
    return [*told, *found, *_copied(part.claims, document, original, is_kept=ground.is_kept)]


def is_address(source: str) -> bool:
    """Whether a document names its source by an address, which is never opened."""
    return "://" in source


def looked_up(corpus: Corpus, known: SourceTexts) -> int:
    """How many cues were looked up in a source."""
    proved = [document for document in corpus.documents.values() if known.proves(document)]
    of_claims = sum(len(claim.all_cues) for document in proved for claim in corpus.claims_of(document.id))
    ids = {document.id for document in proved}
    return of_claims + sum(len(term.cues) for term in corpus.terms.values() if term.document in ids)


def _unproved(document: Document, cues: list[Cue]) -> Iterator[Finding]:
    if not cues:
        return
    count = f"{len(cues)} cue{'' if len(cues) == 1 else 's'}"
    address = is_address(document.source)
    yield Finding(
        code="A508",
        message=f"nothing can prove the {count} of `{document.id}`, "
        + ("whose source is an address" if address else "which names no source"),
        place=(document.sourced if address else None) or document.origin,
        label="addresses are not opened" if address else "where is its text?",
        help="save its text as a file in the folder of sources, and write `source: NAME.txt`",
    )


def _without_document(cues: Iterable[Cue]) -> Iterator[Finding]:
    for cue in cues:
        yield Finding(
            code="A508",
            message="nothing can prove this cue, since a shared term belongs to no document",
            place=cue.origin,
            label="in which text?",
            help="move the term into the file of the document whose words these are, or write `cites: TEXT`",
        )


def _how_many_lost(lost: int, cues: int) -> str:
    if lost:
        return f"{lost} of its cues {'was' if lost == 1 else 'were'} not found in the part that could be read"
    part = "the part that could be read"
    return f"all its cues were found in {part}" if cues else f"only {part} can prove a cue"


def _no_text(document: Document, why: str, label: str) -> Finding:
    return Finding(
        code="A509",
        message=f"the source `{document.source}` {why}",
        place=document.sourced or document.origin,
        label=label,
        help="put its text into the folder of sources as a plain text file in UTF-8, and name that file",
    )


def _missing(document: Document, beside: Collection[str]) -> Finding:
    place = document.sourced or document.origin
    near = nearest(document.source, beside)
    mend = f"write `{near}`, or put the file" if near else "mend the name, or put the file"
    return Finding(
        code="A504",
        message=f"the source `{document.source}` is not among the sources"
        + (f"; did you mean `{near}`?" if near else ""),
        place=place,
        label="its cues could not be proved",
        help=f"{mend} into the folder of sources",
        fix=Edit(place, near) if near else None,
    )


def _placeless(claim: Claim) -> Finding:
    return Finding(
        code="A506",
        message=f"{claim.called} has no place in its source",
        place=claim.origin,
        help='add `at: "two to six words"` under it',
    )


def _cue(cue: Cue, original: _Original) -> Iterator[Finding]:
    source = original.source
    if _is_nowhere(cue, original):
        count, thing = (original.line_count, "line") if cue.line is not None else (len(source.pages), "page")
        counted = f"{count} {thing}{'' if count == 1 else 's'}" if count else "no pages"
        yield Finding(
            code="A505",
            message=f"the source has {counted}" + (f", and no {cue.where}" if count else ""),
            place=cue.origin,
            help=f"count {thing}s from 1, blank ones too" if count else "name a line, or the words alone",
        )
        return
    words = searchable(cue.words)
    if not words:
        return
    found = original.found(words)
    here = [line for line in found if cue.line in (None, line) and cue.page in (None, source.page(line))]
    if len(here) == 1:
        return
    if not here and found:
        number = f"p. {source.page(found[0])}" if cue.page is not None else found[0]
        yield Finding(
            code="A505",
            message=f"the cue is not on {cue.where}, but on {_listed(found, source)}",
            place=cue.origin,
            help=f"write `at: {number} ...`, or leave the number out if the cue stands once in the file",
        )
    elif not here and original.gap:
        yield Finding(
            code="A509",
            message=f"the cue is not in what could be read of `{source.name}`",
            place=cue.origin,
            label=f"the file {original.gap}",
            help=_nearest_cue(cue.words, original),
        )
    elif not here:
        yield Finding(
            code="A501",
            message="the cue is not in the source",
            place=cue.origin,
            label="case, quotes, marks, dashes and white space are compared loosely, all else is not",
            help=_nearest_cue(cue.words, original),
        )
    else:
        lines = _listed(here, source)
        place = f"on {cue.where}" if cue.line is not None else f"in the source, on {lines}"
        yield Finding(
            code="A502",
            message=f"the cue stands {len(here)} times {place}",
            place=cue.origin,
            help="add a word or two" + ("" if cue.line is not None else ", or put the line number before it"),
        )


def _is_nowhere(cue: Cue, original: _Original) -> bool:
    """Whether there is no such line, or no such page."""
    if cue.line is not None:
        return not 1 <= cue.line <= original.line_count
    return cue.page is not None and not 1 <= cue.page <= len(original.source.pages)


def _listed(lines: list[int], source: SourceText) -> str:
    distinct = sorted(set(lines))
    if len(distinct) == 1:
        return source.where(distinct[0])
    paged = ((line, source.page(line)) for line in distinct[:6])
    shown = ", ".join(str(line) if page is None else f"{line} (p. {page})" for line, page in paged)
    return f"lines {shown}" + (" and others" if len(distinct) > 6 else "")


def _nearest_cue(words: str, original: _Original) -> str:
    """The longest beginning or ending of a cue that is in the source."""
    parts = [match.span() for match in _CUE_PART.finditer(words) if not is_mark(match[0][0])][:_MOST_TRIED]
    ends = [start for start, _ in parts[1:]] + [len(words)]
    for length in range(len(parts) - 1, 1, -1):
        for first, last in ((0, length - 1), (len(parts) - length, len(parts) - 1)):
            said = words[parts[first][0] : ends[last]].strip()
            sought = searchable(said)
            found = original.found(sought) if sought else []
            if found:
                return f"`{said}` is there, on {_listed(found, original.source)}; copy the words as they stand"
    return f"copy {FEWEST} to {MOST} words from the source as they stand there"


class _Run(NamedTuple):
    """Words in a row, and where they begin and end."""

    words: str
    start: int
    end: int
    length: int
    unspaced: bool


def _runs(whole: str) -> Iterator[_Run]:
    """From each word on, as few words as are a copy: eight, or as many letters without spaces as are about as much."""
    waiting: deque[tuple[str, int, int, int]] = deque()
    weight = 0
    for match in WORD.finditer(whole):
        sign = match[0][0]
        if is_mark(sign):
            continue
        unspaced = _UNSPACED.match(sign)
        own = _WORD if not unspaced else _HAN if is_han_or_kana(sign) else _OTHER
        waiting.append((match[0], match.start(), match.end(), own))
        weight += own
        while weight - waiting[0][3] >= COPIED * _WORD:
            weight -= waiting.popleft()[3]
        if weight >= COPIED * _WORD:
            words = [word for word, *_ in waiting]
            yield _Run(" ".join(words), waiting[0][1], match.end(), len(words), any(w < _WORD for *_, w in waiting))


def _copied(claims: Sequence[Claim], document: Document, original: _Original, *, is_kept: bool) -> Iterator[Finding]:
    said = {claim.id: (text, list(_runs(text))) for claim in claims if (text := searchable(claim.text))}
    sought = {run.words for _, runs in said.values() for run in runs}
    if not sought:
        return
    there = original.runs_among(sought, is_kept=is_kept)
    for claim in claims:
        text, runs = said.get(claim.id, ("", []))
        run = next((run for run in runs if run.words in there), None)
        if run is None:
            continue
        what = f"{run.length} words in a row are those"
        if run.unspaced:
            what = f"{run.length} words and letters in a row are those"
        yield Finding(
            code="A507",
            message=f"{what} of `{document.source}`",
            place=claim.wording,
            label=f"\u201c{text[run.start : run.end] if run.unspaced else run.words}\u201d",
            help="say it in your own words; the cue keeps the author's",
        )
