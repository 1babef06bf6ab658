"""AIF and xAIF, in and out: nodesets as AIFdb, OVA and argument miners keep them.

Each speaker of a nodeset is a document with that author; what nobody is known to say is in a document of the nodeset.
A claim that several speakers take a stance on is one claim in each of their documents, and links say that these are
the same, as they do where a node recurs in another file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import PurePosixPath

from argmap.exchange.aif_nodeset import Node, Nodeset, nodeset
from argmap.exchange.aif_schemes import CONTRADICTION, CONTRARIETY, scheme_of
from argmap.exchange.aif_speech import Act, Force, Speech, moment, speech, stance, word
from argmap.exchange.aif_writing import write
from argmap.exchange.draft import Draft, DraftClaim, DraftDocument, DraftLink, DraftStep
from argmap.exchange.foreign_text import json_of
from argmap.exchange.formats import Importing, NotThisFormatError
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.language.words import Attitude, Relation
from argmap.model.inference import StepRole

__all__ = ["looks_alike", "read", "write"]

_MOST_CONCLUSIONS = 10
"""Conclusions of one S-node that are told."""
_MAKES = {
    "RA": (Force.ASSERTS, Force.RAISES, Force.CONCEDES),
    "CA": (Force.ASSERTS, Force.REJECTS, Force.RAISES, Force.CONCEDES),
    "MA": (Force.ASSERTS, Force.RAISES, Force.CONCEDES),
}
"""The forces by which a step is made; by others, somebody takes a stance on it."""
_SUPPOSED = "/supposed"
"""At the end of the key of a claim that somebody argues about and does not assert."""
_QUESTION, _CHALLENGE, _DISAGREEMENT = "question", "challenge", "disagreement"


def looks_alike(files: Mapping[str, bytes]) -> bool:
    """Whether one of the files has the ids of AIF's nodes and edges."""
    return any(b'"nodeID"' in data and (b'"fromID"' in data or b'"edges"' in data) for data in files.values())


def read(files: Mapping[str, bytes], importing: Importing) -> Draft:
    """The draft that nodesets hold; a folder may hold other files beside them.

    Raises:
        NotThisFormatError: None of the files is a nodeset.
    """
    reader = _Reader(importing)
    failed: NotThisFormatError | None = None
    found = 0
    for file, data in files.items():
        title = importing.title if len(files) == 1 and importing.title else str(PurePosixPath(file).with_suffix(""))
        try:
            whole = nodeset(json_of(data, file, importing.loss), file, title, reader.spellings, importing.loss)
        except NotThisFormatError as error:
            failed = failed or error
            importing.loss.dropped("file", "it holds no nodeset", ForeignPlace(file, error.where))
            continue
        reader.read(whole)
        found += 1
    if not found:
        raise failed or NotThisFormatError("there is no file", "")
    reader.draft.links = list(_each_once(reader.draft.links, importing.loss))
    return reader.draft


def _each_once(links: list[DraftLink], loss: LossReport) -> Iterator[DraftLink]:
    seen: set[tuple[str, str, str]] = set()
    for link in links:
        low, high = sorted((link.source, link.target))
        if (low, link.relation, high) in seen:
            loss.dropped("link", "it is said twice", link.origin)
        else:
            seen.add((low, link.relation, high))
            yield link


class _Reader:
    """What nodesets have in common: speakers by name, and nodes by id."""

    def __init__(self, importing: Importing) -> None:
        self.draft = Draft()
        self._loss = importing.loss
        author = importing.options.get("author", "")
        self._authors = [self.draft.actor(author)] if author else []
        self.spellings: dict[str, str] = {}
        self._last: dict[str, DraftClaim] = {}
        """By the id of a node, the claim that it was made last, in whatever file."""

    def read(self, whole: Nodeset) -> None:
        one = _OneNodeset(whole, self.draft, self._authors, self._loss)
        for node, claims in one.claims():
            known = self._last.get(node.id)
            if known is not None and known.text != node.text:
                why = "it is in another file with another text, and taken for another node"
                self._loss.changed("node id", why, whole.place(node.id))
                known = None
            for claim in claims:
                if known is not None:
                    self._loss.kept("shared node", whole.place(node.id))
                    why = f"one node of AIF, {node.id}"
                    self.draft.links.append(_same(known, claim, whole.place(node.id), why))
                known = claim
            if known is not None:
                self._last[node.id] = known


