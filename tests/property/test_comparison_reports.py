"""Whatever somebody wrote, a report shows it as words."""

import json
import re
from functools import cache

import attrs
from hypothesis import given
from hypothesis import strategies as st
from town import LATER, LINKS, ONE, SHARED, TWO, Town, read

from argmap.api.comparing import Form, Length, Question

PLAIN_PAGE = re.compile(r"\\.|<br>|\]\(<[^<>\n]*>\)|<!-- -->|`[^`\n]*`|&amp;")
texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40) | st.sampled_from(
    ["<script>", "[a](javascript:b)", "![x](y)", "\x1b[2J", "www.a.b", "| |", "`", "\\", "\u202e", "&lt;", "# a", "- "]
)


@cache
def town() -> Town:
    return Town(*read(shared=SHARED, one=ONE, two=TWO, later=LATER, links=LINKS))


def written(text: str) -> Town:
    """The town with one text for everything that people write."""
    corpus = town().corpus
    return Town(
        attrs.evolve(
            corpus,
            documents={key: attrs.evolve(one, title=text, publisher=text) for key, one in corpus.documents.items()},
            issues={
                key: attrs.evolve(
                    one, question=text, positions=tuple(attrs.evolve(p, text=text) for p in one.positions)
                )
                for key, one in corpus.issues.items()
            },
            actors={key: attrs.evolve(one, name=text) for key, one in corpus.actors.items()},
            terms={key: attrs.evolve(one, meaning=f"{text} {key}") for key, one in corpus.terms.items()},
            claims={key: attrs.evolve(one, text=text) for key, one in corpus.claims.items()},
            links=tuple(attrs.evolve(link, why=text) for link in corpus.links),
        ),
        town().texts,
    )


@given(texts, st.sampled_from(Length))
def test_nothing_drives_a_terminal(text: str, length: Length) -> None:
    for form in (Form.TEXT, Form.MARKDOWN, Form.CSV):
        shown = written(text).told(form, length=length)
        assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


@given(texts, st.sampled_from(Length))
def test_nothing_becomes_markup(text: str, length: Length) -> None:
    page = written(text).told(Form.MARKDOWN, Question(one="one", other="two"), length=length)
    left = PLAIN_PAGE.sub("", page)
    assert not set(left) & set("<>[]`~$")
    assert not re.search(r"(?i)\b(https?|ftp|mailto|xmpp):|\bwww\.", left)


@given(texts)
def test_json_keeps_the_words(text: str) -> None:
    claims = json.loads(written(text).told(Form.JSON))["claims"]
    assert {claim["text"] for claim in claims} == {text}


def test_the_same_whatever_the_order() -> None:
    corpus = town().corpus
    turned = attrs.evolve(
        corpus,
        documents=dict(reversed(corpus.documents.items())),
        issues=dict(reversed(corpus.issues.items())),
        actors=dict(reversed(corpus.actors.items())),
        claims=dict(reversed(corpus.claims.items())),
        links=corpus.links[::-1],
    )
    for form in Form:
        for length in Length:
            assert Town(turned, town().texts).told(form, length=length) == town().told(form, length=length)
