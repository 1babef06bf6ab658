"""What a page calls holders, issues and claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from argmap.compare.comparison import Comparison
from argmap.compare.holder import Holder, HolderLabel, label_of
from argmap.language.words import OPEN
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId, IssueId, PositionId
from argmap.report.comparison.page import Span, Words, code, listed, words
from argmap.source.text import Place, SourceText


@attrs.frozen
class Names:
    """Names for one page, on which no two holders have the same.

    Attributes:
        corpus: The records.
        texts: The argument files by name, to tell lines.
        root: The way from the page to the folder of the project, ending in a slash; empty where places are no links.
    """

    corpus: Corpus
    texts: Mapping[str, SourceText]
    root: str
    _holders: Mapping[Holder, str]

    @classmethod
    def of(cls, comparison: Comparison, texts: Mapping[str, SourceText], root: str = "") -> Names:
        """Names for all holders of a comparison."""
        labels = {holder: label_of(holder, comparison.corpus) for holder in comparison.holders}
        return cls(comparison.corpus, texts, root, unique(labels))

    def holder(self, holder: Holder) -> str:
        """The author with the date of the document, or the actor with the author who shows it."""
        return self._holders[holder]

    def holders(self, holders: Iterable[Holder]) -> str:
        """Several of them, as a list in words."""
        return listed([self.holder(holder) for holder in holders])

    def question(self, issue: IssueId) -> str:
        """The question of an issue; its id where there is none."""
        return self.corpus.issues[issue].question or issue

    def position(self, issue: IssueId, position: PositionId) -> str:
        """The text of a position in quotes."""
        if position == OPEN:
            return "that it is undecided"
        texts = {other.id: other.text for other in self.corpus.issues[issue].positions}
        return quoted(texts.get(position) or position)

    def text(self, claim: ClaimId) -> str:
        """What a claim says."""
        return one_line(self.corpus.claims[claim].text)

    def place(self, claim: ClaimId) -> Words:
        """Where a claim stands: its id, its line of the argument file, its lines and cues of the source."""
        record = self.corpus.claims[claim]
        found = words(code(record.id), ", ", self._line(record.origin))
        cues = [
            " ".join(
                part
                for part in (f"line {cue.line}" if cue.line else "", quoted(cue.words) if cue.words else "")
                if part
            )
            for cue in record.cues
        ]
        return words(found, f"; in the source {', '.join(cues)}" if cues else "")

    def line(self, claim: ClaimId) -> int | None:
        """The line of the argument file in which a claim begins; None where the file is not at hand."""
        return _line_of(self.corpus.claims[claim].origin, self.texts)

    def _line(self, place: Place) -> Span:
        line = _line_of(place, self.texts)
        shown = code(place.file if line is None else f"{place.file}:{line}")
        if not self.root:
            return shown
        from urllib.parse import quote

        target = self.root + quote(place.file) + ("" if line is None else f"#L{line}")
        return attrs.evolve(shown, target=target)


def quoted(text: str) -> str:
    """User's words in quotation marks, on one line."""
    shown = one_line(text)
    # A sentence inside a sentence ends without its own full stop.
    return f"“{shown[:-1] if shown.endswith('.') and not shown.endswith('..') else shown}”"


def one_line(text: str) -> str:
    """Paragraphs run together."""
    return " ".join(text.split("\n"))


def _line_of(place: Place, texts: Mapping[str, SourceText]) -> int | None:
    source = texts.get(place.file)
    return None if source is None else source.position(min(place.span.start, len(source.text))).line


def unique(labels: Mapping[Holder, HolderLabel]) -> dict[Holder, str]:
    """What to call holders so that no two have the same name: by names and date, else by names and document.

    An actor comes after the author of its document.
    """
    authors = {holder: _author(label.names, label.date) for holder, label in labels.items() if holder.actor is None}
    by_document: dict[DocumentId, str] = {}
    seen: dict[str, int] = {}
    for name in authors.values():
        seen[name] = seen.get(name, 0) + 1
    found: dict[Holder, str] = {}
    taken: set[str] = set()
    for holder, label in labels.items():
        if holder.actor is None:
            name = authors[holder]
            if seen[name] > 1 or not label.date:
                name = _author(label.names, holder.document)
            by_document[holder.document] = name.replace(" (", ", ").removesuffix(")")
        else:
            name = f"{label.names[0]} [shown by {by_document[holder.document]}]"
        if name in taken:
            name += f" [{holder.actor or holder.document}]"
        taken.add(name)
        found[holder] = one_line(name)
    return found


def _author(names: tuple[str, ...], what: str) -> str:
    shown = listed(names) if len(names) < 4 else f"{names[0]} and {len(names) - 1} others"
    return f"{shown} ({what})" if what else shown
