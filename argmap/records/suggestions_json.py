"""What `argmap suggest --format json` prints: where to look, what speaks for it, and the lines that would take it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from argmap.language.words import Relation
from argmap.model.corpus import Corpus
from argmap.records.fields import (
    COUNT,
    FILE,
    ORDINAL,
    SHARE_OF_ONE,
    TEXT,
    TEXTS,
    Field,
    Inline,
    Many,
    OneOf,
    Optional,
    OrNull,
    Part,
    Published,
    Record,
    version,
)
from argmap.records.fields import Choice as OneWord
from argmap.report.suggestions import Suggested
from argmap.report.visible import json_text
from argmap.similarity.match import Band, Match, SharedWord
from argmap.similarity.polarity import PolarityCue, PolarityKind
from argmap.suggest.additions import file_of
from argmap.suggest.suggest import Basis, Group, Measured, Sort
from argmap.suggest.suggestion import (
    Addition,
    AnswerCandidate,
    AnswerSuggestion,
    Choice,
    LinkSuggestion,
    Named,
    NameSuggestion,
    Sentence,
    SentenceSuggestion,
    Suggestion,
    Under,
)

VERSION = 1


class _Told(NamedTuple):
    """What it takes to write a suggestion.

    Attributes:
        numbers: By suggestion, its number.
    """

    corpus: Corpus
    numbers: Mapping[Suggestion, int]


_SHARED = Record[SharedWord, object](
    "shared-word",
    "A word of each text; the same, or two of one meaning.",
    Field("first", TEXT, "In the first text."),
    Field("second", TEXT, "In the second text."),
)

_MATCH = Record[Match, object](
    "match",
    "How alike two texts are.",
    Field("band", OneWord(Band), "How likely it is right."),
    Field("right", OrNull(SHARE_OF_ONE), "The share of such pairs that were right; null where none was measured."),
    Field("shared", Many(_SHARED), "What they share, that which says most first; empty where only parts of words are."),
)

_ADDITION = Record[Addition, _Told](
    "addition",
    "Lines that go into a file.",
    Field("file", FILE, "Where they go.", lambda one, told: file_of(one, told.corpus)),
    Field("under", OneWord(Under), "At which place: under a claim, under a document, at its end, among links."),
    Field("of", TEXTS, "The claim or the document there; of a link, its documents."),
    Field(
        "lines",
        TEXTS,
        "Without the indent of the place. A claim that somebody has to word has nothing behind its colon.",
    ),
)

_CHOICE = Record[Choice, _Told](
    "choice",
    "One way to take a suggestion.",
    Field("name", TEXT, "A position, or a relation."),
    Field("additions", Many(_ADDITION), "What it writes."),
)

_SENTENCE = Record[Sentence, object](
    "sentence",
    "A sentence of a source that no cue touches.",
    Field("text", TEXT, "With single spaces."),
    Field("line", ORDINAL, "On which it begins, from 1."),
    Optional("page", ORDINAL, "Its page, from 1."),
)

_LIKE = "The claim, or the `issue.position`, that it is most like; absent where it is the question."

_CANDIDATE = Record[AnswerCandidate, _Told](
    "candidate",
    "A claim, or a sentence without one, that may answer.",
    Optional("claim", TEXT, "The claim."),
    Optional("sentence", _SENTENCE, "The sentence."),
    Optional("like", TEXT, _LIKE),
    Field("match", _MATCH),
    Field("choices", Many(_CHOICE), "One for each position, the likeliest first."),
)

_CUE = Record[PolarityCue, object](
    "polarity-cue",
    "Words that may set two texts against each other.",
    Field("kind", OneWord(PolarityKind), "In which way."),
    Field("first", TEXT, "In the first text; may be empty."),
    Field("second", TEXT, "In the second text; may be empty."),
)


def _record(name: str, words: str, *fields: Field[Any, _Told]) -> Record[Any, _Told]:
    number = Field[Suggestion, _Told](
        "number", ORDINAL, "From 1, among those shown.", lambda one, told: told.numbers[one]
    )
    return Record(name, words, number, *fields)


_RECORDS = {
    AnswerSuggestion: _record(
        "answer",
        "An issue on which a document is silent, or that a claim nearer to the thesis may answer.",
        Field("document", TEXT, "The document."),
        Field("issue", TEXT, "The issue."),
        Field("answering", TEXTS, "The claims that answer it now; empty where the document is silent."),
        Field("candidates", Many(_CANDIDATE), "Claims, the likeliest first, then sentences."),
        Field("rejection", OrNull(_ADDITION), "What is written where none of them answers; null where it answers."),
    ),
    LinkSuggestion: _record(
        "link-between",
        "Two claims that may say the same, follow from one another, or conflict.",
        Field("first", TEXT, "A claim."),
        Field("second", TEXT, "A claim of another document."),
        Field("relation", OneWord(Relation), "What the two may be."),
        Field("match", _MATCH),
        Field("cues", Many(_CUE), "Words that may set them against each other; empty unless they may conflict."),
        Field("choices", Many(_CHOICE), "The likeliest relation first."),
        Field("rejection", _ADDITION, "What is written where they have nothing to do with each other."),
    ),
    NameSuggestion: _record(
        "names",
        "Two ids that may be of one thing.",
        Field("named", OneWord(Named), "What bears the names."),
        Field("first", TEXT, "An id, behind that of the document to which it belongs alone."),
        Field("second", TEXT, "Another."),
        Field("why", TEXT, "What is alike."),
        Field("choices", Many(_CHOICE), "How they become one, where lines alone can do it."),
        Field("rejection", _ADDITION, "What is written where they are two."),
    ),
    SentenceSuggestion: _record(
        "uncovered",
        "A sentence of a source that no cue touches.",
        Field("document", TEXT, "The document."),
        Field("sentence", _SENTENCE),
        Field("issue", OrNull(TEXT), "The issue that it is most like; null where that is none, or a thesis."),
        Optional("like", TEXT, _LIKE),
        Field("match", OrNull(_MATCH), "Null where it is like nothing."),
        Field("choices", Many(_CHOICE), "A claim with a cue that is proved, for somebody to word."),
    ),
}

_BAND = Record[tuple[Band, float], object](
    "band",
    "What a band is worth.",
    Field("band", OneWord(Band), "The band.", lambda one, _: one[0]),
    Field("right", SHARE_OF_ONE, "The share of it that was right, where it was measured.", lambda one, _: one[1]),
)


def _ordered(measured: Measured, _: object) -> list[tuple[Band, float]]:
    return sorted(measured.precision.items(), key=lambda one: one[0].rank)


_MEASURED = Record[Measured, object](
    "measured",
    "How often such guesses were right, where that was measured.",
    Field("bands", Many(_BAND), "The best first; those of which too few were measured are not there.", _ordered),
    Optional(
        "missed",
        SHARE_OF_ONE,
        "The share of what there was to find that was weak; absent where nothing was measured, as of texts that are"
        " not English.",
    ),
)

_BASIS = Inline[Basis, object](
    Field("tier", TEXT, "The short name of the way to compare; empty where only names were compared."),
    Field("means", TEXT, "What it looks at."),
    Field("pairs", _MEASURED, "Of claims that may say the same."),
    Field("answers", _MEASURED, "Of claims and sentences that may answer."),
    Field("decisions", COUNT, "How many of your decisions pairs were fitted to; 0 where these are too few."),
    Field("warnings", TEXTS, "Why less can be expected here."),
)


_GROUP = Record[Group, _Told](
    "group",
    "The suggestions of one sort.",
    Field("sort", OneWord(Sort), "What is suggested."),
    Field("found", COUNT, "How many there are, those included that are not shown."),
    Field("shown", Many(OneOf(_RECORDS)), "The best of them."),
)

_WHOLE = Record[Suggested, _Told](
    "",
    "Where authors may answer, agree or conflict, and nobody has marked it: places to look, none of which is evidence; "
    "and what is not here is no evidence that there is nothing.",
    version("version", VERSION),
    Part(_BASIS, "basis"),
    Field("groups", Many(_GROUP), "By sort.", "suggestions.groups"),
)

SUGGESTIONS = Published("argmap suggest --format json", "Suggestions of argmap", _WHOLE)


def suggestions_json(report: Suggested) -> str:
    """All that is shown."""
    numbers = {suggestion: number for number, suggestion in enumerate(report.suggestions.numbered, 1)}
    return json_text(_WHOLE.write(report, _Told(report.corpus, numbers))) + "\n"
