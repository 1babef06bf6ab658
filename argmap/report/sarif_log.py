"""What every SARIF 2.1.0 log (OASIS Standard, 2020) of argmap has: one run, its rules, and places in files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from argmap import __version__
from argmap.report.findings.spot import Spot, Texts, spot
from argmap.report.json_text import json_text
from argmap.source.text import Place

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


class Rule(NamedTuple):
    """What a code means, in a few words and at length."""

    title: str
    help: str


def sarif_log(rules: Mapping[str, Rule], results: Sequence[Mapping[str, object]]) -> str:
    """One run with all rules, in their order, and results that point at them."""
    driver = {"name": "argmap", "version": __version__, "rules": [_rule(code, rule) for code, rule in rules.items()]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _rule(code: str, rule: Rule) -> dict[str, object]:
    return {"id": code, "shortDescription": {"text": rule.title}, "help": {"text": rule.help}}


def location(place: Place, texts: Texts) -> dict[str, object]:
    """A place; the file as a whole where its text is not at hand."""
    physical: dict[str, object] = {"artifactLocation": {"uri": uri(place.file)}}
    if place.file in texts:
        physical["region"] = region(spot(place, texts))
    return {"physicalLocation": physical}


def region(at: Spot) -> dict[str, int]:
    """A part of a file."""
    return {
        "startLine": at.start.line,
        "startColumn": at.start.column,
        "endLine": at.end.line,
        "endColumn": at.end.column,
    }


def uri(file: str) -> str:
    """A file name as a reference relative to the project."""
    from urllib.parse import quote

    return quote(file, safe="/")
