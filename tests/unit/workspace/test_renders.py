import os
from pathlib import Path

import pytest

from argmap.workspace.errors import OutsideError, UnsafeNameError
from argmap.workspace.integrity_footer import with_footer
from argmap.workspace.renders import Keep, Renders, State, Wanted, checked_name

ONE = b'<svg class="a" data-argmap-dot="d1">\n</svg>\n'
TWO = b'<svg class="a" data-argmap-dot="d2">\n</svg>\n'


@pytest.fixture
def renders(tmp_path: Path) -> Renders:
    root = tmp_path / "project"
    root.mkdir()
    return Renders(root / "renders", root)


def build(renders: Renders, wanted: Wanted) -> list[tuple[str, State]]:
    """What a build finds to do, and then does."""
    changes = (*renders.changed(wanted), *renders.left_over(wanted))
    renders.apply(changes)
    return [(change.name, change.state) for change in changes]


def files(renders: Renders) -> list[str]:
    return sorted(path.relative_to(renders.folder).as_posix() for path in renders.folder.rglob("*"))


def test_what_is_missing_is_written_and_then_all_is_well(renders: Renders) -> None:
    wanted = {"b.svg": ONE, "a/index.html": b"<p>"}
    assert build(renders, wanted) == [("a/index.html", State.MISSING), ("b.svg", State.MISSING)]
    assert (renders.folder / "b.svg").read_bytes() == with_footer("b.svg", ONE)
    assert files(renders) == ["a", "a/index.html", "b.svg"]
    assert build(renders, wanted) == []


def test_looking_changes_nothing(renders: Renders) -> None:
    assert [change.state for change in renders.changed({"a.svg": ONE})] == [State.MISSING]
    assert not renders.folder.exists()


def test_only_what_changed_is_written(renders: Renders) -> None:
    build(renders, {"a.svg": ONE, "b.svg": ONE})
    before = (renders.folder / "b.svg").stat()
    assert build(renders, {"a.svg": TWO, "b.svg": ONE}) == [("a.svg", State.STALE)]
    assert (renders.folder / "b.svg").stat().st_ino == before.st_ino
    assert (renders.folder / "a.svg").read_bytes() == with_footer("a.svg", TWO)


def test_what_was_not_drawn_again_stays(renders: Renders) -> None:
    build(renders, {"a.svg": ONE})
    assert b'data-argmap-dot="d1"' in renders.intact("a.svg")
    assert build(renders, {"a.svg": Keep.UNCHANGED}) == []
    assert files(renders) == ["a.svg"]
    (change,) = renders.changed({"b.svg": Keep.UNCHANGED})
    assert change.state is State.MISSING
    with pytest.raises(FileNotFoundError):
        renders.apply([change])


def test_an_edited_render_is_not_intact_and_stale(renders: Renders) -> None:
    build(renders, {"a.svg": ONE})
    path = renders.folder / "a.svg"
    path.write_bytes(path.read_bytes().replace(b'class="a"', b'class="b"'))
    assert renders.intact("a.svg") == b""
    assert build(renders, {"a.svg": ONE}) == [("a.svg", State.STALE)]
    assert b'data-argmap-dot="d1"' in renders.intact("a.svg")
    assert renders.intact("gone.svg") == b""


def test_line_ends_of_windows_are_not_stale(renders: Renders) -> None:
    build(renders, {"a.svg": ONE})
    path = renders.folder / "a.svg"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert build(renders, {"a.svg": ONE}) == []


def test_a_render_of_a_document_that_is_gone_is_removed(renders: Renders) -> None:
    build(renders, {"a.svg": ONE, "old/b.svg": ONE})
    assert build(renders, {"a.svg": ONE}) == [("old/b.svg", State.LEFT_OVER)]
    assert files(renders) == ["a.svg"]


def test_nothing_of_the_users_is_ever_removed(renders: Renders) -> None:
    build(renders, {"a.svg": ONE, "edited.svg": ONE})
    made = (renders.folder / "a.svg").read_bytes()
    mine = {
        "copy.svg": made,
        "drawing.svg": b"<svg/>",
        "stamped.svg": ONE,
        "notes.txt": b"notes",
        "copy.txt": with_footer("stances.txt", b"one\n"),
        ".hidden.svg": with_footer(".hidden.svg", ONE),
        "edited.svg": made.replace(b'class="a"', b'class="mine"'),
    }
    for name, data in mine.items():
        (renders.folder / name).write_bytes(data)
    (renders.folder / "link.svg").symlink_to("a.svg")
    (renders.folder / "folder.svg").mkdir()
    assert build(renders, {}) == [("a.svg", State.LEFT_OVER)]
    assert files(renders) == sorted([*mine, "folder.svg", "link.svg"])
    assert {name: (renders.folder / name).read_bytes() for name in mine} == mine


