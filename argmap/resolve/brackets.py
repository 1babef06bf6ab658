"""Schemes and strengths, each in the bracket that is its own."""

from __future__ import annotations

from argmap.language.tree import AnswerField, ClaimLine, Reference, Word
from argmap.language.words import WITHOUT_SUPPORT, Degree
from argmap.model.claim import Strength
from argmap.resolve.lookup import Lookup
from argmap.resolve.values import DEGREES, strength, unknown_degree
from argmap.source.text import Span

_WITHOUT_SCHEME = ("and", "undercut")
_POSITIVE = {
    Degree.UNLIKELY: Degree.LIKELY,
    Degree.VERY_UNLIKELY: Degree.VERY_LIKELY,
    Degree.NO_CHANCE: Degree.CERTAIN,
    Degree.SHOULD_NOT: Degree.SHOULD,
    Degree.MUST_NOT: Degree.MUST,
}
"""By each degree below even, the one that says the same of the opposite."""
_STRICT = 2
"""The version of the language from which on no answer has a strength below even, whoever holds it."""


def strength_of(content: ClaimLine, lookup: Lookup) -> Strength | None:
    """The strength that stands right before the colon of a claim, if one does."""
    word = content.strength
    if word is None or _is_swapped(content, lookup):
        return None
    if unknown_degree(word.text) is not None and (
        _share_a_bracket(content, word, "A105", lookup) or _is_a_scheme(content, word, lookup)
    ):
        return None
    return understood(word, lookup)


def understood(word: Word, lookup: Lookup) -> Strength | None:
    """The strength that a bracket holds; a finding where it holds none."""
    wrong = unknown_degree(word.text)
    meant = _meant_strengths(word.text) if wrong is not None else ()
    if meant:
        lookup.report(
            "A105",
            word,
            f"`{word.text}` is not a strength; did you mean {_either(meant)}?",
            help=f"write {_either(meant)}, if that is as firm as the text says it",
            mended=meant[0] if len(meant) == 1 else None,
        )
        return None
    if wrong is not None:
        start = word.start + max(word.text.find(wrong), 0)
        lookup.one_of("A105", "strength", Word(wrong or word.text, start), DEGREES)
        return None
    found = strength(word.text)
    if found is None:
        lookup.report(
            "A214",
            word,
            f"`{word.text}` is no range of strengths",
            label="two words of one scale, the weaker one first",
            help="write it like `(unlikely..even-chance)`",
        )
    return found


def answer_strength(content: AnswerField, lookup: Lookup) -> Strength | None:
    """The strength of an answer, which says how firmly it is given: a word below even would turn it round."""
    word = content.strength
    found = understood(word, lookup) if word is not None else None
    if word is None or found is None or not {found.low, found.high} <= _POSITIVE.keys():
        return found
    if content.holders and lookup.version < _STRICT:
        return found
    mirrored = Strength(*sorted((_POSITIVE[found.low], _POSITIVE[found.high]), key=lambda degree: -degree.rank))
    other = content._replace(negated=not content.negated)
    lookup.report(
        "A714",
        word,
        f"`{found}` would turn this answer round",
        label="below even: is the opposite meant?",
        help=f"say how firmly the answer is given: `{_answer(other, mirrored)}`, or `{_answer(content, mirrored)}`",
    )
    return found


def _answer(content: AnswerField, strength: Strength) -> str:
    negation = "not " if content.negated else ""
    holders = f" from {', '.join(word.text for word in content.holders)}" if content.holders else ""
    return f"answers {content.issue.text}: {negation}{content.position.text} ({strength}){holders}"


def schemes_of(content: ClaimLine | Reference, lookup: Lookup) -> tuple[str, ...]:
    """The schemes that stand right after the first word of a step, those that are unknown left out."""
    bracket = _whole(content.schemes)
    if any(word.text not in lookup.schemes for word in content.schemes) and _share_a_bracket(
        content, bracket, "A106", lookup
    ):
        return ()
    known: dict[str, Word] = {}
    for word in content.schemes:
        if word.text in known:
            lookup.given_twice(f"the scheme `{word.text}` is given twice", word, known[word.text])
        elif word.text in lookup.schemes or _is_known(content, word, lookup):
            known[word.text] = word
    apart = next((word for word in known.values() if word.text in WITHOUT_SUPPORT), None)
    if apart is not None and len(known) > 1:
        others = ", ".join(f"`{name}`" for name in known if name != apart.text)
        lookup.report(
            "A221",
            bracket,
            f"`{apart.text}` beside {others}",
            label=f"`{apart.text}` says that the step does not argue, so no other scheme can say how it does",
            help=f"keep `{apart.text}` alone, or drop it",
        )
    return tuple(known)


