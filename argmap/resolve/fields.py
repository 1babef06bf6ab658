"""The fields under a line, each where it belongs, those that stand once checked for standing twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from argmap.language.ids import is_id
from argmap.language.tree import Field, Line, PlaceField, Statement, Word
from argmap.model.claim import Cue
from argmap.resolve.lookup import Lookup
from argmap.resolve.values import is_date, is_moment, is_share
from argmap.source.text import Place, Span


@attrs.frozen(eq=False, repr=False)
class Fields:
    """The `Field` lines right under one line of a statement."""

    lookup: Lookup
    lines: tuple[Field, ...]

    @classmethod
    def of(cls, lookup: Lookup, lines: Sequence[Line]) -> Fields:
        """Those among the lines under one line."""
        return cls(lookup, tuple(line.content for line in lines if isinstance(line.content, Field)))

    def one(self, keyword: str) -> Word | None:
        """The text of a field that stands once, where it is given."""
        found = [field for field in self.lines if field.keyword.text == keyword]
        for again in found[1:]:
            self.lookup.given_twice(f"`{keyword}` is given twice", again.keyword, found[0].keyword)
        return Word(found[0].text.text, found[0].text.span.start) if found else None

    def text(self, keyword: str) -> str:
        """The same, as text, empty where it is not given."""
        word = self.one(keyword)
        return word.text if word else ""

    def all(self, keyword: str) -> tuple[str, ...]:
        """The texts of a field that may be repeated."""
        return tuple(field.text.text for field in self.lines if field.keyword.text == keyword)

    def list(self, keyword: str, between: str = ",") -> tuple[Word, ...]:
        """The members of all fields of a name, each a list."""
        return tuple(
            word
            for field in self.lines
            if field.keyword.text == keyword
            for piece in field.text.pieces
            for word in separated(piece, between)
        )

    def date(self, keyword: str) -> str:
        """A year, a month or a day; empty where it is not given, or is none."""
        return self._dated(keyword, is_date, "`2021`, `2021-07` or `2021-07-09`")

    def moment(self, keyword: str) -> str:
        """A date, or a date and a time of day; empty where it is not given, or is neither."""
        return self._dated(keyword, is_moment, "`2021-07-09`, or with a time `2021-07-09T20:31`")

    def _dated(self, keyword: str, fits: Callable[[str], bool], form: str) -> str:
        word = self.one(keyword)
        if word is None or fits(word.text):
            return word.text if word is not None else ""
        self.lookup.report("A213", word, f"`{word.text}` is no date", help=f"write a year, a month or a day: {form}")
        return ""

    def share(self, keyword: str) -> float | None:
        """A number from 0 to 1; None where it is not given, or is none."""
        word = self.one(keyword)
        if word is None or is_share(word.text):
            return float(word.text) if word is not None else None
        message = f"`{word.text}` is no number from 0 to 1"
        self.lookup.report("A605", word, message, help=f"write it like `{keyword}: 0.8`, or leave it out")
        return None

    def yes_or_no(self, keyword: str) -> bool | None:
        """Yes or no; None where it is not given, or is neither."""
        word = self.one(keyword)
        found = self.lookup.one_of("A108", f"answer to `{keyword}`", word, ("yes", "no")) if word is not None else None
        return None if found is None else found == "yes"

    def ids(self, keyword: str) -> tuple[str, ...]:
        """The ids in all fields of a name, in the form in which ids are compared."""
        found = []
        for word in self.list(keyword):
            if is_id(word.text):
                found.append(word.normal.text)
            else:
                self.lookup.report(
                    "A015",
                    word,
                    f"`{word.text}` is no id",
                    label="letters, digits and single hyphens inside, no dot",
                    help=f"write `{keyword}: old-id`, with commas between several",
                )
        return tuple(found)


def separated(text: Word, between: str) -> tuple[Word, ...]:
    """The parts of a text between separators, without blanks at their ends; empty ones are left out."""
    words = []
    start = text.start
    for part in text.text.split(between):
        stripped = part.strip(" \t")
        if stripped:
            words.append(Word(stripped, start + part.index(stripped)))
        start += len(part) + len(between)
    return tuple(words)


def cues(lookup: Lookup, lines: Sequence[Line], keyword: str = "at") -> tuple[Cue, ...]:
    """The places in the source that the lines of a keyword name."""
    found = []
    for line in lines:
        content = line.content
        if isinstance(content, PlaceField) and content.keyword.text == keyword:
            number, page = (int(word.text) if word else None for word in (content.line, content.page))
            words = content.cue.text if content.cue else ""
            found.append(Cue(line=number, page=page, words=words, origin=Place(lookup.file, _span(content))))
    return tuple(found)


def _span(field: PlaceField) -> Span:
    number = field.line or field.page
    if number and field.cue:
        return Span(number.start, field.cue.span.end + 1)
    return (field.cue or number or field.keyword).span


def children(statement: Statement) -> list[Sequence[Line]]:
    """For each line, the lines right under it."""
    under: list[Sequence[Line]] = [()] * len(statement.lines)
    for line in statement.lines:
        if line.parent >= 0:
            above = under[line.parent]
            if isinstance(above, list):
                above.append(line)
            else:
                under[line.parent] = [line]
    return under
