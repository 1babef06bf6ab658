"""A project in a real repository, with somebody who uses git and argmap in it."""

import os
from pathlib import Path
from subprocess import CompletedProcess, run

import attrs
from program import Program, Ran
from repository import FIXED, Git

ISSUES = """\
issue trams: Should the town build trams?
  position yes: It should
  position no: It should not
"""
NOTES = "".join(f"  note: Note {number}.\n" for number in range(8))
FIRST = f"""\
document first: Trams now
  author author-a: Author A
{NOTES}
section: Für die Bahn
{NOTES.replace("Note", "Remark")}
claims build (should): The town should build trams.
  answers trams: yes
  because quiet-trams: Die Straßenbahnen fahren sehr leise durch die Stadt.
{NOTES}  note: The last.
"""
FILES: dict[str, str | bytes | None] = {"arguments/issues.argmap": ISSUES, "arguments/first.argmap": FIRST}
NAME = "arguments/first.argmap"


@attrs.frozen
class Town:
    """A project in a repository of its own, argmap in it, and a user of git."""

    git: Git
    argmap: Program
    user: Path

    @classmethod
    def new(cls, folder: Path) -> "Town":
        """A town in a folder, committed."""
        git = Git.new(folder / "town")
        git.commit(FILES)
        (folder / "user").mkdir()
        return cls(git, Program(git.folder, folder / "cache"), folder / "user")

    @property
    def surroundings(self) -> dict[str, str]:
        environment = self.argmap.environment(**FIXED)
        kept = {name: value for name, value in environment.items() if name in FIXED or not name.startswith("GIT_")}
        own = {"HOME": str(self.user), "XDG_CONFIG_HOME": "", "GIT_CONFIG_GLOBAL": str(self.user / ".gitconfig")}
        return kept | own | {"LC_ALL": "C.UTF-8", "PATH": os.pathsep.join((str(self.user / "bin"), kept["PATH"]))}

    def run(self, *words: str, within: str = ".", **changes: str) -> CompletedProcess[bytes]:
        """A command of git that need not succeed."""
        folder, environment = self.git.folder / within, self.surroundings | changes
        return run(["git", *words], cwd=folder, env=environment, capture_output=True, check=False, timeout=120)

    def shown(self, *words: str, **changes: str) -> str:
        """What a command of git prints; it has to succeed, and nothing of it may be in the wrong."""
        ran = self.run(*words, **changes)
        assert (ran.returncode, ran.stderr) == (0, b"")
        return ran.stdout.decode(errors="surrogateescape")

    def __call__(self, *words: str, within: str = ".", **changes: str) -> Ran:
        """`argmap git`."""
        return self.argmap("git", *words, within=within, **(self.surroundings | changes))

    @property
    def config(self) -> bytes:
        return (self.git.folder / ".git" / "config").read_bytes()

    @property
    def attributes(self) -> bytes | None:
        path = self.git.folder / ".gitattributes"
        return path.read_bytes() if path.exists() else None

    def edit(self, old: str, new: str, name: str = NAME) -> None:
        path = self.git.folder / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def hunks(diff: str) -> list[str]:
    """What the hunks of a diff are named after."""
    return [line.split("@@ ", 2)[2] for line in diff.splitlines() if line.startswith("@@ ")]
