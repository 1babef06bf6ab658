"""Where the things of a project are named, in every line that can name one, and that it is what the records say."""

from pathlib import Path

import pytest
from counting import calls
from harbour_town import FILES
from opened import at, name_of, opened, shown

from argmap.assist.occurrences import (
    Occurrence,
    ProjectNames,
    Role,
    Symbol,
    SymbolKind,
    declarations,
    occurrence_at,
    occurrences,
    occurrences_in,
)
from argmap.model.ids import PositionRef
from argmap.project.open_project import OpenProject, ProjectState
from argmap.source.text import Place

ISSUES = """\
issue trams: Trams?
  position yes: They should
    was: oui
  position later: Only later
  position no: They should not
  order: yes > later > no
  compatible: yes, later
  exhaustive: yes, no
  was: tramways

actor council: The council
  speaks-for: town

actor town: The town
  was: city

term tram: A train in a street
"""
FIRST = """\
document first: Trams now
  author author-a: Ada Able
  thesis: build
  silent: trams
  was: old-first

actor mayor: The mayor

section: What is said

claims build: Build trams.
  answers trams: not later from council, mayor
  was: old-build
  because quiet: Trams are quiet.
  because second.loud
  because old-build

reports debt from mayor quoting council: There is a debt.
  because second.loud

link first.build contrary-to second.leave: They exclude each other.
link trams.yes contrary-to tramways.no: They too.
"""
SECOND = """\
document second: No trams
  author author-b: Bo Brave

claims leave: Leave it.
  answers tramways: oui
  because loud: Trams are loud.
  because old-first.old-build

reports view from city: It is seen so.
  because first.unknown
"""


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> ProjectState:
    return opened(tmp_path_factory.mktemp("town"), {"issues": ISSUES, "first": FIRST, "second": SECOND})


def told(state: ProjectState, kind: str, name: str) -> list[str]:
    found = occurrences(state, Symbol(SymbolKind(kind), name))
    return [f"{shown(state, one.place)}{'' if one.role is Role.USES else f' {one.role}'}" for one in found]


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        (
            "claim",
            "first.build",
            [
                *("first:3 build", "first:11 build declares", "first:13 old-build was", "first:16 old-build"),
                *("first:21 build", "second:7 old-build"),
            ],
        ),
        ("claim", "second.loud", ["first:15 loud", "first:19 loud", "second:6 loud declares"]),
        (
            "document",
            "first",
            [
                "first:1 first declares",
                "first:5 old-first was",
                "first:21 first",
                "second:7 old-first",
                "second:10 first",
            ],
        ),
        ("document", "second", ["first:15 second", "first:19 second", "first:21 second", "second:1 second declares"]),
        (
            "issue",
            "trams",
            [
                *("first:4 trams", "first:12 trams", "first:22 trams", "first:22 tramways"),
                *("issues:1 trams declares", "issues:9 tramways was", "second:5 tramways"),
            ],
        ),
        (
            "position",
            "trams.yes",
            [
                *("first:22 yes", "issues:2 yes declares", "issues:3 oui was"),
                *("issues:6 yes", "issues:7 yes", "issues:8 yes", "second:5 oui"),
            ],
        ),
        ("position", "trams.later", ["first:12 later", "issues:4 later declares", "issues:6 later", "issues:7 later"]),
        ("actor", "council", ["first:12 council", "first:18 council", "issues:11 council declares"]),
        ("actor", "first.mayor", ["first:7 mayor declares", "first:12 mayor", "first:18 mayor"]),
        ("actor", "town", ["issues:12 town", "issues:14 town declares", "issues:15 city was", "second:9 city"]),
        ("actor", "author-a", ["first:2 author-a declares"]),
        ("term", "tram", ["issues:17 tram declares"]),
        ("section", "first#2", ["first:9 What is said declares"]),
        ("claim", "first.nobody", []),
    ],
)
def test_every_place_of_a_thing_is_found(state: ProjectState, kind: str, name: str, expected: list[str]) -> None:
    assert told(state, kind, name) == expected


@pytest.mark.parametrize(
    ("place", "symbol"),
    [
        ("thesis: |build", ("claim", "first.build")),
        ("thesis: build|\n", ("claim", "first.build")),
        ("link fir|st.build", ("document", "first")),
        ("link first.|build", ("claim", "first.build")),
        ("link tra|ms.yes", ("issue", "trams")),
        ("link trams.ye|s", ("position", "trams.yes")),
        ("not lat|er from", ("position", "trams.later")),
        ("council, ma|yor", ("actor", "first.mayor")),
        ("old-bui|ld\n  because quiet", ("claim", "first.build")),
    ],
)
def test_what_stands_at_an_offset(state: ProjectState, place: str, symbol: tuple[str, str]) -> None:
    found = occurrence_at(state, *at(state, "first", place))
    assert found is not None
    assert found.symbol == symbol


