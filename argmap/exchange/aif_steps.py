"""The steps of a nodeset: inferences and conflicts between its claims, doubts about them, and rephrases."""

from __future__ import annotations

from itertools import islice

from argmap.exchange.aif_claims import CHALLENGE, QUESTION, Claims
from argmap.exchange.aif_nodeset import CONTRADICTION, CONTRARIETY, Node, Nodeset, scheme_of
from argmap.exchange.aif_speech import Act, Force, Speech, word
from argmap.exchange.draft import DraftClaim, DraftLink, DraftStep
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.language.words import Attitude, Relation
from argmap.model.inference import StepRole

_MOST_CONCLUSIONS = 10
"""Conclusions of one S-node that are told."""
_MAKES = {
    "RA": (Force.ASSERTS, Force.RAISES, Force.CONCEDES),
    "CA": (Force.ASSERTS, Force.REJECTS, Force.RAISES, Force.CONCEDES),
    "MA": (Force.ASSERTS, Force.RAISES, Force.CONCEDES),
}
"""The forces by which a step is made; by others, somebody takes a stance on it."""
_LEADS = {("RA", "I"), ("CA", "I"), ("CA", "RA"), ("CA", "CA"), ("MA", "I")}
"""Types of nodes between which an edge leads from a step."""
_NOUNS = {"RA": "inference", "CA": "conflict", "MA": "rephrase"}


