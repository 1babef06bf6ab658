from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.diff.rule import Rule
from argmap.source.finding import Finding, Severity
from argmap.source.text import Place, Span
from argmap.workspace.settings import Engine, Level, Settings, Weight, read_settings

GOOD = """\
levels = { A401 = "off", A402 = "error" }
changes = { claim-moved = "off", support-added = "high" }
schemes = ["expert-opinion", "中国"]
engine = "system"
sources = "texts"
"""


def own(root: Path, text: str) -> tuple[Settings, list[tuple[str, str]]]:
    """The settings in a file of our own, and each finding's message with what it points at."""
    (root / "argmap.toml").write_text(text, encoding="utf-8", newline="")
    found, (reading,) = read_settings(root)
    assert {finding.code for finding in reading.findings} <= {"A009"}
    return found, [(finding.message, text[slice(*finding.place.span)]) for finding in reading.findings]


def test_all_settings(tmp_path: Path) -> None:
    assert own(tmp_path, GOOD) == (
        Settings(
            levels={"A401": Level.OFF, "A402": Level.ERROR},
            changes={Rule.CLAIM_MOVED: Weight.OFF, Rule.SUPPORT_ADDED: Weight.HIGH},
            schemes=("expert-opinion", "中国"),
            engine=Engine.SYSTEM,
            sources="texts",
        ),
        [],
    )


def test_the_table_in_the_shared_file(tmp_path: Path) -> None:
    text = 'engine = "not ours"\n[tool.argmap]\nengine = "systm"\nsources = "texts"\n'
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    found, (reading,) = read_settings(tmp_path)
    assert found == Settings(sources="texts")
    (finding,) = reading.findings
    assert finding.message == "`systm` is no engine; did you mean `system`?"
    assert reading.source.position(finding.place.span.start) == (3, 11)


def test_our_own_file_goes_first_and_having_both_is_said(tmp_path: Path) -> None:
    (tmp_path / "argmap.toml").write_text('engine = "embedded"\n', encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text('[tool.argmap]\nengine = "system"\n', encoding="utf-8")
    found, (ours, shared) = read_settings(tmp_path)
    assert found.engine is Engine.EMBEDDED
    assert ours.findings == ()
    assert [finding.message for finding in shared.findings] == ["the project has settings in two files"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("enigne = 1\n", [("`enigne` is no setting; did you mean `engine`?", "enigne")]),
        ('levels = { A401 = "of" }', [("`of` is no level; did you mean `off`?", "of")]),
        ("levels = { A401 = [] }", [("`[]` is no level", "[]")]),
        ('[levels]\nX1 = "off"', [("`X1` is no code of a finding", "X1")]),
        ("levels = 3", [("`levels` is not a table", "levels")]),
        ('changes = { clam-moved = "off" }', [
            ("`clam-moved` is no kind of change; did you mean `claim-moved`?", "clam-moved")
        ]),
        ('[changes]\nclaim-moved = "medum"', [("`medum` is no level; did you mean `medium`?", "medum")]),
        ('changes = { claim-moved = "error" }', [("`error` is no level", "error")]),
        ('changes = ["claim-moved"]', [("`changes` is not a table", "changes")]),
        ('schemes = ["ok", "no good", 4]', [
            ("`no good` cannot name a scheme", "no good"), ("`4` cannot name a scheme", "4")
        ]),
        ('schemes = "x"', [("`schemes` is not a list", "schemes")]),
        ('engine = "./evil"', [("`./evil` is no engine", "./evil")]),
        ("engine = {}", [("`{}` is no engine", "{}")]),
        ("sources = 1", [("`sources` is not the name of a folder", "sources")]),
        ('sources = "../secret"', [("`../secret` leads out of the project", "../secret")]),
        ('sources = "/etc"', [("`/etc` leads out of the project", "/etc")]),
        ("sources = '..\\x'", [("`..\\x` leads out of the project", "..\\x")]),
        ('sources = "a\\u0000b"', [("`a\0b` leads out of the project", "sources")]),
        ('a = "' + "x" * 99 + '"', [("`a` is no setting", "a")]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found_in_its_place(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    found, findings = own(tmp_path, text)
    assert findings == expected
    assert not found.engine and not found.sources and not found.levels and not found.changes


def test_sources_behind_a_link_that_leads_out(tmp_path: Path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    (root / "texts").symlink_to(tmp_path)
    found, findings = own(root, 'sources = "texts"')
    assert found.sources == ""
    assert findings == [("`texts` leads out of the project", "texts")]


@pytest.mark.parametrize(
    ("text", "place"),
    [("x = \n", "\n"), ("x = 1\nx = 2\n", "\n"), ("x = [1,", ""), ("[" * 5000, None), ("x = " + "9" * 5000, "")],
)
def test_what_is_no_toml(tmp_path: Path, text: str, place: str | None) -> None:
    found, [(message, at)] = own(tmp_path, text)
    assert found == Settings()
    assert message.startswith("this is not TOML: ")
    assert place is None or at == place


def test_a_table_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool]\nargmap = 3\n", encoding="utf-8")
    found, (reading,) = read_settings(tmp_path)
    assert found == Settings()
    assert [finding.message for finding in reading.findings] == ["`argmap` is not a table"]


def test_a_settings_file_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "argmap.toml").mkdir()
    found, (reading,) = read_settings(tmp_path)
    assert found == Settings()
    assert [finding.code for finding in reading.findings] == ["A001"]


def test_levels_weigh_findings() -> None:
    finding = Finding(code="A401", message="m", place=Place("x", Span(0, 0)), severity=Severity.WARNING)
    assert Settings().weigh(finding) is finding
    assert Settings(levels={"A401": Level.OFF}).weigh(finding) is None
    raised = Settings(levels={"A401": Level.ERROR}).weigh(finding)
    assert raised is not None and raised.severity is Severity.ERROR


WORDS = st.sampled_from(
    [
        "levels",
        "changes",
        "claim-moved",
        "schemes",
        "engine",
        "sources",
        "=",
        "[",
        "]",
        "{",
        "}",
        '"',
        "A401",
        "off",
        "system",
        "\n",
        ".",
        ",",
        "1",
        " ",
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(), st.lists(WORDS).map(lambda words: "".join(words).encode())))
def test_any_bytes_end_in_settings(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "argmap.toml").write_bytes(data)
    found, (reading,) = read_settings(tmp_path)
    assert isinstance(found, Settings)
    assert all(finding.place.span.end <= len(reading.source.text) for finding in reading.findings)
