"""Stance tables in CSV, XLSX and ODS: who answers which question how; a row an answer, or a column a holder.

Votes on statements (Polis) and actors who agree with concepts (Discourse Network Analyzer) are read as such.
"""

from __future__ import annotations

from collections.abc import Mapping

from argmap.exchange.draft import Draft
from argmap.exchange.exported_stances import ExportedStances
from argmap.exchange.foreign_text import date_of
from argmap.exchange.formats import Exporting, Importing, NotThisFormatError
from argmap.exchange.loss import ForeignPlace
from argmap.exchange.sheets import Row, Sheet, is_workbook, sheets_of
from argmap.exchange.stance_draft import Saying, StanceDraft, table_options
from argmap.exchange.table_heads import (
    AGREEMENTS,
    HEADS,
    Columns,
    agreement,
    all_agree_or_not,
    any_is_surely_agreement,
    columns_of,
    is_undecided,
    worded,
)
from argmap.exchange.wide_table import WideTables
from argmap.exchange.workbooks import date_of_serial
from argmap.language.words import OPEN
from argmap.source.loosened import plain

_ENDINGS = (".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".ods")
_READ = frozenset(
    "holder issue position question answer strength negated claim document title author publisher source line cue date"
    " by note".split()
)
"""What the columns of a table can be in which each row is an answer."""
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
            reading.sheets += sheets_of(_in_utf8(data, name, importing), name, importing.loss)
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


def _in_utf8(data: bytes, name: str, importing: Importing) -> bytes:
    """A text in the encoding that is named, as UTF-8."""
    encoding = importing.options.get("encoding", "")
    if not encoding or is_workbook(data):
        return data
    try:
        return data.decode(encoding).encode()
    except (LookupError, ValueError) as error:
        raise NotThisFormatError(f"it is not in the encoding `{encoding}`", name) from error


class _Reading:
    def __init__(self, importing: Importing) -> None:
        self.sheets: list[Sheet] = []
        self._loss = importing.loss
        self._draft = StanceDraft(importing)
        self._exported = ExportedStances(self._draft)
        self._chosen = {name: value for name, value in importing.options.items() if name in HEADS}
        self._wide = WideTables(self._draft, importing.options)
        self._layout = importing.options.get("layout", "")
        for name in importing.options:
            if name not in HEADS and name not in table_options():
                self._loss.dropped("option", f"stance tables have none that is called `{name}`")

    def draft(self) -> Draft:
        """What all tables say; those that tell the questions go first."""
        told = [(sheet, columns_of(sheet, self._chosen)) for sheet in self.sheets]
        known = [(sheet, columns) for sheet, columns in told if columns is not None and columns.rows]
        # A table with a column of questions and no holder can be wide, too, where no other table has the answers.
        are_answered = any(columns.is_long or "holder" in columns.by_role for _, columns in known)
        issues = [
            (sheet, columns)
            for sheet, columns in known
            if columns.is_of_issues and not self._chosen and ("position" in columns.by_role or are_answered)
        ]
        for sheet, columns in issues:
            self._read_issues(sheet, columns)
        names = [(sheet, columns) for sheet, columns in known if columns.is_of_names and not self._chosen]
        for sheet, columns in names:
            self._read_names(sheet, columns)
        for sheet, columns in known:
            if any(columns is one for _, one in (*issues, *names)):
                continue
            if "verb" in columns.by_role and "claim id" in columns.by_role:
                self._above(sheet, columns)
                self._exported.read(sheet, columns)
            elif columns.is_long and self._layout != "wide":
                self._above(sheet, columns)
                self._read_long(sheet, columns)
            else:
                if len(known) > 1 and not self._wide.is_surely_wide(columns):
                    where = sheet.whole
                    why = "nothing in it says who answers what; alone, it would be read as a wide table"
                    self._loss.dropped("table", why, where)
                    continue
                self._above(sheet, columns)
                self._wide.read(sheet, columns)
        for sheet, seen in told:
            if seen is None or not seen.rows:
                self._loss.dropped("sheet", "it has no rows below a head", sheet.whole)
        self._exported.finish()
        return self._draft.whole()

    def _above(self, sheet: Sheet, columns: Columns) -> None:
        """Count what stands above the heads."""
        for row in sheet.rows:
            if row.number >= columns.head.number:
                break
            self._loss.dropped("row above the heads", "it is no part of the table", sheet.place(row))

    def _read_issues(self, sheet: Sheet, columns: Columns) -> None:
        ranks: dict[str, dict[str, float]] = {}
        for row in columns.rows:
            cells = _by_role(row, columns)
            if not plain(cells.get("issue", "")):
                self._loss.dropped("row", "it names no question", sheet.place(row))
                continue
            issue = self._draft.issue(cells["issue"], cells.get("question", ""), sheet.place(row))
            issue.topic = issue.topic or plain(cells.get("topic", ""))
            if cells.get("kind") in ("fact", "prediction", "value", "policy"):
                issue.kind = cells["kind"]
            if plain(cells.get("position", "")):
                key = self._draft.position(issue, cells["position"], cells.get("answer", ""))
                issue.exhaustive = issue.exhaustive or agreement(cells.get("exhaustive", "")) is True
                rank = _number(cells.get("order", ""))
                if rank is not None and key != OPEN:
                    ranks.setdefault(cells["issue"], {})[key] = rank
            self._loss.kept("question" if "position" not in cells else "position", sheet.place(row))
        for name, by_position in ranks.items():
            self._draft.issue(name).order = sorted(by_position, key=lambda key: (by_position[key], key))
        self._count_unused(sheet, columns)

    def _read_names(self, sheet: Sheet, columns: Columns) -> None:
        for row in columns.rows:
            cells = _by_role(row, columns)
            if "holder" in cells and "name" in cells:
                self._draft.names[cells["holder"]] = cells["name"]
                self._loss.kept("name", sheet.place(row))
        self._count_unused(sheet, columns)

    def _count_unused(self, sheet: Sheet, columns: Columns, used: tuple[str, ...] = ()) -> None:
        for column in columns.doubled:
            where = sheet.place(columns.head, column)
            self._loss.dropped("column", "another has the same head", where)
        for column in columns.unused():
            head = columns.heads[column]
            if worded(head) not in used:
                self._loss.dropped(
                    "column", "nothing in the language answers to its head", sheet.place(columns.head, column)
                )

    # --- A row an answer

    def _read_long(self, sheet: Sheet, columns: Columns) -> None:
        position = columns.by_role["position"]
        cells = [row.cells[position] for row in columns.rows if position in row.cells]
        head = worded(columns.heads[position])
        votes = all_agree_or_not(cells) and (head in AGREEMENTS or any_is_surely_agreement(cells))
        # Where nobody says -1, 0 is the other of two values.
        zero_is_no = votes and head != "vote" and not any(agreement(cell) is False for cell in cells)
        organization = next(
            (column for column, text in columns.heads.items() if worded(text) in ("organization", "organisation")), None
        )
        last = self._last_votes(columns) if head == "vote" and votes else None
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
                if last.get((told.get("holder", ""), told["issue"])) is not row:
                    self._loss.dropped("vote", "a later one of the same holder replaces it", place)
                    continue
                if told.pop("date", ""):
                    self._loss.dropped("timestamp", "all who vote alike are told together", place)
            holder = self._draft.called(holder, columns.heads[columns.by_role["holder"]])
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
            if self._draft.is_silent(answered, place):
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
        for role, column in columns.by_role.items():
            if role not in _READ:
                self._loss.dropped(
                    "column", "only tables that argmap wrote are read so", sheet.place(columns.head, column)
                )

    def _last_votes(self, columns: Columns) -> dict[tuple[str, str], Row]:
        """The row of the last vote of each holder on each statement, by its time, or by its place where it has none."""
        found: dict[tuple[str, str], tuple[float, Row]] = {}
        for row in columns.rows:
            told = _by_role(row, columns)
            key = (told.get("holder", ""), told.get("issue", ""))
            when = _number(told.get("date", "")) or 0.0
            if key not in found or found[key][0] <= when:
                found[key] = (when, row)
        return {key: row for key, (_, row) in found.items()}

    def _saying(
        self, told: Mapping[str, str], holder: str, agrees: bool | None, position: str, place: ForeignPlace
    ) -> Saying:
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
