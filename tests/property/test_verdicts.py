"""What holds of every verdict: it is licensed, it has two sides alike, and no word more makes it say more."""

from __future__ import annotations

from itertools import combinations, product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from linear import has_solution
from thoroughness import examples

from argmap.compare.support import Support
from argmap.compare.turns import WHOLE, turn_of
from argmap.judge.assertion import Assertion
from argmap.judge.conditions import Dependence
from argmap.judge.dates import Time
from argmap.judge.duty import Duty
from argmap.judge.force import Direction, Force, force_of
from argmap.judge.holders import rule
from argmap.judge.pairs import Between, Judgement, Relation, common_scale, judge
from argmap.judge.questions import Answer, Question
from argmap.judge.strength import Scale
from argmap.judge.verdict import Verdict
from argmap.language.words import Attitude, Degree, Kind
from argmap.model.claim import Strength
from argmap.model.ids import ClaimId, IssueId, PositionId
from argmap.model.issue import Issue, Position
from argmap.source.text import Place, Span

HERE = Place("x", Span(0, 0))
TIMELESS = Time(None, "")
UP = (Degree.POSSIBLE, Degree.LIKELY, Degree.VERY_LIKELY, Degree.CERTAIN)
DOWN = (Degree.UNLIKELY, Degree.VERY_UNLIKELY, Degree.NO_CHANCE)
DUTIES = (Degree.MUST, Degree.SHOULD, Degree.COULD, Degree.SHOULD_NOT, Degree.MUST_NOT)
ATTITUDES = (Attitude.CLAIMS, Attitude.CLAIMS, Attitude.DENIES, Attitude.DOUBTS)
SYMMETRIC = (Between.SAME, Between.EXHAUSTIVE, Between.EXCLUSIVE, Between.COMPATIBLE)


def single(degree: Degree | None) -> Strength | None:
    return None if degree is None else Strength(degree, degree)


BELIEFS = tuple(map(single, (None, *UP, Degree.EVEN_CHANCE, *DOWN)))
RANGES = (
    Strength(Degree.UNLIKELY, Degree.LIKELY),
    Strength(Degree.EVEN_CHANCE, Degree.LIKELY),
    Strength(Degree.LIKELY, Degree.CERTAIN),
    Strength(Degree.VERY_UNLIKELY, Degree.UNLIKELY),
)
DUTY_STRENGTHS = (None, *map(single, DUTIES), Strength(Degree.SHOULD_NOT, Degree.SHOULD))


def forces(strengths: tuple[Strength | None, ...], kind: Kind | None) -> st.SearchStrategy[Force]:
    made = st.builds(
        force_of,
        st.sampled_from(ATTITUDES),
        st.sampled_from(strengths),
        st.just(kind),
        st.just(kind),
        negated=st.booleans(),
    )
    return made.filter(lambda force: force.says_something)


def said(force: Force, name: str = "a.x", *, conceded: bool = False, time: Time = TIMELESS) -> Assertion:
    return Assertion(claim=ClaimId(name), force=force, time=time, conceded=conceded)


beliefs = forces(BELIEFS + RANGES, Kind.FACT)
duties = forces(DUTY_STRENGTHS, Kind.POLICY)


def worlds(between: Between) -> tuple[tuple[int, int], ...]:
    """Whether the first is so, and the second, in each way in which things can be."""
    every = ((0, 0), (0, 1), (1, 0), (1, 1))
    match between:
        case Between.SAME:
            return ((0, 0), (1, 1))
        case Between.EXHAUSTIVE:
            return ((0, 1), (1, 0))
        case Between.EXCLUSIVE:
            return every[:3]
        case Between.ENTAILS:
            return ((0, 0), (0, 1), (1, 1))
    return every


def some_estimate_fits(one: Force, other: Force, between: Between) -> bool:
    """Whether a probability of each world meets the bounds of both."""
    ways = worlds(between)
    rows: list[tuple[list[int], int]] = [([1] * len(ways), 1000), ([-1] * len(ways), -1000)]
    for place, force in enumerate((one, other)):
        holds = [way[place] for way in ways]
        rows += [(holds, force.credence.high), ([-value for value in holds], -force.credence.low)]
    return has_solution(rows, len(ways))


ORDER = (Duty.RULED_OUT, Duty.ADVISED_AGAINST, Duty.OPEN, Duty.ADVISED, Duty.REQUIRED)


