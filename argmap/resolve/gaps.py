"""What the lines name that stand under a line which could not be read: unknown names are told, and no more is taken."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.language.tree import AnswerField, ClaimLine, Field, Line, Reference, Word
from argmap.language.words import Kind
from argmap.resolve.brackets import look_behind_the_colon, refuse_schemes, schemes_of, strength_of, understood
from argmap.resolve.fields import separated
from argmap.resolve.lookup import Lookup

_WITHOUT_SCHEME = ("and", "undercut")


def look_up_below(lines: Iterable[Line], lookup: Lookup) -> None:
    """Find what is wrong with the names and brackets in such lines."""
    for content in (line.content for line in lines):
        if isinstance(content, ClaimLine | Reference) and content.schemes:
            _look_up_schemes(content, lookup)
        if isinstance(content, Reference):
            lookup.claim(content.id)
        elif isinstance(content, ClaimLine):
            _look_up_claim(content, lookup)
        elif isinstance(content, AnswerField):
            _look_up_answer(content, lookup)
        elif isinstance(content, Field):
            _look_up_field(content, lookup)


def _look_up_schemes(content: ClaimLine | Reference, lookup: Lookup) -> None:
    if content.step is not None and content.step.text in _WITHOUT_SCHEME:
        refuse_schemes(content, lookup)
    else:
        schemes_of(content, lookup)


def _look_up_claim(content: ClaimLine, lookup: Lookup) -> None:
    for word in (word for group in content.voices for word in group):
        lookup.actor(word)
    if content.strength is not None:
        strength_of(content, lookup)
    if content.text.pieces[0].text[:1] == "(":
        look_behind_the_colon(content, lookup)


def _look_up_answer(content: AnswerField, lookup: Lookup) -> None:
    issue = lookup.issue(content.issue)
    if issue is not None:
        lookup.position(issue, content.position)
    for word in content.holders:
        lookup.actor(word)
    if content.strength is not None:
        understood(content.strength, lookup)


def _look_up_field(content: Field, lookup: Lookup) -> None:
    for word in (word for piece in content.text.pieces for word in separated(piece, ",")):
        match content.keyword.text:
            case "thesis":
                lookup.claim(word)
            case "speaks-for":
                lookup.actor(word)
            case "kind":
                lookup.one_of("A108", "kind of claim", Word(word.text, word.start), (kind.value for kind in Kind))
            case _:
                return
