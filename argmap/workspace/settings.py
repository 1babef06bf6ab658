"""What a project may choose: in ``argmap.toml``, or under ``[tool.argmap]`` in ``pyproject.toml``.

A project names no program to run: its engine is one of two words, and a path to another engine is for the command
line or the environment, which belong to whoever runs argmap.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from argmap.language.ids import is_id
from argmap.source.codes import SEVERITIES
from argmap.source.finding import Finding, Severity
from argmap.source.nearest import suggestion
from argmap.source.text import Place, SourceText, Span
from argmap.workspace.errors import OutsideError
from argmap.workspace.reader import Reading, read_file
from argmap.workspace.writing import inside

if TYPE_CHECKING:
    from argmap.diff.rule import Rule

OWN_FILE = "argmap.toml"
SHARED_FILE = "pyproject.toml"

TABLE = ("tool", "argmap")
BAD_SETTING = "A009"
_LONGEST = 60
LANGUAGES = (1, 2)
"""Versions of the language."""
_WHERE = re.compile(r"\(at line ([0-9]+), column ([0-9]+)\)")

W = TypeVar("W", bound=StrEnum)


class Level(StrEnum):
    """How much a kind of finding matters to a project; ``off`` is not at all."""

    OFF = "off"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class Weight(StrEnum):
    """How much a kind of change matters to a project; ``off`` is not at all."""

    OFF = "off"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Engine(StrEnum):
    """The layout engines that a project may choose."""

    EMBEDDED = "embedded"
    SYSTEM = "system"


@attrs.frozen(kw_only=True)
class Settings:
    """The choices of a project; each has a default.

    Attributes:
        levels: By code of a finding, where it differs from the catalogue.
        changes: By rule of a change, where it differs from argmap's own table.
        schemes: Argumentation schemes beside the known ones.
        engine: None where the project leaves it open.
        sources: The folder of source texts, relative to the project; empty where there is none.
        language: The version of the language in which the argument files are written.
        title: What the project is called; empty where it has no name.
        page: Whether a build writes the project as one HTML page, too.
    """

    levels: Mapping[str, Level] = attrs.field(factory=dict)
    changes: Mapping[Rule, Weight] = attrs.field(factory=dict)
    schemes: tuple[str, ...] = ()
    engine: Engine | None = None
    sources: str = ""
    language: int = 1
    title: str = ""
    page: bool = False

    def weigh(self, finding: Finding) -> Finding | None:
        """The finding as this project sees it; None where it is switched off."""
        level = self.levels.get(finding.code)
        if level is None:
            return finding
        return None if level is Level.OFF else attrs.evolve(finding, severity=Severity(level.value))


def read_settings(root: Path) -> tuple[Settings, tuple[Reading, ...]]:
    """The settings of a project, and the files that hold them with what is wrong there; a wrong setting is left out.

    A file of argmap's own goes before the table in ``pyproject.toml``, and having both is a finding.
    """
    return settings_in(read_setting_file(root, OWN_FILE), read_setting_file(root, SHARED_FILE), root)


def settings_in(own: Reading | None, shared: Reading | None, root: Path) -> tuple[Settings, tuple[Reading, ...]]:
    """The settings in a file of argmap's own and in ``pyproject.toml``, wherever these stand; see `read_settings`."""
    if shared is not None and "argmap" not in shared.source.text:
        shared = None
    if own is None:
        return (Settings(), ()) if shared is None else _understood(shared, TABLE, root)
    settings, files = _understood(own, (), root)
    if shared is not None and toml_table(shared.source, TABLE)[0]:
        label = f"`{OWN_FILE}` is there too, and is what counts"
        place = Locator(shared.source, TABLE).place()
        found = Finding(code=BAD_SETTING, message="the project has settings in two files", place=place, label=label)
        files += (attrs.evolve(shared, findings=(*shared.findings, found)),)
    return settings, files


def read_setting_file(root: Path, name: str) -> Reading | None:
    """A file that can hold settings; None where nothing stands there."""
    path = root / name
    return read_file(path, name, root) if os.path.lexists(path) else None


def _understood(reading: Reading, table: tuple[str, ...], root: Path) -> tuple[Settings, tuple[Reading, ...]]:
    content, wrong = toml_table(reading.source, table)
    reader = _Reader(Locator(reading.source, table), root)
    settings = reader.settings(content)
    return settings, (attrs.evolve(reading, findings=(*reading.findings, *wrong, *reader.findings)),)


