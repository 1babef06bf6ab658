"""Who answers what, said by the rows and cells of tables -> a draft.

Where a row has no words of its holder, what it says is what the table says: a document of the table reports it, in the
words of the question and of its answer, and the holder is named after `from`.  Where it has, and nobody else is said to
have written the document, the document is the holder's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import attrs

from argmap.check.cue_finder import CueFinder, first_words
from argmap.exchange.draft import Draft, DraftAnswer, DraftClaim, DraftCue, DraftDocument, DraftIssue
from argmap.exchange.formats import Importing
from argmap.exchange.loss import ForeignPlace
from argmap.exchange.table_heads import says_nothing, worded
from argmap.language.ids import is_id, normal
from argmap.language.words import OPEN, Attitude
from argmap.model.claim import Strength
from argmap.resolve.values import strength as strength_told
from argmap.resolve.values import unknown_degree
from argmap.source.loosened import loosened, plain

_AGREE, _DISAGREE = "agree", "disagree"
_FILE = re.compile(r"[^\s/\\:]+\.[A-Za-z0-9]{1,5}")
_TABLE = "table"


@attrs.define(kw_only=True)
class Saying:
    """A holder answers a question.

    Attributes:
        position: The answer; empty where it is only said whether the holder agrees with what the question states.
        agrees: Whether the holder does; None where an answer is given.
        text: What the holder claims, in the words of whoever made the table.
        cue: Words of the source.
        document: What tells the document from others; empty for that of the table.
        author: Who wrote the document, where that is said.
    """

    holder: str
    issue: str
    position: str = ""
    agrees: bool | None = None
    negated: bool = False
    strength: Strength | None = None
    text: str = ""
    cue: str = ""
    line: int | None = None
    document: str = ""
    title: str = ""
    author: str = ""
    publisher: str = ""
    source: str = ""
    date: str = ""
    by: str = ""
    notes: tuple[str, ...] = ()
    origin: ForeignPlace


class StanceDraft:
    """A draft that grows by what tables say."""

    def __init__(self, importing: Importing) -> None:
        self.draft = Draft()
        self.loss = importing.loss
        self._title = plain(importing.title) or "A table"
        self._sources = importing.sources
        self._maker = plain(importing.options.get("by", ""))
        self._are_authors = importing.options.get("holders", "") == "authors"
        self._issues: dict[str, DraftIssue] = {}
        self._documents: dict[str, DraftDocument] = {}
        self._claims: dict[tuple[object, ...], DraftClaim] = {}
        self._held: dict[str, set[str]] = {}
        self.names: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        self._by_name: dict[str, DraftIssue] = {}
        self._finders: dict[str, CueFinder] = {}
        self._dates: dict[str, str] = {}

    def whole(self) -> Draft:
        """All that was said."""
        self.draft.issues = list(self._issues.values())
        self.draft.documents = list(self._documents.values())
        for document in self.draft.documents:
            # A document whose claims were all made on one day is of that day.
            dates = {claim.said for claim in document.claims}
            if document.key.startswith(("holder ", "document ")) and not document.date and len(dates) == 1:
                document.date = dates.pop().partition("T")[0]
                for claim in document.claims:
                    claim.said = claim.said if "T" in claim.said else ""
        return self.draft

    def put(self, document: DraftDocument) -> None:
        """Take a document that is whole already."""
        self._documents[document.key] = document

    def actor(self, name: str, origin: ForeignPlace | None = None) -> str:
        """The key of somebody; names that differ in case, spaces and accents' composition alone are one."""
        key = self._keys.get(name)
        if key is None:
            key = self._keys[name] = self.draft.actor(plain(name), loosened(plain(name)), origin)
        return key

    def called(self, holder: str, head: str) -> str:
        """The name of a holder: that of another sheet; else, behind what its column counts, a bare number."""
        if holder in self.names:
            return self.names[holder]
        word = worded(head).removesuffix(" id")
        what = {"voter": "participant", "": "holder"}.get(word, word)
        return f"{what} {holder}" if holder.isascii() and holder.isdigit() else holder

    def is_silent(self, cell: str, place: ForeignPlace) -> bool:
        """Whether a cell gives no answer; where it has a mark that says so, that is counted."""
        if plain(cell) and not says_nothing(cell):
            return False
        self.loss.dropped("cell", "it gives no answer", place, 1 if cell else 0)
        return True

    def issue(self, name: str, question: str = "", origin: ForeignPlace | None = None) -> DraftIssue:
        """A question, which is added where it is new."""
        found = self._by_name.get(name)
        if found is not None:
            return found
        key = loosened(name)
        found = self._issues.get(key)
        if found is None:
            found = DraftIssue(key=key, question=plain(question) or plain(name), name=plain(name), origin=origin)
            if not question or not is_id(found.name) or found.name.isdigit():
                found.name = ""
            self._issues[key] = found
        self._by_name[name] = found
        return found

    def position(self, issue: DraftIssue, name: str, text: str = "") -> str:
        """The key of an answer, which is added where it is new; an answer that says so is `OPEN`."""
        key = loosened(name)
        if key == OPEN:
            return OPEN
        issue.positions.setdefault(key, plain(text) or plain(name))
        return key

    def strength(self, text: str, origin: ForeignPlace) -> tuple[Strength | None, tuple[str, ...]]:
        """How firmly something is said, and a note where that is in no word of the language."""
        if not text:
            return None, ()
        words = "..".join("-".join(part.lower().split()) for part in text.split(".."))
        found = None if unknown_degree(words) else strength_told(words)
        if found is None:
            self.loss.changed("strength", "it is no word of the language, and stands in a note", origin)
            return None, (f"strength: {text}",)
        return found, ()

    def add(self, saying: Saying) -> None:
        """Take what is said into the draft."""
        issue = self.issue(saying.issue, origin=saying.origin)
        answer = self._answer(issue, saying)
        holder = self.actor(saying.holder, saying.origin)
        document, is_own = self._document(saying, holder)
        attitude, text = self._words(issue, answer, saying, is_own=is_own)
        cues = self._cues(saying, document)
        voices = [] if is_own else [[holder]]
        told = (document.key, attitude, text, answer.issue, answer.position, answer.negated, str(saying.strength or ""))
        key = (*told, saying.date, saying.by, saying.notes, *((holder,) if cues or is_own else ()))
        claim = self._claims.get(key)
        if claim is None:
            claim = DraftClaim(
                key=f"{len(self._claims)}",
                text=text,
                attitude=attitude,
                voices=voices,
                strength=saying.strength,
                answers=[answer],
                said=saying.date,
                by=saying.by,
                notes=list(saying.notes),
                origin=saying.origin,
            )
            self._claims[key] = claim
            self._held[claim.key] = {holder}
            document.claims.append(claim)
        elif holder not in self._held[claim.key]:
            self._held[claim.key].add(holder)
            claim.voices[0].append(holder)
        elif not cues:
            self.loss.changed("row", "another says the same, and it is kept once", saying.origin)
        claim.cues += [cue for cue in cues if cue not in claim.cues]
        cited = saying.source if saying.source and document.source != saying.source else ""
        if cited and cited not in claim.cites:
            claim.cites.append(cited)
        self.loss.kept("answer", saying.origin)

    def _answer(self, issue: DraftIssue, saying: Saying) -> DraftAnswer:
        if saying.agrees is None:
            position, negated = self.position(issue, saying.position), saying.negated
        else:
            # Either what the question states is right, or it is not.
            if not issue.positions:
                issue.positions = {_AGREE: _AGREE, _DISAGREE: _DISAGREE}
                issue.exhaustive = True
            for word in (_AGREE, _DISAGREE):
                issue.positions.setdefault(word, word)
            position, negated = (_AGREE if saying.agrees else _DISAGREE), False
        return DraftAnswer(issue=issue.key, position=position, negated=negated and position != OPEN)

    def _words(self, issue: DraftIssue, answer: DraftAnswer, saying: Saying, *, is_own: bool) -> tuple[Attitude, str]:
        """What the author of the document does with which text."""
        attitude = Attitude.CLAIMS if is_own else Attitude.REPORTS
        if saying.text:
            return attitude, plain(saying.text)
        if answer.position == OPEN:
            return attitude, joined(issue.question, OPEN)
        if saying.agrees:
            return attitude, issue.question
        if saying.agrees is None:
            text = joined(issue.question, issue.positions[answer.position])
            return attitude, f"Not: {text}" if answer.negated else text
        if is_own:
            answer.position = _AGREE
            return Attitude.DENIES, issue.question
        return attitude, f"Disagree: {issue.question}"

    def _document(self, saying: Saying, holder: str) -> tuple[DraftDocument, bool]:
        """The document in which something is said, and whether it is the holder's own."""
        named = saying.document or saying.title or (saying.source if saying.text or saying.cue else "")
        author = loosened(plain(saying.author)) if saying.author else ""
        if author == holder or (not author and (saying.text or self._are_authors)):
            title = saying.title or named or f"{self.draft.actors[holder].name}: {self._title}"
            return self._made(f"holder {holder} {loosened(named)}", title, saying, holder), True
        if not named and not author:
            return self._made(_TABLE, self._title, saying, ""), False
        title = saying.title or named or self._title
        return self._made(f"document {loosened(named or title)} {author}", title, saying, author), False

    def _made(self, key: str, title: str, saying: Saying, author: str) -> DraftDocument:
        found = self._documents.get(key)
        if found is None:
            if author and author not in self.draft.actors:
                self.actor(saying.author, saying.origin)
            document = DraftDocument(key=key, title=title, publisher=plain(saying.publisher), origin=saying.origin)
            document.authors = [author or self.unnamed(key, title, saying.origin)]
            document.by = self._maker
            if saying.source and (_FILE.fullmatch(saying.source) or "://" in saying.source) and key != _TABLE:
                document.source = saying.source
            found = self._documents[key] = document
        return found

    def unnamed(self, key: str, title: str, origin: ForeignPlace) -> str:
        """Who wrote a document of which nobody says who did."""
        if key == _TABLE and self._maker:
            return self.actor(self._maker, origin)
        what = "table" if key == _TABLE else "document"
        why = f"whoever made the {what} is called so; `--set by=NAME` says who made the table"
        if key != _TABLE:
            why = "whoever wrote it is called its author, for want of a name"
        self.loss.changed("unknown author", why, origin)
        return self.actor(
            f"Whoever made \u201c{title}\u201d" if key == _TABLE else f"The author of \u201c{title}\u201d", origin
        )

    def _cues(self, saying: Saying, document: DraftDocument) -> list[DraftCue]:
        """Where something stands in its source: proved where the source is there."""
        words = plain(saying.cue).strip('"\u201c\u201d')
        if not words:
            return [DraftCue(line=saying.line)] if saying.line and document.source else []
        name = normal(document.source)
        if name not in self._sources:
            cue = first_words(words)
            if not cue:
                saying.notes += (f"words of the source: {words}",)
                self.loss.changed("cue", "it has too few words for one, and stands in a note", saying.origin)
                return []
            if cue != words:
                self.loss.changed(
                    "quote", "its first words are its cue, and no source is there to prove them", saying.origin
                )
            else:
                self.loss.changed("cue", "no source is there to prove it", saying.origin)
            return [DraftCue(words=cue, line=saying.line)]
        if name not in self._finders:
            self._finders[name] = CueFinder(self._sources[name])
        finder = self._finders[name]
        found = finder.cue(words, saying.line or finder.line_of(words))
        if found is None:
            why = (
                f"it is not in {name}, or not just once: the claim has no place"
                if finder.has(words)
                else (f"it is not in {name}: the claim has no place")
            )
            self.loss.dropped("orphan", why, saying.origin)
            return []
        self.loss.kept("cue", saying.origin)
        return [DraftCue(words=found.words, line=found.line)]


def joined(question: str, answer: str) -> str:
    """A question and an answer as one text, in no words but theirs."""
    return f"{question}{' ' if question.endswith(('?', '!', '.', ':', chr(0xFF1F))) else ': '}{answer}"


def table_options() -> Mapping[str, str]:
    """What can be set beside the heads of columns."""
    return {"by": "", "holders": "", "orientation": "", "layout": "", "form": "", "encoding": ""}
