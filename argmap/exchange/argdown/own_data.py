"""What argmap says in the Argdown files that it writes beyond Argdown: as data, so that it is there when they are read.

Such a file says `encoded: argmap` in its front matter.  Titles of statements are ids; a title with a full stop in it is
the full id of a claim in another file.  The tag of a verb is the attitude of the author.  Data has the names of the
fields of the language; a step that Argdown cannot hold is data with the name of its role,
``"(scheme) a and b undercut c and d"``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from argmap.exchange.argdown.model import Model
from argmap.exchange.argdown.options import is_date
from argmap.exchange.draft import (
    Draft,
    DraftAnswer,
    DraftClaim,
    DraftCue,
    DraftDocument,
    DraftIssue,
    DraftLink,
    DraftStep,
)
from argmap.exchange.loss import LossReport
from argmap.exchange.plain_yaml import Data
from argmap.language.ids import is_id
from argmap.language.words import DEGREES, OPEN, VERBS, WITHOUT_SUPPORT, Attitude, Degree, Kind, Relation
from argmap.model.claim import Strength
from argmap.model.inference import StepRole

ENCODED, ARGMAP = "encoded", "argmap"
ROLES = tuple(role for role in StepRole if role is not StepRole.UNDERCUT)
_FIELDS = ("from", "strength", "answers", "at", "kind", "as-of", "until", "said", "by", "sure", "cites", "note")
OWN = frozenset((*_FIELDS, "tags", "was", "links", *ROLES))
"""The names of data under statements that are ours."""
OBJECTING = (StepRole.OBJECTION, StepRole.DESPITE)
_TIME = re.compile(r"T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?")
_CUE = re.compile(r'(\d{1,9})?\s*(?:"(.*)")?', re.DOTALL)
_ANSWER = re.compile(
    r"(?P<issue>\S+): (?P<negated>not )?(?P<position>\S+)(?: \((?P<strength>[^)]*)\))?(?: from (?P<holder>.+))?"
)


def is_own(model: Model) -> bool:
    """Whether argmap has written a file."""
    return model.front_matter.get(ENCODED) == ARGMAP


def listed(data: Data) -> list[str]:
    """The texts of a list, or the one text."""
    return [one for one in (data if isinstance(data, list) else [data]) if isinstance(one, str)]


def mapped(data: Data) -> Mapping[str, Data]:
    """A mapping, be it empty."""
    return data if isinstance(data, dict) else {}


def text(data: Data) -> str:
    """A text, be it empty."""
    return data if isinstance(data, str) else ""


def strength_of(said: str) -> Strength | None:
    """A strength as it is written in the language; None where it is none."""
    low, _, high = said.partition("..")
    if low not in DEGREES or (high and high not in DEGREES):
        return None
    weaker, firmer = Degree(low), Degree(high or low)
    if high and (weaker.is_duty is not firmer.is_duty or weaker.rank <= firmer.rank):
        return None
    return Strength(weaker, firmer)


class OwnData:
    """What the data of all files says; a document at a time is drafted."""

    def __init__(self, draft: Draft, loss: LossReport) -> None:
        self._draft = draft
        self._loss = loss
        self._id = ""
        self._steps: list[tuple[DraftClaim, list[DraftStep]]] = []
        self._links: list[DraftLink] = []

    def key(self, title: str) -> str:
        """The key of the claim that a title stands for."""
        return title if self.is_elsewhere(title) else f"{self._id}.{title}"

    def is_elsewhere(self, title: str) -> bool:
        """Whether a title is the full id of a claim in another file."""
        document, stop, name = title.partition(".")
        return bool(stop) and is_id(document) and is_id(name)

    # --- Front matter

    def document(self, found: dict[str, Data], document: DraftDocument) -> None:
        """Take what is ours out of front matter, into a document and what all share."""
        del found[ENCODED]
        self._id = document.name = text(found.pop("id", None))
        for id_, actor in mapped(found.pop("actors", None)).items():
            said = mapped(actor)
            one = self._draft.actors[self._actor(id_, text(said.get("name")))]
            one.also = one.also or listed(said.get("also"))
            one.notes = one.notes or listed(said.get("note"))
        for id_, name in mapped(found.pop("authors", None)).items():
            document.authors.append(self._actor(id_, text(name)))
        for field in ("publisher", "source", "language", "by"):
            setattr(document, field, text(found.pop(field, None)))
        document.notes += listed(found.pop("note", None))
        thesis = text(found.pop("thesis", None))
        document.thesis = self.key(thesis) if thesis else ""
        for id_, issue in mapped(found.pop("issues", None)).items():
            self._issue(id_, mapped(issue))

    def _actor(self, id_: str, name: str) -> str:
        key = self._draft.actor(name or id_, id_)
        actor = self._draft.actors[key]
        actor.id = id_.rpartition(".")[2]
        actor.name = name or actor.name
        return key

    def _issue(self, id_: str, said: Mapping[str, Data]) -> None:
        if any(issue.key == id_ for issue in self._draft.issues):
            return
        positions = {key: text(value) for key, value in mapped(said.get("positions")).items() if is_id(key)}
        kind = text(said.get("kind"))
        groups = said.get("compatible")
        compatible = [
            [key for key in listed(group) if key in positions] for group in (groups if isinstance(groups, list) else ())
        ]
        self._draft.issues.append(
            DraftIssue(
                key=id_,
                name=id_,
                question=text(said.get("question")),
                positions=positions,
                order=[key for key in listed(said.get("order")) if key in positions],
                compatible=[group for group in compatible if len(group) > 1],
                exhaustive=text(said.get("exhaustive")) == "yes" and len(positions) > 1,
                changes=changes if (changes := text(said.get("changes"))) in ("yes", "no") else "",
                kind=kind if kind in set(Kind) else "",
                topic=text(said.get("topic")),
                notes=listed(said.get("note")),
            )
        )

    # --- Claims

    def claim(self, data: Mapping[str, Data], claim: DraftClaim) -> None:
        """What the data of a statement, and its tags, say of a claim."""
        verbs = [tag for tag in claim.tags if tag in VERBS]
        claim.attitude = Attitude(verbs[-1]) if verbs else Attitude.CLAIMS
        claim.tags = [*(tag for tag in claim.tags if tag not in VERBS), *listed(data.get("tags"))]
        voices = [group.split(", ") for group in text(data.get("from")).split(" quoting ")]
        claim.voices = [[self._actor_known(id_) for id_ in group] for group in voices if group != [""]]
        if not claim.voices and claim.attitude in (Attitude.REPORTS, Attitude.ENDORSES):
            self._loss.dropped("attitude", f"nobody is said to hold what the author `{claim.attitude}`", claim.origin)
            claim.attitude = Attitude.SUPPOSES
        elif claim.voices and claim.attitude in (Attitude.CLAIMS, Attitude.SUPPOSES):
            self._loss.dropped("attitude", f"what the author `{claim.attitude}` is held by nobody else", claim.origin)
            claim.attitude = Attitude.REPORTS
        claim.strength = strength_of(text(data.get("strength")))
        claim.answers = list(filter(None, map(self._answer, listed(data.get("answers")))))
        claim.cues = list(filter(None, map(_cue, listed(data.get("at")))))
        claim.kind = kind if (kind := text(data.get("kind"))) in set(Kind) else ""
        claim.as_of = self._dated(data, "as-of", _is_period)
        claim.until = self._dated(data, "until", is_date)
        claim.said = self._dated(data, "said", _is_moment)
        claim.by = text(data.get("by"))
        sure = text(data.get("sure"))
        claim.sure = float(sure) if re.fullmatch(r"0(\.\d{1,9})?|1", sure) else None
        claim.cites = listed(data.get("cites"))
        claim.notes += listed(data.get("note"))
        claim.was = [one for one in listed(data.get("was")) if is_id(one)]
        steps = [self._step(role, one, claim) for role in ROLES for one in listed(data.get(role))]
        if steps:
            self._steps.append((claim, steps))
        links = data.get("links")
        self._links += (self._link(claim, mapped(one)) for one in (links if isinstance(links, list) else ()))

    def _dated(self, data: Mapping[str, Data], field: str, is_right: Callable[[str], bool]) -> str:
        said = text(data.get(field))
        if not said or is_right(said):
            return said
        self._loss.dropped("field", f"`{field}` has no date in it that can be read")
        return ""

    def _actor_known(self, id_: str) -> str:
        return id_ if id_ in self._draft.actors else self._actor(id_, "")

    def _answer(self, said: str) -> DraftAnswer | None:
        match = _ANSWER.fullmatch(said)
        issue = next((one for one in self._draft.issues if match is not None and one.key == match["issue"]), None)
        if match is None or issue is None or (match["position"] not in issue.positions and match["position"] != OPEN):
            self._loss.dropped("answer", "its question or position is not in the front matter")
            return None
        return DraftAnswer(
            issue=issue.key,
            position=match["position"],
            negated=bool(match["negated"]),
            holder=self._actor_known(match["holder"]) if match["holder"] else "",
            strength=strength_of(match["strength"] or ""),
        )

    def _step(self, role: StepRole, said: str, claim: DraftClaim) -> DraftStep:
        schemes: list[str] = []
        if said.startswith("("):
            named, _, said = said[1:].partition(") ")
            schemes = [scheme for scheme in named.split(", ") if is_id(scheme)]
        groups = [[self.key(id_) for id_ in group.split(" and ") if id_] for group in said.split(" undercut ")]
        if role in (StepRole.EXPLANATION, StepRole.PARTS, StepRole.BACKGROUND):
            role, schemes = StepRole.BECAUSE, [role.value]
        return DraftStep(role=role, premises=groups[0], schemes=schemes, undercuts=groups[1:], origin=claim.origin)

    def _link(self, claim: DraftClaim, said: Mapping[str, Data]) -> DraftLink:
        relation = text(said.get("is"))
        sure = text(said.get("sure"))
        return DraftLink(
            source=claim.key,
            relation=relation if relation in set(Relation) else "",
            target=self.key(text(said.get("to"))),
            confidence=float(sure) if re.fullmatch(r"0(\.\d{1,9})?|1", sure) else None,
            why=text(said.get("why")),
            by=text(said.get("by")),
            origin=claim.origin,
        )

    def settle(self) -> None:
        """Put what data says in place of what relations say of the same, when a document is drafted."""
        for claim, steps in self._steps:
            claim.steps = list(_settled(claim.steps, steps))
        told = [link for link in self._links if link.relation]
        self._loss.dropped("link", "it has no relation of the language", count=len(self._links) - len(told))
        ends = {(link.relation, frozenset((link.source, link.target))) for link in told}
        self._draft.links = [
            link for link in self._draft.links if (link.relation, frozenset((link.source, link.target))) not in ends
        ]
        self._draft.links += told
        self._steps, self._links = [], []


def _settled(told: Sequence[DraftStep], steps: Sequence[DraftStep]) -> Iterator[DraftStep]:
    """The steps of a claim: each of its data stands where the first is that tells a part of it."""
    whole: dict[tuple[str, str], DraftStep] = {}
    for step in steps:
        for key in step.premises:
            whole.setdefault((_family(step), key), step)
    placed: set[int] = set()
    for part in told:
        step = whole.get((_family(part), part.premises[0]), part)
        if step is not part and not set(step.premises).issuperset(part.premises):
            step = part
        if id(step) not in placed:
            placed.add(id(step))
            yield step
    yield from (step for step in steps if id(step) not in placed)


def _family(step: DraftStep) -> str:
    """What relations can tell of a step: whether it speaks for or against, or nothing."""
    if step.role in OBJECTING:
        return StepRole.OBJECTION
    return next((scheme for scheme in step.schemes if scheme in WITHOUT_SUPPORT), step.role)


def _is_period(said: str) -> bool:
    start, dots, end = said.partition("..")
    if not dots:
        return is_date(said)
    whole = all(is_date(one) for one in (start, end) if one) and bool(start or end)
    return whole and (not start or not end or start <= end + "~")


def _is_moment(said: str) -> bool:
    day, time = said[:10], said[10:]
    return is_date(said) or (len(day) == 10 and is_date(day) and _TIME.fullmatch(time) is not None)


def _cue(said: str) -> DraftCue | None:
    match = _CUE.fullmatch(said)
    if match is None or not match[0].strip():
        return None
    return DraftCue(words=match[2] or "", line=int(match[1]) if match[1] else None)
