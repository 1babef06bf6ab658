"""Every verdict and reason in words, of beliefs, duties and values, to be read from top to bottom."""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

import pytest
from parsing import parser
from pytest_regressions.file_regression import FileRegressionFixture

from argmap.compare.alignment import Alignment
from argmap.compare.comparison import Comparison, compare
from argmap.judge.verdict import Qualification, Reason, Verdict
from argmap.resolve.corpus import resolve
from argmap.source.text import SourceText
from argmap.wording.grouped_pairs import GroupedPairs, grouped_pairs, shared_answers
from argmap.wording.names import ComparisonNames
from argmap.wording.verdict_sentences import agreement_sentence, verdict_and_why, why

QUESTIONS = {
    "belief": "issue q: Will it rain?\n  position yes: It will\n  position no: It will not\n  exhaustive: yes, no\n",
    "duty": "issue q: Should it be closed?\n  kind: policy\n  position yes: Close it\n  position no: Leave it open\n"
    "  exhaustive: yes, no\n",
    "value": "issue q: Is the toll fair?\n  kind: value\n  position yes: It is fair\n  position no: It is unfair\n"
    "  exhaustive: yes, no\n",
}
SCALES = {
    "belief": "issue q: How much rain?\n  position yes: Much\n  position some: Some\n  position no: Little\n"
    "  order: yes > some > no\n",
    "duty": "issue q: What should be done?\n  kind: policy\n  position yes: A toll\n  position no: A ban\n",
    "value": "issue q: Which is best?\n  kind: value\n  position yes: A toll\n  position no: A ban\n",
}
BOTH = QUESTIONS["belief"].replace("exhaustive: yes, no", "compatible: yes, no")
EVERY = ("belief", "duty", "value")
CHANGES = "issue q: Does it rain?\n  position yes: It does\n  position no: It does not\n  changes: yes\n"


class Case(NamedTuple):
    """What two say, and the verdict that it must get."""

    verdict: str
    kinds: tuple[str, ...]
    one: str
    other: str
    shared: str = ""
    scale: bool = False
    dates: tuple[str, str] = ("2020", "2021")
    links: str = ""
    question: str = ""


def yes(text: str = "T", rest: str = "") -> str:
    return f"claims c: {text}.\n  answers q: yes\n{rest}"


def no(text: str = "T", rest: str = "") -> str:
    return f"claims c: {text}.\n  answers q: no\n{rest}"


def worded(word: str, position: str = "yes", verb: str = "claims", rest: str = "") -> str:
    return f"{verb} c ({word}): T.\n  answers q: {position}\n{rest}"


