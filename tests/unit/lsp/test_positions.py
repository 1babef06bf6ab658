"""Places as editors count them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("lsprotocol", reason="comes with the extra `lsp`")
from lsprotocol import types

from argmap.lsp.positions import Positions, address_of, agreed_encoding, path_of, well_formed
from argmap.source.text import SourceText, Span

UTF8, UTF16, UTF32 = types.PositionEncodingKind.Utf8, types.PositionEncodingKind.Utf16, types.PositionEncodingKind.Utf32
TEXT = SourceText("a", "claims größe: 𝔸 is für 🚋.\r\n  because: ok\n")


@pytest.mark.parametrize(("encoding", "before", "after"), [(UTF8, 16, 20), (UTF16, 14, 16), (UTF32, 14, 15)])
def test_a_letter_is_so_many_units_in_each_encoding(encoding: object, before: int, after: int) -> None:
    positions, offset = Positions(encoding), TEXT.text.index("𝔸")
    places = [types.Position(0, column) for column in (before, after)]
    assert [positions.position(TEXT, offset + number) for number in range(2)] == places
    assert [positions.offset(TEXT, place) for place in places] == [offset, offset + 1]


def test_half_of_a_letter_is_where_the_letter_begins() -> None:
    start = TEXT.text.index("𝔸")
    assert Positions(UTF16).offset(TEXT, types.Position(0, 15)) == start
    assert [Positions(UTF8).offset(TEXT, types.Position(0, 16 + unit)) for unit in range(4)] == [start] * 4


def test_what_lies_beyond_is_the_end() -> None:
    positions = Positions(UTF16)
    assert positions.offset(TEXT, types.Position(0, 999)) == TEXT.text.index("\r")
    assert positions.offset(TEXT, types.Position(99, 0)) == len(TEXT.text)
    assert positions.position(TEXT, 999) == types.Position(2, 0)


def test_only_a_line_feed_ends_a_line() -> None:
    text = SourceText("a", "one\u2028two\x0cthree\x85\nfour")
    assert Positions(UTF16).offset(text, types.Position(1, 0)) == text.text.index("four")


texts = st.text(st.sampled_from("ab ß\u0301日🚋𝔸\n\r\t|:"), max_size=30)


@given(texts, st.sampled_from([UTF8, UTF16, UTF32]), st.data())
def test_there_and_back_is_the_same_place(text: str, encoding: object, data: st.DataObject) -> None:
    source, positions = SourceText("a", text), Positions(encoding)
    offset = data.draw(st.integers(0, len(text)))
    place = positions.position(source, offset)
    back = positions.offset(source, place)
    # Carriage returns before a line end are no place of their own.
    assert back == offset or not source.text[back:offset].strip("\r")
    assert positions.position(source, back) == place


@given(texts, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), texts), max_size=4))
def test_changes_give_what_an_editor_has(text: str, edits: list[tuple[int, int, str]]) -> None:
    text = text.replace("\r", "")
    positions, source = Positions(UTF16), SourceText("a", text)
    changes = []
    now = source
    for first, second, typed in edits:
        put = typed.replace("\r", "")
        start, end = sorted((min(first, len(now.text)), min(second, len(now.text))))
        changes.append(types.TextDocumentContentChangePartial(range=positions.range(now, Span(start, end)), text=put))
        now = SourceText("a", now.text[:start] + put + now.text[end:])
    assert positions.changed(source, changes) == now


def test_a_change_of_all_is_all() -> None:
    whole = types.TextDocumentContentChangeWholeDocument("new \ud800")
    assert Positions().changed(TEXT, [whole]).text == "new \ufffd"
    assert well_formed("a\udfffb") == "a\ufffdb"


def test_the_first_encoding_that_both_know_is_agreed_upon() -> None:
    def offered(*names: str) -> object:
        general = types.GeneralClientCapabilities(position_encodings=list(names)) if names else None
        return agreed_encoding(types.ClientCapabilities(general=general))

    assert offered("utf-7", "utf-8", "utf-16") is UTF8
    assert offered("utf-32") is UTF32
    assert offered("utf-7") is offered() is UTF16


@pytest.mark.parametrize(
    "path", ["/texts/a/one.argmap", "/texts/Größe & co/日 1%20.argmap", "/a#b/c?d.argmap", "//host/share/x.argmap"]
)
def test_a_file_has_one_address(path: str) -> None:
    assert path_of(address_of(Path(path))) == Path(path)


def test_addresses_of_editors_are_understood() -> None:
    assert path_of("file:///c%3A/Users/x.argmap") == path_of("file:///c:/Users/x.argmap") == Path("c:/Users/x.argmap")
    assert address_of(Path("/texts/a b")) == "file:///texts/a%20b"
    assert path_of("untitled:Untitled-1") is path_of("git:/a.argmap") is path_of("file:relative") is None
    assert path_of("http://[") is path_of("file:///a%00b") is None
