"""Document, issue, actor and term statements -> records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.language.ids import is_id
from argmap.language.tree import Field, Line, Named, Statement, Word
from argmap.language.words import OPEN, YES_OR_NO, Kind
from argmap.model.actor import Actor, Term
from argmap.model.document import Document, Section
from argmap.model.ids import ActorId, ClaimId, DocumentId, IssueId, PositionId
from argmap.model.issue import Issue, Position
from argmap.resolve.fields import Fields, children, cues
from argmap.resolve.lookup import Lookup
from argmap.source.finding import Related
from argmap.source.text import Place

_LEVELS = {str(level): level for level in range(1, 7)}
"""As many as headings have in HTML, Markdown and Argdown."""


def document(statement: Statement, lookup: Lookup, sections: Iterable[Section], claims: Iterable[ClaimId]) -> Document:
    """The record of a ``document`` statement; its thesis is that which is named, if any is."""
    head = _head(statement)
    under = children(statement)
    lines = under[0]
    fields = Fields.of(lookup, lines)
    _keep_former_ids_of_authors(statement, under, lookup)
    authors = [line.content.id for line in lines if isinstance(line.content, Named)]
    if not authors and lookup.document not in lookup.noted.doubtful:
        lookup.report(
            "A211",
            head.id,
            f"the document `{head.id.text}` has no author",
            help="add `author some-id: NAME` under it, two spaces deeper"
            + ("; `by` says who encoded it, not who wrote it" if fields.text("by") else ""),
        )
    thesis = fields.one("thesis")
    source = fields.one("source")
    return Document(
        id=DocumentId(lookup.document),
        title=_text(head),
        file=lookup.file,
        authors=_distinct(lookup, authors),
        date=fields.date("date"),
        publisher=fields.text("publisher"),
        source=source.text if source else "",
        language=fields.text("language"),
        short=fields.text("short"),
        silent=_silent(lookup, fields),
        by=fields.text("by"),
        sure=fields.share("sure"),
        thesis=lookup.claim(thesis) if thesis else None,
        thesis_is_declared=thesis is not None,
        sections=tuple(sections),
        claims=tuple(claims),
        was=fields.ids("was"),
        notes=fields.all("note"),
        origin=lookup.place(head.id),
        sourced=lookup.place(source) if source else None,
    )


def _keep_former_ids_of_authors(statement: Statement, under: list[Sequence[Line]], lookup: Lookup) -> None:
    for line, below in zip(statement.lines, under, strict=True):
        if below and isinstance(line.content, Named) and line.content.keyword.text == "author":
            known = lookup.noted.former_ids_of_authors.setdefault(line.content.id.text, [])
            known += (former for former in Fields.of(lookup, below).ids("was") if former not in known)


def _distinct(lookup: Lookup, authors: list[Word]) -> tuple[ActorId, ...]:
    seen: dict[ActorId, Word] = {}
    for word in authors:
        actor = lookup.actor(word)
        if actor is None:
            continue
        if actor in seen:
            lookup.given_twice(f"the author `{actor}` is given twice", word, seen[actor])
        seen.setdefault(actor, word)
    return tuple(seen)


def _silent(lookup: Lookup, fields: Fields) -> tuple[IssueId, ...]:
    found: dict[IssueId, Word] = {}
    for word in fields.list("silent"):
        issue = lookup.issue(word)
        if issue is not None and issue in found:
            lookup.given_twice(f"the issue `{issue}` is listed twice", word, found[issue])
        if issue is not None:
            found.setdefault(issue, word)
    return tuple(found)


def section(statement: Statement, lookup: Lookup, before: Sequence[Section], *, after_gap: bool) -> Section:
    """The record of a ``section`` statement.

    Args:
        statement: The statement.
        lookup: From its document.
        before: The sections of the document above it.
        after_gap: Whether something above it could not be read, and may be a section.
    """
    head = statement.lines[0].content
    assert isinstance(head, Field)
    fields = Fields.of(lookup, children(statement)[0])
    word = fields.one("level")
    level = _LEVELS.get(word.text) if word is not None else 1
    if word is not None and level is None:
        said = f"`{word.text}` is no level of a section"
        lookup.report("A222", word, said, help=f"write a number from 1 to {len(_LEVELS)}, or leave it out for 1")
    parent = len(before) - 1 if before else None
    while parent is not None and before[parent].level >= (level or 1):
        parent = before[parent].parent
    deepest = 1 if parent is None else before[parent].level + 1
    if word is not None and level is not None and level > deepest and not after_gap:
        lookup.report(
            "A222",
            word,
            f"level {level} stands right below level {deepest - 1}"
            if parent is not None
            else f"no section of level {level - 1} stands above this one",
            label="a section stands in one of the level above its own",
            first=Related(before[parent].origin, "the section above it") if parent is not None else None,
            help=f"write `level: {deepest}`, or put a section of level {level - 1} before it",
        )
    return Section(
        title=head.text.text,
        level=level or 1,
        parent=parent,
        notes=fields.all("note"),
        origin=Place(lookup.file, head.text.span),
    )


def issue(statement: Statement, lookup: Lookup) -> Issue:
    """The record of an ``issue`` statement."""
    head = _head(statement)
    under = children(statement)
    fields = Fields.of(lookup, under[0])
    identifier = IssueId(head.id.text)
    positions: dict[str, Position] = {}
    for number, line in enumerate(statement.lines[1:], start=1):
        if isinstance(line.content, Named) and line.content.id.text not in positions:
            own = Fields.of(lookup, under[number])
            positions[line.content.id.text] = Position(
                id=PositionId(line.content.id.text),
                text=_text(line.content),
                short=own.text("short"),
                was=own.ids("was"),
                notes=own.all("note"),
                origin=lookup.place(line.content.id),
            )
    if len(positions) < 2 and not statement.gaps:
        lookup.report(
            "A217",
            head.id,
            f"the issue `{identifier}` has " + ("one position only" if positions else "no positions"),
            help="add `position some-id: ANSWER` lines under it, at least two",
        )
    order = _positions(lookup, identifier, fields.list("order", ">"), ">")
    fields.one("order")
    if order and identifier not in lookup.noted.doubtful:
        for position in positions.values():
            if position.id not in order:
                lookup.report(
                    "A307",
                    position.origin,
                    f"the position `{position.id}` has no place in the order of `{identifier}`",
                    help="put it into the `order:` line, or drop that line",
                )
    compatible, exhaustive = (_groups(lookup, identifier, fields, keyword) for keyword in ("compatible", "exhaustive"))
    by_name = lookup.version < 2 and not exhaustive and {*positions} == set(YES_OR_NO)
    kind = fields.one("kind")
    what = lookup.one_of("A108", "kind of question", kind, (one.value for one in Kind)) if kind is not None else None
    return Issue(
        id=identifier,
        question=_text(head),
        positions=tuple(positions.values()),
        compatible=compatible,
        order=order,
        exhaustive=_YES_OR_NO if by_name else exhaustive,
        is_exhaustive_by_name=by_name,
        kind=Kind(what) if what is not None else None,
        changes=fields.yes_or_no("changes"),
        short=fields.text("short"),
        topic=fields.text("topic"),
        was=fields.ids("was"),
        notes=fields.all("note"),
        origin=lookup.place(head.id),
    )


_GROUPED = {
    "compatible": "write the positions that can be held together, with commas between them",
    "exhaustive": "write the positions of which one is right, with commas between them",
}
_YES_OR_NO = (frozenset(map(PositionId, YES_OR_NO)),)


def _groups(lookup: Lookup, identifier: IssueId, fields: Fields, keyword: str) -> tuple[frozenset[PositionId], ...]:
    groups = (
        _group(lookup, identifier, Fields(lookup, (line,)), line.keyword)
        for line in fields.lines
        if line.keyword.text == keyword
    )
    return tuple(group for group in groups if len(group) > 1)


def _group(lookup: Lookup, identifier: IssueId, line: Fields, keyword: Word) -> frozenset[PositionId]:
    words = line.list(keyword.text)
    if keyword.text == "exhaustive" and any(word.text == OPEN for word in words):
        said = f"`{OPEN}` is what is left where no position is right yet, and not one of those of which one is"
        lookup.report("A218", keyword, said, help=f"leave `{OPEN}` out")
        return frozenset()
    if len(words) < 2 and all(is_id(word.text) for word in words):
        lookup.report(
            "A218",
            keyword,
            f"`{keyword.text}` names fewer than two positions",
            label=f"{keyword.text} with what?",
            help=_GROUPED[keyword.text],
        )
    return frozenset(_positions(lookup, identifier, words, ","))


def _positions(lookup: Lookup, identifier: IssueId, words: tuple[Word, ...], between: str) -> tuple[PositionId, ...]:
    found: dict[PositionId, Word] = {}
    for word in words:
        if not is_id(word.text):
            lookup.report(
                "A015",
                word,
                f"`{word.text}` is no id of a position",
                label="one id a position",
                help=f"put `{between}` between two positions",
            )
            lookup.noted.doubtful.add(identifier)
            continue
        position = lookup.position(identifier, word)
        if position is None:
            continue
        if position in found:
            lookup.given_twice(f"the position `{position}` is listed twice", word, found[position])
        found.setdefault(position, word)
    return tuple(found)


def actor(statement: Statement, lookup: Lookup, owner: str) -> Actor:
    """The record of an ``actor`` statement, in a document's file or in a shared one."""
    head = _head(statement)
    fields = Fields.of(lookup, children(statement)[0])
    speaks_for = fields.one("speaks-for")
    return Actor(
        id=ActorId(head.id.text),
        name=_text(head),
        document=DocumentId(owner) if owner else None,
        also=tuple(word.text for word in fields.list("also")),
        speaks_for=lookup.actor(speaks_for) if speaks_for else None,
        short=fields.text("short"),
        was=fields.ids("was"),
        notes=fields.all("note"),
        origin=lookup.place(head.id),
    )


def term(statement: Statement, lookup: Lookup, owner: str) -> Term:
    """The record of a ``term`` statement."""
    head = _head(statement)
    lines = children(statement)[0]
    fields = Fields.of(lookup, lines)
    return Term(
        id=head.id.text,
        meaning=_text(head),
        document=DocumentId(owner) if owner else None,
        also=tuple(word.text for word in fields.list("also")),
        cues=cues(lookup, lines),
        cites=fields.all("cites"),
        was=fields.ids("was"),
        notes=fields.all("note"),
        origin=lookup.place(head.id),
    )


def _head(statement: Statement) -> Named:
    head = statement.head
    assert isinstance(head, Named)
    return head


def _text(named: Named) -> str:
    return named.text.text if named.text else ""
