"""Foreign files that are damaged: cut, with bytes changed, in other encodings, and JSON with values of other types."""

import copy
import json
from typing import Any

from hypothesis import strategies as st

ODD: list[Any] = [
    *(None, True, 0, -1, 17, 1e308, 10**400, "", " ", "1", "\u202e", "\ud800", "a\nb: c", "x" * 5000),
    *([], {}, [[]], [None], {"nodeID": 1}, {"": {}}, [1, "2", {}]),
]


@st.composite
def damaged_json(draw: st.DrawFn, whole: Any) -> Any:
    """A JSON value some of whose parts are others, missing, doubled, or in another order."""
    value = copy.deepcopy(whole)
    for _ in range(draw(st.integers(1, 4))):
        at: Any = value
        key: Any = None
        for _ in range(draw(st.integers(1, 4))):
            keys = list(at) if isinstance(at, dict) else list(range(len(at))) if isinstance(at, list) else []
            if not keys:
                break
            above, key = at, draw(st.sampled_from(keys))
            at = above[key]
        if key is None:
            return copy.deepcopy(draw(st.sampled_from(ODD)))
        match draw(st.sampled_from(["other", "gone", "twice", "order", "renamed"])):
            case "gone":
                del above[key]
            case "twice" if isinstance(above, list):
                above.append(copy.deepcopy(at))
            case "order" if isinstance(above, list):
                above.reverse()
            case "renamed" if isinstance(above, dict):
                above[draw(st.sampled_from(["AIF", "nodes", "id", "text", ""]))] = above.pop(key)
            case _:
                above[key] = copy.deepcopy(draw(st.sampled_from(ODD)))
    return value


@st.composite
def damaged_bytes(draw: st.DrawFn, whole: bytes) -> bytes:
    """A file that is cut, or some bytes of which are others, or whose lines are in another order or encoding."""
    match draw(st.sampled_from(["cut", "bytes", "lines", "encoding", "nothing"])):
        case "cut":
            return whole[draw(st.integers(0, len(whole))) :] or whole[: draw(st.integers(0, len(whole)))]
        case "bytes":
            data = bytearray(whole)
            for _ in range(draw(st.integers(1, 5))):
                data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
            return bytes(data)
        case "lines":
            return b"\n".join(draw(st.permutations(whole.split(b"\n"))))
        case "encoding":
            encoding = draw(st.sampled_from(["utf-16", "utf-8-sig", "latin-1", "utf-32", "utf-16-le"]))
            return whole.decode().encode(encoding, "replace")
        case _:
            return draw(st.binary(max_size=40)) + whole


def as_json(value: Any) -> bytes:
    """The bytes of a JSON value, lone surrogates as escapes."""
    return json.dumps(value).encode()
