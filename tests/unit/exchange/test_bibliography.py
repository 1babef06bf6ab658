"""Bibliographies in CSL-JSON and BibTeX: entries become documents without claims, and documents become entries."""

import contextlib
import json
import time
from collections.abc import Callable

import pytest
from small_debate import exported, project

from argmap.exchange.bibtex_parser import escaped_text, plain_text
from argmap.exchange.formats import Importing, NotThisFormatError, guessed, module
from argmap.exchange.loss import Fate, ForeignPlace, LossReport
from argmap.exchange.writing import written

HERE = ForeignPlace("x.bib")
DOCUMENTS = {
    "arguments/town.argmap": """\
document town: Trams & "trams": 50% {now} -- a_b
  author ada: Ada Able
  author council: The Council of This and That, Inc.
  date: 2024-03-07
  publisher: The Herald
  source: https://example.org/a_b?c=%20d
  language: en
  short: Trams
  note: First.
  note: Second -- with \\ and ~.

claims a: A.
""",
    "arguments/village.argmap": """\
document village: No trams
  author bea: Bea Bold
  date: 2024
  source: village.txt

claims b: B.
""",
}


def imported(form: str, content: str) -> tuple[dict[str, str], list[str]]:
    """The argument files, and what was not simply kept."""
    loss = LossReport()
    draft = module(form).read({"x": content.encode()}, Importing(loss=loss))
    return dict(written(draft, loss).files), [f"{one.fate}: {one}" for one in loss if one.fate is not Fate.KEPT]


def csl(*items: object) -> str:
    return json.dumps(items)


# --- Out


def test_items_of_csl_json() -> None:
    text, told = exported(project(DOCUMENTS), "csl-json")
    assert json.loads(text) == [
        {
            "id": "town",
            "type": "document",
            "title": 'Trams & "trams": 50% {now} -- a_b',
            "title-short": "Trams",
            "author": [{"literal": "Ada Able"}, {"literal": "The Council of This and That, Inc."}],
            "issued": {"date-parts": [[2024, 3, 7]]},
            "publisher": "The Herald",
            "URL": "https://example.org/a_b?c=%20d",
            "language": "en",
            "note": "First.\nSecond -- with \\ and ~.",
        },
        {
            "id": "village",
            "type": "document",
            "title": "No trams",
            "author": [{"literal": "Bea Bold"}],
            "issued": {"date-parts": [[2024]]},
            "custom": {"argmap-source": "village.txt"},
        },
    ]
    assert told == ["dropped: 2 claims: a bibliography tells documents alone"]


def test_entries_of_bibtex() -> None:
    text, _ = exported(project(DOCUMENTS), "bibtex")
    assert text == (
        "@misc{town,\n"
        '  title = {{Trams \\& "trams": 50\\% \\{now\\} -{-} a\\_b}},\n'
        "  shorttitle = {Trams},\n"
        "  author = {{Ada Able} and {The Council of This and That, Inc.}},\n"
        "  date = {2024-03-07},\n"
        "  year = {2024},\n"
        "  month = {3},\n"
        "  publisher = {The Herald},\n"
        "  url = {https://example.org/a_b?c=%20d},\n"
        "  langid = {en},\n"
        "  note = {First. \\par Second -{-} with \\textbackslash{} and \\textasciitilde{}.},\n"
        "}\n"
        "\n"
        "@misc{village,\n"
        "  title = {{No trams}},\n"
        "  author = {{Bea Bold}},\n"
        "  date = {2024},\n"
        "  year = {2024},\n"
        "  file = {village.txt},\n"
        "}\n"
    )


@pytest.mark.parametrize("form", ["csl-json", "bibtex"])
def test_what_is_written_is_read_again(form: str) -> None:
    text, _ = exported(project(DOCUMENTS), form)
    files, told = imported(form, text)
    place = {"csl-json": "item 1", "bibtex": "line 1"}[form]
    assert told == [f"dropped: 1 short title: a document that is imported has none (x, {place})"]
    head = DOCUMENTS["arguments/town.argmap"].partition("\n\n")[0].replace("  short: Trams\n", "")
    head = head.replace("author ada:", "author ada-able:").replace("author council:", "author council-inc:")
    assert files["arguments/town.argmap"] == f"{head}\n"
    assert guessed({"x": text.encode()}) == form


