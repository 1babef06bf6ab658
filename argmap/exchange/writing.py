"""A draft -> argument files: ids are made, and claims stand under those that they bear on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import attrs

from argmap.exchange.draft import Draft, DraftAnswer, DraftClaim, DraftCue, DraftDocument, DraftStep
from argmap.exchange.loss import LossReport
from argmap.language.ids import is_id, made_id, normal
from argmap.language.words import OPEN, RESERVED, Attitude
from argmap.model.inference import StepRole
from argmap.source.loosened import plain

_DEEPEST = 4
"""Levels below a statement at which claims still stand under those that they bear on; others are named there."""
_DOUBTED = (StepRole.BECAUSE, StepRole.DESPITE, StepRole.OBJECTION)
"""The roles of steps that can be doubted themselves."""
_ISSUES, _ACTORS, _LINKS = (f"arguments/shared/{name}.argmap" for name in ("issues", "actors", "links"))


class Written(NamedTuple):
    """Argument files, and what the things of the draft are called in them.

    Attributes:
        files: Their texts by name.
        claims: The full id of each claim by its key.
    """

    files: Mapping[str, str]
    claims: Mapping[str, str]


class _Ids:
    """Ids in one space, each given once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._given = {*RESERVED, *taken}
        self._counts: dict[str, int] = {}

    def make(self, text: str, otherwise: str) -> str:
        """An id made of a text that is not given yet."""
        stem = normal(text if is_id(text) else made_id(text, otherwise))
        name = stem
        while name in self._given:
            number = self._counts[stem] = self._counts.get(stem, 1) + 1
            name = f"{stem}-{number}"
        self._given.add(name)
        return name


def written(draft: Draft, loss: LossReport, taken: Iterable[str] = ()) -> Written:
    """The files of a draft.

    What cannot be said in the language is left out of the files and of the draft, and counted.

    Args:
        draft: What was read.
        loss: Where it is counted.
        taken: Ids of documents, issues, actors and terms that are there already.
    """
    return _Writer(draft, loss, taken).written()


@attrs.define(eq=False)
class _Shape:
    """How the claims of a document stand in its file.

    Attributes:
        claims: By key.
        under: By key, the claim under which it stands.
    """

    claims: dict[str, DraftClaim]
    under: dict[str, str]


class _Stated(NamedTuple):
    """A claim that stands in a tree, with the word that begins its line and the role of the step; none for the root."""

    claim: DraftClaim
    word: str
    role: StepRole | None


