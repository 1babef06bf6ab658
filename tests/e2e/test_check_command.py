"""`argmap check` as a process."""

import json
from pathlib import Path
from signal import SIGINT

import pytest
from jsonschema import Draft202012Validator
from program import Program

CLEAN = "2 documents, 9 claims: no findings\n"
SAID = "3 documents, 10 claims: 1 error; `argmap explain A010` says more\n"


def test_clean(argmap: Program) -> None:
    ran = argmap("check")
    assert (ran.code, ran.out, ran.err) == (0, "", CLEAN)


def test_it_says_the_same_from_any_folder_and_of_any_run(argmap: Program, bad: Path) -> None:
    first = argmap("check")
    assert first.code == 1
    assert argmap("check") == argmap("check", "--no-cache") == argmap("check", within="arguments/shared") == first


def test_full(argmap: Program, bad: Path) -> None:
    ran = argmap("check")
    assert ran.code == 1
    assert "error[A010]" in ran.out
    assert "arguments/bad.argmap:5:3" in ran.out
    assert "help: write `because`" in ran.out
    assert ran.err == "\n" + SAID


def test_concise(argmap: Program, bad: Path) -> None:
    ran = argmap("check", "--format", "concise")
    said = "arguments/bad.argmap:5:3: error[A010] `becuase` is no word of the language; did you mean `because`?\n"
    assert (ran.code, ran.out, ran.err) == (1, said, SAID)


def test_github(argmap: Program, bad: Path) -> None:
    ran = argmap("check", "--format", "github")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.startswith("::error file=arguments/bad.argmap,line=5,")


def test_json(argmap: Program, bad: Path) -> None:
    ran = argmap("check", "--format", "json")
    assert (ran.code, ran.err) == (1, "")
    schema = json.loads(argmap("check", "--schema").out)
    Draft202012Validator(schema).validate(json.loads(ran.out))
    assert "A010" in ran.out


def test_sarif(argmap: Program, bad: Path) -> None:
    ran = argmap("check", "--format", "sarif")
    assert (ran.code, ran.err) == (1, "")
    (analysis,) = json.loads(ran.out)["runs"]
    assert [result["ruleId"] for result in analysis["results"]] == ["A010"]


def test_paths_say_what_to_report_on_and_names_still_mean_the_same(argmap: Program, bad: Path) -> None:
    assert argmap("check", "arguments/first.argmap").code == 0
    assert argmap("check", "arguments/shared", "arguments/second.argmap").code == 0
    assert argmap("check", "arguments/first.argmap", "arguments/bad.argmap").code == 1
    assert argmap("check", "../bad.argmap", within="arguments/shared").code == 1


def test_a_path_in_another_project(argmap: Program, tmp_path: Path) -> None:
    ran = argmap("check", "project/arguments/first.argmap", within="..")
    assert (ran.code, ran.err) == (0, CLEAN)
    assert argmap("check", "project", within="..").err == CLEAN


def test_files_outside_any_project(argmap: Program, tmp_path: Path) -> None:
    lone = tmp_path / "lone.argmap"
    lone.write_text("document lone: Lone\n  author a: A\n\nclaims x: X.\n  because: Y.\n", encoding="utf-8")
    ran = argmap("check", "lone.argmap", within="..")
    assert (ran.code, ran.err) == (0, "1 document, 2 claims: no findings\n")
    assert argmap("check", str(lone)).code == 0


def test_fail_on(argmap: Program, project: Path) -> None:
    path = project / "arguments" / "first.argmap"
    path.write_text(path.read_text(encoding="utf-8").replace('"build the trams"', '"build"'), encoding="utf-8")
    assert argmap("check").code == 0
    assert argmap("check", "--fail-on", "warning").code == 1


