"""Nothing that a statement can say changes in silence: every field of every statement, and every part of a line.

The table of the language says which fields there are, so that a new one is tried here before it is told anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations, permutations

import pytest
from parsing import parser

from argmap.diff.differ import diff
from argmap.diff.fingerprint import fingerprint
from argmap.diff.rule import Rule
from argmap.diff.significance import judge
from argmap.language.words import JOINING, SCHEMES, STEPS, UNDER, VERBS, Kind, Relation
from argmap.model.corpus import Corpus
from argmap.resolve.corpus import resolve
from argmap.source.text import SourceText

SHARED = """issue go: Should it be done?
  position yes: It should
  position no: It should not
  position later: Later
issue pace: How fast?
  position fast: At once
  position slow: Later
actor envoy: The envoy
actor mayor: The mayor
actor press: The press
link main.first contrary-to other.elsewhere
"""
OTHER = """document other: Other
  author author-b: Author B
claims elsewhere: Elsewhere.
  answers go: yes
"""
DOCUMENT = """document main: Main
  author author-a: Author A
claims first: First.
  answers go: yes
claims second: Second.
  answers go: no
claims third: Third.
"""
"""Both answers are given elsewhere, too: what one claim answers is told even where the author's stance stays."""

VALUES = {
    "answers": (" go: yes", " go: no"),
    "as-of": (": 2020", ": 2021"),
    "at": (': 3 "a few words"', ': 4 "a few words"', ': 3 "other words"'),
    "author": (" mayor", " envoy"),
    "cites": (": A letter", ": A book"),
    "tags": (": one, two", ": one"),
    "note": (": A note", ": Another remark"),
    "step-at": (': 3 "a few words"', ': 4 "a few words"', ': 3 "other words"'),
    "step-note": (": A note", ": Another remark"),
    "level": (": 2",),
    "kind": tuple(f": {kind.value}" for kind in Kind),
    "was": (": once", ": formerly"),
    "date": (": 2020", ": 2021"),
    "publisher": (": A press", ": A paper"),
    "source": (": a.txt", ": b.txt"),
    "language": (": de", ": fr"),
    "thesis": (": second", ": third"),
    "position": (" maybe: Perhaps", " maybe: If need be"),
    "order": (": yes > later > no", ": later > yes > no"),
    "compatible": (": yes, later", ": no, later"),
    "also": (": Sometimes", ": Often"),
    "speaks-for": (": mayor", ": envoy"),
    "until": (": 2030", ": 2030-06"),
    "said": (": 2020-05-01", ": 2020-05-01T12:30"),
    "by": (": The editors", ": A student"),
    "sure": (": 0.5", ": 0.9"),
    "short": (": One", ": Two"),
    "topic": (": Streets", ": Trams"),
    "silent": (": go", ": pace"),
    "exhaustive": (": yes, no", ": yes, later"),
    "changes": (": yes", ": no"),
    **dict.fromkeys(STEPS, (": A reason.", ": Another ground.", " first")),
}
"""What stands after the word of a field, in several ways, each of which says something else."""


def head(above: str) -> tuple[str, str]:
    """A text that ends in a line of which the first word is `above`, and the blanks before what stands under it."""
    if above in VERBS:
        return f"{DOCUMENT}{above} main-claim: The main claim.\n", "  "
    if above in STEPS:
        first = "  because ground: A ground.\n" if above in ("and", "undercut") else ""
        return f"{DOCUMENT}claims main-claim: The main claim.\n{first}  {above} premise: A premise.\n", "    "
    return {
        "document": ("document main: Main\n", "  "),
        "author": ("document main: Main\n  author author-a: Author A\n", "    "),
        "section": (f"{DOCUMENT}section: The first\nsection: A heading\n", "  "),
        "issue": (f"{DOCUMENT}issue more: More?\n  position yes: Yes\n  position no: No\n  position later: L\n", "  "),
        "position": (f"{DOCUMENT}issue more: More?\n  position yes: Yes\n  position no: No\n", "    "),
        "actor": (f"{DOCUMENT}actor consul: The consul\n", "  "),
        "term": (f"{DOCUMENT}term tram: A railway\n", "  "),
        "link": (f"{DOCUMENT}link main.second contradicts other.elsewhere: So.\n", "  "),
    }[above]


def tail(above: str) -> str:
    return DOCUMENT.partition("\n")[2].partition("\n")[2] if above in ("document", "author") else ""


@cache
def read(text: str) -> Corpus:
    return resolve([parser().parse(SourceText(f"{n}", one)).value for n, one in enumerate((SHARED, OTHER, text))]).value


def told(old: str, new: str) -> list[Rule]:
    difference = diff(read(old), read(new))
    judged = tuple(judge(difference.changes))
    assert len(judged) == len(difference.changes)
    prints = [fingerprint(change, difference) for change in difference.changes]
    assert len(set(prints)) == len(prints)
    return [each.change.rule for each in judged]


def states(above: str, field: str) -> Iterator[str]:
    """The text with each value of a field, and without the field."""
    start, blanks = head(above)
    if field in JOINING:
        start += f"{blanks}because: There is a step.\n"
    yield from (f"{start}{blanks}{field}{value}\n{tail(above)}" for value in VALUES[field])
    if not (above == "document" and field == "author"):
        yield start + tail(above)


PLACES = sorted((above, field) for above, fields in UNDER.items() for field in fields)


@pytest.mark.parametrize(("above", "field"), PLACES, ids=lambda word: word)
def test_a_field_that_changes_comes_or_goes_is_told(above: str, field: str) -> None:
    silent = [(old, new) for old, new in permutations(states(above, field), 2) if not told(old, new)]
    assert not silent


