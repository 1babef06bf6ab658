"""The history of a thing, in this process: what is read and understood for it, and what is passed over."""

import re
from pathlib import Path

import pytest
from repository import Git, surround

from argmap.api import history as module
from argmap.api.history import log
from argmap.git import commits
from argmap.language.parser import Parser
from argmap.source.text import SourceText

SHARED = """\
issue trams: Should the town build trams?
  position yes: It should
  position no: It should not
"""
FIRST = """\
document first: Trams now
  author author-a: Author A

claims build (should): The town should build trams.
  answers trams: yes
  because second.narrow
  because quiet: Trams are quiet.
"""
SECOND = """\
document second: No trams
  author author-b: Author B

claims leave: The town should leave its streets as they are.
  answers trams: no
  because narrow: The streets are narrow.
"""


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    surround(monkeypatch)
    return Git.new(tmp_path / "town")


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were parsed."""
    texts: list[str] = []
    parse = Parser.parse

    def counted(self: Parser, source: SourceText) -> object:
        texts.append(source.text)
        return parse(self, source)

    monkeypatch.setattr(Parser, "parse", counted)
    return texts


def write(git: Git, message: str, **texts: str | None) -> None:
    git.commit({f"arguments/{name}.argmap": text for name, text in texts.items()}, message)


def titles(git: Git, word: str) -> list[str]:
    with log(word, cwd=git.folder) as history:
        return [episode.title for episode in history.episodes]


def test_each_text_is_parsed_once_however_often_it_stands_in_a_commit(git: Git, parsed: list[str]) -> None:
    write(git, "begin", shared=SHARED, first=FIRST, second=SECOND)
    for number in range(5):
        write(git, f"reword {number}", first=FIRST.replace("build trams", f"build {number} trams"))
    write(git, "elsewhere", second=SECOND.replace("narrow:", "small: So are the gardens.\n  because narrow:"))
    assert titles(git, "trams") == ["begin"]
    assert len(parsed) == len(set(parsed)) == 9


def test_a_file_that_stays_the_same_is_read_once(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    write(git, "begin", shared=SHARED, first=FIRST, second=SECOND)
    for number in range(5):
        write(git, f"reword {number}", first=FIRST.replace("build trams", f"build {number} trams"))
    decode, read = commits.decode, []
    monkeypatch.setattr(commits, "decode", lambda name, data: read.append(data) or decode(name, data))
    assert titles(git, "first.build") == [*(f"reword {number}" for number in reversed(range(5))), "begin"]
    assert len(read) == len(set(read)) == 8


def test_what_cannot_be_about_a_claim_is_not_even_parsed(git: Git, parsed: list[str]) -> None:
    write(git, "begin", shared=SHARED, first=FIRST, second=SECOND)
    third = "document third: Buses\n  author author-c: Author C\n\nclaims buses: Buses do it in {} years.\n"
    for number in range(5):
        write(git, f"reword {number}", third=third.format(number))
    write(git, "insist", first=FIRST.replace("(should)", "(must)"))
    assert titles(git, "first.build") == ["insist", "begin"]
    assert sum("Buses do it" in text for text in parsed) == 1


LAID = FIRST.replace("build (should)", "lay (should)").replace("trams: yes", "trams: so\n  was: build")
EDITS = [
    ("reword elsewhere", {"second": SECOND.replace("as they are", "as they were")}),
    ("take a premise away elsewhere", {"second": SECOND.replace("  because narrow: The streets are narrow.\n", "")}),
    ("reword while it is gone", {"first": FIRST.replace("are quiet", "are very quiet")}),
    ("give it back", {"second": SECOND}),
    ("take the issue away", {"shared": "actor nobody: Nobody\n"}),
    ("ask again", {"shared": SHARED}),
    ("link", {"links": "link second.leave contradicts first.build: Both cannot be.\n"}),
    ("ask more", {"shared": SHARED + "issue new: Anything new?\n  position yes: Yes\n  position no: No\n"}),
    (
        "rename the answer",
        {
            "shared": SHARED.replace("position yes: It should", "position so: It should\n    was: yes"),
            "first": FIRST.replace("trams: yes", "trams: so"),
        },
    ),
    ("rename", {"first": LAID, "links": "link second.leave contradicts first.lay: Both cannot be.\n"}),
    ("name another so", {"second": SECOND + "\nclaims build: Something else.\n  answers trams: no\n"}),
    ("move", {"first": None, "sub/one": LAID}),
    ("insist", {"sub/one": LAID.replace("(should)", "(must)")}),
]


def test_what_is_passed_over_is_nothing(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    write(git, "begin", shared=SHARED, first=FIRST, second=SECOND)
    for message, texts in EDITS:
        write(git, message, **texts)
    told = titles(git, "first.lay")
    assert told == [
        "insist",
        "rename",
        "link",
        "ask again",
        "take the issue away",
        "give it back",
        "take a premise away elsewhere",
        "begin",
    ]
    monkeypatch.setattr(module, "_sign_of", lambda subject, state: re.compile(""))
    assert titles(git, "first.lay") == told


def test_progress_is_told_before_each_commit(git: Git) -> None:
    write(git, "begin", shared=SHARED, first=FIRST, second=SECOND)
    write(git, "insist", first=FIRST.replace("(should)", "(must)"))
    seen: list[tuple[int, int]] = []
    with log("build", cwd=git.folder, progress=lambda done, total: seen.append((done, total))) as history:
        assert seen == []
        next(history.episodes)
        assert seen == [(0, 3), (1, 3)]
        assert len(list(history.episodes)) == 1
    assert seen == [(0, 3), (1, 3), (2, 3)]


def test_settings_say_what_matters(git: Git) -> None:
    write(git, "begin", shared=SHARED, first=FIRST, second=SECOND)
    write(git, "insist", first=FIRST.replace("(should)", "(must)"))
    (git.folder / "argmap.toml").write_text('[changes]\nstance-qualified = "off"\n', encoding="utf-8")
    assert titles(git, "build") == ["begin"]


def told(git: Git, word: str) -> list[tuple[str, list[str]]]:
    with log(word, cwd=git.folder) as history:
        return [
            (episode.title, [judged.change.rule.value for judged in episode.told.judged])
            for episode in history.episodes
        ]


def test_a_chain_of_renames_is_followed_under_every_name(git: Git) -> None:
    shared = SHARED + "actor council: The council\n"
    first = FIRST + "claims alone: Alone.\nreports debt from council: The town has debts.\n  answers trams: no\n"
    write(git, "begin", shared=shared, first=first, second=SECOND)
    shared = shared.replace("issue trams: Should", "issue rails: Should").replace("?\n", "?\n  was: trams\n", 1)
    write(git, "rename the issue", shared=shared)
    write(git, "rename the actor", shared=shared.replace("council: The council", "city: The council\n  was: council"))
    first = first.replace("document first: Trams now", "document town: Trams now\n  was: first")
    write(git, "rename the document", first=first)
    first = first.replace("claims alone: Alone.", "claims build: Alone.\n  was: alone")
    first = first.replace("claims build (should): The", "claims alone (should): The")
    first = first.replace("  answers trams: yes\n", "  answers trams: yes\n  was: build\n")
    write(git, "exchange two ids", first=first)
    write(git, "reword", first=first.replace("should build trams", "should build new trams"))

    expected = [("reword", ["claim-reworded"]), ("exchange two ids", ["claim-renamed"])]
    for word in ("town.alone", "first.alone", "alone"):
        found = told(git, word)
        assert (found[:2], len(found), found[2][0]) == (expected, 3, "begin")
    for word in ("town/city", "town/council", "first/city", "first/council"):
        assert titles(git, word) == ["begin"]
    for word in ("rails", "trams"):
        assert titles(git, word) == ["begin"]


def test_a_link_by_a_former_id_concerns_the_claim(git: Git) -> None:
    first = FIRST.replace("  answers trams: yes\n", "  answers trams: yes\n  was: start\n")
    write(git, "begin", shared=SHARED, first=first, second=SECOND)
    write(git, "link", links="link first.start contrary-to second.leave\n")
    # Both claims answer one issue, which decides how the two stand: the link is no second story.
    assert told(git, "first.build")[0] == ("link", ["link-added"])


@pytest.mark.parametrize(
    ("word", "kind", "name"),
    [
        ("author-a", "actor", "author-a"),
        ("Author A", "actor", "author-a"),
        ("AUTHOR\u00a0a", "actor", "author-a"),
        ("board", "actor", "board"),
        ("Trams  now", "document", "first"),
        ("FIRST", "document", "first"),
        ("should the town build TRAMS?", "issue", "trams"),
        ("First.Build", "claim", "first.build"),
        ("Leave", "claim", "second.leave"),
        ("Second/Board", "holder", "second/board"),
    ],
)
def test_what_is_no_id_may_be_a_name_or_another_spelling(git: Git, word: str, kind: str, name: str) -> None:
    board = "actor board: The Board\nclaims c: C\n  because reports d from board: D\n"
    write(git, "begin", shared=SHARED, first=FIRST, second=SECOND + board)
    with log(word, cwd=git.folder) as history:
        assert (history.subject.kind, history.subject.name) == (kind, name)


def test_the_history_of_an_author_is_that_of_all_documents(git: Git) -> None:
    write(git, "begin", shared=SHARED, first=FIRST)
    write(git, "another", second=SECOND)
    write(git, "a second one", third=SECOND.replace("second", "third").replace("author-b: Author B", "author-a"))
    write(git, "insist", second=SECOND.replace("leave:", "leave (must):"))
    write(
        git,
        "insist there",
        third=(git.folder / "arguments/third.argmap").read_text().replace("leave:", "leave (must):"),
    )
    assert titles(git, "author-a") == ["insist there", "a second one", "another", "begin"]
    assert titles(git, "Author A") == titles(git, "author-a")


def test_a_name_of_several_things_is_said(git: Git) -> None:
    write(git, "begin", shared=SHARED, first=FIRST, second=SECOND.replace("No trams", "Author A"))
    with pytest.raises(module.UnknownSubjectError, match="several things"), log("author a", cwd=git.folder):
        pass


def test_a_line_that_could_not_be_read_for_a_while_is_no_removal(git: Git) -> None:
    write(git, "begin", shared=SHARED, first=FIRST, second=SECOND)
    write(git, "misspell", first=FIRST.replace("because quiet", "becuase quiet"))
    write(git, "mend", first=FIRST)
    assert titles(git, "first.build") == ["begin"]
    with log("first.quiet", cwd=git.folder) as history:
        seen = [(episode.title, bool(episode.told.partial), bool(episode.told.judged)) for episode in history.episodes]
    assert seen == [("mend", True, False), ("misspell", True, False), ("begin", False, True)]
