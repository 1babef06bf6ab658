"""Who answers what: a row an issue, a column a holder."""

from __future__ import annotations

from argmap.compare.coalition import coalition_order
from argmap.compare.holder import Holder
from argmap.model.ids import IssueId
from argmap.report.comparison.account import Account
from argmap.wording.stances import cell


def columns(account: Account) -> tuple[Holder, ...]:
    """The holders in coalition order: those who agree stand together."""
    return coalition_order(account.comparison, account.holders)


def rows(account: Account, holders: tuple[Holder, ...]) -> tuple[tuple[IssueId, tuple[str, ...]], ...]:
    """For each issue of the account, the cells of these holders."""
    stances = account.comparison.stances
    return tuple((issue, tuple(cell(stances.profile(holder, issue)) for holder in holders)) for issue in account.issues)
