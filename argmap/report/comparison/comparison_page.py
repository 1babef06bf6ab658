"""The whole page, in the order in which an editor asks: how many, where, why, on what it turns, and then the rest."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.judge.holder import identities
from argmap.judge.verdict import Verdict
from argmap.model.link import Link
from argmap.report.comparison.agreements import agreements, agreements_in_short, neither_nor, one_sided
from argmap.report.comparison.answers import answers_given, other_links
from argmap.report.comparison.attributed_views import attributed_views, voices_alone
from argmap.report.comparison.comparison_report import ComparisonReport
from argmap.report.comparison.context import MOST_LINES, NO_PICTURES, Length, PageContext, Pictures, Sheet, beginning
from argmap.report.comparison.cruxes import cruxes
from argmap.report.comparison.forecasts import forecasts
from argmap.report.comparison.observations import (
    drifts,
    inconsistencies,
    links_left_out,
    numbers,
    representations,
    unanswered_issues,
)
from argmap.report.comparison.questions_in_dispute import in_a_line, in_brief, in_full, in_short, terms
from argmap.report.comparison.stance_table import columns, legend, rows
from argmap.report.page import Block, Cell, Heading, Item, Paragraph, Picture, Table
from argmap.wording.english import counted, first_upper, form_of, listed, one_line, verb
from argmap.wording.grouped_pairs import grouped_pairs
from argmap.wording.names import ComparisonNames
from argmap.wording.spans import Span, Style, code, codes, joined, strong, words
from argmap.wording.stance_sentences import NOT_THERE, cell_in_words, stances_to_tell
from argmap.wording.verdict_sentences import verdict_and_why
from argmap.wording.verdicts import VERDICTS

MOST_TOLD = 5
"""Questions in dispute that are told first, each with its sides."""
MOST_IN_BRIEF = 8
"""Questions in dispute that fit on a screen."""
_WIDEST = 12
"""Columns beyond which a matrix is no table for people."""
_MOST_DOCUMENTS = 50


def comparison_page(
    report: ComparisonReport,
    names: ComparisonNames,
    length: Length = Length.FULL,
    pictures: Pictures = NO_PICTURES,
    most_in_brief: int = MOST_IN_BRIEF,
) -> Iterator[Block]:
    """The blocks of a page.

    Args:
        report: What is told.
        names: What everybody and everything is called.
        length: How much of it is told.
        pictures: Those that there are; a page that tells more than its first part shows or links all of them.
        most_in_brief: Of a brief page, how many questions in dispute it tells.
    """
    context = PageContext(report=report, names=names, length=length, pictures=pictures)
    yield Heading(1, words(_title(context)))
    yield from _counts(context)
    if report.only_counts:
        yield from _only_counts(context)
        return
    match length:
        case Length.BRIEF:
            yield from _brief(context, most_in_brief)
        case Length.FIRST:
            yield from _first(context)
            yield from _what_is_left(context)
        case _:
            yield from _with_all_pictures(context)


def _with_all_pictures(context: PageContext) -> Iterator[Block]:
    """All sections, and behind them the pictures that none of them shows or links."""
    shown: set[str] = set()
    for block in _sections(context):
        yield block
        if isinstance(block, Picture):
            shown.add(block.file)
        elif isinstance(block, Item):
            shown.update(span.target for span in block.words)
        elif isinstance(block, Table):
            cells = (cell for row in block.rows for cell in row if not isinstance(cell, str))
            shown.update(span.target for cell in cells for span in cell)
    more = sorted(set(context.pictures.files) - shown)
    if more:
        yield Heading(2, words("More pictures"))
    yield from (Item(words(Span(file, Style.CODE, file))) for file in more)
    yield from glossary(context)


def _sections(context: PageContext) -> Iterator[Block]:
    if context.is_full:
        yield from links_left_out(context)
        yield from _documents_left_out(context.report)
        yield from _documents(context)
        yield from _issue(context)
        if context.report.questions:
            yield Heading(2, words("Where they disagree"))
        for question in context.report.questions:
            yield from in_full(question, context)
    else:
        yield from _first(context)
        yield from _documents(context)
    yield from _matrix(context)
    yield from agreements(context)
    yield from _further(context)
    yield from cruxes(context)
    yield from forecasts(context)
    yield from _differing_reports(context)
    yield from neither_nor(context)
    yield from one_sided(context)
    yield from terms(context)
    yield from inconsistencies(context)
    yield from drifts(context)
    yield from attributed_views(context)
    yield from voices_alone(context)
    yield from other_links(context)
    yield from representations(context)
    yield from unanswered_issues(context)
    if context.is_full:
        yield from numbers(context)
    if context.pictures.sheet(Sheet.AGREEMENT):
        yield Picture(context.pictures.sheet(Sheet.AGREEMENT), "How far any two agree")


# --- What is told first


def _first(context: PageContext) -> Iterator[Block]:
    """The weightiest questions in dispute; where there is none, what they agree on."""
    report = context.report
    yield from links_left_out(context)
    yield from _documents_left_out(report)
    yield from _issue(context)
    shown = report.questions[:MOST_TOLD]
    rest = report.questions[MOST_TOLD:]
    if shown:
        yield Heading(2, words("Where they disagree most" if rest else "Where they disagree"))
    if rest:
        where = words("follow below") if context.length is Length.REPORT else words("are told with ", code("--full"))
        told = f"{len(shown)} of {len(report.questions)} are told here, the weightiest first"
        once = " (questions that the same claims part them on count as one)" if _are_joined(report) else ""
        yield Paragraph(words(f"{told}{once}; the others ", *where, "."))
    for question in shown:
        yield from in_short(question, context)
    if not shown and context.length is Length.FIRST:
        yield from agreements_in_short(context, MOST_TOLD)


def _are_joined(report: ComparisonReport) -> bool:
    """Whether any question in dispute is told with another."""
    return any(len(question.subjects) > 1 for question in report.questions)


def _what_is_left(context: PageContext) -> Iterator[Block]:
    """What a page of the first part leaves out, in numbers, and how to read it."""
    report = context.report
    issues = {one.issue for one in report.alignments if one.verdict.is_agreement} - {None}
    neither = [one for one in report.alignments if not (one.is_disagreement or one.verdict.is_agreement)]
    voices = len(report.voices) + len(report.opposed)
    left = [
        f"agreements on {counted(len(issues), 'question')}" if issues and report.questions else "",
        counted(len(report.forecasts), "forecast") if report.forecasts else "",
        f"{counted(len(neither), 'pair')} of answers or claims that neither agree nor disagree" if neither else "",
        f"{counted(voices, 'reported view')} that an author shares or disputes" if voices else "",
        f"{counted(len(report.one_sided), 'question')} on which only one speaks" if report.one_sided else "",
    ]
    told = listed([each for each in left if each])
    # Of one question the same words would end the page twice.
    where = context.where_all_is_told()
    yield Paragraph(words(f"Also: {told}. " if told else "", "Everything, with all reasons: ", *where))


def _brief(context: PageContext, most: int) -> Iterator[Block]:
    """The questions in dispute, two lines each, as far as they fit."""
    report = context.report
    shown = report.questions[:most]
    if len(shown) < len(report.questions):
        yield Paragraph(words(f"{len(shown)} of {len(report.questions)} fit here, the weightiest first:"))
    for question in shown:
        yield from in_brief(question, context)
    yield Paragraph(words("More: the same command without ", code("--brief"), ", or with ", code("--full"), "."))


def _further(context: PageContext) -> Iterator[Block]:
    """The questions in dispute that are not told first, a line each."""
    rest = context.report.questions[MOST_TOLD:]
    if context.is_full or not rest:
        return
    shown, part = beginning(rest, MOST_LINES, whole=False)
    yield Heading(2, words("Further questions in dispute", f" ({part})" if part else ""))
    for question in shown:
        yield in_a_line(question, context)


def _differing_reports(context: PageContext) -> Iterator[Block]:
    """Documents of one author, or reports of one actor, that differ: that is no dispute."""
    found = grouped_pairs(one.alignment for one in context.report.differing_reports)
    if not found:
        return
    shown, part = beginning(found, MOST_LINES, whole=context.is_full)
    yield Heading(2, words("One author or actor, two answers", f" ({part})" if part else ""))
    for group in shown:
        yield Item(words(*context.subject(group.first), ". ", *verdict_and_why(group, context.names)))


# --- How many


def _title(context: PageContext) -> str:
    scope, names = context.report.scope, context.names
    if scope.issue is not None and not scope.one:
        return context.bare_question(scope.issue)
    if scope.is_named:
        title = f"{names.holders(scope.one)} beside {names.holders(scope.other)}"
    elif scope.one:
        title = f"{names.holders(scope.one)} beside all other authors"
    else:
        title = "All authors compared"
    return title if scope.issue is None else f"{title}: {context.bare_question(scope.issue)}"


def _counts(context: PageContext) -> Iterator[Block]:
    report = context.report
    if report.only_counts:
        issues = counted(len(report.issue_numbers), "question")
        authors = counted(len(report.comparison.authors), "document")
        clashes = _number(sum(issue.conflict.count for issue in report.issue_numbers), "pair")
        said = f"{authors} answer {issues}; {clashes} cannot both be right: too much to tell one by one"
        hint = "Name two documents, an author or an issue to read more."
        yield Paragraph(words(f"{said}, so only numbers are given. {hint}"))
        return
    if not report.alignments:
        said = "There is no question that two of them answer, and no link joins what they say."
        if report.scope.issue is not None:
            said = "No two of them answer this question."
    else:
        said = " ".join(filter(None, (_texts(context), _answered(report), _disputes(report), _pairs(report))))
    if report.one_sided:
        silent = counted(len({found.issue for found in report.one_sided}), "question")
        said += f" On {silent} one speaks and the other is silent."
    yield Paragraph(words(said))


def _texts(context: PageContext) -> str:
    """How many texts, by how many authors; empty where some were named."""
    report, corpus = context.report, context.names.corpus
    if report.scope.one or report.scope.issue is not None:
        return ""
    authors = {author for holder in report.comparison.authors for author in identities(holder, corpus)}
    return f"{counted(len(report.comparison.authors), 'text')} by {counted(len(authors), 'author')}."


def _answered(report: ComparisonReport) -> str:
    """What two or more of them answer, and what links join."""
    if report.scope.issue is not None:
        return f"{counted(len({one for each in report.alignments for one in each.holders}), 'voice')} answer it."
    issues = len({alignment.issue for alignment in report.alignments} - {None})
    links = len({alignment.link for alignment in report.alignments} - {None})
    authors = all(holder.is_author for pair in report.pairs for holder in pair)
    who = "Both" if len(report.pairs) == 1 else f"Two or more {'authors' if authors else 'voices'}"
    said = [f"{who} answer {counted(issues, 'question')}"] if issues else []
    said += [f"{counted(links, 'link')} {verb('join', form_of(links))} their claims"] if links else []
    return f"{first_upper(', and '.join(said))}."


def _disputes(report: ComparisonReport) -> str:
    """On how many questions they disagree, in how many disputes, and in how many of these nothing fits both."""
    disputes, disagreements = len(report.disputes), len(report.disagreements) - len(report.differing_reports)
    if not disputes:
        return "They have no dispute."
    subjects = {subject for question in report.questions for subject in question.subjects}
    links = sum(isinstance(subject, Link) for subject in subjects)
    on = [counted(len(subjects) - links, "question")] if len(subjects) > links else []
    on += [counted(links, "link")] if links else []
    told = f"They disagree on {' and '.join(on)}, in {counted(disputes, 'dispute')}"
    if disagreements != disputes:
        told += f" (of {disagreements} disagreements, those that rest on the same claims are one dispute)"
    cannot = sum(any(one.verdict.is_cannot for one in dispute.questions) for dispute in report.disputes)
    rejected = {one.alignment for one in report.disagreements if one.rejected}
    turning = sum(bool(one.turns_on) or not rejected.isdisjoint(one.questions) for one in report.disputes)
    more = [f"in {_some(cannot, disputes)} nothing fits both sides"] if cannot else []
    if turning:
        turns = verb("turn on", form_of(turning))
        more.append(f"{_some(turning, disputes)} {turns} another question or on a condition")
    return f"{told}. {first_upper(', and '.join(more))}." if more else f"{told}."


def _some(count: int, of: int) -> str:
    """Which of the disputes: ``6 disputes``, ``both``, ``all``, or ``it`` where there is one."""
    return "it" if of == 1 else "both" if count == of == 2 else "all" if count == of else counted(count, "dispute")


def _pairs(report: ComparisonReport) -> str:
    """How many pairs of answers or claims agree, and how many do neither."""
    agreed = sum(one.verdict.is_agreement for one in report.alignments)
    qualified = sum(one.verdict is Verdict.QUALIFIED for one in report.alignments)
    other = len(report.alignments) - len(report.disagreements) - agreed
    reserve = f" ({qualified} with a difference)" if qualified else ""
    said = (
        [f"{counted(agreed, 'pair')} of answers or claims {verb('agree', form_of(agreed))}{reserve}"] if agreed else []
    )
    said += [f"{other} {verb('do', form_of(other))} neither" if agreed else _of_neither(other)] if other else []
    return f"{', and '.join(said)}." if said else ""


def _of_neither(count: int) -> str:
    form = form_of(count)
    return f"{counted(count, 'pair')} of answers or claims neither {verb('agree', form)} nor {verb('disagree', form)}"


def _number(count: int, thing: str) -> str:
    return counted(count, thing) if count else f"no {thing}"


def _only_counts(context: PageContext) -> Iterator[Block]:
    """What is told of more than anybody reads."""
    yield from links_left_out(context)
    yield from _issue(context)
    yield from numbers(context)


# --- Who is compared, and who answers what


def _documents(context: PageContext) -> Iterator[Block]:
    report, names = context.report, context.names
    documents = dict.fromkeys(holder.document for holder in report.holders)
    if len(documents) > _MOST_DOCUMENTS:
        return
    yield Heading(2, words("What is compared"))
    authors = {holder.document: holder for holder in report.comparison.authors}
    for document in documents:
        record = names.corpus.documents[document]
        shown = f": {one_line(record.title)}{f', {one_line(record.publisher)}' if record.publisher else ''} ("
        yield Item(words(strong(names.holder(authors[document])), shown, code(document), ")"))


def _documents_left_out(report: ComparisonReport) -> Iterator[Block]:
    if report.comparison.left_out:
        yield Paragraph(words("Left out as older, or without a date: ", *codes(report.comparison.left_out), "."))


def _issue(context: PageContext) -> Iterator[Block]:
    """Of a page on one question, all its answers."""
    report, names, pictures = context.report, context.names, context.pictures
    if report.scope.issue is None:
        return
    issue = names.corpus.issues[report.scope.issue]
    yield Heading(2, words("The answers"))
    scale = " They are a scale, in this order." if issue.order else ""
    yield Paragraph(words(f"{counted(len(issue.positions), 'answer')} can be given.{scale}"))
    profiles = report.profiles(issue.id)
    yield from answers_given(profiles, issue.id, context)
    given = {stance.position for profile in profiles for stance in stances_to_tell(profile)}
    nobody = [names.position(issue.id, position.id) for position in issue.positions if position.id not in given]
    if nobody:
        yield Paragraph(words(f"Taken or rejected by nobody: {listed(nobody)}."))
    silent = [one for one in report.comparison.looked_for(issue.id) if not report.scope.one or one in report.holders]
    if silent:
        yield Paragraph(words(f"{first_upper(NOT_THERE)}: {names.holders(silent)}."))
    if pictures.issue(issue.id):
        yield Picture(pictures.issue(issue.id), "All who answer, with their reasons")


def _matrix(context: PageContext) -> Iterator[Block]:
    """Who answers what: pictures, and a table, in which each question leads to the picture of it."""
    report, pictures = context.report, context.pictures
    if report.scope.issue is not None or report.scope.is_named or not report.issues:
        return
    yield Heading(2, words("Who answers what"))
    for sheet, said in ((Sheet.MATRIX, "The answers of all authors"), (Sheet.ACTORS, "The answers of reported voices")):
        if pictures.sheet(sheet):
            yield Picture(pictures.sheet(sheet), said)
    holders = columns(report)
    told = rows(report, holders, cell_in_words) if len(holders) <= _WIDEST else ()
    maps = {issue: pictures.issue(issue) for issue in report.issues}
    shown: list[tuple[Cell, ...]] = [(words(Span(issue, Style.CODE, maps[issue])), *cells) for issue, cells in told]
    if shown:
        yield Table(("question", *(holder.id for holder in holders)), tuple(shown))
        yield Paragraph(words(legend(told)))
    elif any(maps.values()):
        links = (Span(issue, Style.CODE, file) for issue, file in maps.items() if file)
        yield Item(words("All who answer one question: ", *joined(links)))


_TURNS_ON = (
    "beneath the answer of one side stands a claim on which the two disagree again, and without it the answer loses "
    "its only reason, or one of several; the reasons are those that the analyst told apart"
)
_DISPUTE = (
    "two authors who disagree on one question, or on several by the same claims; disputes on one question are told "
    "together"
)
_NOT_TAKEN_UP = "a reason against what the other author holds, which that author's text does not discuss"


def glossary(context: PageContext) -> Iterator[Block]:
    """The terms of the page, each in a line."""
    report = context.report
    met = {alignment.verdict for alignment in report.alignments}
    shown = [(said.title, said.meaning) for verdict, said in VERDICTS.items() if verdict in met and said.meaning]
    if any(one.cruxes for one in report.disagreements):
        shown.append(("It turns on", _TURNS_ON))
    if report.disputes:
        shown.append(("Dispute", _DISPUTE))
    if context.is_full and any(one.unanswered for one in report.disagreements):
        shown.append(("Not taken up", _NOT_TAKEN_UP))
    if any(alignment.link is not None and alignment.link.confidence is not None for alignment in report.alignments):
        shown.append(("A number in brackets after a link", "how sure the analyst is of it, from 0 to 1"))
    if shown:
        yield Heading(2, words("How to read this"))
    for title, meaning in shown:
        yield Item(words(strong(title), f": {meaning}."))
