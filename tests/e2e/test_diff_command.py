"""`argmap diff`, in real repositories and beside them."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import FILES, written
from program import Program, Ran
from repository import Git, surround

BUILD, LEAVE = "arguments/first.argmap", "arguments/second.argmap"
REVERSED = {BUILD: FILES[BUILD].replace("claims build", "denies build")}


@pytest.fixture(autouse=True)
def own_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    surround(monkeypatch)


@pytest.fixture
def git(project: Path) -> Git:
    """The project in one commit, with a branch on which its first author turned round."""
    made = Git.new(project)
    made.commit()
    made("checkout", "-q", "-b", "turned")
    made.commit(dict(REVERSED))
    made("checkout", "-q", "main")
    return made


def rules(ran: Ran) -> set[str]:
    return {change["rule"] for change in json.loads(ran.out)["changes"]}


def oneline(ran: Ran) -> list[tuple[str, str]]:
    """Significance and rule of each line."""
    lines = [line.split()[:2] for line in ran.out.splitlines()]
    return [(significance, rule) for significance, rule in lines]


def test_alone_it_is_the_last_commit_beside_the_working_tree(argmap: Program, git: Git) -> None:
    ran = argmap("diff")
    assert (ran.code, ran.err) == (0, "")
    assert "HEAD -> the working tree" in ran.out

    git.write(dict(REVERSED))
    ran = argmap("diff", "--format", "oneline")
    assert ("high", "stance-reversed") in oneline(ran)
    assert ran.code == 0
    # What git has staged makes no difference.
    git("add", "--all")
    assert argmap("diff", "--format", "oneline") == ran


def test_two_revisions_and_the_pull_request_form(argmap: Program, git: Git) -> None:
    both = argmap("diff", "main", "turned", "--format", "json")
    assert {"stance-reversed", "conflict-closed"} <= rules(both)
    git.commit({LEAVE: FILES[LEAVE].replace("are narrow", "are not narrow")}, "Moved on")
    # Where the branch began, and not where the other one is by now.
    assert rules(argmap("diff", "--against", "main", "turned", "--format", "json")) == rules(both)
    assert "claim-negated" in rules(argmap("diff", "main", "turned", "--format", "json"))
    git("checkout", "-q", "turned")
    for words in (("--against", "main"), ("--against",), ("--against", "--", BUILD)):
        assert "stance-reversed" in rules(argmap("diff", "--format", "json", *words))


def test_changed_over_it_is_the_mirror_image(argmap: Program, git: Git) -> None:
    git("checkout", "-q", "turned")
    git.write({LEAVE: None})
    git.commit()
    one, other = (
        rules(argmap("diff", *words, "--format", "json")) for words in (("main", "turned"), ("turned", "main"))
    )
    assert "document-removed" in one and "document-added" in other


def test_paths_narrow_what_is_reported_and_not_what_is_read(argmap: Program, git: Git) -> None:
    git("checkout", "-q", "turned")
    git.commit({LEAVE: FILES[LEAVE].replace("are narrow", "are not narrow")})
    lines = {
        path: {rule for _, rule in oneline(argmap("diff", "main", "turned", path, "--format", "oneline"))}
        for path in (BUILD, LEAVE, "arguments", "arguments/shared")
    }
    assert "stance-reversed" in lines[BUILD] and "claim-negated" not in lines[BUILD]
    assert "claim-negated" in lines[LEAVE] and "stance-reversed" not in lines[LEAVE]
    assert {"stance-reversed", "claim-negated"} <= lines["arguments"]
    assert not {"stance-reversed", "claim-negated"} & lines["arguments/shared"]
    assert oneline(argmap("diff", f"main:{LEAVE}", "--format", "oneline")) == oneline(
        argmap("diff", "main", "--format", "oneline", "--", LEAVE)
    )


def test_files_and_folders_without_any_git(argmap: Program, project: Path, tmp_path: Path) -> None:
    copy = written(tmp_path / "copy")
    (copy / BUILD).write_text(REVERSED[BUILD], encoding="utf-8")
    expected = argmap("diff", ".", "../copy", "--format", "oneline", PATH="").out
    assert "stance-reversed" in expected
    for words in (("arguments", "../copy/arguments"), (BUILD, f"../copy/{BUILD}")):
        assert argmap("diff", *words, "--format", "oneline", PATH="").out == expected
    # A file from elsewhere stands in the place of the one beside it, with all that this refers to.
    alone = tmp_path / "alone.argmap"
    alone.write_text(REVERSED[BUILD], encoding="utf-8")
    ran = argmap("diff", BUILD, str(alone), "--format", "oneline", PATH="")
    assert oneline(ran) == [tuple(line.split()[:2]) for line in expected.splitlines()]


def test_standard_input(argmap: Program, git: Git) -> None:
    ran = argmap("diff", BUILD, "-", "--format", "oneline", stdin=REVERSED[BUILD].encode())
    assert ("high", "stance-reversed") in oneline(ran)
    ran = argmap("diff", "-", f"turned:{BUILD}", "--format", "oneline", stdin=REVERSED[BUILD].encode())
    assert (ran.code, ran.out) == (0, "")
    for words in (("-", "-"), ("-",), ("HEAD", "-")):
        assert argmap("diff", *words).code == 2


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 0),
        (["--fail-on", "never"], 0),
        (["--fail-on", "high"], 1),
        (["--fail-on", "low"], 1),
        (["--exit-code"], 1),
        (["--fail-on", "high", "--only", "claim-moved"], 0),
        (["--exit-code", "--only", "claim-moved"], 0),
        (["--fail-on", "high", "--ignore", "stance-reversed,conflict-closed", "--ignore", "thesis-changed"], 0),
    ],
)
def test_when_it_is_too_much(argmap: Program, git: Git, options: list[str], code: int) -> None:
    assert argmap("diff", "main", "turned", *options).code == code
    assert argmap("diff", "main", "main", *options).code == 0


def test_rules_are_chosen_and_left_out(argmap: Program, git: Git) -> None:
    assert rules(argmap("diff", "main", "turned", "--only", "stance-reversed", "--format", "json")) == {
        "stance-reversed"
    }
    both = rules(argmap("diff", "main", "turned", "--format", "json"))
    left = rules(argmap("diff", "main", "turned", "--format", "json", "--ignore", "stance-reversed, thesis-changed"))
    assert left == both - {"stance-reversed", "thesis-changed"}
    ran = argmap("diff", "--only", "stance-reversd")
    assert ran.code == 2
    assert "`stance-reversd` is no kind of change; did you mean `stance-reversed`?" in ran.err


def test_what_a_project_says_of_a_kind_of_change(argmap: Program, git: Git) -> None:
    git.commit({"argmap.toml": '[changes]\nstance-reversed = "low"\nthesis-changed = "off"\n'})
    git("checkout", "-q", "turned")
    found = oneline(argmap("diff", "main", "--format", "oneline"))
    assert ("low", "stance-reversed") in found
    assert not [rule for _, rule in found if rule == "thesis-changed"]
    said = argmap("diff", "main").out
    assert " switched off by the settings (thesis-changed)." in " ".join(said.split())
    assert json.loads(argmap("diff", "main", "--format", "json").out)["switched-off"] == ["thesis-changed"]
    git.write({"argmap.toml": '[changes]\nstance-reversed = "hihg"\n'})
    ran = argmap("diff", "main")
    assert ran.code == 3
    assert "`hihg` is no level; did you mean `high`?" in ran.err


def test_a_change_decides_nothing_about_its_own_report(argmap: Program, git: Git) -> None:
    before = oneline(argmap("diff", "main", "turned", "--format", "oneline"))
    git("checkout", "-q", "turned")
    git.commit({"argmap.toml": '[changes]\nstance-reversed = "off"\n\n[levels]\nA010 = "off"\n'})
    ran = argmap("diff", "main", "turned", "--format", "oneline", "--fail-on", "high")
    assert (ran.code, oneline(ran)) == (1, before)
    notices = [
        "the settings in turned differ for stance-reversed ([changes]); those in main count",
        "the settings in turned differ for A010 ([levels]); those in main count",
    ]
    assert [line.removeprefix("argmap: ") for line in ran.err.splitlines()] == notices
    ran = argmap("diff", "main", "turned", "--format", "json")
    assert json.loads(ran.out)["notices"] == notices
    assert argmap("diff", "main", "turned").out.startswith(f"note: {notices[0]}\n")
    for form in ("markdown", "html", "github"):
        assert "those in main count" in argmap("diff", "main", "turned", "--format", form).out
    # What the settings of the change call no error keeps its file from being read all the same.
    git.commit({BUILD: REVERSED[BUILD].replace("  because quiet", "  becuase quiet")})
    assert argmap("diff", "main", "turned").code == 3


def test_a_change_does_not_accept_itself(argmap: Program, git: Git) -> None:
    found = json.loads(argmap("diff", "main", "turned", "--format", "json").out)["changes"]
    mark = found[0]["fingerprint"]
    entry = f'[[accepted]]\nfingerprint = "{mark}"\nreason = "an erratum"\nowner = "editors"\n'
    git("checkout", "-q", "turned")
    git.commit({"accepted.toml": entry})
    ran = argmap("diff", "main", "--accept", "accepted.toml", "--format", "json", "--fail-on", "high")
    outcome = json.loads(ran.out)
    assert (ran.code, outcome["accepted"], outcome["changes"]) == (1, [], found)
    assert outcome["notices"] == [
        f"accepted.toml adds an acceptance of {mark} (an erratum; editors), which does not count until main has it"
    ]
    git("checkout", "-q", "main")
    git.commit({"accepted.toml": entry})
    git("checkout", "-q", "turned")
    outcome = json.loads(argmap("diff", "main", "--accept", "accepted.toml", "--format", "json").out)
    assert [change["fingerprint"] for change in outcome["accepted"]] == [mark]
    assert outcome["notices"] == []


def test_an_accept_file_that_git_does_not_track_is_the_users_own(argmap: Program, git: Git, project: Path) -> None:
    found = json.loads(argmap("diff", "main", "turned", "--format", "json").out)["changes"]
    mark = found[0]["fingerprint"]
    # To git, the brackets would be a pattern, and a file that it does track would fit it.
    git.commit({"accepted1.toml": ""})
    entry = f'[[accepted]]\nfingerprint = "{mark}"\nreason = "an erratum"\nowner = "editors"\n'
    (project / "accepted[1].toml").write_text(entry, encoding="utf-8")
    outcome = json.loads(argmap("diff", "main", "turned", "--accept", "accepted[1].toml", "--format", "json").out)
    assert [change["fingerprint"] for change in outcome["accepted"]] == [mark]
    assert outcome["notices"] == []


def test_accepted_changes(argmap: Program, git: Git, project: Path) -> None:
    found = json.loads(argmap("diff", "main", "turned", "--format", "json").out)["changes"]
    entries = [
        f'[[accepted]]\nfingerprint = "{change["fingerprint"]}"\nreason = "an erratum"\nowner = "editors"\n'
        for change in found
    ]
    (project / "accepted.toml").write_text("\n".join(entries), encoding="utf-8")
    ran = argmap("diff", "main", "turned", "--accept", "accepted.toml", "--format", "json", "--fail-on", "low")
    assert (ran.code, ran.err) == (0, "")
    outcome = json.loads(ran.out)
    assert outcome["changes"] == []
    assert len(outcome["accepted"]) == len(found)

    # All that is accepted is still there, whatever part of it is asked for.
    ran = argmap("diff", "main", "turned", "--accept", "accepted.toml", "--only", "claim-moved", "--", LEAVE)
    assert (ran.code, ran.err) == (0, "")

    ran = argmap("diff", "main", "main", "--accept", "accepted.toml")
    assert ran.code == 0
    assert ran.err.count("no change has this fingerprint any longer") == len(found)
    assert argmap("diff", "--accept", "nothing.toml").code == 2
    (project / "accepted.toml").write_text("[[accepted]", encoding="utf-8")
    ran = argmap("diff", "--accept", "accepted.toml")
    assert (ran.code, ran.out) == (2, "")
    assert "this is not TOML" in ran.err


def test_an_input_with_syntax_errors_is_compared_as_far_as_it_goes(argmap: Program, git: Git, project: Path) -> None:
    git.write({BUILD: REVERSED[BUILD].replace("  because quiet", "  becuase quiet"), "arguments/latin.argmap": b"\xe9"})
    ran = argmap("diff", "--format", "json", "--fail-on", "high")
    assert ran.code == 3
    assert "the working tree could not be read whole; the rest is compared" in ran.err
    assert "error[A010]: `becuase` is no word of the language; did you mean `because`?" in ran.err
    assert "byte 0xE9 is not UTF-8" in ran.err
    outcome = json.loads(ran.out)
    assert outcome["partial"] == [BUILD, "arguments/latin.argmap"]
    assert "stance-reversed" in rules(ran)
    # On the old side too; what is wrong on both is said once.
    git.commit()
    ran = argmap("diff", "HEAD~1", "HEAD")
    assert ran.code == 3
    ran = argmap("diff", "HEAD")
    assert ran.code == 3
    assert ran.err.count("`becuase` is no word") == 1


def test_many_errors_are_not_all_shown(argmap: Program, git: Git) -> None:
    lines = "".join(f"\nclaims c{number}: C.\n  becuase: D.\n" for number in range(9))
    git.write({LEAVE: FILES[LEAVE] + lines})
    ran = argmap("diff")
    assert ran.code == 3
    assert ran.err.count("error[A010]") == 5
    assert "and 4 more: `argmap check` says all" in ran.err


@pytest.mark.parametrize("form", ["text", "oneline", "json", "markdown", "github", "sarif", "html", "svg"])
def test_every_form_says_something_of_a_change_and_of_none(
    argmap: Program, git: Git, tmp_path: Path, form: str
) -> None:
    for words in (("main", "turned"), ("main", "main")):
        ran = argmap("diff", *words, "--format", form)
        assert (ran.code, ran.err) == (0, "")
        if form in ("json", "sarif"):
            json.loads(ran.out)
        if form == "svg":
            ElementTree.fromstring(ran.out)
        ending = {"markdown": ".md", "text": ".txt", "oneline": "", "github": ""}.get(form, f".{form}")
        explicit = [] if ending and form != "text" else ["--format", form]
        ran_to_file = argmap("diff", *words, "-o", f"../out{ending}", *explicit)
        assert (ran_to_file.code, ran_to_file.out) == (0, "")
        assert (tmp_path / f"out{ending}").read_text(encoding="utf-8") == ran.out
        # Read again, the same bytes.
        assert argmap("diff", *words, "--format", form).out == ran.out


def test_short_it_says_what_tells_each_change(argmap: Program, git: Git) -> None:
    short, full = (argmap("diff", "main", "turned", *options).out for options in ((), ("--full",)))
    assert "; `argmap diff --full main turned` tells each change\n" in short
    assert "--full" not in full and full.splitlines()[0] == short.splitlines()[0]
    told = len(json.loads(argmap("diff", "main", "turned", "--format", "json").out)["changes"])
    assert sum(line.lstrip()[:2] in ("◆ ", "◇ ", "· ") for line in full.splitlines()) == told


def test_what_tells_each_change_tells_the_same_changes(argmap: Program, git: Git) -> None:
    chosen = ("--only", "conflict-closed,stance-reversed", "--ignore", "conflict-closed")
    short = argmap("diff", "main", "turned", *chosen).out
    command = "diff --full --only stance-reversed,conflict-closed --ignore conflict-closed main turned"
    assert f"; `argmap {command}` tells each change" in " ".join(short.split())
    assert argmap(*command.split()).out.splitlines()[0] == short.splitlines()[0]


def test_the_schema(argmap: Program, git: Git) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(argmap("diff", "--schema").out)
    for words in (("main", "turned"), ("turned", "main"), ("main", "main")):
        jsonschema.validate(json.loads(argmap("diff", *words, "--format", "json").out), schema)


def test_lines_are_linked_where_the_host_says_what_it_is_called(argmap: Program, git: Git) -> None:
    words = ("diff", "main", "turned", "--format", "markdown")
    assert "](<" not in argmap(*words).out
    host = {"GITHUB_SERVER_URL": "https://git.example", "GITHUB_REPOSITORY": "town/trams", "GITHUB_SHA": "0" * 40}
    turned = git("rev-parse", "turned")
    assert f"https://git.example/town/trams/blob/{turned}/{BUILD}#L6" in argmap(*words, **host).out
    git("checkout", "-q", "turned")
    ran = argmap("diff", "main", "--format", "markdown", **host)
    assert f"https://git.example/town/trams/blob/{'0' * 40}/{BUILD}#L6" in ran.out
    ran = argmap(*words, CI_PROJECT_URL="https://git.example/town", CI_COMMIT_SHA="0" * 40)
    assert f"https://git.example/town/-/blob/{turned}/{BUILD}#L6" in ran.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["mian"], "argmap: `mian` is no file or folder here, and no revision that git knows; did you mean `main`?"),
        (["main", "main..turned"], "  argmap diff main turned"),
        (["main", "turned", "nothing"], "argmap: no argument file is called `nothing`, on either side"),
        (["main", "turned", "x", "--", "y"], "argmap: there are 3 words before `--`, and 2 can be sides"),
        (["--against", "main", "turned", "x", "--", "y"], "argmap: there are 2 words before `--`, and 1 can be sides"),
        ([BUILD], f"  argmap diff HEAD -- {BUILD}"),
        ([""], "argmap: one of the words is empty, as an unset variable is"),
        (["main", "", "--", BUILD], "argmap: one of the words is empty, as an unset variable is"),
        (["--width", "x"], "argmap diff: argument --width: invalid int value: 'x'"),
    ],
)
def test_what_cannot_be_done_says_what_can(argmap: Program, git: Git, words: list[str], said: str) -> None:
    ran = argmap("diff", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err.splitlines()


def test_outside_a_repository_and_before_the_first_commit(argmap: Program, project: Path, tmp_path: Path) -> None:
    ran = argmap("diff", GIT_CEILING_DIRECTORIES=str(tmp_path))
    assert ran.code == 2
    assert "there is no git repository here" in ran.err
    ran = argmap("diff", PATH="")
    assert "git is not installed, or not on the PATH" in ran.err
    Git.new(project)
    ran = argmap("diff")
    assert ran.code == 2
    assert "there is no commit yet" in ran.err


def test_a_whole_folder_of_arguments_comes_and_goes(argmap: Program, git: Git) -> None:
    git("rm", "-q", "-r", "arguments")
    git.commit()
    assert {"document-removed", "issue-removed"} <= rules(argmap("diff", "main~1", "main", "--format", "json"))
    assert {"document-removed"} <= rules(argmap("diff", "main~1", "--format", "json"))
    assert {"document-added"} <= rules(argmap("diff", "main", "main~1", "--format", "json"))


def test_what_shows_nothing(argmap: Program, git: Git) -> None:
    """Line ends, formatting, a file's name, a merge of what was there before."""
    git("mv", BUILD, "arguments/größe.argmap")
    path = git.folder / "arguments" / "größe.argmap"
    path.write_bytes(b"\xef\xbb\xbf# A remark.\n" + path.read_bytes().replace(b"\n", b"\r\n"))
    ran = argmap("diff", "--format", "oneline", "--exit-code")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_a_shallow_clone_names_what_to_fetch_and_then_works(argmap: Program, git: Git, tmp_path: Path) -> None:
    folder = tmp_path / "shallow"
    git("clone", "-q", "--depth=1", "--branch=turned", git.folder.as_uri(), str(folder))
    shallow = Program(folder, argmap.cache)
    ran = shallow("diff", "--against")
    while ran.code == 2:
        command = [line.strip() for line in ran.err.splitlines() if line.startswith("  git ")]
        assert command
        Git(folder)(*command[0].split()[1:])
        ran = shallow("diff", "--against", "--format", "json")
    assert "stance-reversed" in rules(ran)


