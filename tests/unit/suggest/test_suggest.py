"""All suggestions together: which are shown, in which order, and how they are told."""

import json
from pathlib import Path

import pytest
from jsonschema import validate
from likeness import MEANS
from pytest_regressions.file_regression import FileRegressionFixture
from small_debate import project

from argmap.api.suggesting import Kind, Suggested, UnknownNameError, Wanted, report, suggest
from argmap.cli import suggest as command
from argmap.model.ids import DocumentId
from argmap.records.schema import schema
from argmap.records.suggestions_json import SUGGESTIONS
from argmap.report.visible import json_text
from argmap.similarity.tiers import Tier
from argmap.suggest.suggest import USUAL, Sort

FILES = {
    "arguments/shared/issues.argmap": """\
issue trams: Should the town build trams?
  position yes: It should
  position no: It should not

issue noise: Are trams quiet at night?
  position yes: They are
  position no: They are not
""",
    "arguments/north.argmap": """\
document north: Trams now
  author ada: Ada Able
  date: 2024
  source: north.txt

actor council: The Town Council

claims build (should): The town should build trams along the river.
  answers trams: yes
  at: "build trams along the river"
  because quiet: Trams are quiet at night.
    answers noise: yes
  and clean: New trams keep the air of towns clean.
  and cheap: Trams are cheap to run for many years.
""",
    "arguments/south.argmap": """\
document south: No trams
  author bea: Bea Bold
  date: 2025
  source: south.txt

actor town-council: The town council

claims leave (should): The streets should stay as they are.
  because loud: Trams are never quiet at night.
  because dear: Trams are not cheap to run for many years.
reports air from town-council: New trams keep the air of towns clean and dry.
reports built from town-council: The town should soon build trams along the river.
""",
}
SOURCES = {
    "north.txt": "We must build trams along the river.\nThe town should build trams, and more of them.\n",
    "south.txt": "Trams by night are as loud as trams by day.\nA tram costs a lot. It is never quiet at night.\n",
}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    for name, text in SOURCES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def suggested(sources: Path | None = None, **wanted: object) -> Suggested:
    return suggest(project(FILES), Wanted(sources=sources, **wanted), MEANS)  # type: ignore[arg-type]


def test_text(sources: Path, file_regression: FileRegressionFixture) -> None:
    file_regression.check(report(suggested(sources, top=2), width=100), extension=".txt", encoding="utf-8")


def test_json_is_what_its_schema_says_and_has_no_probability(sources: Path) -> None:
    found = suggested(sources)
    text = report(found, "json")
    told = json.loads(text)
    validate(told, schema(SUGGESTIONS))
    assert "probability" not in text and "probability" not in json_text(schema(SUGGESTIONS))
    shown = [one for group in told["groups"] for one in group["shown"]]
    assert [one["number"] for one in shown] == list(range(1, len(found.suggestions.numbered) + 1))
    assert {group["sort"] for group in told["groups"] if group["shown"]} == {
        "silent",
        "same",
        "conflict",
        "name",
        "sentence",
    }


def test_every_line_to_paste_is_one_of_the_language(sources: Path) -> None:
    found = suggested(sources, top=None)
    text = report(found)
    additions = [
        one
        for each in json.loads(report(found, "json"))["groups"]
        for shown in each["shown"]
        for choice in shown.get("choices", ())
        for one in choice["additions"]
    ]
    assert additions
    for one in additions:
        assert all(line in text for line in one["lines"] if not line.startswith("link"))
        assert one["file"] in {*FILES, "arguments/links/north--south.argmap"}


def test_the_best_are_shown_and_numbered_and_the_others_counted(sources: Path) -> None:
    whole, some = suggested(sources, top=None), suggested(sources, top=1)
    for all_of, few in zip(whole.suggestions.groups, some.suggestions.groups, strict=True):
        assert few.shown == all_of.shown[:1]
        assert (few.found, few.left_out) == (len(all_of.shown), max(0, len(all_of.shown) - 1))
    assert some.suggestions.numbered == tuple(one for group in some.suggestions.groups for one in group.shown)
    assert "more: `--top all`." in report(some)


def test_only_what_is_asked_for(sources: Path) -> None:
    found = suggested(sources, kinds=(Kind.LINKS,))
    assert [group.sort for group in found.suggestions.groups] == [Sort.SAME, Sort.CONFLICT]
    found = suggested(sources, kinds=(Kind.ANSWERS,), documents=(DocumentId("north"),))
    assert not found.suggestions.numbered


def test_names_take_nothing_that_compares_texts() -> None:
    found = suggest(project(FILES), Wanted(kinds=(Kind.NAMES,)))
    (one,) = found.suggestions.numbered
    assert "`north.council` and `south.town-council`: both are called “The Town Council”" in report(found)
    assert json.loads(report(found, "json"))["tier"] == ""
    assert one == suggested(kinds=(Kind.NAMES,)).suggestions.numbered[0]


def test_an_issue_by_its_id_or_its_question_and_the_nearest_to_a_wrong_one() -> None:
    by_id, by_question = (suggested(issue=name) for name in ("noise", "are trams quiet at night?"))
    assert by_id.suggestions.groups == by_question.suggestions.groups
    with pytest.raises(UnknownNameError, match="noise"):
        suggested(issue="noize")


def test_the_order_of_files_is_nothing_to_it(sources: Path) -> None:
    turned = dict(reversed(FILES.items()))
    other = {name.replace("north", "zz").replace("shared/issues", "a"): text for name, text in turned.items()}
    first, second = (
        suggest(project(files), Wanted(sources=sources), MEANS).suggestions.numbered for files in (FILES, other)
    )
    assert first == second


def test_the_command_offers_all_kinds_and_tiers() -> None:
    assert tuple(Kind) == command._KINDS
    assert tuple(Tier) == command._TIERS
    assert command._USUAL == USUAL