@pytest.mark.parametrize("place", ["bec|ause quiet", "Build| trams.", " |was: old-first", "answers trams: n|ot"])
def test_nothing_stands_where_no_name_does(state: ProjectState, place: str) -> None:
    assert occurrence_at(state, *at(state, "first", place)) is None


def test_an_unknown_claim_of_a_known_document_is_that_document(state: ProjectState) -> None:
    file, start = at(state, "second", "first.|unknown")
    assert occurrence_at(state, file, start + 2) is None
    found = occurrence_at(state, file, start - 3)
    assert found is not None
    assert found.symbol == ("document", "first")


def test_nothing_stands_in_a_file_that_is_not_there(state: ProjectState) -> None:
    assert occurrence_at(state, "arguments/none.argmap", 0) is None
    assert not list(occurrences_in(state, "arguments/none.argmap"))


def test_an_actor_of_the_document_goes_before_a_shared_one(tmp_path: Path) -> None:
    document = "document {0}: T\n  author a: A\n\n{1}reports x from council: X.\n"
    state = opened(
        tmp_path,
        {
            "actors": "actor council: The council\n",
            "one": document.format("one", "actor council: Its own\n\n"),
            "two": document.format("two", ""),
        },
    )
    assert told(state, "actor", "one.council") == ["one:4 council declares", "one:6 council"]
    assert told(state, "actor", "council") == ["actors:1 council declares", "two:4 council"]


def test_authors_of_several_documents_are_one(tmp_path: Path) -> None:
    state = opened(tmp_path, {"one": "document one: T\n  author a: A\n", "two": "document two: T\n  author a\n"})
    assert told(state, "actor", "a") == ["one:2 a declares", "two:2 a"]


def test_documents_of_one_id_keep_apart(tmp_path: Path) -> None:
    text = "document one: T\n  author a: A\n\nclaims x: X.\n  because y: Y.\n\nclaims z: Z.\n  because one.y\n"
    state = opened(tmp_path, {"p": text, "q": text})
    corpus = state.loaded.corpus
    assert set(corpus.documents) == {"one", "q"}
    assert told(state, "claim", "q.y") == ["q:5 y declares"]
    # As the records have it: a document's own claims are looked for in the first of that name before.
    assert corpus.claims["q.z"].premises == ("one.y",)  # type: ignore[index]
    assert told(state, "claim", "one.y") == ["p:5 y declares", "p:8 y", "q:8 y"]
    assert told(state, "document", "q") == ["q:1 one declares"]


def test_a_thing_that_is_declared_twice_has_two_declarations(tmp_path: Path) -> None:
    text = "document one: T\n  author a: A\n\nclaims x: X.\n\nclaims x: Again.\n"
    state = opened(tmp_path, {"one": text})
    assert [shown(state, place) for place in declarations(state, Symbol(SymbolKind.CLAIM, "one.x"))] == [
        "one:4 x",
        "one:6 x",
    ]


def test_what_stands_below_a_gap_is_found(tmp_path: Path) -> None:
    text = (
        "document one: T\n  author a: A\n\nclaims x: X.\n  becuase y: Y.\n    answers q: yes from a\n"
        "    because z: Z.\n  because x2\n\nclaims x2: X.\n  because z\n"
    )
    state = opened(tmp_path, {"one": text, "q": "issue q: Q?\n  position yes: Y\n"})
    assert "one.z" not in state.loaded.corpus.claims
    assert told(state, "claim", "one.z") == ["one:7 z declares", "one:11 z"]
    assert told(state, "position", "q.yes") == ["one:6 yes", "q:2 yes declares"]
    assert told(state, "actor", "a") == ["one:2 a declares", "one:6 a"]


def test_a_former_id_that_a_gap_may_declare_means_nothing(tmp_path: Path) -> None:
    head = "document one: T\n  author a: A\n\nclaims x: X.\n  was: old\n\nclaims z: Z.\n  because old\n"
    state = opened(tmp_path, {"one": head})
    assert told(state, "claim", "one.x") == ["one:4 x declares", "one:5 old was", "one:8 old"]
    again = opened(tmp_path, {"one": f"{head}\nclaims old (: Perhaps.\n"})
    assert told(again, "claim", "one.x") == ["one:4 x declares", "one:5 old was"]


def test_composed_letters_are_one_id_and_keep_their_places(tmp_path: Path) -> None:
    text = "document one: T 🚋🚋\n  author a: A\n\nclaims caf\u00e9: X.\n  because one.cafe\u0301\n"
    state = opened(tmp_path, {"one": text})
    found = occurrences(state, Symbol(SymbolKind.CLAIM, "one.caf\u00e9"))
    assert [shown(state, one.place) for one in found] == ["one:4 caf\u00e9", "one:5 cafe\u0301"]


