"""A rename changes every place, leaves history a trace, and nothing to find."""

import re
from pathlib import Path

import pytest
from edited import applied
from opened import at, name_of, opened

from argmap.assist.occurrences import SymbolKind, declarations, occurrence_at, occurrences_in
from argmap.assist.rename import RenameRefusedError, renamable, rename
from argmap.project.open_project import OpenProject, ProjectState
from argmap.source.finding import Edit, Finding

FILES = {
    "argmap.toml": "language = 2\n",
    "shared": """\
issue trams: Should the town build trams?
  position yes: It should
  position later: Only after the bridge
  position no: It should not
  order: yes > later > no
  exhaustive: yes, later, no

actor council: The town council
  also: The aldermen

actor mayor: The mayor
  speaks-for: council
""",
    "first": """\
document first: Trams now
  author author-a: Author A
  date: 2020
  thesis: build

actor drivers: Those who drive

term tram: A railway in a street,
  | with rails.

claims build (should): The town should build trams,
  | all of them.
  answers trams: yes
  answers trams: not no from council, drivers
  because quiet: Trams are quiet.
    was: silent-trams
    because second.narrow
  despite reports dear from council quoting drivers: Trams cost a lot.

claims peace: Quiet towns are good towns.
  because quiet
""",
    "second": """\
document second: No trams
  author author-b: Author B

claims leave: The town should leave its streets as they are.
  answers trams: no
  because narrow: The streets are narrow.
  because first.dear
""",
    "links": """\
link first.quiet in-tension-with second.leave: Quiet is not all.
""",
}


def by_stem(state: ProjectState, edits: tuple[Edit, ...]) -> dict[str, str]:
    """The files after edits, by stem."""
    return {Path(name).stem: text for name, text in applied(state, edits).items()}


def renamed(state: ProjectState, place: tuple[str, int], new: str) -> dict[str, str]:
    return by_stem(state, rename(state, renamable(state, *place).symbol, new))


def state_of(files: dict[str, str], root: Path) -> ProjectState:
    project = OpenProject(root.resolve())
    for name, text in files.items():
        project.set_text(name_of(name), text)
    return project.state()


def told(findings: tuple[Finding, ...], name: str) -> list[tuple[str, str, str]]:
    """Findings without their places, whatever that name is."""
    inside = re.compile(rf"(?<=[`.]){re.escape(name)}(?=[`.])")
    return sorted((finding.code, finding.place.file, inside.sub("X", finding.message)) for finding in findings)


@pytest.fixture
def state(tmp_path: Path) -> ProjectState:
    return opened(tmp_path, FILES)


def test_a_claim_is_renamed_in_all_files(state: ProjectState) -> None:
    found = renamed(state, at(state, "first", "because qu|iet:"), "no-noise")

    assert "  because no-noise: Trams are quiet.\n    was: silent-trams, quiet\n" in found["first"]
    assert "  because no-noise\n" in found["first"]
    assert found["links"] == "link first.no-noise in-tension-with second.leave: Quiet is not all.\n"
    assert found["second"] == FILES["second"]


def test_the_line_of_its_former_id_stands_behind_all_of_its_text(state: ProjectState) -> None:
    found = renamed(state, at(state, "first", "thesis: bu|ild"), "do")
    assert "claims do (should): The town should build trams,\n  | all of them.\n  was: build\n" in found["first"]
    assert "  thesis: do\n" in found["first"]


def test_the_id_of_a_document_is_renamed_before_every_dot(state: ProjectState) -> None:
    found = renamed(state, at(state, "second", "because fi|rst.dear"), "one")

    assert found["first"].startswith("document one: Trams now\n  was: first\n")
    assert "  because one.dear\n" in found["second"]
    assert found["links"].startswith("link one.quiet in-tension-with second.leave")


def test_back_again_only_the_other_id_is_a_former_one(state: ProjectState, tmp_path: Path) -> None:
    there = state_of(renamed(state, at(state, "first", "claims pe|ace"), "calm"), tmp_path)
    back = renamed(there, at(there, "first", "claims ca|lm"), "peace")
    assert "claims peace: Quiet towns are good towns.\n  was: calm\n" in back["first"]


def test_an_actor_keeps_its_history_where_it_is_declared_and_an_author_under_the_first_line(
    state: ProjectState,
) -> None:
    found = renamed(state, at(state, "shared", "actor cou|ncil"), "town")
    assert "actor town: The town council\n  was: council\n" in found["shared"]
    assert "speaks-for: town" in found["shared"]
    assert "from town, drivers" in found["first"] and "from town quoting drivers" in found["first"]
    assert (
        "  author a: Author A\n    was: author-a\n"
        in renamed(state, at(state, "first", "author auth|or-a"), "a")["first"]
    )


@pytest.mark.parametrize("name", [name for name in FILES if name != "argmap.toml"])
def test_whatever_is_renamed_leaves_the_findings_as_they_were(name: str, tmp_path: Path) -> None:
    state = opened(tmp_path, FILES)
    symbols = {one.symbol for one in occurrences_in(state, name_of(name)) if one.symbol.kind is not SymbolKind.SECTION}
    for symbol in sorted(symbols):
        old = symbol.id.rpartition(".")[2]
        after = state_of(by_stem(state, rename(state, symbol, "renamed")), tmp_path)
        assert told(after.loaded.findings, "renamed") == told(state.loaded.findings, old)
        prefix = symbol.id.rpartition(".")[0]
        now = symbol._replace(id=f"{prefix}.renamed" if prefix else "renamed")
        assert len(declarations(after, now)) == len(declarations(state, symbol))
        assert len(after.loaded.corpus.claims) == len(state.loaded.corpus.claims)


