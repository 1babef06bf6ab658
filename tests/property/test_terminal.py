"""Whatever somebody writes, the terminal shows it and does nothing else, and carets stand under what they mean."""

from unicodedata import category

from hypothesis import given
from hypothesis import strategies as st

from argmap.report.findings.full import excerpt, full
from argmap.report.terminal_text import cells, wrap
from argmap.report.visible import visible
from argmap.source.finding import Finding
from argmap.source.text import Place, SourceText, Span

ANY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\x00\x07\x08\x1b\x7f\x9b\u00ad\u061c\u06dd\u0c4d\u200c\u200d\u202a\u202e\u2066\u2069\ufe0f\U000e0101"
        ),
        st.sampled_from("ab :中ｱ\u0301\U0001f469\t\r\n"),
    )
)
DANGEROUS = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(ANY)
def test_nothing_unseen_is_left(text: str) -> None:
    shown = visible(text)
    assert {c for c in shown if category(c) in DANGEROUS} <= {"\u200c", "\u200d"}
    assert visible(shown) == shown


@given(ANY, st.data(), st.integers(20, 90))
def test_the_mark_stands_under_what_it_means(line: str, data: st.DataObject, room: int) -> None:
    line = line.replace("\n", " ")
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    shown = excerpt(line, start, end, room)
    assert cells(shown.text) <= room
    assert shown.indent <= cells(shown.text)
    before = visible(line[:start].replace("\t", "    "))
    if not shown.text.startswith("…"):
        assert shown.indent == cells(before)
    if shown.text == visible(line.replace("\t", "    ")):
        assert shown.width == max(1, cells(visible(line[:end].replace("\t", "    "))) - cells(before))


@given(ANY, ANY, ANY, st.integers(0, 60), st.integers(0, 60))
def test_findings_never_drive_the_terminal(text: str, message: str, name: str, start: int, length: int) -> None:
    place = Place(name, Span(start, start + length))
    finding = Finding(code="A100", message=message, place=place, label=message, help=message)
    for texts in ({}, {name: SourceText(name, text)}):
        shown = full([finding], texts)
        assert {c for c in shown if category(c) in DANGEROUS} <= {"\n", "\u200c", "\u200d"}


@given(ANY, st.integers(0, 30))
def test_wrapping_loses_nothing_but_space(text: str, width: int) -> None:
    text = visible(text.replace("\n", " "))
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    if width >= 2:
        assert max(map(cells, lines)) <= width
