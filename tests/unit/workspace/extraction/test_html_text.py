"""A page of HTML is read as a browser shows it, in time in line with its length."""

import pytest

from argmap.source.searchable_text import SearchableText, searchable
from argmap.workspace.extraction.html_text import html_text, is_html
from argmap.workspace.extraction.lines import Unreadable

SHOWN = {
    "paragraphs": ("<p>One</p><p>two", "One\n\ntwo\n"),
    "white space": ("<p> One\n\t two  <b> three</b> </p>", "One two three\n"),
    "line breaks": ("One<br>two<br/>three", "One\ntwo\nthree\n"),
    "entities": (
        "&lt;b&gt; &amp;amp; &#8220;x&#x201D; caf&eacute; AT&T &nosuch;",
        "<b> &amp; \u201cx\u201d caf\xe9 AT&T &nosuch;\n",
    ),
    "references beyond Unicode": ("&#99999999999999999999; &#xFFFFFFFFFF; &#xD800;", "\ufffd \ufffd \ufffd\n"),
    "what is no tag": ("1 < 2 <> 3 <3", "1 < 2 <> 3 <3\n"),
    "comments": ("a<!-- <p>no --> b<!--> c<!---> d<!-- --!> e<!x> f<?y?> g</ h> i", "a b c d e f g i\n"),
    "scripts and styles": ("<style>p{}</style>a<script>'<p>'</script> b<noscript>no</noscript>", "a b\n"),
    "head": ("<head><title>no</title><meta name=x content=no></head><body>yes", "yes\n"),
    "hidden": ("a<p hidden>no</p><div style='color:red; display : none'>no<p>no</div>b", "a\n\nb\n"),
    "hidden without an end": ("<ul><li hidden>no<li>yes</ul>", "- yes\n"),
    "a template": ("a<template><p>no</p></template> b", "a b\n"),
    "a word in parts": ("<b>inter</b>nation<wbr>al", "international\n"),
    "attributes with marks in them": ("<p title='a>b' data-x=\"<i>\" z=1>yes", "yes\n"),
    "lists": ("<ul><li>a<li>b<ul><li>c</ul></ul><ol start=4><li>d<li>e</ol>", "- a\n- b\n- c\n\n4. d\n5. e\n"),
    "tables": ("<table><tr><th>a<th>b<tr><td>1</td><td>2</td></tr></table>", "a\tb\n1\t2\n"),
    "text as it stands": ("<pre>a\n  b\n\n\nc</pre>", "a\n  b\n\nc\n"),
    "notes": (
        "the war<sup>12</sup> ended<sup>3, 4</sup>; the 19<sup>th</sup>",
        "the war\xb9\xb2 ended\xb3 \u2074; the 19th\n",
    ),
    "what reads a sign aloud": ("<ruby>\u6f22<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>\u5b57", "\u6f22\u5b57\n"),
    "controls": ("a\x1b[31mb\x00", "a[31mb\n"),
    "tags in capitals": ("<P>a</P><SCRIPT>no</script><P>b", "a\n\nb\n"),
    "end tags of nothing": ("a</p>b</div>c</br>d", "a\nbc\nd\n"),
    "drawings": ("a <svg><title>no</title><text>b</text><style>no</style><path/></svg> c", "a b c\n"),
    "a section of characters in a drawing": ("<svg><![CDATA[a<b]]></svg>", "a<b\n"),
}


@pytest.mark.parametrize(("page", "text"), SHOWN.values(), ids=list(SHOWN))
def test_it_is_shown_as_a_browser_shows_it(page: str, text: str) -> None:
    extracted = html_text(page.encode())
    assert extracted.text == text
    assert extracted.extraction.gap == ""


def test_an_xhtml_page_may_close_any_element_in_its_tag() -> None:
    page = b"<?xml version='1.0'?><html><head><title/><script src='x'/></head><body><p/>a<div/>b</body></html>"
    assert html_text(page).text == "a\nb\n"


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("a<!-- b", "ends inside a comment"),
        ("a<p title='b", "ends inside the tag `<p`"),
        ("a<p", "ends inside the tag `<p`"),
        ("a<script>b</p>", "ends inside `<script>`"),
        ("<?xml version='1.0'?>a<![CDATA[b", "ends inside `<![CDATA[`"),
    ],
)
def test_a_page_that_is_cut_off_says_where(page: str, said: str) -> None:
    extracted = html_text(page.encode())
    assert (extracted.text, extracted.extraction.gap) == ("a\n", said)


