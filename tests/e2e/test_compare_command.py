"""`argmap compare` as a process."""

import json
from pathlib import Path

import pytest
from program import Program

from argmap.workspace.integrity_footer import without_footer


def test_everybody(argmap: Program) -> None:
    ran = argmap("compare")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(
        "All authors compared\n====================\n\n2 texts by 2 authors. Both answer 1 question"
    )
    said = " ".join(ran.out.split())
    assert "- “It should”, Author A (2020): The town should build trams. [should]" in said
    assert "- “It should not”, Author B (second): " in said


def test_two_of_them_by_document_or_author(argmap: Program) -> None:
    ran = argmap("compare", "first", "author-b", "--full")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Author A (2020) beside Author B (second)\n")
    for claim in ("first.build", "first.quiet", "first.dear", "first.price", "second.leave", "second.narrow"):
        assert f"`{claim}`" in ran.out
    assert "`arguments/first.argmap:6`" in ran.out


def test_one_issue(argmap: Program) -> None:
    ran = argmap("compare", "--issue", "trams")
    assert ran.code == 0
    assert ran.out.startswith("Should the town build trams?\n")


def test_one_author_beside_all_others(argmap: Program) -> None:
    ran = argmap("compare", "--author", "author-b")
    assert ran.code == 0
    assert ran.out.startswith("Author B (second) beside all other authors\n")


def test_what_is_older_is_left_out_and_named(argmap: Program) -> None:
    ran = argmap("compare", "--since", "2019")
    assert ran.code == 2
    assert "fewer than two holders take a stance, so there is nothing to compare" in ran.err
    (argmap.folder / "arguments" / "third.argmap").write_text(
        "document third: Trams\n  author author-c: Author C\n  date: 2021\n"
        "claims yes-too: Trams it is.\n  answers trams: yes\n",
        encoding="utf-8",
    )
    assert "Left out as older, or without a date: `second`." in argmap("compare", "--since", "2019", "--full").out


def test_in_brief_in_a_first_part_and_in_full(argmap: Program) -> None:
    brief, first, full = (argmap("compare", *words) for words in (["--brief"], [], ["--full"]))
    assert [ran.code for ran in (brief, first, full)] == [0, 0, 0]
    assert brief.out.count("\n") <= 40
    assert len(brief.out) < len(first.out) < len(full.out)
    assert "`argmap compare --issue trams --full`" in " ".join(first.out.split())
    ran = argmap("compare", "--brief", "--full")
    assert ran.code == 2 and "not allowed with" in ran.err


@pytest.mark.parametrize("form", ["text", "md", "html", "json", "csv", "svg"])
def test_the_ending_of_a_file_says_its_format(argmap: Program, form: str) -> None:
    said = argmap("compare", "--format", form)
    ending = {"text": "txt"}.get(form, form)
    assert argmap("compare", "-o", f"out.{ending}").out == ""
    assert (argmap.folder / f"out.{ending}").read_bytes().decode() == said.out
    assert said.out


def test_an_ending_of_no_format_is_refused(argmap: Program) -> None:
    for command, endings in (
        (("compare",), ".csv, .docx, .html, .json, .md, .pdf, .png, .svg, .txt"),
        (("diff", ".", "."), ".html, .json, .md, .pdf, .png, .sarif, .svg, .txt"),
    ):
        ran = argmap(*command, "-o", "out.gif")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"argmap: `out.gif` ends in .gif, and what can be written is {endings}\n")
        assert not (argmap.folder / "out.gif").exists()
        assert argmap(*command, "-o", "out.log", "--format", "text").code == 0
        assert argmap(*command, "-o", "OUT.JSON").code == 0
    assert json.loads((argmap.folder / "OUT.JSON").read_text(encoding="utf-8"))


def test_markdown_goes_by_two_names(argmap: Program) -> None:
    assert argmap("compare", "--format", "markdown") == argmap("compare", "--format", "md")
    assert argmap("diff", ".", ".", "--format", "markdown") == argmap("diff", ".", ".", "--format", "md")


def test_json_is_as_its_schema_says(argmap: Program) -> None:
    from jsonschema import Draft202012Validator

    schema = json.loads(argmap("compare", "--schema").out)
    Draft202012Validator(schema).validate(json.loads(argmap("compare", "--format", "json").out))


