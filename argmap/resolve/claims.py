"""Claim statements -> claims and the steps between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from argmap.language.tree import AnswerField, ClaimLine, Line, Reference, Statement
from argmap.language.words import VERBS, Attitude, Kind
from argmap.model.claim import Answer, Claim, Holders, Period
from argmap.model.ids import ClaimId, DocumentId
from argmap.model.inference import Step, StepRole, Undercut
from argmap.resolve.brackets import answer_strength, look_behind_the_colon, refuse_schemes, schemes_of, strength_of
from argmap.resolve.fields import Fields, children, cues
from argmap.resolve.lookup import Lookup
from argmap.resolve.values import is_backwards, period
from argmap.source.text import Place, Span

_PREMISES = (ClaimLine, Reference)
_SUPPOSED = frozenset(role.value for role in StepRole if role.only_supposes)
_WITHOUT_HOLDERS = (Attitude.CLAIMS, Attitude.SUPPOSES)


@attrs.define(eq=False, repr=False)
class _Group:
    """A step in the making: the lines of its premises, of the doubts about it, and of its own fields."""

    first: Line
    premises: list[Line]
    undercuts: list[list[Line]] = attrs.field(factory=list)
    fields: list[Line] = attrs.field(factory=list)


def claims_of(
    statement: Statement, ids: tuple[ClaimId | None, ...], lookup: Lookup, section: int | None
) -> Iterator[Claim]:
    """All claims that a statement states, in the order of its lines."""
    numbers = {id(line): number for number, line in enumerate(statement.lines)}
    under = children(statement)
    for number, line in enumerate(statement.lines):
        content = line.content
        identifier = ids[number]
        if not isinstance(content, ClaimLine) or identifier is None:
            continue
        lines = under[number]
        claim = _claim(
            content,
            lookup,
            lines,
            id=identifier,
            attitude=_attitude(line, content, statement),
            steps=_steps(lines, ids, numbers, lookup),
            section=section,
            statement=line.parent < 0,
        )
        tied = any(isinstance(line.content, (AnswerField, *_PREMISES)) for line in lines)
        if tied and not claim.steps and not claim.answers:
            lookup.noted.doubtful.add(identifier)
        yield claim


def _claim(
    content: ClaimLine,
    lookup: Lookup,
    lines: Sequence[Line],
    *,
    id: ClaimId,  # noqa: A002
    attitude: Attitude,
    steps: tuple[Step, ...],
    section: int | None,
    statement: bool,
) -> Claim:
    fields = Fields.of(lookup, lines) if lines else None
    name = content.id or content.verb or content.step
    assert name is not None
    if content.text.pieces[0].text[:1] == "(":
        look_behind_the_colon(content, lookup)
    return Claim(
        id=id,
        document=DocumentId(lookup.document),
        named="~" not in id,
        attitude=attitude,
        voices=_voices(content, attitude, lookup),
        strength=strength_of(content, lookup) if content.strength else None,
        text=content.text.text,
        answers=_answers(lines, lookup) if lines else (),
        cues=cues(lookup, lines) if lines else (),
        kind=_kind(fields, lookup) if fields else None,
        as_of=_as_of(fields, lookup) if fields else None,
        until=fields.date("until") if fields else "",
        said=fields.moment("said") if fields else "",
        by=fields.text("by") if fields else "",
        sure=fields.share("sure") if fields else None,
        cites=fields.all("cites") if fields else (),
        notes=fields.all("note") if fields else (),
        tags=tuple(word.text for word in fields.list("tags")) if fields else (),
        was=fields.ids("was") if fields else (),
        steps=steps,
        section=section,
        statement=statement,
        origin=lookup.place(name),
        wording=Place(lookup.file, content.text.span),
    )


def _attitude(line: Line, content: ClaimLine, statement: Statement) -> Attitude:
    if content.verb is not None:
        return Attitude(content.verb.text)
    step = content.step
    if line.joins >= 0 and step is not None and step.text == "and":
        joined = statement.lines[line.joins].content
        step = joined.step if isinstance(joined, _PREMISES) else step
    # What a condition, an exception or an objection names is supposed, unless a verb says otherwise.
    return Attitude.SUPPOSES if step is not None and step.text in _SUPPOSED else Attitude.CLAIMS


def _voices(content: ClaimLine, attitude: Attitude, lookup: Lookup) -> tuple[Holders, ...]:
    said = content.verb or content.step
    assert said is not None
    if not content.voices:
        if attitude.needs_holder:
            lookup.report(
                "A306",
                said,
                f"`{attitude}` needs a holder",
                label="who holds it?",
                help=f"write `{attitude} ID from ACTOR: TEXT`",
            )
        return ()
    if attitude in _WITHOUT_HOLDERS:
        first = content.voices[0][0]
        others = " or ".join(f"`{verb}`" for verb in sorted(VERBS - set(_WITHOUT_HOLDERS)))
        lookup.report(
            "A306",
            first,
            f"`{attitude}` is the author's own, and takes no holder",
            help=f"use {others}, or leave out `from`",
        )
        return ()
    groups = [tuple(holder for word in group if (holder := lookup.actor(word)) is not None) for group in content.voices]
    return tuple(group for group in groups if group)


def _answers(lines: Sequence[Line], lookup: Lookup) -> tuple[Answer, ...]:
    found: list[Answer] = []
    for content in (line.content for line in lines if isinstance(line.content, AnswerField)):
        issue = lookup.issue(content.issue)
        position = lookup.position(issue, content.position) if issue is not None else None
        holders = [lookup.actor(word) for word in content.holders]
        if issue is None or position is None:
            continue
        origin = lookup.place(content.position)
        firm = answer_strength(content, lookup) if content.strength is not None else None
        if None in holders:
            lookup.noted.doubtful.add(issue)
        for holder in holders or [None]:
            if holder is not None or not content.holders:
                found.append(
                    Answer(
                        issue=issue,
                        position=position,
                        negated=content.negated,
                        holder=holder,
                        strength=firm,
                        origin=origin,
                    )
                )
    return tuple(found)


def _kind(fields: Fields, lookup: Lookup) -> Kind | None:
    word = fields.one("kind")
    found = lookup.one_of("A108", "kind of claim", word, (kind.value for kind in Kind)) if word else None
    return Kind(found) if found else None


def _as_of(fields: Fields, lookup: Lookup) -> Period | None:
    word = fields.one("as-of")
    if word is None:
        return None
    found = period(word.text)
    if found is not None and not is_backwards(found):
        return found
    lookup.report(
        "A214" if ".." in word.text else "A213",
        word,
        f"`{word.text}` ends before it begins" if found else f"`{word.text}` is no date or period",
        help="write a year, a month or a day, or two with dots between: `2021-07`, `2009..2017`, `..2021-08`",
    )
    return None


def _steps(
    lines: Sequence[Line], ids: tuple[ClaimId | None, ...], numbers: dict[int, int], lookup: Lookup
) -> tuple[Step, ...]:
    if not lines:
        return ()
    groups: list[_Group] = []
    doubt: list[Line] | None = None
    for line in lines:
        word = line.content.step.text if isinstance(line.content, _PREMISES) and line.content.step is not None else ""
        if line.joins >= 0 and not word:
            groups[-1].fields.append(line)
        elif word == "undercut":
            doubt = [line]
            groups[-1].undercuts.append(doubt)
        elif word == "and":
            (doubt if doubt is not None else groups[-1].premises).append(line)
        elif word:
            groups.append(_Group(line, [line]))
            doubt = None

    def premises(lines: Sequence[Line]) -> tuple[ClaimId, ...]:
        """None of them where one is unknown or unread: linked premises without one of them are another argument."""
        found: list[ClaimId | None] = []
        for line in lines:
            content = line.content
            if line.lacks:
                found.append(None)
            stated = ids[numbers[id(line)]]
            found.append(stated if stated is not None else lookup.claim(content.id))  # type: ignore[union-attr,arg-type]
        known = tuple(claim for claim in found if claim is not None)
        if len(known) == len(found):
            return known
        lookup.noted.doubtful.update(known)
        return ()

    steps: list[Step] = []
    for group in groups:
        content = group.first.content
        assert isinstance(content, _PREMISES)
        assert content.step is not None
        for line in [*group.premises[1:], *(line for doubt in group.undercuts for line in doubt)]:
            assert isinstance(line.content, _PREMISES)
            refuse_schemes(line.content, lookup)
        schemes = schemes_of(content, lookup) if content.schemes else ()
        origin = lookup.place(content.step)
        joined = premises(group.premises)
        undercuts = tuple(
            Undercut(premises=doubts, origin=Place(lookup.file, Span(lines[0].span.start, lines[0].span.start + 8)))
            for lines in group.undercuts
            if (doubts := premises(lines))
        )
        if not joined:
            lookup.noted.doubtful.update(doubt for undercut in undercuts for doubt in undercut.premises)
            continue
        fields = group.fields
        steps.append(
            Step(
                role=StepRole.of(content.step.text, schemes),
                premises=joined,
                schemes=schemes,
                undercuts=undercuts,
                cues=cues(lookup, fields, "step-at") if fields else (),
                notes=Fields.of(lookup, fields).all("step-note") if fields else (),
                origin=origin,
            )
        )
    return tuple(steps)