def test_sources(argmap: Program, project: Path) -> None:
    (project / "texts").mkdir()
    ran = argmap("check", "--sources", "texts", "--format", "concise")
    assert ran.code == 1
    assert "first.argmap:4:11: error[A504]" in ran.out
    (project / "texts" / "fisrt.txt").write_text("", encoding="utf-8")
    ran = argmap("check", "--sources", "texts", "--format", "concise")
    assert "did you mean `fisrt.txt`?" in ran.out
    (project / "texts" / "first.txt").write_text("We will now build\nthe trams.\n", encoding="utf-8")
    ran = argmap("check", "--sources", "texts", "--format", "concise")
    assert ran.code == 0
    assert ", 1 cue looked up" in ran.err
    (project / "texts" / "first.txt").write_text("We will not.\n", encoding="utf-8")
    assert "error[A501]" in argmap("check", "--sources", "texts", "--format", "concise").out


def test_colours_only_where_they_are_wanted(argmap: Program, bad: Path) -> None:
    assert "\x1b" not in argmap("check").out
    assert "\x1b[" in argmap("check", FORCE_COLOR="1").out
    assert "\x1b" not in argmap("check", FORCE_COLOR="1", NO_COLOR="1").out


def test_an_empty_project(argmap: Program, tmp_path: Path) -> None:
    (tmp_path / "empty" / "arguments").mkdir(parents=True)
    ran = argmap("check", within="../empty")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "0 documents, 0 claims: no findings\nthere is no document yet: `argmap new` starts one\n"


def test_the_gravest_finding_is_the_one_to_explain(argmap: Program, project: Path) -> None:
    path = project / "arguments" / "first.argmap"
    path.write_text("actor nobody: Nobody\n" + path.read_text(encoding="utf-8") + "\nclams x: X\n", encoding="utf-8")
    ran = argmap("check", "arguments/first.argmap", "--format", "concise")
    assert [line.split("[")[1][:4] for line in ran.out.splitlines()] == ["A303", "A010"]
    assert ran.err.endswith("1 error, 1 warning; `argmap explain A010` says more\n")


def test_a_link_under_arguments_is_a_file_of_the_project(argmap: Program, project: Path) -> None:
    (project / "drafts").mkdir()
    (project / "arguments" / "second.argmap").rename(project / "drafts" / "second.argmap")
    (project / "arguments" / "second.argmap").symlink_to("../drafts/second.argmap")
    ran = argmap("check", "arguments/second.argmap")
    assert (ran.code, ran.out) == (0, "")
    assert argmap("show", "arguments/second.argmap").out.startswith("second: No trams\n")
    assert argmap("show", "second.argmap", within="arguments").out.startswith("second: No trams\n")


def test_a_folder_of_sources_that_the_settings_name_and_that_is_not_there(argmap: Program, project: Path) -> None:
    (project / "argmap.toml").write_text('sources = "texts"\n', encoding="utf-8")
    ran = argmap("check")

    assert ran.code == 2
    assert ran.err.startswith("argmap: the settings name `texts` as the folder of source texts, and there is none\n")


def test_what_the_settings_leave_out_is_counted(argmap: Program, bad: Path) -> None:
    (argmap.folder / "argmap.toml").write_text('[levels]\nA010 = "off"\n', encoding="utf-8")
    for _ in range(2):
        ran = argmap("check")
        assert (ran.code, ran.out) == (0, "")
        assert ran.err.endswith(": no findings, and 1 switched off by the settings (A010)\n")
    assert "switched off" not in argmap("check", "arguments/first.argmap").err


def test_it_checks_again_whenever_a_file_changes(argmap: Program, bad: Path) -> None:
    with argmap.started("check", "--watch") as process:
        assert process.stdout is not None and process.stderr is not None
        lines = iter(process.stdout.readline, "")
        assert next(lines).startswith("error[A010]: `becuase`")
        bad.write_text(bad.read_text(encoding="utf-8").replace("becuase", "becasue"), encoding="utf-8")
        assert next(line for line in lines if line.startswith("error[")).startswith("error[A010]: `becasue`")
        process.send_signal(SIGINT)
        assert process.wait(20) == 0
        assert "3 documents" in process.stderr.read()


@pytest.mark.parametrize("words", [["--staged"], ["--format", "json"], ["arguments/first.argmap"], [".", "."]])
def test_what_is_watched_is_a_project(argmap: Program, words: list[str]) -> None:
    ran = argmap("check", "--watch", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "argmap: what is watched is one project, its files on the disk, and shown to people\n"