def _same(source: DraftClaim, target: DraftClaim, origin: ForeignPlace, why: str = "") -> DraftLink:
    return DraftLink(source=source.key, relation=Relation.SAME_AS, target=target.key, why=why, origin=origin)


class _OneNodeset:
    def __init__(self, whole: Nodeset, draft: Draft, authors: list[str], loss: LossReport) -> None:
        self._nodeset = whole
        self._draft = draft
        self._authors = authors
        self._loss = loss
        self._documents: dict[str, DraftDocument] = {}
        self._claims: dict[str, dict[str, DraftClaim]] = {}
        """By I node, the claim in the document of each speaker."""
        self._supposed: dict[str, dict[str, DraftClaim]] = {}
        """By I node, where somebody argues for or against what they do not assert."""
        self._accepted: dict[str, DraftClaim] = {}
        """By I node, the claim of the first who accepts it."""
        self._speakers: dict[str, str] = {}
        """By the key of a claim, whose document it is in."""
        self._steps: dict[str, list[DraftStep]] = {}
        """By S-node."""
        self._told: set[tuple[str, StepRole, tuple[str, ...]]] = set()
        self._speech: Speech = speech(whole, loss)

    def claims(self) -> Iterator[tuple[Node, list[DraftClaim]]]:
        """Put all into the draft; the claims of each I node that has any."""
        for name in self._speech.speakers:
            self._document(name)
        nodes = list(self._nodeset.of_kind("I"))
        for node in nodes:
            self._say(node)
        for node in self._nodeset.of_kind("RA", "CA"):
            self._argue(node)
        for node in self._nodeset.of_kind("CA"):
            self._undercut(node)
        for node in self._nodeset.of_kind("MA"):
            self._rephrase(node)
        self._count_others()
        for speaker, document in self._documents.items():
            _settle(document, self._speech.encoders.get(speaker, set()))
            self._draft.documents.append(document)
        for node in nodes:
            yield node, [*self._claims[node.id].values(), *self._supposed.get(node.id, {}).values()]

    def _document(self, speaker: str) -> DraftDocument:
        """That of a speaker, or that of the nodeset for what nobody is known to say."""
        if speaker not in self._documents:
            title = self._nodeset.title
            self._documents[speaker] = DraftDocument(
                key=f"{self._nodeset.file}/{speaker}",
                title=f"{title}: {speaker}" if speaker else title,
                authors=[self._draft.actor(speaker)] if speaker else list(self._authors),
                origin=ForeignPlace(self._nodeset.file),
            )
        return self._documents[speaker]

    # --- Claims

    def _say(self, node: Node) -> None:
        """Make the claims of an I node."""
        where = self._nodeset.place(node.id)
        acts = self._speech.acts.get(node.id, [])
        by_speaker: dict[str, list[Act]] = {}
        for act in acts:
            by_speaker.setdefault(act.speaker, []).append(act)
        holders = list(dict.fromkeys(act.speaker for act in acts if _asserted(act) and act.speaker))
        self._claims[node.id] = {}
        for speaker, own in (by_speaker or {"": []}).items():
            # Of a claim that very many hold, not all who hold it are named by each who answers it.
            others = [name for name in holders[:3] if name != speaker]
            claim = self._claim(node, speaker)
            if own:
                self._take_stance(claim, own, others, where)
            self._claims[node.id][speaker] = claim
            if claim.attitude.accepts:
                self._accepted.setdefault(node.id, claim)
        if node.text:
            self._loss.kept("claim", where)

    def _claim(self, node: Node, speaker: str, suffix: str = "") -> DraftClaim:
        document = self._document(speaker)
        claim = DraftClaim(key=f"{document.key}/{node.id}{suffix}", text=node.text, origin=self._nodeset.place(node.id))
        document.claims.append(claim)
        self._speakers[claim.key] = speaker
        return claim

    def _take_stance(self, claim: DraftClaim, acts: list[Act], others: list[str], where: ForeignPlace) -> None:
        forces = {act.force for act in acts if not act.told}
        told = list(dict.fromkeys(act.told for act in acts if act.told))
        if len(told) > 1:
            self._loss.dropped("report", "the same speaker reports it from another", where, len(told) - 1)
        if {Force.ASSERTS, Force.REJECTS} <= forces:
            self._loss.dropped("illocution", "the speaker also asserts what is rejected here", where)
        claim.attitude, voices = stance(forces, [[name] for name in told[0]] if told else [], others)
        claim.voices = [[self._draft.actor(name) for name in group] for group in voices]
        if claim.attitude in (Attitude.SUPPOSES, Attitude.REPORTS):
            self._tell_open(claim, forces, where)
        self._date(claim, acts)

    def _tell_open(self, claim: DraftClaim, forces: set[Force], where: ForeignPlace) -> None:
        """Say of a claim that its speaker takes no side on what it is about instead."""
        if Force.ASKS in forces:
            claim.tags.append(_QUESTION)
            self._loss.changed("question", "it asserts nothing, and its content is supposed", where)
        if Force.CHALLENGES in forces:
            claim.tags.append(_CHALLENGE)
            self._loss.changed("challenge", "it asks for reasons, and takes no side", where)
        if Force.REJECTS in forces:
            claim.tags.append(_DISAGREEMENT)
            why = "nobody else asserts what it is about, so that it may reject or repeat it: it is supposed"
            self._loss.changed("disagreement", why, where)
        if Force.RAISES in forces:
            self._loss.changed("illocution", "it is not one that asserts: its content is supposed", where)

    def _date(self, claim: DraftClaim, acts: list[Act]) -> None:
        """Say when and by whom."""
        for act in acts:
            start = self._nodeset.locutions[act.locution.id].start if act.locution.id in self._nodeset.locutions else ""
            said = moment(start)
            where = self._nodeset.place(act.locution.id)
            if said and not claim.said:
                claim.said = said
                self._loss.kept("locution time", where)
            elif start and said != claim.said:
                why = "the claim was said before, too" if said else "it is no date"
                self._loss.dropped("locution time", why, where)
            claim.by = claim.by or self._speech.annotators.get(act.locution.id, "")

    # --- Steps

    def _ends(self, node: Node) -> tuple[list[Node], list[Node]]:
        """The claims from which and those to which an S-node leads; what else is at its ends is counted."""
        premises = [one for one in self._nodeset.into[node.id] if one.kind == "I"]
        conclusions = [one for one in self._nodeset.out[node.id] if one.kind == "I"]
        others = [one for one in self._nodeset.into[node.id] if one.kind not in ("I", "YA")]
        told = ("I", "RA", "CA") if node.kind == "CA" else ("I",)
        others += [one for one in self._nodeset.out[node.id] if one.kind not in told]
        where = self._nodeset.place(node.id)
        for other in others[:_MOST_CONCLUSIONS]:
            self._loss.dropped(_NOUNS[node.kind], f"a node of type {other.kind} is at one of its ends", where)
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
            speaker = self._speakers[claim.key]
            keys = [self._premise(one, maker.speaker if maker else speaker).key for one in premises]
            if word(node.scheme) in (CONTRADICTION, CONTRARIETY) and node.kind == "CA" and len(keys) == 1:
                relation = Relation.CONTRADICTS if word(node.scheme) == CONTRADICTION else Relation.CONTRARY_TO
                link = DraftLink(source=keys[0], relation=relation, target=claim.key, origin=where)
                self._draft.links.append(link)
                continue
            conceded = maker is not None and maker.force is Force.CONCEDES and maker.speaker == speaker
            role = StepRole.BECAUSE if node.kind == "RA" else StepRole.DESPITE if conceded else StepRole.OBJECTION
            known = claim.key, role, tuple(keys)
            if known in self._told:
                self._loss.dropped(_NOUNS[node.kind], "another says the same", where)
                continue
            self._told.add(known)
            step = DraftStep(role=role, premises=keys, scheme=self._scheme(node), origin=where)
            claim.steps.append(step)
            self._steps.setdefault(node.id, []).append(step)
            self._loss.kept(_NOUNS[node.kind], where)

    def _scheme(self, node: Node) -> str:
        name = word(node.scheme)
        if name.startswith("default") or name == node.kind.casefold():
            return ""
        scheme = scheme_of(node.scheme) if node.kind == "RA" else ""
        where = ForeignPlace(self._nodeset.file, f"node {node.id[:40]}: {node.scheme[:60]}")
        if not scheme:
            self._loss.dropped("scheme", "argmap knows none of this name", where)
        elif word(scheme) != name:
            self._loss.changed("scheme", f"it is a case of `{scheme}`", where)
        return scheme

    def _concluded(self, node: Node, premises: list[Node], conclusion: Node, maker: Act | None) -> DraftClaim:
        """The claim that a step is about: under it a reason must speak for the text, and an objection against it."""
        claims = self._claims[conclusion.id]
        if node.kind == "CA":
            answered = claims.get(self._speech.answered.get(maker.illocution.id, "")) if maker else None
            if maker is not None and maker.force is Force.CONCEDES:
                answered = claims.get(maker.speaker)
            if answered is not None and answered.attitude.accepts:
                return answered
            if conclusion.id in self._accepted:
                return self._accepted[conclusion.id]
            if answered is not None and answered.attitude is Attitude.SUPPOSES:
                return answered
            return self._standing(conclusion, maker.speaker if maker else "")
        if maker is not None:
            return self._standing(conclusion, maker.speaker)
        for speaker, claim in islice(claims.items(), _MOST_CONCLUSIONS):
            if claim.attitude.accepts and all(speaker in self._claims[premise.id] for premise in premises):
                return claim
        return self._standing(conclusion, "")

    def _standing(self, node: Node, speaker: str) -> DraftClaim:
        """The claim of a speaker, whose text is asserted or supposed: one that is supposed, where there is none."""
        own = self._claims[node.id].get(speaker)
        if own is not None and (own.attitude.accepts or own.attitude is Attitude.SUPPOSES):
            return own
        supposed = self._supposed.setdefault(node.id, {})
        if speaker not in supposed:
            claim = supposed[speaker] = self._claim(node, speaker, _SUPPOSED)
            claim.attitude = Attitude.SUPPOSES
            why = "who argues about it does not assert it, and is taken to suppose it"
            self._loss.changed("claim", why, self._nodeset.place(node.id))
        return supposed[speaker]

    def _premise(self, node: Node, speaker: str) -> DraftClaim:
        """The claim that a premise is: that of the speaker, else of the first who asserts it."""
        own = self._claims[node.id].get(speaker)
        if own is not None and own.attitude.accepts:
            return own
        return self._accepted.get(node.id) or self._standing(node, speaker)

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
                step.undercuts.append([self._premise(one, speaker).key for one in premises])
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
                self._draft.links.append(_same(one, other, where))

    def _rephrased(self, node: Node, speaker: str) -> DraftClaim | None:
        claims = self._claims[node.id]
        own = claims.get(speaker) or next(iter(claims.values()))
        if _QUESTION in own.tags or _CHALLENGE in own.tags:
            own = self._accepted.get(node.id, own)
        return None if _QUESTION in own.tags or _CHALLENGE in own.tags else own

    def _count_others(self) -> None:
        for node in self._nodeset.of_kind("TA"):
            why = "the order of what is said is no argument"
            self._loss.dropped("transition", why, self._nodeset.place(node.id))
        for node in self._nodeset.of_kind("PA"):
            self._loss.dropped("preference", "argmap has none", self._nodeset.place(node.id))


_NOUNS = {"RA": "inference", "CA": "conflict", "MA": "rephrase"}


def _asserted(act: Act) -> bool:
    return not act.told and act.force in (Force.ASSERTS, Force.CONCEDES)


def _settle(document: DraftDocument, encoders: set[str]) -> None:
    """Say once of a document what is so of all its claims: when it was said, and who encoded it."""
    times = [claim.said for claim in document.claims if claim.said]
    for length in (10, 7, 4):
        if times and all(len(time) >= length and time[:length] == times[0][:length] for time in times):
            document.date = times[0][:length]
            break
    for claim in document.claims:
        if claim.said == document.date:
            claim.said = ""
    annotators = {claim.by for claim in document.claims if claim.by} or set(encoders)
    if len(annotators) == 1 and (
        encoders or all(claim.by or claim.key.endswith(_SUPPOSED) for claim in document.claims)
    ):
        document.by = annotators.pop()
        for claim in document.claims:
            claim.by = ""
