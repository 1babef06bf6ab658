"""UIMA CAS in XMI: spans and relations of layers of one's own, the argument files that they become, and the rest."""

import pytest
from exchanged import imported

from argmap.api.importing import NotThisFormatError

TEXT = "\U0001f68b Trams are quiet. So we need trams. But trams are slow."


def at(words: str) -> str:
    start = len(TEXT[: TEXT.index(words)].encode("utf-16-le")) // 2
    return f'begin="{start}" end="{start + len(words)}"'


def xmi(elements: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" '
        'xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore" '
        f'xmlns:type="http:///dkpro/type.ecore"><cas:NULL xmi:id="0"/>{elements}'
        f'<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="{TEXT}"/></xmi:XMI>'
    )


ESSAY = xmi(
    f'<type:Token xmi:id="2" sofa="1" {at("Trams")}/>'
    f'<custom:Component xmi:id="3" sofa="1" {at("we need trams")} label="MajorClaim"/>'
    f'<custom:Component xmi:id="4" sofa="1" {at("Trams are quiet")} label="Premise" mood="calm"/>'
    f'<custom:Component xmi:id="5" sofa="1" {at("trams are slow")} label="Claim" stance="Against"/>'
    '<custom:Component xmi:id="6" sofa="1" begin="5" end="9999" label="Claim"/>'
    '<custom:Link xmi:id="7" sofa="1" begin="1" end="2" Governor="4" Dependent="3" label="supports"/>'
    '<custom:Link xmi:id="8" sofa="1" begin="1" end="2" Governor="4" Dependent="99" label="supports"/>'
)


def test_spans_and_relations() -> None:
    made = imported({"essay.xmi": ESSAY}, author="Ann Able")
    assert made.format == "uima"
    assert made.file("essay") == (
        "document essay: essay\n"
        "  author ann-able: Ann Able\n"
        "  source: essay.txt\n"
        "  thesis: need-trams\n"
        "\n"
        "claims need-trams: we need trams\n"
        '  at: "we need"\n'
        "  tags: MajorClaim\n"
        "  because trams-quiet: Trams are quiet\n"
        '    at: "are quiet"\n'
        "    tags: Premise, mood-calm\n"
        "  objection trams-slow: trams are slow\n"
        '    at: "are slow"\n'
        "    tags: Claim\n"
    )
    assert "dropped: 1 span: its place is not in the text (essay.xmi, Component 6)" in made.told
    assert "dropped: 1 relation: one of its ends is no claim (essay.xmi, Link 8)" in made.told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<a/>", "it holds no span of a layer of one's own"),
        (xmi(f'<custom:Person xmi:id="3" sofa="1" {at("we")}/>'), "no sort of span in it is taken for claims: Person"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "it has a DTD"),
        ("<a>", "this is no XML that can be read: no element found"),
    ],
)
def test_what_is_refused(text: str, said: str) -> None:
    with pytest.raises(NotThisFormatError, match=said):
        imported({"a.xmi": text}, "uima")
