"""What git knows of argument files, and whether the program answers that it would start for them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import attrs

from argmap.programs import find_program
from argmap.workspace.git import find_repository
from argmap.workspace.git_attributes import said
from argmap.workspace.git_config import Configuration, Scope
from argmap.workspace.git_programs import Part, settings, started_by
from argmap.workspace.git_setup import OURS, attributes_file, read


@attrs.frozen
class Setup:
    """What git knows of argument files in one scope.

    Attributes:
        scope: Which.
        settings: The settings that concern argmap, by key in lower case.
        attributes: What the attributes file says of argument files, by attribute.
        file: The attributes file, there or not.
    """

    scope: Scope
    settings: Mapping[str, tuple[str, ...]]
    attributes: Mapping[str, str]
    file: Path

    def has(self, part: Part) -> bool:
        """Whether all settings of a part are there, whatever they say."""
        return all(setting.key.lower() in self.settings for setting in settings(part, ""))

    @property
    def programs(self) -> tuple[str, ...]:
        """How the drivers that are set start argmap, each once."""
        values = [value for key, given in self.settings.items() if not key.startswith("argmap.") for value in given]
        return tuple(dict.fromkeys(filter(None, map(started_by, values))))


def setup(folder: Path, scope: Scope) -> Setup:
    """What is set.

    Raises:
        GitError: There is no git, no repository, or no reading its configuration.
    """
    configuration = Configuration(folder, scope)
    file = attributes_file(configuration)
    return Setup(scope, configuration.values(OURS), said(read(file)), file)


def attributes_in_force(folder: Path) -> Mapping[str, str]:
    """What git makes of an argument file at the top of the repository around a folder: ``unspecified``, ``argmap``, ...

    Raises:
        GitError: There is no git, or no repository.
    """
    names = sorted({part.attribute for part in Part})
    out = find_repository(folder).ask("check-attr", "-z", *names, "--", ":/x.argmap")
    words = out.decode(errors="replace").split("\0")
    return dict(zip(words[1::3], words[2::3], strict=False))


def answers(program: str, folder: Path) -> bool:
    """Whether a shell in a folder would find the program.

    What a repository's configuration names is looked for, and not run; only of this very argmap is it known that it
    starts, since it does.
    """
    from shlex import split

    try:
        words = split(program)
    except ValueError:
        return False
    if not words:
        return False
    if Path(words[0]).is_absolute():
        return os.access(words[0], os.X_OK) and Path(words[0]).is_file()
    return find_program(words[0], folder) is not None
