"""A document as indented text for a terminal, in the words of the language and without colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from argmap.language.words import Attitude
from argmap.model.claim import Answer, Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ActorId, ClaimId, DocumentId
from argmap.model.inference import Step
from argmap.report.terminal_text import wrap
from argmap.report.visible import visible

_LEVEL = 3
_NARROWEST = 40
_STEM, _FORK, _LAST, _NOTHING = "│  ", "├─ ", "└─ ", "   "


def tree(corpus: Corpus, document: DocumentId, width: int = 100) -> str:
    """The premise-conclusion trees of a document in lines of at most `width` cells (but never fewer than 40).

    The thesis comes first, then what it does not rest on, each below the heading of its section.  A claim is told
    once, where it is met first, and named after that.  Below half the width levels are no longer indented but numbered.
    """
    return _Tree(corpus, corpus.documents[document], max(width, _NARROWEST)).text()


@attrs.frozen
class _Limb:
    """A branch with where it is drawn."""

    branch: Branch
    guide: str
    joint: str
    depth: int


class _Tree:
    """One document being told."""

    def __init__(self, corpus: Corpus, document: Document, width: int) -> None:
        self._corpus = corpus
        self._document = document
        self._width = width
        self._deepest = width // 2 // _LEVEL
        self._told: set[ClaimId] = set()
        self._lines: list[str] = []

    def text(self) -> str:
        self._heading()
        section = None
        for root in roots(self._corpus, self._document):
            claim = self._corpus.claims[root]
            self._lines.append("")
            if claim.section != section:
                section = claim.section
                title = "" if section is None else self._document.sections[section].title
                self._say(f"section: {title}" if section is not None else "before the first section", "", "")
            self._tell(root)
        return "".join(f"{line}\n" for line in self._lines)

    def _heading(self) -> None:
        document = self._document
        self._say(f"{document.id}: {document.title}", "", _NOTHING)
        authors = ", ".join(self._actor(author) for author in document.authors)
        details = [detail for detail in (authors, document.date, document.publisher) if detail]
        if details:
            self._say(", ".join(details), "", "")
        if not document.claims:
            self._say("no claims", "", "")

    def _actor(self, actor: ActorId) -> str:
        try:
            return self._corpus.actor(actor, self._document.id).name or actor
        except KeyError:
            return actor

    def _tell(self, root: ClaimId) -> None:
        # Arguments may be thousands of levels deep, so nothing here calls itself.
        waiting = [_Limb(Branch(root, "", "", Attitude.CLAIMS), "", "", 0)]
        while waiting:
            limb = waiting.pop()
            waiting.extend(reversed(self._limb(limb)))

    def _limb(self, limb: _Limb) -> list[_Limb]:
        """Tell one claim; what is to be told under it."""
        claim = self._corpus.claims.get(limb.branch.claim)
        below = limb.guide + {_FORK: _STEM, _LAST: _NOTHING, "": ""}[limb.joint]
        part = _part(limb, self._deepest)
        first = limb.guide + limb.joint
        if claim is None:
            self._say(f"{part}{limb.branch.claim}: not stated in this project", first, below + _NOTHING)
            return []
        name = claim.name if claim.document == self._document.id else claim.id
        if claim.id in self._told:
            self._say(f"{part.rstrip()}: see `{name}` above", first, below + _NOTHING)
            return []
        self._told.add(claim.id)
        under = list(branches(claim.steps)) if claim.document == self._document.id else []
        hang = below + (_STEM if under else _NOTHING)
        words = f"{part}{_stance(claim, limb.branch, name)}".rstrip()
        self._say(f"{words}: {claim.text}", first, hang)
        for answer in claim.answers:
            self._say(_answer(answer), hang, hang)
        guide = limb.guide if limb.depth >= self._deepest else below
        joints = [_FORK] * (len(under) - 1) + [_LAST]
        return [_Limb(branch, guide, joint, limb.depth + 1) for branch, joint in zip(under, joints, strict=False)]

    def _say(self, text: str, first: str, hang: str) -> None:
        """Add a text, its first line behind `first` and all others behind `hang`."""
        shown = "\n".join(map(visible, text.split("\n")))
        for line in wrap(shown, self._width - max(len(first), len(hang))):
            self._lines.append((first + line).rstrip())
            first = hang


def _part(limb: _Limb, deepest: int) -> str:
    """What the claim is for the one above it, with a space behind it, after the level if the indent cannot show it."""
    words = [f"[level {limb.depth}]"] if limb.depth > deepest else []
    words += [limb.branch.role] if limb.branch.role else []
    words += [f"({limb.branch.scheme})"] if limb.branch.scheme else []
    return "".join(f"{word} " for word in words)


def _stance(claim: Claim, branch: Branch, name: str) -> str:
    """Who says it and how firmly; the verb is left out where the language may leave it out."""
    words = [claim.attitude.value] if not branch.role or claim.attitude is not branch.attitude else []
    words += [name] if claim.named else []
    words += ["from " + " quoting ".join(", ".join(group) for group in claim.voices)] if claim.voices else []
    words += [f"({claim.strength})"] if claim.strength else []
    return " ".join(words)


def _answer(answer: Answer) -> str:
    position = f"not {answer.position}" if answer.negated else answer.position
    holder = f" from {answer.holder}" if answer.holder else ""
    strength = f" ({answer.strength})" if answer.strength else ""
    return f"answers {answer.issue}: {position}{holder}{strength}"


@attrs.frozen
class Branch:
    """A claim in its part as a premise, with the words of the language that say which part.

    Attributes:
        claim: The premise.
        role: ``because``, ``and``, ``undercut`` ...
        scheme: Of the step, on its first premise.
        attitude: What the verb is taken for where none is said.
    """

    claim: ClaimId
    role: str
    scheme: str
    attitude: Attitude


def branches(steps: Iterable[Step]) -> Iterator[Branch]:
    """What stands directly under a claim, in the author's order."""
    for step in steps:
        attitude = Attitude.SUPPOSES if step.role.is_condition else Attitude.CLAIMS
        yield from _linked(step.premises, step.role.word, step.scheme or "", attitude)
        for undercut in step.undercuts:
            yield from _linked(undercut.premises, "undercut", "", Attitude.CLAIMS)


def roots(corpus: Corpus, document: Document) -> tuple[ClaimId, ...]:
    """The claims from which, taken together, every claim of the document is reached: the thesis, then by place."""
    reached: set[ClaimId] = set()
    first = () if document.thesis is None else (document.thesis,)
    _reach(corpus, first, reached)
    rest = [claim for claim in document.claims if claim not in reached]
    used = {branch.claim for claim in rest for branch in branches(corpus.claims[claim].steps)}
    tops = {claim for claim in rest if claim not in used}
    _reach(corpus, tops, reached)
    for claim in rest:
        # What supports itself has no top; any of its claims will do.
        if claim not in reached:
            tops.add(claim)
            _reach(corpus, (claim,), reached)
    return (*first, *(claim for claim in rest if claim in tops))


def _linked(premises: tuple[ClaimId, ...], role: str, scheme: str, attitude: Attitude) -> Iterator[Branch]:
    for number, premise in enumerate(premises):
        yield Branch(premise, "and" if number else role, "" if number else scheme, attitude)


def _reach(corpus: Corpus, start: Iterable[ClaimId], reached: set[ClaimId]) -> None:
    waiting = list(start)
    while waiting:
        claim = waiting.pop()
        if claim not in reached and claim in corpus.claims:
            reached.add(claim)
            waiting.extend(branch.claim for branch in branches(corpus.claims[claim].steps))
