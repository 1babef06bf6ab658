"""What counts as the same words, and which rewordings turn the sense."""

from __future__ import annotations

import pytest

from argmap.diff.text_similarity import jaccard, normalised, words_of
from argmap.source.polarity_words import NEGATED, changes_sense, is_english, turning_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trams are quiet.", "Trams are quiet"),
        ("Trams are quiet.", "TRAMS ARE QUIET ."),
        ("Trams\nare   quiet", " Trams are quiet"),
        ("It\u2019s \u201cquiet\u201d \u2013 so they say", 'It\'s "quiet" - so they say'),
        ("caf\u00e9", "cafe\u0301"),
        ("It is quiet\u3002", "It is quiet"),
    ],
)
def test_the_same_but_for_looks(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Trams are quiet.", "Trams are quiet?"), ("U.S. trams", "US trams"), ("Trams, buses", "Trams buses")],
)
def test_other_marks_are_other_words(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The town will act.", "The town will not act."),
        ("The town can act.", "The town cannot act."),
        ("The town acts.", "The town doesn't act."),
        ("The town acts.", "The town won\u2019t act."),
        ("The town acts.", "The town never acts."),
        ("The town acts.", "Nobody acts."),
        ("The town acts with help.", "The town acts without help."),
        ("The town acts.", "The town fails to act."),
        ("The town acts.", "The town hardly acts."),
        ("The town is likely to act.", "The town is unlikely to act."),
        ("The town is able to act.", "The town is unable to act."),
        ("The town must act.", "The town should act."),
        ("The town may act.", "The town acts."),
        ("The town acts.", "The town has to act."),
        ("The town acts.", "The town needs to act."),
        ("The town acts.", "The town\u2019ll act."),
        ("All towns act.", "Most towns act."),
        ("All towns act.", "Not all towns act."),
        ("Some towns act.", "Many towns act."),
        ("Few towns act.", "A few towns act."),
        ("The towns act.", "Only the towns act."),
        ("The town often acts.", "The town rarely acts."),
        ("The town acts\u2014always.", "The town acts."),
        ("At least two act.", "Two act."),
    ],
)
def test_a_negation_modal_or_quantifier_more_or_less(old: str, new: str) -> None:
    assert changes_sense(old, new)
    assert changes_sense(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The town will not act.", "The city will not act at once."),
        ("The town cannot act.", "The town can not act."),
        ("The town cannot act.", "The town is unable to act."),
        ("The town is unlikely to act.", "It is not likely that the town acts."),
        ("The town must act.", "The town has to act."),
        ("The town ought to act.", "The town should act."),
        ("No town acts.", "None of the towns acts."),
        ("All towns act.", "Every town acts."),
        ("Neither town nor state will act.", "Town and state will not act."),
        ("The town lacks political resolve.", "The town lacks the political will."),
        ("It began in spring.", "It began in May 2021."),
        ("It is the main reason.", "It is the most important reason."),
        ("It is cheap and quick.", "It is not only cheap but quick."),
        ("It is cheap.", "It is cheap after all."),
        ("It is no doubt cheap.", "It is doubtless cheap."),
        ("The plan falls.", "The plan fails."),
        ("They understand the interest.", "They grasp the concern."),
        ("The town wants an all-out effort.", "The town wants a great effort."),
        ("The town has the means to act.", "The town has means to act."),
    ],
)
def test_other_words_for_the_same_sense(old: str, new: str) -> None:
    assert not changes_sense(old, new)


@pytest.mark.parametrize(("negated", "word"), NEGATED.items())
def test_a_word_that_denies_another_is_that_word_and_a_negation(negated: str, word: str) -> None:
    assert turning_words(f"It is {negated}") == turning_words(f"It is not {word}")
    assert changes_sense(f"It is {word}", f"It is {negated}")


@pytest.mark.parametrize(
    ("language", "english"),
    [("", True), ("en", True), ("en-GB", True), ("English", True), ("fr", False), ("german", False), ("enm", False)],
)
def test_whose_words_are_known(language: str, english: bool) -> None:
    assert is_english(language) is english


def overlap(one: str, other: str) -> float:
    return jaccard(words_of(one), words_of(other))


def test_the_share_of_words() -> None:
    assert overlap("One two three.", "three, TWO: one!") == 1
    assert overlap("one two three four five", "one two three") == 0.6
    assert overlap("one two", "three four") == 0
    assert overlap("one one one two", "one two") == 1
    assert overlap("?", "!") == overlap("?", "?") == 0


def test_words_without_blanks_between_them() -> None:
    assert overlap("\u6e2f\u53e3\u5f88\u6df1", "\u6e2f\u53e3\u4e0d\u6df1") == 0.6
