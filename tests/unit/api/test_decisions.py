"""Which pairs of texts the links of a corpus decide."""

from pathlib import Path

from opened import opened

from argmap.api.suggesting import decisions

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
