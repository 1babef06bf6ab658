"""What a holder does with an issue, in words."""

from __future__ import annotations

from argmap.compare.stance import Acceptance, Ground, Implication, IssueStatus, Profile, Stance
from argmap.language.words import OPEN
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId
from argmap.model.link import LinkEnd
from argmap.report.comparison.names import Names
from argmap.report.comparison.page import Span, Words, strong, words
from argmap.report.comparison.strengths import of_answer
from argmap.report.english import one_line, quoted

SILENT = "-"
"""The cell of whoever says nothing."""

_WITHIN = (Ground.EXCLUSION, Ground.ONLY_OTHER)


def told(profile: Profile) -> tuple[Stance, ...]:
    """The stances worth telling: whoever answers yes to a yes-no question need not be said to reject no."""
    own = {stance.position for stance in profile.stances if not _is_counterpart(stance)}
    return tuple(
        stance
        for stance in profile.stances
        if not _is_counterpart(stance) or stance.chain[-1].source.partition(".")[2] not in own
    )


def cell(profile: Profile) -> str:
    """A profile in the fewest words, by ids of positions: ``partly (possible)``, ``not sco``, ``open``, ``-``."""
    if profile.standing is IssueStatus.SILENT:
        return SILENT
    return " + ".join(_short(stance) for stance in told(profile))


def answers(profile: Profile, names: Names) -> Words:
    """A profile as the end of a sentence that begins with the holder."""
    found: list[Span | str] = []
    for stance in told(profile):
        found += ["; " if found else "", *answer(stance, names)]
    mixed = profile.standing is IssueStatus.MIXED
    return words(*found, ": two answers at once" if mixed else "")


def answer(stance: Stance, names: Names) -> Words:
    """One stance as the end of a sentence: ``answers “It can” (possible)``."""
    taken = f"{_verb(stance)} {names.position(stance.issue, stance.position)}"
    notes = [of_answer(stance)]
    notes += ["on a condition"] if stance.conditions else []
    notes += [f"ascribed as {stance.ascribed}"] if stance.ascribed is not None else []
    notes += ["left unsaid, and supplied by the annotator"] if stance.unsaid else []
    shown = ", ".join(note for note in notes if note)
    return words(taken, f" ({shown})" if shown else "", *((" ", strong("[implied]")) if stance.implied else ()))


def chain_words(chain: tuple[Implication, ...], names: Names) -> Words:
    """From what something follows, step by step."""
    parts = [_literal(chain[0].source, names.corpus, holds=chain[0].source_holds)]
    parts += [_step(step, names.corpus) for step in chain]
    return words(strong("Implied"), ", not said: ", "; therefore ".join(parts), ".")


def _is_counterpart(stance: Stance) -> bool:
    return bool(stance.chain) and stance.chain[-1].ground in _WITHIN


def _verb(stance: Stance) -> str:
    match stance.acceptance:
        case Acceptance.OPEN:
            return "says" if stance.position == OPEN else "leaves open"
        case Acceptance.ACCEPTED:
            return "answers"
        case Acceptance.REJECTED:
            return "leans against" if stance.doubted else "rejects"


def _short(stance: Stance) -> str:
    strength = of_answer(stance)
    marks = f" ({strength})" if strength else ""
    if stance.acceptance is Acceptance.OPEN:
        shown = "open" if stance.position == OPEN else f"{stance.position} open"
    else:
        shown = f"{'not ' if stance.acceptance is Acceptance.REJECTED else ''}{stance.position}{marks}"
    shown += " ~" if stance.ascribed is not None else ""
    return shown + (" if" if stance.conditions else "") + (" *" if stance.implied or stance.unsaid else "")


def _literal(name: LinkEnd, corpus: Corpus, *, holds: bool) -> str:
    if isinstance(name, ClaimId):
        said = quoted(corpus.claims[name].text)
    else:
        record = corpus.issues[name.issue]
        text = next((other.text for other in record.positions if other.id == name.position), "")
        said = f"{quoted(text or name.position)} to {quoted(record.question)}"
    return f"{'holds' if holds else 'rejects'} {said}"


def _step(step: Implication, corpus: Corpus) -> str:
    said = _literal(step.target, corpus, holds=step.target_holds)
    match step.ground:
        case Ground.LINK if step.link is not None:
            why = f": {one_line(step.link.why)}" if step.link.why else ""
            return f"{said} (by the link {step.link.source} {step.link.relation} {step.link.target}{why})"
        case Ground.ANSWER:
            return f"{said} (so the claim answers)"
        case Ground.EXCLUSION:
            return f"{said} (nobody can hold both)"
        case Ground.ONLY_OTHER:
            return f"{said} (the only other answer)"
        case _:
            return said
