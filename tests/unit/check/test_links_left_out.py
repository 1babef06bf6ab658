"""Which links do not count where links cannot all hold."""

from collections.abc import Iterator
from itertools import permutations

import pytest
from parsing import parser

from argmap.check import links_left_out as room
from argmap.check.links import links
from argmap.check.links_left_out import links_left_out, without
from argmap.model.corpus import Corpus
from argmap.resolve.corpus import resolve
from argmap.source.text import SourceText

CLAIMS = "".join(f"claims {name}: T.\n" for name in "vwxyz")
ISSUE = "issue q: Q?\n  position yes: Y\n  position no: N\nissue r: R?\n  position up: U\n  position down: D\n"


def read(links: str) -> Corpus:
    files = [SourceText("d.argmap", f"document d: D\n{CLAIMS}"), SourceText("q.argmap", ISSUE + links)]
    return resolve([parser().parse(file).value for file in files]).value


def left_out(links: str) -> set[tuple[str, str]]:
    return {
        (f"{each.link.source} {each.link.relation} {each.link.target}", each.why)
        for each in links_left_out(read(links))
    }


def codes(corpus: Corpus) -> Iterator[str]:
    return (finding.code for finding in links(corpus) if finding.code.startswith("A60"))


@pytest.mark.parametrize(
    ("declared", "gone"),
    [
        ("link d.x same-as d.y\nlink d.y contradicts d.z\n", set()),
        (
            "link d.x same-as d.y\nlink d.y contradicts d.x\nlink d.y entails d.z\n",
            {("d.x same-as d.y", "at-odds"), ("d.y contradicts d.x", "at-odds")},
        ),
        (
            "link d.x entails d.y\nlink d.y entails d.z\nlink d.x contrary-to d.z\nlink d.z same-as d.w\n",
            {("d.x entails d.y", "at-odds"), ("d.y entails d.z", "at-odds"), ("d.x contrary-to d.z", "at-odds")},
        ),
        ("link q.yes entails q.no\n", {("q.yes entails q.no", "at-odds")}),
        (
            "link q.yes entails r.up\nlink r.up entails q.no\nlink r.down entails q.no\n",
            {("q.yes entails r.up", "at-odds"), ("r.up entails q.no", "at-odds")},
        ),
        ("link d.x same-as d.x\nlink d.x same-as d.y\n", {("d.x same-as d.x", "itself")}),
        ("link d.x same-as d.y\nlink d.y same-as d.x\n", {("d.y same-as d.x", "twice")}),
        (
            # Of two chains as short as each other neither is the wrong one.
            "link d.x entails d.v\nlink d.v entails d.z\nlink d.x entails d.w\nlink d.w entails d.z\n"
            "link d.x contradicts d.z\n",
            {
                ("d.x entails d.v", "at-odds"),
                ("d.v entails d.z", "at-odds"),
                ("d.x entails d.w", "at-odds"),
                ("d.w entails d.z", "at-odds"),
                ("d.x contradicts d.z", "at-odds"),
            },
        ),
    ],
)
def test_it_is_these_that_do_not_count(declared: str, gone: set[tuple[str, str]]) -> None:
    assert left_out(declared) == gone
    corpus = read(declared)
    assert not list(codes(without(corpus, links_left_out(corpus))))


def test_no_order_of_the_links_decides() -> None:
    lines = ["link d.x same-as d.y\n", "link d.y contradicts d.x\n", "link d.y entails d.z\n", "link d.z entails d.x\n"]
    assert len({frozenset(left_out("".join(order))) for order in permutations(lines)}) == 1


def test_of_very_many_that_are_entangled_all_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_MOST_ROUNDS", 0)
    corpus = read("link d.x same-as d.y\nlink d.y in-tension-with d.z\n")
    assert [each.link.relation for each in links_left_out(corpus)] == ["same-as"]
