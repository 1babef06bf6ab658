"""Annotations: whatever comes in ends in files that can be read or in a finding, and cues are proved or left out."""

import json
from typing import Any

from counting import calls
from exchanged import exported, imported, imported_from_disk, project
from hypothesis import given
from hypothesis import strategies as st
from strategies import ISSUES, documents

from argmap.api.importing import NotThisFormatError
from argmap.check.cue_finder import CueFinder
from argmap.check.wording import wrong_length
from argmap.source.loosened import plain
from argmap.source.searchable_text import SearchableText, searchable
from argmap.source.text import SourceText
from argmap.workspace.errors import RefusedError

ROWS = {
    "rows": [
        {
            "id": "a",
            "user": "acct:ann@hypothes.is",
            "uri": "https://example.org/trams",
            "text": "Trams would help.",
            "tags": ["trams:yes", "quiet"],
            "document": {"title": ["Trams now"]},
            "target": [
                {
                    "source": "https://example.org/trams",
                    "selector": [
                        {"type": "TextPositionSelector", "start": 4, "end": 20},
                        {"type": "TextQuoteSelector", "exact": "trams are quiet", "prefix": "say ", "suffix": "."},
                    ],
                }
            ],
        },
        {"id": "b", "text": "Really?", "references": ["a"], "uri": "https://example.org/trams", "target": [{}]},
    ]
}
HIGHLIGHTS = [
    {
        "title": "Trams now",
        "attachments": [
            {"annotations": [{"annotationText": "trams are quiet", "annotationComment": "They are.", "page": 3}]}
        ],
    }
]
ANN = (
    "T1\tMajorClaim 0 15\ttrams are quiet\nT2\tClaim 17 29;31 34\tso we need them\nT3\tPremise 40 50\tthey are slow\n"
    "A1\tStance T2 For\nR1\tattacks Arg1:T3 Arg2:T2\t\n#1\tAnnotatorNotes T3\tsure?\n*\tEquiv T1 T2\nE1\tX:T1\n"
)
XMI = (
    '<xmi:XMI xmlns:xmi="x" xmlns:cas="http:///uima/cas.ecore" xmlns:c="c"><c:Claim xmi:id="3" begin="0" end="15"/>'
    '<c:Premise xmi:id="4" begin="17" end="30" stance="for"/><c:Supports xmi:id="5" begin="0" end="1" source="4" '
    'target="3"/><cas:Sofa sofaString="trams are quiet, and cheap to run"/></xmi:XMI>'
)
DATA = {"a.json": json.dumps(ROWS).encode(), "a.ann": ANN.encode(), "a.xmi": XMI.encode()}
CALLED = {"a.json": "annotations", "a.ann": "brat", "a.xmi": "uima"}


def opened(name: str, data: bytes, called: str) -> None:
    try:
        found = imported_from_disk(name, data, called)
    except (NotThisFormatError, RefusedError):
        return
    assert not found.errors


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def swapped(data: st.DataObject, whole: Any) -> Any:
    """A copy in which some parts are something else, gone, or there twice."""
    if data.draw(st.integers(0, 12)) == 0:
        return data.draw(JSON)
    if isinstance(whole, dict):
        return {key: swapped(data, value) for key, value in whole.items() if data.draw(st.integers(0, 9))}
    if isinstance(whole, list):
        found = [swapped(data, value) for value in whole]
        return found * data.draw(st.sampled_from([1, 1, 1, 2]))
    return whole


@given(st.sampled_from([ROWS, HIGHLIGHTS]), st.data())
def test_json_of_any_shape_ends_in_files_or_in_a_finding(whole: Any, data: st.DataObject) -> None:
    opened("a.json", json.dumps(swapped(data, whole)).encode(), "annotations")


