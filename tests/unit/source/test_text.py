from argmap.source.text import Position, SourceText


def test_positions_count_from_one() -> None:
    source = SourceText("x", "ab\ncd\n")
    assert [source.position(offset) for offset in range(7)] == [
        *(Position(1, 1), Position(1, 2), Position(1, 3)),
        *(Position(2, 1), Position(2, 2), Position(2, 3)),
        Position(3, 1),
    ]


def test_only_lf_ends_a_line() -> None:
    source = SourceText("x", "a\u2028b\x0bc\x0cd\x85e\rf\r\ng")
    assert source.line_count() == 2
    assert source.line(1) == "a\u2028b\x0bc\x0cd\x85e\rf"
    assert source.line(2) == "g"


def test_an_empty_text_has_one_empty_line() -> None:
    source = SourceText("x", "")
    assert (source.line_count(), source.line(1), source.position(0)) == (1, "", Position(1, 1))


def test_columns_are_code_points() -> None:
    assert SourceText("x", "e\u0301\U0001f6a2x").position(3) == Position(1, 4)


def test_equal_whether_or_not_lines_were_counted() -> None:
    one, other = SourceText("x", "a\nb"), SourceText("x", "a\nb")
    one.position(3)
    assert one == other and hash(one) == hash(other)
