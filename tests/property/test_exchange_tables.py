"""Stance tables: whatever comes in ends in files that can be read or in a finding, and what goes out comes back."""

import csv
import io
from zipfile import ZipFile

from counting import calls
from exchanged import exported, imported, imported_from_disk, project
from hypothesis import given
from hypothesis import strategies as st
from strategies import ISSUES, documents

from argmap.api.importing import NotThisFormatError
from argmap.exchange.loss import LossReport
from argmap.exchange.sheets import delimited, escaped, sheets_of, unescaped
from argmap.exchange.workbook_writing import write_ods, write_xlsx
from argmap.workspace.errors import RefusedError

LONG = (
    "Author;Question;Stance;Strength;Claim;Source;Line;Cue;Date\n"
    "Ann;Trams?;yes;likely;Trams would help.;ann.txt;3;trams are quiet;2021-03-04\n"
    'Bob;Trams?;no;0,8;"He said ""no"".\nTwice.";;;;44256\n'
    "Cid;Buses?;open;;;;;;03/04/2021\n"
)
WIDE = ",Ann,Bob,Cid\nTrams?,yes,no,\nBuses?,yes (likely),not yes,open\n"
VOTES = "voter-id,comment-id,vote,timestamp\n0,1,1,1500232652930\n1,1,-1,1500232652931\n1,2,0,1500232652932\n"
EXPORTED = (
    "holder,holder id,voice,document,title,author,author id,claim id,verb,from,claim,strength,issue,question,position\n"
    "Ann,ann,author,a,A,Ann,ann,one,claims,,Trams help.,likely,t,Trams?,yes\n"
    "Bob,bob,reported,a,A,Ann,ann,two,reports,Bob quoting Cid,They do not.,,t,Trams?,no\n"
)
TABLES = {
    "exported.csv": EXPORTED.encode(),
    "long.csv": LONG.encode(),
    "wide.csv": WIDE.encode(),
    "votes.csv": VOTES.encode(),
    "a.xlsx": write_xlsx({"one": csv.reader(io.StringIO(WIDE)), "two": csv.reader(io.StringIO(VOTES))}),
    "a.ods": write_ods({"one": csv.reader(io.StringIO(WIDE)), "two": csv.reader(io.StringIO(VOTES))}),
}


FROM_THE_SOURCE = {"A304"}
"""One claim answers in two ways: that stands so in a damaged table that argmap wrote."""


def opened(name: str, data: bytes) -> None:
    """Import a table, and see that what it makes can be read, or that it is said why it cannot."""
    try:
        found = imported_from_disk(name, data, "stance-table")
    except (NotThisFormatError, RefusedError):
        return
    assert not {finding.code for finding in found.errors} - FROM_THE_SOURCE
    assert found.corpus.documents


@given(st.sampled_from(sorted(TABLES)), st.data())
def test_a_damaged_table_ends_in_files_or_in_a_finding(name: str, data: st.DataObject) -> None:
    whole = bytearray(TABLES[name])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole)))
        match data.draw(st.sampled_from(["cut", "flip", "put", "double"])):
            case "cut":
                del whole[at : at + data.draw(st.integers(1, 60))]
            case "flip" if at < len(whole):
                whole[at] ^= 1 << data.draw(st.integers(0, 7))
            case "put":
                whole[at:at] = data.draw(st.binary(max_size=8))
            case _:
                whole[at:at] = whole[max(0, at - 40) : at]
    opened(name, bytes(whole))


@given(
    st.lists(
        st.lists(
            st.sampled_from(["", "holder", "issue", "position", "question", "Ann", "yes", "no", "1", "-1", "=1+1", "?"])
            | st.text(max_size=12),
            max_size=6,
        ),
        max_size=8,
    )
)
def test_any_cells_end_in_files_or_in_a_finding(rows: list[list[str]]) -> None:
    opened("t.csv", delimited(rows).encode("utf-8", "surrogatepass"))
    shown = [[cell.encode("utf-8", "ignore").decode() for cell in row] for row in rows]
    opened("t.xlsx", write_xlsx({"t": shown}))
    opened("t.ods", write_ods({"t": shown}))


