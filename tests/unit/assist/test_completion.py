"""What may stand at a place, also where the line and those around it cannot be read yet."""

from pathlib import Path

import pytest
from counting import calls
from harbour_town import written
from opened import name_of, opened

from argmap.assist.completion import Completions, completions
from argmap.assist.completion_items import MOST, CompletionKind
from argmap.assist.source_cues import completed_cues
from argmap.language.words import DEGREES, STATEMENTS, VERBS
from argmap.project.open_project import OpenProject, ProjectState
from argmap.source.text import SourceText

HEAD = "document mine: Mine\n  author me: Me Myself\n  source: first.txt\n\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> OpenProject:
    root = written(tmp_path_factory.mktemp("harbour")).resolve()
    return OpenProject(root, sources=root / "sources")


def offered(project: OpenProject, typed: str, head: str = HEAD) -> tuple[Completions, str]:
    """What is offered at the bar in the last file of a project, and that file's text."""
    before, _, after = typed.partition("|")
    text = head + before + after
    project.set_text(name_of("mine"), text)
    return completions(project.state(), name_of("mine"), len(head + before), ("first.txt", "other.txt")), text


def labels(project: OpenProject, typed: str, head: str = HEAD) -> list[str]:
    return [item.label for item in offered(project, typed, head)[0].items]


def test_statements_may_stand_at_the_beginning_of_a_line(project: OpenProject) -> None:
    found = labels(project, "|\n")
    assert set(found) == {*STATEMENTS - {"document"}, "issue ...", "claims ..."}
    assert "document" in labels(project, "|", head="")
    assert "document" in labels(project, "|\nclaims x: X.\n", head="")
    assert labels(project, "cl|") == ["claims ...", "claims"]


@pytest.mark.parametrize(
    ("typed", "has", "lacks"),
    [
        ("claims x: X.\n  |", {"because", "answers", "at", "note"}, {"and", "undercut", "position", "author"}),
        ("claims x: X.\n  because y: Y.\n  |", {"and", "undercut", "despite"}, {"position"}),
        ("claims x: X.\n  unless y: Y.\n  |", {"and"}, {"undercut"}),
        ("claims x: X.\n  because y: Y.\n  note: N\n  |", {"because"}, {"and", "undercut"}),
        ("claims x: X.\n  because y: Y.\n  and z: Z.\n  |", {"and", "undercut"}, set()),
        ("claims x: X.\n  because y: Y.\n    |", {"because", "answers"}, {"and"}),
        ("claims x: X.\n  becuase y: Y.\n    |", {"because", "answers"}, {"position"}),
        ("claims x: X.\n  kind: fact\n  |", {"as-of"}, {"kind"}),
        ("issue q: Q?\n  |", {"position", "order"}, {"because"}),
        ("issue q: Q?\n  position a: A\n    |", {"short", "was"}, {"position", "order"}),
        ("actor a: A\n  |", {"also", "speaks-for"}, {"position"}),
        ("link a entails b: C\n  |", {"by", "sure"}, {"position"}),
    ],
)
def test_the_words_under_a_line_depend_on_it(project: OpenProject, typed: str, has: set[str], lacks: set[str]) -> None:
    found = set(labels(project, typed))
    assert has <= found
    assert not lacks & found


@pytest.mark.parametrize("typed", ["claims x: X.\n  because y\n    |", "claims x: X.\n  note: N\n    |", "# a |"])
def test_nothing_may_stand_there(project: OpenProject, typed: str) -> None:
    assert labels(project, typed) == []


def test_nothing_may_stand_in_a_text_that_goes_on(project: OpenProject) -> None:
    text = f"{HEAD}claims x:\n  | bec"
    project.set_text(name_of("mine"), text)
    assert not completions(project.state(), name_of("mine"), len(text)).items


def test_what_a_word_goes_on_with_is_filled_in(project: OpenProject) -> None:
    (claims,) = [item for item in offered(project, "claim|")[0].items if item.label == "claims"]
    assert (claims.insert, claims.is_snippet) == ("claims ${1:id}: ${2:text}", True)
    assert claims.detail == "a verb"
    assert claims.text.startswith("The author accepts the text")
    (bare,) = [item for item in offered(project, "clai|ms x: X.")[0].items if item.label == "claims"]
    assert (bare.insert, bare.is_snippet) == ("claims", False)
    (at,) = [item for item in offered(project, "claims x: X.\n  at|")[0].items if item.label == "at"]
    assert at.insert == 'at: "${1:two to six words}"'


