import json
from collections.abc import Iterator

import attrs
import pytest
from town import read

from argmap.diff.change_subject import Kind, Subject, concerning
from argmap.diff.differ import diff
from argmap.diff.significance import judge
from argmap.records.history_json import history_json
from argmap.report.difference.difference_report import DiffReport
from argmap.report.difference.history import Episode, history_as_whole, history_page
from argmap.report.html import html
from argmap.report.markdown import markdown
from argmap.report.terminal import terminal, terminal_parts
from argmap.report.terminal_text import COLOURED, PLAIN, Palette, cells

SHARED = "issue trams: Should the town build trams?\n  position yes: It should\n  position no: It should not\n"
ONE = "document one: Trams\n  author author-a: Author A\n\nclaims build: It should build them.\n  answers trams: yes\n"
TWO = "document two: None\n  author author-b: Author B\n\nclaims leave: It should not.\n  answers trams: no\n"
BUILD = Subject(Kind.CLAIM, "one.build")
COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.fixture
def episode() -> Episode:
    """A stance that was reversed, and the conflict that this closed."""
    old, old_texts = read(shared=SHARED, one=ONE, two=TWO)
    new, new_texts = read(shared=SHARED, one=ONE.replace("claims", "denies"), two=TWO)
    difference = diff(old, new)
    told = DiffReport(difference=difference, old_texts=old_texts, new_texts=new_texts)
    told = attrs.evolve(told, judged=tuple(judge(concerning(BUILD, difference))))
    return Episode(commit=COMMIT, date="2024-01-01", author="Author A", title="Deny it", subject=BUILD, told=told)


def episode_text(episode: Episode, palette: Palette = PLAIN, width: int = 100) -> str:
    """An episode as a terminal shows it."""
    return terminal(history_page([episode]), width, palette)


def test_a_commit_and_what_it_changed(episode: Episode) -> None:
    header, changed, *follow = episode_text(episode, width=500).splitlines()
    assert header == "0123456789 2024-01-01, Author A: Deny it"
    assert changed.startswith("  ◆ Author A (one) no longer answers “It should” to ")
    assert changed.endswith(" [stance-reversed] arguments/one.argmap:4 (one.build)")
    assert [line.partition(" [")[0] for line in follow] == [
        "    ◆ Author A (one) no longer states a thesis; it was “It should build them”",
        "    ◆ The dispute with Author B (two) closes: they agree",
    ]


def test_what_is_not_committed_says_so(episode: Episode) -> None:
    pending = Episode(subject=BUILD, told=episode.told)
    assert episode_text(pending).startswith("not committed yet\n  ◆ Author A (one) no longer answers ")


def test_a_file_that_was_not_read_whole_is_named(episode: Episode) -> None:
    partial = attrs.evolve(episode, told=attrs.evolve(episode.told, partial=("arguments/one.argmap",)))
    assert "\n  partial: arguments/one.argmap could not be read whole, before or after\n" in episode_text(partial)


@pytest.mark.parametrize("width", [0, 40, 61, 100])
def test_no_line_is_wider_than_it_may_be(episode: Episode, width: int) -> None:
    long = attrs.evolve(episode, title="word " * 60, author="中国" * 30)
    lines = episode_text(long, width=width).splitlines()
    assert max(map(cells, lines)) <= max(width, 40)
    assert "".join("".join(lines).split()) == "".join(episode_text(long, width=5000).split())


def test_nothing_that_git_says_drives_a_terminal(episode: Episode) -> None:
    evil = attrs.evolve(episode, title="\x1b[2J\u202etitle", author="a\x07b")
    header = episode_text(evil).splitlines()[0]
    assert header == "0123456789 2024-01-01, a<U+0007>b: <U+001B>[2J<U+202E>title"


def test_colours_change_nothing_but_colours(episode: Episode) -> None:
    painted = episode_text(episode, COLOURED)
    assert "\x1b[1;31m◆\x1b[0m Author A" in painted and "\x1b[1;34m[stance-reversed]\x1b[0m" in painted
    plain = painted
    for code in COLOURED.colours.values():
        plain = plain.replace(f"\x1b[{code}m", "")
    assert plain.replace("\x1b[0m", "") == episode_text(episode)


def test_records_name_the_thing_and_each_commit(episode: Episode) -> None:
    record = json.loads(history_json(BUILD, (Episode(subject=BUILD, told=episode.told), episode), COMMIT))
    assert record["subject"] == {"kind": "claim", "id": "one.build"}
    assert record["cut"] == COMMIT
    pending, committed = record["episodes"]
    assert pending["commit"] is None
    assert committed["commit"] == {"id": COMMIT, "date": "2024-01-01", "author": "Author A", "title": "Deny it"}
    assert pending["changes"] == committed["changes"]
    assert committed["changes"][0]["rule"] == "stance-reversed"
    assert json.loads(history_json(BUILD, ()))["cut"] is None


def test_each_episode_is_told_before_the_next_is_found(episode: Episode) -> None:
    found = 0

    def episodes() -> Iterator[Episode]:
        nonlocal found
        for _ in range(3):
            found += 1
            yield episode

    parts = terminal_parts(history_page(episodes()), 500)
    assert [(next(parts).startswith("\n"), found) for _ in range(3)] == [(False, 1), (True, 2), (True, 3)]


def test_markdown_and_html_tell_the_words_that_changed_and_where(episode: Episode) -> None:
    page = list(history_as_whole(BUILD, [episode]))
    shown = markdown(page)
    assert shown.startswith(
        "# What became of claim `one.build`\n\n## `0123456789` 2024-01-01, Author A: Deny it\n\n- ◆ "
    )
    assert "\n  - ◆ Author A (one) no longer states a thesis; it was “It should build them”. `thesis-changed`" in shown
    told = html(page)
    assert "<title>What became of claim one.build</title>" in told
    assert "<h2><code>0123456789</code> 2024-01-01, Author A: Deny it</h2>" in told
    assert told.count('<li class="change') == 3


def test_a_whole_page_says_where_it_ends(episode: Episode) -> None:
    partial = attrs.evolve(episode, told=attrs.evolve(episode.told, partial=("arguments/one.argmap",)))
    assert "\nPartial: arguments/one.argmap could not be read whole, before or after.\n" in markdown(
        history_page([partial])
    )
    cut = "Here the history of this clone is cut, at 0123456789 of 2024-01-01.\n"
    assert markdown(history_as_whole(BUILD, [episode], "0123456789 of 2024-01-01")).endswith(f"\n\n{cut}")
    assert cut not in markdown(history_as_whole(BUILD, [episode], "0123456789 of 2024-01-01", most=1))
    assert markdown(history_as_whole(BUILD, [])).endswith("\n\nNothing changed about it.\n")


def test_words_that_changed_are_in_the_sentence_since_a_terminal_shows_nothing_below_it() -> None:
    old, old_texts = read(shared=SHARED, one=ONE, two=TWO)
    new, new_texts = read(shared=SHARED, one=ONE.replace("It should build them", "It must not wait"), two=TWO)
    difference = diff(old, new)
    told = DiffReport(difference=difference, old_texts=old_texts, new_texts=new_texts)
    told = attrs.evolve(told, judged=tuple(judge(concerning(BUILD, difference))))
    shown = episode_text(Episode(subject=BUILD, told=told), width=500)
    assert "It must not wait" in shown and "no longer “It should build them" in shown
