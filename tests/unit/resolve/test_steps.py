from collections.abc import Callable

import pytest

from argmap.model.corpus import Corpus
from argmap.model.inference import StepRole
from argmap.source.finding import Finding

Understand = Callable[..., tuple[Corpus, list[Finding]]]
ALONE = "document d: D\n  author a: A\n"
HEAD = ALONE + "actor b: B\n"


def test_each_word_makes_its_step(understand: Understand) -> None:
    corpus, _ = understand(
        HEAD
        + "claims x: X\n  because (cause): 1\n  and: 2\n  undercut: 3\n"
        + "  despite: 4\n  unless: 5\n  if: 6\n  only-if: 7\n"
    )
    steps = corpus.claims["d.x"].steps
    words = ["because", "despite", "unless", "if", "only-if"]
    assert [step.role for step in steps] == words and [step.role.word for step in steps] == words
    assert steps[0].premises == ("d.x~1", "d.x~2") and steps[0].schemes == ("cause",) and steps[0].supports
    assert [undercut.premises for undercut in steps[0].undercuts] == [("d.x~3",)]
    assert not any(step.undercuts or step.supports for step in steps[1:])
    assert [step.role for step in steps if step.role.is_condition] == ["if", "only-if"]


def test_a_scheme_that_does_not_argue_is_the_role_of_its_step(understand: Understand) -> None:
    schemes = ("explanation", "parts", "background")
    steps = "".join(f"  because ({scheme}): Because of {scheme}\n" for scheme in (*schemes, "sign"))
    corpus, _ = understand(HEAD + f"claims x: X\n{steps}  despite (parts): Y\n")
    found = corpus.claims["d.x"].steps
    assert [step.role for step in found] == [*schemes, StepRole.BECAUSE, StepRole.DESPITE]
    assert [step.role.word for step in found] == ["because"] * 4 + ["despite"]
    assert [step.schemes for step in found] == [(scheme,) for scheme in (*schemes, "sign", "parts")]
    assert [step.supports for step in found] == [False, False, False, True, False]
    assert {step.role.broad for step in found[:3]} == {StepRole.EXPLANATION}


def test_a_step_has_all_its_schemes_in_the_order_of_the_author(understand: Understand) -> None:
    corpus, findings = understand(
        ALONE + "claims x: X\n  because (sign, cause) (likely): 1\n  despite (sign,cause) y: Y\n"
    )
    assert findings == []
    assert [step.schemes for step in corpus.claims["d.x"].steps] == [("sign", "cause")] * 2
    assert str(corpus.claims["d.x~1"].strength) == "likely"


@pytest.mark.parametrize(
    ("bracket", "code", "schemes"),
    [
        ("sign, sign", "A212", [("sign",)]),
        ("sign, guess", "A106", [("sign",)]),
        ("sign, likely", "A106", [()]),
        ("explanation, sign", "A221", [("explanation", "sign")]),
        ("parts, background", "A221", [("parts", "background")]),
        ("sign,", "A014", []),
        ("sign,, cause", "A014", []),
    ],
)
def test_each_scheme_of_a_step_is_looked_at(
    understand: Understand, bracket: str, code: str, schemes: list[tuple[str, ...]]
) -> None:
    corpus, findings = understand(ALONE + f"claims x: X\n  because ({bracket}) y: Y\n")
    assert code in {finding.code for finding in findings}
    assert [step.schemes for step in corpus.claims["d.x"].steps] == schemes


def test_two_schemes_without_a_comma_are_told_apart(understand: Understand) -> None:
    _, findings = understand(ALONE + "claims x: X\n  because (sign and cause) y: Y\n")
    (finding,) = (finding for finding in findings if finding.code == "A106")
    assert finding.fix is not None and finding.fix.replacement == "sign, cause"