def test_what_is_offered_takes_the_place_of_the_word(project: OpenProject) -> None:
    found, text = offered(project, "claims x: X.\n  beca|usee y: Y.\n")
    assert [item.label for item in found.items] == ["because"]
    assert text[slice(*found.place.span)] == "becausee"


def test_a_premise_may_be_any_claim(project: OpenProject) -> None:
    found, _ = offered(project, "claims x: X.\n  because own: O.\n  because |")
    assert [item.label for item in found.items if item.kind is CompletionKind.CLAIM] == ["x", "own"]
    assert {item.label for item in found.items} >= VERBS
    assert not found.is_whole
    lou, _ = offered(project, "claims x: X.\n  because lou|")
    assert [(item.label, item.detail, item.text) for item in lou.items] == [
        ("second.loud", "Bo Brave, No trams", "Trams are loud.")
    ]


def test_a_claim_is_found_by_what_it_says(project: OpenProject) -> None:
    found, _ = offered(project, "claims x: X.\n  because weld|")
    assert [item.label for item in found.items] == ["first.rails"]
    assert found.items[0].matches.startswith("weld")
    assert labels(project, "claims x: X.\n  because elde|") == []


def test_a_claim_below_a_line_with_an_error_may_be_a_premise(project: OpenProject) -> None:
    typed = "claims x: X.\n  becuase y: Y.\n    because below: B.\n\nclaims z: Z.\n  because |"
    found = [(item.label, item.text) for item in offered(project, typed)[0].items]
    assert found[:3] == [("x", "X."), ("z", "Z."), ("below", "B.")]


def test_a_scheme_or_a_strength_stands_in_a_bracket(project: OpenProject) -> None:
    found = labels(project, "claims x: X.\n  because (|")
    assert {"example", "authority", "likely", "must"} <= set(found)
    assert set(labels(project, "claims x (|")) == DEGREES
    assert labels(project, "claims x (unl|): X.") == ["unlikely", "very-unlikely"]
    assert labels(project, "claims x (unlikely..|): X.") == [
        f"unlikely..{word}" for word in ("certain", "very-likely", "likely", "possible", "even-chance")
    ]
    assert labels(project, "claims x (should..|): X.") == ["should..must"]


def test_a_range_is_offered_where_it_is_one(project: OpenProject) -> None:
    state = project.state()
    for word in (item.insert for item in offered(project, "claims x (unlikely..|): X.")[0].items):
        project.set_text(name_of("mine"), f"{HEAD}claims x ({word}): X.\n  answers trams: yes\n")
        assert not [one for one in project.state().loaded.findings if one.code in ("A105", "A106")]
    assert state is not project.state()


def test_holders_are_actors(project: OpenProject) -> None:
    found, _ = offered(project, "reports x from |")
    assert [(item.label, item.text) for item in found.items if item.kind is CompletionKind.ACTOR] == [
        ("council", "The town council"),
        ("author-a", "Ada Able"),
        ("me", "Me Myself"),
        ("author-b", "Bo Brave"),
    ]
    assert "quoting" in labels(project, "reports x from council |")
    assert labels(project, "reports x |") == ["from"]
    assert labels(project, "claims x |") == []
    assert "council" in labels(project, "claims x: X.\n  because reports y from council, cou|")


def test_an_answer_is_a_position_of_its_issue(project: OpenProject) -> None:
    assert labels(project, "claims x: X.\n  answers tr|") == ["trams"]
    assert labels(project, "claims x: X.\n  answers trams: |") == ["yes", "later", "no", "open", "not"]
    assert labels(project, "claims x: X.\n  answers trams: not l|") == ["later"]
    assert labels(project, "claims x: X.\n  answers trams: yes |") == ["from", "(strength)"]
    assert labels(project, "claims x: X.\n  answers trams: yes (un|") == []
    assert "likely" in labels(project, "claims x: X.\n  answers trams: yes (|")
    assert "council" in labels(project, "claims x: X.\n  answers trams: yes from |")
    (yes, *_), _ = offered(project, "claims x: X.\n  answers trams: |")[0].items, None
    assert (yes.text, yes.detail) == ("It should", "Should the town build trams to the harbour?")


