"""AIF: what becomes of each construct of a nodeset."""

import json
from collections.abc import Callable

import pytest
from nodesets import aif, wrapped

from argmap.exchange.aif import looks_alike
from argmap.exchange.aif_nodeset import scheme_of
from argmap.exchange.formats import NotThisFormatError

Imports = Callable[..., "Made"]  # noqa: F821 - see conftest

TRAMS = """
    1 I: The town should build trams.
    2 L: Ann : Build trams!
    3 YA: Asserting
    2 > 3 > 1
    2 by 409 at 2020-05-28 20:00:00
"""


def test_a_claim_is_its_speakers_and_has_its_time(imported: Imports) -> None:
    made = imported("aif", {"night.json": aif(TRAMS)})
    assert made.file("night-ann") == (
        "document night-ann: night: Ann\n"
        "  author Ann: Ann\n"
        "  date: 2020-05-28\n"
        "\n"
        "claims town-should-build-trams: The town should build trams.\n"
        "  said: 2020-05-28T20:00:00\n"
    )
    assert made.told == [
        "changed: 1 locution: its claim has the words of the I node, which are others (night.json, node 2)"
    ]
    assert made.kept == {"illocution": 1, "locution time": 1, "claim": 1}


def test_a_claim_without_a_speaker_is_the_nodesets(imported: Imports) -> None:
    made = imported("aif", {"night.json": aif("1 I: Trams are quiet.")})
    assert list(made.files) == ["arguments/night.argmap"]
    assert [finding.code for finding in made.loaded.errors] == ["A211"]
    named = imported("aif", {"night.json": aif("1 I: Trams are quiet.")}, author="The Council")
    assert "  author council: The Council\n" in named.file("night")
    assert not named.loaded.errors


@pytest.mark.parametrize(
    ("text", "person", "more", "speaker"),
    [
        ("Ann Able : Trams!", "409", {}, "Ann Able"),
        ("Trams: now!", "Ann:", {}, "Ann"),
        ("Trams now!", "409", {}, "person 409"),
        (
            "Trams now!",
            "7",
            {"participants": [{"participantID": 7, "firstname": "Ann", "surname": "Able"}]},
            "Ann Able",
        ),
        ("I say: trams!", "7", {"participants": [{"participantID": 7, "firstname": "Ann", "surname": "B"}]}, "Ann B"),
        ("I think that it is really important: trams!", "409", {}, "person 409"),
        ("https://a.org", "409", {}, "person 409"),
    ],
)
def test_the_name_of_a_speaker(imported: Imports, text: str, person: str, more: dict, speaker: str) -> None:
    data = aif(f"1 I: Trams.\n2 L: {text}\n3 YA: Asserting\n2 > 3 > 1\n2 by {person}", **more)
    for one in (data, wrapped(data)):
        made = imported("aif", {"n.json": one})
        assert [actor.name for actor in made.loaded.corpus.actors.values()] == [speaker]


def test_a_participant_who_says_nothing_is_counted(imported: Imports) -> None:
    some = [{"participantID": 1, "firstname": "", "surname": "Ann"}, {"participantID": 2, "surname": "Zoe"}]
    made = imported("aif", {"n.json": aif(TRAMS, participants=some)})
    assert "dropped: 1 participant: no locution is theirs (n.json, Zoe)" in made.told


def test_several_into_one_inference_are_linked_and_several_inferences_convergent(imported: Imports) -> None:
    made = imported(
        "aif",
        {
            "n.json": aif("""
                1 I: Build trams.
                2 I: Trams are quiet.
                3 I: Quiet is good.
                4 I: Trams are cheap.
                5 RA: Argument From Consequences
                6 RA: Practical Reasoning
                7 CA: Default Conflict
                8 I: Nobody would use them.
                9 CA: Default Conflict
                10 I: Noise is not all.
                2 > 5 > 1
                3 > 5
                4 > 6 > 1
                8 > 7 > 1
                10 > 9 > 5
            """)
        },
        author="A",
    )
    assert made.file("n").partition("\n\n")[2] == (
        "claims build-trams: Build trams.\n"
        "  because (consequence) trams-quiet: Trams are quiet.\n"
        "  and quiet-good: Quiet is good.\n"
        "  undercut noise-all: Noise is not all.\n"
        "  because trams-cheap: Trams are cheap.\n"
        "  objection claims nobody-use: Nobody would use them.\n"
    )
    assert made.told == [
        "changed: 1 scheme: it is a case of `consequence` (n.json, node 5: Argument From Consequences)",
        "dropped: 1 scheme: argmap knows none of this name (n.json, node 6: Practical Reasoning)",
    ]
    assert not made.loaded.errors


