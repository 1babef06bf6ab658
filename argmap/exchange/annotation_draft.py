"""Annotations of texts -> a draft: each becomes a claim with its place, where its words are in its source.

The text of a claim is the annotator's comment.  Where there is none it is the quote, in the author's own words: then
the rule against copies (A507) finds it until somebody says it in others.  What the source lacks has no place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import attrs

from argmap.check.cue_finder import CueFinder, ProvedCue, first_words, shortened
from argmap.exchange.draft import Draft, DraftAnswer, DraftClaim, DraftCue, DraftDocument, DraftIssue
from argmap.exchange.formats import Importing
from argmap.exchange.loss import ForeignPlace
from argmap.language.ids import is_id, normal
from argmap.language.words import OPEN
from argmap.source.loosened import loosened, plain
from argmap.source.text import SourceText

_ANSWER = re.compile(r"([^\s:]+):[ ]?(not )?([^\s:]+)")
OPTIONS = ("author", "quotes", "comments", "answers")
"""What can be set: who wrote the texts; `quotes=short` cuts quotes to what is no copy; `comments=notes` makes no claims
of comments; `answers=no` makes no answers of tags."""


@attrs.define(kw_only=True)
class Quote:
    """Words of a source.

    Attributes:
        around: The words with what stands before and behind them.
        start: Where they begin, counted in code points; None where that is not said.
        line: The line on which they begin, where that is known.
        is_cue: Whether they were chosen as a cue already, and are not to be made shorter.
    """

    words: str
    around: str = ""
    start: int | None = None
    line: int | None = None
    is_cue: bool = False


class AnnotationDraft:
    """A draft that grows by annotations."""

    def __init__(self, importing: Importing, texts: Mapping[str, SourceText] | None = None) -> None:
        self.draft = Draft()
        self.loss = importing.loss
        self._texts = {**importing.sources, **(texts or {})}
        self._options = importing.options
        self._finders: dict[str, CueFinder] = {}
        self._issues: dict[str, DraftIssue] = {}
        self._documents: dict[str, DraftDocument] = {}
        self._names: set[str] = set()
        for name in importing.options:
            if name not in (*OPTIONS, "claims"):
                self.loss.dropped("option", f"annotations have none that is called `{name}`")

    def document(
        self, key: str, title: str, source: str, authors: Iterable[str] = (), origin: ForeignPlace | None = None
    ) -> DraftDocument:
        """A document, which is added where it is new.

        Args:
            key: What tells it from others.
            title: Its title.
            source: An address or the name of a file; where a text is given that is called alike, that is its source.
            authors: Their names, where they are known.
            origin: Where it is told.
        """
        found = self._documents.get(key)
        if found is not None:
            return found
        there = self._text_called(source, plain(title))
        title = plain(title) or there or plain(source) or "A text"
        document = DraftDocument(key=key, title=title, source=plain(source), origin=origin)
        if there and there != document.source:
            if document.source:
                document.notes.append(document.source)
            document.source = there
        named = [plain(name) for name in authors if plain(name)] or [plain(self._options.get("author", ""))]
        if not named[0]:
            named = [self._nameless(title)]
            why = "whoever wrote it is called its author, for want of a name; `--set author=NAME` says who it was"
            self.loss.changed("unknown author", why, origin)
        document.authors = list(dict.fromkeys(self.actor(name) for name in named))
        self._documents[key] = document
        self.draft.documents.append(document)
        return document

    def _nameless(self, title: str) -> str:
        name, number = f"The author of \u201c{title}\u201d", 1
        while loosened(name) in self._names:
            number += 1
            name = f"The author of \u201c{title}\u201d ({number})"
        self._names.add(loosened(name))
        return name

    def _text_called(self, source: str, title: str) -> str:
        """The name of the text that is given for a document; empty where none is."""
        last = re.split(r"[/\\]", source.partition("?")[0].partition("#")[0].rstrip("/"))[-1]
        stem = last.rpartition(".")[0] or last
        for name in (source, last, f"{last}.txt", f"{stem}.txt", f"{stem}.md", f"{title}.txt"):
            if name and normal(name) in self._texts:
                return normal(name)
        return ""

    def actor(self, name: str) -> str:
        """The key of somebody; names that differ in case and spaces alone are one."""
        return self.draft.actor(plain(name), loosened(plain(name)))

    def finder(self, document: DraftDocument) -> CueFinder | None:
        """Where cues of a document are chosen; None where its text is not given."""
        name = normal(document.source)
        if name not in self._texts:
            return None
        if name not in self._finders:
            self._finders[name] = CueFinder(self._texts[name])
        return self._finders[name]

    def claim(
        self,
        document: DraftDocument,
        key: str,
        quotes: list[Quote],
        *,
        comment: str = "",
        tags: Iterable[str] = (),
        by: str = "",
        origin: ForeignPlace | None = None,
    ) -> DraftClaim | None:
        """The claim that an annotation makes, which is added; None where it has neither words nor a quote."""
        comment = plain(comment)
        whole = " \u2026 ".join(plain(quote.words) for quote in quotes if plain(quote.words))
        takes = self._options.get("comments", "claims") != "notes"
        if not whole and not comment:
            self.loss.dropped("annotation", "it has neither a quote nor a comment", origin)
            return None
        if not takes and not whole:
            self.loss.changed("comment", "it stands in a note of the document", origin)
            document.notes.append(comment)
            return None
        claim = DraftClaim(key=key, text=comment, by=plain(by), origin=origin)
        if comment and takes:
            self.loss.changed("annotation", "its comment is taken for what the text says there", origin)
        else:
            claim.text = self._quoted(whole, claim, origin)
            claim.notes += [comment] if comment else []
        self._answer(claim, tags)
        claim.cues = self._cues(document, quotes, claim, origin)
        document.claims.append(claim)
        return claim

    def _quoted(self, whole: str, claim: DraftClaim, origin: ForeignPlace | None) -> str:
        cut = shortened(whole)
        if cut.is_whole:
            self.loss.kept("annotation", origin)
            return whole
        if self._options.get("quotes", "whole") == "short":
            claim.notes.append("the text is the beginning of a quote: say it in your own words")
            self.loss.changed(
                "annotation", "its quote is cut to fewer words than are a copy: say it in your own", origin
            )
            return cut.text
        why = "its text is a quote, which `check --sources` tells as a copy (A507): say it in your own words"
        self.loss.changed("annotation", why, origin)
        return whole

    def _answer(self, claim: DraftClaim, tags: Iterable[str]) -> None:
        for tag in map(plain, tags):
            match = _ANSWER.fullmatch(tag) if self._options.get("answers") != "no" else None
            if match is None or not is_id(match[1]) or not is_id(match[3]):
                if tag and tag not in claim.tags:
                    claim.tags.append(tag.replace(",", ";"))
                    self.loss.kept("tag", claim.origin)
                continue
            answer = self.answer(match[1], match[3], negated=bool(match[2]))
            if answer not in claim.answers:
                claim.answers.append(answer)
                self.loss.changed("tag", "it names a question and an answer", claim.origin)

    def answer(self, question: str, position: str, *, negated: bool = False) -> DraftAnswer:
        """An answer to a question; both are added where they are new."""
        issue = self._issues.get(question)
        if issue is None:
            issue = self._issues[question] = DraftIssue(key=question, question=question, name=question)
            self.draft.issues.append(issue)
        if position != OPEN:
            issue.positions.setdefault(position, position)
        return DraftAnswer(issue=question, position=position, negated=negated and position != OPEN)

    def _cues(
        self, document: DraftDocument, quotes: list[Quote], claim: DraftClaim, origin: ForeignPlace | None
    ) -> list[DraftCue]:
        finder = self.finder(document)
        found: list[DraftCue] = []
        for quote in quotes:
            words = plain(quote.words)
            if not words:
                continue
            if finder is None:
                cue = first_words(words)
                if cue:
                    self.loss.changed(
                        "quote", "its first words are its cue, and no source is there to prove them", origin
                    )
                    found.append(DraftCue(words=cue, line=quote.line))
                else:
                    claim.notes.append(f"quote: {words}")
                    self.loss.changed("quote", "it has too few words for a cue, and stands in a note", origin)
                continue
            line = quote.line or finder.line_of(words, quote.start, quote.around)
            proved = finder.kept(words, quote.line) if quote.is_cue else None
            proved = proved or finder.cue(words, line)
            if proved is None and line is not None and finder.has(words):
                proved = ProvedCue("", line)
            if proved is None:
                missing = not finder.has(words)
                why = f"its quote is not in {document.source}" if missing else "its quote stands there more than once"
                self.loss.dropped("orphan", f"{why}: the claim has no place", origin)
                claim.notes.append(f"not found in the source: \u201c{shortened(words).text}\u201d")
                continue
            self.loss.kept("proved place", origin)
            found.append(DraftCue(words=proved.words, line=proved.line))
        return found
