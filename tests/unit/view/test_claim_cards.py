from collections.abc import Callable

import pytest

from argmap.model.corpus import Corpus
from argmap.view.document_maps import maps_of_document
from argmap.view.picture import MapCard

PEOPLE = "actor ministry: The ministry\n\nactor envoys: Envoys\n\n"

CASES = {
    "accepted": ("claims x: X.\n", ()),
    "denied": ("denies x: X.\n", ("DENIED by the author",)),
    "denied, with a holder": ("denies x from ministry: X.\n", ("DENIED by the author", "held by the ministry")),
    "reported": ("reports x from ministry (likely): X.\n", ("REPORTED", "held by the ministry", "likely")),
    "a chain": (
        "reports x from envoys quoting ministry: X.\n",
        ("REPORTED", "held by the ministry", "told by Envoys"),
    ),
    "doubted": ("doubts x: X.\n", ("DOUBTED by the author",)),
    "doubted, with a holder": ("doubts x from ministry: X.\n", ("DOUBTED by the author", "held by the ministry")),
    "endorsed": ("endorses x from ministry: X.\n", ("ENDORSED, as the ministry says",)),
    "endorsed, with holders": ("endorses x from ministry, envoys: X.\n", ("ENDORSED, as the ministry and Envoys say",)),
    "left unsaid by a holder": ("implies x from ministry: X.\n", ("LEFT UNSAID by the ministry",)),
    "a scheme": ("claims a: A.\n  because (example) x: X.\n", ("EXAMPLE",)),
    "a scheme and a use": ("claims a: A.\n  despite (consequence) x: X.\n", ("CONCEDED", "CONSEQUENCE")),
    "a scheme that is a role": ("claims a: A.\n  because (explanation) x: X.\n", ("EXPLAINS",)),
    "left unsaid": ("implies x: X.\n", ("LEFT UNSAID",)),
    "a range": ("claims x (unlikely..even-chance): X.\n", ("unlikely to even chance",)),
    "conceded": ("claims a: A.\n  despite x: X.\n", ("CONCEDED",)),
    "exception": ("claims a: A.\n  unless x: X.\n", ("EXCEPTION",)),
    "condition": ("claims a: A.\n  only-if x: X.\n", ("ONLY IF",)),
    "supposed and more": ("claims a: A.\n  if b: B.\n  because supposes x: X.\n", ("SUPPOSED",)),
    "two uses": ("claims a: A.\n  despite x: X.\n  because (parts) x\n", ("CONCEDED", "PART")),
}


def card(corpus: Corpus, identifier: str) -> MapCard:
    picture = maps_of_document(corpus, "doc")[0].picture
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
    assert found.notes == ("▸ who: not us", "▸ who: them (the ministry)")
    assert found.place == "l. 12, 14…"


ANSWERS = {
    "accepted": ("claims x: X.", "us", "▸ who: us"),
    "denied": ("denies x: X.", "us", "▸ who: not us"),
    "denied, of a holder": ("denies x from ministry: X.", "us", "▸ who: not us"),
    "denied that it is not": ("denies x: X.", "not us", "▸ who: us"),
    "doubted": ("doubts x: X.", "us", "▸ who: rather not us"),
    "reported": ("reports x from ministry: X.", "us", "▸ who: us (the ministry)"),
    "endorsed": ("endorses x from ministry: X.", "us", "▸ who: us"),
    "supposed": ("supposes x: X.", "us", "▸ who: us (supposed)"),
    "left unsaid": ("implies x: X.", "us", "▸ who: us"),
    "left unsaid by another": ("implies x from ministry: X.", "us", "▸ who: us (the ministry)"),
    "of somebody else": ("denies x: X.", "us from ministry", "▸ who: not us (the ministry)"),
}


@pytest.mark.parametrize("head,answer,line", ANSWERS.values(), ids=ANSWERS)
def test_an_answer_is_what_the_author_makes_of_it(
    claims: Callable[[str], Corpus], head: str, answer: str, line: str
) -> None:
    issue = "issue who: Who?\n  position us: Us\n  position them: Them\n\n"
    assert card(claims(f"{PEOPLE}{issue}{head}\n  answers who: {answer}\n"), "x").notes == (line,)


def test_a_sentence_ends_with_every_place(claims: Callable[[str], Corpus]) -> None:
    corpus = claims('claims x: X.\n  at: 12 "a cue"\n  at: 14\n  at: "more words"\n')
    assert card(corpus, "x").sentence == "`x`, claimed: X. [at line 12 “a cue”; line 14; “more words”]"


def test_declared_links_stand_on_both_cards(corpus_of: Callable[..., Corpus]) -> None:
    corpus = corpus_of(
        "document doc: One\n\nclaims x: X.\n\nclaims y: Y.\n",
        "document two: Two\n\nclaims z: Z.\n\nlink two.z entails doc.x\n\nlink doc.x same-as doc.y (0.5): Why.\n\n"
        "link doc.y unrelated-to two.z\n",
    )
    assert card(corpus, "x").notes == ("⇄ entailed by two.z", "⇄ same as y")
    assert card(corpus, "y").notes == ("⇄ same as x",)


def test_a_sentence_has_all_of_the_text(claims: Callable[[str], Corpus]) -> None:
    text = "Word " * 100 + "end."
    corpus = claims(f"actor ministry: The ministry\n\nreports x from ministry (likely): {text}\n")
    assert card(corpus, "x").sentence == f"`x`, reported of the ministry, likely: {text}"
