"""The whole page, in the order in which an editor asks: how many, where, why, on what it turns, and then the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.compare.verdict import Verdict
from argmap.report.comparison.account import Account, Conflict
from argmap.report.comparison.agreements import agreements, neither_nor, one_sided
from argmap.report.comparison.answers import answers_given
from argmap.report.comparison.conflicts import conflicts
from argmap.report.comparison.in_brief import in_brief
from argmap.report.comparison.matrix import columns, rows
from argmap.report.comparison.numbers import numbers
from argmap.report.comparison.observations import drifts, representations, silences, strains
from argmap.report.comparison.pictures import Pictures, Sheet
from argmap.report.comparison.reading import legend, reading
from argmap.report.comparison.terms import terms
from argmap.report.comparison.voices import voices
from argmap.report.page import Block, Heading, Item, Paragraph, Picture, Table
from argmap.wording.comparison_names import ComparisonNames
from argmap.wording.english import counted, first_upper, listed, one_line
from argmap.wording.spans import Span, Style, code, strong, words
from argmap.wording.stances import SILENT, told
from argmap.wording.verdict_sentences import subject_of

_WIDEST = 12
"""Columns beyond which a matrix is no table for people."""


def story(account: Account, names: ComparisonNames, pictures: Pictures) -> Iterator[Block]:
    """The blocks of a page.

    Args:
        account: What is told.
        names: What everybody and everything is called.
        pictures: Those that there are; all of them are shown or linked.
    """
    shown = set()
    for block in _blocks(account, names, pictures):
        yield block
        if isinstance(block, Picture):
            shown.add(block.file)
        elif isinstance(block, Item):
            shown.update(span.target for span in block.words)
    yield from _more(sorted(set(pictures.files) - shown))
    yield from reading(account)


def _blocks(account: Account, names: ComparisonNames, pictures: Pictures) -> Iterator[Block]:
    yield Heading(1, words(_title(account, names)))
    yield from _summary(account)
    yield from in_brief(account, names)
    yield from _documents(account, names)
    yield from _issue(account, names, pictures)
    yield from _matrix(account, names, pictures)
    yield from conflicts(account, names, pictures)
    yield from _cruxes(account, names, pictures)
    yield from agreements(account, names)
    yield from one_sided(account, names)
    yield from neither_nor(account, names)
    yield from terms(account, names)
    yield from strains(account, names)
    yield from drifts(account, names, pictures)
    yield from voices(account, names)
    yield from representations(account, names)
    yield from silences(account, names)
    yield from numbers(account, names)
    yield from (Picture(file, "Who agrees with whom") for file in pictures.all(Sheet.NETWORK))


def _more(files: Iterable[str]) -> Iterator[Block]:
    files = tuple(files)
    if files:
        yield Heading(2, words("More pictures"))
    for file in files:
        yield Item(words(Span(file, Style.CODE, file)))


def _title(account: Account, names: ComparisonNames) -> str:
    scope = account.scope
    if scope.issue is not None and not scope.one:
        return one_line(names.question(scope.issue))
    if scope.is_named:
        title = f"{names.holders(scope.one)} beside {names.holders(scope.other)}"
    elif scope.one:
        title = f"{names.holders(scope.one)} beside all other authors"
    else:
        title = "All authors compared"
    return title if scope.issue is None else f"{title}: {one_line(names.question(scope.issue))}"


def _summary(account: Account) -> Iterator[Block]:
    if account.only_counts:
        issues = counted(len(account.issue_numbers), "question")
        authors = counted(len(account.comparison.authors), "document")
        clashes = _number(sum(issue.conflict.count for issue in account.issue_numbers), "conflict")
        yield Paragraph(
            words(
                f"{authors} answer {issues}, with {clashes} between two of them: too much to tell one by one, so only "
                "numbers are given. Name two documents, an author or an issue to read more."
            )
        )
        return
    found: dict[Verdict, int] = {}
    for alignment in account.alignments:
        found[alignment.verdict] = found.get(alignment.verdict, 0) + 1
    conflicting = sum(count for verdict, count in found.items() if verdict.is_conflict)
    qualified = found.get(Verdict.QUALIFIED_AGREEMENT, 0)
    agreed = found.get(Verdict.AGREEMENT, 0) + qualified
    other = len(account.alignments) - conflicting - agreed
    reserve = f" ({qualified} qualified)" if qualified else ""
    neither = f", and {other} that {'is' if other == 1 else 'are'} neither" if other else ""
    turning = sum(bool(conflict.cruxes) for conflict in account.conflicts)
    said = f"{_over(account)}: {_number(conflicting, 'conflict')}, {_number(agreed, 'agreement')}{reserve}{neither}."
    if conflicting == 1:
        said += f" The conflict turns on {'a' if turning else 'no'} deeper one."
    elif conflicting:
        said += (
            f" Of the {conflicting} conflicts, {turning or 'none'} turn{'s' if turning < 2 else ''} on a deeper one."
        )
    if account.one_sided:
        silent = counted(len({found.issue for found in account.one_sided}), "question")
        said += f" On {silent} one speaks and the other is silent."
    if not account.alignments:
        said = "There is no question that two of them answer, and no link joins what they say."
        if account.scope.issue is not None:
            said = "No two of them answer this question."
    yield Paragraph(words(said))


def _over(account: Account) -> str:
    """What is counted: on what, and among whom."""
    issues = len({alignment.issue for alignment in account.alignments} - {None})
    links = len({alignment.link for alignment in account.alignments} - {None})
    both = "both" if len(account.pairs) == 1 else "two"
    over = [f"on {counted(issues, 'question')} that {both} answer"] if issues else []
    over += [f"over {counted(links, 'link')} between their claims"] if links else []
    said = " and ".join(over)
    if len(account.pairs) > 1:
        authors = all(holder.is_author for pair in account.pairs for holder in pair)
        said += f", among {len(account.pairs)} pairs of {'documents' if authors else 'voices'}"
    return first_upper(said)


def _number(count: int, thing: str) -> str:
    return counted(count, thing) if count else f"no {thing}"


def _documents(account: Account, names: ComparisonNames) -> Iterator[Block]:
    documents = dict.fromkeys(holder.document for holder in account.holders)
    if account.only_counts or len(documents) > 50:
        return
    yield Heading(2, words("What is compared"))
    authors = {holder.document: holder for holder in account.comparison.authors}
    for document in documents:
        record = names.corpus.documents[document]
        details = [one_line(record.publisher)] if record.publisher else []
        shown = f": {one_line(record.title)}{', ' if details else ''}{listed(details)} ("
        yield Item(words(strong(names.holder(authors[document])), shown, code(document), ")"))
    left_out = account.comparison.left_out
    if left_out:
        yield Paragraph(words("Left out as older, or without a date: ", *_codes(left_out), "."))


def _issue(account: Account, names: ComparisonNames, pictures: Pictures) -> Iterator[Block]:
    if account.scope.issue is None:
        return
    issue = names.corpus.issues[account.scope.issue]
    yield Heading(2, words("The answers"))
    scale = " They are a scale, in this order." if issue.order else ""
    yield Paragraph(words(f"{counted(len(issue.positions), 'answer')} can be given.{scale}"))
    profiles = account.profiles(issue.id)
    yield from answers_given(profiles, issue.id, names, trees=not account.only_counts, whole=True)
    given = {stance.position for profile in profiles for stance in told(profile)}
    nobody = [names.position(issue.id, position.id) for position in issue.positions if position.id not in given]
    if nobody:
        yield Paragraph(words(f"Taken or rejected by nobody: {listed(nobody)}."))
    if pictures.issue(issue.id):
        yield Picture(pictures.issue(issue.id), "All who answer, with their reasons")


def _matrix(account: Account, names: ComparisonNames, pictures: Pictures) -> Iterator[Block]:
    if account.scope.issue is not None or account.scope.is_named or account.only_counts or not account.issues:
        return
    yield Heading(2, words("Who answers what"))
    yield from (Picture(file, "The answers of all authors") for file in pictures.all(Sheet.MATRIX))
    yield from (Picture(file, "The answers of those whom they show") for file in pictures.all(Sheet.ACTORS))
    holders = columns(account)
    if len(holders) <= _WIDEST:
        body = tuple((issue, *(told.removeprefix(SILENT) for told in cells)) for issue, cells in rows(account, holders))
        yield Table(
            ("issue", *(holder.document + (f"/{holder.actor}" if holder.actor else "") for holder in holders)), body
        )
        yield Paragraph(words(legend(cell for row in body for cell in row[1:])))
    maps = {issue: pictures.issue(issue) for issue in account.issues}
    if any(maps.values()):
        yield Paragraph(words("All who answer one question:"))
    for issue, file in maps.items():
        if file:
            yield Item(words(Span(one_line(names.question(issue)), target=file)))


def _cruxes(account: Account, names: ComparisonNames, pictures: Pictures) -> Iterator[Block]:
    found: dict[tuple[str, str], list[tuple[Conflict, int]]] = {}
    subjects = {}
    for conflict in account.conflicts:
        for crux in conflict.cruxes:
            key = crux.conflict.order[:2]
            subjects[key] = crux.conflict
            found.setdefault(key, []).append((conflict, crux.weight))
    if not found:
        return
    yield Heading(2, words("What it turns on"))
    yield Paragraph(
        words(
            "A deeper conflict is a crux where one side's answer loses all its support with it. That on which most "
            "conflicts turn comes first."
        )
    )
    yield from (Picture(file, "On what the conflicts turn") for file in pictures.all(Sheet.CRUXES))
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), -sum(weight for _, weight in item[1]), item[0]))
    for key, conflicts_ in ordered:
        lose = sum(weight for _, weight in conflicts_)
        yield Item(
            words(
                subject_of(subjects[key], names),
                f": {counted(len(conflicts_), 'conflict')} turn{'s' if len(conflicts_) == 1 else ''} on it (on ",
                *_codes(dict.fromkeys(_short(conflict) for conflict, _ in conflicts_)),
                f"), and {counted(lose, 'claim')} would lose {'its' if lose == 1 else 'their'} support.",
            )
        )


def _codes(ids: Iterable[str]) -> list[Span | str]:
    found: list[Span | str] = []
    for one in ids:
        found += [", " if found else "", code(one)]
    return found


def _short(conflict: Conflict) -> str:
    alignment = conflict.alignment
    return alignment.issue or (alignment.link.source if alignment.link else "")
