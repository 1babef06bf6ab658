"""Telling git what argument files are, taking back exactly that, and what git knows of them.

What was written is written down beside it, under ``argmap.installed`` and ``argmap.attributes`` in the same
configuration file: whatever else stands there, or was changed since, belongs to somebody and stays.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from enum import Enum
from pathlib import Path

import attrs

from argmap.git.file_drivers import TEXTCONV, Part, Setting, settings, started_by, starts_textconv
from argmap.git.repository import asked, find_repository
from argmap.programs import find_program
from argmap.workspace.errors import OutsideError
from argmap.workspace.writing import inside, write_atomically

NAME = Part.MERGE.driver
PATTERN = Part.MERGE.pattern
_OURS = r"^((diff|merge)\.argmap(-renders)?|argmap)\."
"""The keys that concern argmap, as a pattern."""
_INSTALLED, _ATTRIBUTES = "argmap.installed", "argmap.attributes"


class Scope(Enum):
    """Which of git's configuration files; the value is git's option for it."""

    REPOSITORY = "--local"
    USER = "--global"


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
        _, out = asked(self.folder, "config", "-z", self.scope.value, "--type=path", "--get", key, fine=(0, 1))
        return self.folder / os.fsdecode(out.removesuffix(b"\0")) if out else None

    def attributes_file(self) -> Path:
        """Where a scope keeps its attributes: for a repository the file at its top, which is a part of it.

        Raises:
            GitError: There is no git, no repository, or no reading its configuration.
        """
        if self.scope is Scope.REPOSITORY:
            repository = find_repository(self.folder)
            if repository.top is not None:
                return repository.top / ".gitattributes"
            path = repository.ask("rev-parse", "--git-path", "info/attributes")
            return self.folder / os.fsdecode(path.removesuffix(b"\n"))
        chosen = self.path("core.attributesFile")
        if chosen is not None:
            return chosen
        home = os.environ.get("XDG_CONFIG_HOME")
        return (Path(home) if home else Path.home() / ".config") / "git" / "attributes"

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
    """Switch parts on, as far as they are off, and off what an older argmap switched on.

    Nothing that somebody else wrote is changed.

    Raises:
        GitError: There is no git, no repository, or no writing its configuration.
        OSError: The attributes file cannot be read or written.
    """
    configuration = Configuration(folder, scope)
    file = configuration.attributes_file()
    there = configuration.values(_OURS)
    wanted = [setting for part in Part if part in parts for setting in settings(part, program)]
    done = [_unset(configuration, record, there) for record in _outdated(there)]
    done += [_set(configuration, setting, there) for setting in wanted]
    for pattern in dict.fromkeys(part.pattern for part in Part):
        switched = [part for part in Part if part in parts and part.pattern == pattern]
        done += _attribute(configuration, file, pattern, {part.attribute: part.driver for part in switched})
    return tuple(done)


def uninstall(folder: Path, scope: Scope) -> tuple[Done, ...]:
    """Take away what `install` wrote, where it still stands so; nothing where it wrote nothing.

    Raises:
        GitError: There is no git, no repository, or no writing its configuration.
        OSError: The attributes file cannot be read or written.
    """
    configuration = Configuration(folder, scope)
    file = configuration.attributes_file()
    there = configuration.values(_OURS)
    records = dict.fromkeys((*there.get(_INSTALLED, ()), *_outdated(there)))
    return (
        *(_unset(configuration, record, there) for record in records),
        *(_take_out(configuration, file, added) for added in reversed(there.get(_ATTRIBUTES, ()))),
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
    if record in there.get(_INSTALLED, ()):
        configuration.remove(Setting(_INSTALLED, record))
    if not ours and found:
        return Done(Step.LEFT, key, configuration.scope, found[-1].value)
    return Done(Step.REMOVED if ours else Step.GONE, key, configuration.scope)


def _outdated(there: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The records, written down or not, of what no argmap sets any more."""
    return tuple(_record(Setting(TEXTCONV, value)) for value in there.get(TEXTCONV, ()) if starts_textconv(value))


def _record(setting: Setting) -> str:
    """What is written down of a setting: enough to know it again."""
    from hashlib import blake2b

    return f"{setting.key} {blake2b(setting.value.encode('utf-8', 'surrogateescape'), digest_size=8).hexdigest()}"


