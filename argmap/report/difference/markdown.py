"""What changed, as a comment on a pull request (GitHub Flavored Markdown)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from argmap.diff.significance import Significance
from argmap.report.comparison.markdown import code_span, escaped
from argmap.report.difference.account import Account, Group, account
from argmap.report.difference.comment import Piece, Section, comment
from argmap.report.difference.entries import Entry
from argmap.report.difference.signs import NOTHING, SIGNS, reached, unread, where
from argmap.report.difference.told import Told
from argmap.wording.english import counted, shortened, single_spaced, stopped
from argmap.wording.rules import tally
from argmap.wording.text_changes import Run, runs

Links = Callable[[str, int, bool], str]
"""The address of a line: by file, line, and whether it is one of the new side."""

TAG = "<!-- argmap-diff -->"
"""The first line, by which the comment is found again and edited."""

_MOST_STANCES = 20
_LONGEST = 2000
"""Characters beyond which a wording is cut: one long text should not take the place of all other changes."""
# With a number after it this is a reference to another thread, which would then say that it was mentioned.
_REFERENCE = re.compile(r"\\#(?=\d)|\bGH-(?=\d)", re.IGNORECASE)
_END = "\n</details>\n"


def markdown(told: Told, links: Links | None = None) -> str:
    """The comment, of fewer characters than GitHub takes; what does not fit is counted.

    Args:
        told: What is told.
        links: Where lines can be seen; None where nowhere.
    """
    return comment(_sections(account(told), links), told.command)


def said(text: str) -> str:
    """Somebody's words, on one line, so that GitHub shows them as they are and tells nobody of a mention."""
    return _shown(single_spaced(text))


def _shown(text: str) -> str:
    return _REFERENCE.sub(lambda match: f"{match[0].removeprefix(chr(92))}<!-- -->", escaped(text))


def _sections(page: Account, links: Links | None) -> Iterator[Section]:
    yield Section((Piece(f"{TAG}\n**{said(page.verdict)}**\n"),))
    if page.partial:
        yield Section((Piece(f"> **Partial:** {said(unread(page.partial))}.\n"),))
    if page.stances:
        yield Section((Piece(_table(page)),))
    for significance in Significance:
        yield from _findings(page, significance, links)
    if page.suggestions:
        number = counted(len(page.suggestions), "guess", "guesses")
        yield Section(tuple(_guesses(page)), _opening(f"{number}: perhaps the same claim in other words"), _END)
    if page.accepted:
        number = counted(len(page.accepted), "change")
        yield Section(tuple(_accepted(page)), _opening(f"{number} accepted, and not counted above"), _END)


def _table(page: Account) -> str:
    rows = [["Who", "Question", "Before", "Now"], ["---"] * 4]
    for row in page.stances[:_MOST_STANCES]:
        rows.append(
            [said(row.holder), said(row.question), *(said(side) or NOTHING for side in (row.before, row.after))]
        )
    more = len(page.stances) - _MOST_STANCES
    lines = [f"| {' | '.join(row)} |\n" for row in rows]
    return "".join([*lines, f"\nand {counted(more, 'more changed stance')}, told below.\n" if more > 0 else ""])


def _findings(page: Account, significance: Significance, links: Links | None) -> Iterator[Section]:
    """All that matter so much: high ones open to view, by author, and the others folded away."""
    is_open = significance is Significance.HIGH
    groups = [
        Group(group.title, tuple(entry for entry in group.entries if entry.gravest is significance))
        for group in page.groups
    ]
    found = [(group.title, group.entries) for group in groups if group.entries]
    for title, entries in found if is_open else ():
        yield Section(tuple(piece for entry in entries for piece in _pieces(entry, links)), f"#### {said(title)}\n\n")
    if found and not is_open:
        pieces: list[Piece] = []
        for title, entries in found:
            first, *more = (piece for entry in entries for piece in _pieces(entry, links))
            pieces += [Piece(f"\n**{said(title)}**\n\n{first.text}", first.changes), *more]
        kinds = tally(rule for _, entries in found for entry in entries for rule in entry.rules)
        yield Section(
            tuple(pieces), _opening(f"{SIGNS[significance]} {significance.value.capitalize()}: {kinds}"), _END
        )


def _opening(summary: str) -> str:
    return f"<details>\n<summary>{summary}</summary>\n"


def _pieces(entry: Entry, links: Links | None, depth: int = 0) -> Iterator[Piece]:
    guide = "  " * depth
    lead = "so: " if depth else ""
    head = f"{guide}- {lead}**{SIGNS[entry.significance]} {entry.rule}** {said(stopped(entry.sentence))}"
    lines = [f"{head} {_place(entry, links)}".rstrip()]
    lines += [f"{guide}  - {line}" for line in _wording(entry)]
    if entry.reaches:
        lines.append(f"{guide}  - {said(reached(entry))}")
    yield Piece("".join(f"{line}\n" for line in lines), 1)
    for follower in entry.follows:
        yield from _pieces(follower, links, depth + 1)


def _place(entry: Entry, links: Links | None) -> str:
    if entry.at is None:
        return f"({code_span(entry.name)})" if entry.name else ""
    shown = code_span(where(entry.at)) + ("" if entry.at.is_new else " before")
    if links is not None and entry.at.line is not None:
        shown = f"[{shown}](<{_address(links(entry.at.file, entry.at.line, entry.at.is_new))}>)"
    return f"({shown}, {code_span(entry.name)})" if entry.name else f"({shown})"


def _address(url: str) -> str:
    """A link's target, which nothing in it can end."""
    return re.sub(r"[<>\\\s]", lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), url)


def _wording(entry: Entry) -> Iterator[str]:
    before, after = (
        [shortened(single_spaced(text), _LONGEST) for text in texts] for texts in (entry.before, entry.after)
    )
    if before == after:
        yield from (f"“{said(text)}”" for text in after)
    elif len(before) == len(after) == 1:
        old, new = runs(before[0], after[0])
        yield f"was: {_marked(old, 'del')}"
        yield f"now: {_marked(new, 'ins')}"
    else:
        yield from (f"was: {said(text)}" for text in before)
        yield from (f"now: {said(text)}" for text in after)


def _marked(parts: tuple[Run, ...], tag: str) -> str:
    return "".join(f"<{tag}>{_shown(part.text)}</{tag}>" if part.changed else _shown(part.text) for part in parts)


def _guesses(page: Account) -> Iterator[Piece]:
    for suggestion in page.suggestions:
        old, new = suggestion.guess.old, suggestion.guess.new
        before, after = runs(shortened(single_spaced(old.text), _LONGEST), shortened(single_spaced(new.text), _LONGEST))
        share = f"they share {suggestion.guess.overlap:.0%} of their words"
        lines = [
            "",
            f"- {code_span(old.id)} may now be {code_span(new.id)}: {share}",
            f"  - was: {_marked(before, 'del')}",
            f"  - now: {_marked(after, 'ins')}",
        ]
        if suggestion.line:
            # An id has no backtick in it, so nothing ends the block.
            lines += [f"  - if so, write under {code_span(new.id)}:", "", "    ```text"]
            lines += [f"      {suggestion.line}", "    ```"]
        yield Piece("".join(f"{line}\n" for line in lines))


def _accepted(page: Account) -> Iterator[Piece]:
    for number, accepted in enumerate(page.accepted):
        reason = f" ({said(accepted.reason)})" if accepted.reason else ""
        start = "" if number else "\n"
        yield Piece(f"{start}- {accepted.entry.rule}: {said(accepted.entry.sentence)}{reason}\n")
