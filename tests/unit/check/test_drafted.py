"""The harder rules for drafts: what each finds in a sentence and a claim, and what it leaves alone."""

from __future__ import annotations

from time import perf_counter

import pytest

from argmap.project.corpus_loader import load_checked
from argmap.source.finding import Finding, Severity
from argmap.source.text import SourceText
from argmap.workspace.project_files import Input
from argmap.workspace.reader import Reading

HEAD = """\
document harbour: Should the harbour be deepened?
  author author-a: Author A
  source: harbour.txt
  by: a language model

actor council: The city council
actor pilots: The pilots
  also: steersmen
actor china: China
actor ming: Zhang Ming
  speaks-for: china

"""


def found(source: str, encoding: str, head: str = HEAD) -> list[Finding]:
    given = Input(project=None, readings=(Reading(source=SourceText("harbour.argmap", head + encoding)),))
    texts = {"harbour.txt": SourceText("harbour.txt", source)}
    return [one for one in load_checked(given, texts, as_drafts=True).findings if one.code[:2] in ("A5", "A8")]


def codes(source: str, encoding: str, head: str = HEAD) -> list[str]:
    return [finding.code for finding in found(source, encoding, head)]


def of_one(source: str, claim: str) -> list[str]:
    """What is found of a claim in a source in which the words of its cue stand between brackets."""
    words = source[source.index("<") + 1 : source.index(">")]
    return codes(source.replace("<", "").replace(">", ""), f'{claim}\n  at: "{words}"\n')


def test_without_the_rules_for_drafts_nothing_of_them_is_found() -> None:
    given = Input(
        project=None, readings=(Reading(source=SourceText("a.argmap", HEAD + "claims a: It never rains.\n")),)
    )
    known = load_checked(given, {"harbour.txt": SourceText("harbour.txt", "They say that it rains.")})

    assert [one.code for one in known.findings if one.code[:2] in ("A5", "A8")] == ["A506"]


@pytest.mark.parametrize(
    ("head", "claim", "expected"),
    [
        (HEAD, 'claims a: Ships get stuck.\n  at: "too shallow"\n', []),
        (HEAD.replace("  by: a language model\n", ""), 'claims a: Ships get stuck.\n  at: "too shallow"\n', ["A801"]),
        (
            HEAD.replace("  by: a language model\n", ""),
            'claims a: Ships get stuck.\n  at: "too shallow"\n  by: a model\n',
            [],
        ),
        (HEAD, "claims a: Ships get stuck.\n", ["A802"]),
        (HEAD, "claims a: Ships get stuck.\n  at: 1\n", ["A802"]),
        (HEAD, 'claims a: Ships get stuck.\n  at: "far too shallow"\n', ["A501"]),
        (HEAD, "implies a: Ships get stuck.\n", []),
        (
            HEAD.replace("harbour.txt", "https://x.example"),
            'claims a: Ships get stuck.\n  at: "too shallow"\n',
            ["A803"],
        ),
        (HEAD.replace("  source: harbour.txt\n", ""), "claims a: Ships get stuck.\n", ["A803"]),
        (HEAD.replace("harbour.txt", "harbor.txt"), 'claims a: Ships get stuck.\n  at: "too shallow"\n', ["A504"]),
    ],
)
def test_what_proves_a_draft(head: str, claim: str, expected: list[str]) -> None:
    findings = found("The harbour is too shallow.", claim, head)

    assert [finding.code for finding in findings] == expected
    assert all(finding.severity is Severity.ERROR and finding.help for finding in findings)


