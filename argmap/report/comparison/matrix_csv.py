"""The matrix of stances as CSV (RFC 4180), for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.report.comparison.account import Account
from argmap.report.comparison.matrix import columns, rows
from argmap.report.visible import visible


def matrix_csv(account: Account) -> str:
    """A row an issue, a column a holder (``document`` or ``document/actor``), in coalition order; UTF-8, CR LF.

    A cell is ``position (strength)``, ``not position``, ``open`` or, where the holder is silent, ``-``; two answers are
    joined by ``+``, an asterisk marks what only follows or was left unsaid, a tilde what the author ascribes to
    an actor with a reserve, and ``if`` what depends on a condition.
    """
    holders = columns(account)
    names = [holder.document + (f"/{holder.actor}" if holder.actor else "") for holder in holders]
    issues = account.comparison.corpus.issues
    lines = [["issue", "question", *names]]
    lines += [[issue, issues[issue].question, *cells] for issue, cells in rows(account, holders)]
    return "".join(_line(line) for line in lines)


def _line(fields: Iterable[str]) -> str:
    return ",".join(map(_field, fields)) + "\r\n"


def _field(text: str) -> str:
    shown = visible(" ".join(text.split("\n")))
    # A spreadsheet would run this as a formula.
    if shown[:1] in ("=", "+", "-", "@") and shown != "-":
        shown = f"'{shown}"
    return '"' + shown.replace('"', '""') + '"' if set(shown) & set('",') else shown
