"""Whatever somebody wrote, what changed is told in words."""

import re
from collections import Counter
from functools import cache
from html.parser import HTMLParser

import attrs
from harbour import REVIEW, comment, text, told, web
from hypothesis import given
from hypothesis import strategies as st
from parsing import parser
from strategies import ISSUES, damaged, documents
from thoroughness import examples

from argmap.diff.differ import diff
from argmap.diff.rule import Rule
from argmap.diff.significance import judge
from argmap.model.corpus import Corpus
from argmap.report.difference.difference_page import oneline
from argmap.report.difference.difference_report import DiffReport
from argmap.report.terminal_text import cells
from argmap.resolve.corpus import resolve
from argmap.source.text import SourceText

PARSER = parser()
PLAIN = re.compile(
    r"\\.|</?(?:details|summary|del|ins)>|<!-- (?:argmap-diff )?-->|```(?:text)?|`[^`\n]*`|&amp;|^> ", re.MULTILINE
)
SEEN = {"html", "head", "meta", "title", "style", "body", "main", "section", "table", "caption", "thead", "tbody", "tr"}
SEEN |= {"th", "td", "ul", "li", "p", "span", "code", "pre", "del", "ins", "strong", "h1", "h2"}
words = (
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)
    | st.sampled_from(
        [
            "<script>",
            "[a](javascript:b)",
            "![x](y)",
            "\x1b[2J",
            "www.a.b",
            "| |",
            "`",
            "\\",
            "\u202e",
            "&lt;",
            "# a",
            "- ",
        ]
    )
    | st.sampled_from(["#1", "@a", "GH-1", "</details>", "-->", "“", "", " ", ".", "..", "\n\n", "{}", "$title"])
)


@cache
def review() -> DiffReport:
    return told(*REVIEW)


def written(corpus: Corpus, said: str) -> Corpus:
    """A corpus with one text for everything that people write."""
    return attrs.evolve(
        corpus,
        documents={key: attrs.evolve(one, title=said, source=said) for key, one in corpus.documents.items()},
        issues={
            key: attrs.evolve(one, question=said, positions=tuple(attrs.evolve(p, text=said) for p in one.positions))
            for key, one in corpus.issues.items()
        },
        actors={key: attrs.evolve(one, name=said) for key, one in corpus.actors.items()},
        terms={key: attrs.evolve(one, meaning=said) for key, one in corpus.terms.items()},
        claims={key: attrs.evolve(one, text=said) for key, one in corpus.claims.items()},
        links=tuple(attrs.evolve(link, why=said) for link in corpus.links),
    )


def story(one: str, other: str) -> DiffReport:
    difference = diff(written(review().difference.old, one), written(review().difference.new, other))
    return attrs.evolve(
        review(), difference=difference, judged=tuple(judge(difference.changes)), old_name=one, new_name=other
    )


@st.composite
def edited(draw: st.DrawFn) -> DiffReport:
    """A document, and what became of it: another one of the same name, or the same with some damage."""
    one = draw(documents())
    other = draw(documents() if draw(st.booleans()) else damaged(one))
    union = one.replace("document harbour", "document quay", 1).replace("author-a: Author A", "author-b: Author B", 1)
    sides = [[SourceText(str(n), text) for n, text in enumerate((ISSUES, union, each))] for each in (one, other)]
    old, new = (resolve([PARSER.parse(file).value for file in side]).value for side in sides)
    difference = diff(old, new)
    texts = [{file.name: file for file in side} for side in sides]
    judged = tuple(judge(difference.changes))
    return DiffReport(difference=difference, judged=judged, old_texts=texts[0], new_texts=texts[1])


@examples(60, slow=True)
@given(edited())
def test_every_change_is_told_once_in_every_form(changed: DiffReport) -> None:
    told = Counter(judged.change.rule for judged in changed.judged)
    assert len(oneline(changed).splitlines()) == told.total()
    for full in (False, True):
        for shown in (text(changed, width=1000, full=full), comment(changed, full=full), web(changed, full=full)):
            assert codes(shown) == told
    assert not any(count for _, count in CODE.findall(text(changed, full=True)))


CODE = re.compile(rf"(?:\[|, |`|<code>)({'|'.join(Rule)})(?: ×(\d+))?(?=, |\]|`|</code>)")


def codes(shown: str) -> Counter[str]:
    """The kinds of change that a text names, and how often each."""
    found: Counter[str] = Counter()
    for code, number in CODE.findall(shown):
        found[code] += int(number or 1)
    return found


@given(words, words)
def test_nothing_drives_a_terminal(one: str, other: str) -> None:
    changed = story(one, other)
    for shown in (text(changed), oneline(changed), comment(changed)):
        assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


@given(words, words, st.integers(0, 120))
def test_no_line_is_wider_than_it_may_be(one: str, other: str, width: int) -> None:
    # A wide character may stand where one cell is left.
    assert max(map(cells, text(story(one, other), width=width).splitlines())) <= max(width, 40)


@given(words, words)
def test_nothing_becomes_markup(one: str, other: str) -> None:
    left = PLAIN.sub(" ", comment(story(one, other)))
    assert not set(left) & set("<>`~$")
    assert not re.search(r"(?i)\b(https?|ftp|mailto|xmpp):|\bwww\.|@\w|#\d|\bGH-\d", left)


@given(words, words)
def test_nothing_becomes_an_element(one: str, other: str) -> None:
    found: set[str] = set()

    class Page(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.add(tag)

    Page().feed(web(story(one, other)))
    assert found <= SEEN
