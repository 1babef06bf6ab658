"""Lines that are added to argument files -> edits, which move nothing and change nothing that stands there.

A file that is in its canonical form still is afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from argmap.assist.refactorings import link_order
from argmap.assist.rename import end_of, line_end_of
from argmap.language.conflict import Conflict
from argmap.language.lexer import WIDTH, Ending, Piece
from argmap.language.tree import ClaimLine, Field, LinkLine, Reference, Statement, SyntaxFile
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId, DocumentId
from argmap.model.link import AnyLink
from argmap.resolve.fields import separated
from argmap.source.finding import Edit
from argmap.source.text import Place, Span
from argmap.suggest.additions import file_of
from argmap.suggest.suggestion import Addition, Under
from argmap.workspace.errors import RefusedError

_LONGEST = 120
"""Characters to which a list of issues grows on one line."""
_LAST_FIELDS = frozenset(("note", "by", "sure"))
"""Fields of a document in front of which the others stand."""


def edits(additions: Iterable[Addition], corpus: Corpus, files: Mapping[str, SyntaxFile]) -> tuple[Edit, ...]:
    """What adds lines to the files that hold what they are of; by file and place, and none touches another.

    What stands there already is not added again.  A file of links that is not there yet has one edit, at its begin.

    Args:
        additions: What is added; those of one place in this order, but for links, which are sorted.
        corpus: What the files say.
        files: The syntax of the argument files, by name, of the very texts of which the corpus was made.

    Raises:
        RefusedError: Something is not there to which lines are added, or could not be read as a whole.
    """
    missing = [one for one in dict.fromkeys(additions) if not is_there(one, corpus, files)]
    put: dict[str, list[_Insertion]] = {}
    for under, add in _WAYS.items():
        of_this = [one for one in missing if one.under is under]
        for of in dict.fromkeys(one.of for one in of_this):
            name, insertions = add(of, [one for one in of_this if one.of == of], corpus, files)
            put.setdefault(name, []).extend(insertions)
    return tuple(edit for name in sorted(put) for edit in _merged(name, put[name]))


def is_there(addition: Addition, corpus: Corpus, files: Mapping[str, SyntaxFile]) -> bool:
    """Whether the files say already what would be added."""
    if addition.under is Under.CLAIM:
        claim = corpus.claims.get(ClaimId(addition.of[0]))
        known = {f"answers {answer}" for answer in claim.answers} if claim is not None else set()
        return known.issuperset(addition.lines)
    if addition.under is Under.DOCUMENT:
        document = corpus.documents.get(DocumentId(addition.of[0]))
        issues = _issues_of(addition)
        return bool(issues) and document is not None and set(issues) <= set(document.silent)
    if addition.under is Under.LINKS:
        return _link_of(addition) in {key for link in corpus.all_links for key in _keys(link)}
    document = corpus.documents.get(DocumentId(addition.of[0]))
    return document is not None and addition.lines in _statements(files[document.file])


class _Insertion(NamedTuple):
    """A text that is put at a place; of several at one place, those of a lower rank first."""

    at: int
    rank: int
    text: str


_LINES, _STATEMENTS, _BLANK = range(3)
"""Ranks: lines of the statement that ends there, statements behind it, and the blank line before the next."""
_Found = tuple[str, list[_Insertion]]


def _merged(name: str, insertions: Iterable[_Insertion]) -> Iterator[Edit]:
    """One edit for each place; a blank line that two ask for is put there once."""
    texts: dict[int, str] = {}
    blank: set[int] = set()
    for one in sorted(insertions, key=lambda one: (one.at, one.rank)):
        if one.rank < _BLANK or one.at not in blank:
            texts[one.at] = texts.get(one.at, "") + one.text
        if one.rank == _BLANK:
            blank.add(one.at)
    return (Edit(Place(name, Span(at, at)), text) for at, text in texts.items())


# --- Under a claim or a document


def _under_claim(
    of: tuple[str, ...], additions: Sequence[Addition], corpus: Corpus, files: Mapping[str, SyntaxFile]
) -> _Found:
    """Behind the last field of the claim before its steps."""
    claim = corpus.claims.get(ClaimId(of[0]))
    if claim is None:
        raise RefusedError(f"there is no claim `{of[0]}`, or it could not be read")
    file, place, number = _line_of(claim, files)
    statement = file.statements[place]
    last = number
    for below, line in enumerate(statement.lines[number + 1 :], number + 1):
        if line.depth <= statement.lines[number].depth or isinstance(line.content, ClaimLine | Reference):
            break
        last = below
    said = [line for one in additions for line in one.lines]
    return file.source.name, list(_lines_behind(file, place, last, said, statement.lines[number].depth + 1))


def _under_document(
    of: tuple[str, ...], additions: Sequence[Addition], corpus: Corpus, files: Mapping[str, SyntaxFile]
) -> _Found:
    """As fields of the document; of its issues on which it is silent, at the end of the line that has others."""
    file, place = _file_of(of[0], corpus, files)
    lines = file.statements[place].lines
    issues = [issue for one in additions for issue in _issues_of(one)]
    silent = corpus.documents[DocumentId(of[0])].silent
    issues = [issue for issue in dict.fromkeys(issues) if issue not in silent]
    said = [line for one in additions if not _issues_of(one) for line in one.lines]
    found: list[_Insertion] = []
    known = [number for number, line in enumerate(lines) if _is_silent(line.content)]
    content = lines[known[-1]].content if known else None
    if issues and isinstance(content, Field):
        last = content.text.pieces[-1]
        names = separated(last, ",")
        width = file.source.position(last.span.end).column - 1
        taken = []
        while issues and names and width + len(issues[0]) + 2 <= _LONGEST:
            taken.append(issues.pop(0))
            width += len(taken[-1]) + 2
        if taken:
            found.append(_Insertion(names[-1].span.end, _LINES, "".join(f", {issue}" for issue in taken)))
        if issues:
            found += _lines_behind(file, place, known[-1], list(_silent_lines(issues)), 1)
    elif issues:
        said = [*_silent_lines(issues), *said]
    last_field = max((n for n, line in enumerate(lines) if line.depth < 2 and not _is_last(line.content)), default=0)
    while last_field + 1 < len(lines) and lines[last_field + 1].depth > 1:
        last_field += 1
    if said:
        found += _lines_behind(file, place, last_field, said, 1)
    return file.source.name, found


def _silent_lines(issues: Iterable[str]) -> Iterator[str]:
    line = ""
    for issue in issues:
        if line and len(line) + len(issue) + 2 + WIDTH > _LONGEST:
            yield line
            line = ""
        line = f"{line}, {issue}" if line else f"silent: {issue}"
    yield line


def _issues_of(addition: Addition) -> tuple[str, ...]:
    """The issues that lines under a document say that it is silent on; none where they say anything else."""
    if not all(line.startswith("silent:") for line in addition.lines):
        return ()
    return tuple(name.strip() for line in addition.lines for name in line.removeprefix("silent:").split(","))


def _is_silent(content: object) -> bool:
    return isinstance(content, Field) and content.keyword.text == "silent"


def _is_last(content: object) -> bool:
    return isinstance(content, Field) and content.keyword.text in _LAST_FIELDS


def _lines_behind(file: SyntaxFile, place: int, number: int, said: Iterable[str], depth: int) -> Iterator[_Insertion]:
    """Lines behind one of a statement; a statement that had one line is then parted from those beside it."""
    statement = file.statements[place]
    at = end_of(file.source, statement.lines[number].span.end)
    ends = line_end_of(file.source, 0)[1]
    yield _Insertion(at, _LINES, "".join(f"{ends}{' ' * (WIDTH * depth)}{line}" for line in said))
    if len(statement.lines) == 1:
        yield from _parted(file, place)
        yield from _parted(file, place + 1)


def _parted(file: SyntaxFile, place: int) -> Iterator[_Insertion]:
    """A blank line before a statement that stands right below another."""
    if not 0 < place < len(file.statements):
        return
    below = file.statements[place]
    if below.lines and not below.lines[0].after_blank and not below.lines[0].comments:
        yield _Insertion(below.span.start, _BLANK, line_end_of(file.source, 0)[1])


def _line_of(claim: Claim, files: Mapping[str, SyntaxFile]) -> tuple[SyntaxFile, int, int]:
    """The file, the statement and the line in which a claim is stated, the last two by their numbers."""
    file, place = _statement_at(claim.origin, files)
    start = claim.origin.span.start
    lines = file.statements[place].lines
    return file, place, max(number for number, line in enumerate(lines) if line.span.start <= start)


def _file_of(document: str, corpus: Corpus, files: Mapping[str, SyntaxFile]) -> tuple[SyntaxFile, int]:
    """The file of a document, and the number of the statement that begins it."""
    found: Document | None = corpus.documents.get(DocumentId(document))
    if found is None:
        raise RefusedError(f"there is no document `{document}`, or it could not be read")
    return _statement_at(found.origin, files)


def _statement_at(place: Place, files: Mapping[str, SyntaxFile]) -> tuple[SyntaxFile, int]:
    file = files[place.file]
    for number, statement in enumerate(file.statements):
        if statement.span.start <= place.span.start < statement.span.end:
            _refuse_gaps(file, statement)
            return file, number
    raise AssertionError("a record without a statement")


def _refuse_gaps(file: SyntaxFile, statement: Statement) -> None:
    if statement.gaps:
        line = file.source.position(statement.gaps[0].start).line
        raise RefusedError(
            f"{file.source.name}:{line} cannot be read, and nothing is added beside it",
            f"mend it first: `argmap check {file.source.name}` says what is wrong",
        )


# --- Statements of their own


def _at_the_end(
    of: tuple[str, ...], additions: Sequence[Addition], corpus: Corpus, files: Mapping[str, SyntaxFile]
) -> _Found:
    """Behind the last statement of the file of a document, before the comments that end it."""
    file, _ = _file_of(of[0], corpus, files)
    heads = {lines[0] for lines in _statements(file) if lines}
    for one in additions:
        if one.lines[0] in heads:
            raise RefusedError(
                f"a statement that begins with `{one.lines[0]}` stands in {file.source.name} already",
                "give it words of its own first, then run `argmap suggest` again",
            )
        heads.add(one.lines[0])
    return file.source.name, [_appended(file, one.lines) for one in additions]


def _statements(file: SyntaxFile) -> set[tuple[str, ...]]:
    """The lines of all statements, without what follows the last of each; of those that cannot be read, too."""
    text = file.source.text
    return {tuple(text[slice(*one.span)].rstrip().replace("\r\n", "\n").split("\n")) for one in file.statements}


def _appended(file: SyntaxFile, said: Sequence[str]) -> _Insertion:
    """A statement behind the last one, which may be one that cannot be read, but no conflict of git's."""
    for statement in file.statements:
        if Conflict.opened(file.source, statement.span) is not None:
            _refuse_gaps(file, statement)
    text, last = file.source.text, file.statements[-1]
    start = Ending.of(Piece(text, last.span.start, last.span.end)).start
    at = len(text[:start].removesuffix("\n").removesuffix("\r"))
    ends = line_end_of(file.source, 0)[1]
    return _Insertion(at, _STATEMENTS, ends * 2 + ends.join(said))


