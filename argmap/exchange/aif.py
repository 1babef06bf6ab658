"""AIF and xAIF, in and out: nodesets as AIFdb, OVA and argument miners keep them.

Each speaker of a nodeset is a document with that author; what nobody is known to say is in a document of the nodeset.
A claim that several speakers take a stance on is one claim in each of their documents, and links say that these are
the same, as they do where a node recurs in another file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from argmap.exchange.aif_claims import Claims
from argmap.exchange.aif_nodeset import Nodeset, nodeset
from argmap.exchange.aif_speech import speech
from argmap.exchange.aif_steps import Steps, same
from argmap.exchange.aif_writing import write
from argmap.exchange.draft import Draft, DraftClaim, DraftLink
from argmap.exchange.foreign_text import json_of
from argmap.exchange.formats import Importing, NotThisFormatError, count_unknown
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.source.loosened import loosened

__all__ = ["looks_alike", "read", "write"]


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
        count_unknown(importing.options, ("author",), importing.loss)
        self._authors = [self.draft.actor(author)] if author else []
        self.spellings = {loosened(author): author}
        """How the name of a speaker is spelled, by its loosened form."""
        self._last: dict[str, DraftClaim] = {}
        """By the id of a node, the claim that it was made last, in whatever file."""

    def read(self, whole: Nodeset) -> None:
        """Take in a nodeset."""
        said = speech(whole, self._loss)
        claims = Claims(whole, said, self.draft, self._authors, self._loss)
        claims.say()
        steps = Steps(whole, said, claims, self._loss)
        steps.argue()
        self.draft.links += steps.links
        self.draft.documents += claims.settled()
        for node in whole.of_kind("I"):
            known = self._last.get(node.id)
            if known is not None and known.text != node.text:
                why = "it is in another file with another text, and taken for another node"
                self._loss.changed("node id", why, whole.place(node.id))
                known = None
            for claim in claims.all_of(node):
                if known is not None:
                    self._loss.kept("shared node", whole.place(node.id))
                    why = f"one node of AIF, {node.id}"
                    self.draft.links.append(same(known, claim, whole.place(node.id), why))
                known = claim
            if known is not None:
                self._last[node.id] = known
