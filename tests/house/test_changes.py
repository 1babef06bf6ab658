"""Every kind of change has one name, one opposite, one significance, and an example in which it is what happens."""

from __future__ import annotations

import pytest
from parsing import parser

from argmap.diff import field_kinds, kinds
from argmap.diff.change import Change
from argmap.diff.differ import diff
from argmap.diff.difference import Difference
from argmap.diff.kinds import KINDS, SIGNIFICANCE
from argmap.diff.rule import Rule
from argmap.diff.significance import Significance, judge
from argmap.model.corpus import Corpus
from argmap.resolve.corpus import resolve
from argmap.source.text import SourceText

SHARED = """issue go: Should it be done?
  position yes: It should
  position no: It should not
issue pace: How fast?
  position fast: At once
  position steady: Step by step
  position slow: Not for years
  order: fast > steady > slow
actor ministry: The ministry
term tram: A railway in a street.
link a.quiet unrelated-to b.loud
"""
LINES = """claims lines: Three lines are enough.
  as-of: 2020
  because count: Three roads are full.
  because near: Everybody lives near one.
"""
ONE = f"""document a: Trams now
  author author-a: Author A
  source: a.txt
section: Why
claims build (should): The town should build trams.
  answers go: yes
  because quiet: Trams are quiet.
    answers pace: steady
  and good: Quiet towns are good towns.
  despite dear: Trams cost a lot.
section: How
{LINES}claims last: That is all.
"""
TWO = """document b: No trams
  author author-b: Author B
claims leave: The town should leave its streets as they are.
  answers go: no
claims loud: Trams are loud.
  answers pace: slow
supposes rain: It rains.
"""
FILES = (SHARED, ONE, TWO)

ONE_WAY = ("added", "gained", "opened", "adopted", "grounded", "settled", "split")
OTHER_WAY = ("removed", "lost", "closed", "retracted", "ungrounded", "suspended", "merged")

