"""Rules that need the source texts: cues are found where they are said to be, and claims are paraphrases."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

import attrs

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
    """A source text in which cues are looked for."""

    def __init__(self, source: SourceText) -> None:
        # What follows the last line end is no line.
        count = source.line_count()
        self.line_count = count - (count > 1 and not source.line(count))
        self.text = SearchableText.of(source.text)
        self.found = lru_cache(maxsize=1000)(self.text.found)


def sources(corpus: Corpus, known: SourceTexts) -> Iterator[Finding]:
    """Prove the cues of all documents whose source is a file, and say which cues nothing can prove."""
    cues = _cues(corpus)
    yield from _without_document(cues.pop("", []))
    for document in corpus.documents.values():
        own = cues[document.id]
        if not document.source or is_address(document.source):
            yield from _unproved(document, own)
            continue
        name = normal(document.source)
        why, text = known.unreadable.get(name), known.texts.get(name)
        if text is None and why is None:
            yield _missing(document, known.beside)
            continue
        if text is None:
            label = "none of its cues could be proved" if own else "no cue could be proved in it"
            yield _no_text(document, why or "", label)
            continue
        original = _Original(text)
        for claim in corpus.claims_of(document.id):
            if not claim.cues and claim.attitude is not Attitude.IMPLIES and claim.id not in corpus.doubtful:
                yield _placeless(claim)
        found = [finding for cue in own for finding in _cue(cue, original)]
        if why is not None:
            # What is not found may stand in the part that could not be read.
            lost = sum(finding.code in ("A501", "A505") for finding in found)
            yield _no_text(document, why, _how_many_lost(lost, len(own)))
            found = [finding for finding in found if finding.code not in ("A501", "A505")]
        yield from found
        yield from _copied(list(corpus.claims_of(document.id)), document, original.text.whole)


def is_address(source: str) -> bool:
    """Whether a document names its source by an address, which is never opened."""
    return "://" in source


def looked_up(corpus: Corpus, known: SourceTexts) -> int:
    """How many cues were looked up in a source."""
    cues = _cues(corpus)
    return sum(len(cues[document.id]) for document in corpus.documents.values() if known.proves(document))


def _cues(corpus: Corpus) -> dict[str, list[Cue]]:
    """All places that are named under claims and terms, by document; of terms that have none, under no name."""
    found: dict[str, list[Cue]] = {"": [], **{document: [] for document in corpus.documents}}
    for document in corpus.documents:
        for claim in corpus.claims_of(document):
            found[document] += claim.cues
    for term in corpus.terms.values():
        found.setdefault(term.document or "", []).extend(term.cues)
    return found


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
    if cue.line is not None and not 1 <= cue.line <= original.line_count:
        count = original.line_count
        yield Finding(
            code="A505",
            message=f"the source has {count} line{'' if count == 1 else 's'}, and no line {cue.line}",
            place=cue.origin,
            help="count lines from 1, blank ones too",
        )
        return
    words = searchable(cue.words)
    if not words:
        return
    found = original.found(words)
    here = [line for line in found if cue.line is None or line == cue.line]
    if len(here) == 1:
        return
    if not here and found:
        lines = _listed(found)
        yield Finding(
            code="A505",
            message=f"the cue is not on line {cue.line}, but on {lines}",
            place=cue.origin,
            help=f"write `at: {found[0]} ...`, or leave the number out if the cue stands once in the file",
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
        place = f"on line {cue.line}" if cue.line is not None else f"in the source, on {_listed(here)}"
        yield Finding(
            code="A502",
            message=f"the cue stands {len(here)} times {place}",
            place=cue.origin,
            help="add a word or two" + ("" if cue.line is not None else ", or put the line number before it"),
        )


def _listed(lines: list[int]) -> str:
    distinct = sorted(set(lines))
    shown = ", ".join(str(line) for line in distinct[:6]) + (" and others" if len(distinct) > 6 else "")
    return ("line " if len(distinct) == 1 else "lines ") + shown


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
                return f"`{said}` is there, on {_listed(found)}; copy the words as they stand"
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


def _copied(claims: Iterable[Claim], document: Document, whole: str) -> Iterator[Finding]:
    said = {claim.id: (text, list(_runs(text))) for claim in claims if (text := searchable(claim.text))}
    sought = {run.words for _, runs in said.values() for run in runs}
    if not sought:
        return
    there = {run.words for run in _runs(whole) if run.words in sought}
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