def _whole(words: tuple[Word, ...]) -> Word:
    """All that stands in a bracket, as one word."""
    text, start = ", ".join(word.text for word in words), words[0].start
    return Word(text, start, words[-1].span.end - start - len(text))


def _is_known(content: ClaimLine | Reference, word: Word, lookup: Lookup) -> bool:
    """False, with a finding for a word that is no scheme, whatever it may be meant for."""
    if isinstance(content, ClaimLine) and content.strength is not None and _is_swapped(content, lookup):
        lookup.report(
            "A106",
            lookup.place(word)._replace(span=Span(word.start, content.strength.span.end)),
            "the scheme and the strength are the wrong way round",
            label="the scheme stands first, and the strength right before the colon",
            help=f"write `{_form(content, content.strength.text, word.text)}: TEXT`",
        )
    elif not _is_a_strength(content, word, lookup):
        meant = _meant_scheme(word.text, lookup)
        if meant:
            mend = f"write `{meant}`, if that is the kind of reason"
            said = f"`{word.text}` is not a scheme; did you mean `{meant}`?"
            lookup.report("A106", word, said, help=mend, mended=meant)
        else:
            lookup.one_of("A106", "scheme", word, sorted(lookup.schemes))
    return False


def _is_a_strength(content: ClaimLine | Reference, word: Word, lookup: Lookup) -> bool:
    """Report a strength that stands where a scheme does, or a word that may be meant for one; false where none does."""
    is_one = unknown_degree(word.text) is None
    meant = (word.text,) if is_one else _meant_strengths(word.text)
    if not meant:
        return False
    said = f"`{word.text}` is a strength, and not a scheme"
    if not is_one:
        said = f"`{word.text}` is not a scheme; did you mean the strength {_either(meant)}?"
    if isinstance(content, Reference):
        label = "a claim that is only named takes no strength"
        mend = f"its strength stands where `{content.id.text}` is stated"
    elif content.strength is not None:
        label = f"there is a strength before the colon, `{content.strength.text}`"
        mend = f"keep one of the two, as in `{_form(content, _but_for(word, content), meant[0])}: TEXT`"
    else:
        label = "here a scheme stands, and a strength right before the colon"
        forms = (f"`{_form(content, _but_for(word, content), strength)}: TEXT`" for strength in meant)
        mend = f"write {' or '.join(forms)}"
    lookup.report("A106", word, said, label=label, help=mend)
    return True


def _is_a_scheme(content: ClaimLine, word: Word, lookup: Lookup) -> bool:
    """Report a scheme that stands where a strength does, or a word that may be meant for one; false where none does."""
    is_one = word.text in lookup.schemes
    meant = word.text if is_one else "" if _meant_strengths(word.text) else _meant_scheme(word.text, lookup)
    if not meant:
        return False
    said = f"`{word.text}` is a scheme, and not a strength"
    if not is_one:
        said = f"`{word.text}` is not a strength; did you mean the scheme `{meant}`?"
    label = "here a strength stands, and a scheme right after the step word"
    if content.step is None:
        mend = f"write the scheme where this is a reason, as in `because ({meant}) ...`"
    elif content.step.text in _WITHOUT_SCHEME:
        mend = f"move it to the `because` or `despite` above: `{content.step.text}` takes no scheme"
    elif content.schemes:
        there = _whole(content.schemes).text
        label = f"there is a scheme after the step word, `{there}`"
        mend = f"keep one of the two, as in `{_form(content, meant, None)}: TEXT`"
        if WITHOUT_SUPPORT.isdisjoint((there, meant)) and meant not in there.split(", "):
            mend += f", or have both there, `({there}, {meant})`"
    else:
        mend = f"write `{_form(content, meant, None)}: TEXT`"
    lookup.report("A105", word, said, label=label, help=mend)
    return True


