"""A PDF is read page by page, in a process that may use so much time and memory and no more."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from source_forms import pdf

from argmap.source.text import SourceText
from argmap.workspace.extraction import pdf_text as module
from argmap.workspace.extraction.lines import Unreadable
from argmap.workspace.extraction.pdf_text import _Pages, pdf_text


def test_every_page_and_line_is_one() -> None:
    extracted = pdf_text(pdf([["One (1)", "exam-", "ple"], ["caf\xe9 \u201cx\u201d"]]))
    assert extracted.text == "One (1)\nexam-\nple\ncaf\xe9 \u201cx\u201d\n"
    assert extracted.extraction.pages == (1, 4)
    assert extracted.extraction.gap == ""
    assert extracted.extraction.reader.startswith("pypdf ")
    source = SourceText("s.pdf", extracted.text, extracted.extraction)
    assert [source.page(line) for line in (1, 3, 4)] == [1, 1, 2]


def read(data: bytes):
    """What the process finds, without starting one."""
    return _Pages(data).extracted()


def test_a_page_that_is_a_picture_is_said_and_has_its_number() -> None:
    extracted = read(pdf([["One"], None, [], ["Four"]]))
    assert extracted.text == "One\n\n\nFour\n"
    assert extracted.extraction.pages == (1, 2, 3, 4)
    assert extracted.extraction.gap == "has no text but a picture on page 2"
    assert extracted.extraction.lost == ("1 picture",)


def test_a_page_that_cannot_be_read_keeps_no_other_from_being_read(monkeypatch: pytest.MonkeyPatch) -> None:
    from pypdf import PageObject

    real = PageObject.extract_text

    def failing(page: PageObject) -> str:
        text = real(page)
        if text == "Two":
            raise RecursionError
        return text

    monkeypatch.setattr(PageObject, "extract_text", failing)
    extracted = read(pdf([["One"], ["Two"], ["Three"]]))
    assert extracted.text == "One\n\nThree\n"
    assert extracted.extraction.gap == "could not be read on page 2"


def test_letters_that_no_font_explains_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from pypdf import PageObject

    told = iter(["/g18/g152/g135/g148", "a few words that are known", "\uf8eb x"])
    monkeypatch.setattr(PageObject, "extract_text", lambda page: next(told))
    extracted = read(pdf([[], [], []]))
    assert extracted.extraction.gap == "has letters that no font explains on page 1"
    assert extracted.extraction.lost == ("4 unexplained letters",)


def test_an_accent_that_is_drawn_before_its_letter_is_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from pypdf import PageObject

    monkeypatch.setattr(PageObject, "extract_text", lambda page: "na\xa8\u0131ve, Erd\u02ddos, \u02c6P, \xb45")
    assert read(pdf([[]])).text == "na\xefve, Erd\u0151s, \u02c6P, \xb45\n"


WITHOUT = {
    "pictures": (pdf([None, None]), "is a PDF without text: its pages are pictures"),
    "nothing": (pdf([[]]), "is a PDF without text"),
    "no page": (pdf([]), "is a PDF without a page"),
    "no PDF": (b"%PDF-1.7\n\xe2\xe3", "is a PDF from which pypdf can take no text; it may be damaged or cut off"),
}


@pytest.mark.parametrize(("data", "why"), WITHOUT.values(), ids=list(WITHOUT))
def test_what_has_no_text_is_said_to_have_none(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(data)
    assert caught.value.why == why


def test_a_file_that_is_cut_off_says_so_as_far_as_it_is_read() -> None:
    whole = pdf([["One"], ["Two"]])
    extracted = read(whole[: whole.index(b"startxref")])
    assert extracted.text == "One\nTwo\n"
    assert extracted.extraction.gap == "does not end as a PDF does, and may be cut off"


def test_pages_in_a_circle_are_not_read_for_ever() -> None:
    made = pdf([["One"]]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]")
    with pytest.raises(Unreadable):
        pdf_text(made)


@pytest.mark.parametrize(("password", "is_read"), [("", True), ("secret", False)])
def test_a_file_that_is_locked_by_a_password_is_said_to_be(password: str, *, is_read: bool) -> None:
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer, made = PdfWriter(clone_from=PdfReader(BytesIO(pdf([["One"]])))), BytesIO()
    writer.encrypt(password, "owner", algorithm="AES-256")
    writer.write(made)
    if is_read:
        assert read(made.getvalue()).text == "One\n"
        return
    with pytest.raises(Unreadable) as caught:
        read(made.getvalue())
    assert caught.value.why == "is a PDF that is locked by a password"


def test_without_pypdf_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "reader", lambda: "")
    with pytest.raises(Unreadable) as caught:
        pdf_text(pdf([["One"]]))
    assert caught.value.why == "is a PDF, and what takes the text out of it is missing: `pip install 'argmap[pdf]'`"
    assert not caught.value.lasts


def test_a_process_that_takes_too_long_or_dies_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SECONDS", 0.001)
    with pytest.raises(Unreadable) as caught:
        pdf_text(pdf([["One"]]))
    assert caught.value.why == "is a PDF that takes more than 0.001 seconds to read"
    monkeypatch.setattr(module, "_SECONDS", 60)
    monkeypatch.setattr(sys, "executable", "/bin/false" if os.name != "nt" else "where")
    with pytest.raises(Unreadable) as caught:
        pdf_text(pdf([["One"]]))
    assert not caught.value.lasts


def test_nothing_in_the_working_folder_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pypdf", "argmap", "json"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(tmp_path)
    assert pdf_text(pdf([["One"]])).text == "One\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere nothing limits a process")
def test_the_process_may_use_so_much_memory_and_no_more() -> None:
    asked = "from argmap.workspace.extraction.pdf_text import _limit; _limit(); bytes(8_000_000_000)"
    ran = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=False)
    assert b"MemoryError" in ran.stderr
