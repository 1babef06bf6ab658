"""When checks begin, by a clock that is not one."""

from itertools import pairwise
from pathlib import Path
from threading import Event

import pytest

pytest.importorskip("lsprotocol", reason="comes with the extra `lsp`")

from argmap.lsp.projects import Home
from argmap.lsp.worker import PAUSE, Pauses, Worker
from argmap.source.text import SourceText


def checks_of(keystrokes: list[float], seconds: float) -> list[float]:
    """When checks begin, of which each takes some time, with one worker."""
    pauses: Pauses[str] = Pauses(PAUSE)
    now, begun, waiting = 0.0, [], sorted(keystrokes)
    while waiting or pauses.waits("project"):
        due = pauses.seconds(now)
        if waiting and (due is None or waiting[0] <= now + due):
            now = max(now, waiting.pop(0))
            pauses.ask("project", now)
            continue
        assert due is not None
        now += due
        if pauses.take(now) is not None:
            begun.append(now)
            # What is typed during a check is asked for then, and waits until it is over.
            end = now + seconds
            while waiting and waiting[0] <= end:
                pauses.ask("project", waiting.pop(0))
            now = end
    return begun


def test_nothing_is_checked_while_somebody_types_quickly_and_once_thereafter() -> None:
    typed = [number * 0.03 for number in range(60)]
    assert checks_of(typed, 0.045) == [pytest.approx(typed[-1] + PAUSE)]


@pytest.mark.parametrize("seconds", [0.045, 0.5])
def test_after_each_pause_there_is_at_most_one_check(seconds: float) -> None:
    typed = [number * 0.1 for number in range(60)]
    begun = checks_of(typed, seconds)
    assert 1 < len(begun) <= 60
    assert all(later - earlier >= seconds for earlier, later in pairwise(begun))
    assert begun[-1] >= typed[-1] + PAUSE


def test_what_is_due_the_longest_comes_first() -> None:
    pauses: Pauses[str] = Pauses(1.0)
    pauses.ask("one", 0.0)
    pauses.ask("two", 0.5)
    pauses.ask("three", 0.6, at_once=True)
    assert pauses.seconds(0.6) == 0
    assert [pauses.take(1.4) for _ in range(3)] == ["three", "one", None]
    pauses.forget("two")
    assert pauses.seconds(9.0) is None


class Slow(Home):
    """A project whose first check ends when it is told to."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.begun, self.may_end = Event(), Event()

    def check(self) -> None:
        super().check()
        self.begun.set()
        self.may_end.wait(10)


def test_what_is_out_of_date_is_not_told(tmp_path: Path) -> None:
    (tmp_path / "arguments").mkdir()
    home, told, failed, done = Slow(tmp_path.resolve()), [], [], Event()

    def tell(checked: Home) -> None:
        assert checked.state is not None
        told.append(checked.state.files["arguments/a.argmap"].source.text)
        done.set()

    worker = Worker(tell, lambda checked, problem: failed.append(problem))
    worker.start()
    home.set_text(SourceText("arguments/a.argmap", "# one\n"))
    worker.ask(home, at_once=True)
    assert home.begun.wait(10)
    home.set_text(SourceText("arguments/a.argmap", "# two\n"))
    worker.ask(home)
    assert not worker.is_settled(home)
    home.may_end.set()
    assert done.wait(10)
    worker.end()
    assert (told, failed, worker.checks) == (["# two\n"], [], 2)


def test_a_check_that_fails_is_told_and_the_next_one_is_made(tmp_path: Path) -> None:
    class Broken(Home):
        def check(self) -> None:
            if not failed:
                raise OSError("the disk is gone")
            super().check()

    failed: list[Exception] = []
    done, fell = Event(), Event()

    def fail(home: Home, problem: Exception) -> None:
        failed.append(problem)
        fell.set()

    worker = Worker(lambda home: done.set(), fail)
    worker.start()
    home = Broken(tmp_path)
    worker.ask(home, at_once=True)
    assert fell.wait(10)
    worker.ask(home, at_once=True)
    assert done.wait(10)
    worker.end()
    assert [str(problem) for problem in failed] == ["the disk is gone"]
