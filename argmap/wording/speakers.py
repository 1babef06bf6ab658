"""Who does what with an answer or a claim, as parts of a sentence."""

from __future__ import annotations

import attrs

from argmap.compare.stance import Acceptance
from argmap.diff.change import StanceSnapshot
from argmap.judge.holder import Holder
from argmap.language.words import OPEN, Attitude
from argmap.model.claim import Claim
from argmap.model.ids import DocumentId
from argmap.wording.claim_sentences import DOES
from argmap.wording.english import Form, listed, verb
from argmap.wording.names import DifferenceNames
from argmap.wording.strengths import plainly_or, worded


@attrs.frozen
class Speaker:
    """Whoever does something: an author, or an author who shows an actor doing it.

    A sentence never speaks for anybody but the author: what an actor does is told as what the author shows.

    Attributes:
        name: The author, or the authors.
        form: The form in which what follows is to be written.
        shown: The actor; empty where the author does it.
    """

    name: str
    form: Form
    shown: str = ""
    _own: Form = Form.ONE

    @classmethod
    def of(cls, holder: Holder, names: DifferenceNames) -> Speaker:
        """A holder of stances."""
        author = cls.author(holder.document, names)
        if holder.actor is None:
            return author
        return attrs.evolve(author, form=Form.ONGOING, shown=names.actor(holder.actor, holder.document))

    @classmethod
    def author(cls, document: DocumentId, names: DifferenceNames) -> Speaker:
        """Whoever wrote a document."""
        form = names.form(document)
        return cls(names.author(document), form, own=form)

    def does(self, adverb: str, what: str, instead: str = "") -> str:
        """``A now answers …``, or ``A no longer answers … but rejects it``."""
        if not self.shown:
            return f"{self.name} {adverb} {what}{f' but {instead}' if instead else ''}"
        shows = f"{self.name} {adverb} {verb('show', self._own)} {self.shown}"
        return f"{shows} as {what}{f' but as {instead}' if instead else ''}"


def answering(stand: StanceSnapshot, answer: str, question: str, form: Form) -> str:
    """What is done with a question: ``answers “It can” to “Can it?”``."""
    if stand.position is None or stand.position == OPEN:
        return f"{verb('leave', form)} {question} open"
    link = "to" if stand.acceptance is Acceptance.ACCEPTED else "as an answer to"
    return f"{_taking(stand, answer, form)} {link} {question}"


def instead(stand: StanceSnapshot, answer: str, form: Form, *, same: bool) -> str:
    """What is done now, where the sentence has named the question, and where it is the same the answer."""
    if stand.position is None or stand.position == OPEN:
        return f"{verb('leave', form)} the question open"
    return taking(stand, answer, form) if same else _taking(stand, answer, form)


def taking(stand: StanceSnapshot, what: str, form: Form) -> str:
    """What is done with a claim: ``accepts “The shops will lose”``."""
    if stand.acceptance is Acceptance.ACCEPTED:
        return f"{verb('accept', form)} {what}"
    return _taking(stand, what, form)


def _taking(stand: StanceSnapshot, what: str, form: Form) -> str:
    match stand.acceptance:
        case Acceptance.ACCEPTED:
            return f"{verb('answer', form)} {what}"
        case Acceptance.REJECTED:
            return f"{verb('doubt', form)} {what}" if stand.doubted else f"{verb('reject', form)} {what}"
        case Acceptance.OPEN:
            return f"{verb('give', form)} {what} an even chance"


def notes(stand: StanceSnapshot) -> str:
    """With what reserve, in a bracket; empty where there is none."""
    found = [worded(stand.strength)] if stand.strength is not None else []
    found += ["leaning"] if stand.doubted and stand.acceptance is Acceptance.ACCEPTED else []
    found += ["on a condition"] if stand.conditional else []
    found += ["left unsaid"] if stand.unsaid else []
    return f" ({', '.join(found)})" if found else ""


def otherwise(old: StanceSnapshot, new: StanceSnapshot) -> str:
    """In what the same stance differs from what it was, after a comma."""
    found = []
    if (old.strength, old.steps) != (new.strength, new.steps) and old.doubted is new.doubted:
        found.append(f"{_firmer(old, new)}{plainly_or(new.strength)}, no longer {plainly_or(old.strength)}")
    if old.doubted is not new.doubted:
        found.append("now only as a doubt" if new.doubted else "no longer only as a doubt")
    if old.conditional is not new.conditional:
        found.append("now only on a condition" if new.conditional else "no longer on a condition")
    if old.unsaid is not new.unsaid:
        found.append("which is now left unsaid" if new.unsaid else "now in so many words")
    return "; ".join(found) or "on other terms"


def _firmer(old: StanceSnapshot, new: StanceSnapshot) -> str:
    plain = old.strength is None or new.strength is None
    duties = any(one.strength is not None and one.strength.low.is_duty for one in (old, new))
    # What is plainly said is as firm as what must or should be: it says neither more nor less.
    if old.steps == new.steps or (plain and duties):
        return "now "
    return "more firmly: " if new.steps > old.steps else "less firmly: "


def claiming(claim: Claim, what: str, form: Form, names: DifferenceNames) -> str:
    """What the author does with a claim: ``reports “The shops will lose” as held by the traders``."""
    by, does = held_by(claim, names), verb(DOES[claim.attitude], form)
    if claim.attitude is Attitude.IMPLIES:
        return f"{verb('take', form)} {what} to be meant by {by}" if by else f"{does} {what} unsaid"
    return f"{does} {what} as held by {by}" if by else f"{does} {what}"


def belonging(claim: Claim, thing: str, names: DifferenceNames) -> str:
    """A claim as somebody's: ``a claim of A``, ``a claim of B that A reports``."""
    author = Speaker.author(claim.document, names)
    by, does = held_by(claim, names), verb(DOES[claim.attitude], author.form)
    match claim.attitude:
        case Attitude.CLAIMS:
            return thing if names.home == claim.document else f"{thing} of {author.name}"
        case Attitude.IMPLIES if by:
            return f"{thing} of {by}, left unsaid, that {author.name} {verb('report', author.form)}"
        case Attitude.IMPLIES:
            return f"{thing} that {author.name} {does} unsaid"
        case _:
            return f"{thing}{f' of {by}' if by else ''} that {author.name} {does}"


def held_by(claim: Claim, names: DifferenceNames) -> str:
    """Who holds a claim beside, or instead of, the author, and who passes it on; empty where nobody is named."""
    groups = [listed([names.actor(actor, claim.document) for actor in group]) for group in claim.voices]
    return ", as quoted by ".join(reversed(groups))
