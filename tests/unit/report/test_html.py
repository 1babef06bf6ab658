"""Every block can be told as HTML: the page of a comparison is well formed, and says what the others say."""

from html.parser import HTMLParser

from harbour import REVIEW, told
from town import LATER, LINKS, ONE, SHARED, TWO, read

from argmap.compare.comparison import compare
from argmap.report.comparison.comparison_page import comparison_page
from argmap.report.comparison.comparison_report import Scope, comparison_report
from argmap.report.comparison.context import Length, Pictures
from argmap.report.difference.difference_page import comment_page
from argmap.report.html import html
from argmap.report.page import Block, Heading, Item, Picture, Table
from argmap.wording.names import ComparisonNames
from argmap.wording.spans import words

_EMPTY = {"meta", "img", "br"}


class Tree(HTMLParser):
    """Fails where a tag is closed that is not open; keeps what is said."""

    def __init__(self, shown: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.said = ""
        self.counts: dict[str, int] = {}
        self.feed(shown)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.counts[tag] = self.counts.get(tag, 0) + 1
        if tag not in _EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said += data


def town() -> list[Block]:
    corpus, texts = read(shared=SHARED, one=ONE, two=TWO, later=LATER, links=LINKS)
    comparison = compare(corpus)
    names = ComparisonNames.of(comparison, texts, "../")
    told = comparison_report(comparison, Scope())
    return list(comparison_page(told, names, Length.FULL, Pictures(["compare/matrix.svg"])))


def test_a_comparison() -> None:
    page = town()
    tree = Tree(html(page, "Compared"))
    assert not tree.open
    for kind, tag in ((Heading, "h2"), (Item, "li"), (Table, "table"), (Picture, "img")):
        wanted = [block for block in page if isinstance(block, kind) and getattr(block, "level", 2) == 2]
        assert tree.counts[tag] == len(wanted) > 0
    assert tree.counts["h1"] == 1 and "All authors compared" in tree.said
    for block in page:
        if isinstance(block, Item):
            assert "".join(span.text for span in block.words) in tree.said


def test_what_is_folded_away() -> None:
    tree = Tree(html(comment_page(told(*REVIEW)), "Changes"))
    assert not tree.open
    assert tree.counts["details"] == tree.counts["summary"] == 2
    assert tree.counts["h4"] > 2


def test_items_of_any_depth() -> None:
    for depths in ([0, 2, 1, 0], [3], [1, 1, 0, 4, 0], [2, 0]):
        tree = Tree(html([Item(words("<x>"), depth) for depth in depths], "Depths"))
        assert not tree.open
        assert tree.said.count("<x>") == len(depths)
