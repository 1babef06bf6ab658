"""Telling git what argument files are, and taking back exactly that.

What was written is written down beside it, under ``argmap.installed`` and ``argmap.attributes`` in the same
configuration file: whatever else stands there, or was changed since, belongs to somebody and stays.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from enum import Enum
from pathlib import Path

import attrs

from argmap.workspace.git import find_repository
from argmap.workspace.git_attributes import addition, said, without
from argmap.workspace.git_config import Configuration, Scope, Setting
from argmap.workspace.git_programs import Part, settings
from argmap.workspace.writing import OutsideError, inside, write_atomically

NAME = "argmap"
OURS = r"^((diff|merge)\.argmap|argmap)\."
"""The keys that concern argmap, as a pattern."""
_INSTALLED, _ATTRIBUTES = "argmap.installed", "argmap.attributes"


class Step(Enum):
    """What was done about one thing."""

    WRITTEN = "written"
    THERE = "there already"
    REMOVED = "removed"
    LEFT = "left alone"
    """Somebody wrote it, or changed it, and it says something else."""
    GONE = "gone already"


@attrs.frozen
class Done:
    """One thing, and what was done about it.

    Attributes:
        what: A key of the configuration, or a line for an attributes file.
        where: The file, or the scope of the configuration.
        found: What stands there, where it is left alone.
    """

    step: Step
    what: str
    where: Scope | Path
    found: str = ""


def install(folder: Path, scope: Scope, parts: Collection[Part], program: str) -> tuple[Done, ...]:
    """Switch parts on, as far as they are off; nothing that somebody else wrote is changed.

    Raises:
        GitError: There is no git, no repository, or no writing its configuration.
        OSError: The attributes file cannot be read or written.
    """
    configuration = Configuration(folder, scope)
    file = attributes_file(configuration)
    there = configuration.values(OURS)
    wanted = [setting for part in Part if part in parts for setting in settings(part, program)]
    done = [_set(configuration, setting, there) for setting in wanted]
    done += _attribute(configuration, file, {part.attribute: NAME for part in Part if part in parts})
    return tuple(done)


def uninstall(folder: Path, scope: Scope) -> tuple[Done, ...]:
    """Take away what `install` wrote, where it still stands so; nothing where it wrote nothing.

    Raises:
        GitError: There is no git, no repository, or no writing its configuration.
        OSError: The attributes file cannot be read or written.
    """
    configuration = Configuration(folder, scope)
    file = attributes_file(configuration)
    there = configuration.values(OURS)
    return (
        *(_unset(configuration, record, there) for record in there.get(_INSTALLED, ())),
        *(_take_out(configuration, file, added) for added in there.get(_ATTRIBUTES, ())),
    )


def _set(configuration: Configuration, setting: Setting, there: Mapping[str, tuple[str, ...]]) -> Done:
    scope, records = configuration.scope, there.get(_INSTALLED, ())
    found = [Setting(setting.key, value) for value in there.get(setting.key.lower(), ())]
    if setting in found:
        return Done(Step.THERE, setting.key, scope)
    foreign = [other for other in found if _record(other) not in records]
    if foreign:
        return Done(Step.LEFT, setting.key, scope, foreign[-1].value)
    # The record comes first: what is written halfway can be taken back.
    if _record(setting) not in records:
        configuration.add(Setting(_INSTALLED, _record(setting)))
    configuration.add(setting)
    for earlier in found:
        configuration.remove(earlier)
        configuration.remove(Setting(_INSTALLED, _record(earlier)))
    return Done(Step.WRITTEN, setting.key, scope)


def _unset(configuration: Configuration, record: str, there: Mapping[str, tuple[str, ...]]) -> Done:
    key = record.partition(" ")[0]
    found = [Setting(key, value) for value in there.get(key.lower(), ())]
    ours = [setting for setting in found if _record(setting) == record]
    for setting in ours:
        configuration.remove(setting)
    configuration.remove(Setting(_INSTALLED, record))
    if not ours and found:
        return Done(Step.LEFT, key, configuration.scope, found[-1].value)
    return Done(Step.REMOVED if ours else Step.GONE, key, configuration.scope)


def _record(setting: Setting) -> str:
    """What is written down of a setting: enough to know it again."""
    from hashlib import blake2b

    return f"{setting.key} {blake2b(setting.value.encode('utf-8', 'surrogateescape'), digest_size=8).hexdigest()}"


def _attribute(configuration: Configuration, file: Path, wanted: Mapping[str, str]) -> Iterator[Done]:
    data = read(file)
    there = said(data)
    for name, value in wanted.items():
        if name in there:
            same = there[name] == f"{name}={value}"
            yield Done(Step.THERE if same else Step.LEFT, f"*.argmap {name}={value}", file, "" if same else there[name])
    missing = {name: value for name, value in wanted.items() if name not in there}
    if missing:
        added = addition(data, missing)
        text = added.decode()
        if text not in configuration.values(OURS).get(_ATTRIBUTES, ()):
            configuration.add(Setting(_ATTRIBUTES, text))
        _write(file, data + added, configuration.scope, data)
        yield Done(Step.WRITTEN, text.strip(), file)


def _take_out(configuration: Configuration, file: Path, added: str) -> Done:
    data = read(file)
    left = without(data, added.encode())
    if left != data:
        if left:
            _write(file, left, configuration.scope, data)
        else:
            file.unlink()
    configuration.remove(Setting(_ATTRIBUTES, added))
    return Done(Step.REMOVED if left != data else Step.GONE, added.strip(), file)


def attributes_file(configuration: Configuration) -> Path:
    """Where a scope keeps its attributes: for a repository the file at its top, which is a part of it.

    Raises:
        GitError: There is no git, no repository, or no reading its configuration.
    """
    if configuration.scope is Scope.REPOSITORY:
        repository = find_repository(configuration.folder)
        if repository.top is not None:
            return repository.top / ".gitattributes"
        path = repository.ask("rev-parse", "--git-path", "info/attributes")
        return configuration.folder / os.fsdecode(path.removesuffix(b"\n"))
    chosen = configuration.path("core.attributesFile")
    if chosen is not None:
        return chosen
    home = os.environ.get("XDG_CONFIG_HOME")
    return (Path(home) if home else Path.home() / ".config") / "git" / "attributes"


def read(file: Path) -> bytes:
    """What an attributes file holds; nothing where there is none."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""


def _write(file: Path, data: bytes, scope: Scope, before: bytes) -> None:
    """Write an attributes file; only that of a user may be a link, and git follows no other.

    Raises:
        OutsideError: It is a link, to whatever it may be.
        ChangedError: It does not hold any more what it held before.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    folder = file.resolve().parent if scope is Scope.USER else file.parent
    if scope is not Scope.USER and inside(file, folder) != folder.resolve() / file.name:
        raise OutsideError(f"{file} is a symbolic link, which git does not follow")
    write_atomically(file, data, folder, still=lambda now: read(now) == before)
