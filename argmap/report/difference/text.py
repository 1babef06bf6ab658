"""What changed, for a terminal."""

from __future__ import annotations

from argmap.diff.significance import Significance
from argmap.report.cells import cells, wrap
from argmap.report.difference.account import Account, Group, account
from argmap.report.difference.entries import Entry
from argmap.report.difference.painted import compared
from argmap.report.difference.signs import SIGNS, parts_of_place, place_of_entry, reached, unread
from argmap.report.difference.told import Told
from argmap.report.palette import PLAIN, Palette, Role
from argmap.report.visible import visible
from argmap.wording.english import counted, single_spaced

_NARROWEST = 40
_ROLES = {Significance.HIGH: Role.ERROR, Significance.MEDIUM: Role.WARNING, Significance.LOW: Role.NOTE}


def text(told: Told, palette: Palette = PLAIN, width: int = 100) -> str:
    """The changes in lines of at most `width` cells (but never fewer than 40), those that matter most first."""
    return _Sheet(told, account(told), palette, max(width, _NARROWEST)).text()


class _Sheet:
    """Changes being laid out."""

    def __init__(self, told: Told, account: Account, palette: Palette, width: int) -> None:
        self._told = told
        self._account = account
        self._palette = palette
        self._width = width
        self._lines: list[str] = []

    def text(self) -> str:
        self._say(self._account.verdict, role=Role.STRONG)
        self._say(f"{self._told.old_name} -> {self._told.new_name}", role=Role.FRAME)
        if self._account.partial:
            self._say(f"partial: {unread(self._account.partial)}", role=Role.WARNING)
        for group in self._account.groups:
            self._group(group)
        self._guesses()
        self._accepted()
        return "".join(f"{line}\n" for line in self._lines)

    def _group(self, group: Group) -> None:
        self._heading(group.title)
        brief = False
        for entry in group.entries:
            # Only what matters least, and has nothing under it, stands close to its like.
            if not (brief and _is_brief(entry)):
                self._lines.append("")
            brief = _is_brief(entry)
            self._entry(entry)

    def _entry(self, entry: Entry, first: str = "", hang: str = "  ") -> None:
        sign = f"{SIGNS[entry.significance]} {entry.significance}[{entry.rule}]"
        role = _ROLES[entry.significance]
        place, reaches = place_of_entry(entry), reached(entry)
        if _is_brief(entry):
            details = ", ".join(filter(None, (*parts_of_place(entry), reaches.partition(":")[0])))
            self._say(f"{sign}: {entry.sentence}{f' ({details})' if details else ''}", first, hang, begins=(sign, role))
            return
        self._say(f"{sign}: {entry.sentence}", first, hang, begins=(sign, role))
        if place:
            self._say(f"--> {place}", hang, f"{hang}    ", begins=("-->", Role.FRAME))
        for line in compared(entry.before, entry.after, self._palette, self._width - len(hang)):
            self._lines.append(hang + line)
        if reaches:
            self._say(reaches, hang, f"{hang}  ")
        for follower in entry.follows:
            self._entry(follower, f"{hang}so: ", f"{hang}    ")

    def _guesses(self) -> None:
        if self._account.suggestions:
            self._heading("Perhaps the same claim in other words (guesses, of which nothing above makes use)")
        for suggestion in self._account.suggestions:
            old, new = suggestion.guess.old, suggestion.guess.new
            share = f"they share {suggestion.guess.overlap:.0%} of their words"
            self._lines.append("")
            self._say(f"? {old.id} may now be {new.id}: {share}", "", "  ")
            for line in compared((old.text,), (new.text,), self._palette, self._width - 2):
                self._lines.append(f"  {line}")
            if suggestion.line:
                self._say(f"if so, write under {new.id}:", "  ", "  ")
                self._say(suggestion.line, "    ", "    ", role=Role.HELP)

    def _accepted(self) -> None:
        if self._account.accepted:
            self._heading(f"Accepted, and not counted above: {counted(len(self._account.accepted), 'change')}")
        for accepted in self._account.accepted:
            reason = f" ({accepted.reason})" if accepted.reason else ""
            self._say(f"{accepted.entry.rule}: {accepted.entry.sentence}{reason}", "  ", "    ")

    def _heading(self, title: str) -> None:
        self._lines.append("")
        lines = wrap(visible(single_spaced(title)), self._width)
        self._lines += [self._palette.paint(Role.STRONG, line) for line in lines]
        self._lines.append("-" * max(map(cells, lines)))

    def _say(
        self,
        text: str,
        first: str = "",
        hang: str = "",
        *,
        role: Role | None = None,
        begins: tuple[str, Role] | None = None,
    ) -> None:
        """A text on as many lines as it takes; `begins` is its beginning, and how that is painted."""
        lines = wrap(visible(single_spaced(text)), self._width - max(cells(first), cells(hang)))
        for number, line in enumerate(lines):
            shown = self._palette.paint(role, line) if role is not None else line
            if begins is not None and not number and line.startswith(begins[0]):
                shown = self._palette.paint(begins[1], begins[0]) + line.removeprefix(begins[0])
            self._lines.append((hang if number else first) + shown)


def _is_brief(entry: Entry) -> bool:
    return entry.significance is Significance.LOW and not entry.before and not entry.after and not entry.follows
