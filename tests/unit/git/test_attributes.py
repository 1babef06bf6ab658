import pytest

from argmap.git.driver_setup import attributes_in, attributes_line, without_line

OURS = {"diff": "argmap", "merge": "argmap"}


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", {}),
        (b"*.argmap diff=argmap\n", {"diff": "diff=argmap"}),
        (b"*.argmap\tdiff=argmap   -merge\r\n", {"diff": "diff=argmap", "merge": "-merge"}),
        (b"*.argmap diff=argmap\n*.argmap !diff\n", {"diff": "!diff"}),
        (b"# *.argmap diff\n*.txt diff\nx.argmap diff\n [attr]diff\n\n", {}),
        (b"*.argmap text \xff\n", {"text": "text", "\ufffd": "\ufffd"}),
    ],
)
def test_what_a_file_says_of_argument_files(data: bytes, found: dict[str, str]) -> None:
    assert attributes_in(data) == found


@pytest.mark.parametrize("data", [b"", b"\n", b"* text", b"* text\n", b"* text\r\n", b"* text\r\n* x", b"\xff\n"])
def test_a_line_comes_and_goes(data: bytes) -> None:
    added = attributes_line(data, OURS)
    assert attributes_in(data + added) == {"diff": "diff=argmap", "merge": "merge=argmap"}
    assert (data + added).splitlines() == [*data.splitlines(), b"*.argmap diff=argmap merge=argmap"]
    assert without_line(data + added, added) == data
    assert without_line(data + added + b"more\n", added).splitlines() == [*data.splitlines(), b"more"]


def test_no_other_line_goes() -> None:
    added = attributes_line(b"", OURS)
    for data in (b"", b"*.argmap diff=argmap merge=argmap text\n", b"#*.argmap diff=argmap merge=argmap\n"):
        assert without_line(data, added) == data