# --- In


def test_an_item_becomes_a_document_without_claims() -> None:
    files, told = imported(
        "csl-json",
        csl(
            {
                "id": "http://zotero.org/1",
                "type": "article-journal",
                "title": "Trams",
                "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der", "suffix": "Jr."}],
                "issued": {"date-parts": [["2020", 3], [2020, 4]], "circa": True},
                "container-title": "The Herald",
                "publisher": "Press",
                "DOI": "10.1000/xyz",
                "volume": "3",
            }
        ),
    )
    assert list(files.values()) == [
        "document http-zotero-org-1: Trams\n  author jan-van-berg-jr: Jan van der Berg, Jr.\n  date: 2020-03\n"
        "  publisher: The Herald\n  source: https://doi.org/10.1000/xyz\n"
    ]
    assert told == [
        "changed: 1 author: the parts of a name are written as one (x, item 1)",
        "changed: 1 date: of a range the beginning is taken (x, item 1)",
        "changed: 1 date: circa and season are left out (x, item 1)",
        "changed: 1 DOI: written as a URL (x, item 1)",
        "dropped: 1 publisher: where the text appeared is told instead (x, item 1)",
        "dropped: 1 type: a document is of no type (x, item 1)",
        "dropped: 1 field: nothing in the language answers to it (x, item 1)",
    ]


def test_bad_items_are_counted_and_others_are_read() -> None:
    files, told = imported(
        "csl-json",
        csl(
            None, 3, {"id": 7, "title": ["a"], "author": "Ada", "issued": {"date-parts": [[2020, 13]]}}, {"title": "T"}
        ),
    )
    assert list(files) == ["arguments/7.argmap", "arguments/entry-4.argmap"]
    assert told == [
        "changed: 1 reference: called by its key, since there is no title (x, item 3)",
        "dropped: 2 items: no object with fields of CSL (x, item 1; x, item 2)",
        "dropped: 1 field: no text stands in it (x, item 3)",
        "dropped: 1 author: no name is given (x, item 3)",
        "dropped: 1 date: no year, month or day of the calendar (x, item 3)",
    ]


def test_an_entry_becomes_a_document_without_claims() -> None:
    files, told = imported(
        "bibtex",
        """% what stands outside is a comment
@string{herald = "The Herald"}
@preamble{"\\newcommand{\\x}{y}"}
@comment{ignored, title = {No}}
@article{muller2020,
  title = {{\\"U}ber die {Stra{\\ss}enbahn} --- a {\\it study}},
  author = "M{\\"u}ller, J{\\'o}zef and {The Town of Foo and Bar} and others",
  journal = herald # { (London)},
  year = 2020, month = mar, day = 7,
  doi = {10.1000/xyz_1},
  pages = {1--2},
}
@book(smith, title = "A 50\\% solution", author = {John Smith}, date={1999-05/1999-06}, url={https://e.org/a_b%20c})
""",
    )
    assert files == {
        "arguments/muller2020.argmap": "document muller2020: Über die Straßenbahn — a study\n"
        "  author józef-müller: Józef Müller\n  author town-foo-bar: The Town of Foo and Bar\n  date: 2020-03-07\n"
        "  publisher: The Herald (London)\n  source: https://doi.org/10.1000/xyz_1\n",
        "arguments/smith.argmap": "document smith: A 50% solution\n  author john-smith: John Smith\n  date: 1999-05\n"
        "  source: https://e.org/a_b%20c\n",
    }
    assert told == [
        "changed: 1 author: the parts of a name are written as one (x, line 5)",
        "changed: 1 DOI: written as a URL (x, line 5)",
        "changed: 1 date: of a range the beginning is taken (x, line 13)",
        "dropped: 1 preamble: no text of a document (x, line 3)",
        "dropped: 1 comment: no text of a document (x, line 4)",
        "dropped: 2 types: a document is of no type (x, line 5; x, line 13)",
        "dropped: 1 field: nothing in the language answers to it (x, line 5)",
        "dropped: 1 author: others are not named (x, line 5)",
    ]


