"""The LALR parse table of the grammar, kept as data beside it.

Computing a table takes longer than checking a file of 20 kB, so the package brings one along: ``parse_table.json``,
which `python -m argmap.language.parse_table` prints anew after a change of the grammar.  It holds what Lark itself
serializes, numbered in one order on every machine.  Another version of Lark may serialize otherwise: then the table is
computed from the grammar.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from lark import Lark, Transformer, __version__
from lark.lexer import Lexer

if TYPE_CHECKING:
    from importlib.abc import ResourceLoader

_GRAMMAR = "argmap.lark"
_TABLE = "parse_table.json"
_Numbered = dict[int, Any]
_SHIFT = 0


def load(lexer: type[Lexer], transformer: Transformer[Any, Any]) -> Lark:
    """A parser of the grammar, from the table where Lark is of the version that made it."""
    kept = json.loads(_beside(_TABLE))
    if kept["lark"] != __version__:
        return _computed(lexer, transformer)
    parser = kept["data"]["parser"]
    parser["lexer_conf"]["lexer_type"] = lexer
    table = parser["parser"]
    table["tokens"] = dict(enumerate(table["tokens"]))
    table["states"] = {state: dict(actions) for state, actions in enumerate(table["states"])}
    kept["data"]["options"] |= {"lexer": lexer, "transformer": transformer}
    return Lark.load({"data": kept["data"], "memo": dict(enumerate(kept["memo"]))})


def serialized(lexer: type[Lexer]) -> str:
    """The table of the grammar as ``parse_table.json`` should hold it."""
    from lark.grammar import Rule
    from lark.lexer import TerminalDef

    data, memo = _computed(lexer, None).memo_serialize([TerminalDef, Rule])
    assert list(memo) == list(range(len(memo)))
    del data["options"]["lexer"], data["options"]["transformer"], data["parser"]["lexer_conf"]["lexer_type"]
    data["parser"]["parser"] = _renumbered(data["parser"]["parser"])
    content = {"lark": __version__, "data": data, "memo": list(memo.values())}
    return json.dumps(content, separators=(",", ":"), sort_keys=True) + "\n"


def _beside(name: str) -> str:
    """A file of this package, be that a folder or a part of a zip file.

    Whatever loaded the package reads it: `importlib.resources` takes longer to import than the table to read.
    """
    assert __spec__ is not None
    return cast("ResourceLoader", __spec__.loader).get_data(str(Path(__file__).with_name(name))).decode()


def _computed(lexer: type[Lexer], transformer: Transformer[Any, Any] | None) -> Lark:
    return Lark(_beside(_GRAMMAR), parser="lalr", lexer=lexer, transformer=transformer, maybe_placeholders=False)


def _renumbered(table: dict[str, Any]) -> dict[str, Any]:
    """A table with tokens in alphabetical order, and states in the order in which these reach them.

    Lark numbers both as a set gives them, which is another order in every run.
    """
    names: dict[int, str] = table["tokens"]
    tokens = {number: new for new, number in enumerate(sorted(names, key=names.__getitem__))}
    states = {state: new for new, state in enumerate(_reached(table, sorted(names, key=names.__getitem__)))}
    assert len(states) == len(table["states"])
    return {
        "tokens": sorted(names.values()),
        "states": [
            sorted(
                [tokens[token], [action, states[target] if action == _SHIFT else target]]
                for token, (action, target) in table["states"][state].items()
            )
            for state in states
        ],
        "start_states": {rule: states[state] for rule, state in table["start_states"].items()},
        "end_states": {rule: states[state] for rule, state in table["end_states"].items()},
    }


def _reached(table: dict[str, Any], tokens: list[int]) -> Iterator[int]:
    """Every state once, breadth first from the start."""
    waiting = list(table["start_states"].values())
    seen = set(waiting)
    for state in waiting:
        yield state
        actions = table["states"][state]
        for token in tokens:
            action, target = actions.get(token, (None, None))
            if action == _SHIFT and target not in seen:
                seen.add(target)
                waiting.append(target)


if __name__ == "__main__":
    from argmap.language.lexer import LineLexer

    print(serialized(LineLexer), end="")
