"""Records by id, and as lists of plain dicts that have the keys of the JSON that argmap publishes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

if TYPE_CHECKING:
    from argmap.compare.naming import Unknown
    from argmap.records.fields import Field, Kind, Published
    from argmap.source.finding import Finding
    from argmap.source.text import SourceText

R = TypeVar("R")


class UnknownNameError(KeyError):
    """Nothing has a name that was asked for; the message says which name is most like it.

    Attributes:
        unknown: The name, and the nearest known one.
        is_issue: Whether it should be the name of an issue.
    """

    def __init__(self, thing: str, unknown: Unknown) -> None:
        suggestion = f"; did you mean `{unknown.nearest}`?" if unknown.nearest else ""
        super().__init__(f"no {thing} is called `{unknown.name}`{suggestion}")
        self.unknown = unknown
        self.is_issue = thing == "issue"

    @classmethod
    def among(cls, known: Iterable[str], thing: str, name: str) -> UnknownNameError:
        """The error for a name that is none of those that are known."""
        from argmap.compare.naming import Unknown
        from argmap.source.nearest import nearest

        return cls(thing, Unknown(name, nearest(name, known)))

    def __str__(self) -> str:
        # A KeyError would put its message in quotation marks.
        return str(self.args[0])


_SAYING = {"document": "title", "claim": "text", "issue": "question", "actor": "name", "term": "meaning"}
"""The attribute that tells most of a record, by its sort."""


def shown(header: tuple[str, ...], rows: Iterable[tuple[str, ...]], total: int, caption: str = "") -> str:
    """A table for a notebook, of the first of so many rows."""
    from itertools import islice

    from argmap.report.html import MOST_ROWS, fragment
    from argmap.report.page import Table

    return fragment(Table(header, tuple(islice(rows, MOST_ROWS)), caption), total)


class Findings(tuple["Finding", ...]):
    """Findings, which a notebook shows as a table.

    Attributes:
        texts: Those in which they are, by name.
    """

    texts: Mapping[str, SourceText]

    @classmethod
    def of(cls, findings: Iterable[Finding], texts: Mapping[str, SourceText]) -> Findings:
        """Findings in some texts."""
        made = cls(findings)
        made.texts = texts
        return made

    def _where(self, finding: Finding) -> str:
        text = self.texts.get(finding.place.file)
        line = f":{text.position(finding.place.span.start).line}" if text is not None else ""
        return finding.place.file + line

    def _repr_html_(self) -> str:
        # The gravest first, since no more than some are shown.
        from argmap.source.finding import Severity

        ranks = {severity: rank for rank, severity in enumerate(Severity)}
        gravest = sorted(self, key=lambda one: ranks[one.severity])
        rows = ((one.severity.value, one.code, one.message, self._where(one), one.help) for one in gravest)
        return shown(("severity", "code", "message", "where", "help"), rows, len(self))


@attrs.frozen(eq=False, repr=False)
class Records(Mapping[str, R], Generic[R]):
    """Records of one sort by id; whoever mistypes an id is told the nearest.

    Attributes:
        thing: What one of them is called.
    """

    thing: str
    _by_id: Mapping[Any, R]

    def __getitem__(self, name: str) -> R:
        try:
            return self._by_id[name]
        except KeyError:
            raise UnknownNameError.among(self._by_id, self.thing, name) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def _ipython_key_completions_(self) -> list[str]:
        return list(self)

    def __repr__(self) -> str:
        from argmap.wording.english import counted

        return counted(len(self), self.thing)

    def _repr_html_(self) -> str:
        saying = _SAYING[self.thing]
        rows = ((name, getattr(record, saying)) for name, record in self._by_id.items())
        return shown((self.thing, saying), rows, len(self))


def lists_of(published: Published) -> dict[str, Field[Any, Any]]:
    """The lists of records in a published JSON, by key."""
    from argmap.records.fields import Many, Record

    whole = published.kind
    fields = whole.fields if isinstance(whole, Record) else ()
    lists = (field for field in fields if isinstance(field.kind, Many) and isinstance(field.kind.item, Record))
    return {field.name: field for field in lists}


def plain(kind: Kind, values: Iterable[object], context: object) -> list[dict[str, Any]]:
    """Values as a list of such a kind: nothing but dicts, lists, texts, numbers and truth values."""
    import json

    from argmap.report.visible import json_text

    assert kind.writer is not None
    found: list[dict[str, Any]] = json.loads(json_text(kind.writer(values, context)))
    return found


def stances_of(profiles: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The stances in the records of profiles, each with what its profile says of them all."""
    return [
        {**{key: value for key, value in profile.items() if key != "stances"}, **stance}
        for profile in profiles
        for stance in profile["stances"]
    ]
