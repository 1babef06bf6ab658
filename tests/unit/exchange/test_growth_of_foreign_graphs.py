"""AIF and Kialo: work grows with the input, whatever the input; counted in calls, not in seconds."""

import json
from collections.abc import Callable

import pytest
from counting import calls

from argmap.exchange.formats import Importing, module
from argmap.exchange.loss import LossReport


def graph(nodes: list[tuple[str, str, str]], edges: list[tuple[str, str]]) -> bytes:
    return json.dumps(
        {
            "nodes": [{"nodeID": id_, "type": kind, "text": text} for id_, kind, text in nodes],
            "edges": [{"fromID": one, "toID": other} for one, other in edges],
        }
    ).encode()


def one_claim_of_many(size: int) -> bytes:
    """Many speakers assert one claim, and many steps lead to it and from it."""
    nodes = [("i", "I", "Trams are quiet.")]
    edges = []
    for number in range(size):
        nodes += [(f"l{number}", "L", f"Ann{number}: Quiet"), (f"y{number}", "YA", "Asserting")]
        nodes += [(f"r{number}", "RA", "RA"), (f"j{number}", "I", f"Reason {number}.")]
        edges += [(f"l{number}", f"y{number}"), (f"y{number}", "i"), (f"j{number}", f"r{number}"), (f"r{number}", "i")]
    return graph(nodes, edges)


def one_step_of_many(size: int, kind: str) -> bytes:
    """A step from many claims to many."""
    claims = [f"i{number}" for number in range(2 * size)]
    nodes = [("s", kind, kind), *((id_, "I", f"Claim {id_}.") for id_ in claims)]
    return graph(nodes, [*((id_, "s") for id_ in claims[:size]), *(("s", id_) for id_ in claims[size:])])


def one_illocution_of_many(size: int) -> bytes:
    """An illocution that many locutions anchor and that anchors many claims, by one transition."""
    nodes = [("y", "YA", "Asserting"), ("t", "TA", "TA")]
    edges = [("t", "y")]
    for number in range(size):
        nodes += [(f"l{number}", "L", f"Ann{number}: So"), (f"i{number}", "I", f"Claim {number}.")]
        edges += [(f"l{number}", "t"), ("t", f"l{number}"), (f"l{number}", "y"), ("y", f"i{number}")]
    return graph(nodes, edges)


def one_transition_of_many(size: int) -> bytes:
    """A transition from many locutions to many, by which many things are done."""
    nodes = [("t", "TA", "TA"), ("i", "I", "So."), ("j", "I", "Then."), ("s", "CA", "CA")]
    edges = [("j", "s"), ("s", "i")]
    for number in range(size):
        nodes += [(f"l{number}", "L", f"Ann{number}: So"), (f"y{number}", "YA", "Disagreeing")]
        edges += [(f"l{number}", "t"), ("t", f"l{number}"), ("t", f"y{number}"), (f"y{number}", "s")]
    return graph(nodes, edges)


def a_chain_of_reports(size: int) -> bytes:
    """Each says that the next says so, and all of them say it too."""
    nodes, edges = [("i", "I", "So.")], []
    for number in range(size):
        nodes += [(f"l{number}", "L", f"Ann{number}: So"), (f"y{number}", "YA", "Asserting")]
        edges += [(f"l{number}", f"y{number}"), (f"y{number}", "i"), (f"y{number}", f"l{number + 1}")]
    return graph(nodes, edges[:-1])


def mentions_of_mentions(size: int) -> str:
    return "".join(f"1.{number}. Pro: -> See 1.{number + 1}.\n" for number in range(1, size)) + f"1.{size}. Con: So\n"


HEAD = "Discussion Title: T\n1. Trams.\n"
INPUTS: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "a claim of many": ("aif", one_claim_of_many),
    "an inference of many": ("aif", lambda size: one_step_of_many(size, "RA")),
    "a conflict of many": ("aif", lambda size: one_step_of_many(size, "CA")),
    "a rephrase of many": ("aif", lambda size: one_step_of_many(size, "MA")),
    "an illocution of many": ("aif", one_illocution_of_many),
    "a transition of many": ("aif", one_transition_of_many),
    "a chain of reports": ("aif", a_chain_of_reports),
    "brackets": ("aif", lambda size: b'{"nodes": ["' + b"[" * size + b'"]}'),
    "mentions": ("kialo", lambda size: (HEAD + mentions_of_mentions(size)).encode()),
    "deep numbers": ("kialo", lambda size: (HEAD + f"{'1.' * size} Pro: So\n" * 3).encode()),
    "claims": ("kialo", lambda size: (HEAD + "1.1. Pro: So\n" * size).encode()),
    "lines": ("kialo", lambda size: (HEAD + "so\n" * size).encode()),
    "open links": ("kialo", lambda size: (HEAD + "[a](b" * size).encode()),
    "open brackets": ("kialo", lambda size: (HEAD + "[" * size + "\\" * size).encode()),
    "references": ("kialo", lambda size: (HEAD + "[1]" * size + "\nSources:\n" + "[1] a\n" * size).encode()),
    "sources": ("kialo", lambda size: (HEAD + "Sources:\n" + "so\n" * size).encode()),
}


@pytest.mark.parametrize("kind", INPUTS)
def test_work_is_linear(kind: str) -> None:
    form, text = INPUTS[kind]

    def read(data: bytes) -> object:
        return module(form).read({"file": data}, Importing(loss=LossReport()))

    read(text(10))
    small, large = (calls(read, text(size)) for size in (200, 1600))
    assert large <= 9 * small
