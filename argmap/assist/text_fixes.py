"""What mends lines, their indentation and their colons, and cues by the source that they quote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.assist.fix import Case, Fix
from argmap.assist.rename import line_end_of
from argmap.language.ids import normal
from argmap.language.lexer import WIDTH
from argmap.language.tree import BLANKS, ClaimLine, PlaceField, Statement, Word
from argmap.language.words import DEGREES
from argmap.source.finding import Edit
from argmap.source.searchable_text import SearchableText, searchable
from argmap.source.text import SourceText, Span

_PART = re.compile(r"\S+")
_MOST_WORDS = 60_000
"""Words of a source that are looked through for those that a cue may mean."""


def line_ends(case: Case) -> Iterator[Fix]:
    """All lines end as the first one does."""
    text = case.source.text
    first = text.index("\n")
    good = "\r\n" if text[first - 1 : first] == "\r" else "\n"
    odd = re.finditer(r"(?<!\r)\n" if good == "\r\n" else r"\r\n", text)
    edits = tuple(case.edit(*match.span(), good) for match in odd)
    # What stands before a lone line end may be a carriage return that the other rule leaves.
    if not re.search(r"\r(?!\n)", text):
        shown = "CR LF" if good == "\r\n" else "LF"
        yield Fix(title=f"End all lines by {shown}", edits=edits, is_safe=True)


def indentation(case: Case) -> Iterator[Fix]:
    """Every line of a statement at a level: what was deeper than another stays deeper."""
    statement = case.statement()
    here = () if statement is None else tuple(_levelled(case, statement))
    whole = tuple(edit for one in case.file.statements for edit in _levelled(case, one))
    if len(whole) > len(here):
        yield Fix(title="Indent the whole file by two spaces a level", edits=whole)
    if here:
        yield Fix(title="Indent this statement by two spaces a level", edits=here)


def _levelled(case: Case, statement: Statement) -> Iterator[Edit]:
    widths = [0]
    first = case.source.position(statement.span.start).line
    last = case.source.position(max(statement.span.start, statement.span.end - 1)).line
    for number in range(first, last + 1):
        line = case.source.line(number)
        said = line.lstrip()
        if not said:
            continue
        blanks = line[: len(line) - len(said)]
        width = len(blanks.expandtabs(WIDTH))
        level = len(widths)
        if not said.startswith("|"):
            while len(widths) > 1 and width < widths[-1]:
                widths.pop()
            if width > widths[-1]:
                widths.append(width)
            level = len(widths) - 1
        if blanks != (wanted := " " * (WIDTH * level)):
            start = case.source.offset(number)
            yield case.edit(start, start + len(blanks), wanted)


def less_deep(case: Case) -> Iterator[Fix]:
    """The line, and what stands deeper, one level less deep."""
    number = case.source.position(case.span.start).line
    width = _width(case.source.line(number))
    edits: list[Edit] = []
    for below in range(number, case.source.line_count() + 1):
        line = case.source.line(below)
        if not line.strip(BLANKS):
            continue
        if below > number and _width(line) <= width:
            break
        start = case.source.offset(below)
        edits.append(case.edit(start, start + WIDTH, ""))
    if width >= WIDTH:
        yield Fix(title="Indent it one level less", edits=tuple(edits))


def _width(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def goes_on(case: Case) -> Iterator[Fix]:
    """The line goes on with the text of the line above it."""
    number = case.source.position(case.span.start).line
    above = number - 1
    while above > 1 and case.source.line(above).lstrip(BLANKS).startswith("|"):
        above -= 1
    before = case.source.line(above) if above >= 1 else ""
    if ":" not in before or before.lstrip(BLANKS).startswith("#"):
        return
    line = case.source.line(number)
    said = line.lstrip(BLANKS)
    start = case.source.offset(number)
    put = " " * (_width(before) + WIDTH) + ("" if said.startswith("|") else "| ")
    yield Fix(title="Go on with the text above, by `|`", edits=(case.edit(start, start + len(line) - len(said), put),))


def colon(case: Case) -> Iterator[Fix]:
    """A colon between what is ours and what is the author's."""
    if case.finding.code == "A013":
        yield Fix(title="Write a colon and a space", edits=(case.edit(*case.span, ": "),))
        return
    start = case.span.start
    while start > 0 and case.source.text[start - 1] in BLANKS:
        start -= 1
    yield Fix(title="Put a colon before the text", edits=(case.edit(start, case.span.start, ": "),))


