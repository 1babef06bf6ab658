"""Whatever else is put into words, of one author, of several and of an actor: to be read from top to bottom."""

from collections.abc import Iterable, Iterator

import attrs
from parsing import parser
from pytest_regressions.file_regression import FileRegressionFixture

from argmap.compare.comparison import Comparison, compare
from argmap.compare.cruxes import Crux
from argmap.compare.drift import drift
from argmap.compare.forecasts import Outcome
from argmap.compare.inconsistency import Inconsistency, InconsistencyKind, inconsistencies
from argmap.compare.representation import Fidelity, representations
from argmap.compare.stance import Profile
from argmap.compare.turns import Turn
from argmap.compare.unanswered import unanswered
from argmap.judge.verdict import Qualification, Verdict
from argmap.language.words import Attitude, Degree, Relation
from argmap.model.ids import IssueId
from argmap.model.inference import StepRole
from argmap.resolve.corpus import resolve
from argmap.source.text import SourceText
from argmap.wording.claim_sentences import bare_claim, quoted_claims, sentence_of, step_sentence
from argmap.wording.english import first_upper
from argmap.wording.grouped_pairs import grouped_pairs
from argmap.wording.names import ComparisonNames
from argmap.wording.observation_sentences import (
    granted_sentences,
    inconsistency_sentence,
    representation_sentence,
    unanswered_sentence,
)
from argmap.wording.relations import AND, CONNECTIVES, RELATIONS, ROLES
from argmap.wording.spans import Words, joined
from argmap.wording.stance_sentences import answers, cell, chain_words, stance_sentence, takes
from argmap.wording.verdict_reasons import outdated_words, share_words, turns_on
from argmap.wording.verdict_sentences import subject_of, verdict_and_why
from argmap.wording.verdicts import FIDELITIES, OUTCOMES, RESERVES, VERDICTS, changed_answer, phrase

SHARED = """issue rain: Will it rain?
  kind: prediction
  position yes: It will
  position no: It will not
  exhaustive: yes, no
issue close: Should the gate be closed?
  kind: policy
  position yes: Close it
  position no: Leave it open
  exhaustive: yes, no
issue much: How much rain?
  kind: fact
  position much: Much
  position some: Some
  position little: Little
  order: much > some > little
issue cold: Is it cold?
  kind: fact
  position yes: It is
  position no: It is not
  exhaustive: yes, no
actor folk: The people
actor club: Rowing Club
"""
ONE, SEVERAL = "  author a1: Ann\n", "  author a1: Ann\n  author a2: Bob\n"


def compared(*bodies: str, heads: Iterable[str] = (ONE,), links: str = "", dates: tuple[str, ...] = ()) -> Comparison:
    texts, head = [SHARED + links], list(heads)
    for number, body in enumerate(bodies):
        authors = head[number % len(head)].replace("a1", f"a1-{number}").replace("a2", f"a2-{number}")
        date = f"  date: {dates[number]}\n" if dates else ""
        texts.append(f"document {'ab'[number]}: D\n{authors}{date}{body}")
    read = [parser().parse(SourceText(f"{number}.argmap", text)) for number, text in enumerate(texts)]
    assert [found.message for file in read for found in file.findings] == []
    return compare(resolve([file.value for file in read], version=2).value)


def text(said: Words | str) -> str:
    return said if isinstance(said, str) else "".join(span.text for span in said)


def named(comparison: Comparison) -> ComparisonNames:
    return ComparisonNames.of(comparison, {})


# --- What each does with a question


STANCES = (
    *(
        f"{verb} c{f' ({degree.value})' if degree else ''}: T.\n  answers {issue}\n"
        for verb in ("claims", "denies", "doubts")
        for issue, duty in (("rain: yes", False), ("close: yes", True))
        for degree in (None, *Degree)
        if degree is None or (degree.is_duty if duty else not degree.is_duty)
    ),
    "claims c: T.\n  answers rain: not yes\n",
    "claims c (should): T.\n  answers rain: yes\n",
    "claims c (likely): T.\n  kind: policy\n  answers rain: yes\n",
    "claims c: T.\n  answers rain: open\n",
    "implies c: T.\n  answers rain: yes\n",
    "claims c: T.\n  answers rain: yes\n  if wind: The wind turns.\n",
    "claims main: T.\n  despite c: T.\n    answers rain: yes\n",
    "claims c: T.\n  answers rain: yes\nclaims d: T.\n  answers rain: no\n",
    "reports c from folk (possible): T.\n  answers rain: yes\n",
    "claims c: T.\n  answers rain: yes from folk (likely)\n",
)


def told(profile: Profile, names: ComparisonNames) -> Iterator[str]:
    who, _ = names.subject([profile.holder])
    yield f"  {first_upper(who)} {text(answers(profile, names))}."
    yield f"  {cell(profile, names.corpus)}"
    yield f"  {stance_sentence(profile.stances[0], names.mentioned([profile.holder]), names.corpus)}"


