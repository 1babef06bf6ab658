"""Real git repositories, the same on every machine: no configuration but their own, and fixed authors and dates."""

import os
from pathlib import Path
from subprocess import run

import attrs
import pytest

FIXED = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Author A",
    "GIT_AUTHOR_EMAIL": "author-a@example.org",
    "GIT_AUTHOR_DATE": "2024-01-01T00:00:00Z",
    "GIT_COMMITTER_NAME": "Author A",
    "GIT_COMMITTER_EMAIL": "author-a@example.org",
    "GIT_COMMITTER_DATE": "2024-01-01T00:00:00Z",
}


def surroundings(**changes: str) -> dict[str, str]:
    """The environment without what a hook, or whoever runs the tests, says to git."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | FIXED | changes


def surround(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give this process those surroundings, and no other of a hook or a CI, until the test ends."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "GITHUB_", "CI_"))]:
        monkeypatch.delenv(name)
    for name, value in FIXED.items():
        monkeypatch.setenv(name, value)


@attrs.frozen
class Git:
    """git, in one folder."""

    folder: Path

    @classmethod
    def new(cls, folder: Path, *options: str) -> "Git":
        """A new repository in a folder, which is made."""
        folder.mkdir(parents=True, exist_ok=True)
        git = cls(folder)
        git("init", "-q", "-b", "main", *options)
        return git

    def __call__(self, *words: str, stdin: bytes = b"", **changes: str) -> str:
        """What a command prints; it has to succeed."""
        ran = run(
            ["git", *words], cwd=self.folder, input=stdin, env=surroundings(**changes), capture_output=True, check=False
        )
        assert ran.returncode == 0, f"git {' '.join(words)}: {ran.stderr.decode(errors='replace')}"
        return ran.stdout.decode(errors="surrogateescape").strip()

    def write(self, files: dict[str, str | bytes | None]) -> None:
        """Write files, or with None remove them."""
        for name, content in files.items():
            path = self.folder / name
            if content is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)

    def commit(self, files: dict[str, str | bytes | None] | None = None, message: str = "Change") -> str:
        """Write files and commit everything; the id of the commit."""
        self.write(files or {})
        self("add", "--all")
        self("commit", "-q", "--allow-empty", "-m", message)
        return self("rev-parse", "HEAD")
