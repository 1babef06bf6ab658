"""Findings for lines that could not be read, in the words of the language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from argmap.language.lexer import GROUPS, WIDTH, Draft
from argmap.language.tree import ClaimLine, Named, Reference
from argmap.language.words import FIELDS, STATEMENTS, STEP_FIELDS, STEPS, VERBS
from argmap.source.finding import Finding
from argmap.source.text import Place, SourceText, Span

_MOST = 20
"""Findings in one statement: a file that is no argument file at all must not bury its reader."""
_ONCE = frozenset({"A006", "A007"})
"""Findings of which one stands for all that are like it in a statement."""
_TWO_DEEP = 2 * WIDTH
_FAR = 50
"""Lines among which the premise is looked for that a field may have been meant for."""
_SEVERAL = 4
"""Statements that are indented wrongly in one way, from which on one finding stands for all in the file."""


def refusal(source: SourceText, draft: Draft, taken: Sequence[Draft]) -> Finding:
    """The finding for a line that has not the shape of one, below those of its statement that were taken."""
    refused = draft.refusal
    assert refused is not None
    if refused.code == "A010":
        # What it may be meant for is a matter of tables that a file without such a line does without.
        from argmap.language.unknown import unknown_word

        under = taken[0].word if taken else ""
        return unknown_word(source, refused, "position" if under == "issue" and draft.width >= _TWO_DEEP else under)
    if refused.code == "A014" and not taken and draft.word in FIELDS:
        return misplaced(source, draft, (), taken, opens=False)
    return Finding(
        code=refused.code,
        message=refused.message,
        place=Place(source.name, refused.span),
        label=refused.label,
        help=refused.help,
    )


def may_be_linked(finding: Finding, draft: Draft) -> bool:
    """Whether a refused line, or what went with it, may have been a further premise of the step above it."""
    meant = finding.fix.replacement if finding.fix else draft.word
    # Behind blanks that are no spaces, any word may stand.
    return meant == "and" or (draft.orphans and meant not in STEPS) or (not meant and finding.code == "A006")


def misplaced(
    source: SourceText, draft: Draft, expected: Iterable[str], taken: Sequence[Draft], *, opens: bool
) -> Finding:
    """The finding for a line that is well formed and cannot stand where it stands, below those that were taken."""
    word = draft.word
    place = Place(source.name, Span(draft.span.start, draft.span.start + len(word)))
    if opens:
        return _under_nothing(place, taken)
    if word == "and":
        above = _beside(draft, taken)
        return Finding(
            code="A202",
            message="`and` has nothing to join",
            place=place,
            label=f"`{above}` stands between it and the step: what is said of a step follows all its premises"
            if above in STEP_FIELDS
            else "no `because`, `despite`, `objection`, `unless`, `if` or `only-if` stands right above, at this level",
            help="put it beside and directly below the step whose premises it joins, or write `because`",
        )
    if word == "undercut":
        return Finding(
            code="A203",
            message="`undercut` has no step above it",
            place=place,
            label="no `because`, `despite` or `objection` stands right above, at this level",
            help="put it beside and below the step that it doubts, after that step's `and` lines",
        )
    if word in STEP_FIELDS and taken:
        return Finding(
            code="A203",
            message=f"`{word}` has no step above it",
            place=place,
            label="no `because`, `despite`, `objection`, `unless`, `if` or `only-if` stands right above, at this level",
            help="put it beside and below the step that it is about, after that step's `and` lines; "
            f"under a claim or a premise stands `{word.removeprefix('step-')}`",
        )
    if not taken:
        return Finding(
            code="A011",
            message=f"`{word}` cannot begin a statement",
            place=place,
            label="it stands under another line" if word in FIELDS | STEPS | {"position"} else "",
            help="indent it by two spaces, under what it concerns" + _or_a_statement(word),
        )
    if word in VERBS:
        return Finding(
            code="A011",
            message=f"`{word}` begins a statement, and stands at column 0",
            place=place,
            help=f"say how it bears on the claim above, `because {word} ...`, or move it to column 0",
        )
    words = sorted(
        word
        for terminal in expected
        if terminal[0] not in "_$"
        for word in GROUPS.get(terminal, [terminal.lower().replace("_", "-")])
    )
    return Finding(
        code="A011",
        message=f"`{word}` cannot stand here",
        place=place,
        label="here can stand: " + ", ".join(words) if words else "",
        help="move it under the line that it concerns",
    )


def _beside(draft: Draft, taken: Sequence[Draft]) -> str:
    """The first word of the line above at the level of another; empty where there is none near."""
    near = taken[: -_FAR - 1 : -1]
    return next((above.word for above in near if above.depth <= draft.depth), "") if near else ""


def _or_a_statement(word: str) -> str:
    """What begins a statement, and is meant by some who write this word of the language at column 0."""
    from argmap.language.unknown import meant

    return "".join(f"; or, if a statement is meant, write `{other}`" for other in meant(word, sorted(STATEMENTS))[:1])


def _under_nothing(place: Place, taken: Sequence[Draft]) -> Finding:
    above = taken[-1]
    content = above.content
    if isinstance(content, Reference):
        return Finding(
            code="A018",
            message=f"nothing can stand under `{content.id.text}`, which is only named here",
            place=place,
            help="put it under the claim where that is stated, or add a colon and the text to state it here",
        )
    word = above.word
    what = f"{word} {content.id.text}" if isinstance(content, Named) else word
    message = f"nothing can stand under `{what}`"
    step = _step_above(taken)
    if step is None:
        return Finding(
            code="A018",
            message=message,
            place=place,
            label="indented one level too far?",
            help="indent it by two spaces less",
        )
    return Finding(
        code="A018",
        message=message,
        place=place,
        label=f"is this one level too deep, or `{word}` one level too shallow?",
        help=f"if `{word}` is about {step}, indent `{word}` by two spaces more; else indent this line by two spaces"
        f" less, and it bears on the claim that `{word}` is about",
    )


def _step_above(taken: Sequence[Draft]) -> str | None:
    """The premise beside and above the last line, if there are only fields and what is deeper between them."""
    depth = taken[-1].depth
    for draft in taken[-2 : -_FAR - 2 : -1]:
        content = draft.content
        if draft.depth < depth or isinstance(content, Reference):
            return None
        if draft.depth == depth and isinstance(content, ClaimLine):
            assert content.step is not None
            return f"`{content.id.text}`" if content.id else f"this `{content.step.text}`"
    return None


def indented_alike(findings: list[Finding]) -> list[Finding]:
    """The findings of a file; where several statements are indented wrongly in one way, one finding stands for all."""
    counts = Counter((finding.code, finding.message) for finding in findings if finding.code in _ONCE)
    told: set[tuple[str, str]] = set()
    kept: list[Finding] = []
    for finding in findings:
        key = (finding.code, finding.message)
        count = counts[key]
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