def can_go_together(one: Duty, other: Duty, between: Between) -> bool:
    match between:
        case Between.SAME:
            return one is other
        case Between.EXHAUSTIVE:
            return ORDER.index(one) == 4 - ORDER.index(other)
        case Between.EXCLUSIVE:
            for this, that in ((one, other), (other, one)):
                if this is Duty.REQUIRED and that is not Duty.RULED_OUT:
                    return False
                if this is Duty.ADVISED and that not in (Duty.ADVISED_AGAINST, Duty.RULED_OUT):
                    return False
            return True
        case Between.ENTAILS:
            return ORDER.index(one) <= ORDER.index(other)
    return True


def some_duties_fit(one: Force, other: Force, between: Between) -> bool:
    return any(
        this & one.duty and that & other.duty and can_go_together(this, that, between)
        for this, that in product(ORDER, repeat=2)
    )


def licensed(found: Judgement, fits: bool) -> None:
    if found.verdict.is_cannot:
        assert not fits, "what fits both can be right together"
    if found.verdict.is_disagreement and found.feasible:
        assert fits, "both can be right only where something fits both"


@examples(600)
@given(beliefs, beliefs, st.sampled_from(Between))
def test_what_is_said_of_two_beliefs_is_licensed(one: Force, other: Force, between: Between) -> None:
    licensed(judge(said(one), said(other, "b.x"), Relation(between)), some_estimate_fits(one, other, between))


@examples(600)
@given(duties, duties, st.sampled_from(Between))
def test_what_is_said_of_two_duties_is_licensed(one: Force, other: Force, between: Between) -> None:
    licensed(judge(said(one), said(other, "b.x"), Relation(between)), some_duties_fit(one, other, between))


either = st.one_of(beliefs, duties, forces(BELIEFS, None))
times = st.one_of(
    st.just(TIMELESS),
    st.builds(Time, st.sampled_from((None, Kind.FACT, Kind.PREDICTION)), st.sampled_from(("2019", "2020-05", "2022"))),
    st.builds(Time, st.just(Kind.PREDICTION), st.just("2019"), st.sampled_from(("2020", "2023"))),
)
dependences = st.builds(Dependence, *(st.booleans() for _ in range(5)))


@examples(600)
@given(either, either, times, times, st.sampled_from(SYMMETRIC), st.data())
def test_exchanging_the_sides_exchanges_nothing_else(
    one: Force, other: Force, when: Time, then: Time, between: Between, data: st.DataObject
) -> None:
    dependence = data.draw(dependences)
    relation = Relation(
        between,
        in_tension=data.draw(st.booleans()),
        supersedes=data.draw(st.booleans()),
        changes=data.draw(st.sampled_from((None, True, False))),
    )
    mine = said(one, "a.x", conceded=data.draw(st.booleans()), time=when)
    yours = said(other, "b.x", conceded=data.draw(st.booleans()), time=then)
    assert judge(mine, yours, relation, dependence) == judge(yours, mine, relation, dependence)


@given(either)
def test_nobody_is_against_itself_or_its_copy(force: Force) -> None:
    for name in ("a.x", "b.x"):
        assert not judge(said(force), said(force, name), Relation(Between.SAME)).verdict.is_disagreement


@examples(300)
@given(st.sampled_from(SYMMETRIC), st.booleans(), st.booleans())
def test_what_may_be_and_may_not_be_never_conflict(between: Between, one: bool, other: bool) -> None:
    possible = single(Degree.POSSIBLE)
    mine, yours = (force_of(Attitude.CLAIMS, possible, None, None, negated=negated) for negated in (one, other))
    assert not judge(said(mine), said(yours, "b.x"), Relation(between)).verdict.is_disagreement


@given(beliefs, duties, st.sampled_from(Between))
def test_what_is_never_contradicts_what_ought_to_be(one: Force, other: Force, between: Between) -> None:
    assert common_scale(one, other) is None
    assert not judge(said(one), said(other, "b.x"), Relation(between)).verdict.is_cannot


def weaker_and_firmer() -> st.SearchStrategy[tuple[Force, Force]]:
    """The same answer in a weaker word and in a firmer one; denied and doubted, the firmer word says less."""
    scale = st.sampled_from((UP, (Degree.COULD, Degree.SHOULD, Degree.MUST)))

    @st.composite
    def draw(pick: st.DrawFn) -> tuple[Force, Force]:
        words = pick(scale)
        weak, firm = sorted(
            pick(st.lists(st.sampled_from(words), min_size=2, max_size=2, unique=True)), key=words.index
        )
        attitude, negated = pick(st.sampled_from(ATTITUDES)), pick(st.booleans())
        kind = Kind.POLICY if words is not UP else Kind.FACT
        made = [force_of(attitude, single(word), kind, kind, negated=negated) for word in (weak, firm)]
        return (made[0], made[1]) if attitude is Attitude.CLAIMS else (made[1], made[0])

    return draw()


