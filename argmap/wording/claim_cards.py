"""Claims on cards: what a picture says of a claim besides its text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from argmap.language.words import Attitude
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.inference import StepRole
from argmap.wording.claim_sentences import named
from argmap.wording.english import form_of, verb
from argmap.wording.names import author_of
from argmap.wording.relations import ROLES
from argmap.wording.strengths import in_words

_PARTS = {"thesis": "THESIS", "main": "MAIN CLAIM", "foreign": "OTHER TEXT"}
_PLACES = 2


def words_of(
    claim: Claim,
    corpus: Corpus,
    part: str = "",
    uses: Collection[StepRole] = (),
    schemes: Iterable[str] = (),
) -> tuple[str, ...]:
    """The part in the picture, the author's attitude and who else holds it, the strength: what is one unit is one.

    Args:
        claim: Whose card it is.
        corpus: Where it is.
        part: What the card is in its picture: ``thesis``, ``main``, ``foreign``, or what needs no word.
        uses: In which roles steps of the picture use the claim.
        schemes: The argumentation schemes of these steps, as far as they are named.
    """
    words = [_PARTS[part]] if part in _PARTS else []
    words += [ROLES[use].card for use in StepRole if use in uses and ROLES[use].card]
    words += [scheme.upper().replace("-", " ") for scheme in schemes]
    # What is only supposed after such words is so without saying, and saying it would only take room.
    supposed_by_use = claim.attitude is Attitude.SUPPOSES and words[-1:] in _SUPPOSED
    if not supposed_by_use:
        words += _attitude(claim, corpus)
    if claim.strength is not None:
        words.append(in_words(claim.strength))
    if claim.until:
        words.append(f"by {claim.until}")
    return tuple(words)


def _attitude(claim: Claim, corpus: Corpus) -> Iterator[str]:
    """Who rejects, doubts or endorses a claim, who holds it, and who passes it on."""
    holders = named(claim.holders, claim, corpus) if claim.holders else ""
    author = author_of(claim, corpus)
    says = verb("say", form_of(len(claim.holders)))
    said = {
        Attitude.DENIES: f"DENIED by {author}",
        Attitude.DOUBTS: f"DOUBTED by {author}",
        Attitude.REPORTS: "REPORTED",
        Attitude.ENDORSES: f"ENDORSED, as {holders} {says}" if holders else "ENDORSED",
        Attitude.SUPPOSES: "SUPPOSED",
        Attitude.IMPLIES: f"LEFT UNSAID by {holders}" if holders else "LEFT UNSAID",
    }
    if claim.attitude in said:
        yield said[claim.attitude]
    if holders and claim.attitude not in (Attitude.ENDORSES, Attitude.IMPLIES):
        yield f"held by {holders}"
    if len(claim.voices) > 1:
        yield f"told by {', '.join(named(tellers, claim, corpus) for tellers in claim.voices[:-1])}"


_SUPPOSED = [[ROLES[role].card] for role in StepRole if role.only_supposes]


def place_of(claim: Claim) -> str:
    """The source lines of a claim, the first few; empty where only words are known."""
    lines = list(dict.fromkeys(cue.line for cue in claim.cues if cue.line is not None))
    more = "…" if len(lines) > _PLACES else ""
    return f"l. {', '.join(str(line) for line in lines[:_PLACES])}{more}" if lines else ""


def places_in_full(claim: Claim) -> str:
    """Every place where the source says it, by line and by words; empty where none is known."""
    places = ((f"line {cue.line}" if cue.line else "", f"“{cue.words}”" if cue.words else "") for cue in claim.cues)
    listed = "; ".join(" ".join(filter(None, place)) for place in places if any(place))
    return f"[at {listed}]" if listed else ""
