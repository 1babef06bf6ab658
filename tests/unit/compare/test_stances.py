from collections.abc import Callable

import pytest

from argmap.compare.comparison import Comparison
from argmap.compare.inconsistency import InconsistencyKind, inconsistencies
from argmap.compare.stance import Acceptance, Ground, IssueStatus, Profile
from argmap.compare.stances import exclusions, gather
from argmap.judge.holder import AuthorAttitude, Holder
from argmap.model.claim import Period
from argmap.model.corpus import Corpus
from argmap.model.ids import ActorId, DocumentId, IssueId

Read = Callable[..., Corpus]
Compared = Callable[..., Comparison]
A = Holder(DocumentId("a"))
MINISTRY = Holder(DocumentId("a"), ActorId("ministry"))
LEAD, PACE, GO = IssueId("lead"), IssueId("pace"), IssueId("go")


def done(profile: Profile) -> dict[str, str]:
    """What is stated of each position."""
    return {stance.position: stance.acceptance.value for stance in profile.stances if not stance.implied}


def stated(read: Read, body: str, holder: Holder = A, issue: IssueId = LEAD) -> dict[str, str]:
    return done(gather(read(body)).profile(holder, issue))


def test_what_each_verb_commits_to(read: Read) -> None:
    answer = "\n  answers lead: council"
    for verb, author, holder in [
        ("claims x", "accepted", None),
        ("denies x", "rejected", None),
        ("doubts x", "rejected", None),
        ("implies x", "accepted", None),
        ("supposes x", None, None),
        ("reports x from ministry", None, "accepted"),
        ("endorses x from ministry", "accepted", "accepted"),
        ("denies x from ministry", "rejected", "accepted"),
        ("doubts x from ministry", "rejected", "accepted"),
        ("implies x from ministry", None, "accepted"),
    ]:
        stances = gather(read(f"{verb}: The council leads.{answer}"))
        assert done(stances.profile(A, LEAD)).get("council") == author, verb
        assert done(stances.profile(MINISTRY, LEAD)).get("council") == holder, verb


def test_excluded_answers_turn_round(read: Read) -> None:
    assert stated(read, "claims x: T.\n  answers lead: not council") == {"council": "rejected"}
    assert stated(read, "denies x: T.\n  answers lead: not council") == {"council": "accepted"}


def test_somebody_elses_stance(read: Read) -> None:
    body = "claims x (likely): It seems to want the city.\n  answers lead: city from ministry"
    stances = gather(read(body))
    assert stances.profile(A, LEAD).standing is IssueStatus.SILENT
    (stance,) = stances.profile(MINISTRY, LEAD).stances
    assert (stance.acceptance, stance.strength, stance.regards) == (
        Acceptance.ACCEPTED,
        None,
        (AuthorAttitude.REPORTED,),
    )
    assert stated(read, "supposes x: T.\n  answers lead: city from ministry", MINISTRY) == {}


def test_regards_of_an_actor(read: Read) -> None:
    body = "denies x from ministry: T.\n  answers lead: city\n\nendorses y from ministry: T.\n  answers lead: city"
    (stance,) = gather(read(body)).profile(MINISTRY, LEAD).stances
    assert stance.regards == (AuthorAttitude.DENIED, AuthorAttitude.ENDORSED)
    assert stance.claims == ("a.x", "a.y")


def test_strengths_belong_to_what_is_said(read: Read) -> None:
    stances = gather(read("denies x from ministry (possible): T.\n  answers lead: city"))
    (rejected,), (accepted,) = stances.profile(A, LEAD).stances, stances.profile(MINISTRY, LEAD).stances
    assert (str(accepted.strength), rejected.strength) == ("possible", None)
    assert (accepted.firmness.high, rejected.firmness.high) == (1, 4)
    (doubted,) = gather(read("doubts x: T.\n  answers lead: city")).profile(A, LEAD).stances
    assert doubted.doubted
    assert doubted.firmness.high == 2


