"""The report of this repository: short enough to be read, and no sentence in it twice."""

import re
from collections import Counter
from pathlib import Path

from argmap.api.comparing import SCREEN, Length, Question, compare, report
from argmap.api.loaded_corpus import load

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "renders" / "report.md").read_text(encoding="utf-8")
MOST_WORDS = 6_000


def test_it_has_at_most_six_thousand_words() -> None:
    assert len(PAGE.split()) <= MOST_WORDS


def test_it_begins_with_three_to_five_questions_in_dispute_each_with_all_that_an_editor_asks() -> None:
    first = PAGE.partition("\n## ")[2].partition("\n## ")[0]
    told = first.split("\n### ")[1:]
    assert 3 <= len(told) <= 5
    for question in told:
        head, *lines = question.splitlines()
        assert re.fullmatch(r"\d\. .+\? \(`[\w-]+`\)", head)
        assert sum(line.startswith("- **“") for line in lines) >= 2
        assert re.search(r"^- \*\*[A-Z][^“]*:\*\* .* against ", question, re.MULTILINE)
        assert re.search(r"(?i)\b(turns on|rests on)\b", question)
        assert re.search(r"`argmap compare --issue [\w-]+ --full`", question)


def test_no_claim_and_no_question_stands_in_it_twice() -> None:
    corpus = load(ROOT).corpus
    told = " ".join(PAGE.split())
    for text in (*(claim.text for claim in corpus.claims.values()), *(one.question for one in corpus.issues.values())):
        assert told.count(" ".join(text.rstrip(".").split())) <= 1 or len(text) < 25, text


def test_nothing_that_it_tells_of_a_claim_a_link_or_a_question_stands_in_it_twice() -> None:
    telling = Counter(line.strip() for line in PAGE.splitlines() if re.search(r"^ *- .*(`|“)", line))
    assert len(telling) > 100
    assert [line for line, count in telling.items() if count > 1] == []


def test_in_brief_it_fits_on_a_screen_whoever_is_compared() -> None:
    loaded = load(ROOT)
    documents = sorted(loaded.corpus.documents)
    questions = [Question(), *(Question(one=documents[0], other=other) for other in documents[1:])]
    questions += [Question(issue=issue) for issue in loaded.corpus.issues]
    for question in questions:
        for width in (60, 100):
            told = report(compare(loaded.corpus, question), length=Length.BRIEF, texts=loaded.texts, width=width)
            assert told.count("\n") <= SCREEN
