"""What stands under a line that could not be read: its own errors, and what it names."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from argmap.language.lexer import Draft, Piece
from argmap.language.parser import StatementReading
from argmap.language.tree import ClaimLine, Content, Field, Line, Named, Prose, Word
from argmap.language.unknown import unknown_word
from argmap.language.words import KEYWORDS, NAMED, STATEMENTS, STEP_FIELDS, STEPS, UNDER, VERBS
from argmap.source.finding import Finding
from argmap.source.text import SourceText, Span

_FAR = 50
"""Lines below a first line in which a word is looked for that shows what sort of statement it is."""
_DEPTHS = ("A006", "A007", "A019", "A011", "A018", "A202", "A203")
"""What is said of how deep a line stands, that of blanks first, and then what can follow from it."""
_SIGNS_OF_A_CLAIM = STEP_FIELDS | {"because", "despite", "unless", "only-if", "undercut", "answers", "as-of"}
"""What begins a line under a claim, and hardly one of prose or of a program."""
_PARTS = attrgetter(*Line._fields)


def below_gaps(
    reading: StatementReading, read: Callable[[SourceText, Piece], StatementReading], source: SourceText, piece: Piece
) -> tuple[list[Finding], tuple[Line, ...]]:
    """The findings in what was passed over, and the lines there that can be read.

    The statement is read again with something well formed in place of each line that is not.

    Args:
        reading: The statement as it was read at first.
        read: How it was read.
        source: The file.
        piece: Where the statement stands in it.
    """
    head = "" if reading.taken else _sort_of(reading.findings[0], source, piece)
    if not reading.taken and not head:
        return [], ()
    again = read(source, piece._replace(stands_in=lambda draft: _stand_in(draft, source, head)))
    told = {(finding.code, finding.place) for finding in reading.findings}
    # Where a line stands too deep, where others stand below it follows from that.
    passed = _DEPTHS if any(code in _DEPTHS[:2] for code, _ in told) else _DEPTHS[:3]
    found = [
        finding
        for finding in again.findings
        if (finding.code, finding.place) not in told and finding.code not in passed
    ]
    known = {draft.span.start for draft in reading.taken}
    lines = [
        draft
        for draft in (*again.taken, *again.passed)
        if draft.span.start not in known and draft.content is not None and draft.refusal is None
    ]
    return found, tuple(Line._make(_PARTS(draft)) for draft in lines)


def _stand_in(draft: Draft, source: SourceText, head: str) -> None:
    """Give a line that could not be read the content of one that could, of the sort that it is meant for."""
    word = head if draft.depth == 0 else _meant(draft, source)
    draft.word = word
    draft.content = _content(word, draft.span)


def _meant(draft: Draft, source: SourceText) -> str:
    if draft.word in KEYWORDS:
        return draft.word
    refused = draft.refusal
    fix = unknown_word(source, refused, "claims").fix if refused is not None and refused.code == "A010" else None
    return fix.replacement if fix is not None and fix.replacement in UNDER["claims"] else "because"


def _sort_of(finding: Finding, source: SourceText, piece: Piece) -> str:
    """The word for which the first of a statement is meant; empty where nothing shows it."""
    first, *lines = source.text[piece.start : min(piece.end, piece.start + 10_000)].split("\n")[:_FAR]
    word = _first(first)
    if word in STATEMENTS:
        return word
    if finding.fix is not None and finding.fix.replacement in STATEMENTS:
        return finding.fix.replacement
    if any(_first(line) in _SIGNS_OF_A_CLAIM for line in lines):
        return "claims"
    under = {"author": "document", "thesis": "document", "position": "issue", "order": "issue", "speaks-for": "actor"}
    return next((under[_first(line)] for line in lines if _first(line) in under), "")


def _first(line: str) -> str:
    said = line.strip()
    return said.partition(" ")[0].partition(":")[0]


def _content(word: str, span: Span) -> Content:
    keyword = Word(word, span.start)
    text = Prose((Word("?", span.start),))
    if word in NAMED:
        return Named(keyword, keyword, text)
    if word in STEPS:
        return ClaimLine(keyword, (), None, None, (), None, text)
    if word in VERBS:
        return ClaimLine(None, (), keyword, keyword, (), None, text)
    return Field(keyword, text)
