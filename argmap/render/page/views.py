"""The views of a page: the overview with its matrix, questions, texts, changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.render.page.elements import NOTHING_THERE, answer, inline, key, text, tree
from argmap.view.page.matrix import Cell, Matrix, MatrixRow
from argmap.view.page.records import (
    Change,
    Changes,
    DisputeCard,
    Note,
    Overview,
    QuestionView,
    SaidBy,
    Side,
    Stake,
    TextInShort,
    TextView,
    TurnsOn,
)
from argmap.view.page.sources import SourceParagraph
from argmap.wording.spans import Words

_MOST_LINES = 3
"""Lines of one sort on a card of the first screen."""


def heading(said: str) -> str:
    """The heading of a view, which takes the focus when the view is entered."""
    return f'<h1 tabindex="-1">{text(said)}</h1>'


# --- Overview


def overview(found: Overview) -> str:
    """The first view."""
    deeper = "".join(_deeper(found))
    summary = "".join(f"<p>{inline(one)}</p>" for one in found.summary)
    hero = f'<div>{heading(found.title)}<div class="lede">{summary}</div></div>'
    cards = "".join(map(_card, found.cards))
    label = "Where they disagree most" if len(found.cards) > 1 else "Where they disagree"
    return "".join(
        (
            f'<section class="view on" id="front"><div class="hero{"" if deeper else " lone"}">{hero}{deeper}</div>',
            f'<h2 class="sec">{label}</h2><ol class="cards n{len(found.cards)}">{cards}</ol>' if cards else "",
            _more(found),
            "".join(map(_text_in_short, found.texts)),
            matrix(found.matrix) if found.matrix.groups else "",
            "</section>",
        )
    )


def _deeper(found: Overview) -> Iterator[str]:
    if not found.deeper:
        return
    yield '<div class="deep"><h2>What the disputes turn on</h2><ul>'
    for one in found.deeper:
        above = "".join(f"<li>{inline(line)}</li>" for line in one.above)
        yield f'<li><a class="dq" href="{text(one.target)}">{text(one.question)}</a><ul>{above}</ul></li>'
    yield "</ul></div>"


def _more(found: Overview) -> str:
    if not found.more:
        return ""
    links = " \u00b7 ".join(f'<a href="#{text(one.target)}">{text(one.question)}</a>' for one in found.more)
    return f'<p class="also"><b>Also in dispute:</b> {links}</p>'


def _card(card: DisputeCard) -> str:
    sides = "".join(map(_side_in_short, card.sides))
    lines, turning = _first(card.verdicts, card.target), _first(card.turning, card.target)
    return "".join(
        (
            f'<li class="card"><h3><a href="{text(card.target)}">{text(card.question)}</a></h3>',
            f'<div class="vs n{min(len(card.sides), 3)}">{sides}</div><dl><dt>Turns on</dt><dd><ul>{turning}</ul></dd>',
            f"<dt>Verdict</dt><dd><ul>{lines}</ul></dd></dl></li>",
        )
    )


def _first(lines: Sequence[Words], target: str) -> str:
    """The first lines as items, and how many more there are."""
    more = len(lines) - _MOST_LINES
    left = f'<li><a href="{text(target)}">and {more} more</a></li>' if more > 0 else ""
    return "".join(f"<li>{inline(one)}</li>" for one in lines[:_MOST_LINES]) + left


def _side_in_short(side: Side) -> str:
    answer = f'<p class="ca">{text(side.answer)}</p>' if side.answer else ""
    said = "".join(_quote(one) for one in side.said[:2])
    more = f'<p class="cw">and {len(side.said) - 2} more</p>' if len(side.said) > 2 else ""
    return f'<div class="{side.colour.value}">{answer}{said}{more}</div>'


def _quote(said: SaidBy) -> str:
    if said.claim is None:
        return f'<p class="cw">{text(said.who)}</p>'
    claim = text(said.claim)
    strength = f' <span class="st">{text(said.strength)}</span>' if said.strength else ""
    link = f'<a href="#c/{claim}" data-c="{claim}">{text(said.text)}</a>'
    return f'<p class="cw">{text(said.who)}</p><blockquote>{link}{strength}</blockquote>'


def _text_in_short(one: TextInShort) -> str:
    rows = tree(one.rows, f"What {one.who} argues for")
    link = f'<a href="{text(one.target)}">{text(one.title)}</a>'
    return f'<section class="brief"><h2 class="sec">{link} <small>{text(one.who)}</small></h2>{rows}</section>'


# --- Matrix


def matrix(found: Matrix) -> str:
    """Who holds what, as a table."""
    columns = "".join(
        f'<th scope="col" data-h="{text(one.document)}"><a href="#{text(one.target)}">{text(one.author)}</a>'
        f"<small>{text(one.date)}</small></th>"
        for one in found.columns
    )
    wide = len(found.columns) + 1
    groups = []
    for group in found.groups:
        rows = "".join(_row(row, group.kind, found) for row in group.rows)
        head = f"<b>{text(group.title)} <span>{len(group.rows)}</span></b>"
        groups.append(f'<tbody><tr class="gh"><th colspan="{wide}" scope="rowgroup">{head}</th></tr>{rows}</tbody>')
    return "".join(
        (
            '<section id="matrix" aria-labelledby="mh"><h2 id="mh" tabindex="-1">Who holds what</h2>',
            _tools(found),
            key(found.silences),
            '<div class="scroll" tabindex="0" role="region" aria-label="Answers of all texts; arrow keys move">',
            f'<table><thead><tr><th scope="col">Question</th>{columns}</tr></thead>{"".join(groups)}</table>',
            "</div></section>",
        )
    )


def _tools(found: Matrix) -> str:
    texts = "".join(
        f'<option value="{text(one.document)}">what {text(one.author)} {text(one.date)} answers'
        for one in found.columns
    )
    shown = "".join(
        f'<label><input type="checkbox" value="{text(one.document)}" checked> {text(one.author)} '
        f"<small>{text(one.date)}</small></label>"
        for one in found.columns
    )
    voices = "".join(f'<option value="{text(key)}">{text(name)}' for key, name in found.voices)
    topics = '<option value="topic">topic' if any(row.topic for group in found.groups for row in group.rows) else ""
    voice = (
        '<label>Voices they report <select name="voice"><option value="">none<option value="*">all'
        f"{voices}</select></label>"
        if voices
        else ""
    )
    return (
        '<form class="tools js-only" id="mf"><label>Sort <select name="sort"><option value="">disputes first'
        f'<option value="agree">agreements first<option value="az">question, A to Z{topics}{texts}</select></label>'
        f'<details class="menu"><summary>Texts</summary><div>{shown}</div></details>{voice}'
        '<output aria-live="polite"></output></form>'
    )


def _row(row: MatrixRow, kind: str, found: Matrix) -> str:
    cells = "".join(
        _cell(cell, f"{column.author} {column.date}".strip())
        for cell, column in zip(row.cells, found.columns, strict=True)
    )
    note = f"<small>{text(row.note)}</small>" if row.note else ""
    topic = f' data-topic="{text(row.topic)}"' if row.topic else ""
    return (
        f'<tr data-k="{kind}" data-n="{row.disagreeing}" data-g="{row.agreeing}"{topic}><th scope="row">'
        f'<a href="#{text(row.target)}">{text(row.question)}</a>{note}</th>{cells}</tr>'
    )


def _cell(cell: Cell, who: str) -> str:
    said = NOTHING_THERE if cell.looked_for else "".join(map(answer, cell.answers))
    if not said and not cell.voices and cell.before is None:
        return '<td class="no"></td>'
    voices = "".join(
        f'<div class="voice" data-a="{text(one.voice)}">{text(one.who)}: {answer(one)}</div>' for one in cell.voices
    )
    kind = "no" if not cell.answers else cell.colour.value
    changed = ""
    if cell.before is not None:
        was = f"was: {cell.before}" if cell.before else "was silent"
        changed = f'<a class="chg" href="#changes" title="{text(was)}">\u0394 <small>{text(was)}</small></a>'
    return f'<td class="{kind}" data-w="{text(who)}">{changed}{said}{voices}</td>'


# --- A question


def question(found: QuestionView) -> str:
    """A question with all that bears on it."""
    crumbs = [f"<span>{text(found.place)}</span>"] if found.place else []
    crumbs += [f'<a rel="prev" href="#{text(found.before)}">\u2190 previous</a>'] if found.before else []
    crumbs += [f'<a rel="next" href="#{text(found.after)}">next \u2192</a>'] if found.after else []
    verdicts = "".join(f"<li>{inline(line)}</li>" for line in found.verdicts)
    disputed = " dispute" if found.place else ""
    sides = "".join(map(_side, found.sides))
    count = min(len(found.sides), 3)
    return "".join(
        (
            f'<article class="view" id="{text(found.address)}"><nav class="crumbs" aria-label="Place">',
            f'<a href="#front">Overview</a> {" ".join(crumbs)}</nav>{heading(found.question)}',
            _scale(found),
            f'<ul class="verdict{disputed}">{verdicts}</ul>',
            _turns(found),
            f'<div class="sides n{count}">{sides}</div>' if sides else "",
            _notes(found),
            "</article>",
        )
    )


def _scale(found: QuestionView) -> str:
    if not found.places:
        return ""
    kind = "scale ord" if found.is_scale else "scale"
    places = "".join(
        f"<li{' class=on' if one.holders else ''}><b>{text(one.answer)}</b>"
        + "".join(f'<span class="hd {colour.value}">{text(who)}</span>' for colour, who in one.holders)
        + "</li>"
        for one in found.places
    )
    return f'<ol class="{kind}">{places}</ol>'


def _turns(found: QuestionView) -> str:
    if found.turns_on or found.grounds:
        deeper = "".join(map(_turn, found.turns_on)) + "".join(f"<li>{inline(one)}</li>" for one in found.grounds)
        return f'<section class="turns t-deep"><h2>What it turns on</h2><ul class="cruxes">{deeper}</ul></section>'
    if found.nothing_deeper:
        return f'<section class="turns"><h2>What it turns on</h2><p>{text(found.nothing_deeper)}</p></section>'
    return ""


def _turn(one: TurnsOn) -> str:
    stakes = "".join(map(_stake, one.stakes))
    return (
        f'<li><a class="big" href="{text(one.target)}">{text(one.question)}</a><div class="vs n2">{stakes}</div></li>'
    )


def _stake(one: Stake) -> str:
    premises = "".join(
        f'<p class="pr"><a class="c" href="#c/{text(claim)}" data-c="{text(claim)}">{text(said)}</a></p>'
        for claim, said in one.premises
    )
    falls = "".join(
        f'<p><a class="c" href="#c/{text(claim)}" data-c="{text(claim)}">{text(said)}</a></p>'
        for claim, said in one.falls
    )
    folded = f"<details><summary>{text(one.falls_words)}</summary>{falls}</details>" if falls else ""
    return (
        f'<div class="{one.colour.value}"><p class="cw">{text(one.who)}: {text(one.share)}</p>{premises}{folded}</div>'
    )


def _side(side: Side) -> str:
    head = f"<h2>{text(side.answer)}</h2>" if side.answer else ""
    trees = "".join(
        f'<h3><a href="{text(one.target)}">{text(one.who)}</a></h3>'
        + (f'<p class="pa">{text(one.note)}</p>' if one.note else "")
        + tree(one.rows, f"Reasons of {one.who}")
        + _left_out(one.left_out, one.target)
        for one in side.trees
    )
    return f'<section class="side {side.colour.value}">{head}{trees}</section>'


def _left_out(count: int, target: str) -> str:
    if not count:
        return ""
    claims = "claim" if count == 1 else "claims"
    return f'<p class="more"><a href="{text(target)}">{count} more {claims} beneath these</a></p>'


def _notes(found: QuestionView) -> str:
    sections = "".join(map(_note, found.notes))
    voices = ""
    if found.voices:
        items = "".join(f"<li>{text(who)}: {answer(one)}</li>" for who, one in found.voices)
        voices = f'<section class="voices"><h2>Voices that the texts report</h2><ul>{items}</ul></section>'
    return f'<div class="notes">{sections}{voices}</div>' if sections or voices else ""


def _note(note: Note) -> str:
    lines = "".join(f"<li>{inline(line)}</li>" for line in note.lines)
    return f"<section><h2>{text(note.title)}</h2><ul>{lines}</ul></section>"


# --- A text


def text_view(found: TextView) -> str:
    """A text: its outline beside its source."""
    sections = "".join(
        (f"<h2>{text(one.title)}</h2>" if one.title else "") + tree(one.rows, one.title or found.title)
        for one in found.sections
    )
    language = f' lang="{text(found.language)}"' if found.language else ""
    shown = "".join(map(_paragraph, found.source))
    source = (
        f'<div class="src" tabindex="0" role="region" aria-label="Source" dir="auto"{language}>{shown}</div>'
        if found.source
        else ""
    )
    about = " \u00b7 ".join(filter(None, (found.who, found.published)))
    tabs = ""
    if found.maps:
        tabs = (
            f'<span class="tabs js-only"><a data-tab="outline" href="#{text(found.address)}">Outline</a>'
            f'<a data-tab="map" href="#{text(found.address)}/map">Map</a></span>'
        )
    return "".join(
        (
            f'<article class="view doc" id="{text(found.address)}"><nav class="crumbs" aria-label="Place">',
            f'<a href="#front">Overview</a> <span>{text(about)}</span></nav>{heading(found.title)}',
            f'<p class="tools">{tabs}<span class="lv js-only">Levels ',
            "".join(f'<button type="button" data-depth="{n}">{n}</button> ' for n in (1, 2, 3)),
            '<button type="button" data-depth="99">all</button> ',
            '<button type="button" data-present>Present</button></span></p>',
            _maps(found),
            f'<div class="two{"" if source else " lone"}"><div class="arg">{sections}</div>{source}</div></article>',
        )
    )


def _maps(found: TextView) -> str:
    if not found.maps:
        return ""
    options = "".join(f'<option value="{text(one.name)}">{text(one.title)}' for one in found.maps)
    return (
        f'<div class="mapbox"><p class="tools"><select aria-label="Which map">{options}</select> '
        '<button type="button" data-z="1.25">larger</button> <button type="button" data-z="0.8">smaller</button> '
        '<button type="button" data-z="0">fit</button></p><div class="map" tabindex="0"></div></div>'
    )


def _paragraph(paragraph: SourceParagraph) -> str:
    parts = []
    for piece in paragraph.pieces:
        if not piece.claims:
            parts.append(text(piece.text))
            continue
        named = "".join(f'<span id="s/{text(claim)}"></span>' for claim in piece.first[1:])
        place = f' id="s/{text(piece.first[0])}"' if piece.first else ""
        claims = text(" ".join(piece.claims))
        parts.append(
            f'{named}<a class="m"{place} href="#c/{text(piece.claims[0])}" data-s="{claims}">{text(piece.text)}</a>'
        )
    page = f' data-p="p. {paragraph.page}"' if paragraph.page is not None else ""
    return f'<p data-l="{paragraph.line}"{page}>{"".join(parts)}\n</p>'


# --- What changed


def changes(found: Changes) -> str:
    """Stances before and after, then each change with what follows from it."""
    rows = "".join(
        f'<tr><th scope="row">{text(one.who)}</th>'
        f'<td data-w="Question"><a href="#{text(one.target)}">{text(one.question)}</a></td>'
        f'<td data-w="Before">{_stance(one.before, "old")}</td><td data-w="Now">{_stance(one.after, "new")}</td></tr>'
        for one in found.stances
    )
    table = (
        '<h2>Stances</h2><table class="ba"><thead><tr><th scope="col">Who</th><th scope="col">Question</th>'
        f'<th scope="col">Before</th><th scope="col">Now</th></tr></thead><tbody>{rows}</tbody></table>'
        if rows
        else ""
    )
    listed = f"<h2>Changes</h2>{_changes(found.changes)}" if found.changes else ""
    return (
        '<article class="view" id="changes"><nav class="crumbs" aria-label="Place"><a href="#front">Overview</a> '
        f"<span>from {text(found.old)} to {text(found.new)}</span></nav>{heading('What changed')}"
        f'<p class="lede">{text(found.sentence)}</p>{table}{listed}</article>'
    )


def _stance(said: str, kind: str) -> str:
    return f'<span class="{kind}">{text(said)}</span>' if said else "<small>silent</small>"


def _changes(found: Sequence[Change]) -> str:
    return f'<ul class="chs">{"".join(map(_change, found))}</ul>'


def _change(one: Change) -> str:
    said = text(one.sentence)
    words = "".join(f'<p class="old">{text(line)}</p>' for line in one.before)
    words += "".join(f'<p class="new">{text(line)}</p>' for line in one.after)
    place = f' <span class="loc">{text(one.place)}</span>' if one.place else ""
    follows = _changes(one.follows) if one.follows else ""
    weight = text(one.weight)
    sign = f'<span class="sv" title="{weight}">{text(one.sign)}<span class="vh"> {weight}</span></span>'
    return f'<li class="sv-{weight}">{sign} {said}{place}{words}{follows}</li>'
