"""Records -> one directed graph with typed attributes: claims, steps, doubts, issues, positions and holders are nodes.

A step is a node of its own, so that linked premises and undercuts can be told: premises lead to the step, the step
leads to its conclusion, and a doubt leads to the step that it doubts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from argmap.compare.stance import Stance
from argmap.exchange.formats import Exporting
from argmap.judge.holder import Holder, identities, label_of
from argmap.language.words import OPEN
from argmap.model.claim import Answer, Claim
from argmap.model.document import Document
from argmap.model.ids import ClaimId, IssueId, PositionRef
from argmap.model.inference import Step
from argmap.model.issue import Issue
from argmap.model.link import Link
from argmap.view.picture import clean

Value = str | bool | float

NODE_TYPES: Mapping[str, type] = {
    "label": str,
    "kind": str,
    "text": str,
    "document": str,
    "section": str,
    "verb": str,
    "holders": str,
    "strength": str,
    "claim_kind": str,
    "as_of": str,
    "until": str,
    "said": str,
    "by": str,
    "sure": float,
    "at": str,
    "cites": str,
    "tags": str,
    "notes": str,
    "named": bool,
    "thesis": bool,
    "role": str,
    "schemes": str,
    "issue": str,
    "topic": str,
    "order": str,
    "compatible": str,
    "exhaustive": str,
    "author": bool,
    "actors": str,
    "title": str,
    "date": str,
    "publisher": str,
    "source": str,
    "language": str,
}
"""The attributes of nodes, in the order in which they are declared."""
EDGE_TYPES: Mapping[str, type] = {
    "relation": str,
    "symmetric": bool,
    "strength": str,
    "holder": str,
    "confidence": float,
    "why": str,
    "by": str,
    "notes": str,
    "implied": bool,
}
"""Those of edges."""
BETWEEN = " | "
"""What stands between several values of one attribute."""


@attrs.frozen
class Node:
    """A node; attributes are those of `NODE_TYPES` that it has, in that order."""

    id: str
    attributes: Mapping[str, Value]


@attrs.frozen
class Edge:
    """An edge from one node to another; several may join the same two."""

    id: str
    source: str
    target: str
    attributes: Mapping[str, Value]


@attrs.frozen
class Graph:
    """Nodes and edges; both ends of each edge are among the nodes."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def argument_graph(exporting: Exporting) -> Graph:
    """The graph of all records; what it does not hold is counted."""
    return _Builder(exporting).graph()


def _several(texts: Iterable[object]) -> str:
    return BETWEEN.join(map(str, texts))