@pytest.mark.parametrize(
    ("name", "place", "why"),
    [
        ("first", "Trams are qu|iet", "this is no id that is known"),
        ("first", "was: sil|ent-trams", "this is an id that it had before, and history does not change"),
    ],
)
def test_what_is_no_id_is_not_renamed(state: ProjectState, name: str, place: str, why: str) -> None:
    with pytest.raises(RenameRefusedError, match=why):
        renamable(state, *at(state, name, place))


@pytest.mark.parametrize(
    ("name", "place", "new", "why"),
    [
        ("first", "claims pe|ace", "build", "`build` is taken in `first`"),
        ("first", "claims pe|ace", "silent-trams", "`silent-trams` is a former id of `quiet`"),
        ("first", "claims pe|ace", "because", "`because` is a word of the language"),
        ("first", "claims pe|ace", "two words", "`two words` is no id"),
        ("first", "document fir|st", "trams", "`trams` is taken in this project"),
        ("first", "actor dri|vers", "mayor", "`mayor` is taken in this project"),
        ("shared", "actor may|or", "drivers", "`drivers` is taken in `first`"),
        ("shared", "position la|ter", "no", "`no` is taken on `trams`"),
    ],
)
def test_what_is_taken_or_impossible_is_refused(state: ProjectState, name: str, place: str, new: str, why: str) -> None:
    symbol = renamable(state, *at(state, name, place)).symbol
    with pytest.raises(RenameRefusedError, match=why.replace("(", r"\(")):
        rename(state, symbol, new)


def test_ids_that_only_a_document_has_may_be_those_of_another(state: ProjectState) -> None:
    assert "because peace: The streets" in renamed(state, at(state, "second", "because nar|row"), "peace")["second"]


def test_where_yes_and_no_alone_say_that_one_is_right_they_stay(tmp_path: Path) -> None:
    issue = "issue trams: Should the town build trams?\n  position yes: It should\n  position no: It should not\n"
    state = opened(tmp_path, {"shared": issue})
    symbol = renamable(state, *at(state, "shared", "position ye|s")).symbol
    with pytest.raises(RenameRefusedError, match="fmt --upgrade"):
        rename(state, symbol, "aye")


def test_a_text_with_other_line_ends_keeps_them(tmp_path: Path) -> None:
    state = opened(tmp_path, {"first": "document first: One\r\n  author a: A\r\nclaims one: One.\r\n"})
    found = renamed(state, at(state, "first", "claims on|e"), "two")
    assert found["first"].endswith("claims two: One.\r\n  was: one\r\n")
    last = opened(tmp_path / "last", {"first": "document first: One\n  author a: A\nclaims one: One."})
    assert renamed(last, at(last, "first", "claims on|e"), "two")["first"].endswith("claims two: One.\n  was: one")


@pytest.mark.parametrize("bare", ["  |\n", "  |\r\n", "# c\n  | \n\n  |\n"])
def test_bare_lines_that_go_on_with_a_text_stay_with_it(bare: str, tmp_path: Path) -> None:
    text = f"document d: D\n  author a: A\n\nclaims one: One.\n{bare}  because: Two.\n"
    state = opened(tmp_path, {"d": text})
    edits = rename(state, renamable(state, *at(state, "d", "claims on|e")).symbol, "other")
    ends = "\r\n" if "\r" in bare else "\n"
    written = f"{bare}  was: one{ends}".replace("\r\n  was", f"{ends}  was")
    assert applied(state, edits)[name_of("d")] == text.replace("one:", "other:").replace(bare, written)


def test_nothing_is_known_of_a_name_that_means_nothing(state: ProjectState) -> None:
    assert occurrence_at(state, name_of("first"), 10**6) is None


@pytest.mark.parametrize(
    ("place", "new", "link"),
    [
        (("shared", "issue tr|ams:"), "trains", "link first.build unrelated-to trains\n"),
        (("shared", "actor cou|ncil:"), "board", "link board unrelated-to mayor\n"),
        (("first", "actor dri|vers:"), "motorists", "link first.motorists unrelated-to council\n"),
        (("first", "term tr|am:"), "tramway", "link first.tramway unrelated-to bus\n"),
        (("first", "claims bu|ild "), "lay", "link first.lay unrelated-to trams\n"),
    ],
)
def test_ends_of_what_is_unrelated_are_renamed(tmp_path: Path, place: tuple[str, str], new: str, link: str) -> None:
    links = "term bus: A long car.\nlink first.build unrelated-to trams\nlink council unrelated-to mayor\n"
    links += "link first.drivers unrelated-to council\nlink first.tram unrelated-to bus\n"
    before = state_of(FILES | {"links": links}, tmp_path / "before")
    assert [finding for finding in before.loaded.findings if finding.code[:2] in ("A1", "A6")] == []
    files = renamed(before, at(before, *place), new)
    assert link in files["links"]
    after = state_of(FILES | files, tmp_path / "after")
    assert [finding for finding in after.loaded.findings if finding.code[:2] in ("A1", "A6")] == []
    assert len(after.loaded.corpus.unrelated) == 4
