"""Whatever changed: it is shown as the text that it is, in a picture that fits a screen, and told to programs."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any
from xml.etree import ElementTree

import attrs
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from parsing import parser
from strategies import ISSUES, damaged, documents
from thoroughness import examples

from argmap.api.diffing import picture
from argmap.diff.differ import diff
from argmap.diff.significance import judge
from argmap.model.corpus import Corpus
from argmap.records.difference_json import DIFFERENCE, difference_json
from argmap.records.schema import schema
from argmap.render.styles import WIDTH
from argmap.report.difference.change_annotations import github, sarif
from argmap.report.difference.difference_report import DiffReport
from argmap.resolve.corpus import resolve
from argmap.source.text import SourceText

SVG = "{http://www.w3.org/2000/svg}"
PARSER = parser()
SLOWLY = examples(40, slow=True)
NASTY = st.sampled_from(
    ["<script>alert(1)</script>", "javascript:x", "]]>", "\\N", "\"'", "&amp;&lt;", "한국어", "😀", "عربي", "e\u0301"]
)
TEXT = st.lists(st.text(max_size=30) | NASTY, max_size=5).map(" ".join)


@cache
def validator() -> Any:
    return Draft202012Validator(schema(DIFFERENCE))


def read(*texts: str) -> tuple[Corpus, dict[str, SourceText]]:
    sources = [SourceText(f"{number}.argmap", text) for number, text in enumerate(texts)]
    return resolve([PARSER.parse(source).value for source in sources]).value, {each.name: each for each in sources}


def told(old: tuple[str, ...], new: tuple[str, ...]) -> DiffReport:
    (before, before_texts), (after, after_texts) = read(*old), read(*new)
    difference = diff(before, after)
    judged = tuple(judge(difference.changes))
    return DiffReport(difference=difference, judged=judged, old_texts=before_texts, new_texts=after_texts)


@st.composite
def stories(draw: Callable[[st.SearchStrategy[Any]], Any]) -> DiffReport:
    """Two documents, the second under another name, before and after some lines were lost, doubled or spoilt."""
    one = draw(documents())
    other = draw(documents()).replace("document harbour", "document quay", 1)
    after = draw(damaged(one)) if draw(st.booleans()) else draw(documents())
    sides = ((ISSUES, one, other), (ISSUES, after, draw(damaged(other))))
    return told(*(sides if draw(st.booleans()) else sides[::-1]))


@SLOWLY
@given(stories())
def test_every_picture_is_whole_and_fits(story: DiffReport) -> None:
    svg = picture(story)
    assert svg == picture(story)
    root = ElementTree.fromstring(svg)
    assert float(root.get("width", "0")) == WIDTH
    names = [group.get("id") for group in root.iter(f"{SVG}g") if group.get("id")]
    assert len(names) == len(set(names))


@SLOWLY
@given(stories())
def test_everything_is_told_to_programs(story: DiffReport) -> None:
    validator().validate(json.loads(difference_json(story)))
    assert len(json.loads(sarif(story))["runs"][0]["results"]) == len(story.judged)
    assert len(github(story).splitlines()) <= 20 if story.judged else github(story) == ""


@SLOWLY
@given(TEXT, TEXT)
def test_texts_stay_texts(one: str, other: str) -> None:
    before, after = (
        read(ISSUES, "document doc: A title\n  author author-a: A\n\nclaims x: One.\n  because: Two.\n") for _ in "ab"
    )
    sides = [
        attrs.evolve(corpus, claims={name: attrs.evolve(claim, text=said) for name, claim in corpus.claims.items()})
        for (corpus, _), said in ((before, one), (after, other))
    ]
    difference = diff(*sides)
    story = DiffReport(difference=difference, judged=tuple(judge(difference.changes)), old_name=one, new_name=other)
    root = ElementTree.fromstring(picture(story))
    allowed = {"svg", "title", "desc", "style", "g", "path", "polygon", "ellipse", "polyline", "rect", "text", "tspan"}
    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= allowed
    assert not {key for node in root.iter() for key in node.attrib if key.startswith("on") or "href" in key}
    validator().validate(json.loads(difference_json(story)))
