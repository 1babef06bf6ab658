"""arggraph: what becomes of each construct of the microtexts."""

from collections.abc import Callable

import pytest
from foreign_graphs import ARGGRAPH

from argmap.exchange.formats import NotThisFormatError, guessed

Imports = Callable[..., "Made"]  # noqa: F821 - see conftest

DOCUMENT = """document trams-1: trams_1
  thesis: trams-should-built

claims trams-should-built: So trams should be built!
  answers trams: pro
  objection reports trams-cost-lot from imagined-opponent: Trams do cost a lot,
  undercut buses-cost-more-over-years: but buses cost more over the years.
  and nobody-bus-drivers-either: Nobody has bus drivers, either.
  because (example) ours-example: Ours is an example.
"""


def test_the_opponent_is_reported_and_doubted(imported: Imports) -> None:
    files = {"t.xml": ARGGRAPH.encode()}
    assert guessed(files) == "arggraph"
    made = imported("arggraph", files)
    assert made.file("trams-1") == DOCUMENT
    assert made.file("shared/actors") == "actor imagined-opponent: The imagined opponent\n"
    assert made.kept == {"claim": 5, "further premise": 1, "objection": 1, "reason": 1, "undercut": 1, "stance": 1}
    assert made.told == ["changed: 1 unit: its parts stand in one claim (t.xml, adu a2)"]


def test_the_stance_of_the_text_answers_its_topic(imported: Imports) -> None:
    made = imported("arggraph", {"t.xml": ARGGRAPH.encode()})
    assert made.file("shared/issues") == (
        "issue trams: trams\n  position pro: In favour of it\n  position con: Against it\n  exhaustive: pro, con\n"
    )


def test_texts_on_one_topic_share_a_question(imported: Imports) -> None:
    other = ARGGRAPH.replace('id="trams_1"', 'id="trams_2"').replace('stance="pro"', 'stance="con"')
    made = imported(
        "arggraph", {"t1.xml": ARGGRAPH.encode(), "t2.xml": other.encode(), "t.txt": b"Trams"}, author="Ann"
    )
    assert not made.loaded.errors
    assert len(made.loaded.corpus.issues) == 1
    assert made.told[-1] == "dropped: 1 file: it does not hold an argument graph (t.txt, line 1, column 1)"


def test_an_unclear_stance_is_no_answer(imported: Imports) -> None:
    made = imported("arggraph", {"t.xml": ARGGRAPH.replace('stance="pro"', 'stance="unclear"').encode()})
    assert "answers" not in made.file("trams-1")
    assert "dropped: 1 stance: it is neither `pro` nor `con` (t.xml)" in made.told


def test_the_opponent_may_have_a_name(imported: Imports) -> None:
    made = imported("arggraph", {"t.xml": ARGGRAPH.encode()}, opponent="Critics")
    assert "reports trams-cost-lot from Critics:" in made.file("trams-1")


def test_a_doubt_about_a_doubt_is_counted(imported: Imports) -> None:
    text = ARGGRAPH.replace('src="a5" trg="c2" type="add"', 'src="a5" trg="c2" type="und"')
    made = imported("arggraph", {"t.xml": text.encode()})
    assert "dropped: 1 undercut: it doubts a doubt, or a step that is not told (t.xml, edge c3)" in made.told


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<a/>", "this is no argument graph: its root is not `arggraph`"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><arggraph>&b;</arggraph>', "it has a DTD, which is not read"),
        (b"<arggraph>" * 300, "elements stand more than 200 deep in each other"),
    ],
)
def test_other_files_are_refused(imported: Imports, data: bytes, message: str) -> None:
    with pytest.raises(NotThisFormatError, match=message):
        imported("arggraph", {"t.xml": data})
