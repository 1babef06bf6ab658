"""A draft as argument files: what stands where, how ids are made, and what cannot stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.exchange.draft import (
    Draft,
    DraftAnswer,
    DraftClaim,
    DraftCue,
    DraftDocument,
    DraftIssue,
    DraftLink,
    DraftStep,
)
from argmap.exchange.loss import Fate, LossReport
from argmap.exchange.writing import written
from argmap.language.ids import made_id
from argmap.language.words import Attitude
from argmap.model.inference import StepRole
from argmap.project.corpus_loader import Loaded, load_checked
from argmap.workspace.project_files import Input
from argmap.workspace.reader import decode


def drafted(*claims: DraftClaim) -> Draft:
    draft = Draft()
    author = draft.actor("Ada Able")
    draft.documents.append(DraftDocument(key="d", title="Trams now", authors=[author], claims=list(claims)))
    return draft


def told(loss: LossReport) -> list[str]:
    return [f"{one.fate}: {one}" for one in loss if one.fate is not Fate.KEPT]


def loaded(files: dict[str, str]) -> Loaded:
    return load_checked(
        Input(project=None, readings=tuple(decode(name, text.encode()) for name, text in files.items()))
    )


def because(*keys: str, **more: list[list[str]]) -> DraftStep:
    return DraftStep(role=StepRole.BECAUSE, premises=list(keys), **more)


def test_claims_stand_under_what_they_bear_on() -> None:
    draft = drafted(
        DraftClaim(
            key="a",
            text="The town should build trams.",
            cues=[DraftCue(words='the "trams"', line=3)],
            answers=[DraftAnswer(issue="q", position="y")],
            steps=[because("b", "c", undercuts=[["d"]]), DraftStep(role=StepRole.OBJECTION, premises=["e"])],
        ),
        DraftClaim(key="b", text="Trams are\n quiet.", attitude=Attitude.ENDORSES, voices=[["council"]]),
        DraftClaim(key="c", text="Quiet is good."),
        DraftClaim(key="d", text="Not at night."),
        DraftClaim(key="e", text="They cost a lot.", attitude=Attitude.SUPPOSES),
    )
    draft.actor("The council", "council")
    draft.issues.append(DraftIssue(key="q", question="Trams?", positions={"y": "Yes", "n": "No"}, exhaustive=True))
    files = written(draft, LossReport()).files
    assert files["arguments/trams-now.argmap"] == (
        "document trams-now: Trams now\n"
        "  author ada-able: Ada Able\n"
        "\n"
        "claims town-should-build-trams: The town should build trams.\n"
        "  at: 3 \"the 'trams'\"\n"
        "  answers trams: y\n"
        "  because endorses trams-quiet from council: Trams are quiet.\n"
        "  and quiet-good: Quiet is good.\n"
        "  undercut night: Not at night.\n"
        "  objection cost-lot: They cost a lot.\n"
    )
    assert files["arguments/shared/issues.argmap"].endswith("  exhaustive: y, n\n")
    assert [finding.code for finding in loaded(dict(files)).errors] == []


def test_a_claim_that_bears_on_two_is_named_under_both() -> None:
    draft = drafted(
        DraftClaim(key="a", text="One.", steps=[because("c")]),
        DraftClaim(key="b", text="Two.", steps=[because("c")]),
        DraftClaim(key="c", text="Three."),
    )
    text = written(draft, LossReport()).files["arguments/trams-now.argmap"]
    assert text.count("  because three\n") == 2
    assert "claims three: Three.\n" in text


def test_what_cannot_stand_is_counted() -> None:
    draft = drafted(
        DraftClaim(key="a", text="One.", steps=[because("b"), because("zz"), because("a")]),
        DraftClaim(key="b", text="Two.", steps=[because("c")]),
        DraftClaim(key="c", text="Three.", steps=[because("a")]),
        DraftClaim(key="d", text=" \x00 "),
    )
    draft.links.append(DraftLink(source="a", relation="same-as", target="zz"))
    loss = LossReport()
    files = written(draft, loss).files
    assert told(loss) == [
        "dropped: 1 claim: it has no text",
        "dropped: 1 step: a premise of it is not among the claims",
        "dropped: 1 step: its conclusion is its own premise",
        "dropped: 1 step: with others it makes a claim a reason for itself",
        "dropped: 1 link: one of its ends is not among the claims",
    ]
    assert not loaded(dict(files)).errors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The SCO is a club of rulers.", "sco-club-rulers"),
        ("It is not.", "it-is-not"),
        ("Ob Straßenbahnen leise sind?", "ob-straßenbahnen-leise-sind"),
        ("трамваи тихие", "трамваи-тихие"),
        ("नदी के किनारे", "नदी-के-किनारे"),
        ("การประชุม ครั้งที่", "การประชุม-ครั้งที่"),
        ("!!!", "claim"),
        ("open", "open"),
    ],
)
def test_ids_are_the_first_telling_words(text: str, expected: str) -> None:
    assert made_id(text, "claim") == expected


def test_ids_are_given_once_and_are_no_words_of_the_language() -> None:
    draft = drafted(*(DraftClaim(key=str(number), text="Because.") for number in range(3)))
    assert set(written(draft, LossReport(), ["ada-able"]).claims.values()) == {
        "trams-now.because-2",
        "trams-now.because-3",
        "trams-now.because-4",
    }
    assert (
        "author ada-able-2: Ada Able" in written(draft, LossReport(), ["ada-able"]).files["arguments/trams-now.argmap"]
    )


KEYS = [str(number) for number in range(12)]
STEPS = st.builds(
    DraftStep,
    role=st.sampled_from([StepRole.BECAUSE, StepRole.DESPITE, StepRole.OBJECTION, StepRole.IF, StepRole.UNLESS]),
    premises=st.lists(st.sampled_from(KEYS), min_size=1, max_size=3),
    undercuts=st.lists(st.lists(st.sampled_from(KEYS), min_size=1, max_size=2), max_size=2),
)


@given(
    st.lists(st.tuples(st.text(max_size=30), st.lists(STEPS, max_size=3), st.none() | st.integers(0, 1)), max_size=12),
    st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(["same-as", "contradicts"]), st.sampled_from(KEYS))),
)
def test_whatever_is_drafted_can_be_read_again(
    claims: list[tuple[str, list[DraftStep], int | None]], links: list[tuple[str, str, str]]
) -> None:
    draft = drafted(
        *(
            DraftClaim(key=str(number), text=text, steps=steps, section=section, attitude=attitude)
            for number, ((text, steps, section), attitude) in enumerate(
                zip(claims, [Attitude.CLAIMS, Attitude.DENIES, Attitude.SUPPOSES] * 4, strict=False)
            )
        )
    )
    draft.documents[0].sections = ["One", "\n"]
    draft.links = [DraftLink(source=one, relation=relation, target=other) for one, relation, other in links]
    result = written(draft, LossReport())
    corpus = loaded(dict(result.files))
    assert not {finding.code for finding in corpus.errors} - {"A601", "A603", "A604"}
    assert set(corpus.corpus.claims) == set(result.claims.values())
    steps = [step for claim in draft.documents[0].claims for step in claim.steps]
    assert sum(len(claim.steps) for claim in corpus.corpus.claims.values()) == len(steps)