def test_the_firmest_unconditional_claim_counts(read: Read) -> None:
    body = """claims x (certain): T.
  answers lead: city
  if c: A condition.

claims y (possible): T.
  answers lead: city

claims z (likely): T.
  answers lead: city"""
    (stance,) = gather(read(body)).profile(A, LEAD).stances
    assert [showing.claim for showing in stance.evidence] == ["a.z", "a.y", "a.x"]
    assert (str(stance.strength), stance.conditions) == ("likely", ())
    (alone,) = gather(read(body.partition("\n\n")[0])).profile(A, LEAD).stances
    assert alone.conditions == ("a.c",)


def test_exceptions_are_conditions(read: Read) -> None:
    (stance,) = gather(read("claims x: T.\n  answers lead: city\n  unless c: War comes.")).profile(A, LEAD).stances
    assert stance.conditions == ("a.c",)


def test_silent_open_and_mixed(read: Read) -> None:
    def standing(*answers: str) -> IssueStatus:
        body = "\n\n".join(f"claims x{number}{answer}" for number, answer in enumerate(answers))
        return gather(read(body)).profile(A, LEAD).standing

    assert standing(": T.") is IssueStatus.SILENT
    assert standing(": T.\n  answers lead: open") is IssueStatus.OPEN
    assert standing(" (even-chance): T.\n  answers lead: city") is IssueStatus.OPEN
    assert standing(": T.\n  answers lead: open", ": T.\n  answers lead: not city") is IssueStatus.OPEN
    assert standing(": T.\n  answers lead: not city") is IssueStatus.SETTLED
    assert standing(": T.\n  answers lead: city", ": T.\n  answers lead: state") is IssueStatus.SETTLED
    assert standing(": T.\n  answers lead: city", ": T.\n  answers lead: council") is IssueStatus.MIXED
    assert standing(": T.\n  answers lead: city", ": T.\n  answers lead: not city") is IssueStatus.MIXED
    assert standing(": T.\n  answers lead: city", ": T.\n  answers lead: open") is IssueStatus.MIXED
    assert standing(" (even-chance): T.\n  answers lead: city", ": T.\n  answers lead: council") is IssueStatus.MIXED
    assert standing(" (even-chance): T.\n  answers lead: city", ": T.\n  answers lead: state") is IssueStatus.SETTLED


def test_what_accepting_excludes(read: Read) -> None:
    stances = gather(read("claims x (likely): T.\n  answers lead: city"))
    (excluded,) = exclusions(stances.profile(A, LEAD), stances.questions[LEAD])
    assert (excluded.position, excluded.acceptance) == ("council", Acceptance.REJECTED)
    assert [step.ground for step in excluded.chain] == [Ground.EXCLUSION]
    assert excluded.claims == ("a.x",)


def test_rejecting_accepts_only_between_yes_and_no(read: Read) -> None:
    stances = gather(read("denies x: T.\n  answers go: yes\n\ndenies y: T.\n  answers pace: fast"))
    implied = [stance for stance in stances.profile(A, GO).stances if stance.implied]
    assert [(stance.position, stance.acceptance) for stance in implied] == [("no", Acceptance.ACCEPTED)]
    assert [step.ground for step in implied[0].chain] == [Ground.ONLY_OTHER]
    assert [stance.position for stance in stances.profile(A, PACE).stances] == ["fast"]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_nothing_follows_from_what_is_both_accepted_and_rejected(read: Read, order: tuple[int, int]) -> None:
    bodies = ("claims x: T.\n  answers go: no", "denies y: T.\n  answers go: no")
    profile = gather(read("\n\n".join(bodies[place] for place in order))).profile(A, GO)
    assert [(stance.position, stance.acceptance.value) for stance in profile.stances] == [
        ("no", "accepted"),
        ("no", "rejected"),
    ]


def test_links_carry_stances_with_their_chain(read: Read) -> None:
    shared = """link a.fit same-as b.able: One thing.
link b.able entails b.known: Only the known are able.
"""
    corpus = read("claims fit: T.", "claims able: T.\n\nclaims known: T.\n  answers lead: council", shared=shared)
    (stance,) = gather(corpus).profile(A, LEAD).stances
    assert stance.implied
    assert stance.claims == ("a.fit",)
    assert [(step.ground, *step.target) for step in stance.chain] == [
        (Ground.LINK, "b.able", True),
        (Ground.LINK, "b.known", True),
        (Ground.ANSWER, "lead.council", True),
    ]


