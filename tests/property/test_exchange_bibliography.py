"""Bibliographies: what is written is read again as it was, and a damaged file ends in a refusal or a report."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_debate import exported, project
from strategies import prose
from thoroughness import examples

from argmap.api.importing import Imported, import_files
from argmap.exchange.bibtex_parser import escaped_text, plain_text
from argmap.exchange.formats import NotThisFormatError
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.source.finding import Severity
from argmap.source.loosened import plain

FORMS = ("csl-json", "bibtex")
FIELDS = {
    "date": st.sampled_from(["2024", "2024-03", "2024-12-31"]),
    "publisher": prose,
    "source": prose | st.sampled_from(["https://example.org/a%20b_c", "a b.txt"]),
    "note": prose,
}
ITEM: dict[str, Any] = {
    "id": "a",
    "type": "book",
    "title": "T",
    "author": [{"family": "F", "given": "G"}, {"literal": "L"}],
    "issued": {"date-parts": [[2020, 1, 2]]},
    "URL": "https://example.org",
    "DOI": "10.1000/x",
    "note": "n",
    "custom": {"argmap-source": "s"},
}
ODD: list[Any] = [
    None,
    True,
    -1,
    10**400,
    1e308,
    "",
    "\u202e",
    "\ud800",
    "a\nb: c",
    [],
    {},
    [[]],
    [None],
    [[[]]],
    {"raw": 1},
]
BIB = """@string{h = "The Herald"}
@article{a, title = {{T} \\"u \\& b}, author = {A, B and {C and D} and others},
  journal = h # "x", year = 2020, month = mar}
@book(b, title = "B", url = {https://example.org/a_b}, date = {2020-01/2021}, pages = {1--2})
"""


def imported(content: bytes, form: str) -> Imported:
    with TemporaryDirectory() as name:
        path = Path(name, "in.txt")
        path.write_bytes(content)
        return import_files([path], Path(name, "project"), form=form)


@st.composite
def bibliographies(draw: st.DrawFn) -> str:
    """A document with all that a bibliography tells of it."""
    lines = [f"document d: {draw(prose.filter(plain))}", "  author ada: Ada"]
    lines += [f"  {field}: {draw(values)}" for field, values in FIELDS.items() if draw(st.booleans())]
    return "\n".join([*lines, "", "claims a: A.", ""])


@given(bibliographies())
@examples(40)
def test_what_is_written_is_read_again_as_it_was(text: str) -> None:
    loaded = project({"arguments/d.argmap": text})
    for form in FORMS:
        first, _ = exported(loaded, form)
        again = imported(first.encode(), form)
        assert "d" in again.loaded.corpus.documents
        second, _ = exported(again.loaded, form)
        assert second == first


@given(st.text(max_size=60) | prose)
def test_latex_that_is_written_shows_the_text(text: str) -> None:
    assert plain_text(escaped_text(plain(text)), ForeignPlace("x"), LossReport()) == plain(text)


def _ends_well(content: bytes, form: str) -> None:
    try:
        made = imported(content, form)
    except NotThisFormatError as error:
        assert error.message
        return
    assert {finding.code for finding in made.loaded.findings if finding.severity is Severity.ERROR} <= {"A211"}
    assert len(made.loaded.corpus.documents) == sum(
        one.number for one in made.loss if one.what == "reference" and not one.why
    )


@given(st.dictionaries(st.sampled_from([*ITEM]), st.sampled_from(ODD)), st.sampled_from([*ITEM]), st.sampled_from(ODD))
@examples(40)
def test_items_of_any_types(changed: dict[str, Any], field: str, odd: Any) -> None:
    nested = ITEM | {
        field: [odd, ITEM[field]] if isinstance(ITEM[field], list) else {"date-parts": [[odd]], "raw": odd}
    }
    _ends_well(json.dumps([ITEM | changed, odd, nested]).encode(), "csl-json")


@pytest.mark.parametrize(("form", "whole"), [("csl-json", json.dumps([ITEM, ITEM]).encode()), ("bibtex", BIB.encode())])
@given(st.data())
@examples(40)
def test_damaged_files(form: str, whole: bytes, data: st.DataObject) -> None:
    damaged = bytearray(whole[data.draw(st.integers(0, 20)) : data.draw(st.integers(20, len(whole)))])
    for _ in range(data.draw(st.integers(0, 5))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    _ends_well(bytes(damaged), form)
