"""Lines of a merge."""

from argmap.merge.lines import Marks, Piece, as_one


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