DOUBT = "doubts c: T.\n  answers q: yes\n"
FORECAST, FACT = "  kind: prediction\n  until: 2022\n", "  kind: fact\n  as-of: {}\n"
GRANTED = "claims chief: Main.\n  because why: Why.\n  despite c: T.\n    answers q: no\n"
CASES = (
    Case("contradiction", EVERY, yes(), no()),
    Case("contradiction", EVERY, yes(), "denies c: T.\n  answers q: yes\n"),
    Case("contradiction", EVERY, yes(), DOUBT),
    Case("contradiction", ("belief", "value"), worded("likely"), worded("likely", "no")),
    Case("contradiction", ("belief",), worded("certain"), worded("certain", verb="denies")),
    Case("contradiction", ("belief",), worded("certain"), worded("certain", verb="doubts")),
    Case("contradiction", ("belief",), worded("possible"), worded("possible", verb="denies")),
    Case("contradiction", ("duty",), worded("must"), worded("must", "no")),
    Case("contradiction", ("duty",), worded("must"), worded("must", verb="denies")),
    Case("contradiction", ("duty",), worded("could"), worded("must", "no")),
    Case("contrariety", EVERY, yes(), no(), scale=True),
    Case("contrariety", ("belief",), worded("likely"), worded("very-likely", "no"), scale=True),
    Case("contrariety", ("duty",), worded("must"), worded("could", "no"), scale=True),
    Case("opposed", ("belief", "value"), worded("very-likely"), worded("possible", "no")),
    Case("opposed", ("duty",), worded("should"), worded("must", verb="denies")),
    Case("opposed", ("duty",), worded("could"), worded("should", "no")),
    Case("opposed balanced", ("belief", "value"), worded("even-chance"), no()),
    Case("opposed balanced", ("duty",), worded("even-chance"), worded("must", "no")),
    Case("opposed granted", EVERY, GRANTED, yes()),
    Case(
        "opposed years",
        ("belief", "value"),
        yes(rest=FACT.format("2004")),
        no(),
        dates=("2005", "2023"),
    ),
    Case("opposed so-far", ("belief",), yes(rest="  kind: prediction\n"), no(rest=FACT.format("2023"))),
    Case("opposed so-far", ("belief",), yes(rest=FORECAST.replace("2022", "2030")), no(rest=FACT.format("2023"))),
    Case(
        "opposed needed",
        EVERY,
        yes(rest="  only-if supposes wind: The wind turns.\n"),
        no() + "claims wind: The wind turns.\n",
        links="link a.wind same-as b.wind: The same.\n",
    ),
    Case("conditional condition", EVERY, yes(rest="  if wind: The wind turns.\n"), no()),
    Case(
        "conditional condition",
        ("belief",),
        yes(rest="  if wind: The wind turns.\n"),
        no(rest="  if sun: The sun shines.\n"),
    ),
    Case(
        "conditional rejected",
        EVERY,
        yes(rest="  if wind: The wind turns.\n  if cloud: Clouds come.\n"),
        no() + "denies wind: The wind turns.\n",
        links="link a.wind same-as b.wind: The same.\n",
    ),
    Case(
        "conditional exception",
        EVERY,
        yes(rest="  unless dry: The air is dry.\n"),
        no() + "claims dry: The air is dry.\n",
        links="link a.dry same-as b.dry: The same.\n",
    ),
    Case(
        "tension scales",
        ("belief",),
        "claims c (should): T.\n  answers q: yes\n",
        no(rest="  kind: fact\n"),
        question=QUESTIONS["belief"],
    ),
    Case(
        "tension scales",
        ("belief",),
        "claims c (should): T.\n  answers q: yes\n",
        no(),
        question=QUESTIONS["belief"] + "  kind: prediction\n",
    ),
    Case(
        "tension declared", EVERY, yes(), no(), links="link q.yes in-tension-with q.no: Why.\n", question="compatible"
    ),
    Case("mixed", EVERY, yes() + "claims d: T.\n  answers q: no\n", yes()),
    Case("agreement", EVERY, yes(), yes()),
    Case("agreement", EVERY, yes(), "claims c: T.\n  answers q: not no\n"),
    Case("agreement", EVERY, DOUBT, DOUBT),
    Case("agreement", ("belief",), worded("likely", "no"), DOUBT),
    Case("agreement", ("belief",), "claims c: T.\n  answers q: open\n", "claims c: T.\n  answers q: open\n"),
    Case("agreement", ("belief",), yes() + "claims e: T.\n  despite d: T.\n    answers q: no\n", yes()),
    Case("qualified strength", ("belief", "value"), yes(), worded("possible")),
    Case("qualified strength", ("duty",), worded("must"), worded("could")),
    Case("qualified strength", ("belief",), no(), worded("certain", verb="denies")),
    Case("qualified scale", ("belief",), "claims c (should): T.\n  answers q: yes\n", worded("likely")),
    Case("qualified condition", EVERY, yes(), yes(rest="  if wind: The wind turns.\n")),
    Case("qualified concession", EVERY, no(), GRANTED),
    Case("emphasis", ("belief", "value"), worded("possible"), worded("likely", "no")),
    Case("emphasis", ("belief",), worded("likely"), worded("certain", verb="denies")),
    Case("undecided", EVERY, yes(), "claims c: T.\n  answers q: open\n"),
    Case("undecided", ("belief",), worded("even-chance"), worded("likely", "no")),
    Case("one-sided", EVERY, yes(), "claims c: T.\n"),
    Case("one-sided", ("belief",), yes(), no(rest="  if wind\n") + "denies wind: The wind turns.\n"),
    Case("overtaken", ("belief",), yes(rest=FORECAST), no(rest=FACT.format("2022")), dates=("2020", "2023")),
    Case(
        "overtaken",
        ("belief",),
        worded("possible", rest=FORECAST),
        no(rest=FACT.format("2022")),
        dates=("2020", "2023"),
    ),
    Case(
        "overtaken link",
        ("belief",),
        yes(rest=FORECAST),
        no(),
        links="link b.c supersedes a.c: Newer.\n",
    ),
    Case("superseded", ("belief", "value"), yes(rest=FACT.format("2020")), no(rest=FACT.format("2021"))),
    Case("superseded link", EVERY, yes(), no(), links="link b.c supersedes a.c: Newer.\n"),
    Case("other-times", ("belief",), yes(rest=FACT.format("2019")), no(rest=FORECAST)),
    Case("other-times", ("belief",), yes(rest=FORECAST), no(), dates=("2020", "2024")),
    Case("other-times", ("belief",), yes(), no(), question=CHANGES),
    Case("compatible", EVERY, yes(), no(), question="compatible"),
    Case("compatible", ("belief", "value"), worded("possible"), worded("possible", "no")),
    Case("compatible", ("duty",), worded("could"), worded("must", verb="denies")),
    Case(
        "compatible cases",
        EVERY,
        yes(rest="  if wind: The wind turns.\n"),
        no(rest="  if calm: It is calm.\n"),
        links="link a.wind contradicts b.calm: One or the other.\n",
    ),
)
LINKED = (
    ("same-as", "claims c: First.\n", "claims c: Second.\n"),
    ("contradicts", "claims c: First.\n", "claims c: Second.\n"),
    ("contradicts", "claims c (possible): First.\n", "claims c: Second.\n"),
    ("contrary-to", "claims c: First.\n", "claims c: Second.\n"),
    ("contrary-to", "claims c: First.\n  if wind: The wind turns.\n", "claims c: Second.\n"),
    ("entails", "claims c: First.\n", "denies c: Second.\n"),
    ("entails", "claims c: First.\n", "doubts c: Second.\n"),
    ("in-tension-with", "claims c: First.\n", "claims c: Second.\n"),
    ("supersedes", "claims c: First.\n", "claims c: Second.\n"),
    ("supersedes", "claims c: First.\n", "claims c: Second.\n  kind: prediction\n"),
    ("same-as", "claims c: First.\n", "claims c (possible): Second.\n"),
)


