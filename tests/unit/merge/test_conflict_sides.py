import time

import pytest

from argmap.merge.conflict_sides import Sides, conflict_sides

MERGE = b"a\n<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> topic\nz\n"


@pytest.mark.parametrize("size", [1, 2, 7, 30])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=repr)
def test_each_side_has_its_own_lines_and_those_of_both(size: int, end: bytes) -> None:
    content = MERGE
    for sign in b"<=>":
        content = content.replace(bytes([sign]) * 7, bytes([sign]) * size)
    found = conflict_sides(content.replace(b"\n", end))
    assert found == Sides(b"a\nx\nz\n".replace(b"\n", end), b"a\ny\nz\n".replace(b"\n", end))


def test_what_both_began_with_is_on_no_side() -> None:
    assert conflict_sides(MERGE.replace(b"=======", b"||||||| 1234567\nbase\n=======")) == (b"a\nx\nz\n", b"a\ny\nz\n")


def test_a_conflict_in_what_both_began_with_is_on_no_side_either() -> None:
    inner = b"<<<<<<<<< one\np\n=========\nq\n>>>>>>>>> two"
    content = MERGE.replace(b"=======", b"||||||| base\n" + inner + b"\n=======")
    assert conflict_sides(content) == (b"a\nx\nz\n", b"a\ny\nz\n")


def test_a_conflict_inside_one_side_is_taken_apart_too() -> None:
    content = MERGE.replace(b"x\n", b"<<<<<<< HEAD\nx\n=======\nw\n>>>>>>> other\n")
    assert conflict_sides(content) == (b"a\nx\nz\n", b"a\ny\nz\n")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Heading\n=======\n",
        b"> quoted\n",
        b"<<<<<<< HEAD\nx\n=======\ny\n",
        b"<<<<<<< HEAD\nx\n>>>>>>> topic\n",
        b"<<<<<<< HEAD\nx\n====\ny\n>>>>>>> topic\n",
        b"x\n=======\ny\n>>>>>>> topic\n",
        b"<svg>\n=======\n</svg>\n",
    ],
)
def test_what_is_no_whole_conflict_has_no_sides(content: bytes) -> None:
    assert conflict_sides(content) is None


def test_a_line_that_looks_like_a_mark_hides_no_conflict() -> None:
    assert conflict_sides(b"< a list\n" + MERGE) == (b"< a list\na\nx\nz\n", b"< a list\na\ny\nz\n")


def test_the_last_mark_needs_no_line_end() -> None:
    assert conflict_sides(MERGE.removesuffix(b"\nz\n")) == (b"a\nx\n", b"a\ny\n")


def test_twice_as_many_marks_take_about_twice_as_long() -> None:
    def seconds(number: int) -> float:
        began = time.process_time()
        conflict_sides(b"<<<<<<< HEAD\n" * number + b"=======\n" * number)
        return time.process_time() - began

    seconds(1000)
    assert seconds(80_000) < 4 * seconds(40_000) + 0.1