class _Writer:
    def __init__(self, draft: Draft, loss: LossReport, taken: Iterable[str]) -> None:
        self._draft = draft
        self._loss = loss
        shared = _Ids(taken)
        self._documents = {one.key: shared.make(one.name or one.title, "document") for one in draft.documents}
        self._issues = {one.key: shared.make(one.name or one.question, "issue") for one in draft.issues}
        self._actors = {one.key: shared.make(one.id or one.name, "actor") for one in draft.actors.values()}
        self._positions = {issue.key: _ids_of(issue.positions) for issue in draft.issues}
        self._home: dict[str, str] = {}
        self._claims: dict[str, str] = {}
        for document in draft.documents:
            document.claims = [claim for claim in document.claims if self._has_text(claim)]
            ids = _Ids()
            for claim in document.claims:
                self._home[claim.key] = document.key
                self._claims[claim.key] = ids.make(claim.name or claim.text, "claim")

    def _has_text(self, claim: DraftClaim) -> bool:
        claim.text = plain(claim.text)
        if not claim.text:
            self._loss.dropped("claim", "it has no text", claim.origin)
        return bool(claim.text)

    def written(self) -> Written:
        for document in self._draft.documents:
            for claim in document.claims:
                claim.steps = list(self._steps_that_stand(claim))
        self._drop_circles()
        files: dict[str, str] = {}
        for document in self._draft.documents:
            name = f"arguments/{self._documents[document.key]}.argmap"
            files[name] = "\n".join(self._document(document)) + "\n"
        shared = {_ISSUES: self._issue_lines(), _ACTORS: self._actor_lines(), _LINKS: self._link_lines()}
        for name, statements in shared.items():
            text = "\n".join(statements)
            if text:
                files[name] = f"{text}\n"
        return Written(files, {key: self._full(key) for key in self._claims})

    def _full(self, key: str) -> str:
        return f"{self._documents[self._home[key]]}.{self._claims[key]}"

    # --- Steps

    def _steps_that_stand(self, claim: DraftClaim) -> Iterator[DraftStep]:
        for step in claim.steps:
            step.premises = list(dict.fromkeys(step.premises))
            if any(key not in self._claims for key in step.premises) or not step.premises:
                self._loss.dropped("step", "a premise of it is not among the claims", step.origin)
                continue
            if claim.key in step.premises:
                self._loss.dropped("step", "its conclusion is its own premise", step.origin)
                continue
            doubts = [list(dict.fromkeys(doubt)) for doubt in step.undercuts]
            if step.role not in _DOUBTED:
                self._loss.dropped("undercut", f"no doubt is raised about `{step.role.word}`", step.origin, len(doubts))
                doubts = []
            step.undercuts = [doubt for doubt in doubts if doubt and all(key in self._claims for key in doubt)]
            lost = len(doubts) - len(step.undercuts)
            self._loss.dropped("undercut", "a premise of it is not among the claims", step.origin, lost)
            yield step

    def _drop_circles(self) -> None:
        """Leave out each step that closes a circle of reasons; nothing recurses, since arguments may be very deep."""
        claims = {claim.key: claim for document in self._draft.documents for claim in document.claims}
        done: set[str] = set()
        for root, first in claims.items():
            path: set[str] = set() if root in done else {root}
            waiting = [(root, _reasons(first))] if path else []
            while waiting:
                key, reasons = waiting[-1]
                step, premise = next(reasons, (None, ""))
                if step is None:
                    waiting.pop()
                    path.discard(key)
                    done.add(key)
                elif premise in path:
                    # A step that is dropped already has closed a circle by another of its premises.
                    if any(one is step for one in claims[key].steps):
                        claims[key].steps = [one for one in claims[key].steps if one is not step]
                        self._loss.dropped("step", "with others it makes a claim a reason for itself", step.origin)
                elif premise not in done:
                    path.add(premise)
                    waiting.append((premise, _reasons(claims[premise])))

    # --- Documents

    def _document(self, document: DraftDocument) -> Iterator[str]:
        yield f"document {self._documents[document.key]}: {plain(document.title) or document.key}"
        for author in document.authors:
            yield f"  author {self._actors[author]}: {plain(self._draft.actors[author].name)}"
        for field in ("date", "publisher", "source", "language"):
            value = plain(getattr(document, field))
            if value:
                yield f"  {field}: {value}"
        if document.thesis in self._claims:
            home = self._home[document.thesis] == document.key
            yield f"  thesis: {self._claims[document.thesis] if home else self._full(document.thesis)}"
        if plain(document.by):
            yield f"  by: {plain(document.by)}"
        yield from (f"  note: {plain(note)}" for note in document.notes if plain(note))
        shape = self._shape(document)
        section: int | None = None
        for claim in document.claims:
            if claim.key in shape.under:
                continue
            if claim.section is not None and claim.section != section:
                section = claim.section
                yield ""
                yield f"section: {plain(document.sections[section]) or 'Section'}"
            yield ""
            yield from self._tree(claim, shape, document)

    def _shape(self, document: DraftDocument) -> _Shape:
        """Each claim that bears on just one other of its document and section stands under it, but not too deep."""
        claims = {claim.key: claim for claim in document.claims}
        users: dict[str, list[str]] = {}
        for claim in document.claims:
            for key in _mentioned(claim):
                users.setdefault(key, []).append(claim.key)
        under = {
            key: user[0]
            for key, user in users.items()
            if len(user) == 1 and key in claims and claims[key].section == claims[user[0]].section
        }
        below: dict[str, list[str]] = {}
        for key, above in under.items():
            below.setdefault(above, []).append(key)
        depth: dict[str, int] = {}
        # Claims that bear on each other in a circle stand under none that stands for itself: the first of them does.
        for root in (*(key for key in claims if key not in under), *claims):
            if root in depth:
                continue
            under.pop(root, None)
            depth[root] = 0
            waiting = [root]
            while waiting:
                above = waiting.pop()
                for key in below.get(above, ()):
                    if key in depth:
                        continue
                    depth[key] = depth[above] + 1
                    if depth[key] > _DEEPEST:
                        del under[key]
                        depth[key] = 0
                    waiting.append(key)
        return _Shape(claims, under)

    def _tree(self, root: DraftClaim, shape: _Shape, document: DraftDocument) -> Iterator[str]:
        """A claim with those that stand under it."""
        waiting: list[Iterator[str | _Stated]] = [iter([_Stated(root, "", None)])]
        while waiting:
            line = next(waiting[-1], None)
            if line is None:
                waiting.pop()
                continue
            pad = "  " * (len(waiting) - 1)
            if isinstance(line, str):
                yield f"{pad}{line}"
                continue
            claim, step, role = line
            yield f"{pad}{self._head(claim, step, role)}: {claim.text}"
            pad += "  "
            yield from (f"{pad}{line}" for line in self._fields(claim))
            waiting.append(self._below(claim, shape, document))

    def _below(self, claim: DraftClaim, shape: _Shape, document: DraftDocument) -> Iterator[str | _Stated]:
        """The premises of a claim, in the order of its steps: those that stand under it, and lines that name others."""
        for step in claim.steps:
            scheme = f" ({', '.join(step.schemes)})" if step.schemes else ""
            groups = [(step.role, step.premises), *((StepRole.UNDERCUT, doubt) for doubt in step.undercuts)]
            for role, keys in groups:
                for number, key in enumerate(keys):
                    word = "and" if number else f"{role.word}{'' if role is StepRole.UNDERCUT else scheme}"
                    if shape.under.get(key) == claim.key:
                        yield _Stated(shape.claims[key], word, role)
                    else:
                        home = self._home[key] == document.key
                        yield f"{word} {self._claims[key] if home else self._full(key)}"
            yield from (f"step-at: {place}" for place in map(_place_of, step.cues) if place)
            yield from (f"step-note: {plain(note)}" for note in step.notes if plain(note))

    def _head(self, claim: DraftClaim, step: str, role: StepRole | None) -> str:
        """The words before the colon; what a premise is taken for without a verb is left out."""
        usual = Attitude.SUPPOSES if role is not None and role.only_supposes else Attitude.CLAIMS
        verb = claim.attitude if role is None or claim.attitude is not usual else ""
        voices = [[self._actors[key] for key in group] for group in claim.voices if group]
        said = f"from {' quoting '.join(', '.join(group) for group in voices)}" if voices else ""
        strength = f"({claim.strength})" if claim.strength is not None else ""
        return " ".join(filter(None, (step, verb, self._claims[claim.key], said, strength)))

    def _fields(self, claim: DraftClaim) -> Iterator[str]:
        yield from (f"at: {place}" for place in map(_place_of, claim.cues) if place)
        yield from (self._answer(answer) for answer in claim.answers if answer.issue in self._issues)
        fields = {
            "kind": (claim.kind,),
            "as-of": (claim.as_of,),
            "until": (claim.until,),
            "said": (claim.said,),
            "cites": claim.cites,
            "tags": (", ".join(tag for tag in map(plain, claim.tags) if tag),),
            "by": (claim.by,),
            "sure": (f"{claim.sure:g}" if claim.sure is not None else "",),
            "note": claim.notes,
            "was": (", ".join(claim.was),),
        }
        for field, values in fields.items():
            yield from (f"{field}: {plain(value)}" for value in values if plain(value))

    def _answer(self, answer: DraftAnswer) -> str:
        position = OPEN if answer.position == OPEN else self._positions[answer.issue][answer.position]
        strength = f"({answer.strength})" if answer.strength is not None else ""
        holder = f"from {self._actors[answer.holder]}" if answer.holder else ""
        said = " ".join(filter(None, ("not" if answer.negated else "", position, strength, holder)))
        return f"answers {self._issues[answer.issue]}: {said}"

    # --- What all share

    def _issue_lines(self) -> Iterator[str]:
        for number, issue in enumerate(self._draft.issues):
            positions = self._positions[issue.key]
            if number:
                yield ""
            yield f"issue {self._issues[issue.key]}: {plain(issue.question) or issue.key}"
            if issue.kind:
                yield f"  kind: {issue.kind}"
            if issue.changes:
                yield f"  changes: {issue.changes}"
            if plain(issue.topic):
                yield f"  topic: {plain(issue.topic)}"
            yield from (f"  position {positions[key]}: {plain(text) or key}" for key, text in issue.positions.items())
            if issue.order:
                yield f"  order: {' > '.join(positions[key] for key in issue.order)}"
            for group in issue.compatible:
                yield f"  compatible: {', '.join(positions[key] for key in group)}"
            if issue.exhaustive:
                yield f"  exhaustive: {', '.join(positions.values())}"
            yield from (f"  note: {plain(note)}" for note in issue.notes if plain(note))

    def _actor_lines(self) -> Iterator[str]:
        """Those that are no authors, and those of whom more is known than a name."""
        authors = {author for document in self._draft.documents for author in document.authors}
        for key, actor in self._draft.actors.items():
            if key in authors and not actor.also and not actor.notes:
                continue
            yield f"actor {self._actors[key]}: {plain(actor.name) or key}"
            also = ", ".join(name.replace(",", " ") for name in map(plain, actor.also) if name)
            if also:
                yield f"  also: {also}"
            yield from (f"  note: {plain(note)}" for note in actor.notes if plain(note))

    def _link_lines(self) -> Iterator[str]:
        standing = []
        for link in self._draft.links:
            if link.source in self._claims and link.target in self._claims:
                standing.append(link)
            else:
                self._loss.dropped("link", "one of its ends is not among the claims", link.origin)
        self._draft.links = standing
        for link in standing:
            confidence = f" ({link.confidence:g})" if link.confidence is not None else ""
            why = f": {plain(link.why)}" if plain(link.why) else ""
            yield f"link {self._full(link.source)} {link.relation} {self._full(link.target)}{confidence}{why}"
            if plain(link.by):
                yield f"  by: {plain(link.by)}"


def _place_of(cue: DraftCue) -> str:
    words = plain(cue.words).replace('"', "'")
    return " ".join(filter(None, (str(cue.line) if cue.line else "", f'"{words}"' if words else "")))


def _reasons(claim: DraftClaim) -> Iterator[tuple[DraftStep | None, str]]:
    return iter([(step, key) for step in claim.steps if step.role is StepRole.BECAUSE for key in step.premises])


def _ids_of(positions: Mapping[str, str]) -> dict[str, str]:
    ids = _Ids()
    return {key: ids.make(key if is_id(key) else text, "position") for key, text in positions.items()}


def _mentioned(claim: DraftClaim) -> Iterable[str]:
    for step in claim.steps:
        yield from step.premises
        for doubt in step.undercuts:
            yield from doubt