def test_links_carry_rejections_back(read: Read) -> None:
    shared = "link lead.council entails go.yes: T.\nlink pace.fast contradicts go.no: T.\n"
    stances = gather(read("denies x: T.\n  answers go: yes", shared=shared))
    assert [(stance.position, stance.acceptance) for stance in stances.profile(A, LEAD).stances] == [
        ("council", Acceptance.REJECTED)
    ]
    assert [(stance.position, stance.acceptance) for stance in stances.profile(A, PACE).stances] == [
        ("fast", Acceptance.REJECTED)
    ]


def test_rejecting_a_claim_is_not_rejecting_its_answer(read: Read) -> None:
    corpus = read("claims half: T.", "claims all: T.\n  answers go: yes", shared="link a.half contrary-to b.all: T.\n")
    assert gather(corpus).profile(A, GO).standing is IssueStatus.SILENT


def test_what_is_stated_stands_against_what_follows(read: Read) -> None:
    body = "claims x: T.\n  answers lead: council\n\ndenies y: T.\n  answers go: yes"
    stances = gather(read(body, shared="link lead.council entails go.yes: T.\n"))
    assert done(stances.profile(A, GO)) == {"yes": "rejected"}
    assert all(clash.held.holder == A for clash in stances.clashes)
    assert {(clash.held.issue, clash.implied.acceptance) for clash in stances.clashes} >= {(GO, Acceptance.ACCEPTED)}


RIVALS = "claims x: T.\n  answers go: yes\n\nclaims y: T.\n  answers pace: fast"


@pytest.mark.parametrize(("one", "other"), [("council", "city"), ("city", "council")])
def test_of_what_follows_in_as_many_steps_and_cannot_stand_together_nothing_is_ascribed(
    compared: Compared, one: str, other: str
) -> None:
    shared = f"link go.yes entails lead.{one}: T.\nlink pace.fast entails lead.{other}: T.\n"
    comparison = compared(RIVALS, shared=shared)
    assert comparison.stances.profile(A, LEAD).standing is IssueStatus.SILENT
    (strain,) = inconsistencies(comparison)
    assert (strain.kind, strain.holder, strain.issue) == (InconsistencyKind.TWO_CONSEQUENCES, A, LEAD)
    assert {(stance.position, stance.claims) for stance in strain.stances} == {(one, ("a.x",)), (other, ("a.y",))}
    assert [[step.link is not None for step in stance.chain] for stance in strain.stances] == [[True], [True]]


def test_of_two_that_cannot_stand_together_neither_follows_however_short_the_way(compared: Compared) -> None:
    shared = (
        "link go.yes entails lead.council: T.\nlink pace.fast entails go.yes: T.\nlink go.yes entails lead.city: T."
    )
    nearer = shared.replace("link go.yes entails lead.city", "link pace.fast entails lead.city")
    for links in (shared, nearer):
        comparison = compared("claims y: T.\n  answers pace: fast", shared=links)
        assert comparison.stances.profile(A, LEAD).standing is IssueStatus.SILENT
        assert [strain.kind for strain in inconsistencies(comparison)] == [InconsistencyKind.TWO_CONSEQUENCES]


def test_just_yes_and_no_cannot_both_be_rejected(compared: Compared) -> None:
    shared = "link lead.council contradicts go.yes: T.\nlink pace.fast contradicts go.no: T.\n"
    body = "claims x: T.\n  answers lead: council\n\nclaims y: T.\n  answers pace: fast"
    comparison = compared(body, shared=shared)
    assert comparison.stances.profile(A, GO).standing is IssueStatus.SILENT
    assert InconsistencyKind.TWO_CONSEQUENCES in {strain.kind for strain in inconsistencies(comparison)}


