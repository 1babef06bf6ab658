"""The ledger: who holds what, one stance a line, so that a diff of it by line is a diff of stances.

git merges two changes of a text where a line that neither touched stands between them.  So what a holder says on an
issue stands between a line that names the two and an empty one, and above the first that a document has to say stands
its name: wherever two people change, add or remove what concerns different answers, such a line is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from argmap.compare.stance import Ground, Implication, IssueStatus, Profile, Stance, told_steps
from argmap.compare.stances import Stances
from argmap.compare.support import reasons
from argmap.judge.holder import Holder
from argmap.language.words import OPEN
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId
from argmap.report.visible import visible
from argmap.wording.english import shortened, single_spaced
from argmap.wording.stance_sentences import DOES, stances_to_tell
from argmap.wording.strengths import OUGHT, is_against

_HEAD = """\
# HOLDER | ISSUE | ANSWER | STRENGTH | GROUND, all by id: DOCUMENT is its author, DOCUMENT/ACTOR whom it shows.
# GROUND: the reasons of the firmest claim that has any (`+` links premises, `;` parts reasons), else that claim.
# `implied by` marks what only follows; `mixed` stands beside answers that nobody can hold together.
"""
_LONGEST = 40


def ledger(stances: Stances) -> str:
    """A line for each holder, issue and position, sorted by code point, below what the columns are.

    Lines that begin with ``#``, and empty ones, are no stances.

    A line says nothing but its own stance: no other stance, no other document, no order and no count changes it; what
    is implied comes and goes with what implies it.  Empty where nobody takes a stance.
    """
    corpus = stances.corpus
    profiles = (profile for profiles in stances.by_holder.values() for profile in profiles.values())
    lines = {line for profile in profiles for line in _lines(profile, corpus)}
    return _HEAD + "".join(f"{line}\n" for line in _apart(sorted(lines))) if lines else ""


def _apart(lines: Sequence[str]) -> Iterator[str]:
    """Sorted lines, between others that no change of a stance touches."""
    document = answered = ""
    for line in lines:
        holder, issue, _ = line.split(" | ", 2)
        if holder.partition("/")[0] != document:
            document = holder.partition("/")[0]
            yield from ("", f"# {document}")
        if f"{holder} | {issue}" != answered:
            answered = f"{holder} | {issue}"
            yield from ("", f"# {answered}")
        yield line


def _lines(profile: Profile, corpus: Corpus) -> Iterator[str]:
    subject = f"{profile.holder.id} | {profile.issue}"
    for stance in stances_to_tell(profile):
        does = DOES[stance.acceptance] + ("" if stance.position == OPEN else f" {stance.position}")
        yield f"{subject} | {does} | {_strength(stance, corpus)} | {_ground(stance, corpus)}"
    if profile.standing is IssueStatus.MIXED:
        # On a line of its own: the lines of the answers stay as they are when another joins them.
        yield f"{subject} | mixed"


def _strength(stance: Stance, corpus: Corpus) -> str:
    if stance.strength is not None and stance.strength.low.is_duty and stance.evidence[0].force.off_question:
        notes = [OUGHT]
    elif stance.strength is not None:
        notes = [f"worded {stance.strength}" if is_against(stance.strength) else str(stance.strength)]
    else:
        denied = stance.evidence[0].denied if stance.evidence[0].force.emphatic or not stance.doubted else None
        notes = [f"only {denied}" if denied is not None else "leaning" if stance.doubted else "plain"]
    notes += ["granted"] if stance.conceded else []
    notes += [f"ascribed as {stance.ascribed}"] if stance.ascribed is not None else []
    notes += ["left unsaid"] if stance.unsaid else []
    notes += [f"depends on {_together(stance.conditions, corpus)}"] if stance.conditions else []
    return ", ".join(notes)


def _ground(stance: Stance, corpus: Corpus) -> str:
    first = _called(stance.evidence[0].claim, corpus)
    if stance.implied:
        told = told_steps(stance.chain)
        begin, end = (", ".join(_links(steps)) for steps in (told.first, told.last))
        between = f"... and {told.left_out} more steps ..." if told.left_out else ""
        over = ", ".join(part for part in (begin, between, end) if part)
        return f"implied by {first}{f' over {over}' if over else ''}"
    # Who says a thing again, and more firmly, may have given the reasons before.
    given = (_reasons(evidence.claim, stance.holder, corpus) for evidence in stance.evidence)
    found = next(filter(None, given), ())
    return f"because {'; '.join(found)}" if found else f"said in {first}"


def _links(steps: Iterable[Implication]) -> Iterator[str]:
    for step in steps:
        link = step.link
        if step.ground is Ground.LINK and link is not None:
            yield f"{link.source} {link.relation} {link.target}"


def _reasons(claim: ClaimId, holder: Holder, corpus: Corpus) -> list[str]:
    """What supports a claim directly, sorted: neither reasons nor linked premises have an order of weight."""
    record = corpus.claims.get(claim)
    steps = reasons(record, holder, corpus) if record is not None else ()
    return sorted({_together(step.premises, corpus) for step in steps})


def _together(claims: tuple[ClaimId, ...], corpus: Corpus) -> str:
    return " + ".join(sorted({_called(claim, corpus) for claim in claims}))


def _called(claim: ClaimId, corpus: Corpus) -> str:
    """The id; of a premise without a name its first words, since its number counts what stands before it."""
    record = corpus.claims.get(claim)
    if record is None or record.named:
        return claim
    return f"“{shortened(visible(single_spaced(record.text)), _LONGEST)}”"