@pytest.mark.parametrize("form", ["text", "md", "html", "json", "csv"])
def test_the_same_bytes_whatever_the_files_are_called(argmap: Program, form: str) -> None:
    def shown() -> str:
        out = argmap("compare", "--format", form).out
        return out.replace("arguments/zebra.argmap", "arguments/first.argmap")

    before = shown()
    (argmap.folder / "arguments" / "first.argmap").rename(argmap.folder / "arguments" / "zebra.argmap")
    assert shown() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["frist", "second"],
            "no author, document or actor is called `frist`; did you mean `first`?\nthere are: first, sec",
        ),
        (["first", "author-c"], "is called `author-c`; did you mean `author-a`?"),
        (["first", "xyzzy"], "is called `xyzzy`\nthere are: first, second\n"),
        (["first"], "name two, or none, or one with `--author`"),
        (["first", "second", "third"], "name two, or none, or one with `--author`"),
        (["first", "first"], "`first` is named twice"),
        (["first", "second", "--author", "author-a"], "`--author` puts one beside all others"),
        (["--issue", "tram"], "no issue is called `tram`; did you mean `trams`?\nthere are: trams\n"),
        (["--since", "soon"], "`soon` is no date"),
        (["--since", "2031"], "no document is of 2031 or later, so there is nothing to compare"),
        (["--format", "gif"], "invalid choice: 'gif'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_asked(argmap: Program, words: list[str], said: str) -> None:
    ran = argmap("compare", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_nothing_to_compare_says_what_is_needed(argmap: Program) -> None:
    second = argmap.folder / "arguments" / "second.argmap"
    second.write_text(second.read_text(encoding="utf-8").replace("  answers trams: no\n", ""), encoding="utf-8")
    ran = argmap("compare")
    assert ran.code == 2
    assert "fewer than two holders take a stance" in ran.err and "`answers ISSUE: POSITION`" in ran.err
    for file in (argmap.folder / "arguments").glob("*.argmap"):
        file.unlink()
    assert "there is no document yet" in argmap("compare").err


def test_two_who_share_no_question_are_told_so(argmap: Program) -> None:
    ran = argmap("compare", "second", "council")
    assert ran.code == 0
    assert "There is no question that two of them answer, and no link joins what they say." in ran.out


def test_errors_in_the_files_refuse_it(argmap: Program, bad: Path) -> None:
    ran = argmap("compare")
    assert (ran.code, ran.out) == (1, "")
    assert "error[A010]" in ran.err
    assert "nothing is compared" in ran.err


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ([], "compare/matrix.svg"),
        (["--issue", "trams"], "compare/issue.trams.svg"),
        (["first", "second"], "compare/first--second.trams.svg"),
        (["second", "author-a", "--issue", "trams"], "compare/first--second.trams.svg"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_picture_is_the_one_that_build_draws(argmap: Program, words: list[str], name: str) -> None:
    assert argmap("build").code == 0
    built = (argmap.folder / "renders" / name).read_text(encoding="utf-8")
    ran = argmap("compare", *words, "--format", "svg")
    assert ran.code == 0
    assert without_footer(name, built.encode()).decode() == ran.out


def test_a_folder_takes_all_pictures(argmap: Program) -> None:
    ran = argmap("compare", "--format", "svg", "-o", "maps/")
    assert (ran.code, ran.err) == (0, "")
    there = {path.name for path in (argmap.folder / "maps").iterdir()}
    assert there == {"matrix.svg", "issue.trams.svg", "first--second.trams.svg", "agreement.svg"}
    assert {Path(line).name for line in ran.out.splitlines()} == there


def test_where_there_is_no_picture_it_says_so(argmap: Program) -> None:
    ran = argmap("compare", "second", "council", "--format", "svg")
    assert (ran.code, ran.out) == (2, "")
    assert "there is no picture of this" in ran.err


def test_links_that_cannot_all_hold_are_left_out_and_told(argmap: Program) -> None:
    links = "link first.build same-as second.leave\nlink first.build contradicts second.leave\n"
    (argmap.folder / "arguments" / "odd.argmap").write_text(links, encoding="utf-8")

    ran = argmap("compare")
    assert ran.code == 3
    assert "A601" in ran.err and "left out, and the rest is compared" in ran.err
    assert "2 links cannot all hold" in " ".join(ran.out.split())
    told = json.loads(argmap("compare", "--format", "json").out)
    assert [each["link"]["relation"] for each in told["links-left-out"]] == ["same-as", "contradicts"]

    built = argmap("build")
    assert built.code == 1
    assert "links that cannot all hold are left out of the comparison" in built.err
    assert "2 links cannot all hold" in (argmap.folder / "renders" / "report.md").read_text(encoding="utf-8")