def test_what_follows_in_as_few_steps_from_several_claims_rests_on_all_of_them(read: Read) -> None:
    shared = "link go.yes entails lead.council: T.\nlink pace.fast entails lead.council: T.\n"
    (stance,) = gather(read(RIVALS.replace("y: T", "y (likely): T"), shared=shared)).profile(A, LEAD).stances
    assert [showing.claim for showing in stance.evidence] == ["a.x", "a.y"]


def test_circles_of_links_end(read: Read) -> None:
    shared = (
        "link a.x entails b.y: T.\nlink b.y entails a.z: T.\nlink a.z entails a.x: T.\nlink a.x contradicts b.y: T.\n"
    )
    stances = gather(read("claims x: T.\n\nclaims z: T.\n  answers go: yes", "claims y: T.", shared=shared))
    assert done(stances.profile(A, GO)) == {"yes": "accepted"}


def test_an_even_chance_carries_nothing(read: Read) -> None:
    corpus = read(
        "claims x (even-chance): T.", "claims y: T.\n  answers lead: city", shared="link a.x same-as b.y: T.\n"
    )
    assert gather(corpus).profile(A, LEAD).standing is IssueStatus.SILENT


def test_periods_of_dated_facts(read: Read) -> None:
    def period(*dates: str) -> Period | None:
        fields = [f"\n  kind: fact\n  as-of: {date}" if date else "" for date in dates]
        body = "\n\n".join(f"claims x{number}: T.\n  answers lead: city{field}" for number, field in enumerate(fields))
        return gather(read(body)).profile(A, LEAD).stances[0].period

    assert period("2019-05", "2019..2020") == Period("2019", "2020")
    assert period("2019", "2019-05") == Period("2019", "2019")
    assert period("2019..", "..2018") == Period("", "")
    assert period("2019", "") is None


def test_holders_are_found_where_they_say_nothing(compared: Compared) -> None:
    comparison = compared("reports x from ministry: T.", "")
    assert comparison.holders == (A, MINISTRY, Holder(DocumentId("b")))
    assert comparison.authors == (A, Holder(DocumentId("b")))


def test_an_answer_for_somebody_has_a_strength_of_its_own_and_the_claim_says_how_sure_the_author_is(read: Read) -> None:
    body = "claims x (likely): T.\n  answers lead: council from ministry (possible)"
    (stance,) = gather(read(body)).profile(MINISTRY, LEAD).stances
    assert (str(stance.strength), str(stance.ascribed)) == ("possible", "likely")
    assert stance.firmness.high == 1

    plainly = "\nclaims y: T.\n  answers lead: council from ministry"
    (stance,) = gather(read(body + plainly)).profile(MINISTRY, LEAD).stances
    assert (stance.strength, stance.ascribed) == (None, None)


def test_a_reserve_is_only_made_about_others(read: Read) -> None:
    (stance,) = gather(read("claims x (likely): T.\n  answers lead: council")).profile(A, LEAD).stances
    assert (str(stance.strength), stance.ascribed) == ("likely", None)


@pytest.mark.parametrize("answer", ["claims firm: T.\n  answers go: no", "denies firm: T.\n  answers go: yes"])
def test_open_beside_an_answer_is_mixed_however_it_is_written(read: Read, answer: str) -> None:
    shared = "link go.yes contradicts go.no: Just one.\n"
    found = gather(read(f"claims unknown: T.\n  answers go: open\n\n{answer}", shared=shared)).profile(A, GO)
    assert found.standing is IssueStatus.MIXED


@pytest.mark.parametrize(
    "body",
    [
        "claims build: T.\n  because rains: T.\n    answers go: yes\n  despite unknown: T.\n    answers go: open",
        "claims unknown: T.\n  answers go: open\n\nclaims rains: T.\n  answers go: yes\n  if wind: T.",
    ],
    ids=["only granted", "on a condition"],
)
def test_open_beside_an_answer_with_a_reserve_is_not_mixed(compared: Compared, body: str) -> None:
    comparison = compared(body)
    assert comparison.stances.profile(A, GO).standing is not IssueStatus.MIXED
    assert list(inconsistencies(comparison)) == []