def _either(words: tuple[str, ...]) -> str:
    return " or ".join(f"`{word}`" for word in words)


def _meant_strengths(text: str) -> tuple[str, ...]:
    # Tables that a file without such a bracket does without.
    from argmap.resolve.meant_words import meant_strengths

    return meant_strengths(text)


def _meant_scheme(text: str, lookup: Lookup) -> str:
    from argmap.resolve.meant_words import meant_scheme

    several = [part for part in text.replace("/", " ").split() if part not in ("and", "&", "+")]
    if len(several) > 1 and lookup.schemes.issuperset(several):
        return ", ".join(several)
    return meant_scheme(text, lookup.schemes)


def refuse_schemes(content: ClaimLine | Reference, lookup: Lookup) -> None:
    """See that a line which goes on with a step has no schemes of its own."""
    if content.schemes and content.step is not None:
        lookup.report(
            "A014",
            _whole(content.schemes),
            f"`{content.step.text}` takes no scheme",
            label="the schemes of a step stand on its first line",
            help="move it to the first line of the step, or drop it",
        )


def look_behind_the_colon(content: ClaimLine, lookup: Lookup) -> None:
    """Doubt a text that begins with a bracket which holds just a strength, or under a step just a scheme."""
    text = content.text.pieces[0]
    inside, closed, _ = text.text[1:].partition(")")
    if not closed:
        return
    if unknown_degree(inside) is None:
        what, form = "strength", _form(content, None, inside)
        is_there = content.strength is not None
    elif content.step is not None and content.step.text not in _WITHOUT_SCHEME and inside in lookup.schemes:
        what, form = "scheme", _form(content, inside, None)
        is_there = bool(content.schemes)
    else:
        return
    mend = f"delete it, since there is a {what} before the colon" if is_there else f"write `{form}: TEXT`"
    lookup.report(
        "A220",
        Word(text.text[: len(inside) + 2], text.start),
        f"the text begins with `({inside})`, which is a {what} before the colon and mere text after it",
        label=f"meant as the {what}?",
        help=f"{mend}; if it is text, begin with another word",
    )


def _is_swapped(content: ClaimLine, lookup: Lookup) -> bool:
    schemes, word = content.schemes, content.strength
    return (
        len(schemes) == 1
        and word is not None
        and unknown_degree(schemes[0].text) is None
        and word.text in lookup.schemes
    )


def _share_a_bracket(content: ClaimLine | Reference, word: Word, code: str, lookup: Lookup) -> bool:
    """Report a scheme and a strength that stand in one bracket; false where they do not."""
    parts = word.text.replace(",", " ").split()
    found = [part for part in parts if part in lookup.schemes]
    degrees = [part for part in parts if unknown_degree(part) is None]
    if len(parts) != 2 or len(found) != 1 or len(degrees) != 1:
        return False
    if content.step is None or content.step.text in _WITHOUT_SCHEME:
        mend = f"write `{_form(content, None, degrees[0])}: TEXT`; a scheme stands right after `because`"
    elif isinstance(content, Reference):
        mend = f"write `{_form(content, found[0], None)}`; a claim that is only named takes no strength"
    else:
        mend = f"write `{_form(content, found[0], degrees[0])}: TEXT`"
    lookup.report(code, word, "a scheme and a strength stand in one bracket", label="each has its own", help=mend)
    return True


def _but_for(word: Word, content: ClaimLine | Reference) -> str:
    """The other schemes of a step, as they are written."""
    return ", ".join(other.text for other in content.schemes if other is not word)


def _form(content: ClaimLine | Reference, scheme: str | None, degree: str | None) -> str:
    """The words of a line before the colon, with these brackets beside those that are right already."""
    step, name = content.step, content.id
    parts = [step.text] if step is not None else []
    parts += [f"({scheme})"] if scheme else []
    if isinstance(content, ClaimLine):
        parts += [content.verb.text] if content.verb is not None else []
    parts += [name.text] if name is not None else []
    if isinstance(content, ClaimLine) and content.voices:
        parts.append("from " + " quoting ".join(", ".join(word.text for word in group) for group in content.voices))
    parts += [f"({degree})"] if degree else []
    return " ".join(parts)
