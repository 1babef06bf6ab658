"""Whatever becomes of the bytes of a source, reading it ends in a text or in a reason why there is none."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from source_forms import docx, epub, paragraph, pdf
from thoroughness import examples

from argmap.source.cue_places import CuePlaces
from argmap.workspace.cache import Cache
from argmap.workspace.extraction.html_text import html_text
from argmap.workspace.extraction.lines import Unreadable
from argmap.workspace.extraction.pdf_text import _Pages
from argmap.workspace.source_files import read_sources

WORDS = "Larger ships draw more water, and the harbour is shallow."
HTML = (
    f"<!DOCTYPE html><html><head><title>x</title></head><body><ul><li>{WORDS}<li hidden>no</ul><!-- c --><sup>1</sup>"
)
CELL = f"<w:tc>{paragraph('a')}</w:tc>"
BODY = f"{paragraph(WORDS)}<w:tbl><w:tr>{CELL}{CELL}</w:tr></w:tbl>"
FORMS = {
    "s.html": HTML.encode(),
    "s.docx": docx(BODY, notes={"1": "note"}),
    "s.epub": epub([f"<p>{WORDS}</p>", "<p>more</p>"]),
}
PDF = pdf([[WORDS], ["more"], None])


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """The same bytes, cut, with some of them changed, left out or doubled."""
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        match draw(st.sampled_from(["flip", "put", "drop", "double", "cut"])):
            case "flip":
                data = data[:at] + bytes(b ^ draw(st.integers(1, 255)) for b in data[at : at + 1]) + data[at + 1 :]
            case "put":
                data = data[:at] + draw(st.binary(max_size=8)) + data[at:]
            case "drop":
                data = data[:at] + data[at + draw(st.integers(1, 40)) :]
            case "double":
                data = data[: at + draw(st.integers(1, 40))] + data[at:]
            case "cut":
                data = data[:at] if draw(st.booleans()) else data
    return data


@examples(400)
@given(st.sampled_from(sorted(FORMS)).flatmap(lambda name: st.tuples(st.just(name), damaged(FORMS[name]))))
def test_any_bytes_end_in_a_text_or_in_a_reason(given_: tuple[str, bytes]) -> None:
    name, data = given_
    with TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(data)
        (reading,) = read_sources(Path(folder), [name], Cache(None))
    source = reading.source
    assert reading.intact or reading.findings[0].label
    assert source.text == "" or source.text.endswith("\n") or source.extraction is None
    source.text.encode()
    CuePlaces(source).span("harbour is shallow")
    assert all(1 <= line <= source.line_count() for line in source.pages)


@examples(200)
@given(damaged(PDF))
def test_any_bytes_of_a_pdf_end_in_a_text_or_in_a_reason(data: bytes) -> None:
    # In this process, since to start another for each of them would take all the time.
    try:
        text, how = _Pages(data).extracted()
    except Unreadable as error:
        assert error.why.startswith("is a PDF")
        return
    text.encode()
    assert list(how.pages) == sorted(set(how.pages))
    assert 1 <= how.pages[-1] <= text.count("\n")


TAGS = [
    "<p>",
    "</p>",
    "<li>",
    "<ul>",
    "</ul>",
    "<sup>",
    "</sup>",
    "<div hidden>",
    "</div>",
    "<table>",
    "<td>",
    "<pre>",
    "</pre>",
]
TAGS += [
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<svg>",
    "</svg>",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "&#x1F600;",
    "<br>",
    "<a b='",
    "'>",
]


@examples(400)
@given(st.lists(st.sampled_from(TAGS) | st.text(max_size=5), max_size=40), st.booleans())
def test_no_page_of_tags_is_more_than_its_words(pieces: list[str], is_xml: bool) -> None:
    page = ("<?xml version='1.0'?>" if is_xml else "") + "".join(pieces)
    text = html_text(page.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode()).text
    assert "\n\n\n" not in text and not text.startswith("\n")
    assert all(line == line.rstrip() for line in text.split("\n"))
