"""Changes of how an argument is written down that somebody asks for where nothing is wrong.

Taking a premise out and sorting links change no meaning.  Taking two premises together, or apart, does: it is what is
asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

import attrs

from argmap.assist.rename import line_end_of
from argmap.language.ids import is_id
from argmap.language.lexer import WIDTH
from argmap.language.tree import BLANKS, ClaimLine, Line, LinkLine, Reference, Statement, SyntaxFile
from argmap.language.words import RESERVED
from argmap.project.open_project import ProjectState
from argmap.source.finding import Edit
from argmap.source.text import Place, SourceText, Span

_SUPPOSED = frozenset({"if", "only-if", "unless", "objection"})
"""Steps whose premises are supposed where no verb is given."""
_WORD = re.compile(r"[^\W\d_]+")
_WORDS_OF_AN_ID = 3


class RefactoringKind(StrEnum):
    """What sort of change it is, in the words that editors group them by."""

    EXTRACT = "refactor.extract"
    REWRITE = "refactor.rewrite"
    SORT = "source.sortLinks"


@attrs.frozen(kw_only=True)
class Refactoring:
    """One change that may be asked for.

    Attributes:
        title: What it does, for people.
        edits: By place; none touches another.
    """

    title: str
    edits: tuple[Edit, ...]
    kind: RefactoringKind


def refactorings(state: ProjectState, file: str, offset: int) -> tuple[Refactoring, ...]:
    """What may be asked for at a place."""
    syntax = state.files.get(file)
    if syntax is None:
        return ()
    found = list(_sorted_links(syntax, offset))
    here = _line_at(syntax, offset)
    if here is not None:
        found += _taken_out(state, syntax, *here)
        found += _joined_or_parted(syntax, *here)
    return tuple(found)


def sorted_links(file: SyntaxFile) -> tuple[Edit, ...]:
    """The edits that put links of one line in order, as many as stand together with nothing between them."""
    text = file.source.text
    ends = line_end_of(file.source, 0)[1]
    edits: list[Edit] = []
    run: list[Statement] = []
    for statement in (*file.statements, None):
        if statement is not None and _is_one_line(file, statement):
            run.append(statement)
            # What stands between this and the next, such as a comment, keeps its place.
            if text[statement.lines[0].span.end : statement.span.end].strip(BLANKS) in ("", "\n"):
                continue
        if len(run) > 1:
            begin, end = run[0].lines[0].span.start, run[-1].lines[0].span.end
            lines = [text[slice(*one.lines[0].span)] for one in sorted(run, key=link_order)]
            if ends.join(lines) != text[begin:end]:
                edits.append(Edit(Place(file.source.name, Span(begin, end)), ends.join(lines)))
        run = []
    return tuple(edits)


def _is_one_line(file: SyntaxFile, statement: Statement) -> bool:
    is_alone = isinstance(statement.head, LinkLine) and len(statement.lines) == 1
    if statement.gaps or statement.comments:
        # A comment belongs to the line below it, and would have to be moved with it.
        return False
    return is_alone and "\n" not in file.source.text[slice(*statement.lines[0].span)]


def link_order(statement: Statement) -> tuple[str, str, str]:
    """What links are sorted by: what they join, and how."""
    head = statement.head
    return (head.source.text, head.target.text, head.relation.text) if isinstance(head, LinkLine) else ("", "", "")


def _sorted_links(file: SyntaxFile, offset: int) -> Iterator[Refactoring]:
    statement = next((one for one in file.statements if one.span.start <= offset < one.span.end), None)
    if statement is not None and isinstance(statement.head, LinkLine):
        edits = sorted_links(file)
        if edits:
            yield Refactoring(title="Sort the links", edits=edits, kind=RefactoringKind.SORT)


def _line_at(file: SyntaxFile, offset: int) -> tuple[Statement, int] | None:
    """The line on which an offset is, by its number in its statement."""
    number = file.source.position(offset).line
    for statement in file.statements:
        if statement.span.start <= offset <= statement.span.end:
            for place, line in enumerate(statement.lines):
                first, last = (file.source.position(at).line for at in line.span)
                if first <= number <= last:
                    return statement, place
    return None


def _block(file: SyntaxFile, statement: Statement, number: int) -> Span:
    """A line with all that stands under it, from the begin of its line to the end of the last one."""
    line = statement.lines[number]
    last = line
    for below in statement.lines[number + 1 :]:
        if below.depth <= line.depth:
            break
        last = below
    source = file.source
    return Span(source.offset(source.position(line.span.start).line), line_end_of(source, last.span.end)[0])


# --- A premise of its own


def _taken_out(state: ProjectState, file: SyntaxFile, statement: Statement, number: int) -> Iterator[Refactoring]:
    content = statement.lines[number].content
    if not isinstance(content, ClaimLine) or content.step is None or statement.gaps:
        return
    name = content.id.text if content.id is not None else _free_id(state, file, content)
    if not name:
        return
    source, line = file.source, statement.lines[number]
    block, ends = _block(file, statement, number), line_end_of(file.source, 0)[1]
    verb = content.verb.text if content.verb is not None else _left_out_verb(statement, number)
    scheme = f" ({', '.join(scheme.text for scheme in content.schemes)})" if content.schemes else ""
    named = f"{' ' * (WIDTH * line.depth)}{content.step.text}{scheme} {name}"
    first = source.text[block.start : line.span.start]
    colon = _colon_of(source, content)
    rest = _rest_of_head(source, content, colon)
    below = source.text[colon + 1 : block.end].split("\n")
    dedented = [_less(each, len(first)) for each in below[1:]]
    stated = "\n".join((f"{verb} {name}{rest}:{below[0]}", *dedented))
    end = _end_of(file, statement)
    yield Refactoring(
        title=f"State `{name}` in a statement of its own",
        edits=(
            Edit(Place(source.name, block), named),
            Edit(Place(source.name, Span(end, end)), f"{ends}{ends}{stated}"),
        ),
        kind=RefactoringKind.EXTRACT,
    )


def _left_out_verb(statement: Statement, number: int) -> str:
    line = statement.lines[number]
    content = line.content
    word = content.step.text if isinstance(content, ClaimLine) and content.step is not None else ""
    if word == "and" and line.joins >= 0:
        joined = statement.lines[line.joins].content
        word = joined.step.text if isinstance(joined, ClaimLine | Reference) and joined.step is not None else word
    return "supposes" if word in _SUPPOSED else "claims"


def _colon_of(source: SourceText, content: ClaimLine) -> int:
    """Where the colon of a claim stands, before its text or before the lines that hold it."""
    words = (content.step, *content.schemes, content.verb, content.id, content.strength)
    ends = [word.span.end for word in (*words, *(one for group in content.voices for one in group)) if word is not None]
    return source.text.index(":", max(ends))


def _rest_of_head(source: SourceText, content: ClaimLine, colon: int) -> str:
    """What stands between the id and the colon: holders and strength."""
    words = [content.step, *content.schemes, content.verb, content.id]
    start = max(word.span.end for word in words if word is not None)
    said = source.text[start:colon]
    # The bracket of a scheme ends behind its word.
    if content.schemes and start == content.schemes[-1].span.end:
        said = said.partition(")")[2]
    said = said.strip(BLANKS)
    return f" {said}" if said else ""


def _less(line: str, width: int) -> str:
    return line[width:] if line[:width].isspace() else line.lstrip(BLANKS)


def _end_of(file: SyntaxFile, statement: Statement) -> int:
    """Where the last line of a statement ends."""
    return line_end_of(file.source, max(line.span.end for line in statement.lines))[0]


def _free_id(state: ProjectState, file: SyntaxFile, content: ClaimLine) -> str:
    """An id out of the first long words of a text, which no claim of the document has."""
    words = [word.lower() for word in _WORD.findall(content.text.text)]
    chosen = [word for word in words if len(word) > _WORDS_OF_AN_ID][:_WORDS_OF_AN_ID] or words[:_WORDS_OF_AN_ID]
    name = "-".join(chosen)
    if not is_id(name):
        return ""
    documents = {one.id for one in state.loaded.corpus.documents.values() if one.file == file.source.name}
    taken = {claim.name for claim in state.loaded.corpus.claims if claim.document in documents} | RESERVED
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free


# --- Premises together, or apart


def _joined_or_parted(file: SyntaxFile, statement: Statement, number: int) -> Iterator[Refactoring]:
    line = statement.lines[number]
    content = line.content
    if not isinstance(content, ClaimLine | Reference) or content.step is None:
        return
    place = Place(file.source.name, content.step.span)
    if content.step.text == "and" and line.joins >= 0:
        joined = statement.lines[line.joins].content
        assert isinstance(joined, ClaimLine | Reference) and joined.step is not None
        if joined.step.text != "undercut":
            title = f"Make it a `{joined.step.text}` of its own"
            yield Refactoring(title=title, edits=(Edit(place, joined.step.text),), kind=RefactoringKind.REWRITE)
        return
    above = _sibling_above(statement.lines, number)
    step = above.content.step if above is not None and isinstance(above.content, ClaimLine | Reference) else None
    if content.step.text == "because" and step is not None and step.text in ("because", "and"):
        end = content.step.span.end
        if content.schemes:
            # What is taken together has the schemes of the step above.
            end = file.source.text.index(")", content.schemes[-1].span.end) + 1
        edit = Edit(place._replace(span=Span(content.step.start, end)), "and")
        yield Refactoring(
            title="Take it together with the premise above, by `and`", edits=(edit,), kind=RefactoringKind.REWRITE
        )


def _sibling_above(lines: Sequence[Line], number: int) -> Line | None:
    """The line right above at the same level, whatever stands under it."""
    for above in reversed(lines[:number]):
        if above.depth == lines[number].depth:
            return above
        if above.depth < lines[number].depth:
            return None
    return None
