"""Wide tables: a row a question and a column a holder, or the other way round."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.exchange.loss import ForeignPlace
from argmap.exchange.sheets import Sheet
from argmap.exchange.stance_draft import Saying, StanceDraft
from argmap.exchange.table_heads import (
    HEADS,
    NOT_IN_WIDE,
    Columns,
    agreement,
    all_agree_or_not,
    any_is_surely_agreement,
    is_undecided,
    worded,
)
from argmap.language.words import OPEN
from argmap.resolve.values import strength as strength_told
from argmap.resolve.values import unknown_degree
from argmap.source.loosened import plain

_QUESTIONS, _HOLDERS = "questions", "holders"


class WideTables:
    """Reads wide tables into a draft.

    Args:
        stances: The draft.
        options: ``orientation`` says what each row is, `questions` or `holders`; ``layout=wide`` that a table is wide.
    """

    def __init__(self, stances: StanceDraft, options: Mapping[str, str]) -> None:
        self._stances = stances
        self._loss = stances.loss
        self._orientation = options.get("orientation", "")
        self._layout = options.get("layout", "")
        self._chosen = {name for name in options if name in HEADS}

    def read(self, sheet: Sheet, columns: Columns) -> None:
        """Take all cells of a table."""
        heads = dict(columns.heads)
        label = min([0, *heads]) if not self._chosen else 0
        questions_down = self._questions_down(sheet, columns, label)
        role = "issue" if questions_down else "holder"
        label = columns.by_role.get(role, label)
        aside = {
            column
            for column, head in heads.items()
            if column == label or column in columns.doubled or worded(head) in NOT_IN_WIDE
        }
        if questions_down and "question" in columns.by_role and columns.by_role["question"] != label:
            aside.add(columns.by_role["question"])
        others = {column for column in heads if column not in aside}
        if not others or not any(label in row.cells for row in columns.rows):
            self._loss.dropped("sheet", "nothing in it says who answers what", sheet.whole)
            return
        whole = [row.cells[column] for row in columns.rows for column in others if column in row.cells]
        votes = all_agree_or_not(whole) and any_is_surely_agreement(whole)
        for row in columns.rows:
            if label not in row.cells:
                self._loss.dropped("row", f"it names no {'question' if questions_down else 'holder'}", sheet.place(row))
                continue
            named = row.cells[label]
            if questions_down and "question" in columns.by_role:
                self._stances.issue(named, row.cells.get(columns.by_role["question"], ""), sheet.place(row))
            for column, cell in row.cells.items():
                if column not in others:
                    continue
                place = sheet.place(row, column)
                if self._stances.is_silent(cell, place) or not (plain(named) and plain(heads[column])):
                    continue
                issue, holder = (
                    (named, heads[column])
                    if questions_down
                    else (heads[column], self._stances.called(named, heads.get(label, "")))
                )
                self._read_cell(issue, holder, cell, place, votes=votes)
        for column in sorted(aside - {label}):
            if column not in columns.by_role.values() or worded(heads[column]) in NOT_IN_WIDE:
                why = "another has the same head" if column in columns.doubled else "it is no holder and no question"
                self._loss.dropped("column", why, sheet.place(columns.head, column))
        extra = sum(column not in heads and column != label for row in columns.rows for column in row.cells)
        self._loss.dropped("cell", "it stands under no head", sheet.whole, extra)

    def is_surely_wide(self, columns: Columns) -> bool:
        """Whether a wide table says by its heads, labels or cells that it is one; any two columns look like one."""
        if self._layout == "wide" or self._orientation:
            return True
        label = min([0, *columns.heads])
        head = worded(columns.heads.get(label, ""))
        whole = [text for row in columns.rows for column, text in row.cells.items() if column != label]
        asked = [*columns.heads.values(), *(row.cells.get(label, "") for row in columns.rows)]
        known = (*HEADS["holder"], *HEADS["issue"])
        votes = all_agree_or_not(whole) and any_is_surely_agreement(whole)
        return (head in known and len(columns.heads) > 2) or votes or any(text.rstrip().endswith("?") for text in asked)

    def _questions_down(self, sheet: Sheet, columns: Columns, label: int) -> bool:
        """Whether each row of a wide table is a question, and each column a holder."""
        if self._orientation in (_QUESTIONS, _HOLDERS):
            return self._orientation == _QUESTIONS
        head = worded(columns.heads.get(label, ""))
        for role, down in (("issue", True), ("holder", False)):
            if head in HEADS[role]:
                return down
        across = sum(text.rstrip().endswith(("?", "\uff1f")) for text in columns.heads.values())
        labels = [row.cells.get(label, "") for row in columns.rows]
        down_rows = sum(text.rstrip().endswith(("?", "\uff1f")) for text in labels)
        taken = across * len(labels) <= down_rows * len(columns.heads)
        what, other = ("question", _HOLDERS) if taken else ("holder", _QUESTIONS)
        why = f"each row was taken for a {what}; `--set orientation={other}` turns it"
        self._loss.changed("table", why, sheet.whole)
        return taken

    def _read_cell(self, issue: str, holder: str, cell: str, place: ForeignPlace, *, votes: bool) -> None:
        if votes:
            agrees = agreement(cell)
            if agrees is None:
                self._loss.dropped("answer", "it says neither that the holder agrees nor that not", place)
            else:
                self._stances.add(Saying(holder=holder, issue=issue, agrees=agrees, origin=place))
            return
        question = self._stances.issue(issue, origin=place)
        for part in _parts(cell, question.positions):
            said, bracket, rest = part.partition(" (")
            is_firm = bracket and rest.endswith(")") and not unknown_degree(rest[:-1])
            strength = strength_told(rest[:-1]) if is_firm else None
            told = said if strength is not None else part
            negated = told.startswith("not ") and told[4:].casefold() in question.positions
            position = told[4:] if negated else told
            position = OPEN if is_undecided(position) else position
            self._stances.add(
                Saying(holder=holder, issue=issue, position=position, negated=negated, strength=strength, origin=place)
            )


def _parts(cell: str, positions: Mapping[str, str]) -> list[str]:
    """The answers in a cell: several only where each is declared."""
    parts = [part.strip() for part in cell.split(";")]
    bare = [part.partition(" (")[0].removeprefix("not ").casefold() for part in parts]
    return parts if len(parts) > 1 and all(part in positions or part == OPEN for part in bare) else [cell]