@examples(600)
@given(weaker_and_firmer(), either, st.sampled_from(SYMMETRIC))
def test_saying_it_more_firmly_keeps_what_cannot_both_be_right(
    two: tuple[Force, Force], other: Force, between: Between
) -> None:
    weak, firm = (judge(said(force), said(other, "b.x"), Relation(between)) for force in two)
    if weak.verdict.is_cannot:
        assert firm.verdict.is_cannot


@examples(600)
@given(either, either, st.sampled_from(SYMMETRIC), dependences, st.booleans())
def test_a_condition_or_a_concession_never_makes_what_cannot_both_be_right(
    one: Force, other: Force, between: Between, dependence: Dependence, conceded: bool
) -> None:
    plain = judge(said(one), said(other, "b.x"), Relation(between))
    more = judge(said(one, conceded=conceded), said(other, "b.x"), Relation(between), dependence)
    if more.verdict.is_cannot:
        assert plain.verdict.is_cannot


@examples(600)
@given(either, either, st.sampled_from(("2018", "2019", "2020-05")), times, st.sampled_from(SYMMETRIC))
def test_a_horizon_never_makes_what_cannot_both_be_right(
    one: Force, other: Force, until: str, then: Time, between: Between
) -> None:
    endless, ending = (
        judge(said(one, time=Time(Kind.PREDICTION, "2018", end)), said(other, "b.x", time=then), Relation(between))
        for end in ("", until)
    )
    if ending.verdict.is_cannot:
        assert endless.verdict.is_cannot


@examples(300)
@given(either, either)
def test_what_is_declared_of_the_answers_only_adds(one: Force, other: Force) -> None:
    def cannot(between: Between) -> bool:
        return judge(said(one), said(other, "b.x"), Relation(between)).verdict.is_cannot

    assert not cannot(Between.COMPATIBLE)
    if cannot(Between.EXCLUSIVE):
        assert cannot(Between.EXHAUSTIVE)


POSITIONS = tuple(map(PositionId, "pqr"))


def question(*, exhaustive: bool, compatible: bool) -> Question:
    pair = frozenset(POSITIONS[:2])
    return Question.of(
        Issue(
            id=IssueId("i"),
            question="Q?",
            positions=tuple(Position(id=position, text=position, origin=HERE) for position in POSITIONS),
            exhaustive=(pair,) if exhaustive else (),
            compatible=(frozenset(POSITIONS[1:]),) if compatible else (),
            origin=HERE,
        )
    )


def holders(name: str) -> st.SearchStrategy[list[Answer]]:
    answer = st.builds(Answer, st.sampled_from(POSITIONS), st.builds(said, beliefs, st.just(f"{name}.x")))
    return st.lists(answer, min_size=1, max_size=3)


def fits_whole(answers: list[Answer], asked: Question) -> bool:
    """Whether one estimate of all three answers meets everything that is said."""
    ways = [
        way
        for way in product((0, 1), repeat=3)
        if not any(
            way[one] and way[other] and asked.excludes(POSITIONS[one], POSITIONS[other])
            for one, other in combinations(range(3), 2)
        )
        and not any(sum(way[POSITIONS.index(each)] for each in group) != 1 for group in asked.issue.exhaustive)
    ]
    rows: list[tuple[list[int], int]] = [([1] * len(ways), 1000), ([-1] * len(ways), -1000)]
    for position, assertion in answers:
        holds = [way[POSITIONS.index(position)] for way in ways]
        bounds = assertion.force.credence
        rows += [(holds, bounds.high), ([-value for value in holds], -bounds.low)]
    return has_solution(rows, len(ways))


@examples(400)
@given(holders("a"), holders("b"), st.booleans(), st.booleans())
def test_what_is_said_of_two_holders_is_licensed_and_has_two_sides_alike(
    one: list[Answer], other: list[Answer], exhaustive: bool, compatible: bool
) -> None:
    asked = question(exhaustive=exhaustive, compatible=compatible)
    found, back = rule(one, other, asked), rule(other, one, asked)
    assert found.verdict is back.verdict
    assert {(pair.other, pair.one) for pair in back.pairs} == {(pair.one, pair.other) for pair in found.pairs}
    if found.verdict.is_cannot:
        pair = found.pairs[0]
        assert not fits_whole([one[pair.one], other[pair.other]], asked)


