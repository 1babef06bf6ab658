from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.source.finding import Severity
from argmap.workspace.accepted import Accepted, read_accepted
from argmap.workspace.errors import RefusedError

GOOD = """\
[[accepted]]
fingerprint = "0123456789abcdef"
reason = "the author said so in an erratum"
owner = "editors"

[[accepted]]
owner = "editors"
fingerprint = "fedcba9876543210"
reason = "a slip of the pen"
"""
ENTRY = '[[accepted]]\nfingerprint = "0123456789abcdef"\nreason = "r"\nowner = "o"\n'


def read(folder: Path, text: str) -> Accepted:
    path = folder / "accepted.toml"
    path.write_text(text, encoding="utf-8", newline="")
    return read_accepted(path)


def said(accepted: Accepted) -> list[tuple[str, str]]:
    assert {finding.severity for finding in accepted.findings} <= {Severity.WARNING}
    text = accepted.source.text
    return [(finding.message, text[slice(*finding.place.span)]) for finding in accepted.findings]


def test_entries(tmp_path: Path) -> None:
    accepted = read(tmp_path, GOOD)
    assert [(entry.fingerprint, entry.reason, entry.owner) for entry in accepted.entries] == [
        ("0123456789abcdef", "the author said so in an erratum", "editors"),
        ("fedcba9876543210", "a slip of the pen", "editors"),
    ]
    assert accepted.findings == ()


def test_an_entry_that_accepts_no_change_is_stale(tmp_path: Path) -> None:
    accepted = read(tmp_path, GOOD)
    assert accepted.stale({"0123456789abcdef", "fedcba9876543210"}) == ()
    (finding,) = accepted.stale({"0123456789abcdef"})
    assert finding.severity is Severity.WARNING
    assert accepted.source.position(finding.place.span.start).line == 8
    assert accepted.source.text[slice(*finding.place.span)] == "fedcba9876543210"


def test_a_file_that_accepts_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "") == Accepted((), read(tmp_path, "").source)


@pytest.mark.parametrize(
    ("text", "expected", "kept"),
    [
        (ENTRY.replace('owner = "o"', ""), [("this entry has no `owner`, and accepts nothing", "[[accepted]]")], 0),
        (ENTRY.replace('"r"', '" "').replace('"o"', "3"),
         [("this entry has no `reason` and no `owner`, and accepts nothing", "[[accepted]]")], 0),
        (ENTRY + "[[ accepted ]]\n",
         [("this entry has no `fingerprint` and no `reason` and no `owner`, and accepts nothing", "[[ accepted ]]")],
         1),
        (ENTRY.replace("0123456789abcdef", "0123"), [("`0123` is no fingerprint", "0123")], 0),
        (ENTRY.replace("reason", "raeson"),
         [("`raeson` is nothing that an entry says; did you mean `reason`?", "[[accepted]]"),
          ("this entry has no `reason`, and accepts nothing", "[[accepted]]")], 0),
        (ENTRY + "until = 2024-01-01\n", [("`until` is nothing that an entry says", "[[accepted]]")], 1),
        (ENTRY + ENTRY, [("this fingerprint is accepted twice", "0123456789abcdef")], 1),
        ("accepted = 3", [("`accepted` is not a list of tables", "accepted")], 0),
        ("accepted = [3]", [("an entry is not a table", "accepted")], 0),
        ("[[acepted]]\n" + ENTRY, [("`acepted` is nothing that can be accepted; did you mean `accepted`?", "acepted")],
         1),
    ],
)  # fmt: skip
def test_what_is_wrong_is_a_warning_in_its_place(
    tmp_path: Path, text: str, expected: list[tuple[str, str]], kept: int
) -> None:
    accepted = read(tmp_path, text)
    assert said(accepted) == expected
    assert len(accepted.entries) == kept


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"[[accepted]\n", "this is not TOML: Expected ']]' at the end of an array declaration (line 1)"),
        (b"a = '\xff'", "byte 0xFF is not UTF-8"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "accepted.toml"
    path.write_bytes(data)
    with pytest.raises(RefusedError) as caught:
        read_accepted(path)
    assert str(caught.value) == f"`{path}` cannot be read: {why}"


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="it leads to a file that does not exist"):
        read_accepted(tmp_path / "nothing.toml")
    with pytest.raises(RefusedError, match="it is not a regular file"):
        read_accepted(tmp_path)


WORDS = st.sampled_from(
    ["accepted", "fingerprint", "reason", "owner", "0123456789abcdef", "[[", "]]", "[", "]", "=", '"', "\n", "3", "."]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(), st.lists(WORDS).map(lambda words: "".join(words).encode())))
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "accepted.toml"
    path.write_bytes(data)
    try:
        accepted = read_accepted(path)
    except RefusedError:
        return
    assert all(finding.place.span.end <= len(accepted.source.text) for finding in accepted.findings)
