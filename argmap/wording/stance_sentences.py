"""Stances in words: what a holder does with an issue, in a sentence, in a cell, or on a card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

from argmap.compare.alignment import Side
from argmap.compare.disputes import answers_of
from argmap.compare.stance import Acceptance, Ground, Implication, IssueStatus, Literal, Profile, Stance, told_steps
from argmap.judge.holder import AuthorAttitude, Holder, was_looked_for
from argmap.language.words import OPEN
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId
from argmap.wording.english import Form, first_upper, form_of, quoted, verb
from argmap.wording.grouped_pairs import counting
from argmap.wording.names import ComparisonNames, position_text
from argmap.wording.relations import link_text, reason_of
from argmap.wording.spans import Words, joined, strong, words
from argmap.wording.strengths import denied_as, denied_word, in_words, of_answer, worded

SILENT, NO_ANSWER = "-", "no answer"
"""The cells of whoever says nothing: where nobody has looked for an answer, and where it was looked for."""
LOOKED_FOR = "–"
"""The sign of an answer that was looked for, and is not there, where there is a legend."""
NOT_THERE = "looked for, and not there"
PERHAPS_THERE = "silent, and perhaps nobody looked"
"""What it means in a legend, and what a blank means beside it: who finds nothing need not write that down."""

_WITHIN = (Ground.EXCLUSION, Ground.ONLY_OTHER)


DOES: Mapping[Acceptance, str] = {
    Acceptance.ACCEPTED: "accepts",
    Acceptance.REJECTED: "rejects",
    Acceptance.OPEN: "leaves open",
}
"""What a holder does with a position."""
_DONE = {Acceptance.ACCEPTED: "taken", Acceptance.REJECTED: "excluded", Acceptance.OPEN: "left open"}
_REGARDS = {
    AuthorAttitude.ENDORSED: "endorsed",
    AuthorAttitude.DENIED: "denied by the author",
    AuthorAttitude.DOUBTED: "doubted by the author",
}


class _Verb(Enum):
    """What is done with an answer, and the same of anybody whose name may be a plural."""

    ANSWERS = ("answer", "")
    GRANTS = ("grant", "")
    REJECTS = ("reject", "not")
    DENIES = ("deny", "not")
    """Just the strength of it."""
    DOUBTS = ("doubt", "doubt of")
    SAYS = ("say", "")
    LEAVES = ("leave open", "undecided on")

    def of(self, form: Form | None) -> str:
        """The verb in a form; without one, as it stands behind "the answer of A is"."""
        return self.value[1] if form is None else verb(self.value[0], form)


_TELLING = (_Verb.DENIES, _Verb.DOUBTS)
"""Those that tell how firmly it is rejected."""


def stances_to_tell(profile: Profile) -> tuple[Stance, ...]:
    """The stances worth telling: whoever answers yes to a yes-no question need not be said to reject no."""
    own = {stance.position for stance in profile.stances if not _is_counterpart(stance)}

    def is_told(stance: Stance) -> bool:
        return not _is_counterpart(stance) or stance.chain[-1].source.name.partition(".")[2] not in own

    return tuple(filter(is_told, profile.stances))


def cell(profile: Profile, corpus: Corpus) -> str:
    """A profile in the fewest words, by ids of positions: ``partly (possible)``, ``not sco``, ``open``, ``-``."""
    if profile.standing is IssueStatus.SILENT:
        return NO_ANSWER if was_looked_for(profile.holder, profile.issue, corpus) else SILENT
    return " + ".join(_short(stance) for stance in stances_to_tell(profile))


def cell_in_words(profile: Profile, corpus: Corpus) -> str:
    """The same for readers, without signs: ``partly (likely, on a condition), not no``.

    Where one is silent, it is empty; or a dash, where an answer was looked for.
    """
    if profile.standing is IssueStatus.SILENT:
        return LOOKED_FOR if was_looked_for(profile.holder, profile.issue, corpus) else ""
    told = []
    for stance in stances_to_tell(profile):
        shown = reserves(stance)
        told.append(f"{short_answer(stance)}{f' ({shown})' if shown else ''}")
    return ", ".join(told)


def reserves(stance: Stance) -> str:
    """How firmly and with what reserve an answer is given, in a few words; empty where plainly."""
    notes = [of_answer(stance)] if stance.acceptance is not Acceptance.OPEN else []
    notes += ["only granted"] if stance.conceded else []
    notes += ["ascribed with doubt"] if stance.ascribed is not None else []
    notes += ["on a condition"] if stance.conditions else []
    notes += ["not said"] if stance.unsaid or stance.implied else []
    return ", ".join(filter(None, notes))


def answers(profile: Profile, names: ComparisonNames) -> Words:
    """A profile as the end of a sentence that begins with the holder."""
    _, form = names.subject([profile.holder])
    told = stances_to_tell(profile)
    # A verb that stands before is not said again.
    before = [None, *map(_verb, told)]
    pairs = zip(told, before, strict=False)
    found = joined((answer(one, form, names, bare=_verb(one) is does) for one, does in pairs), last=" and ")
    mixed = profile.standing is IssueStatus.MIXED
    return words(*found, ": two answers at once" if mixed else "")


def answer(stance: Stance, form: Form, names: ComparisonNames, *, bare: bool = False) -> Words:
    """One stance as the end of a sentence: ``answers “It can” (possible)``; without its verb where that goes before."""
    named = _what(stance, names.position(stance.issue, stance.position))
    taken = named if bare else f"{_verb(stance).of(form)} {named}"
    notes = ["" if _verb(stance) in _TELLING else of_answer(stance)]
    notes += ["only granted"] if stance.conceded and _verb(stance) is not _Verb.GRANTS else []
    notes += ["on a condition"] if stance.conditions else []
    notes += [f"ascribed as “{in_words(stance.ascribed)}”"] if stance.ascribed is not None else []
    notes += ["left unsaid, and supplied by the analyst"] if stance.unsaid else []
    shown = ", ".join(note for note in notes if note)
    return words(taken, f" ({shown})" if shown else "", *((" ", strong("[implied]")) if stance.implied else ()))


def chain_words(chain: Sequence[Implication], names: ComparisonNames) -> Words:
    """From what something follows, step by step; of a long chain both ends, with the number of steps between."""
    told = told_steps(chain)
    parts = [_literal(told.first[0].source, names.corpus)]
    parts += [_step(step, names.corpus) for step in told.first]
    parts += [f"... and {told.left_out} more steps, to ..."] if told.left_out else []
    parts += [_step(step, names.corpus) for step in told.last]
    return words(strong("Implied"), ", not said: ", "; therefore ".join(parts), ".")


def _is_counterpart(stance: Stance) -> bool:
    return bool(stance.chain) and stance.chain[-1].ground in _WITHIN


def _short(stance: Stance) -> str:
    strength = of_answer(stance)
    marks = f" ({strength})" if strength else ""
    if stance.acceptance is Acceptance.OPEN:
        shown = "open" if stance.position == OPEN else f"{stance.position} open"
    else:
        shown = f"{'not ' if stance.acceptance is Acceptance.REJECTED else ''}{stance.position}{marks}"
    shown += " (granted)" if stance.conceded else ""
    shown += " ~" if stance.ascribed is not None else ""
    return shown + (" if" if stance.conditions else "") + (" *" if stance.implied or stance.unsaid else "")


def _literal(literal: Literal, corpus: Corpus) -> str:
    name = literal.name
    if isinstance(name, ClaimId):
        said = quoted(corpus.claims[name].text)
    else:
        record = corpus.issues[name.issue]
        text = next((other.text for other in record.positions if other.id == name.position), "")
        said = f"{quoted(text or name.position)} to {quoted(record.question)}"
    return said if literal.holds else f"not {said}"


def _step(step: Implication, corpus: Corpus) -> str:
    said = _literal(step.target, corpus)
    match step.ground:
        case Ground.LINK if step.link is not None:
            why = reason_of(step.link)
            return f"{said} (by the link {link_text(step.link)}{f': {why}' if why else ''})"
        case Ground.ANSWER:
            return f"{said} (so the claim answers)"
        case Ground.EXCLUSION:
            return f"{said} (nobody can hold both)"
        case Ground.ONLY_OTHER:
            return f"{said} (the only other answer)"
    return said


def says(sides: Sequence[Side], names: ComparisonNames, *, firmly: bool = False) -> str:
    """``A answers “It can” (possible)``, of all who give the same answers.

    Args:
        sides: Those who do; the first tells the answers.
        names: What everybody is called.
        firmly: Whether to say of what is plainly stated that it is.
    """
    form, said = _form(sides, names), ""
    before = None
    stances = list(enumerate(counting(sides[0])))
    if form is None:
        # “B and not A” is clear, “not A and B” is not.
        stances.sort(key=lambda numbered: numbered[1].acceptance is not Acceptance.ACCEPTED)
    for place, stance in stances:
        does = "" if _verb(stance) is before else _verb(stance).of(form)
        named = f"{_position(stance, names)}{_marks(sides, place, names, firmly=firmly)}"
        said += f"{' and' if said else ''}{' ' if does else ''}{does} {named}"
        before = _verb(stance)
    who = names.mentioned(side.holder for side in sides)
    return f"the answer of {who} is{said}" if form is None else f"{who}{said}"


def says_just_that(sides: Sequence[Side], names: ComparisonNames, *, firmly: bool = False) -> str:
    """``B rejects just that``, after somebody who accepts it, or the other way round."""
    stance = counting(sides[0])[0]
    who, form = names.mentioned(side.holder for side in sides), _form(sides, names)
    marks = _marks(sides, 0, names, firmly=firmly)
    if form is None:
        just = "just that" if _verb(stance) is _Verb.ANSWERS else "just not that"
        return f"the answer of {who} is {just}{marks}"
    does = verb("accept", form) if _verb(stance) is _Verb.ANSWERS else _verb(stance).of(form)
    that = _what(stance, "this") if denied_word(stance.evidence[0]) else "just that"
    return f"{who} {does} {that}{marks}"


def view(side: Side, names: ComparisonNames) -> str:
    """``A holds “It can”``: what somebody does with one end of a link."""
    if side.stances:
        end = names.position(side.stances[0].issue, side.stances[0].position)
    else:
        end = quoted(names.corpus.claims[side.claims[0]].text) if side.claims else "it"
    if not side.holder.is_author:
        return f"the view of {names.mentioned([side.holder])} is {end if side.accepts else f'not {end}'}"
    item = side.evidence[0] if side.evidence else None
    who, form = names.subject([side.holder])
    if item is None or side.accepts:
        strength = worded(item.strength) if item is not None and item.strength is not None else ""
        held = verb("hold" if side.accepts else "reject", form)
        return f"{who} {held} {end}{f' ({strength})' if strength else ''}"
    if denied_word(item):
        does = verb("doubt" if item.doubted else "deny", form)
        return f"{who} {does} that {end} is {denied_as(item)}"
    return f"{who} {verb('doubt' if item.doubted else 'reject', form)} {end}"


def do(sides: Sequence[Side], names: ComparisonNames) -> str:
    """``answer “It can” and “It will”``, of several who do the same with the same positions."""
    stances = counting(sides[0])
    positions = names.corpus.issues[stances[0].issue].positions if stances else ()
    order = {position.id: place for place, position in enumerate(positions)}
    told = sorted(stances, key=lambda one: order.get(one.position, len(order)))
    said, before = "", ""
    for stance in told:
        alike = [one for side in sides for one in counting(side) if one.position == stance.position]
        verbs = {_verb(one) for one in alike if one.acceptance is stance.acceptance}
        words_denied = {denied_as(one.evidence[0]) for one in alike if one.acceptance is stance.acceptance}
        same = len(verbs) == len(words_denied) == 1
        # Of those who reject it, one may only doubt it.
        against = "answer" if stance.acceptance is Acceptance.ACCEPTED else "speak against"
        does = _verb(stance).of(Form.SEVERAL) if same else against
        named = _position(stance, names) if same else _plain_position(stance, names)
        said += f"{' and ' if said else ''}{'' if does == before else f'{does} '}{named}"
        before = does
    return said


def stated(stance: Stance, names: ComparisonNames) -> str:
    """One stance as what somebody grants: ``“It can”``, ``that it is not “It can”``."""
    position = names.position(stance.issue, stance.position)
    if stance.acceptance is Acceptance.REJECTED:
        word = denied_as(stance.evidence[0])
        return f"that {position} is not {word}" if word else f"that it is not {position}"
    strength = of_answer(stance)
    return f"{position}{f' ({strength})' if strength else ''}"


def side_answer(side: Side, names: ComparisonNames, *, firmly: bool = True) -> str:
    """The answers that a side gives, and how firmly where that is asked for; empty over a link."""
    told = []
    for stance in answers_of(side):
        position = names.position(stance.issue, stance.position)
        if denied_word(stance.evidence[0]) or stance.acceptance is Acceptance.OPEN:
            position = stated(stance, names)
        elif stance.acceptance is Acceptance.REJECTED:
            position = f"not {position}"
        strength = of_answer(stance) if firmly and stance.acceptance is Acceptance.ACCEPTED else ""
        told.append(f"{position}{f' ({strength})' if strength else ''}")
    return first_upper(", ".join(dict.fromkeys(told)))


def side_note(side: Side) -> str:
    """Whether a side says what it answers, where it does not; else empty."""
    if side.stances and side.stances[0].unsaid:
        return "left unsaid"
    return "not said, it follows" if side.stances and side.stances[0].implied else ""


def _form(sides: Sequence[Side], names: ComparisonNames) -> Form | None:
    """How the verb is written; None where the name of an actor may be one or several, and nobody knows."""
    if not all(side.holder.is_author for side in sides):
        return None
    return names.form(side.holder for side in sides)


def _position(stance: Stance, names: ComparisonNames) -> str:
    return _what(stance, _plain_position(stance, names))


def _plain_position(stance: Stance, names: ComparisonNames) -> str:
    return f"{names.position(stance.issue, stance.position)}{' by implication' if stance.implied else ''}"


def _what(stance: Stance, named: str) -> str:
    """What a verb is followed by: the answer, or that it is certain."""
    does = _verb(stance)
    if does not in _TELLING:
        return named
    whole = f"the opposite of {named}" if stance.acceptance is Acceptance.ACCEPTED else named
    word = denied_as(stance.evidence[0])
    return f"that {whole} is {word}" if word else whole


def _verb(stance: Stance) -> _Verb:
    if not stance.implied and (stance.doubted or denied_word(stance.evidence[0])):
        return _Verb.DOUBTS if stance.doubted else _Verb.DENIES
    match stance.acceptance:
        case Acceptance.ACCEPTED if stance.conceded:
            return _Verb.GRANTS
        case Acceptance.ACCEPTED:
            return _Verb.ANSWERS
        case Acceptance.REJECTED:
            return _Verb.REJECTS
        case Acceptance.OPEN:
            return _Verb.SAYS if stance.position == OPEN else _Verb.LEAVES


def _marks(sides: Sequence[Side], place: int, names: ComparisonNames, *, firmly: bool) -> str:
    """How firmly they say it, once where all say it alike."""
    marks = [_mark(counting(side)[place], firmly=firmly) for side in sides]
    if len(set(marks)) == 1:
        return f" ({marks[0]})" if marks[0] else ""
    found: dict[str, list[Holder]] = {}
    for side in sides:
        found.setdefault(_mark(counting(side)[place], firmly=False), []).append(side.holder)
    return f" ({'; '.join(f'{names.mentioned(those)}: {mark}' for mark, those in found.items() if mark)})"


def _mark(stance: Stance, *, firmly: bool) -> str:
    # Of what is denied or doubted, the verb says it.
    telling = _verb(stance) in _TELLING
    strength = "" if telling else of_answer(stance)
    plainly = "plainly" if firmly and not telling and stance.position != OPEN else ""
    return ", ".join(note for note in (strength or plainly, "left unsaid" if stance.unsaid else "") if note)


def stances_of_its_own(profile: Profile) -> tuple[Stance, ...]:
    """The stances that say something of their own: without rejections that only follow from another answer."""
    return tuple(stance for stance in profile.stances if not _is_shadow(stance))


def _is_shadow(stance: Stance) -> bool:
    follows = bool(stance.chain) and stance.chain[-1].ground is Ground.EXCLUSION
    return follows and stance.acceptance is Acceptance.REJECTED


def short_answer(stance: Stance) -> str:
    """What is taken, excluded or left open: "partly", "not yes", "open", "open: yes"."""
    if stance.position == OPEN:
        return OPEN
    if stance.acceptance is Acceptance.OPEN:
        return f"{OPEN}: {stance.position}"
    return f"not {stance.position}" if stance.acceptance is Acceptance.REJECTED else str(stance.position)


def qualities(stance: Stance) -> tuple[str, ...]:
    """How firmly, on what condition, and whether it was said."""
    found = (
        _said_as(stance),
        "only granted" if stance.conceded else "",
        "on a condition" if stance.conditions else "",
        f"ascribed as “{in_words(stance.ascribed)}”" if stance.ascribed is not None else "",
        "implied" if stance.implied else "left unsaid" if stance.unsaid else "",
    )
    return tuple(word for word in found if word)


def _said_as(stance: Stance) -> str:
    if stance.evidence[0].force.off_question:
        return of_answer(stance)
    if stance.strength is not None:
        return f"said as {in_words(stance.strength)}"
    word = denied_word(stance.evidence[0])
    return f"only “{word}” is denied" if word else "only doubted" if stance.doubted else ""


def stance_sentence(stance: Stance, holder: str, corpus: Corpus) -> str:
    """A stance for those who do not see it: "A answers “It can”, said as likely, on “Can it?”"."""
    issue, author = corpus.issues[stance.issue], stance.holder.is_author
    form = form_of(len(corpus.documents[stance.holder.document].authors) or 1) if author else Form.PAST
    does = _verb(stance)
    answered = f"{does.of(form)} {_what(stance, f'“{position_text(stance.position, issue)}”')}"
    # What the verb says is not said again.
    told = {_said_as(stance)} if does in _TELLING else {"only granted"} if does is _Verb.GRANTS else set()
    how = "".join(f", {word}" for word in qualities(stance) if word not in told)
    shown = ", ".join(f"`{claim.partition('.')[2]}`" for claim in stance.claims if "~" not in claim)
    source = f"; see {shown}" if shown else ""
    if stance.position == OPEN:
        return f"{holder} {verb('leave', form)} “{issue.question}” open{how}{source}"
    return f"{holder} {answered}{how}, on “{issue.question}”{source}"


def takes(side: Side) -> str:
    """What one side of an alignment says: "partly, said as possible"."""
    if side.accepts is not None:
        return "accepts it" if side.accepts else "rejects it"
    stances = [stance for stance in side.stances if not _is_shadow(stance)] or side.stances
    return "; ".join(", ".join((short_answer(stance), *qualities(stance))) for stance in stances)
