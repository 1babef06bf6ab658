"""Whatever a corpus holds: every claim is drawn, as the text that it is, in a picture that fits a screen."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from thoroughness import examples

from argmap.language.words import Attitude
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document, Section
from argmap.model.ids import ClaimId, DocumentId
from argmap.model.inference import Step, StepRole, Undercut
from argmap.render.drawing import Layout, draw
from argmap.render.engine import find_engine
from argmap.source.text import Place, Span
from argmap.view.document_maps import focused, limited, maps_of_document
from argmap.view.outline import Form, Outline
from argmap.view.picture import clean

HERE = Place("arguments/doc.argmap", Span(0, 0))
SVG = "{http://www.w3.org/2000/svg}"
DOC = DocumentId("doc")
NASTY = st.sampled_from(
    [
        "<script>alert(1)</script>",
        "javascript:x",
        "]]>",
        "\\N\\G\\l\\",
        "\"'",
        "&amp;&lt;",
        "<b>",
        "한국어",
        "😀",
        "عربي",
        "e\u0301",
    ]
)
TEXT = st.lists(st.text(max_size=40) | NASTY, max_size=8).map(" ".join)


def claim(
    name: str,
    text: str = "Text.",
    attitude: Attitude = Attitude.CLAIMS,
    steps: tuple[Step, ...] = (),
    section: int | None = None,
) -> Claim:
    return Claim(
        id=ClaimId(f"doc.{name}"),
        document=DOC,
        attitude=attitude,
        text=text,
        steps=steps,
        section=section,
        origin=HERE,
        wording=HERE,
    )


def corpus(claims: list[Claim], title: str = "T", sections: int = 0) -> Corpus:
    document = Document(
        id=DOC,
        title=title,
        file="arguments/doc.argmap",
        thesis=claims[0].id,
        sections=tuple(Section(title=f"{title} {number}", origin=HERE) for number in range(sections)),
        claims=tuple(each.id for each in claims),
        origin=HERE,
    )
    by_id = {each.id: each for each in claims}
    return Corpus(documents={DOC: document}, issues={}, actors={}, terms={}, claims=by_id)


@st.composite
def arguments(build: st.DrawFn) -> Corpus:
    """Claims with any steps between them, circles among them."""
    size = build(st.integers(1, 60))
    names = st.integers(0, size - 1).map(lambda number: ClaimId(f"doc.c{number}"))
    premises = st.lists(names, min_size=1, max_size=4, unique=True).map(tuple)
    doubts = st.lists(premises.map(lambda some: Undercut(premises=some, origin=HERE)), max_size=2).map(tuple)
    attitudes = st.sampled_from(Attitude)
    sections = build(st.integers(0, 3))
    claims = []
    for number in range(size):
        steps: list[Step] = []
        for kind in build(st.lists(st.sampled_from("isexc"), max_size=3 if number < size // 3 else 1)):
            used = build(premises)
            if kind == "s":
                role, schemes = StepRole.PARTS, ("parts",)
            else:
                conditions = st.sampled_from((StepRole.IF, StepRole.ONLY_IF))
                plain = {"i": StepRole.BECAUSE, "x": StepRole.UNLESS, "e": StepRole.DESPITE}
                role, schemes = plain.get(kind) or build(conditions), ()
            undercuts = build(doubts) if kind in "ise" else ()
            steps.append(Step(role=role, premises=used, schemes=schemes, undercuts=undercuts, origin=HERE))
        section = build(st.integers(0, sections - 1)) if sections else None
        claims.append(claim(f"c{number}", attitude=build(attitudes), steps=tuple(steps), section=section))
    return corpus(claims, sections=sections)


def drawn(picture: Outline, layout: Layout = Layout.OUTLINE) -> ElementTree.Element:
    """The drawing of a picture, once it has been checked for what no drawing may have."""
    svg = draw(picture, find_engine(), layout)
    root = ElementTree.fromstring(svg)
    assert layout is Layout.GRAPH or root.get("width") == "880"
    for part in root.iter():
        assert part.tag.removeprefix(SVG) in {
            *(
                "svg",
                "title",
                "desc",
                "style",
                "g",
                "a",
                "path",
                "polygon",
                "polyline",
                "ellipse",
                "rect",
                "text",
                "tspan",
            ),
        }
        for key, value in part.attrib.items():
            assert not key.lower().startswith("on")
            if key.endswith("href"):
                assert re.fullmatch(r"#\S+|[^:/]+\.svg(#\S+)?", value)
    return root


def shown(root: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    return (group for group in root.iter(f"{SVG}g") if group.get("id") == name)


@examples(60)
@given(TEXT, TEXT)
def test_any_text_is_shown_as_itself(text: str, title: str) -> None:
    (only,) = maps_of_document(corpus([claim("x", text)], title), DOC)
    root = drawn(only.picture)
    (card,) = shown(root, "x")
    assert root.findtext(f"{SVG}title") == clean(title)
    assert (card.findtext(f"{SVG}title") or "").endswith(clean(f": {text}"))
    lines = ["".join(line.itertext()) for line in card.iter(f"{SVG}text") if line.get("font-size") == "13"]
    seen = "".join("".join(lines).split())
    assert seen == "".join(clean(text).split())


@examples(40)
@given(arguments())
def test_every_claim_has_one_card_in_pictures_that_fit(argument: Corpus) -> None:
    pictures = maps_of_document(argument, DOC)
    full = []
    for each in pictures:
        drawn(each.picture)
        if len(pictures) == 1 or each is not pictures[0]:
            full += [row.id for row in each.picture.rows if row.id]
    assert sorted(full) == sorted(known.name for known in argument.claims.values())


@examples(40)
@given(arguments())
def test_rows_stand_in_reading_order_and_link_where_a_card_is(argument: Corpus) -> None:
    for each in maps_of_document(argument, DOC):
        root = drawn(each.picture)
        groups = [group for group in root.iter(f"{SVG}g") if group.find(f"{SVG}title") is not None]
        rows = [group for group in groups if re.match("card|reference|heading", group.get("class") or "")]
        assert [row.sentence for row in each.picture.rows] == [group.findtext(f"{SVG}title") for group in rows]
        tops = [float(re.split("[ )]", group.get("transform", ""))[1]) for group in rows]
        assert tops == sorted(tops)
        here = {row.id for row in each.picture.rows}
        inside = [row.link[1:] for row in each.picture.rows if row.link.startswith("#")]
        assert set(inside) <= here
        assert all(row.link for row in each.picture.rows if row.form is Form.REFERENCE)


@examples(40)
@given(arguments(), st.integers(0, 6))
def test_any_close_up_fits(argument: Corpus, far: int) -> None:
    drawn(limited(argument, DOC, far))
    first = next(iter(argument.claims))
    picture = focused(argument, first, far)
    drawn(picture)
    assert argument.claims[first].name in {row.id for row in picture.rows}


@examples(20)
@given(arguments())
def test_the_same_rows_are_a_graph(argument: Corpus) -> None:
    picture = limited(argument, DOC, 3)
    root = drawn(picture, Layout.GRAPH)
    titles = {group.findtext(f"{SVG}title") for group in root.iter(f"{SVG}g")}
    assert {row.sentence for row in picture.rows} <= titles