class _Builder:
    def __init__(self, exporting: Exporting) -> None:
        self._corpus, self._comparison, self._loss = exporting.corpus, exporting.comparison, exporting.loss
        self._nodes: dict[str, Node] = {}
        self._edges: list[Edge] = []

    def graph(self) -> Graph:
        """The graph."""
        corpus = self._corpus
        for issue in corpus.issues.values():
            self._issue(issue)
        for claim in corpus.claims.values():
            self._claim(claim)
        for claim in corpus.claims.values():
            for number, step in enumerate(claim.steps, 1):
                self._step(claim, step, f"{claim.id}.{number}")
        for holder in self._comparison.holders:
            self._holder(holder)
        for claim in corpus.claims.values():
            self._held(claim)
            for answer in claim.answers:
                self._answer(claim, answer)
        for holder, profiles in self._comparison.stances.by_holder.items():
            for profile in profiles.values():
                for stance in profile.stances:
                    self._stance(holder, stance)
        for link in corpus.links:
            self._link(link)
        self._count()
        return Graph(tuple(self._nodes.values()), tuple(self._edges))

    # --- Nodes

    def _issue(self, issue: Issue) -> None:
        self._node(
            issue.id,
            "issue",
            text=issue.question,
            claim_kind=issue.kind,
            topic=issue.topic,
            order=_several(issue.order),
            compatible=_several(", ".join(sorted(group)) for group in issue.compatible),
            exhaustive=_several(", ".join(sorted(group)) for group in issue.exhaustive),
            notes=_several(issue.notes),
        )
        self._loss.kept("issue")
        for position in issue.positions:
            name = PositionRef.of(issue.id, position.id)
            self._node(name, "position", text=position.text, issue=issue.id, notes=_several(position.notes))
            self._edge(name, issue.id, "position-of")
            self._loss.kept("position")

    def _claim(self, claim: Claim) -> None:
        document = self._corpus.documents[claim.document]
        self._node(
            claim.id,
            "claim",
            text=claim.text,
            document=claim.document,
            section=document.heading(claim.section),
            verb=claim.attitude.value,
            holders=" quoting ".join(", ".join(group) for group in claim.voices),
            strength=claim.strength,
            claim_kind=claim.kind,
            as_of=claim.as_of,
            until=claim.until,
            said=claim.said,
            by=claim.by,
            sure=claim.sure,
            at=_several(claim.cues),
            cites=_several(claim.cites),
            tags=_several(claim.tags),
            notes=_several(claim.notes),
            named=claim.named,
            thesis=claim.id == document.thesis,
        )
        self._loss.kept("claim")

    def _step(self, claim: Claim, step: Step, name: str) -> None:
        self._node(
            name,
            "step",
            text=step.role.value,
            document=claim.document,
            role=step.role.value,
            schemes=_several(step.schemes),
            at=_several(step.cues),
            notes=_several(step.notes),
        )
        self._premises(step.premises, name)
        self._edge(name, claim.id, step.role.value)
        self._loss.kept("step")
        for number, undercut in enumerate(step.undercuts, 1):
            doubt = f"{name}.{number}"
            self._node(doubt, "undercut", text="undercut", document=claim.document, role="undercut")
            self._premises(undercut.premises, doubt)
            self._edge(doubt, name, "undercut")
            self._loss.kept("undercut")

    def _premises(self, premises: Iterable[ClaimId], target: str) -> None:
        for premise in premises:
            self._edge(premise, target, "premise")

    def _holder(self, holder: Holder) -> None:
        label = label_of(holder, self._corpus)
        document: Document | None = self._corpus.documents[holder.document] if holder.is_author else None
        self._node(
            holder.id,
            "holder",
            text=", ".join(label.names),
            document=holder.document,
            author=holder.is_author,
            actors=_several(identities(holder, self._corpus)),
            title=document.title if document else "",
            date=document.date if document else "",
            publisher=document.publisher if document else "",
            source=document.source if document else "",
            language=document.language if document else "",
            by=document.by if document else "",
            sure=document.sure if document else None,
            notes=_several(document.notes) if document else "",
        )
        self._loss.kept("holder")
        for issue in document.silent if document else ():
            self._edge(holder.id, issue, "silent")

    # --- Edges

    def _held(self, claim: Claim) -> None:
        """From the author what the author does with a claim, and from everybody else who holds it that they do."""
        self._edge(Holder(claim.document).id, claim.id, claim.attitude.value)
        for actor in claim.holders:
            self._edge(Holder(claim.document, actor).id, claim.id, "holds")

    def _answer(self, claim: Claim, answer: Answer) -> None:
        holder = Holder(claim.document, answer.holder).id if answer.holder is not None else ""
        self._edge(
            claim.id,
            self._position(answer.issue, answer.position),
            "excludes" if answer.negated else "answers",
            strength=answer.strength,
            holder=holder,
        )
        self._loss.kept("answer")

    def _stance(self, holder: Holder, stance: Stance) -> None:
        self._edge(
            holder.id,
            self._position(stance.issue, stance.position),
            stance.acceptance.value,
            strength=stance.strength,
            implied=stance.implied,
        )
        self._loss.kept("stance")

    def _link(self, link: Link) -> None:
        self._edge(
            link.source,
            link.target,
            link.relation.value,
            symmetric=not link.relation.is_directed,
            confidence=link.confidence,
            why=link.why,
            by=link.by,
            notes=_several(link.notes),
        )
        self._loss.kept("link")

    def _position(self, issue: IssueId, position: str) -> str:
        """The node of a position; that of `open` is made where it is first needed."""
        name = PositionRef.of(issue, position)
        if position == OPEN and name not in self._nodes:
            self._node(name, "position", text="It is open", issue=issue)
            self._edge(name, issue, "position-of")
        return name

    # --- Parts

    def _node(self, name: str, kind: str, **attributes: object) -> None:
        told = {"label": attributes["text"], "kind": kind, **attributes}
        self._nodes[name] = Node(name, self._typed(told, NODE_TYPES))

    def _edge(self, source: str, target: str, relation: str, **attributes: object) -> None:
        if source not in self._nodes or target not in self._nodes:
            self._loss.dropped("edge", "an end is not among the records")
            return
        told = self._typed({"relation": relation, **attributes}, EDGE_TYPES)
        self._edges.append(Edge(f"e{len(self._edges) + 1}", source, target, told))

    def _typed(self, attributes: Mapping[str, object], types: Mapping[str, type]) -> dict[str, Value]:
        """Attributes in the order of their declaration, without those that say nothing."""
        found: dict[str, Value] = {}
        for name, type_ in types.items():
            value = attributes.get(name)
            if value is None or value == "":
                continue
            if type_ is not str:
                found[name] = type_(value)
                continue
            shown = clean(str(value))
            if shown != " ".join(str(value).split()) and name != "label":
                self._loss.changed("text", "signs that control instead of show are left out or composed")
            found[name] = shown
        return found

    def _count(self) -> None:
        """What the graph does not hold."""
        corpus = self._corpus
        documents, issues, actors = corpus.documents.values(), corpus.issues.values(), corpus.actors.values()
        held = {name for holder in self._comparison.holders for name in identities(holder, corpus)}
        self._loss.dropped("actor", "holder of nothing", count=sum(name not in held for name in corpus.actors))
        positions = [position for issue in issues for position in issue.positions]
        short = [one.short for records in (documents, issues, positions, actors) for one in records]
        was = [one.was for records in (documents, issues, positions, actors, corpus.claims.values()) for one in records]
        sections = [section.notes for document in documents for section in document.sections]
        counts = {
            "term": len(corpus.terms),
            "other name": sum(len(actor.also) for actor in actors),
            "principal": sum(actor.speaks_for is not None for actor in actors),
            "short name": sum(map(bool, short)),
            "old id": sum(map(len, was)),
            "note of an actor or section": sum(map(len, (*sections, *(actor.notes for actor in actors)))),
        }
        for what, count in counts.items():
            self._loss.dropped(what, "the graph has no place for it", count=count)
