from argmap.report.findings.full import excerpt


def test_a_short_line_stays_whole() -> None:
    assert excerpt("because opning", 8, 14, 80) == ("because opning", 8, 6)


def test_wide_characters_take_two_cells() -> None:
    assert excerpt("中国 opning", 3, 9, 80) == ("中国 opning", 5, 6)
    assert excerpt("a 中国", 2, 4, 80) == ("a 中国", 2, 4)


def test_marks_take_none() -> None:
    assert excerpt("e\u0301 x", 3, 4, 80) == ("e\u0301 x", 2, 1)


def test_tabs_and_escapes_take_what_is_shown() -> None:
    assert excerpt("\tx\u202ey", 3, 4, 80) == ("    x<U+202E>y", 13, 1)


def test_an_empty_place_has_one_mark() -> None:
    assert excerpt("ab", 2, 2, 80) == ("ab", 2, 1)
    assert excerpt("", 0, 0, 80) == ("", 0, 1)
    assert excerpt("ab", 9, 12, 80) == ("ab", 2, 1)


def test_a_place_longer_than_the_room_shows_its_beginning() -> None:
    assert excerpt("0123456789" * 10, 10, 90, 22) == ("…" + "0123456789" * 2 + "…", 1, 20)


def test_the_end_of_a_long_line() -> None:
    shown = excerpt("x" * 500 + "end", 500, 503, 20)
    assert shown == ("…" + "x" * 15 + "end", 16, 3)
