"""`argmap source`, and what other commands make of sources that are no plain text."""

import json

import pytest
from program import Program
from source_forms import docx, epub, paragraph, pdf

LINES = ("We must build the trams.", "They are quiet.")
FORMS = {
    "first.html": (
        f"<!DOCTYPE html><title>x</title><p>{LINES[0]}</p><script>no</script><p>{LINES[1]}<img>".encode(),
        "an HTML page, read by argmap: 3 lines; not in it: 1 picture\n",
    ),
    "first.docx": (
        docx("".join(map(paragraph, LINES))),
        "a DOCX file, read by argmap: 3 lines\n",
    ),
    "first.epub": (epub([f"<p>{line}</p>" for line in LINES]), "an EPUB, read by argmap: 3 lines\n"),
}


@pytest.mark.parametrize(("name", "data", "said"), [(name, *form) for name, form in FORMS.items()])
def test_the_text_of_a_source_is_shown_and_proves_its_cues(argmap: Program, name: str, data: bytes, said: str) -> None:
    (argmap.folder / "texts").mkdir()
    (argmap.folder / "texts" / name).write_bytes(data)
    first = argmap.folder / "arguments/first.argmap"
    first.write_text(first.read_text(encoding="utf-8").replace("first.txt", name), encoding="utf-8")

    ran = argmap("source", f"texts/{name}")
    assert (ran.code, ran.out, ran.err) == (0, f"{LINES[0]}\n\n{LINES[1]}\n", said)
    assert argmap("source", "-n", f"texts/{name}").out == f"1  {LINES[0]}\n2\n3  {LINES[1]}\n"

    ran = argmap("check", "--sources", "texts", "--fail-on", "error")
    assert (ran.code, "1 cue looked up" in ran.err) == (0, True)
    assert argmap("check", "--sources", "texts") == argmap("check", "--sources", "texts", "--no-cache")
    first.write_text(first.read_text(encoding="utf-8").replace('"build the', '"buy the'), encoding="utf-8")
    assert "A501" in argmap("check", "--sources", "texts", "--format", "concise").out


def test_a_pdf_has_pages(argmap: Program) -> None:
    (argmap.folder / "texts").mkdir()
    (argmap.folder / "texts/first.pdf").write_bytes(pdf([["A title"], [LINES[0], LINES[1]], None]))
    (argmap.folder / "argmap.toml").write_text('language = 2\nsources = "texts"\n', encoding="utf-8")
    first = argmap.folder / "arguments/first.argmap"
    text = first.read_text(encoding="utf-8").replace("first.txt", "first.pdf").replace('at: "', 'at: p. 2 "')
    first.write_text(text, encoding="utf-8")

    ran = argmap("source", "--numbers", "first.pdf")
    assert ran.out == f"p. 1  1  A title\np. 2  2  {LINES[0]}\n      3  {LINES[1]}\np. 3  4\n"
    assert ran.err.startswith("a PDF of 3 pages, read by pypdf ")
    assert ran.err.endswith("not in it: 1 picture\nargmap: the file has no text but a picture on page 3\n")
    assert ran.code == 3
    assert argmap("source", "--numbers", "first.pdf") == ran

    assert argmap("check").code == 0
    assert argmap("fmt", "--check").code == 0
    claims = json.loads(argmap("export", "json").out)["claims"]
    assert [claim["at"] for claim in claims if "at" in claim] == [[{"page": 2, "cue": "build the trams"}]]
    argmap("page", "--sources", "texts")
    html = (argmap.folder / "page.html").read_text(encoding="utf-8")
    assert '<p data-l="1" data-p="p. 1">' in html and '<p data-l="2" data-p="p. 2">' in html
    assert '<p data-l="3">' in html

    first.write_text(text.replace("p. 2", "p. 1"), encoding="utf-8")
    found = argmap("check", "--format", "concise")
    assert (found.code, "the cue is not on page 1, but on line 2 (p. 2)" in found.out) == (1, True)
    first.write_text(text.replace("build the", "buy the"), encoding="utf-8")
    found = argmap("check", "--format", "concise")
    assert "error[A509] the cue is not in what could be read of `first.pdf`" in found.out
    assert "A501" not in found.out


def test_what_can_be_a_source_is_explained(argmap: Program) -> None:
    ran = argmap("explain", "sources")
    assert (ran.code, ran.out.startswith("# Sources\n")) == (0, True)
    assert all(form in ran.out for form in ("HTML", "DOCX", "EPUB", "PDF", "argmap source FILE", "A509"))


def test_plain_text_is_shown_as_it_is(argmap: Program) -> None:
    (argmap.folder / "s.txt").write_bytes("one\r\n\x1b[31mtw\u00f6\n".encode())
    ran = argmap("source", "s.txt")
    assert (ran.code, ran.out, ran.err) == (0, "one\n<U+001B>[31mtw\u00f6\n", "plain text, 2 lines\n")
    (argmap.folder / "s.txt").write_bytes(b"one\ntw\xf6\n")
    ran = argmap("source", "s.txt")
    assert (ran.code, ran.out) == (3, "one\ntw\ufffd\n")
    assert ran.err.endswith("argmap: the file is UTF-8 in part only, and not on line 2\n")
    (argmap.folder / "s.txt").write_bytes(b"")
    assert argmap("source", "s.txt").code == 0


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x89PNG\r\n\x1a\n", "`s.pdf` is a picture, and no text"),
        (b"%PDF-1.4\n", "`s.pdf` is a PDF from which pypdf can take no text; it may be damaged or cut off"),
        (b"PK\x03\x04 word/", "`s.pdf` is a DOCX file that cannot be read: the archive cannot be unpacked"),
    ],
)
def test_what_has_no_text_is_said(argmap: Program, data: bytes, said: str) -> None:
    (argmap.folder / "s.pdf").write_bytes(data)
    ran = argmap("source", "s.pdf")
    assert (ran.code, ran.out, ran.err) == (2, "", f"argmap: {said}\n")


def test_what_is_not_there_is_said(argmap: Program) -> None:
    ran = argmap("source", "none.pdf")
    assert (ran.code, ran.err) == (2, "argmap: there is no `none.pdf`\n")
    assert argmap("source", "arguments").code == 2


def test_a_check_without_sources_imports_nothing_that_reads_them(argmap: Program) -> None:
    asked = "import sys; from argmap.cli.main import entry\n"
    asked += (
        "try: entry()\nfinally: print(*sorted(name for name in sys.modules if 'extraction' in name or name == 'pypdf'))"
    )
    import sys

    ran = argmap.process([sys.executable, "-c", asked, "check"])
    assert ran.stdout.decode().split() == []
