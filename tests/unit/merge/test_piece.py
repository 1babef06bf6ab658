"""Lines of a merge."""

import pytest

from argmap.merge.lines import ConflictStyle, Marks, Piece, as_one


def test_marks_stand_around_what_is_to_be_chosen() -> None:
    marks = Marks("HEAD", "topic", 3)
    assert marks.around(Piece(("a",), ("b", "c"))) == ("<<< HEAD", "a", "===", "b", "c", ">>> topic")
    assert marks.around(Piece(("a",), ("a",))) == ("a",)


def test_a_statement_has_one_conflict_as_small_as_can_be() -> None:
    pieces = as_one([Piece(("a", "b"), ("a", "c")), Piece.agreed(("d",)), Piece(("e",), ()), Piece.agreed(("f",))])
    assert pieces == (Piece.agreed(("a",)), Piece(("b", "d", "e"), ("c", "d")), Piece.agreed(("f",)))


def test_sides_that_repeat_themselves_do_not_overlap() -> None:
    assert as_one([Piece(("a", "a"), ("a",))]) == (Piece.agreed(("a",)), Piece(("a",), ()), Piece.agreed(()))
    assert as_one([Piece(("a",), ("a",))]) == (Piece.agreed(("a",)),)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (ConflictStyle.MERGE, ("x", "s", "<<< ours", "b", "===", "c", ">>> theirs", "f")),
        (ConflictStyle.DIFF3, ("x", "<<< ours", "s", "b", "||| base", "a", "===", "s", "c", ">>> theirs", "f")),
        (ConflictStyle.ZDIFF3, ("x", "s", "<<< ours", "b", "||| base", "a", "===", "c", ">>> theirs", "f")),
    ],
)
def test_what_stands_between_the_marks_is_as_git_was_told(style: ConflictStyle, expected: tuple[str, ...]) -> None:
    pieces = as_one(
        [Piece.agreed(("x",), ("before",)), Piece(("s", "b"), ("s", "c"), ("a",)), Piece.agreed(("f",), ("f",))], style
    )
    marks = Marks(size=3, style=style)
    assert tuple(line for piece in pieces for line in marks.around(piece)) == expected


def test_what_both_began_with_is_shown_where_lines_between_are_gone() -> None:
    pieces = as_one([Piece(("a",), ("b",), ("c",)), Piece((), (), ("gone",)), Piece(("d",), (), ("e",))])
    assert pieces[1] == Piece(("a", "d"), ("b",), ("c", "gone", "e"))