def test_the_head_of_an_answer_is_an_issue_with_its_colon(project: OpenProject) -> None:
    (found,) = offered(project, "claims x: X.\n  answers nois|")[0].items
    assert (found.insert, found.text) == ("noise: ", "Are trams quiet?")
    (found,) = offered(project, "claims x: X.\n  answers nois|: yes")[0].items
    assert found.insert == "noise"


def test_positions_in_an_issue_are_its_own(project: OpenProject) -> None:
    issue = "issue q: Q?\n  position a: A\n  position b: B\n  order: a > |"
    assert labels(project, issue, head="") == ["b"]


def test_links_join_claims_or_positions_by_a_relation(project: OpenProject) -> None:
    assert labels(project, "link first.build contra|") == ["contradicts", "contrary-to"]
    assert "same-as" in labels(project, "link first.build |")
    assert labels(project, "link trams.y|") == ["trams.yes"]
    assert labels(project, "link first.build entails second.le|") == ["second.leave"]
    assert labels(project, "link first.build entails nois|") == ["noise.yes", "noise.no"]


def test_what_is_unrelated_may_be_issues_actors_and_terms_too(project: OpenProject) -> None:
    assert "noise" in labels(project, "link nois|")
    assert labels(project, "link noise.yes same-as coun|") == []
    assert "noise" in labels(project, "link first.build unrelated-to nois|")
    assert labels(project, "link council unrelated-to author-a|") == ["author-a"]
    assert "tram" in labels(project, "term tram: T.\n\nlink tra|")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("  thesis: |\n\nclaims x: X.\n", ["x"]),
        ("  silent: trams, no|\n\nclaims x: X.\n", ["noise"]),
        ("  source: |\n", ["first.txt", "other.txt"]),
        ("\nactor a: A\n  speaks-for: coun|\n", ["council"]),
        ("\nclaims x: X.\n  kind: |\n", ["fact", "prediction", "value", "policy"]),
        ("\nissue q: Q?\n  changes: |\n", ["yes", "no"]),
        ("\nissue q: Q?\n  topic: |\n", ["Noise", "Transport"]),
        ("  publisher: |\n", ["The Gazette"]),
    ],
)
def test_fields_have_their_values(project: OpenProject, typed: str, expected: list[str]) -> None:
    assert labels(project, typed, head=HEAD.rstrip("\n") + "\n") == expected


def test_a_cue_is_completed_from_the_source_as_it_stands_there(project: OpenProject) -> None:
    found, text = offered(project, 'claims x: X.\n  at: "rails|"')
    assert [item.insert for item in found.items] == ['"rails are welded, and"']
    assert text[slice(*found.place.span)] == '"rails"'
    assert found.items[0].detail == "first.txt, line 64"
    assert found.items[0].text.startswith("The rails are welded, and steel is soft.")


def test_every_cue_that_is_offered_is_proved(project: OpenProject) -> None:
    for typed in ("the", "lin", "and", "cos", "lin 7", "line 12", "of the st"):
        for item in offered(project, f'claims x: X.\n  at: "{typed}|')[0].items:
            project.set_text(name_of("mine"), f"{HEAD}claims x: X.\n  answers trams: yes\n  at: {item.insert}\n")
            codes = {one.code for one in project.state().loaded.findings if one.place.file == name_of("mine")}
            assert not {code for code in codes if code.startswith("A5") or code == "A402"}, item.insert


def test_cues_near_those_around_come_first(project: OpenProject) -> None:
    first = offered(project, 'claims v: V.\n  at: "Line 40 of"\n\nclaims x: X.\n  at: "line|')[0].items
    assert first[0].label == "Line 41 of the"
    assert [item.label for item in first[:3]] == ["Line 41 of the", "Line 42 of the", "Line 43 of the"]


def test_lines_are_given_where_the_claims_around_give_them(project: OpenProject) -> None:
    typed = 'claims v: V.\n  at: 3 "quiet as cats"\n\nclaims x: X.\n  at: {}"rails|'
    (item,) = offered(project, typed.format(""))[0].items
    assert item.insert == '64 "rails are welded, and"'
    (item,) = offered(project, typed.format("64 "))[0].items
    assert item.insert == '"rails are welded, and"'