EXAMPLES: dict[str, tuple[str, str, list[str]]] = {
    "the other answer": ("go: yes", "go: no", ["stance-reversed", "conflict-closed"]),
    "no answer any longer": ("  answers pace: slow\n", "", ["stance-retracted", "conflict-closed", "crux-lost"]),
    "a step along the scale": ("pace: steady", "pace: fast", ["stance-shifted"]),
    "left open": ("pace: slow", "pace: open", ["stance-suspended", "conflict-closed", "crux-lost"]),
    "less firmly": ("build (should)", "build (could)", ["stance-qualified", "verdict-changed"]),
    "what the ministry says": ("claims lines", "reports lines from ministry", ["attribution-changed"]),
    "a word that turns the claim": ("Trams are quiet", "Trams are not quiet", ["claim-negated"]),
    "another word": ("Trams are loud", "Trams are noisy", ["claim-reworded"]),
    "a claim more": ("claims last", "claims more: There is more.\nclaims last", ["claim-added"]),
    "two parts of one claim": (
        "claims last: That is all.",
        "claims last: That is it.\nclaims now: That is all.\n  was: last",
        ["claim-split"],
    ),
    "another id": ("claims last: That is all.", "claims final: That is all.\n  was: last", ["claim-renamed"]),
    "another section": (
        f"section: How\n{LINES}",
        f"{LINES}section: How\n",
        ["claim-moved"],
    ),
    "another year": ("as-of: 2020", "as-of: 2021", ["claim-redated"]),
    "a reason becomes a concession": ("because near", "despite near", ["support-flipped"]),
    "a reason more": ("  because near", "  because cheap: They are cheap.\n  because near", ["support-added"]),
    "the first reason": (
        "claims last: That is all.\n",
        "claims last: That is all.\n  because nothing: Nothing is left.\n",
        ["support-added", "conclusion-grounded"],
    ),
    "reasons taken together": ("because near", "and near", ["inference-regrouped"]),
    "a concession more": ("  because near", "  despite far: Some live far away.\n  because near", ["objection-added"]),
    "a condition": ("  because near", "  unless war: There is war.\n  because near", ["condition-added"]),
    "a link": (
        "link a.quiet",
        "link a.good contradicts b.loud\nlink a.quiet",
        ["link-added", "conflict-opened", "crux-gained"],
    ),
    "another relation": ("unrelated-to", "same-as", ["link-retyped"]),
    "a link that says the same": (
        "link a.quiet",
        "link a.good same-as b.loud\nlink a.quiet",
        ["link-added", "agreement-gained"],
    ),
    "a reason beside the only one": (
        "  despite dear",
        "  because near-by: Stops would be near.\n  despite dear",
        ["support-added", "crux-shifted"],
    ),
    "an issue more": (
        "issue pace",
        "issue cost: Is it dear?\n  position yes: It is\n  position no: It is not\nissue pace",
        ["issue-added"],
    ),
    "another question": ("How fast?", "How quickly?", ["issue-reworded"]),
    "another order": ("fast > steady > slow", "steady > fast > slow", ["issue-rescaled"]),
    "a position more": ("  order: fast", "  position never: Never\n  order: never > fast", ["position-added"]),
    "a position in other words": ("At once", "Right now", ["position-reworded"]),
    "a term more": ("term tram", "term bus: A long car.\nterm tram", ["term-added"]),
    "another meaning": ("A railway in a street", "A railway", ["term-redefined"]),
    "another thesis": ("  source: a.txt\n", "  source: a.txt\n  thesis: last\n", ["thesis-changed"]),
    "an author more": ("  source: a.txt\n", "  source: a.txt\n  author author-b\n", ["authorship-changed"]),
    "another source": ("a.txt", "b.txt", ["source-changed"]),
    "another date": ("  source: a.txt\n", "  source: a.txt\n  date: 2020\n", ["document-redated"]),
    "another title": ("Trams now", "Trams at once", ["title-changed"]),
    "a publisher": ("  source: a.txt\n", "  source: a.txt\n  publisher: A press\n", ["publisher-changed"]),
    "a language": ("  source: a.txt\n", "  source: a.txt\n  language: en\n", ["language-changed"]),
    "a heading reworded": ("section: How", "section: In which way", ["headings-changed"]),
    "a heading in another": (
        "section: How\n",
        "section: What\nsection: How\n  level: 2\n",
        ["headings-changed", "subsections-changed"],
    ),
    "an actor more": ("actor ministry", "actor mayor: The mayor\nactor ministry", ["actor-added"]),
    "another name": ("The ministry", "The opposition", ["actor-name-changed"]),
    "another author's name": ("Author B", "Author C", ["actor-name-changed"]),
    "a spokesman": ("The ministry\n", "The ministry\n  speaks-for: author-a\n", ["speaks-for-changed"]),
    "other names of an actor": ("The ministry\n", "The ministry\n  also: The office\n", ["aliases-changed"]),
    "other names of a term": ("in a street.\n", "in a street.\n  also: streetcar\n", ["aliases-changed"]),
    "a source of a claim": (
        "claims last: That is all.\n",
        "claims last: That is all.\n  cites: A letter\n",
        ["citations-changed"],
    ),
    "a place in the source": (
        "claims last: That is all.\n",
        'claims last: That is all.\n  at: 3 "all"\n',
        ["cues-changed"],
    ),
    "a tag": ("claims last: That is all.\n", "claims last: That is all.\n  tags: end\n", ["tags-changed"]),
    "a note": ("claims last: That is all.\n", "claims last: That is all.\n  note: So it ends\n", ["notes-changed"]),
    "a note on a question": ("How fast?\n", "How fast?\n  note: In years\n", ["notes-changed"]),
    "a former id": ("claims last: That is all.\n", "claims last: That is all.\n  was: end\n", ["former-ids-changed"]),
    "another sort of claim": (
        "claims last: That is all.\n",
        "claims last: That is all.\n  kind: fact\n",
        ["claim-kind-changed"],
    ),
    "what a supposition would answer": ("It rains.\n", "It rains.\n  answers go: yes\n", ["answers-changed"]),
    "a horizon": (
        "claims last: That is all.\n",
        "claims last: That is all.\n  until: 2030\n",
        ["horizon-changed"],
    ),
    "when it was said": (
        "claims last: That is all.\n",
        "claims last: That is all.\n  said: 2020-05-01T12:30\n",
        ["utterance-redated"],
    ),
    "who encoded a claim": (
        "claims last: That is all.\n",
        "claims last: That is all.\n  by: The editors\n",
        ["encoder-changed"],
    ),
    "how sure its encoder is": (
        "claims last: That is all.\n",
        "claims last: That is all.\n  sure: 0.5\n",
        ["sureness-changed"],
    ),
    "a short name": ("Author A\n", "Author A\n  short: Trams\n", ["short-name-changed"]),
    "a silence": ("  source: a.txt\n", "  source: a.txt\n  silent: pace\n", ["silence-changed"]),
    "answers of which one is right": (
        "  order: fast > steady > slow\n",
        "  order: fast > steady > slow\n  exhaustive: fast, steady, slow\n",
        ["exhaustive-changed"],
    ),
    "a kind of question": (
        "  order: fast > steady > slow\n",
        "  order: fast > steady > slow\n  kind: prediction\n",
        ["issue-kind-changed"],
    ),
    "an answer that never changes": (
        "  order: fast > steady > slow\n",
        "  order: fast > steady > slow\n  changes: no\n",
        ["changes-changed"],
    ),
    "a topic": (
        "  order: fast > steady > slow\n",
        "  order: fast > steady > slow\n  topic: Streets\n",
        ["topic-changed"],
    ),
    "another scheme": ("because count", "because (sign) count", ["scheme-changed"]),
    "a scheme more": ("because count", "because (sign, cause) count", ["scheme-changed"]),
    "a place of a step": ("roads are full.\n", "roads are full.\n  step-at: 3\n", ["step-cues-changed"]),
    "a note on a step": ("roads are full.\n", "roads are full.\n  step-note: So it goes\n", ["step-notes-changed"]),
    "a confidence": ("unrelated-to b.loud", "unrelated-to b.loud (0.8)", ["confidence-changed"]),
    "a reason for a link": ("unrelated-to b.loud", "unrelated-to b.loud: Two streets.", ["link-reason-changed"]),
    "a supposition less firm": ("supposes rain", "supposes rain (likely)", ["strength-changed"]),
    "a document less": (
        TWO,
        "",
        [
            "link-removed",
            "document-removed",
            "stance-retracted",
            "stance-retracted",
            "conflict-closed",
            "conflict-closed",
        ],
    ),
}
"""By what was edited: the old words, the new ones, and the rules that they are reported by."""


