"""`argmap page` and `argmap serve` as processes."""

import re
import signal
import sys
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from program import Program
from repository import Git


def test_a_page_is_one_file_that_fetches_nothing(argmap: Program) -> None:
    ran = argmap("page")

    assert (ran.code, ran.out, ran.err) == (0, "page.html\n", "")
    html = (argmap.folder / "page.html").read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>")
    assert "Should the town build trams?" in html
    assert not re.search(r'(?:src|href)="(?!#)', html)
    assert argmap("page", "-o", "-").out == html


def test_a_title_sources_and_code_are_shown_where_asked_for(argmap: Program) -> None:
    (argmap.folder / "texts").mkdir()
    (argmap.folder / "texts/first.txt").write_text("We must build the trams.\n", encoding="utf-8")

    assert argmap("page", "--title", "Trams?", "--sources", "texts", "--code", "https://example.org/x").code == 0
    html = (argmap.folder / "page.html").read_text(encoding="utf-8")
    assert "<title>Trams?</title>" in html
    assert '<a class="m" id="s/first.build" href="#c/first.build" data-s="first.build">build the trams</a>' in html
    assert '"code":"https://example.org/x/"' in html
    argmap("page", "-o", "bare.html")
    assert "We must" not in (argmap.folder / "bare.html").read_text(encoding="utf-8")


def test_maps_are_drawn_into_it_where_asked_for(argmap: Program) -> None:
    argmap("page", "--maps")
    html = (argmap.folder / "page.html").read_text(encoding="utf-8")

    assert html.count('<script type="image/svg+xml" data-map=') == 2


@pytest.mark.parametrize("code", ["http://example.org/", "javascript:alert(1)"])
def test_code_is_led_to_by_https_alone(code: str, argmap: Program) -> None:
    ran = argmap("page", "--code", code)

    assert ran.code == 2
    assert "no address that begins with https://" in ran.err


def test_what_is_not_there_is_no_page(argmap: Program) -> None:
    assert argmap("page", "--sources", "nowhere").code == 2
    (argmap.folder / "arguments/bad.argmap").write_text(
        "document bad: B\n  author c: C\n\nclaims one\n", encoding="utf-8"
    )
    ran = argmap("page")
    assert ran.code == 1
    assert "no page is made" in ran.err
    assert not (argmap.folder / "page.html").exists()


def test_it_shows_what_changed_since_a_revision(argmap: Program) -> None:
    git = Git.new(argmap.folder)
    git.commit({})
    file = argmap.folder / "arguments/second.argmap"
    file.write_text(file.read_text(encoding="utf-8").replace("trams: no", "trams: yes"), encoding="utf-8")

    assert argmap("page", "--diff", "HEAD").code == 0
    html = (argmap.folder / "page.html").read_text(encoding="utf-8")
    assert '<article class="view" id="changes">' in html
    assert "was: “It should not”" in html
    assert argmap("page", "--diff", "nowhere").code == 2


def test_who_answered_before_and_only_adds_an_answer_was_not_silent(argmap: Program) -> None:
    Git.new(argmap.folder).commit({})
    file = argmap.folder / "arguments/second.argmap"
    more = "\nclaims perhaps (possible): The town may build trams.\n  answers trams: yes\n"
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")

    assert argmap("page", "--diff", "HEAD").code == 0
    html = (argmap.folder / "page.html").read_text(encoding="utf-8")
    assert "was: “It should not”" in html
    assert "was silent" not in html


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_serve_says_where_and_ends_when_interrupted(argmap: Program) -> None:
    with argmap.started("serve") as process:
        assert process.stdout is not None
        address = urlsplit(process.stdout.readline().strip())
        assert address.hostname == "127.0.0.1"
        connection = HTTPConnection(address.hostname, address.port, timeout=10)
        connection.request("GET", address.path)
        assert b"Should the town build trams?" in connection.getresponse().read()
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0


def test_serve_takes_a_port(argmap: Program) -> None:
    assert argmap("serve", "--port", "70000").code == 2


def test_a_build_writes_it_where_the_settings_ask(argmap: Program) -> None:
    settings = argmap.folder / "argmap.toml"
    before = settings.read_text(encoding="utf-8") if settings.exists() else ""
    assert argmap("build").code == 0
    page, report = argmap.folder / "renders/page.html", argmap.folder / "renders/report.md"
    assert not page.exists()
    plain = report.read_text(encoding="utf-8")

    settings.write_text(f"page = true\n{before}", encoding="utf-8")
    assert argmap("build", "--check").code == 1
    assert argmap("build").code == 0
    assert page.read_text(encoding="utf-8").startswith(argmap("page", "-o", "-").out)
    assert "[page.html](page.html)" in report.read_text(encoding="utf-8")
    assert argmap("build", "--check", "--no-cache").code == 0

    settings.write_text(before, encoding="utf-8")
    assert argmap("build").code == 0
    assert not page.exists()
    assert report.read_text(encoding="utf-8") == plain


def test_a_setting_that_is_neither_true_nor_false_is_a_finding(argmap: Program) -> None:
    (argmap.folder / "argmap.toml").write_text('page = "yes"\n', encoding="utf-8")

    assert "`page` is neither true nor false" in argmap("check").out
