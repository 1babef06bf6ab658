"""BRAT stand-off annotations: spans of a text, relations between them, attributes and notes on them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from argmap.exchange.annotation_draft import AnnotationDraft
from argmap.exchange.claim_spans import Relation, Span, SpanFile, SpanReading, no_claims
from argmap.exchange.draft import Draft
from argmap.exchange.foreign_text import text_of
from argmap.exchange.formats import Importing, NotThisFormatError
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.source.loosened import plain
from argmap.source.text import SourceText

_TEXTBOUND = re.compile(r"(T\S+)\t(\S+) ([0-9 ;]+)(?:\t(.*))?")
_RELATION = re.compile(r"(R\S+)\t(\S+) \S+?:(\S+) \S+?:(\S+)\s*")
_ATTRIBUTE = re.compile(r"([AM]\S+)\t(\S+) (\S+)(?: (.*?))?\s*")
_NOTE = re.compile(r"(#\S*)\t(\S+) (\S+)\t?(.*)")


def looks_alike(files: Mapping[str, bytes]) -> bool:
    """Whether a file is called `.ann`, or begins with a span as BRAT writes it."""
    return any(
        name.lower().endswith(".ann") or re.match(rb"T[0-9]+\t\S+ [0-9]+ [0-9]+", data) for name, data in files.items()
    )


def read(files: Mapping[str, bytes], importing: Importing) -> Draft:
    """The draft that files `.ann` make, with the texts that lie beside them.

    Raises:
        NotThisFormatError: None of them holds an annotation.
    """
    loss = importing.loss
    texts = _texts(files, loss)
    draft = AnnotationDraft(importing, texts)
    read_any = False
    kinds: dict[str, None] = {}
    first = next(iter(files))
    for name, data in files.items():
        stem = name.rpartition(".")[0] or name
        if name.lower().endswith(".txt") and (f"{stem}.ann" in files or len(files) > 1):
            if f"{stem}.ann" not in files:
                loss.dropped("text", "no annotations lie beside it", ForeignPlace(name))
            continue
        if not name.lower().endswith(".ann") and not looks_alike({name: data}):
            loss.dropped("file", "it holds no annotations", ForeignPlace(name))
            continue
        try:
            told = _parsed(text_of(data, name, loss), name, loss)
        except NotThisFormatError as error:
            if len(files) == 1:
                raise
            loss.dropped("file", error.message, ForeignPlace(name, error.where))
            continue
        if not told.spans:
            loss.dropped("file", "it holds no annotations", ForeignPlace(name))
            continue
        kinds.update(dict.fromkeys(plain(span.kind) for span in told.spans.values()))
        read_any |= SpanReading(draft, told, texts.get(f"{stem}.txt"), importing).read(_file_name(stem))
    if kinds and not read_any:
        raise no_claims(kinds, first)
    if not read_any:
        raise NotThisFormatError("it holds no span as BRAT writes it: `T1<TAB>Claim 0 12<TAB>its words`", first)
    return draft.draft


def _texts(files: Mapping[str, bytes], loss: LossReport) -> dict[str, SourceText]:
    """The texts by name, and by the plain name that a document can give."""
    found = {}
    for name, data in files.items():
        if not name.lower().endswith(".txt"):
            continue
        try:
            # Offsets count each sign of the file, a CR at a line end, too.
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            loss.dropped("text", "it is not UTF-8, and proves no place", ForeignPlace(name))
            continue
        plain_name = _file_name(name)
        found[name] = found[plain_name] = SourceText(plain_name, text)
    return found


def _file_name(name: str) -> str:
    return name.rpartition("/")[2]


def _parsed(text: str, name: str, loss: LossReport) -> SpanFile:
    told = SpanFile(name)
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        place = ForeignPlace(name, f"line {number}")
        if match := _TEXTBOUND.fullmatch(line):
            pieces = tuple(
                (int(piece.split()[0][:10]), int(piece.split()[1][:10]))
                for piece in match[3].split(";")
                if len(piece.split()) == 2
            )
            if match[1] in told.spans:
                loss.dropped("span", "another has its id", place)
            elif not pieces:
                loss.dropped("span", "its place is no pair of numbers", place)
            else:
                told.spans[match[1]] = Span(match[1], match[2], pieces, plain(match[4] or ""), place)
        elif match := _RELATION.fullmatch(line):
            told.relations.append(Relation(match[2], match[3], match[4], place))
        elif match := _ATTRIBUTE.fullmatch(line):
            if match[2].lower() == "stance" and match[4]:
                told.stances[match[3]] = match[4].lower()
            else:
                told.tags.setdefault(match[3], []).append(f"{match[2]}-{match[4]}" if match[4] else match[2])
        elif match := _NOTE.fullmatch(line):
            told.notes.setdefault(match[3], []).append(match[4])
        elif line.startswith("*\t"):
            told.same.append((line.split()[2:], place))
        elif line[0] in "EN":
            what = "event" if line[0] == "E" else "normalization"
            loss.dropped(what, "it is about words in a text, not about what it claims", place)
        else:
            loss.dropped("line", "it is none of BRAT's", place)
    return told
