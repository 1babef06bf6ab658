"""Any Argdown, however broken, ends in argument files and an account, or is refused with its place; and comes back."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from counting import calls
from hypothesis import given
from hypothesis import strategies as st

from argmap.api.exporting import export_files
from argmap.api.importing import Imported, NotThisFormatError, import_files
from argmap.exchange.argdown import read
from argmap.exchange.argdown.argdown_text import written_data
from argmap.exchange.argdown.inline import wording, written_text
from argmap.exchange.formats import Importing
from argmap.exchange.loss import LossReport
from argmap.exchange.plain_yaml import Data, NotReadError, yaml_of
from argmap.project.corpus_loader import Loaded

CONSTRUCTS = [path.read_bytes() for path in sorted((Path(__file__).parents[1] / "corpus" / "argdown").iterdir())]
FROM_THE_SOURCE = {"A211", "A601", "A603", "A604"}
"""What may be found in what is imported: there is no author, and what contradicts itself there does so here."""
PIECES = (
    *("[A]", "[A]: ", "[B]: ", "<C>", "<C>: ", "<D>: ", "text ", "more ", "\n", "\n", "\n\n", "  ", "    ", "\t"),
    *("+ ", "- ", "<+ ", "-> ", "_ ", "_> ", "<_ ", ">< ", "(1) ", "(2) ", "----\n", "-- rule --\n", "--\n", "* "),
    *(
        "1. ",
        "# ",
        "## ",
        "{a: b}",
        "{",
        "}",
        "{uses: [1]}",
        "#tag ",
        "#(a b)",
        "// c\n",
        "/* ",
        " */",
        "<!-- ",
        " -->",
    ),
    *("===\n", "**", "_", "\\", "[x](http://y)", "@[A]", ".A.", ":", "\r\n", "\x00", "\u2028", "\u202e", "'", '"'),
    *("{isCanonical: true}", " -->"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def imported(data: bytes) -> Imported | None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.argdown"
        path.write_bytes(data)
        try:
            return import_files([path], Path(folder) / "project")
        except NotThisFormatError as error:
            assert str(error)
            assert error.file == "x.argdown"
            return None


def check(result: Imported | None) -> None:
    if result is not None:
        assert {finding.code for finding in result.loaded.errors} <= FROM_THE_SOURCE


@given(TEXTS)
def test_whatever_stands_in_it_is_read_or_refused(text: str) -> None:
    check(imported(text.encode()))


@given(st.sampled_from(CONSTRUCTS), st.integers(0, 5000), st.integers(0, 5000), st.binary(max_size=3))
def test_cut_shuffled_and_broken_files_are_read_or_refused(data: bytes, cut: int, turn: int, put: bytes) -> None:
    cut, turn = cut % len(data), turn % len(data)
    for broken in (data[:cut], data[turn:] + data[:turn], data[:cut] + put + data[cut:], data[:cut] + data[cut + 3 :]):
        check(imported(broken))


@given(st.one_of(TEXTS, st.sampled_from([data.decode() for data in CONSTRUCTS])))
def test_what_is_imported_goes_out_and_comes_back(text: str) -> None:
    first = imported(text.encode())
    if first is None or first.loaded.errors_in(first.loaded.texts):
        return
    again = _and_back(first.loaded)
    once_more = _and_back(again)
    assert _told(first.loaded) == _told(again)
    assert export_files(again, "argdown").files == export_files(once_more, "argdown").files


OWN = """===
encoded: argmap
id: d
title: Trams
authors: {ada: Ada Able}
date: "2021-07"
thesis: build
actors: {council: {name: The council, also: [town]}, mayor: {name: The mayor}}
issues: {trams: {question: "Trams?", positions: {"yes": Build, "no": Do not}, exhaustive: "yes", kind: policy}}
===

# First

[build]: Build trams. #endorses {from: council, strength: should, answers: ["trams: yes"], despite: ["a and b"]}
  <- [a]: One. {kind: fact, as-of: "2019..2020", at: ["3 \\"cue words\\""], cites: [x], note: [y]}
  <- [b]: Two. #reports {from: "mayor quoting council", said: "2020-01-01T10:00", by: me, sure: "0.5"}
  >< [c]

<build 1>

