from argmap.report.terminal_text import COLOURED, PLAIN, Role


def test_plain_text_stays_plain() -> None:
    assert PLAIN.paint(Role.ERROR, "error") == "error"


def test_a_colour_is_switched_off_again() -> None:
    assert COLOURED.paint(Role.ERROR, "error") == "\x1b[1;31merror\x1b[0m"


def test_every_role_has_a_colour() -> None:
    assert set(COLOURED.colours) == set(Role)
