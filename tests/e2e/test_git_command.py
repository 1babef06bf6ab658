"""`argmap git` as a process, in real repositories: what it writes, what git makes of it, and that it goes again."""

import sys
from pathlib import Path

import pytest
from three_sides import FIRST, NAME, Town, hunks

RENDERS = b"**/renders/** merge=argmap-renders\n"
OTHERS = ("# Texts.\n*.txt text\n", "*.txt text", "*.txt text\r\n*.md text\r\n", "")


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town.new(tmp_path)


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_a_hunk_is_named_after_its_statement(town: Town, locale: str) -> None:
    town.edit("Remark 6", "Observation 6")
    town.edit("The last", "The very last")
    town.edit("\n  note: Note 7.\n\nsection", "\n  note: Note seven.\n\nsection")
    assert town("install").code == 0
    assert hunks(town.shown("diff", LC_ALL=locale)) == [
        "document first: Trams now",
        "section: Für die Bahn",
        "claims build (should): The town should build trams.",
    ]


def test_a_hunk_is_named_after_no_other_line(town: Town) -> None:
    town.git.commit({NAME: FIRST.replace("  note: Note 1.\n", "Nothing\n")})
    town.edit("The last", "The very last")
    assert hunks(town.shown("diff")) == ["Nothing"]
    town("install")
    assert hunks(town.shown("diff")) == ["claims build (should): The town should build trams."]


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_words_and_ids_are_marked_whole(town: Town, locale: str) -> None:
    town("install")
    town.edit("quiet-trams: Die Straßenbahnen fahren sehr leise", "quiet-lines: Die Straßenzüge fahren sehr leise,")
    town.edit("(should): The town", "(must): The town's council")
    marked = town.shown("diff", "--word-diff", LC_ALL=locale)
    assert (
        "because [-quiet-trams-]{+quiet-lines+}: Die [-Straßenbahnen-]{+Straßenzüge+} fahren sehr leise{+,+} durch"
        in marked
    )
    assert "claims build ([-should-]{+must+}): The [-town-]{+town's council+} should" in marked


def test_it_is_written_once(town: Town) -> None:
    ran = town("install", "--driver", "--merge")
    assert (ran.code, ran.out.count("written: ")) == (0, 9)
    assert town.attributes == b"*.argmap diff=argmap merge=argmap\n" + RENDERS
    config = town.config
    ran = town("install", "--merge", "--driver")
    assert (ran.code, ran.out.count("there already: "), "written" in ran.out) == (0, 10, False)
    assert (town.config, town.attributes) == (config, b"*.argmap diff=argmap merge=argmap\n" + RENDERS)


def test_one_part_after_the_other(town: Town) -> None:
    for options in (["--driver"], ["--merge"], []):
        assert town("install", *options).code == 0
    assert town.attributes == b"*.argmap diff=argmap\n*.argmap merge=argmap\n" + RENDERS
    assert town("uninstall").code == 0
    assert town.attributes is None


def test_where_only_argument_files_are_merged_the_driver_of_renders_is_off(town: Town) -> None:
    town("install", "--merge")
    lines = town("status").out.splitlines()
    assert lines[2:4] == [
        "the merge driver: on, set in this repository's configuration",
        "the merge driver of renders: on, set in this repository's configuration",
    ]
    assert lines[4] == ".gitattributes: *.argmap diff=argmap, merge=argmap; **/renders/** merge=argmap-renders"
    (town.git.folder / ".gitattributes").write_bytes(b"*.argmap merge=argmap\n**/renders/** -merge\n")
    lines = town("status").out.splitlines()
    assert lines[2] == "the merge driver: on, set in this repository's configuration"
    assert "to git, merge of **/renders/** is unset; `argmap git install --merge`" in lines[3]


@pytest.mark.parametrize("before", OTHERS, ids=repr)
@pytest.mark.parametrize("options", [[], ["--driver", "--merge"]], ids=["patterns", "all"])
def test_uninstall_leaves_what_was_before(town: Town, before: str, options: list[str]) -> None:
    if before:
        (town.git.folder / ".gitattributes").write_bytes(before.encode())
    attributes, config = town.attributes, town.config
    town("install", *options)
    assert (town.attributes or b"").startswith(before.encode())
    assert town.config != config
    ran = town("uninstall")
    assert (ran.code, "left alone" in ran.err) == (0, False)
    assert (town.attributes, town.config) == (attributes, config)
    ran = town("uninstall")
    assert (ran.code, ran.out, ran.err) == (0, "", "there is nothing that `argmap git install` wrote\n")


def test_only_our_line_goes_where_something_was_added_below(town: Town) -> None:
    path = town.git.folder / ".gitattributes"
    path.write_bytes(b"*.txt text")
    town("install")
    path.write_bytes(path.read_bytes() + b"*.md text\n")
    town("uninstall")
    assert path.read_bytes() == b"*.txt text\n*.md text\n"


