"""Findings as an editor shows them: the same as those of a check."""

from pathlib import Path

import pytest
from opened import opened

pytest.importorskip("lsprotocol", reason="comes with the extra `lsp`")
from lsprotocol import types

from argmap.lsp.diagnostics import diagnostics
from argmap.lsp.positions import Positions

FILES = {
    "argmap.toml": "language = 2\nnonsense = 1\n",
    "shared": "actor council: The council\nactor idle: Nobody\n",
    "first": """\
document first: 𝔸
  author a: A
  date: 2020

claims one: One 🚋.
  because two
  and two
claims two: Two.
  was: zwei
claims three: 🚋 Three.
  because zwei
claims two: Two again.
""",
}


@pytest.fixture
def shown(tmp_path: Path) -> dict[str, list[types.Diagnostic]]:
    state = opened(tmp_path, FILES)
    return diagnostics(state.loaded, Positions(), lambda name: f"file:///{name}")


def test_codes_places_severities_and_help_are_those_of_the_check(shown: dict[str, list[types.Diagnostic]]) -> None:
    first = {one.code: one for one in shown["arguments/first.argmap"]}
    taken = first["A110"]
    assert taken.severity is types.DiagnosticSeverity.Error
    assert taken.message.split("\n") == [
        "the claim id `two` is taken",
        "here again",
        "help: give one of them another id, or, if it is the same claim, write only `two` without its text",
    ]
    assert taken.range == types.Range(types.Position(11, 7), types.Position(11, 10))
    (where,) = taken.related_information or ()
    assert (where.location.uri, where.location.range.start) == (
        "file:///arguments/first.argmap",
        types.Position(7, 7),
    )
    assert {one.source for one in first.values()} == {"argmap"}


def test_what_is_old_or_can_go_is_shown_as_such(shown: dict[str, list[types.Diagnostic]]) -> None:
    tags = {one.code: one.tags for every in shown.values() for one in every}
    assert tags["A113"] == [types.DiagnosticTag.Deprecated]
    assert tags["A207"] == tags["A303"] == [types.DiagnosticTag.Unnecessary]
    assert tags["A110"] is None


def test_settings_have_findings_too_and_other_places_are_shown_to_those_who_can(tmp_path: Path) -> None:
    state = opened(tmp_path, FILES)
    plain = diagnostics(state.loaded, Positions(), str, related=False)
    assert [one.code for one in plain["argmap.toml"]] == ["A009"]
    assert all(one.related_information is None for every in plain.values() for one in every)
