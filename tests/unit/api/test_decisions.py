"""Which pairs of texts the links of a corpus decide, and what many decisions change."""

from pathlib import Path

from opened import opened

from argmap.api.suggesting import Kind, Wanted, decisions, report, suggest

DOCUMENT = "document {0}: {0}\n  author {0}-author: {0}\n\nclaims x: X of {0}.\n\nclaims y: Y of {0}.\n"
LINKS = """\
link b.x same-as a.x
link a.y entails b.y
link a.x unrelated-to c.x
link c.y unrelated-to b.y
link b.x contradicts c.y
link a.x entails a.y
link c.x same-as b.x
link b.x unrelated-to c.x
link b.y entails a.y
link gone.x same-as a.x
"""


def test_links_across_documents_decide_each_pair_once_in_the_order_of_ids(tmp_path: Path) -> None:
    state = opened(tmp_path, {**{name: DOCUMENT.format(name) for name in "abc"}, "links": LINKS})
    assert decisions(state.loaded.corpus) == (
        ("a.x", "b.x", True),
        ("a.x", "c.x", False),
        ("a.y", "b.y", True),
        ("b.y", "c.y", False),
    )


def _decided(tmp_path: Path, alike: int, apart: int) -> str:
    """What is told of two documents of which so many pairs of claims are decided."""
    count = alike + apart
    documents = {
        name: f"document {name}: {name}\n  author {name}-author: {name}\n\n"
        + "".join(f"claims x{number}: The town of {name} needs thing number {number}.\n\n" for number in range(count))
        for name in ("one", "two")
    }
    relations = ["same-as"] * alike + ["unrelated-to"] * apart
    links = "".join(f"link one.x{number} {word} two.x{number}\n" for number, word in enumerate(relations))
    state = opened(tmp_path, {**documents, "links": links})
    return report(suggest(state.loaded, Wanted(kinds=(Kind.LINKS,), tier="words")))


def test_pairs_are_fitted_to_many_decisions_and_that_is_told(tmp_path: Path) -> None:
    assert "was fitted to 60 decisions of yours" in _decided(tmp_path, 30, 30)


def test_pairs_are_not_fitted_to_few_decisions_or_to_those_of_one_kind(tmp_path: Path) -> None:
    assert "decisions of yours" not in _decided(tmp_path / "few", 20, 20)
    assert "decisions of yours" not in _decided(tmp_path / "one-kind", 60, 0)
