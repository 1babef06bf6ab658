"""Records -> an abstract argumentation framework (Dung 1995) for solvers: ICCMA23, APX and TGF.

The reduction is flattening (Boella, Gabbay, van der Torre and Villata 2009): what is no attack between two claims is
said by further arguments, of which a solver accepts one just where what it stands for holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

import attrs

from argmap.exchange.formats import Exporting
from argmap.judge.dates import Time
from argmap.judge.force import Force
from argmap.judge.holder import Holder
from argmap.judge.questions import Answer, Question, judge_answers
from argmap.language.words import OPEN, Attitude, Relation
from argmap.model.claim import Claim
from argmap.model.ids import ClaimId, DocumentId, PositionId
from argmap.model.inference import Step, StepRole
from argmap.view.picture import clean

SUPPORTS = {
    "none": "reasons count for nothing: a claim stands until it is attacked",
    "deductive": "deductive support: a reason goes through only where its conclusion stands",
    "evidential": "evidential support: a claim that has reasons stands only where one of them goes through",
}
"""How reasons are reduced, by the value of the option ``support``."""
_REJECTS = {Attitude.DENIES: "denied", Attitude.DOUBTS: "doubted"}
_MARKS = {**_REJECTS, Attitude.SUPPOSES: "supposed"}
_LEFT_OUT = {
    StepRole.DESPITE: "conceded, and found outweighed by the author",
    StepRole.UNLESS: "an exception is only supposed",
    StepRole.IF: "a condition is only supposed",
    StepRole.ONLY_IF: "a condition is only supposed",
}
"""Steps that are no arguments here, and why; those of other roles do not argue at all."""
_MOST_ALIKE = 100
"""Sorts of answers to one question of which each is judged beside each."""
_OUT = "out:"
"""Before the name of an argument: that one does not stand."""


@attrs.define(eq=False)
class Framework:
    """Arguments by name with what each stands for, numbered from 1 in this order, and attacks, each once."""

    arguments: dict[str, str] = attrs.field(factory=dict)
    attacks: dict[tuple[str, str], None] = attrs.field(factory=dict)

    def add(self, name: str, text: str) -> str:
        """The name of an argument, which is added where it is not there."""
        self.arguments.setdefault(name, text)
        return name

    def out(self, name: str) -> str:
        """The argument that another does not stand: that one alone attacks it."""
        self.attack(name, self.add(_OUT + name, ""))
        return _OUT + name

    def attack(self, source: str, target: str) -> None:
        """Let one argument attack another."""
        self.attacks[source, target] = None

    def numbered(self) -> tuple[dict[str, int], list[tuple[int, int]]]:
        """The numbers of arguments, and the attacks in the order of numbers."""
        numbers = {name: number for number, name in enumerate(self.arguments, 1)}
        return numbers, sorted((numbers[source], numbers[target]) for source, target in self.attacks)


class _Alike(NamedTuple):
    """What answers have in common that a verdict can depend on; no time where none bears on it."""

    position: PositionId
    force: Force
    time: Time | None = None
    document: DocumentId | None = None


def framework(exporting: Exporting, support: str = "none") -> Framework:
    """The framework of all records; what it leaves out is counted."""
    return _Reduction(exporting, support).framework()


class _Reduction:
    def __init__(self, exporting: Exporting, support: str) -> None:
        self._corpus, self._comparison, self._loss = exporting.corpus, exporting.comparison, exporting.loss
        self._support = support
        self._framework = Framework()

    def framework(self) -> Framework:
        """The framework."""
        argued = {
            premise
            for claim in self._corpus.claims.values()
            for step in claim.steps
            if _argues(step)
            for premise in step.mentions()
        }
        for claim in self._corpus.claims.values():
            self._claim(claim, claim.id in argued)
        for claim in self._corpus.claims.values():
            if claim.id in self._framework.arguments:
                self._steps(claim)
            else:
                self._loss.dropped("step", "the conclusion is only supposed", count=len(claim.steps))
        self._links()
        self._answers()
        return self._framework

    # --- Claims and steps

    def _claim(self, claim: Claim, argued: bool) -> None:
        """An argument for what is held: the text, or that rejected by the author."""
        attitude = claim.attitude
        if attitude is Attitude.SUPPOSES and not argued:
            self._loss.dropped("claim", "only supposed, and no premise of an argument")
            return
        mark = _MARKS.get(attitude)
        self._framework.add(claim.id, f"{mark}: {claim.text}" if mark else claim.text)
        if attitude is Attitude.SUPPOSES:
            self._loss.changed("claim", "only supposed, and an argument all the same, as a premise of one")
        elif mark:
            self._loss.changed("claim", "the argument is that the author rejects what is said")
            self._loss.dropped("view", "rejected by the author", count=len(claim.holders))
        else:
            self._loss.kept("claim")

    def _steps(self, claim: Claim) -> None:
        reasons = []
        for number, step in enumerate(claim.steps, 1):
            if not _argues(step):
                self._loss.dropped("step", _LEFT_OUT.get(step.role, "of a role that does not argue"))
                continue
            name = self._joint(f"{claim.id}.{number}", step.role.value, claim.id, step.premises)
            for place, undercut in enumerate(step.undercuts, 1):
                self._framework.attack(self._joint(f"{name}.{place}", "undercut", name, undercut.premises), name)
            self._loss.kept("undercut", count=len(step.undercuts))
            if step.role is StepRole.OBJECTION:
                self._framework.attack(name, claim.id)
                self._loss.kept("objection")
            else:
                reasons.append(name)
        if self._support == "none":
            self._loss.changed(
                "reason", "supports are left out: a reason can fall, but carries nothing", count=len(reasons)
            )
            return
        self._loss.changed("reason", f"{self._support} support is told by attacks", count=len(reasons))
        if self._support == "deductive":
            for name in reasons:
                self._framework.attack(self._framework.out(claim.id), name)
        elif reasons:
            without = self._framework.add(f"unfounded:{claim.id}", "")
            self._framework.attack(without, claim.id)
            for name in reasons:
                self._framework.attack(name, without)

    def _joint(self, name: str, word: str, target: str, premises: Iterable[ClaimId]) -> str:
        """An argument that stands only where all of its premises do."""
        self._framework.add(name, f"{word}: {', '.join(premises)} -> {target}")
        for premise in premises:
            if premise in self._framework.arguments:
                self._framework.attack(self._framework.out(premise), name)
        return name

    # --- Conflicts

    def _both(self, one: str, other: str) -> None:
        self._framework.attack(one, other)
        self._framework.attack(other, one)

    def _links(self) -> None:
        """Attacks between the claims of links that cannot both be right as they are held."""
        apart: set[tuple[str, str, Relation]] = set()
        for alignments in self._comparison.linked.values():
            for found in alignments:
                link = found.link
                if link is None or link.between_positions or not found.verdict.is_cannot:
                    continue
                ends = (self._corpus.claims[ClaimId(str(end))] for end in (link.source, link.target))
                if all(map(self._stands_for, (found.one.holder, found.other.holder), ends)):
                    self._both(link.source, link.target)
                    apart.add((link.source, link.target, link.relation))
        for link in self._corpus.links:
            if (link.source, link.target, link.relation) in apart:
                self._loss.changed("link", "both claims attack each other")
            elif link.between_positions:
                self._loss.changed("link", "counted where answers exclude each other")
            else:
                self._loss.dropped("link", "as they are held, both claims can be right, or one carries the other")

    def _stands_for(self, holder: Holder, claim: Claim) -> bool:
        """Whether the argument of a claim is what a holder says of it."""
        if claim.id not in self._framework.arguments or holder.document != claim.document:
            return False
        borrowed = claim.attitude is Attitude.REPORTS or (claim.attitude is Attitude.IMPLIES and bool(claim.voices))
        return holder.actor in claim.holders if borrowed else holder.is_author

    def _answers(self) -> None:
        """Attacks between claims that answer a question in ways that exclude each other."""
        stances = self._comparison.stances
        for issue, profiles in stances.by_issue.items():
            question = stances.questions[issue]
            alike: dict[_Alike, dict[ClaimId, None]] = {}
            shown: dict[_Alike, Answer] = {}
            for holder, profile in profiles.items():
                for stance in profile.stances:
                    for item in stance.evidence if not stance.implied else ():
                        if not self._stands_for(holder, self._corpus.claims[item.claim]):
                            self._loss.dropped("answer", "the view of somebody else than the argument is about")
                        elif not item.is_main or item.conditions or stance.position == OPEN:
                            self._loss.dropped("answer", "open, conditional, or only granted or shown")
                        else:
                            bare = item.is_bare and not question.issue.changes
                            key = _Alike(stance.position, item.force, *(() if bare else (item.time, holder.document)))
                            alike.setdefault(key, {})[item.claim] = None
                            shown.setdefault(key, Answer(stance.position, item))
            if len(alike) > _MOST_ALIKE:
                for key in [key for key in alike if key.time is not None]:
                    self._loss.dropped("answer", "of a time of its own, as very many are", count=len(alike.pop(key)))
            self._rivals(question, alike, shown)

    def _rivals(
        self,
        question: Question,
        alike: Mapping[_Alike, Mapping[ClaimId, None]],
        shown: Mapping[_Alike, Answer],
    ) -> None:
        """Let claims that answer alike attack those that they exclude: several through one argument, so that it is few.

        That argument stands just where one of the claims does, and so attacks what each of them would.
        """
        counts: dict[PositionId, int] = {}
        fighting: dict[_Alike, str] = {}
        for one, other in combinations(alike, 2):
            if not judge_answers(shown[one], shown[other], question).verdict.is_cannot:
                continue
            for key, rival in ((one, other), (other, one)):
                if key not in fighting:
                    counts[key.position] = counts.get(key.position, 0) + 1
                    name = f"answered:{question.issue.id}.{key.position}.{counts[key.position]}"
                    fighting[key] = self._any(name, tuple(alike[key]))
                for claim in alike[rival]:
                    self._framework.attack(fighting[key], claim)
        for key, claims in alike.items():
            if key in fighting:
                self._loss.kept("answer", count=len(claims))
            else:
                self._loss.dropped("answer", "nothing excludes what is answered", count=len(claims))

    def _any(self, name: str, claims: tuple[ClaimId, ...]) -> str:
        """An argument that stands just where one of some claims does: the claim itself, where there is one."""
        if len(claims) == 1:
            return claims[0]
        self._framework.add(name, "")
        without = self._framework.add(_OUT + name, "")
        self._framework.attack(without, name)
        for claim in claims:
            self._framework.attack(claim, without)
        return name


def _argues(step: Step) -> bool:
    return step.role in (StepRole.BECAUSE, StepRole.OBJECTION)


# --- Files


def write(exporting: Exporting) -> Mapping[str, bytes]:
    """The framework in the format that is asked for."""
    support = exporting.options.get("support", "none")
    if support not in SUPPORTS:
        exporting.loss.dropped("option", f"`support` is one of {', '.join(SUPPORTS)}")
        support = "none"
    named = exporting.options.get("names", "yes") != "no"
    found = framework(exporting, support)
    if not named:
        exporting.loss.dropped("name", "numbers alone were asked for", count=len(found.arguments))
    return {"": "".join(f"{line}\n" for line in _WRITERS[exporting.format](found, support, named)).encode()}


def _comments(found: Framework, support: str) -> Iterator[str]:
    """The reduction, and what each number stands for."""
    yield "argmap, reduced by flattening: claims are arguments; objections, undercuts, links and answers are attacks"
    yield f"support={support}: {SUPPORTS[support]}"
    for number, (name, text) in enumerate(found.arguments.items(), 1):
        yield f"{number} {name}" + (f": {clean(text)}" if text else "")


def _iccma23(found: Framework, support: str, named: bool) -> Iterator[str]:
    yield f"p af {len(found.arguments)}"
    if named:
        yield from (f"# {line}" for line in _comments(found, support))
    yield from (f"{source} {target}" for source, target in found.numbered()[1])


def _apx(found: Framework, support: str, named: bool) -> Iterator[str]:
    if named:
        yield from (f"% {line}" for line in _comments(found, support))
    yield from (f"arg(a{number})." for number in range(1, len(found.arguments) + 1))
    yield from (f"att(a{source},a{target})." for source, target in found.numbered()[1])


def _tgf(found: Framework, _: str, named: bool) -> Iterator[str]:
    """Trivial Graph Format has no comments; a label says what a number stands for."""
    for number, name in enumerate(found.arguments, 1):
        yield f"{number} {name}" if named else str(number)
    yield "#"
    yield from (f"{source} {target}" for source, target in found.numbered()[1])


_WRITERS: Mapping[str, Callable[[Framework, str, bool], Iterator[str]]] = {
    "iccma23": _iccma23,
    "apx": _apx,
    "tgf": _tgf,
}
