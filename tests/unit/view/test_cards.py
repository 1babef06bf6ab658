from collections.abc import Callable

import pytest

from argmap.model.corpus import Corpus
from argmap.view.document import pictures_of
from argmap.view.picture import Card

PEOPLE = "actor ministry: The ministry\n\nactor envoys: Envoys\n\n"

CASES = {
    "accepted": ("claims x: X.\n", ()),
    "denied": ("denies x: X.\n", ("DENIED",)),
    "denied, with a holder": ("denies x from ministry: X.\n", ("DENIED", "The ministry")),
    "reported": ("reports x from ministry (likely): X.\n", ("REPORTED", "The ministry", "likely")),
    "a chain": (
        "reports x from envoys quoting ministry: X.\n",
        ("REPORTED", "The ministry, quoted by Envoys"),
    ),
    "doubted": ("doubts x: X.\n", ("DOUBTED",)),
    "left unsaid": ("implies x: X.\n", ("LEFT UNSAID",)),
    "a range": ("claims x (unlikely..even-chance): X.\n", ("unlikely to even chance",)),
    "conceded": ("claims a: A.\n  despite x: X.\n", ("CONCEDED",)),
    "exception": ("claims a: A.\n  unless x: X.\n", ("EXCEPTION",)),
    "condition": ("claims a: A.\n  only-if x: X.\n", ("ONLY IF",)),
    "supposed and more": ("claims a: A.\n  if b: B.\n  because supposes x: X.\n", ("SUPPOSED",)),
    "two uses": ("claims a: A.\n  despite x: X.\n  because (parts) x\n", ("CONCEDED", "PART")),
}


def card(corpus: Corpus, identifier: str) -> Card:
    picture = pictures_of(corpus, "doc")[0].picture
    return next(each for each in picture.cards if each.id == identifier)


@pytest.mark.parametrize("text,words", CASES.values(), ids=CASES)
def test_attitude_use_and_strength_are_in_words(
    claims: Callable[[str], Corpus], text: str, words: tuple[str, ...]
) -> None:
    found = card(claims(PEOPLE + "claims other: O.\n\n" + text), "x")
    assert found.words == words


def test_a_card_says_what_it_answers_and_where_it_stands(claims: Callable[[str], Corpus]) -> None:
    corpus = claims(
        "issue who: Who?\n  position us: Us\n  position them: Them\n\nactor ministry: The ministry\n\n"
        'claims x: X.\n  at: 12 "a cue here"\n  at: 14\n  at: 20\n'
        "  answers who: not us\n  answers who: them from ministry\n"
    )
    found = card(corpus, "x")
    assert found.notes == ("▸ who: not us", "▸ who: them (The ministry)")
    assert found.place == "l. 12, 14…"


def test_a_sentence_has_all_of_the_text(claims: Callable[[str], Corpus]) -> None:
    text = "Word " * 100 + "end."
    corpus = claims(f"actor ministry: The ministry\n\nreports x from ministry (likely): {text}\n")
    assert card(corpus, "x").sentence == f"`x`, reported of The ministry, likely: {text}"
