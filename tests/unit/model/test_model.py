import attrs
import pytest

from argmap.language.words import Attitude, Degree
from argmap.model.actor import Actor
from argmap.model.claim import Claim, Period, Strength
from argmap.model.corpus import Corpus
from argmap.model.ids import ActorId, ClaimId, DocumentId, IssueId, PositionId
from argmap.model.inference import Step, StepRole, Undercut
from argmap.model.issue import Issue, Position
from argmap.source.text import Place, Span

HERE, THERE = Place("x", Span(0, 1)), Place("y", Span(5, 9))


def claim(**changes: object) -> Claim:
    made = Claim(
        id=ClaimId("d.lead"),
        document=DocumentId("d"),
        attitude=Attitude.REPORTS,
        voices=((ActorId("a"),), (ActorId("b"), ActorId("c"))),
        text="Text.",
        origin=HERE,
        wording=HERE,
    )
    return attrs.evolve(made, **changes)


def test_two_equal_arguments_are_equal_wherever_they_stand() -> None:
    assert claim() == claim(origin=THERE, wording=THERE)
    assert hash(claim()) == hash(claim(origin=THERE))
    assert claim() != claim(text="Another.")
    step = Step(role=StepRole.BECAUSE, premises=(ClaimId("d.a"),), origin=HERE)
    assert step == attrs.evolve(step, origin=THERE)


def test_only_the_last_group_holds_the_claim() -> None:
    assert claim().holders == ("b", "c")
    assert claim(voices=()).holders == ()
    assert claim().name == "lead"


def test_a_step_has_a_premise() -> None:
    with pytest.raises(ValueError, match="premises"):
        Step(role=StepRole.BECAUSE, premises=(), origin=HERE)
    with pytest.raises(ValueError, match="premises"):
        Undercut(premises=(), origin=HERE)


def test_values_print_as_they_are_written() -> None:
    assert str(Strength(Degree.LIKELY, Degree.LIKELY)) == "likely"
    assert str(Strength(Degree.UNLIKELY, Degree.EVEN_CHANCE)) == "unlikely..even-chance"
    assert str(Period("2021", "2021")) == "2021"
    assert str(Period("", "2021-08")) == "..2021-08"


def test_positions_exclude_each_other_unless_compatible() -> None:
    a, b, c = (PositionId(name) for name in "abc")
    positions = tuple(Position(id=name, text="", origin=HERE) for name in (a, b, c))
    issue = Issue(id=IssueId("i"), question="?", positions=positions, compatible=(frozenset({a, b}),), origin=HERE)
    assert not issue.excludes(a, b) and not issue.excludes(b, a)
    assert issue.excludes(a, c) and issue.excludes(a, PositionId("open"))
    assert not issue.excludes(c, c)


def test_a_documents_own_actor_goes_before_the_shared_one() -> None:
    shared = Actor(id=ActorId("a"), name="Shared", origin=HERE)
    own = Actor(id=ActorId("a"), name="Own", document=DocumentId("d"), origin=HERE)
    corpus = Corpus(documents={}, issues={}, actors={"a": shared, "d.a": own}, terms={}, claims={})
    assert corpus.actor(ActorId("a"), DocumentId("d")) is own
    assert corpus.actor(ActorId("a"), DocumentId("e")) is shared


def test_attitudes_that_accept() -> None:
    assert {attitude for attitude in Attitude if attitude.accepts} == {
        Attitude.CLAIMS,
        Attitude.ENDORSES,
        Attitude.IMPLIES,
    }


def test_degrees_have_a_place_on_one_of_two_scales() -> None:
    belief = sorted((degree for degree in Degree if not degree.is_duty), key=lambda degree: degree.rank)
    duty = sorted((degree for degree in Degree if degree.is_duty), key=lambda degree: degree.rank)
    assert [degree.value for degree in belief] == (
        "certain very-likely likely possible even-chance unlikely very-unlikely no-chance".split()
    )
    assert [degree.value for degree in duty] == "must should could should-not must-not".split()