@pytest.mark.parametrize(
    ("said", "claim", "expected"),
    [
        ("Bigger <ships carry> most goods of the region.", "Bigger ships carry most goods today.", ["A804"]),
        ("Bigger <ships carry> most goods of the region.", "Bigger ships carry the goods.", []),
        ("The <city of> New York Port Authority pays.", "Money of the New York Port Authority flows.", []),
        ("It is <one of> the first of its kind.", "This is one of the first to pay.", []),
        (
            "Bigger <ships carry> most goods of the whole wide region.",
            "Bigger ships carry most goods of the whole wide region.",
            ["A507"],
        ),
    ],
)
def test_copied_words(said: str, claim: str, expected: list[str]) -> None:
    assert of_one(said, f"claims a: {claim}") == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("The pilots say that the port is <too shallow>.", ["A805"]),
        ("The port, the pilots said, is small. They warned that <it is shallow>.", ["A805"]),
        ("According to the pilots, the port is <too shallow>.", ["A805"]),
        ("The port is reportedly <too shallow>.", ["A805"]),
        ("The pilots are worried that the port is <too shallow>.", ["A805"]),
        ("The port is said to be <too shallow>.", ["A805"]),
        ("“The port is <too shallow>,” the pilots said.", ["A805"]),
        ("The claim of the pilots that the port is <too shallow> is old.", ["A805"]),
        ("I believe that the port is <too shallow>.", []),
        ("This report argues that the port is <too shallow>.", []),
        ("Having said that, the port is <too shallow>.", []),
        ("It is hard to believe that the port is <too shallow>.", []),
        ("It cannot be denied that the port is <too shallow>.", []),
        ("The pilots say that they sleep; the port is <too shallow>.", []),
        ("The pilots say that they sleep, but the port is <too shallow>.", []),
        ("The pilots praised the port, which is <too shallow>.", []),
        ("The port is <too shallow>.", []),
    ],
)
def test_what_others_say_is_not_the_authors(said: str, expected: list[str]) -> None:
    assert of_one(said, "claims a: Ships run aground there.") == expected


def test_a_claim_that_tells_who_says_so_may_be_the_authors() -> None:
    said = "The pilots say that the port is <too shallow>."

    assert of_one(said, "claims a: The pilots believe in small ships.") == []
    assert of_one(said, "reports a from pilots: Ships run aground there.") == []
    assert of_one(said, "endorses a from pilots: Ships run aground there.") == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("The pilots know the port. Ships <get stuck there> each week.", []),
        ("The pilots steer ships. Ships <get stuck there> each week.", ["A806"]),
        ("The pilots steer. “Ships <get stuck there> each week.”", []),
        ("For the pilots, this is bad. Many think so. Ships <get stuck there> each week.", []),
    ],
)
def test_what_nobody_says_is_not_reported(said: str, expected: list[str]) -> None:
    assert of_one(said, "reports a from pilots: Ships run aground there.") == expected


@pytest.mark.parametrize(
    ("said", "claim", "expected"),
    [
        ("The dock <may bring trade> here.", "claims a: Business grows.", ["A807"]),
        ("The dock <may bring trade> here.", "claims a (possible): Business grows.", []),
        ("The dock <may bring trade> here.", "claims a (likely): Business grows.", []),
        ("The dock <may bring trade> here.", "claims a (certain): Business grows.", ["A807"]),
        ("The dock <may bring trade> here.", "claims a: Business could grow.", []),
        ("The dock <brings trade> here.", "claims a (likely): Business grows.", ["A807"]),
        ("The dock <brings trade> here.", "claims a: Business grows.", []),
        ("The town <should build> a dock.", "claims a: The town builds a dock.", ["A807"]),
        ("The town <should build> a dock.", "claims a (should): The town builds a dock.", []),
        ("The town <builds a dock> now.", "claims a (must): A dock is built.", ["A807"]),
        ("It opened in <May with a> dock.", "claims a: Business grows.", []),
        ("The dock <brings trade>, and it may please some.", "claims a: Business grows.", []),
        ("While it may rain, the dock <brings trade>.", "claims a: Business grows.", []),
        ("The dock <cannot bring trade> here.", "claims a: Business does not grow.", []),
        ("The dock is <hardly likely to> bring trade.", "claims a: Business grows little.", ["A807"]),
        ("The dock <may bring trade> here.", "supposes a: Business grows.", []),
    ],
)
def test_strengths(said: str, claim: str, expected: list[str]) -> None:
    assert of_one(said, claim) == expected


