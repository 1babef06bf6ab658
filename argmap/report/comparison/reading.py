"""How a page is read: its marks and its terms, as far as they occur."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.report.comparison.account import Account
from argmap.report.page import Block, Heading, Item
from argmap.wording.english import listed
from argmap.wording.spans import strong, words
from argmap.wording.verdicts import VERDICTS

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
    marks = [says for mark, says in _MARKS if any(mark in cell for cell in told)]
    said = "A cell names the answer by its id, and in brackets how firmly it is worded; an empty cell is silence."
    return f"{said} Marked are: {listed(marks)}." if marks else said


def reading(account: Account) -> Iterator[Block]:
    """The terms of the page, each in a line."""
    met = {alignment.verdict for alignment in account.alignments}
    shown = [(said.title, said.meaning) for verdict, said in VERDICTS.items() if verdict in met and said.meaning]
    conflicts = tuple(account.conflicts)
    if any(conflict.cruxes or conflict.contested for conflict in conflicts):
        shown.append(
            (
                "It turns on",
                "beneath the answer of one side stands a claim on which the two conflict again, and without it the "
                "answer loses all its support; where nothing is said of deeper conflicts, none was found",
            )
        )
    if any(conflict.unanswered for conflict in conflicts):
        shown.append(
            (
                "Not taken up",
                "a reason against what the other holds, of which the other's document disputes, concedes and excepts "
                "nothing",
            )
        )
    if any(alignment.link is not None and alignment.link.confidence is not None for alignment in account.alignments):
        shown.append(("A number in brackets after a link", "how sure the annotator is of it, from 0 to 1"))
    if shown:
        yield Heading(2, words("How to read this"))
    for title, says in shown:
        yield Item(words(strong(title), f": {says}."))
