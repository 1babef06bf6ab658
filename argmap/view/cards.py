"""From claims to cards: what stands on a card besides the text."""

from __future__ import annotations

from collections.abc import Collection

import attrs

from argmap.language.words import Attitude
from argmap.model.claim import Answer, Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import DocumentId
from argmap.view.picture import Card, CardRole, EdgeRole, Side
from argmap.view.sentences import actor_name, named, sentence_of

_ATTITUDE_WORD = {
    Attitude.DENIES: "DENIED",
    Attitude.REPORTS: "REPORTED",
    Attitude.ENDORSES: "ENDORSED",
    Attitude.DOUBTS: "DOUBTED",
    Attitude.SUPPOSES: "SUPPOSED",
    Attitude.IMPLIES: "LEFT UNSAID",
}
_ROLE_WORD = {CardRole.THESIS: "THESIS", CardRole.MAIN: "MAIN CLAIM", CardRole.FOREIGN: "OTHER TEXT"}
_USE_WORD = {
    EdgeRole.CONCESSION: "CONCEDED",
    EdgeRole.EXCEPTION: "EXCEPTION",
    EdgeRole.UNDERCUT: "UNDERCUT",
    EdgeRole.IF: "IF",
    EdgeRole.ONLY_IF: "ONLY IF",
    EdgeRole.EXPLANATION: "EXPLAINS",
    EdgeRole.PART: "PART",
}
_PLACES = 2


@attrs.frozen(kw_only=True)
class Standing:
    """How a claim stands in one picture.

    Attributes:
        uses: In which roles steps of the picture use it.
        notes: Lines for the foot of the card, after the answers.
    """

    id: str
    role: CardRole
    side: Side = Side.NEITHER
    uses: Collection[EdgeRole] = ()
    notes: tuple[str, ...] = ()
    link: str = ""


def card_of(claim: Claim, corpus: Corpus, standing: Standing) -> Card:
    """The card of a claim in a picture; a stub is without the claim's answers, which its full card has."""
    foreign = standing.role is CardRole.FOREIGN
    full = standing.role is not CardRole.STUB
    return Card(
        id=standing.id,
        role=standing.role,
        attitude=claim.attitude,
        side=standing.side,
        name=(claim.id if foreign else claim.name) if claim.named else "",
        place=place_of(claim) if full else "",
        words=words_of(claim, corpus, standing),
        text=claim.text,
        notes=(*(_answer(answer, claim.document, corpus) for answer in claim.answers if full), *standing.notes),
        link=standing.link,
        sentence=sentence_of(claim, corpus),
    )


def words_of(claim: Claim, corpus: Corpus, standing: Standing) -> tuple[str, ...]:
    """The role in the picture, the author's attitude and who else holds it, the strength."""
    words = [_ROLE_WORD[standing.role]] if standing.role in _ROLE_WORD else []
    words += [_USE_WORD[role] for role in EdgeRole if role in standing.uses and role in _USE_WORD]
    # After IF and ONLY IF everything is supposed, so saying it again would only take room.
    supposed_by_use = claim.attitude is Attitude.SUPPOSES and words[-1:] in (["IF"], ["ONLY IF"])
    if claim.attitude in _ATTITUDE_WORD and not supposed_by_use:
        words.append(_ATTITUDE_WORD[claim.attitude])
    if claim.voices:
        words.append(", quoted by ".join(named(holders, claim, corpus) for holders in reversed(claim.voices)))
    if claim.strength is not None:
        words.append(str(claim.strength).replace("..", " to ").replace("-", " "))
    return tuple(words)


def place_of(claim: Claim) -> str:
    """The source lines of a claim, the first few; empty where only words are known."""
    lines = list(dict.fromkeys(cue.line for cue in claim.cues if cue.line is not None))
    more = "…" if len(lines) > _PLACES else ""
    return f"l. {', '.join(str(line) for line in lines[:_PLACES])}{more}" if lines else ""


def _answer(answer: Answer, document: DocumentId, corpus: Corpus) -> str:
    excluded = "not " if answer.negated else ""
    whose = f" ({actor_name(answer.holder, document, corpus)})" if answer.holder is not None else ""
    return f"▸ {answer.issue}: {excluded}{answer.position}{whose}"
