"""What is taken out, sorted, taken together or apart."""

from pathlib import Path

import pytest
from edited import applied
from opened import at, name_of, opened

from argmap.assist.refactorings import refactorings, sorted_links
from argmap.project.open_project import OpenProject, ProjectState

HEAD = "document first: Trams\n  author a: A\n  date: 2020\n\n"
TEXT = """\
claims build (should): The town should build trams.
  because (sign) quiet (likely): Trams are quiet,
    | and quick.
    kind: fact
    because rails: Rails are smooth.
      note: Mostly
  and denies (possible): Buses are as quiet.
  unless bridge: The bridge falls.
  because: Nobody minds trams at all.
  despite dear from: Trams cost a lot.
"""


def done(state: ProjectState, place: str, title: str, name: str = "first") -> str:
    found = {one.title: one for one in refactorings(state, *at(state, name, place))}
    assert title in found, list(found)
    return applied(state, found[title].edits)[name_of(name)]


@pytest.fixture
def state(tmp_path: Path) -> ProjectState:
    text = TEXT.replace("denies (possible)", "denies loud (possible)").replace("dear from", "dear")
    return opened(tmp_path, {"first": f"{HEAD}{text}\nclaims last: That is all.\n  because build\n"})


def meaning(state: ProjectState) -> dict[str, object]:
    """The claims with what they say and what supports them, wherever they stand."""
    corpus = state.loaded.corpus
    return {
        claim.id: (claim.text, claim.attitude, claim.strength, claim.kind, sorted(map(repr, claim.holders)))
        for claim in corpus.claims.values()
    }


@pytest.mark.parametrize(
    "place", ["because (sign) qu|iet", "because ra|ils", "denies lo|ud", "unless bri|dge", "despite de|ar"]
)
def test_a_premise_in_a_statement_of_its_own_means_the_same(state: ProjectState, place: str, tmp_path: Path) -> None:
    name = place.replace("|", "").split()[-1]
    text = done(state, place, f"State `{name}` in a statement of its own")
    project = OpenProject(tmp_path.resolve())
    project.set_text(name_of("first"), text)
    after = project.state()

    assert [one.code for one in after.loaded.findings] == [one.code for one in state.loaded.findings]
    assert meaning(after) == meaning(state)
    assert f"{name}\n" in text


def test_all_that_stands_under_it_goes_with_it(state: ProjectState) -> None:
    text = done(state, "because (sign) qu|iet", "State `quiet` in a statement of its own")
    assert "  because (sign) quiet\n  and denies loud" in text
    taken = (
        "claims quiet (likely): Trams are quiet,\n  | and quick.\n  kind: fact\n  because rails: Rails are smooth.\n"
    )
    assert f"  despite dear: Trams cost a lot.\n\n{taken}    note: Mostly\n\nclaims last" in text


def test_a_premise_without_an_id_gets_one_of_its_words(state: ProjectState) -> None:
    text = done(state, "because: No|body", "State `nobody-minds-trams` in a statement of its own")
    assert "  because nobody-minds-trams\n" in text
    assert "\n\nclaims nobody-minds-trams: Nobody minds trams at all.\n" in text


def test_premises_are_taken_together_and_apart(tmp_path: Path) -> None:
    lines = "claims one: One.\n  because two: Two.\n    note: So\n  because (sign) three: Three.\n  and four: Four.\n"
    state = opened(tmp_path, {"first": HEAD + lines})
    together = done(state, "because (sign) th|ree", "Take it together with the premise above, by `and`")
    assert "  and three: Three.\n" in together
    assert "  because four: Four.\n" in done(state, "and fo|ur", "Make it a `because` of its own")
    assert not [one for one in refactorings(state, *at(state, "first", "because tw|o")) if "together" in one.title]


def test_links_are_sorted_and_what_stands_between_them_stays(tmp_path: Path) -> None:
    ends = ("b.x same-as c.y", "a.x same-as b.y", "d.x same-as a.y", "a.x entails b.y")
    first, second, third, fourth = (f"link {both}: Why" for both in ends)
    state = opened(tmp_path, {"links": f"{first}\n{second}\n# here\n{third}\n{fourth}\n\n"})
    edits = sorted_links(state.files[name_of("links")])
    wanted = f"{second}\n{first}\n# here\n{third}\n{fourth}\n\n"
    assert applied(state, edits)[name_of("links")] == wanted
    assert done(state, "link b.x sa|me-as", "Sort the links", "links") == wanted


def test_links_are_sorted_by_both_ends(tmp_path: Path) -> None:
    links = "link b.x same-as c.y\nlink a.x same-as c.y\nlink a.x entails b.y\n\n\nactor a: A\n"
    state = opened(tmp_path, {"links": links})
    text = applied(state, sorted_links(state.files[name_of("links")]))[name_of("links")]
    assert text == "link a.x entails b.y\nlink a.x same-as c.y\nlink b.x same-as c.y\n\n\nactor a: A\n"