def test_the_attributes_of_somebody_else_are_left_alone(town: Town) -> None:
    path = town.git.folder / ".gitattributes"
    path.write_bytes(b"*.argmap diff=other text\n")
    ran = town("install", "--merge")
    assert ran.code == 1
    assert ran.err.splitlines()[0] == "left alone: *.argmap diff=argmap in .gitattributes, where it says `diff=other`"
    assert path.read_bytes() == b"*.argmap diff=other text\n*.argmap merge=argmap\n" + RENDERS
    town("uninstall")
    assert path.read_bytes() == b"*.argmap diff=other text\n"


def test_attributes_that_are_part_of_the_repository_stay(town: Town) -> None:
    town.git.commit({".gitattributes": "*.argmap diff=argmap text\n"})
    assert "there already: *.argmap diff=argmap" in town("install").out
    assert town("uninstall").code == 0
    assert town.attributes == b"*.argmap diff=argmap text\n"


def test_the_settings_of_somebody_else_are_left_alone(town: Town) -> None:
    town.git("config", "diff.argmap.wordRegex", "[a-z]+")
    ran = town("install")
    assert ran.code == 1
    assert "left alone: diff.argmap.wordRegex in this repository's configuration, where it says `[a-z]+`" in ran.err
    town("uninstall")
    assert town.git("config", "--get-regexp", "argmap") == "diff.argmap.wordregex [a-z]+"


def test_what_was_changed_since_is_left_alone(town: Town) -> None:
    town("install")
    town.git("config", "diff.argmap.wordRegex", "[a-z]+")
    ran = town("uninstall")
    assert ran.code == 1
    assert "left alone: diff.argmap.wordRegex" in ran.err
    assert town.git("config", "--get-regexp", "argmap") == "diff.argmap.wordregex [a-z]+"


OLDER = 'f() { /usr/bin/argmap git textconv -- "$1" || command -p cat "$1"; }; f'
RECORD = "diff.argmap.textconv ea9a01f22ece9114"


@pytest.mark.parametrize("recorded", [True, False], ids=["as install wrote it", "by hand"])
@pytest.mark.parametrize("options", [[], ["--driver"], ["--merge"]], ids=str)
def test_what_an_older_argmap_set_is_named_and_taken_away(town: Town, options: list[str], recorded: bool) -> None:
    config = town.config
    town.git("config", "diff.argmap.textconv", OLDER)
    if recorded:
        town.git("config", "argmap.installed", RECORD)
    (said,) = [line for line in town("status").out.splitlines() if "diff.argmap.textconv" in line]
    assert said.startswith("diff.argmap.textconv: an older argmap set it in this repository's configuration")
    assert "`argmap git install` takes it away" in said
    ran = town("install", *options)
    assert (ran.code, "removed: diff.argmap.textconv" in ran.out) == (0, True)
    assert "git textconv" not in town.config.decode()
    assert "diff.argmap.textconv" not in town("status").out
    town.git("config", "diff.argmap.textconv", OLDER)
    assert town("uninstall").code == 0
    assert town.config == config


def test_what_an_older_argmap_set_for_a_user_is_named_with_the_command_for_that(town: Town) -> None:
    town.git("config", "--file", str(town.user / ".gitconfig"), "diff.argmap.textconv", OLDER)
    assert "in your configuration" in town("status").out
    assert "`argmap git install --global` takes it away" in town("status", "--global").out
    assert "removed: diff.argmap.textconv in your configuration" in town("install", "--global").out
    assert "diff.argmap.textconv" not in town("status").out


def test_a_textconv_of_somebody_else_stays(town: Town) -> None:
    town.git("config", "diff.argmap.textconv", "cat")
    for words in (["install", "--driver"], ["status"], ["uninstall"]):
        assert "diff.argmap.textconv" not in town(*words).out
    assert town.git("config", "diff.argmap.textconv") == "cat"


def test_what_was_taken_away_since_is_no_matter(town: Town) -> None:
    town("install")
    (town.git.folder / ".gitattributes").unlink()
    town.git("config", "--unset", "diff.argmap.wordRegex")
    ran = town("uninstall")
    assert (ran.code, ran.out.count("gone already: ")) == (0, 2)
    assert "argmap" not in town.config.decode()


def test_another_program_takes_the_place_of_the_one_before(town: Town) -> None:
    other = town.user / "bin" / "argmap"
    other.parent.mkdir()
    town("install", "--driver")
    assert f"{sys.executable} -P -m argmap git diff-driver" in town.git("config", "diff.argmap.command")
    other.write_text("#!/bin/sh\n", encoding="utf-8")
    other.chmod(0o755)
    ran = town("install", "--driver")
    assert (ran.code, ran.out.count("written: ")) == (0, 1)
    assert town.git("config", "--get-all", "diff.argmap.command").startswith(f"f() {{ {other} git diff-driver ")
    town("uninstall")
    assert "argmap" not in town.config.decode()


def test_a_program_of_a_virtual_environment_is_not_on_the_path_for_long(town: Town) -> None:
    program = town.user / "bin" / "argmap"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    (town.user / "pyvenv.cfg").write_text("", encoding="utf-8")
    town("install", "--driver")
    assert town.git("config", "diff.argmap.command").startswith(f"f() {{ {sys.executable} -P -m argmap git ")