def test_nothing_in_the_repository_is_touched(argmap: Program, git: Git) -> None:
    def state() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in git.folder.rglob("*") if path.is_file()}

    before = state()
    argmap("diff", "main", "turned")
    argmap("diff", "--against", "turned")
    assert state() == before


def test_a_submodule_is_told_before_the_changes(argmap: Program, git: Git, tmp_path: Path) -> None:
    other = Git.new(tmp_path / "other")
    other.commit({"y.argmap": "actor y: Y\n"})
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other.folder), "arguments/other")
    git.commit()
    notice = "arguments/other is a submodule, and what is in it is not compared"
    assert json.loads(argmap("diff", "HEAD~1", "HEAD", "--format", "json").out)["notices"] == [notice]
    assert argmap("diff", "HEAD~1", "HEAD").out.startswith(f"note: {notice}\n")
    assert "nothing else that anybody says did, as far as it could be read" in argmap("diff", "HEAD~1", "HEAD").out
    assert f"**Note:** {notice}." in argmap("diff", "HEAD~1", "HEAD", "--format", "markdown").out
    assert argmap("diff", "HEAD~1", "HEAD", "--format", "oneline").err == f"argmap: {notice}\n"


def test_who_or_what_has_the_same_name_is_told_by_the_id(argmap: Program, tmp_path: Path) -> None:
    issue = "issue trams: Trams?\n  position yes: Yes\n  position no: No\n"
    text = "document a: A\n  author office: The office\n\nclaims x: X.\n  answers trams: yes\n"
    for side in ("old", "new"):
        (tmp_path / side / "arguments").mkdir(parents=True)
        is_new = side == "new"
        said = (issue + text).replace("office:", "bureau:").replace("yes", "yea") if is_new else issue + text
        for name, part in zip(("i", "a"), said.split("document a"), strict=True):
            whole = part if name == "i" else f"document a{part}"
            (tmp_path / side / "arguments" / f"{name}.argmap").write_text(whole, encoding="utf-8")
    told = argmap("diff", str(tmp_path / "old"), str(tmp_path / "new"), "--format", "oneline").out
    assert "is now by `bureau`, no longer by `office`" in told
    assert "no longer answers “Yes” (`yes`) but “Yes” (`yea`)" in told
