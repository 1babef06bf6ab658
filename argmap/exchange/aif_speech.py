"""Who says what in a nodeset: illocutions are walked from what they anchor to the locution and its speaker.

In Inference Anchoring Theory a locution (L) anchors what it says (I) by an illocution (YA), whose name is its force:
Asserting, Pure Questioning, ...  A step from locution to locution (TA) anchors what is done by answering: Arguing
anchors an inference, Disagreeing a conflict, Agreeing what is agreed with; whoever makes the second locution does it.
A locution that another anchors is reported speech; Analysing is done by the annotator.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from enum import StrEnum
from typing import NamedTuple

import attrs

from argmap.exchange.aif_nodeset import Node, Nodeset, name_before
from argmap.exchange.loss import LossReport
from argmap.language.words import Attitude
from argmap.resolve.values import is_moment

_MOST_ENDS = 10
"""Nodes at one end of an illocution or a transition that are looked at."""
_DEEPEST_REPORT = 10
"""Speakers who quote each other."""


class Force(StrEnum):
    """What somebody does with what is said."""

    ASSERTS = "asserts"
    AGREES = "agrees"
    REJECTS = "rejects"
    CONCEDES = "concedes"
    ASKS = "asks"
    CHALLENGES = "challenges"
    RAISES = "raises"
    """Neither: it is a hypothesis, or something else that is not taken for an assertion."""


_FORCES: Mapping[str, Force] = {
    **dict.fromkeys(("asserting", "arguing", "restating", "defaultillocuting"), Force.ASSERTS),
    "agreeing": Force.AGREES,
    "disagreeing": Force.REJECTS,
    **dict.fromkeys(("conceding", "popularconceding"), Force.CONCEDES),
    **dict.fromkeys(
        ("questioning", "purequestioning", "assertivequestioning", "rhetoricalquestioning"),
        Force.ASKS,
    ),
    **dict.fromkeys(
        ("challenging", "purechallenging", "assertivechallenging", "rhetoricalchallenging"),
        Force.CHALLENGES,
    ),
}
ANALYSING = "analysing"
UNTOLD = "defaultillocuting"
"""The force of an illocution of which no force is told."""


class Act(NamedTuple):
    """Something that somebody does with a node.

    Attributes:
        speaker: The name of who does it; empty where unknown.
        told: Whose words those are, from the nearest to who is quoted by all others; empty where they are the
            speaker's own.
        force: The speaker's own; of reported words, that of whoever uttered them.
        illocution: The YA node.
        locution: The L node that anchors it.
    """

    speaker: str
    told: tuple[str, ...]
    force: Force
    illocution: Node
    locution: Node


@attrs.define(kw_only=True)
class Speech:
    """What is done in a nodeset.

    Attributes:
        speakers: All who speak for themselves, in the order of their first words.
        acts: By the node with which something is done.
        answered: By an illocution that a transition anchors, the name of who is answered.
        annotators: By locution, who analysed it.
        encoders: By speaker, who analysed what is said, where it is not told which locutions.
    """

    speakers: tuple[str, ...]
    acts: Mapping[str, list[Act]]
    answered: Mapping[str, str]
    annotators: Mapping[str, str]
    encoders: Mapping[str, set[str]]


def word(name: str) -> str:
    """A text without spaces, marks and capitals: the scheme `PureQuestioning` is `Pure Questioning`."""
    return "".join(sign for sign in name.casefold() if sign.isalnum())


def moment(start: str) -> str:
    """A time as ISO 8601, to the second; empty where it is none."""
    match = re.match(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?))?", start, re.ASCII)
    if match is None:
        return start if is_moment(start) else ""
    said = match[1] + (f"T{match[2]}" if match[2] else "")
    return said if is_moment(said) else ""


def stance(forces: Set[Force], told: list[list[str]], others: list[str]) -> tuple[Attitude, list[list[str]]]:
    """The attitude of a speaker to a claim, and whose claim it is.

    A question asserts nothing.  Whom one agrees or disagrees with has to be known: else whoever agrees claims it, and
    whoever disagrees may reject or repeat it, so that it is only supposed.

    Args:
        forces: What the speaker does with it.
        told: The chain of those from whom the speaker reports it, as groups.
        others: Some who assert it themselves.
    """
    accepts = bool({Force.ASSERTS, Force.CONCEDES} & forces)
    held = told or ([others] if others else [])
    if accepts and not told:
        return Attitude.CLAIMS, []
    if accepts or Force.AGREES in forces:
        return (Attitude.ENDORSES if held else Attitude.CLAIMS), held
    if Force.REJECTS in forces and held:
        return Attitude.DENIES, held
    if told or (Force.CHALLENGES in forces and held):
        return Attitude.REPORTS, held
    return Attitude.SUPPOSES, []


def speech(nodeset: Nodeset, loss: LossReport) -> Speech:
    """Who says what in a nodeset."""
    return _Listener(nodeset, loss).speech()


class _Listener:
    def __init__(self, nodeset: Nodeset, loss: LossReport) -> None:
        self._nodeset = nodeset
        self._loss = loss
        self._acts: dict[str, list[Act]] = {}
        self._answered: dict[str, str] = {}
        self._annotators: dict[str, str] = {}
        self._encoders: dict[str, set[str]] = {}
        self._transitions: dict[str, tuple[list[Node], Node | None]] = {}
        self._of_annotators: set[str] = set()
        self._told_by: dict[str, tuple[Node, Force]] = {}
        """By reported locution, that which reports it, and with which force."""

    def speech(self) -> Speech:
        anchored = [(node, self._anchors(node)) for node in self._nodeset.of_kind("YA")]
        self._find_annotators(anchored)
        for node, anchors in anchored:
            self._find_reports(node, anchors)
        for node, anchors in anchored:
            if word(node.scheme) != ANALYSING:
                self._act(node, anchors)
        self._count_locutions()
        names = dict.fromkeys(
            self._nodeset.speaker(node)
            for node in self._nodeset.of_kind("L")
            if node.id not in self._of_annotators and node.id not in self._told_by
        )
        return Speech(
            speakers=tuple(name for name in names if name),
            acts=self._acts,
            answered=self._answered,
            annotators=self._annotators,
            encoders=self._encoders,
        )

    def _count_locutions(self) -> None:
        """Say of each that speaks for itself or for another whether its words are those of what it anchors."""
        anchored: dict[str, bool] = {}
        for target, acts in self._acts.items():
            node = self._nodeset.nodes[target]
            for act in acts:
                text = act.locution.text
                same = node.kind != "I" or word(node.text) in (word(text), word(text.partition(":")[2]))
                anchored[act.locution.id] = anchored.get(act.locution.id, True) and same
        for node in self._nodeset.of_kind("L"):
            where = self._nodeset.place(node.id)
            if anchored.get(node.id):
                self._loss.kept("locution", where)
            elif node.id in anchored:
                self._loss.changed("locution", "its claim has the words of the I node, which are others", where)
            elif node.id not in self._of_annotators:
                self._loss.dropped("locution", "it anchors nothing", where)

    def _some(self, nodes: list[Node], of: Node) -> list[Node]:
        if len(nodes) > _MOST_ENDS:
            why = f"its node has more than {_MOST_ENDS} on one side"
            self._loss.dropped("edge", why, self._nodeset.place(of.id), len(nodes) - _MOST_ENDS)
        return nodes[:_MOST_ENDS]

    def _anchors(self, illocution: Node) -> list[Node]:
        """The locutions by which somebody does it: of a transition, that which answers."""
        found: list[Node] = []
        for node in self._some(self._nodeset.into[illocution.id], illocution):
            if node.kind == "L":
                found.append(node)
            elif node.kind == "TA":
                answering, answered = self._transition(node)
                found += answering
                if answered is not None:
                    self._answered.setdefault(illocution.id, self._nodeset.speaker(answered))
            else:
                where = self._nodeset.place(illocution.id)
                self._loss.dropped("edge", f"an illocution is not anchored in a node of type {node.kind}", where)
        return found

    def _transition(self, node: Node) -> tuple[list[Node], Node | None]:
        """The locutions that answer, and the first that is answered."""
        if node.id not in self._transitions:
            answering = self._some([one for one in self._nodeset.out[node.id] if one.kind == "L"], node)
            answered = next((one for one in self._nodeset.into[node.id] if one.kind == "L"), None)
            self._transitions[node.id] = answering, answered
        return self._transitions[node.id]

    def _find_annotators(self, anchored: list[tuple[Node, list[Node]]]) -> None:
        """Those who analyse; and those whose locution anchors nothing and repeats another with a name before it."""
        for node, anchors in anchored:
            if word(node.scheme) != ANALYSING:
                continue
            targets = [one for one in self._some(self._nodeset.out[node.id], node) if one.kind == "L"]
            for target in targets if anchors else ():
                self._annotate(anchors[0], target)
            if not anchors or not targets:
                self._loss.dropped("illocution", "it analyses no locution", self._nodeset.place(node.id))
        connected = [
            one for one in self._nodeset.of_kind("L") if self._nodeset.out[one.id] or self._nodeset.into[one.id]
        ]
        said = {_squeezed(node.text): node for node in reversed(connected)}
        speakers = {self._nodeset.speaker(node).casefold(): self._nodeset.speaker(node) for node in connected}
        alone = self._of_annotators.union(node.id for node in connected)
        for node in self._nodeset.of_kind("L"):
            _, _, rest = node.text.partition(":")
            if node.id in alone or not name_before(node.text) or not rest.strip():
                continue
            repeated = said.get(_squeezed(rest))
            quoted = speakers.get(name_before(rest).casefold() or ":")
            if repeated is not None:
                self._annotate(node, repeated)
            elif quoted is not None:
                self._of_annotators.add(node.id)
                self._encoders.setdefault(quoted, set()).add(self._nodeset.speaker(node))
                why = "it repeats none word for word, and is told of all that its speaker says"
                self._loss.changed("annotation", why, self._nodeset.place(node.id))

    def _annotate(self, annotation: Node, locution: Node) -> None:
        self._of_annotators.add(annotation.id)
        name = self._nodeset.speaker(annotation)
        if name and locution.id not in self._annotators:
            self._annotators[locution.id] = name
            self._loss.kept("annotation", self._nodeset.place(annotation.id))
        else:
            why = "its name is not told, or another analysed the locution too"
            self._loss.dropped("annotation", why, self._nodeset.place(annotation.id))

    def _find_reports(self, illocution: Node, anchors: list[Node]) -> None:
        if word(illocution.scheme) == ANALYSING:
            return
        force = self._force(illocution)
        for target in self._nodeset.out[illocution.id]:
            if target.kind == "L" and anchors and anchors[0] is not target:
                if target.id in self._told_by or anchors[0].id in self._of_annotators:
                    why = "another reports the same locution"
                    self._loss.dropped("report", why, self._nodeset.place(illocution.id))
                else:
                    self._told_by[target.id] = (anchors[0], force)
                    self._loss.kept("reported locution", self._nodeset.place(target.id))

    def _force(self, illocution: Node) -> Force:
        return _FORCES.get(word(illocution.scheme), Force.RAISES)

    def _act(self, illocution: Node, anchors: list[Node]) -> None:
        where = self._nodeset.place(illocution.id)
        targets = [node for node in self._nodeset.out[illocution.id] if node.kind != "L"]
        if not anchors:
            self._loss.dropped("illocution", "no locution anchors it", where)
            return
        if not self._nodeset.out[illocution.id]:
            self._loss.dropped("illocution", "it anchors nothing", where)
            return
        if word(illocution.scheme) == UNTOLD and any(node.kind == "I" for node in targets):
            self._loss.changed("illocution", "its force is not told, and it is taken for Asserting", where)
        elif targets:
            self._loss.kept("illocution", where)
        for anchor in anchors:
            if anchor.id in self._of_annotators:
                self._loss.dropped("illocution", "the annotator performs it", where)
                continue
            told, root, asserted = self._reported(anchor)
            force = self._force(illocution)
            if not asserted or (told and force not in (Force.ASSERTS, Force.AGREES, Force.CONCEDES)):
                # That somebody asks whether another says it, or says that another asks it, ascribes it to nobody.
                force, told = Force.RAISES, ()
            act = Act(self._nodeset.speaker(root), told, force, illocution, anchor)
            for target in targets:
                self._acts.setdefault(target.id, []).append(act)

    def _reported(self, locution: Node) -> tuple[tuple[str, ...], Node, bool]:
        """Whose words a locution gives from the nearest on, the locution that reports them, and whether it says so."""
        told: list[str] = []
        asserted = True
        while locution.id in self._told_by:
            if len(told) == _DEEPEST_REPORT:
                why = f"it is reported through more than {_DEEPEST_REPORT} others"
                self._loss.dropped("speaker", why, self._nodeset.place(locution.id))
                break
            name = self._nodeset.speaker(locution)
            told.append(name)
            locution, force = self._told_by[locution.id]
            asserted = asserted and bool(name) and force in (Force.ASSERTS, Force.AGREES, Force.CONCEDES)
        return tuple(reversed(told)), locution, asserted


def _squeezed(text: str) -> str:
    return "".join(text.split())
