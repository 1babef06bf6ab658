"""The graph of all records as GraphML, GEXF, node-link JSON and DOT."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from textwrap import wrap
from xml.sax.saxutils import escape, quoteattr

from argmap.exchange.argument_graph import EDGE_TYPES, NODE_TYPES, Graph, Value, argument_graph
from argmap.exchange.formats import Exporting

_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_GEXF = "http://www.gexf.net/1.2draft"
_TYPES: Mapping[type, str] = {str: "string", bool: "boolean", float: "double"}
_SHAPES = {
    "claim": "box",
    "step": "circle",
    "undercut": "diamond",
    "issue": "hexagon",
    "position": "ellipse",
    "holder": "oval",
}
_LINE = 32
"""Characters of one line of a label in DOT."""


def write(exporting: Exporting) -> Mapping[str, bytes]:
    """The graph in the format that is asked for."""
    graph = argument_graph(exporting)
    return {"": "".join(f"{line}\n" for line in _WRITERS[exporting.format](graph)).encode()}


def _said(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else f"{value:g}" if isinstance(value, float) else value


def _graphml(graph: Graph) -> Iterator[str]:
    """Keys that declare the types, then nodes and edges (Brandes et al. 2002)."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<graphml xmlns="{_GRAPHML}">'
    for what, types in (("node", NODE_TYPES), ("edge", EDGE_TYPES)):
        for name, type_ in types.items():
            key = f'id="{what}-{name}" for="{what}" attr.name="{name}" attr.type="{_TYPES[type_]}"'
            yield f"  <key {key}/>"
    yield '  <graph id="argmap" edgedefault="directed">'
    for node in graph.nodes:
        yield f"    <node id={quoteattr(node.id)}>"
        yield from _data("node", node.attributes)
        yield "    </node>"
    for edge in graph.edges:
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        yield f'    <edge id="{edge.id}" {ends}>'
        yield from _data("edge", edge.attributes)
        yield "    </edge>"
    yield "  </graph>"
    yield "</graphml>"


def _data(what: str, attributes: Mapping[str, Value]) -> Iterator[str]:
    for name, value in attributes.items():
        yield f'      <data key="{what}-{name}">{escape(_said(value))}</data>'


def _gexf(graph: Graph) -> Iterator[str]:
    """Version 1.2, which Gephi and networkx both read."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<gexf xmlns="{_GEXF}" version="1.2">'
    yield '  <graph mode="static" defaultedgetype="directed">'
    for what, types in (("node", NODE_TYPES), ("edge", EDGE_TYPES)):
        yield f'    <attributes class="{what}" mode="static">'
        for name, type_ in types.items():
            yield f'      <attribute id="{what}-{name}" title="{name}" type="{_TYPES[type_]}"/>'
        yield "    </attributes>"
    yield "    <nodes>"
    for node in graph.nodes:
        yield f"      <node id={quoteattr(node.id)} label={quoteattr(_said(node.attributes.get('label', node.id)))}>"
        yield from _attvalues("node", node.attributes)
        yield "      </node>"
    yield "    </nodes>"
    yield "    <edges>"
    for edge in graph.edges:
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        relation = quoteattr(_said(edge.attributes["relation"]))
        yield f'      <edge id="{edge.id}" {ends} label={relation}>'
        yield from _attvalues("edge", edge.attributes)
        yield "      </edge>"
    yield "    </edges>"
    yield "  </graph>"
    yield "</gexf>"


def _attvalues(what: str, attributes: Mapping[str, Value]) -> Iterator[str]:
    yield "        <attvalues>"
    for name, value in attributes.items():
        yield f'          <attvalue for="{what}-{name}" value={quoteattr(_said(value))}/>'
    yield "        </attvalues>"


def _node_link(graph: Graph) -> Iterator[str]:
    """What `networkx.node_link_graph(data, edges="links")` and the force layout of D3 take."""
    nodes = [{"id": node.id, **node.attributes} for node in graph.nodes]
    links = [{"source": edge.source, "target": edge.target, "key": edge.id, **edge.attributes} for edge in graph.edges]
    whole = {"directed": True, "multigraph": True, "graph": {}, "nodes": nodes, "links": links}
    yield json.dumps(whole, ensure_ascii=False, indent=1)


def _dot(graph: Graph) -> Iterator[str]:
    """A digraph with the same attributes, and with labels and shapes to be drawn."""
    yield "digraph argmap {"
    yield "  rankdir=BT;"
    for node in graph.nodes:
        label = r"\n".join(map(_escaped, wrap(_said(node.attributes.get("label", node.id)), _LINE)))
        look = {"label": f'"{label}"', "shape": _SHAPES[str(node.attributes["kind"])]}
        yield f"  {_quoted(node.id)} [{_listed(look, node.attributes)}];"
    for edge in graph.edges:
        look = {"label": _quoted(edge.attributes["relation"])}
        yield f"  {_quoted(edge.source)} -> {_quoted(edge.target)} [{_listed(look, edge.attributes)}];"
    yield "}"


def _listed(look: Mapping[str, str], attributes: Mapping[str, Value]) -> str:
    told = {name: _quoted(value) for name, value in attributes.items() if name != "label"}
    return ", ".join(f"{name}={value}" for name, value in {**look, **told}.items())


def _quoted(value: Value) -> str:
    return f'"{_escaped(_said(value))}"'


def _escaped(text: str) -> str:
    r"""A text as Graphviz shows it as it is: neither ``\N`` nor ``&lt;`` stands for something else in it."""
    return text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')


_WRITERS: Mapping[str, Callable[[Graph], Iterator[str]]] = {
    "graphml": _graphml,
    "gexf": _gexf,
    "node-link": _node_link,
    "dot": _dot,
}
