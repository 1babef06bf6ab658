"""Rules that need the source texts: cues are found where they are said to be, and claims are paraphrases."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping

import attrs

from argmap.language.words import Attitude
from argmap.model.claim import Claim, Cue
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.source.finding import Edit, Finding
from argmap.source.loosened import loosened
from argmap.source.nearest import nearest
from argmap.source.text import SourceText

_WORDS = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
COPIED = 8
"""Words in a row that a claim may share with its source, less one, before it is no longer a paraphrase."""


@attrs.frozen
class _Original:
    """A source text, loosened line by line and as a whole, with where each line begins in the whole."""

    lines: tuple[str, ...]
    whole: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, source: SourceText) -> _Original:
        count = source.line_count()
        # What follows the last line end is no line.
        count -= count > 1 and not source.line(count)
        lines = tuple(loosened(source.line(number)) for number in range(1, count + 1))
        starts: list[int] = []
        parts: list[str] = []
        length = 0
        for line in lines:
            starts.append(length)
            if line:
                parts.append(line)
                length += len(line) + 1
        return cls(lines, " ".join(parts), tuple(starts))

    def found(self, words: str) -> list[int]:
        """The lines on which the words begin, from 1; a cue may run over a line end, as columns of a page do."""
        found: list[int] = []
        at = _find(self.whole, words, 0)
        while at >= 0:
            found.append(bisect_right(self.starts, at))
            at = _find(self.whole, words, at + 1)
        return found


def _find(text: str, words: str, start: int) -> int:
    """Like ``str.find``, for whole words only."""
    at = text.find(words, start)
    while at >= 0:
        end = at + len(words)
        before = at > 0 and text[at - 1].isalnum() and words[0].isalnum()
        after = end < len(text) and text[end].isalnum() and words[-1].isalnum()
        if not before and not after:
            return at
        at = text.find(words, at + 1)
    return -1


def sources(corpus: Corpus, texts: Mapping[str, SourceText], beside: Collection[str] = ()) -> Iterator[Finding]:
    """Prove the cues of all documents whose source is a file.

    Args:
        corpus: All documents.
        texts: Source texts by the file name that a document gives in ``source``.
        beside: The names of all files among the sources, for those that are misspelt.
    """
    for document in corpus.documents.values():
        if not document.source or "://" in document.source:
            continue
        text = texts.get(document.source)
        if text is None:
            yield _missing(document, beside)
            continue
        original = _Original.of(text)
        runs = _runs(original.whole)
        for claim in corpus.claims_of(document.id):
            if not claim.cues and claim.attitude is not Attitude.IMPLIES and claim.id not in corpus.doubtful:
                yield _placeless(claim)
            for cue in claim.cues:
                yield from _cue(cue, original)
            yield from _copied(claim, document, runs)


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
    if cue.line is not None and not 1 <= cue.line <= len(original.lines):
        yield Finding(
            code="A505",
            message=f"the source has {len(original.lines)} lines, and no line {cue.line}",
            place=cue.origin,
            help="count lines from 1, blank ones too",
        )
        return
    words = loosened(cue.words)
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
            label="case, quotes, dashes and white space are compared loosely, all else is not",
            help=_nearest_cue(words, original),
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
    parts = words.split(" ")
    for length in range(len(parts) - 1, 1, -1):
        for part in (parts[:length], parts[-length:]):
            said = " ".join(part)
            found = original.found(said)
            if found:
                return f"`{said}` is there, on {_listed(found)}; copy the words as they stand"
    return "copy 2 to 6 words from the source as they stand there"


def _runs(whole: str) -> frozenset[tuple[str, ...]]:
    words = _WORDS.findall(whole)
    return frozenset(tuple(words[at : at + COPIED]) for at in range(len(words) - COPIED + 1))


def _copied(claim: Claim, document: Document, runs: frozenset[tuple[str, ...]]) -> Iterator[Finding]:
    words = _WORDS.findall(loosened(claim.text))
    for at in range(len(words) - COPIED + 1):
        run = tuple(words[at : at + COPIED])
        if run in runs:
            yield Finding(
                code="A507",
                message=f"{COPIED} words in a row are those of `{document.source}`",
                place=claim.wording,
                label=f"\u201c{' '.join(run)}\u201d",
                help="say it in your own words; the cue keeps the author's",
            )
            return
