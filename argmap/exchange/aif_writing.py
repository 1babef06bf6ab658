"""Records -> one nodeset: claims with their speakers, locutions with times, and steps with schemes.

What the reader of AIF makes of it is the same again, but for what the loss report names.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from argmap.exchange.aif_nodeset import CONTRADICTION, CONTRARIETY
from argmap.exchange.formats import Exporting, count_unknown
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.language.words import Attitude, Relation
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId
from argmap.model.inference import Step, StepRole
from argmap.model.link import Link

_ILLOCUTIONS: Mapping[Attitude, str] = {
    Attitude.CLAIMS: "Asserting",
    Attitude.IMPLIES: "Default Illocuting",
    Attitude.ENDORSES: "Agreeing",
    Attitude.DENIES: "Disagreeing",
    Attitude.DOUBTS: "Challenging",
    Attitude.SUPPOSES: "Hypothesising",
}
"""By which an author takes an attitude; who only reports takes none."""
_TAGGED = {"question": "Pure Questioning", "challenge": "Challenging", "disagreement": "Disagreeing"}
"""By the tags that the reader gives."""
_LINKS = {Relation.CONTRADICTS: CONTRADICTION, Relation.CONTRARY_TO: CONTRARIETY}
_REJECTS = (Attitude.DENIES, Attitude.DOUBTS)
_FIELDS = ("strength", "answers", "cues", "kind", "as_of", "until", "cites", "notes", "was", "sure")
_NAMES = {"strength": "strength", "answers": "answer", "cues": "`at` line", "notes": "`note` line"}
"""What a field is called, where not by the word that begins its line."""
_NO_PLACE = "AIF has no place for it"


def write(exporting: Exporting) -> Mapping[str, bytes]:
    """All records as one nodeset; with the option ``xaif=yes``, as xAIF."""
    whole = _Writer(exporting.corpus, exporting.loss).nodeset()
    count_unknown(exporting.options, ("xaif",), exporting.loss)
    if exporting.options.get("xaif", "no") == "yes":
        whole |= {"schemefulfillments": None, "descriptorfulfillments": None}
        whole = {"AIF": whole, "text": {"txt": ""}, "dialog": True, "OVA": []}
    return {"": (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()}


class _Writer:
    def __init__(self, corpus: Corpus, loss: LossReport) -> None:
        self._corpus = corpus
        self._loss = loss
        self._nodes: list[dict[str, str]] = []
        self._edges: list[dict[str, str]] = []
        self._locutions: list[dict[str, str | None]] = []
        self._persons: dict[str, str] = {}
        self._claims: dict[ClaimId, str] = {}
        """By claim, its I node."""
        self._uttered: dict[ClaimId, str] = {}
        """By claim, the first locution of an author."""
        self._accepted: dict[str, set[str]] = {}
        """By I node, the names of those who accept it."""
        self._places = {claim: number for number, claim in enumerate(corpus.claims)}

    def nodeset(self) -> dict[str, Any]:
        """The nodeset."""
        for document in self._corpus.documents.values():
            self._count(document)
        shared = self._shared()
        for claim in self._corpus.claims.values():
            first = shared.get(claim.id, claim.id)
            self._claims[claim.id] = self._claims[first] if first in self._claims else self._node("I", claim.text)
            if claim.attitude.accepts:
                names = self._authors(self._corpus.documents[claim.document])
                self._accepted.setdefault(self._claims[claim.id], set()).update(names)
        for document in self._corpus.documents.values():
            if not document.claims:
                for name in self._authors(document):
                    self._locution(name, "", document.date)
        for claim in self._corpus.claims.values():
            self._say(claim)
        for claim in self._corpus.claims.values():
            for step in claim.steps:
                self._argue(claim, step)
        for link in self._corpus.links:
            self._link(link, shared)
        self._loss.dropped("issue", "AIF has no questions with positions", count=len(self._corpus.issues))
        self._loss.dropped("term", "AIF has no terms", count=len(self._corpus.terms))
        participants = [
            {"participantID": person, "firstname": " ".join(name.split()[:-1]), "surname": name.split()[-1]}
            for name, person in self._persons.items()
        ]
        return {
            "nodes": self._nodes,
            "edges": self._edges,
            "locutions": self._locutions,
            "participants": participants,
        }

    # --- Nodes

    def _node(self, kind: str, text: str) -> str:
        number = str(len(self._nodes) + 1)
        node = {"nodeID": number, "text": text, "type": kind}
        self._nodes.append(node if kind in ("I", "L") else node | {"scheme": text})
        return number

    def _edge(self, source: str, target: str) -> None:
        self._edges.append({"edgeID": str(len(self._edges) + 1), "fromID": source, "toID": target})

    def _locution(self, name: str, text: str, start: str) -> str:
        locution = self._node("L", f"{name}: {text}".strip() if name else text)
        person = self._persons.setdefault(name, str(len(self._persons) + 1)) if name else None
        self._locutions.append({"nodeID": locution, "personID": person, "start": start.replace("T", " ") or None})
        return locution

    def _illocution(self, force: str, source: str, target: str) -> None:
        illocution = self._node("YA", force)
        self._edge(source, illocution)
        self._edge(illocution, target)

    def _answer(self, force: str, answered: str, answering: str, target: str) -> None:
        """Let a locution do something by answering another."""
        transition = self._node("TA", "Default Transition")
        self._edge(answered, transition)
        self._edge(transition, answering)
        self._illocution(force, transition, target)

    # --- Claims

    def _authors(self, document: Document) -> list[str]:
        return [self._name(author, document) for author in document.authors]

    def _name(self, actor: str, document: Document) -> str:
        key = self._corpus.actor_key(actor, document.id)  # type: ignore[arg-type]
        return self._corpus.actors[key].name or actor if key in self._corpus.actors else actor

    def _shared(self) -> dict[ClaimId, ClaimId]:
        """By claim, the first of those that are one node: the same words of different speakers, told to be the same."""
        first: dict[ClaimId, ClaimId] = {}
        speakers: dict[ClaimId, set[str]] = {}

        def root(claim: ClaimId) -> ClaimId:
            found = claim
            while found in first:
                found = first[found]
            while claim in first:
                first[claim], claim = found, first[claim]
                if claim == found:
                    break
            return found

        def spoken(claim: ClaimId) -> set[str]:
            return {
                name.casefold() for name in self._authors(self._corpus.documents[self._corpus.claims[claim].document])
            }

        for link in self._corpus.links:
            if link.relation is not Relation.SAME_AS or link.between_positions:
                continue
            ends = sorted(root(end) for end in link.ends)  # type: ignore[arg-type]
            if len(ends) < 2 or ends[0] == ends[1]:
                continue
            one, other = sorted(ends, key=lambda end: self._places[end])
            names, others = sorted((speakers.get(end) or spoken(end) for end in (one, other)), key=len)
            if self._corpus.claims[one].text == self._corpus.claims[other].text and names.isdisjoint(others):
                first[other] = one
                speakers[one] = others
                others |= names
        return {claim: root(claim) for claim in first}

    def _say(self, claim: Claim) -> None:
        document = self._corpus.documents[claim.document]
        node = self._claims[claim.id]
        start = claim.said or document.date
        forces = self._forces(claim)
        voices = claim.voices
        if (
            forces
            and len(voices) == 1
            and {self._name(one, document) for one in voices[0]} <= self._accepted.get(node, set())
        ):
            voices = ()
        for name in self._authors(document) or [""]:
            locution = self._locution(name, claim.text, start)
            self._uttered.setdefault(claim.id, locution)
            for force in forces:
                self._illocution(force, locution, node)
            if voices:
                self._report(claim, document, locution, start)
            self._annotate(claim, document, name, locution)
        self._loss.kept("claim")
        self._count_fields(claim)

    def _annotate(self, claim: Claim, document: Document, name: str, locution: str) -> None:
        """Let whoever encoded a claim analyse a locution."""
        if claim.by or document.by:
            annotation = self._node("L", f"{claim.by or document.by}: {name}: {claim.text}")
            self._illocution("Analysing", annotation, locution)

    def _forces(self, claim: Claim) -> list[str]:
        """The illocutions by which the author takes an attitude to a claim."""
        if claim.attitude in (Attitude.SUPPOSES, Attitude.REPORTS):
            tagged = [_TAGGED[tag] for tag in claim.tags if tag in _TAGGED]
            if tagged or claim.attitude is Attitude.REPORTS:
                return tagged
        if claim.attitude is Attitude.IMPLIES:
            self._loss.changed("implied claim", "AIF tells what is said, and that its force is not told", _at(claim))
        elif claim.attitude is Attitude.DOUBTS:
            self._loss.changed("doubt", "the author challenges the claim, and takes no side", _at(claim))
        elif claim.attitude is Attitude.DENIES and not claim.voices:
            self._loss.changed("denial", "AIF tells with whom somebody disagrees, and nobody is named", _at(claim))
        return [_ILLOCUTIONS[claim.attitude]]

    def _report(self, claim: Claim, document: Document, locution: str, start: str) -> None:
        """Let a locution report those of others: of the last all hold the claim."""
        *between, last = claim.voices
        for group in between:
            if len(group) > 1:
                why = "several quote together, and the first is told"
                self._loss.dropped("speaker", why, _at(claim), len(group) - 1)
            quoted = self._locution(self._name(group[0], document), claim.text, start)
            self._illocution("Asserting", locution, quoted)
            locution = quoted
        for holder in last:
            quoted = self._locution(self._name(holder, document), claim.text, start)
            self._illocution("Asserting", locution, quoted)
            self._illocution("Asserting", quoted, self._claims[claim.id])
            self._annotate(claim, document, self._name(holder, document), quoted)

    # --- Steps

    def _argue(self, claim: Claim, step: Step) -> None:
        role = step.role
        rejects = claim.attitude in _REJECTS
        if role not in (StepRole.BECAUSE, StepRole.DESPITE, StepRole.OBJECTION):
            self._loss.dropped("step", f"AIF has nothing like `{step.role.value}`", _at(claim))
            return
        if claim.attitude is Attitude.REPORTS or (rejects and role is not StepRole.BECAUSE):
            why = f"`{role.value}` under `{claim.attitude.value}` is not about what the claim says"
            self._loss.dropped("step", why, _at(claim))
            return
        if rejects:
            self._loss.changed("step", "a reason for rejecting a claim is a conflict with it", _at(claim))
        supports = role is StepRole.BECAUSE and not rejects
        node = self._node(
            "RA" if supports else "CA", _scheme(step) or f"Default {'Inference' if supports else 'Conflict'}"
        )
        self._lead(step.premises, node)
        self._edge(node, self._claims[claim.id])
        uttered, answering = self._uttered[claim.id], self._uttered[step.premises[0]]
        if supports or rejects:
            self._illocution("Arguing", uttered, node)
        elif role is StepRole.DESPITE:
            self._illocution("Conceding", uttered, node)
        else:
            self._answer("Disagreeing", uttered, answering, node)
        if not supports:
            self._loss.dropped("scheme", "a conflict has none", _at(claim), len(step.schemes))
        else:
            self._loss.dropped(
                "scheme", "a node names one, and this step has several", _at(claim), len(step.schemes) - 1
            )
        for undercut in step.undercuts:
            doubt = self._node("CA", "Default Conflict")
            self._lead(undercut.premises, doubt)
            self._edge(doubt, node)
            self._answer("Disagreeing", uttered, self._uttered[undercut.premises[0]], doubt)
        self._loss.kept("step")

    def _lead(self, premises: Iterable[ClaimId], node: str) -> None:
        for premise in dict.fromkeys(self._claims[premise] for premise in premises):
            self._edge(premise, node)

    def _link(self, link: Link, shared: Mapping[ClaimId, ClaimId]) -> None:
        relation, where = link.relation, ForeignPlace(link.origin.file)
        if link.between_positions or relation not in (Relation.SAME_AS, *_LINKS):
            self._loss.dropped("link", f"AIF has nothing like `{relation.value}`, or it is between positions", where)
            return
        source, target = ClaimId(str(link.source)), ClaimId(str(link.target))
        if link.confidence is not None or link.why or link.by:
            self._loss.dropped("link remark", _NO_PLACE, where)
        if relation is Relation.SAME_AS and shared.get(source, source) == shared.get(target, target):
            self._loss.kept("link")
            return
        node = self._node(*(("MA", "Default Rephrase") if relation is Relation.SAME_AS else ("CA", _LINKS[relation])))
        self._edge(self._claims[source], node)
        self._edge(node, self._claims[target])
        force = "Restating" if relation is Relation.SAME_AS else "Disagreeing"
        self._answer(force, self._uttered[target], self._uttered[source], node)
        self._loss.kept("link")

    # --- What is left out

    def _count(self, document: Document) -> None:
        where = ForeignPlace(document.file)
        self._loss.dropped("document title", "in AIF, its speakers stand for it", where)
        if len(document.authors) > 1:
            self._loss.changed("document", "each of its authors speaks for themselves", where)
        for field in ("publisher", "source", "language", "short", "silent", "notes", "sure", "was"):
            if getattr(document, field):
                self._loss.dropped(_NAMES.get(field, f"`{field}` line"), _NO_PLACE, where)
        self._loss.dropped("section", _NO_PLACE, where, len(document.sections))

    def _count_fields(self, claim: Claim) -> None:
        for field in _FIELDS:
            value = getattr(claim, field)
            if value not in (None, "", ()):
                count = len(value) if isinstance(value, tuple) else 1
                noun = _NAMES.get(field, f"`{field.replace('_', '-')}` line")
                self._loss.dropped(noun, _NO_PLACE, _at(claim), count)
        left = [tag for tag in claim.tags if tag not in _TAGGED]
        self._loss.dropped("tag", _NO_PLACE, _at(claim), len(left))


def _at(claim: Claim) -> ForeignPlace:
    """Where a claim stands."""
    return ForeignPlace(claim.origin.file, f"`{claim.name}`")


def _scheme(step: Step) -> str:
    """The name of the scheme of a reason."""
    named = step.schemes[0] if step.schemes and step.supports else ""
    return " ".join(word.capitalize() for word in named.split("-"))
