"""A stranger finds a thing by its name: one hop from the list of files, and in no other file."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

import argmap

PACKAGE = Path(argmap.__file__).parent
SOURCES = {path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}

MOST_FILES = 500
MOST_LINES_OF_A_FILE = 420
"""What a stranger can still find a way about in."""
MOST_OF_ONE_NAME = 2

ANSWERS = {
    "How is an undercut drawn?": ("render/styles.py", r"StepRole\.UNDERCUT: RoleLook\("),
    "What is an undercut?": ("model/inference.py", r"^class Undercut:"),
    "What can a verdict be?": ("judge/verdict.py", r"^class Verdict\(StrEnum\):"),
    "What makes a conflict a tension?": ("judge/pairs.py", r"return Judgement\(Verdict\.TENSION, Reason\.SCALES\)"),
    "What makes linked claims a tension?": (
        "compare/linked.py",
        r"tension = link\.relation is Relation\.IN_TENSION_WITH",
    ),
    "What is a tension called?": ("wording/verdicts.py", r"^    Verdict\.TENSION: VerdictWords\("),
    "How is `stance-reversed` worded in short?": ("wording/rules.py", r"Rule\.STANCE_REVERSED: RuleWords\("),
    "How is `stance-reversed` worded in full?": ("wording/stance_changes.py", r"^def stance_changed\("),
    "Where does a new field of a claim go?": ("model/claim.py", r"^class Claim:"),
    "Which word begins a new field, and under what?": ("language/words.py", r"^UNDER\b.* = \{"),
    "Which verbs are there?": ("language/words.py", r"^class Attitude\(StrEnum\):"),
    "Which relations can a link have?": ("language/words.py", r"^class Relation\(StrEnum\):"),
    "What can stand after what in a line, for editors?": ("editors/syntax.py", r"^def contexts\(\) -> dict"),
    "In which colour does an editor show it?": ("editors/grammars.py", r"^LOOKS = \{"),
    "What is written out for an editor?": ("cli/editor.py", r"^EDITORS = \{"),
    "Where does a new key of a claim in JSON go?": ("records/corpus_json.py", r"^_CLAIM = Record\[Claim, Corpus\]"),
    "Where does a new format of `compare` go?": ("api/comparing.py", r'^    CSV = "csv"'),
    "How severe is a change?": ("diff/significance.py", r"^class Significance\(StrEnum\):"),
    "How severe is each rule?": ("diff/kinds.py", r"^SIGNIFICANCE\b.* = \{"),
    "Which rules of `diff` are there?": ("diff/rule.py", r"^class Rule\(StrEnum\):"),
    "What is the algorithm of cruxes?": ("compare/cruxes.py", r"^def beneath\(conflict: "),
    "How strong is a belief (its credence)?": ("judge/credence.py", r"^class Credence\(NamedTuple\):"),
    "Which words say how strong it is?": ("language/words.py", r"^class Degree\(StrEnum\):"),
    "Who holds what a claim says (commitment)?": ("judge/assertion.py", r"^class Commitment\b"),
    "Where are attributions checked?": ("compare/representation.py", r"^class Representation:"),
    "What is told of the thing under the pointer?": ("assist/hover.py", r"^def hover\("),
    "What may stand at a place?": ("assist/completion.py", r"^def completions\("),
    "Where is a thing named?": ("assist/occurrences.py", r"^def occurrences\("),
    "Where are attributed views?": ("compare/attributed_views.py", r"^def borrowed_voices\("),
}
"""Questions; the file that answers each, and the line of it that does so and stands in no other."""

WORDS = {
    "undercut": {"model/inference.py", "render/styles.py", "wording/relations.py"},
    "verdict": {
        "judge/verdict.py",
        "judge/pairs.py",
        "compare/alignment.py",
        "wording/verdicts.py",
        "wording/verdict_sentences.py",
    },
    "credence": {"judge/credence.py", "wording/strengths.py"},
    "attribution": {"compare/attributed_views.py", "compare/representation.py"},
    "edge": {"render/styles.py", "render/outline_drawing.py"},
    "subtree": {"compare/tree.py", "view/reading_order.py"},
}
"""The field's words, and files that a reader who searches for one must find by their first lines."""


@pytest.mark.parametrize("question", ANSWERS)
def test_one_file_answers(question: str) -> None:
    file, definition = ANSWERS[question]
    assert file in SOURCES
    assert [name for name, text in SOURCES.items() if re.search(definition, text, re.MULTILINE)] == [file]


@pytest.mark.parametrize("word", WORDS)
def test_a_word_of_the_field_leads_to_its_files(word: str) -> None:
    heads = {name: (ast.get_docstring(ast.parse(text)) or "").lower() for name, text in SOURCES.items()}
    assert {name for name, head in heads.items() if word in head} >= WORDS[word]


def test_no_name_of_a_file_stands_more_than_twice() -> None:
    names = Counter(Path(name).name for name in SOURCES)
    del names["__init__.py"]
    assert {name: count for name, count in names.items() if count > MOST_OF_ONE_NAME} == {}


def test_there_are_not_too_many_files_and_none_is_too_long() -> None:
    assert len(SOURCES) <= MOST_FILES
    assert [name for name, text in SOURCES.items() if text.count("\n") > MOST_LINES_OF_A_FILE] == []
