"""A process killed in the middle of writing leaves the old file or the new one, and nothing that stays."""

import subprocess
import sys
from pathlib import Path

import pytest

from argmap.workspace.writing import sweep

SIZE = 200_000
WRITER = """
import sys
from pathlib import Path
from argmap.workspace.writing import write_atomically

folder = Path(sys.argv[1])
while True:
    for letter in b"ab":
        print(flush=True)
        write_atomically(folder / "file", bytes([letter]) * int(sys.argv[2]), folder)
"""


@pytest.mark.parametrize("rounds", range(1, 13))
def test_a_kill_leaves_one_whole_file(tmp_path: Path, rounds: int) -> None:
    (tmp_path / "file").write_bytes(b"a" * SIZE)
    command = [sys.executable, "-c", WRITER, str(tmp_path), str(SIZE)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for _ in range(rounds):
            process.stdout.readline()
        process.kill()
    assert (tmp_path / "file").read_bytes() in (b"a" * SIZE, b"b" * SIZE)
    left = len(list(tmp_path.iterdir())) - 1
    assert left <= 1
    assert sweep(tmp_path) == left
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
