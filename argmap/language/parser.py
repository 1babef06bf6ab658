"""Statements -> syntax lines, each statement alone, by Lark (LALR; the grammar is ``argmap.lark``)."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import Any, TypeGuard

import attrs
from lark import Token, Transformer
from lark.exceptions import UnexpectedToken

from argmap.language.conflict import Conflict
from argmap.language.lexer import REFUSED, WIDTH, Draft, Ending, LineLexer, LineToken, Piece, drafts
from argmap.language.parse_table import load
from argmap.language.refusals import capped, indented_alike, may_be_linked, misplaced, refusal
from argmap.language.tree import ClaimLine, Line, Reference, Statement, SyntaxFile
from argmap.language.words import FIELDS, JOINING, STEP_FIELDS, STEPS
from argmap.source.finding import Finding, Outcome
from argmap.source.text import Place, SourceText, Span

_START = re.compile(r"(?:\A|(?<=\n))(?=[^ \t\r\n#])")
_JOINING = frozenset(word.upper().replace("-", "_") for word in JOINING)
_PARTS = attrgetter(*Line._fields)
"""What stays of a draft."""


def split(text: str) -> tuple[Span, ...]:
    """The ranges of all statements, each up to where the next begins.

    What stands before the first (comments, blank lines, stray text) is a range of its own, which is left out when it
    is empty.  Comments above a statement stand at the end of the range before it.
    """
    starts = [match.start() for match in _START.finditer(text)]
    if not starts or starts[0] > 0:
        starts.insert(0, 0)
    ends = [*starts[1:], len(text)]
    return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True) if end > start)


class _Above(Transformer[Any, Any]):
    """Writes on each draft what it stands under and what it joins; a rule's value is the draft of its first line."""

    def _nested(self, children: list[LineToken | Draft]) -> Draft:
        lines = [child.draft if isinstance(child, LineToken) else child for child in children]
        head: Draft = lines[0]
        step = reason = -1
        for line in lines[1:]:
            line.parent = head.number
            keyword = line.word
            if keyword == "and":
                line.joins = step
            elif keyword == "undercut":
                line.joins, step = reason, line.number
            elif keyword in STEP_FIELDS:
                line.joins = reason
            elif keyword in STEPS:
                step = reason = line.number
        return head

    document = section = issue = position = actor = author = term = link = claim = _nested
    because = despite = objection = unless = condition = conjunct = undercut = _nested

    def start(self, children: list[Draft]) -> Draft:
        return children[0]


