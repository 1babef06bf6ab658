from pathlib import Path

import pytest

from argmap.workspace.stray_files import meant_name, stray_files


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("b.argmap.txt", "b.argmap"),
        ("b.Argmap", "b.argmap"),
        ("B.ARGMAP.TXT", "B.argmap"),
        ("b.argmap.md", "b.argmap"),
        ("b.argmap ", "b.argmap"),
        ("b.argmaps", "b.argmap"),
        ("b.agrmap", "b.argmap"),
        ("b.txt", ""),
        ("b.argmap~", ""),
        ("b.argmap.bak", ""),
        ("argmap.toml", ""),
        ("b.argdown", ""),
        (".argmap", ""),
        ("argmap", ""),
    ],
)
def test_what_a_file_is_meant_to_be_called(name: str, meant: str) -> None:
    assert meant_name(name) == meant


def test_they_are_looked_for_beside_and_under_the_arguments(tmp_path: Path) -> None:
    for name in (
        "arguments/a.argmap",
        "arguments/deep/er/b.argmap.txt",
        "top.argmap",
        "drafts/c.argmap",
        "drafts/d.argmap.txt",
        "one/two/e.argmap",
        "one/two/three/f.argmap",
        ".hidden/g.argmap",
        "node_modules/h.argmap",
        "other/arguments/i.argmap",
        "other/j.argmap",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")
    (tmp_path / "linked").symlink_to(tmp_path / "drafts")
    found = [finding.place.file for finding in stray_files(tmp_path)]
    assert found == ["arguments/deep/er/b.argmap.txt", "drafts/c.argmap", "one/two/e.argmap", "top.argmap"]


def test_many_are_counted(tmp_path: Path) -> None:
    (tmp_path / "arguments").mkdir()
    for number in range(30):
        (tmp_path / f"{number:02}.argmap").write_text("", encoding="utf-8")
    found = stray_files(tmp_path)
    assert len(found) == 21
    assert found[-1].message.startswith("10 more files")
