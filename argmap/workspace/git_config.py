"""The configuration of git: reading it, and writing single settings into it through git itself."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from pathlib import Path

import attrs

from argmap.workspace.git import asked


class Scope(Enum):
    """Which of git's configuration files; the value is git's option for it."""

    REPOSITORY = "--local"
    USER = "--global"


@attrs.frozen
class Setting:
    """One setting, such as ``diff.argmap.wordRegex``."""

    key: str
    value: str


@attrs.frozen
class Configuration:
    """One configuration file of git.

    Attributes:
        folder: From where git is asked.
        scope: Which file it is.
    """

    folder: Path
    scope: Scope

    def values(self, pattern: str) -> Mapping[str, tuple[str, ...]]:
        """All settings whose keys, in lower case, match an extended regular expression.

        Raises:
            GitError: There is no git, no repository, or no reading the file.
        """
        words = ("config", "-z", self.scope.value, "--get-regexp", pattern)
        _, out = asked(self.folder, *words, fine=(0, 1))
        found: dict[str, tuple[str, ...]] = {}
        for entry in out.decode(errors="surrogateescape").split("\0")[:-1]:
            key, _, value = entry.partition("\n")
            found[key] = (*found.get(key, ()), value)
        return found

    def path(self, key: str) -> Path | None:
        """The path that a setting holds, with ``~`` put in full; None where it is not set."""
        from os import fsdecode

        _, out = asked(self.folder, "config", "-z", self.scope.value, "--type=path", "--get", key, fine=(0, 1))
        return self.folder / fsdecode(out.removesuffix(b"\0")) if out else None

    def add(self, setting: Setting) -> None:
        """Add a setting below those of the same key.

        Raises:
            GitError: The file cannot be written.
        """
        asked(self.folder, "config", self.scope.value, "--add", setting.key, setting.value)

    def remove(self, setting: Setting) -> None:
        """Remove all settings of this key and value; there is one.

        Raises:
            GitError: The file cannot be written.
        """
        asked(self.folder, "config", self.scope.value, "--fixed-value", "--unset-all", setting.key, setting.value)
