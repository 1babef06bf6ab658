"""Whatever a project holds is written for other tools: well-formed, the same twice, and nothing in it runs."""

import json
from xml.etree import ElementTree

from hypothesis import given
from small_debate import exported, project
from strategies import ISSUES, documents
from thoroughness import examples

LINKED = """document other: Another
  author author-b: Author B
claims other: Another.
"""


@given(documents())
@examples(30)
def test_every_project_is_one_graph_in_all_formats(text: str) -> None:
    loaded = project({"arguments/a.argmap": text, "arguments/b.argmap": LINKED, "arguments/issues.argmap": ISSUES})
    written = {form: exported(loaded, form) for form in ("graphml", "gexf", "node-link", "dot")}
    assert written == {form: exported(loaded, form) for form in written}
    whole = json.loads(written["node-link"][0])
    nodes = [node["id"] for node in whole["nodes"]]
    assert len(set(nodes)) == len(nodes)
    assert set(nodes) >= set(loaded.corpus.claims)
    assert {end for edge in whole["links"] for end in (edge["source"], edge["target"])} <= set(nodes)
    for form in ("graphml", "gexf"):
        tags = [element.tag.partition("}")[2] for element in ElementTree.fromstring(written[form][0]).iter()]
        assert (tags.count("node"), tags.count("edge")) == (len(nodes), len(whole["links"]))
