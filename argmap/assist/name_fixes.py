"""What mends names that mean nothing: declarations of them, with words that are still to be written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from argmap.assist.fix import Case, Fix
from argmap.assist.rename import line_end_of
from argmap.language.ids import is_id, normal
from argmap.language.tree import BLANKS, AnswerField, Field, Named, Reference, Statement, SyntaxFile
from argmap.model.ids import DocumentId
from argmap.resolve.fields import separated
from argmap.source.finding import Edit
from argmap.source.text import Place, SourceText, Span

ISSUES = "arguments/shared/issues.argmap"
"""Where an issue is declared, if that file is there."""


def declare(kind: str, case: Case) -> Iterator[Fix]:
    """A declaration of what has no other, with words that are still to be written."""
    name = normal(case.found)
    if kind == "claim":
        yield from _state_claim(case, name)
    elif not is_id(name):
        return
    elif kind == "actor":
        author = case.line(lambda content: isinstance(content, Named) and content.id.start == case.span.start)
        if author is not None:
            yield Fix(
                title=f"Give `{name}` a name", edits=(case.edit(case.span.end, case.span.end, f": {_words(name)}"),)
            )
            return
        yield _statement_before(case, f"actor {name}: {_words(name)}", f"Declare the actor `{name}` in this file")
    elif kind == "issue":
        answer = case.line(lambda content: isinstance(content, AnswerField) and content.issue.start == case.span.start)
        content = answer[1].content if answer else None
        position = content.position.text if isinstance(content, AnswerField) else "yes"
        lines = f"issue {name}: {_words(name)}?"
        if position != "open" and is_id(position):
            lines += f"\n  position {position}: {_words(position)}"
        shared = case.state.files.get(ISSUES)
        if shared is not None:
            yield Fix(title=f"Declare the issue `{name}` in {ISSUES}", edits=(_at_the_end(shared.source, lines),))
        else:
            yield _statement_before(case, lines, f"Declare the issue `{name}` in this file")
    else:
        yield from _add_position(case, name)


def _state_claim(case: Case, name: str) -> Iterator[Fix]:
    document, dot, own = name.rpartition(".")
    documents = case.state.loaded.corpus.documents
    if not is_id(own) or (not dot and all(one.file != case.source.name for one in documents.values())):
        return
    stated = f"claims {own}: {_words(own)}."
    if not dot:
        found = case.line(lambda content: isinstance(content, Reference) and content.id.start == case.span.start)
        if found is not None:
            end = line_end_of(case.source, case.span.end)[0]
            title = f"State the claim `{own}` here"
            yield Fix(title=title, edits=(case.edit(case.span.end, end, f": {_words(own)}."),))
        yield Fix(title=f"State the claim `{own}` below", edits=(_at_the_end(case.source, stated),))
        return
    home = documents.get(DocumentId(document))
    file = case.state.files.get(home.file) if home is not None else None
    if file is not None:
        yield Fix(title=f"State the claim `{own}` in {file.source.name}", edits=(_at_the_end(file.source, stated),))


def _add_position(case: Case, name: str) -> Iterator[Fix]:
    """A position under its issue, behind those that it has."""
    answer = case.line(lambda content: isinstance(content, AnswerField) and content.position.start == case.span.start)
    content = answer[1].content if answer else None
    own = case.statement()
    issue = content.issue.text if isinstance(content, AnswerField) else ""
    if not issue and own is not None and isinstance(own.head, Named) and own.head.keyword.text == "issue":
        issue = own.head.id.text
    for file in case.state.files.values():
        for statement in file.statements:
            head = statement.head
            if isinstance(head, Named) and head.keyword.text == "issue" and head.id.text == issue:
                yield _under(file, statement, "position", f"position {name}: {_words(name)}", name)
                return


def _under(file: SyntaxFile, statement: Statement, keyword: str, written: str, name: str) -> Fix:
    """A line under the head of a statement, behind those that begin alike."""
    last = statement.lines[0]
    inside = -1
    for number, line in enumerate(statement.lines):
        if line.depth == 1:
            inside = number if isinstance(line.content, Named) and line.content.keyword.text == keyword else -1
        if line is statement.lines[0] or inside >= 0:
            last = line
    end, line_end = line_end_of(file.source, last.span.end)
    edit = Edit(Place(file.source.name, Span(end, end)), f"{line_end}  {written}")
    return Fix(title=f"Add the {keyword} `{name}`", edits=(edit,))


def add_author(case: Case) -> Iterator[Fix]:
    """An author of a document that has none."""
    statement = case.statement()
    if statement is not None and isinstance(statement.head, Named):
        yield _under(case.file, statement, "author", "author some-id: NAME", "some-id")


def add_document(case: Case) -> Iterator[Fix]:
    """A document for claims that belong to none."""
    stem = normal(PurePosixPath(case.source.name).stem)
    name = stem if is_id(stem) else "some-id"
    lines = f"document {name}: {_words(name)}\n  author some-id: NAME\n\n"
    ends = line_end_of(case.source, 0)[1]
    yield Fix(title=f"Begin the file with a document `{name}`", edits=(case.edit(0, 0, lines.replace("\n", ends)),))


def _statement_before(case: Case, lines: str, title: str) -> Fix:
    """A statement before that in which a finding is, and before the comments above it."""
    statement = case.statement()
    at = statement.span.start if statement is not None else 0
    number = case.source.position(at).line
    while number > 1 and case.source.line(number - 1).lstrip(BLANKS).startswith("#"):
        number -= 1
    at = case.source.offset(number)
    ends = line_end_of(case.source, 0)[1]
    return Fix(title=title, edits=(case.edit(at, at, f"{lines}\n\n".replace("\n", ends)),))


def _at_the_end(source: SourceText, lines: str) -> Edit:
    text = source.text
    ends = line_end_of(source, 0)[1]
    before = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    return Edit(Place(source.name, Span(len(text), len(text))), f"{before}{lines}\n".replace("\n", ends))


def _words(name: str) -> str:
    """An id as words, to be overwritten."""
    words = name.replace("-", " ")
    return words[:1].upper() + words[1:]


def not_silent(case: Case) -> Iterator[Fix]:
    """The `silent` line without an issue that is answered."""
    document = next((one for one in case.finding.related), None)
    answer = case.line(lambda content: isinstance(content, AnswerField) and content.position.start == case.span.start)
    issue = answer[1].content.issue.text if answer and isinstance(answer[1].content, AnswerField) else ""
    file = case.state.files.get(document.place.file) if document is not None else None
    for statement in file.statements if file is not None and issue else ():
        for line in statement.lines:
            field = line.content
            if not isinstance(field, Field) or field.keyword.text != "silent" or len(field.text.pieces) != 1:
                continue
            names = [word.normal.text for word in separated(field.text.pieces[0], ",")]
            if issue not in names or file is None:
                continue
            rest = ", ".join(name for name in names if name != issue)
            text = file.source
            start = text.offset(text.position(line.span.start).line)
            end, ends = line_end_of(text, line.span.end)
            place = field.text.span if rest else Span(start, min(end + len(ends), len(text.text)))
            yield Fix(
                title=f"Say no longer that it is silent on `{issue}`", edits=(Edit(Place(text.name, place), rest),)
            )
