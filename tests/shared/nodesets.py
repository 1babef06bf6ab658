"""Nodesets of AIF, written as a few lines."""

import json
import re
from itertools import pairwise
from typing import Any


def aif(told: str, **more: Any) -> bytes:
    """A nodeset as JSON.

    A line is a node, ``1 I: Trams are quiet.``; edges, ``2 > 3 > 1``; or a locution, ``2 by 409 at 2020-05-28``.
    """
    nodes: list[dict[str, Any]] = []
    edges: list[dict[str, Any]] = []
    locutions: list[dict[str, Any]] = []
    for line in filter(None, (line.strip() for line in told.splitlines())):
        if match := re.fullmatch(r"(\w+) (I|L|RA|CA|MA|PA|TA|YA): ?(.*)", line):
            nodes.append({"nodeID": match[1], "type": match[2], "text": match[3]})
        elif match := re.fullmatch(r"(\w+) by (.+?)(?: at (.+))?", line):
            locutions.append({"nodeID": match[1], "personID": match[2], "start": match[3], "end": None})
        else:
            ends = line.split(" > ")
            assert len(ends) > 1, line
            edges += [
                {"edgeID": str(len(edges) + number), "fromID": one, "toID": other}
                for number, (one, other) in enumerate(pairwise(ends))
            ]
    return json.dumps({"nodes": nodes, "edges": edges, "locutions": locutions, **more}).encode()


def wrapped(nodeset: bytes, **more: Any) -> bytes:
    """The same as xAIF."""
    return json.dumps({"AIF": json.loads(nodeset), "text": {"txt": ""}, "dialog": True, **more}).encode()