@examples(300)
@given(holders("a"), holders("b"), st.data())
def test_a_concession_beside_a_main_answer_changes_nothing(
    one: list[Answer], other: list[Answer], data: st.DataObject
) -> None:
    asked = question(exhaustive=True, compatible=False)
    granted = Answer(data.draw(st.sampled_from(POSITIONS)), said(data.draw(beliefs), "a.y", conceded=True))
    assert rule([*one, granted], other, asked).verdict is rule(one, other, asked).verdict


@given(holders("a"))
def test_a_holder_agrees_with_its_copy_or_is_mixed(one: list[Answer]) -> None:
    copy = [Answer(position, assertion._replace(claim=ClaimId("b.x"))) for position, assertion in one]
    found = rule(one, copy, question(exhaustive=True, compatible=False)).verdict
    assert not found.is_disagreement


@pytest.mark.parametrize("attitude", [Attitude.CLAIMS, Attitude.DENIES, Attitude.DOUBTS])
@given(st.sampled_from(BELIEFS + RANGES + DUTY_STRENGTHS), st.sampled_from((None, *Kind)), st.booleans())
def test_a_denial_rules_out_what_it_denies(
    attitude: Attitude, strength: Strength | None, kind: Kind | None, negated: bool
) -> None:
    force = force_of(attitude, strength, kind, kind, negated=negated)
    assert 0 <= force.credence.low <= force.credence.high <= 1000
    assert force.mirrored.mirrored == force
    if attitude is Attitude.DENIES and force.direction is not Direction.NEITHER:
        asserted = force_of(Attitude.CLAIMS, strength, kind, kind, negated=negated)
        scale = common_scale(force, asserted) or Scale.BELIEF
        assert (
            not (force.duty & asserted.duty)
            if scale is Scale.DUTY
            else not (
                max(force.credence.low, asserted.credence.low) <= min(force.credence.high, asserted.credence.high)
            )
        )


@st.composite
def supports(draw: st.DrawFn, *, circles: bool) -> Support:
    """A conclusion and what stands beneath it."""
    names = [ClaimId(f"a.c{number}") for number in range(6)]
    steps: dict[ClaimId, tuple[tuple[ClaimId, ...], ...]] = {}
    for place, name in enumerate(names):
        below = names[1:] if circles else names[place + 1 :]
        premises = st.lists(st.sampled_from(below or names), min_size=1, max_size=2).map(tuple)
        steps[name] = tuple(draw(st.lists(premises, max_size=3))) if below else ()
    return Support((names[0],), steps, dict.fromkeys(names, 0))


def taken(data: st.DataObject, support: Support) -> frozenset[ClaimId]:
    return frozenset(data.draw(st.lists(st.sampled_from([*support.steps][1:]), max_size=4)))


@examples(300)
@given(supports(circles=True), st.data())
def test_the_more_is_taken_away_the_more_turns_on_it(support: Support, data: st.DataObject) -> None:
    some = taken(data, support)
    one, other = (turn_of(support.conclusions[0], support, those) for those in (some, some | taken(data, support)))
    assert 0 <= one.size <= other.size <= WHOLE


@examples(300)
@given(supports(circles=False), st.data())
def test_a_conclusion_turns_wholly_on_that_without_which_it_has_no_support(
    support: Support, data: st.DataObject
) -> None:
    conclusion, some = support.conclusions[0], taken(data, support)
    turn = turn_of(conclusion, support, some)
    assert bool(turn.size) == bool(turn.reasons)
    if support.steps[conclusion]:
        assert (turn.size == WHOLE) == (conclusion not in support.supported(some))
    more = attrs.evolve(support, steps={**support.steps, conclusion: (*support.steps[conclusion], (ClaimId("a.new"),))})
    more = attrs.evolve(more, steps={**more.steps, ClaimId("a.new"): ()})
    further = turn_of(conclusion, more, some)
    assert further.size < turn.size or not turn.size, "another reason lowers it"


def test_every_verdict_has_a_rank() -> None:
    assert [verdict.rank for verdict in Verdict] == list(range(len(Verdict)))
