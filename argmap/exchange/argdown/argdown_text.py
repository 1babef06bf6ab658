"""Records -> Argdown files, one a document.

Statements have ids as titles.  A reason or an objection is a line below what it bears on; a reason that takes several
premises together, has a scheme or is doubted is a premise-conclusion structure.  What Argdown has no word for stands as
data (see `own_data`), and is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import attrs

from argmap.exchange.argdown.inline import written_text
from argmap.exchange.argdown.own_data import ARGMAP, ENCODED, OBJECTING, ROLES
from argmap.exchange.formats import Exporting
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.exchange.plain_yaml import Data
from argmap.language.ids import made_id
from argmap.language.words import VERBS, Attitude, Relation
from argmap.model.claim import Answer, Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId, DocumentId
from argmap.model.inference import Step, StepRole
from argmap.model.issue import Issue
from argmap.model.link import Link

_DEEPEST = 4
"""Levels of a relation tree; what bears on a statement that stands deeper stands in a block of its own."""
_TAG = re.compile(r"[A-Za-z0-9-]+")
_NOT_AS_TEXT = frozenset("null true false yes no on off y n".split())
"""Words that YAML takes for something else where they are not quoted."""
_LONG_TAG = re.compile(r"[^()\n]+")


def write(exporting: Exporting) -> Mapping[str, bytes]:
    """The documents as files, by name; one alone has the empty name."""
    corpus, loss = exporting.corpus, exporting.loss
    titles = _titles(corpus, loss)
    counted: set[str] = set()
    files = {f"{id_}.argdown": _Document(corpus, id_, titles, loss, counted).written() for id_ in corpus.documents}
    loss.dropped("term", "Argdown has no definitions of words", count=len(corpus.terms))
    links = [link for link in corpus.links if link.between_positions]
    loss.dropped("link", "it is between positions, and Argdown has no questions", count=len(links))
    answered = {answer.issue for claim in corpus.claims.values() for answer in claim.answers}
    loss.dropped("question", "no claim answers it", count=len(corpus.issues.keys() - answered))
    return {"" if len(files) == 1 else name: text.encode() for name, text in files.items()}


def _titles(corpus: Corpus, loss: LossReport) -> dict[ClaimId, str]:
    """What the statement of each claim is called: its id, or, where the claim has none, words of its text."""
    titles: dict[ClaimId, str] = {}
    for document in corpus.documents.values():
        given = {claim.name for claim in corpus.claims_of(document.id) if claim.named}
        counts: dict[str, int] = {}
        for claim in corpus.claims_of(document.id):
            name = claim.name
            if not claim.named:
                stem = name = made_id(claim.text, "claim")
                while name in given:
                    counts[stem] = counts.get(stem, 1) + 1
                    name = f"{stem}-{counts[stem]}"
                given.add(name)
                loss.changed("claim", "it has no id, and is called after its first words", _place(claim))
            titles[claim.id] = name
    return titles


def _place(claim: Claim) -> ForeignPlace:
    return ForeignPlace(claim.origin.file, claim.name)


class _Document:
    def __init__(
        self,
        corpus: Corpus,
        id_: DocumentId,
        titles: Mapping[ClaimId, str],
        loss: LossReport,
        counted: set[str],
    ) -> None:
        self._corpus, self._titles, self._loss, self._counted = corpus, titles, loss, counted
        self._document: Document = corpus.documents[id_]
        self._claims = {claim.id: claim for claim in corpus.claims_of(id_)}
        self._defined: set[ClaimId] = set()
        self._links: dict[ClaimId, list[Link]] = {}
        for link in corpus.links:
            if isinstance(link.source, ClaimId) and link.source in self._claims:
                self._links.setdefault(link.source, []).append(link)
        self._related: set[ClaimId] = set()
        self._structures: dict[ClaimId, int] = {}

    def written(self) -> str:
        """The file."""
        blocks = ["===\n" + "".join(f"{key}: {written_data(value)}\n" for key, value in self._front_matter()) + "==="]
        section: int | None = None
        for claim in self._claims.values():
            if claim.section != section and claim.section is not None:
                section = claim.section
                blocks.append(f"# {written_text(self._document.sections[section].title)}")
                self._loss.kept("section")
            if self._is_left(claim):
                blocks += self._block(claim)
        for one in self._document.sections:
            self._loss.dropped("note", "headings have none", count=len(one.notes))
        return "\n\n".join(blocks) + "\n"

    def _title(self, claim: ClaimId) -> str:
        return self._titles[claim] if claim in self._claims else f"{claim.document}.{self._titles[claim]}"

    # --- Front matter

    def _front_matter(self) -> Iterator[tuple[str, Data]]:
        document, corpus = self._document, self._corpus
        yield ENCODED, ARGMAP
        yield "id", document.id
        yield "title", document.title
        if document.authors:
            yield "authors", {self._actor(id_): corpus.actor(id_, document.id).name for id_ in document.authors}
        for field in ("date", "publisher", "source", "language", "by"):
            if getattr(document, field):
                yield field, getattr(document, field)
        if document.thesis is not None and document.thesis_is_declared:
            yield "thesis", self._title(document.thesis)
        if document.notes:
            yield "note", list(document.notes)
        self._lost(document.id, document.short, document.was, document.sure is not None)
        self._loss.dropped("silence", "Argdown has no questions", count=len(document.silent))
        actors = dict(self._actors())
        if actors:
            yield "actors", actors
        answers = (answer for claim in self._claims.values() for answer in claim.answers)
        issues = {answer.issue: corpus.issues[answer.issue] for answer in answers}
        if issues:
            yield "issues", {id_: self._issue(issue) for id_, issue in issues.items()}
            self._loss.changed("question", "Argdown has none: it is front matter", count=len(issues))

    def _lost(self, where: str, *fields: object) -> None:
        """Count fields that are given, once for all files that would have them."""
        count = 0 if where in self._counted else sum(map(bool, fields))
        self._counted.add(where)
        self._loss.dropped("field", "front matter does not hold it", ForeignPlace(where), count)

    def _actor(self, id_: str) -> str:
        return self._corpus.actor_key(id_, self._document.id)  # type: ignore[arg-type]

    def _actors(self) -> Iterator[tuple[str, Data]]:
        named: dict[str, None] = {}
        for claim in self._claims.values():
            named.update((self._actor(id_), None) for group in claim.voices for id_ in group)
            named.update((self._actor(one.holder), None) for one in claim.answers if one.holder is not None)
        named.update((self._actor(id_), None) for id_ in self._document.authors)
        for key in named:
            actor = self._corpus.actors[key]
            said: dict[str, Data] = {"name": actor.name}
            if actor.also:
                said["also"] = list(actor.also)
            if actor.notes:
                said["note"] = list(actor.notes)
            self._lost(f"actor {key}", actor.short, actor.speaks_for, actor.was)
            is_author = actor.id in self._document.authors
            if not is_author or len(said) > 1:
                yield key, said

    def _issue(self, issue: Issue) -> Data:
        said: dict[str, Data] = {"question": issue.question}
        said["positions"] = {one.id: one.text for one in issue.positions}
        if issue.order:
            said["order"] = list(issue.order)
        if issue.compatible:
            order = [one.id for one in issue.positions]
            said["compatible"] = [[id_ for id_ in order if id_ in group] for group in issue.compatible]
        if issue.changes is not None:
            said["changes"] = "yes" if issue.changes else "no"
        every = frozenset(one.id for one in issue.positions)
        if every in issue.exhaustive:
            said["exhaustive"] = "yes"
        for field in ("kind", "topic"):
            if getattr(issue, field):
                said[field] = str(getattr(issue, field))
        if issue.notes:
            said["note"] = list(issue.notes)
        lost = [issue.short, issue.was, set(issue.exhaustive) - {every}]
        self._lost(f"issue {issue.id}", *lost, *(one.short or one.was or one.notes for one in issue.positions))
        return said

    # --- Statements

    def _block(self, root: Claim) -> Iterator[str]:
        """A statement with its relation tree, then the premise-conclusion structures of the claims in it."""
        lines: list[str] = []
        structures: list[tuple[Claim, Step]] = []
        waiting = [_Line(0, "", root.id)]
        while waiting:
            line = waiting.pop()
            claim = self._claims.get(line.claim)
            if claim is None or (claim.id in self._defined and line.symbol):
                lines.append(f"{'  ' * line.depth}{line.symbol}[{self._title(line.claim)}]")
                claim = None
            else:
                lines.append(f"{'  ' * line.depth}{line.symbol}{self._head(claim)}")
            if claim is not None and (line.depth < _DEEPEST or not line.symbol):
                self._related.add(claim.id)
                structures += ((claim, step) for step in claim.steps if self._is_structure(step))
                waiting += reversed([*self._lines_below(claim, line.depth + 1)])
        if len(lines) > 1 or lines[0] != f"[{self._title(root.id)}]":
            yield "\n".join(lines)
        for claim, step in structures:
            self._structures[claim.id] = number = self._structures.get(claim.id, 0) + 1
            yield f"<{self._title(claim.id)} {number}>"
            yield self._structure(claim, step)

    def _is_left(self, claim: Claim) -> bool:
        """Whether a claim is not written yet, or what bears on it is not."""
        return claim.id not in self._defined or (
            claim.id not in self._related and bool(claim.steps or claim.id in self._links)
        )

    def _lines_below(self, claim: Claim, depth: int) -> Iterator[_Line]:
        for step in claim.steps:
            symbol = "<- " if step.role in OBJECTING else "<+ "
            if step.role not in (StepRole.BECAUSE, *OBJECTING) or self._is_structure(step):
                continue
            yield from (_Line(depth, symbol, key) for key in step.premises)
        for link in self._links.get(claim.id, ()):
            if link.relation is Relation.CONTRADICTS and link.target in self._claims:
                yield _Line(depth, ">< ", ClaimId(link.target))

    def _is_structure(self, step: Step) -> bool:
        if step.role is not StepRole.BECAUSE:
            return False
        return len(step.premises) > 1 or bool(step.schemes) or bool(step.undercuts)

    def _structure(self, claim: Claim, step: Step) -> str:
        lines = []
        for number, key in enumerate(step.premises, start=1):
            premise = self._claims.get(key)
            new = premise is not None and key not in self._defined
            lines.append(
                f"({number}) {self._head(premise) if premise is not None and new else f'[{self._title(key)}]'}"
            )
        lines.append(f"-- {', '.join(step.schemes)} --" if step.schemes else "----")
        lines += (f"  <_ [{self._title(key)}]" for one in step.undercuts for key in one.premises)
        lines.append(f"({len(step.premises) + 1}) [{self._title(claim.id)}]")
        return "\n".join(lines)

    def _head(self, claim: Claim) -> str:
        """The definition of a statement; where it is defined already, a reference to it."""
        title = f"[{self._title(claim.id)}]"
        if claim.id in self._defined:
            return title
        self._defined.add(claim.id)
        self._loss.kept("claim")
        text = " ".join(claim.text.split())
        if "\n" in claim.text:
            self._loss.changed("claim", "its paragraphs are one", _place(claim))
        tags = [] if claim.attitude is Attitude.CLAIMS else [f"#{claim.attitude}"]
        told = [tag for tag in claim.tags if tag not in VERBS and (_TAG.fullmatch(tag) or _LONG_TAG.fullmatch(tag))]
        tags += (f"#{tag}" if _TAG.fullmatch(tag) else f"#({tag})" for tag in told)
        data = dict(self._data(claim, [tag for tag in claim.tags if tag not in told]))
        return " ".join(filter(None, (f"{title}: {written_text(text)}", *tags, written_data(data) if data else "")))

    # --- Data

    def _data(self, claim: Claim, tags: list[str]) -> Iterator[tuple[str, Data]]:
        strength = f"{claim.strength}" if claim.strength is not None else ""
        fields: dict[str, Data] = {
            "from": " quoting ".join(", ".join(map(self._actor, group)) for group in claim.voices),
            "strength": strength,
            "answers": [self._answer(answer) for answer in claim.answers],
            "at": [str(cue) for cue in claim.cues],
            "kind": str(claim.kind or ""),
            "as-of": str(claim.as_of or ""),
            "until": claim.until,
            "said": claim.said,
            "by": claim.by,
            "sure": _number(claim.sure),
            "cites": list(claim.cites),
            "note": list(claim.notes),
            "tags": list(tags),
            "was": list(claim.was),
        }
        for name, value in fields.items():
            if value:
                yield name, value
                self._loss.changed(
                    "field", "Argdown has none: it is data", count=len(value) if isinstance(value, list) else 1
                )
        steps = list(self._steps_in_data(claim))
        for role in dict.fromkeys(role for role in ROLES if any(step.role is role for step in steps)):
            yield role, [self._step(step) for step in steps if step.role is role]
        links = [self._link(link) for link in self._links.get(claim.id, ()) if not self._is_line(link)]
        if links:
            yield "links", links

    def _steps_in_data(self, claim: Claim) -> Iterator[Step]:
        """Steps that lines and structures do not say in full, and those that such a step would hide."""
        hidden: set[ClaimId] = set()
        for step in claim.steps:
            if self._is_said(step):
                self._loss.kept("step")
            else:
                hidden.update(step.premises)
                self._loss.changed("step", f"Argdown does not have all of `{step.role}`: it is data", _place(claim))
        yield from (step for step in claim.steps if not self._is_said(step) or hidden.issuperset(step.premises))

    def _is_said(self, step: Step) -> bool:
        if any(len(undercut.premises) > 1 for undercut in step.undercuts):
            return False
        if step.role is StepRole.BECAUSE:
            return True
        simple = len(step.premises) == 1 and not step.schemes and not step.undercuts
        return step.role is StepRole.OBJECTION and simple

    def _step(self, step: Step) -> str:
        scheme = f"({', '.join(step.named_schemes)}) " if step.named_schemes else ""
        groups = [step.premises, *(undercut.premises for undercut in step.undercuts)]
        return scheme + " undercut ".join(" and ".join(map(self._title, group)) for group in groups)

    def _answer(self, answer: Answer) -> str:
        said = str(attrs.evolve(answer, holder=None))
        return f"{said} from {self._actor(answer.holder)}" if answer.holder is not None else said

    def _is_line(self, link: Link) -> bool:
        """Whether a line says all of a link."""
        self._loss.dropped("note", "links have none", count=len(link.notes) if link.notes else 0)
        bare = link.confidence is None and not link.why and not link.by
        return bare and link.relation is Relation.CONTRADICTS and link.target in self._claims

    def _link(self, link: Link) -> Data:
        said: dict[str, Data] = {"is": str(link.relation), "to": self._title(ClaimId(link.target))}
        for name, value in (("sure", _number(link.confidence)), ("why", link.why), ("by", link.by)):
            if value:
                said[name] = value
        self._loss.changed("link", "Argdown does not have all of it: it is data")
        return said


class _Line(NamedTuple):
    """A line of a relation tree that is to be written.

    Attributes:
        symbol: With the space behind it; empty of the root.
    """

    depth: int
    symbol: str
    claim: ClaimId


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def written_data(data: Data) -> str:
    """Data in flow style, on one line; every text is quoted where it could be read as anything else."""
    if data is None:
        return "null"
    if isinstance(data, list):
        return "[" + ", ".join(map(written_data, data)) + "]"
    if isinstance(data, dict):
        return "{" + ", ".join(f"{_written_text(key)}: {written_data(value)}" for key, value in data.items()) + "}"
    return _written_text(data)


def _written_text(text: str) -> str:
    if re.fullmatch(r"[A-Za-z][\w.\-]*(?: [\w.\-]+)*", text, re.ASCII) and text.lower() not in _NOT_AS_TEXT:
        return text
    signs = text.replace("\\", "\\\\").replace('"', '\\"')
    escaped = "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in signs)
    # A brace would end the data of an element, and three signs of equality front matter, where quotes are not read.
    return '"' + escaped.replace("{", "\\x7B").replace("}", "\\x7D").replace("===", "\\x3D==") + '"'