def before_the_colon(case: Case) -> Iterator[Fix]:
    """A strength or a scheme that stands before the text, where it counts."""
    found = case.line(lambda content: isinstance(content, ClaimLine) and content.text.span.start == case.span.start)
    if found is None:
        return
    content, text = found[1].content, case.source.text
    assert isinstance(content, ClaimLine)
    end = case.span.end
    while end < len(text) and text[end] in BLANKS:
        end += 1
    taken = case.edit(case.span.start, end, "")
    is_strength = case.found.strip("()").partition("..")[0] in DEGREES
    if is_strength and content.strength is None:
        colon = text.rindex(":", 0, case.span.start)
        yield Fix(
            title=f"Put `{case.found}` before the colon", edits=(case.edit(colon, colon, f" {case.found}"), taken)
        )
    elif not is_strength and not content.schemes and content.step is not None:
        at = content.step.span.end
        title = f"Put `{case.found}` behind `{content.step.text}`"
        yield Fix(title=title, edits=(case.edit(at, at, f" {case.found}"), taken))


def delete_second(case: Case) -> Iterator[Fix]:
    """What stands there word for word a second time goes."""
    statement = case.statement()
    related = case.finding.related[0].place if case.finding.related else None
    if statement is None or related is None or len(statement.lines) != 1 or statement.gaps:
        return
    start = case.source.offset(case.source.position(statement.lines[0].span.start).line)
    end = line_end_of(case.source, statement.lines[0].span.end)[0]
    other = case.state.files.get(related.file)
    first = "" if other is None else other.source.text[related.span.start : related.span.end]
    said = case.source.text[statement.lines[0].span.start : statement.lines[0].span.end]
    end = min(end + len(line_end_of(case.source, end)[1]), len(case.source.text))
    is_same = first == said and not statement.lines[0].comments
    yield Fix(title="Delete the second one", edits=(case.edit(start, end, ""),), is_safe=is_same)


def cue(case: Case) -> Iterator[Fix]:
    """The line or page, or the words, of a cue as the source has them."""
    found = case.line(lambda content: isinstance(content, PlaceField) and _stands(content, case.span))
    original = _source_of(case)
    if found is None or original is None:
        return
    content = found[1].content
    assert isinstance(content, PlaceField)
    text = SearchableText.of(original.text)
    words = content.cue.text if content.cue is not None else ""
    sought = searchable(words)
    lines = text.found(sought) if sought else []
    number = content.line or content.page
    kind = "line" if content.line is not None else "page"
    if len(lines) == 1 and number is not None and _right_number(content, lines[0], original):
        right = _right_number(content, lines[0], original)
        edit = case.edit(*number.span, right)
        yield Fix(title=f"Write {kind} {right}, where it stands", edits=(edit,), is_safe=case.finding.code == "A505")
    elif not lines and content.cue is not None:
        for line, said in _like(words, original, text):
            edits = [case.edit(*content.cue.span, said)]
            right = _right_number(content, line, original)
            if number is not None and number.text != right and right:
                edits.insert(0, case.edit(*number.span, right))
            yield Fix(title=f"Write “{said}”, as on line {line}", edits=tuple(edits))


def _right_number(content: PlaceField, line: int, original: SourceText) -> str:
    """The line, or the page on which it is where a page is given; empty where the source has no pages."""
    return str(line if content.line is not None else original.page(line) or "")


def _stands(content: PlaceField, span: Span) -> bool:
    word: Word | None = content.line or content.page or content.cue
    return word is not None and span.start <= word.start < max(span.end, span.start + 1)


def _source_of(case: Case) -> SourceText | None:
    documents = case.state.loaded.corpus.documents.values()
    document = next((one for one in documents if one.file == case.source.name), None)
    return case.state.sources.get(normal(document.source)) if document is not None else None


def _like(words: str, original: SourceText, text: SearchableText) -> Iterator[tuple[int, str]]:
    """The words of a source that are most like a cue, and stand there once; none where nothing is much like it."""
    wanted = [searchable(part[0]) for part in _PART.finditer(words)]
    parts = [(match.span(), searchable(match[0])) for match in _PART.finditer(original.text)][:_MOST_WORDS]
    known = {word for word in wanted if word}
    best: tuple[int, int, int] | None = None
    for length in (len(wanted), len(wanted) + 1, len(wanted) - 1):
        count = sum(word in known for _, word in parts[:length])
        for first in range(len(parts) - length + 1):
            if length > 1 and 2 * count > length and parts[first][1] in known and parts[first + length - 1][1] in known:
                best = max(best or (0, 0, 0), (count, -length, -first))
            count -= parts[first][1] in known
            count += first + length < len(parts) and parts[first + length][1] in known
    if best is None:
        return
    first, length = -best[2], -best[1]
    said = " ".join(original.text[parts[first][0][0] : parts[first + length - 1][0][1]].split()).strip('"“”')
    lines = text.found(searchable(said))
    if len(lines) == 1 and '"' not in said:
        yield lines[0], said
