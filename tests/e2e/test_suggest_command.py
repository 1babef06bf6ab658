"""`argmap suggest` as a process."""

import json
import sys
from pathlib import Path
from subprocess import run

import pytest
from jsonschema import Draft202012Validator
from program import Program

DEBATE = {
    "arguments/shared/issues.argmap": """\
issue trams: Should the town build trams?
  position yes: The town should build trams
  position no: The town should not build trams

actor council: The town council
  also: UTC
""",
    "arguments/second.argmap": """\
document second: No trams
  author author-b: Author B

claims leave: The town should leave its streets as they are.
  because narrow: The streets are narrow.
  because quiet-nights: Trams are quiet in the streets of the town at night.
  because wanted: The town should build trams in its streets.
""",
    "arguments/third.argmap": """\
document third: Trams at night
  author author-c: Author C

actor unified-council: Unified Town Council

claims nights: Trams are quiet in the streets of the town at night.
""",
}


@pytest.fixture(autouse=True)
def debate(project: Path) -> None:
    for name, text in DEBATE.items():
        (project / name).write_text(text, encoding="utf-8", newline="\n")


def test_all_kinds_of_a_project(argmap: Program) -> None:
    ran = argmap("suggest", "--tier", "words")
    assert ran.code == 0
    heads = [line.partition(" (")[0] for line in ran.out.splitlines() if line.endswith(")") and line[:1].isupper()]
    assert heads == [
        "Questions on which a text is silent",
        "Claims that may say the same",
        "Names that may be of one thing",
        "Sentences that no cue touches",
    ]
    assert "Texts are compared by" in ran.out and "No suggestion is no evidence that there is none" in ran.out
    assert "    link second.quiet-nights same-as third.nights\n" in ran.out
    assert "    link council unrelated-to third.unified-council\n" in ran.out
    assert argmap("suggest", "--tier", "words").out == ran.out


def test_a_question_for_a_document_that_is_silent_and_nothing_where_silence_was_looked_for(argmap: Program) -> None:
    ran = argmap("suggest", "answers", "second", "--issue", "trams", "--top", "1", "--tier", "words")
    assert ran.code == 0
    assert "1. “Should the town build trams?” (`trams`): Author B is silent." in ran.out
    assert "- 1a. Author B: `second.wanted` (arguments/second.argmap:7): " in ran.out
    assert "    # arguments/second.argmap:7, under wanted, one of these lines\n      answers trams: yes\n" in ran.out
    assert "    # arguments/second.argmap, under document second\n      silent: trams\n" in ran.out
    file = argmap.folder / "arguments/second.argmap"
    file.write_text(DEBATE["arguments/second.argmap"].replace("Author B\n", "Author B\n  silent: trams\n"), "utf-8")
    assert "Nothing to suggest here." in argmap("suggest", "answers", "second", "--issue", "trams").out


def test_json_has_a_schema(argmap: Program) -> None:
    schema, told = (
        json.loads(argmap("suggest", "--tier", "words", *words).out) for words in (["--schema"], ["--format", "json"])
    )
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(told)
    assert [group["sort"] for group in told["groups"]] == ["silent", "nearer", "same", "conflict", "name", "sentence"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["fourth"], "no document has the id `fourth`"),
        (["--issue", "tram"], "no issue is called `tram`; did you mean `trams`?"),
        (["--top", "0"], "invalid number value: '0'"),
        (["--top", "many"], "invalid number value: 'many'"),
        (["--sources", "nowhere"], "there is no `nowhere`"),
    ],
)
def test_what_cannot_be_asked(argmap: Program, words: list[str], said: str) -> None:
    ran = argmap("suggest", *words)
    assert ran.code == 2 and said in ran.err and not ran.out


def test_nothing_is_suggested_where_files_cannot_be_read(argmap: Program) -> None:
    (argmap.folder / "arguments/bad.argmap").write_text("document bad: Bad\nclams one: One.\n", encoding="utf-8")
    ran = argmap("suggest", "--tier", "words")
    assert ran.code == 1 and "nothing is suggested, since what could not be read may hold it" in ran.err


def test_nothing_of_it_is_imported_by_other_commands(argmap: Program) -> None:
    script = (
        "import sys; from argmap.cli.main import main\n"
        "for words in (['check'], ['compare'], ['fmt', '--check'], ['show', 'second'], ['suggest', '--help']):\n"
        "    main(words)\n"
        "rooms = ('argmap.suggest', 'argmap.similarity', 'numpy')\n"
        "print('imported:', *sorted(name for name in sys.modules if name.startswith(rooms)))"
    )
    ran = run(
        [sys.executable, "-c", script], cwd=argmap.folder, env=argmap.environment(), capture_output=True, check=True
    )
    assert ran.stdout.decode().splitlines()[-1] == "imported:"


VIEWS = {
    "arguments/second.argmap": """\
document second: No trams
  author author-b: Author B

denies rails: The town should build trams in its streets.
doubts soon: The town should build trams in its streets soon.
reports wish from council: The town should build trams in many streets.
""",
    "arguments/third.argmap": """\
document third: Trams at night
  author author-c: Author C

denies streets: The town should build trams in its streets.
  answers trams: yes
""",
}


def test_whose_view_a_claim_is_and_what_its_answer_says_then(project: Path, argmap: Program) -> None:
    for name, text in VIEWS.items():
        (project / name).write_text(text, encoding="utf-8", newline="\n")
    told = " ".join(argmap("suggest", "answers", "--issue", "trams", "--tier", "words").out.split())
    assert "[the author denies it, so that its answer is one that the author rejects]" in told
    assert "[the author doubts it, so that its answer is one that the author doubts]" in told
    assert "[a view of the town council, so that its answer is that of the town council, and not the author's]" in told
    # Who denies what they are like does not answer so.
    like = "“The town should build trams in its streets” [the author denies it], whose text answers"
    assert like in told
    assert "in its streets”, which answers" not in told


def test_sources_that_were_not_read_are_told(project: Path, argmap: Program) -> None:
    def told(*words: str) -> str:
        return " ".join(argmap("suggest", *words, "--tier", "words").out.split())

    assert "No source was read, so sentences are left out" in told("sentences")
    assert "No source" not in told("links")
    (project / "first.txt").write_text("They build the trams. It rains.\n", encoding="utf-8")
    assert "The source of 2 documents was not read" in told("answers", "--sources", ".")
    assert "source" not in told("first", "sentences", "--sources", ".").partition("Sentences that")[0]


@pytest.mark.parametrize("words", [["links"], ["--top", "3"], ["--tier", "words"], ["--issue", "trams"], ["first"]])
def test_what_is_taken_is_not_chosen_anew(argmap: Program, words: list[str]) -> None:
    assert argmap("suggest", "links", "--tier", "words").code == 0
    ran = argmap("suggest", *words, "--accept", "1")
    assert (ran.code, ran.out) == (2, "")
    assert "take what the last listing showed, and nothing else goes with them" in ran.err
    ran = argmap("suggest", "--accept", "0")
    assert ran.code == 2 and "there is no suggestion 0: the last that was shown is " in ran.err
