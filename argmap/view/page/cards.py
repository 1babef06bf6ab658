"""All that is said of one claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.language.words import Attitude
from argmap.model.claim import Claim
from argmap.model.ids import ClaimId
from argmap.model.inference import Step, StepRole
from argmap.view.page.compared import Compared
from argmap.view.page.outlines import chips_of, lead
from argmap.view.page.records import ClaimCard, Related, Sentence
from argmap.wording.claim_sentences import DOES
from argmap.wording.english import Form, one_line, verb
from argmap.wording.names import actor_name
from argmap.wording.relations import RELATIONS, connective, reason_of, sure
from argmap.wording.strengths import in_words


def cards(
    compared: Compared, sentences: Mapping[ClaimId, Sentence], earlier: Mapping[ClaimId, str]
) -> tuple[ClaimCard, ...]:
    """The card of every claim of the texts compared.

    Args:
        compared: The comparison.
        sentences: Around the first cue of a claim, where its source is shown.
        earlier: What a claim said before, where that changed.
    """
    corpus = compared.corpus
    shown = [claim for document in compared.comparison.documents for claim in corpus.claims_of(document)]
    used: dict[ClaimId, list[Related]] = {}
    for claim in shown:
        for how, premise in _premises(claim):
            used.setdefault(premise, []).append(Related(how=how, claim=claim.id))
    linked: dict[ClaimId, list[Related]] = {}
    for link in corpus.links:
        if link.between_positions:
            continue
        source, target, said = ClaimId(link.source), ClaimId(link.target), RELATIONS[link.relation]
        why = f"{reason_of(link)}{sure(link)}".strip()
        how = said.source or said.verb
        linked.setdefault(source, []).append(Related(how=how, claim=target, why=why))
        linked.setdefault(target, []).append(Related(how=said.target or said.verb, claim=source, why=why))
    return tuple(
        ClaimCard(
            claim=claim.id,
            document=claim.document,
            does=_does(claim, compared),
            attitude=claim.attitude.value,
            text=one_line(claim.text),
            strength=in_words(claim.strength) if claim.strength else "",
            about=_about(claim),
            cues=tuple(cue.words or f"line {cue.line}" for cue in claim.cues),
            sentence=sentences.get(claim.id),
            answers=chips_of(claim, compared),
            used_by=tuple(used.get(claim.id, ())),
            rests_on=tuple(Related(how=how, claim=premise) for how, premise in _premises(claim)),
            linked=tuple(linked.get(claim.id, ())),
            notes=tuple(map(one_line, claim.notes)),
            cites=tuple(map(one_line, claim.cites)),
            voices=tuple(actor_name(one, claim.document, corpus) for group in claim.voices for one in group),
            line=compared.names.line(claim.id),
            was=earlier.get(claim.id, ""),
        )
        for claim in shown
    )


def _premises(claim: Claim) -> Iterator[tuple[str, ClaimId]]:
    for step in claim.steps:
        yield from _of_step(step)


def _of_step(step: Step) -> Iterator[tuple[str, ClaimId]]:
    for role, premises in ((step.role, step.premises), *((StepRole.UNDERCUT, one.premises) for one in step.undercuts)):
        for number, premise in enumerate(premises):
            yield connective(role, linked=number > 0), premise


def _does(claim: Claim, compared: Compared) -> str:
    """What the author does with it, behind a name: ``claims``, ``reports: Russia``."""
    several = len(compared.corpus.documents[claim.document].authors) > 1
    does = verb(DOES[claim.attitude], Form.SEVERAL if several else Form.ONE)
    said = lead(claim, compared).removesuffix(":")
    match claim.attitude:
        case Attitude.CLAIMS:
            return f"{does} {said}".strip()
        case Attitude.REPORTS:
            return does if said == "reports" else f"{does}, of {said}"
        case Attitude.IMPLIES if claim.voices:
            return f"shows as {said}"
        case Attitude.IMPLIES:
            return f"{does} unsaid"
        case Attitude.ENDORSES:
            return f"{'agree' if several else 'agrees'}{said.removeprefix('agrees')}"
        case attitude:
            return f"{does}{said.removeprefix(attitude.value)}"


def _about(claim: Claim) -> str:
    """Of what kind and of which time it is."""
    parts = [claim.kind.value if claim.kind else ""]
    parts.append(f"as of {str(claim.as_of).replace('..', ' to ')}" if claim.as_of else "")
    parts.append(f"until {claim.until}" if claim.until else "")
    parts.append(f"said {claim.said}" if claim.said else "")
    return " · ".join(filter(None, parts))