class _Reader:
    """Turns a table into settings and collects what is wrong with it."""

    def __init__(self, locator: Locator, root: Path) -> None:
        self._locator = locator
        self._root = root
        self.findings: list[Finding] = []

    def settings(self, table: Mapping[str, Any]) -> Settings:
        readers: dict[str, Callable[[Any], Any]] = {
            "levels": self._levels,
            "changes": self._changes,
            "schemes": self._schemes,
            "engine": self._engine,
            "sources": self._sources,
            "language": self._language,
            "title": self._title,
            "page": self._page,
        }
        for key in table:
            if key not in readers:
                self._find(
                    f"`{_short(key)}` is no setting{suggestion(_short(key), readers)}",
                    "settings are " + _listed(readers),
                    key,
                )
        return Settings(**{key: read(table[key]) for key, read in readers.items() if key in table})

    def _levels(self, value: object) -> dict[str, Level]:
        help_ = "codes stand in square brackets before each finding"
        return self._weighed(
            "levels", value, Level, known=SEVERITIES, thing="code of a finding", example='A401 = "off"', where=help_
        )

    def _changes(self, value: object) -> dict[Rule, Weight]:
        from argmap.diff.rule import Rule

        help_, example = "`argmap diff` names the rule of each change", 'claim-moved = "off"'
        weighed = self._weighed(
            "changes", value, Weight, known=set(Rule), thing="kind of change", example=example, where=help_
        )
        return {Rule(name): weight for name, weight in weighed.items()}

    def _weighed(
        self,
        setting: str,
        value: object,
        kinds: type[W],
        *,
        known: Collection[str],
        thing: str,
        example: str,
        where: str,
    ) -> dict[str, W]:
        """A table that says of each name how much it matters."""
        if not isinstance(value, dict):
            self._find(f"`{setting}` is not a table", f"write {setting} = {{ {example} }}", setting)
            return {}
        weights = {}
        for name, weight in value.items():
            if name not in known:
                self._find(f"`{_short(name)}` is no {thing}{suggestion(_short(name), known)}", where, setting, name)
            elif isinstance(weight, str) and weight in set(kinds):
                weights[name] = kinds(weight)
            else:
                message = f"`{_short(weight)}` is no level{suggestion(_short(weight), kinds)}"
                self._find(message, f"levels are {_listed(kinds)}", setting, name, str(weight))
        return weights

    def _schemes(self, value: object) -> tuple[str, ...]:
        if not isinstance(value, list):
            self._find("`schemes` is not a list", 'write schemes = ["expert-opinion"]', "schemes")
            return ()
        schemes = []
        for scheme in value:
            if isinstance(scheme, str) and is_id(scheme):
                schemes.append(scheme)
            else:
                help_ = "a name is letters, digits and single inner hyphens, in quotes"
                self._find(f"`{_short(scheme)}` cannot name a scheme", help_, "schemes", str(scheme))
        return tuple(schemes)

    def _engine(self, value: object) -> Engine | None:
        if isinstance(value, str) and value in set(Engine):
            return Engine(value)
        help_ = f"engines are {_listed(Engine)}; a path is given with --engine or ARGMAP_DOT, not by the project"
        message = f"`{_short(value)}` is no engine{suggestion(_short(value), Engine)}"
        self._find(message, help_, "engine", str(value))
        return None

    def _sources(self, value: object) -> str:
        help_ = "name a folder in the project, or give another with --sources"
        if not isinstance(value, str) or not value:
            self._find("`sources` is not the name of a folder", help_, "sources")
            return ""
        try:
            path = PurePosixPath(value.replace("\\", "/"))
            if path.is_absolute() or ".." in path.parts:
                raise OutsideError(value)
            inside(self._root / path, self._root)
        except OutsideError:
            self._find(f"`{_short(value)}` leads out of the project", help_, "sources", value)
            return ""
        return path.as_posix()

    def _language(self, value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and value in LANGUAGES:
            return value
        newer = isinstance(value, int) and value > max(LANGUAGES)
        help_ = "a newer argmap may know it" if newer else f"write language = {max(LANGUAGES)}"
        self._find(f"`{_short(value)}` is no version of the language that this argmap knows", help_, "language")
        return max(LANGUAGES) if newer else min(LANGUAGES)

    def _title(self, value: object) -> str:
        if isinstance(value, str) and value.strip() and "\n" not in value:
            return value.strip()
        self._find("`title` is not a line of text", 'write title = "What these texts are about"', "title")
        return ""

    def _page(self, value: object) -> bool:
        if not isinstance(value, bool):
            self._find("`page` is neither true nor false", "write page = true for a build to write page.html", "page")
        return value is True

    def _find(self, message: str, help_: str, *words: str) -> None:
        self.findings.append(Finding(code=BAD_SETTING, message=message, place=self._locator.place(*words), help=help_))


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _short(value: object) -> str:
    """A value of a setting, as much of it as a message can hold."""
    text = str(value)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def toml_table(source: SourceText, table: tuple[str, ...]) -> tuple[dict[str, Any], tuple[Finding, ...]]:
    """One table of a text, empty where there is none; what keeps it from being read is a finding."""
    import tomllib

    try:
        content: Any = tomllib.loads(source.text)
        for part in table:
            content = content.get(part, {}) if isinstance(content, dict) else {}
    except (ValueError, RecursionError) as error:
        said = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "it holds something too large"
        message = f"this is not TOML: {_WHERE.sub('', said).strip()}"
        return {}, (Finding(code=BAD_SETTING, message=message, place=_place_of(said, source)),)
    if isinstance(content, dict):
        return content, ()
    place = Locator(source, table).place()
    return {}, (Finding(code=BAD_SETTING, message="`argmap` is not a table", place=place, help="write [tool.argmap]"),)


def _place_of(said: str, source: SourceText) -> Place:
    """The place that tomllib names in words; the end of the text where it names none."""
    where = _WHERE.search(said)
    if where is None:
        return Place(source.name, Span(len(source.text), len(source.text)))
    lines = source.text.split("\n")
    number = int(where[1])
    start = sum(len(line) + 1 for line in lines[: number - 1]) + int(where[2]) - 1
    start = min(start, len(source.text))
    return Place(source.name, Span(start, min(start + 1, len(source.text))))


class Locator:
    """Finds what stands in a TOML file by its words, as people do, since `tomllib` does not keep places."""

    def __init__(self, source: SourceText, table: tuple[str, ...]) -> None:
        self._source = source
        header = re.search(r"\[\s*" + r"\s*\.\s*".join(map(re.escape, table)), source.text) if table else None
        self._start = header.end() if header else 0
        self._header = Span(header.start() + 1, header.end()) if header else Span(0, 0)

    def place(self, *words: str) -> Place:
        """The last of the words, each looked for behind the one before; as many of them as can be found."""
        span, start = self._header, self._start
        for word in words:
            match = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])").search(self._source.text, start)
            if word and match:
                span, start = Span(*match.span()), match.end()
        return Place(self._source.name, span)
