import pytest

from argmap.render.svg_document import element, text_element


@pytest.mark.parametrize(
    "link",
    [
        "#card",
        "other.svg",
        "other.svg#card",
        "https://example.org/a?b",
        "mailto:a@example.org",
        "%ED.svg",
        "../x.svg#y",
    ],
)
def test_links_that_are_let_through(link: str) -> None:
    assert element("a", {"xlink:href": link}, "x") == f'<a xlink:href="{link}">x</a>'


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//example.org/x.svg",
        "../../x.svg",
        "x/../y.svg",
        "..//example.org/x.svg",
        "file:///x.svg",
        "x.svg?q",
        "a b.svg",
        "vbscript:x.svg",
    ],
)
def test_links_that_are_not(link: str) -> None:
    assert element("a", {"xlink:href": link}, "x") == "<a>x</a>"


def test_attributes_that_are_not_known_or_hold_something_else_are_left_out() -> None:
    given = {"x": "1.5", "y": "url(#a)", "onclick": "alert(1)", "style": "x", "fill": "#ff0000", "stroke": "url(x)"}
    assert text_element("text", "<b>&", given) == '<text x="1.5" fill="#ff0000">&lt;b&gt;&amp;</text>'


@pytest.mark.parametrize("name", ["script", "foreignObject", "image", "use", "animate"])
def test_elements_that_are_not_known_cannot_be_written(name: str) -> None:
    with pytest.raises(KeyError):
        element(name, {})
