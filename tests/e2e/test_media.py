"""Pictures as PNG and PDF, the page as PDF and the report as DOCX, from the command line."""

from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest
from program import Program

from argmap.render import media

NEEDS = {
    "png": (find_spec("resvg_py") is not None, "the extra `png` is not installed"),
    "pdf": (media._browser(Path.cwd()) is not None, "no browser is installed"),
    "docx": (find_spec("docx") is not None, "the extra `docx` is not installed"),
}
BEGINNINGS = {"png": b"\x89PNG", "pdf": b"%PDF", "docx": b"PK"}


def needs(form: str) -> None:
    there, reason = NEEDS[form]
    if not there:
        pytest.skip(reason)


@pytest.mark.parametrize(
    ("words", "form"),
    [
        (("render", "first"), "png"),
        (("render", "first"), "pdf"),
        (("compare",), "png"),
        (("compare", "--issue", "trams"), "pdf"),
        (("compare",), "docx"),
        (("diff", ".", "."), "png"),
        (("page",), "pdf"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_the_ending_of_a_file_says_its_form(argmap: Program, words: tuple[str, ...], form: str) -> None:
    needs(form)
    ran = argmap(*words, "-o", f"out.{form}")
    assert ran.code == 0, ran.err
    written = (argmap.folder / f"out.{form}").read_bytes()
    assert written.startswith(BEGINNINGS[form])
    assert len(written) > 2000


def test_a_folder_takes_all_pictures_in_a_form(argmap: Program) -> None:
    needs("png")
    assert argmap("render", "first", "-o", "maps/", "--format", "png").code == 0
    assert (argmap.folder / "maps" / "first.png").read_bytes().startswith(BEGINNINGS["png"])
    assert argmap("compare", "-o", "maps/", "--format", "png").code == 0
    assert len(list((argmap.folder / "maps").glob("*.png"))) > 2


def test_a_word_document_tells_what_the_report_tells(argmap: Program) -> None:
    needs("docx")
    assert argmap("compare", "-o", "report.docx").code == 0
    with ZipFile(argmap.folder / "report.docx") as package:
        told = package.read("word/document.xml").decode()
    for heading in ("Where they disagree", "What is compared", "Who answers what"):
        assert heading in told
