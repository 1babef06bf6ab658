from html.parser import HTMLParser

import attrs
from harbour import EDITS, GUESS, REVIEW, Edit, told, web
from pytest_regressions.file_regression import FileRegressionFixture

from argmap.report.difference.entries import entries_of
from argmap.report.page import Entry

VOID = {"meta"}


class Page(HTMLParser):
    """What a browser would find, and whether every element is closed where it should be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words += data.split("\n")


def page(text: str) -> Page:
    found = Page(text)
    assert found.open == []
    return found


def test_a_review(file_regression: FileRegressionFixture) -> None:
    shown = web(told(*REVIEW, GUESS))
    file_regression.check(shown[shown.index("<main>") :], encoding="utf-8", extension=".html")


def test_the_page_loads_and_runs_nothing() -> None:
    found = page(web(told(*REVIEW)))
    assert not {"script", "link", "iframe", "object", "img"} & set(found.found)
    assert not [name for name, _ in found.attributes if name.startswith("on") or name in ("src", "href")]
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'; img-src data:") in found.attributes


def test_headings_lists_and_language_are_marked() -> None:
    story = told(*REVIEW)
    found = page(web(story))
    assert ("lang", "en") in found.attributes
    assert found.found.count("h1") == found.found.count("main") == 1
    assert found.found.count("li") == sum(map(sentences, (entry for _, entry in entries_of(story, full=False))))
    assert page(web(story, full=True)).found.count("li") == len(story.judged)


def sentences(entry: Entry) -> int:
    return 1 + sum(map(sentences, entry.follows))


def test_the_drawing_stands_in_the_page() -> None:
    svg = '<?xml version="1.0" encoding="UTF-8"?>\n<svg role="img"><title>t</title></svg>\n'
    shown = web(told(*REVIEW), svg)
    assert '<figure>\n<svg role="img"><title>t</title></svg>\n<figcaption>' in shown
    assert "<?xml" not in shown
    assert "figure>" not in web(told(*REVIEW))


def test_words_stay_words() -> None:
    evil = '</main><script>alert("1")</script> & $title {x} \u202e'
    shown = web(told(Edit("office", "The work costs forty million.", evil)))
    assert "script" not in page(shown).found
    assert "$title" in shown and "&lt;U+202E&gt;" in shown


def test_everything_is_told() -> None:
    story = told(*EDITS["another year"], GUESS, partial=("a.argmap",))
    story = attrs.evolve(story, judged=story.judged[1:], accepted=story.judged[:1])
    words = "\n".join(page(web(story)).words)
    for part in ("Partial:", "a.argmap", "Perhaps the same claim", "was: wait", "Accepted", "1 change."):
        assert part in words


def test_nothing_changed() -> None:
    assert "No stance changed, and nothing else that anybody says did." in page(web(told())).words
