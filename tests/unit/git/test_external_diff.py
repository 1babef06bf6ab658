from pathlib import Path

import pytest

from argmap.git.file_drivers import Edit, State, patch

ZERO = "0" * 40
ONE, TWO = "1" * 40, "2" * 40


def edit(old: Path | None, new: Path | None, path: str = "a.argmap", mode: str = "100644") -> Edit:
    words = [path]
    for file, identifier in ((old, ONE), (new, TWO)):
        words += [str(file), identifier, mode] if file else ["/dev/null", ".", "."]
    found = Edit.of(words)
    assert found is not None
    return found


@pytest.fixture
def one(tmp_path: Path) -> Path:
    path = tmp_path / "one"
    path.write_text("claims x: X.\n  note: N.\n", encoding="utf-8")
    return path


@pytest.fixture
def two(tmp_path: Path) -> Path:
    path = tmp_path / "two"
    path.write_text("claims x: X.\n  note: M.\n", encoding="utf-8")
    return path


HUNK = "@@ -1,2 +1,2 @@\n claims x: X.\n-  note: N.\n+  note: M.\n"


def test_words_of_git() -> None:
    assert Edit.of([]) is None
    assert Edit.of(["a.argmap"]) is None
    found = Edit.of(["a", "/x", ONE, "100644", "b", ZERO, "120000", "b", "similarity index 100%\n"])
    assert found == Edit(
        State("a", Path("/x"), ONE, "100644"), State("b", Path("b"), ZERO, "120000"), "similarity index 100%\n"
    )
    assert (found.old.is_plain, found.new.is_plain) == (True, False)
    assert (found.old.name, found.new.name) == ("a (1111111)", "b")
    assert State.of("a", "/dev/null", ".", ".") == State("a", None, "0000000", "")
    assert State.of("a", "/dev/null", ".", ".").name == "nothing"


def test_a_patch(one: Path, two: Path, tmp_path: Path) -> None:
    shown = patch(edit(one, two), tmp_path, coloured=False).decode()
    assert shown == (
        f"diff --git a/a.argmap b/a.argmap\nindex 1111111..2222222 100644\n--- a/a.argmap\n+++ b/a.argmap\n{HUNK}"
    )


def test_paths_that_could_not_be_read_back_are_quoted(one: Path, two: Path, tmp_path: Path) -> None:
    shown = patch(edit(one, two, 'größe "x"\t\\.argmap'), tmp_path, coloured=False).decode()
    assert shown.split("\n")[2:4] == [
        '--- "a/größe \\"x\\"\\011\\\\.argmap"\t',
        '+++ "b/größe \\"x\\"\\011\\\\.argmap"\t',
    ]


def test_what_comes_and_what_goes(one: Path, tmp_path: Path) -> None:
    came = patch(edit(None, one), tmp_path, coloured=False).decode()
    assert came.split("\n")[1:5] == [
        "new file mode 100644",
        "index 0000000..2222222",
        "--- /dev/null",
        "+++ b/a.argmap",
    ]
    gone = patch(edit(one, None), tmp_path, coloured=False).decode()
    assert gone.split("\n")[1] == "deleted file mode 100644"
    assert gone.endswith("@@ -1,2 +0,0 @@\n-claims x: X.\n-  note: N.\n")


def test_what_is_no_text(one: Path, tmp_path: Path) -> None:
    (tmp_path / "bytes").write_bytes(b"\0")
    shown = patch(edit(one, tmp_path / "bytes"), tmp_path, coloured=True).decode()
    assert shown.endswith("Binary files a/a.argmap and b/a.argmap differ\n")
    assert "---" not in shown


def test_what_is_the_same(one: Path, tmp_path: Path) -> None:
    shown = patch(edit(one, one), tmp_path, coloured=False).decode()
    assert shown == "diff --git a/a.argmap b/a.argmap\nindex 1111111..2222222 100644\n"
