"""Pairings are the same from both sides, nothing is lost in translation, and no edit is mistaken for another claim."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st
from parsing import parser
from thoroughness import examples

from argmap.diff.guesses import guesses
from argmap.diff.pairing import Pairing, pair
from argmap.diff.translation import former_names, translated
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId
from argmap.resolve.corpus import resolve
from argmap.source.text import SourceText
from tests.property.strategies import ISSUES, damaged, documents

PARSER = parser()
SLOWLY = examples(60, slow=True)
FIELDS = ("claims", "documents", "issues", "positions", "actors", "terms")


def read(*texts: str) -> Corpus:
    return resolve(
        [PARSER.parse(SourceText(f"{number}.argmap", text)).value for number, text in enumerate(texts)]
    ).value


NAMES = ("a", "b", "c", "d")
TEXTS = ("Trams are quiet.", "Trams are not quiet.", "Trams cost a lot of money.", "Trams cost a lot.", "They say so.")


@st.composite
def small(draw: Callable[[st.SearchStrategy[Any]], Any]) -> str:
    """A document of few names and texts, so that two of them have many of both in common."""
    lines = [f"document {draw(st.sampled_from(('town', 'city')))}: Trams", "  author author-a: Author A"]
    lines += draw(st.lists(st.sampled_from(("  was: town", "  was: city")), max_size=1))
    for name in draw(st.permutations(NAMES))[: draw(st.integers(0, 4))]:
        lines.append(f"claims {name}: {draw(st.sampled_from(TEXTS))}")
        lines += draw(st.lists(st.sampled_from([f"  was: {was}" for was in NAMES]), max_size=2))
        for _ in range(draw(st.integers(0, 3))):
            step = draw(st.sampled_from(("because", "despite", "if", "unless")))
            for word in (step, *draw(st.sampled_from(((), ("and",), ("and", "and")))), *draw(UNDERCUT)):
                lines.append(f"  {word}: {draw(st.sampled_from(TEXTS))}")
                if draw(st.booleans()):
                    lines.append(f"    because: {draw(st.sampled_from(TEXTS))}")
    return "".join(f"{line}\n" for line in lines)


UNDERCUT = st.sampled_from(((), (), ("undercut",)))


@st.composite
def edits(draw: Callable[[st.SearchStrategy[Any]], Any]) -> tuple[Corpus, Corpus]:
    """Two corpora that have something in common, or little."""
    if draw(st.booleans()):
        return read(draw(small()), ISSUES), read(draw(small()), ISSUES)
    text = draw(documents())
    return read(text, ISSUES), read(draw(damaged(text)), draw(damaged(ISSUES)))


def inverse(names: Any) -> dict[Any, Any]:
    return {new: old for old, new in names.items()}


@SLOWLY
@given(edits())
def test_the_other_way_round_is_the_inverse(corpora: tuple[Corpus, Corpus]) -> None:
    old, new = corpora
    there, back = pair(old, new), pair(new, old)
    for field in FIELDS:
        assert inverse(getattr(there, field)) == getattr(back, field)
    assert (there.splits, there.merges) == (back.merges, back.splits)
    found = {(guess.old.name, guess.new.name, guess.overlap) for guess in guesses(old, new, there)}
    assert found == {(guess.new.name, guess.old.name, guess.overlap) for guess in guesses(new, old, back)}


@SLOWLY
@given(small() | documents() | documents().flatmap(damaged))
def test_everything_is_itself(text: str) -> None:
    one, other = read(text, ISSUES), read(text, ISSUES)
    pairing = pair(one, other)
    for field, known in zip(FIELDS, (one.claims, one.documents, one.issues, None, one.actors, one.terms), strict=True):
        pairs = getattr(pairing, field)
        assert list(pairs) == list(pairs.values())
        assert known is None or pairs.keys() == known.keys()
    assert (pairing.splits, pairing.merges) == ({}, {})
    assert translated(one, pairing) is one
    assert guesses(one, other, pairing) == ()


@SLOWLY
@given(edits())
def test_who_has_a_new_name_is_its_counterpart(corpora: tuple[Corpus, Corpus]) -> None:
    old, new = corpora
    pairing = pair(old, new)
    told = translated(old, pairing)
    assert len(told.claims) == len(old.claims)
    assert told.claims.keys() & new.claims.keys() == set(pairing.claims.values())
    assert told.documents.keys() & new.documents.keys() == set(pairing.documents.values())
    assert all(name == claim.id for name, claim in told.claims.items())
    for document in told.documents.values():
        assert all(told.claims[claim].document == document.id for claim in document.claims)
    for claim in told.claims.values():
        assert all(premise in told.claims for step in claim.steps for premise in step.premises)
        assert all(answer.issue in told.issues for answer in claim.answers)
    assert len({*former_names(old, pairing).values()}) == len(former_names(old, pairing))


@SLOWLY
@given(edits())
def test_a_name_of_both_sides_keeps_its_own_unless_it_was_passed_on(corpora: tuple[Corpus, Corpus]) -> None:
    old, new = corpora
    pairing: Pairing = pair(old, new)
    for before, after in pairing.claims.items():
        one, other = old.claims[before], new.claims[after]
        if one.name in other.was or other.name in one.was:
            continue
        if one.named and before in new.claims:
            assert after == before
        if other.named and after in old.claims:
            assert before == after


@SLOWLY
@given(documents(), st.data())
def test_what_was_declares_is_found(text: str, data: st.DataObject) -> None:
    old = read(text, ISSUES)
    names = sorted(claim.name for claim in old.claims.values() if claim.named)
    chosen = data.draw(st.sets(st.sampled_from(names)))

    def later(claim: ClaimId) -> ClaimId:
        name, tilde, number = claim.partition(".")[2].partition("~")
        return ClaimId(f"village.{name}{'-later' * (name in chosen)}{tilde}{number}")

    harbour = DocumentId("harbour")
    made = attrs.evolve(
        pair(old, old),
        claims={claim: later(claim) for claim in old.claims},
        documents={harbour: DocumentId("village")},
    )
    told = translated(old, made)
    claims = {
        later(claim.id): attrs.evolve(told.claims[later(claim.id)], was=(claim.name,) if claim.name in chosen else ())
        for claim in old.claims.values()
    }
    (document,) = told.documents.values()
    new = attrs.evolve(told, claims=claims, documents={document.id: attrs.evolve(document, was=(harbour,))})
    assert pair(old, new).claims == made.claims
    assert translated(old, pair(old, new)) == told