def stances() -> Iterator[str]:
    for body in STANCES:
        yield body.rstrip("\n").replace("\n", " /")
        for head in (ONE, SEVERAL):
            comparison = compared(body, heads=(head,))
            names = named(comparison)
            for profiles in comparison.stances.by_issue.values():
                for profile in profiles.values():
                    yield from told(profile, names)


def claims() -> Iterator[str]:
    for verb in Attitude:
        for holders in ("", " from folk", " from folk, club"):
            if (not holders) == (verb in (Attitude.ENDORSES, Attitude.REPORTS)) or (
                holders and verb in (Attitude.CLAIMS, Attitude.SUPPOSES)
            ):
                continue
            comparison = compared(f"{verb.value} c{holders}: It rains.\n")
            (claim,) = comparison.corpus.claims.values()
            yield f"  {sentence_of(claim, comparison.corpus)}"
            yield f"  {text(bare_claim(claim.id, named(comparison)))}"


def steps() -> Iterator[str]:
    yield f"  {AND}"
    for role in StepRole:
        yield f"  {CONNECTIVES[role]}"
        body = "claims c: C.\n" + "".join(f"claims p{number}: P.\n" for number in range(3))
        corpus = compared(body).corpus
        conclusion, *premises = corpus.claims.values()
        for count in (1, 3):
            yield f"    {step_sentence(tuple(premises[:count]), role, conclusion, corpus)}"


# --- What a comparison observes


TWO_SIDES = {
    InconsistencyKind.TWO_ANSWERS: ("claims c: T.\n  answers rain: yes\nclaims d: T.\n  answers rain: no\n", ""),
    InconsistencyKind.AGAINST_CONSEQUENCE: (
        "claims c: T.\n  answers rain: yes\nclaims d: T.\n  answers much: much\n",
        "link much.much entails rain.no: Why.\n",
    ),
    InconsistencyKind.TWO_CONSEQUENCES: (
        "claims c: T.\n  answers rain: yes\nclaims d: T.\n  answers cold: yes\n",
        "link rain.yes entails much.much: Why.\nlink cold.yes entails much.little: Why.\n",
    ),
    InconsistencyKind.LINKED_CLAIMS: ("claims c: T.\nclaims d: U.\n", "link a.c contradicts a.d: Why.\n"),
}


def about(found: Inconsistency, comparison: Comparison) -> Words:
    """The question of a finding; nothing where claims are linked."""
    return named(comparison).asked(found.stances[0].issue) if found.stances else ()


def two_sides() -> Iterator[str]:
    met = set()
    for kind, (body, links) in TWO_SIDES.items():
        shown = body.replace("claims c:", "reports c from folk:").replace("claims d:", "reports d from folk:")
        for said, head in ((body, ONE), (body, SEVERAL), (shown, ONE)):
            comparison = compared(said, heads=(head,), links=links)
            for found in inconsistencies(comparison):
                if found.kind is kind:
                    met.add(kind)
                    yield f"  {text(inconsistency_sentence(found, about(found, comparison), named(comparison)))}"
                    yield from (
                        f"    {text(chain_words(stance.chain, named(comparison)))}"
                        for stance in found.stances
                        if stance.chain
                    )
    assert met == set(InconsistencyKind)


def reports() -> Iterator[str]:
    assert set(FIDELITIES) == set(Fidelity)
    report = "reports c from a1-1: T.\n  answers rain: yes\n"
    own = "claims c: T.\n  answers rain: yes\n"
    for heads in ((ONE, ONE.replace("Ann", "Cid")), (SEVERAL, SEVERAL.replace("Ann", "Cid"))):
        comparison = compared(report, own, heads=heads, dates=("2020", "2021"))
        (found,) = representations(comparison)
        names = named(comparison)
        on = subject_of(found.alignment, names)
        for fidelity in Fidelity:
            yield f"  {text(representation_sentence(attrs.evolve(found, fidelity=fidelity), on, names))}"
        spoken_for = attrs.evolve(found, through=True, original_later=False)
        yield f"  {text(representation_sentence(spoken_for, on, names))}"


CHANGES = {
    Qualification.STRENGTH: ("claims c: T.\n  answers rain: yes\n", "claims c (possible): T.\n  answers rain: yes\n"),
    Qualification.SCALE: ("claims c (should): T.\n  answers rain: yes\n", "claims c: T.\n  answers rain: yes\n"),
    Qualification.CONDITION: ("claims c: T.\n  answers rain: yes\n", "claims c: T.\n  answers rain: yes\n  if w: W.\n"),
    Qualification.CONCESSION: (
        "claims c: T.\n  answers rain: yes\n",
        "claims m: M.\n  despite c: T.\n    answers rain: yes\n",
    ),
}