SPEAKERS = """
    1 I: Trams are quiet.
    2 L: Ann: Trams are quiet
    3 YA: Asserting
    2 > 3 > 1
"""


@pytest.mark.parametrize(
    ("force", "line"),
    [
        ("Asserting", "claims trams-quiet: "),
        ("Agreeing", "endorses trams-quiet from Ann: "),
        ("Disagreeing", "denies trams-quiet from Ann: "),
        ("Challenging", "reports trams-quiet from Ann: "),
        ("Pure Questioning", "supposes trams-quiet: "),
        ("RhetoricalQuestioning", "supposes trams-quiet: "),
        ("Ironic Asserting", "supposes trams-quiet: "),
    ],
)
def test_what_another_does_with_a_claim(imported: Imports, force: str, line: str) -> None:
    """By a locution, or by a transition from the one that is answered."""
    by_locution = f"4 L: Bob: Yes\n5 YA: {force}\n4 > 5 > 1"
    by_transition = f"4 L: Bob: Yes\n5 YA: {force}\n6 TA: Default Transition\n2 > 6 > 4\n6 > 5 > 1"
    for answer in (by_locution, by_transition):
        made = imported("aif", {"n.json": aif(f"{SPEAKERS}\n{answer}")})
        assert f"{line}Trams are quiet.\n" in made.file("n-bob")
        assert "claims trams-quiet: Trams are quiet.\n" in made.file("n-ann")
        assert made.file("shared/links") == "link n-ann.trams-quiet same-as n-bob.trams-quiet: one node of AIF, 1\n"


@pytest.mark.parametrize("force", ["Pure Questioning", "Assertive Questioning", "Challenging", "Disagreeing"])
def test_what_nobody_asserts_is_not_claimed(imported: Imports, force: str) -> None:
    made = imported("aif", {"n.json": aif(f"1 I: Are trams quiet?\n2 L: Ann: Are they?\n3 YA: {force}\n2 > 3 > 1")})
    assert "supposes trams-quiet: Are trams quiet?\n  tags: " in made.file("n-ann")


def test_what_is_reported_is_not_claimed(imported: Imports) -> None:
    made = imported(
        "aif",
        {
            "n.json": aif("""
                1 I: Trams are quiet.
                2 L: Ann: The council says that Bob says that trams are quiet
                3 YA: Asserting
                4 L: Council: Bob says so
                5 YA: Asserting
                6 L: Bob: Trams are quiet
                7 YA: Asserting
                2 > 3 > 4
                4 > 5 > 6
                6 > 7 > 1
            """)
        },
    )
    assert "reports trams-quiet from Council quoting Bob: Trams are quiet.\n" in made.file("n-ann")
    assert sorted(made.files) == ["arguments/n-ann.argmap", "arguments/shared/actors.argmap"]


def test_that_somebody_asks_whether_another_says_so_is_no_report(imported: Imports) -> None:
    told = (
        "1 I: Trams.\n2 L: Ann: Does he?\n3 YA: Pure Questioning\n4 L: Bob: Yes\n5 YA: Asserting\n2 > 3 > 4\n4 > 5 > 1"
    )
    made = imported("aif", {"n.json": aif(told)})
    assert "supposes trams: Trams.\n" in made.file("n-ann")


def test_who_analyses_is_who_encodes(imported: Imports) -> None:
    """By an illocution; or by a locution that anchors nothing, and repeats another behind a name."""
    made = imported(
        "aif", {"n.json": aif(f"{SPEAKERS}\n4 L: Nicole: Ann: Trams are quiet\n5 YA: Analysing\n4 > 5 > 2")}
    )
    loose = imported("aif", {"n.json": aif(f"{SPEAKERS}\n4 L: Nicole: Ann: Trams are quiet")})
    odd = imported("aif", {"n.json": aif(f"{SPEAKERS}\n4 L: Nicole: Ann: Quiet they are")})
    assert made.files == loose.files == odd.files
    assert list(made.files) == ["arguments/n-ann.argmap"]
    assert "  by: Nicole\n" in made.file("n-ann")