def test_for_a_user_in_all_repositories(town: Town) -> None:
    ran = town("install", "--global", "--driver", within="../user")
    assert (ran.code, "in your configuration" in ran.out) == (0, True)
    file = town.user / ".config" / "git" / "attributes"
    assert file.read_bytes() == b"*.argmap diff=argmap\n"
    assert town.attributes is None
    town.edit("The last", "The very last")
    assert hunks(town.shown("diff", "--no-ext-diff"))[0].startswith("claims build")
    assert "on, set in your configuration" in town("status").out
    assert town("uninstall", "--global", within="../user").code == 0
    assert not file.exists()
    assert (town.user / ".gitconfig").read_bytes().strip() == b""


def test_the_attributes_file_that_a_user_has_chosen(town: Town) -> None:
    (town.user / ".gitconfig").write_text("[core]\n\tattributesFile = ~/dots/attributes\n", encoding="utf-8")
    kept = town.user / "kept"
    kept.write_bytes(b"*.png binary\n")
    (town.user / "dots").mkdir()
    (town.user / "dots" / "attributes").symlink_to(kept)
    assert town("install", "--global").code == 0
    assert kept.read_bytes() == b"*.png binary\n*.argmap diff=argmap\n"
    assert (town.user / "dots" / "attributes").is_symlink()
    town("uninstall", "--global")
    assert kept.read_bytes() == b"*.png binary\n"
    assert (town.user / ".gitconfig").read_text(encoding="utf-8") == "[core]\n\tattributesFile = ~/dots/attributes\n"


def test_from_below_the_top(town: Town) -> None:
    assert town("install", within="arguments").code == 0
    assert town.attributes == b"*.argmap diff=argmap\n"


def test_a_bare_repository(town: Town) -> None:
    town.edit("The last", "The very last")
    town.git.commit()
    town.git("clone", "-q", "--bare", ".", "../bare.git")
    ran = town("install", within="../bare.git")
    assert (ran.code, ran.err) == (0, "")
    found = town.run("show", within="../bare.git").stdout.decode()
    assert hunks(found)[0].startswith("claims build")
    assert town("uninstall", within="../bare.git").code == 0
    assert not (town.git.folder.parent / "bare.git" / "info" / "attributes").exists()


def test_a_link_out_of_the_repository_is_not_followed(town: Town) -> None:
    outside = town.user / "attributes"
    outside.write_bytes(b"")
    (town.git.folder / ".gitattributes").symlink_to(outside)
    ran = town("install")
    assert (ran.code, "leads out of" in ran.err) == (2, True)
    assert outside.read_bytes() == b""


def test_what_stands_in_the_way_is_said(town: Town, tmp_path: Path) -> None:
    outside = {"within": "..", "GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    for action in ("install", "uninstall", "status"):
        ran = town(action, **outside)
        assert (ran.code, ran.err) == (2, "argmap: there is no git repository here\n")
        ran = town(action, PATH=str(tmp_path))
        assert (ran.code, ran.err) == (2, "argmap: git is not installed, or not on the PATH\n")
    (town.git.folder / ".git" / "config.lock").write_bytes(b"")
    ran = town("install")
    assert (ran.code, "could not lock config file" in ran.err) == (2, True)
    assert town.attributes is None
    (town.git.folder / ".git" / "config.lock").unlink()
    (town.git.folder / ".gitattributes").mkdir()
    assert town("install").code == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "argmap: what is to be done?\nthere are: install, uninstall, status\n"),
        (["instal"], "argmap: there is no `argmap git instal`; did you mean `install`?"),
        (["install", "here"], "takes no `here`"),
        (["status", "--merge"], "go with `argmap git install`"),
        (["merge-driver", "a"], "takes three files"),
    ],
)
def test_what_is_not_meant_is_refused(town: Town, words: list[str], said: str) -> None:
    ran = town(*words)
    assert (ran.code, said in ran.err) == (2, True)


def test_status_says_what_is_on_and_what_it_lacks(town: Town) -> None:
    lines = town("status").out.splitlines()
    assert lines[0] == "hunk headers and words: off; `argmap git install` switches it on"
    assert lines[3] == "the merge driver of renders: off; `argmap git install --merge` switches it on"
    assert lines[4] == ".gitattributes: nothing about *.argmap"
    town("install", "--driver")
    lines = town("status", within="arguments").out.splitlines()
    assert lines[1] == "the diff driver: on, set in this repository's configuration"
    assert lines[2] == "the merge driver: off; `argmap git install --merge` switches it on"
    assert lines[-1] == f"git starts `{sys.executable} -P -m argmap`: found"
    (town.git.folder / ".gitattributes").write_bytes(b"*.argmap -diff\n")
    lines = town("status").out.splitlines()
    assert lines[0] == (
        "hunk headers and words: off, though set in this repository's configuration: "
        "to git, diff of *.argmap is unset; `argmap git install`"
    )
    town.git(
        "config", "diff.argmap.command", town.git("config", "diff.argmap.command").replace(sys.executable, "/none")
    )
    lines = town("status").out.splitlines()
    assert "git starts `/none -P -m argmap`: which is not there any more" in lines[-1]
