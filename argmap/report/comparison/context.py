"""What all sections of the page of a comparison share: what is told, how much of it, and what stands above already.

The names of pictures, under which `argmap.view.comparison` keeps them, are made here again, since a page for a terminal
should not wait for all that draws.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum
from shlex import join
from typing import TypeVar

import attrs

from argmap.compare.alignment import Alignment
from argmap.model.ids import ClaimId, IssueId
from argmap.model.link import Link
from argmap.report.comparison.comparison_report import ComparisonReport
from argmap.wording.claim_sentences import quoted_claim
from argmap.wording.english import one_line
from argmap.wording.names import ComparisonNames
from argmap.wording.relations import link_text
from argmap.wording.spans import Words, code, joined, words


class Sheet(StrEnum):
    """Pictures of everybody."""

    MATRIX = "matrix"
    ACTORS = "actors"
    CRUXES = "cruxes"
    AGREEMENT = "agreement"
    TIMELINE = "timeline"


@attrs.frozen
class Pictures:
    """The picture files that there are, relative to the page; asked for any other, it gives none."""

    files: Collection[str] = ()

    def sheet(self, sheet: Sheet) -> str:
        """A picture of everybody."""
        return self._file(sheet)

    def butterfly(self, alignment: Alignment) -> str:
        """Two authors beside each other on an issue, or over a link."""
        link = alignment.link
        on = alignment.issue or (f"{link.source}--{link.target}" if link is not None else "")
        one, other = alignment.holders
        if not (one.is_author and other.is_author):
            return ""
        return self._file(f"{one.document}--{other.document}.{on}") or self._file(
            f"{other.document}--{one.document}.{on}"
        )

    def issue(self, issue: IssueId) -> str:
        """All holders on one issue."""
        return self._file(f"issue.{issue}")

    def _file(self, stem: str) -> str:
        name = f"compare/{stem}.svg"
        return name if name in self.files else ""


NO_PICTURES = Pictures()


class Length(StrEnum):
    """How much is told."""

    BRIEF = "brief"
    """The questions in dispute, in a line or two each: no more than fits on a screen."""
    FIRST = "first"
    """What an editor asks first: where they disagree, each side's own sentence, and what it turns on."""
    REPORT = "report"
    """The same, and all that is left a line each, as far as a reader follows."""
    FULL = "full"
    """Everything, with the reasons down to the leaves."""


MOST_LINES = 20
"""Lines of one section that a report tells; the others are counted, and told where everything is."""
MOST_LINKS = 10
"""Links between single claims, likewise."""


@attrs.define(eq=False, kw_only=True)
class PageContext:
    """What the sections of one page share.

    Attributes:
        report: What is told.
        names: What everybody and everything is called.
        length: How much is told.
        pictures: Those that there are.
        claims: The claims whose words stand on the page.
        unfolded: The claims under which their reasons stand there.
        questions: The issues whose question stands there.
    """

    report: ComparisonReport
    names: ComparisonNames
    length: Length
    pictures: Pictures = NO_PICTURES
    claims: set[ClaimId] = attrs.field(factory=set)
    unfolded: set[ClaimId] = attrs.field(factory=set)
    questions: set[IssueId] = attrs.field(factory=set)

    @property
    def is_full(self) -> bool:
        """Whether everything is told."""
        return self.length is Length.FULL

    def claim(self, claim: ClaimId) -> Words:
        """What a claim says, in quotes, and its id; the id alone where its words stand on the page."""
        if claim in self.claims:
            return words(self.names.id(claim))
        self.claims.add(claim)
        return quoted_claim(claim, self.names)

    def all_claims(self, claims: Iterable[ClaimId]) -> Words:
        """Several, in one line."""
        return joined(map(self.claim, claims), ", ", " and ")

    def question(self, issue: IssueId) -> Words:
        """The question of an issue, in quotes, and its id; the id alone where the question stands on the page."""
        if issue in self.questions:
            return words(code(issue))
        self.questions.add(issue)
        return self.names.asked(issue)

    def bare_question(self, issue: IssueId) -> str:
        """The question of an issue, to head what follows."""
        self.questions.add(issue)
        return one_line(self.names.question(issue))

    def subject(self, alignment: Alignment) -> Words:
        """What an alignment is about, within a sentence."""
        return self.about(alignment.subject)

    def about(self, subject: IssueId | Link) -> Words:
        """An issue or a link, within a sentence."""
        if isinstance(subject, Link):
            return words("the link ", code(link_text(subject)))
        return self.question(subject)

    def number(self, subject: IssueId | Link) -> int | None:
        """Under which number of the page a question in dispute is told; None where it is not."""
        questions = self.report.questions
        places = (place for place, one in enumerate(questions, 1) if subject in one.subjects)
        return next(places, None)

    def where_all_is_told(self, subject: IssueId | Link | None = None) -> Words:
        """The command that tells everything, of one subject or of all that the page is about."""
        scope, link = self.report.scope, subject if isinstance(subject, Link) else None
        asked = [end.document for end in (link.source, link.target) if isinstance(end, ClaimId)] if link else []
        issue = scope.issue if subject is None or link is not None else subject
        parts = ["argmap", "compare", *(asked if len({*asked}) == 2 else scope.asked)]
        parts += ["--issue", str(issue)] if issue is not None else []
        return words(code(join([*parts, "--full"])))


_Thing = TypeVar("_Thing")


def beginning(things: Sequence[_Thing], most: int, *, whole: bool) -> tuple[Sequence[_Thing], str]:
    """As many as are told, and which part of all they are, in words: ``5 of 6``; empty where all are told."""
    if whole or len(things) <= most:
        return things, ""
    return things[:most], f"{most:,} of {len(things):,}"
