"""`argmap explain` knows every word of the language, and every term that reports print."""

import re
from enum import StrEnum
from pathlib import Path

import pytest

from argmap.api.explaining import explain, words
from argmap.compare.forecasts import Outcome
from argmap.compare.inconsistency import InconsistencyKind
from argmap.compare.krippendorff import Metric
from argmap.compare.representation import Fidelity
from argmap.compare.stance import Acceptance, Ground, IssueStatus
from argmap.diff.rule import Rule
from argmap.diff.significance import Significance
from argmap.judge.holder import AuthorAttitude
from argmap.judge.verdict import Qualification, Reason, Verdict
from argmap.language.words import KEYWORDS, RESERVED, SCHEMES, Attitude, Degree, Kind, Relation
from argmap.model.inference import StepRole
from argmap.source.codes import SEVERITIES
from argmap.source.finding import Severity
from argmap.wording.glossary import glossary
from argmap.wording.relations import AND, CONNECTIVES
from argmap.wording.verdict_reasons import outdated_words, turn_words
from argmap.wording.verdicts import OUTCOMES, RESERVES, VERDICTS

UNIT = Path(__file__).parents[1] / "unit"

VOCABULARIES: tuple[type[StrEnum], ...] = (
    Attitude,
    Degree,
    Kind,
    Relation,
    StepRole,
    Verdict,
    Qualification,
    Reason,
    Acceptance,
    IssueStatus,
    Ground,
    Fidelity,
    AuthorAttitude,
    InconsistencyKind,
    Outcome,
    Metric,
    Significance,
    Severity,
    Rule,
)
WORDS = sorted({*KEYWORDS, *RESERVED, *SCHEMES, *(word.value for table in VOCABULARIES for word in table)})
HEADINGS = (
    "It turns on",
    "Dispute",
    "Disagreement",
    "Question in dispute",
    "Same premise, other conclusion",
    "Same conclusion, other reasons",
    "Not taken up",
    "Argued later",
    "Forecast",
    "Reported view",
    "steady",
    "drift",
    "ascribed",
    "steps apart",
    "as what ought to be",
    "they point the same way",
    "they point opposite ways",
    "no single estimate fits both",
    "One word, two meanings",
    "Two sides in one document",
    "One author over time",
    "Voices of others",
    "Silent",
    "Krippendorff's alpha",
    "nearness",
    "reserve",
    "Crux",
    "plainly",
    "leaning",
    "holder",
    "stance",
    "ledger",
    "partial",
    "fingerprint",
    "cue",
    "scheme",
    "premise",
    "gap",
    "guess",
    "confidence",
)


@pytest.mark.parametrize("word", WORDS)
def test_every_word_of_a_vocabulary_is_explained(word: str) -> None:
    for spelt in (word, word.upper(), word.replace("-", " ")):
        assert explain(spelt).startswith("# ")
        if word != "language":
            assert word in explain(spelt).replace(" ", "-")


PHRASES = (
    *(said.title for said in VERDICTS.values()),
    *RESERVES.values(),
    *OUTCOMES.values(),
    *CONNECTIVES.values(),
    AND,
    *(turn_words(reasons) for reasons in (((1, 1),), ((1, 4),), ((1, 2),))),
    *(outdated_words(replaced=replaced) for replaced in (True, False)),
)


@pytest.mark.parametrize("phrase", [*HEADINGS, *PHRASES])
def test_every_term_that_reports_print_is_explained(phrase: str) -> None:
    assert explain(phrase).startswith("# ")


def test_every_title_that_stands_before_a_sentence_is_explained() -> None:
    accepted = UNIT / "wording" / "test_verdicts_in_words" / "test_every_verdict_and_reason_in_words.txt"
    titles = set(re.findall(r"^  ([A-Z][a-z ]+)\. ", accepted.read_text(encoding="utf-8"), re.MULTILINE))
    assert {"Cannot both be right", "Nobody can do both", "Nobody can hold both", "Opposed"} <= titles
    for title in titles:
        assert explain(title).startswith("# ")


def test_what_a_comparison_tells_under_how_to_read_this_is_explained() -> None:
    accepted = UNIT / "report" / "comparison" / "test_markdown" / "test_the_report_of_everybody.md"
    legend = accepted.read_text(encoding="utf-8").partition("## How to read this\n")[2]
    terms = re.findall(r"^- \*\*([A-Z][^:\n]{2,40})\*\*:", legend, re.MULTILINE)
    assert len(terms) > 3
    for term in terms:
        if not term.startswith("A number"):
            assert explain(term)


def test_the_entries_are_short_and_each_word_has_one() -> None:
    entries = set(glossary().values())
    assert sum(len(entry.words) for entry in entries) == len(glossary())
    for entry in entries:
        assert entry.text.endswith(".") and len(entry.text) <= 220
        assert max(map(len, entry.whole().splitlines())) <= 120
    assert not set(words()) & set(map(str.casefold, SEVERITIES))
    assert not set(glossary()) & {rule.value for rule in Rule}


def test_an_unknown_word_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        explain("xyzzy")
    with pytest.raises(KeyError):
        explain("")


@pytest.mark.parametrize(
    "word", ["claim", "verb", "attitude", "render", "report", "picture", "timeline", "conflict", "ground"]
)
def test_one_thing_is_explained_as_several_are(word: str) -> None:
    assert explain(word).startswith("# ")
    assert explain(f"{word}s").startswith("# ")


def test_what_the_pictures_show_is_explained() -> None:
    for phrase in ("matrix", "agreement grid", "timeline", "change of mind", "conditional", "shown by", "cruxes"):
        assert explain(phrase).startswith("# ")