def names_every_record(state: ProjectState) -> int:
    """Whether what the records name is found at its place; how many places were looked at."""
    corpus = state.loaded.corpus
    looked = 0
    for kind, records in {
        SymbolKind.DOCUMENT: corpus.documents,
        SymbolKind.ISSUE: corpus.issues,
        SymbolKind.TERM: corpus.terms,
        SymbolKind.CLAIM: {key: claim for key, claim in corpus.claims.items() if claim.named},
    }.items():
        for key, record in records.items():
            assert declarations(state, Symbol(kind, key)) == (record.origin,)
            looked += 1
    for claim in corpus.claims.values():
        for answer in claim.answers:
            found = occurrence_at(state, answer.origin.file, answer.origin.span.start)
            named = Symbol(SymbolKind.POSITION, PositionRef.of(answer.issue, answer.position))
            assert found == Occurrence(named, answer.origin, Role.USES)
            looked += 1
        for premise in claim.premises:
            named_by = occurrences(state, Symbol(SymbolKind.CLAIM, premise))
            assert "~" in premise or any(one.place.file == claim.origin.file for one in named_by)
            looked += 1
    return looked


def test_names_mean_what_the_records_say() -> None:
    root = Path(__file__).parents[3]
    assert names_every_record(OpenProject(root).state()) > 1000


def test_the_names_of_the_harbour_mean_what_the_records_say(tmp_path: Path) -> None:
    assert names_every_record(opened(tmp_path, FILES)) > 25


def test_only_the_file_that_changed_is_read_again(tmp_path: Path) -> None:
    document = "document d{0}: T\n  author a{0}: A{0}\n\n" + "".join(f"claims c{n}: C.\n\n" for n in range(30))
    files = {f"d{number}": document.format(number) for number in range(12)}
    opened(tmp_path, files)
    project = OpenProject(tmp_path.resolve())
    before = project.state()
    cold = calls(ProjectNames.of, before)
    project.set_text(name_of("d3"), files["d3"] + "claims new: New.\n")
    after = project.state()
    assert calls(ProjectNames.of, after) < cold / 4
    assert told(after, "claim", "d3.new") == ["d3:64 new declares"]
    assert calls(ProjectNames.of, after) < 5


def test_what_was_found_in_a_state_goes_with_it(tmp_path: Path) -> None:
    import gc
    import weakref

    state = opened(tmp_path / "harbour", FILES)
    ProjectNames.of(state)
    held = weakref.ref(state), weakref.ref(state.files[name_of("first")].source)
    del state
    # Of a few projects it is known for the next state what their files declare.
    for number in range(5):
        ProjectNames.of(opened(tmp_path / str(number), {"d": f"document d{number}: D\n  author a: A\n"}))
    gc.collect()
    assert [one() for one in held] == [None, None]


def test_places_are_in_the_order_of_a_file(state: ProjectState) -> None:
    for file in state.files:
        found = [one.place for one in occurrences_in(state, file)]
        assert found == sorted(found)
        assert all(isinstance(place, Place) for place in found)


UNRELATED = {
    "shared": """\
issue trams: Trams?
  position yes: They should
  position no: They should not
issue pay: Who pays?
  position yes: All
  position no: None
actor council: The council
  was: board
actor town: The town
term tram: A train in a street
term bus: A long car

link first.build unrelated-to trams: It is about the bridge.
link trams unrelated-to pay
link board unrelated-to town
link first.mayor unrelated-to second.mayor
link tram unrelated-to bus
link first.stop unrelated-to second.stop
link trams same-as pay
""",
    "first": """\
document first: Trams now
  author a: Ada Able

actor mayor: The mayor

term stop: Where it stops

claims build: Build trams.
""",
    "second": """\
document second: No trams
  author b: Bo Brave

actor mayor: The mayor

term stop: Where it stops

claims leave: Leave it.

link leave unrelated-to trams
link mayor unrelated-to first.mayor
link stop unrelated-to tram
""",
}


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("claim", "first.build", ["first:8 build declares", "shared:13 build"]),
        (
            "document",
            "first",
            ["first:1 first declares", *(f"shared:{n} first" for n in (13, 16, 18)), "second:11 first"],
        ),
        ("issue", "trams", ["second:10 trams", "shared:1 trams declares", "shared:13 trams", "shared:14 trams"]),
        ("issue", "pay", ["shared:14 pay", "shared:4 pay declares"]),
        ("actor", "council", ["shared:15 board", "shared:7 council declares", "shared:8 board was"]),
        ("actor", "second.mayor", ["second:11 mayor", "second:4 mayor declares", "shared:16 mayor"]),
        ("term", "tram", ["second:12 tram", "shared:10 tram declares", "shared:17 tram"]),
        ("term", "second.stop", ["second:12 stop", "second:6 stop declares", "shared:18 stop"]),
    ],
)
def test_ends_of_what_is_unrelated_are_found(tmp_path: Path, kind: str, name: str, expected: list[str]) -> None:
    assert sorted(told(opened(tmp_path, UNRELATED), kind, name)) == sorted(expected)
