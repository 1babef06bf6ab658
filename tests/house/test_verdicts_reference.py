"""The reference of verdicts is whole, and its tables say what the code does."""

import re
from itertools import product

import pytest

from argmap.api.explaining import explain
from argmap.compare.representation import Fidelity
from argmap.judge.assertion import Assertion
from argmap.judge.credence import WHOLE, asserted, denied
from argmap.judge.dates import Time
from argmap.judge.duty import ANY, Duty, asserted_duty, denied_duty
from argmap.judge.force import Force, force_of
from argmap.judge.pairs import Between, Relation, judge
from argmap.judge.verdict import Qualification, Reason, Verdict
from argmap.language.words import Attitude, Degree, Kind
from argmap.model.claim import Strength
from argmap.model.ids import ClaimId
from argmap.wording.english import first_upper
from argmap.wording.glossary import CHAPTERS, VerdictEntry, verdict_entries, verdicts
from argmap.wording.verdicts import FIDELITIES, RESERVES, VERDICTS

LETTERS = {
    Verdict.CONTRADICTION: "C",
    Verdict.CONTRARIETY: "C",
    Verdict.OPPOSED: "o",
    Verdict.EMPHASIS: "e",
    Verdict.COMPATIBLE: "=",
}
STATES = {
    "required": Duty.REQUIRED,
    "advised": Duty.ADVISED,
    "open": Duty.OPEN,
    "advised against": Duty.ADVISED_AGAINST,
    "ruled out": Duty.RULED_OUT,
}


def tables() -> list[list[list[str]]]:
    """Every table, as rows of cells."""
    found: list[list[list[str]]] = []
    lines = verdicts().splitlines()
    for before, line in zip(["", *lines], lines, strict=False):
        if line.startswith("|") and not before.startswith("|"):
            found.append([])
        if line.startswith("|") and not re.fullmatch(r"[|\s:-]+", line):
            found[-1].append([cell.strip() for cell in line.strip("|").split("|")])
    return found


def words(cell: str) -> list[Strength | None]:
    """The strengths of a cell such as "very-likely, plain"."""
    named = re.findall(r"[a-z]+(?:-[a-z]+)*", cell.replace("left out", "plain").replace(" not", "").replace("or ", ""))
    return [None if name == "plain" else Strength(Degree(name), Degree(name)) for name in named]


def judged(one: Force, other: Force, between: Between) -> str:
    first, second = (Assertion(claim=ClaimId("a"), force=force, time=Time(None, "")) for force in (one, other))
    return LETTERS[judge(first, second, Relation(between)).verdict]


def entries_of(chapter: str) -> dict[str, VerdictEntry]:
    """By code, the entries of one chapter."""
    return {entry.code: entry for entry in verdict_entries() if entry.sort == CHAPTERS[chapter]}


def test_what_is_believed_is_as_the_table_says() -> None:
    bounds, verbs = tables()[:2]
    for cell, said in bounds[1:]:
        low, *high = (int(float(number) * WHOLE) for number in re.findall(r"\.\d+", said))
        for strength in words(cell):
            assert asserted(strength).low == low
            assert asserted(strength).high == (high[0] if high else WHOLE)
    assert [row[0] for row in verbs[1:]] == ["accepts", "`denies`", "`doubts`"]
    assert denied(None).high == 200
    assert all(
        denied(strength).high == asserted(strength).low - 1 for (strength,) in (words("likely"), words("certain"))
    )


def test_duties_are_as_the_table_says() -> None:
    for cell, allows, rejected in tables()[2][1:]:
        (strength,) = words(cell)
        for said, states in ((allows, asserted_duty(strength)), (rejected, denied_duty(strength))):
            named = [STATES[name] for name in re.split(", ", said) if name in STATES]
            expected = sum(named, Duty(0))
            if said.startswith("all but"):
                expected = ANY & ~STATES[said.removeprefix("all but ")]
            elif said.startswith("all else"):
                expected = ANY & ~Duty.REQUIRED
            assert states == expected, (cell, said)


