"""Whatever a project holds is written for other tools: well-formed, the same twice, and nothing in it runs."""

import csv
import io
import json
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from small_debate import exported, project
from strategies import ISSUES, documents, prose
from thoroughness import examples

from argmap.language.words import Relation

LINKED = """document other: Another
  author author-b: Author B
claims other: Another.
claims more: More.
link other.other {} other.more: {}
"""


@given(documents())
@examples(30)
def test_every_project_is_one_graph_in_all_formats(text: str) -> None:
    loaded = project(
        {
            "arguments/a.argmap": text,
            "arguments/b.argmap": LINKED.format("contradicts", "So."),
            "arguments/issues.argmap": ISSUES,
        }
    )
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


@given(documents())
@examples(30)
def test_every_project_is_one_framework_with_the_same_numbers_in_all_formats(text: str) -> None:
    loaded = project(
        {
            "arguments/a.argmap": text,
            "arguments/b.argmap": LINKED.format("contradicts", "So."),
            "arguments/issues.argmap": ISSUES,
        }
    )
    for support in ("none", "deductive", "evidential"):
        written = {form: exported(loaded, form, support=support)[0].splitlines() for form in ("iccma23", "apx", "tgf")}
        assert written == {form: exported(loaded, form, support=support)[0].splitlines() for form in written}
        count = int(written["iccma23"][0].removeprefix("p af "))
        assert len([line for line in written["apx"] if line.startswith("arg(")]) == count == written["tgf"].index("#")
        attacks = [line for line in written["iccma23"][1:] if not line.startswith("# ")]
        assert attacks == written["tgf"][count + 1 :]
        ends = [tuple(map(int, line.split())) for line in attacks]
        assert len(set(ends)) == len(ends)
        assert all(len(pair) == 2 and 1 <= min(pair) <= max(pair) <= count for pair in ends)


@given(st.sampled_from(Relation), prose | st.sampled_from(["=1+1", "+x", "-x", "@x", '"', "# x", "'"]), prose)
@examples(60)
def test_every_link_is_one_row_that_no_spreadsheet_runs(relation: Relation, why: str, text: str) -> None:
    linked = LINKED.format(relation.value, why).replace("More.", text)
    loaded = project({"arguments/b.argmap": linked})
    written = exported(loaded, "sssom")[0]
    assert written == exported(loaded, "sssom")[0]
    lines = written.splitlines(keepends=True)
    head = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    rows = list(csv.reader(io.StringIO("".join(lines[head:])), delimiter="\t"))
    assert {len(row) for row in rows} == {12}
    assert len(rows) == 1 + len(loaded.corpus.links)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]


@given(st.lists(st.tuples(st.sampled_from(["yes", "no"]), st.booleans()), min_size=1, max_size=8))
@examples(40)
def test_a_side_stands_just_where_nobody_of_the_other_does(claims: list[tuple[str, bool]]) -> None:
    """Several who answer alike attack through one argument: a solver must find what it would without that."""
    said = "".join(
        f"claims c{number}: C.\n  answers q: {position}\n" + f"  objection claims o{number}: O.\n" * objected
        for number, (position, objected) in enumerate(claims)
    )
    issue = "issue q: Q?\n  position yes: Y\n  position no: N\n"
    loaded = project({"arguments/d.argmap": f"document d: D\n  author a: A\n\n{said}", "arguments/q.argmap": issue})
    lines = exported(loaded, "iccma23")[0].splitlines()
    names = dict(line[2:].split(": ")[0].split(" ") for line in lines[3:] if line.startswith("#"))
    attackers: dict[str, set[str]] = {number: set() for number in names}
    for source, target in (line.split() for line in lines[1:] if not line.startswith("#")):
        attackers[target].add(source)
    accepted: set[str] = set()
    for _ in names:
        defeated = {number for number in names if attackers[number] & accepted}
        accepted = {number for number in names if attackers[number] <= defeated}
    standing = {position for position, objected in claims if not objected}
    expected = {
        f"d.c{number}" for number, (position, objected) in enumerate(claims) if not objected and standing == {position}
    }
    assert {
        names[number] for number in accepted if names[number].startswith("d.c") and names[number].count(".") == 1
    } == expected
