"""Debates that Kialo exports as text, in: two layouts, by no speaker.

The numbers say what stands under what, and Pro and Con what it does to that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

import attrs

from argmap.exchange.draft import Draft, DraftClaim, DraftDocument, DraftStep
from argmap.exchange.foreign_text import text_of
from argmap.exchange.formats import Importing, NotThisFormatError, count_unknown
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.language.words import Attitude
from argmap.model.inference import StepRole

Number = tuple[str, ...]

_TITLE = re.compile(r"Discussion (?:Title|Name):[ \t]*(.*)", re.IGNORECASE)
_HEAD = re.compile(r"[ \t]*((?:[0-9]{1,6}\.)+)[ \t]*(?:(Pro|Con|Thesis|Question):)?[ \t]*(.*)", re.IGNORECASE)
_SEE = re.compile(r"->[ \t]*See[ \t]+((?:[0-9]{1,6}\.)+[0-9]{0,6})[ \t]*", re.IGNORECASE)
_SOURCES = re.compile(r"[ \t]*Sources:[ \t]*", re.IGNORECASE)
_SOURCE = re.compile(r"[ \t]*\[([0-9]{1,4})\][ \t]*(.*)")
_REFERENCE = re.compile(r"(?<![ \t])[ \t]*\[([0-9]{1,4})\]")
_LINK = re.compile(
    r"!?\[((?:[^\[\]\\]|\\.){0,500})\]\(((?:[^()\\\s]|\\.|\((?:[^()\\\s]|\\.){0,200}\)){0,2000})\)", re.DOTALL
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_MOST_SHOWN = 40
"""Characters of a number that a place tells."""
_DEEPEST = 200
"""Levels of a debate that are told apart."""
_LONGEST_REFERENCE = 3
"""Digits in the number of a source; what is longer, and no number of a source, is a year."""


@attrs.define
class _Entry:
    """A claim of the export, or a mention of one: with its lines, and where it stands.

    Attributes:
        label: ``pro``, ``con``, ``thesis``, ``question``, or empty where it has none.
        line: Its first, from 1.
        lines: Their texts, without number and label.
    """

    number: Number
    label: str
    line: int
    lines: list[str]


@attrs.define
class _Debate:
    """An export, taken apart.

    Attributes:
        sources: By number, the address or title of a source.
    """

    file: str
    title: str
    entries: list[_Entry]
    sources: dict[str, str]

    def place(self, entry: _Entry) -> ForeignPlace:
        """Where an entry stands."""
        return ForeignPlace(self.file, f"line {entry.line}, {'.'.join(entry.number)[:_MOST_SHOWN]}.")


def looks_alike(files: Mapping[str, bytes]) -> bool:
    """Whether one of the files begins as an export does."""
    return any(
        _TITLE.match(data[:400].decode("utf-8", "ignore").lstrip("\ufeff \t\r\n")) is not None
        for data in files.values()
    )


def read(files: Mapping[str, bytes], importing: Importing) -> Draft:
    """The draft that debates hold, one document each; a folder may hold other files beside them.

    Raises:
        NotThisFormatError: None of the files is an export of a debate.
    """
    draft = Draft()
    author = importing.options.get("author", "")
    count_unknown(importing.options, ("author",), importing.loss)
    authors = [draft.actor(author)] if author else []
    failed: NotThisFormatError | None = None
    for file, data in files.items():
        title = importing.title if len(files) == 1 and importing.title else PurePosixPath(file).stem
        try:
            debate = _debate(text_of(data, file, importing.loss), file, title, importing.loss)
        except NotThisFormatError as error:
            failed = failed or error
            importing.loss.dropped("file", "it holds no debate", ForeignPlace(file, error.where))
            continue
        told = _Told(debate, authors, importing.loss)
        told.tell()
        draft.documents.append(told.document)
    if not draft.documents:
        raise failed or NotThisFormatError("there is no file", "")
    return draft


# --- Lines


class _Lines:
    """The lines of an export, taken one after the other."""

    def __init__(self, file: str, title: str, loss: LossReport) -> None:
        self.debate = _Debate(file, title, [], {})
        self._loss = loss
        self._named = False
        self._source: str | None = None
        """The number of the source to which a line belongs; empty before the first, None outside of the sources."""
        self._theses = 0
        self._argued = False
        """Whether pros and cons stand right under the first entry, which then is the thesis."""

    def take(self, number: int, line: str) -> None:
        """Take a line, counted from 1."""
        where = ForeignPlace(self.debate.file, f"line {number}")
        entry = self._entry(number, line)
        if entry is not None:
            self.debate.entries.append(entry)
            self._source = None
        elif self.debate.entries and _SOURCES.fullmatch(line):
            self._source = ""
        elif self._source is not None:
            self._take_source(line, where)
        elif self.debate.entries:
            self.debate.entries[-1].lines.append(line)
        else:
            self._take_title(line.strip(" \t\ufeff"), where)

    def _take_title(self, line: str, where: ForeignPlace) -> None:
        told = _TITLE.match(line)
        if told is not None and not self._named:
            self._named = bool(told[1])
            self.debate.title = told[1] or self.debate.title
        elif line and not self._named:
            self._named, self.debate.title = True, line
        elif line:
            self._loss.dropped("line", "it stands before the first claim", where)

    def _entry(self, at: int, line: str) -> _Entry | None:
        """The entry that begins with a line: a number in a text of several lines begins none."""
        match = _HEAD.fullmatch(line)
        if match is None:
            return None
        number = tuple(match[1].rstrip(".").split("."))
        label = (match[2] or "").lower()
        if number[0] != "1" or len(number) > _DEEPEST:
            return None
        if len(number) == 1 and self.debate.entries:
            return None
        if len(number) == 2:
            next_thesis = not self._argued and number[1] == str(self._theses + 1)
            if label in ("pro", "con"):
                self._argued = self._argued or not self._theses
            elif label or next_thesis:
                self._theses += 1
            else:
                return None
        elif len(number) > 2 and not label:
            return None
        return _Entry(number, label, at, [match[3]])

    def _take_source(self, line: str, where: ForeignPlace) -> None:
        match = _SOURCE.fullmatch(line)
        if match is not None:
            self._source = match[1]
            if match[1] in self.debate.sources:
                self._loss.dropped("source", "another has its number", where)
            self.debate.sources.setdefault(match[1], match[2].strip())
        elif line.strip() and self._source and not self.debate.sources[self._source]:
            self.debate.sources[self._source] = line.strip()
        elif line.strip():
            self._loss.dropped("source line", "a claim cites the source, and not its words", where)


def _debate(text: str, file: str, title: str, loss: LossReport) -> _Debate:
    """An export, taken apart.

    Raises:
        NotThisFormatError: There is no entry.
    """
    lines = _Lines(file, title, loss)
    for number, line in enumerate(text.split("\n"), 1):
        lines.take(number, line)
    if not lines.debate.entries:
        advice = "an export begins with `Discussion Title:` and has lines such as `1.1. Pro: ...`"
        raise NotThisFormatError("there is no numbered claim in it", file, "line 1", help=advice)
    return lines.debate


# --- Claims


class _Told:
    """The document that a debate becomes."""

    def __init__(self, debate: _Debate, authors: list[str], loss: LossReport) -> None:
        self._debate = debate
        self._loss = loss
        self._claims: dict[str, DraftClaim] = {}
        self._numbers: dict[Number, str] = {}
        """The key of the first claim of each number."""
        self._mentions: dict[Number, Number] = {}
        """By the number of a mention, that which it names."""
        self._steps: set[tuple[str, StepRole, str]] = set()
        self.document = DraftDocument(
            key=debate.file, title=debate.title, authors=list(authors), origin=ForeignPlace(debate.file)
        )

    def tell(self) -> None:
        """Make the claims, and then what each does to that under which it stands: a mention may point forward."""
        root = self._debate.entries[0]
        under = [entry for entry in self._debate.entries if len(entry.number) == 2]
        several = root.label == "question" or any(entry.label in ("", "thesis") for entry in under)
        standing: list[tuple[_Entry, str | Number]] = []
        for position, entry in enumerate(self._debate.entries):
            where = self._debate.place(entry)
            text, cites = self._text_and_sources(entry, where)
            mention = _SEE.fullmatch(text)
            if mention is not None:
                named = tuple(mention[1].strip(".").split("."))
                self._mentions.setdefault(entry.number, named)
                standing.append((entry, named))
            elif several and entry is root:
                self.document.notes += [text, *cites]
                self._loss.changed("question", "it is a note of the document: theses under it answer it", where)
            else:
                key = f"{self._debate.file}/{position}"
                self._claim(entry, key, text, cites, several)
                standing.append((entry, key))
        if not several and root.number == ("1",):
            self.document.thesis = self._numbers.get(root.number, "")
        for entry, meant in standing:
            self._stand_under(entry, meant if isinstance(meant, str) else self._meant(meant))

    def _claim(self, entry: _Entry, key: str, text: str, cites: list[str], several: bool) -> None:
        where = self._debate.place(entry)
        if entry.number in self._numbers:
            self._loss.changed("number", "another claim has it, and is meant where it is named", where)
        self._numbers.setdefault(entry.number, key)
        claim = self._claims[key] = DraftClaim(key=key, text=text, cites=cites, origin=where)
        argues = entry.label in ("pro", "con")
        if entry.label == "con" or (several and not argues):
            claim.attitude = Attitude.SUPPOSES
        self.document.claims.append(claim)
        self._loss.kept("claim" if argues else "main claim", where)

    def _meant(self, number: Number) -> str:
        """The key of the claim that a number means, over mentions of mentions; they may lead in a circle."""
        passed: dict[Number, None] = {}
        while number in self._mentions and number not in passed:
            passed[number] = None
            number = self._mentions[number]
        # Each is followed once: from then on it leads straight to the end.
        self._mentions.update(dict.fromkeys(passed, number))
        return self._numbers.get(number, "")

    def _stand_under(self, entry: _Entry, own: str) -> None:
        """Tell what a claim does to the one under whose number it stands."""
        where = self._debate.place(entry)
        if entry.label not in ("pro", "con"):
            return
        parent = self._meant(entry.number[:-1])
        role = StepRole.BECAUSE if entry.label == "pro" else StepRole.OBJECTION
        if not own:
            self._loss.dropped("mention", "there is no claim of the number that it names", where)
        elif not parent:
            self._loss.dropped(entry.label, "there is no claim above it", where)
        elif (parent, role, own) in self._steps:
            self._loss.dropped("mention", "the same stands there already", where)
        else:
            self._steps.add((parent, role, own))
            self._claims[parent].steps.append(DraftStep(role=role, premises=[own], origin=where))
            self._loss.kept(entry.label, where)

    def _text_and_sources(self, entry: _Entry, where: ForeignPlace) -> tuple[str, list[str]]:
        """The text of an entry without references and marks, and what it cites."""
        cites: list[str] = []
        lines = [line.strip() for line in entry.lines]
        if sum(bool(line) for line in lines) > (1 if lines[0] else 2):
            self._loss.changed("text", "its lines are one line now", where)

        def reference(match: re.Match[str]) -> str:
            number = match[1]
            if number in self._debate.sources:
                cites.append(self._debate.sources[number])
                self._loss.changed("reference", "the claim cites its source", where)
            elif len(number) > _LONGEST_REFERENCE:
                return match[0]
            else:
                self._loss.dropped("reference", "its source is not in the file", where)
            return ""

        text = " ".join(line for line in lines if line)
        pieces: list[str] = []
        at = 0
        for match in _LINK.finditer(text):
            pieces.append(_unescaped(_REFERENCE.sub(reference, text[at : match.start()])))
            at = match.end()
            label, address = map(_unescaped, match.groups())
            if address:
                cites.append(address)
                self._loss.changed("link", "its words stay, and the claim cites its address", where)
            pieces.append("" if label.isdigit() else label)
        pieces.append(_unescaped(_REFERENCE.sub(reference, text[at:])))
        return "".join(pieces).strip(), list(dict.fromkeys(one for one in cites if one))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)
