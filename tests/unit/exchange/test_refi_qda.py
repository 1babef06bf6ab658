"""REFI-QDA: what becomes of codes and quotes."""

from collections.abc import Callable

import pytest
from foreign_graphs import INTERVIEW, QDE, project_archive

from argmap.exchange.formats import NotThisFormatError, guessed

Imports = Callable[..., "Made"]  # noqa: F821 - see conftest

DOCUMENT = """document interview-1: Interview 1
  source: Interview 1
  by: Eve

claims tram-squeaks-lot: the tram squeaks a lot
  at: 2 "the tram squeaks a lot"
  tags: Noise / Squeaking
"""
QUOTE = "its text is a quote, which `check --sources` tells as a copy (A507): say it in your own words"


def test_a_coded_selection_is_a_claim_with_its_place(imported: Imports) -> None:
    files = {"p.qdpx": project_archive()}
    assert guessed(files) == "refi-qda"
    made = imported("refi-qda", files)
    assert made.file("interview-1") == DOCUMENT
    assert made.kept == {"reference": 1, "claim": 1, "code": 1}
    assert made.told == [
        f"changed: 1 selection: {QUOTE} (p.qdpx, selection p1)",
        "dropped: 1 source: it is no text (p.qdpx, PDFSource s2)",
        "dropped: 1 selection: its positions are not in the text (p.qdpx, selection p2)",
        "dropped: 1 source text: argument files name their source and do not hold it (p.qdpx, source Interview 1)",
    ]


def test_a_text_may_stand_in_the_xml(imported: Imports) -> None:
    qde = QDE.replace(' plainTextPath="internal://s1.txt">', f"><PlainTextContent>{INTERVIEW}</PlainTextContent>")
    assert imported("refi-qda", {"p.qde": qde.encode()}).file("interview-1") == DOCUMENT


def test_a_comment_is_taken_for_what_the_text_says(imported: Imports) -> None:
    qde = QDE.replace('creatingUser="u1">\n', 'creatingUser="u1"><Description>Trams are loud.</Description>\n', 1)
    made = imported("refi-qda", {"p.qdpx": project_archive(qde)})
    assert "claims trams-loud: Trams are loud.\n" in made.file("interview-1")


def test_positions_may_count_both_signs_of_a_line_end_where_a_name_tells(imported: Imports) -> None:
    windows = INTERVIEW.replace("\n", "\r\n")
    assert imported("refi-qda", {"p.qdpx": project_archive(s1=windows)}).file("interview-1") == DOCUMENT
    later = QDE.replace(
        'guid="p1" startPosition="6" endPosition="28"', 'guid="p1" name="the tram" startPosition="7" endPosition="29"'
    )
    assert imported("refi-qda", {"p.qdpx": project_archive(later, s1=windows)}).file("interview-1") == DOCUMENT


def test_the_same_words_are_one_claim(imported: Imports) -> None:
    twice = QDE.replace(
        'startPosition="900" endPosition="910"/>',
        'startPosition="6" endPosition="28"><Coding><CodeRef targetGUID="c1"/></Coding></PlainTextSelection>',
    )
    made = imported("refi-qda", {"p.qdpx": project_archive(twice)})
    assert made.file("interview-1").endswith("  tags: Noise / Squeaking, Noise\n")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<Project", "this is no XML that can be read"),
        (b"<a/>", "its root is not `Project`"),
        (b"PK\x03\x04 so", "the archive cannot be unpacked"),
        (project_archive('<!DOCTYPE a [<!ENTITY b "c">]><Project/>'), "it has a DTD"),
    ],
)
def test_other_files_are_refused(imported: Imports, data: bytes, message: str) -> None:
    with pytest.raises(NotThisFormatError, match=message):
        imported("refi-qda", {"p": data})
