"""Records -> one graph of arguebuf: what its reader makes of it is the same, but for what the loss report names."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from argmap.exchange.formats import Exporting
from argmap.exchange.loss import LossReport
from argmap.language.words import Attitude, Relation
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId
from argmap.model.inference import Step, StepRole
from argmap.model.link import Link

_SUPPORTS = {
    "authority": "SUPPORT_EXPERT_OPINION",
    "example": "SUPPORT_EXAMPLE",
    "cause": "SUPPORT_CAUSE_TO_EFFECT",
    "sign": "SUPPORT_SIGN",
    "analogy": "SUPPORT_ANALOGY",
    "consequence": "SUPPORT_CONSEQUENCES",
    "precedent": "SUPPORT_PRECEDENT",
    "classification": "SUPPORT_VERBAL_CLASSIFICATION",
}
"""By a scheme of argmap, the one of arguebuf that is the same, or the plainest case of it."""
_SUPPORT, _ATTACK, _REPHRASE = "SUPPORT_DEFAULT", "ATTACK_DEFAULT", "REPHRASE_DEFAULT"
_FIELDS = {
    "strength": "strength",
    "answers": "answer",
    "kind": "kind of a claim",
    "as_of": "time of a fact",
    "until": "horizon of a prediction",
    "said": "time when it was said",
    "cites": "citation",
    "notes": "note",
    "tags": "tag",
    "was": "older id",
}


def write(exporting: Exporting) -> Mapping[str, bytes]:
    """All records as one graph, in camel case."""
    whole = _Writer(exporting).graph()
    return {"": (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()}


class _Writer:
    def __init__(self, exporting: Exporting) -> None:
        self._corpus: Corpus = exporting.corpus
        self._loss: LossReport = exporting.loss
        self._nodes: dict[str, Any] = {}
        self._edges: dict[str, Any] = {}
        self._resources: dict[str, Any] = {}
        self._participants: dict[str, Any] = {}
        self._numbers = 0
        self._same = self._supposed_again()

    def _supposed_again(self) -> dict[ClaimId, ClaimId]:
        """By a claim that is only supposed, the same one with the same words elsewhere: both are one atom."""
        found: dict[ClaimId, ClaimId] = {}
        kept: set[ClaimId] = set()
        for link in self._corpus.links:
            ends = [self._corpus.claims[end] for end in _claims(link) if end in self._corpus.claims]
            if link.relation is not Relation.SAME_AS or len(ends) < 2 or ends[0].text != ends[1].text:
                continue
            source, target = ends if ends[0].attitude is Attitude.SUPPOSES else reversed(ends)
            if (
                source.attitude is Attitude.SUPPOSES
                and target.attitude in (Attitude.CLAIMS, Attitude.SUPPOSES)
                and target.id not in found
                and source.id not in kept
            ):
                found[source.id] = target.id
                kept.add(target.id)
        return found

    def _node(self, claim: ClaimId) -> str:
        """The id of the atom of a claim."""
        return str(self._same.get(claim, claim))

    def graph(self) -> dict[str, Any]:
        """The graph."""
        for document in self._corpus.documents.values():
            self._tell(document)
        for claim in self._corpus.claims.values():
            if claim.id not in self._same:
                self._say(claim)
        for claim in self._corpus.claims.values():
            for step in claim.steps:
                self._argue(claim, step)
        for link in self._corpus.links:
            ends = [self._node(end) for end in _claims(link) if end in self._corpus.claims]
            if link.relation is Relation.SAME_AS and len(ends) == 2:
                if ends[0] != ends[1]:
                    self._scheme("rephrase", _REPHRASE, ends[:1], ends[1])
                self._loss.kept("link")
            else:
                self._loss.dropped("link", "arguebuf has only rephrases")
        self._loss.dropped("issue", "arguebuf has no questions with positions", count=len(self._corpus.issues))
        self._loss.dropped("term", "arguebuf has no terms", count=len(self._corpus.terms))
        documents = [document for document in self._corpus.documents.values() if document.thesis_is_declared]
        theses = [document.thesis for document in documents if document.thesis is not None]
        whole: dict[str, Any] = {"nodes": self._nodes, "edges": self._edges}
        for part, things in (("resources", self._resources), ("participants", self._participants)):
            if things:
                whole[part] = things
        if len(theses) == 1:
            whole["majorClaim"] = self._node(theses[0])
        else:
            self._loss.dropped("main claim", "a graph has one at most", count=len(theses))
        return {**whole, "schemaVersion": 1}

    def _tell(self, document: Document) -> None:
        if document.source:
            self._resources[document.source] = {"source": document.source}
        for author in document.authors:
            actor = self._corpus.actor(author, document.id)
            key = self._corpus.actor_key(author, document.id)
            self._participants[key] = {"name": actor.name}
        self._loss.dropped(
            "author", "an atom has one participant, and this is not the first", count=len(document.authors) - 1
        )
        self._loss.dropped("title of a document", "a graph has none")
        for field in ("date", "publisher", "language", "by", "notes", "sections", "silent"):
            if getattr(document, field):
                self._loss.dropped(f"{field} of a document", "arguebuf has no place for it")

    def _say(self, claim: Claim) -> None:
        document = self._corpus.documents[claim.document]
        atom: dict[str, Any] = {"text": claim.text}
        if not claim.attitude.accepts:
            why = f"its author {claim.attitude} it, and no participant asserts it"
            self._loss.changed("claim", why)
        elif claim.attitude in (Attitude.CLAIMS, Attitude.IMPLIES):
            self._loss.kept("claim")
        else:
            self._loss.changed("claim", f"its author {claim.attitude} it, and asserts it")
        if claim.attitude.accepts and document.authors:
            atom["participant"] = self._corpus.actor_key(document.authors[0], document.id)
        cue = next((cue for cue in claim.cues if cue.words), None)
        if cue is not None:
            reference = {"text": cue.words}
            # Without an offset, a reference to a resource would point to its beginning.
            atom["reference"] = reference
        self._loss.dropped(
            "place in a source", "an atom has one, and that has words", count=len(claim.cues) - (cue is not None)
        )
        self._loss.dropped("holder of a claim", "an atom has one participant", count=len(claim.holders))
        for field, noun in _FIELDS.items():
            if getattr(claim, field):
                self._loss.dropped(noun, "arguebuf has no place for it")
        self._nodes[str(claim.id)] = {"atom": atom}

    def _argue(self, claim: Claim, step: Step) -> None:
        against = step.role in (StepRole.DESPITE, StepRole.OBJECTION)
        if not against and step.role is not StepRole.BECAUSE:
            self._loss.dropped("step", f"arguebuf has no `{step.role}`")
            return
        if claim.attitude is Attitude.DENIES:
            against = not against
            self._loss.changed(
                "step", "a reason for denying a claim is an attack on it, and one against that supports it"
            )
        elif claim.attitude is Attitude.DOUBTS:
            self._loss.dropped("step", "a reason for doubting a claim does not attack it")
            return
        if step.role is StepRole.DESPITE:
            self._loss.changed("step", "that it is conceded and outweighed is lost")
        kind, scheme = ("attack", _ATTACK) if against else ("support", self._support(step))
        key = self._scheme(kind, scheme, [self._node(one) for one in step.premises], self._node(claim.id))
        self._loss.kept("step")
        for undercut in step.undercuts:
            self._scheme("attack", _ATTACK, [self._node(one) for one in undercut.premises], key)
            self._loss.kept("undercut")
        self._loss.dropped("note of a step", "arguebuf has no place for it", count=len(step.notes))
        self._loss.dropped("place of a step", "arguebuf has no place for it", count=len(step.cues))

    def _support(self, step: Step) -> str:
        names = step.named_schemes
        if not names:
            return _SUPPORT
        self._loss.dropped("scheme", "a step has one", count=len(names) - 1)
        if names[0] not in _SUPPORTS:
            self._loss.dropped("scheme", "arguebuf knows none of this name")
        return _SUPPORTS.get(names[0], _SUPPORT)

    def _scheme(self, kind: str, scheme: str, premises: list[str], target: str) -> str:
        self._numbers += 1
        key = f"scheme-{self._numbers}"
        self._nodes[key] = {"scheme": {kind: scheme}}
        for source, end in [*((premise, key) for premise in premises), (key, target)]:
            self._edges[f"edge-{len(self._edges) + 1}"] = {"source": source, "target": end}
        return key


def _claims(link: Link) -> list[ClaimId]:
    """The ends of a link that are claims, and no positions."""
    return [end for end in (link.source, link.target) if isinstance(end, ClaimId)]
