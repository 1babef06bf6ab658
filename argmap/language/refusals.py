"""Findings for lines that could not be read, in the words of the language."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from argmap.language.lexer import Draft, keyword_of
from argmap.language.raw import Refused
from argmap.language.tree import Named, Reference
from argmap.language.words import FIELDS, STATEMENTS, STEPS, VERBS
from argmap.source.finding import Edit, Finding
from argmap.source.nearest import nearest
from argmap.source.text import Place, SourceText, Span

_MOST = 20
"""Findings in one statement: a file that is no argument file at all must not bury its reader."""
_ONCE = frozenset({"A006", "A007"})
"""Findings of which one stands for all that are like it in a statement."""
_SEVERAL = 4
"""Statements that are indented wrongly in one way, from which on one finding stands for all in the file."""


def refusal(source: SourceText, draft: Draft, *, first: bool) -> Finding:
    """The finding for a line that has not the shape of one."""
    refused = draft.refusal
    assert refused is not None
    if refused.code == "A010":
        return _unknown_word(source, refused, first=first)
    return Finding(
        code=refused.code,
        message=refused.message,
        place=Place(source.name, refused.span),
        label=refused.label,
        help=refused.help,
    )


def _unknown_word(source: SourceText, refused: Refused, *, first: bool) -> Finding:
    word = source.text[refused.span.start : refused.span.end]
    place = Place(source.name, refused.span)
    if word.startswith("|"):
        return Finding(
            code="A019",
            message="`|` has no text to go on with",
            place=Place(source.name, Span(refused.span.start, refused.span.start + 1)),
            help="put it right below the line whose text goes on, two spaces deeper than that line",
        )
    if len(word) > 60 or not any(character.isalnum() for character in word[:1]):
        return Finding(
            code="A010",
            message="this line does not begin with a word of the language",
            place=place,
            help="if it goes on with the text above, begin it with `|`, two spaces deeper; a comment begins with `#`",
        )
    near = nearest(word, STATEMENTS if first else (FIELDS | STEPS | {"position"}))
    message = f"`{word}` is no word of the language"
    if near:
        return Finding(
            code="A010",
            message=f"{message}; did you mean `{near}`?",
            place=place,
            help=f"write `{near}`",
            fix=Edit(place, near),
        )
    hint = (
        "a line at column 0 begins a statement: " + ", ".join(sorted(STATEMENTS))
        if first
        else "if it goes on with the text above, begin it with `|`, two spaces deeper than that line"
    )
    return Finding(code="A010", message=message, place=place, help=hint)


def may_be_linked(finding: Finding, draft: Draft) -> bool:
    """Whether a refused line, or what went with it, may have been a further premise of the step above it."""
    meant = finding.fix.replacement if finding.fix else draft.word
    return meant == "and" or (draft.orphans and meant not in STEPS)


def misplaced(
    source: SourceText, draft: Draft, expected: Iterable[str], *, above: Draft | None, opens: bool
) -> Finding:
    """The finding for a line that is well formed and cannot stand where it stands."""
    assert draft.content is not None
    word = keyword_of(draft.content)
    place = Place(source.name, Span(draft.span.start, draft.span.start + len(word)))
    if opens:
        assert above is not None and above.content is not None
        return _under_nothing(place, above)
    if word == "and":
        return Finding(
            code="A202",
            message="`and` has nothing to join",
            place=place,
            label="no `because`, `despite`, `unless`, `if` or `only-if` stands right above, at this level",
            help="put it beside and directly below the step whose premises it joins, or write `because`",
        )
    if word == "undercut":
        return Finding(
            code="A203",
            message="`undercut` has no step above it",
            place=place,
            label="no `because` or `despite` stands right above, at this level",
            help="put it beside and below the step that it doubts, after that step's `and` lines",
        )
    if above is None:
        return Finding(
            code="A011",
            message=f"`{word}` cannot begin a statement",
            place=place,
            label="it stands under another line" if word in FIELDS | STEPS | {"position"} else "",
            help="indent it by two spaces, under what it concerns",
        )
    if word in VERBS:
        return Finding(
            code="A011",
            message=f"`{word}` begins a statement, and stands at column 0",
            place=place,
            help=f"say how it bears on the claim above, `because {word} ...`, or move it to column 0",
        )
    words = sorted(name.lower().replace("_", "-") for name in expected if name[0] not in "_$")
    return Finding(
        code="A011",
        message=f"`{word}` cannot stand here",
        place=place,
        label="here can stand: " + ", ".join(words) if words else "",
        help="move it under the line that it concerns",
    )


def _under_nothing(place: Place, above: Draft) -> Finding:
    content = above.content
    assert content is not None
    if isinstance(content, Reference):
        return Finding(
            code="A018",
            message=f"nothing can stand under `{content.id.text}`, which is only named here",
            place=place,
            help="put it under the claim where that is stated, or add a colon and the text to state it here",
        )
    word = keyword_of(content)
    what = f"{word} {content.id.text}" if isinstance(content, Named) else word
    return Finding(
        code="A018",
        message=f"nothing can stand under `{what}`",
        place=place,
        label="indented one level too far?",
        help="indent it by two spaces less",
    )


def indented_alike(findings: list[Finding]) -> list[Finding]:
    """The findings of a file; where several statements are indented wrongly in one way, one finding stands for all."""
    counts: dict[tuple[str, str], int] = {}
    for finding in findings:
        if finding.code in _ONCE:
            counts[finding.code, finding.message] = counts.get((finding.code, finding.message), 0) + 1
    told: set[tuple[str, str]] = set()
    kept: list[Finding] = []
    for finding in findings:
        key = (finding.code, finding.message)
        count = counts.get(key, 0)
        if count >= _SEVERAL and key not in told:
            message = f"{finding.message}, here and in {count - 1} more statements of this file"
            kept.append(attrs.evolve(finding, message=message))
            told.add(key)
        elif key not in told:
            kept.append(finding)
    return kept


def capped(findings: list[Finding]) -> list[Finding]:
    """A statement's findings, wrong indentation once, and not more than a reader can use."""
    kept: list[Finding] = []
    once: set[tuple[str, str]] = set()
    for finding in findings:
        key = (finding.code, finding.message)
        if finding.code not in _ONCE or key not in once:
            kept.append(finding)
        once.add(key)
    if len(kept) <= _MOST:
        return kept
    last = kept[_MOST - 1]
    more = Finding(
        code="A020",
        message=f"{len(kept) - _MOST + 1} more lines of this statement could not be read",
        place=last.place,
        help="mend those above first",
    )
    return [*kept[: _MOST - 1], more]
