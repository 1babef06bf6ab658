import os
from collections.abc import Mapping
from pathlib import Path

import attrs
import pytest

from argmap.workspace.cache import Cache, cache_folder, content_of, key_of

KEY = key_of([b"key"])


def shelf(count: int) -> list[str]:
    """Keys that share a shelf."""
    return [f"0{number:063x}" for number in range(count)]


def age(cache: Cache, key: str, rank: int) -> None:
    assert cache.folder is not None
    os.utime(cache.folder / key[0] / key, ns=(rank, rank))


def test_a_key_tells_all_parts_apart() -> None:
    keys = [key_of(parts) for parts in ([], [b""], [b"", b""], [b"ab"], [b"a", b"b"], [b"b", b"a"])]
    assert len(set(keys)) == len(keys)
    assert key_of([b"a"]) == key_of(iter([b"a"]))


def test_what_was_put_is_found(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "made" / "for it")
    assert cache.get(KEY) is None
    for data in (b"one\n\ntwo", b"", b"other"):
        cache.put(KEY, data)
        assert cache.get(KEY) == data
    assert cache.get(key_of([b"other"])) is None


@pytest.mark.parametrize("damage", [b"", b"\n", b"argmap-cache x\ndata", b"\x00" * 200])
def test_a_damaged_entry_is_a_miss(tmp_path: Path, damage: bytes) -> None:
    cache = Cache(tmp_path)
    cache.put(KEY, b"data")
    path = tmp_path / KEY[0] / KEY
    whole = path.read_bytes()
    for broken in (damage, whole[:-1], whole + b"x", whole.replace(b"data", b"date")):
        path.write_bytes(broken)
        assert cache.get(KEY) is None
    cache.put(KEY, b"data")
    assert cache.get(KEY) == b"data"


def test_without_a_folder_there_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for folder in (None, tmp_path / "file", tmp_path / "file" / "below"):
        cache = Cache(folder)
        cache.put(KEY, b"data")
        assert cache.get(KEY) is None
    assert (tmp_path / "file").read_bytes() == b""


def test_a_full_disk_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(os, "replace", fail)
    Cache(tmp_path).put(KEY, b"data")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_key_never_leads_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cache = Cache(tmp_path / "cache")
    for key in ("../file", "", "x" * 64, KEY.upper() + "/", KEY + "\n"):
        cache.put(key, b"data")
        assert cache.get(key) is None
    assert not (tmp_path / "cache").exists()


def test_the_least_recently_used_go_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path, shelf_entries=3)
    keys = shelf(4)
    for rank, key in enumerate(keys[:3]):
        cache.put(key, b"data")
        age(cache, key, rank)
    assert cache.get(keys[0]) == b"data"
    cache.put(keys[3], b"data")
    assert [cache.get(key) is not None for key in keys] == [True, False, True, True]


def test_a_shelf_has_a_size_too(tmp_path: Path) -> None:
    cache = Cache(tmp_path, shelf_bytes=1000)
    keys = shelf(3)
    for rank, key in enumerate(keys):
        cache.put(key, b"x" * 300)
        age(cache, key, rank)
    assert [cache.get(key) is not None for key in keys] == [False, True, True]
    cache.put(keys[0], b"x" * 1001)
    assert cache.get(keys[0]) is None


def test_tidying_leaves_what_is_not_ours(tmp_path: Path) -> None:
    cache = Cache(tmp_path, shelf_entries=1)
    (tmp_path / "0").mkdir()
    (tmp_path / "0" / "notes.txt").write_bytes(b"")
    (tmp_path / "0" / ".argmap-writing-0123456789abcdef.tmp").write_bytes(b"half")
    for key in shelf(3):
        cache.put(key, b"data")
    assert {path.name for path in (tmp_path / "0").iterdir()} == {"notes.txt", shelf(3)[2]}


HOME = Path("/people/author-a")


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {}, HOME / ".cache" / "argmap"),
        ("linux", {"XDG_CACHE_HOME": "/var/x"}, Path("/var/x/argmap")),
        ("linux", {"XDG_CACHE_HOME": "relative"}, HOME / ".cache" / "argmap"),
        ("darwin", {"XDG_CACHE_HOME": "/var/x"}, HOME / "Library" / "Caches" / "argmap"),
        ("win32", {"LOCALAPPDATA": "/local"}, Path("/local/argmap/cache")),
        ("win32", {}, None),
        ("linux", {"ARGMAP_CACHE": "/mine", "XDG_CACHE_HOME": "/var/x"}, Path("/mine").absolute()),
        ("linux", {"ARGMAP_CACHE": ""}, None),
    ],
)
def test_where_the_cache_is(platform: str, environment: dict[str, str], folder: Path | None) -> None:
    assert cache_folder(environment, HOME, platform) == folder


def test_the_content_of_a_record_is_all_that_is_in_it() -> None:
    @attrs.frozen
    class Inner:
        text: str
        also: float | None = None

    @attrs.frozen
    class Outer:
        name: str
        inner: tuple[Inner, ...] = ()
        by_name: Mapping[str, Inner] = attrs.field(factory=dict)
        words: frozenset[str] = frozenset()
        place: int = attrs.field(default=0, eq=False)

    class Other(Outer):
        pass

    one, other = Inner("one"), Inner("öne \ud800")
    values = [
        Outer("x"),
        Outer("y"),
        Other("x"),
        Outer("x", (one,)),
        Outer("x", (other,)),
        Outer("x", (Inner("one", 0.5),)),
        Outer("x", (one, one)),
        Outer("x", by_name={"a": one}),
        Outer("x", by_name={"b": one}),
        Outer("x", words=frozenset({"a", "b", "c"})),
        Outer("x", place=1),
    ]
    contents = [content_of(value) for value in values]
    assert len(set(contents)) == len(values)
    assert contents == [content_of(attrs.evolve(value)) for value in values]