@given(st.sampled_from(sorted(DATA)), st.data())
def test_damaged_bytes_end_in_files_or_in_a_finding(name: str, data: st.DataObject) -> None:
    whole = bytearray(DATA[name])
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(whole) - 1))
        match data.draw(st.sampled_from(["cut", "flip", "put", "double"])):
            case "cut":
                del whole[at : at + data.draw(st.integers(1, 20))]
                whole += b" "
            case "flip":
                whole[at] ^= 1 << data.draw(st.integers(0, 7))
            case "put":
                whole[at:at] = data.draw(
                    st.binary(max_size=5) | st.sampled_from([b"\n", b"\t", b"T1", b"999999999999"])
                )
            case _:
                whole[at:at] = whole[max(0, at - 40) : at]
    opened(name, bytes(whole), CALLED[name])


def test_what_nests_too_deeply_is_refused() -> None:
    for data in (b"[" * 10_000, b'{"target":' * 10_000, b"[" * 10_000 + b"]" * 10_000):
        opened("a.json", data, "annotations")


WORDS = st.lists(
    st.sampled_from(
        ["the", "trams", "are", "quiet", "don\u2019t", "well-known", "\u201cold\u201d", "a", "1.5", "港口", "太浅"]
    ),
    min_size=1,
    max_size=30,
)


@given(WORDS, st.sampled_from([" ", "\n", ", ", ". "]), st.data())
def test_a_cue_stands_once_and_is_no_longer_than_it_must_be(
    words: list[str], between: str, data: st.DataObject
) -> None:
    text = between.join(words)
    start = data.draw(st.integers(0, len(words) - 1))
    quote = between.join(words[start : start + data.draw(st.integers(1, 12))])
    finder = CueFinder(SourceText("s.txt", text))
    found = finder.cue(quote, finder.line_of(quote))
    if found is None:
        return
    lines = SearchableText.of(text).found(searchable(found.words))
    assert lines.count(found.line) == 1 if found.line is not None else len(lines) == 1
    assert not wrong_length(found.words)
    assert searchable(found.words) in searchable(quote)


@given(WORDS, WORDS)
def test_what_is_not_in_the_source_has_no_cue(words: list[str], others: list[str]) -> None:
    quote = " ".join([*words, "never", *others])
    assert CueFinder(SourceText("s.txt", " ".join([*words, *others]))).cue(quote) is None


@given(documents())
def test_what_is_exported_comes_back(text: str) -> None:
    loaded = project({"arguments/a.argmap": text, "arguments/shared/all.argmap": ISSUES})
    first = exported(loaded, "annotations")
    if not json.loads(first)["total"]:
        return
    again = imported({"a.json": first}, "annotations")
    assert not again.loaded.errors
    second = exported(again.loaded, "annotations")
    third = imported({"a.json": second}, "annotations")
    assert exported(third.loaded, "annotations") == second
    assert third.files == again.files
    before, after = (json.loads(one)["first"]["items"] for one in (first, second))
    settled = [[{**body, "value": plain(body["value"])} for body in item["body"]] for item in before]
    assert [item["body"] for item in after] == settled
    assert [item["argmap"].get("verb") for item in after] == [item["argmap"].get("verb") for item in before]
    assert [selectors_of(item) for item in after] == [selectors_of(item) for item in before]


def selectors_of(item: dict[str, Any]) -> list[Any]:
    targets = item["target"]
    return [target["selector"] for target in (targets if isinstance(targets, list) else [targets])]


def test_the_work_grows_in_line_with_the_annotations() -> None:
    def given_(count: int) -> tuple[dict[str, str], dict[str, str]]:
        words = [f"w{number % 50}x{number % 61}" for number in range(count * 4)]
        quotes = [" ".join(words[number * 4 : number * 4 + 8]) for number in range(count)]
        rows = [
            {"uri": "s.txt", "target": [{"selector": [{"type": "TextQuoteSelector", "exact": quote}]}]}
            for quote in quotes
        ]
        return {"a.json": json.dumps(rows)}, {"s.txt": "\n".join(quotes)}

    def read(one: tuple[dict[str, str], dict[str, str]]) -> object:
        return imported(one[0], "annotations", sources=one[1])

    read(given_(50))
    small, large = calls(read, given_(200)), calls(read, given_(800))
    assert large < 5.5 * small