def test_without_letters_the_sentences_that_follow_are_offered(project: OpenProject) -> None:
    found = labels(project, 'claims v: V.\n  at: "quiet as cats"\n\nclaims x: X.\n  at: |')
    assert found[0] == "Line 0 of the"
    assert labels(project, "claims x: X.\n  at: |")[0] == "Trams now"


def test_two_letters_are_too_few_for_a_cue(project: OpenProject) -> None:
    assert labels(project, 'claims x: X.\n  at: "ra|') == []


def test_words_that_stand_several_times_have_their_line(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "s.txt").write_text("We agree.\nWe agree.\n", encoding="utf-8")
    text = 'document d: D\n  author a: A\n  source: s.txt\n\nclaims x: X.\n  at: "agr"\n'
    opened(tmp_path, {"d": text})
    state = OpenProject(tmp_path.resolve(), sources=tmp_path / "sources").state()
    assert not completions(state, name_of("d"), text.index("agr") + 3).items
    text = text.replace("agr", "we a")
    project = OpenProject(tmp_path.resolve(), sources=tmp_path / "sources")
    project.set_text(name_of("d"), text)
    found = completions(project.state(), name_of("d"), text.index("we a") + 4).items
    assert [item.insert for item in found] == ['1 "We agree"', '2 "We agree"']


def test_a_source_without_spaces_is_completed_too(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "s.txt").write_text("城市應該修建電車，因為電車很安靜。它們不貴。\n", encoding="utf-8")
    text = 'document d: D\n  author a: A\n  source: s.txt\n\nclaims x: X.\n  at: "電車很"\n'
    opened(tmp_path, {"d": text})
    state = OpenProject(tmp_path.resolve(), sources=tmp_path / "sources").state()
    found = completions(state, name_of("d"), text.index("電車很") + 3).items
    assert [item.label for item in found] == ["電車很安靜"]


@pytest.mark.parametrize("text", ["The same line stands here.\n", "one word of many ", "城市應該修建電車"])
def test_a_source_that_repeats_itself_costs_what_it_is_long(text: str) -> None:
    few, many = (SourceText("s.txt", f"{text * times}the end of it") for times in (100, 400))
    cost = []
    for source in (few, many):
        list(completed_cues("end", source, None))
        cost.append(
            max(
                calls(lambda typed, source=source: list(completed_cues(typed, source, None)), typed)
                for typed in ("the", "wor", "城市")
            )
        )
        assert [cue.words for cue in completed_cues("the end", source, None)][-1:] == ["the end of it"]
    assert cost[1] < 5 * cost[0]


def test_without_a_source_no_cue_is_offered(project: OpenProject) -> None:
    assert labels(project, 'claims x: X.\n  at: "quiet|', head=HEAD.replace("  source: first.txt\n", "")) == []


def test_a_file_that_is_not_there_is_offered_nothing(project: OpenProject) -> None:
    assert completions(project.state(), name_of("none"), 5).items == ()


def test_of_very_many_the_best_are_offered(tmp_path: Path) -> None:
    claims = "".join(f"claims c{number}: C.\n\n" for number in range(3 * MOST))
    state = opened(tmp_path, {"d": f"document d: D\n  author a: A\n\n{claims}claims x: X.\n  because c\n"})
    text = state.files[name_of("d")].source.text
    found = completions(state, name_of("d"), len(text) - 1)
    assert len(found.items) == MOST
    assert not found.is_whole


def test_claims_of_others_cost_little(tmp_path: Path) -> None:
    def state(claims: int) -> ProjectState:
        others = "".join(f"claims c{number}: C.\n\n" for number in range(claims))
        files = {
            "d": f"document d: D\n  author a: A\n\n{others}",
            "own": "document own: O\n  author b: B\n\nclaims x: X.\n  because x\n",
        }
        return opened(tmp_path / str(claims), files)

    few, many = state(100), state(1100)
    length = len(few.files[name_of("own")].source.text) - 1
    for each in (few, many):
        completions(each, name_of("own"), length)
    cost = [calls(lambda one: completions(one, name_of("own"), length), each) for each in (few, many)]
    assert cost[1] - cost[0] < 5 * 1000
