import pytest

from argmap.report.difference.github_comment import MOST, Section, cut
from argmap.report.markdown import Piece


def fold(*pieces: Piece) -> Section:
    return Section(pieces, "<details>\n", "</details>\n")


def test_what_fits_is_shown_whole() -> None:
    shown = cut([Section((Piece("verdict\n"),)), fold(Piece("one\n", 1), Piece("two\n", 1))], "argmap diff")
    assert shown == "verdict\n\n<details>\none\ntwo\n</details>\n"


def test_nothing_is_folded_away_where_there_is_nothing() -> None:
    assert cut([Section((Piece("verdict\n"),)), fold()], "argmap diff") == "verdict\n"


@pytest.mark.parametrize("letter", ["x", "é", "中", "😀"])
def test_cut_at_an_edge_and_closed(letter: str) -> None:
    pieces = [Piece(f"{number:05} {letter * 90}\n", 1) for number in range(2000)]
    shown = cut([Section((Piece("verdict\n"),)), fold(*pieces), fold(*pieces)], "argmap diff a b")

    assert len(shown.encode("utf-16-le")) // 2 <= MOST
    assert shown.count("<details>") == shown.count("</details>") == 1
    kept = shown.count(letter * 90)
    rest = f"**{4000 - kept:,} more changes left out here:**"
    assert shown.endswith(f"{rest} a comment has no room for all. `argmap diff a b` shows them.\n")
    assert kept > 200


def test_a_piece_that_is_too_long_takes_no_place() -> None:
    shown = cut([Section((Piece("verdict\n"),)), Section((Piece("x" * MOST, 3),), "heading\n")], "argmap diff")
    assert "heading" not in shown
    assert "**3 more changes left out here:**" in shown