def test_several_entries_on_one_line() -> None:
    files, told = imported("bibtex", "@misc{a, title={A}} @misc(b, title={B}), @comment{c} @misc{d, title={D}}\n")
    assert list(files) == ["arguments/a.argmap", "arguments/b.argmap"]
    assert told == ["dropped: 1 comment: no text of a document (x, line 1)"]


def test_what_is_commented_out_is_no_entry() -> None:
    files, told = imported("bibtex", "% @misc{a, title={A}}\n@misc{b, title={B}}\n% @misc{c, title={C}}\n%@misc{d,\n")
    assert list(files) == ["arguments/b.argmap"]
    assert told == ["dropped: 2 references: commented out (x, line 3; x, line 4)"]


def test_a_file_of_another_format_among_several_is_counted() -> None:
    loss = LossReport()
    draft = module("bibtex").read({"a.txt": b"Dear Ada,", "b.bib": b"@misc{b, title = {B}}"}, Importing(loss=loss))
    assert [document.title for document in draft.documents] == ["B"]
    assert [(one.what, str(one.places[0])) for one in loss.losses(Fate.DROPPED)] == [("file", "a.txt")]


def test_a_broken_entry_takes_no_other_with_it() -> None:
    files, told = imported(
        "bibtex", "@misc{a, title = {never closed\n@misc{b, title = {B} year = 2020}\n@misc{c, title = }\n@misc{d}\n"
    )
    assert list(files) == ["arguments/b.argmap", "arguments/d.argmap"]
    assert told == [
        "changed: 1 reference: called by its key, since there is no title (x, line 4)",
        "dropped: 1 reference: a brace or a quote is not closed (x, line 1)",
        "dropped: 1 reference: a value is missing (x, line 3)",
    ]


@pytest.mark.parametrize(("form", "content"), [("csl-json", "[]"), ("csl-json", '{"a": 1}'), ("bibtex", "Dear Ada,")])
def test_what_holds_no_entry_is_refused(form: str, content: str) -> None:
    with pytest.raises(NotThisFormatError, match="there is no"):
        imported(form, content)


@pytest.mark.parametrize(
    ("latex", "shown"),
    [
        ("\\'e\\'{e}{\\'e}{\\'{\\i}}", "éééí"),
        ("\\v{s}\\c c\\o\\ \\aa{}x", "šçø åx"),
        ("``a'' -- b~c", "“a” – b c"),
        ("a\\unknown{b} $x^2$", "ab $x^2$"),
        ("\\", "\\"),
        ("\\'", ""),
    ],
)
def test_latex_is_told_as_it_shows(latex: str, shown: str) -> None:
    assert plain_text(latex, HERE, LossReport()) == shown


@pytest.mark.parametrize("text", ["\\{}#$%&_^~", "a---b", "``'''", "\\textbf{x}", "@misc{a,}", "\"q\" and 'p'"])
def test_a_text_that_is_escaped_is_shown_as_it_is(text: str) -> None:
    assert plain_text(escaped_text(text), HERE, LossReport()) == text


DOUBLING = "".join(f"@string{{m{n + 1} = m{n} # m{n}}}\n" for n in range(60))


@pytest.mark.parametrize(
    "content",
    [
        lambda n: "@misc{a, title = {" * n,
        lambda n: "@misc{a, title = {" + "{" * n,
        lambda n: "@misc{a, author = {" + " " * n + "x}}",
        lambda n: "@misc{a" + " " * n + "x",
        lambda n: "@misc{a, author = {" + "a and " * (n // 6) + "}}",
        lambda n: "@misc{a, title = a" + " # a" * (n // 4) + "}",
        lambda n: '@string{m0 = "aaaa"}\n' + DOUBLING + "@misc{a, title = m60}",
        lambda n: "@misc{a, title = {\n" * (n // 18),
    ],
)
def test_no_file_takes_long(content: Callable[[int], str]) -> None:
    start = time.process_time()
    with contextlib.suppress(NotThisFormatError):
        imported("bibtex", content(90_000))
    assert time.process_time() - start < 5
