"""BRAT: spans, relations, attributes and notes, the argument files that they become, and what becomes of the rest."""

import pytest
from exchanged import imported

from argmap.api.importing import NotThisFormatError

TEXT = (
    "Trams in our town\n\nI think the town should build trams. Trams are quiet, and they\nare cheap.\n"
    "Some say that trams are slow. However, buses are slower. In short, we need trams.\n"
)


def span(name: str, kind: str, *words: str) -> str:
    places = ";".join(f"{TEXT.index(word)} {TEXT.index(word) + len(word)}" for word in words)
    return f"{name}\t{kind} {places}\t{' '.join(words)}\n"


ESSAY = (
    span("T1", "MajorClaim", "we need trams")
    + span("T2", "MajorClaim", "the town should build trams")
    + span("T3", "Claim", "Trams are quiet", "are cheap")
    + span("T4", "Claim", "trams are slow")
    + span("T5", "Premise", "buses are slower")
    + span("T6", "Person", "Some")
    + "A1\tStance T3 For\nA2\tStance T4 Against\nA3\tNegation T5\n"
    + "R1\tattacks Arg1:T5 Arg2:T4\t\nR2\tcauses Arg1:T5 Arg2:T4\nR3\tsupports Arg1:T6 Arg2:T1\n"
    + "#1\tAnnotatorNotes T5\tnot sure\nE1\tX:T6\nN1\tReference T6 Wikipedia:1\tSome\nnonsense\n"
)


def test_an_essay() -> None:
    made = imported({"e.ann": ESSAY, "e.txt": TEXT}, author="Ann Able")
    assert made.format == "brat"
    assert made.file("e") == (
        "document e: e\n"
        "  author ann-able: Ann Able\n"
        "  source: e.txt\n"
        "  thesis: town-should-build-trams\n"
        "\n"
        "claims town-should-build-trams: the town should build trams\n"
        '  at: "the town"\n'
        '  at: "we need"\n'
        "  tags: MajorClaim\n"
        "  because trams-quiet-cheap: Trams are quiet \u2026 are cheap\n"
        '    at: "are quiet"\n'
        '    at: "are cheap"\n'
        "    tags: Claim\n"
        "  objection trams-slow: trams are slow\n"
        '    at: "are slow"\n'
        "    tags: Claim\n"
        "    objection claims buses-slower: buses are slower\n"
        '      at: "buses are"\n'
        "      tags: Premise, Negation\n"
        "      note: not sure\n"
    )
    assert made.told == [
        "changed: 1 repeated main claim: it is one claim with several places (e.ann, line 1)",
        "changed: 1 claim: it stands against what the author claims, and nobody is said to hold it: "
        "it is only supposed (e.ann, line 4)",
        "dropped: 1 event: it is about words in a text, not about what it claims (e.ann, line 14)",
        "dropped: 1 normalization: it is about words in a text, not about what it claims (e.ann, line 15)",
        "dropped: 1 line: it is none of BRAT's (e.ann, line 16)",
        "dropped: 1 span: `Person` is taken for no sort of claim; `--set claims=Person` takes it for one"
        " (e.ann, line 6)",
        "dropped: 1 relation: `causes` says neither that one supports the other nor that it attacks it"
        " (e.ann, line 11)",
        "dropped: 1 relation: one of its ends is no claim (e.ann, line 12)",
    ]
    assert not made.loaded.errors


def test_numbers_that_lead_elsewhere_are_not_believed() -> None:
    made = imported({"e.ann": "T1\tClaim 0 5\tbuses are slower\nT2\tClaim 1 9\tnowhere at all\n", "e.txt": TEXT})
    assert ': buses are slower\n  at: "buses are"\n' in made.file("e")
    assert (
        "changed: 2 spans: its numbers lead to other words, and its own are taken (e.ann, line 1; e.ann, line 2)"
        in (made.told)
    )
    assert "dropped: 1 orphan: its quote is not in e.txt: the claim has no place (e.ann, line 2)" in made.told


def test_sorts_of_spans_can_be_named_and_equivalences_are_links() -> None:
    told = "T1\tADU 0 5\tTrams\nT2\tADU 9 17\tour town\n*\tEquiv T1 T2\n*\tEquiv T1 T9\n"
    with pytest.raises(NotThisFormatError, match="no sort of span in it is taken for claims: ADU") as refused:
        imported({"e.ann": told})
    assert refused.value.help == "say which are: `--set claims=ADU,...`"
    made = imported({"e.ann": told, "e.txt": TEXT}, claims="adu")
    assert made.file("links") == "link e.Trams same-as e.town\n"
    assert made.told[-1] == "dropped: 1 equivalence: its ends are no claims (e.ann, line 4)"


def test_who_attacks_what_attacks_the_author_is_on_the_authors_side_again() -> None:
    told = "".join(f"T{number}\tClaim {number} {number + 1}\tclaim {number}\n" for number in range(4))
    made = imported(
        {"e.ann": told + "R1\tattacks Arg1:T1 Arg2:T0\nR2\tsupports Arg1:T2 Arg2:T1\nR3\tattacks A:T3 B:T2\n"}
    )
    assert "  objection claim-1: claim 1\n" in made.file("e")
    assert "    because supposes claim-2: claim 2\n" in made.file("e")
    assert "      objection claims claim-3: claim 3\n" in made.file("e")


def test_a_folder_is_read_pair_by_pair() -> None:
    files = {
        "one/a.ann": "T1\tClaim 0 9\ttrams now\n",
        "one/a.txt": "trams now",
        "two/b.ann": "",
        "two/b.txt": "",
        "two/c.txt": "no annotations",
        "annotation.conf": "[entities]\n",
    }
    made = imported(files, "brat")
    assert list(made.files) == ["arguments/a.argmap"]
    assert "dropped: 1 text: no annotations lie beside it (two/c.txt)" in made.told
    assert "dropped: 2 files: it holds no annotations (two/b.ann; annotation.conf)" in made.told


@pytest.mark.parametrize("data", ["", "T1 Claim 0 1 x\n", "a\tb\n", "T1\tClaim ; x\n"])
def test_what_is_no_brat_is_refused(data: str) -> None:
    with pytest.raises(NotThisFormatError, match="it holds no span as BRAT writes it"):
        imported({"e.ann": data}, "brat")
