"""What `unrelated-to` joins besides claims and positions, by which names, and that no other relation does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from parsing import parser

from argmap.language.tree import SyntaxFile
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId
from argmap.model.link import Joined, Unrelated
from argmap.resolve.corpus import Resolver, resolve
from argmap.source.finding import Finding
from argmap.source.text import SourceText

Understand = Callable[..., tuple[Corpus, list[Finding]]]
SHARED = """issue go: Go?
  was: went
  position yes: Yes
  position no: No
issue pay: Pay?
  position yes: Yes
  position no: No
actor king: The king
  was: prince
actor queen: The queen
term tram: A train in a street.
  was: tramway
term bus: A long car.
"""
ONE = """document one: One
  was: first
  author a: Ada
actor mayor: The mayor
  was: bailiff
term stop: Where trams stop.
  was: halt
claims build: Build it.
claims go: It goes.
"""
TWO = ONE.replace("one: One", "two: Two").replace("  was: first\n", "").replace("a: Ada", "b: Bo")


def told(understand: Understand, link: str, inside: str = "") -> tuple[list[tuple[str, ...]], list[str]]:
    """What else than claims and positions is unrelated, and the findings about it."""
    shared = SHARED if inside else f"{SHARED}link {link}\n"
    corpus, findings = understand(shared, ONE + (f"link {link}\n" if inside else ""), TWO)
    assert corpus.links == ()
    codes = [finding.code for finding in findings if finding.code not in ("A205", "A301", "A302", "A303", "A501")]
    return [(one.joined, one.source, one.target) for one in corpus.unrelated], codes


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("one.build unrelated-to go", (Joined.CLAIM_AND_ISSUE, "one.build", "go")),
        ("go unrelated-to one.build", (Joined.CLAIM_AND_ISSUE, "one.build", "go")),
        ("go unrelated-to pay", (Joined.ISSUES, "go", "pay")),
        ("king unrelated-to queen", (Joined.ACTORS, "king", "queen")),
        ("a unrelated-to queen", (Joined.ACTORS, "a", "queen")),
        ("one.mayor unrelated-to two.mayor", (Joined.ACTORS, "one.mayor", "two.mayor")),
        ("one.mayor unrelated-to king", (Joined.ACTORS, "one.mayor", "king")),
        ("tram unrelated-to bus", (Joined.TERMS, "tram", "bus")),
        ("one.stop unrelated-to two.stop", (Joined.TERMS, "one.stop", "two.stop")),
    ],
)
def test_what_it_joins(understand: Understand, link: str, expected: tuple[str, ...]) -> None:
    assert told(understand, link) == ([expected], [])


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("build unrelated-to pay", (Joined.CLAIM_AND_ISSUE, "one.build", "pay")),
        # A claim of the document goes before an issue of its name.
        ("go unrelated-to pay", (Joined.CLAIM_AND_ISSUE, "one.go", "pay")),
        ("mayor unrelated-to two.mayor", (Joined.ACTORS, "one.mayor", "two.mayor")),
        ("stop unrelated-to tram", (Joined.TERMS, "one.stop", "tram")),
    ],
)
def test_a_name_alone_is_that_of_its_document_first(
    understand: Understand, link: str, expected: tuple[str, ...]
) -> None:
    assert told(understand, link, inside="one") == ([expected], [])


@pytest.mark.parametrize(
    ("former", "now"),
    [
        ("one.build unrelated-to went", "one.build unrelated-to go"),
        ("first.build unrelated-to go", "one.build unrelated-to go"),
        ("prince unrelated-to queen", "king unrelated-to queen"),
        ("bus unrelated-to tramway", "bus unrelated-to tram"),
        ("one.bailiff unrelated-to king", "one.mayor unrelated-to king"),
        ("first.mayor unrelated-to king", "one.mayor unrelated-to king"),
        ("one.halt unrelated-to bus", "one.stop unrelated-to bus"),
    ],
)
def test_a_former_id_is_what_had_it_with_a_note(understand: Understand, former: str, now: str) -> None:
    (found,), codes = told(understand, former)
    assert codes == ["A113"]
    assert ([found], []) == told(understand, now)
    corpus, findings = understand(f"{SHARED}link {former}\n", ONE, TWO)
    (fix,) = [finding.fix for finding in findings if finding.code == "A113"]
    assert fix is not None
    text = f"{SHARED}link {former}\n"
    assert text[: fix.place.span.start] + fix.replacement + text[fix.place.span.end :] == f"{SHARED}link {now}\n"
    assert len(corpus.unrelated) == 1


@pytest.mark.parametrize(
    ("link", "codes"),
    [
        ("king unrelated-to go", ["A602"]),
        ("go unrelated-to go.yes", ["A602"]),
        ("one.build unrelated-to go.yes", ["A602"]),
        ("tram unrelated-to king", ["A602"]),
        ("go unrelated-to pays", ["A101"]),
        ("one.build unrelated-to pays", ["A101"]),
        ("one.bild unrelated-to pay", ["A103"]),
        ("king unrelated-to queens", ["A104"]),
        ("tram unrelated-to busses", ["A103"]),
        ("go unrelated-to go", ["A603"]),
        ("nothing unrelated-to nobody", ["A103", "A103"]),
        ("go same-as pay", ["A103", "A103"]),
        ("one.build in-tension-with go", ["A103"]),
        ("king same-as queen", ["A103", "A103"]),
        ("tram same-as bus", ["A103", "A103"]),
    ],
)
def test_what_it_does_not_join_and_what_no_other_relation_does(
    understand: Understand, link: str, codes: list[str]
) -> None:
    found, said = told(understand, link)
    assert (len(found), said) == (int(codes == ["A603"]), codes)


def test_a_link_that_is_there_twice_is_found_from_either_end(understand: Understand) -> None:
    _, findings = understand(f"{SHARED}link go unrelated-to pay\nlink pay unrelated-to go\n")
    assert [finding.code for finding in findings if finding.code[:2] == "A6"] == ["A604"]


def test_what_is_unrelated_can_be_asked_from_either_end(understand: Understand) -> None:
    links = "link one.build unrelated-to go\nlink go unrelated-to pay\nlink one.stop unrelated-to two.stop\n"
    more = "link one.build unrelated-to two.build\nlink go.yes unrelated-to pay.no\nlink one.go same-as two.go\n"
    corpus, _ = understand(SHARED + links + more, ONE, TWO)
    pairs = {
        Joined.CLAIM_AND_ISSUE: ("one.build", "go"),
        Joined.ISSUES: ("go", "pay"),
        Joined.TERMS: ("one.stop", "two.stop"),
        Joined.CLAIMS: ("one.build", "two.build"),
        Joined.POSITIONS: ("go.yes", "pay.no"),
    }
    for joined, (one, other) in pairs.items():
        assert corpus.are_unrelated(joined, one, other) and corpus.are_unrelated(joined, other, one)
    assert not corpus.are_unrelated(Joined.ACTORS, "one.stop", "two.stop")
    assert not corpus.are_unrelated(Joined.CLAIMS, "one.go", "two.go")
    assert not corpus.are_unrelated(Joined.CLAIM_AND_ISSUE, "one.build", "pay")
    assert corpus.claims[ClaimId("one.build")].answers == ()


@pytest.mark.parametrize(
    ("link", "before", "after"),
    [
        ("one.mayor unrelated-to king", "actor mayor", "actor major"),
        ("one.stop unrelated-to tram", "term stop", "term stops"),
        ("one.build unrelated-to go", "claims build", "claims lay"),
        ("one.mayor unrelated-to king", "actor mayor", "claims mayor"),
    ],
)
def test_a_name_that_means_something_else_is_read_again(link: str, before: str, after: str) -> None:
    files = {"shared": SHARED, "links": f"link {link}\n", "one": ONE}

    def parsed(text: str) -> SyntaxFile:
        return parser().parse(SourceText(text[:8], text)).value

    kept = {name: parsed(text) for name, text in files.items()}
    resolver = Resolver()

    def state(one: str) -> tuple[Unrelated, ...]:
        kept["one"] = parsed(one)
        now = [kept[name] for name in files]
        found = resolver.resolve(now, schemes=frozenset(), version=2).value
        assert found == resolve(now, schemes=frozenset(), version=2).value
        return found.unrelated

    assert len(state(ONE)) == 1
    assert state(ONE.replace(before, after)) == ()
    assert len(state(ONE)) == 1