class _Steps:
    """The step lines that are still open at each depth, to mark those that lost a premise."""

    def __init__(self) -> None:
        self._open: list[Draft | None] = []

    def take(self, draft: Draft) -> None:
        """A further line."""
        is_step = isinstance(draft.content, ClaimLine | Reference) and draft.content.step is not None
        # A field closes the steps below its depth, and not the one beside it.
        del self._open[draft.depth + (not is_step) :]
        if is_step:
            self._open += [None] * (draft.depth - len(self._open))
            self._open.append(draft)

    def lose(self, lost: Draft) -> None:
        """A line that could not be read may have been linked to a step: without it, that is another argument."""
        deepest = min((lost.width + WIDTH - 1) // WIDTH, len(self._open) - 1)
        for depth in range(deepest, -1, -1):
            step = self._open[depth]
            if step is not None:
                step.lacks = True
                return


@attrs.define
class StatementReading:
    """What reading one statement gave.

    Attributes:
        taken: Its lines that stand where they can.
        gaps: The ranges of those that do not.
        passed: Lines under one that cannot stand where it does.
    """

    taken: list[Draft] = attrs.field(factory=list)
    gaps: list[Span] = attrs.field(factory=list)
    findings: list[Finding] = attrs.field(factory=list)
    passed: list[Draft] = attrs.field(factory=list)


def is_line(token: Token) -> TypeGuard[LineToken]:
    """Whether a token is a line, and not the begin of what stands under one."""
    return isinstance(token, LineToken) and token.type != "_INDENT"


class Parser:
    """Parses argument files; it keeps nothing between them."""

    def __init__(self) -> None:
        self._lark = load(LineLexer, _Above())

    def parse(self, source: SourceText) -> Outcome[SyntaxFile]:
        """All statements of a file, with gaps where lines could not be read, and a finding for each gap."""
        statements: list[Statement] = []
        findings: list[Finding] = []
        before = Ending()
        conflict: Conflict | None = None
        for span in split(source.text):
            piece = Piece(source.text, span.start, span.end)
            if conflict is None:
                conflict = Conflict.opened(source, span)
                if conflict is not None and statements:
                    # What stands in the conflict may belong to the statement above it.
                    statements[-1] = _cut_short(statements[-1])
            if conflict is not None:
                # Both sides of a conflict are one gap: read on, they would make findings of their own.
                conflict.add(source, span)
                comments, before = before.comments, Ending.of(piece)
                gap = Span(span.start, before.start)
                statements.append(Statement(span=span, lines=(), gaps=(gap,), comments=comments))
                if conflict.closed:
                    findings.append(conflict.finding())
                    conflict = None
                continue
            if source.text[span.start] in " \t\r\n#":
                statement, found = _before_the_first(source, piece)
            else:
                statement, found = self._statement(source, piece, before)
            before = Ending.of(piece)
            findings += found
            if statement is not None:
                statements.append(statement)
        if conflict is not None:
            findings.append(conflict.finding())
        return Outcome(
            SyntaxFile(source=source, statements=tuple(statements), ending=before.comments),
            tuple(indented_alike(findings)),
        )

    def _statement(self, source: SourceText, piece: Piece, before: Ending) -> tuple[Statement, list[Finding]]:
        reading = self._read(source, piece)
        below: tuple[Line, ...] = ()
        if reading.findings:
            # What stands under a line that could not be read has its own errors, which are told in the same run.
            from argmap.language.below_gaps import below_gaps

            more, below = below_gaps(reading, self._read, source, piece)
            reading.findings += more
        if not reading.taken:
            # Without its first line, a statement is a gap as a whole.
            reading.gaps = [Span(piece.start, Ending.of(piece).start)]
        else:
            reading.taken[0].comments = before.comments + reading.taken[0].comments
            reading.taken[0].after_blank = before.blank
        statement = Statement(
            span=Span(piece.start, piece.end),
            lines=tuple(Line._make(_PARTS(draft)) for draft in reading.taken),
            gaps=tuple(reading.gaps),
            comments=before.comments,
            below=below,
        )
        return statement, capped(reading.findings)

    def _read(self, source: SourceText, piece: Piece) -> StatementReading:
        """The lines of a statement; those of one whose first cannot stand are none."""
        session = self._lark.parse_interactive(piece)
        state = session.parser_state
        tokens = list(session.lexer_thread.lex(state))
        reading = StatementReading()
        taken = reading.taken
        steps = _Steps()
        index = 0
        while index < len(tokens):
            token = tokens[index]
            opens = token.type == "_INDENT"
            draft = token.draft if isinstance(token, LineToken) and not opens else None
            if draft is not None:
                draft.number = len(taken)
            if draft is not None and draft.refusal is not None:
                reading.findings.append(refusal(source, draft, taken))
                reading.gaps.append(draft.span)
                if may_be_linked(reading.findings[-1], draft):
                    steps.lose(draft)
            if token.type != REFUSED:
                try:
                    if opens and isinstance(taken[-1].content, Reference):
                        raise UnexpectedToken(token, set())
                    state.feed_token(token)
                    if draft is not None:
                        taken.append(draft)
                        steps.take(draft)
                except UnexpectedToken as error:
                    assert isinstance(token, LineToken)
                    if token.draft.refusal is None:
                        reading.findings.append(misplaced(source, token.draft, error.expected, taken, opens=opens))
                    first, (index, gap) = index, _gap(tokens, index)
                    reading.gaps.append(gap)
                    passed = [each.draft for each in tokens[first + 1 : index + 1] if is_line(each)]
                    reading.findings += [refusal(source, each, taken) for each in passed if each.refusal is not None]
                    reading.passed += passed
                    if token.draft.word == "and" and not opens:
                        steps.lose(token.draft)
            if not taken:
                break
            index += 1
        if taken:
            session.feed_eof()
        return reading


def _gap(tokens: list[Token], index: int) -> tuple[int, Span]:
    """The last token of a line that cannot stand here and of all that stands under it, and their range.

    Where the token opens a level, the line above it stands, and only what is under that line is passed over.  What
    joins a line that cannot stand here goes with it.
    """
    token = tokens[index]
    assert isinstance(token, LineToken)
    span = token.draft.span
    level = 1 if token.type == "_INDENT" else 0
    joined = () if token.type == "_INDENT" or token.draft.word in FIELDS else _JOINING
    while level or (index + 1 < len(tokens) and tokens[index + 1].type in ("_INDENT", *joined)):
        index += 1
        following = tokens[index]
        level += (following.type == "_INDENT") - (following.type == "_DEDENT")
        if isinstance(following, LineToken):
            span = Span(span.start, max(span.end, following.draft.span.end))
    return index, span


def _cut_short(statement: Statement) -> Statement:
    end = statement.span.end
    return statement._replace(gaps=(*statement.gaps, Span(end, end)))


def _before_the_first(source: SourceText, piece: Piece) -> tuple[Statement | None, list[Finding]]:
    """What stands before the first statement: comments may, anything else is one finding."""
    stray = next(drafts(piece), None)
    if stray is None:
        return None, []
    finding = Finding(
        code="A008",
        message="there is text before the first statement",
        place=Place(
            source.name, stray.span._replace(end=min(stray.span.end, _line_end(source.text, stray.span.start)))
        ),
        label="a statement begins at column 0, without indentation",
        help="begin the line at column 0, or make it a comment with `#`",
    )
    gap = Span(piece.start, Ending.of(piece).start)
    return Statement(span=Span(piece.start, piece.end), lines=(), gaps=(gap,)), [finding]


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end
