"""The file: its policy, head, bar, views, and the data that its script needs.

Nothing in it is fetched, and nothing in a text can run: the policy allows its own two scripts, by their hashes.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from argmap.render.page.elements import seen, text
from argmap.render.page.views import changes, overview, question, text_view
from argmap.view.page.records import ClaimCard, Page, Related

_HEAD = "if(Element.prototype.checkVisibility)document.documentElement.className=location.hash?'js cold':'js'"
"""Says, before any view is read, that one is shown at a time: to lay out all of them first would take longer than all
else.  A browser too old for the script of the page shows all views, as without a script."""
_ATTITUDES = ("claims", "reports", "denies", "doubts", "endorses", "implies", "supposes")
_KEYS = (
    ("/", "search"),
    ("m", "who holds what"),
    ("[ ]", "the question in dispute before, after"),
    ("j k", "the claim after, before"),
    ("o", "open or close it"),
    ("s", "its words in the source"),
    ("1 2 3 4", "so many levels of a text; 4 is all"),
    ("p", "present what is shown: larger, with nothing beside it"),
    ("arrows", "move in a tree or a table"),
    ("Enter", "the card of a claim"),
    ("Esc", "close"),
)


def page_html(page: Page, *, live: bool = False) -> str:
    """A page as one file; with what shows it live, where a server does."""
    return "".join(_document(page, live=live))


@cache
def part(name: str) -> str:
    """A file of style or script beside this one."""
    return files("argmap.render.page").joinpath(name).read_text(encoding="utf-8")


def policy(*, live: bool) -> str:
    """What the browser may do with the page: run its scripts, draw its own pictures; ask its server only when live."""
    digests = (b64encode(sha256(one.encode()).digest()).decode() for one in (_HEAD, _script(live=live)))
    scripts = " ".join(f"'sha256-{one}'" for one in digests)
    connect = " connect-src 'self';" if live else ""
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; img-src data:;{connect} "
        "base-uri 'none'; form-action 'none'"
    )


def _script(*, live: bool) -> str:
    return part("page.js") + (part("live.js") if live else "")


def _document(page: Page, *, live: bool) -> Iterator[str]:
    said = " ".join("".join(span.text for span in line) for line in page.overview.summary)
    yield '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{text(policy(live=live))}">'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    yield f'<meta name="description" content="{text(said)}"><meta name="referrer" content="no-referrer">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{text(page.title)}</title>\n<script>{_HEAD}</script>"
    yield f"<style>\n{part('page.css')}</style></head>\n<body>\n"
    yield '<a class="skip" href="#main">Skip to the content</a>'
    yield from _bar(page)
    yield '<main id="main">\n'
    yield overview(page.overview)
    for one in page.questions:
        yield f"\n{question(one)}"
    for document in page.texts:
        yield f"\n{text_view(document)}"
    if page.changes is not None:
        yield f"\n{changes(page.changes)}"
    yield '\n</main>\n<aside id="panel" hidden aria-label="Claim"></aside><div id="tip" role="tooltip" hidden></div>'
    keys = "".join(f"<dt><kbd>{text(key)}</kbd></dt><dd>{text(does)}</dd>" for key, does in _KEYS)
    yield f'<dialog id="help" aria-label="Keys"><h2>Keys</h2><dl>{keys}</dl>'
    yield '<form method="dialog"><button>Close</button></form></dialog>\n'
    for each in (one for document in page.texts for one in document.maps):
        yield f'<script type="image/svg+xml" data-map="{text(each.name)}">{each.svg}</script>\n'
    yield f'<script type="application/json" id="data">{data(page)}</script>\n'
    yield f"<script>{_script(live=live)}</script>\n</body></html>\n"


def _bar(page: Page) -> Iterator[str]:
    disputed = [one for one in page.questions if one.place]
    yield '<header class="bar"><a class="home" href="#front">Overview</a><nav aria-label="Main">'
    if page.overview.matrix.groups:
        yield '<a href="#matrix">Matrix</a>'
    if disputed:
        links = "".join(f'<li><a href="#{text(one.address)}">{text(one.question)}</a></li>' for one in disputed)
        yield f'<details class="menu"><summary>Disputes</summary><ul>{links}</ul></details>'
    links = "".join(
        f'<li><a href="#{text(one.address)}"><b>{text(one.who)}</b> {text(one.title)}</a></li>' for one in page.texts
    )
    yield f'<details class="menu"><summary>Texts</summary><ul>{links}</ul></details>'
    yield '<a href="#changes">Changes</a>' if page.changes is not None else ""
    yield "</nav>"
    attitudes = "".join(f'<option value="{one}">{one}' for one in _ATTITUDES)
    texts = "".join(f'<option value="{text(one.document)}">{text(one.who)}' for one in page.texts)
    questions = "".join(f'<option value="{text(one.address)}">{text(one.question)}' for one in page.questions)
    yield (
        '<form role="search" class="js-only" id="sf"><input id="q" type="search" '
        'placeholder="Search claims and questions" '
        'aria-label="Search claims and questions" role="combobox" aria-expanded="false" aria-controls="rs" '
        'aria-autocomplete="list" autocomplete="off" spellcheck="false"><kbd aria-hidden="true">/</kbd>'
        '<div id="pop" hidden><div class="fl"><select id="fv" aria-label="Only this attitude">'
        '<option value="">any attitude'
        f'{attitudes}</select><select id="fd" aria-label="Only this text"><option value="">any text{texts}</select>'
        f'<select id="fi" aria-label="Only answers to"><option value="">any question{questions}</select>'
        '<output id="n" aria-live="polite"></output></div><ul id="rs" role="listbox" aria-label="Results"></ul>'
        "</div></form>"
        '<span class="end js-only"><button type="button" id="th" aria-label="Light or dark">\u25d0</button>'
        '<button type="button" id="hp" aria-label="Keys">?</button></span></header>\n'
    )


def data(page: Page) -> str:
    """JSON in which nothing ends the element that holds it; what is empty is left out."""
    found = {
        "title": page.title,
        "code": page.code,
        "texts": {
            one.document: {
                "title": one.title,
                "who": one.who,
                "published": one.published,
                "file": dict(page.files).get(one.document, ""),
            }
            for one in page.texts
        },
        "questions": {
            one.address: {"text": one.question, "answers": [place.answer for place in one.places]}
            for one in page.questions
        },
        "claims": {one.claim: _claim(one) for one in page.claims},
        "former": dict(page.former),
    }
    told = _json(found)
    # To look at every text by itself takes longer than all else, and there is next to never anything to write out.
    return (_json(_seen(found)) if _ESCAPED.search(told) or seen(told) != told else told).replace("<", "\\u003c")


_ESCAPED = re.compile(r'\\[^"nt]')
"""What JSON writes in another way than as itself, except what any text may have."""


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _seen(value: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """The same with every text as `seen` has it."""
    if isinstance(value, str):
        return seen(value)
    if isinstance(value, list):
        return [_seen(one) for one in value]
    return {_seen(key): _seen(one) for key, one in value.items()} if isinstance(value, dict) else value


def _claim(card: ClaimCard) -> dict[str, Any]:
    sentence = card.sentence
    around = [sentence.start, sentence.cue, sentence.cue_end, sentence.end, sentence.line] if sentence else []
    around += [sentence.page] if sentence and sentence.page is not None else []
    found = {
        "d": card.document,
        "does": card.does,
        "verb": card.attitude,
        "text": card.text,
        "strength": card.strength,
        "about": card.about,
        "cues": list(card.cues),
        "sentence": around,
        "answers": [[one.target, one.answer] for one in card.answers],
        "used": _related(card.used_by),
        "rests": _related(card.rests_on),
        "linked": _related(card.linked),
        "notes": list(card.notes),
        "cites": list(card.cites),
        "voices": list(card.voices),
        "line": card.line,
        "was": card.was,
        "map": card.map,
    }
    return {key: value for key, value in found.items() if value}


def _related(several: Iterable[Related]) -> list[list[str]]:
    return [[one.how, one.claim, *((one.why,) if one.why else ())] for one in several]