def read(texts: tuple[str, ...]) -> Corpus:
    files = [SourceText(f"{number}.argmap", text) for number, text in enumerate(texts)]
    return resolve([parser().parse(file).value for file in files]).value


def edited(old: str, new: str) -> tuple[Difference, Difference]:
    """What differs when words are replaced, and when that is taken back."""
    before, after = read(FILES), read(tuple(text.replace(old, new, 1) for text in FILES))
    assert after != before
    return diff(before, after), diff(after, before)


def test_every_rule_has_exactly_one_kind() -> None:
    assert sorted(kind.rule for kind in KINDS) == sorted(Rule)
    rooms = (kinds, field_kinds)
    named = {
        value
        for room in rooms
        for value in vars(room).values()
        if isinstance(value, type) and value.__module__ == room.__name__
    }
    assert named == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_mirrors_mirror_back_and_are_of_one_family(kind: type[Change]) -> None:
    assert kind.mirror.mirror is kind
    assert kind.mirror.__bases__ == kind.__bases__


@pytest.mark.parametrize("rule", Rule)
def test_whatever_can_come_can_go(rule: Rule) -> None:
    """And only what is called the same from both sides is its own opposite."""
    (kind,) = (kind for kind in KINDS if kind.rule is rule)
    subject, _, happened = rule.value.rpartition("-")
    opposites = dict(zip((*ONE_WAY, *OTHER_WAY), (*OTHER_WAY, *ONE_WAY), strict=True))
    assert kind.mirror.rule == f"{subject}-{opposites.get(happened, happened)}"


def test_every_rule_has_a_significance() -> None:
    assert set(SIGNIFICANCE) == set(Rule)
    assert set(SIGNIFICANCE.values()) == set(Significance)


@pytest.mark.parametrize("edit", EXAMPLES)
def test_an_edit_is_reported_as_what_it_is(edit: str) -> None:
    old, new, rules = EXAMPLES[edit]
    found, _ = edited(old, new)
    assert [change.rule for change in found.changes] == rules
    assert len(list(judge(found.changes))) == len(rules)


@pytest.mark.parametrize("edit", EXAMPLES)
def test_taken_back_it_is_the_mirror(edit: str) -> None:
    found, back = edited(*EXAMPLES[edit][:2])
    assert sorted(change.mirror.rule for change in back.changes) == sorted(change.rule for change in found.changes)


def test_no_kind_is_without_an_example() -> None:
    mirrors = {kind.rule.value: kind.mirror.rule.value for kind in KINDS}
    told = {rule for _, _, rules in EXAMPLES.values() for rule in rules}
    assert told | {mirrors[rule] for rule in told} == {rule.value for rule in Rule}
