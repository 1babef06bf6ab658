"""What a comparison observes beside its verdicts, in sentences: reports, two sides, drift, and what is not taken up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.compare.inconsistency import Inconsistency, InconsistencyKind
from argmap.compare.representation import Representation
from argmap.compare.stance import Acceptance, Literal, Stance
from argmap.compare.unanswered import Unanswered
from argmap.judge.holder import Holder
from argmap.model.ids import ClaimId, IssueId, PositionId
from argmap.wording.claim_sentences import quoted_claims
from argmap.wording.english import first_upper, quoted, verb
from argmap.wording.names import ComparisonNames
from argmap.wording.relations import link_text
from argmap.wording.spans import Words, code, joined, strong, words
from argmap.wording.stance_sentences import answer
from argmap.wording.verdict_sentences import subject_of
from argmap.wording.verdicts import FIDELITIES


def representation_sentence(found: Representation, names: ComparisonNames) -> Words:
    """How somebody is reported: ``On “Can it?”: B [shown by A], beside B (2020): the report says it more firmly.``"""
    reported, original = names.mentioned([found.reported]), names.mentioned([found.original])
    through = ", one of whom speaks for the other" if found.through else ""
    later = " The original is the later of the two." if found.original_later else ""
    said = f": {reported}, beside {original}{through}: {FIDELITIES[found.fidelity]}.{later}"
    return words("On ", subject_of(found.alignment, names), said)


def inconsistency_sentence(found: Inconsistency, names: ComparisonNames) -> Words:
    """How somebody takes two sides."""
    who, form = names.subject([found.holder])
    if found.kind is InconsistencyKind.LINKED_CLAIMS:
        assert found.link is not None
        held = f"{first_upper(who)} {verb('hold', form)} two claims that exclude each other, by the link "
        return words(held, code(link_text(found.link)), ".")
    one, other = found.stances
    start = words("On ", names.asked(one.issue), ": ")
    if found.kind is InconsistencyKind.TWO_CONSEQUENCES:
        one_follows = f"from one statement of {who} it follows {_that(one, names)}"
        neither = f"and from another {_that(other, names)}; so neither is taken for an answer of {who}."
        return words(*start, f"{one_follows}, {neither}")
    if found.kind is InconsistencyKind.AGAINST_CONSEQUENCE:
        follows = f", and yet from another statement of the same text it follows {_that(other, names)}."
        return words(*start, f"{who} ", answer(one, form, names), follows)
    return words(*start, f"{who} ", answer(one, form, names), ", and also ", answer(other, form, names), ".")


def _that(stance: Stance, names: ComparisonNames) -> str:
    position = names.position(stance.issue, stance.position)
    return f"that the answer is {'not ' if stance.acceptance is Acceptance.REJECTED else ''}{position}"


def unanswered_sentence(
    attacker: Holder,
    attacked: Sequence[Holder],
    arguments: Sequence[Sequence[ClaimId]],
    names: ComparisonNames,
    *,
    later: bool,
) -> Words:
    """Arguments that are not taken up, each by its premises, or that came too late to be.

    Args:
        attacker: Who argues.
        attacked: Who does not take it up.
        arguments: The premises of each.
        names: What everybody is called.
        later: Whether the attacker wrote after the attacked did.
    """
    (by, form), others = names.subject([attacker]), names.mentioned(attacked)
    told = joined((quoted_claims(premises, names) for premises in arguments), "; ")
    if later:
        return words(strong("Argued later"), f" by {by}, when {others} could no longer answer: ", *told, ".")
    return words(strong("Not taken up"), f" by {others}: {by} {verb('argue', form)} ", *told, ".")


def granted_sentences(argument: Unanswered, names: ComparisonNames) -> Iterator[Words]:
    """What the attacked holds too of an argument that is not taken up."""
    who, form = names.subject([argument.attacked])
    if argument.granted:
        yield words(f"{first_upper(who)} {verb('grant', form)} ", quoted_claims(argument.granted, names), ".")
    for literal in argument.shared:
        does = verb("give" if literal.holds else "reject", form)
        yield words(f"{first_upper(who)} {does} {_answer(literal, names)}.")


def _answer(literal: Literal, names: ComparisonNames) -> str:
    issue, _, position = literal.name.partition(".")
    says = names.position(IssueId(issue), PositionId(position))
    return f"the answer {says} to {quoted(names.question(IssueId(issue)))}, as a claim of this argument does"
