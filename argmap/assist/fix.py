"""One way to mend a finding, and a finding where it stands."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from argmap.language.tree import Content, Line, Statement, SyntaxFile
from argmap.project.open_project import ProjectState
from argmap.source.finding import Edit, Finding
from argmap.source.text import Place, SourceText, Span


@attrs.frozen(kw_only=True)
class Fix:
    """One way to mend a finding.

    Attributes:
        title: What it does, for people.
        edits: In the order of the files; none touches another.
        is_safe: Whether it may be done unasked.
    """

    title: str
    edits: tuple[Edit, ...]
    is_safe: bool = False


@attrs.frozen
class Case:
    """A finding where it stands, and the file that it stands in."""

    state: ProjectState
    finding: Finding
    file: SyntaxFile

    @property
    def source(self) -> SourceText:
        """The text of the file."""
        return self.file.source

    @property
    def span(self) -> Span:
        """The range of the finding."""
        return Span(*self.finding.place.span)

    @property
    def found(self) -> str:
        """What stands there."""
        return self.source.text[self.span.start : self.span.end]

    def edit(self, start: int, end: int, text: str) -> Edit:
        """A text in the place of a range of the file."""
        return Edit(Place(self.source.name, Span(start, end)), text)

    def statement(self) -> Statement | None:
        """The statement in which the finding is; None before the first."""
        at = self.span.start
        return next((one for one in self.file.statements if one.span.start <= at < one.span.end), None)

    def line(self, holds: Callable[[Content], bool]) -> tuple[Statement, Line] | None:
        """The first line of that statement of whose content something holds, with the statement."""
        statement = self.statement()
        lines = () if statement is None else statement.lines
        return next(((statement, line) for line in lines if statement and holds(line.content)), None)
