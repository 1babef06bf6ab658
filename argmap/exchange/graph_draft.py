"""A foreign graph of claims and steps -> a draft, for all formats that hold one.

What a speaker says stands in a document of that speaker.  A reader tells claims and steps as it comes to them, in any
order and with any mistakes; what does not hold together is left out and counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

import attrs

from argmap.exchange.draft import Draft, DraftClaim, DraftDocument, DraftLink, DraftStep
from argmap.exchange.formats import Importing, NotThisFormatError, count_unknown
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.language.words import Attitude, Relation
from argmap.model.inference import StepRole
from argmap.source.loosened import plain

_MOST_SHOWN = 40
"""Characters of an id that a place tells."""
_MOST_TARGETS = 10
"""Ends of one node between steps that are told."""
NOUNS = {StepRole.BECAUSE: "reason", StepRole.OBJECTION: "objection", StepRole.UNDERCUT: "undercut"}
"""What reports call steps."""


def place(file: str, noun: str, key: str) -> ForeignPlace:
    """Where something of a kind stands, by its id in the file."""
    shown = key if len(key) <= _MOST_SHOWN else f"{key[:_MOST_SHOWN]}\u2026"
    return ForeignPlace(file, f"{noun} {plain(shown)}".strip())


class GraphStep(NamedTuple):
    """A step as a foreign file tells it.

    Attributes:
        role: A reason, or an objection; about a step, each objection is an undercut.
        target: The key of a claim or of a step.
    """

    key: str
    role: StepRole
    premises: tuple[str, ...]
    target: str
    scheme: str
    origin: ForeignPlace


@attrs.define(eq=False)
class ArgumentGraph:
    """Claims and the steps between them.

    Attributes:
        head: What is known of the whole, as a document without claims.
        claims: By key.
        links: Between claims, by their keys.
        implied: The keys of claims that are said to be left unsaid.
        denied: The keys of those that stand for the negation of their texts.
    """

    file: str
    head: DraftDocument
    loss: LossReport
    claims: dict[str, DraftClaim] = attrs.field(factory=dict)
    steps: dict[str, GraphStep] = attrs.field(factory=dict)
    links: list[DraftLink] = attrs.field(factory=list)
    implied: set[str] = attrs.field(factory=set)
    denied: set[str] = attrs.field(factory=set)
    _speakers: dict[str, str] = attrs.field(factory=dict)
    _told: set[str] = attrs.field(factory=set)
    _documents: dict[str, DraftDocument] = attrs.field(factory=dict)
    _supposed: dict[tuple[str, str], DraftClaim] = attrs.field(factory=dict)

    def add(self, claim: DraftClaim, speaker: str = "", *, told: bool = False) -> None:
        """Add a claim.

        Args:
            claim: The claim.
            speaker: Who says it; empty where nobody is told to.
            told: Whether the file tells its attitude; that of a speaker it always does.
        """
        if claim.key in self.claims:
            self.loss.dropped("claim", "another has the same id", claim.origin)
            return
        self.claims[claim.key] = claim
        self._speakers[claim.key] = plain(speaker)
        if told or self._speakers[claim.key]:
            self._told.add(claim.key)
        if plain(claim.text):
            self.loss.kept("claim", claim.origin)

    def join(
        self,
        key: str,
        role: StepRole,
        premises: Iterable[str],
        target: str,
        *,
        scheme: str = "",
        origin: ForeignPlace,
    ) -> None:
        """Add a step; whether its ends are there is looked at when all are told."""
        if key in self.steps or key in self.claims:
            self.loss.dropped(NOUNS[role], "another thing has the same id", origin)
        else:
            self.steps[key] = GraphStep(key, role, tuple(dict.fromkeys(premises)), target, scheme, origin)

    def add_to(self, draft: Draft, authors: list[str]) -> None:
        """Add what the graph says to a draft: a document of each speaker, and one of what nobody is told to say."""
        self._settle(self._standing())
        for key, claim in self.claims.items():
            claim.key = self._full(key)
            self._document(self._speakers[key], draft, authors).claims.append(claim)
        if not self.claims:
            self._document("", draft, authors)
        steps: dict[str, DraftStep] = {}
        for step in self.steps.values():
            if step.target not in self.steps:
                self._argue(step, steps, draft, authors)
        for step in self.steps.values():
            if step.target in self.steps:
                self._doubt(step, steps)
        for document in self._documents.values():
            document.thesis = self._full(document.thesis)
            if not any(claim.key == document.thesis for claim in document.claims):
                document.thesis = ""
            self._sort(document)
        draft.documents += self._documents.values()
        for link in self.links:
            draft.links.append(attrs.evolve(link, source=self._full(link.source), target=self._full(link.target)))

    def _full(self, key: str) -> str:
        """The key of a claim among those of all graphs."""
        return f"{self.head.key}/{key}"

    def _sort(self, document: DraftDocument) -> None:
        """Bring claims that stand in no section before those that do, and those of one section together."""
        document.claims.sort(key=lambda claim: -1 if claim.section is None else claim.section)

    # --- Whose claims they are

    def _standing(self) -> list[GraphStep]:
        """The steps between claims that are there."""
        return [
            step
            for step in self.steps.values()
            if step.target in self.claims and all(premise in self.claims for premise in step.premises)
        ]

    def _settle(self, steps: list[GraphStep]) -> None:
        """Where no speaker is told: who makes the main claim gives its reasons, and supposes all else.

        Where there is no one main claim nobody can be said to make any, and all are supposed.
        """
        open_ = [key for key in self.claims if key not in self._told]
        below: dict[str, list[GraphStep]] = {}
        for step in steps:
            below.setdefault(step.target, []).append(step)
        used = {premise for step in self.steps.values() for premise in step.premises}
        thesis = self.head.thesis
        if thesis not in self.claims and (self.steps or open_):
            tops = [key for key in self.claims if key not in used]
            thesis = self.head.thesis = tops[0] if len(tops) == 1 and self._is_over_all(tops[0]) else ""
        made: set[str] = set()
        waiting = [thesis] if thesis else []
        while waiting:
            key = waiting.pop()
            if key not in made:
                made.add(key)
                reasons = (step for step in below.get(key, ()) if step.role is StepRole.BECAUSE)
                waiting += [premise for step in reasons for premise in step.premises]
        for key in open_:
            self._take_stance(key, made=key in made, thesis=thesis)

    def _is_over_all(self, top: str) -> bool:
        """Whether all claims bear on one, be it by others or by doubts about steps."""
        into: dict[str, list[str]] = {}
        for step in self.steps.values():
            into.setdefault(step.target, []).append(step.key)
            into.setdefault(step.key, []).extend(step.premises)
        seen = {top}
        waiting = [top]
        while waiting:
            for key in into.get(waiting.pop(), ()):
                if key not in seen:
                    seen.add(key)
                    waiting.append(key)
        return all(key in seen for key in self.claims)

    def _take_stance(self, key: str, *, made: bool, thesis: str) -> None:
        claim = self.claims[key]
        if made:
            claim.attitude = (
                Attitude.DENIES if key in self.denied else Attitude.IMPLIES if key in self.implied else Attitude.CLAIMS
            )
            return
        claim.attitude = Attitude.SUPPOSES
        if key in self.denied:
            claim.text = ""
            self.loss.dropped("negation", "nobody is told to make it, and what is supposed is not denied", claim.origin)
        elif not thesis:
            why = "there is no one main claim, so that nobody is told to make it: it is supposed"
            self.loss.changed("claim", why, claim.origin)

    def _document(self, speaker: str, draft: Draft, authors: list[str]) -> DraftDocument:
        if speaker not in self._documents:
            document = attrs.evolve(self.head, notes=list(self.head.notes), claims=[])
            if speaker:
                document.key = f"{self.head.key}/{speaker}"
                document.title = f"{self.head.title}: {speaker}"
                document.authors = [draft.actor(speaker)]
            elif not document.authors:
                document.authors = list(authors)
            self._documents[speaker] = document
        return self._documents[speaker]

    # --- Steps

    def _premises(self, step: GraphStep) -> tuple[str, ...]:
        """Those that are there; a step of which one is not says something else, and has none."""
        if not step.premises or any(premise not in self.claims for premise in step.premises):
            self.loss.dropped(NOUNS[step.role], "it has no premise, or one that is not there", step.origin)
            return ()
        empty = [premise for premise in step.premises if not plain(self.claims[premise].text)]
        if empty:
            self.loss.dropped(NOUNS[step.role], "a premise of it has no text", step.origin)
            return ()
        return step.premises

    def _argue(self, step: GraphStep, steps: dict[str, DraftStep], draft: Draft, authors: list[str]) -> None:
        premises = self._premises(step)
        if not premises:
            return
        conclusion = self.claims.get(step.target)
        if conclusion is None or not plain(conclusion.text):
            self.loss.dropped(NOUNS[step.role], "what it bears on is not there, or has no text", step.origin)
            return
        if step.target in premises:
            self.loss.dropped(NOUNS[step.role], "its conclusion is its own premise", step.origin)
            return
        if step.role is StepRole.BECAUSE:
            conclusion = self._concluded(step.target, premises, draft, authors)
        own = [self._full(premise) for premise in premises]
        schemes = [step.scheme] if step.scheme else []
        made = DraftStep(role=step.role, premises=own, schemes=schemes, origin=step.origin)
        conclusion.steps.append(made)
        steps[step.key] = made
        self.loss.kept(NOUNS[step.role], step.origin)

    def _concluded(self, key: str, premises: tuple[str, ...], draft: Draft, authors: list[str]) -> DraftClaim:
        """The claim under which a reason stands: that of who gives it, who supposes it where another makes it."""
        claim, own = self.claims[key], self._speakers[key]
        givers = {self._speakers[premise] for premise in premises}
        if own in givers:
            return claim
        giver = givers.pop() if len(givers) == 1 else ""
        known = self._supposed.get((key, giver))
        if known is None:
            copy = f"{key}/supposed/{giver}"
            known = self._supposed[key, giver] = DraftClaim(
                key=self._full(copy), text=claim.text, attitude=Attitude.SUPPOSES, origin=claim.origin
            )
            self._document(giver, draft, authors).claims.append(known)
            self.links.append(DraftLink(source=copy, relation=Relation.SAME_AS, target=key, origin=claim.origin))
            why = "who gives a reason for it does not make it, and is taken to suppose it"
            self.loss.changed("claim", why, claim.origin)
        return known

    def _doubt(self, step: GraphStep, steps: dict[str, DraftStep]) -> None:
        """Tell what bears on a step as a doubt about it."""
        premises = self._premises(step)
        if not premises:
            return
        doubted = steps.get(step.target)
        if step.role is StepRole.BECAUSE:
            self.loss.dropped("reason", "it is a reason for a step, and argmap has none for steps", step.origin)
        elif doubted is None:
            self.loss.dropped("undercut", "it doubts a doubt, or a step that is not told", step.origin)
        else:
            doubted.undercuts.append([self._full(premise) for premise in premises])
            self.loss.kept("undercut", step.origin)


class SchemeNode(NamedTuple):
    """A node between claims that says what some do to others.

    Attributes:
        role: None where it says that they are the same claim.
    """

    role: StepRole | None
    scheme: str
    origin: ForeignPlace


def connect(
    graph: ArgumentGraph, schemes: Mapping[str, SchemeNode], edges: Iterable[tuple[str, str, ForeignPlace]]
) -> None:
    """Add the steps that nodes between claims, and edges to and from these, stand for.

    Args:
        graph: The graph, which has all its claims.
        schemes: Those nodes by id.
        edges: From where to where each leads.
    """
    into: dict[str, list[str]] = {}
    out: dict[str, list[str]] = {}
    for source, target, where in edges:
        ends = {end: end in graph.claims or end in schemes for end in (source, target)}
        if not all(ends.values()):
            graph.loss.dropped("edge", "one of its ends is not there", where)
        elif source in schemes:
            out.setdefault(source, []).append(target)
        elif target in schemes:
            into.setdefault(target, []).append(source)
        else:
            why = "it leads from claim to claim, and nothing says whether it supports or attacks"
            graph.loss.dropped("edge", why, where)
    for key, node in schemes.items():
        targets = list(dict.fromkeys(out.get(key, ())))
        premises = list(dict.fromkeys(into.get(key, ())))
        if not targets:
            graph.loss.dropped(_noun(node), "it has no conclusion", node.origin)
        graph.loss.dropped(
            _noun(node), f"it has more than {_MOST_TARGETS} conclusions", node.origin, len(targets) - _MOST_TARGETS
        )
        for number, target in enumerate(targets[:_MOST_TARGETS]):
            if node.role is None:
                _same(graph, premises, target, node.origin)
            else:
                name = f"{key}/{number}" if number else key
                graph.join(name, node.role, premises, target, scheme=node.scheme, origin=node.origin)


def _noun(node: SchemeNode) -> str:
    return "rephrase" if node.role is None else NOUNS[node.role]


def _same(graph: ArgumentGraph, premises: list[str], target: str, origin: ForeignPlace) -> None:
    if len(premises) != 1 or target not in graph.claims or premises[0] == target:
        graph.loss.dropped("rephrase", "it does not lead from one claim to another", origin)
        return
    graph.loss.changed("rephrase", "the two claims are told to be the same", origin)
    graph.links.append(DraftLink(source=premises[0], relation=Relation.SAME_AS, target=target, origin=origin))


def read_graphs(
    files: Mapping[str, bytes],
    importing: Importing,
    noun: str,
    graphs: Callable[[bytes, str, str, Importing], Iterable[ArgumentGraph]],
) -> Draft:
    """The draft that files hold of which each is one graph or several; others may stand beside them.

    Args:
        files: The files.
        importing: What is to be done with them.
        noun: What one of them holds, with its article.
        graphs: Those of a file, from its bytes, its name and the title of what does not tell its own.

    Raises:
        NotThisFormatError: None of the files is in the format.
    """
    draft = Draft()
    author = plain(importing.options.get("author", ""))
    authors = [draft.actor(author)] if author else []
    count_unknown(importing.options, ("author",), importing.loss)
    failed: NotThisFormatError | None = None
    found = 0
    for file, data in files.items():
        title = importing.title if len(files) == 1 and importing.title else PurePosixPath(file).stem
        try:
            told = list(graphs(data, file, title, importing))
        except NotThisFormatError as error:
            failed = failed or error
            importing.loss.dropped("file", f"it does not hold {noun}", ForeignPlace(file, error.where))
            continue
        for graph in told:
            graph.add_to(draft, authors)
        found += 1
    if not found:
        raise failed or NotThisFormatError("there is no file", "")
    seen: set[tuple[str, str]] = set()
    links, draft.links = draft.links, []
    for link in links:
        low, high = sorted((link.source, link.target))
        if (low, high) in seen:
            importing.loss.dropped("link", "it is said twice", link.origin)
        else:
            seen.add((low, high))
            draft.links.append(link)
    return draft
