"""Stance tables in CSV, XLSX and ODS: who answers which question how; a row an answer, or a column a holder.

Votes on statements (Polis) and actors who agree with concepts (Discourse Network Analyzer) are read as such.
"""

from __future__ import annotations

from collections.abc import Mapping

from argmap.exchange.draft import Draft
from argmap.exchange.exported_stances import ExportedStances
from argmap.exchange.formats import Exporting, Importing, NotThisFormatError
from argmap.exchange.foreign_text import date_of
from argmap.exchange.loss import ForeignPlace
from argmap.exchange.sheets import Row, Sheet, is_workbook, sheets_of
from argmap.exchange.stance_draft import Saying, StanceDraft, table_options
from argmap.exchange.table_heads import (
    AGREEMENTS,
    HEADS,
    NOT_IN_WIDE,
    Columns,
    agreement,
    all_agree_or_not,
    all_are_signs,
    columns_of,
    is_undecided,
    says_nothing,
    worded,
)
from argmap.exchange.workbooks import date_of_serial
from argmap.exchange.writing import plain
from argmap.language.words import OPEN

_ENDINGS = (".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".ods")
_QUESTIONS, _HOLDERS = "questions", "holders"
_SERIALS = range(10_000, 80_000)
"""Counts of days that are dates from 1927 to 2119."""


def looks_alike(files: Mapping[str, bytes]) -> bool:
    """Whether a file is called like a table, or is an archive that holds a workbook."""
    return any(
        name.lower().endswith(_ENDINGS) or (is_workbook(data) and (b"xl/" in data or b"opendocument.spr" in data[:200]))
        for name, data in files.items()
    )


def write(exporting: Exporting) -> Mapping[str, bytes]:
    """The stances of all holders as a table (see `argmap.exchange.stance_export`)."""
    from argmap.exchange.stance_export import written_table

    return written_table(exporting)


def read(files: Mapping[str, bytes], importing: Importing) -> Draft:
    """The draft that tables hold.

    Raises:
        NotThisFormatError: No file of them is a table that says who answers what.
    """
    reading = _Reading(importing)
    first: NotThisFormatError | None = None
    for name, data in files.items():
        try:
            reading.sheets += sheets_of(data, name, importing.loss)
        except NotThisFormatError as error:
            if len(files) == 1:
                raise
            first = first or error
            where = ForeignPlace(name, error.where)
            importing.loss.dropped("file", error.message, where)
    draft = reading.draft()
    if not draft.documents:
        if first is not None and not reading.sheets:
            raise first
        raise NotThisFormatError(
            "no table in it says who answers what",
            next(iter(files)),
            help="name its columns: `--set holder=HEAD --set issue=HEAD --set position=HEAD`",
        )
    return draft


class _Reading:
    def __init__(self, importing: Importing) -> None:
        self.sheets: list[Sheet] = []
        self._loss = importing.loss
        self._draft = StanceDraft(importing)
        self._exported = ExportedStances(self._draft)
        self._chosen = {name: value for name, value in importing.options.items() if name in HEADS}
        self._orientation = importing.options.get("orientation", "")
        self._layout = importing.options.get("layout", "")
        self._answers: dict[str, set[str]] = {}
        for name in importing.options:
            if name not in HEADS and name not in table_options():
                self._loss.dropped("option", f"stance tables have none that is called `{name}`")

    def draft(self) -> Draft:
        """What all tables say; those that tell the questions go first."""
        told = [(sheet, columns_of(sheet, self._chosen)) for sheet in self.sheets]
        known = [(sheet, columns) for sheet, columns in told if columns is not None and columns.rows]
        issues = [(sheet, columns) for sheet, columns in known if columns.is_of_issues and not self._chosen]
        for sheet, columns in issues:
            self._read_issues(sheet, columns)
        for sheet, columns in known:
            if any(columns is one for _, one in issues):
                continue
            if "verb" in columns.by_role and "claim id" in columns.by_role:
                self._above(sheet, columns)
                self._exported.read(sheet, columns)
            elif columns.is_long and self._layout != "wide":
                self._above(sheet, columns)
                self._read_long(sheet, columns)
            else:
                if len(known) > 1 and not self._is_surely_wide(columns):
                    where = ForeignPlace(sheet.file, sheet.name)
                    why = "nothing in it says who answers what; alone, it would be read as a wide table"
                    self._loss.dropped("table", why, where)
                    continue
                self._above(sheet, columns)
                self._read_wide(sheet, columns)
        for sheet, columns in told:
            if columns is None or not columns.rows:
                self._loss.dropped("sheet", "it has no rows below a head", ForeignPlace(sheet.file, sheet.name))
        self._exported.finish()
        return self._draft.whole()

    def _above(self, sheet: Sheet, columns: Columns) -> None:
        """Count what stands above the heads, and heads that stand there twice."""
        above = [row for row in sheet.rows if row.number < columns.head.number]
        for row in above:
            self._loss.dropped("row above the heads", "it is no part of the table", sheet.place(row))

    def _read_issues(self, sheet: Sheet, columns: Columns) -> None:
        ranks: dict[str, list[tuple[float, str]]] = {}
        for row in columns.rows:
            cells = _by_role(row, columns)
            if "issue" not in cells:
                self._loss.dropped("row", "it names no question", sheet.place(row))
                continue
            issue = self._draft.issue(cells["issue"], cells.get("question", ""), sheet.place(row))
            issue.topic = issue.topic or plain(cells.get("topic", ""))
            if cells.get("kind") in ("fact", "prediction", "value", "policy"):
                issue.kind = cells["kind"]
            if "position" in cells:
                key = self._draft.position(issue, cells["position"], cells.get("answer", ""))
                issue.exhaustive = issue.exhaustive or agreement(cells.get("exhaustive", "")) is True
                rank = _number(cells.get("order", ""))
                if rank is not None and key != OPEN:
                    ranks.setdefault(issue.key, []).append((rank, key))
                    issue.order = [key for _, key in sorted(ranks[issue.key])]
            self._loss.kept("question" if "position" not in cells else "position", sheet.place(row))
        self._count_unused(sheet, columns)

    def _count_unused(self, sheet: Sheet, columns: Columns, used: tuple[str, ...] = ()) -> None:
        for column in columns.doubled:
            where = sheet.place(columns.head, column)
            self._loss.dropped("column", "another has the same head", where)
        for column in columns.unused():
            head = columns.heads[column]
            if worded(head) not in used:
                self._loss.dropped("column", "nothing in the language answers to its head", sheet.place(columns.head, column))

    # --- A row an answer

    def _read_long(self, sheet: Sheet, columns: Columns) -> None:
        position = columns.by_role["position"]
        cells = [row.cells[position] for row in columns.rows if position in row.cells]
        head = worded(columns.heads[position])
        votes = head in AGREEMENTS and all_agree_or_not(cells)
        # Where nobody says -1, 0 is the other of two values.
        zero_is_no = votes and head != "vote" and not any(agreement(cell) is False for cell in cells)
        organization = next(
            (column for column, text in columns.heads.items() if worded(text) in ("organization", "organisation")), None
        )
        last = self._last_votes(sheet, columns) if head == "vote" and votes else None
        is_network = votes and worded(columns.heads[columns.by_role["issue"]]) == "concept"
        for row in columns.rows:
            told = _by_role(row, columns)
            place = sheet.place(row)
            group = row.cells.get(organization, "") if organization is not None else ""
            holder = told.get("holder", "") or group
            if not plain(holder) or not plain(told.get("issue", "")):
                self._loss.dropped("row", "it names no holder, or no question", place)
                continue
            if last is not None:
                if last[holder, told["issue"]] is not row:
                    self._loss.dropped("vote", "a later one of the same holder replaces it", place)
                    continue
                if told.pop("date", ""):
                    self._loss.dropped("timestamp", "all who vote alike are told together", place)
            holder = _called(holder, columns.heads[columns.by_role["holder"]])
            if group and group != holder:
                key = self._draft.actor(holder, place)
                note = f"organization: {plain(group)}"
                notes = self._draft.draft.actors[key].notes
                if note not in notes:
                    notes.append(note)
            if is_network and "cue" not in told and "claim" in told:
                # What Discourse Network Analyzer exports as `text` is what the coder marked in the document.
                told["cue"] = told.pop("claim")
            issue = self._draft.issue(told["issue"], told.get("question", ""), place)
            answered = told.get("position", "")
            if self._is_silent(answered, place):
                continue
            agrees = agreement(answered, zero_is_no=zero_is_no) if votes else None
            if votes and agrees is None:
                self._loss.dropped("answer", "it says neither that the holder agrees nor that not", place)
                continue
            if not votes:
                answered = OPEN if is_undecided(answered) else answered
                self._draft.position(issue, answered, told.get("answer", ""))
            self._draft.add(self._saying(told, holder, agrees, "" if votes else answered, place))
        used = ("organization", "organisation", "id") if organization is not None else ("id",)
        self._count_unused(sheet, columns, used)

    def _last_votes(self, sheet: Sheet, columns: Columns) -> dict[tuple[str, str], Row]:
        """The row of the last vote of each holder on each statement, by its time, or by its place where it has none."""
        found: dict[tuple[str, str], tuple[float, Row]] = {}
        for row in columns.rows:
            told = _by_role(row, columns)
            key = (told.get("holder", ""), told.get("issue", ""))
            when = _number(told.get("date", "")) or 0.0
            if key not in found or found[key][0] <= when:
                found[key] = (when, row)
        return {key: row for key, (_, row) in found.items()}

    def _saying(self, told: Mapping[str, str], holder: str, agrees: bool | None, position: str, place: ForeignPlace) -> Saying:  # noqa: FBT001
        strength, notes = self._draft.strength(told.get("strength", ""), place)
        date = told.get("date", "")
        when = date_of(date) or _date_of_number(date)
        if date and not when:
            self._loss.changed("date", "it is not sure which day it is, and it stands in a note", place)
            notes += (f"date: {plain(date)}",)
        if told.get("note"):
            notes += (plain(told["note"]),)
        line = _number(told.get("line", ""))
        return Saying(
            holder=holder,
            issue=told["issue"],
            position=position,
            agrees=agrees,
            negated=agreement(told.get("negated", "")) is True,
            strength=strength,
            text=plain(told.get("claim", "")),
            cue=told.get("cue", ""),
            line=int(line) if line is not None and 1 <= line < 1e9 else None,
            document=plain(told.get("document", "")),
            title=plain(told.get("title", "")),
            author=plain(told.get("author", "")),
            publisher=told.get("publisher", ""),
            source=plain(told.get("source", "")),
            date=when,
            by=plain(told.get("by", "")),
            notes=notes,
            origin=place,
        )

    def _is_silent(self, cell: str, place: ForeignPlace) -> bool:
        if not says_nothing(cell):
            return False
        self._loss.dropped("cell", "it gives no answer", place, 1 if cell else 0)
        return True

    # --- A column a holder, or a question

    def _read_wide(self, sheet: Sheet, columns: Columns) -> None:
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
            self._loss.dropped("sheet", "nothing in it says who answers what", ForeignPlace(sheet.file, sheet.name))
            return
        whole = [row.cells[column] for row in columns.rows for column in others if column in row.cells]
        votes = all_are_signs(whole)
        for row in columns.rows:
            if label not in row.cells:
                self._loss.dropped("row", f"it names no {'question' if questions_down else 'holder'}", sheet.place(row))
                continue
            named = row.cells[label]
            if questions_down and "question" in columns.by_role:
                self._draft.issue(named, row.cells.get(columns.by_role["question"], ""), sheet.place(row))
            for column, cell in row.cells.items():
                if column not in others:
                    continue
                place = sheet.place(row, column)
                if self._is_silent(cell, place) or not (plain(named) and plain(heads[column])):
                    continue
                issue, holder = (named, heads[column]) if questions_down else (heads[column], _called(named, heads.get(label, "")))
                self._read_cell(issue, holder, cell, place, votes=votes)
        for column in sorted(aside - {label}):
            if column not in columns.by_role.values() or worded(heads[column]) in NOT_IN_WIDE:
                why = "another has the same head" if column in columns.doubled else "it is no holder and no question"
                self._loss.dropped("column", why, sheet.place(columns.head, column))
        extra = sum(column not in heads and column != label for row in columns.rows for column in row.cells)
        self._loss.dropped("cell", "it stands under no head", ForeignPlace(sheet.file, sheet.name), extra)

    def _is_surely_wide(self, columns: Columns) -> bool:
        """Whether a wide table says by its heads, labels or cells that it is one; any two columns look like one."""
        if self._layout == "wide" or self._orientation:
            return True
        label = min([0, *columns.heads])
        head = worded(columns.heads.get(label, ""))
        whole = [text for row in columns.rows for column, text in row.cells.items() if column != label]
        asked = [*columns.heads.values(), *(row.cells.get(label, "") for row in columns.rows)]
        known = (*HEADS["holder"], *HEADS["issue"])
        return head in known or all_are_signs(whole) or any(text.rstrip().endswith("?") for text in asked)

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
        why = f"each row was taken for a {'question' if taken else 'holder'}; `--set orientation={_HOLDERS if taken else _QUESTIONS}` turns it"
        self._loss.changed("table", why, ForeignPlace(sheet.file, sheet.name))
        return taken

    def _read_cell(self, issue: str, holder: str, cell: str, place: ForeignPlace, *, votes: bool) -> None:
        if votes:
            agrees = agreement(cell)
            if agrees is None:
                self._loss.dropped("answer", "it says neither that the holder agrees nor that not", place)
            else:
                self._draft.add(Saying(holder=holder, issue=issue, agrees=agrees, origin=place))
            return
        question = self._draft.issue(issue, origin=place)
        for part in _parts(cell, question.positions):
            said, bracket, rest = part.partition(" (")
            strength = None
            if bracket and rest.endswith(")"):
                strength, notes = self._draft.strength(rest[:-1], place) if _is_strength(rest[:-1]) else (None, ())
                part = said if strength is not None else part
            negated = part.startswith("not ") and part[4:].casefold() in question.positions
            position = part[4:] if negated else part
            position = OPEN if is_undecided(position) else position
            self._draft.add(
                Saying(
                    holder=holder, issue=issue, position=position, negated=negated, strength=strength, origin=place
                )
            )


def _called(holder: str, head: str) -> str:
    """The name of a holder: behind a bare number stands what its column counts."""
    word = worded(head).removesuffix(" id")
    what = {"voter": "participant", "": "holder"}.get(word, word)
    return f"{what} {holder}" if holder.isascii() and holder.isdigit() else holder


def _parts(cell: str, positions: Mapping[str, str]) -> list[str]:
    """The answers in a cell: several only where each is declared."""
    parts = [part.strip() for part in cell.split(";")]
    bare = [part.partition(" (")[0].removeprefix("not ").casefold() for part in parts]
    return parts if len(parts) > 1 and all(part in positions or part == OPEN for part in bare) else [cell]


def _is_strength(text: str) -> bool:
    from argmap.resolve.values import unknown_degree

    return unknown_degree(text) is None


def _by_role(row: Row, columns: Columns) -> dict[str, str]:
    return {role: row.cells[column] for role, column in columns.by_role.items() if column in row.cells}


def _number(text: str) -> float | None:
    """A number, with a point or a comma before its places; None where it is none."""
    try:
        found = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return found if abs(found) < 1e15 else None


def _date_of_number(text: str) -> str:
    """A date that a spreadsheet or a program wrote as a number: of days, or of seconds or milliseconds since 1970."""
    found = _number(text)
    if found is None or not found.is_integer():
        return ""
    if int(found) in _SERIALS:
        return date_of_serial(found)
    for unit in (1, 1_000):
        if 10**9 <= found / unit < 4 * 10**9:
            return date_of_serial(found / unit // 86_400 + 25_569)
    return ""