def test_the_strength_to_write_is_that_of_the_word() -> None:
    (finding,) = found("The dock probably brings trade.", 'claims a: Business grows.\n  at: "probably brings trade"\n')

    assert finding.help.startswith("write `(likely)`")
    assert finding.label == "“The dock probably brings trade.”"


def test_what_is_unlikely_is_likely_not_so() -> None:
    cue = '\n  at: "unlikely to build it"\n'

    for claim, strength in (("A dock will come.", "unlikely"), ("No dock will come.", "likely")):
        (finding,) = found("The town is unlikely to build it.", f"claims a: {claim}{cue}")
        assert finding.help.startswith(f"write `({strength})`")


@pytest.mark.parametrize(
    ("said", "holder", "expected"),
    [
        ("The pilots say that the port is <too shallow>.", "pilots", []),
        ("The steersmen say that the port is <too shallow>.", "pilots", []),
        ("The pilots say that the port is <too shallow>.", "council", ["A808"]),
        ("The pilots met. They sat. They say that the port is <too shallow>.", "pilots", []),
        ("Chinese officials say that the port is <too shallow>.", "china", []),
        ("Zhang says that the port is <too shallow>.", "china", []),
        ("Beijing says that the port is <too shallow>.", "china", ["A808"]),
        ("China's envoy says that the port is <too shallow>.", "ming", []),
    ],
)
def test_holders(said: str, holder: str, expected: list[str]) -> None:
    assert of_one(said, f"reports a from {holder}: Ships run aground there.") == expected


@pytest.mark.parametrize(
    ("said", "claim", "expected"),
    [
        ("The town <never built> a dock.", "claims a: A dock was built.", ["A809"]),
        ("The town <never built> a dock.", "claims a: No dock was built.", []),
        ("The town <never built> a dock.", "claims a: A dock is lacking.", []),
        ("The town <built a dock> and nothing else.", "claims a: A dock was built.", []),
        ("The town <built not only> a dock.", "claims a: A dock was built.", []),
        ("The town <built a dock> in spring.", "claims a: A dock was not built.", ["A809"]),
        ("The town <failed to build> a dock.", "claims a: A dock was not built.", []),
        ("The town <built a dock> in spring.", "denies a: A dock was built.", ["A809"]),
        ("It is false that the town <built a dock>.", "denies a: A dock was built.", []),
    ],
)
def test_denials(said: str, claim: str, expected: list[str]) -> None:
    assert of_one(said, claim) == expected


def test_one_of_several_cues_can_speak_for_a_claim() -> None:
    source = "The dock may bring trade. It brings trade. The pilots say that it brings jobs."
    two = 'claims a: Business grows.\n  at: "may bring trade"\n  at: "It brings trade"\n'

    assert codes(source, two) == []
    assert codes(source, two.replace("It brings trade", "that it brings jobs")) == []


def test_other_languages_are_said_to_be_unknown_once() -> None:
    head = HEAD.replace("  by:", "  language: ko\n  by:")
    source = "항구가 너무 얕다고 한다. 도시는 배를 원한다."
    encoding = 'claims a: Ships run aground.\n  at: "너무 얕다고"\nclaims b: Ships are wanted.\n  at: "배를 원한다"\n'

    (note,) = found(source, encoding, head)
    assert (note.code, note.severity) == ("A810", Severity.NOTE)
    assert codes(source, encoding + "claims c: It rains.\n", head) == ["A810", "A802"]


@pytest.mark.parametrize("end", [". ", ", ", "\n", " "])
def test_the_cost_grows_in_line_with_the_text(end: str) -> None:
    count = 1_000
    source = "".join(f"The pilots say that dock {number} may never bring much trade{end}" for number in range(count))
    encoding = "".join(f'claims a{number}: Berth {number}.\n  at: "dock {number} may"\n' for number in range(count))
    start = perf_counter()

    assert codes(source, encoding).count("A805") == count
    assert perf_counter() - start < 20