def test_a_file_whose_name_is_not_utf_8_is_not_ours(renders: Renders) -> None:
    build(renders, {"a.svg": ONE})
    try:
        (renders.folder / os.fsdecode(b"a\xff.svg")).write_bytes((renders.folder / "a.svg").read_bytes())
    except OSError:
        pytest.skip("this file system has only UTF-8 names")
    assert renders.left_over({"a.svg"}) == ()


def test_a_file_edited_after_looking_is_not_removed(renders: Renders) -> None:
    build(renders, {"a.svg": ONE})
    changes = renders.left_over(())
    (renders.folder / "a.svg").write_bytes(b"mine now")
    renders.apply(changes)
    assert (renders.folder / "a.svg").read_bytes() == b"mine now"


def test_a_users_file_of_a_wanted_name_is_not_replaced(renders: Renders) -> None:
    renders.folder.mkdir()
    (renders.folder / "a.svg").write_bytes(b"<svg/>")
    (renders.folder / "b.svg").mkdir()
    assert build(renders, {"a.svg": ONE, "b.svg": ONE}) == [("a.svg", State.FOREIGN), ("b.svg", State.FOREIGN)]
    assert (renders.folder / "a.svg").read_bytes() == b"<svg/>"


def test_a_render_that_was_reformatted_may_be_replaced(renders: Renders) -> None:
    renders.folder.mkdir()
    (renders.folder / "a.svg").write_bytes(ONE)
    assert build(renders, {"a.svg": TWO}) == [("a.svg", State.STALE)]


def test_a_text_with_the_mark_is_ours_whatever_stands_below_it(renders: Renders) -> None:
    build(renders, {"a.txt": b"one\ntwo\n"})
    path = renders.folder / "a.txt"
    assert path.read_bytes() == with_footer("a.txt", b"one\ntwo\n")
    conflict = path.read_bytes().replace(b"two", b"<<<<<<< ours\ntwo\n=======\n3\n>>>>>>> theirs")
    path.write_bytes(conflict)
    assert build(renders, {"a.txt": b"one\ntwo\n"}) == [("a.txt", State.STALE)]
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert build(renders, {"a.txt": b"one\ntwo\n"}) == []
    assert build(renders, {}) == [("a.txt", State.LEFT_OVER)]
    assert files(renders) == []


def conflict(ours: bytes, theirs: bytes) -> bytes:
    """What git leaves of two files that share no line."""
    return b"<<<<<<< HEAD\n" + ours + b"=======\n" + theirs + b">>>>>>> topic\n"


@pytest.mark.parametrize("name", ["a.svg", "a.txt", "a.md", "a.html"])
def test_what_is_ours_on_both_sides_of_a_conflict_is_made_anew(renders: Renders, name: str) -> None:
    renders.folder.mkdir()
    path = renders.folder / name
    path.write_bytes(conflict(with_footer(name, ONE), with_footer(name, TWO)))
    assert build(renders, {name: ONE}) == [(name, State.STALE)]
    assert path.read_bytes() == with_footer(name, ONE)


@pytest.mark.parametrize("name", ["a.svg", "a.txt", "a.md", "a.html"])
def test_what_is_somebody_elses_on_one_side_of_a_conflict_stays(renders: Renders, name: str) -> None:
    renders.folder.mkdir()
    ours, mine = with_footer(name, ONE), b"<svg>\nmine\n</svg>\n"
    for content in (conflict(ours, mine), conflict(mine, ours)):
        (renders.folder / name).write_bytes(content)
        assert build(renders, {name: ONE}) == [(name, State.FOREIGN)]
        assert (renders.folder / name).read_bytes() == content


def test_a_page_that_was_written_before_pages_had_marks_is_ours(renders: Renders) -> None:
    from hashlib import blake2b

    def sealed(content: bytes) -> bytes:
        digest = blake2b(b"a.md\0" + content, digest_size=32).hexdigest()
        return content + f"<!-- argmap-seal {digest} -->\n".encode()

    renders.folder.mkdir()
    path = renders.folder / "a.md"
    for content in (sealed(b"one\n"), conflict(sealed(b"one\n"), sealed(b"two\n")), b"0\n" + sealed(b"one\n")):
        path.write_bytes(content)
        assert build(renders, {"a.md": b"one\n"}) == [("a.md", State.STALE)]
        assert path.read_bytes() == with_footer("a.md", b"one\n")
    path.write_bytes(sealed(b"one\n"))
    assert build(renders, {}) == [("a.md", State.LEFT_OVER)]


def test_a_page_below_which_somebody_wrote_is_theirs(renders: Renders) -> None:
    build(renders, {"a.md": b"one\n"})
    path = renders.folder / "a.md"
    path.write_bytes(path.read_bytes() + b"mine\n")
    assert build(renders, {"a.md": b"two\n"}) == [("a.md", State.FOREIGN)]
    assert build(renders, {}) == []
    assert path.read_bytes().endswith(b"mine\n")