def _among_links(
    of: tuple[str, ...], additions: Sequence[Addition], corpus: Corpus, files: Mapping[str, SyntaxFile]
) -> _Found:
    """In order among the links of the same documents, or in a new file."""
    for document in of:
        if document not in corpus.documents:
            raise RefusedError(f"there is no document `{document}`, or it could not be read")
    name = file_of(additions[0], corpus)
    file = files.get(name)
    ordered = sorted(additions, key=_link_of)
    if file is None or not file.source.text:
        # A new file ends its lines as the first document does.
        first = files[corpus.documents[DocumentId(of[0])].file].source if of else None
        ends = line_end_of(first, 0)[1] if first is not None else "\n"
        said = ends.join(_spaced(one.lines for one in ordered))
        return name, [_Insertion(0, _STATEMENTS, f"{said}{ends}")]
    for statement in file.statements:
        _refuse_gaps(file, statement)
    return name, [insertion for one in ordered for insertion in _sorted_in(file, one)]


def _spaced(statements: Iterable[Sequence[str]]) -> Iterator[str]:
    """Lines of statements, with blank ones between those that have several."""
    before = 0
    for lines in statements:
        if before and (before > 1 or len(lines) > 1):
            yield ""
        yield from lines
        before = len(lines)


def _sorted_in(file: SyntaxFile, addition: Addition) -> Iterator[_Insertion]:
    """A link behind the last one that goes before it; where none does, before the first that no comment is about."""
    ends = line_end_of(file.source, 0)[1]
    links = [number for number, one in enumerate(file.statements) if isinstance(one.head, LinkLine)]
    is_one_line = len(addition.lines) == 1
    if not links:
        if file.statements:
            yield _appended(file, addition.lines)
        else:
            # A comment stands right above what follows it.
            text = file.source.text
            before = "" if text.endswith("\n") else ends
            yield _Insertion(len(text), _STATEMENTS, f"{before}{ends.join(addition.lines)}{ends}")
        return
    key = _link_of(addition)
    above = [number for number in links if link_order(file.statements[number]) <= key]
    first = file.statements[links[0]]
    if not above and not first.comments:
        said = "".join(f"{line}{ends}" for line in addition.lines)
        at = first.lines[0].span.start
        yield _Insertion(at, _STATEMENTS, said if is_one_line and len(first.lines) == 1 else f"{said}{ends}")
        return
    place = above[-1] if above else links[0]
    lines = file.statements[place].lines
    is_close = is_one_line and len(lines) == 1
    at = end_of(file.source, lines[-1].span.end)
    yield _Insertion(at, _STATEMENTS, ends * (1 if is_close else 2) + ends.join(addition.lines))
    if not is_one_line:
        yield from _parted(file, place + 1)


_LinkKey = tuple[str, str, str]


def _link_of(addition: Addition) -> _LinkKey:
    """What a link joins, and how, in the order in which links are sorted."""
    words = addition.lines[0].partition(":")[0].split()
    return (words[1], words[3], words[2])


def _keys(link: AnyLink) -> Iterator[_LinkKey]:
    """A link as it may be written; where it says the same from both ends, both ways."""
    yield (link.source, link.target, link.relation.value)
    if not link.relation.is_directed:
        yield (link.target, link.source, link.relation.value)


_WAYS = {
    Under.CLAIM: _under_claim,
    Under.DOCUMENT: _under_document,
    Under.LINKS: _among_links,
    Under.END_OF_DOCUMENT: _at_the_end,
}
"""How lines are added; statements at the end of a file come behind links that are the last there."""