def beliefs(cell: str, position: bool) -> list[Force]:
    """What a heading of the table of beliefs says of the answer (True), or of its opposite."""
    verb, _, rest = cell.partition(" ")
    if verb in ("denies", "doubts"):
        attitude = Attitude.DENIES if verb == "denies" else Attitude.DOUBTS
        return [force_of(attitude, strength, Kind.FACT, None) for strength in (words(rest) if rest else [None])]
    return [force_of(Attitude.CLAIMS, strength, Kind.FACT, None, negated=not position) for strength in words(cell)]


def test_beliefs_are_judged_as_the_table_says() -> None:
    head, *rows = tables()[3]
    for row in rows:
        for heading, letter in zip(head[1:], row[1:], strict=True):
            for one, other in product(beliefs(row[0], True), beliefs(heading, False)):
                assert judged(one, other, Between.SAME) == letter, (row[0], heading)
    for row in rows:
        for heading, letter in zip(head[1:5], row[1:5], strict=True):
            for one, other in product(beliefs(row[0], True), beliefs(heading, True)):
                assert judged(one, other, Between.EXHAUSTIVE) == judged(one, other, Between.EXCLUSIVE) == letter


def duties(cell: str) -> tuple[list[Force], Between]:
    """What a heading of the table of duties says, and of what."""
    policy = Kind.POLICY
    if "denies" in cell or "doubts" in cell:
        attitudes = [(Attitude.DENIES, word) for word in re.findall(r"denies (\w+)", cell)]
        attitudes += [(Attitude.DOUBTS, "should")] if "doubts" in cell else []
        found = [force_of(verb, Strength(Degree(word), Degree(word)), policy, policy) for verb, word in attitudes]
        return found, Between.SAME
    other = cell.endswith("the other")
    named = words(cell.removesuffix(" the other"))
    return [force_of(Attitude.CLAIMS, strength, policy, policy, negated=not other) for strength in named], (
        Between.EXCLUSIVE if other else Between.SAME
    )


def test_duties_are_judged_as_the_table_says() -> None:
    head, *rows = tables()[4]
    for row in rows:
        mine = [force_of(Attitude.CLAIMS, strength, Kind.POLICY, Kind.POLICY) for strength in words(row[0])]
        for heading, letter in zip(head[1:], row[1:], strict=True):
            theirs, between = duties(heading)
            for one, other in product(mine, theirs):
                assert judged(one, other, between) == letter, (row[0], heading)


@pytest.mark.parametrize(
    ("chapter", "codes"),
    [
        ("The verdicts", Verdict),
        ("What decides", Reason),
        ("What differs in an agreement", Qualification),
        ("How a report compares with the original", Fidelity),
    ],
)
def test_every_code_has_its_entry_in_order(chapter: str, codes: type[Verdict]) -> None:
    assert set(entries_of(chapter)) == {code.value for code in codes}
    text = verdicts().partition(f"## {chapter}\n")[2].partition("\n## ")[0]
    assert re.findall(r"^### `(.+?)`", text, re.MULTILINE) == [code.value for code in codes]


def test_a_verdict_is_called_in_the_reference_what_it_is_called_elsewhere() -> None:
    titles = {code: entry.title for code, entry in entries_of("The verdicts").items()}
    assert titles == {verdict.value: said.title for verdict, said in VERDICTS.items()}
    differences = {code: entry.title for code, entry in entries_of("What differs in an agreement").items()}
    assert differences == {reserve.value: first_upper(said) for reserve, said in RESERVES.items()}
    assert set(FIDELITIES) == set(Fidelity)


def test_a_code_that_stands_for_two_things_is_told_of_both() -> None:
    assert explain("condition").count("# condition: ") == 2
    assert explain("condition-added").count("# condition-added: ") == 2
    assert explain("Opposed") == entries_of("The verdicts")["opposed"].whole()
    assert explain("answers that cannot both hold") == explain("contrariety")


def test_every_source_is_cited_and_every_citation_has_its_source() -> None:
    text, _, sources = verdicts().partition("## Sources\n")
    assert set(re.findall(r"\[(\d)\]", text)) == set(re.findall(r"^- \[(\d)\]", sources, re.MULTILINE))
