"""What an Argdown file means -> a draft of one document.

Argdown has one voice, and never says whether its author accepts a statement.  What is put against something else in the
file, and what only supports that, is therefore supposed, and nobody is made to claim it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.exchange.argdown.inline import Wording
from argmap.exchange.argdown.model import Entry, Inferred, Model, Related, RelationKind
from argmap.exchange.argdown.options import Options, is_date
from argmap.exchange.argdown.own_data import OWN, OwnData, is_own
from argmap.exchange.draft import Draft, DraftClaim, DraftDocument, DraftLink, DraftStep
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.exchange.plain_yaml import Data, text_of_data
from argmap.language.ids import is_id
from argmap.language.words import SCHEMES, WITHOUT_SUPPORT, Attitude
from argmap.model.inference import StepRole

_DRAWN = frozenset("color fontColor isGroup isClosed isInMap image images group map dot graph graphml html web".split())
"""Data that says how Argdown draws."""
_SETTINGS = _DRAWN | frozenset(
    "model mode selection colorScheme sourceHighlighter webComponent vizJs process logLevel inputPath input".split()
)
"""Settings of Argdown that may stand in front matter."""
_STRUCTURE = frozenset(("isCanonical", "isInGroup", "uses", "from"))
"""Data that has told what it has to tell when the file was read."""
_OPPOSED = (RelationKind.ATTACK, RelationKind.UNDERCUT, RelationKind.CONTRARY, RelationKind.CONTRADICTORY)
_MOST_DOUBTED = 20
"""Steps from one claim that one other undercuts."""
_TOO_MANY = f"what it undercuts is a reason of more than {_MOST_DOUBTED} claims"
_LINKS = {
    RelationKind.CONTRADICTORY: "contradicts",
    RelationKind.CONTRARY: "contrary-to",
    RelationKind.ENTAILS: "entails",
}


class Shared(NamedTuple):
    """What all files share.

    Attributes:
        draft: Where their documents are added.
        loss: Where is counted what became of their parts.
        own: What the files that argmap has written say beyond Argdown.
    """

    draft: Draft
    loss: LossReport
    own: OwnData


def draft_file(model: Model, file: str, title: str, options: Options, shared: Shared) -> None:
    """Add the document of a file to a draft.

    Args:
        model: What the file means.
        file: Its name, which is the key of the document too.
        title: What it is called, where it does not say.
        options: What the command line says of it.
        shared: What all files share.
    """
    _Drafting(model, file, title, options, shared).add()


class _Drafting:
    def __init__(self, model: Model, file: str, title: str, options: Options, shared: Shared) -> None:
        self._model, self._file, self._options = model, file, options
        self._draft, self._loss = shared.draft, shared.loss
        self._own = shared.own if is_own(model) else None
        self._document = DraftDocument(key=file, title=title, origin=ForeignPlace(file))
        self._claims: dict[str, DraftClaim] = {}
        self._steps: list[tuple[int, DraftClaim, DraftStep]] = []
        self._of_inference: dict[int, DraftStep] = {}
        self._from_alone: dict[str, list[DraftStep]] = {}
        self._opposed = self._found_opposed()

    def _place(self, line: int) -> ForeignPlace:
        return ForeignPlace(self._file, f"line {line}")

    def _changed(self, what: str, why: str, line: int, count: int = 1) -> None:
        self._loss.changed(what, why, self._place(line), count)

    def _dropped(self, what: str, why: str, line: int, count: int = 1) -> None:
        self._loss.dropped(what, why, self._place(line), count)

    def add(self) -> None:
        """Add the document."""
        self._draft.documents.append(self._document)
        first = self._sections()
        self._front_matter()
        for entry in self._model.entries.values():
            if not entry.steps and not self._is_elsewhere(entry):
                self._claim(entry, first)
        for entry in self._model.entries.values():
            for step in entry.steps:
                self._inference(step)
            used = {premise for step in entry.steps for premise in step.premises}
            unused = [premise for premise in entry.premises if premise not in used]
            why = "no inference says that it uses it: it is a claim beside the argument"
            self._changed("premise", why, entry.line, len(unused))
        for relation in self._model.relations:
            if relation.kind is not RelationKind.UNDERCUT:
                self._relation(relation)
        for _, _, drafted in self._steps:
            if len(drafted.premises) == 1:
                self._from_alone.setdefault(drafted.premises[0], []).append(drafted)
        for relation in self._model.relations:
            if relation.kind is RelationKind.UNDERCUT:
                self._undercut(relation)
        for _, claim, drafted in sorted(self._steps, key=lambda one: one[0]):
            claim.steps.append(drafted)
        for entry in self._model.entries.values():
            if entry.steps and self._own is None:
                self._describe(entry)
        if self._own is not None:
            self._own.settle()
        for line in self._model.comments:
            self._dropped("comment", "comments are nobody's claims", line)

    # --- The document

    def _sections(self) -> int:
        """The titles of the sections; the number of those before them, which is 1 where a heading is the title."""
        sections = self._model.sections
        highest = [section for section in sections if section.level == 1]
        entries = self._model.entries.values()
        leads = (
            len(highest) == 1
            and sections[0] is highest[0]
            and bool(sections[0].title)
            and "title" not in self._model.front_matter
            and all(entry.section is not None for entry in entries)
        )
        if leads:
            self._document.title = sections[0].title
            self._changed("heading", "it is the title of the document", sections[0].line)
        own = sections[leads:]
        self._document.sections = [section.title for section in own]
        top = min((section.level for section in own), default=1)
        for section in own:
            if section.level > top:
                self._changed("heading", "a section in a section follows it, on one level", section.line)
            else:
                self._loss.kept("heading")
        for section in sections:
            self._dropped("data value", "headings have none here", section.line, len(section.data))
            self._dropped("tag", "headings have none here", section.line, len(section.tags))
        return int(leads)

    def _front_matter(self) -> None:
        document = self._document
        found = dict(self._model.front_matter)
        if self._own is not None:
            self._own.document(found, document)
        title = text_of_data(found.pop("title", None))
        document.title = title or document.title
        named = [found.pop(key, None) for key in ("author", "authors")]
        names = [text_of_data(one) for data in named for one in (data if isinstance(data, list) else [data])]
        for name in [self._options.author] if self._options.author else [name for name in names if name]:
            document.authors.append(self._draft.actor(name))
        date = text_of_data(found.pop("date", None))
        if self._options.date or is_date(date):
            document.date = self._options.date or date
        elif date:
            found["date"] = date
        for key, value in found.items():
            text = text_of_data(value)
            if key in _SETTINGS or not text:
                self._dropped("front matter entry", "it is a setting of Argdown", 1)
            else:
                document.notes.append(f"{key}: {text}")
                self._changed("front matter entry", "it is a note on the document", 1)

    # --- Claims

    def _is_elsewhere(self, entry: Entry) -> bool:
        """Whether it stands for what another file holds."""
        member = entry.members[0]
        if not entry.title and member.wording.text.startswith("@include("):
            self._dropped("line", "another file is not read from this one: import it beside it", member.line)
            return True
        return self._own is not None and self._own.is_elsewhere(entry.title)

    def _key(self, key: str) -> str:
        if self._own is None:
            return f"{self._file} {key}"
        title = key[1:-1]
        is_titled = key.startswith("[") and not key.startswith("[]")
        return self._own.key(title if is_titled else key)

    def _claim(self, entry: Entry, first: int) -> None:
        defined = entry.defined
        text = defined.wording.text if defined is not None else entry.title
        claim = DraftClaim(
            key=self._key(entry.key),
            text=text,
            name=entry.title,
            attitude=self._options.attitude if entry.key not in self._opposed else Attitude.SUPPOSES,
            section=None if entry.section is None or entry.section < first else entry.section - first,
            origin=self._place(entry.line),
        )
        self._claims[entry.key] = claim
        self._document.claims.append(claim)
        if entry.title and not is_id(entry.title):
            self._changed("title", "an id is made of it", entry.line)
        what = "argument" if entry.is_argument else "statement"
        if defined is None:
            self._changed(what, "it has no text but its title", entry.line)
        elif entry.is_argument:
            self._changed(what, "it has no premises of its own: its description is a claim", entry.line)
        else:
            self._loss.kept(what)
        self._wordings(entry, claim)
        self._tags(entry, claim)
        data = dict(entry.data)
        if self._own is not None:
            self._own.claim(data, claim)
        self._data(data, claim, entry.line)

    def _wordings(self, entry: Entry, claim: DraftClaim) -> None:
        """What else the members of a statement say, and what was marked in it."""
        said = {claim.text: None}
        for member in entry.members:
            wording: Wording = member.wording
            if wording.text and wording.text not in said:
                said[wording.text] = None
                claim.notes.append(wording.text)
                self._changed("statement", "another wording of it is a note", member.line)
            for url in wording.links:
                if url not in claim.cites:
                    claim.cites.append(url)
                self._changed("link", "its address is cited", member.line)
            self._changed("emphasised part", "there is no emphasis here", member.line, wording.emphasised)
            self._changed("short code", "it is the sign that it stands for", member.line, wording.codes)

    def _tags(self, entry: Entry, claim: DraftClaim) -> None:
        verbs = [verb for tag in entry.tags if (verb := self._options.attitudes.get(tag)) is not None]
        holders = [name for tag in entry.tags if (name := self._options.holders.get(tag))]
        mapped = {*self._options.attitudes, *self._options.holders}
        for tag in entry.tags:
            if tag not in mapped:
                claim.tags.append(tag.replace(",", " "))
                self._loss.kept("tag")
        self._held(claim, verbs[-1] if verbs else None, holders, entry.line)

    def _held(self, claim: DraftClaim, verb: Attitude | None, names: list[str], line: int) -> None:
        """Give a claim the attitude and the holders that the command line gives it."""
        if names:
            known = claim.voices[-1] if claim.voices else []
            claim.voices = [list(dict.fromkeys([*known, *(self._draft.actor(name) for name in names)]))]
            self._changed("holder", "the claim is from whom the options say", line)
            verb = verb or Attitude.REPORTS
        if verb in (Attitude.REPORTS, Attitude.ENDORSES) and not claim.voices:
            self._dropped("attitude", f"nobody is said to hold what the author `{verb}`", line)
        elif verb in (Attitude.CLAIMS, Attitude.SUPPOSES) and claim.voices:
            self._dropped("attitude", f"what the author `{verb}` is held by nobody else", line)
            claim.attitude = Attitude.REPORTS
        elif verb is not None:
            claim.attitude = verb

    def _data(self, data: Mapping[str, Data], claim: DraftClaim, line: int) -> None:
        for key, value in data.items():
            text = text_of_data(value)
            if key in _STRUCTURE or (self._own is not None and key in OWN):
                continue
            if key == self._options.holder and text:
                names = [text_of_data(one) for one in value] if isinstance(value, list) else [text]
                self._held(claim, None, [name for name in names if name], line)
            elif key in ("source", "sources") and text:
                claim.cites.append(text)
                self._loss.kept("data value")
            elif key in _DRAWN or not text:
                self._dropped("data value", "it says how Argdown draws, or nothing", line)
            else:
                claim.notes.append(f"{key}: {text}")
                self._changed("data value", "it is a note", line)

    def _describe(self, entry: Entry) -> None:
        """What an argument with premises says of itself, and its data, at its conclusion."""
        claim = self._claims[entry.steps[-1].conclusion]
        texts = list(dict.fromkeys(member.wording.text for member in entry.members if member.wording.text))
        said = [one for one in (entry.title, *texts) if one]
        tags = [f"#{tag}" for tag in entry.tags]
        if said or tags:
            claim.notes.append("Argument: " + " ".join(filter(None, (": ".join(said), *tags))))
            self._changed("argument", "its title and description are a note on its conclusion", entry.line)
        else:
            self._loss.kept("argument")
        data = {key: value for key, value in entry.data.items() if key != self._options.holder}
        self._data(data, claim, entry.line)
        held = entry.data.get(self._options.holder) if self._options.holder else None
        names = [text_of_data(one) for one in (held if isinstance(held, list) else [held])]
        if any(names):
            for key in dict.fromkeys(key for step in entry.steps for key in (*step.premises, step.conclusion)):
                self._held(self._claims[key], None, [name for name in names if name], entry.line)

    # --- Steps and links

    def _inference(self, step: Inferred) -> None:
        conclusion = self._claims.get(step.conclusion)
        if conclusion is None:
            self._dropped("inference", "its conclusion is in another file", step.line)
            return
        drafted = DraftStep(
            role=StepRole.BECAUSE,
            premises=[self._key(premise) for premise in step.premises],
            origin=self._place(step.line),
        )
        for rule in step.rules:
            name = rule.lower()
            if name in SCHEMES and name not in WITHOUT_SUPPORT and name not in drafted.schemes:
                drafted.schemes.append(name)
            elif self._own is not None and is_id(rule) and rule not in drafted.schemes:
                drafted.schemes.append(rule)
            else:
                conclusion.notes.append(f"Inference rule: {rule}")
                self._changed("inference rule", "it is no scheme here, and a note on the conclusion", step.line)
        self._loss.kept("inference")
        self._steps.append((step.line, conclusion, drafted))
        self._of_inference[id(step)] = drafted

    def _relation(self, relation: Related) -> None:
        if not isinstance(relation.target, str):
            return
        source, target = self._key(relation.source), relation.target
        place = self._place(relation.line)
        word = _LINKS.get(relation.kind)
        if word is not None:
            self._draft.links.append(DraftLink(source=source, relation=word, target=self._key(target), origin=place))
            self._loss.kept("relation")
            return
        if self._model.entries[target].steps:
            target = self._only_premise(relation)
        if target not in self._claims:
            return
        role = StepRole.BECAUSE if relation.kind is RelationKind.SUPPORT else StepRole.OBJECTION
        self._loss.kept("relation")
        self._steps.append((relation.line, self._claims[target], DraftStep(role=role, premises=[source], origin=place)))

    def _only_premise(self, relation: Related) -> str:
        """The one premise of an argument that a relation can be about; where there are several, it becomes a note."""
        entry = self._model.entries[str(relation.target)]
        if len(entry.premises) == 1:
            return entry.premises[0]
        verb = "Supports" if relation.kind is RelationKind.SUPPORT else "Attacks"
        conclusion = self._model.entries[entry.steps[-1].conclusion]
        called = entry.title or conclusion.title or self._claims[conclusion.key].text
        if relation.source in self._claims:
            self._claims[relation.source].notes.append(f"{verb} the argument as a whole: {called}")
        why = "it is about an argument as a whole, and does not say which premise: it is a note"
        self._changed("relation", why, relation.line)
        return ""

    def _undercut(self, relation: Related) -> None:
        source, target = self._key(relation.source), relation.target
        if isinstance(target, str):
            doubted = self._from_alone.get(self._key(target), [])
            self._dropped("relation", _TOO_MANY, relation.line, len(doubted) - _MOST_DOUBTED)
            doubted = doubted[:_MOST_DOUBTED]
        else:
            doubted = [self._of_inference[id(target)]] if id(target) in self._of_inference else []
        for step in doubted:
            step.undercuts.append([source])
        if doubted:
            self._loss.kept("relation")
        else:
            self._dropped("relation", "what it undercuts is no step to anything", relation.line)

    # --- Who is made to claim what

    def _found_opposed(self) -> set[str]:
        """What is put against something, and what bears on nothing but that."""
        opposed: dict[str, None] = {}
        supports: list[tuple[str, str]] = []
        for relation in self._model.relations:
            if relation.kind in _OPPOSED:
                opposed.setdefault(relation.source)
                if relation.kind in _LINKS and isinstance(relation.target, str):
                    opposed.setdefault(relation.target)
            elif isinstance(relation.target, str):
                supports += ((relation.source, one) for one in self._standing_for(relation.target))
        for entry in self._model.entries.values():
            supports += ((premise, step.conclusion) for step in entry.steps for premise in step.premises)
        uses: dict[str, int] = {}
        reasons: dict[str, list[str]] = {}
        for source, target in dict.fromkeys(supports):
            uses[source] = uses.get(source, 0) + 1
            reasons.setdefault(target, []).append(source)
        waiting = list(opposed)
        while waiting:
            for source in reasons.get(waiting.pop(), ()):
                uses[source] -= 1
                if not uses[source] and source not in opposed:
                    opposed[source] = None
                    waiting.append(source)
        return set(opposed)

    def _standing_for(self, key: str) -> Iterator[str]:
        steps = self._model.entries[key].steps
        yield steps[-1].conclusion if steps else key