def test_a_speaker_without_a_claim_is_not_lost(imported: Imports) -> None:
    made = imported("aif", {"n.json": aif(f"{SPEAKERS}\n4 L: Bob: Good evening\n6 TA: Default Transition\n4 > 6 > 2")})
    assert made.file("n-bob") == "document n-bob: n: Bob\n  author Bob: Bob\n"
    assert made.told == [
        "dropped: 1 locution: it anchors nothing (n.json, node 4)",
        "dropped: 1 transition: the order of what is said is no argument (n.json, node 6)",
    ]


def test_an_objection_stands_under_the_claim_of_who_is_answered(imported: Imports) -> None:
    made = imported(
        "aif",
        {
            "n.json": aif(f"""{SPEAKERS}
                4 I: Trams squeak.
                5 L: Bob: They squeak
                6 YA: Asserting
                7 TA: Default Transition
                8 YA: Disagreeing
                9 CA: Default Conflict
                5 > 6 > 4
                2 > 7 > 5
                7 > 8 > 9
                4 > 9 > 1
            """)
        },
    )
    assert made.file("n-ann").endswith("claims trams-quiet: Trams are quiet.\n  objection n-bob.trams-squeak\n")
    assert "claims trams-squeak: Trams squeak.\n" in made.file("n-bob")


def test_who_argues_for_what_another_asserts_only_supposes_it(imported: Imports) -> None:
    made = imported(
        "aif",
        {
            "n.json": aif(f"""{SPEAKERS}
                4 I: They have rubber wheels.
                5 L: Bob: Rubber wheels
                6 YA: Asserting
                7 TA: Default Transition
                8 YA: Arguing
                9 RA: Default Inference
                5 > 6 > 4
                2 > 7 > 5
                7 > 8 > 9
                4 > 9 > 1
            """)
        },
    )
    assert made.file("n-ann").endswith("claims trams-quiet: Trams are quiet.\n")
    assert made.file("n-bob").endswith(
        "supposes trams-quiet: Trams are quiet.\n  because rubber-wheels: They have rubber wheels.\n"
    )


def test_a_conceded_conflict_is_conceded(imported: Imports) -> None:
    told = f"{SPEAKERS}\n4 I: They cost.\n5 CA: Default Conflict\n6 YA: Conceding\n4 > 5 > 1\n2 > 6 > 5"
    made = imported("aif", {"n.json": aif(told)}, author="A")
    assert "  despite n.cost\n" in made.file("n-ann")


def test_a_rephrase_says_the_same_but_a_question_and_its_answer_do_not(imported: Imports) -> None:
    told = f"""{SPEAKERS}
        4 I: Trams make no noise.
        5 L: Ann: No noise
        6 YA: {{}}
        5 > 6 > 4
        7 MA: Default Rephrase
        4 > 7 > 1
    """
    same = imported("aif", {"n.json": aif(told.format("Asserting"))})
    assert same.file("shared/links") == "link n-ann.trams-make-no-noise same-as n-ann.trams-quiet\n"
    asked = imported("aif", {"n.json": aif(told.format("Pure Questioning"))})
    assert "arguments/shared/links.argmap" not in asked.files
    assert "dropped: 1 rephrase: a question and what answers it are not the same claim (n.json, node 7)" in asked.told


def test_ids_that_recur_in_other_files_are_one_claim_and_names_one_speaker(imported: Imports) -> None:
    files = {
        "one.json": aif(SPEAKERS),
        "two.json": aif(SPEAKERS.replace("Ann", "ANN")),
        "three.json": aif("1 I: Another text."),
        "four.json": aif("2 I: Another speaker.\n3 L: b c: So\n4 YA: Asserting\n3 > 4 > 2"),
    }
    made = imported("aif", files, author="B\u2009C")
    assert made.file("shared/links") == "link one-ann.trams-quiet same-as two-ann.trams-quiet: one node of AIF, 1\n"
    assert "author Ann: Ann\n" in made.file("two-ann")
    assert (
        "changed: 1 node id: it is in another file with another text, and taken for another node (three.json, node 1)"
        in (made.told)
    )
    assert not made.loaded.errors


