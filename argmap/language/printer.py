"""Syntax lines -> canonical text: what ``argmap fmt`` writes.

It has no options, moves no line and joins none: it only settles indentation, spaces, quotes, blank lines and line
ends.  A statement with a gap is copied as it stands.
"""

from __future__ import annotations

from argmap.language import tree
from argmap.language.lexer import WIDTH, Ending, Piece
from argmap.language.tree import BLANKS


def printed(file: tree.SyntaxFile) -> str:
    """The canonical text of a file; CR LF is kept where all its lines end so."""
    text = file.source.text
    out: list[str] = []
    before: tree.Statement | None = None
    for statement in file.statements:
        if statement.gaps:
            lines = _verbatim(text, statement)
        else:
            lines = [printed_line for line in statement.lines for printed_line in _line(line)]
        if before is not None and not _close(before, statement, text):
            out.append("")
        out += lines
        before = statement
    if file.ending:
        if out:
            out.append("")
        out += file.ending
    joined = "".join(f"{line}\n" for line in out)
    crlf = text.count("\r\n")
    return joined.replace("\n", "\r\n") if crlf and crlf == text.count("\n") else joined


def _close(before: tree.Statement, after: tree.Statement, text: str) -> bool:
    """Whether two statements stand together without a blank line: one-liners of a kind that were written so.

    So does a statement of which nothing could be read: it is left where it is.
    """
    if not after.lines:
        return not Ending.of(Piece(text, before.span.start, after.span.start)).blank
    if before.gaps or after.gaps:
        return False
    return (
        len(before.lines) == len(after.lines) == 1
        and not after.lines[0].after_blank
        and not after.lines[0].comments
        and type(before.lines[0].content) is type(after.lines[0].content)
    )


def _verbatim(text: str, statement: tree.Statement) -> list[str]:
    span = statement.span
    # A file converted twice has several of them before each line end.
    lines = [line.rstrip("\r") for line in text[span.start : span.end].split("\n")]
    comments = list(statement.comments)
    # Comments at its end belong to the next statement and are printed there.
    while lines and (not lines[-1].strip(BLANKS) or lines[-1].strip(BLANKS).startswith("#")):
        lines.pop()
    return comments + lines


def _line(line: tree.Line) -> list[str]:
    pad = " " * (WIDTH * line.depth)
    head, text = _head(line)
    out = [""] if line.depth and line.after_blank else []
    out += [pad + comment for comment in line.comments]
    if text is None:
        return [*out, pad + head]
    first, *rest = (piece.text for piece in text.pieces)
    out.append(f"{pad}{head}: {first}")
    out += [f"{pad}{' ' * WIDTH}| {piece}".rstrip(" ") for piece in rest]
    return out


def _head(line: tree.Line) -> tuple[str, tree.Prose | None]:
    match line.content:
        case tree.Field(keyword, text):
            return keyword.text, text
        case tree.Named(keyword, identifier, text):
            return f"{keyword.text} {identifier.text}", text
        case tree.AnswerField(keyword, issue, negated, position, holders, strength):
            said = ("not " if negated else "") + position.text + _bracket(strength)
            if holders:
                said += " from " + ", ".join(holder.text for holder in holders)
            return f"{keyword.text} {issue.text}: {said}", None
        case tree.PlaceField(keyword, number, cue, page):
            parts = [number.text] if number else [f"p. {page.text}"] if page else []
            parts += [f'"{cue.text}"'] if cue else []
            return f"{keyword.text}: {' '.join(parts)}", None
        case tree.LinkLine(keyword, source, relation, target, confidence, text):
            return f"{keyword.text} {source.text} {relation.text} {target.text}{_bracket(confidence)}", text
        case tree.Reference(step, schemes, identifier):
            return f"{step.text}{_bracket(*schemes)} {identifier.text}", None
        case tree.ClaimLine(step, schemes, verb, identifier, voices, strength, text):
            parts = [step.text + _bracket(*schemes)] if step else []
            parts += [word.text for word in (verb, identifier) if word]
            if voices:
                parts.append("from " + " quoting ".join(", ".join(name.text for name in group) for group in voices))
            return " ".join(parts) + _bracket(strength), text


def _bracket(*words: tree.Word | None) -> str:
    said = ", ".join(word.text for word in words if word)
    return f" ({said})" if said else ""
