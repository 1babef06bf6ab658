"""What two words come to: the tables of the calculus, every cell of them."""

from __future__ import annotations

import pytest

from argmap.judge.assertion import Assertion
from argmap.judge.dates import Time
from argmap.judge.force import Force, force_of
from argmap.judge.pairs import Between, Relation, judge
from argmap.judge.verdict import Verdict
from argmap.language.words import Attitude, Degree, Kind
from argmap.model.claim import Strength
from argmap.model.ids import ClaimId

VERDICTS = {"o": Verdict.OPPOSED, "e": Verdict.EMPHASIS, "=": Verdict.COMPATIBLE}
BELIEFS = {
    "certain": "CCCCCCCCC",
    "very-likely": "CCCooCCCC",
    "": "CCCooCCCC",
    "likely": "CCCeeCCCo",
    "possible": "Coe==eoCe",
}
AGAINST_BELIEFS = (
    *(("claims", word) for word in ("certain", "", "likely", "possible")),
    *(("denies", word) for word in ("certain", "likely", "", "possible")),
    ("doubts", ""),
)
DUTIES = {"must": "CCCCCC", "should": "CCCoCC", "": "CCCoCC", "could": "Coo=ee"}
AGAINST_DUTIES = (
    *(("claims", word) for word in ("must", "should", "")),
    *(("denies", word) for word in ("must", "should")),
    ("doubts", ""),
)
EXCLUSIVE_DUTIES = {"must": "CCC", "should": "CCo", "": "CCo", "could": "Co="}
OTHER_DUTIES = tuple(("claims", word) for word in ("must", "should", "could"))


def force(verb: str, word: str, question: Kind | None) -> Force:
    strength = Strength(Degree(word), Degree(word)) if word else None
    return force_of(Attitude(verb), strength, None, question)


def verdicts(one: Force, other: Force, between: Between) -> set[Verdict]:
    mine, yours = (
        Assertion(claim=ClaimId(name), force=said, time=Time(None, "")) for name, said in (("a.x", one), ("b.y", other))
    )
    return {judge(mine, yours, Relation(between)).verdict, judge(yours, mine, Relation(between)).verdict}


def cells(table: dict[str, str], columns: tuple[tuple[str, str], ...]) -> list[tuple[str, str, str, str]]:
    return [(word, *column, cell) for word, row in table.items() for column, cell in zip(columns, row, strict=True)]


@pytest.mark.parametrize(("word", "verb", "against", "cell"), cells(BELIEFS, AGAINST_BELIEFS))
def test_beliefs(word: str, verb: str, against: str, cell: str) -> None:
    one, other = force("claims", word, None), force(verb, against, None)
    if verb == "claims":
        # The other answer of two of which just one is right; or of two that exclude each other; or the negation.
        assert verdicts(one, other, Between.EXHAUSTIVE) == {VERDICTS.get(cell, Verdict.CONTRADICTION)}
        assert verdicts(one, other, Between.EXCLUSIVE) == {VERDICTS.get(cell, Verdict.CONTRARIETY)}
        assert verdicts(one, other.mirrored, Between.SAME) == {VERDICTS.get(cell, Verdict.CONTRADICTION)}
    else:
        assert verdicts(one, other, Between.SAME) == {VERDICTS.get(cell, Verdict.CONTRADICTION)}


@pytest.mark.parametrize(("word", "verb", "against", "cell"), cells(DUTIES, AGAINST_DUTIES))
def test_duties(word: str, verb: str, against: str, cell: str) -> None:
    one, other = force("claims", word, Kind.POLICY), force(verb, against, Kind.POLICY)
    between = Between.EXHAUSTIVE if verb == "claims" else Between.SAME
    assert verdicts(one, other, between) == {VERDICTS.get(cell, Verdict.CONTRADICTION)}


@pytest.mark.parametrize(("word", "verb", "against", "cell"), cells(EXCLUSIVE_DUTIES, OTHER_DUTIES))
def test_duties_that_exclude_each_other(word: str, verb: str, against: str, cell: str) -> None:
    one, other = force("claims", word, Kind.POLICY), force(verb, against, Kind.POLICY)
    assert verdicts(one, other, Between.EXCLUSIVE) == {VERDICTS.get(cell, Verdict.CONTRARIETY)}