@given(st.text())
def test_an_escaped_cell_begins_no_formula_and_comes_back(text: str) -> None:
    assert not escaped(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unescaped(escaped(text)) == text


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=15)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=6), st.sampled_from(",;\t|"))
def test_cells_come_back(rows: list[list[str]], delimiter: str) -> None:
    rows = [["a", "b", "c", "d", "e"], *([cell.strip() for cell in row] + [""] * (5 - len(row)) for row in rows)]
    expected = [{column: cell for column, cell in enumerate(row) if cell} for row in rows]
    expected = [row for row in expected if row]
    for data in (write_xlsx({"t": rows}), write_ods({"t": rows}), delimited(rows).encode()):
        (sheet,) = sheets_of(data, "t", LossReport())
        assert [row.cells for row in sheet.rows] == expected
    (sheet,) = sheets_of(f"sep={delimiter}\n{delimited(rows, delimiter)}".encode(), "t", LossReport())
    assert [row.cells for row in sheet.rows] == expected


def rows_of(table: bytes, *without: str) -> list[dict[str, str]]:
    """The rows, sorted, in which white space is settled as an import settles it."""
    rows = csv.DictReader(io.StringIO(table.decode()))
    settled = [{key: " ".join(value.split()) for key, value in row.items() if key not in without} for row in rows]
    return sorted(settled, key=lambda row: [*row.values()])


@given(st.lists(documents(), min_size=1, max_size=2, unique_by=lambda text: text.split(":")[0]))
def test_what_is_exported_comes_back(texts: list[str]) -> None:
    files = {f"arguments/{number}.argmap": text for number, text in enumerate(texts)}
    loaded = project({**files, "arguments/shared/all.argmap": ISSUES})
    first = exported(loaded, "stance-table")
    if first.count(b"\n") == 1:
        return
    again = imported({"t.csv": first}, "stance-table")
    assert not again.loaded.errors
    second = exported(again.loaded, "stance-table")
    placed = ("argument file", "argument line")
    if b"~" in first:
        # A premise without a name has one afterwards.
        placed = (*placed, "claim id")
    assert rows_of(second, *placed) == rows_of(first, *placed)
    third = imported({"t.csv": second}, "stance-table")
    assert exported(third.loaded, "stance-table") == second
    assert third.files == again.files


@given(documents(), st.sampled_from(["xlsx", "ods"]))
def test_workbooks_hold_the_questions_too(text: str, form: str) -> None:
    loaded = project({"arguments/a.argmap": text, "arguments/shared/all.argmap": ISSUES})
    workbook = exported(loaded, "stance-table", form=form)
    with ZipFile(io.BytesIO(workbook)) as archive:
        assert archive.testzip() is None
    if exported(loaded, "stance-table").count(b"\n") == 1:
        return
    again = imported({f"t.{form}": workbook}, "stance-table").loaded
    assert not again.errors
    assert set(again.corpus.issues) == set(loaded.corpus.issues)
    for key, issue in loaded.corpus.issues.items():
        assert [(one.id, one.text) for one in again.corpus.issues[key].positions] == [
            (one.id, one.text) for one in issue.positions
        ]
        assert again.corpus.issues[key].order == issue.order
    assert exported(again, "stance-table", form=form, layout="wide") == exported(
        loaded, "stance-table", form=form, layout="wide"
    )


def test_the_work_grows_in_line_with_the_table() -> None:
    def table(rows: int) -> dict[str, bytes]:
        lines = [f"p{number % 97},q{number % 89}?,{'yes' if number % 3 else 'no'}" for number in range(rows)]
        return {"t.csv": "\n".join(["holder,issue,position", *lines]).encode()}

    calls(imported, table(100))
    small, large = calls(imported, table(2_000)), calls(imported, table(8_000))
    assert large < 5 * small
