import io
from types import SimpleNamespace

import pytest

from argmap.cli.terminal import Meter


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal of 80 columns, for work that takes long enough."""
    found = Terminal()
    monkeypatch.setattr("argmap.cli.terminal.sys", SimpleNamespace(stderr=found))
    monkeypatch.setattr("argmap.cli.terminal._PATIENCE", -1)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("CI", raising=False)
    return found


def test_a_bar_says_how_much_is_done(terminal: Terminal) -> None:
    Meter().show("drawing 6 of 10: a.svg", 0.5)
    assert terminal.getvalue() == "\r\x1b[K[##########----------]  50% drawing 6 of 10: a.svg"


def test_what_is_not_counted_has_no_bar(terminal: Terminal) -> None:
    Meter().show("reading commit 1 of 2")
    assert terminal.getvalue() == "\r\x1b[Kreading commit 1 of 2"


def test_it_takes_one_line_and_drives_no_terminal(terminal: Terminal) -> None:
    Meter().show("\x1b[31m" + "x" * 200, 1.0)
    shown = terminal.getvalue().removeprefix("\r\x1b[K")
    assert len(shown) == 79
    assert "\x1b" not in shown


def test_it_goes_again(terminal: Terminal) -> None:
    meter = Meter()
    meter.clear()
    assert terminal.getvalue() == ""
    meter.show("reading")
    meter.clear()
    assert terminal.getvalue() == "\r\x1b[Kreading\r\x1b[K"


@pytest.mark.parametrize(("name", "value"), [("CI", "true"), ("TERM", "dumb")])
def test_it_is_not_seen_in_the_log_of_a_ci_nor_on_a_dumb_terminal(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    Meter().show("reading", 0.5)
    assert terminal.getvalue() == ""


def test_it_is_not_seen_in_a_pipe(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr("argmap.cli.terminal.sys", SimpleNamespace(stderr=pipe))
    Meter().show("reading", 0.5)
    assert pipe.getvalue() == ""


def test_it_is_not_seen_where_the_work_is_short(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.cli.terminal._PATIENCE", 60)
    Meter().show("reading", 0.5)
    assert terminal.getvalue() == ""