def test_circles_doubles_and_loose_ends_are_left_out_and_counted(imported: Imports) -> None:
    made = imported(
        "aif",
        {
            "n.json": aif("""
                1 I: One.
                1 I: One.
                1 I: Other.
                2 I: Two.
                3 RA: RA
                4 RA: RA
                5 RA: RA
                6 CA: CA
                7 L: Ann: Hm
                8 PA: Default Preference
                1 > 3 > 2
                2 > 4 > 1
                1 > 5 > 2
                1 > 6 > 7
                1 > 99
                2 > 2
                1 > 3
                99 by Ann
            """)
        },
        author="A",
    )
    assert made.told == [
        "dropped: 1 node: it stands there twice (n.json, node 1)",
        "dropped: 1 node: another node has its id (n.json, node 1)",
        "dropped: 1 edge: a node at its end is missing (n.json, edge 9 in the list)",
        "dropped: 1 edge: it leads from a node to itself (n.json, edge 10 in the list)",
        "dropped: 1 edge: it stands there twice (n.json, edge 11 in the list)",
        "dropped: 1 locution: there is no L node of its id (n.json, locution 1 in the list)",
        "dropped: 1 locution: it anchors nothing (n.json, node 7)",
        "dropped: 1 inference: another says the same (n.json, node 5)",
        "dropped: 1 edge: a node of type L is no end of one of type CA (n.json, node 6)",
        "dropped: 1 conflict: it has no premise or no conclusion (n.json, node 6)",
        "dropped: 1 preference: argmap has none (n.json, node 8)",
        "dropped: 1 step: with others it makes a claim a reason for itself (n.json, node 3)",
    ]
    assert not made.loaded.errors


def test_parts_of_other_kinds_are_counted(imported: Imports) -> None:
    nodeset = json.loads(aif(SPEAKERS))
    nodeset["nodes"][0] |= {"timestamp": "2020-01-01 00:00:00", "x": 3}
    nodeset["nodes"] += [{"nodeID": "9", "type": "ZZ"}, {"type": "I"}, 17]
    nodeset["locutions"] = [{"nodeID": "2", "personID": 1, "start": "soon", "end": "2020-01-01 00:00:00"}]
    nodeset["schemefulfillments"] = [{"nodeID": "3", "schemeID": "74"}]
    made = imported("aif", {"n.json": json.dumps({"AIF": nodeset, "text": {"txt": "Trams!"}, "OVA": [1]}).encode()})
    assert made.told == [
        "dropped: 2 file parts: argument files have no place for it (n.json, `OVA`; n.json, `schemefulfillments`)",
        "dropped: 1 source text: argument files name their source and do not hold it (n.json)",
        "dropped: 1 record time: it says when the node was made, not when anything was said (n.json, node 1)",
        "dropped: 1 node field: argument files have no place for it (n.json, node 1)",
        "dropped: 1 node: its type is none of AIF (n.json, node 9)",
        "dropped: 1 node: it has no id (n.json, node 5 in the list)",
        "dropped: 1 node: it is no object with fields (n.json, node 6 in the list)",
        "dropped: 1 locution end: argmap keeps when something was said, not how long (n.json, node 2)",
        "dropped: 1 locution time: it is no date (n.json, node 2)",
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"[]", "it has no list of `nodes`"),
        (b'{"nodes": {}, "edges": []}', "it has no list of `nodes`"),
        (b'{"AIF": null}', "it has no list of `nodes`"),
        (b"nodes", "this is no JSON: expecting value"),
        (b'{"nodes": [' + b"[" * 10_000, "lists and objects stand 10002 deep in each other"),
        (b'{"nodes": ["\xff"]}', "byte 0xFF is not UTF-8"),
    ],
)
def test_what_is_no_nodeset(imported: Imports, data: bytes, message: str) -> None:
    with pytest.raises(NotThisFormatError) as raised:
        imported("aif", {"n.json": data})
    assert raised.value.message == message


def test_other_files_beside_nodesets_are_left_out(imported: Imports) -> None:
    made = imported("aif", {"n.txt": b"Trams!", "n.json": aif(SPEAKERS)})
    assert list(made.files) == ["arguments/n-ann.argmap"]
    assert made.told == ["dropped: 1 file: it holds no nodeset (n.txt, line 1, column 1)"]


def test_a_nodeset_is_told_from_other_json() -> None:
    assert looks_alike({"n.json": aif(SPEAKERS)})
    assert looks_alike({"n.json": wrapped(aif(SPEAKERS))})
    assert not looks_alike({"n.json": b'{"nodes": [{"id": 1}], "links": []}'})
    assert not looks_alike({"n.txt": b"nodeID"})


@pytest.mark.parametrize(
    ("name", "scheme"),
    [
        ("Argument From Expert Opinion", "authority"),
        ("ExpertOpinion", "authority"),
        ("Cause To Effect", "cause"),
        ("Example", "example"),
        ("Analogy", "analogy"),
        ("Practical Reasoning", ""),
        ("", ""),
    ],
)
def test_schemes(name: str, scheme: str) -> None:
    assert scheme_of(name) == scheme
