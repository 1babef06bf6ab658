"""Commands as processes: what they print where, and their exit codes."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from program import Program

from argmap import __version__
from argmap.cli.main import COMMANDS
from argmap.diff.kinds import SIGNIFICANCE
from argmap.source.codes import SEVERITIES


def test_version(argmap: Program) -> None:
    ran = argmap("--version")
    assert (ran.code, ran.out, ran.err) == (0, f"argmap {__version__}\n", "")


def test_help_lists_every_command(argmap: Program) -> None:
    ran = argmap("--help")
    assert ran.code == 0
    assert all(f"  {name} " in ran.out and does in ran.out for name, does in COMMANDS.items())


def test_without_a_command_it_is_help_and_no_success(argmap: Program) -> None:
    ran = argmap()
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == argmap("--help").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chek"], "argmap: `chek` is no command; did you mean `check`?"),
        (["xyzzy"], "argmap: `xyzzy` is no command\n"),
        (["--chek"], "unrecognized arguments: --chek"),
        (["check", "--format", "yaml"], "invalid choice: 'yaml'"),
        (["check", "nowhere"], "argmap: there is no `nowhere`"),
        (["check", "--sources", "nowhere"], "argmap: there is no `nowhere`"),
        (["build", "nowhere"], "argmap: there is no `nowhere`"),
        (["show"], "the following arguments are required: DOC"),
        (["show", "frist"], "argmap: no document has the id `frist`; did you mean `first`?\nthere are: first, second"),
        (["show", "arguments/shared/issues.argmap"], "argmap: arguments/shared/issues.argmap encodes no document"),
        (["show", "nowhere.argmap"], "argmap: there is no `nowhere.argmap`"),
        (["export", "xml"], "argmap: `xml` is no format that is exported"),
        (["explain", "langauge"], "argmap: there is no code or rule `langauge`; did you mean `language`?"),
        (
            ["explain", "stance-revered"],
            "argmap: there is no code or rule `stance-revered`; did you mean `stance-reversed`?",
        ),
        (["explain", "A10"], "argmap: there is no code or rule `A10`; did you mean `A010`?"),
        (["explain", "perhaps"], "there is no code or rule `perhaps`; as a strength, it may mean `possible`"),
        (["fmt", "-", "arguments"], "argmap: `-` is standard input, and stands alone"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_said(argmap: Program, words: list[str], said: str) -> None:
    ran = argmap(*words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_outside_a_project_it_says_where_to_go(argmap: Program, tmp_path: Path) -> None:
    ran = argmap("check", within="..")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"argmap: no `arguments` folder in {tmp_path.resolve()} or in a folder above it\n"
        "go to a folder of a project, or name files; `argmap new` starts one\n"
    )


def test_show_tells_the_argument(argmap: Program) -> None:
    ran = argmap("show", "first")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "first: Trams now\n"
        "Author A, 2020\n"
        "\n"
        "claims build (should): The town should build trams.\n"
        "│  answers trams: yes\n"
        "├─ because quiet: Trams are quiet.\n"
        "├─ and: Quiet towns are good towns.\n"
        "└─ although dear: Trams cost a lot.\n"
        "   └─ because price: One line costs millions.\n"
        "\n"
        "reports debt from council: The town is in debt.\n"
        "└─ because: It says so.\n"
    )
    assert argmap("show", "arguments/first.argmap") == ran
    assert argmap("show", "../first.argmap", within="arguments/shared") == ran
    assert max(map(len, argmap("show", "first", "--width", "40").out.splitlines())) <= 40


def test_show_refuses_what_has_errors_and_shows_the_rest(argmap: Program, bad: Path) -> None:
    ran = argmap("show", "bad")
    assert (ran.code, ran.out) == (1, "")
    assert "did you mean `because`?" in ran.err
    assert argmap("show", "first").code == 0


def test_export_keeps_to_its_schema(argmap: Program) -> None:
    ran = argmap("export", "json")
    assert (ran.code, ran.err) == (0, "")
    schema = json.loads(argmap("export", "json", "--schema").out)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(ran.out))
    assert [claim["id"] for claim in json.loads(ran.out)["claims"]] == [
        "first.build",
        "first.build~1",
        "first.dear",
        "first.debt",
        "first.debt~1",
        "first.price",
        "first.quiet",
        "second.leave",
        "second.narrow",
    ]


def test_export_tells_places_where_asked_to(argmap: Program) -> None:
    (argmap.folder / "texts").mkdir()
    (argmap.folder / "texts/first.txt").write_text("Now.\nWe must build the trams.\n", encoding="utf-8")
    plain, placed = (json.loads(argmap("export", "json", *more).out) for more in ((), ("--sources", "texts")))
    schema = json.loads(argmap("export", "json", "--schema").out)

    Draft202012Validator(schema).validate(placed)
    places = placed.pop("places")
    assert placed == plain
    assert places[0] == {
        "claim": "first.build",
        "file": "arguments/first.argmap",
        "line": 6,
        "picture": "renders/first.svg",
        "cues": [{"line": 2, "start": 13, "end": 28}],
    }
    assert argmap("build").code == 0
    assert all((argmap.folder / place["picture"]).is_file() for place in places)
    assert "cues" not in json.loads(argmap("export", "json", "--places").out)["places"][0]
    assert argmap("export", "json", "--sources", "nowhere").code == 2


def test_export_names_the_project(argmap: Program) -> None:
    assert "title" not in json.loads(argmap("export", "json").out)
    (argmap.folder / "argmap.toml").write_text('title = "Trams in our town"\n', encoding="utf-8")
    assert json.loads(argmap("export", "json").out)["title"] == "Trams in our town"


def test_export_writes_a_file_whole_or_not_at_all(argmap: Program, bad: Path) -> None:
    ran = argmap("export", "json", "-o", "all.json")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith("1 error: nothing is exported\n")
    assert not (argmap.folder / "all.json").exists()
    bad.unlink()
    assert argmap("export", "json", "-o", "all.json").code == 0
    assert (argmap.folder / "all.json").read_text(encoding="utf-8") == argmap("export", "json").out
    assert argmap("export", "json", "-o", "no/all.json").err == "argmap: no/all.json: no such file or directory\n"


def test_explain_knows_words_and_phrases(argmap: Program) -> None:
    assert argmap("explain", "crux").out.startswith("# crux: ")
    assert argmap("explain", "It", "turns", "on").out == argmap("explain", "crux").out
    assert argmap("explain", "stance reversed").out == argmap("explain", "stance-reversed").out
    assert "did you mean `crux`?" in argmap("explain", "cruxs").err
    listed = argmap("explain", "words").out
    assert "\nendorses " in listed and "\nvery-likely " in listed


def test_explain_prints_the_language(argmap: Program) -> None:
    ran = argmap("explain", "language")
    reference = files("argmap.language").joinpath("reference.md").read_text(encoding="utf-8")
    assert (ran.code, ran.out, ran.err) == (0, reference, "")
    assert argmap("explain", "Language").out == reference


def test_explain_prints_the_reference_of_the_json(argmap: Program) -> None:
    ran = argmap("explain", "json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# The JSON that argmap writes\n")
    assert argmap("explain", "JSON").out == ran.out


def test_explain_prints_what_verdicts_mean_and_each_alone(argmap: Program) -> None:
    ran = argmap("explain", "verdicts")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# Verdicts\n") and "### `contradiction`: Contradiction\n" in ran.out
    assert argmap("explain", "Opposed").out.startswith("# opposed: Opposed\n\nA verdict.\n\n")
    assert argmap("explain", "so-far").out.startswith("# so-far: The facts so far\n")


def test_explain_says_what_a_code_means_and_lists_all(argmap: Program) -> None:
    page = argmap("explain", "a103")
    assert (page.code, page.err) == (0, "")
    assert page.out.startswith("# A103: ")
    assert argmap("explain", "A103") == page
    listed = argmap("explain")
    assert [line.split()[:2] for line in listed.out.splitlines()] == [
        *([code, severity.value] for code, severity in SEVERITIES.items()),
        *([rule.value, significance.value] for rule, significance in SIGNIFICANCE.items()),
    ]


def test_explain_says_what_a_kind_of_change_means(argmap: Program) -> None:
    page = argmap("explain", "Stance-Retracted")
    assert (page.code, page.err) == (0, "")
    assert page.out.startswith("# stance-retracted: ")
    assert page.out.endswith("The other way round: `stance-adopted`.\n")


def test_explain_lays_a_page_out_for_a_terminal(argmap: Program) -> None:
    page = argmap("explain", "A103", "--format", "text", "--width", "60")
    assert page.out.startswith("A103: unknown claim\n===================\n\nA premise, ")
    assert "```" not in page.out and max(map(len, page.out.splitlines())) <= 60
    assert argmap("explain", "A103", "--format", "md") == argmap("explain", "A103", "--format", "markdown")
    assert argmap("explain", "A103", "--format", "markdown") == argmap("explain", "A103")


def test_show_prints_a_page_too(argmap: Program) -> None:
    page = argmap("show", "first", "--format", "markdown")
    assert (page.code, page.err, page) == (0, "", argmap("show", "first", "--format", "md"))
    assert page.out.startswith("# ") and "\n- **claims " in page.out
    web = argmap("show", "first", "--format", "html")
    assert (web.code, web.err) == (0, "")
    assert web.out.startswith("<!DOCTYPE html>") and "<li><strong>claims " in web.out


def test_completion_names_every_command(argmap: Program) -> None:
    pytest.importorskip("shtab")
    ran = argmap("completion", "bash")
    assert ran.code == 0
    assert all(name in ran.out for name in COMMANDS)
    assert 'eval "$(argmap completion bash)"' in ran.err


def test_a_language_server_that_lacks_its_packages_says_what_to_install(argmap: Program, tmp_path: Path) -> None:
    (tmp_path / "without/pygls").mkdir(parents=True)
    gone = "raise ModuleNotFoundError(name='pygls')\n"
    (tmp_path / "without/pygls/__init__.py").write_text(gone, encoding="utf-8")
    ran = argmap("lsp", PYTHONPATH=str(tmp_path / "without"))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "argmap: a language server needs two more packages: pip install 'argmap[lsp]'\n"


def test_a_language_server_is_for_editors(argmap: Program) -> None:
    pytest.importorskip("pygls", reason="comes with the extra `lsp`")
    ran = argmap.on_a_terminal("lsp", answers=[])
    assert (ran.code, ran.out) == (2, "")
    assert "this is for an editor" in ran.err
