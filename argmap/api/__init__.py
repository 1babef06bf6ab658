"""What argmap can do, for programs: the stages strung together, one file a command.

The names are those of the commands: `check`, `build`, `fmt`, `render`, `show`, `compare` (and
`report`, which tells what it found), `diff` (and `told`, likewise), `log`, `export_json`, `new`, `explain`; and `load`,
on which most of them stand.  Results are values; only the world (no such folder, no engine) raises.
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
    from argmap.api.loading import Loaded, export_json, load, show
    from argmap.api.rendering import render
    from argmap.api.starting import new

__all__ = [
    "Built",
    "Checked",
    "Diffed",
    "Formatted",
    "History",
    "Loaded",
    "Question",
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
    "render",
    "report",
    "show",
    "told",
]

_HOMES = {
    "Built": "building",
    "Checked": "checking",
    "Diffed": "diffing",
    "Formatted": "formatting",
    "History": "history",
    "Loaded": "loading",
    "Question": "comparing",
    "build": "building",
    "check": "checking",
    "compare": "comparing",
    "diff": "diffing",
    "explain": "explaining",
    "export_json": "loading",
    "fmt": "formatting",
    "fmt_text": "formatting",
    "load": "loading",
    "log": "history",
    "new": "starting",
    "render": "rendering",
    "report": "comparing",
    "show": "loading",
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
