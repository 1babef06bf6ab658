"""AIF, out: what becomes of records, and that the import of it says the same."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from argmap.compare.comparison import compare
from argmap.exchange.aif import write
from argmap.exchange.formats import Exporting
from argmap.exchange.loss import LossReport
from argmap.project.corpus_loader import load_checked
from argmap.workspace.project_files import Input
from argmap.workspace.reader import decode

Imports = Callable[..., "Made"]  # noqa: F821 - see conftest


def exported(*texts: str, **options: str) -> tuple[dict[str, Any], list[str]]:
    """The nodeset of argument files, and what is lost."""
    files = {f"arguments/{number}.argmap": text for number, text in enumerate(texts)}
    readings = tuple(decode(name, text.encode()) for name, text in files.items())
    loaded = load_checked(Input(project=None, readings=readings))
    assert not loaded.errors, [str(finding) for finding in loaded.errors]
    loss = LossReport()
    data = write(Exporting(corpus=loaded.corpus, comparison=compare(loaded.corpus), loss=loss, options=options))[""]
    return json.loads(data), [f"{one.fate}: {one}" for one in loss]


ANN = """document ann: Trams now
  author Ann: Ann Able
  date: 2020-05-28

claims build: The town should build trams.
  said: 2020-05-28T20:00:09
  because (sign) quiet: Trams are quiet.
  and good: Quiet is good.
  undercut noise: Noise is not all.
  despite dear: Trams cost a lot.
  objection rails: Rails are ugly.

reports old from bob: Buses are old.

claims last: Trams last.
"""
BOB = """document bob-1: No trams
  author bob: Bob

claims long: Trams last.

denies good from Ann: Quiet is good.

link ann.last same-as bob-1.long
link ann.good same-as bob-1.good
"""


def test_what_is_exported_says_the_same_when_it_is_imported(imported: Imports) -> None:
    whole, _ = exported(ANN, BOB)
    made = imported("aif", {"n.json": json.dumps(whole).encode()})
    assert made.file("n-ann-able") == (
        "document n-ann-able: n: Ann Able\n"
        "  author ann-able: Ann Able\n"
        "  date: 2020-05-28\n"
        "\n"
        "claims town-should-build-trams: The town should build trams.\n"
        "  said: 2020-05-28T20:00:09\n"
        "  because (sign) trams-quiet: Trams are quiet.\n"
        "  and quiet-good: Quiet is good.\n"
        "  undercut noise-all: Noise is not all.\n"
        "  despite trams-cost-lot: Trams cost a lot.\n"
        "  objection rails-ugly: Rails are ugly.\n"
        "\n"
        "reports buses-old from Bob: Buses are old.\n"
        "\n"
        "claims trams-last: Trams last.\n"
    )
    assert made.file("n-bob") == (
        "document n-bob: n: Bob\n"
        "  author Bob: Bob\n"
        "\n"
        "denies quiet-good from ann-able: Quiet is good.\n"
        "\n"
        "claims trams-last: Trams last.\n"
    )
    links = made.file("shared/links")
    assert "link n-ann-able.quiet-good same-as n-bob.quiet-good: one node of AIF" in links
    assert "link n-ann-able.trams-last same-as n-bob.trams-last: one node of AIF" in links


def test_the_words_of_two_speakers_that_are_the_same_are_one_node() -> None:
    whole, _ = exported(ANN, BOB)
    texts = [node["text"] for node in whole["nodes"] if node["type"] == "I"]
    assert len(texts) == len(set(texts)) == 8
    assert {participant["surname"] for participant in whole["participants"]} == {"Able", "Bob"}
    (said,) = [one["start"] for one in whole["locutions"] if one["start"] and len(one["start"]) > 10]
    assert said == "2020-05-28 20:00:09"


def test_xaif_wraps_the_same() -> None:
    plain, _ = exported(ANN, BOB)
    whole, _ = exported(ANN, BOB, xaif="yes")
    assert {key: value for key, value in whole["AIF"].items() if value is not None} == plain
    assert whole["text"] == {"txt": ""}


def test_what_aif_cannot_hold_is_counted_with_its_place() -> None:
    _, told = exported(
        "issue trams: Trams?\n  position yes: Yes\n",
        "document a: T\n  author x: X\n  author y: Y\n  publisher: P\n\n"
        "claims one (likely): One.\n  answers trams: yes\n"
        "  note: n\n  tags: a, question\n  if two: Two.\n  because (explanation): Three.\n\nimplies four: Four.\n"
        "\ndenies five: Five.\n  because six: Six.\n  despite seven: Seven.\n"
        "\nlink one entails four\nlink one contrary-to five (0.5): Why.\n",
    )
    assert [line for line in told if not line.startswith("kept")] == [
        "changed: 1 document: each of its authors speaks for themselves (arguments/1.argmap)",
        "changed: 1 implied claim: AIF tells what is said, and that its force is not told (arguments/1.argmap, `four`)",
        "changed: 1 denial: AIF tells with whom somebody disagrees, and nobody is named (arguments/1.argmap, `five`)",
        "changed: 1 step: a reason for rejecting a claim is a conflict with it (arguments/1.argmap, `five`)",
        "dropped: 1 document title: in AIF, its speakers stand for it (arguments/1.argmap)",
        "dropped: 1 `publisher` line: AIF has no place for it (arguments/1.argmap)",
        "dropped: 1 strength: AIF has no place for it (arguments/1.argmap, `one`)",
        "dropped: 1 answer: AIF has no place for it (arguments/1.argmap, `one`)",
        "dropped: 1 `note` line: AIF has no place for it (arguments/1.argmap, `one`)",
        "dropped: 1 tag: AIF has no place for it (arguments/1.argmap, `one`)",
        "dropped: 1 step: AIF has nothing like `if` (arguments/1.argmap, `one`)",
        "dropped: 1 step: AIF has nothing like `explanation` (arguments/1.argmap, `one`)",
        "dropped: 1 step: `despite` under `denies` is not about what the claim says (arguments/1.argmap, `five`)",
        "dropped: 1 link: AIF has nothing like `entails`, or it is between positions (arguments/1.argmap)",
        "dropped: 1 link remark: AIF has no place for it (arguments/1.argmap)",
        "dropped: 1 issue: AIF has no questions with positions",
    ]


def test_a_speaker_without_a_claim_and_a_long_name_come_back(imported: Imports) -> None:
    long = "The Committee on the Trams of the Town and of the Villages around It"
    whole, _ = exported(f"document a: T\n  author x: {long}\n\nclaims one: One.\n", "document b: U\n  author y: Y: Z\n")
    made = imported("aif", {"n.json": json.dumps(whole).encode()})
    assert [actor.name for actor in made.loaded.corpus.actors.values()] == [long, "Y: Z"]
    assert len(made.loaded.corpus.documents) == 2


@pytest.mark.parametrize("relation", ["contradicts", "contrary-to"])
def test_claims_that_exclude_each_other_come_back_as_a_link(imported: Imports, relation: str) -> None:
    text = f"document a: T\n  author x: X\n\nclaims one: One.\n\nclaims two: Two.\n\nlink one {relation} two\n"
    whole, told = exported(text)
    made = imported("aif", {"n.json": json.dumps(whole).encode()})
    assert made.file("shared/links") == f"link n-x.one {relation} n-x.two\n"
    assert "kept: 1 link" in told
