import re
import sys
from pathlib import Path
from shlex import quote

import pytest

from argmap.git.file_drivers import HUNK_HEADER, Part, program, settings, started_by, starts_textconv
from argmap.language.words import STATEMENTS


@pytest.mark.parametrize("word", sorted(STATEMENTS))
def test_every_statement_is_a_header(word: str) -> None:
    assert re.match(HUNK_HEADER, f"{word} some: Text.") or word == "section"
    assert re.match(HUNK_HEADER, f"{word}: Text.")
    assert not re.match(HUNK_HEADER, f"  {word} some: Text.")
    assert not re.match(HUNK_HEADER, f"{word}s: Text.")


@pytest.mark.parametrize(
    "started", ["argmap", "/opt/python -P -m argmap", "'/opt/my python' -P -m argmap", "/100%/argmap"]
)
def test_a_program_is_found_again_in_each_command(started: str) -> None:
    commands = [setting.value for part in (Part.DIFF, Part.MERGE) for setting in settings(part, started)]
    assert [started_by(value) for value in commands] == [started, "", started]
    assert not any(started_by(setting.value) for setting in settings(Part.PATTERNS, started))


@pytest.mark.parametrize(
    ("value", "ours"),
    [
        ('f() { /usr/bin/argmap git textconv -- "$1" || command -p cat "$1"; }; f', True),
        ('f() { \'/opt/my python\' -P -m argmap git textconv -- "$1" || command -p cat "$1"; }; f', True),
        ("'C:/my programs/argmap.exe' git textconv --", True),
        ("argmap fmt --diff", False),
        ("cat", False),
    ],
)
def test_a_setting_of_an_older_argmap_is_known_again(value: str, ours: bool) -> None:
    assert starts_textconv(value) is ours


def test_git_takes_no_sign_of_the_program_for_its_own() -> None:
    for part in (Part.MERGE, Part.RENDERS):
        (driver,) = (one.value for one in settings(part, "/%O%P/argmap") if one.key.endswith("driver"))
        assert driver.replace("%%", "").count("%") == len("OABLPXYS")
        assert started_by(driver) == "/%O%P/argmap"


def test_the_program_is_named_as_it_will_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/opt/my python/bin/python")
    monkeypatch.setenv("PATH", f"bin:{tmp_path}/bin")
    monkeypatch.chdir(tmp_path)
    here = Path()
    assert program(here) == "'/opt/my python/bin/python' -P -m argmap"
    found = tmp_path / "bin" / "argmap"
    found.parent.mkdir()
    found.write_text("", encoding="utf-8")
    assert program(here) == "'/opt/my python/bin/python' -P -m argmap"
    found.chmod(0o755)
    assert program(here) == quote(found.as_posix())
    (tmp_path / ".git").mkdir()
    assert program(here) == "'/opt/my python/bin/python' -P -m argmap", "a program that came with the repository"
    (tmp_path / ".git").rmdir()
    (tmp_path / "pyvenv.cfg").write_text("", encoding="utf-8")
    assert program(here) == "'/opt/my python/bin/python' -P -m argmap"
