"""Foreign graphs, whole and damaged: nothing is raised, no error is made, and work is in line with the size."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from counting import calls
from damaged import as_json, damaged_bytes, damaged_json
from foreign_graphs import ARGUEBUF, FILES, QDE, SADFACE, project_archive
from hypothesis import given
from hypothesis import strategies as st
from thoroughness import examples

from argmap.api.exporting import export_files
from argmap.api.importing import Imported, NotThisFormatError, import_files
from argmap.exchange.formats import Importing, module
from argmap.exchange.loss import Fate, LossReport
from argmap.workspace.errors import RefusedError


def imported(folder: Path, data: bytes, form: str, **options: str) -> Imported | None:
    """What a file becomes; None where it is none of the format."""
    path = folder / "graph"
    path.write_bytes(data)
    try:
        return import_files([path], folder / "project", form=form, options=options)
    except (NotThisFormatError, RefusedError):
        return None


@examples(600)
@given(st.data())
def test_damaged_files_end_in_what_is_told(tmp_path_factory: Any, data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(sorted(FILES)))
    whole = data.draw(st.sampled_from(FILES[form]))
    encodable = not whole.startswith(b"PK")
    damaged = data.draw(damaged_bytes(whole) if encodable else damaged_archive())
    found = imported(tmp_path_factory.mktemp("graph"), damaged, form, author="The author")
    assert found is None or not found.loaded.errors


@st.composite
def damaged_archive(draw: st.DrawFn) -> bytes:
    """An archive that is cut or has other bytes, or whose members are damaged."""
    if draw(st.booleans()):
        text = draw(damaged_bytes(QDE.encode())).decode("utf-8", "replace")
        return project_archive(text, s1=draw(st.text(max_size=40)))
    whole = bytearray(project_archive())
    for _ in range(draw(st.integers(1, 4))):
        whole[draw(st.integers(0, len(whole) - 1))] = draw(st.integers(0, 255))
    return bytes(whole[: draw(st.integers(1, len(whole)))])


@examples(400)
@given(st.data())
def test_json_of_other_types_ends_in_what_is_told(tmp_path_factory: Any, data: st.DataObject) -> None:
    form, whole = data.draw(st.sampled_from([("arguebuf", ARGUEBUF), ("sadface", SADFACE)]))
    found = imported(tmp_path_factory.mktemp("graph"), as_json(data.draw(damaged_json(whole))), form, author="Ann")
    assert found is None or not found.loaded.errors


_WORDS = [
    "a:",
    "- ",
    "  ",
    "\n",
    "[",
    "]",
    "{",
    "}",
    ",",
    "'",
    '"',
    "|\n",
    ">\n",
    "#",
    "&a ",
    "*a",
    "!!x ",
    "---",
    "statements:",
    "\t",
]


@examples(400)
@given(st.lists(st.sampled_from(_WORDS), max_size=30))
def test_anything_like_yaml_ends_in_what_is_told(tmp_path_factory: Any, words: list[str]) -> None:
    found = imported(tmp_path_factory.mktemp("graph"), "".join(words).encode(), "carneades", author="Ann")
    assert found is None or not found.loaded.errors


def chain(size: int) -> dict[str, bytes]:
    """By format, a chain of so many reasons."""
    atoms = {f"a{number}": {"atom": {"text": f"Claim {number}."}} for number in range(size)}
    schemes = {f"s{number}": {"scheme": {"support": 0}} for number in range(size)}
    ends = [*((f"a{n + 1}", f"s{n}") for n in range(size - 1)), *((f"s{n}", f"a{n}") for n in range(size))]
    edges = {f"e{number}": {"source": one, "target": other} for number, (one, other) in enumerate(ends)}
    units = "".join(f'<edu id="e{n}">Claim {n}.</edu><adu id="a{n}" type="pro"/>' for n in range(size))
    units += "".join(f'<edge id="g{n}" src="e{n}" trg="a{n}" type="seg"/>' for n in range(size))
    units += "".join(f'<edge id="c{n}" src="a{n + 1}" trg="a{n}" type="sup"/>' for n in range(size - 1))
    boxes = ['b0 = Create("Claim")\nSetText("Claim.")']
    boxes += [f'b{n} = CreateChild(b{n - 1}, "Reason")\nSetText("Claim {n}.")' for n in range(1, size)]
    arguments = "".join(f"  a{n}:\n    conclusion: s{n}\n    premises: [s{n + 1}]\n" for n in range(size))
    content = "<PlainTextContent>Well, the tram squeaks.</PlainTextContent>"
    selections = '<PlainTextSelection startPosition="6" endPosition="20"/>' * size
    propositions = "".join(
        f'<proposition id="{n}" type="premise"><content>C {n}.</content></proposition>' for n in range(size)
    )
    return {
        "arguebuf": as_json({"nodes": {**atoms, **schemes}, "edges": edges}),
        "arggraph": f'<arggraph id="x">{units}</arggraph>'.encode(),
        "argunet": f'<graphml><argument id="a">{propositions}</argument></graphml>'.encode(),
        "rationale": "\n".join(boxes).encode(),
        "carneades": f"statements:\n  x: y\narguments:\n{arguments}".encode(),
        "refi-qda": f"<Project><TextSource>{content}{selections}</TextSource></Project>".encode(),
    }


def wide(size: int) -> dict[str, bytes]:
    """By format, so many things at one."""
    atoms = {f"a{number}": {"atom": {"text": f"Claim {number}."}} for number in range(2 * size)}
    edges = {f"i{number}": {"source": f"a{number}", "target": "s"} for number in range(size)}
    edges |= {f"o{number}": {"source": "s", "target": f"a{size + number}"} for number in range(size)}
    units = "".join(f'<edu id="e{n}">C {n}.</edu><edge id="g{n}" src="e{n}" trg="a" type="seg"/>' for n in range(size))
    boxes = "".join('c = CreateChild(b, "Reason")\nSetText("So.")\n' for _ in range(size))
    lone = "".join(f"  a{n}: {{conclusion: u, premises: [x], undercutter: u{n}}}\n" for n in range(size))
    codes = "".join(f'<CodeRef targetGUID="c{n}"/>' for n in range(size))
    book = "".join(f'<Code guid="c{n}" name="Code {n}"/>' for n in range(size))
    content = "<PlainTextContent>Well, the tram squeaks.</PlainTextContent>"
    selection = f'<PlainTextSelection startPosition="6" endPosition="20">{codes}</PlainTextSelection>'
    propositions = "".join(
        f'<proposition id="{n}" index="{n}" type="conclusion" pattern="From 1-9999"/>' for n in range(size)
    )
    return {
        "arguebuf": as_json({"nodes": {**atoms, "s": {"scheme": {"support": 0}}}, "edges": edges}),
        "arggraph": f'<arggraph id="x"><adu id="a" type="pro"/>{units}</arggraph>'.encode(),
        "argunet": f'<graphml><argument id="a">{propositions}</argument></graphml>'.encode(),
        "rationale": f'b = Create("CompoundReason")\n{boxes}'.encode(),
        "carneades": f"arguments:\n{lone}".encode(),
        "refi-qda": f"<Project>{book}<TextSource>{content}{selection}</TextSource></Project>".encode(),
    }


@pytest.mark.parametrize("shape", [chain, wide])
@pytest.mark.parametrize("form", sorted(chain(1)))
def test_work_is_linear(form: str, shape: Callable[[int], dict[str, bytes]]) -> None:
    def read(data: bytes) -> object:
        return module(form).read({"file": data}, Importing(loss=LossReport()))

    read(shape(10)[form])
    small, large = (calls(read, shape(size)[form]) for size in (200, 1600))
    assert large <= 9 * small


@st.composite
def graphs(draw: st.DrawFn) -> dict[str, Any]:
    """A graph of arguebuf, without circles, in which each step bears on a claim before it, or on a step about one."""
    size = draw(st.integers(1, 7))
    speaker = st.sampled_from(["p1", "p2", None])
    nodes: dict[str, Any] = {}
    for number in range(size):
        atom = {"text": f"Claim {number}.", "participant": draw(speaker)}
        nodes[f"a{number}"] = {"atom": {key: value for key, value in atom.items() if value}}
    edges: list[tuple[str, str]] = []
    for number in range(1, size):
        about = [source for source, target in edges if source[0] == "s" and target[0] == "a"]
        target = draw(st.sampled_from([f"a{draw(st.integers(0, number - 1))}", *about]))
        support = draw(st.booleans()) and target[0] == "a"
        nodes[f"s{number}"] = {"scheme": {"support": "SUPPORT_SIGN"} if support else {"attack": "ATTACK_DEFAULT"}}
        edges += [(f"a{number}", f"s{number}"), (f"s{number}", target)]
    return {
        "nodes": nodes,
        "edges": {f"e{number}": {"source": one, "target": other} for number, (one, other) in enumerate(edges)},
        "participants": {"p1": {"name": "Ann"}, "p2": {"name": "Bob"}},
    }


def told(found: Imported) -> set[tuple[object, ...]]:
    """Who says what, and what bears on what, whatever it is called."""
    corpus = found.loaded.corpus
    said = {
        claim.id: (claim.text, corpus.documents[claim.document].authors, claim.attitude)
        for claim in corpus.claims.values()
    }
    steps = {
        (
            said[claim.id],
            step.role,
            step.schemes,
            tuple(said[one] for one in step.premises),
            tuple(tuple(said[one] for one in doubt.premises) for doubt in step.undercuts),
        )
        for claim in corpus.claims.values()
        for step in claim.steps
    }
    return {*said.values(), *steps}


def nodes_of(data: bytes) -> list[str]:
    """What the nodes of a graph are, in whatever order."""
    return sorted(json.dumps(node, sort_keys=True) for node in json.loads(data)["nodes"].values())


@examples(200)
@given(graphs())
def test_what_is_exported_comes_back_the_same(tmp_path_factory: Any, graph: dict[str, Any]) -> None:
    folder = tmp_path_factory.mktemp("graph")
    # What no participant says has no author on the way out, and nobody may be made one on the way in.
    first = imported(folder, as_json(graph), "arguebuf")
    assert first is not None
    assert not any(
        loss.fate is Fate.DROPPED and "twice" not in loss.why for loss in first.loss if loss.what != "undercut"
    )
    written = export_files(first.loaded, "arguebuf").files[""]
    second = imported(folder, written, "arguebuf")
    assert second is not None
    assert told(second) == told(first)
    assert nodes_of(export_files(second.loaded, "arguebuf").files[""]) == nodes_of(written)
