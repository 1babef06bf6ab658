"""What the columns of a table are, told by their heads, and what the short answers in cells mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from unicodedata import normalize

from argmap.exchange.sheets import Row, Sheet

_WORD = re.compile(r"[^\W_]+")

HEADS: Mapping[str, tuple[str, ...]] = {
    "holder": (
        *("holder", "person", "speaker", "actor", "voter", "voter id", "participant", "respondent", "stakeholder"),
        *("party", "party id", "organization", "organisation", "author", "name", "user", "who", "country", "member"),
        *("partei kurzbezeichnung", "partei", "partei name", "parteien id", "akteur", "sprecher", "fraktion"),
    ),
    "issue": (
        *("issue", "concept", "comment id", "statement id", "question id", "question", "topic", "statement", "item"),
        *("proposition", "motion", "proposal", "policy", "subject", "dimension", "target"),
        *("these nr", "thesen id", "these", "frage", "thema"),
    ),
    "position": (
        *("position", "stance", "agreement", "agree", "vote", "answer", "response", "opinion", "view", "value"),
        *("choice", "qualifier", "polarity", "label"),
        *("position position", "parteien positionen", "haltung", "antwort", "zustimmung"),
    ),
    "question": (
        *("question", "question text", "statement", "comment body", "statement text"),
        *("these these", "these", "frage"),
    ),
    "answer": ("answer", "position text", "answer text"),
    "name": ("name", "short name", "full name", "name kurz", "name lang", "partei name"),
    "strength": ("strength", "certainty", "confidence", "intensity"),
    "negated": ("negated", "not", "negation"),
    "claim": (
        "claim text",
        "claim",
        "argument",
        "justification",
        "reason",
        "paraphrase",
        "text",
        "position begründung",
        "begründung",
    ),
    "claim id": ("claim id",),
    "verb": ("verb",),
    "voice": ("voice",),
    "from": ("from",),
    "holder id": ("holder id",),
    "document": ("document id", "document", "doc", "article"),
    "title": ("title", "document title"),
    "author": ("author", "authors", "document author"),
    "author id": ("author id", "author ids"),
    "publisher": ("publisher", "outlet", "newspaper", "document source"),
    "language": ("language",),
    "document by": ("document by",),
    "source": ("source", "source file", "url", "link", "file"),
    "line": ("line", "line number"),
    "cue": ("cue", "cues", "quote", "quotation", "excerpt"),
    "date": ("date", "document date", "timestamp", "datetime", "time", "year", "day", "said"),
    "said": ("said",),
    "document date": ("document date",),
    "kind": ("kind",),
    "as of": ("as of",),
    "until": ("until",),
    "claim strength": ("claim strength",),
    "by": ("by", "coder", "annotator", "encoder"),
    "sure": ("sure",),
    "note": ("note", "notes", "comment", "comments", "remark", "remarks"),
    "topic": ("topic", "thema"),
    "acceptance": ("acceptance",),
    "argument file": ("argument file",),
    "argument line": ("argument line",),
    "order": ("order",),
    "exhaustive": ("exhaustive",),
}
"""By what a column is, the heads that say so, the surest first; each head is taken once, in this order."""
NOT_IN_WIDE = frozenset(
    (
        "id|no|nr|number|email|email address|ip address|response id|xid|timestamp|date|time|datetime|submitted|created|"
        "date submitted|start time|completion time|source|notes|note|comment|comments|topic|title|group id|n comments|"
        "n votes|n agree|n disagree|n pass|these titel|these kurzform"
    ).split("|")
)
"""Heads of columns that are no holders and no questions in a wide table."""
AGREEMENTS = frozenset(("agreement", "agree", "vote", "votes", "qualifier", "polarity", "zustimmung"))
"""Heads of columns that say whether the holder agrees with a statement, where the cells do, too."""

_FOR = frozenset(
    (
        "1|1.0|+1|yes|y|true|agree|agrees|agreed|agreement|for|pro|support|supports|aye|in favour|in favor|stimme zu|ja"
    ).split("|")
)
_AGAINST = frozenset(
    (
        "-1|-1.0|no|n|false|disagree|disagrees|disagreed|disagreement|against|con|contra|oppose|opposes|nay|"
        "stimme nicht zu|nein"
    ).split("|")
)
_SURELY_AGREEMENT = frozenset(
    "agree|agrees|agreed|disagree|disagrees|disagreed|stimme zu|stimme nicht zu|-1|-1.0|+1".split("|")
)
"""Answers that are about a statement, and to no question."""
_PASS = frozenset(("0", "0.0", "pass", "abstain", "abstention", "neutral", "unsure"))
_NO_ANSWER = frozenset(
    ("", "-", "--", "\u2013", "\u2014", "?", "na", "n/a", "nan", "null", "no answer", "not available", ".")
)
_UNDECIDED = frozenset(("open", "undecided"))


def worded(head: str) -> str:
    """A head as plain words in lower case, so that `Voter-ID` and `voter_id` are one."""
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", normalize("NFKC", head))
    return " ".join(_WORD.findall(text)).lower()


class Columns(NamedTuple):
    """Which column is what.

    Attributes:
        by_role: The numbers of columns by a key of `HEADS`.
        heads: Of all columns that have one, as they stand there.
        head: The row of the heads.
        rows: Those below it.
        doubled: Columns whose head another before them has.
    """

    by_role: Mapping[str, int]
    heads: Mapping[int, str]
    head: Row
    rows: list[Row]
    doubled: tuple[int, ...]

    @property
    def is_long(self) -> bool:
        """Whether each row says that somebody answers a question somehow."""
        return all(role in self.by_role for role in ("holder", "issue", "position"))

    @property
    def is_of_issues(self) -> bool:
        """Whether each row says what a question asks, or how it can be answered, and nobody answers it."""
        roles = self.by_role
        return "issue" in roles and ("question" in roles or "answer" in roles) and "holder" not in roles

    @property
    def is_of_names(self) -> bool:
        """Whether each row says what somebody is called who has a number elsewhere."""
        roles = self.by_role
        return "holder" in roles and "name" in roles and "issue" not in roles and "position" not in roles

    def unused(self) -> Iterable[int]:
        """Columns of which nothing is known."""
        used = set(self.by_role.values())
        return (column for column in self.heads if column not in used and column not in self.doubled)


_MOST_ABOVE = 20
"""Rows above the heads of a table, such as its title."""


def columns_of(sheet: Sheet, chosen: Mapping[str, str]) -> Columns | None:
    """What the columns of a table are: the row is found whose heads say the most; None where there are no rows.

    Args:
        sheet: The table.
        chosen: Heads that are told to be something, by a key of `HEADS`.
    """
    best: Columns | None = None
    for number, row in enumerate(sheet.rows[:_MOST_ABOVE]):
        found = _columns(row, sheet.rows[number + 1 :], chosen)
        if found.is_long or found.is_of_issues:
            return found
        if len(found.by_role) > max(1, len(best.by_role) if best is not None else 0):
            best = found
    if best is not None:
        return best
    # A wide table need not have heads that are known: they stand in the first row that
    # is as full as any, or has an empty corner.
    most = max((len(row.cells) for row in sheet.rows[:_MOST_ABOVE]), default=0)
    rows = enumerate(row.cells for row in sheet.rows)
    at = next((number for number, cells in rows if len(cells) >= (2 if 0 not in cells else max(most - 1, 2))), None)
    return None if at is None else _columns(sheet.rows[at], sheet.rows[at + 1 :], chosen)


def _columns(head: Row, rows: list[Row], chosen: Mapping[str, str]) -> Columns:
    by_name: dict[str, int] = {}
    doubled = []
    for column, text in sorted(head.cells.items()):
        if by_name.setdefault(worded(text), column) != column:
            doubled.append(column)
    by_role: dict[str, int] = {}
    for role, name in chosen.items():
        if role in HEADS and worded(name) in by_name:
            by_role[role] = by_name[worded(name)]
    taken = set(by_role.values())
    for role, names in HEADS.items():
        if role in by_role:
            continue
        free = (by_name[name] for name in names if name in by_name and by_name[name] not in taken)
        for first in free:
            by_role[role] = first
            taken.add(first)
            break
    return Columns(by_role, dict(head.cells), head, rows, tuple(doubled))


def says_nothing(cell: str) -> bool:
    """Whether a cell is a mark for no answer."""
    return cell.casefold() in _NO_ANSWER


def is_undecided(cell: str) -> bool:
    """Whether a cell says that its holder is undecided."""
    return cell.casefold() in _UNDECIDED


def agreement(cell: str, *, zero_is_no: bool = False) -> bool | None:
    """Whether a cell says that its holder agrees; None where it says neither."""
    said = cell.casefold()
    if said in _FOR:
        return True
    if said in _AGAINST or (zero_is_no and said in ("0", "0.0")):
        return False
    return None


def all_agree_or_not(cells: Iterable[str]) -> bool:
    """Whether cells say nothing but agreement, its opposite, and passes; at least one says more than that it passes."""
    said = {cell.casefold() for cell in cells} - _NO_ANSWER
    return bool(said & (_FOR | _AGAINST)) and said <= _FOR | _AGAINST | _PASS


def any_is_surely_agreement(cells: Iterable[str]) -> bool:
    """Whether a cell says something that is said of statements alone."""
    return any(cell.casefold() in _SURELY_AGREEMENT for cell in cells)
