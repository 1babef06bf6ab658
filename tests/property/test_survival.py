"""Whatever fails and whenever: a file holds its old bytes or its new ones, and nothing lies beside it."""

import errno
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from argmap.workspace.cache import Cache, key_of
from argmap.workspace.integrity_footer import footer_fits, with_footer, without_footer
from argmap.workspace.writing import write_atomically

STEPS = ("open", "fchmod", "fsync", "replace", "access")


@given(
    old=st.none() | st.binary(max_size=50),
    new=st.binary(max_size=50),
    step=st.sampled_from([step for step in STEPS if hasattr(os, step)]),
    count=st.integers(0, 3),
    error=st.sampled_from([OSError(errno.ENOSPC, "full"), PermissionError(), KeyboardInterrupt(), MemoryError()]),
)
def test_a_failure_at_any_step(old: bytes | None, new: bytes, step: str, count: int, error: BaseException) -> None:
    real = getattr(os, step)
    calls = 0

    def failing(*arguments: object, **named: object) -> object:
        nonlocal calls
        calls += 1
        if calls > count:
            raise error
        return real(*arguments, **named)

    with TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "file"
        if old is not None:
            path.write_bytes(old)
        changed = None
        with patch.object(os, step, failing):
            try:
                changed = write_atomically(path, new, folder)
            except type(error):
                pass
        held = path.read_bytes() if path.exists() else None
        assert held in (old, new)
        if changed is not None:
            assert held == new
            assert changed == (old != new)
        assert [other.name for other in folder.iterdir()] == ([] if held is None else ["file"])


@given(st.lists(st.binary(max_size=5), max_size=4), st.lists(st.binary(max_size=5), max_size=4))
def test_keys_are_equal_where_their_parts_are(one: list[bytes], other: list[bytes]) -> None:
    assert (key_of(one) == key_of(other)) == (one == other)


@given(st.binary(), st.integers(0, 300), st.binary(max_size=3))
def test_a_damaged_entry_never_gives_other_bytes(data: bytes, at: int, damage: bytes) -> None:
    with TemporaryDirectory() as name:
        cache = Cache(Path(name))
        key = key_of([data])
        cache.put(key, data)
        path = Path(name) / key[0] / key
        whole = path.read_bytes()
        path.write_bytes(whole[:at] + damage + whole[at + len(damage) :])
        assert cache.get(key) in (None, data)


names = st.text(max_size=5) | st.text(max_size=2).map("{}.txt".format)


@given(st.binary(), names, names)
def test_a_seal_fits_one_name_and_one_content(content: bytes, name: str, other: str) -> None:
    content = content.replace(b"\r\n", b"\n")
    name, other = name.encode(errors="replace").decode(), other.encode(errors="replace").decode()
    data = with_footer(name, content)
    assert with_footer(name, data) == data
    assert footer_fits(name, data)
    assert footer_fits(other, data) == (other == name)
    assert without_footer(name, data).startswith(without_footer(name, content))