(1) [d]: Three. {until: "2030", was: [old], unless: [e]}
(2) [e]: Four.
-- sign --
  <_ [f]
(3) [build]

[f]: Five. {links: [{is: entails, to: a, sure: "0.5", why: because}, {is: same-as, to: other.claim}]}

[c]: Six. #denies
"""
SWAPS = (
    *("[", "]", "{", "}", ":", ",", '"', "null", "7", "2021-13-45", "..", "reports", "likely", "a and a", " undercut "),
    *("(x) ", "zzz", ".", "#endorses", "from: ", "\n", "answers", "at: [", "until: x", "exhaustive: ", "(1) ", "- "),
)


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 12), st.sampled_from(SWAPS)), max_size=6))
def test_files_of_our_own_are_read_or_refused_however_they_are_changed(changes: list[tuple[int, int, str]]) -> None:
    text = OWN
    for place, width, put in changes:
        at = place % len(text)
        text = text[:at] + put + text[at + width :]
    result = imported(text.encode())
    if result is not None:
        assert {finding.code for finding in result.loaded.errors} <= FROM_THE_SOURCE | {"A106", "A208", "A304"}


def _and_back(loaded: Loaded) -> Loaded:
    data = export_files(loaded, "argdown").files[""]
    result = imported(data)
    assert result is not None
    return result.loaded


def _told(loaded: Loaded) -> object:
    claims = loaded.corpus.claims
    said = {}
    for claim in claims.values():
        steps = sorted((step.role.value, step.schemes, step.premises, step.undercuts) for step in claim.steps)
        steps = [
            (role, scheme, premises, sorted(one.premises for one in doubts)) for role, scheme, premises, doubts in steps
        ]
        said[claim.id] = (claim.attitude, claim.text, sorted(claim.tags), claim.notes, claim.cites, steps)
    return said, sorted((link.relation, link.source, link.target) for link in loaded.corpus.links)


@given(st.text())
def test_any_text_is_written_as_itself(text: str) -> None:
    plain = " ".join("".join(sign for sign in text if sign.isprintable() or sign == " ").split())
    assert wording(written_text(plain)).text == plain


DATA = st.recursive(
    st.none() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(min_size=1, max_size=5), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.text(min_size=1, max_size=5), DATA, min_size=1, max_size=4))
def test_data_is_written_as_itself(data: dict[str, Data]) -> None:
    assert yaml_of(written_data(data)) == data


@given(st.text(alphabet=" \n-:[]{}\"'|>#&*!a,~"))
def test_any_data_is_read_or_refused(text: str) -> None:
    for said in (text, f"{{{text}}}"):
        try:
            yaml_of(said)
        except NotReadError as error:
            assert str(error)
            assert 1 <= error.line <= said.count("\n") + 1


SHAPES: dict[str, Callable[[int], str]] = {
    "relations": lambda n: "[A]: One.\n" + "".join(f"  + [B{i}]: Two.\n" for i in range(n)),
    "deep": lambda n: "".join(f"{' ' * i}{'- ' if i else ''}a{i}\n" for i in range(n // 10)),
    "premises": lambda n: "".join(f"({i}) a{i}\n" for i in range(n)) + "----\n(1) b\n",
    "undercuts": lambda n: "[A]: a\n  + <B>\n" + "".join(f"    _ <C{i}>\n" for i in range(n)),
    "attacks on an argument": lambda n: (
        "<E>\n\n" + "".join(f"({i}) p{i}\n" for i in range(n)) + "----\n(1) c\n\n[S]: s\n" + "  -> <E>\n" * n
    ),
    "brackets": lambda n: "[" * n + "<" * n + "{" * n,
    "comments": lambda n: "/*" * n + "<!--" * n,
    "tags": lambda n: "#(a" * n,
    "emphasis": lambda n: "**a " * n,
    "definitions": lambda n: "[A]: one\n\n" * n,
    "data": lambda n: "===\na: [" + "b, " * n + "]\n===\n\nc",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_in_line(shape: str) -> None:
    def does(text: str) -> None:
        read({"x.argdown": text.encode()}, Importing(loss=LossReport()))

    does(SHAPES[shape](10))
    small, large = (calls(does, SHAPES[shape](n)) for n in (400, 1600))
    assert large < 4.5 * small + 1000