def voices(verb: str) -> list[str]:
    held = [" from envoy", " from mayor", " from envoy, mayor", " from press quoting envoy"]
    if verb in ("reports", "endorses"):
        return held
    return ["", *held] if verb not in ("claims", "supposes") else [""]


ANSWERED = "claims first: First.\n  answers go: yes\nclaims second: Second.\n  answers go: no\n"
BESIDE = {
    "alone": "",
    "beside the same": ANSWERED
    + "".join(
        f"reports {actor}-{answer} from {actor}: The {actor} on {answer}.\n  answers go: {answer}\n"
        for actor in ("envoy", "mayor", "press")
        for answer in ("yes", "no")
    ),
}
"""What stands beside a claim: nothing, or every answer by everybody."""

STRENGTHS = [
    "",
    *(f" ({degree})" for degree in ("certain", "possible", "unlikely", "must", "could", "likely..certain")),
]
HEADS = {
    "verb": [f"{verb} x{said}: It should be so." for verb in sorted(VERBS) for said in voices(verb)],
    "strength": [f"{verb} x{said}: It should be so." for verb in ("claims", "denies") for said in STRENGTHS],
    "ascribed": [f"reports x from envoy{said}: It should be so." for said in STRENGTHS],
    "supposed": [f"supposes x{said}: It should be so." for said in STRENGTHS],
    "doubted": [f"doubts x from envoy{said}: It should be so." for said in STRENGTHS],
}
UNDER_IT = {
    "nothing": "",
    "an answer": "  answers go: yes\n",
    "an answer of another": "  answers go: yes (likely) from mayor\n",
}


@pytest.mark.parametrize("under", UNDER_IT)
@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize("heads", HEADS)
def test_a_head_that_changes_is_told(heads: str, beside: str, under: str) -> None:
    start = f"document main: Main\n  author author-a: Author A\n{BESIDE[beside]}"
    every = [f"{start}{head}\n{UNDER_IT[under]}" for head in HEADS[heads]]
    silent = [(old, new) for old, new in combinations(every, 2) if not told(old, new)]
    assert not silent


LINES = {
    "a title": ["document main: Main\n", "document main: Another title\n"],
    "an author": ["document main: Main\n  author a: Somebody\n", "document main: Main\n  author a: Another\n"],
    "a heading": ["", "section: One\n", "section: Two\n", "section: One\nsection: Two\n"],
    "the place of a heading": [
        "section: One\nsection: Two\nsection: Three\n",
        "section: One\nsection: Two\n  level: 2\nsection: Three\n",
        "section: One\nsection: Two\n  level: 2\nsection: Three\n  level: 2\n",
        "section: One\nsection: Two\n  level: 2\nsection: Three\n  level: 3\n",
        "section: One\nsection: Two\nsection: Three\n  level: 2\n",
    ],
    "a note under a heading": ["section: One\n", "section: One\n  note: Here\n", "section: One\n  note: There\n"],
    "a text": ["claims x: The town.\n", "claims x: The country.\n"],
    "a question": [f"issue more: {asked}?\n  position a: A\n  position b: B\n" for asked in ("More", "What")],
    "an actor": ["", "actor consul: The consul\n", "actor consul: The king\n"],
    "a term": ["", "term tram: A railway\n", "term tram: A bus\n"],
    "a link": [
        "",
        *(
            f"link main.third {relation} other.elsewhere{confidence}{why}\n"
            for relation in Relation
            for confidence in ("", " (0.5)", " (0.9)")
            for why in ("", ": So.", ": Therefore.")
        ),
        "link other.elsewhere supersedes main.third\n",
        "link other.elsewhere entails main.third\n",
    ],
    "what is unrelated": [
        "",
        *(
            f"link {ends}{said}\n"
            for ends in ("go unrelated-to pace", "main.third unrelated-to go", "envoy unrelated-to mayor")
            for said in ("", " (0.5)", ": So.", "\n  note: Here", "\n  by: Somebody")
        ),
    ],
    "a scheme": [
        f"claims x: X.\n  {step}{scheme}: Y.\n"
        for step in ("because", "despite")
        for scheme in ("", *(f" ({scheme})" for scheme in SCHEMES))
    ],
    "several schemes": [
        f"claims x: X.\n  because ({schemes}): Y.\n" for schemes in ("sign", "cause", "cause, sign", "example, sign")
    ],
    "what is said of a step": [
        f"claims x: X.\n  {step} first\n{linked}{said}"
        for step in ("because", "despite", "unless")
        for linked in ("", "  and second\n")
        for said in (
            "",
            "  step-note: So it says\n",
            "  step-note: Or so\n",
            "  step-at: 3\n",
            "  step-note: Or so\n  step-at: 3\n",
            "  step-note: Or so\n  step-note: So it says\n",
        )
    ],
    "schemes of two steps": [
        f"claims x: X.\n  because ({one}) first\n  because ({other}) second\n"
        for one in ("sign", "cause")
        for other in ("sign", "cause", "example")
    ],
}
"""A statement in several states, each of which says something else."""


@pytest.mark.parametrize("line", LINES)
def test_a_part_of_a_line_that_changes_is_told(line: str) -> None:
    has_head = line in ("a title", "an author")
    every = [state + DOCUMENT.partition("\n")[2] if has_head else DOCUMENT + state for state in LINES[line]]
    silent = [(old, new) for old, new in combinations(every, 2) if not told(old, new)]
    assert not silent
