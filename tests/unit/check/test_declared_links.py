from collections.abc import Callable

import pytest

from argmap.model.corpus import Corpus
from argmap.source.finding import Finding

Understand = Callable[..., tuple[Corpus, list[Finding]]]
HEAD = (
    "document d: D\n  author a: A\nclaims a: 1\n  because b: 2\n  because c: 3\n  because e: 4\n  answers i: p\n"
    "issue i: I?\n  position p: P\n  position q: Q\n  position r: R\n  compatible: p, q\n"
)


def codes(understand: Understand, *links: str) -> list[str]:
    _, findings = understand(HEAD + "".join(f"link {link}: so\n" for link in links))
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    "links",
    [
        ("d.a same-as d.b", "d.b same-as d.c", "d.a same-as d.c"),
        ("d.a entails d.b", "d.b entails d.a"),
        ("d.a contradicts d.b", "d.b contradicts d.c"),
        ("d.a entails d.b", "d.c entails d.b", "d.a contradicts d.c"),
        ("d.a in-tension-with d.b", "d.a same-as d.b"),
        ("i.p entails i.q",),
        ("d.a supersedes d.b", "d.b supersedes d.a"),
    ],
)
def test_what_can_be_said_together(understand: Understand, links: tuple[str, ...]) -> None:
    assert codes(understand, *links) == []


@pytest.mark.parametrize(
    ("links", "code"),
    [
        (("d.a same-as d.b", "d.a contradicts d.b"), "A601"),
        (("d.a same-as d.b", "d.b same-as d.c", "d.c contrary-to d.a"), "A601"),
        (("d.a entails d.b", "d.b same-as d.c", "d.c contradicts d.a"), "A601"),
        (("i.p entails i.r",), "A601"),
        (("i.p same-as i.r",), "A601"),
        (("d.a entails i.p",), "A602"),
        (("d.a same-as d.a",), "A603"),
        (("d.a same-as d.b", "d.b same-as d.a"), "A604"),
    ],
)
def test_what_cannot(understand: Understand, links: tuple[str, ...], code: str) -> None:
    assert codes(understand, *links) == [code]


def test_the_chain_is_shown_from_end_to_end(understand: Understand) -> None:
    text = HEAD + "link d.a same-as d.b\nlink d.c same-as d.b\nlink d.c entails d.e\nlink d.e contradicts d.a\n"
    (finding,) = understand(text)[1]
    assert [related.label for related in finding.related] == [
        "`d.a` same-as `d.b`",
        "`d.c` same-as `d.b`",
        "`d.c` entails `d.e`",
    ]
