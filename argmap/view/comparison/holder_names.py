"""What to call those who hold stances: short names that tell them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import attrs

from argmap.compare.comparison import Comparison
from argmap.compare.holder import Holder, label_of
from argmap.model.ids import DocumentId

_PRECISIONS = (4, 7, 10)
"""Characters of an ISO date: year, month, day."""
_MOST = 3


@attrs.frozen
class Voices:
    """Names of holders.

    Attributes:
        comparison: Where they are.
        documents: For each document its authors with as much of its date as tells it apart.
    """

    comparison: Comparison
    documents: Mapping[DocumentId, str]

    @classmethod
    def of(cls, comparison: Comparison) -> Voices:
        """The names of everybody in a comparison."""
        corpus = comparison.corpus
        authors = {document: _authors(label_of(Holder(document), corpus).names) for document in comparison.documents}
        dates = {document: corpus.documents[document].date for document in comparison.documents}
        names = {document: authors[document] for document in comparison.documents}
        for precision in _PRECISIONS:
            shared = Counter(names.values())
            for document, date in dates.items():
                if date and (precision == _PRECISIONS[0] or shared[names[document]] > 1):
                    names[document] = f"{authors[document]}, {date[:precision]}"
        shared = Counter(names.values())
        return cls(
            comparison,
            {document: f"{name} ({document})" if shared[name] > 1 else name for document, name in names.items()},
        )

    def name(self, holder: Holder) -> str:
        """The author by name and date; an actor with the text that shows it."""
        if holder.is_author:
            return self.documents[holder.document]
        return f"{self.alone(holder)} (in {self.documents[holder.document]})"

    def alone(self, holder: Holder) -> str:
        """The authors or the actor by name alone."""
        return _authors(label_of(holder, self.comparison.corpus).names)


def _authors(names: tuple[str, ...]) -> str:
    if len(names) > _MOST:
        return f"{names[0]} and {len(names) - 1} others"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
