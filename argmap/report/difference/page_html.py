"""What changed, as one page for a browser or a printer that loads nothing and runs nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from argmap.report.difference.account import Account, Group, account
from argmap.report.difference.entries import Entry
from argmap.report.difference.signs import NOTHING, SIGNS, place_of_entry, reached, unread
from argmap.report.difference.told import Told
from argmap.report.visible import visible
from argmap.wording.english import counted, single_spaced, stopped
from argmap.wording.text_changes import Run, runs

_PROLOGUE = re.compile(r"\A\ufeff?\s*(<\?xml[^>]*\?>)?\s*(<!DOCTYPE[^>]*>)?\s*")
_TITLE = "What changed in the arguments"


def html(told: Told, svg: str = "") -> str:
    """The page.

    Args:
        told: What is told.
        svg: A drawing of what changed, which stands in the page as it is; empty where there is none.
    """
    from importlib.resources import files
    from string import Template

    page = account(told)
    template = Template(files("argmap.report.difference").joinpath("page.html").read_text(encoding="utf-8"))
    return template.substitute(
        title=_TITLE,
        sides=f"From {_text(told.old_name)} to {_text(told.new_name)}",
        verdict=_text(page.verdict),
        content="".join(f"{line}\n" for line in _content(page, _PROLOGUE.sub("", svg))).rstrip("\n"),
    )


def _content(page: Account, svg: str) -> Iterator[str]:
    if page.partial:
        yield f"<p><strong>Partial:</strong> {_text(unread(page.partial))}.</p>"
    if svg:
        yield f"<figure>\n{svg.strip()}\n<figcaption>What changed, before and after</figcaption>\n</figure>"
    yield from _stances(page)
    for group in page.groups:
        yield from _group(group)
    yield from _guesses(page)
    yield from _accepted(page)


def _stances(page: Account) -> Iterator[str]:
    if not page.stances:
        return
    yield "<table>\n<caption>Changed stances</caption>"
    titles = "".join(f'<th scope="col">{title}</th>' for title in ("Who", "Question", "Before", "Now"))
    yield f"<thead><tr>{titles}</tr></thead>"
    yield "<tbody>"
    for row in page.stances:
        cells = "".join(f"<td>{_text(cell) or NOTHING}</td>" for cell in (row.question, row.before, row.after))
        yield f'<tr><th scope="row">{_text(row.holder)}</th>{cells}</tr>'
    yield "</tbody>\n</table>"


def _group(group: Group) -> Iterator[str]:
    yield f"<section>\n<h2>{_text(group.title)}</h2>"
    yield from _list(group.entries, "changes")
    yield "</section>"


def _list(entries: Iterable[Entry], name: str) -> Iterator[str]:
    yield f'<ul class="{name}">'
    for entry in entries:
        yield from _entry(entry)
    yield "</ul>"


def _entry(entry: Entry) -> Iterator[str]:
    yield f'<li class="change {entry.significance}">'
    level = f'<span class="level">{SIGNS[entry.significance]} {entry.significance}</span> <code>{entry.rule}</code>'
    yield f"<p>{level} {_text(stopped(entry.sentence))}</p>"
    yield from _wording(entry.before, entry.after)
    place = place_of_entry(entry)
    if place:
        yield f'<p class="place"><code>{_text(place)}</code></p>'
    if entry.reaches:
        yield f'<p class="reaches">{_text(reached(entry))}</p>'
    if entry.follows:
        yield "<p>So:</p>"
        yield from _list(entry.follows, "follows")
    yield "</li>"


def _wording(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
    if before == after:
        yield from (f"<p>“{_text(text)}”</p>" for text in after)
    elif len(before) == len(after) == 1:
        old, new = runs(single_spaced(before[0]), single_spaced(after[0]))
        yield f'<p class="old">Was: {_marked(old, "del")}</p>'
        yield f'<p class="new">Now: {_marked(new, "ins")}</p>'
    else:
        yield from (f'<p class="old">Was: {_text(text)}</p>' for text in before)
        yield from (f'<p class="new">Now: {_text(text)}</p>' for text in after)


def _marked(parts: tuple[Run, ...], tag: str) -> str:
    shown = ((escape(visible(part.text), quote=False), part.changed) for part in parts)
    return "".join(f"<{tag}>{text}</{tag}>" if changed else text for text, changed in shown)


def _guesses(page: Account) -> Iterator[str]:
    if page.suggestions:
        yield "<section>\n<h2>Perhaps the same claim in other words</h2>"
        yield "<p>These are guesses, and nothing above makes use of them.</p>"
    for suggestion in page.suggestions:
        old, new = suggestion.guess.old, suggestion.guess.new
        share = f"they share {suggestion.guess.overlap:.0%} of their words"
        yield f"<p><code>{_text(old.id)}</code> may now be <code>{_text(new.id)}</code>: {share}.</p>"
        yield from _wording((old.text,), (new.text,))
        if suggestion.line:
            yield f"<p>If so, write under <code>{_text(new.id)}</code>:</p>"
            yield f"<pre>  {_text(suggestion.line)}</pre>"
    if page.suggestions:
        yield "</section>"


def _accepted(page: Account) -> Iterator[str]:
    if not page.accepted:
        return
    yield "<section>\n<h2>Accepted, and not counted above</h2>"
    yield f"<p>{counted(len(page.accepted), 'change')}.</p>\n<ul>"
    for accepted in page.accepted:
        reason = f" ({_text(accepted.reason)})" if accepted.reason else ""
        yield f"<li><code>{accepted.entry.rule}</code> {_text(accepted.entry.sentence)}{reason}</li>"
    yield "</ul>\n</section>"


def _text(text: str) -> str:
    return escape(visible(single_spaced(text)))
