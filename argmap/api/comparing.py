"""`argmap compare`: who agrees, who disagrees, and what it turns on."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from argmap.api.record_lists import UnknownNameError
from argmap.compare.comparison import compare as compared
from argmap.compare.naming import Lack, Unknown, find_holders, find_issue, lack
from argmap.report.comparison.comparison_report import ComparisonReport, Scope, comparison_report
from argmap.report.comparison.context import Length
from argmap.report.page import PageFormat

if TYPE_CHECKING:
    from argmap.check.links_left_out import LinkLeftOut
    from argmap.compare.comparison import Comparison
    from argmap.model.corpus import Corpus
    from argmap.report.terminal_text import Palette
    from argmap.source.text import SourceText
    from argmap.view.drawings import NamedDrawing


SCREEN = 40
"""Lines in which a brief account fits."""


class Form(StrEnum):
    """In which a comparison is told; what a file of this form ends with."""

    TEXT = "text"
    MARKDOWN = "md"
    JSON = "json"
    CSV = "csv"
    HTML = "html"

    @classmethod
    def _missing_(cls, value: object) -> Form | None:
        return cls.MARKDOWN if value == PageFormat.MARKDOWN else None


@attrs.frozen(kw_only=True)
class Question:
    """What is asked, in words as they are typed; empty words ask for all.

    Attributes:
        one: A document, an author, an actor, or ``document/actor``.
        other: Another; with only the first, it is put beside all authors.
        issue: The id of an issue.
        since: A year, month or day; older documents are left out.
    """

    one: str = ""
    other: str = ""
    issue: str = ""
    since: str = ""


def compare(corpus: Corpus, question: Question | None = None, left_out: Sequence[LinkLeftOut] = ()) -> ComparisonReport:
    """What a corpus has to say to a question.

    Args:
        corpus: The records.
        question: What is asked; by default all.
        left_out: Links that do not count.

    Raises:
        UnknownNameError: There is no such holder or issue; with its nearest.
    """
    question = question or Question()
    return answer(compared(corpus, since=question.since, left_out=left_out), question)


def answer(comparison: Comparison, question: Question) -> ComparisonReport:
    """What a comparison has to say to a question about its documents, whatever that says of their dates.

    Raises:
        UnknownNameError: There is no such holder or issue; with its nearest.
    """
    one, other = (find_holders(comparison, name) if name else () for name in (question.one, question.other))
    for found in (one, other):
        if isinstance(found, Unknown):
            raise UnknownNameError("author, document or actor", found)
    issue = find_issue(comparison, question.issue) if question.issue else None
    if isinstance(issue, Unknown):
        raise UnknownNameError("issue", issue)
    assert not isinstance(one, Unknown) and not isinstance(other, Unknown)
    asked: tuple[str, ...] = (
        (question.one, question.other) if question.other else ("--author", question.one) if question.one else ()
    )
    asked += ("--since", question.since) if question.since else ()
    return comparison_report(comparison, Scope(one=one, other=other, issue=issue, asked=asked))


def missing(told: ComparisonReport) -> Lack | None:
    """Why there is nothing to compare at all; None where there is something."""
    return lack(told.comparison)


def report(
    told: ComparisonReport,
    form: Form = Form.TEXT,
    *,
    texts: Mapping[str, SourceText] | None = None,
    width: int = 100,
    palette: Palette | None = None,
    length: Length = Length.FIRST,
    pictures: Collection[str] = (),
    root: str = "",
) -> str:
    """An account as text.

    Args:
        told: What is told.
        form: In which form.
        texts: The argument files by name, to tell lines.
        width: Of a terminal, in columns.
        palette: Colours of a terminal; none by default.
        length: How much is told, as text, Markdown or HTML; JSON and CSV tell everything.
        pictures: Picture files beside a page of Markdown, which it then shows.
        root: The way from a page of Markdown to the folder of the project, to link files; empty for no links.
    """
    if form is Form.CSV:
        from argmap.report.comparison.stance_table import matrix_csv

        return matrix_csv(told)
    from argmap.wording.names import ComparisonNames

    names = ComparisonNames.of(told.comparison, texts or {}, root)
    if form is Form.JSON:
        from argmap.records.comparison_json import comparison_json

        return comparison_json(told, names)
    from argmap.report.comparison.comparison_page import MOST_IN_BRIEF, comparison_page
    from argmap.report.comparison.context import NO_PICTURES, Pictures
    from argmap.report.page import told as page_told
    from argmap.report.terminal_text import PLAIN

    there = NO_PICTURES if form is Form.TEXT else Pictures(pictures)

    def page(most: int) -> str:
        blocks = comparison_page(told, names, length, there, most)
        return "".join(page_told(blocks, PageFormat[form.name], width, palette or PLAIN))

    if length is not Length.BRIEF:
        return page(MOST_IN_BRIEF)
    # In a narrow terminal, fewer fit.
    pages = (page(most) for most in range(MOST_IN_BRIEF, 0, -1))
    return next((shown for shown in pages if shown.count("\n") <= SCREEN), page(1))


def pictures(told: ComparisonReport) -> tuple[NamedDrawing, ...]:
    """The pictures of what is told, the one that says most first; none where no picture is worth drawing.

    Of everything: those that are drawn unasked.  Of one issue: its map, then conflicts.  Else: how an author changed,
    and conflicts.
    """
    from argmap.report.comparison.context import Pictures, Sheet
    from argmap.view.comparison.comparison_pictures import picture_plan

    conflicts = [conflict.alignment for conflict in told.disagreements] if told.scope != Scope() else []
    plan = picture_plan(told.comparison, conflicts)
    if told.scope == Scope():
        return plan.drawn
    drawings = {f"{drawing.name}.svg": drawing for drawing in (*plan.drawn, *plan.left_out)}
    there = Pictures(drawings)
    files = [there.issue(told.scope.issue)] if told.scope.issue is not None and not told.scope.one else []
    butterflies = map(there.butterfly, conflicts)
    lives = [there.sheet(Sheet.TIMELINE)] if told.drifts else []
    files += [*butterflies, *lives] if told.scope.is_named else [*lives, *butterflies]
    return tuple(drawings[file] for file in dict.fromkeys(files) if file)


def word_document(
    told: ComparisonReport, texts: Mapping[str, SourceText] | None = None, length: Length = Length.REPORT
) -> bytes:
    """An account as DOCX.

    Args:
        told: What is told.
        texts: The argument files by name, to tell lines.
        length: How much is told.

    Raises:
        RefusedError: The library is not there.
    """
    from argmap.report.comparison.comparison_page import MOST_IN_BRIEF, comparison_page
    from argmap.report.comparison.context import NO_PICTURES
    from argmap.report.word_document import docx
    from argmap.wording.names import ComparisonNames
    from argmap.workspace.errors import RefusedError

    names = ComparisonNames.of(told.comparison, texts or {}, "")
    try:
        return docx(comparison_page(told, names, length, NO_PICTURES, MOST_IN_BRIEF))
    except ImportError:
        raise RefusedError("a DOCX needs a library that is not there", "pip install 'argmap[docx]'") from None


def drawn(picture: NamedDrawing, form: str = "svg") -> bytes:
    """A picture as ``svg``, ``png`` or ``pdf``.

    Raises:
        EngineError: The embedded layout engine is missing, or fails, or what a form takes besides (see
            `argmap.render.media`).
    """
    from argmap.render.drawing import draw_any
    from argmap.render.engine import find_engine
    from argmap.render.media import picture_as

    return picture_as(draw_any(picture.drawing, find_engine()), form)


__all__ = [
    "Form",
    "Lack",
    "Length",
    "Question",
    "UnknownNameError",
    "answer",
    "compare",
    "drawn",
    "missing",
    "pictures",
    "report",
    "word_document",
]
