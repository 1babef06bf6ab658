"""What a page about a comparison calls holders, issues and claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from argmap.compare.comparison import Comparison
from argmap.compare.holder import Holder, label_of
from argmap.language.words import OPEN
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, IssueId, PositionId
from argmap.source.text import Place, SourceText
from argmap.wording.english import Form, form_of, listed, one_line, quoted
from argmap.wording.names import position_text, unique_names
from argmap.wording.spans import Span, Words, code, words


@attrs.frozen
class ComparisonNames:
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
    def of(cls, comparison: Comparison, texts: Mapping[str, SourceText], root: str = "") -> ComparisonNames:
        """Names for all holders of a comparison."""
        labels = {holder: label_of(holder, comparison.corpus) for holder in comparison.holders}
        return cls(comparison.corpus, texts, root, unique_names(labels))

    def holder(self, holder: Holder) -> str:
        """The author with the date of the document, or the actor with the author who shows it."""
        return self._holders[holder]

    def holders(self, holders: Iterable[Holder]) -> str:
        """Several of them, as a list in words."""
        return listed(self.parties(holders))

    def parties(self, holders: Iterable[Holder]) -> list[str]:
        """Their names; documents of one author, and actors of one document, that stand together are told in one.

        ``Author A (2020 and 2021)``, ``The mayor and the shops [shown by Author A, 2020]``.
        """
        found: list[tuple[str, list[str], str]] = []
        for holder in holders:
            start, mark, end = self.holder(holder).rpartition(" (" if holder.is_author else " [shown by ")
            name = (f"{start}{mark}", [end.removesuffix(")")], ")") if holder.is_author else ("", [start], mark + end)
            if not mark:
                found.append(("", [end], ""))
            elif found and (found[-1][0], found[-1][2]) == (name[0], name[2]):
                found[-1][1].extend(name[1])
            else:
                found.append(name)
        return [f"{start}{listed(several)}{end}" for start, several, end in found]

    def form(self, holders: Iterable[Holder]) -> Form:
        """How a verb is written of them: several documents, and the authors of one, are several; an actor is one."""
        first, *others = holders
        if others and len(self.parties((first, *others))) > 1:
            return Form.SEVERAL
        return form_of(len(self.corpus.documents[first.document].authors) or 1) if first.is_author else Form.ONE

    def question(self, issue: IssueId) -> str:
        """The question of an issue; its id where there is none."""
        return self.corpus.issues[issue].question or issue

    def position(self, issue: IssueId, position: PositionId) -> str:
        """The text of a position in quotes."""
        if position == OPEN:
            return "that it is undecided"
        return quoted(position_text(position, self.corpus.issues[issue]))

    def text(self, claim: ClaimId) -> str:
        """What a claim says."""
        return one_line(self.corpus.claims[claim].text)

    def id(self, claim: ClaimId) -> Span:
        """The id of a claim, which leads to its line of the argument file where places are links."""
        record = self.corpus.claims[claim]
        if not self.root:
            return code(record.id)
        from urllib.parse import quote

        line = _line_of(record.origin, self.texts)
        target = self.root + quote(record.origin.file) + ("" if line is None else f"#L{line}")
        return attrs.evolve(code(record.id), target=target)

    def place(self, claim: ClaimId) -> Words:
        """Where a claim stands: its id, its line of the argument file, its lines and cues of the source."""
        record = self.corpus.claims[claim]
        line = _line_of(record.origin, self.texts)
        file = code(record.origin.file if line is None else f"{record.origin.file}:{line}")
        cues = [
            " ".join(
                part
                for part in (f"line {cue.line}" if cue.line else "", quoted(cue.words) if cue.words else "")
                if part
            )
            for cue in record.cues
        ]
        where = () if self.root else words(", ", file)
        return words(self.id(claim), where, f"; in the source {', '.join(cues)}" if cues else "")

    def line(self, claim: ClaimId) -> int | None:
        """The line of the argument file in which a claim begins; None where the file is not at hand."""
        return _line_of(self.corpus.claims[claim].origin, self.texts)


def _line_of(place: Place, texts: Mapping[str, SourceText]) -> int | None:
    source = texts.get(place.file)
    return None if source is None else source.position(min(place.span.start, len(source.text))).line
