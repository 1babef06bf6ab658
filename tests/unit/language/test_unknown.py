"""Lines that begin with no word of the language, and what is said of them."""

import pytest

from argmap.language.words import FIELDS, JOINING, STATEMENTS, STEPS, UNDER
from argmap.source.finding import Finding, Outcome

from .conftest import Parse

HEADS = {
    "document": "document d: D\n",
    "author": "document d: D\n  author a: A\n",
    "section": "section: S\n",
    "issue": "issue i: I\n",
    "position": "issue i: I\n  position p: P\n",
    "actor": "actor a: A\n",
    "term": "term t: T\n",
    "link": "link a.b same-as c.d\n",
    **{word: f"{word} x: X\n" for word in STATEMENTS - {"document", "section", "issue", "actor", "term", "link"}},
    **{word: f"claims x: X\n  because y: Y\n  {word} z: Z\n" for word in ("and", "undercut")},
    **{word: f"claims x: X\n  {word} z: Z\n" for word in STEPS - {"and", "undercut"}},
}
LINES = {
    **{word: f"{word}: x" for word in FIELDS},
    **{word: f"{word} x: X" for word in (*STEPS, "position", "author")},
    "answers": "answers i: p",
    "at": 'at: "a cue"',
    "step-at": 'step-at: "a cue"',
}


def test_the_words_that_can_stand_under_a_line_are_those_of_the_grammar(parse: Parse) -> None:
    assert set(UNDER) == set(HEADS)
    for head, text in HEADS.items():
        last = text.splitlines()[-1]
        pad = " " * (len(last) - len(last.lstrip()) + 2)
        for word, line in LINES.items():
            # What belongs to a step needs it beside it.
            before = f"{pad}because q: Q\n" if word in JOINING and word in UNDER[head] else ""
            outcome = parse(f"{text}{before}{pad}{line}\n")
            assert (word in UNDER[head]) == (outcome.findings == ()), (head, word)


def only(outcome: Outcome[object]) -> Finding:
    (finding,) = outcome.findings
    return finding


@pytest.mark.parametrize(
    ("head", "line", "meant"),
    [
        ("claims x: X", "since heated: H", "because"),
        ("claims x: X", "Although heated: H", "despite"),
        ("claims x: X", "BECAUSE heated: H", "because"),
        ("claims x: X", "since heated", "because"),
        ("document d: D", "journal: X", "publisher"),
        ("document d: D", "year: 2021", "date"),
        ("issue i: I", "answer yes: Y", "position"),
        ("claims x: X", "answer i: y", "answers"),
        ("claims x: X", "counterargument heated: H", "objection"),
        ("claims x: X", "deadline: 2030", "until"),
        ("claims x: X", "uttered: 2030", "said"),
        ("claims x: X", "annotator: Me", "by"),
        ("link a.b same-as c.d", "confidence: 0.5", "sure"),
        ("actor a: A", "abbreviation: X", "short"),
        ("issue i: I", "theme: X", "topic"),
        ("document d: D", "silence: i", "silent"),
    ],
)
def test_words_near_in_meaning_are_known_where_they_can_stand(parse: Parse, head: str, line: str, meant: str) -> None:
    finding = only(parse(f"{head}\n  {line}\n"))
    assert finding.message.endswith(f"did you mean `{meant}`?")
    assert finding.fix is not None
    assert finding.fix.replacement == meant


def test_who_says_something_may_be_the_author_or_somebody_else(parse: Parse) -> None:
    finding = only(parse("claims x: X\nargues y: Y\n"))
    assert finding.message.endswith("did you mean `claims` or `reports`?")
    assert finding.fix is None


@pytest.mark.parametrize(
    "line", ["  as the city grew larger", "  soon and in one go", "larger every year by far", "wraps here"]
)
def test_what_looks_like_text_is_first_taken_for_text(parse: Parse, line: str) -> None:
    finding = only(parse(f"claims x: X\n{line}\n"))
    assert finding.help.startswith("if it goes on with the text above, begin it with `|`")
    assert finding.fix is None


def test_words_that_can_stand_there_are_listed(parse: Parse) -> None:
    for head, listed in (("document d: D", "`author`, `date`, `publisher`"), ("actor a: A", "`also`, `speaks-for`")):
        assert listed in only(parse(f"{head}\n  zzz: Z\n")).help


@pytest.mark.parametrize("blank", ["\u00a0", "\u2003\u2003", "  \u3000", "\u202f "])
def test_blanks_that_are_no_spaces_are_named(parse: Parse, blank: str) -> None:
    finding = only(parse(f"claims x: X\n{blank}because y: Y\n"))
    assert finding.code == "A006"
    assert f"U+{ord(blank.strip(' ')[0]):04X}" in finding.message


@pytest.mark.parametrize(
    ("line", "meant"), [("said x: It rains.", "claims"), ("topic: Rain", "issue"), ("topic rain: Rain?", "issue")]
)
def test_a_field_that_is_meant_for_a_statement_is_told_of_it(parse: Parse, line: str, meant: str) -> None:
    finding = only(parse(f"{line}\n"))
    assert finding.code == "A011"
    assert f"`{meant}`" in finding.help
