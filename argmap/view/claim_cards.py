"""From claims to cards: what stands on a card besides the text."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import attrs

from argmap.language.words import Attitude
from argmap.model.claim import Claim, Cue
from argmap.model.corpus import Corpus
from argmap.model.inference import StepRole
from argmap.view.picture import CardRole, MapCard, Side
from argmap.wording.claim_sentences import answer_of, named, sentence_of
from argmap.wording.names import author_of

_ROLE_WORD = {CardRole.THESIS: "THESIS", CardRole.MAIN: "MAIN CLAIM", CardRole.FOREIGN: "OTHER TEXT"}
_USE_WORD = {
    StepRole.DESPITE: "CONCEDED",
    StepRole.UNLESS: "EXCEPTION",
    StepRole.UNDERCUT: "UNDERCUT",
    StepRole.IF: "IF",
    StepRole.ONLY_IF: "ONLY IF",
    StepRole.EXPLANATION: "EXPLAINS",
    StepRole.PARTS: "PART",
    StepRole.BACKGROUND: "BACKGROUND",
}
_PLACES = 2


@attrs.frozen(kw_only=True)
class CardContext:
    """What a card says besides its claim: how the claim stands in one picture.

    Attributes:
        uses: In which roles steps of the picture use it.
        schemes: The argumentation schemes of these steps, as far as they are named.
        focus: Whether the picture is drawn around it.
        notes: Lines for the foot of the card, after the answers.
    """

    id: str = ""
    role: CardRole = CardRole.CLAIM
    side: Side = Side.NEITHER
    uses: Collection[StepRole] = ()
    schemes: tuple[str, ...] = ()
    focus: bool = False
    notes: tuple[str, ...] = ()
    link: str = ""


def card_of(claim: Claim, corpus: Corpus, context: CardContext) -> MapCard:
    """The card of a claim in a picture; a stub is without the claim's answers, which its full card has."""
    foreign = context.role is CardRole.FOREIGN
    full = context.role is not CardRole.STUB
    return MapCard(
        id=context.id,
        role=context.role,
        attitude=claim.attitude,
        side=context.side,
        focus=context.focus,
        name=(claim.id if foreign else claim.name) if claim.named else "",
        place=place_of(claim) if full else "",
        words=words_of(claim, corpus, context),
        text=claim.text,
        notes=(*(answer_of(answer, claim, corpus) for answer in claim.answers if full), *context.notes),
        link=context.link,
        sentence=" ".join((sentence_of(claim, corpus), *_places_in_full(claim))),
    )


def words_of(claim: Claim, corpus: Corpus, context: CardContext) -> tuple[str, ...]:
    """The role in the picture, the author's attitude and who else holds it, the strength: what is one unit is one."""
    words = ["FOCUS"] if context.focus else []
    words += [_ROLE_WORD[context.role]] if context.role in _ROLE_WORD else []
    words += [_USE_WORD[role] for role in StepRole if role in context.uses and role in _USE_WORD]
    words += [scheme.upper().replace("-", " ") for scheme in context.schemes]
    # After IF and ONLY IF everything is supposed, so saying it again would only take room.
    supposed_by_use = claim.attitude is Attitude.SUPPOSES and words[-1:] in (["IF"], ["ONLY IF"])
    if not supposed_by_use:
        words += _attitude(claim, corpus)
    if claim.strength is not None:
        words.append(str(claim.strength).replace("..", " to ").replace("-", " "))
    return tuple(words)


def _attitude(claim: Claim, corpus: Corpus) -> Iterator[str]:
    """Who rejects, doubts or endorses a claim, who holds it, and who passes it on."""
    holders = named(claim.holders, claim, corpus) if claim.holders else ""
    author = author_of(claim, corpus)
    match claim.attitude:
        case Attitude.DENIES:
            yield f"DENIED by {author}"
        case Attitude.DOUBTS:
            yield f"DOUBTED by {author}"
        case Attitude.REPORTS:
            yield "REPORTED"
        case Attitude.ENDORSES:
            yield f"ENDORSED, as {holders} {'say' if len(claim.holders) > 1 else 'says'}" if holders else "ENDORSED"
        case Attitude.SUPPOSES:
            yield "SUPPOSED"
        case Attitude.IMPLIES:
            yield f"LEFT UNSAID by {holders}" if holders else "LEFT UNSAID"
        case Attitude.CLAIMS:
            pass
    if holders and claim.attitude not in (Attitude.ENDORSES, Attitude.IMPLIES):
        yield f"held by {holders}"
    if len(claim.voices) > 1:
        yield f"told by {', '.join(named(tellers, claim, corpus) for tellers in claim.voices[:-1])}"


def place_of(claim: Claim) -> str:
    """The source lines of a claim, the first few; empty where only words are known."""
    lines = list(dict.fromkeys(cue.line for cue in claim.cues if cue.line is not None))
    more = "…" if len(lines) > _PLACES else ""
    return f"l. {', '.join(str(line) for line in lines[:_PLACES])}{more}" if lines else ""


def _places_in_full(claim: Claim) -> Iterator[str]:
    """Every place where the source says it, by line and by words."""
    places = (" ".join(filter(None, (f"line {cue.line}" if cue.line else "", _quoted(cue)))) for cue in claim.cues)
    listed = "; ".join(filter(None, places))
    if listed:
        yield f"[at {listed}]"


def _quoted(cue: Cue) -> str:
    return f"“{cue.words}”" if cue.words else ""
