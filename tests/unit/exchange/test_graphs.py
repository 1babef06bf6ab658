"""The graph of all records: the same nodes and edges in every format, with types, and texts that break nothing."""

import json
import re
from typing import Any
from xml.etree import ElementTree

import pytest
from pytest_regressions.file_regression import FileRegressionFixture
from small_debate import exported, project

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
GEXF = "{http://www.gexf.net/1.2draft}"
TYPES = {"string": str, "double": float, "boolean": lambda text: {"true": True, "false": False}[text]}
Graph = tuple[dict[str, dict[str, Any]], list[tuple[str, str, str, dict[str, Any]]]]


def from_graphml(text: str) -> Graph:
    root = ElementTree.fromstring(text)
    keys = {
        key.get("id"): (key.get("attr.name"), TYPES[key.get("attr.type", "")]) for key in root.iter(f"{GRAPHML}key")
    }

    def attributes(element: ElementTree.Element) -> dict[str, Any]:
        told = [(keys[data.get("key")], data.text or "") for data in element.iter(f"{GRAPHML}data")]
        return {name: type_(value) for (name, type_), value in told}

    nodes = {node.attrib["id"]: attributes(node) for node in root.iter(f"{GRAPHML}node")}
    edges = [
        (*map(edge.attrib.get, ("id", "source", "target")), attributes(edge)) for edge in root.iter(f"{GRAPHML}edge")
    ]
    return nodes, edges


def from_gexf(text: str) -> Graph:
    root = ElementTree.fromstring(text)
    keys = {key.get("id"): (key.get("title"), TYPES[key.get("type", "")]) for key in root.iter(f"{GEXF}attribute")}

    def attributes(element: ElementTree.Element) -> dict[str, Any]:
        told = [(keys[data.get("for")], data.attrib["value"]) for data in element.iter(f"{GEXF}attvalue")]
        return {name: type_(value) for (name, type_), value in told}

    nodes = {node.attrib["id"]: attributes(node) for node in root.iter(f"{GEXF}node")}
    edges = [(*map(edge.attrib.get, ("id", "source", "target")), attributes(edge)) for edge in root.iter(f"{GEXF}edge")]
    return nodes, edges


def from_json(text: str) -> Graph:
    whole = json.loads(text)
    nodes = {node.pop("id"): node for node in whole["nodes"]}
    return nodes, [(edge.pop("key"), edge.pop("source"), edge.pop("target"), edge) for edge in whole["links"]]


def from_dot(text: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The ids of nodes and the ends of edges; fails where a quoted text does not end on its line."""
    quoted = r'"(?:[^"\\]|\\.)*"'
    attributes = rf"\[\w+=(?:{quoted}|\w+)(?:, \w+=(?:{quoted}|\w+))*\]"
    nodes, edges = [], []
    for line in text.splitlines()[2:-1]:
        match = re.fullmatch(rf"  ({quoted})(?: -> ({quoted}))? {attributes};", line)
        assert match, line
        if match[2]:
            edges.append((match[1][1:-1], match[2][1:-1]))
        else:
            nodes.append(match[1][1:-1])
    return nodes, edges


def test_all_formats_hold_the_same_graph() -> None:
    debate = project()
    graph = from_json(exported(debate, "node-link")[0])
    assert from_graphml(exported(debate, "graphml")[0]) == graph
    assert from_gexf(exported(debate, "gexf")[0]) == graph
    nodes, edges = graph
    assert from_dot(exported(debate, "dot")[0]) == (list(nodes), [edge[1:3] for edge in edges])


@pytest.mark.parametrize("form", ["graphml", "dot"])
def test_as_it_is_written(form: str, file_regression: FileRegressionFixture) -> None:
    file_regression.check(exported(project(), form)[0], extension=f".{form}")


def test_linked_premises_meet_in_a_step_and_a_doubt_leads_to_it() -> None:
    nodes, edges = from_json(exported(project(), "node-link")[0])
    told = {(source, told["relation"], target) for _, source, target, told in edges}
    assert told >= {
        ("north.quiet", "premise", "north.build.1"),
        ("north.quiet-good", "premise", "north.build.1"),
        ("north.build.1", "because", "north.build"),
        ("north.night", "premise", "north.build.1.1"),
        ("north.build.1.1", "undercut", "north.build.1"),
        ("north.cost", "premise", "north.build.2"),
        ("north.build.2", "objection", "north.build"),
    }
    assert nodes["north.build.1"]["schemes"] == "example"


def test_what_is_reported_is_held_by_whom_it_is_reported_from() -> None:
    _, edges = from_json(exported(project(), "node-link")[0])
    assert [(source, told["relation"]) for _, source, target, told in edges if target == "north.cost"] == [
        ("north", "reports"),
        ("north/council", "holds"),
    ]


def test_links_and_stances() -> None:
    _, edges = from_json(exported(project(), "node-link")[0])
    link = next(told for _, *ends, told in edges if ends == ["north.quiet", "south.loud"])
    assert link == {"relation": "contradicts", "symmetric": True, "confidence": 0.9, "why": "One and the same street."}
    stances = [
        (source, told["relation"], target, told["implied"]) for _, source, target, told in edges if "implied" in told
    ]
    assert ("north", "accepted", "trams.yes", False) in stances
    assert ("north", "rejected", "trams.no", True) in stances


def test_what_the_graph_does_not_hold_is_counted() -> None:
    files = {
        "arguments/a.argmap": (
            "document a: A\n  author ada: Ada\n  short: As\n  was: old\n\nclaims b: A \u202e b.\n  note: c\n  note: d\n"
            "term tram: A car.\nactor town: The town\n  also: Town\n  note: Big.\n"
        )
    }
    text, told = exported(project(files), "node-link")
    assert '"notes": "c | d"' in text
    assert told == [
        "changed: 1 text: signs that control instead of show are left out or composed",
        "dropped: 1 actor: holder of nothing",
        "dropped: 1 term: the graph has no place for it",
        "dropped: 1 other name: the graph has no place for it",
        "dropped: 1 short name: the graph has no place for it",
        "dropped: 1 old id: the graph has no place for it",
        "dropped: 1 note of an actor or section: the graph has no place for it",
    ]