def question(case: Case, kind: str) -> str:
    if case.question == "compatible":
        return QUESTIONS[kind].replace("exhaustive: yes, no", "compatible: yes, no")
    return case.question or (SCALES if case.scale else QUESTIONS)[kind]


def corpus(files: dict[str, str]) -> Comparison:
    read = [parser().parse(SourceText(f"{name}.argmap", text)) for name, text in files.items()]
    assert [found.message for file in read for found in file.findings] == []
    return compare(resolve([file.value for file in read], version=2).value)


def document(name: str, authors: int, date: str, text: str) -> str:
    heads = "".join(f"  author {name}{number}: {name.upper()}{number}\n" for number in range(1, authors + 1))
    return f"document {name}: D\n{heads}  date: {date}\n{text}"


def pair(case: Case, kind: str, *, actor: bool = False) -> Comparison:
    text = re.sub(r"^claims (\w+)( \(.+?\))?:", r"reports \1 from folk\2:", case.one, flags=re.M) if actor else case.one
    return corpus(
        {
            "shared": question(case, kind) + ("actor folk: The people\n" if actor else ""),
            "a": document("a", 1, case.dates[0], text),
            "b": document("b", 1, case.dates[1], case.other),
            "links": case.links,
        }
    )


def several(case: Case, kind: str) -> Comparison:
    """Two documents of two authors on each side, which say the same."""
    files = {"shared": question(case, kind)}
    for side, text, date in zip("ab", (case.one, case.other), case.dates, strict=True):
        for letter in (side, {"a": "c", "b": "d"}[side]):
            files[letter] = document(letter, 2, date, text)
    both = [case.links, case.links.replace("a.", "c.").replace("b.", "d.")]
    both += [case.links.replace("a.", "c."), case.links.replace("b.", "d.")]
    files["links"] = "".join(dict.fromkeys(link for link in both if link and "q.yes" not in link))
    files["links"] += case.links if "q.yes" in case.links else ""
    return corpus(files)


