"""The kinds of change that are about one field of a statement: one class each, with the field that it is about.

A statement of every kind that has the attribute is compared by it, and told: nothing else need know the field.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from argmap.diff.change import FieldChange, Statement
from argmap.diff.rule import Rule
from argmap.diff.significance import Significance
from argmap.model.claim import Claim
from argmap.model.document import Document, Section
from argmap.model.issue import Issue


class ClaimKindChanged(FieldChange, rule=Rule.CLAIM_KIND_CHANGED, field="kind"):
    """It is another sort of claim."""

    @classmethod
    def is_field_of(cls, kind: type) -> bool:
        """Whether it is that of claims: of the kind of a question another rule tells."""
        return kind is Claim


class HorizonChanged(FieldChange, rule=Rule.HORIZON_CHANGED, field="until"):
    """It is to be known at another time whether a prediction came true."""


class UtteranceRedated(FieldChange, rule=Rule.UTTERANCE_REDATED, field="said"):
    """The claim was said at another time."""


class IssueKindChanged(FieldChange, rule=Rule.ISSUE_KIND_CHANGED, field="kind"):
    """The question is of another sort: what is, or what ought to be."""

    @classmethod
    def is_field_of(cls, kind: type) -> bool:
        """Whether it is that of issues: of the kind of a claim another rule tells."""
        return kind is Issue


class ExhaustiveChanged(FieldChange, rule=Rule.EXHAUSTIVE_CHANGED, field="exhaustive"):
    """Of other answers one is said to be right."""

    @classmethod
    def values(cls, record: Statement) -> tuple[str, ...]:
        """The groups, each as a list."""
        groups = record.exhaustive if isinstance(record, Issue) else ()
        return tuple(sorted({" or ".join(sorted(group)) for group in groups}))


class ChangesChanged(FieldChange, rule=Rule.CHANGES_CHANGED, field="changes"):
    """Whether the answer to a question changes with time is said otherwise."""

    @classmethod
    def values(cls, record: Statement) -> tuple[str, ...]:
        """What is said of the answer."""
        said = record.changes if isinstance(record, Issue) else None
        return () if said is None else (f"an answer that {'changes with time' if said else 'never changes'}",)


class TopicChanged(FieldChange, rule=Rule.TOPIC_CHANGED, significance=Significance.LOW, field="topic"):
    """The question is listed under something else."""


class SilenceChanged(FieldChange, rule=Rule.SILENCE_CHANGED, field="silent"):
    """For other issues an answer was looked for in the document, and not found."""


class ShortNameChanged(FieldChange, rule=Rule.SHORT_NAME_CHANGED, significance=Significance.LOW, field="short"):
    """Pictures and tables call it otherwise."""


class EncoderChanged(FieldChange, rule=Rule.ENCODER_CHANGED, significance=Significance.LOW, field="by"):
    """Somebody else encoded it."""


class SurenessChanged(FieldChange, rule=Rule.SURENESS_CHANGED, field="sure"):
    """Whoever encoded it is more or less sure that the text says so."""


class ConfidenceChanged(FieldChange, rule=Rule.CONFIDENCE_CHANGED, field="confidence"):
    """The analyst is more or less sure of a link."""


class LinkReasonChanged(FieldChange, rule=Rule.LINK_REASON_CHANGED, significance=Significance.LOW, field="why"):
    """The analyst gives another reason for a link."""


class DocumentRedated(FieldChange, rule=Rule.DOCUMENT_REDATED, field="date"):
    """The document is of another time."""

    def weight(self) -> Significance:
        """More where it changed places with another document of its author: a change of mind runs the other way."""
        return self.significance if self.passed is None else Significance.HIGH


class TitleChanged(FieldChange, rule=Rule.TITLE_CHANGED, significance=Significance.LOW, field="title"):
    """The document has another title."""


class PublisherChanged(FieldChange, rule=Rule.PUBLISHER_CHANGED, field="publisher"):
    """Somebody else published the document."""


class LanguageChanged(FieldChange, rule=Rule.LANGUAGE_CHANGED, significance=Significance.LOW, field="language"):
    """The document is in another language."""


class HeadingsChanged(
    FieldChange,
    rule=Rule.HEADINGS_CHANGED,
    significance=Significance.LOW,
    field="sections",
    word="section",
):
    """The document has other headings."""

    @classmethod
    def values(cls, record: Statement) -> tuple[str, ...]:
        """The titles."""
        return tuple(section.title for section in _sections(record))


class SubsectionsChanged(
    FieldChange,
    rule=Rule.SUBSECTIONS_CHANGED,
    significance=Significance.LOW,
    field="sections",
    word="level",
):
    """Headings of the document stand under others."""

    @classmethod
    def values(cls, record: Statement) -> tuple[str, ...]:
        """Those that stand under others, behind these."""
        sections = enumerate(_sections(record))
        nested = (number for number, section in sections if section.parent is not None)
        return tuple(record.heading(number) for number in nested) if isinstance(record, Document) else ()


class ActorNameChanged(FieldChange, rule=Rule.ACTOR_NAME_CHANGED, significance=Significance.HIGH, field="name"):
    """The id stands for another name: what was ascribed to one may be ascribed to another."""


class SpeaksForChanged(
    FieldChange,
    rule=Rule.SPEAKS_FOR_CHANGED,
    significance=Significance.HIGH,
    field="speaks_for",
    word="speaks-for",
):
    """The actor speaks for somebody else, or for itself alone."""


class AliasesChanged(FieldChange, rule=Rule.ALIASES_CHANGED, field="also"):
    """An actor, or a word, is known by other names."""


class CitationsChanged(FieldChange, rule=Rule.CITATIONS_CHANGED, field="cites"):
    """A claim, or the meaning of a word, is taken from other sources."""


class CuesChanged(FieldChange, rule=Rule.CUES_CHANGED, significance=Significance.LOW, field="cues", word="at"):
    """It stands elsewhere in its source."""


class TagsChanged(FieldChange, rule=Rule.TAGS_CHANGED, significance=Significance.LOW, field="tags"):
    """The claim is filed under other words."""


class NotesChanged(FieldChange, rule=Rule.NOTES_CHANGED, significance=Significance.LOW, field="notes", word="note"):
    """The analyst remarks something else."""

    @classmethod
    def values(cls, record: Statement) -> tuple[str, ...]:
        """The notes, those under its headings among them."""
        return (*record.notes, *(note for section in _sections(record) for note in section.notes))


class FormerIdsChanged(FieldChange, rule=Rule.FORMER_IDS_CHANGED, significance=Significance.LOW, field="was"):
    """Other ids are said to be former ones, and nothing was renamed, split or merged by it."""


class StrengthChanged(FieldChange, rule=Rule.STRENGTH_CHANGED, significance=Significance.LOW, field="strength"):
    """The claim is worded more or less firmly, and no stance changes by it."""


class AnswersChanged(FieldChange, rule=Rule.ANSWERS_CHANGED, field="answers"):
    """The claim answers something else, and no stance changes by it: other claims show the same one."""


def _sections(record: Statement) -> tuple[Section, ...]:
    return record.sections if isinstance(record, Document) else ()


FIELD_KINDS: tuple[type[FieldChange], ...] = tuple(
    kind
    for kind in vars().values()
    if isinstance(kind, type) and issubclass(kind, FieldChange) and kind is not FieldChange
)
"""All of them."""

FIELDS: Mapping[type, tuple[type[FieldChange], ...]] = {
    record: tuple(kind for kind in FIELD_KINDS if kind.is_field_of(record)) for record in get_args(Statement)
}
"""By kind of statement, those that are about a field of it."""

SHOWN = (StrengthChanged, AnswersChanged)
"""What shows a stance, so that a change of it need not be told where a change of the stance is."""
