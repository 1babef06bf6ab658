"""The whole page, in the order in which an editor asks: how many, where, why, on what it turns, and then the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from argmap.compare.cruxes import Crux
from argmap.judge.verdict import Verdict
from argmap.report.comparison.agreements import agreements, agreements_in_order, neither_nor, one_sided
from argmap.report.comparison.answers import answers_given, link_sentence, other_links
from argmap.report.comparison.attributed_views import attributed_views, voices_alone
from argmap.report.comparison.comparison_report import ComparisonReport, Conflict, Subject
from argmap.report.comparison.conflicts import conflicts, terms
from argmap.report.comparison.cruxes import Key, cruxes
from argmap.report.comparison.observations import (
    drifts,
    inconsistencies,
    links_left_out,
    numbers,
    representations,
    unanswered_issues,
)
from argmap.report.comparison.picture_files import Pictures, Sheet
from argmap.report.comparison.stance_table import columns, rows
from argmap.report.page import Block, Heading, Item, Paragraph, Picture, Table
from argmap.wording.english import counted, first_upper, form_of, listed, one_line, verb
from argmap.wording.grouped_pairs import counting, grouped_pairs
from argmap.wording.names import ComparisonNames
from argmap.wording.spans import Span, Style, Words, code, codes, joined, strong, words
from argmap.wording.stance_sentences import SILENT, says, says_just_that, stances_to_tell
from argmap.wording.verdict_sentences import agreement_sentence, subject_of
from argmap.wording.verdicts import VERDICTS

_WIDEST = 12
"""Columns beyond which a matrix is no table for people."""


def comparison_page(report: ComparisonReport, names: ComparisonNames, pictures: Pictures) -> Iterator[Block]:
    """The blocks of a page.

    Args:
        report: What is told.
        names: What everybody and everything is called.
        pictures: Those that there are; all of them are shown or linked.
    """
    shown = set()
    for block in _blocks(report, names, pictures):
        yield block
        if isinstance(block, Picture):
            shown.add(block.file)
        elif isinstance(block, Item):
            shown.update(span.target for span in block.words)
    more = sorted(set(pictures.files) - shown)
    if more:
        yield Heading(2, words("More pictures"))
    yield from (Item(words(Span(file, Style.CODE, file))) for file in more)
    yield from glossary(report)


def _blocks(report: ComparisonReport, names: ComparisonNames, pictures: Pictures) -> Iterator[Block]:
    yield Heading(1, words(_title(report, names)))
    yield from _counts(report)
    yield from links_left_out(report)
    yield from _summary(report, names)
    yield from _documents(report, names)
    yield from _issue(report, names, pictures)
    yield from _matrix(report, names, pictures)
    yield from conflicts(report, names, pictures)
    yield from cruxes(report, names, pictures)
    yield from agreements(report, names)
    yield from one_sided(report, names)
    yield from neither_nor(report, names)
    yield from terms(report, names)
    yield from inconsistencies(report, names)
    yield from drifts(report, names, pictures)
    yield from attributed_views(report, names)
    yield from voices_alone(report, names)
    yield from other_links(report, names)
    yield from representations(report, names)
    yield from unanswered_issues(report, names)
    yield from numbers(report, names)
    if pictures.sheet(Sheet.AGREEMENT):
        yield Picture(pictures.sheet(Sheet.AGREEMENT), "How far any two agree")


def _title(report: ComparisonReport, names: ComparisonNames) -> str:
    scope = report.scope
    if scope.issue is not None and not scope.one:
        return one_line(names.question(scope.issue))
    if scope.is_named:
        title = f"{names.holders(scope.one)} beside {names.holders(scope.other)}"
    elif scope.one:
        title = f"{names.holders(scope.one)} beside all other authors"
    else:
        title = "All authors compared"
    return title if scope.issue is None else f"{title}: {one_line(names.question(scope.issue))}"


def _counts(report: ComparisonReport) -> Iterator[Block]:
    if report.only_counts:
        issues = counted(len(report.issue_numbers), "question")
        authors = counted(len(report.comparison.authors), "document")
        clashes = _number(sum(issue.conflict.count for issue in report.issue_numbers), "conflict")
        said = f"{authors} answer {issues}, with {clashes} between two of them: too much to tell one by one"
        hint = "Name two documents, an author or an issue to read more."
        yield Paragraph(words(f"{said}, so only numbers are given. {hint}"))
        return
    found: dict[Verdict, int] = {}
    for alignment in report.alignments:
        found[alignment.verdict] = found.get(alignment.verdict, 0) + 1
    disagreeing = tuple(report.conflicts)
    nothing_fits = sum(conflict.alignment.verdict.is_cannot for conflict in disagreeing)
    qualified = found.get(Verdict.QUALIFIED, 0)
    agreed = found.get(Verdict.AGREEMENT, 0) + qualified
    other = len(report.alignments) - len(disagreeing) - agreed
    reserve = f" ({qualified} with a difference)" if qualified else ""
    neither = f", and {other} that {verb('be neither', form_of(other))}" if other else ""
    said = f"{_over(report)}: {_disagreements(report, nothing_fits)}, {_number(agreed, 'agreement')}{reserve}{neither}."
    said += _turn_on_deeper_ones(disagreeing)
    if report.one_sided:
        silent = counted(len({found.issue for found in report.one_sided}), "question")
        said += f" On {silent} one speaks and the other is silent."
    if not report.alignments:
        said = "There is no question that two of them answer, and no link joins what they say."
        if report.scope.issue is not None:
            said = "No two of them answer this question."
    yield Paragraph(words(said))


def _disagreements(report: ComparisonReport, nothing_fits: int) -> str:
    """How many there are, in how many disputes, and of how many nothing fits both sides."""
    count, disputes = sum(1 for _ in report.conflicts), len(report.disputes)
    said = _number(count, "disagreement")
    notes = [f"in {counted(disputes, 'dispute')}"] if disputes != count else []
    if count and nothing_fits != count:
        notes.append(f"{nothing_fits or 'none'} in which nothing fits both")
    return f"{said} ({', '.join(notes)})" if notes else said


def _turn_on_deeper_ones(disagreeing: Sequence[Conflict]) -> str:
    """How many turn on a deeper one, and how many of these in part; empty where there are none."""
    turning = [conflict for conflict in disagreeing if conflict.cruxes]
    in_part = sum(not any(crux.is_whole for crux in conflict.cruxes) for conflict in turning)
    if not disagreeing:
        return ""
    if len(disagreeing) == 1:
        return f" The disagreement turns {'in part ' if in_part else ''}on {'a' if turning else 'no'} deeper one."
    turn = verb("turn on a deeper one", form_of(len(turning) or 1))
    if turning and in_part == len(turning):
        turn = verb("turn in part on a deeper one", form_of(len(turning)))
    note = f", {in_part} of these only in part" if 0 < in_part < len(turning) else ""
    return f" Of the {len(disagreeing)} disagreements, {len(turning) or 'none'} {turn}{note}."


def _over(report: ComparisonReport) -> str:
    """What is counted: on what, and among whom."""
    issues = len({alignment.issue for alignment in report.alignments} - {None})
    links = len({alignment.link for alignment in report.alignments} - {None})
    both = "both" if len(report.pairs) == 1 else "two"
    over = [f"on {counted(issues, 'question')} that {both} answer"] if issues else []
    over += [f"over {counted(links, 'link')} between their claims"] if links else []
    said = " and ".join(over)
    if len(report.pairs) > 1:
        authors = all(holder.is_author for pair in report.pairs for holder in pair)
        said += f", among {len(report.pairs)} pairs of {'documents' if authors else 'voices'}"
    return first_upper(said)


def _number(count: int, thing: str) -> str:
    return counted(count, thing) if count else f"no {thing}"


def _documents(report: ComparisonReport, names: ComparisonNames) -> Iterator[Block]:
    documents = dict.fromkeys(holder.document for holder in report.holders)
    if report.only_counts or len(documents) > 50:
        return
    yield Heading(2, words("What is compared"))
    authors = {holder.document: holder for holder in report.comparison.authors}
    for document in documents:
        record = names.corpus.documents[document]
        shown = f": {one_line(record.title)}{f', {one_line(record.publisher)}' if record.publisher else ''} ("
        yield Item(words(strong(names.holder(authors[document])), shown, code(document), ")"))
    if report.comparison.left_out:
        yield Paragraph(words("Left out as older, or without a date: ", *codes(report.comparison.left_out), "."))


def _issue(report: ComparisonReport, names: ComparisonNames, pictures: Pictures) -> Iterator[Block]:
    if report.scope.issue is None:
        return
    issue = names.corpus.issues[report.scope.issue]
    yield Heading(2, words("The answers"))
    scale = " They are a scale, in this order." if issue.order else ""
    yield Paragraph(words(f"{counted(len(issue.positions), 'answer')} can be given.{scale}"))
    profiles = report.profiles(issue.id)
    yield from answers_given(profiles, issue.id, names, trees=not report.only_counts, whole=True)
    given = {stance.position for profile in profiles for stance in stances_to_tell(profile)}
    nobody = [names.position(issue.id, position.id) for position in issue.positions if position.id not in given]
    if nobody:
        yield Paragraph(words(f"Taken or rejected by nobody: {listed(nobody)}."))
    if pictures.issue(issue.id):
        yield Picture(pictures.issue(issue.id), "All who answer, with their reasons")


def _matrix(report: ComparisonReport, names: ComparisonNames, pictures: Pictures) -> Iterator[Block]:
    if report.scope.issue is not None or report.scope.is_named or report.only_counts or not report.issues:
        return
    yield Heading(2, words("Who answers what"))
    for sheet, said in ((Sheet.MATRIX, "The answers of all authors"), (Sheet.ACTORS, "The answers of reported voices")):
        if pictures.sheet(sheet):
            yield Picture(pictures.sheet(sheet), said)
    holders = columns(report)
    if len(holders) <= _WIDEST:
        body = tuple((issue, *(told.removeprefix(SILENT) for told in cells)) for issue, cells in rows(report, holders))
        yield Table(("issue", *(holder.id for holder in holders)), body)
        yield Paragraph(words(legend(cell for row in body for cell in row[1:])))
    maps = {file: issue for issue in report.issues if (file := pictures.issue(issue))}
    if maps:
        yield Paragraph(words("All who answer one question:"))
    for file, issue in maps.items():
        yield Item(words(Span(one_line(names.question(issue)), target=file)))


_CONFLICTS = 5
_AGREEMENTS = 3


def _summary(report: ComparisonReport, names: ComparisonNames) -> Iterator[Block]:
    """Conflicts and agreements in the order of the page; nothing where the page is hardly longer."""
    agreed = agreements_in_order(report)
    if report.scope.issue is not None or len(report.subjects) + len(agreed) <= _AGREEMENTS:
        return
    yield Heading(2, words("In brief"))
    for subject in report.subjects[:_CONFLICTS]:
        yield Item(words(*_conflict(subject, names), "."))
    for groups in agreed[:_AGREEMENTS]:
        asked = subject_of(groups[0].alignments[0], names)
        yield Item(words(strong("Agreement"), " on ", asked, f": {agreement_sentence(groups[0], names)}"))


def _conflict(subject: Subject, names: ComparisonNames) -> Iterator[Words | str]:
    groups = grouped_pairs(conflict.alignment for conflict in subject.conflicts)
    main = max(groups, key=lambda group: len(group.alignments))
    title = strong(VERDICTS[main.verdict].title)
    if subject.issue is None:
        yield words(title, f" of {names.holders(main.holders)}: ", link_sentence(main.first, names))
    else:
        one, other = (counting(side)[0].position for side in (main.first.one, main.first.other))
        others = f"and {says_just_that(main.other, names)}" if one == other else says(main.other, names)
        yield words(title, " on ", subject_of(main.first, names), f": {says(main.one, names)}, {others}")
        rest = len(subject.conflicts) - len(main.alignments)
        yield f", and {counted(rest, 'other pair')} {verb('disagree', form_of(rest))}" if rest else ""
    yield words("; ", _turning(subject, names))


_MOST_CRUXES = 3
"""On what a subject turns, as far as it is named in a line."""


def _turning(subject: Subject, names: ComparisonNames) -> Words:
    turning = [conflict for conflict in subject.conflicts if conflict.cruxes]
    if not turning:
        rejected = any(conflict.rejected for conflict in subject.conflicts)
        return words("it turns on a condition" if rejected else "no deeper disagreement was found beneath it")
    found: dict[Key, Crux] = {}
    for conflict in turning:
        for crux in conflict.cruxes:
            before = found.get(crux.conflict.order[:2])
            if before is None or crux.size > before.size:
                found[crux.conflict.order[:2]] = crux
    whole = [crux for crux in found.values() if crux.is_whole]
    told = (whole or sorted(found.values(), key=lambda crux: -crux.size))[:_MOST_CRUXES]
    left = len(whole or found) - len(told)
    parts = joined((subject_of(crux.conflict, names) for crux in told), ", " if left else " and ")
    every = len(turning) == len(subject.conflicts)
    between = "" if every else f" for {len(turning)} of {counted(len(subject.conflicts), 'pair')}"
    return words(f"it turns{'' if whole else ' in part'}{between} on ", *parts, f" and {left} more" if left else "")


_MARKS = (
    ("not ", "“not” an answer that is rejected"),
    (" + ", "“+” two answers"),
    (" if", "“if” a condition"),
    (" *", "“*” what was left unsaid or only follows"),
    (" ~", "“~” what an author ascribes to somebody with a reserve"),
)


def legend(cells: Iterable[str]) -> str:
    """What the cells of the matrix show, with the marks that occur."""
    told = [f" {cell} " for cell in cells]
    marks = [meaning for mark, meaning in _MARKS if any(mark in cell for cell in told)]
    said = "A cell names the answer by its id, and in brackets how firmly it is worded; an empty cell is silence."
    return f"{said} Marked are: {listed(marks)}." if marks else said


_TURNS_ON = (
    "beneath the answer of one side stands a claim on which the two disagree again, and without it the answer loses "
    "all its support, or in part: one of its reasons; the reasons are those that the analyst told apart, and where one "
    "is given, all turns on it"
)
_DISPUTE = "the disagreements of the same two that rest, on one side or the other, on the same claims"
_NOT_TAKEN_UP = "a reason against what the other holds, which the other's document neither disputes nor grants"


def glossary(report: ComparisonReport) -> Iterator[Block]:
    """The terms of the page, each in a line."""
    met = {alignment.verdict for alignment in report.alignments}
    shown = [(said.title, said.meaning) for verdict, said in VERDICTS.items() if verdict in met and said.meaning]
    conflicts = tuple(report.conflicts)
    if any(conflict.cruxes for conflict in conflicts):
        shown.append(("It turns on", _TURNS_ON))
    if len(report.disputes) < len(conflicts):
        shown.append(("Dispute", _DISPUTE))
    if any(conflict.unanswered for conflict in conflicts):
        shown.append(("Not taken up", _NOT_TAKEN_UP))
    if any(alignment.link is not None and alignment.link.confidence is not None for alignment in report.alignments):
        shown.append(("A number in brackets after a link", "how sure the annotator is of it, from 0 to 1"))
    if shown:
        yield Heading(2, words("How to read this"))
    for title, meaning in shown:
        yield Item(words(strong(title), f": {meaning}."))