def _attribute(configuration: Configuration, file: Path, pattern: str, wanted: Mapping[str, str]) -> Iterator[Done]:
    data = read_attributes(file)
    there = attributes_in(data, pattern)
    for name, value in wanted.items():
        if name in there:
            same = there[name] == f"{name}={value}"
            yield Done(
                Step.THERE if same else Step.LEFT, f"{pattern} {name}={value}", file, "" if same else there[name]
            )
    missing = {name: value for name, value in wanted.items() if name not in there}
    if missing:
        added = attributes_line(data, missing, pattern)
        text = added.decode()
        if text not in configuration.values(_OURS).get(_ATTRIBUTES, ()):
            configuration.add(Setting(_ATTRIBUTES, text))
        _write(file, data + added, configuration.scope, data)
        yield Done(Step.WRITTEN, text.strip(), file)


def _take_out(configuration: Configuration, file: Path, added: str) -> Done:
    data = read_attributes(file)
    left = without_line(data, added.encode())
    if left != data:
        if left:
            _write(file, left, configuration.scope, data)
        else:
            file.unlink()
    configuration.remove(Setting(_ATTRIBUTES, added))
    return Done(Step.REMOVED if left != data else Step.GONE, added.strip(), file)


def read_attributes(file: Path) -> bytes:
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
    write_atomically(file, data, folder, still=lambda now: read_attributes(now) == before)


def attributes_in(data: bytes, pattern: str = PATTERN) -> Mapping[str, str]:
    """By attribute, the last word in the file on all files of a pattern: ``diff=argmap``, ``-diff``, ..."""
    last: dict[str, str] = {}
    for line in data.split(b"\n"):
        words = line.decode(errors="replace").split()
        if words[:1] == [pattern]:
            last.update({word.lstrip("-!").partition("=")[0]: word for word in words[1:]})
    return last


def attributes_line(data: bytes, attributes: Mapping[str, str], pattern: str = PATTERN) -> bytes:
    """What to put at the end of a file so that files of a pattern have these attributes, in a line of its own."""
    end = b"\r\n" if b"\r\n" in data else b"\n"
    line = " ".join((pattern, *(f"{name}={value}" for name, value in attributes.items())))
    return (end if data and not data.endswith(b"\n") else b"") + line.encode() + end


def without_line(data: bytes, added: bytes) -> bytes:
    """A file without what was once put at its end; where something follows by now, without that line."""
    rest = data.removesuffix(added)
    if rest != data and (not rest or rest.endswith(b"\n") or added.startswith((b"\n", b"\r"))):
        return rest
    return b"\n".join(line for line in data.split(b"\n") if line.strip() != added.strip())


@attrs.frozen
class Setup:
    """What git knows of argument files in one scope.

    Attributes:
        scope: Which.
        settings: The settings that concern argmap, by key in lower case.
        attributes: What the attributes file says of the files of a pattern, by pattern and attribute.
        file: The attributes file, there or not.
    """

    scope: Scope
    settings: Mapping[str, tuple[str, ...]]
    attributes: Mapping[str, Mapping[str, str]]
    file: Path

    def has(self, part: Part) -> bool:
        """Whether all settings of a part are there, whatever they say."""
        return all(setting.key.lower() in self.settings for setting in settings(part, ""))

    @property
    def has_textconv(self) -> bool:
        """Whether it has argmap, as it once was, add lines to what git takes for the text of a file."""
        return any(map(starts_textconv, self.settings.get(TEXTCONV, ())))

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
    file = configuration.attributes_file()
    data = read_attributes(file)
    attributes = {pattern: attributes_in(data, pattern) for pattern in dict.fromkeys(part.pattern for part in Part)}
    return Setup(scope, configuration.values(_OURS), attributes, file)


def attributes_in_force(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """What git makes of the files of each pattern at the top of the repository around a folder, by attribute.

    That is ``unspecified``, ``argmap``, ...

    Raises:
        GitError: There is no git, or no repository.
    """
    names = sorted({part.attribute for part in Part})
    repository = find_repository(folder)
    found = {}
    for pattern in dict.fromkeys(part.pattern for part in Part):
        path = pattern.removeprefix("**/").replace("**", "*").replace("*", "x")
        words = repository.ask("check-attr", "-z", *names, "--", f":/{path}").decode(errors="replace").split("\0")
        found[pattern] = dict(zip(words[1::3], words[2::3], strict=False))
    return found


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
