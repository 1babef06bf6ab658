"""The claims of a nodeset: of each I node, one in the document of every speaker who takes a stance on it."""

from __future__ import annotations

from argmap.exchange.aif_nodeset import Node, Nodeset
from argmap.exchange.aif_speech import Act, Force, Speech, moment, stance
from argmap.exchange.draft import Draft, DraftClaim, DraftDocument
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.language.words import Attitude

QUESTION, CHALLENGE = "question", "challenge"
_OPEN = {
    Force.ASKS: (QUESTION, "it asserts nothing, and its content is supposed"),
    Force.CHALLENGES: (CHALLENGE, "it asks for reasons, and takes no side"),
    Force.REJECTS: ("disagreement", "nobody else asserts what it is about, so that it may reject or repeat it"),
    Force.RAISES: ("", "it is not one that asserts, and its content is supposed"),
}
"""Forces that take no side: the tag that the claim gets, and what is said of it."""
_SUPPOSED = "/supposed"
"""At the end of the key of a claim that somebody argues about and does not assert."""


class Claims:
    """The claims of a nodeset with their documents.

    Attributes:
        of_node: By I node, the claim in the document of each speaker; the empty name is that of nobody known.
        accepted: By I node, the claim of the first who accepts it.
        speakers: By the key of a claim, whose document it is in.
    """

    def __init__(self, nodeset: Nodeset, speech: Speech, draft: Draft, authors: list[str], loss: LossReport) -> None:
        self._nodeset = nodeset
        self._speech = speech
        self._draft = draft
        self._authors = authors
        self._loss = loss
        self._documents: dict[str, DraftDocument] = {}
        self._supposed: dict[str, dict[str, DraftClaim]] = {}
        self.of_node: dict[str, dict[str, DraftClaim]] = {}
        self.accepted: dict[str, DraftClaim] = {}
        self.speakers: dict[str, str] = {}

    def say(self) -> None:
        """Make a document of each speaker, and the claims of each I node."""
        for name in self._speech.speakers:
            self._document(name)
        for node in self._nodeset.of_kind("I"):
            self._say(node)

    def all_of(self, node: Node) -> list[DraftClaim]:
        """All claims of an I node."""
        return [*self.of_node[node.id].values(), *self._supposed.get(node.id, {}).values()]

    def settled(self) -> list[DraftDocument]:
        """The documents, when all that their claims say is known."""
        for speaker, document in self._documents.items():
            _settle(document, self._speech.encoders.get(speaker, set()))
        return list(self._documents.values())

    def _document(self, speaker: str) -> DraftDocument:
        """That of a speaker, or that of the nodeset for what nobody is known to say."""
        if speaker not in self._documents:
            title = self._nodeset.title
            self._documents[speaker] = DraftDocument(
                key=f"{self._nodeset.file}/{speaker}",
                title=f"{title}: {speaker}" if speaker else title,
                authors=[self._draft.actor(speaker)] if speaker else list(self._authors),
                origin=ForeignPlace(self._nodeset.file),
            )
        return self._documents[speaker]

    def _say(self, node: Node) -> None:
        """Make the claims of an I node."""
        where = self._nodeset.place(node.id)
        acts = self._speech.acts.get(node.id, [])
        by_speaker: dict[str, list[Act]] = {}
        for act in acts:
            by_speaker.setdefault(act.speaker, []).append(act)
        holders = list(dict.fromkeys(act.speaker for act in acts if _asserted(act) and act.speaker))
        self.of_node[node.id] = {}
        for speaker, own in (by_speaker or {"": []}).items():
            # Of a claim that very many hold, not all who hold it are named by each who answers it.
            others = [name for name in holders[:3] if name != speaker]
            claim = self._claim(node, speaker)
            if own:
                self._take_stance(claim, own, others, where)
            self.of_node[node.id][speaker] = claim
            if claim.attitude.accepts:
                self.accepted.setdefault(node.id, claim)
        if node.text:
            self._loss.kept("claim", where)

    def _claim(self, node: Node, speaker: str, suffix: str = "") -> DraftClaim:
        document = self._document(speaker)
        claim = DraftClaim(key=f"{document.key}/{node.id}{suffix}", text=node.text, origin=self._nodeset.place(node.id))
        document.claims.append(claim)
        self.speakers[claim.key] = speaker
        return claim

    def _take_stance(self, claim: DraftClaim, acts: list[Act], others: list[str], where: ForeignPlace) -> None:
        forces = {act.force for act in acts if not act.told}
        told = list(dict.fromkeys(act.told for act in acts if act.told))
        if len(told) > 1:
            self._loss.dropped("report", "the same speaker reports it from another", where, len(told) - 1)
        if {Force.ASSERTS, Force.REJECTS} <= forces:
            self._loss.dropped("illocution", "the speaker also asserts what is rejected here", where)
        claim.attitude, voices = stance(forces, [[name] for name in told[0]] if told else [], others)
        claim.voices = [[self._draft.actor(name) for name in group] for group in voices]
        if claim.attitude in (Attitude.SUPPOSES, Attitude.REPORTS):
            self._tell_open(claim, forces, where)
        self._date(claim, acts)

    def _tell_open(self, claim: DraftClaim, forces: set[Force], where: ForeignPlace) -> None:
        """Say of a claim that its speaker takes no side on what it is about instead."""
        for force, (tag, why) in _OPEN.items():
            if force in forces:
                claim.tags += [tag] if tag else []
                self._loss.changed(tag or "illocution", why, where)

    def _date(self, claim: DraftClaim, acts: list[Act]) -> None:
        """Say when and by whom."""
        for act in acts:
            start = self._nodeset.locutions[act.locution.id].start if act.locution.id in self._nodeset.locutions else ""
            said = moment(start)
            where = self._nodeset.place(act.locution.id)
            if said and not claim.said:
                claim.said = said
                self._loss.kept("locution time", where)
            elif start and not said:
                self._loss.dropped("locution time", "it is no date", where)
            elif said != claim.said and said:
                self._loss.dropped("locution time", "the claim was said before, too", where)
            claim.by = claim.by or self._speech.annotators.get(act.locution.id, "")

    def standing(self, node: Node, speaker: str) -> DraftClaim:
        """The claim of a speaker, whose text is asserted or supposed: one that is supposed, where there is none."""
        own = self.of_node[node.id].get(speaker)
        if own is not None and (own.attitude.accepts or own.attitude is Attitude.SUPPOSES):
            return own
        supposed = self._supposed.setdefault(node.id, {})
        if speaker not in supposed:
            claim = supposed[speaker] = self._claim(node, speaker, _SUPPOSED)
            claim.attitude = Attitude.SUPPOSES
            why = "who argues about it does not assert it, and is taken to suppose it"
            self._loss.changed("claim", why, self._nodeset.place(node.id))
        return supposed[speaker]

    def premise(self, node: Node, speaker: str) -> DraftClaim:
        """The claim that a premise is: that of the speaker, else of the first who asserts it."""
        own = self.of_node[node.id].get(speaker)
        if own is not None and own.attitude.accepts:
            return own
        return self.accepted.get(node.id) or self.standing(node, speaker)


def _asserted(act: Act) -> bool:
    return not act.told and act.force in (Force.ASSERTS, Force.CONCEDES)


def _settle(document: DraftDocument, encoders: set[str]) -> None:
    """Say once of a document what is so of all its claims: when it was said, and who encoded it."""
    times = [claim.said for claim in document.claims if claim.said]
    for length in (10, 7, 4):
        if times and all(len(time) >= length and time[:length] == times[0][:length] for time in times):
            document.date = times[0][:length]
            break
    for claim in document.claims:
        if claim.said == document.date:
            claim.said = ""
    annotators = {claim.by for claim in document.claims if claim.by} | encoders
    analysed = encoders or all(claim.by or claim.key.endswith(_SUPPOSED) for claim in document.claims)
    if len(annotators) == 1 and analysed:
        document.by = annotators.pop()
        for claim in document.claims:
            claim.by = ""
