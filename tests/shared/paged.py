"""Pages of small projects, and a reader of their HTML that knows what a browser would make of it."""

from collections import Counter
from html.parser import HTMLParser

from argmap.compare.comparison import compare
from argmap.model.corpus import Corpus
from argmap.model.ids import DocumentId
from argmap.render.page.document import page_html
from argmap.source.text import SourceText
from argmap.view.page.records import Page
from argmap.view.page.whole_page import whole_page

VOID = {"meta", "input", "br", "hr", "img", "link", "option"}
"""Elements that have no end, or whose end may be left out."""


def records_of(corpus: Corpus, title: str = "", sources: dict[str, str] | None = None) -> Page:
    texts = {DocumentId(name): SourceText(name, text) for name, text in (sources or {}).items()}
    return whole_page(compare(corpus), {}, title, sources=texts)


def html_of(corpus: Corpus, title: str = "", sources: dict[str, str] | None = None) -> str:
    return page_html(records_of(corpus, title, sources))


class Reader(HTMLParser):
    """The elements of a page: ids, links, and whether each that begins ends."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: set[str] = set()
        self.tags: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.text: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids[value or ""] += 1
            if name == "href":
                self.links.add(value or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        self.text.append(data)
