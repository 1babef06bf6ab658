"""What argmap can do, for programs: the stages strung together, one file a command.

The names are those of the commands: `check`, `build`, `fmt`, `render`, `show`, `compare` (and `report`, which tells
what it found), `suggest`, `diff` (and `told`, likewise), `log`, `page`, `read_source` (of `argmap source`),
`export_json`, `new`, `explain`; and `load`, on which most of them stand.  Results are values; only the world (no such
folder, no engine) raises.  What `load` and `diff` give is made to be looked into, too: records by id, two authors as a
`Pair`, a `Picture` that a notebook shows, and `to_records` for tables.  These names are those of `argmap` itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.api.building import Built, build
    from argmap.api.checking import Checked, check
    from argmap.api.comparing import Question, compare, report
    from argmap.api.diffing import Diffed, diff, told
    from argmap.api.explaining import explain
    from argmap.api.formatting import Formatted, fmt, fmt_text
    from argmap.api.history import History, log
    from argmap.api.loaded_corpus import Loaded, LoadedCorpus, export_json, load, show
    from argmap.api.one_page import PageOptions, page
    from argmap.api.pair import Pair, PairAlignment, PairCrux, PairSide
    from argmap.api.record_lists import Records, UnknownNameError
    from argmap.api.rendering import render
    from argmap.api.source_texts import read_source
    from argmap.api.starting import new
    from argmap.api.suggesting import Suggested, Wanted, suggest
    from argmap.api.svg_picture import Picture

__all__ = [
    "Built",
    "Checked",
    "Diffed",
    "Formatted",
    "History",
    "Loaded",
    "LoadedCorpus",
    "PageOptions",
    "Pair",
    "PairAlignment",
    "PairCrux",
    "PairSide",
    "Picture",
    "Question",
    "Records",
    "Suggested",
    "UnknownNameError",
    "Wanted",
    "build",
    "check",
    "compare",
    "diff",
    "explain",
    "export_json",
    "fmt",
    "fmt_text",
    "load",
    "log",
    "new",
    "page",
    "read_source",
    "render",
    "report",
    "show",
    "suggest",
    "told",
]

_HOMES = {
    "Built": "building",
    "Checked": "checking",
    "Diffed": "diffing",
    "Formatted": "formatting",
    "History": "history",
    "Loaded": "loaded_corpus",
    "LoadedCorpus": "loaded_corpus",
    "PageOptions": "one_page",
    "Pair": "pair",
    "PairAlignment": "pair",
    "PairCrux": "pair",
    "PairSide": "pair",
    "Picture": "svg_picture",
    "Question": "comparing",
    "Records": "record_lists",
    "Suggested": "suggesting",
    "UnknownNameError": "record_lists",
    "Wanted": "suggesting",
    "build": "building",
    "check": "checking",
    "compare": "comparing",
    "diff": "diffing",
    "explain": "explaining",
    "export_json": "loaded_corpus",
    "fmt": "formatting",
    "fmt_text": "formatting",
    "load": "loaded_corpus",
    "log": "history",
    "new": "starting",
    "page": "one_page",
    "read_source": "source_texts",
    "render": "rendering",
    "report": "comparing",
    "show": "loaded_corpus",
    "suggest": "suggesting",
    "told": "diffing",
}


def __getattr__(name: str) -> object:
    # Start-up time is a feature: nobody who formats a file waits for the layout engine to be imported.
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"argmap.api.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    # So that a shell offers, and `help` shows, what is imported late.
    return sorted(__all__)