@pytest.mark.parametrize("word", ["because", "despite", "objection", "unless", "if", "only-if"])
def test_a_step_has_a_place_and_notes_of_its_own(understand: Understand, word: str) -> None:
    corpus, findings = understand(
        ALONE
        + f"claims x: X\n  {word} y: Y\n    note: of y\n  and z: Z\n"
        + '  step-at: 7 "so it follows"\n  step-note: of the step\n  step-note: again\n  note: of x\n'
    )
    assert findings == []
    (step,) = corpus.claims["d.x"].steps
    assert [str(cue) for cue in step.cues] == ['7 "so it follows"'] and step.notes == ("of the step", "again")
    assert corpus.claims["d.x"].notes == ("of x",) and corpus.claims["d.y"].notes == ("of y",)
    assert corpus.claims["d.x"].cues == corpus.claims["d.y"].cues == ()
    assert corpus.claims["d.x"].all_cues == step.cues


@pytest.mark.parametrize(
    "order", ["undercut u: U\n  and v: V\n  step-note: n", "step-note: n\n  undercut u: U\n  and v: V"]
)
def test_what_is_said_of_a_step_is_never_said_of_a_doubt_about_it(understand: Understand, order: str) -> None:
    corpus, findings = understand(ALONE + f"claims x: X\n  because y: Y\n  {order}\n  because z: Z\n")
    assert findings == []
    assert [step.notes for step in corpus.claims["d.x"].steps] == [("n",), ()]
    assert [undercut.premises for undercut in corpus.claims["d.x"].steps[0].undercuts] == [("d.u", "d.v")]


@pytest.mark.parametrize("lost", ["and z", "and z Z", "and (a: Z"])
def test_linked_premises_without_one_of_them_are_another_argument(understand: Understand, lost: str) -> None:
    corpus, findings = understand(HEAD + f"claims x: X\n  because y: Y\n  {lost}\n  because w: W\n")
    assert len(findings) == 1 + 1  # nothing is ascribed to b
    assert [step.premises for step in corpus.claims["d.x"].steps] == [("d.w",)]
    assert "d.y" in corpus.claims


def test_what_a_condition_names_is_supposed_unless_a_verb_says_otherwise(understand: Understand) -> None:
    corpus, _ = understand(HEAD + "claims x: X\n  if p: P\n  and q: Q\n  if denies r: R\n  because s: S\n  and t: T\n")
    attitudes = {claim.name: claim.attitude.value for claim in corpus.claims.values()}
    assert attitudes == {"x": "claims", "p": "supposes", "q": "supposes", "r": "denies", "s": "claims", "t": "claims"}


def test_a_strength_word_on_an_unnamed_premise_is_its_strength(understand: Understand) -> None:
    corpus, _ = understand(
        HEAD + "claims x: X\n  because (likely): 1\n  because (cause) (could..must): 2\n  because (sign): 3\n"
    )
    assert [str(corpus.claims[f"d.x~{n}"].strength) for n in (1, 2, 3)] == ["likely", "could..must", "None"]
    assert [step.schemes for step in corpus.claims["d.x"].steps] == [(), ("cause",), ("sign",)]


def test_an_answer_for_several_holders_is_an_answer_for_each(understand: Understand) -> None:
    issue = "issue i: I?\n  position y: Y\n  position n: N\n"
    corpus, findings = understand(HEAD + issue + "claims x: X\n  answers i: not y from a, b\n  answers i: open\n")
    assert findings == []
    assert [(answer.position, answer.negated, answer.holder) for answer in corpus.claims["d.x"].answers] == [
        ("y", True, "a"),
        ("y", True, "b"),
        ("open", False, None),
    ]


def test_the_thesis_is_the_first_accepted_claim_that_supports_nothing(understand: Understand) -> None:
    corpus, _ = understand(HEAD + "denies x: X\n  because: 1\nclaims y: Y\nclaims z: Z\n  because y\nclaims w: W\n")
    assert corpus.documents["d"].thesis == "d.z"
