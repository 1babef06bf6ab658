"""An EPUB is read in the order of its parts; what is missing of it is said."""

import pytest
from source_forms import archive, epub

from argmap.workspace.extraction.epub_text import epub_text
from argmap.workspace.extraction.lines import Unreadable


def test_its_parts_are_read_in_their_order() -> None:
    extracted = epub_text(
        epub(["<h1>One</h1><p>first&nbsp;words</p>", "<h1>Two</h1><p>more<br/>words<a id='x'/>.</p>"])
    )
    assert extracted.text == "One\n\nfirst\xa0words\n\nTwo\n\nmore\nwords.\n"
    assert (extracted.extraction.form, extracted.extraction.gap) == ("an EPUB", "")


def test_an_element_that_closes_itself_hides_nothing() -> None:
    assert epub_text(epub(["<p>a</p><script src='x'/><div hidden='hidden'/><p>b</p>"])).text == "a\n\nb\n"


def test_the_numbers_of_printed_pages_are_no_text() -> None:
    page = "<p>the war <span epub:type='pagebreak' id='p12'>12</span>ended</p><div role='doc-pagebreak'>13</div>"
    assert epub_text(epub([page])).text == "the war ended\n"


def test_a_part_that_is_named_again_is_read_once() -> None:
    made = epub(["<p>one</p>"], {"OEBPS/book.opf": PACKAGE.format("<itemref idref='a'/>" * 1000)})
    assert epub_text(made).text == "one\n"


PACKAGE = (
    "<package><manifest><item id='a' href='text/chapter%201.xhtml' media-type='application/xhtml+xml'/></manifest>"
    "<spine>{}</spine></package>"
)
GAPS = {
    "a part that is not there": (epub(["<p>one</p>", None]), "lacks its part `OEBPS/text/chapter 2.xhtml`"),
    "a part that nothing names": (
        epub(["<p>one</p>"], {"OEBPS/book.opf": PACKAGE.format("<itemref idref='a'/><itemref idref='b'/>")}),
        "lacks its part `b`",
    ),
    "a part that is cut off": (
        epub([b"<p>one</p><p title='"]),
        "has a part `OEBPS/text/chapter 1.xhtml` that ends inside the tag `<p`",
    ),
}


@pytest.mark.parametrize(("data", "gap"), GAPS.values(), ids=list(GAPS))
def test_what_is_missing_is_said(data: bytes, gap: str) -> None:
    extracted = epub_text(data)
    assert (extracted.text, extracted.extraction.gap) == ("one\n", gap)


LOCK = "<encryption><EncryptedData><CipherData><CipherReference URI='{}'/></CipherData></EncryptedData></encryption>"


def test_a_book_that_is_locked_is_said_to_be() -> None:
    locked = {"META-INF/encryption.xml": LOCK.format("OEBPS/text/chapter%201.xhtml")}
    with pytest.raises(Unreadable) as caught:
        epub_text(epub([b"\x00\xff"], locked))
    assert caught.value.why == "is an EPUB that is locked against reading"
    assert epub_text(epub(["<p>one</p>"], {"META-INF/encryption.xml": LOCK.format("OEBPS/font.otf")})).text == "one\n"


DAMAGED = {
    "cut off": (epub(["<p>one</p>"])[:-30], "cannot be unpacked"),
    "without a container": (archive({"mimetype": "application/epub+zip"}), "does not say where its text is"),
    "without a package": (archive({"META-INF/container.xml": "<container/>"}), "does not say where its text is"),
    "with entities": (epub([""], {"META-INF/container.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}), "DTD"),
}


@pytest.mark.parametrize(("data", "said"), DAMAGED.values(), ids=list(DAMAGED))
def test_a_damaged_file_is_said_to_be_one(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as caught:
        epub_text(data)
    assert caught.value.why.startswith("is an EPUB that cannot be read: ")
    assert said in caught.value.why


def test_an_encoding_that_nobody_knows_is_said_of_the_book() -> None:
    with pytest.raises(Unreadable):
        epub_text(epub([b"<?xml version='1.0' encoding='zlib'?><p>x</p>"]))
