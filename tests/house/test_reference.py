"""The language reference is whole, and its examples are what they say."""

import re
from pathlib import Path

import pytest
from parsing import parser

from argmap.api import check, fmt
from argmap.api.explaining import language
from argmap.judge.verdict import Verdict
from argmap.language.tree import LinkLine, SyntaxFile
from argmap.language.words import DEGREES, KEYWORDS, RESERVED, SCHEMES, VERBS, Kind, Relation
from argmap.source.finding import Severity
from argmap.source.text import SourceText

BLOCK = re.compile(r"^```argmap\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"# (arguments/\S+\.argmap)")
CODE = re.compile(r"`([^`\n]+)`")
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


HEAD = "document own: Own\n  author author-a: Author A\n\nactor some: Some\n\n"
CLAIM = "claims one: One.\n"
# What the reference says, what that looks like, and the codes of what is found; none where it is said to be allowed.
SAID = [
    ("a tab", f"{CLAIM}\tbecause: Two.\n", "A006"),
    ("an odd number of spaces", f"{CLAIM}   because: Two.\n", "A007"),
    ("a skipped level", f"{CLAIM}    because: Two.\n", "A007"),
    ("a colon without a space", f"{CLAIM}  because two:Two.\n", "A013"),
    ("text after an empty first line", f"{CLAIM}  because:\n    | Two.\n", ""),
    ("a bar too deep", f"{CLAIM}      | Two.\n", "A019"),
    ("words in upper case", "Claims one: One.\n", "A010"),
    ("ids in upper case", f"claims One: Another.\n  because one\n{CLAIM}", ""),
    (
        "an id in another Unicode form",
        "claims e\u0301: E.\n  because: Two.\nclaims two: Two too.\n  because \u00e9\n",
        "",
    ),
    ("a word of the language as an id", "claims note: One.\n", "A016"),
    ("later words of the language as ids", "claims level: One.\n  because step-note: Two.\n  and step-at: 3.\n", ""),
    ("a second document", f"document two: Two\n  author author-a\n{CLAIM}  because: Two.\n", "A209"),
    ("an own term with the id of an actor", "term some: Not all.\n", ""),
    ("a holder of what is claimed", f"{CLAIM}  because claims two from some: Two.\n", "A306"),
    ("a report without a holder", f"{CLAIM}  because reports two: Two.\n", "A306"),
    ("a verb without an id", f"{CLAIM}  because denies: Two.\n", "A015"),
    ("a range from the firmer word", f"{CLAIM}  because (likely..possible): Two.\n", "A214"),
    ("a range over two scales", f"{CLAIM}  because (likely..must): Two.\n", "A214"),
    ("a single bracket with a strength", f"{CLAIM}  because (likely): Two.\n", ""),
    ("two brackets the wrong way round", f"{CLAIM}  because (likely) (sign): Two.\n", "A106"),
    ("a scheme of `and`", f"{CLAIM}  because: Two.\n  and (sign) three: Three.\n", "A014"),
    ("an undercut below an exception", f"{CLAIM}  unless: Two.\n  undercut: Three.\n", "A203"),
    ("a note of a step below a field", f"{CLAIM}  note: Two.\n  step-note: Three.\n", "A203"),
    ("`and` below a note of the step", f"{CLAIM}  because: Two.\n  step-note: Three.\n  and: Four.\n", "A202"),
    ("a scheme that carries no support beside another", f"{CLAIM}  because (parts, sign): Two.\n", "A221"),
    ("a level that skips one", "section: One\n\nsection: Two\n  level: 3\n", "A222"),
    ("`and` below a field", f"{CLAIM}  note: Two.\n  and: Three.\n", "A202"),
    ("a field before `and`", f"{CLAIM}  because: Two.\n  note: Three.\n  and: Four.\n", "A202"),
    ("a field between steps", f"{CLAIM}  because: Two.\n  note: Three.\n  because: Four.\n", ""),
    ("something under a bare id", f"{CLAIM}  because two\n    note: Two.\nclaims two: Two.\n", "A018"),
    ("a circle", f"{CLAIM}  because two: Two.\n    because one\n", "A204"),
    ("a circle through an explanation", f"{CLAIM}  because (explanation) two: Two.\n    because one\n", ""),
    ("a chain in an answer", f"{CLAIM}  answers any: yes from some quoting author-a\n", "A215"),
    ("no text", "claims one:\n", "A017"),
    ("`was` under a link", f"{CLAIM}  because two: Two.\nlink one entails two\n  was: three\n", "A011"),
]


def examples() -> dict[str, str]:
    """The project that the examples make: each block goes on in the file that the last file name begins."""
    files: dict[str, list[str]] = {}
    name = ""
    for block in BLOCK.findall(language()):
        for line in block.splitlines():
            begun = FILE.fullmatch(line)
            if begun:
                name = begun[1]
            else:
                files.setdefault(name, []).append(line)
        files[name].append("")
    return {name: "\n".join(lines).strip("\n") + "\n" for name, lines in files.items()}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("reference")
    for name, text in examples().items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def parsed() -> list[SyntaxFile]:
    return [parser().parse(SourceText(name, text)).value for name, text in examples().items()]


def test_there_is_nothing_to_find_in_the_examples(project: Path) -> None:
    checked = check([project], cached=False)
    assert [(f.place.file, f.code, f.message) for f in checked.findings] == []
    assert checked.documents == 2


def test_the_examples_are_in_canonical_form(project: Path) -> None:
    for formatted in fmt([project]):
        assert formatted.after == formatted.before.text


def test_the_examples_show_every_word_that_begins_a_line(parsed: list[SyntaxFile]) -> None:
    lines = [line.content for file in parsed for statement in file.statements for line in statement.lines]
    verbs = {verb.text for content in lines if (verb := getattr(content, "verb", None)) is not None}
    first = {content[0].text for content in lines if content[0] is not None}
    assert first | verbs == KEYWORDS


def test_the_examples_show_what_links_can_join(parsed: list[SyntaxFile]) -> None:
    links = [line.content for file in parsed for statement in file.statements for line in statement.lines[:1]]
    joined = [link for link in links if isinstance(link, LinkLine)]
    assert {bool(link.confidence) for link in joined} == {bool(link.text) for link in joined} == {True, False}


@pytest.mark.parametrize(
    "words", [KEYWORDS, VERBS, RESERVED, DEGREES, SCHEMES, Relation, Kind], ids=lambda words: str(sorted(words)[0])
)
def test_every_word_of_the_language_is_spoken_of(words: frozenset[str]) -> None:
    prose = BLOCK.sub("", language())
    spoken = {word for code in CODE.findall(prose) for word in WORD.findall(code)}
    assert set(words) <= spoken


@pytest.mark.parametrize(("text", "codes"), [case[1:] for case in SAID], ids=[case[0] for case in SAID])
def test_an_error_is_where_it_says(text: str, codes: str, tmp_path: Path) -> None:
    path = tmp_path / "own.argmap"
    path.write_text(HEAD + text, encoding="utf-8")
    errors = sorted(f.code for f in check([path], cached=False).findings if f.severity is Severity.ERROR)
    assert errors == codes.split()


def test_every_verdict_of_a_comparison_is_told() -> None:
    rows = re.findall(r"^\| ([a-z -]+) \|", language().split("## What a comparison finds\n")[1], re.MULTILINE)
    assert rows == ["verdict", *(verdict.value.replace("qualified-", "qualified ") for verdict in Verdict)]


def test_it_stays_short() -> None:
    assert len(language().splitlines()) < 480