def changes() -> Iterator[str]:
    assert set(CHANGES) == set(Qualification)
    for qualification, (first, later) in CHANGES.items():
        for said in ((first, later), (later, first)):
            comparison = compared(*said, heads=("  author ann\n",), links="actor ann: Ann\n", dates=("2020", "2021"))
            (found,) = drift(comparison)
            assert found.changes[0].qualifications == (qualification,)
            yield f"  {changed_answer(found.changes[0])}"
    for verdict in Verdict:
        yield f"  {changed_answer(attrs.evolve(found.changes[0], verdict=verdict, qualifications=()))}"
    apart = attrs.evolve(found.changes[0], verdict=Verdict.CONTRARIETY, qualifications=(), distance=1, scale=2)
    yield f"  {changed_answer(apart)}"


def not_taken_up() -> Iterator[str]:
    argued = "claims c: C.\n  answers close: yes\n  because wet: It is wet.\n    answers much: much\n"
    argued += "  because cold: It is cold.\n"
    against = "claims c: C.\n  answers close: no\nclaims damp: It is damp.\nclaims too: T.\n  answers much: much\n"
    links = "link a.cold same-as b.damp: Why.\n"
    for heads in ((ONE, ONE.replace("Ann", "Cid")), (SEVERAL, SEVERAL.replace("Ann", "Cid").replace("Bob", "Eve"))):
        comparison = compared(argued, against, heads=heads, links=links)
        names, (one, other) = named(comparison), comparison.authors
        conflict = comparison.align(one, other, IssueId("close"))
        assert conflict is not None
        found = tuple(unanswered(comparison, conflict))
        assert {bool(each.granted) for each in found} == {bool(each.shared) for each in found} == {True, False}
        arguments = joined((quoted_claims(each.premises, names) for each in found), "; ")
        for later in (False, True):
            yield f"  {text(unanswered_sentence(one, [other], arguments, names, later=later))}"
        yield from (
            f"    {text(said)}"
            for each in found
            for said in granted_sentences(each, quoted_claims(each.granted, names), names)
        )


# --- On what it turns


TURNS = (
    ((1, 1),),
    ((2, 2),),
    ((3, 3),),
    ((1, 2),),
    ((1, 4),),
    ((3, 4),),
    ((1, 4), (1, 2)),
    ((1, 1), (1, 3), (1, 1), (2, 3)),
    ((1, 4), (1, 3), (1, 3), (1, 2)),
    ((1, 15),),
)


def turns() -> Iterator[str]:
    for reasons in TURNS:
        yield f"  {share_words(Turn(1, reasons, (1, 1)))}"
    yield f"  {share_words(Turn(1, ((1, 1),), (1, 2)))}"
    yield f"  {share_words(Turn(1, ((1, 4),), (2, 3)))}"
    yield from (f"  {outdated_words(replaced=replaced)}" for replaced in (True, False))
    for rest in ("", "  because other: O.\n"):
        deep = "claims c: C.\n  answers close: {0}\n  because wet: It is wet.\n    answers much: {1}\n"
        comparison = compared(deep.format("yes", "much") + rest, deep.format("no", "little"))
        one, other = comparison.authors
        upper = comparison.align(one, other, IssueId("close"))
        assert upper is not None
        cruxes: tuple[Crux, ...] = comparison.cruxes(upper)
        yield from (f"  {turns_on(crux)}" for crux in cruxes)
        yield f"  {text(verdict_and_why(grouped_pairs([upper])[0], named(comparison)))}"
        yield f"  {takes(upper.one)}"


def words_alone() -> Iterator[str]:
    assert set(VERDICTS) == set(Verdict)
    assert set(RESERVES) == set(Qualification)
    assert set(OUTCOMES) == set(Outcome)
    assert set(RELATIONS) == set(Relation)
    assert set(CONNECTIVES) == set(ROLES) == set(StepRole)
    for verdict, said in VERDICTS.items():
        yield f"  {said.title} ({phrase(verdict)})"
        yield from (f"    {first_upper(each)}." for each in (said.meaning, said.instead) if each)
    yield from (f"  {said}" for table in (RESERVES, FIDELITIES, OUTCOMES) for said in table.values())
    for relation in RELATIONS.values():
        yield f"  “It rains” {relation.verb} “It is wet”; a link says that {relation.meaning}"


def test_every_sentence(file_regression: FileRegressionFixture) -> None:
    parts = {
        "titles": words_alone,
        "stances": stances,
        "claims": claims,
        "steps": steps,
        "two sides": two_sides,
        "reports of each other": reports,
        "one author over time": changes,
        "not taken up": not_taken_up,
        "what it turns on": turns,
    }
    lines = [line for title, part in parts.items() for line in (f"# {title}", *part())]
    file_regression.check("".join(f"{line}\n" for line in lines), encoding="utf-8")
    for line in lines:
        assert "None" not in line and ".." not in line.replace("...", "") and " ." not in line
