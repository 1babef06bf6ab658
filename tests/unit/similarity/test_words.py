"""Words of texts in many scripts, and what is known of English ones."""

import pytest

from argmap.similarity.wordnet import WordNet
from argmap.similarity.words import grams, is_english, lemma, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The SCO\u2019s members", ["the", "sco", "members"]),
        ("Café, naïve!", ["cafe", "naive"]),
        ("Straße und Straßen", ["strasse", "und", "strassen"]),
        ("Безопасность региона", ["безопасность", "региона"]),
        ("الأمنُ الإقليميّ", ["الامن", "الاقليمي"]),
        ("지역의 안보", ["지역의", "안보"]),
        ("नदी के किनारे", ["नदी", "के", "किनारे"]),
        ("がん, かん", ["がん", "かん"]),
        ("上海合作组织", ["上海", "海合", "合作", "作组", "组织"]),
        ("和 SCO 组织", ["和", "sco", "组织"]),
        ("", []),
        ("— … !", []),
    ],
)
def test_words_of_a_text(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_texts_that_are_composed_otherwise_have_the_same_words() -> None:
    assert words("caf\u00e9") == words("cafe\u0301")


def test_parts_of_a_word_mark_its_ends() -> None:
    assert grams("war") == [" wa", "war", "ar ", " war", "war ", " war "]


def test_korean_words_share_parts_of_syllables() -> None:
    assert set(grams("안보를")) & set(grams("안보가"))


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ("fled", ("flee",)),
        ("wars", ("war",)),
        ("strengthening", ("strengthening", "strengthen")),
        ("stopping", ("stopping", "stop")),
        ("better", ("better", "good", "well")),
        ("children", ("child",)),
        ("qwertz", ()),
    ],
)
def test_lemmas_of_a_form(form: str, found: tuple[str, ...]) -> None:
    assert WordNet.load().lemmas(form) == found


def test_what_is_known_of_a_lemma() -> None:
    wordnet = WordNet.load()
    assert "weaken" in wordnet.antonyms("strengthen")
    assert "strengthen" not in wordnet.related("weaken")
    assert "happiness" in wordnet.related("happy")
    senses = wordnet.senses("war")
    assert senses
    assert any(wordnet.broader(sense) is not None for sense in senses)
    assert wordnet.senses("qwertz") == ()


def test_a_word_that_is_not_english_is_its_own_lemma() -> None:
    assert lemma("организация") == "организация"


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("The members of the SCO should act together.", True),
        ("Die Mitglieder der Organisation sollten gemeinsam handeln.", False),
        ("Члены организации должны действовать вместе.", False),
        ("회원국들은 함께 행동해야 한다.", False),
        ("", True),
    ],
)
def test_whether_texts_are_english(text: str, english: bool) -> None:
    assert is_english([text]) is english
