"""Compare, annotate, write the summary of the job, and say how much changed.

The steps of the action hand everything over in the environment, as values that no shell reads.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

_PARTIAL = 3
_STANCES = ("stance-reversed", "stance-retracted", "stance-adopted", "stance-shifted", "stance-suspended")
_STANCES += ("stance-settled", "stance-qualified")


def main() -> int:
    """Run everything; the exit code is 0 unless argmap could not compare at all."""
    # Whatever the locale: argmap itself writes UTF-8, and no letter may fail the job.
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    folder = Path(os.environ.get("OUTPUT") or Path(os.environ["RUNNER_TEMP"]) / "argmap-diff-output").absolute()
    folder.mkdir(parents=True, exist_ok=True)
    environment = os.environ | {"GITHUB_SHA": os.environ.get("HEAD_SHA") or os.environ.get("GITHUB_SHA", "")}
    options = _options()
    # What cannot be read is told where it stands, before what could be compared.
    _annotate(["check", "--format", "github"], environment)
    code = 0
    for name in ("changes.json", "comment.md", "changes.svg", "changes.html"):
        form = {"comment.md": "markdown"}.get(name, name.rpartition(".")[2])
        code = max(
            code, _argmap(["diff", "--format", form, "-o", str(folder / name), *options], environment).returncode
        )
        if code not in (0, 1, _PARTIAL):
            return code
    # That of another use of the action is not this one's.
    (folder / "page.html").unlink(missing_ok=True)
    if os.environ.get("PAGE") == "true":
        # Where the project cannot be read whole there is no page, and the changes are told all the same.
        _argmap(["page", "--diff", os.environ["OLD"], "-o", str(folder / "page.html")], environment)
    fail_on = ["--fail-on", os.environ.get("FAIL_ON") or "never"]
    code = max(code, _annotate(["diff", "--format", "github", *fail_on, *options], environment))
    approved = os.environ.get("LABEL", "") in (json.loads(os.environ.get("LABELS") or "[]") or [])
    summary = (folder / "comment.md").read_text(encoding="utf-8")
    if approved:
        summary += f"\n\nThe label `{os.environ['LABEL']}` approves these changes.\n"
    _append("GITHUB_STEP_SUMMARY", summary)
    changes = json.loads((folder / "changes.json").read_text(encoding="utf-8"))
    outputs = _outputs(changes) | {"approved": approved, "folder": folder, "code": code}
    _append("GITHUB_OUTPUT", "".join(f"{name}={_shown(value)}\n" for name, value in outputs.items()))
    return 0


def _options() -> list[str]:
    paths = [line.strip() for line in os.environ.get("PATHS", "").splitlines() if line.strip()]
    accept = ["--accept", os.environ["ACCEPT"]] if os.environ.get("ACCEPT") else []
    return [*accept, os.environ["OLD"], *(["--", *paths] if paths else [])]


def _annotate(words: list[str], environment: dict[str, str]) -> int:
    """Annotations, with files named as the repository knows them, not as a project in a folder of it does."""
    prefix = _prefix()
    escaped = prefix.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    ran = _argmap(words, environment)
    for line in ran.stdout.splitlines():
        print(line.replace(" file=", f" file={escaped}", 1) if line.startswith("::") else line)
    return ran.returncode


def _prefix() -> str:
    """The way from the top of the checkout to the project, with a slash at its end; empty where they are one."""
    here = Path.cwd()
    top = next((place for place in (here, *here.parents) if (place / ".git").exists()), here)
    # A locale may take a letter for bytes that it does not know.
    relative = os.fsencode(here.relative_to(top).as_posix()).decode(errors="replace")
    return "" if relative == "." else f"{relative}/"


def _argmap(words: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """What a command prints; what it says beside that is shown, and nothing in it commands the runner."""
    ran = subprocess.run(  # noqa: S603
        _command(words), env=environment, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    for line in ran.stderr.splitlines():
        # The runner takes `##[` for a command wherever it stands, and `::` at the beginning of a line.
        print(line.replace("##[", "# #[").replace("::", ": :", 1 if line.lstrip().startswith("::") else 0))
    return ran


def _command(words: list[str]) -> list[str]:
    # Isolated: what is installed runs, and no module of the project that happens to have its name.
    return [sys.executable, "-I", "-m", "argmap", *words]


def _outputs(changes: dict[str, object]) -> dict[str, object]:
    found = changes["changes"]
    assert isinstance(found, list)
    rules = Counter(change["rule"] for change in found)
    counts = changes["counts"]
    assert isinstance(counts, dict)
    return {
        **counts,
        "changed": bool(found),
        "stances-changed": sum(rules[rule] for rule in _STANCES),
        "conflicts-opened": rules["conflict-opened"],
        "conflicts-closed": rules["conflict-closed"],
    }


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _append(variable: str, text: str) -> None:
    # What came from the environment is UTF-8 too, whatever the locale takes it for.
    with Path(os.environ[variable]).open("a", encoding="utf-8", errors="surrogateescape", newline="\n") as file:
        file.write(text)


if __name__ == "__main__":
    sys.exit(main())
