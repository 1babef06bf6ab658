"""Nodesets, whole and damaged: nothing is raised, no speaker is lost, and what is written says the same again."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from damaged import as_json, damaged_bytes, damaged_json
from hypothesis import given
from hypothesis import strategies as st
from nodesets import aif, wrapped
from thoroughness import examples

from argmap.api.exporting import export_files
from argmap.api.importing import Imported, NotThisFormatError, import_files
from argmap.exchange.aif_nodeset import TYPES
from argmap.model.corpus import Corpus
from argmap.workspace.errors import RefusedError

WHOLE = json.loads(
    aif("""
        1 I: Trams are quiet.
        2 L: Ann: Trams are quiet
        3 YA: Asserting
        4 I: They squeak.
        5 L: Bob: But they squeak
        6 YA: Asserting
        7 TA: Default Transition
        8 YA: Disagreeing
        9 CA: Default Conflict
        10 I: The tracks are old.
        11 RA: Cause To Effect
        12 L: Cid: Bob: But they squeak
        13 MA: Default Rephrase
        2 > 3 > 1
        5 > 6 > 4
        2 > 7 > 5
        7 > 8 > 9
        4 > 9 > 1
        10 > 11 > 4
        10 > 13 > 4
        2 by 409 at 2020-05-28 20:00:00
        5 by 410 at 2020-05-28 20:00:07
    """)
)
NO_AUTHOR = {"A211"}


def imported(folder: Path, data: bytes) -> Imported | None:
    """What a file becomes; None where it is none of the format."""
    path = folder / "night.json"
    path.write_bytes(data)
    try:
        return import_files([path], folder / "project", form="aif")
    except (NotThisFormatError, RefusedError):
        return None


@examples(400)
@given(st.data())
def test_damaged_nodesets_end_in_what_is_told(tmp_path_factory: Any, data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([WHOLE, json.loads(wrapped(as_json(WHOLE)))]))
    text = as_json(data.draw(damaged_json(whole)))
    if data.draw(st.booleans()):
        text = data.draw(damaged_bytes(text))
    found = imported(tmp_path_factory.mktemp("aif"), text)
    assert found is None or {finding.code for finding in found.loaded.errors} <= NO_AUTHOR


IDS = [str(number) for number in range(14)]
FORCES = [
    "Asserting",
    "Agreeing",
    "Disagreeing",
    "Challenging",
    "Pure Questioning",
    "Analysing",
    "Conceding",
    "Odd",
    "",
]
NODES = st.tuples(
    st.sampled_from([*TYPES, "I", "L", "YA"]),
    st.sampled_from(["Ann: yes", "Bob : no", "ann: Bob: no", "yes", "no", "Contradiction"]) | st.sampled_from(FORCES),
)
EDGES = st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=30)


@examples(400)
@given(st.lists(NODES, min_size=1, max_size=14), EDGES)
def test_any_graph_can_be_read_and_no_speaker_or_claim_is_lost(
    tmp_path_factory: Any, nodes: list[tuple[str, str]], edges: list[tuple[str, str]]
) -> None:
    whole = {
        "nodes": [{"nodeID": id_, "type": kind, "text": text} for id_, (kind, text) in zip(IDS, nodes, strict=False)],
        "edges": [{"fromID": one, "toID": other} for one, other in edges],
    }
    found = imported(tmp_path_factory.mktemp("aif"), as_json(whole))
    assert found is not None
    assert {finding.code for finding in found.loaded.errors} <= NO_AUTHOR
    texts = {claim.text for claim in found.loaded.corpus.claims.values()}
    assert {text for kind, text in nodes if kind == "I" and text} == texts
    told = "\n".join(found.files.values()).casefold()
    for kind, text in nodes:
        if kind == "L" and ":" in text:
            assert text.partition(":")[0].strip().casefold() in told
    told_nodes = sum(one.number for one in found.loss)
    assert told_nodes >= len(nodes)


SPEAKERS = ["Ann", "Bob Able", "The Council"]


@st.composite
def debates(draw: st.DrawFn) -> str:
    """A nodeset as annotators make it: each claim asserted, questions, reports, steps and rephrases with their acts."""
    lines: list[str] = []
    count = draw(st.integers(1, 6))
    uttered: dict[int, tuple[str, str]] = {}
    for number in range(count):
        speaker, force = draw(st.sampled_from(SPEAKERS)), draw(st.sampled_from(["Asserting", "Pure Questioning"]))
        uttered[number] = (speaker, force)
        lines += [f"i{number} I: Claim {number}.", f"l{number} L: {speaker}: Claim {number}", f"y{number} YA: {force}"]
        lines += [f"l{number} > y{number} > i{number}", f"l{number} by 4 at 2020-05-0{number + 1} 20:00:00"]
        if draw(st.booleans()):
            lines += [f"q{number} L: Dora: {speaker}: Claim {number}", f"p{number} YA: Analysing"]
            lines += [f"q{number} > p{number} > l{number}"]
        if draw(st.booleans()) and force == "Asserting":
            other = draw(st.sampled_from([one for one in SPEAKERS if one != speaker]))
            answer = draw(st.sampled_from(["Agreeing", "Disagreeing", "Asserting"]))
            lines += [f"a{number} L: {other}: Well", f"b{number} YA: {answer}", f"a{number} > b{number} > i{number}"]
    for number in range(draw(st.integers(0, 5))):
        low, high = draw(st.integers(0, count - 1)), draw(st.integers(0, count - 1))
        kind = draw(st.sampled_from(["RA", "CA", "MA"]))
        if low >= high:
            continue
        force = {"RA": "Arguing", "CA": "Disagreeing", "MA": "Restating"}[kind]
        lines += [f"s{number} {kind}: Default", f"f{number} YA: {force}", f"t{number} TA: Default Transition"]
        lines += [
            f"i{high} > s{number} > i{low}",
            f"l{low} > t{number} > l{high}",
            f"t{number} > f{number} > s{number}",
        ]
    return "\n".join(lines)


def said(corpus: Corpus) -> Mapping[str, Any]:
    """What is said in a corpus, whatever ids and order it has."""

    def who(id_: Any) -> tuple[str, ...]:
        claim = corpus.claims[id_]
        return (*names(claim.document), claim.text, claim.attitude)

    def names(id_: Any) -> tuple[str, ...]:
        return tuple(corpus.actor(author, id_).name for author in corpus.documents[id_].authors)

    claims = [
        (
            *who(claim.id),
            [[corpus.actor(one, claim.document).name for one in group] for group in claim.voices],
            claim.said or corpus.documents[claim.document].date,
            claim.by or corpus.documents[claim.document].by,
            sorted(claim.tags),
            sorted((step.role, str(step.schemes), sorted(map(who, step.premises))) for step in claim.steps),
        )
        for claim in corpus.claims.values()
    ]
    # Which of those that are all the same are linked does not matter.
    same = {id_: {id_} for id_ in corpus.claims}
    for link in corpus.links:
        assert link.relation == "same-as"
        whole = same[link.source] | same[link.target]
        same.update(dict.fromkeys(whole, whole))
    groups = {frozenset(group) for group in same.values()}
    return {
        "claims": sorted(claims, key=repr),
        "same": sorted(sorted(map(who, group)) for group in groups),
    }


@examples(200)
@given(debates(), st.booleans())
def test_what_is_exported_says_the_same_when_it_is_imported(tmp_path_factory: Any, told: str, xaif: bool) -> None:
    folder = tmp_path_factory.mktemp("aif")
    first = imported(folder, aif(told))
    assert first is not None
    options = {"xaif": "yes"} if xaif else {}
    exported = export_files(first.loaded, "aif", options=options).files[""]
    second = imported(folder, exported)
    assert second is not None
    assert said(second.loaded.corpus) == said(first.loaded.corpus)
    third = imported(folder, export_files(second.loaded, "aif", options=options).files[""])
    assert third is not None
    assert said(third.loaded.corpus) == said(second.loaded.corpus)
