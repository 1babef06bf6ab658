"""A DOCX file is read as it stands with its changes accepted; what is no such file is said to be none."""

import pytest
from source_forms import WORD, archive, docx, paragraph

from argmap.workspace.extraction.docx_text import docx_text
from argmap.workspace.extraction.lines import Unreadable


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


ITEM = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
CELLS = "<w:tbl><w:tr>{0}{1}</w:tr><w:tr>{2}{3}</w:tr></w:tbl>"

BODIES = {
    "paragraphs": (paragraph("One  two") + paragraph("three"), "One two\n\nthree\n"),
    "runs in one word": (p(run("inter"), run("national")), "international\n"),
    "signs": (
        p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>"),
        "a b\nc\u2011d\n",
    ),
    "places of tabs": (p(run("a"), properties="<w:tabs><w:tab w:val='left'/></w:tabs>"), "a\n"),
    "lists": (paragraph("x") + paragraph("a", ITEM) + paragraph("b", ITEM) + paragraph("y"), "x\n- a\n- b\n\ny\n"),
    "tables": (
        CELLS.format(*(f"<w:tc>{paragraph(text)}</w:tc>" for text in "abcd")) + paragraph("e"),
        "a\tb\nc\td\n\ne\n",
    ),
    "a table for layout": (
        "<w:tbl><w:tr><w:tc>" + paragraph("a") + paragraph("b") + "</w:tc></w:tr></w:tbl>",
        "a\n\nb\n",
    ),
    "a table in a table": (
        CELLS.format(
            "<w:tc>" + CELLS.format(*(f"<w:tc>{paragraph(text)}</w:tc>" for text in "abcd")) + "</w:tc>",
            f"<w:tc>{paragraph('e')}</w:tc>",
            "",
            "",
        ),
        "a b c d\te\n",
    ),
    "insertions": (p(f"<w:ins>{run('new')}</w:ins>", "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"), "new\n"),
    "moves": (p(f"<w:moveFrom>{run('gone')}</w:moveFrom>") + p(f"<w:moveTo>{run('here')}</w:moveTo>"), "here\n"),
    "a paragraph that runs on": (
        p(run("one "), properties="<w:rPr><w:del w:id='1'/></w:rPr>") + paragraph("two"),
        "one two\n",
    ),
    "a deleted row": (
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph("gone") + "</w:tc></w:tr></w:tbl>",
        "",
    ),
    "hidden words": (p(run("a"), run("no", "<w:vanish/>"), run("b", "<w:vanish w:val='0'/>")), "ab\n"),
    "hidden words before a change": (p(run("a", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")), "a\n"),
    "fields": (p("<w:r><w:instrText>PAGE</w:instrText></w:r>", run("7")), "7\n"),
    "raised numbers": (
        p(run("war"), run("12", "<w:vertAlign w:val='superscript'/>"), run(" ended")),
        "war\xb9\xb2 ended\n",
    ),
    "a box": (
        "<w:p><w:r><w:t>a</w:t><w:txbxContent>" + paragraph("in the box") + "</w:txbxContent><w:t>b</w:t></w:r></w:p>",
        "ab\n\nin the box\n",
    ),
    "an alternative": (
        f"<w:p><mc:AlternateContent xmlns:mc='m'><mc:Choice>{run('a')}</mc:Choice><mc:Fallback>{run('a')}</mc:Fallback>"
        "</mc:AlternateContent></w:p>",
        "a\n",
    ),
    "signs of a symbol font": (
        p("<w:r><w:sym w:font='S' w:char='F0B7'/><w:sym w:char='2014'/></w:r>"),
        "\ufffd\u2014\n",
    ),
}


@pytest.mark.parametrize(("body", "text"), BODIES.values(), ids=list(BODIES))
def test_it_is_read_as_it_stands(body: str, text: str) -> None:
    assert docx_text(docx(body)).text == text


def test_notes_stand_behind_the_text_with_their_numbers() -> None:
    body = p(run("war"), "<w:r><w:footnoteReference w:id='2'/></w:r>", run(" and peace"))
    body += p(run("end"), "<w:r><w:footnoteReference w:id='7'/></w:r>")
    text = docx_text(docx(body, notes={"7": "The second.", "2": "The first."})).text
    assert text == "war\xb9 and peace\n\nend\xb2\n\n\xb9 The first.\n\xb2 The second.\n"


def test_what_is_not_text_is_counted() -> None:
    body = p("<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", "<w:r><w:commentReference w:id='0'/></w:r>")
    body += p("<w:r><w:drawing><pic:pic xmlns:pic='p'/></w:drawing></w:r>") + paragraph("a", ITEM)
    made = docx(body, **{"word/header1.xml": f"<w:hdr {WORD}>{paragraph('no')}</w:hdr>"})
    extracted = docx_text(made)
    assert extracted.text == "- a\n"
    assert extracted.extraction.lost == (
        "1 tracked deletion",
        "1 comment",
        "1 picture",
        "1 list mark",
        "1 running head",
    )


def test_its_text_may_have_another_name() -> None:
    made = archive(
        {
            "_rels/.rels": "<Rels><Relationship Type='x/officeDocument' Target='/word/d2.xml'/></Rels>",
            "word/d2.xml": f"<w:document {WORD}>{paragraph('a')}</w:document>",
        }
    )
    assert docx_text(made).text == "a\n"


ENTITIES = "<!DOCTYPE w:document [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>"
DAMAGED = {
    "no archive": (b"PK\x03\x04 and so on", "cannot be unpacked"),
    "cut off": (docx(paragraph("a" * 5000))[:-40], "cannot be unpacked"),
    "without a text": (archive({"word/x.xml": ""}), "no text of its own"),
    "entities": (docx("", **{"word/document.xml": ENTITIES + f"<w:document {WORD}>&b;</w:document>"}), "DTD"),
    "no XML": (docx("<w:p>"), "no XML that can be read"),
    "nested too deeply": (docx("<w:p>" * 5000 + "</w:p>" * 5000), "deep in each other"),
    "in an encoding of nobody": (docx("", **{"word/document.xml": "<?xml version='1.0' encoding='x'?><a/>"}), "no XML"),
}


@pytest.mark.parametrize(("data", "said"), DAMAGED.values(), ids=list(DAMAGED))
def test_a_damaged_file_is_said_to_be_one(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as caught:
        docx_text(data)
    assert caught.value.why.startswith("is a DOCX file that cannot be read: ")
    assert said in caught.value.why


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.exchange.foreign_xml.MOST_UNPACKED", 1_000_000)
    with pytest.raises(Unreadable) as caught:
        docx_text(docx(paragraph("a" * 2_000_000)))
    assert "unpacks into more than" in caught.value.why
