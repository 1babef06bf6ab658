"""What a picture of a difference says: its title, and each change in the words of every other report."""

from __future__ import annotations

import attrs

from argmap.compare.holder import Holder
from argmap.diff.change import Change
from argmap.diff.difference import Difference
from argmap.diff.places import documents_of
from argmap.model.ids import DocumentId
from argmap.wording.changes import before_after, headline
from argmap.wording.difference_names import DifferenceNames
from argmap.wording.text_changes import Run, runs


@attrs.frozen(kw_only=True)
class ChangeSentences:
    """A difference in words, for a picture.

    Attributes:
        title: From what to what.
        subtitle: Lines under the title: what changed in numbers, and what was not compared.
    """

    difference: Difference
    names: DifferenceNames
    title: str = ""
    subtitle: tuple[str, ...] = ()

    def sentence(self, change: Change) -> str:
        """A change in one sentence without a full stop."""
        return headline(change, self.difference, self.names)

    def sides(self, change: Change) -> tuple[str, str]:
        """What was and what is; empty where there was, or is, nothing."""
        return before_after(change, self.difference, self.names)

    def wording(self, old: str, new: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
        """Two texts in parts: words that only one of them has, and what they share."""
        return runs(old, new)

    def holder(self, holder: Holder) -> str:
        """What a holder is called."""
        return self.names.holder(holder)

    def documents(self, change: Change) -> tuple[DocumentId, ...]:
        """The documents that a change concerns, the one to show it under first; none for what is shared."""
        return documents_of(change, self.difference)