@pytest.mark.parametrize("name", ["a.svg", "a.txt", "a.md"])
def test_wherever_a_file_of_ours_was_cut_off_it_is_made_anew(renders: Renders, name: str) -> None:
    head = b'<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" data-argmap-dot="d1">\n'
    wanted = {name: head + b"</svg>\n"}
    build(renders, wanted)
    path = renders.folder / name
    whole = path.read_bytes()
    cuts = [0, *range(1, len(whole) - 1, 7)]
    for content in (*(whole[:cut] for cut in cuts), b"\0" * 64):
        path.write_bytes(content)
        assert build(renders, wanted) == [(name, State.STALE)]
        assert path.read_bytes() == whole


def test_a_page_of_ones_own_may_show_a_picture_of_ours(renders: Renders) -> None:
    renders.folder.mkdir()
    for name, content in (("a.md", b"Mine:\n" + ONE), ("a.svg", b"<svg>" + b"<g/>" * 2000 + ONE + b"</svg>\n")):
        (renders.folder / name).write_bytes(content)
        assert build(renders, {name: TWO}) == [(name, State.FOREIGN)]
        assert (renders.folder / name).read_bytes() == content


def test_what_is_in_conflict_and_not_wanted_is_removed_where_git_knows_that_both_sides_were_ours(
    renders: Renders,
) -> None:
    sides = [with_footer("a.svg", ONE), with_footer("a.svg", TWO)]
    renders.folder.mkdir()
    path = renders.folder / "a.svg"
    path.write_bytes(conflict(*sides))
    edited = [sides[0], sides[1].replace(b'class="a"', b'class="mine"')]
    for versions in ((), edited):
        knowing = Renders(renders.folder, renders.root, lambda name, versions=versions: versions)  # type: ignore[misc]
        assert build(knowing, {}) == [("a.svg", State.CONFLICT)]
        assert path.exists()
    assert build(Renders(renders.folder, renders.root, lambda name: sides), {}) == [("a.svg", State.LEFT_OVER)]
    assert not path.exists()


def test_a_text_without_the_mark_is_somebody_elses(renders: Renders) -> None:
    renders.folder.mkdir()
    (renders.folder / "a.txt").write_bytes(b"one\n")
    assert build(renders, {"a.txt": b"one\n"}) == [("a.txt", State.FOREIGN)]
    assert build(renders, {}) == []
    assert (renders.folder / "a.txt").read_bytes() == b"one\n"


def test_links_never_lead_out_of_the_project(renders: Renders, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.svg").write_bytes(with_footer("a.svg", ONE))
    renders.folder.symlink_to(outside)
    assert renders.intact("a.svg") == b""
    assert [change.state for change in renders.changed({"a.svg": ONE})] == [State.FOREIGN]
    assert renders.left_over(()) == ()
    changes = Renders(tmp_path / "other", tmp_path).changed({"new/b.svg": ONE})
    with pytest.raises(OutsideError):
        renders.apply(changes)
    assert [path.name for path in outside.iterdir()] == ["a.svg"]


def test_links_inside_the_folder_do_not_either(renders: Renders, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    renders.folder.mkdir()
    (renders.folder / "sub").symlink_to(outside)
    with pytest.raises(OutsideError):
        build(renders, {"sub/deeper/a.svg": ONE})
    assert list(outside.iterdir()) == []


def test_left_overs_of_killed_builds_are_swept(renders: Renders) -> None:
    renders.folder.mkdir()
    (renders.folder / ".argmap-writing-0123456789abcdef.tmp").write_bytes(b"half")
    build(renders, {"a.svg": ONE})
    assert files(renders) == ["a.svg"]


@pytest.mark.parametrize(
    "name",
    [
        "../a.svg", "/a.svg", "a/../b.svg", "./a.svg", "a//b.svg", "..", "", "a.csv", "a", ".svg", ".git/a.svg",
        "con.svg", "CON.svg", "nul.x.svg", "com1/a.svg", "lpt¹.svg", "a./b.svg", "a /b.svg", "c:a.svg", "a\\b.svg",
        "a\0.svg", "a\n.svg", "a\u202e.svg", "e\u0301.svg", "\ud800.svg", "x" * 252 + ".svg",
    ],
)  # fmt: skip
def test_a_name_that_is_not_safe_everywhere_is_refused(renders: Renders, name: str) -> None:
    with pytest.raises(UnsafeNameError):
        renders.changed({name: ONE})
    assert not renders.folder.exists()


@pytest.mark.parametrize("name", ["a.svg", "korybko-2021-07.2.svg", "中国/a.html", "_con.svg", "concept.svg", "é.svg"])
def test_a_good_name(name: str) -> None:
    assert checked_name(name) == name


def test_two_names_that_differ_in_case_only(renders: Renders) -> None:
    with pytest.raises(UnsafeNameError, match="one file where case is not told apart"):
        renders.changed({"a.svg": ONE, "A.svg": ONE})