def code(found: Alignment) -> str:
    reason = found.reason or (found.qualifications[0] if found.qualifications else "")
    return f"{found.verdict} {reason}".strip()


def told(comparison: Comparison, verdict: str) -> Iterator[str]:
    names = ComparisonNames.of(comparison, {})
    found = [one for one in sentences_of(comparison) if code(one) == verdict]
    yield from (titled(group, names) for group in grouped_pairs(found))


def titled(group: GroupedPairs, names: ComparisonNames) -> str:
    """The title and the sentence of a group."""
    return "".join(span.text for span in verdict_and_why(group, names))


def sentences_of(comparison: Comparison) -> Iterator[Alignment]:
    for one, other in combinations(comparison.holders, 2):
        yield from (found for found in comparison.between(one, other, one_sided=True) if found.issue is not None)


def written() -> str:
    lines: list[str] = []
    for case in CASES:
        for kind in case.kinds:
            lines.append(f"{case.verdict}, {kind}")
            first = list(told(pair(case, kind), case.verdict))
            assert len(first) == 1, (case, kind, [code(one) for one in sentences_of(pair(case, kind))])
            alone = next(one for one in sentences_of(pair(case, kind)) if code(one) == case.verdict)
            lines += [f"  {why(alone, ComparisonNames.of(pair(case, kind), {}))}", f"  {first[0]}"]
            if "claims c" in case.one and "chief" not in case.one:
                lines += [f"  {said}" for said in told(pair(case, kind, actor=True), case.verdict)]
            comparison = several(case, kind)
            if case.verdict.startswith(("agreement", "qualified")):
                names = ComparisonNames.of(comparison, {})
                alike = [one for one in sentences_of(comparison) if one.verdict.is_agreement]
                lines += [f"  {agreement_sentence(group, names)}" for group in shared_answers(alike)]
            else:
                lines += [f"  {said}" for said in told(comparison, case.verdict)]
    for relation, one, other in LINKED:
        for authors in (1, 2):
            files = {"a": document("a", authors, "2020", one), "b": document("b", authors, "2021", other)}
            comparison = corpus(files | {"links": f"link a.c {relation} b.c (0.5): Why.\n"})
            names = ComparisonNames.of(comparison, {})
            for alignment in comparison.alignments():
                lines += [f"{code(alignment)}, {relation}"] if authors == 1 else []
                lines += [f"  {titled(each, names)}" for each in grouped_pairs([alignment])]
    return "".join(f"{line}\n" for line in lines)


def test_every_verdict_and_reason_in_words(file_regression: FileRegressionFixture) -> None:
    file_regression.check(written(), encoding="utf-8")
    had = {case.verdict.partition(" ")[0] for case in CASES}
    assert had == set(Verdict)
    said = {case.verdict.partition(" ")[2] for case in CASES} - {""}
    assert said == {*Reason, *Qualification}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.verdict)
def test_what_is_right_is_said_of_beliefs_alone(case: Case) -> None:
    for kind in case.kinds:
        for comparison in (pair(case, kind), several(case, kind)):
            for said in told(comparison, case.verdict):
                if kind != "belief" or "scales" in case.verdict:
                    assert "right" not in said
                if "kind: prediction" in case.question:
                    assert not re.search(r"\b(must|should|could)\b", said)
                if "both can be" in said:
                    assert all(one.feasible for one in sentences_of(comparison))
                assert not re.search(r"\b(so-far|one-sided|other-times|is_\w+)\b", said)
                assert "  " not in said and "None" not in said and said.endswith(".")
