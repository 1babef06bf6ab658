"""A page as HTML: whole, the same each time, and safe whatever the texts say."""

import gzip
import json
import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256

import pytest
from paged import Reader, html_of
from tram_town import FILES

from argmap.model.corpus import Corpus
from argmap.render.page.document import part
from argmap.render.page.elements import seen

Understand = Callable[..., tuple[Corpus, list[object]]]
SOURCE = "Build the trams. They are quiet, says Mr. Noise. Nobody\nminds them.\n"
SAID = """\
document one: %(text)s
  author writer: %(text)s
  date: 2020
  publisher: %(text)s
  source: s.txt
  note: %(text)s
claims first (should): %(text)s
  answers asked: yes
  at: "Build the trams"
  note: %(text)s
  cites: %(text)s
  because second: %(text)s
section: %(text)s
reports third from somebody: %(text)s
  answers asked: no
"""
SHARED = """\
issue asked: %(text)s
  position yes: %(text)s
  position no: %(text)s
  note: %(text)s
actor somebody: %(text)s
link one.first contradicts two.first: %(text)s
"""
ATTACKS = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "'\"><svg onload=alert(1)>",
    "<!--<script>",
    "</style></title><iframe src=//evil>",
    "&lt;b&gt; &amp; ${alert(1)} {{7*7}} javascript:alert(1)",
    "\u202eevil\u202c and \u2028 lines",
    "a bell \x07, a command \x9b31m and \\u202e \\n as words",
)


@pytest.fixture(scope="module")
def trams(understand: Understand) -> Corpus:
    return understand(*FILES.values())[0]


def project(text: str, understand: Understand) -> Corpus:
    files = [SHARED, SAID, SAID.replace("one:", "two:").replace("asked: yes", "asked: no").replace("writer", "other")]
    return understand(*(file % {"text": text} for file in files))[0]


def test_every_id_is_there_once_and_every_link_has_its_target(trams: Corpus) -> None:
    page = Reader(html_of(trams, sources={"first": SOURCE}))

    assert [name for name, count in page.ids.items() if count > 1] == []
    assert {link for link in page.links if link[:1] == "#" and link[1:] not in page.ids} == set()
    assert page.wrong == page.open == []


def test_every_claim_is_there_once_under_its_id(trams: Corpus) -> None:
    ids = Reader(html_of(trams)).ids

    assert sorted(name for name in ids if name.startswith("c/")) == sorted(f"c/{claim}" for claim in trams.claims)


def test_a_page_is_the_same_each_time(trams: Corpus) -> None:
    assert html_of(trams) == html_of(trams)


def test_the_policy_allows_just_the_scripts_of_the_page(trams: Corpus) -> None:
    html = html_of(trams)
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)

    assert len(scripts) == 2
    digests = (b64encode(sha256(script.encode()).digest()).decode() for script in scripts)
    allowed = " ".join(f"&#x27;sha256-{digest}&#x27;" for digest in digests)
    assert policy is not None
    assert f"script-src {allowed};" in policy[1]
    assert policy[1].startswith("default-src &#x27;none&#x27;;")


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_text_is_anything_but_text(attack: str, understand: Understand) -> None:
    plain, attacked = (Reader(html_of(project(text, understand), text)) for text in ("Plain words.", attack))

    assert attacked.tags == plain.tags
    assert attacked.attributes <= plain.attributes
    assert attacked.wrong == attacked.open == []
    assert not any("\u202e" in part for part in attacked.text)


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_text_ends_the_data(attack: str, understand: Understand) -> None:
    html = html_of(project(attack, understand), attack)
    (data,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)

    assert "<" not in data
    assert json.loads(data)["claims"]["one.first"]["text"].split() == seen(attack).split()


def test_nothing_is_fetched(trams: Corpus) -> None:
    page = Reader(html_of(trams, sources={"first": SOURCE}))

    assert {link for link in page.links if link[:1] != "#"} == set()
    assert "src" not in page.attributes


def test_script_and_style_are_small() -> None:
    assert len(gzip.compress((part("page.js") + part("live.js")).encode())) <= 12_000
    assert len(gzip.compress(part("page.css").encode())) <= 8_000


def test_the_script_puts_no_text_into_html() -> None:
    script = part("page.js") + part("live.js")

    assert "</script" not in script
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", script)


def test_a_chain_of_a_thousand_reasons_is_nested_no_deeper_than_a_browser_goes(understand: Understand) -> None:
    lines = [f"{'  ' * depth}because r{depth}: Reason {depth}." for depth in range(1, 60)]
    corpus = understand("document d: D\n  author a: A\nclaims top: Top.\n" + "\n".join(lines) + "\n")[0]
    html = html_of(corpus)

    deepest = depth = 0
    for tag in re.findall(r"<(/?)(?:ul|li|details)\b", html):
        depth += -1 if tag else 1
        deepest = max(deepest, depth)
    assert deepest < 250
    assert html.count('id="c/d.r59"') == 1


def test_an_answer_that_was_looked_for_has_a_sign_with_a_legend(understand: Understand) -> None:
    plain = html_of(understand(*FILES.values())[0])
    silent = (text.replace("Author C\n", "Author C\n  silent: air\n") for text in FILES.values())
    marked = html_of(understand(*silent)[0])

    assert "blank: silent</span>" in plain and "looked for" not in plain
    assert "<span>– looked for, and not there</span><span>blank: silent, and perhaps nobody looked</span>" in marked
    assert marked.count('<span class="nil" title="looked for, and not there">–') == 1