class Steps:
    """The steps between the claims of a nodeset, each put under the claim that it is about.

    Attributes:
        links: Those that say that two claims are the same, or exclude each other.
    """

    def __init__(self, nodeset: Nodeset, speech: Speech, claims: Claims, loss: LossReport) -> None:
        self._nodeset = nodeset
        self._speech = speech
        self._claims = claims
        self._loss = loss
        self._steps: dict[str, list[DraftStep]] = {}
        """By S-node."""
        self._told: set[tuple[str, StepRole, tuple[str, ...]]] = set()
        self.links: list[DraftLink] = []

    def argue(self) -> None:
        """Tell all of them."""
        for node in self._nodeset.of_kind("RA", "CA"):
            self._argue(node)
        for node in self._nodeset.of_kind("CA"):
            self._undercut(node)
        for node in self._nodeset.of_kind("MA"):
            self._rephrase(node)
        self._count_others()

    def _ends(self, node: Node) -> tuple[list[Node], list[Node]]:
        """The claims from which and those to which an S-node leads; what else is at its ends is counted."""
        premises = [one for one in self._nodeset.into[node.id] if one.kind == "I"]
        conclusions = [one for one in self._nodeset.out[node.id] if one.kind == "I"]
        others = [
            one
            for one in self._nodeset.into[node.id]
            if one.kind not in ("I", "YA") and (one.kind, node.kind) not in _LEADS
        ]
        others += [one for one in self._nodeset.out[node.id] if (node.kind, one.kind) not in _LEADS]
        where = self._nodeset.place(node.id)
        for other in others[:_MOST_CONCLUSIONS]:
            self._loss.dropped("edge", f"a node of type {other.kind} is no end of one of type {node.kind}", where)
        if len(conclusions) > _MOST_CONCLUSIONS:
            self._loss.dropped(_NOUNS[node.kind], f"it has more than {_MOST_CONCLUSIONS} conclusions", where)
        return premises, conclusions[:_MOST_CONCLUSIONS]

    def _maker(self, node: Node) -> Act | None:
        """By which illocution a step is made; None where that is not told."""
        acts = self._speech.acts.get(node.id, [])
        made = [act for act in acts if not act.told and act.force in _MAKES[node.kind] and act.speaker]
        for act in acts:
            if act not in made[:1]:
                why = "another made the step, or it takes a stance on a step"
                self._loss.dropped("illocution", why, self._nodeset.place(act.illocution.id))
        return made[0] if made else None

    def _argue(self, node: Node) -> None:
        """Tell an inference as a reason, and a conflict as an objection or, where its maker concedes it, so."""
        premises, conclusions = self._ends(node)
        where = self._nodeset.place(node.id)
        others = [one for one in self._nodeset.out[node.id] if one.kind in ("RA", "CA")]
        if not premises or not (conclusions or others):
            self._loss.dropped(_NOUNS[node.kind], "it has no premise or no conclusion", where)
            return
        maker = self._maker(node)
        for conclusion in conclusions:
            claim = self._concluded(node, premises, conclusion, maker)
            speaker = self._claims.speakers[claim.key]
            keys = [self._claims.premise(one, maker.speaker if maker else speaker).key for one in premises]
            if word(node.scheme) in (CONTRADICTION, CONTRARIETY) and node.kind == "CA" and len(keys) == 1:
                relation = Relation.CONTRADICTS if word(node.scheme) == CONTRADICTION else Relation.CONTRARY_TO
                link = DraftLink(source=keys[0], relation=relation, target=claim.key, origin=where)
                self.links.append(link)
                continue
            conceded = maker is not None and maker.force is Force.CONCEDES and maker.speaker == speaker
            role = StepRole.BECAUSE if node.kind == "RA" else StepRole.DESPITE if conceded else StepRole.OBJECTION
            known = claim.key, role, tuple(keys)
            if known in self._told:
                self._loss.dropped(_NOUNS[node.kind], "another says the same", where)
                continue
            self._told.add(known)
            step = DraftStep(role=role, premises=keys, schemes=self._scheme(node), origin=where)
            claim.steps.append(step)
            self._steps.setdefault(node.id, []).append(step)
            self._loss.kept(_NOUNS[node.kind], where)

    def _scheme(self, node: Node) -> list[str]:
        name = word(node.scheme)
        if name.startswith("default") or name == node.kind.casefold():
            return []
        scheme = scheme_of(node.scheme) if node.kind == "RA" else ""
        where = ForeignPlace(self._nodeset.file, f"node {node.id[:40]}: {node.scheme[:60]}")
        if not scheme:
            self._loss.dropped("scheme", "argmap knows none of this name", where)
        elif word(scheme) != name:
            self._loss.changed("scheme", f"it is a case of `{scheme}`", where)
        return [scheme] if scheme else []

    def _concluded(self, node: Node, premises: list[Node], conclusion: Node, maker: Act | None) -> DraftClaim:
        """The claim that a step is about: under it a reason must speak for the text, and an objection against it."""
        claims = self._claims.of_node[conclusion.id]
        if node.kind == "CA":
            answered = claims.get(self._speech.answered.get(maker.illocution.id, "")) if maker else None
            if maker is not None and maker.force is Force.CONCEDES:
                answered = claims.get(maker.speaker)
            if answered is not None and answered.attitude.accepts:
                return answered
            if conclusion.id in self._claims.accepted:
                return self._claims.accepted[conclusion.id]
            if answered is not None and answered.attitude is Attitude.SUPPOSES:
                return answered
            return self._claims.standing(conclusion, maker.speaker if maker else "")
        if maker is not None:
            return self._claims.standing(conclusion, maker.speaker)
        for speaker, claim in islice(claims.items(), _MOST_CONCLUSIONS):
            if claim.attitude.accepts and all(speaker in self._claims.of_node[premise.id] for premise in premises):
                return claim
        return self._claims.standing(conclusion, "")

    def _undercut(self, node: Node) -> None:
        """Tell a conflict with a step as a doubt about it."""
        targets = [one for one in self._nodeset.out[node.id] if one.kind in ("RA", "CA")]
        premises = [one for one in self._nodeset.into[node.id] if one.kind == "I"]
        where = self._nodeset.place(node.id)
        acts = self._speech.acts.get(node.id, [])
        speaker = acts[0].speaker if acts else ""
        for target in targets[:_MOST_CONCLUSIONS] if premises else ():
            steps = self._steps.get(target.id, ())
            for step in steps:
                step.undercuts.append([self._claims.premise(one, speaker).key for one in premises])
            if steps:
                self._loss.kept("undercut", where)
            else:
                self._loss.dropped("undercut", "the step that it doubts is not told", where)

    def _rephrase(self, node: Node) -> None:
        """Tell that two claims say the same; that a question and its answer do is not told."""
        premises, conclusions = self._ends(node)
        where = self._nodeset.place(node.id)
        if not premises or not conclusions:
            self._loss.dropped("rephrase", "it has no premise or no conclusion", where)
            return
        maker = self._maker(node)
        speaker = maker.speaker if maker else ""
        answered = self._speech.answered.get(maker.illocution.id, "") if maker else ""
        for number, (source, target) in enumerate((one, other) for one in premises for other in conclusions):
            if number == _MOST_CONCLUSIONS:
                self._loss.dropped("rephrase", "it has too many ends", where)
                return
            one, other = self._rephrased(source, speaker), self._rephrased(target, answered)
            if one is None or other is None:
                self._loss.dropped("rephrase", "a question and what answers it are not the same claim", where)
            elif one is not other:
                self._loss.changed("rephrase", "the two claims are told to be the same", where)
                self.links.append(same(one, other, where))

    def _rephrased(self, node: Node, speaker: str) -> DraftClaim | None:
        claims = self._claims.of_node[node.id]
        own = claims.get(speaker) or next(iter(claims.values()))
        if QUESTION in own.tags or CHALLENGE in own.tags:
            own = self._claims.accepted.get(node.id, own)
        return None if QUESTION in own.tags or CHALLENGE in own.tags else own

    def _count_others(self) -> None:
        others = {
            "TA": ("transition", "the order of what is said is no argument"),
            "PA": ("preference", "argmap has none"),
        }
        for node in self._nodeset.of_kind(*others):
            self._loss.dropped(*others[node.kind], self._nodeset.place(node.id))


def same(source: DraftClaim, target: DraftClaim, origin: ForeignPlace, why: str = "") -> DraftLink:
    """That two claims are the same."""
    return DraftLink(source=source.key, relation=Relation.SAME_AS, target=target.key, why=why, origin=origin)