def test_what_is_not_text_is_counted() -> None:
    page = b"<img src=x><p>a<img><iframe src=y>no</iframe></p><video>no</video>"
    assert html_text(page).extraction.lost == ("2 pictures", "1 embedded page", "1 video")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("\ufeffcaf\xe9".encode(), "caf\xe9"),
        ("\ufeffcaf\xe9".encode("utf-16-le"), "caf\xe9"),
        ("\ufeffcaf\xe9".encode("utf-16-be"), "caf\xe9"),
        (b"<meta charset=utf-8>caf\xc3\xa9", "caf\xe9"),
        (b"<meta charset='latin1'>caf\xe9 \x93x\x94", "caf\xe9 \u201cx\u201d"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>\xc4\xc1", "\u0434\u0430"),
        (b"<meta charset=gb2312>\xd6\xd0", "\u4e2d"),
        (b"<meta charset=windows-1250>\xe8", "\u010d"),
        (b"<?xml version='1.0' encoding='iso-8859-2'?><p>\xe8</p>", "\u010d"),
        (b"<p>caf\xc3\xa9", "caf\xe9"),
        (b"<p>caf\xe9 \x81", "caf\xe9"),
    ],
)
def test_its_encoding_is_that_which_a_browser_takes(data: bytes, text: str) -> None:
    assert html_text(data).text == f"{text}\n"


def test_an_encoding_that_nobody_knows_is_said() -> None:
    with pytest.raises(Unreadable) as caught:
        html_text(b"<meta charset='zlib'>text")
    assert caught.value.why == "says that it is in the encoding `zlib`, which is not known"


def test_bytes_that_are_not_of_its_encoding_are_said() -> None:
    extracted = html_text(b"<meta charset=utf-8>\n<p>caf\xe9 and more")
    assert extracted.text == "caf\ufffd and more\n"
    assert extracted.extraction.gap == "is UTF-8 in part only, and not on line 2 of the file"


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html>x",
        b"\xef\xbb\xbf\n <html lang=en>",
        b"<!-- saved from x --><!-- y --><HTML>",
        b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x'><html>",
        "\ufeff<html>".encode("utf-16-le"),
    ],
)
def test_a_page_is_told_by_how_it_begins(data: bytes) -> None:
    assert is_html(data)


@pytest.mark.parametrize(
    "data", [b"", b"<htmlx>", b"# A\n<html>", b"<div>Markdown</div>", b"<!-- note -->\n# A", b"<p>x"]
)
def test_other_texts_are_none(data: bytes) -> None:
    assert not is_html(data)


def test_a_number_of_a_note_does_not_hide_the_words_around_it() -> None:
    text = SearchableText.of(html_text(b"<p>the war<sup><a href=x>12</a></sup> ended</p>").text)
    assert text.found(searchable("war ended")) == [1]


BOMBS = ("<!--", "<a ", "<a b='", "<", "</", "<p>", "<div>", "<li>", "<sup>", "<b>", "&#", "&#9999999999", "<ul><li>")
BOMBS += (
    "<svg><![CDATA[",
    "</p>",
    "<tr><td>",
    "<a =",
    "<div hidden></div>",
    "<pre>\n",
    "<!doctype ",
    "<script>x</script>",
)


@pytest.mark.parametrize("piece", BOMBS)
def test_no_page_takes_more_than_its_share_of_time(piece: str) -> None:
    from time import process_time

    def taken(count: int) -> float:
        page = (piece * count).encode()
        begun = process_time()
        html_text(page)
        return process_time() - begun

    # Four times the page would take sixteen times as long if it were gone over again and again.
    short = min(taken(20_000) for _ in range(2))
    assert taken(80_000) < 10 * max(short, 0.02)
