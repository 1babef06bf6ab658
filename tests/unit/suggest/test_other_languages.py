"""What is suggested for texts that are not English, of which the same is known to be said in both."""

from pathlib import Path

import pytest
from other_languages import LANGUAGES, SAME, files

from argmap.api.loaded_corpus import load
from argmap.api.suggesting import Suggested, Wanted, report, suggest
from argmap.check.cue_finder import CueFinder
from argmap.source.text import SourceText
from argmap.suggest.suggest import Sort
from argmap.suggest.suggestion import AnswerSuggestion, LinkSuggestion, SentenceSuggestion

pytestmark = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def suggested(language: str, tmp_path: Path) -> Suggested:
    for name, text in {**files(language), "two.txt": LANGUAGES[language].source}.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return suggest(load(tmp_path), Wanted(top=None, sources=tmp_path))


def test_pairs_that_say_the_same_come_first(suggested: Suggested) -> None:
    shown = [one for group in suggested.suggestions.groups if group.sort is Sort.SAME for one in group.shown]
    pairs = [
        (one.first.partition(".")[2], one.second.partition(".")[2]) for one in shown if isinstance(one, LinkSuggestion)
    ]
    assert len(pairs) >= SAME // 2
    assert all(first == second for first, second in pairs[: SAME // 2])


def test_a_silent_text_may_answer_by_what_it_says_on_the_matter(suggested: Suggested, language: str) -> None:
    (silence,) = (one for one in suggested.suggestions.numbered if isinstance(one, AnswerSuggestion))
    assert (silence.document, silence.issue) == ("two", "trams")
    best = silence.candidates[0]
    said = best.claim if best.sentence is None else best.sentence.text
    assert said in ("two.c0", "two.c1", "two.c6", LANGUAGES[language].uncovered)


def test_the_sentence_that_answers_comes_first_and_has_a_cue_that_is_proved(
    suggested: Suggested, language: str
) -> None:
    texts = LANGUAGES[language]
    first = next(one for one in suggested.suggestions.numbered if isinstance(one, SentenceSuggestion))
    assert first.sentence.text == texts.uncovered
    (line, *_, cue) = first.choices[0].additions[0].lines
    words = cue.partition('"')[2].removesuffix('"')
    assert words in texts.uncovered
    assert CueFinder(SourceText("two.txt", texts.source)).kept(words, None)
    # Its letters keep their marks.
    assert line.removeprefix("claims ").rstrip(":").partition("-")[0] in words.lower()


def test_nothing_that_was_measured_on_english_is_said_of_them(suggested: Suggested) -> None:
    told = report(suggested)
    assert "(`--tier letters`)" in told
    assert "These texts are not English" in " ".join(told.split())
    assert "where measured" not in told and "in 10" not in told and "where that was measured" not in told


def test_the_words_that_two_texts_share_are_words_of_them(suggested: Suggested) -> None:
    corpus = suggested.corpus
    for one in suggested.suggestions.numbered:
        if isinstance(one, LinkSuggestion):
            for shared in one.match.shared:
                assert shared.first in corpus.claims[one.first].text.lower()
                assert shared.second in corpus.claims[one.second].text.lower()
