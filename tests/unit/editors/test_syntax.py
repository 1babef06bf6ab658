"""How lines look: every word has its place, the whole corpus is read without an error, and what is wrong is marked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from argmap.editors import snippets, syntax
from argmap.editors.syntax import START, TEXTS, Rule, Sort, contexts
from argmap.language.words import (
    CUED,
    DEGREES,
    FIELDS,
    KEYWORDS,
    SCHEMES,
    STEPS,
    UNDER,
    VALUES,
    VERBS,
    Kind,
    Relation,
    Value,
)

pygments_lexer = pytest.importorskip("argmap.editors.pygments_lexer", reason="comes with the extra `test`")

ROOT = Path(__file__).parents[3]
GOOD = [
    path
    for folder in ("arguments", "argmap/examples", "tests/corpus/good")
    for path in sorted((ROOT / folder).rglob("*.argmap"))
]
BAD = sorted((ROOT / "tests" / "corpus" / "bad" / "A010").glob("*.argmap"))
WRONG = {
    Value.DATE: ("soon", "A213"),
    Value.SHARE: ("most", "A605"),
    Value.LEVEL: ("deep", "A222"),
    Value.KIND: ("sort", "A108"),
    Value.YES_OR_NO: ("maybe", "A108"),
    Value.CLAIM: ("nowhere", "A1"),
    Value.ACTOR: ("nobody", "A1"),
    Value.ISSUES: ("nothing", "A1"),
    Value.POSITIONS: ("yes, nothing", "A1"),
    Value.SCALE: ("yes > nothing", "A1"),
    Value.OLD_IDS: ("no id", "A015"),
}
"""What no such field can be set to, and how the code of the finding begins."""


def tokens(text: str) -> list[tuple[object, str]]:
    return [(kind, value) for _, kind, value in pygments_lexer.ArgmapLexer().get_tokens_unprocessed(text)]


def words_of(sort: Sort) -> set[str]:
    rules = [rule for rules in contexts().values() for rule in rules if rule.sort is sort and rule.whole]
    return {word for rule in rules for word in rule.pattern.removeprefix("(?:").removesuffix(")").split("|")}


def test_every_word_that_begins_a_line_has_a_rule() -> None:
    first: set[str] = set()
    for rule in (*contexts()[START], *contexts()["deeper"]):
        if rule.whole:
            first |= set(rule.pattern.removeprefix("(?:").removesuffix(")").split("|"))
    assert first == KEYWORDS


def test_every_other_word_has_one() -> None:
    assert words_of(Sort.VERB) | words_of(Sort.DENIAL) == VERBS
    assert words_of(Sort.STRENGTH) == DEGREES
    assert words_of(Sort.SCHEME) == set(SCHEMES)
    assert words_of(Sort.RELATION) == {one.value for one in Relation}
    assert words_of(Sort.CONSTANT) >= {one.value for one in Kind}


def test_no_table_speaks_of_a_word_that_is_gone() -> None:
    tables = (syntax._LIKE_NO_OTHER, syntax._TITLED, syntax._ID_OF, snippets._OWN, snippets._SKELETONS, VALUES)
    assert {word for table in tables for word in table} <= KEYWORDS


def test_every_rule_leads_somewhere() -> None:
    known = {*contexts(), *TEXTS}
    assert {rule.next for rules in contexts().values() for rule in rules if rule.next} <= known
    reached = {rule.next for rules in contexts().values() for rule in rules} | {START, "rest"}
    assert known <= reached


def test_patterns_are_written_in_what_all_engines_share() -> None:
    rules: list[Rule] = [rule for rules in contexts().values() for rule in rules]
    bare = [re.sub(r"\[[^]]*\]", "", rule.pattern) for rule in rules]
    assert [pattern for pattern in bare if re.search(r"[\\{}^$<>=@&~%/]|\((?!\?:)", pattern)] == []


@pytest.mark.parametrize("field", sorted(VALUES))
def test_a_field_is_set_to_what_the_table_says(field: str, understand) -> None:
    value, code = WRONG[VALUES[field]]
    lines: dict[str, list[str]] = {"document": [], "issue": [], "claims": [], "actor": [], "section": []}
    above = next(word for word in lines if field in UNDER[word])
    lines[above] = [f"  {field}: {value}"]
    text = "\n".join(
        [
            *("document d: D", "  author a: A", *lines["document"]),
            *("issue q: Q", "  position yes: Y", "  position no: N", *lines["issue"]),
            *("actor s: S", *lines["actor"]),
            *("section: S", *lines["section"]),
            *("claims c: C.", "  answers q: yes", *lines["claims"], ""),
        ]
    )
    _, findings = understand(text)
    assert [finding.code for finding in findings if finding.code.startswith(code)], findings


def test_a_field_that_is_not_in_the_table_takes_prose() -> None:
    prose = sorted(FIELDS - set(VALUES) - {"author", "position", "answers", "note", "source", "language", *CUED})
    assert {"by", "cites", "publisher", "short", "topic", "also", "tags", "step-note"} == set(prose)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_right_holds_no_error(path: Path) -> None:
    text = path.read_text(encoding="utf-8").removeprefix("\ufeff")
    found = tokens(text)
    assert "".join(value for _, value in found) == text
    assert [value for kind, value in found if kind is pygments_lexer.Error] == []


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_an_unknown_word_is_marked_and_not_what_follows_it(path: Path) -> None:
    found = tokens(path.read_text(encoding="utf-8"))
    assert len([value for kind, value in found if kind is pygments_lexer.Error]) == 1


def test_ids_are_told_apart() -> None:
    text = "claims own from who (likely): T\n  because other.theirs\n  answers ask: not no\n"
    said = {value: kind for kind, value in tokens(text)}
    token = pygments_lexer.TOKENS
    assert said["own"] is token[Sort.OWN_ID]
    assert said["other.theirs"] is token[Sort.FOREIGN_ID]
    assert said["ask"] is token[Sort.ISSUE]
    assert said["no"] is token[Sort.POSITION]
    assert said["who"] is token[Sort.HOLDER]
    assert said["likely"] is token[Sort.STRENGTH]
    assert len({token[sort] for sort in (Sort.OWN_ID, Sort.FOREIGN_ID, Sort.ISSUE, Sort.POSITION, Sort.HOLDER)}) == 5


def test_what_is_denied_looks_different_as_far_as_it_goes_on() -> None:
    text = "denies a: One\n  # c\n\n  | two\n  |\n  | three\n  because denies b: four\n    | five\n"
    text += "  because c: six\n    | seven\n"
    denied = [value for kind, value in tokens(text) if kind is pygments_lexer.TOKENS[Sort.DENIED_TEXT]]
    assert denied == ["denies", "One", "two", "three", "denies", "four", "five"]


@pytest.mark.parametrize("word", sorted(STEPS))
def test_a_bracket_after_a_step_is_a_strength_or_a_scheme(word: str) -> None:
    said = {value: kind for kind, value in tokens(f"  {word} (sign) (likely): T\n")}
    assert said["likely"] is pygments_lexer.TOKENS[Sort.STRENGTH]
    assert said["sign"] is pygments_lexer.TOKENS[Sort.SCHEME]


def test_it_grows_in_line_with_the_text() -> None:
    text = "claims a: T\n" + "\n  # c\n" * 20_000 + "  | on\n"
    assert tokens(text)[-2][1] == "on"
